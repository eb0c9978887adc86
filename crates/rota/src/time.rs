//! Stretches of time, and hours on the wall clock that come back each week.

use chrono::{DateTime, Datelike, Duration, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// An instant, as everywhere in the product.
pub type Time = DateTime<Utc>;

/// The instant at which the wall clock of `zone` shows `date` and `time`: of an hour that autumn repeats the later one,
/// and an hour that spring skips comes an hour later. (As the clock of the product does; this crate is used without it.)
pub fn at_wall_clock(zone: Tz, date: NaiveDate, time: NaiveTime) -> Time {
    let asked = date.and_time(time);
    match zone.from_local_datetime(&asked) {
        LocalResult::Single(at) | LocalResult::Ambiguous(_, at) => at.with_timezone(&Utc),
        LocalResult::None => {
            let after_gap = asked + Duration::hours(1);
            let at = zone.from_local_datetime(&after_gap).latest().map(|at| at.with_timezone(&Utc));
            at.unwrap_or_else(|| Utc.from_utc_datetime(&after_gap))
        }
    }
}

/// The day on the wall calendar of `zone` at the instant `at`.
pub fn local_day(zone: Tz, at: Time) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// From an instant until just before another (`mutual-aid` ALG6: half open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    /// Its first instant.
    pub start: Time,
    /// The first instant after it.
    pub end: Time,
}

impl Stretch {
    /// From `start` to `end`; none when nothing lies between them.
    pub fn new(start: Time, end: Time) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// So many minutes, and at least one, on the wall clock of `zone` from `date` and `from`. The hour stays when the
    /// clocks change (`mutual-aid` ALG6).
    pub fn on_the_wall(zone: Tz, date: NaiveDate, from: NaiveTime, minutes: u32) -> Self {
        let start = at_wall_clock(zone, date, from);
        Self { start, end: start + Duration::minutes(i64::from(minutes.max(1))) }
    }

    /// Whether the instant lies in it.
    pub fn holds(&self, at: Time) -> bool {
        self.start <= at && at < self.end
    }

    /// How long it lasts.
    pub fn lasts(&self) -> Duration {
        self.end - self.start
    }

    /// Whether less than `rest` lies between the two (`mutual-aid` ALG6). Without rest: whether they overlap.
    pub fn collides(&self, other: &Self, rest: Duration) -> bool {
        self.start < other.end + rest && other.start < self.end + rest
    }
}

/// Hours of one day of the week, on the wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// The day on which it begins.
    pub day: Weekday,
    /// When it begins.
    pub from: NaiveTime,
    /// When it ends: on the next day unless it is later than the beginning.
    pub until: NaiveTime,
}

impl Window {
    /// The window of that date; none on other days of the week.
    pub fn on(&self, zone: Tz, date: NaiveDate) -> Option<Stretch> {
        if date.weekday() != self.day {
            return None;
        }
        let last = if self.from < self.until { date } else { date.succ_opt()? };
        Stretch::new(at_wall_clock(zone, date, self.from), at_wall_clock(zone, last, self.until))
    }

    /// The same hours on every day of the week.
    pub fn every_day(from: NaiveTime, until: NaiveTime) -> [Self; 7] {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        [Mon, Tue, Wed, Thu, Fri, Sat, Sun].map(|day| Self { day, from, until })
    }
}

/// Whether all of `when` lies in the windows. Two windows that touch are as good as one.
pub fn within(zone: Tz, windows: &[Window], when: Stretch) -> bool {
    let (first, last) = (local_day(zone, when.start), local_day(zone, when.end));
    let first = first.pred_opt().unwrap_or(first);
    let dates = first.iter_days().take_while(|date| *date <= last);
    let open: Vec<Stretch> =
        dates.flat_map(|date| windows.iter().filter_map(move |window| window.on(zone, date))).collect();
    let mut covered = when.start;
    while covered < when.end {
        let further = open.iter().filter(|one| one.holds(covered)).map(|one| one.end).max();
        match further {
            Some(end) => covered = end,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HERE: Tz = Tz::America__Toronto;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn hour(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }
    fn on(date: &str, from: u32, minutes: u32) -> Stretch {
        Stretch::on_the_wall(HERE, day(date), hour(from), minutes)
    }

    #[test]
    fn an_hour_on_the_wall_stays_when_the_clocks_change() {
        for (zone, before, after) in [
            (HERE, "2027-03-13", "2027-03-14"),
            (HERE, "2027-11-06", "2027-11-07"),
            (Tz::Europe__Paris, "2027-03-27", "2027-03-28"),
            (Tz::Europe__Paris, "2027-10-30", "2027-10-31"),
        ] {
            let on = |date| Stretch::on_the_wall(zone, day(date), hour(14), 60);
            let shown = |at: Time| at.with_timezone(&zone).naive_local().time();
            assert_eq!((shown(on(before).start), shown(on(after).start)), (hour(14), hour(14)));
            assert_ne!((on(after).start - on(before).start).num_hours(), 24);
        }
    }

    #[test]
    fn windows_that_touch_are_one_and_a_night_goes_on_to_the_next_day() {
        let window = |day, from, until| Window { day, from: hour(from), until: hour(until) };
        let windows = [window(Weekday::Mon, 14, 16), window(Weekday::Mon, 16, 18), window(Weekday::Fri, 22, 1)];
        assert!(within(HERE, &windows, on("2027-03-08", 15, 120)));
        assert!(!within(HERE, &windows, on("2027-03-08", 17, 61)));
        assert!(!within(HERE, &windows, on("2027-03-09", 15, 60)), "a Tuesday");
        assert!(within(HERE, &windows, on("2027-03-12", 23, 120)));
        assert!(within(HERE, &windows, on("2027-03-13", 0, 60)));
        assert!(!within(HERE, &[], on("2027-03-08", 15, 1)), "nobody said yes to any hour");
    }

    #[test]
    fn a_whole_week_is_open_when_every_day_is() {
        let always = Window::every_day(hour(0), hour(0));
        assert!(within(HERE, &always, on("2027-03-12", 9, 4 * 24 * 60)), "the clocks change meanwhile");
    }

    proptest! {
        #[test]
        fn to_collide_is_mutual(a in 0i64..500, b in 0i64..500, long in 1i64..200, other in 1i64..200, rest in 0i64..100) {
            let at = |minute| Time::from_timestamp(minute * 60, 0).unwrap();
            let one = Stretch::new(at(a), at(a + long)).unwrap();
            let two = Stretch::new(at(b), at(b + other)).unwrap();
            let rest = Duration::minutes(rest);
            prop_assert_eq!(one.collides(&two, rest), two.collides(&one, rest));
            let apart = (two.start - one.end).max(one.start - two.end);
            prop_assert_eq!(one.collides(&two, rest), apart < rest);
        }
    }
}
