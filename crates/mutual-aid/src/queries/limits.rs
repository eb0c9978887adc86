//! What people give, as everything that asks them reads it (`mutual-aid` R1, C5). Visits and listening ask here; whoever
//! is asked for help never learns that somebody's limit was reached.

use crate::entities::own_limit;
use crate::queries::{circle, listening, visits};
use crate::rules::limits::OwnLimits;
use chrono::Duration;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::{self, Key};
use membership::queries::{charter, consents, people};
use membership::rules::consent::Use;
use membership::rules::standing::Standing;
use rota::{Engagement, Kind, Limits};
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, BTreeSet};

/// For so long it is remembered that somebody was asked to take a place: those who were not come first.
pub const ASKED_LATELY: Duration = rota::cover::LATELY;

/// The yes to a kind of help that is said beside one's own limits. Listening and circles have none here: their yes
/// comes with what it needs, a number or somebody who asks.
pub const fn use_of(kind: Kind) -> Option<Use> {
    match kind {
        Kind::Visit => Some(Use::Visit),
        Kind::Listening | Kind::Circle | Kind::Activity | Kind::Kitchen => None,
    }
}

/// Kinds of help that can be asked for, in the order forms offer them.
pub fn kinds() -> impl Iterator<Item = (Kind, Use)> {
    Kind::ALL.into_iter().filter_map(|kind| Some((kind, use_of(kind)?)))
}

/// What somebody said of her own limits; the most silent ones when she said nothing.
///
/// # Errors
/// When the store fails.
pub async fn own(scope: &Scope<'_>, member: MemberId) -> Result<OwnLimits, Broken> {
    let row = scope.find::<own_limit::Entity>().filter(own_limit::Column::MemberId.eq(member)).one().await?;
    match row {
        Some(row) => open(&sealed::key_of(scope, member).await?, &row),
        None => Ok(OwnLimits::default()),
    }
}

/// Whether she ever said what she gives, be it nothing.
///
/// # Errors
/// When the store fails.
pub async fn has_said(scope: &Scope<'_>, member: MemberId) -> Result<bool, Broken> {
    Ok(scope.find::<own_limit::Entity>().filter(own_limit::Column::MemberId.eq(member)).any().await?)
}

/// Kinds to which somebody says yes now.
///
/// # Errors
/// When the store fails.
pub async fn yes_to(scope: &Scope<'_>, member: MemberId) -> Result<BTreeSet<Kind>, Broken> {
    let mut yes = BTreeSet::new();
    for (kind, to) in kinds() {
        if consents::said(scope, member, to).await? {
            yes.insert(kind);
        }
    }
    Ok(yes)
}

/// What everybody said of her own limits. Whether she said yes to anything is for whoever asks her to look up.
pub(crate) async fn said(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, OwnLimits>, Broken> {
    let rows = scope.find::<own_limit::Entity>().all().await?;
    if rows.is_empty() {
        return Ok(BTreeMap::new());
    }
    let keys = sealed::all_keys(scope).await?;
    let hers = |row: &own_limit::Model| {
        let opened = open(keys.get(&row.member_id)?, row);
        Some(opened.map(|limits| (row.member_id, limits)))
    };
    rows.iter().filter_map(hers).collect()
}

/// Everybody who may be asked for something: members who are not on pause and said something of their limits. Her yes to
/// each kind is in them.
///
/// # Errors
/// When the store fails.
pub async fn everybodys(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, Limits>, Broken> {
    let words = said(scope).await?;
    if words.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (zone, standings) = (charter::charter(scope).await?.zone(), people::standings(scope).await?);
    let mut yes: BTreeMap<MemberId, BTreeSet<Kind>> = BTreeMap::new();
    for (kind, to) in kinds() {
        for member in consents::who_said(scope, to).await? {
            yes.entry(member).or_default().insert(kind);
        }
    }
    let mut limits = BTreeMap::new();
    for (member, own) in words {
        let active = standings.get(&member) == Some(&Standing::Active);
        if let (true, Some(yes_to)) = (active, yes.remove(&member)) {
            limits.insert(member, own.limits(zone, scope.now(), yes_to));
        }
    }
    Ok(limits)
}

/// What everybody said yes to already, of every kind, past as far as it is kept and to come.
///
/// # Errors
/// When the store fails.
pub async fn held(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, Vec<Engagement>>, Broken> {
    let zone = charter::charter(scope).await?.zone();
    let mut held = visits::held(scope).await?;
    // Every part that people take turns in adds its own here.
    let others = [listening::held(scope, zone).await?, circle::engagements(scope, zone).await?];
    for (member, one) in others.into_iter().flatten() {
        held.entry(member).or_default().push(one);
    }
    Ok(held)
}

/// Who was asked to take a place lately, and when.
///
/// # Errors
/// When the store fails.
pub async fn asked_lately(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, Time>, Broken> {
    let since = scope.now() - ASKED_LATELY;
    let rows = scope.find::<own_limit::Entity>().filter(own_limit::Column::AskedAt.gt(since)).all().await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.member_id, row.asked_at?))).collect())
}

pub(crate) fn open(key: &Key, row: &own_limit::Model) -> Result<OwnLimits, Broken> {
    serde_json::from_slice(&key.open(&place(row.member_id), &row.limits)?).map_err(Broken::stored)
}

/// Where her limits are bound to, under her key.
pub(crate) fn place(member: MemberId) -> String {
    format!("own_limit/{member}/limits")
}
