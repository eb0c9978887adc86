//! Against every way there is, on small groups: some hundreds in the quick form, a thousand with `PARPOUR_TEST_LONG=1`.

use super::*;
use crate::limits::{Cap, Rest};
use crate::time::{Stretch, Window};
use chrono::NaiveTime;

const HERE: Tz = Tz::America__Toronto;

/// Numbers that are the same on each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = crate::order::draw(u128::from(self.0), 1);
        u32::try_from(self.0 % u64::from(most)).unwrap()
    }
    fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap()
}

/// Monday 8 March 2027 is day 0; the clocks change on the night to day 6.
fn on(day: u32, from: u32, kind: Kind) -> Engagement {
    let date = NaiveDate::from_ymd_opt(2027, 3, 8).unwrap() + chrono::Days::new(u64::from(day));
    Engagement { when: Stretch::on_the_wall(HERE, date, hour(from), 60), kind }
}

fn now() -> Time {
    on(0, 8, Kind::Visit).when.start
}

fn seat(slot: u32, place: u16, what: Engagement) -> Seat<u32> {
    Seat { what, slot, place }
}

fn helper(who: u32, caps: &[Cap], rests: &[Rest]) -> Helper<u32> {
    let limits =
        Limits { yes_to: Kind::ALL.into(), windows: Window::every_day(hour(0), hour(0)).to_vec(), ..Limits::default() };
    Helper { who, limits: limits.and(caps, rests), held: Vec::new(), draw: u64::from(who) }
}

fn propose_all(seats: &[Seat<u32>], helpers: &[Helper<u32>]) -> Proposals<u32, u32> {
    let batch = Batch { zone: HERE, now: now(), seats, helpers };
    propose(&batch, |_, _| Welcome::Yes, |_, _| false)
}

fn turns(proposals: &Proposals<u32, u32>) -> BTreeMap<u32, usize> {
    let mut turns = BTreeMap::new();
    for proposal in &proposals.made {
        *turns.entry(proposal.to).or_default() += 1;
    }
    turns
}

const fn a_week(most: u32) -> Cap {
    Cap { kind: None, per: Per::Week, most }
}

#[test]
fn turns_are_even_and_within_what_each_gives() {
    let seats: Vec<_> = (0..7).map(|day| seat(day, 0, on(day, 14, Kind::Visit))).collect();
    let helpers = [helper(1, &[], &[]), helper(2, &[a_week(1)], &[]), helper(3, &[], &[])];
    let found = propose_all(&seats, &helpers);
    assert_eq!(turns(&found), BTreeMap::from([(1, 3), (2, 1), (3, 3)]));
    assert!(found.is_best && found.open.is_empty());
}

#[test]
fn what_was_done_lately_weighs_and_what_lies_six_weeks_back_is_forgotten() {
    let seats: Vec<_> = (0..4).map(|day| seat(day, 0, on(day, 14, Kind::Visit))).collect();
    let mut helpers = [helper(1, &[], &[]), helper(2, &[], &[])];
    let mut lately = on(0, 10, Kind::Kitchen);
    for days in [7, 14] {
        lately.when.start = now() - Duration::days(days);
        lately.when.end = lately.when.start + Duration::hours(1);
        helpers[0].held.push(lately);
    }
    assert_eq!(turns(&propose_all(&seats, &helpers)), BTreeMap::from([(1, 1), (2, 3)]));
    for held in &mut helpers[0].held {
        held.when.start -= WINDOW;
        held.when.end -= WINDOW;
    }
    assert_eq!(turns(&propose_all(&seats, &helpers)), BTreeMap::from([(1, 2), (2, 2)]));
}

#[test]
fn a_limit_of_a_month_is_one_of_each_month() {
    let seats = [22, 23, 24, 25].map(|day| seat(day, 0, on(day, 14, Kind::Visit)));
    let found = propose_all(&seats, &[helper(1, &[Cap { kind: None, per: Per::Month, most: 1 }], &[])]);
    let days: Vec<u32> = found.made.iter().map(|one| local_day(HERE, one.seat.what.when.start).month()).collect();
    assert_eq!((days, found.open.len()), (vec![3, 4], 2));
}

#[test]
fn she_reads_what_she_said_herself() {
    let mut one = helper(1, &[Cap { kind: None, per: Per::Month, most: 4 }, a_week(2)], &[]);
    one.limits.windows = vec![Window { day: Weekday::Tue, from: hour(13), until: hour(17) }];
    let seats = [seat(1, 0, on(1, 14, Kind::Visit)), seat(2, 0, on(2, 14, Kind::Visit))];
    let batch = Batch { zone: HERE, now: now(), seats: &seats, helpers: &[one] };
    let found = propose(&batch, |_, _| Welcome::Rather, |_, _| false);
    assert_eq!(found.made.len(), 1);
    assert_eq!(
        found.made[0].because,
        [Because::Kind(Kind::Visit), Because::Day(Weekday::Tue), Because::UpTo(Per::Month, 4), Because::Wished]
    );
    assert_eq!(found.open, [seats[1]]);
}

#[test]
fn faces_that_are_wished_come_first_when_turns_stay_as_even() {
    let seats = [seat(1, 0, on(1, 14, Kind::Visit)), seat(2, 0, on(2, 14, Kind::Visit))];
    let helpers = [helper(1, &[], &[]), helper(2, &[], &[]), helper(3, &[], &[])];
    let batch = Batch { zone: HERE, now: now(), seats: &seats, helpers: &helpers };
    let rather = |who, _: &Seat<u32>| if who == 1 { Welcome::Yes } else { Welcome::Rather };
    let found = propose(&batch, rather, |_, _| false);
    assert_eq!(turns(&found), BTreeMap::from([(2, 1), (3, 1)]));
    let only_three = |who, _: &Seat<u32>| if who == 3 { Welcome::Rather } else { Welcome::Yes };
    assert_eq!(turns(&propose(&batch, only_three, |_, _| false)).get(&3), Some(&1), "she is not worn out");
}

#[test]
fn two_who_keep_apart_never_sit_together() {
    let seats = [seat(1, 0, on(1, 14, Kind::Visit)), seat(1, 1, on(1, 14, Kind::Visit))];
    let helpers = [helper(1, &[], &[]), helper(2, &[], &[]), helper(3, &[], &[])];
    let batch = Batch { zone: HERE, now: now(), seats: &seats, helpers: &helpers };
    let found = propose(&batch, |_, _| Welcome::Yes, |one, other| (one, other) == (2, 1));
    assert_eq!(found.made.len(), 2);
    assert!(turns(&found).contains_key(&3) && turns(&found).len() == 2);
    let two = Batch { helpers: &helpers[..2], ..batch };
    let found = propose(&two, |_, _| Welcome::Yes, |one, other| (one, other) == (2, 1));
    assert_eq!((found.made.len(), found.open.len(), found.is_best), (1, 1, false));
}

#[test]
fn rest_across_midnight_is_kept_and_said_not_to_be_the_best() {
    let seats = [seat(1, 0, on(1, 22, Kind::Listening)), seat(2, 0, on(2, 7, Kind::Listening))];
    let rest = Rest { kind: Some(Kind::Listening), minutes: 720 };
    let found = propose_all(&seats, &[helper(1, &[], &[rest])]);
    assert_eq!((found.made.len(), found.open.len(), found.is_best), (1, 1, false));
    let found = propose_all(&seats, &[helper(1, &[], &[rest]), helper(2, &[], &[rest])]);
    assert!(found.made.len() == 2 && found.is_best);
}

/// Somebody wishes half of them here and half of them there.
fn is_wished(who: u32, seat: &Seat<u32>) -> bool {
    (who + seat.slot + u32::from(seat.place)).is_multiple_of(2)
}

fn wishes(who: u32, seat: &Seat<u32>) -> Welcome {
    if is_wished(who, seat) { Welcome::Rather } else { Welcome::Yes }
}

/// Open seats; turns of each, the most first; seats with somebody who is not wished there.
type HowItStands = (usize, Vec<usize>, usize);

/// A small group with everything that can be in the way. Without `odd`, only what a network can say.
fn a_group(chance: &mut Chance, odd: bool) -> (Vec<Seat<u32>>, Vec<Helper<u32>>) {
    let kinds = if odd { vec![Kind::Visit, Kind::Listening] } else { vec![Kind::Visit] };
    let hours = if odd { vec![7, 14, 22] } else { vec![14, 18] };
    let pick =
        |chance: &mut Chance, of: &[u32]| of[usize::try_from(chance.below(u32::try_from(of.len()).unwrap())).unwrap()];
    let mut seats = Vec::new();
    for slot in 0..1 + chance.below(4) {
        let kind = kinds[usize::try_from(chance.below(2)).unwrap() % kinds.len()];
        let what = on(chance.below(9), pick(chance, &hours), kind);
        for place in 0..1 + u16::try_from(chance.below(2)).unwrap() {
            if seats.len() < 6 {
                seats.push(seat(slot, place, what));
            }
        }
    }
    let mut helpers = Vec::new();
    for who in 0..1 + chance.below(4) {
        let mut caps = Vec::new();
        if chance.one_in(2) {
            caps.push(a_week(chance.below(3)));
        }
        if chance.one_in(3) {
            caps.push(Cap { kind: None, per: Per::Month, most: chance.below(4) });
        }
        if odd && chance.one_in(2) {
            caps.push(Cap { kind: Some(Kind::Visit), per: Per::Week, most: chance.below(3) });
        }
        let rests = if odd && chance.one_in(2) { vec![Rest { kind: None, minutes: 720 }] } else { Vec::new() };
        let mut one = helper(who, &caps, &rests);
        one.draw = u64::from(chance.below(100));
        one.limits.windows.retain(|_| !chance.one_in(4));
        for _ in 0..chance.below(3) {
            let held = on(chance.below(9), 10, Kind::Visit);
            if one.limits.check(HERE, &one.held, &held).is_ok() {
                one.held.push(held);
            }
        }
        helpers.push(one);
    }
    (seats, helpers)
}

/// The fewest open seats, and among those the least list of turns, longest first, of all ways there are.
/// Of those, the fewest that nobody wished so.
fn best_of_all(seats: &[Seat<u32>], helpers: &[Helper<u32>], apart: &impl Fn(u32, u32) -> bool) -> HowItStands {
    fn go(
        rest: &[Seat<u32>],
        taken: &mut Vec<(usize, Seat<u32>)>,
        helpers: &[Helper<u32>],
        apart: &impl Fn(u32, u32) -> bool,
    ) -> Option<HowItStands> {
        let Some((first, rest)) = rest.split_first() else {
            let turns =
                |place: usize| helpers[place].held.len() + taken.iter().filter(|(who, _)| *who == place).count();
            let mut turns: Vec<usize> = (0..helpers.len()).map(turns).collect();
            turns.sort_unstable_by_key(|turns| Reverse(*turns));
            let unwished = taken.iter().filter(|(who, seat)| !is_wished(helpers[*who].who, seat)).count();
            return Some((0, turns, unwished));
        };
        let mut best = go(rest, taken, helpers, apart).map(|(open, turns, unwished)| (open + 1, turns, unwished));
        for (place, helper) in helpers.iter().enumerate() {
            let hers = taken.iter().filter(|(who, _)| *who == place).map(|(_, seat)| seat.what);
            let held: Vec<Engagement> = helper.held.iter().copied().chain(hers).collect();
            let day = local_day(HERE, first.what.when.start);
            let is_free = held.iter().all(|one| local_day(HERE, one.when.start) != day);
            let mut beside = taken.iter().filter(|(_, seat)| seat.slot == first.slot);
            let is_barred = beside.any(|(who, _)| apart(helpers[*who].who, helper.who));
            if is_free && !is_barred && helper.limits.check(HERE, &held, &first.what).is_ok() {
                taken.push((place, *first));
                best = best.into_iter().chain(go(rest, taken, helpers, apart)).min();
                taken.pop();
            }
        }
        best
    }
    go(seats, &mut Vec::new(), helpers, apart).unwrap()
}

fn how_it_stands(found: &Proposals<u32, u32>, helpers: &[Helper<u32>]) -> HowItStands {
    let unwished = found.made.iter().filter(|one| !is_wished(one.to, &one.seat)).count();
    let turns = turns(found);
    let mut turns: Vec<usize> =
        helpers.iter().map(|one| one.held.len() + turns.get(&one.who).copied().unwrap_or(0)).collect();
    turns.sort_unstable_by_key(|turns| Reverse(*turns));
    (found.open.len(), turns, unwished)
}

/// F3 and F5: within her limits with what she holds, one a day, and never two who keep apart.
fn is_allowed(found: &Proposals<u32, u32>, helpers: &[Helper<u32>], apart: &impl Fn(u32, u32) -> bool) -> bool {
    let kept = helpers.iter().all(|helper| {
        let hers = found.made.iter().filter(|one| one.to == helper.who).map(|one| one.seat.what);
        let all: Vec<Engagement> = helper.held.iter().copied().chain(hers.clone()).collect();
        let days: BTreeSet<NaiveDate> = hers.clone().map(|one| local_day(HERE, one.when.start)).collect();
        helper.limits.hold(HERE, &all).is_ok() && days.len() == hers.count()
    });
    let together = found.made.iter().all(|one| {
        let mut beside = found.made.iter().filter(|other| other.seat.slot == one.seat.slot && other.seat != one.seat);
        beside.all(|other| other.to != one.to && !apart(one.to, other.to))
    });
    kept && together
}

/// How many small groups: 200, and 1,000 in the long form.
fn groups() -> u64 {
    let long = std::env::var_os("PARPOUR_TEST_LONG").is_some_and(|long| long == "1");
    if long { 1_000 } else { 200 }
}

#[test]
fn no_other_way_fills_more_or_is_more_even() {
    for number in 0..groups() {
        let (seats, helpers) = a_group(&mut Chance(number), false);
        let batch = Batch { zone: HERE, now: now(), seats: &seats, helpers: &helpers };
        let found = propose(&batch, wishes, |_, _| false);
        assert!(is_allowed(&found, &helpers, &|_, _| false), "group {number}");
        assert!(found.is_best, "group {number}: nothing here is beyond a network");
        let best = best_of_all(&seats, &helpers, &|_, _| false);
        assert_eq!(how_it_stands(&found, &helpers), best, "group {number}: {found:?}");
    }
}

#[test]
fn whatever_is_in_the_way_it_is_allowed_and_never_claims_too_much() {
    let (mut best_ones, mut as_good) = (0, 0);
    for number in 0..groups() {
        let mut chance = Chance(number + 1_000_000);
        let (seats, helpers) = a_group(&mut chance, true);
        let barred = (chance.below(4), chance.below(4));
        let apart = |one, other| one != other && ((one, other) == barred || (other, one) == barred);
        let batch = Batch { zone: HERE, now: now(), seats: &seats, helpers: &helpers };
        let found = propose(&batch, wishes, apart);
        assert!(is_allowed(&found, &helpers, &apart), "group {number}: {found:?}");
        let (ours, best) = (how_it_stands(&found, &helpers), best_of_all(&seats, &helpers, &apart));
        assert!(ours >= best, "group {number}: the comparison misses a way");
        assert!(!found.is_best || ours == best, "group {number}: {found:?}");
        best_ones += u32::from(found.is_best);
        as_good += u32::from(ours == best);
    }
    println!("{best_ones} of {} are said to be the best, {as_good} are", groups());
}

#[test]
fn the_order_of_lists_and_new_names_change_nothing() {
    for number in 0..groups() {
        let mut chance = Chance(number + 2_000_000);
        let (mut seats, mut helpers) = a_group(&mut chance, true);
        for (place, one) in helpers.iter_mut().enumerate() {
            one.draw = u64::try_from(place).unwrap();
        }
        let once = propose_all(&seats, &helpers);
        seats.reverse();
        helpers.reverse();
        assert_eq!(once, propose_all(&seats, &helpers), "group {number}");
        for one in &mut helpers {
            one.who = 100 - one.who;
        }
        let mut renamed = propose_all(&seats, &helpers);
        for one in &mut renamed.made {
            one.to = 100 - one.to;
        }
        assert_eq!(once, renamed, "group {number}: it is the draw that decides, not the name");
    }
}

#[test]
fn without_somebody_the_others_keep_what_they_hold() {
    for number in 0..groups() {
        let (seats, helpers) = a_group(&mut Chance(number + 3_000_000), true);
        let fewer = &helpers[1..];
        let found = propose_all(&seats, fewer);
        assert!(is_allowed(&found, fewer, &|_, _| false), "group {number}");
        assert!(found.made.iter().all(|one| one.to != helpers[0].who));
    }
}
