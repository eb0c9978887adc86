//! Hours in which two of the group are there: opened by any member, one day of the week at a time.

use crate::ListeningId;
use crate::commands::listening::yes::{minute_of, minutes_between};
use crate::entities::listening::listening;
use crate::powers::OpenListening;
use crate::rules::listening::{LONGEST, Slot};
use chrono::{Datelike, Days, Duration, NaiveTime, Weekday};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use membership::powers::Permit;
use membership::queries::charter;
use rota::Stretch;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};

/// Most hours a week that one group has: a pair for every hour of a week.
pub const MOST_HOURS: u64 = 60;

/// Hours as they were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewHours {
    /// On which day of the week.
    pub day: Option<Weekday>,
    /// From when.
    pub from: Option<NaiveTime>,
    /// Until when: on the next day unless it is later.
    pub until: Option<NaiveTime>,
    /// Whether it is for the next such day alone.
    pub once: bool,
}

/// Opens hours, from the next such day on. It is today when they did not begin yet.
///
/// # Errors
/// When something is to correct.
pub async fn open(tx: &Tx<'_>, _permit: Permit<OpenListening>, new: NewHours) -> Result<ListeningId, No> {
    let (Some(day), Some(from), Some(until)) = (new.day, new.from, new.until) else {
        return Err(No::Invalid(missing(&new)));
    };
    let minutes = minutes_between(from, until);
    if Duration::minutes(i64::from(minutes)) > LONGEST {
        let message = Message::new("listening-too-long").with("most", LONGEST.num_hours());
        return Err(No::field("until", message));
    }
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    // Those that were given up take no place.
    let goes_on = Condition::any().add(listening::Column::LastDay.is_null()).add(listening::Column::LastDay.gte(today));
    if tx.find::<listening::Entity>().filter(goes_on).count().await? >= MOST_HOURS {
        return Err(No::field(
            "day",
            Message::new("listening-hours-enough").with("most", i64::try_from(MOST_HOURS).unwrap_or(i64::MAX)),
        ));
    }
    let zone = charter::charter(tx).await?.zone();
    let today = local_day(zone, tx.now());
    let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    let mut first = today + Days::new(u64::from(ahead));
    let when = |first| Stretch::on_the_wall(zone, first, from, u32::try_from(minutes).unwrap_or_default());
    if when(first).start <= tx.now() {
        first = first + Days::new(7);
    }
    // The rule itself has the last word on how long a slot may be.
    if Slot::<MemberId>::open(when(first)).is_none() {
        return Err(No::field("until", Message::new("listening-too-long").with("most", LONGEST.num_hours())));
    }
    let id = ListeningId::new();
    let row = listening::ActiveModel {
        id: Set(id),
        first_day: Set(first),
        last_day: Set(new.once.then_some(first)),
        from_minute: Set(minute_of(from)),
        minutes: Set(minutes),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

fn missing(new: &NewHours) -> Vec<Problem> {
    let mut problems = Vec::new();
    if new.day.is_none() {
        problems.push(Problem::new("day", Message::new("day-of-week-missing")));
    }
    for (field, time) in [("from", new.from), ("until", new.until)] {
        if time.is_none() {
            problems.push(Problem::new(field, Message::new("time-missing")));
        }
    }
    problems
}

/// Gives hours up: they do not come back. A slot that somebody took stays, until it is over or she leaves it.
///
/// # Errors
/// When there are none.
pub async fn give_up(tx: &Tx<'_>, _permit: Permit<OpenListening>, id: ListeningId) -> Result<(), No> {
    use listening::Column;
    let row = tx.find::<listening::Entity>().filter(Column::Id.eq(id)).one().await?.ok_or(No::NotFound)?;
    let yesterday = local_day(charter::charter(tx).await?.zone(), tx.now()) - Days::new(1);
    let last = row.last_day.map_or(yesterday, |last| last.min(yesterday));
    tx.change::<listening::Entity>().filter(Column::Id.eq(id)).set(Column::LastDay, Some(last)).go().await?;
    Ok(())
}
