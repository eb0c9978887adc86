//! What people give, as everything that asks them reads it (`mutual-aid` R1, C5). Visits and listening ask here; whoever
//! is asked for help never learns that somebody's limit was reached.

use crate::entities::own_limit;
use crate::queries::visits;
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

/// The yes that a kind of help stands on; none for a kind that no part of the product asks for.
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

/// Everybody who may be asked for something: members who are not on pause and said something of their limits. Her yes to
/// each kind is in them.
///
/// # Errors
/// When the store fails.
pub async fn everybodys(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, Limits>, Broken> {
    let rows = scope.find::<own_limit::Entity>().all().await?;
    if rows.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (zone, keys) = (charter::charter(scope).await?.zone(), sealed::all_keys(scope).await?);
    let standings = people::standings(scope).await?;
    let mut yes: BTreeMap<MemberId, BTreeSet<Kind>> = BTreeMap::new();
    for (kind, to) in kinds() {
        for member in consents::who_said(scope, to).await? {
            yes.entry(member).or_default().insert(kind);
        }
    }
    let mut limits = BTreeMap::new();
    for row in rows {
        let (member, active) = (row.member_id, standings.get(&row.member_id) == Some(&Standing::Active));
        if let (true, Some(key), Some(yes_to)) = (active, keys.get(&member), yes.remove(&member)) {
            limits.insert(member, open(key, &row)?.limits(zone, scope.now(), yes_to));
        }
    }
    Ok(limits)
}

/// What everybody said yes to already, of every kind, past as far as it is kept and to come.
///
/// # Errors
/// When the store fails.
pub async fn held(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, Vec<Engagement>>, Broken> {
    // Every part that people take turns in adds its own here.
    visits::held(scope).await
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
