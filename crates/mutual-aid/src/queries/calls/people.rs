//! Who says yes to the phone tree now. Asked each time: a no, a pause, a departure or a distance is never late.

use crate::commands::calls::{member, person};
use crate::entities::calls::call_choice;
use crate::rules::calls::{Choices, Silent};
use crate::rules::group::{Group, Member};
use crate::rules::quiet::Hours;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::{self, Key, Sealed};
use membership::ContactId;
use membership::queries::{apart, consents, contacts, people};
use membership::rules::consent::Use;
use membership::rules::standing::Standing;
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) fn place(whose: MemberId) -> String {
    format!("call_choice/{whose}/said")
}

pub(crate) fn open(key: &Key, whose: MemberId, said: &Sealed) -> Result<Choices, Broken> {
    serde_json::from_slice(&key.open(&place(whose), said)?).map_err(Broken::stored)
}

/// What somebody chose; what holds for whoever chose nothing, otherwise.
///
/// # Errors
/// When the store fails.
pub async fn choices_of(scope: &Scope<'_>, whose: MemberId) -> Result<Choices, Broken> {
    use call_choice::Column;
    let row = scope.find::<call_choice::Entity>().filter(Column::MemberId.eq(whose)).one().await?;
    match row {
        Some(row) => open(&sealed::key_of(scope, whose).await?, whose, &row.said),
        None => Ok(Choices::default()),
    }
}

/// What everybody chose.
pub(crate) async fn all_choices(scope: &Scope<'_>) -> Result<HashMap<MemberId, Choices>, Broken> {
    let rows = scope.find::<call_choice::Entity>().all().await?;
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let keys = sealed::all_keys(scope).await?;
    let opened = rows.into_iter().filter_map(|row| {
        let key = keys.get(&row.member_id)?;
        Some(open(key, row.member_id, &row.said).map(|choices| (row.member_id, choices)))
    });
    opened.collect()
}

/// Everybody who can be called, with all that she said yes to.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// Who, how many calls, which hours, and who is kept apart.
    pub group: Group,
    /// Of each, what she chose.
    pub choices: BTreeMap<MemberId, Choices>,
    /// Of each, the number for it.
    pub numbers: BTreeMap<MemberId, ContactId>,
}

impl Live {
    /// Whether somebody can be called now.
    pub fn has(&self, whose: MemberId) -> bool {
        self.group.member(person(whose)).is_some()
    }
}

/// Everybody who says yes now, is not on pause, and has a number (`mutual-aid` T8, IP2).
///
/// # Errors
/// When the store fails.
pub async fn live(scope: &Scope<'_>) -> Result<Live, Broken> {
    let called = consents::who_said(scope, Use::BeCalled).await?;
    if called.is_empty() {
        return Ok(Live::default());
    }
    let callers = consents::who_said(scope, Use::CallOthers).await?;
    let starters = consents::who_said(scope, Use::BeStarter).await?;
    let by_night = consents::who_said(scope, Use::NightUrgent).await?;
    let (standings, telephones) = (people::standings(scope).await?, contacts::telephones(scope).await?);
    let chosen = all_choices(scope).await?;
    let mut live = Live::default();
    for one in called {
        let is_here = standings.get(&one) == Some(&Standing::Active);
        let hers = telephones.get(&one).map(Vec::as_slice).unwrap_or_default();
        let choices = chosen.get(&one).copied().unwrap_or_default();
        // A number that she chose and took away is not replaced by another one of hers.
        let number = match choices.number {
            Some(number) => hers.contains(&number).then_some(number),
            None => hers.first().copied(),
        };
        let Some(number) = number.filter(|_| is_here) else { continue };
        let calls = if callers.contains(&one) { choices.calls } else { 0 };
        live.group.add(Member {
            person: person(one),
            calls,
            starter: calls > 0 && starters.contains(&one),
            hours: Hours { quiet: choices.quiet, urgent_at_night: by_night.contains(&one) },
            tomorrow: choices.silent == Silent::Tomorrow,
        });
        live.choices.insert(one, choices);
        live.numbers.insert(one, number);
    }
    // Whom somebody named for when nobody reaches her need not be called herself.
    let named = live.choices.values().filter_map(|choices| choices.with);
    let ids: BTreeSet<MemberId> = live.group.members().map(|one| member(one.person)).chain(named).collect();
    let ids: Vec<MemberId> = ids.into_iter().collect();
    for (one, other) in apart::pairs_apart(scope, &ids).await? {
        live.group.keep_apart(person(one), person(other));
    }
    Ok(live)
}

/// The same, knowing from whom one person is kept apart: whoever starts a chain, or holds a sheet, need not say yes to being
/// called herself.
///
/// # Errors
/// When the store fails.
pub(crate) async fn live_for(scope: &Scope<'_>, one: MemberId) -> Result<Live, Broken> {
    let mut live = live(scope).await?;
    know_apart(scope, &mut live, one).await?;
    Ok(live)
}

/// Adds from whom one person is kept apart.
pub(crate) async fn know_apart(scope: &Scope<'_>, live: &mut Live, one: MemberId) -> Result<(), Broken> {
    if live.has(one) {
        return Ok(());
    }
    for other in apart::apart_from(scope, one).await? {
        live.group.keep_apart(person(one), person(other));
    }
    Ok(())
}
