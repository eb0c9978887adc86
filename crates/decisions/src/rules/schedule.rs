//! When a discussion, a vote and a challenge window end: at a plain hour on the group's wall clock
//! (`decisions C8`), never sooner than the charter allows (`decisions A8`).

use chrono::{Duration, NaiveTime};
use commons::clock::{Time, Tz, days_later};

/// Discussions and votes end at this hour: people are awake, and the evening is not over.
pub const HOUR: NaiveTime = match NaiveTime::from_hms_opt(20, 0, 0) {
    Some(hour) => hour,
    None => NaiveTime::MIN,
};

/// A text changed late is read for at least this long before it freezes.
pub const TIME_TO_READ: Duration = Duration::hours(24);

/// When a discussion that begins at `from` ends. With 0 days it ends at once: the group wants it so.
pub fn discussion_until(zone: Tz, from: Time, days: u32) -> Time {
    if days == 0 { from } else { days_later(zone, from, days, HOUR) }
}

/// When the discussion ends once the text changed at `now`.
pub fn discussion_after_revision(zone: Tz, now: Time, until: Time, days: u32) -> Time {
    if days == 0 || until - now >= TIME_TO_READ {
        return until;
    }
    let tomorrow = days_later(zone, now, 1, HOUR);
    let soonest = if tomorrow - now >= TIME_TO_READ { tomorrow } else { days_later(zone, now, 2, HOUR) };
    soonest.max(until)
}

/// When a vote that opens at `from` closes. Ballots count until just before this instant.
pub fn closes_at(zone: Tz, from: Time, days: u32) -> Time {
    days_later(zone, from, days.max(1), HOUR)
}

/// When a decision adopted at `closed` acts.
pub fn window_until(closed: Time, hours: u32) -> Time {
    closed + Duration::hours(i64::from(hours))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ZONES: [Tz; 4] = [Tz::America__Toronto, Tz::Europe__Paris, Tz::UTC, Tz::Pacific__Apia];

    fn any_instant() -> impl Strategy<Value = Time> {
        (1_700_000_000i64..2_000_000_000).prop_map(|second| Time::from_timestamp(second, 0).unwrap())
    }

    proptest! {
        #[test]
        fn a_vote_closes_at_eight_in_the_evening_whatever_the_clocks_do(from in any_instant(), days in 1u32..60, zone in 0usize..ZONES.len()) {
            let zone = ZONES[zone];
            let closes = closes_at(zone, from, days).with_timezone(&zone).naive_local();
            prop_assert_eq!(closes.time(), HOUR);
            prop_assert_eq!((closes.date() - from.with_timezone(&zone).date_naive()).num_days(), i64::from(days));
        }

        #[test]
        fn a_changed_text_is_read_for_a_day_and_no_change_shortens_the_talk(now in any_instant(), left in 0i64..20 * 86_400, zone in 0usize..ZONES.len()) {
            let until = now + Duration::seconds(left);
            let after = discussion_after_revision(ZONES[zone], now, until, 5);
            prop_assert!(after >= until);
            prop_assert!(after - now >= TIME_TO_READ);
        }
    }

    #[test]
    fn a_group_that_wants_no_delay_has_none() {
        let now = Time::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(discussion_until(Tz::UTC, now, 0), now);
        assert_eq!(discussion_after_revision(Tz::UTC, now, now, 0), now);
    }
}
