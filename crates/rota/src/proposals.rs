//! Who could take which seat, so that as many as possible are taken and turns are even (`mutual-aid` ALG4, V11, R1;
//! `domain B7`).
//!
//! Proposals only: nobody is engaged without her own yes (F6). Each goes to the person it is for, with the reasons, which
//! are things that she said herself ([`Because`]). Nobody sees how often another one helps, and what lies six weeks back
//! is forgotten.
//!
//! Seats, days, weeks and people are a network, and the turns a flow through it: first as many seats as possible (F1), then
//! the least sum of squares of turns. Among flows, least squares and the least list of turns, longest first, are the same
//! (F2). What a network cannot say (rest across midnight, two who are not put together, limits by kind or month that cut
//! across) is looked at afterwards: one way is closed, and the flow is made anew. Then it may not be the best, and says so.

use crate::flow::{ArcNumber, Network, Node};
use crate::limits::{Engagement, Kind, Limits, Per};
use crate::time::{Time, local_day};
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What was done longer ago than this weighs nothing.
pub const WINDOW: Duration = Duration::weeks(6);

/// A place for one person, at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat<S> {
    /// When, and what.
    pub what: Engagement,
    /// Which visit, slot or shift: its seats are taken by different people.
    pub slot: S,
    /// Which seat of it.
    pub place: u16,
}

/// Somebody who said yes to being asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helper<P> {
    /// Who.
    pub who: P,
    /// Her own limits.
    pub limits: Limits,
    /// What she said yes to already, past and to come. Nothing of it is touched (F5).
    pub held: Vec<Engagement>,
    /// Her place in the draw for this batch ([`crate::order::draw`]).
    pub draw: u64,
}

/// Whether somebody may be proposed for a seat, by the wishes of whoever is visited and by who keeps apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Welcome {
    /// No: she is not asked.
    No,
    /// Yes.
    Yes,
    /// Yes, and rather than somebody else, if turns stay as even: the same faces, or new ones.
    Rather,
}

/// Seats to be proposed, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Batch<'a, P, S> {
    /// Where the wall clock hangs.
    pub zone: Tz,
    /// When it is.
    pub now: Time,
    /// Free seats.
    pub seats: &'a [Seat<S>],
    /// Helpers.
    pub helpers: &'a [Helper<P>],
}

/// Why this one is proposed to her: what she said, and nothing about others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// She said yes to this kind.
    Kind(Kind),
    /// She said yes to hours on that day.
    Day(Weekday),
    /// She gives so many in that time, and this one is within it.
    UpTo(Per, u32),
    /// Whoever is visited would like it.
    Wished,
}

impl Because {
    /// What she reads.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kind(Kind::Listening) => "rota-because-listening",
            Self::Kind(Kind::Visit) => "rota-because-visit",
            Self::Kind(Kind::Circle) => "rota-because-circle",
            Self::Kind(Kind::Activity) => "rota-because-activity",
            Self::Kind(Kind::Kitchen) => "rota-because-kitchen",
            Self::Day(Weekday::Mon) => "rota-because-monday",
            Self::Day(Weekday::Tue) => "rota-because-tuesday",
            Self::Day(Weekday::Wed) => "rota-because-wednesday",
            Self::Day(Weekday::Thu) => "rota-because-thursday",
            Self::Day(Weekday::Fri) => "rota-because-friday",
            Self::Day(Weekday::Sat) => "rota-because-saturday",
            Self::Day(Weekday::Sun) => "rota-because-sunday",
            Self::UpTo(Per::Day, _) => "rota-because-per-day",
            Self::UpTo(Per::Week, _) => "rota-because-per-week",
            Self::UpTo(Per::Month, _) => "rota-because-per-month",
            Self::Wished => "rota-because-wished",
        }
    }

    /// The number in it, if there is one.
    pub const fn number(self) -> Option<u32> {
        match self {
            Self::UpTo(_, most) => Some(most),
            _ => None,
        }
    }
}

/// A seat, and somebody who may be asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal<P, S> {
    /// Which seat.
    pub seat: Seat<S>,
    /// To whom.
    pub to: P,
    /// Why, in her own words.
    pub because: Vec<Because>,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposals<P, S> {
    /// Proposals, by time.
    pub made: Vec<Proposal<P, S>>,
    /// Seats for which nobody is left, by time.
    pub open: Vec<Seat<S>>,
    /// Whether no other way fills more seats, or as many more evenly. For tests and figures: beside names it would say
    /// that somebody is in the way of somebody.
    pub is_best: bool,
}

/// Proposes. The same people and seats give the same, in whatever order they come.
pub fn propose<P: Copy + Ord, S: Copy + Ord>(
    batch: &Batch<'_, P, S>,
    welcome: impl Fn(P, &Seat<S>) -> Welcome,
    apart: impl Fn(P, P) -> bool,
) -> Proposals<P, S> {
    let table = Table::of(batch, welcome);
    let mut closed: BTreeSet<(usize, usize)> = BTreeSet::new();
    loop {
        let chosen = table.flow(&closed);
        let more: Vec<_> = table.beyond_limits(&chosen, &closed).chain(table.apart(&chosen, &closed, &apart)).collect();
        if more.is_empty() {
            return table.proposals(&chosen, closed.is_empty());
        }
        closed.extend(more);
    }
}

/// A seat and a helper that may go together, by their places in the table.
struct Way {
    seat: usize,
    helper: usize,
    rather: bool,
}

/// Everything that the flow needs, sorted so that the order of the lists says nothing.
struct Table<'a, P, S> {
    zone: Tz,
    seats: Vec<Seat<S>>,
    days: Vec<NaiveDate>,
    helpers: Vec<&'a Helper<P>>,
    turns: Vec<u32>,
    ways: Vec<Way>,
}

/// Who takes which seat, by their places in the table.
type Chosen = BTreeMap<usize, usize>;

impl<'a, P: Copy + Ord, S: Copy + Ord> Table<'a, P, S> {
    fn of(batch: &Batch<'a, P, S>, welcome: impl Fn(P, &Seat<S>) -> Welcome) -> Self {
        let zone = batch.zone;
        let mut seats = batch.seats.to_vec();
        seats.sort();
        seats.dedup_by_key(|seat| (seat.slot, seat.place));
        let mut helpers: Vec<&Helper<P>> = batch.helpers.iter().collect();
        helpers.sort_by_key(|helper| (helper.draw, helper.who));
        let days: Vec<NaiveDate> = seats.iter().map(|seat| local_day(zone, seat.what.when.start)).collect();
        let counts = |one: &&Engagement| one.when.start + WINDOW > batch.now;
        let turns = helpers.iter().map(|helper| number(helper.held.iter().filter(counts).count())).collect();
        let mut ways = Vec::new();
        for (place, helper) in helpers.iter().enumerate() {
            let busy: BTreeSet<NaiveDate> = helper.held.iter().map(|one| local_day(zone, one.when.start)).collect();
            for ((seat, what), day) in seats.iter().enumerate().zip(&days) {
                if busy.contains(day) || helper.limits.check(zone, &helper.held, &what.what).is_err() {
                    continue;
                }
                let rather = match welcome(helper.who, what) {
                    Welcome::No => continue,
                    Welcome::Yes => false,
                    Welcome::Rather => true,
                };
                ways.push(Way { seat, helper: place, rather });
            }
        }
        Self { zone, seats, days, helpers, turns, ways }
    }

    /// The best choice with the ways that are not closed, by what a network can say: from each seat to a person's day, to
    /// her week, to herself, and on at a price that rises by two with each turn.
    fn flow(&self, closed: &BTreeSet<(usize, usize)>) -> Chosen {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let from_seats: Vec<Node> = self.seats.iter().map(|_| network.node()).collect();
        for seat in &from_seats {
            network.arc(source, *seat, 1, 0);
        }
        let mut made: Vec<(ArcNumber, usize, usize)> = Vec::new();
        let mut ways = self.ways.iter().filter(|way| !closed.contains(&(way.seat, way.helper))).peekable();
        for (place, (helper, turns)) in self.helpers.iter().zip(&self.turns).enumerate() {
            let (mut herself, mut days, mut weeks) = (None, BTreeMap::new(), BTreeMap::new());
            while let Some(way) = ways.next_if(|way| way.helper == place) {
                let Some((day, from)) = self.days.get(way.seat).zip(from_seats.get(way.seat)) else { continue };
                let herself = *herself.get_or_insert_with(|| self.herself(&mut network, sink, helper, *turns));
                let week = *weeks.entry(day.iso_week()).or_insert_with(|| {
                    let node = network.node();
                    network.arc(node, herself, self.left(helper, Per::Week, *day), 0);
                    node
                });
                let of_day = *days.entry(*day).or_insert_with(|| {
                    let node = network.node();
                    network.arc(node, week, 1, 0);
                    node
                });
                let arc = network.arc(*from, of_day, 1, i64::from(!way.rather));
                made.push((arc, way.seat, place));
            }
        }
        network.send(source, sink);
        made.into_iter().filter(|(arc, ..)| network.flows(*arc)).map(|(_, seat, helper)| (seat, helper)).collect()
    }

    /// The node of a person. Her next turn costs more the more she took; wishes, which weigh 1, never add up to a turn.
    fn herself(&self, network: &mut Network, sink: Node, helper: &Helper<P>, turns: u32) -> Node {
        let (node, all) = (network.node(), network.node());
        let month = self.days.first().map_or(0, |day| self.left(helper, Per::Month, *day));
        network.arc(node, all, if self.is_one_month() { month } else { self.most() }, 0);
        let a_turn = i64::from(self.most()) + 1;
        for turn in turns..turns.saturating_add(self.most()) {
            network.arc(all, sink, 1, (2 * i64::from(turn) + 1) * a_turn);
        }
        node
    }

    fn most(&self) -> u32 {
        number(self.seats.len())
    }

    fn is_one_month(&self) -> bool {
        let month = |day: &NaiveDate| (day.year(), day.month());
        self.days.windows(2).all(|pair| pair.first().map(month) == pair.last().map(month))
    }

    /// How many more she gives in that week or month, by limits that count every seat here. The others are looked at
    /// afterwards.
    fn left(&self, helper: &Helper<P>, per: Per, day: NaiveDate) -> u32 {
        let shares = |other: &&Engagement| {
            let other = local_day(self.zone, other.when.start);
            match per {
                Per::Day => other == day,
                Per::Week => other.iso_week() == day.iso_week(),
                Per::Month => (other.year(), other.month()) == (day.year(), day.month()),
            }
        };
        let caps = helper.limits.caps.iter().filter(|cap| cap.per == per);
        let caps = caps.filter(|cap| self.seats.iter().all(|seat| cap.counts(seat.what.kind)));
        let left = caps.map(|cap| {
            let held = helper.held.iter().filter(|one| cap.counts(one.kind)).filter(shares);
            cap.most.saturating_sub(number(held.count()))
        });
        left.min().unwrap_or_else(|| self.most())
    }

    /// One way of each person whose turns, taken together, are beyond her limits: the one that is least needed.
    fn beyond_limits(
        &self,
        chosen: &Chosen,
        closed: &BTreeSet<(usize, usize)>,
    ) -> impl Iterator<Item = (usize, usize)> {
        let mut found = Vec::new();
        for (place, helper) in self.helpers.iter().enumerate() {
            let hers: Vec<(usize, Engagement)> =
                chosen.iter().filter(|(_, who)| **who == place).filter_map(|(seat, _)| self.what(*seat)).collect();
            found.extend(self.first_too_much(helper, &hers, closed).map(|seat| (seat, place)));
        }
        found.into_iter()
    }

    fn what(&self, seat: usize) -> Option<(usize, Engagement)> {
        self.seats.get(seat).map(|one| (seat, one.what))
    }

    fn first_too_much(
        &self,
        helper: &Helper<P>,
        hers: &[(usize, Engagement)],
        closed: &BTreeSet<(usize, usize)>,
    ) -> Option<usize> {
        let fits = |held: &[(usize, Engagement)], one: &Engagement| {
            let held: Vec<Engagement> = helper.held.iter().copied().chain(held.iter().map(|(_, what)| *what)).collect();
            helper.limits.check(self.zone, &held, one).is_ok()
        };
        let (place, (seat, what)) =
            hers.iter().enumerate().find(|(place, (_, what))| !fits(hers.get(..*place).unwrap_or_default(), what))?;
        let before = hers.get(..place).unwrap_or_default();
        let helps = |other: &&(usize, Engagement)| {
            let without: Vec<_> = before.iter().copied().filter(|one| one.0 != other.0).collect();
            fits(&without, what)
        };
        let instead = before.iter().filter(helps).map(|(other, _)| *other).chain([*seat]);
        instead.max_by_key(|one| (self.others(*one, closed), *one))
    }

    /// How many could take a seat: the more, the less this one way is needed.
    fn others(&self, seat: usize, closed: &BTreeSet<(usize, usize)>) -> usize {
        let open = |way: &&Way| way.seat == seat && !closed.contains(&(way.seat, way.helper));
        self.ways.iter().filter(open).count()
    }

    /// For two who are not put together and would sit in the same slot: every way of one of them to that slot.
    fn apart(
        &self,
        chosen: &Chosen,
        closed: &BTreeSet<(usize, usize)>,
        apart: &impl Fn(P, P) -> bool,
    ) -> impl Iterator<Item = (usize, usize)> {
        let mut together: BTreeMap<S, Vec<(usize, usize)>> = BTreeMap::new();
        for (seat, helper) in chosen {
            if let Some(one) = self.seats.get(*seat) {
                together.entry(one.slot).or_default().push((*seat, *helper));
            }
        }
        let is_apart = |one: usize, other: usize| match (self.helpers.get(one), self.helpers.get(other)) {
            (Some(one), Some(other)) => apart(one.who, other.who) || apart(other.who, one.who),
            _ => false,
        };
        let mut found = Vec::new();
        for (slot, there) in together {
            let pairs = there
                .iter()
                .enumerate()
                .flat_map(|(place, one)| there.iter().skip(place + 1).map(move |other| (*one, *other)));
            if let Some((one, other)) = pairs.into_iter().find(|(one, other)| is_apart(one.1, other.1)) {
                let leaves =
                    [one, other].into_iter().max_by_key(|(seat, helper)| (self.others(*seat, closed), *helper));
                let seats = self.seats.iter().enumerate().filter(|(_, seat)| seat.slot == slot).map(|(seat, _)| seat);
                found.extend(leaves.into_iter().flat_map(|(_, helper)| seats.clone().map(move |seat| (seat, helper))));
            }
        }
        found.into_iter()
    }

    fn proposals(&self, chosen: &Chosen, is_best: bool) -> Proposals<P, S> {
        let (mut made, mut open) = (Vec::new(), Vec::new());
        for (place, seat) in self.seats.iter().enumerate() {
            let helper = chosen.get(&place).and_then(|helper| Some((*helper, self.helpers.get(*helper)?)));
            match helper {
                None => open.push(*seat),
                Some((number, helper)) => {
                    let rather = self.ways.iter().any(|way| (way.seat, way.helper) == (place, number) && way.rather);
                    made.push(Proposal { seat: *seat, to: helper.who, because: self.because(helper, place, rather) });
                }
            }
        }
        Proposals { made, open, is_best }
    }

    fn because(&self, helper: &Helper<P>, seat: usize, rather: bool) -> Vec<Because> {
        let (kind, day) = (self.seats.get(seat).map(|seat| seat.what.kind), self.days.get(seat));
        let mut because: Vec<Because> = kind.map(Because::Kind).into_iter().collect();
        because.extend(day.map(|day| Because::Day(day.weekday())));
        let caps = helper.limits.caps.iter().filter(|cap| kind.is_some_and(|kind| cap.counts(kind)));
        let narrowest = caps.min_by_key(|cap| (Reverse(cap.per), cap.most));
        because.extend(narrowest.map(|cap| Because::UpTo(cap.per, cap.most)));
        because.extend(rather.then_some(Because::Wished));
        because
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
