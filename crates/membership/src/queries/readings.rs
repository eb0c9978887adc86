//! First readings of protected clauses: what the group adopted once and may adopt again (`domain` 2.16).

use crate::entities::charter_reading;
use crate::rules::charter::Rule;
use crate::rules::kernel::READINGS_APART_DAYS;
use chrono::{Duration, TimeDelta};
use commons::area::{Kept, Then, Until};
use commons::clock::{Time, local_day};
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct};
use commons::refusal::{Broken, Message};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use uuid::Uuid;

/// Between the two readings, at least.
pub const APART: TimeDelta = Duration::days(READINGS_APART_DAYS);
/// A first reading that nobody took up for so long is forgotten: the group has changed since.
pub const LASTS: TimeDelta = Duration::days(365);

/// A first reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The rule.
    pub rule: String,
    /// What it would say.
    pub value: String,
    /// The decision that read it first.
    pub decision: Uuid,
    /// When.
    pub read_at: Time,
}

/// First readings that still count, by the name of the rule.
///
/// # Errors
/// When the store fails.
pub async fn all(scope: &Scope<'_>) -> Result<Vec<Reading>, Broken> {
    use charter_reading::Column;
    let rows = scope.find::<charter_reading::Entity>().filter(Column::ReadAt.gt(scope.now() - LASTS));
    let read = |row: charter_reading::Model| Reading {
        rule: row.rule,
        value: row.value,
        decision: row.decision,
        read_at: row.read_at,
    };
    Ok(rows.ascending(Column::Rule).all().await?.into_iter().map(read).collect())
}

/// The first reading of this very text, while it counts.
///
/// # Errors
/// When the store fails.
pub async fn first(scope: &Scope<'_>, rule: &str, value: &str) -> Result<Option<Reading>, Broken> {
    Ok(all(scope).await?.into_iter().find(|reading| reading.rule == rule && reading.value == value))
}

/// Reads a change. The first time it is noted, and says `false`; a first reading of another text gives way to it.
/// The second time, far enough from the first, it says `true`: the rule changes now.
///
/// # Errors
/// When the second comes too soon: the first still stands, and the group can say it again later.
pub(crate) async fn read(tx: &Tx<'_>, adopted: &Adopted, rule: &Rule, value: &str) -> Result<bool, CannotAct> {
    let first = first(tx, rule.name, value).await?;
    if let Some(first) = &first {
        let from = first.read_at + APART;
        if tx.now() < from {
            let zone = super::charter::charter(tx).await?.zone();
            let day = local_day(zone, from);
            return Err(CannotAct::NoLongerApplies(Message::new("charter-read-too-soon").with("day", day)));
        }
    }
    tx.delete::<charter_reading::Entity>().filter(charter_reading::Column::Rule.eq(rule.name)).go().await?;
    if first.is_some() {
        return Ok(true);
    }
    let row = charter_reading::ActiveModel {
        rule: Set(rule.name.to_owned()),
        value: Set(value.to_owned()),
        decision: Set(adopted.decision()),
        seq: Set(adopted.seq()),
        read_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(false)
}

/// What an area owes about this table (`commons::area`).
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "charter_reading",
    columns: &["rule", "value", "decision", "seq", "read_at"],
    name: "charter_reading",
    until: Until::Always,
    then: Then::Stays,
}];
