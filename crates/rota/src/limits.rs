//! What somebody gives, and what she doesn't (`mutual-aid` R1, A4, ALG6; `domain F5`).
//!
//! [`Limits::check`] is the one question that everything asks before it asks her: proposals, covers, swaps, what she
//! takes herself. Whoever asks for help never learns that somebody's limit was reached.

use crate::time::{Stretch, Time, Window, local_day, within};
use chrono::{Datelike, Duration};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use thiserror::Error;

/// What people take turns in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Being there for whoever calls.
    Listening,
    /// Visiting somebody.
    Visit,
    /// Something for somebody close: animals, groceries, a ride.
    Circle,
    /// A task of an activity.
    Activity,
    /// A task of a kitchen.
    Kitchen,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Listening, Self::Visit, Self::Circle, Self::Activity, Self::Kitchen];

    /// Its word in forms and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Listening => "listening",
            Self::Visit => "visit",
            Self::Circle => "circle",
            Self::Activity => "activity",
            Self::Kitchen => "kitchen",
        }
    }

    /// The kind of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// In what time something is counted, on the wall calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// From midnight to midnight.
    Day,
    /// From Monday to Sunday.
    Week,
    /// From the first to the last of the month.
    Month,
}

impl Per {
    /// Whether two instants lie in the same day, week or month.
    pub fn is_shared(self, zone: Tz, one: Time, other: Time) -> bool {
        let (one, other) = (local_day(zone, one), local_day(zone, other));
        match self {
            Self::Day => one == other,
            Self::Week => one.iso_week() == other.iso_week(),
            Self::Month => (one.year(), one.month()) == (other.year(), other.month()),
        }
    }
}

/// How often at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cap {
    /// Of which kind; of all together when none is named.
    pub kind: Option<Kind>,
    /// In what time.
    pub per: Per,
    /// So often at most.
    pub most: u32,
}

impl Cap {
    /// Whether something of this kind counts under it.
    pub fn counts(&self, kind: Kind) -> bool {
        self.kind.is_none_or(|one| one == kind)
    }
}

/// How long at least between two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    /// Between two of this kind; between any two when none is named.
    pub kind: Option<Kind>,
    /// So many minutes.
    pub minutes: u32,
}

/// Something that she said yes to, or is about to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Engagement {
    /// When.
    pub when: Stretch,
    /// What.
    pub kind: Kind,
}

/// A person's own limits. Nothing is a yes until she says so: without kinds and hours she is asked for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Kinds that she says yes to.
    pub yes_to: BTreeSet<Kind>,
    /// Her hours.
    pub windows: Vec<Window>,
    /// How often at most.
    pub caps: Vec<Cap>,
    /// How long she rests in between.
    pub rests: Vec<Rest>,
    /// When she is not there at all: away, on pause, or giving enough for now (`mutual-aid` C5). Nobody sees which.
    pub away: Vec<Stretch>,
}

/// Why she is not asked. Only she ever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hindrance {
    /// She said yes to other things, not to this one.
    #[error("she did not say yes to this kind")]
    OtherKind,
    /// It is not wholly within her hours.
    #[error("it lies outside her hours")]
    OtherHours,
    /// She is not there.
    #[error("she is away")]
    Away,
    /// She has something else then.
    #[error("it overlaps with something she has")]
    Overlap,
    /// It comes too soon before or after something she has.
    #[error("there is too little rest in between")]
    TooSoon,
    /// She gives so much in that time and no more.
    #[error("her limit for that {0:?} is reached")]
    Enough(Per),
}

impl Hindrance {
    /// What she reads, when she wants to take it herself.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OtherKind => "rota-not-other-kind",
            Self::OtherHours => "rota-not-other-hours",
            Self::Away => "rota-not-away",
            Self::Overlap => "rota-not-overlap",
            Self::TooSoon => "rota-not-too-soon",
            Self::Enough(Per::Day) => "rota-not-enough-day",
            Self::Enough(Per::Week) => "rota-not-enough-week",
            Self::Enough(Per::Month) => "rota-not-enough-month",
        }
    }
}

impl Limits {
    /// The same limits, and others beside them: a rule of the group, for instance. The narrower one always holds.
    #[must_use]
    pub fn and(mut self, caps: &[Cap], rests: &[Rest]) -> Self {
        self.caps.extend_from_slice(caps);
        self.rests.extend_from_slice(rests);
        self
    }

    /// The rest that she wants between two things of these kinds.
    pub fn rest_between(&self, one: Kind, other: Kind) -> Duration {
        let counts = |rest: &&Rest| rest.kind.is_none_or(|kind| kind == one && kind == other);
        let minutes = self.rests.iter().filter(counts).map(|rest| rest.minutes).max();
        Duration::minutes(i64::from(minutes.unwrap_or(0)))
    }

    /// How often more she may be asked in the day, week or month of `at`, of a kind; none without a limit.
    pub fn left(&self, zone: Tz, held: &[Engagement], kind: Kind, per: Per, at: Time) -> Option<u32> {
        let caps = self.caps.iter().filter(|cap| cap.per == per && cap.counts(kind));
        let left = caps.map(|cap| {
            let there = |one: &&Engagement| cap.counts(one.kind) && per.is_shared(zone, one.when.start, at);
            let taken = u32::try_from(held.iter().filter(there).count()).unwrap_or(u32::MAX);
            cap.most.saturating_sub(taken)
        });
        left.min()
    }

    /// Whether she may be asked for `asked`, with what she holds already (`mutual-aid` ALG6, R1).
    pub fn check(&self, zone: Tz, held: &[Engagement], asked: &Engagement) -> Result<(), Hindrance> {
        if !self.yes_to.contains(&asked.kind) {
            return Err(Hindrance::OtherKind);
        }
        if self.away.iter().any(|away| away.collides(&asked.when, Duration::zero())) {
            return Err(Hindrance::Away);
        }
        if !within(zone, &self.windows, asked.when) {
            return Err(Hindrance::OtherHours);
        }
        if held.iter().any(|one| one.when.collides(&asked.when, Duration::zero())) {
            return Err(Hindrance::Overlap);
        }
        if held.iter().any(|one| one.when.collides(&asked.when, self.rest_between(one.kind, asked.kind))) {
            return Err(Hindrance::TooSoon);
        }
        let full = |per: &Per| self.left(zone, held, asked.kind, *per, asked.when.start) == Some(0);
        match [Per::Day, Per::Week, Per::Month].into_iter().find(full) {
            Some(per) => Err(Hindrance::Enough(per)),
            None => Ok(()),
        }
    }

    /// Whether all of these hold together: what is left of her day when she said yes to each.
    pub fn hold(&self, zone: Tz, all: &[Engagement]) -> Result<(), Hindrance> {
        let mut held: Vec<Engagement> = Vec::new();
        for one in all {
            self.check(zone, &held, one)?;
            held.push(*one);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveTime, Weekday};
    use proptest::prelude::*;

    const HERE: Tz = Tz::America__Toronto;

    fn hour(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap()
    }
    fn on(date: &str, from: u32, minutes: u32, kind: Kind) -> Engagement {
        Engagement { when: Stretch::on_the_wall(HERE, date.parse().unwrap(), hour(from), minutes), kind }
    }
    fn anything() -> Limits {
        Limits { yes_to: Kind::ALL.into(), windows: Window::every_day(hour(0), hour(0)).to_vec(), ..Limits::default() }
    }

    #[test]
    fn nothing_is_a_yes_until_she_says_so() {
        let asked = on("2027-03-09", 14, 60, Kind::Visit);
        assert_eq!(Limits::default().check(HERE, &[], &asked), Err(Hindrance::OtherKind));
        let kinds = Limits { yes_to: Kind::ALL.into(), ..Limits::default() };
        assert_eq!(kinds.check(HERE, &[], &asked), Err(Hindrance::OtherHours));
        assert_eq!(anything().check(HERE, &[], &asked), Ok(()));
    }

    #[test]
    fn her_hours_are_hers() {
        let tuesdays = Window { day: Weekday::Tue, from: hour(13), until: hour(17) };
        let limits = Limits { windows: vec![tuesdays], ..anything() };
        assert_eq!(limits.check(HERE, &[], &on("2027-03-09", 14, 60, Kind::Visit)), Ok(()));
        assert_eq!(limits.check(HERE, &[], &on("2027-03-09", 16, 90, Kind::Visit)), Err(Hindrance::OtherHours));
        assert_eq!(limits.check(HERE, &[], &on("2027-03-10", 14, 60, Kind::Visit)), Err(Hindrance::OtherHours));
    }

    #[test]
    fn one_check_sees_everything_she_holds() {
        let limits = anything()
            .and(&[], &[Rest { kind: None, minutes: 60 }, Rest { kind: Some(Kind::Listening), minutes: 720 }]);
        let held = [on("2027-03-09", 10, 120, Kind::Kitchen), on("2027-03-09", 20, 60, Kind::Listening)];
        let check = |asked: Engagement| limits.check(HERE, &held, &asked);
        assert_eq!(check(on("2027-03-09", 11, 60, Kind::Visit)), Err(Hindrance::Overlap));
        assert_eq!(check(on("2027-03-09", 12, 60, Kind::Visit)), Err(Hindrance::TooSoon));
        assert_eq!(check(on("2027-03-09", 13, 60, Kind::Visit)), Ok(()));
        assert_eq!(check(on("2027-03-10", 8, 60, Kind::Listening)), Err(Hindrance::TooSoon));
        assert_eq!(check(on("2027-03-10", 9, 60, Kind::Listening)), Ok(()));
        assert_eq!(check(on("2027-03-10", 8, 60, Kind::Visit)), Ok(()));
    }

    #[test]
    fn enough_is_counted_by_day_week_and_month_of_the_wall() {
        let cap = |kind, per, most| Cap { kind, per, most };
        let caps =
            [cap(None, Per::Day, 2), cap(Some(Kind::Visit), Per::Week, 1), cap(Some(Kind::Visit), Per::Month, 2)];
        let limits = anything().and(&caps, &[]);
        // A Sunday evening is still that week, wherever UTC is.
        let held = [on("2027-03-07", 20, 60, Kind::Visit)];
        assert_eq!(
            limits.check(HERE, &held, &on("2027-03-06", 14, 60, Kind::Visit)),
            Err(Hindrance::Enough(Per::Week))
        );
        assert_eq!(limits.check(HERE, &held, &on("2027-03-08", 14, 60, Kind::Visit)), Ok(()));
        let held = [on("2027-03-02", 14, 60, Kind::Visit), on("2027-03-08", 14, 60, Kind::Visit)];
        assert_eq!(
            limits.check(HERE, &held, &on("2027-03-31", 14, 60, Kind::Visit)),
            Err(Hindrance::Enough(Per::Month))
        );
        assert_eq!(limits.check(HERE, &held, &on("2027-03-31", 14, 60, Kind::Circle)), Ok(()));
        let held = [on("2027-03-09", 8, 60, Kind::Circle), on("2027-03-09", 10, 60, Kind::Kitchen)];
        assert_eq!(
            limits.check(HERE, &held, &on("2027-03-09", 14, 60, Kind::Circle)),
            Err(Hindrance::Enough(Per::Day))
        );
        assert_eq!(limits.left(HERE, &held, Kind::Circle, Per::Month, held[0].when.start), None);
    }

    #[test]
    fn whoever_is_away_is_not_asked_and_words_come_back() {
        let mut limits = anything();
        limits.away.push(on("2027-03-09", 0, 24 * 60, Kind::Visit).when);
        assert_eq!(limits.check(HERE, &[], &on("2027-03-09", 14, 60, Kind::Visit)), Err(Hindrance::Away));
        for kind in Kind::ALL {
            assert_eq!(Kind::named(kind.word()), Some(kind));
            assert!(kind.word().len() <= 16);
        }
    }

    fn engagements() -> impl Strategy<Value = Vec<Engagement>> {
        let one = (0i64..40 * 24, 1i64..5, 0..Kind::ALL.len()).prop_map(|(from, hours, kind)| {
            let start = Time::from_timestamp(1_804_000_000, 0).unwrap() + Duration::hours(from);
            Engagement { when: Stretch { start, end: start + Duration::hours(hours) }, kind: Kind::ALL[kind] }
        });
        prop::collection::vec(one, 0..9)
    }

    fn any_limits() -> impl Strategy<Value = Limits> {
        let kind = || prop::option::of((0..Kind::ALL.len()).prop_map(|kind| Kind::ALL[kind]));
        let per = (0usize..3).prop_map(|per| [Per::Day, Per::Week, Per::Month][per]);
        let cap = (kind(), per, 0u32..4).prop_map(|(kind, per, most)| Cap { kind, per, most });
        let rest = (kind(), 0u32..900).prop_map(|(kind, minutes)| Rest { kind, minutes });
        (prop::collection::vec(cap, 0..3), prop::collection::vec(rest, 0..3))
            .prop_map(|(caps, rests)| anything().and(&caps, &rests))
    }

    proptest! {
        /// Which of two she said yes to first makes no difference (`mutual-aid` ALG6).
        #[test]
        fn the_order_of_yeses_changes_nothing(limits in any_limits(), mut all in engagements(), turn in 0usize..9) {
            let once = limits.hold(HERE, &all).is_ok();
            if !all.is_empty() {
                let turn = turn % all.len();
                all.rotate_left(turn);
            }
            prop_assert_eq!(once, limits.hold(HERE, &all).is_ok());
            all.reverse();
            prop_assert_eq!(once, limits.hold(HERE, &all).is_ok());
        }

        /// More limits never open anything, and what she gives up never closes anything.
        #[test]
        fn limits_only_narrow(limits in any_limits(), all in engagements(), cap in 0u32..3, rest in 0u32..600) {
            let narrower = limits.clone().and(&[Cap { kind: None, per: Per::Week, most: cap }], &[Rest { kind: None, minutes: rest }]);
            let Some((asked, held)) = all.split_last() else { return Ok(()) };
            if narrower.check(HERE, held, asked).is_ok() {
                prop_assert!(limits.check(HERE, held, asked).is_ok());
            }
            if limits.check(HERE, held, asked).is_ok() {
                prop_assert!(limits.check(HERE, held.get(1..).unwrap_or_default(), asked).is_ok());
            }
        }

        /// What is held never exceeds a limit.
        #[test]
        fn no_limit_is_ever_exceeded(limits in any_limits(), all in engagements()) {
            let mut held: Vec<Engagement> = Vec::new();
            for one in all {
                if limits.check(HERE, &held, &one).is_ok() {
                    held.push(one);
                }
            }
            for cap in &limits.caps {
                for one in &held {
                    let same = held.iter().filter(|other| {
                        cap.counts(other.kind) && cap.per.is_shared(HERE, other.when.start, one.when.start)
                    });
                    prop_assert!(!cap.counts(one.kind) || same.count() <= usize::try_from(cap.most).unwrap());
                }
            }
            for (place, one) in held.iter().enumerate() {
                for other in &held[place + 1..] {
                    prop_assert!(!one.when.collides(&other.when, limits.rest_between(one.kind, other.kind)));
                }
            }
        }
    }
}
