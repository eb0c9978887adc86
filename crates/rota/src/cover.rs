//! A seat is free: who is asked, in which order, and when it ends (`mutual-aid` ALG3, A5, A6, R4).
//!
//! A few are asked at a time, quietly, those first who were not asked lately. Whoever says no is not asked again for this
//! one, needs no reason, and the no is forgotten when it ends. The first yes takes it; the others are thanked. Nobody is
//! told who freed the seat, nor who said no.
//!
//! [`Cover`] is a fold over what happened, so a program that was killed goes on where it was (`mutual-aid` X3). What to
//! do next is a question of its own: [`Cover::next`].

use crate::limits::Hindrance;
use crate::time::Time;
use chrono::Duration;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// How many are asked at once: a few, a few more, then everybody.
pub const FIRST_GROUPS: [usize; 2] = [3, 3];
/// How long one group has before the next one is asked, at most. A yes is welcome afterwards too.
pub const LONGEST_WAIT: Duration = Duration::hours(6);
/// Whoever was asked for something in so many days comes after the others.
pub const LATELY: Duration = Duration::days(7);
/// So long before the beginning, whoever offered to come if nobody else does knows whether she is needed.
pub const LAST_CALL: Duration = Duration::hours(2);

/// Somebody who could take the seat now: she said yes to such things, it is within her limits, and she and the others
/// there may be put together. Who is not on this list is never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate<P> {
    /// Who.
    pub who: P,
    /// When she was last asked to take somebody's seat, if she was.
    pub asked: Option<Time>,
    /// From when she may be asked: the end of her quiet hours (ruling 15), or any time that is past.
    pub from: Time,
    /// Her place in the draw for this seat ([`crate::order::draw`]).
    pub draw: u64,
}

/// What somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// She takes it.
    Yes,
    /// She doesn't. No reason, and no trace once it ended.
    No,
    /// She would, if nobody else does. Only she knows until it is needed (`mutual-aid` R4).
    IfNobodyElse,
}

/// What happened, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event<P> {
    /// A group was asked.
    Asked {
        /// Who.
        who: Vec<P>,
        /// When the next group is asked, unless somebody says yes.
        until: Time,
    },
    /// Somebody answered: asked, or by herself.
    Said {
        /// Who.
        who: P,
        /// What.
        answer: Answer,
    },
    /// Nobody else came forward: whoever offered for that takes it.
    Took {
        /// Who.
        who: P,
    },
    /// Nobody is looked for any more: whoever freed the seat comes after all, or the visit is not to be.
    CalledOff,
    /// It began with the seat free.
    Over,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End<P> {
    /// Somebody took the seat.
    Covered(P),
    /// It was called off.
    CalledOff,
    /// It began with the seat free. That is nobody's fault, and no number is kept of it.
    Over,
}

/// What to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next<P> {
    /// Ask these, quietly; the event is [`Event::Asked`] with this end.
    Ask {
        /// Who.
        who: Vec<P>,
        /// Until when they are alone in being asked.
        until: Time,
    },
    /// Nothing until then.
    Wait(Time),
    /// She who offered for that takes it: [`Event::Took`].
    Take(P),
    /// Everybody who could was asked. The seat is shown as free, plainly, to whom it concerns.
    ShowTheGap,
    /// It begins: [`Event::Over`].
    End,
    /// It ended.
    Nothing,
}

/// Why a yes comes to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotNow {
    /// Somebody else said yes first: "it is covered, thanks".
    #[error("somebody took it already")]
    Covered,
    /// Nobody is looked for any more.
    #[error("nobody is looked for any more")]
    CalledOff,
    /// It began.
    #[error("it began already")]
    Began,
    /// She cannot: what she holds, or her limits, changed meanwhile.
    #[error("her own limits say otherwise: {0}")]
    Limits(Hindrance),
}

impl NotNow {
    /// What she reads.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Covered => "rota-cover-covered",
            Self::CalledOff => "rota-cover-called-off",
            Self::Began => "rota-cover-began",
            Self::Limits(why) => why.key(),
        }
    }
}

/// Where the search for one seat stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover<P: Copy + Ord> {
    starts: Time,
    asked: BTreeSet<P>,
    answers: BTreeMap<P, Answer>,
    reserves: Vec<P>,
    groups: usize,
    group: Vec<P>,
    until: Option<Time>,
    end: Option<End<P>>,
}

impl<P: Copy + Ord> Cover<P> {
    /// A seat became free of something that begins at `starts`.
    pub const fn of(starts: Time) -> Self {
        Self {
            starts,
            asked: BTreeSet::new(),
            answers: BTreeMap::new(),
            reserves: Vec::new(),
            groups: 0,
            group: Vec::new(),
            until: None,
            end: None,
        }
    }

    /// The same after all that happened.
    pub fn replayed<'a>(starts: Time, events: impl IntoIterator<Item = &'a Event<P>>) -> Self
    where
        P: 'a,
    {
        events.into_iter().fold(Self::of(starts), Self::after)
    }

    /// After one thing more. What comes once it ended changes nothing.
    #[must_use]
    pub fn after(mut self, event: &Event<P>) -> Self {
        if self.end.is_some() {
            return self;
        }
        match event {
            Event::Asked { who, until } => {
                self.group = who.iter().copied().filter(|one| self.asked.insert(*one)).collect();
                self.groups += 1;
                self.until = Some(*until);
            }
            Event::Said { who, answer: Answer::Yes } | Event::Took { who } => self.ended(End::Covered(*who)),
            Event::Said { who, answer } => {
                self.asked.insert(*who);
                self.answers.insert(*who, *answer);
                self.reserves.retain(|one| one != who);
                if *answer == Answer::IfNobodyElse {
                    self.reserves.push(*who);
                }
            }
            Event::CalledOff => self.ended(End::CalledOff),
            Event::Over => self.ended(End::Over),
        }
        self
    }

    /// Whoever said no is not written to again, and from here on nobody knows who it was.
    fn ended(&mut self, end: End<P>) {
        let said_no = std::mem::take(&mut self.answers);
        self.asked.retain(|one| said_no.get(one) != Some(&Answer::No));
        self.reserves.clear();
        self.group.clear();
        self.until = None;
        self.end = Some(end);
    }

    /// How it ended, if it did.
    pub const fn end(&self) -> Option<End<P>> {
        self.end
    }

    /// Once it ended: those who are told, with thanks, that they need not answer any more.
    pub fn thanked(&self) -> Vec<P> {
        let took = |one: &P| self.end == Some(End::Covered(*one));
        if self.end.is_none() { Vec::new() } else { self.asked.iter().copied().filter(|one| !took(one)).collect() }
    }

    /// Whether somebody sees that this seat is looked for: as long as it is, she was asked, and did not say no.
    pub fn is_asking(&self, who: P) -> bool {
        self.end.is_none() && self.asked.contains(&who) && self.answers.get(&who) != Some(&Answer::No)
    }

    /// Whether she said that she would take it if nobody else does, and that still stands.
    pub fn is_in_reserve(&self, who: P) -> bool {
        self.end.is_none() && self.reserves.contains(&who)
    }

    /// Whether a yes of hers takes the seat, with her limits as they are now. Even after a no, and after her group's time:
    /// a yes is a yes.
    pub fn takes(&self, now: Time, limits: Result<(), Hindrance>) -> Result<(), NotNow> {
        match (self.end, limits) {
            (Some(End::Covered(_)), _) => Err(NotNow::Covered),
            (Some(End::CalledOff), _) => Err(NotNow::CalledOff),
            (Some(End::Over), _) => Err(NotNow::Began),
            (None, _) if now >= self.starts => Err(NotNow::Began),
            (None, Err(why)) => Err(NotNow::Limits(why)),
            (None, Ok(())) => Ok(()),
        }
    }

    /// What to do at `now`, with those who could take the seat as things are now.
    pub fn next(&self, now: Time, candidates: &[Candidate<P>]) -> Next<P> {
        if self.end.is_some() {
            return Next::Nothing;
        }
        if now >= self.starts {
            return Next::End;
        }
        if let Some(until) = self.until.filter(|until| *until > now && self.group_is_awaited()) {
            return Next::Wait(until);
        }
        let fresh = || candidates.iter().filter(|one| !self.asked.contains(&one.who));
        let mut ready: Vec<&Candidate<P>> = fresh().filter(|one| one.from <= now).collect();
        if !ready.is_empty() {
            ready.sort_by_key(|one| (one.asked.is_some_and(|asked| asked + LATELY > now), one.draw, one.who));
            ready.dedup_by_key(|one| one.who);
            let size = FIRST_GROUPS.get(self.groups).copied().unwrap_or(ready.len());
            let who = ready.into_iter().take(size).map(|one| one.who).collect();
            return Next::Ask { who, until: now + LONGEST_WAIT.min((self.starts - now) / 4) };
        }
        let reserve = self.reserves.iter().copied().find(|one| candidates.iter().any(|other| other.who == *one));
        let later = fresh().map(|one| one.from).filter(|from| *from < self.starts).min();
        let last_call = self.starts - LAST_CALL;
        match (later, reserve) {
            (None, Some(reserve)) => Next::Take(reserve),
            (Some(_), Some(reserve)) if now >= last_call => Next::Take(reserve),
            (Some(later), Some(_)) => Next::Wait(later.min(last_call)),
            (Some(later), None) => Next::Wait(later),
            (None, None) => Next::ShowTheGap,
        }
    }

    fn group_is_awaited(&self) -> bool {
        self.group.iter().any(|one| !self.answers.contains_key(one))
    }
}

/// What is kept of it once it ended, until the thing itself is erased: how it ended, and nobody who was asked (ruling 16,
/// `mutual-aid` ALG3).
pub fn kept<P: Copy + Ord>(starts: Time, events: &[Event<P>]) -> Vec<Event<P>> {
    match Cover::replayed(starts, events).end {
        None => events.to_vec(),
        Some(End::Covered(who)) => vec![Event::Took { who }],
        Some(End::CalledOff) => vec![Event::CalledOff],
        Some(End::Over) => vec![Event::Over],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> Time {
        Time::from_timestamp(1_804_000_000, 0).unwrap() + Duration::minutes(minutes)
    }
    fn candidates(many: u32) -> Vec<Candidate<u32>> {
        (0..many).map(|who| Candidate { who, asked: None, from: at(0), draw: u64::from(who) }).collect()
    }
    fn asked(cover: &Cover<u32>, now: Time, among: &[Candidate<u32>]) -> (Vec<u32>, Time) {
        match cover.next(now, among) {
            Next::Ask { who, until } => (who, until),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn three_are_asked_then_three_then_all() {
        let (many, starts) = (candidates(9), at(48 * 60));
        let mut cover = Cover::of(starts);
        let mut now = at(0);
        for expected in [vec![0, 1, 2], vec![3, 4, 5], vec![6, 7, 8]] {
            let (who, until) = asked(&cover, now, &many);
            assert_eq!((&who, until - now), (&expected, LONGEST_WAIT));
            cover = cover.after(&Event::Asked { who, until });
            assert_eq!(cover.next(now, &many), Next::Wait(until));
            now = until;
        }
        assert_eq!(cover.next(now, &many), Next::ShowTheGap);
        assert_eq!(cover.next(starts, &many), Next::End);
    }

    #[test]
    fn the_nearer_it_is_the_sooner_the_next_are_asked() {
        let cover = Cover::of(at(4 * 60));
        assert_eq!(asked(&cover, at(0), &candidates(9)).1, at(60));
    }

    #[test]
    fn whoever_was_asked_lately_comes_after_and_who_sleeps_is_not_woken() {
        let mut many = candidates(5);
        many[0].asked = Some(at(-60));
        many[1].asked = Some(at(-8 * 24 * 60));
        many[2].from = at(600);
        let cover = Cover::of(at(2 * 24 * 60));
        assert_eq!(asked(&cover, at(0), &many).0, [1, 3, 4]);
        let cover = cover.after(&Event::Asked { who: vec![0, 1, 3, 4], until: at(10) });
        assert_eq!(cover.next(at(10), &many), Next::Wait(at(600)));
        assert_eq!(asked(&cover, at(600), &many).0, [2]);
    }

    #[test]
    fn one_no_is_enough_and_all_no_is_not_waited_for() {
        let many = candidates(4);
        let said = |who, answer| Event::Said { who, answer };
        let cover = Cover::of(at(2_000)).after(&Event::Asked { who: vec![0, 1, 2], until: at(300) });
        let cover = cover.after(&said(0, Answer::No)).after(&said(1, Answer::No));
        assert!(!cover.is_asking(0) && cover.is_asking(2) && !cover.is_asking(3));
        assert_eq!(cover.next(at(5), &many), Next::Wait(at(300)));
        let cover = cover.after(&said(2, Answer::No));
        assert_eq!(asked(&cover, at(5), &many).0, [3]);
        let covered = cover.after(&said(3, Answer::Yes));
        assert_eq!(covered.end(), Some(End::Covered(3)));
        assert_eq!(covered.thanked(), Vec::<u32>::new(), "nobody who said no is written to again");
        assert_eq!(covered.takes(at(5), Ok(())), Err(NotNow::Covered));
    }

    #[test]
    fn the_first_yes_wins_and_the_others_are_thanked() {
        let said = |who| Event::Said { who, answer: Answer::Yes };
        let cover = Cover::of(at(2_000)).after(&Event::Asked { who: vec![0, 1, 2], until: at(300) });
        assert_eq!(cover.takes(at(301), Ok(())), Ok(()), "late is welcome");
        assert_eq!(cover.takes(at(1), Err(Hindrance::Overlap)), Err(NotNow::Limits(Hindrance::Overlap)));
        let covered = cover.after(&said(1)).after(&said(2));
        assert_eq!((covered.end(), covered.thanked()), (Some(End::Covered(1)), vec![0, 2]));
        assert_eq!(covered.next(at(3), &candidates(9)), Next::Nothing);
    }

    #[test]
    fn whoever_comes_if_nobody_else_does_is_needed_only_then() {
        let if_nobody = |who| Event::Said { who, answer: Answer::IfNobodyElse };
        let mut many = candidates(4);
        let cover =
            Cover::of(at(2_000)).after(&Event::Asked { who: vec![0, 1, 2], until: at(300) }).after(&if_nobody(1));
        assert_eq!(cover.next(at(1), &many), Next::Wait(at(300)));
        assert_eq!(asked(&cover, at(300), &many).0, [3]);
        many[3].from = at(1_999);
        assert_eq!(cover.next(at(300), &many), Next::Wait(at(2_000) - LAST_CALL));
        assert_eq!(cover.next(at(2_000) - LAST_CALL, &many), Next::Take(1));
        let all = cover.after(&Event::Asked { who: vec![3], until: at(600) });
        assert_eq!(all.next(at(600), &many), Next::Take(1));
        let no = Event::Said { who: 1, answer: Answer::No };
        assert_eq!(all.clone().after(&no).next(at(600), &many), Next::ShowTheGap, "she thought better of it");
        many.remove(1);
        assert_eq!(all.next(at(600), &many), Next::ShowTheGap, "she took something else meanwhile");
    }

    #[test]
    fn called_off_ends_at_once_and_nothing_is_kept_of_who_was_asked() {
        let events = [
            Event::Asked { who: vec![0, 1], until: at(300) },
            Event::Said { who: 0, answer: Answer::No },
            Event::CalledOff,
            Event::Said { who: 1, answer: Answer::Yes },
        ];
        let cover = Cover::replayed(at(2_000), &events);
        assert_eq!((cover.end(), cover.thanked()), (Some(End::CalledOff), vec![1]));
        assert_eq!(kept(at(2_000), &events), [Event::CalledOff]);
        assert_eq!(kept(at(2_000), &events[..2]).len(), 2);
    }

    /// What the world does between two looks: a number that chooses.
    fn world() -> impl Strategy<Value = Vec<(u8, u32, i64)>> {
        prop::collection::vec((0u8..12, 0u32..14, 1i64..240), 0..60)
    }

    proptest! {
        /// Any walk: nobody is asked twice, nor when she sleeps, nor who is not on the list; one at most has the seat; the
        /// same events give the same state wherever the program was killed; and it ends.
        #[test]
        fn any_walk_keeps_every_promise(
            steps in world(), many in 0u32..14, lately in 0u32..16_384, sleeps in 0u32..16_384, lasts in 1i64..4_000,
        ) {
            let starts = at(lasts);
            let bit = |of: u32, who: u32| of >> who & 1 == 1;
            let mut list = candidates(many);
            for one in &mut list {
                one.asked = bit(lately, one.who).then(|| at(-100));
                one.from = if bit(sleeps, one.who) { at(500) } else { at(0) };
            }
            let (mut events, mut now, mut asked) = (Vec::new(), at(0), BTreeSet::new());
            for (what, who, minutes) in steps {
                let cover = Cover::replayed(starts, &events);
                // Each step at a time gives what replay gives.
                prop_assert_eq!(&events.iter().fold(Cover::of(starts), Cover::after), &cover);
                let next = cover.next(now, &list);
                prop_assert_eq!(next == Next::Nothing, cover.end().is_some());
                match next {
                    Next::Ask { who, until } => {
                        prop_assert!(!who.is_empty() && until > now && until < starts);
                        for one in &who {
                            prop_assert!(asked.insert(*one), "{one} was asked twice");
                            prop_assert!(list.iter().any(|other| other.who == *one && other.from <= now));
                        }
                        events.push(Event::Asked { who, until });
                    }
                    Next::Wait(until) => prop_assert!(until > now && until <= starts),
                    Next::Take(who) => events.push(Event::Took { who }),
                    Next::End => events.push(Event::Over),
                    Next::ShowTheGap | Next::Nothing => {}
                }
                match what {
                    0..=2 => events.push(Event::Said { who, answer: Answer::No }),
                    3 => events.push(Event::Said { who, answer: Answer::IfNobodyElse }),
                    4 if Cover::replayed(starts, &events).takes(now, Ok(())).is_ok() => {
                        events.push(Event::Said { who, answer: Answer::Yes });
                    }
                    5 if minutes < 20 => events.push(Event::CalledOff),
                    6 => list.retain(|one| one.who != who),
                    _ => {}
                }
                asked.extend(events.iter().filter_map(|event| match event {
                    Event::Said { who, .. } => Some(*who),
                    _ => None,
                }));
                now += Duration::minutes(minutes);
            }
            let end = Cover::replayed(starts, &events).end();
            for cut in 0..events.len() {
                let before = Cover::replayed(starts, &events[..cut]).end();
                prop_assert!(before.is_none() || before == end, "an end is the end");
            }
            prop_assert!(end.is_some() || Cover::replayed(starts, &events).next(starts, &list) == Next::End);
        }

        /// The order of the list says nothing (`mutual-aid` F4).
        #[test]
        fn the_order_of_the_list_changes_nothing(many in 0u32..14, turn in 0usize..14) {
            let list = candidates(many);
            let mut turned = list.clone();
            if !turned.is_empty() {
                let turn = turn % turned.len();
                turned.rotate_left(turn);
            }
            let cover = Cover::of(at(3_000));
            prop_assert_eq!(cover.next(at(0), &list), cover.next(at(0), &turned));
        }
    }
}
