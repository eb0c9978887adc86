//! Hours in which nobody is called (`mutual-aid` 5.1 "night", T11; ruling 15). Each person has her own; only whoever
//! ticked it is called at night, and only when it is urgent. Hours are those of the wall clock, also when clocks
//! change.

use chrono::{DateTime, Duration, NaiveTime, SubsecRound, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// An instant in UTC.
pub type Time = DateTime<Utc>;

/// What a chain of calls is for. Each is another yes of each person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something cannot wait: ice, a place that closes.
    Urgent,
    /// News that can wait for the morning.
    News,
    /// A trial, with a text that says so. Only counts are kept.
    Drill,
}

/// The quiet hours of a day, on the wall clock. When both are the same there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// Nobody calls from here on.
    pub from: NaiveTime,
    /// From here on calls are welcome.
    pub until: NaiveTime,
}

const fn o_clock(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

impl Quiet {
    /// Nine in the evening to nine in the morning: what holds for whoever chose nothing else (ruling 15).
    pub const USUAL: Self = Self { from: o_clock(21), until: o_clock(9) };
    /// No quiet hours.
    pub const NONE: Self = Self { from: NaiveTime::MIN, until: NaiveTime::MIN };

    /// Whether it is quiet when the wall clock shows `time`.
    pub fn holds(self, time: NaiveTime) -> bool {
        if self.from <= self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }

    /// Whether two people have an hour of the day in common. Two stretches of a day meet where one of them begins.
    pub fn meets(self, other: Self) -> bool {
        !other.holds(self.until) || !self.holds(other.until)
    }
}

/// When somebody may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Her quiet hours.
    pub quiet: Quiet,
    /// She said yes to urgent calls at night.
    pub urgent_at_night: bool,
}

impl Hours {
    /// What holds for whoever chose nothing else.
    pub const USUAL: Self = Self { quiet: Quiet::USUAL, urgent_at_night: false };
    /// Whenever.
    pub const ALWAYS: Self = Self { quiet: Quiet::NONE, urgent_at_night: false };

    /// Whether she may be called at this instant.
    pub fn allow(self, kind: Kind, zone: Tz, at: Time) -> bool {
        let at_night_too = kind == Kind::Urgent && self.urgent_at_night;
        at_night_too || !self.quiet.holds(at.with_timezone(&zone).time())
    }

    /// The first instant from `at` on when she may be called.
    pub fn next(self, kind: Kind, zone: Tz, at: Time) -> Time {
        if self.allow(kind, zone, at) { at } else { end_of_quiet(self.quiet, zone, at) }
    }
}

/// When the quiet hours end that hold at `at`.
fn end_of_quiet(quiet: Quiet, zone: Tz, at: Time) -> Time {
    let local = at.with_timezone(&zone);
    let wait = until_shown(local.time(), quiet.until);
    let end = at + wait;
    let same_clock = end.with_timezone(&zone).time() == quiet.until;
    if same_clock && !clock_changes(zone, at, end) { end } else { minute_by_minute(quiet, zone, at) }
}

/// How long until a clock that shows `now` shows `then`.
fn until_shown(now: NaiveTime, then: NaiveTime) -> Duration {
    let wait = then.signed_duration_since(now);
    if wait <= Duration::zero() { wait + Duration::days(1) } else { wait }
}

fn clock_changes(zone: Tz, from: Time, until: Time) -> bool {
    let shift = |at: Time| {
        let local = at.with_timezone(&zone).naive_local();
        local.signed_duration_since(at.naive_utc())
    };
    shift(from) != shift(until)
}

/// The night when clocks change: whatever they do, the first minute that is not quiet.
fn minute_by_minute(quiet: Quiet, zone: Tz, at: Time) -> Time {
    const TWO_DAYS: i64 = 2 * 24 * 60;
    let minute = at.trunc_subsecs(0).with_second(0).unwrap_or(at);
    let minutes = (1..=TWO_DAYS).map(|after| minute + Duration::minutes(after));
    let mut awake = minutes.filter(|at| !quiet.holds(zone.from_utc_datetime(&at.naive_utc()).time()));
    awake.next().unwrap_or(at + Duration::days(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn quiet(from: &str, until: &str) -> Hours {
        Hours { quiet: Quiet { from: time(from), until: time(until) }, urgent_at_night: false }
    }

    fn at(text: &str) -> Time {
        text.parse().unwrap()
    }

    fn shown(zone: Tz, at: Time) -> String {
        at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
    }

    const ZONES: [Tz; 2] = [Tz::America__Toronto, Tz::Europe__Paris];

    #[test]
    fn the_evening_of_the_ice_storm_ends_at_nine() {
        let zone = Tz::America__Toronto;
        let usual = Hours::USUAL;
        assert!(usual.allow(Kind::Urgent, zone, at("2027-02-22T20:59:59-05:00")));
        let nine = at("2027-02-22T21:00:00-05:00");
        assert!(!usual.allow(Kind::Urgent, zone, nine));
        assert_eq!(shown(zone, usual.next(Kind::Urgent, zone, nine)), "2027-02-23 09:00");
        let ticked = Hours { urgent_at_night: true, ..usual };
        assert_eq!(ticked.next(Kind::Urgent, zone, nine), nine);
        assert!(!ticked.allow(Kind::News, zone, nine) && !ticked.allow(Kind::Drill, zone, nine));
    }

    #[test]
    fn on_both_changes_of_hour_the_wall_clock_rules() {
        for (zone, evening, morning, hours) in [
            (Tz::America__Toronto, "2027-03-13T21:30:00-05:00", "2027-03-14 09:00", 630),
            (Tz::America__Toronto, "2027-11-06T21:30:00-04:00", "2027-11-07 09:00", 750),
            (Tz::Europe__Paris, "2027-03-27T21:30:00+01:00", "2027-03-28 09:00", 630),
            (Tz::Europe__Paris, "2027-10-30T21:30:00+02:00", "2027-10-31 09:00", 750),
        ] {
            let next = Hours::USUAL.next(Kind::Urgent, zone, at(evening));
            assert_eq!(shown(zone, next), morning);
            assert_eq!((next - at(evening)).num_minutes(), hours, "a night of one hour less, or more");
        }
    }

    #[test]
    fn an_end_that_spring_skips_is_where_the_clock_jumps() {
        let zone = Tz::America__Toronto;
        let next = quiet("21:00:00", "02:30:00").next(Kind::News, zone, at("2027-03-13T23:10:20-05:00"));
        assert_eq!(shown(zone, next), "2027-03-14 03:00");
    }

    #[test]
    fn an_end_that_autumn_repeats_is_the_first_of_both() {
        let zone = Tz::America__Toronto;
        let sleeps = quiet("21:00:00", "01:30:00");
        let next = sleeps.next(Kind::News, zone, at("2027-11-06T23:00:00-04:00"));
        assert_eq!(next, at("2027-11-07T01:30:00-04:00"));
        // Then the clock shows 1:00 again, and it is quiet again until it shows 1:30 again.
        let again = at("2027-11-07T01:10:00-05:00");
        assert!(!sleeps.allow(Kind::News, zone, again));
        assert_eq!(sleeps.next(Kind::News, zone, again), at("2027-11-07T01:30:00-05:00"));
    }

    #[test]
    fn who_sleeps_by_day_and_who_sleeps_by_night_meet_or_not() {
        let hours = |from: &str, until: &str| quiet(from, until).quiet;
        assert!(Quiet::USUAL.meets(Quiet::USUAL) && Quiet::USUAL.meets(Quiet::NONE) && Quiet::NONE.meets(Quiet::USUAL));
        assert!(!Quiet::USUAL.meets(hours("09:00:00", "21:00:00")), "one sleeps when the other is awake");
        assert!(Quiet::USUAL.meets(hours("09:00:00", "20:30:00")), "half an hour in the evening");
    }

    fn any_quiet() -> impl Strategy<Value = Quiet> {
        let quarter = || (0u32..96).prop_map(|quarter| time(&format!("{:02}:{:02}:00", quarter / 4, quarter % 4 * 15)));
        (quarter(), quarter()).prop_map(|(from, until)| Quiet { from, until })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// The next instant is allowed, and no minute before it was: around both changes of hour and on other nights.
        #[test]
        fn the_next_instant_is_the_first_one(
            quiet in any_quiet(), zone in proptest::sample::select(ZONES.to_vec()),
            start in proptest::sample::select(vec!["2027-03-13T12:00:00Z", "2027-03-27T12:00:00Z",
                "2027-10-30T12:00:00Z", "2027-11-06T12:00:00Z", "2027-07-01T12:00:00Z"]),
            seconds in 0i64..86_400,
        ) {
            let hours = Hours { quiet, urgent_at_night: false };
            let from = at(start) + Duration::seconds(seconds);
            let next = hours.next(Kind::News, zone, from);
            prop_assert!(hours.allow(Kind::News, zone, next));
            let minutes = (next - from).num_minutes();
            prop_assert!((0..=25 * 60).contains(&minutes));
            for minute in 0..minutes {
                prop_assert!(!hours.allow(Kind::News, zone, from + Duration::minutes(minute)));
            }
        }

        /// To meet is the same from both sides, and it means what it says.
        #[test]
        fn to_meet_is_to_have_an_hour_in_common(a in any_quiet(), b in any_quiet()) {
            let mut times =
                (0u32..1440).map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap());
            let meet = times.any(|time| !a.holds(time) && !b.holds(time));
            prop_assert_eq!(a.meets(b), meet);
            prop_assert_eq!(b.meets(a), meet);
        }
    }
}
