//! What somebody gives, as she says it on one page for everything that asks her (`mutual-aid` R1, C5, A7; `domain F5`).
//!
//! Which kinds she says yes to is not here: each is a yes of its own, which she takes back where she gave it.

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use rota::limits::{Cap, Per, Rest};
use rota::opening::Watch;
use rota::time::{Window, at_wall_clock};
use rota::{Kind, Limits, Stretch, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most days that one line of "away" lasts.
pub const LONGEST_AWAY: i64 = 366;
/// Most lines of "away".
pub const MOST_AWAY: usize = 6;
/// Most times in one day, week or month that somebody types.
pub const MOST_TIMES: u32 = 60;
/// Longest rest, in hours.
pub const LONGEST_REST: u32 = 336;

/// Days on which she is not there, both included. No field says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Away {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
}

/// How she is told the evening before (`mutual-aid` A7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// Not at all: she looks for herself.
    #[default]
    None,
    /// By a mail that names a day and an hour, and nothing else.
    Mail,
}

impl Reminder {
    /// Both, in the order forms offer them.
    pub const ALL: [Self; 2] = [Self::None, Self::Mail];

    /// Its word in forms and translations (`limits-reminder-<word>`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mail => "mail",
        }
    }

    /// The one of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A person's own limits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnLimits {
    /// Her hours. Without any no visit is proposed to her. Listening has hours of its own: she is asked within both.
    pub windows: Vec<Window>,
    /// At most so often a day, all kinds together.
    pub a_day: Option<u32>,
    /// A week.
    pub a_week: Option<u32>,
    /// A month.
    pub a_month: Option<u32>,
    /// Hours of rest between two things.
    pub rest_hours: u32,
    /// Days away.
    pub away: Vec<Away>,
    /// She has offered enough for now: nobody sees it, and she is asked for nothing (`mutual-aid` C5).
    pub enough: bool,
    /// How she is told the evening before.
    pub reminder: Reminder,
    /// What she wants to hear of when somebody is looked for, and on which days (R3).
    #[serde(default)]
    pub watch: Watch,
    /// When she last heard of something by it.
    #[serde(default)]
    pub heard: Option<Time>,
}

impl OwnLimits {
    /// What everything that asks her looks at. `yes_to` are the kinds to which she said yes.
    pub fn limits(&self, zone: Tz, now: Time, yes_to: BTreeSet<Kind>) -> Limits {
        let caps = [(Per::Day, self.a_day), (Per::Week, self.a_week), (Per::Month, self.a_month)];
        let caps = caps.into_iter().filter_map(|(per, most)| Some(Cap { kind: None, per, most: most? }));
        let midnight = |day: NaiveDate| at_wall_clock(zone, day, NaiveTime::MIN);
        let away = self.away.iter().filter_map(|away| {
            Stretch::new(midnight(away.from), midnight(away.until.succ_opt().unwrap_or(away.until)))
        });
        // As far as anything is planned, and a little of what has just begun.
        let enough = self.enough.then(|| Stretch { start: now - Duration::days(60), end: now + Duration::days(3_660) });
        let rest = (self.rest_hours > 0).then_some(Rest { kind: None, minutes: self.rest_hours.saturating_mul(60) });
        Limits {
            yes_to,
            windows: self.windows.clone(),
            caps: caps.collect(),
            rests: rest.into_iter().collect(),
            away: away.chain(enough).collect(),
        }
    }

    /// The same in circles of close ones, where her yes is in each link. Where she said no hours, any is as good as another.
    pub fn in_circles(&self, zone: Tz, now: Time) -> Limits {
        let mut limits = self.limits(zone, now, BTreeSet::from([Kind::Circle]));
        if limits.windows.is_empty() {
            limits.windows = Window::every_day(NaiveTime::MIN, NaiveTime::MIN).to_vec();
        }
        limits
    }

    /// The same without the days that are over.
    #[must_use]
    pub fn without_past(mut self, today: NaiveDate) -> Self {
        self.away.retain(|away| away.until >= today);
        self.away.sort();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rota::{Engagement, Hindrance};

    const HERE: Tz = Tz::America__Toronto;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn visit(date: &str) -> Engagement {
        let hour = NaiveTime::from_hms_opt(14, 0, 0).unwrap();
        Engagement { when: Stretch::on_the_wall(HERE, day(date), hour, 60), kind: Kind::Visit }
    }
    fn own() -> OwnLimits {
        let always = Window::every_day(NaiveTime::MIN, NaiveTime::MIN).to_vec();
        OwnLimits { windows: always, a_week: Some(2), ..OwnLimits::default() }
    }
    fn now() -> Time {
        at_wall_clock(HERE, day("2027-03-08"), NaiveTime::MIN)
    }

    #[test]
    fn nothing_said_is_nothing_asked() {
        let limits = OwnLimits::default().limits(HERE, now(), Kind::ALL.into());
        assert_eq!(limits.check(HERE, &[], &visit("2027-03-10")), Err(Hindrance::OtherHours));
        let limits = own().limits(HERE, now(), BTreeSet::new());
        assert_eq!(limits.check(HERE, &[], &visit("2027-03-10")), Err(Hindrance::OtherKind));
    }

    #[test]
    fn enough_and_away_are_the_same_word_to_everything_that_asks() {
        let away = Away { from: day("2027-03-10"), until: day("2027-03-10") };
        let away = OwnLimits { away: vec![away], ..own() }.limits(HERE, now(), Kind::ALL.into());
        let enough = OwnLimits { enough: true, ..own() }.limits(HERE, now(), Kind::ALL.into());
        for limits in [&away, &enough] {
            assert_eq!(limits.check(HERE, &[], &visit("2027-03-10")), Err(Hindrance::Away));
        }
        assert_eq!(away.check(HERE, &[], &visit("2027-03-11")), Ok(()), "the day after");
    }

    #[test]
    fn caps_and_rest_hold() {
        let limits = OwnLimits { rest_hours: 30, ..own() }.limits(HERE, now(), Kind::ALL.into());
        let held = [visit("2027-03-09")];
        assert_eq!(limits.check(HERE, &held, &visit("2027-03-10")), Err(Hindrance::TooSoon));
        let held = [visit("2027-03-08"), visit("2027-03-10")];
        assert_eq!(limits.check(HERE, &held, &visit("2027-03-12")), Err(Hindrance::Enough(Per::Week)));
    }

    #[test]
    fn days_that_are_over_are_not_kept() {
        let line = |from, until| Away { from: day(from), until: day(until) };
        let away = vec![line("2027-05-01", "2027-05-09"), line("2027-03-01", "2027-03-07")];
        let kept = OwnLimits { away, ..own() }.without_past(day("2027-03-08"));
        assert_eq!(kept.away, [line("2027-05-01", "2027-05-09")]);
        for reminder in Reminder::ALL {
            assert_eq!(Reminder::named(reminder.word()), Some(reminder));
        }
    }
}
