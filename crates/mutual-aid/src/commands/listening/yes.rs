//! Saying yes to listening, with one's own limits, and yes to be listened to. A no holds at once.

use crate::entities::listening::listener;
use crate::powers::{BeListenedTo, Listen};
use crate::queries::listening::number_place;
use chrono::{NaiveTime, Timelike};
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use commons::sealed;
use membership::commands::consent::say_these;
use membership::powers::Permit;
use membership::rules::consent::Use;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Most slots a week that somebody may choose.
pub const MOST_A_WEEK: u32 = 7;
/// Most characters of her number.
pub const LONGEST_NUMBER: usize = 40;

/// What somebody says of herself as a listener, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The number that is shown while she is there.
    pub number: String,
    /// At most so many slots a week; none when no number was typed.
    pub weekly_most: Option<u32>,
    /// Whether she is there even if nobody else is.
    pub alone: bool,
    /// Days on which she may be asked, Monday is 0.
    pub days: Vec<u32>,
    /// From when she may be asked on those days.
    pub from: Option<NaiveTime>,
    /// Until when: on the next day unless it is later.
    pub until: Option<NaiveTime>,
}

impl Settings {
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let number = self.number.trim();
        if !number.chars().any(|one| one.is_ascii_digit()) || number.chars().count() > LONGEST_NUMBER {
            problems.push(Problem::new("number", Message::new("listen-number-missing")));
        }
        if !self.weekly_most.is_some_and(|most| (1..=MOST_A_WEEK).contains(&most)) {
            problems.push(Problem::new("weekly_most", Message::new("listen-most-wrong").with("most", MOST_A_WEEK)));
        }
        if self.from.is_none() {
            problems.push(Problem::new("from", Message::new("time-missing")));
        }
        if self.until.is_none() {
            problems.push(Problem::new("until", Message::new("time-missing")));
        }
        problems
    }
}

/// Says yes to listening, or changes what she said. Days that are not ticked are days on which nobody asks her.
///
/// # Errors
/// When something is to correct.
pub async fn listen(tx: &Tx<'_>, permit: Permit<Listen>, settings: &Settings) -> Result<(), No> {
    let problems = settings.problems();
    let (Some(most), Some(from), Some(until), true) =
        (settings.weekly_most, settings.from, settings.until, problems.is_empty())
    else {
        return Err(No::Invalid(problems));
    };
    let by = permit.by();
    let days = settings.days.iter().filter(|day| **day < 7).fold(0, |days, day| days | (1 << day));
    let minutes = minutes_between(from, until);
    let number = sealed::key_of(tx, by).await?.seal(&number_place(by), settings.number.trim().as_bytes())?;
    let known = tx.find::<listener::Entity>().filter(listener::Column::MemberId.eq(by)).one().await?;
    let row = listener::ActiveModel {
        member_id: Set(by),
        number: Set(number),
        weekly_most: Set(i32::try_from(most).unwrap_or(1)),
        alone: Set(settings.alone),
        days: Set(days),
        from_minute: Set(minute_of(from)),
        minutes: Set(minutes),
        asked_at: Set(known.as_ref().and_then(|row| row.asked_at)),
        ..Default::default()
    };
    match known {
        Some(_) => tx.update(row).await?,
        None => tx.insert(row).await?,
    }
    Ok(say_these(tx, &permit, [(Use::Listen, true)]).await?)
}

/// Stops listening: her slots are free again with the next page that anybody reads, and her number is erased now.
///
/// # Errors
/// When the store fails.
pub async fn stop(tx: &Tx<'_>, permit: Permit<Listen>) -> Result<(), No> {
    tx.delete::<listener::Entity>().filter(listener::Column::MemberId.eq(permit.by())).go().await?;
    Ok(say_these(tx, &permit, [(Use::Listen, false)]).await?)
}

/// Says yes or no to be listened to.
///
/// # Errors
/// When the store fails.
pub async fn be_listened(tx: &Tx<'_>, permit: Permit<BeListenedTo>, yes: bool) -> Result<(), No> {
    Ok(say_these(tx, &permit, [(Use::BeListened, yes)]).await?)
}

/// Minutes after midnight.
pub(crate) fn minute_of(time: NaiveTime) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

/// How many minutes from one time to another: until the next day, unless it is later. A whole day when they are the same.
pub(crate) fn minutes_between(from: NaiveTime, until: NaiveTime) -> i32 {
    let minutes = (minute_of(until) - minute_of(from)).rem_euclid(24 * 60);
    if minutes == 0 { 24 * 60 } else { minutes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_go_over_midnight() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap();
        assert_eq!((minutes_between(at(9), at(11)), minutes_between(at(23), at(1))), (120, 120));
        assert_eq!(minutes_between(at(9), at(9)), 24 * 60);
    }
}
