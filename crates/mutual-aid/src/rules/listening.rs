//! Being there for whoever calls (`mutual-aid` 6.7, L1-L7; `domain B6`).
//!
//! A slot is taken by two. "Whom can I call now?" always has an answer and never a wrong one: somebody who is there, or
//! plainly nobody, with when next and with lines outside the group. Of calls nothing is known here: only whether a slot is
//! taken (IL4).

use chrono::{Duration, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use rota::limits::{Cap, Per, Rest};
use rota::time::{Window, within};
use rota::{Engagement, Hindrance, Kind, Limits, Stretch, Time};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many listen in a slot (L2).
pub const SEATS: usize = 2;
/// How long a slot lasts at most (IL2).
pub const LONGEST: Duration = Duration::hours(4);
/// One slot a day (IL2), beside her own limits.
pub const CAPS: [Cap; 1] = [Cap { kind: Some(Kind::Listening), per: Per::Day, most: 1 }];
/// Twelve hours between two (IL2), beside her own rest.
pub const RESTS: [Rest; 1] = [Rest { kind: Some(Kind::Listening), minutes: 12 * 60 }];
/// So long after a slot, whoever listened is offered to talk of it with somebody. Nothing is noted (L6, `domain B16`).
pub const TALK_AFTERWARDS: Duration = Duration::days(7);

/// Lines that answer day and night in Québec (`domain 2.12`): what stands there when the group has no list of its own,
/// or when no line of its list answers at that hour. Name and number.
pub const DAY_AND_NIGHT: [(&str, &str); 4] =
    [("1 866 APPELLE", "1 866 277-3553"), ("988", "988"), ("Info-Social", "811"), ("911", "911")];

/// Somebody who listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taker<P> {
    /// Who.
    pub who: P,
    /// Whether she is there even if nobody else is: only if she ticked it (IL5).
    pub alone: bool,
}

/// Somebody who would take a slot: what she said of herself, and what she holds.
#[derive(Clone, Copy, Debug)]
pub struct Listener<'a, P> {
    /// Who, and whether alone.
    pub taker: Taker<P>,
    /// Her own limits.
    pub limits: &'a Limits,
    /// What she said yes to already, of all kinds.
    pub held: &'a [Engagement],
}

/// Somebody who would like to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker<P> {
    /// Who.
    pub who: P,
    /// Whether she said yes to be listened to.
    pub yes: bool,
}

/// A time in which somebody is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot<P> {
    /// When.
    pub when: Stretch,
    /// Who is there, two at most.
    pub takers: Vec<Taker<P>>,
}

/// Where a slot stands (`mutual-aid` 6.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody took it yet.
    Open,
    /// One did, and another is looked for.
    Half,
    /// Two did.
    Paired,
    /// It is now, and somebody is there.
    Live,
    /// It is now, and nobody is there: the page says so.
    Gap,
    /// It is over.
    Closed,
}

/// Why she does not get a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotTaken {
    /// It has its two; or the one who is there and she are not put together, which looks the same (`mutual-aid` X2).
    #[error("it is taken")]
    Full,
    /// It is over.
    #[error("it is over")]
    Over,
    /// Her own limits.
    #[error("her own limits say otherwise: {0}")]
    Limits(Hindrance),
}

impl NotTaken {
    /// What she reads.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Full => "listening-not-full",
            Self::Over => "listening-not-over",
            Self::Limits(why) => why.key(),
        }
    }
}

impl<P: Copy + Ord> Slot<P> {
    /// A slot that nobody took yet; none when it would last too long.
    pub fn open(when: Stretch) -> Option<Self> {
        (when.start < when.end && when.lasts() <= LONGEST).then_some(Self { when, takers: Vec::new() })
    }

    /// Where it stands at `now`.
    pub fn state(&self, now: Time) -> State {
        match self.takers.len() {
            _ if now >= self.when.end => State::Closed,
            _ if now >= self.when.start => {
                if self.is_held() {
                    State::Live
                } else {
                    State::Gap
                }
            }
            0 => State::Open,
            1 => State::Half,
            _ => State::Paired,
        }
    }

    /// Whether somebody will be there: two, or one who is there alone as well.
    fn is_held(&self) -> bool {
        self.takers.len() >= SEATS || self.takers.iter().any(|taker| taker.alone)
    }

    /// Whether `who` may take it: for a first taking, a cover and a swap alike (L3).
    pub fn may_take(
        &self,
        zone: Tz,
        now: Time,
        who: &Listener<'_, P>,
        apart: impl Fn(P, P) -> bool,
    ) -> Result<(), NotTaken> {
        if now >= self.when.end {
            return Err(NotTaken::Over);
        }
        let her = who.taker.who;
        let meets = self.takers.iter().any(|taker| taker.who == her || is_apart(&apart, taker.who, her));
        if meets || self.takers.len() >= SEATS {
            return Err(NotTaken::Full);
        }
        let limits = who.limits.clone().and(&CAPS, &RESTS);
        let asked = Engagement { when: self.when, kind: Kind::Listening };
        limits.check(zone, who.held, &asked).map_err(NotTaken::Limits)
    }

    /// With her.
    #[must_use]
    pub fn with(mut self, taker: Taker<P>) -> Self {
        if self.takers.len() < SEATS && self.takers.iter().all(|one| one.who != taker.who) {
            self.takers.push(taker);
        }
        self
    }

    /// Without her: she frees it, or needs to breathe in the middle of it. No reason, no trace.
    #[must_use]
    pub fn without(mut self, who: P) -> Self {
        self.takers.retain(|taker| taker.who != who);
        self
    }

    /// Whether the slot is shown to her as one that she could take.
    pub fn is_offered_to(&self, who: P, now: Time, apart: impl Fn(P, P) -> bool) -> bool {
        let meets = self.takers.iter().any(|taker| taker.who == who || is_apart(&apart, taker.who, who));
        now < self.when.end && self.takers.len() < SEATS && !meets
    }

    /// Whom of this slot `asker` could call: not herself, and not whom she is kept apart from.
    fn answers(&self, asker: P, apart: &impl Fn(P, P) -> bool) -> Vec<P> {
        let could = |who: &P| *who != asker && !is_apart(apart, *who, asker);
        if self.is_held() { self.takers.iter().map(|taker| taker.who).filter(could).collect() } else { Vec::new() }
    }

    /// Whether `asker` reads the number of `listener`: while she is there, and only then (IL3, L4).
    pub fn shows_number(&self, listener: P, asker: Asker<P>, now: Time, apart: impl Fn(P, P) -> bool) -> bool {
        asker.yes && self.when.holds(now) && self.answers(asker.who, &apart).contains(&listener)
    }

    /// Whether she is offered to talk of it afterwards, with the other or with somebody she chooses (L6).
    pub fn offers_to_talk(&self, who: P, now: Time) -> bool {
        let listened = self.takers.iter().any(|taker| taker.who == who);
        listened && now >= self.when.end && now < self.when.end + TALK_AFTERWARDS
    }
}

fn is_apart<P: Copy>(apart: &impl Fn(P, P) -> bool, one: P, other: P) -> bool {
    apart(one, other) || apart(other, one)
}

/// Two change places: each takes the slot of the other, if both still may. Both or neither (L3, IS6).
pub fn swapped<P: Copy + Ord>(
    zone: Tz,
    now: Time,
    (one, her): (&Slot<P>, &Listener<'_, P>),
    (other, with): (&Slot<P>, &Listener<'_, P>),
    apart: impl Fn(P, P) -> bool,
) -> Result<(Slot<P>, Slot<P>), NotTaken> {
    let given = |listener: &Listener<'_, P>, slot: &Slot<P>| -> Vec<Engagement> {
        listener.held.iter().copied().filter(|held| held.when != slot.when).collect()
    };
    let (hers, theirs) = (given(her, one), given(with, other));
    let (one, other) = (one.clone().without(her.taker.who), other.clone().without(with.taker.who));
    one.may_take(zone, now, &Listener { held: &theirs, ..*with }, &apart)?;
    other.may_take(zone, now, &Listener { held: &hers, ..*her }, &apart)?;
    Ok((one.with(with.taker), other.with(her.taker)))
}

/// A line outside the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is called.
    pub name: String,
    /// Its number, as it is written.
    pub number: String,
    /// When it answers; day and night when nothing stands here.
    pub hours: Vec<Window>,
    /// When somebody last called to see whether this still holds.
    pub checked: Option<NaiveDate>,
}

impl Line {
    /// A line as the charter has it: `number, what it is`, and at the end, where they are known, the hours of each day and the
    /// day of the last check. What is neither belongs to what it is.
    pub fn read(line: &str) -> Option<Self> {
        let mut parts: Vec<&str> = line.split(',').map(str::trim).collect();
        let (mut hours, mut checked) = (Vec::new(), None);
        while parts.len() > 1 {
            let last = parts.last().copied().unwrap_or_default();
            if let Ok(day) = last.parse() {
                checked = Some(day);
            } else if let Some((from, until)) = hours_of(last) {
                hours = Window::every_day(from, until).to_vec();
            } else {
                break;
            }
            parts.pop();
        }
        let (number, name) = parts.split_first()?;
        (!number.is_empty()).then(|| Self { name: name.join(", "), number: (*number).to_owned(), hours, checked })
    }

    /// Its hours of each day, when it does not answer day and night.
    pub fn each_day(&self) -> Option<(NaiveTime, NaiveTime)> {
        self.hours.first().map(|window| (window.from, window.until))
    }
}

/// Two hours with a dash between them; 24:00 is midnight.
fn hours_of(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (from, until) = text.split_once('-')?;
    let hour = |typed: &str| match typed.trim() {
        "24:00" => Some(NaiveTime::MIN),
        typed => NaiveTime::parse_from_str(typed, "%H:%M").ok(),
    };
    Some((hour(from)?, hour(until)?))
}

/// The group's list of lines outside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lines(pub Vec<Line>);

impl Lines {
    /// Those that answer now, in the group's order. Never none: a line that is closed is left out, and when all are, those
    /// that answer day and night stand there.
    pub fn now(&self, zone: Tz, now: Time) -> Vec<Line> {
        let instant = Stretch { start: now, end: now + Duration::seconds(1) };
        let answers = |line: &&Line| line.hours.is_empty() || within(zone, &line.hours, instant);
        let open: Vec<Line> = self.0.iter().filter(answers).cloned().collect();
        if open.is_empty() { DAY_AND_NIGHT.map(always).into() } else { open }
    }
}

fn always((name, number): (&str, &str)) -> Line {
    Line { name: name.to_owned(), number: number.to_owned(), hours: Vec::new(), checked: None }
}

/// Whom can I call now?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<P> {
    /// These are there, now. Outside lines stand below as on every page with calls.
    Call {
        /// Who: one at least.
        listeners: Vec<P>,
        /// Lines outside that answer now.
        lines: Vec<Line>,
    },
    /// Nobody is there. Why stays unsaid: nobody took it, somebody needed to breathe, or somebody is kept apart.
    Nobody {
        /// When somebody will be, if that is known.
        next: Option<Stretch>,
        /// Lines outside that answer now: one at least.
        lines: Vec<Line>,
    },
    /// She did not say yes to be listened to: it is one click away, and until then there are the lines.
    SayYesFirst {
        /// Lines outside that answer now: one at least.
        lines: Vec<Line>,
    },
}

/// The answer, at every instant (IL1, L1).
pub fn whom_can_i_call<P: Copy + Ord>(
    zone: Tz,
    now: Time,
    asker: Asker<P>,
    slots: &[Slot<P>],
    lines: &Lines,
    apart: impl Fn(P, P) -> bool,
) -> Answer<P> {
    let lines = lines.now(zone, now);
    if !asker.yes {
        return Answer::SayYesFirst { lines };
    }
    let live = slots.iter().filter(|slot| slot.when.holds(now));
    let mut listeners: Vec<P> = live.flat_map(|slot| slot.answers(asker.who, &apart)).collect();
    listeners.sort();
    listeners.dedup();
    if !listeners.is_empty() {
        return Answer::Call { listeners, lines };
    }
    let to_come = slots.iter().filter(|slot| slot.when.start > now && !slot.answers(asker.who, &apart).is_empty());
    Answer::Nobody { next: to_come.map(|slot| slot.when).min(), lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;
    use rota::limits::Per;

    const HERE: Tz = Tz::America__Toronto;
    const NOBODY_APART: fn(u32, u32) -> bool = |_, _| false;

    fn at(hours: i64) -> Time {
        // A Monday at 8 in the morning.
        rota::time::at_wall_clock(HERE, "2027-03-08".parse().unwrap(), hour(8)) + Duration::hours(hours)
    }
    fn hour(hour: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
    }
    fn slot(from: i64, hours: i64, takers: &[(u32, bool)]) -> Slot<u32> {
        let open = Slot::open(Stretch { start: at(from), end: at(from + hours) }).unwrap();
        takers.iter().fold(open, |slot, (who, alone)| slot.with(Taker { who: *who, alone: *alone }))
    }
    fn limits() -> Limits {
        Limits { yes_to: Kind::ALL.into(), windows: Window::every_day(hour(0), hour(0)).to_vec(), ..Limits::default() }
    }
    fn asks(who: u32) -> Asker<u32> {
        Asker { who, yes: true }
    }
    fn call(now: Time, slots: &[Slot<u32>], apart: impl Fn(u32, u32) -> bool) -> Answer<u32> {
        whom_can_i_call(HERE, now, asks(9), slots, &Lines::default(), apart)
    }

    #[test]
    fn two_hold_a_slot_and_one_alone_only_if_she_said_so() {
        assert_eq!(slot(0, 2, &[]).state(at(-1)), State::Open);
        assert_eq!(slot(0, 2, &[(1, false)]).state(at(-1)), State::Half);
        assert_eq!(slot(0, 2, &[(1, false)]).state(at(0)), State::Gap);
        assert_eq!(slot(0, 2, &[(1, true)]).state(at(0)), State::Live);
        let pair = slot(0, 2, &[(1, false), (2, false)]);
        let states = [-1, 0, 1, 2].map(|hours| pair.state(at(hours)));
        assert_eq!(states, [State::Paired, State::Live, State::Live, State::Closed]);
        assert_eq!(
            pair.without(1).state(at(1)),
            State::Gap,
            "she needs to breathe, and the page says that nobody is there"
        );
        assert_eq!(Slot::<u32>::open(Stretch { start: at(0), end: at(5) }), None);
    }

    #[test]
    fn the_limits_hold_at_every_way_in() {
        let limits = limits();
        let held = [Engagement { when: Stretch { start: at(-10), end: at(-8) }, kind: Kind::Listening }];
        let her = Listener { taker: Taker { who: 1, alone: false }, limits: &limits, held: &held };
        let may = |slot: &Slot<u32>| slot.may_take(HERE, at(-20), &her, NOBODY_APART);
        assert_eq!(may(&slot(0, 2, &[])), Err(NotTaken::Limits(Hindrance::TooSoon)));
        assert_eq!(may(&slot(4, 2, &[])), Ok(()));
        assert_eq!(may(&slot(4, 2, &[(1, true)])), Err(NotTaken::Full));
        assert_eq!(may(&slot(4, 2, &[(2, true), (3, true)])), Err(NotTaken::Full));
        assert_eq!(slot(4, 2, &[]).may_take(HERE, at(6), &her, NOBODY_APART), Err(NotTaken::Over));
        // Kept apart looks as taken does, and the slot is not offered to her.
        let half = slot(4, 2, &[(2, true)]);
        assert_eq!(half.may_take(HERE, at(0), &her, |one, other| (one, other) == (1, 2)), Err(NotTaken::Full));
        assert!(!half.is_offered_to(1, at(0), |one, other| (one, other) == (1, 2)));
        assert!(half.is_offered_to(1, at(0), NOBODY_APART));
    }

    #[test]
    fn two_change_places_or_neither_does() {
        let limits = limits();
        let (early, late) = (slot(0, 2, &[(1, false), (3, false)]), slot(30, 2, &[(2, false)]));
        let held = |slot: &Slot<u32>| [Engagement { when: slot.when, kind: Kind::Listening }];
        let (hers, theirs) = (held(&early), held(&late));
        let her = Listener { taker: Taker { who: 1, alone: false }, limits: &limits, held: &hers };
        let them = Listener { taker: Taker { who: 2, alone: false }, limits: &limits, held: &theirs };
        let swap = |apart: fn(u32, u32) -> bool| swapped(HERE, at(-5), (&early, &her), (&late, &them), apart);
        let (one, other) = swap(NOBODY_APART).unwrap();
        let who = |slot: &Slot<u32>| slot.takers.iter().map(|taker| taker.who).collect::<Vec<_>>();
        assert_eq!((who(&one), who(&other)), (vec![3, 2], vec![1]));
        assert_eq!(swap(|one, other| (one, other) == (3, 2)), Err(NotTaken::Full));
    }

    #[test]
    fn somebody_or_plainly_nobody() {
        let slots = [slot(0, 2, &[(1, false), (2, false)]), slot(24, 2, &[(3, false)]), slot(48, 2, &[(4, true)])];
        assert!(matches!(call(at(1), &slots, NOBODY_APART), Answer::Call { listeners, .. } if listeners == [1, 2]));
        assert!(matches!(call(at(1), &slots, |_, who| who == 1), Answer::Call { listeners, .. } if listeners == [2]));
        let Answer::Nobody { next, lines } = call(at(3), &slots, NOBODY_APART) else { panic!("nobody is there") };
        assert_eq!(next, Some(slots[2].when), "the one in between has one listener, who is not there alone");
        assert_eq!(lines.len(), DAY_AND_NIGHT.len());
        assert!(matches!(call(at(3), &slots, |_, who| who == 4), Answer::Nobody { next: None, .. }));
        let not_yet = Asker { who: 9, yes: false };
        let answer = whom_can_i_call(HERE, at(1), not_yet, &slots, &Lines::default(), NOBODY_APART);
        assert!(matches!(answer, Answer::SayYesFirst { .. }));
    }

    #[test]
    fn a_line_of_the_charter_has_its_hours_and_the_day_of_its_check() {
        let read = |line: &str| Line::read(line).unwrap();
        let plain = read("988, appel ou texto, jour et nuit");
        assert_eq!((plain.number.as_str(), plain.name.as_str()), ("988", "appel ou texto, jour et nuit"));
        assert_eq!((plain.each_day(), plain.checked), (None, None));
        let evening = read("514 935-1101, Tel-Aide, 09:00-24:00, 2026-11-30");
        assert_eq!((evening.name.as_str(), evening.each_day()), ("Tel-Aide", Some((hour(9), hour(0)))));
        assert_eq!(evening.checked, Some("2026-11-30".parse().unwrap()));
        let lines = Lines(vec![evening]);
        let names = |hours| lines.now(HERE, at(hours)).into_iter().map(|line| line.name).collect::<Vec<_>>();
        assert_eq!(names(2), ["Tel-Aide"]);
        assert_ne!(names(-1), ["Tel-Aide"], "it is seven in the morning");
        assert_eq!(Line::read(" , rien"), None);
    }

    #[test]
    fn a_line_that_is_closed_is_not_shown() {
        let line = |name: &str, hours: Vec<Window>| Line { hours, ..always((name, "819 555-0170")) };
        let by_day = line("day", Window::every_day(hour(9), hour(23)).to_vec());
        let on_mondays = line("mondays", vec![Window { day: Weekday::Mon, from: hour(0), until: hour(12) }]);
        let lines = Lines(vec![by_day, on_mondays]);
        let names = |hours| lines.now(HERE, at(hours)).into_iter().map(|line| line.name).collect::<Vec<_>>();
        assert_eq!(names(0), ["mondays"]);
        assert_eq!(names(2), ["day", "mondays"]);
        assert_eq!(names(5), ["day"]);
        assert_eq!(names(16), DAY_AND_NIGHT.map(|(name, _)| name));
    }

    #[test]
    fn a_number_is_read_during_the_slot_and_by_whoever_may_call() {
        let pair = slot(0, 2, &[(1, false), (2, false)]);
        let reads = |hours, asker| pair.shows_number(1, asker, at(hours), NOBODY_APART);
        assert_eq!([-1, 0, 1, 2].map(|hours| reads(hours, asks(9))), [false, true, true, false]);
        assert!(!reads(1, Asker { who: 9, yes: false }));
        assert!(!pair.shows_number(1, asks(9), at(1), |one, _| one == 1));
        assert!(!pair.clone().without(1).shows_number(1, asks(9), at(1), NOBODY_APART));
        assert!(pair.offers_to_talk(1, at(2)) && !pair.offers_to_talk(1, at(1)) && !pair.offers_to_talk(9, at(2)));
        assert!(!pair.offers_to_talk(1, at(2 + 7 * 24)));
    }

    proptest! {
        /// IL2: whatever she tries to take in whatever order: one a day, her own weekly most, half a day of rest, and no slot
        /// of more than four hours.
        #[test]
        fn nobody_listens_more_than_she_said(
            wanted in prop::collection::vec((0i64..400, 1i64..6), 0..40), weekly in 0u32..5,
        ) {
            let limits = limits().and(&[rota::limits::Cap { kind: Some(Kind::Listening), per: Per::Week, most: weekly }], &[]);
            let mut held: Vec<Engagement> = Vec::new();
            for (from, hours) in wanted {
                let when = Stretch { start: at(from), end: at(from + hours) };
                let Some(open) = Slot::<u32>::open(when) else {
                    prop_assert!(hours > 4);
                    continue;
                };
                prop_assert!(hours <= 4);
                let her = Listener { taker: Taker { who: 1, alone: true }, limits: &limits, held: &held };
                if open.may_take(HERE, at(-1), &her, NOBODY_APART).is_ok() {
                    held.push(Engagement { when, kind: Kind::Listening });
                }
            }
            for (place, one) in held.iter().enumerate() {
                let day = |at: Time| at.with_timezone(&HERE).date_naive();
                let week = |at: Time| chrono::Datelike::iso_week(&day(at));
                let same_week = held.iter().filter(|other| week(other.when.start) == week(one.when.start)).count();
                prop_assert!(same_week <= usize::try_from(weekly).unwrap());
                for other in &held[place + 1..] {
                    prop_assert!(day(one.when.start) != day(other.when.start));
                    let apart = (other.when.start - one.when.end).max(one.when.start - other.when.end);
                    prop_assert!(apart >= Duration::hours(12));
                }
            }
        }

        /// IL5: whoever is there alone ticked it, and nobody reads her number otherwise.
        #[test]
        fn nobody_is_there_alone_who_did_not_say_so(takers in prop::collection::vec((1u32..6, any::<bool>()), 0..3)) {
            let one = slot(0, 2, &takers);
            let there: Vec<Taker<u32>> = one.takers.clone();
            let held = there.len() == 2 || there.len() == 1 && there[0].alone;
            prop_assert_eq!(one.state(at(1)) == State::Live, held);
            let reads = there.iter().any(|taker| one.shows_number(taker.who, asks(9), at(1), NOBODY_APART));
            prop_assert_eq!(reads, held);
        }

        /// At every instant there is somebody who may be called, or the plain pair (IL1, IL3, L7).
        #[test]
        fn the_answer_is_never_empty_and_never_wrong(
            slots in prop::collection::vec((0i64..60, 1i64..5, prop::collection::vec((0u32..6, any::<bool>()), 0..3)), 0..8),
            now in -2i64..64, asker in 0u32..6, barred in 0u32..6, closed in any::<bool>(),
        ) {
            let slots: Vec<_> = slots.iter().map(|(from, hours, takers)| slot(*from, *hours, takers)).collect();
            let hours = if closed { vec![Window { day: Weekday::Sat, from: hour(3), until: hour(4) }] } else { vec![] };
            let lines = Lines(vec![Line { hours, ..always(("line", "819 555-0170")) }]);
            let apart = |one, other| (one, other) == (barred, asker);
            let could = |who: u32| who != asker && who != barred;
            match whom_can_i_call(HERE, at(now), asks(asker), &slots, &lines, apart) {
                Answer::Call { listeners, lines } => {
                    prop_assert!(!listeners.is_empty() && !lines.is_empty());
                    for who in listeners {
                        let there = slots.iter().filter(|slot| slot.state(at(now)) == State::Live);
                        let mut there = there.filter(|slot| slot.takers.iter().any(|taker| taker.who == who));
                        prop_assert!(could(who) && there.any(|slot| slot.shows_number(who, asks(asker), at(now), apart)));
                    }
                }
                Answer::Nobody { next, lines } => {
                    prop_assert!(!lines.is_empty());
                    for slot in &slots {
                        prop_assert!(slot.takers.iter().all(|one| !slot.shows_number(one.who, asks(asker), at(now), apart)));
                    }
                    let promised = slots.iter().filter(|slot| Some(slot.when) == next);
                    let mut kept = promised.filter(|slot| slot.takers.iter().any(|one| could(one.who)));
                    prop_assert!(next.is_none() || kept.any(|slot| slot.state(slot.when.start) == State::Live));
                }
                Answer::SayYesFirst { .. } => prop_assert!(false, "she said yes"),
            }
        }
    }
}
