//! Lesser measures, as those whom they concern see them (M15).

use crate::MeasureId;
use crate::effects::{NewMeasure, measure_in_words};
use crate::entities::measure;
use crate::queries::{charter, people};
use crate::rules::removal::Measure;
use chrono::NaiveDate;
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::{Time, local_day};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

/// A measure that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Which.
    pub id: MeasureId,
    /// What it is.
    pub kind: Measure,
    /// What it is, with the names of those it concerns.
    pub what: Message,
    /// Since when.
    pub starts_at: Time,
    /// It ends by itself at this instant.
    pub ends_at: Time,
    /// Its last day, on the group's wall clock.
    pub last_day: NaiveDate,
    /// The decision that set it.
    pub decision: Uuid,
}

/// Days that a measure is kept after its end: its decision stays, the row has served.
const KEPT_DAYS: u32 = 90;

/// Measures that run now and concern `member`, as a person concerned or as a go-between; the one that ends first
/// coming first.
///
/// # Errors
/// When the store fails.
pub async fn of(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Running>, Broken> {
    running(scope, rows_of(scope, member).await?).await
}

/// Every measure that runs now: each was set by a decision that the group reads, and another can end it.
///
/// # Errors
/// When the store fails.
pub async fn all_running(scope: &Scope<'_>) -> Result<Vec<Running>, Broken> {
    running(scope, scope.find::<measure::Entity>().ascending(measure::Column::EndsAt).all().await?).await
}

async fn running(scope: &Scope<'_>, rows: Vec<measure::Model>) -> Result<Vec<Running>, Broken> {
    let rows = rows.into_iter();
    let names = people::names(scope).await?;
    let zone = charter::charter(scope).await?.zone();
    let runs = |row: &measure::Model| row.ended_at.is_none() && row.ends_at > scope.now();
    let running = rows.filter(runs).map(|row| Running {
        id: row.id,
        kind: row.kind,
        what: measure_in_words(&names, &details(&row)),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        last_day: local_day(zone, row.ends_at - chrono::Duration::microseconds(1)),
        decision: row.decision,
    });
    Ok(running.collect())
}

fn details(row: &measure::Model) -> NewMeasure {
    NewMeasure {
        kind: row.kind.name().to_owned(),
        person: row.person,
        other: row.other,
        between: row.between_one.into_iter().chain(row.between_two).collect(),
        activity: row.activity.clone(),
        until: row.ends_at.date_naive(),
    }
}

async fn rows_of(scope: &Scope<'_>, member: MemberId) -> Result<Vec<measure::Model>, Broken> {
    Ok(scope.find::<measure::Entity>().filter(concerns(member)).ascending(measure::Column::EndsAt).all().await?)
}

/// One of the people whom a measure names.
pub(crate) fn concerns(member: MemberId) -> Condition {
    use measure::Column;
    let columns = [Column::Person, Column::Other, Column::BetweenOne, Column::BetweenTwo];
    columns.into_iter().fold(Condition::any(), |any, column| any.add(column.eq(member)))
}

/// What is kept, and until when.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "measure",
    columns: &[
        "id",
        "kind",
        "person",
        "other",
        "between_one",
        "between_two",
        "activity",
        "starts_at",
        "ends_at",
        "ended_at",
        "decision",
    ],
    name: "measure",
    until: Until::Days(KEPT_DAYS),
    then: Then::Erased,
}];

/// Measures that concern her.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let names = people::names(scope).await?;
    let rows = rows_of(scope, member).await?.into_iter().map(|row| {
        let what = measure_in_words(&names, &details(&row));
        vec![Datum::new("measure", what), Datum::new("since", row.starts_at), Datum::new("until", row.ends_at)]
    });
    Ok(vec![Section::new("measures", rows.collect())])
}

/// Erases measures that concern her: with her gone, they measure nothing.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let rows = tx.delete::<measure::Entity>().filter(concerns(member)).go().await?;
    Ok(vec![Erased { table: "measure", rows }])
}

/// Throws away measures that ended long ago.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    let over = tx.now() - chrono::Duration::days(i64::from(KEPT_DAYS));
    let rows = tx.delete::<measure::Entity>().filter(measure::Column::EndsAt.lte(over)).go().await?;
    Ok(vec![Erased { table: "measure", rows }])
}
