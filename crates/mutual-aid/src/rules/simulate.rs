//! A chain of calls tried out before it is needed (`mutual-aid` T3, T14, 5.1 "too few callers"): the very rules of
//! [`super::cascade`], played many times by people who answer or not as the lot will have it. The same seed plays the
//! same.
//!
//! Whoever is away is reached by nobody and is not counted: *reach* is said of those who are there. The others answer
//! each attempt with the same chance. Whoever was reached and calls makes all her calls, and takes from the board when
//! she has none left. Chances are assumptions until a drill gives the group's own ([`observed`]).

use super::calls::MOST_CALLS;
use super::cascade::{Chain, Event, Outcome, Plan, What};
use super::chance::Chance;
use super::group::{Group, Member, Person};
use super::quiet::{Hours, Kind, Time};
use super::tree::{Shape, Tree};
use chrono::{DateTime, Duration};
use chrono_tz::Tz;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// How long a telephone rings before nobody answers.
pub const RING: Duration = Duration::seconds(90);
/// How long a call lasts in which the message is read (`domain` 4.3).
pub const TALK: Duration = Duration::minutes(4);
/// A thousand: chances are said per mille.
pub const MILLE: u16 = 1000;
/// What a group wants to be sure of, per mille of those who are there.
pub const GOOD_REACH: u16 = 990;

/// What is tried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// How many are in the tree.
    pub members: u16,
    /// How many of them are away, per mille.
    pub away: u16,
    /// How often somebody answers who is there, per mille.
    pub answer: u16,
    /// How many call others, per mille.
    pub callers: u16,
    /// Most people whom one person calls.
    pub calls: u8,
    /// Most people whom the one who starts calls.
    pub first_calls: u8,
    /// How many times it is played.
    pub runs: u16,
    /// The lot.
    pub seed: u64,
}

impl Trial {
    /// What is assumed as long as a group knows nothing of its own.
    pub const fn of(members: u16) -> Self {
        Self { members, away: 150, answer: 600, callers: 600, calls: 4, first_calls: 6, runs: 200, seed: 1 }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Forecast {
    /// Of those who are there, how many are reached, per mille, on average.
    pub reach: u16,
    /// The reach of the worst tenth of all times: nine times of ten it is at least that.
    pub worst_decile_reach: u16,
    /// After how many minutes the last one is reached, half of the times.
    pub median_last_minutes: u32,
    /// Most people whom one person called, ever.
    pub max_calls: usize,
    /// Most people whom the one who starts called, ever.
    pub max_calls_first: usize,
    /// How many callers more it takes until calls are enough: a number, no names.
    pub missing_callers: u32,
}

/// How one time went.
struct Played {
    reach: u16,
    last: Duration,
    calls: usize,
    first_calls: usize,
}

/// Tries a chain out with people who are invented.
pub fn simulate(trial: &Trial) -> Forecast {
    simulate_plan(&invented(trial), trial)
}

/// Tries the chain of a group out; `away`, `answer`, `runs` and `seed` are those of `trial`.
pub fn simulate_plan(plan: &Plan, trial: &Trial) -> Forecast {
    let mut chance = Chance::new(trial.seed);
    let played: Vec<Played> = (0..trial.runs.max(1)).map(|_| Play::new(plan, trial, &mut chance).play()).collect();
    let sum: u64 = played.iter().map(|one| u64::from(one.reach)).sum();
    let runs = u64::try_from(played.len()).unwrap_or(u64::MAX);
    let mut reach: Vec<u16> = played.iter().map(|one| one.reach).collect();
    reach.sort_unstable();
    let mut last: Vec<Duration> = played.iter().map(|one| one.last).collect();
    last.sort_unstable();
    let minutes = last.get(last.len() / 2).map_or(0, Duration::num_minutes);
    let tenth = reach.len().div_ceil(10).saturating_sub(1);
    Forecast {
        reach: u16::try_from(sum / runs).unwrap_or(MILLE),
        worst_decile_reach: reach.get(tenth).copied().unwrap_or(MILLE),
        median_last_minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
        max_calls: played.iter().map(|one| one.calls).max().unwrap_or(0),
        max_calls_first: played.iter().map(|one| one.first_calls).max().unwrap_or(0),
        missing_callers: missing_callers(plan, trial),
    }
}

/// The fewest calls for each caller with which a group reaches whom it wants to reach (`mutual-aid` T14). None: no number
/// that somebody can say yes to is enough, it takes more callers. Advice: nobody's own number changes by it.
pub fn calls_to_ask_for(trial: &Trial) -> Option<u8> {
    (2..=MOST_CALLS).find(|calls| simulate(&Trial { calls: *calls, ..*trial }).reach >= GOOD_REACH)
}

/// How often somebody answered in a drill, per mille of the attempts. None when nobody was called. It is a number of
/// the group; who answered is not kept.
pub fn observed(events: &[Event]) -> Option<u16> {
    let (mut calls, mut answers) = (0_u64, 0_u64);
    // Who was said to have answered, and by whom: what was a wrong button was no answer, nor a call.
    let mut answered = BTreeSet::new();
    for event in events {
        match event.what {
            What::Called { by, to, outcome } => {
                calls += 1;
                answers += u64::from(outcome == Outcome::Reached);
                if outcome == Outcome::Reached {
                    answered.insert((by, to));
                }
            }
            What::Mistook { by, to } if answered.remove(&(by, to)) => {
                calls -= 1;
                answers -= 1;
            }
            _ => {}
        }
    }
    u16::try_from((answers * u64::from(MILLE)).checked_div(calls)?).ok()
}

/// Callers that are missing by the rule of thumb of `mutual-aid` 5.1: calls that will be made, against calls that it
/// takes, and nine tenths of those are enough.
fn missing_callers(plan: &Plan, trial: &Trial) -> u32 {
    const ONE: u64 = MILLE as u64;
    let there = ONE - u64::from(trial.away.min(MILLE));
    let silent = ONE - u64::from(trial.answer.min(MILLE));
    // One caller finds somebody in two attempts.
    let found = there * (ONE * ONE - silent * silent) / ONE / ONE;
    let lost = ONE - found;
    let people = u64::try_from(plan.group.len()).unwrap_or(u64::MAX);
    let wanted = people * (ONE * ONE + lost * ONE + lost * lost) * 9 / 10 / ONE;
    let callers = plan.group.members().filter(|member| member.calls > 0);
    let calls: u64 = callers.map(|member| u64::from(member.calls)).sum();
    let made = u64::from(plan.first_calls) * ONE + calls * found;
    let each = (u64::from(trial.calls) * found).max(1);
    u32::try_from(wanted.saturating_sub(made).div_ceil(each)).unwrap_or(u32::MAX)
}

/// People who are invented: the first ones call others, the lot of the tree puts them where they stand.
fn invented(trial: &Trial) -> Plan {
    let callers = u32::from(trial.members) * u32::from(trial.callers.min(MILLE)) / u32::from(MILLE);
    let callers = callers.max(1);
    let member = |number: u32| {
        let calls = if number < callers { trial.calls } else { 0 };
        Member { person: Person(u128::from(number)), calls, starter: false, hours: Hours::ALWAYS, tomorrow: false }
    };
    let group = Group::new((0..u32::from(trial.members)).map(member), []);
    let tree = Tree::grow(&group, &Shape { seed: trial.seed, ..Shape::default() });
    let (kind, trigger, at) = (Kind::Urgent, Person(0), DateTime::UNIX_EPOCH);
    Plan { group, tree, zone: Tz::UTC, kind, trigger, alone: true, first_calls: trial.first_calls, at }
}

/// A chain that is being played.
struct Play<'a> {
    chain: Chain,
    trial: &'a Trial,
    chance: &'a mut Chance,
    away: BTreeSet<Person>,
    /// Calls on the line, by when they end.
    lines: BinaryHeap<Reverse<(Time, Person, Person, bool)>>,
    busy: BTreeSet<Person>,
    /// Who was reached, has room for more people, and has nothing to do.
    free: BTreeSet<Person>,
    /// Who called whom already: she may do it again when she has room for nobody else.
    tried: BTreeMap<Person, BTreeSet<Person>>,
    now: Time,
    last: Time,
}

impl<'a> Play<'a> {
    fn new(plan: &Plan, trial: &'a Trial, chance: &'a mut Chance) -> Self {
        let others = plan.group.members().map(|member| member.person).filter(|person| *person != plan.trigger);
        let away = others.filter(|_| chance.happens(trial.away)).collect();
        Self {
            chain: Chain::start(plan.clone()),
            trial,
            chance,
            away,
            lines: BinaryHeap::new(),
            busy: BTreeSet::new(),
            free: BTreeSet::from([plan.trigger]),
            tried: BTreeMap::new(),
            now: plan.at,
            last: plan.at,
        }
    }

    fn play(mut self) -> Played {
        let start = self.now;
        self.go();
        self.played(start)
    }

    /// Until nobody can do anything more.
    fn go(&mut self) {
        let mut since = self.now;
        loop {
            self.begin_calls(since);
            self.take_from_the_board();
            since = self.now + Duration::microseconds(1);
            let Some(next) = self.next_instant() else { break };
            self.now = next;
            self.chain.pass(next);
            self.hang_up();
        }
    }

    fn played(&self, start: Time) -> Played {
        let trigger = self.chain.plan().trigger;
        let people = self.chain.people().map(|(person, _)| person).filter(|person| *person != trigger);
        let there: Vec<Person> = people.filter(|person| !self.away.contains(person)).collect();
        let reached = there.iter().filter(|person| self.chain.has_heard(**person)).count();
        let reach = (reached * usize::from(MILLE)).checked_div(there.len()).unwrap_or(usize::from(MILLE));
        let callers = self.chain.people().map(|(person, _)| person).filter(|person| *person != trigger);
        Played {
            reach: u16::try_from(reach).unwrap_or(MILLE),
            last: self.last - start,
            calls: callers.map(|person| self.chain.called_by(person)).max().unwrap_or(0),
            first_calls: self.chain.called_by(trigger),
        }
    }

    fn next_instant(&self) -> Option<Time> {
        let line = self.lines.peek().map(|Reverse((end, ..))| *end);
        [line, self.chain.next_instant()].into_iter().flatten().min()
    }

    /// Whoever is free makes the calls that came due.
    fn begin_calls(&mut self, since: Time) {
        let due: Vec<(Person, Person)> = self.chain.due_since(since).collect();
        for (by, to) in due {
            if !self.busy.contains(&by) {
                self.dial(by, to);
            }
        }
    }

    fn take_from_the_board(&mut self) {
        let waiting: Vec<Person> = self.chain.waiting().collect();
        for to in waiting {
            let again = self.tried.get(&to).into_iter().flatten().filter(|by| !self.busy.contains(by));
            let Some(by) = self.free.iter().chain(again).copied().find(|by| self.chain.takes(*by, to)) else {
                continue;
            };
            if self.tell(What::Took { by, to }) {
                self.dial(by, to);
            }
        }
    }

    fn dial(&mut self, by: Person, to: Person) {
        let answers = self.chance.happens(self.trial.answer) && !self.away.contains(&to);
        let end = self.now + if answers { TALK } else { RING };
        self.lines.push(Reverse((end, by, to, answers)));
        self.busy.insert(by);
        self.free.remove(&by);
        self.tried.entry(to).or_default().insert(by);
    }

    /// Calls that end now; whoever made one makes her next one.
    fn hang_up(&mut self) {
        while let Some(Reverse((_, by, to, answers))) =
            self.lines.peek().copied().filter(|Reverse((end, ..))| *end <= self.now)
        {
            self.lines.pop();
            let outcome = if answers { Outcome::Reached } else { Outcome::NoAnswer };
            if self.tell(What::Called { by, to, outcome }) && answers {
                self.last = self.now;
                self.is_free(to);
            }
            self.busy.remove(&by);
            match self.chain.calls_of(by).first().filter(|call| call.due <= self.now) {
                Some(call) => self.dial(by, call.to),
                None => self.is_free(by),
            }
        }
    }

    fn is_free(&mut self, person: Person) {
        if self.chain.calls_in_hand(person) < self.chain.most_calls(person) {
            self.free.insert(person);
        }
    }

    fn tell(&mut self, what: What) -> bool {
        self.chain.apply(&Event { at: self.now, what }).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::cases;
    use super::*;

    /// What it advises is a number that somebody can say yes to, and better answers never ask for more.
    #[test]
    fn the_better_a_group_answers_the_fewer_calls_it_is_advised() {
        let advised = |answer| calls_to_ask_for(&Trial { answer, runs: 20, ..Trial::of(30) });
        let found: Vec<u8> = [600, 750, 900].into_iter().map(|answer| advised(answer).unwrap()).collect();
        assert!(
            found.is_sorted_by(|one, other| one >= other) && found.iter().all(|calls| *calls <= MOST_CALLS),
            "{found:?}"
        );
        for (answer, calls) in [600, 750, 900].into_iter().zip(&found) {
            let fewer = Trial { answer, calls: calls - 1, runs: 20, ..Trial::of(30) };
            assert!(*calls == 2 || simulate(&fewer).reach < GOOD_REACH, "{answer}: one call less is enough");
        }
        for answer in [0, 300] {
            assert_eq!(advised(answer), None, "{answer}: it takes more callers");
        }
    }

    #[test]
    fn a_chain_reaches_whom_it_should_and_nobody_calls_more_than_she_said() {
        for members in [5, 12, 30, 100, 500] {
            let runs = u16::try_from(cases(if members == 500 { 20 } else { 200 }, 200)).unwrap();
            let trial = Trial { runs, ..Trial::of(members) };
            let came = simulate(&trial);
            println!(
                "{members} members, {runs} times: reach {} per mille, worst tenth {}, last one after {} min, {} calls, the \
                 first one {}",
                came.reach, came.worst_decile_reach, came.median_last_minutes, came.max_calls, came.max_calls_first
            );
            assert!(
                came.max_calls <= usize::from(trial.calls) && came.max_calls_first <= usize::from(trial.first_calls)
            );
            assert!(members < 30 || came.reach >= GOOD_REACH, "{members}: {came:?}");
            assert!(members < 30 || came.missing_callers == 0);
        }
    }

    #[test]
    fn no_seed_is_a_lucky_one() {
        for members in [30, 60, 200] {
            let seeds = u64::from(cases(if members == 200 { 2 } else { 6 }, 100));
            let trials = (0..seeds).map(|seed| Trial { seed, ..Trial::of(members) });
            let reach: Vec<u16> = trials.map(|trial| simulate(&trial).reach).collect();
            println!("{members} members: reach {reach:?} per mille");
            let sum: u64 = reach.iter().map(|one| u64::from(*one)).sum();
            assert!(sum / seeds >= u64::from(GOOD_REACH), "{members}: {reach:?}");
        }
    }

    #[test]
    fn the_same_seed_plays_the_same_and_another_one_does_not() {
        let trial = Trial { runs: 20, ..Trial::of(40) };
        assert_eq!(simulate(&trial), simulate(&trial));
        let seeds: BTreeSet<u32> = (0..5).map(|seed| simulate(&Trial { seed, ..trial }).median_last_minutes).collect();
        assert!(seeds.len() > 1);
    }

    #[test]
    fn with_few_callers_it_is_said_how_many_are_missing() {
        let trial = Trial { callers: 100, runs: 20, ..Trial::of(100) };
        let came = simulate(&trial);
        assert!(came.missing_callers > 0 && came.reach < GOOD_REACH, "{came:?}");
        let callers = trial.callers + u16::try_from(came.missing_callers).unwrap() * 10;
        assert_eq!(simulate(&Trial { callers, ..trial }).missing_callers, 0);
    }

    #[test]
    fn one_alone_and_two_have_their_trial_too() {
        for members in [0, 1, 2, 3] {
            let came = simulate(&Trial { runs: 50, ..Trial::of(members) });
            assert!(members > 1 || came.reach == MILLE, "{came:?}");
        }
        let nobody_answers = simulate(&Trial { answer: 0, runs: 3, ..Trial::of(12) });
        assert_eq!(nobody_answers.reach, 0);
        let everybody = simulate(&Trial { answer: MILLE, away: 0, runs: 3, ..Trial::of(12) });
        assert_eq!((everybody.reach, everybody.worst_decile_reach), (MILLE, MILLE));
    }

    #[test]
    fn a_drill_gives_the_groups_own_number() {
        let call =
            |outcome| Event { at: DateTime::UNIX_EPOCH, what: What::Called { by: Person(1), to: Person(2), outcome } };
        let drill = [Outcome::Reached, Outcome::NoAnswer, Outcome::Message, Outcome::Reached].map(call);
        assert_eq!(observed(&drill), Some(500));
        assert_eq!(observed(&[]), None);
        let easy = Trial { answer: 900, runs: 20, ..Trial::of(30) };
        assert!(calls_to_ask_for(&easy).is_some_and(|calls| calls <= 4));
        assert_eq!(calls_to_ask_for(&Trial { answer: 10, runs: 5, ..easy }), None);
    }
}
