//! What somebody said of herself as a listener, and the hours of the group.

use crate::ListeningId;
use crate::entities::listening::{listener, listening};
use crate::queries::listening::number_place;
use crate::queries::listening::slots::time_of;
use chrono::{NaiveDate, NaiveTime};
use commons::clock::local_day;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed;
use membership::queries::{charter, consents};
use membership::rules::consent::Use;
use sea_orm::ColumnTrait;

/// What she said of herself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// The number that is shown while she is there.
    pub number: String,
    /// At most so many slots a week.
    pub weekly_most: u32,
    /// Whether she is there even if nobody else is.
    pub alone: bool,
    /// Days on which she may be asked, Monday is 0.
    pub days: Vec<u32>,
    /// From when she may be asked on those days.
    pub from: NaiveTime,
    /// Until when.
    pub until: NaiveTime,
}

/// What somebody who listens said of herself; none when she does not.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, member: MemberId) -> Result<Option<Mine>, Broken> {
    if !consents::said(scope, member, Use::Listen).await? {
        return Ok(None);
    }
    let row = scope.find::<listener::Entity>().filter(listener::Column::MemberId.eq(member)).one().await?;
    let Some(row) = row else { return Ok(None) };
    let number = sealed::key_of(scope, member).await?.open_text(&number_place(member), &row.number)?;
    Ok(Some(Mine {
        number,
        weekly_most: u32::try_from(row.weekly_most).unwrap_or_default(),
        alone: row.alone,
        days: (0..7).filter(|bit| row.days & (1 << bit) != 0).collect(),
        from: time_of(row.from_minute),
        until: time_of((row.from_minute + row.minutes) % (24 * 60)),
    }))
}

/// Hours that come back each week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Which.
    pub id: ListeningId,
    /// The first day; they come back on that day of the week.
    pub first_day: NaiveDate,
    /// The last day, once they are given up, or when they are for one day alone.
    pub last_day: Option<NaiveDate>,
    /// From when.
    pub from: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
}

/// The hours of the group that are not over, in the order of the week.
///
/// # Errors
/// When the store fails.
pub async fn hours(scope: &Scope<'_>) -> Result<Vec<Hours>, Broken> {
    let today = local_day(charter::charter(scope).await?.zone(), scope.now());
    let rows = scope.find::<listening::Entity>().all().await?.into_iter();
    let mut hours: Vec<Hours> = rows
        .filter(|row| row.last_day.is_none_or(|last| last >= today))
        .map(|row| Hours {
            id: row.id,
            first_day: row.first_day,
            last_day: row.last_day,
            from: time_of(row.from_minute),
            minutes: u32::try_from(row.minutes).unwrap_or_default(),
        })
        .collect();
    use chrono::Datelike;
    hours.sort_by_key(|one| (one.first_day.weekday().num_days_from_monday(), one.from, one.id));
    Ok(hours)
}
