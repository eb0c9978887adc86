//! Hours of the week as people say them: some days, and one or two stretches of each.

use chrono::{NaiveTime, Weekday};
use rota::time::Window;

/// The days of a week, in order.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The word of a day in forms and translations (`weekday-<word>`).
pub const fn word(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// The day of that word.
pub fn named(text: &str) -> Option<Weekday> {
    WEEK.into_iter().find(|day| word(*day) == text)
}

/// An hour as people type it: `14:30`, `14h30`, `14 h 30`, `14 h` or `14`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text: String = text.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let (hour, minute) = text.split_once([':', 'h', '.']).unwrap_or((text.as_str(), ""));
    let minute = if minute.is_empty() { "0" } else { minute };
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let hour: u32 = hour.parse().ok()?;
    // Midnight at the end of a day.
    NaiveTime::from_hms_opt(if hour == 24 { 0 } else { hour }, minute.parse().ok()?, 0)
}

/// The same stretches on some days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// The days.
    pub days: Vec<Weekday>,
    /// From when to when; until midnight when the end is `00:00`.
    pub stretches: Vec<(NaiveTime, NaiveTime)>,
}

impl Hours {
    /// Each stretch on each day.
    pub fn windows(&self) -> Vec<Window> {
        let on = |day: &Weekday| {
            let day = *day;
            self.stretches.iter().map(move |(from, until)| Window { day, from: *from, until: *until })
        };
        self.days.iter().flat_map(on).collect()
    }

    /// What windows say, as far as every day has the same hours: those of the first day.
    pub fn of(windows: &[Window]) -> Self {
        let days: Vec<Weekday> =
            WEEK.into_iter().filter(|day| windows.iter().any(|window| window.day == *day)).collect();
        let first = days.first().copied();
        let stretches =
            windows.iter().filter(|window| Some(window.day) == first).map(|window| (window.from, window.until));
        Self { stretches: stretches.collect(), days }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn an_hour_is_read_as_people_write_it() {
        for text in ["14:30", "14h30", "14 h 30", " 14H30 ", "14.30"] {
            assert_eq!(time(text), Some(at(14, 30)), "{text}");
        }
        assert_eq!((time("9"), time("9 h"), time("24 h")), (Some(at(9, 0)), Some(at(9, 0)), Some(at(0, 0))));
        for text in ["", "midi", "25:00", "14:61", "-1", "140:0", "+1"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn hours_come_back_as_they_were_said() {
        let hours = Hours {
            days: vec![Weekday::Mon, Weekday::Sat],
            stretches: vec![(at(14, 0), at(16, 0)), (at(18, 0), at(0, 0))],
        };
        assert_eq!(hours.windows().len(), 4);
        assert_eq!(Hours::of(&hours.windows()), hours);
        assert_eq!(Hours::of(&[]), Hours::default());
        for day in WEEK {
            assert_eq!(named(word(day)), Some(day));
        }
        assert_eq!(named("someday"), None);
    }
}
