//! When a wait for seconders, a discussion, a vote and a challenge window end: at a plain hour on the group's wall clock
//! (`decisions C8`), never sooner than the charter allows (`decisions A8`).

use chrono::Duration;
use commons::clock::{Time, Tz, evening_after};

/// A text changed late is read for at least this long before it freezes.
pub const TIME_TO_READ: Duration = Duration::hours(24);

/// When a proposal sent at `from` lapses unless it is seconded by then: not at the very minute at which it was
/// sent, but that evening or the next.
pub fn lapses_at(zone: Tz, from: Time, days: u32) -> Time {
    evening_after(zone, from, days.max(1))
}

/// When a discussion that begins at `from` ends. With 0 days it ends at once: the group wants it so.
pub fn discussion_until(zone: Tz, from: Time, days: u32) -> Time {
    if days == 0 { from } else { evening_after(zone, from, days) }
}

/// When the discussion ends once the text changed at `now`.
pub fn discussion_after_revision(zone: Tz, now: Time, until: Time, days: u32) -> Time {
    if days == 0 || until - now >= TIME_TO_READ {
        return until;
    }
    // A day of the wall clock may have 23 hours.
    let tomorrow = evening_after(zone, now, 1);
    let soonest = if tomorrow - now >= TIME_TO_READ { tomorrow } else { evening_after(zone, now, 2) };
    soonest.max(until)
}

/// When a vote that opens at `from` closes. Ballots count until just before this instant.
pub fn closes_at(zone: Tz, from: Time, days: u32) -> Time {
    evening_after(zone, from, days.max(1))
}

/// When a decision adopted at `closed` acts.
pub fn window_until(closed: Time, hours: u32) -> Time {
    closed + Duration::hours(i64::from(hours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use commons::clock::{EVENING_HOURS as HOURS, at_wall_clock};
    use proptest::prelude::*;

    const ZONES: [Tz; 4] = [Tz::America__Toronto, Tz::Europe__Paris, Tz::UTC, Tz::Pacific__Apia];

    fn any_instant() -> impl Strategy<Value = Time> {
        (1_700_000_000i64..2_000_000_000).prop_map(|second| Time::from_timestamp(second, 0).unwrap())
    }

    fn any_zone() -> impl Strategy<Value = Tz> {
        (0..ZONES.len()).prop_map(|place| ZONES[place])
    }

    /// Instants within two days of a change of the clocks: nothing else is as likely to go wrong.
    fn near_a_change() -> impl Strategy<Value = (Tz, Time)> {
        let changes = [
            (Tz::America__Toronto, "2027-03-14T07:00:00Z"),
            (Tz::America__Toronto, "2027-11-07T06:00:00Z"),
            (Tz::Europe__Paris, "2027-03-28T01:00:00Z"),
            (Tz::Europe__Paris, "2027-10-31T01:00:00Z"),
            (Tz::America__Santiago, "2027-04-04T03:00:00Z"),
            (Tz::America__Santiago, "2027-09-05T04:00:00Z"),
        ];
        (0..changes.len(), -2 * 86_400i64..2 * 86_400).prop_map(move |(place, seconds)| {
            let (zone, change) = changes[place];
            (zone, change.parse::<Time>().unwrap() + Duration::seconds(seconds))
        })
    }

    /// It ends at an evening hour, not before its days are over, and at the first such hour after that.
    fn ends_as_promised(zone: Tz, from: Time, days: u32, end: Time) -> Result<(), TestCaseError> {
        let (from, end) = (from.with_timezone(&zone).naive_local(), end.with_timezone(&zone).naive_local());
        let allowed = from + Duration::days(days.into());
        prop_assert!(HOURS.contains(&end.time()), "{end}");
        prop_assert!(end >= allowed, "{from} and {days} days end at {end}");
        let earlier = HOURS.into_iter().flat_map(|hour| (0..2).map(move |back| (hour, back)));
        let earlier = earlier.map(|(hour, back)| (end.date() - Duration::days(back)).and_time(hour));
        for hour in earlier.filter(|hour| *hour < end) {
            prop_assert!(hour < allowed, "{hour} would have done for {from} and {days} days, not {end}");
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn nothing_ends_before_its_days_nor_later_than_the_evening_after(from in any_instant(), days in 1u32..60, zone in any_zone()) {
            ends_as_promised(zone, from, days, closes_at(zone, from, days))?;
            ends_as_promised(zone, from, days, discussion_until(zone, from, days))?;
            ends_as_promised(zone, from, days, lapses_at(zone, from, days))?;
        }

        #[test]
        fn nor_when_the_clocks_change_meanwhile((zone, from) in near_a_change(), days in 1u32..4) {
            ends_as_promised(zone, from, days, closes_at(zone, from, days))?;
            ends_as_promised(zone, from, days, discussion_until(zone, from, days))?;
            ends_as_promised(zone, from, days, lapses_at(zone, from, days))?;
        }

        #[test]
        fn a_changed_text_is_read_for_a_day_and_no_change_shortens_the_talk(now in any_instant(), left in 0i64..20 * 86_400, zone in any_zone()) {
            let until = now + Duration::seconds(left);
            let after = discussion_after_revision(zone, now, until, 5);
            prop_assert!(after >= until);
            prop_assert!(after - now >= TIME_TO_READ);
        }
    }

    #[test]
    fn what_begins_late_ends_an_evening_later() {
        let zone = Tz::America__Toronto;
        let wall = |at: Time| at.with_timezone(&zone).naive_local().to_string();
        let begin =
            |text: &str| text.parse::<chrono::NaiveDateTime>().map(|at| at_wall_clock(zone, at.date(), at.time()));
        for (from, days, end) in [
            ("2027-01-11T10:00:00", 5, "2027-01-16 20:00:00"),
            ("2027-01-11T20:00:00", 5, "2027-01-16 20:00:00"),
            ("2027-01-11T20:00:01", 5, "2027-01-16 21:00:00"),
            ("2027-01-11T21:00:00", 5, "2027-01-16 21:00:00"),
            ("2027-01-11T21:00:01", 5, "2027-01-17 20:00:00"),
            ("2027-01-11T23:50:00", 5, "2027-01-17 20:00:00"),
            ("2027-01-11T23:50:00", 1, "2027-01-13 20:00:00"),
            ("2027-03-13T23:50:00", 1, "2027-03-15 20:00:00"),
            ("2027-11-06T23:50:00", 1, "2027-11-08 20:00:00"),
        ] {
            let from = begin(from).unwrap();
            assert_eq!(wall(closes_at(zone, from, days)), end, "{} and {days} days", wall(from));
            assert_eq!(wall(discussion_until(zone, from, days)), end);
        }
    }

    #[test]
    fn a_group_that_wants_no_delay_has_none() {
        let now = Time::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(discussion_until(Tz::UTC, now, 0), now);
        assert_eq!(discussion_after_revision(Tz::UTC, now, now, 0), now);
    }
}
