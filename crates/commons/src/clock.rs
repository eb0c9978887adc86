//! One clock for the whole product, so that tests decide what time it is.

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveTime, SubsecRound, TimeZone, Utc};
pub use chrono_tz::Tz;

/// An instant in UTC, in whole microseconds: what both stores can hold.
pub type Time = DateTime<Utc>;

/// What time it is. The only source of time in the product (`clippy.toml` forbids the others).
pub trait Clock: Send + Sync {
    /// The present instant, in whole microseconds.
    fn now(&self) -> Time;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> Time {
        Utc::now().trunc_subsecs(6)
    }
}

/// The instant at which the wall clock of `zone` shows `date` and `time`.
///
/// A time that the spring change skips is moved one hour later; of a time that comes twice in
/// autumn, the later one is taken, so that nobody loses an hour to answer (`decisions C8`).
pub fn at_wall_clock(zone: Tz, date: NaiveDate, time: NaiveTime) -> Time {
    match zone.from_local_datetime(&date.and_time(time)) {
        LocalResult::Single(at) => at.with_timezone(&Utc),
        LocalResult::Ambiguous(_, later) => later.with_timezone(&Utc),
        LocalResult::None => {
            let after_gap = date.and_time(time) + chrono::Duration::hours(1);
            match zone.from_local_datetime(&after_gap) {
                LocalResult::Single(at) | LocalResult::Ambiguous(_, at) => at.with_timezone(&Utc),
                LocalResult::None => Utc.from_utc_datetime(&after_gap),
            }
        }
    }
}

/// The day on the wall calendar of `zone` at the instant `at`.
pub fn local_day(zone: Tz, at: Time) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// `time` on the wall clock of `zone`, `days` days after the local day of `from`.
pub fn days_later(zone: Tz, from: Time, days: u32, time: NaiveTime) -> Time {
    let day = local_day(zone, from);
    let day = day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
    at_wall_clock(zone, day, time)
}

/// Delays end at the first of these hours: people are awake, and the evening is not over.
///
/// The second is for what began between the two, as a vote does that opens seconds after its discussion
/// ended: it lasts its days and the hour, not a day more.
pub const EVENING_HOURS: [NaiveTime; 2] = [evening_hour(20), evening_hour(21)];

const fn evening_hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(hour) => hour,
        None => NaiveTime::MIN,
    }
}

/// The first evening hour that is at least `days` whole days after `from`, as the wall clock of `zone` counts
/// days: from ten to midnight on a Monday, one day lasts until ten to midnight on the Tuesday, and the first
/// evening hour after that is on the Wednesday.
pub fn evening_after(zone: Tz, from: Time, days: u32) -> Time {
    let from = from.with_timezone(&zone).naive_local();
    let later = |days: u32| from.date().checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
    match EVENING_HOURS.into_iter().find(|hour| from.time() <= *hour) {
        Some(hour) => at_wall_clock(zone, later(days), hour),
        None => at_wall_clock(zone, later(days.saturating_add(1)), EVENING_HOURS[0]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn eight_in_the_evening() -> NaiveTime {
        NaiveTime::from_hms_opt(20, 0, 0).unwrap()
    }

    #[test]
    fn a_deadline_keeps_its_wall_hour_across_both_changes_of_clock() {
        for (zone, before, changes) in [
            (Tz::America__Toronto, "2027-03-13", "2027-03-15"),
            (Tz::America__Toronto, "2027-11-06", "2027-11-08"),
            (Tz::Europe__Paris, "2027-03-27", "2027-03-29"),
            (Tz::Europe__Paris, "2027-10-30", "2027-11-01"),
        ] {
            let from = at_wall_clock(zone, day(before), eight_in_the_evening());
            let until = days_later(zone, from, 2, eight_in_the_evening());
            assert_eq!(until.with_timezone(&zone).naive_local(), day(changes).and_time(eight_in_the_evening()));
            assert_ne!((until - from).num_hours(), 48, "one of the two days has 23 or 25 hours");
        }
    }

    #[test]
    fn an_hour_that_spring_skips_comes_one_hour_later() {
        let half_past_two = NaiveTime::from_hms_opt(2, 30, 0).unwrap();
        let at = at_wall_clock(Tz::America__Toronto, day("2027-03-14"), half_past_two);
        assert_eq!(
            at.with_timezone(&Tz::America__Toronto).naive_local().time(),
            NaiveTime::from_hms_opt(3, 30, 0).unwrap()
        );
    }

    #[test]
    fn of_an_hour_that_autumn_repeats_the_later_one_counts() {
        let half_past_one = NaiveTime::from_hms_opt(1, 30, 0).unwrap();
        let at = at_wall_clock(Tz::America__Toronto, day("2027-11-07"), half_past_one);
        assert_eq!(at.to_rfc3339(), "2027-11-07T06:30:00+00:00");
    }
}
