//! A circle of close ones: animals fed, snow shovelled, groceries brought (`mutual-aid` C1-C5; `domain` B17, B18, F1-F5;
//! story 4.10 A).
//!
//! It is made in good times and sleeps. On the day it is needed, one act wakes it. A neighbour takes part without an
//! account: a code, a phone, a sheet of paper. Nobody adds up who gave what.

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use rota::time::local_day;
use rota::{Engagement, Hindrance, Kind, Limits, Stretch, Time};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// What is asked or offered goes by itself after so long (C4).
pub const EXPIRES: Duration = Duration::days(14);
/// A neighbour's code holds so long, and works once (ruling 13).
pub const CODE_HOLDS: Duration = Duration::days(30);

/// Kinds of help (C1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// Animals.
    Animals,
    /// Plants.
    Plants,
    /// The mail.
    Mail,
    /// Groceries.
    Groceries,
    /// A ride.
    Ride,
    /// Snow.
    Snow,
    /// Papers read or printed together. The letter itself is never put here (`domain B17`).
    Papers,
    /// To go somewhere with her (`domain B12`).
    Company,
}

impl Help {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Animals, Self::Plants, Self::Mail, Self::Groceries, Self::Ride, Self::Snow, Self::Papers, Self::Company];

    /// Its word in forms and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Animals => "animals",
            Self::Plants => "plants",
            Self::Mail => "mail",
            Self::Groceries => "groceries",
            Self::Ride => "ride",
            Self::Snow => "snow",
            Self::Papers => "papers",
            Self::Company => "company",
        }
    }

    /// The kind of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|help| help.word() == word)
    }
}

/// Somebody of a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Close<P> {
    /// A member.
    Member(P),
    /// Somebody outside the group, without an account (C2): the number of the link.
    Neighbour(P),
}

/// What ties somebody to the circle, for some kinds of help. Both said yes to each, she first (`domain F2`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link<P: Ord> {
    /// Who.
    pub who: Close<P>,
    /// What she said yes to, of that person.
    pub hers: BTreeSet<Help>,
    /// What that person said yes to.
    pub theirs: BTreeSet<Help>,
}

/// Why something of a circle cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotPossible {
    /// Whose circle it is says yes first; before that nobody is contacted.
    #[error("her own yes comes first")]
    HerYesFirst,
    /// Only she, or whom she named, does that.
    #[error("only she, or whom she named, does that")]
    NotHers,
    /// The circle is awake already.
    #[error("it is awake already")]
    Awake,
    /// Nothing is to be done in that time.
    #[error("nothing is to be done then")]
    Nothing,
    /// The code was used, or is too old.
    #[error("the code was used, or is too old")]
    Code,
    /// It is somebody else's, or nobody's any more.
    #[error("it is not hers")]
    NotYours,
}

impl NotPossible {
    /// What is read.
    pub const fn key(self) -> &'static str {
        match self {
            Self::HerYesFirst => "circle-not-yes-first",
            Self::NotHers => "circle-not-hers",
            Self::Awake => "circle-not-awake",
            Self::Nothing => "circle-not-nothing",
            Self::Code => "circle-not-code",
            Self::NotYours => "circle-not-yours",
        }
    }
}

impl<P: Copy + Ord> Link<P> {
    /// Whose circle it is says yes to somebody, for some help. Nobody has been contacted yet.
    pub const fn with(who: Close<P>, hers: BTreeSet<Help>) -> Self {
        Self { who, hers, theirs: BTreeSet::new() }
    }

    /// That person says yes to one kind: only to what she was told of.
    pub fn accepts(mut self, help: Help) -> Result<Self, NotPossible> {
        if !self.hers.contains(&help) {
            return Err(NotPossible::HerYesFirst);
        }
        self.theirs.insert(help);
        Ok(self)
    }

    /// Either of the two takes it back, for one kind or for all. One call is enough.
    #[must_use]
    pub fn without(mut self, help: Option<Help>) -> Self {
        let is_kept = |one: &Help| help.is_some_and(|help| help != *one);
        self.hers.retain(is_kept);
        self.theirs.retain(is_kept);
        self
    }

    /// Whether both said yes to this kind (C1).
    pub fn holds(&self, help: Help) -> bool {
        self.hers.contains(&help) && self.theirs.contains(&help)
    }
}

/// A neighbour's code: printed, single use (C2, ruling 13). The code itself is kept elsewhere, folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// When it was made.
    pub made: Time,
    /// When it was used.
    pub used: Option<Time>,
}

impl Code {
    /// Uses it.
    pub fn used(self, now: Time) -> Result<Self, NotPossible> {
        if self.used.is_some() || now >= self.made + CODE_HOLDS {
            return Err(NotPossible::Code);
        }
        Ok(Self { used: Some(now), ..self })
    }
}

/// Something to be done at a time of each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Daily {
    /// What.
    pub help: Help,
    /// From when, on the wall.
    pub from: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
}

/// What sleeps until it is needed (C3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circle<P: Ord> {
    /// Whose it is.
    pub person: P,
    /// Whom she named to wake it when she cannot.
    pub holders: BTreeSet<P>,
    /// Who is in it.
    pub links: Vec<Link<P>>,
    /// What is to be done each day when she is away.
    pub daily: Vec<Daily>,
    /// When it is awake: the first and the last day.
    pub awake: Option<(NaiveDate, NaiveDate)>,
}

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Task<P> {
    /// The day.
    pub date: NaiveDate,
    /// What, and when that day.
    pub what: Daily,
    /// Who does it, once somebody said yes.
    pub by: Option<Close<P>>,
}

impl<P: Copy + Ord> Task<P> {
    /// When it is. The hour of the wall stays when the clocks change.
    pub fn when(&self, zone: Tz) -> Stretch {
        Stretch::on_the_wall(zone, self.date, self.what.from, self.what.minutes)
    }

    /// What it is to somebody's limits.
    pub fn engagement(&self, zone: Tz) -> Engagement {
        Engagement { when: self.when(zone), kind: Kind::Circle }
    }
}

impl<P: Copy + Ord> Circle<P> {
    /// Wakes it, in one act: everything that is to be done from one day to another, and nobody named yet (C3, F4). One that is
    /// awake already goes on for days that follow, or come right before: what was to be done stays as it is.
    pub fn woken(mut self, by: P, from: NaiveDate, until: NaiveDate) -> Result<(Self, Vec<Task<P>>), NotPossible> {
        if by != self.person && !self.holders.contains(&by) {
            return Err(NotPossible::NotHers);
        }
        let is_known = |date: &NaiveDate| self.awake.is_some_and(|(first, last)| first <= *date && *date <= last);
        let days = || from.iter_days().take_while(|date| *date <= until);
        if self.awake.is_some_and(|awake| !touch(awake, (from, until)))
            || (until >= from && days().all(|day| is_known(&day)))
        {
            return Err(NotPossible::Awake);
        }
        let new = days().filter(|date| !is_known(date));
        let mut tasks: Vec<Task<P>> =
            new.flat_map(|date| self.daily.iter().map(move |what| Task { date, what: *what, by: None })).collect();
        if tasks.is_empty() {
            return Err(NotPossible::Nothing);
        }
        tasks.sort();
        self.awake = Some(self.awake.map_or((from, until), |(first, last)| (first.min(from), last.max(until))));
        Ok((self, tasks))
    }

    /// She is back, or it is over: it sleeps again. What was still to be done is nobody's any more.
    #[must_use]
    pub fn asleep(mut self) -> Self {
        self.awake = None;
        self
    }

    /// Between whom and her both yeses to a kind of help stand. Whether they may be asked is a matter of their own limits
    /// ([`within_limits`]).
    pub fn said_yes_to(&self, help: Help) -> impl Iterator<Item = Close<P>> {
        self.links.iter().filter(move |link| link.holds(help)).map(|link| link.who)
    }

    /// Somebody says yes to a task that is free.
    pub fn taken(&self, task: Task<P>, by: Close<P>) -> Result<Task<P>, NotPossible> {
        let is_linked = self.links.iter().any(|link| link.who == by && link.holds(task.what.help));
        match task.by {
            None if is_linked => Ok(Task { by: Some(by), ..task }),
            _ => Err(NotPossible::NotYours),
        }
    }
}

/// Whether no day lies between two stretches of days.
fn touch(one: (NaiveDate, NaiveDate), other: (NaiveDate, NaiveDate)) -> bool {
    let after = |last: NaiveDate| last.succ_opt().unwrap_or(last);
    other.0 <= after(one.1) && one.0 <= after(other.1)
}

/// Which of these tasks, in the order of time, somebody may take one after the other: each within her own limits, beside what
/// she holds and those before it (`domain F5`, `mutual-aid` R1, ALG6). And what stands in the way of the first that she may
/// not.
pub fn within_limits<T, P: Copy + Ord>(
    zone: Tz,
    limits: &Limits,
    held: &[Engagement],
    tasks: impl IntoIterator<Item = (T, Task<P>)>,
) -> (Vec<T>, Option<Hindrance>) {
    let mut in_order: Vec<(T, Engagement)> =
        tasks.into_iter().map(|(which, task)| (which, task.engagement(zone))).collect();
    in_order.sort_by_key(|(_, engagement)| engagement.when);
    let (mut held, mut fitting, mut first) = (held.to_vec(), Vec::new(), None);
    for (which, engagement) in in_order {
        match limits.check(zone, &held, &engagement) {
            Ok(()) => {
                held.push(engagement);
                fitting.push(which);
            }
            Err(why) => first = first.or(Some(why)),
        }
    }
    (fitting, first)
}

/// What somebody sees: her own tasks, and nothing else (C2).
pub fn tasks_of<P: Copy + Ord>(tasks: &[Task<P>], who: Close<P>) -> Vec<Task<P>> {
    tasks.iter().copied().filter(|task| task.by == Some(who)).collect()
}

/// One call, and everything of hers that is still to come is free again: it is looked for anew
/// ([`rota::cover`]), and no reason is asked.
pub fn freed<P: Copy + Ord>(zone: Tz, tasks: &[Task<P>], who: Close<P>, now: Time) -> Vec<Task<P>> {
    let free = |task: &Task<P>| {
        let hers = task.by == Some(who) && task.when(zone).start > now;
        if hers { Task { by: None, ..*task } } else { *task }
    };
    tasks.iter().map(free).collect()
}

/// Something asked of the circle or of the group, or offered to it (C4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What.
    pub help: Help,
    /// When it was said.
    pub at: Time,
}

impl Asked {
    /// Whether it still stands.
    pub fn stands(&self, now: Time) -> bool {
        now < self.at + EXPIRES
    }
}

/// The card she wrote for the day she cannot say it: who may open it. What stands on it is sealed elsewhere (`domain B18`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card<P: Ord> {
    /// Who wrote it.
    pub author: P,
    /// The exact people who may open it.
    pub may_open: BTreeSet<P>,
    /// Which line of it each kind of help needs: whoever does that reads this line for the days, and no other.
    pub lines: BTreeMap<Help, u16>,
}

/// That it was opened: shown to its author with the name and the hour. The dates, and nothing of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening<P> {
    /// Who opened it.
    pub by: P,
    /// Who did it for her, if she has no screen: both are named.
    pub through: Option<P>,
    /// When.
    pub at: Time,
    /// The first day of what it was opened for.
    pub from: NaiveDate,
    /// The last one; then it is closed.
    pub until: NaiveDate,
}

impl<P: Copy + Ord> Card<P> {
    /// Opens it for some days. The entry comes first; without it nothing is shown.
    pub fn opened(
        &self,
        by: P,
        through: Option<P>,
        at: Time,
        (from, until): (NaiveDate, NaiveDate),
    ) -> Result<Opening<P>, NotPossible> {
        if by != self.author && !self.may_open.contains(&by) {
            return Err(NotPossible::NotHers);
        }
        if until < from {
            return Err(NotPossible::Nothing);
        }
        Ok(Opening { by, through, at, from, until })
    }

    /// Which line of the card somebody reads on the day of `now`: the one for what she does, on the days on which she
    /// does something, as long as the opening lasts (F3).
    pub fn line_for(
        &self,
        zone: Tz,
        opening: &Opening<P>,
        tasks: &[Task<P>],
        who: Close<P>,
        now: Time,
    ) -> BTreeSet<u16> {
        let today = local_day(zone, now);
        let is_open = now >= opening.at && opening.is_open(zone, now);
        let hers = tasks_of(tasks, who).into_iter().filter(|task| is_open && task.date == today);
        hers.filter_map(|task| self.lines.get(&task.what.help).copied()).collect()
    }
}

impl<P: Copy + Ord> Opening<P> {
    /// Whether whoever opened it may still read it.
    pub fn is_open(&self, zone: Tz, now: Time) -> bool {
        local_day(zone, now) <= self.until
    }

    /// Whether somebody reads the whole card: who opened it, and who did it for her, in the same sitting (a quarter of an
    /// hour).
    pub fn reads(&self, zone: Tz, who: P, now: Time) -> bool {
        let helps = self.through == Some(who) && now < self.at + Duration::minutes(15);
        now >= self.at && self.is_open(zone, now) && (self.by == who || helps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::limits::OwnLimits;
    use proptest::prelude::*;
    use rota::limits::Per;
    use rota::time::{Window, at_wall_clock};

    const HERE: Tz = Tz::America__Toronto;
    const SIMONE: u32 = 34;
    const NOELLA: u32 = 32;
    const RITA: u32 = 22;
    const EUSTACHE: u32 = 33;
    const PALISSADE: Close<u32> = Close::Neighbour(1);

    fn november(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 11, day).unwrap()
    }
    fn hour(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }
    fn at(day: u32, hours: u32) -> Time {
        at_wall_clock(HERE, november(day), hour(hours))
    }
    fn cats(from: u32) -> Daily {
        Daily { help: Help::Animals, from: hour(from), minutes: 30 }
    }
    fn circle() -> Circle<u32> {
        let link = |who| Link::with(who, BTreeSet::from([Help::Animals]));
        Circle {
            person: SIMONE,
            holders: BTreeSet::from([NOELLA]),
            links: vec![link(PALISSADE), link(Close::Member(EUSTACHE))],
            daily: vec![cats(8), cats(18)],
            awake: None,
        }
    }
    fn says_yes(circle: &mut Circle<u32>, who: Close<u32>) {
        for link in circle.links.iter_mut().filter(|link| link.who == who) {
            *link = link.clone().accepts(Help::Animals).unwrap();
        }
    }

    #[test]
    fn two_cats_morning_and_evening() {
        let card = Card {
            author: SIMONE,
            may_open: BTreeSet::from([NOELLA]),
            lines: BTreeMap::from([(Help::Animals, 1), (Help::Mail, 2)]),
        };
        let days = (november(2), november(9));
        // Noëlla has no screen: Rita opens it for her, and both names stand there for Simone to see.
        assert_eq!(card.opened(RITA, None, at(2, 9), days), Err(NotPossible::NotHers));
        let opening = card.opened(NOELLA, Some(RITA), at(2, 9), days).unwrap();
        assert_eq!((opening.by, opening.through, opening.at), (NOELLA, Some(RITA), at(2, 9)));
        assert!(
            opening.reads(HERE, NOELLA, at(9, 23)) && !opening.reads(HERE, NOELLA, at(10, 0)),
            "it closes on the 9th"
        );
        assert!(opening.reads(HERE, RITA, at(2, 9)) && !opening.reads(HERE, RITA, at(2, 10)));

        // One act wakes the circle: eight mornings and eight evenings.
        let (mut circle, mut tasks) = circle().woken(NOELLA, days.0, days.1).unwrap();
        assert_eq!(tasks.len(), 16);
        assert_eq!(circle.clone().woken(NOELLA, days.0, days.1), Err(NotPossible::Awake));
        // Nobody is asked before both said yes. Mme Palissade says so by phone.
        assert_eq!(circle.said_yes_to(Help::Animals).count(), 0);
        assert_eq!(circle.taken(tasks[0], PALISSADE), Err(NotPossible::NotYours));
        for who in [PALISSADE, Close::Member(EUSTACHE)] {
            says_yes(&mut circle, who);
        }
        let both: Vec<_> = circle.said_yes_to(Help::Animals).collect();
        assert_eq!(both, [PALISSADE, Close::Member(EUSTACHE)]);
        assert_eq!(circle.said_yes_to(Help::Snow).count(), 0);
        for task in &mut tasks {
            let who = if task.what.from < hour(12) { PALISSADE } else { Close::Member(EUSTACHE) };
            *task = circle.taken(*task, who).unwrap();
        }
        let mornings = tasks_of(&tasks, PALISSADE);
        assert_eq!((mornings.len(), tasks_of(&tasks, Close::Member(EUSTACHE)).len()), (8, 8));
        // The clocks change on the 7th: still at eight.
        let shown = |task: &Task<u32>| task.when(HERE).start.with_timezone(&HERE).naive_local().time();
        assert!(mornings.iter().all(|task| task.what.from == shown(task)));

        // Whoever feeds them reads that line of the card, those days, and no other line.
        let lines = |who, now| card.line_for(HERE, &opening, &tasks, who, now);
        assert_eq!(lines(PALISSADE, at(5, 8)), BTreeSet::from([1]));
        assert_eq!(lines(PALISSADE, at(10, 8)), BTreeSet::new());
        let last_only = &tasks[tasks.len() - 2..];
        let on = |day| card.line_for(HERE, &opening, last_only, PALISSADE, at(day, 8));
        assert_eq!((on(5), on(9)), (BTreeSet::new(), BTreeSet::from([1])));
        assert_eq!(lines(Close::Member(RITA), at(5, 8)), BTreeSet::new());

        // 2. The neighbour may stop by one call: what is to come is looked for again.
        let after = freed(HERE, &tasks, PALISSADE, at(5, 12));
        assert_eq!((tasks_of(&after, PALISSADE).len(), after.iter().filter(|task| task.by.is_none()).count()), (4, 4));
        assert_eq!(circle.asleep().awake, None);
    }

    #[test]
    fn one_that_is_awake_goes_on_for_the_days_that_follow() {
        let (circle, _) = circle().woken(SIMONE, november(2), november(4)).unwrap();
        let (longer, tasks) = circle.clone().woken(NOELLA, november(3), november(6)).unwrap();
        assert_eq!(longer.awake, Some((november(2), november(6))));
        assert_eq!(tasks.iter().map(|task| task.date).collect::<BTreeSet<_>>(), [november(5), november(6)].into());
        assert_eq!(circle.clone().woken(SIMONE, november(5), november(5)).unwrap().1.len(), 2, "the day after");
        assert_eq!(circle.clone().woken(SIMONE, november(6), november(8)), Err(NotPossible::Awake), "a day in between");
        assert_eq!(circle.woken(SIMONE, november(3), november(4)), Err(NotPossible::Awake), "nothing more");
    }

    #[test]
    fn her_own_limits_hold_in_circles_too() {
        let own = OwnLimits { a_day: Some(1), ..OwnLimits::default() };
        let (_, tasks) = circle().woken(SIMONE, november(2), november(4)).unwrap();
        let fitting = |own: &OwnLimits, held: &[Engagement]| {
            let limits = own.in_circles(HERE, at(1, 9));
            let (dates, why) = within_limits(HERE, &limits, held, tasks.iter().map(|task| (task.date, *task)));
            (dates.len(), why)
        };
        assert_eq!(fitting(&OwnLimits::default(), &[]), (6, None), "nothing said, nothing in the way");
        assert_eq!(fitting(&own, &[]), (3, Some(Hindrance::Enough(Per::Day))), "the first of each day");
        let visit = Stretch { start: at(2, 8), end: at(2, 9) };
        let held = [Engagement { when: visit, kind: Kind::Visit }];
        assert_eq!(fitting(&OwnLimits::default(), &held), (5, Some(Hindrance::Overlap)));
        let enough = OwnLimits { enough: true, ..OwnLimits::default() };
        assert_eq!(fitting(&enough, &[]), (0, Some(Hindrance::Away)));
        let evenings = Window::every_day(hour(17), hour(20)).to_vec();
        assert_eq!(fitting(&OwnLimits { windows: evenings, ..own }, &[]), (3, Some(Hindrance::OtherHours)));
    }

    #[test]
    fn her_yes_comes_first_and_each_may_take_it_back() {
        let link = Link::with(PALISSADE, BTreeSet::from([Help::Animals, Help::Mail]));
        assert_eq!(link.clone().accepts(Help::Snow), Err(NotPossible::HerYesFirst));
        let link = link.accepts(Help::Animals).unwrap().accepts(Help::Mail).unwrap();
        assert!(link.holds(Help::Animals) && link.holds(Help::Mail));
        let less = link.clone().without(Some(Help::Mail));
        assert!(less.holds(Help::Animals) && !less.holds(Help::Mail));
        assert!(!link.without(None).holds(Help::Animals));
    }

    #[test]
    fn a_code_works_once_and_for_thirty_days() {
        let code = Code { made: at(1, 9), used: None };
        let used = code.used(at(2, 9)).unwrap();
        assert_eq!(used.used(at(2, 10)), Err(NotPossible::Code));
        assert_eq!(code.used(at(1, 9) + CODE_HOLDS), Err(NotPossible::Code));
    }

    #[test]
    fn nobody_else_wakes_it_and_what_is_asked_goes_by_itself() {
        assert_eq!(circle().woken(RITA, november(2), november(9)), Err(NotPossible::NotHers));
        assert_eq!(circle().woken(SIMONE, november(9), november(2)), Err(NotPossible::Nothing));
        let asked = Asked { help: Help::Snow, at: at(1, 9) };
        assert!(asked.stands(asked.at + EXPIRES - Duration::seconds(1)) && !asked.stands(asked.at + EXPIRES));
        for help in Help::ALL {
            assert_eq!(Help::named(help.word()), Some(help));
            assert!(help.word().len() <= 16);
        }
    }

    proptest! {
        /// Whatever she holds and whatever she takes, no limit of hers is exceeded, and nothing overlaps (`domain F5`).
        #[test]
        fn nothing_taken_goes_beyond_a_limit(
            wanted in prop::collection::vec((1u32..20, 0u32..24, 5u32..241), 0..30),
            before in prop::collection::vec((1u32..20, 0u32..24), 0..4),
            a_day in prop::option::of(0u32..4), a_week in prop::option::of(0u32..6), rest_hours in 0u32..30,
        ) {
            let own = OwnLimits { a_day, a_week, rest_hours, ..OwnLimits::default() };
            let limits = own.in_circles(HERE, at(1, 0));
            let mut all: Vec<Engagement> = Vec::new();
            for (day, from) in before {
                let one = Engagement { when: Stretch::on_the_wall(HERE, november(day), hour(from), 60), kind: Kind::Visit };
                all.extend(limits.clone().and(&[], &[]).check(HERE, &all, &Engagement { kind: Kind::Circle, ..one }).map(|()| one));
            }
            let tasks: Vec<Task<u32>> = wanted.iter().map(|(day, from, minutes)| {
                Task { date: november(*day), what: Daily { help: Help::Animals, from: hour(*from), minutes: *minutes }, by: None }
            }).collect();
            let (fitting, why) = within_limits(HERE, &limits, &all, tasks.iter().map(|task| (*task, *task)));
            prop_assert_eq!(why.is_some(), fitting.len() < tasks.len());
            all.extend(fitting.iter().map(|task| task.engagement(HERE)));
            for (place, one) in all.iter().enumerate() {
                for other in &all[place + 1..] {
                    prop_assert!(!one.when.collides(&other.when, Duration::hours(i64::from(rest_hours))));
                }
                let same = |per: Per| all.iter().filter(|other| per.is_shared(HERE, one.when.start, other.when.start)).count();
                prop_assert!(a_day.is_none_or(|most| same(Per::Day) <= usize::try_from(most).unwrap()));
                prop_assert!(a_week.is_none_or(|most| same(Per::Week) <= usize::try_from(most).unwrap()));
            }
        }

        /// Whatever happens in whatever order, a task is done only by somebody to whom both said yes for it.
        #[test]
        fn no_task_without_both_yeses(steps in prop::collection::vec((0u8..5, 0usize..4, 0usize..8, 0usize..12), 0..60)) {
            let mut circle = circle();
            circle.links = (0..4).map(|who| Link::with(Close::Neighbour(who), BTreeSet::new())).collect();
            let mut tasks: Vec<Task<u32>> = (0u32..12)
                .map(|place| {
                    let help = Help::ALL[usize::try_from(place % 8).unwrap()];
                    Task { date: november(2), what: Daily { help, ..cats(8 + place) }, by: None }
                })
                .collect();
            for (what, who, help, task) in steps {
                let (link, help) = (circle.links[who].clone(), Help::ALL[help]);
                match what {
                    0 => drop(circle.links[who].hers.insert(help)),
                    1 => circle.links[who] = link.clone().accepts(help).unwrap_or(link),
                    2 => {
                        circle.links[who] = link.without(Some(help));
                        let who = circle.links[who].who;
                        let lost = |task: &Task<u32>| task.by == Some(who) && task.what.help == help;
                        for task in tasks.iter_mut().filter(|task| lost(task)) {
                            task.by = None;
                        }
                    }
                    3 => tasks[task] = circle.taken(tasks[task], link.who).unwrap_or(tasks[task]),
                    _ => tasks = freed(HERE, &tasks, link.who, at(1, 9)),
                }
                for task in &tasks {
                    let mut links = circle.links.iter();
                    prop_assert!(task.by.is_none_or(|by| links.any(|link| link.who == by && link.holds(task.what.help))));
                }
            }
        }
    }
}
