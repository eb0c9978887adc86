//! Random walks of commands and clock, each step compared with what the pure rules alone would say.
//!
//! The model below knows no store: a map of proposals, the state machine (`decisions::rules::state`), the
//! schedule and the count. A walk that differs prints its seed; `PARPOUR_TEST_SEED=<seed>` replays it.

use chrono::{Datelike, Duration, Months};
use commons::clock::{Clock, Time, Tz, local_day};
use commons::db::Tx;
use commons::effects::Class;
use commons::refusal::No;
use commons::register::kinds;
use commons::register::verify::{Verdict as Found, verify};
use decisions::ProposalId;
use decisions::commands::contribute::{ContributionKind, say};
use decisions::commands::write_proposal::{revise, step_back, write_with};
use decisions::powers::{Contribute, Propose};
use decisions::queries::proposal::Proposal;
use decisions::rules::schedule::{closes_at, discussion_after_revision, discussion_until, lapses_at, window_until};
use decisions::rules::state::{Event, State, next};
use decisions::rules::verdict::{VoteResult, VoteRules, count as counted};
use membership::powers::Permit;
use membership::queries::mandates;
use membership::rules::charter::Charter;
use parpour_tests::{Group, World, count, on_each_database};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tally::{Choice, Counts, Verdict};

/// People of a walking group.
const PEOPLE: usize = 6;
/// Steps of a walk.
const STEPS: usize = 18;
/// Walks that one group lives through, one after the other.
const WALKS_OF_A_GROUP: u64 = 10;

/// Rules that walks change, and what they write there.
const RULES: [(&str, &[&str]); 6] = [
    ("seconders", &["1", "2", "9"]),
    ("unseconded_days", &["2", "14"]),
    ("quorum_ordinary", &["33%", "majority", "1"]),
    ("majority_ordinary", &["1/2", "2/3"]),
    ("challenge_hours_ordinary", &["0", "30"]),
    ("mandates_per_person", &["1", "2"]),
];

/// What a proposal of the model does.
#[derive(Clone, Debug, PartialEq)]
enum Deed {
    Nothing,
    Rule(&'static str, &'static str),
    Grant { holder: usize, days: i64, asked: Time },
    Revoke(usize),
}

impl Deed {
    fn class(&self) -> Class {
        if matches!(self, Self::Rule(..)) { Class::Charter } else { Class::Ordinary }
    }
}

#[derive(Clone, Debug)]
struct Piece {
    state: State,
    number: i32,
    authors: BTreeSet<usize>,
    seconders: BTreeSet<usize>,
    deed: Deed,
    version: i32,
    days: (u32, u32),
    due: Option<Time>,
    discussion_until: Option<Time>,
    closes: Option<Time>,
    rules: Option<VoteRules>,
    ballots: BTreeMap<usize, Choice>,
    said: usize,
    result: Option<VoteResult>,
    told: Vec<&'static str>,
}

#[derive(Clone, Debug)]
struct Held {
    holder: usize,
    ends: Time,
    ended: bool,
}

/// A group as the rules alone see it.
struct Model {
    charter: BTreeMap<String, String>,
    pieces: Vec<Piece>,
    mandates: Vec<Held>,
    numbers: i32,
}

impl Model {
    fn charter(&self) -> Charter {
        Charter::of(self.charter.clone())
    }

    fn zone(&self) -> Tz {
        self.charter().zone()
    }

    fn step(&mut self, place: usize, event: Event) -> Result<(), ()> {
        let piece = &mut self.pieces[place];
        piece.state = next(piece.state, event).map_err(|_| ())?;
        Ok(())
    }

    /// Whether the clock has brought something that nobody has written down yet.
    fn is_due(&self, place: usize, now: Time) -> bool {
        self.pieces[place].due.is_some_and(|due| due <= now)
    }

    fn held_by(&self, holder: usize, now: Time) -> usize {
        self.mandates.iter().filter(|held| held.holder == holder && !held.ended && held.ends > now).count()
    }

    fn can_be_done(&self, deed: &Deed, now: Time) -> bool {
        let charter = self.charter();
        match deed {
            Deed::Nothing => true,
            Deed::Rule(rule, value) => charter.text(rule) != *value,
            Deed::Grant { holder, days, asked } => {
                let today = local_day(self.zone(), now);
                let until = (*asked + Duration::days(*days)).date_naive();
                let last = today + Months::new(charter.mandate_months());
                today <= until && until <= last && self.held_by(*holder, now) < charter.mandates_per_person() as usize
            }
            // Several members ask for a recall: whoever writes one alone is refused when she sends it.
            Deed::Revoke(_) => false,
        }
    }

    fn carry_out(&mut self, deed: &Deed) {
        match deed {
            Deed::Nothing => {}
            Deed::Rule(rule, value) => drop(self.charter.insert((*rule).to_owned(), (*value).to_owned())),
            Deed::Grant { holder, days, asked } => {
                let until = (*asked + Duration::days(*days)).date_naive();
                let midnight =
                    commons::clock::at_wall_clock(self.zone(), until.succ_opt().unwrap(), chrono::NaiveTime::MIN);
                self.mandates.push(Held { holder: *holder, ends: midnight, ended: false });
            }
            Deed::Revoke(mandate) => self.mandates[*mandate].ended = true,
        }
    }

    fn sends(&mut self, who: usize, place: usize, now: Time) -> bool {
        let piece = &self.pieces[place];
        if !piece.authors.contains(&who) || piece.state != State::Draft || !self.can_be_done(&piece.deed.clone(), now) {
            return false;
        }
        let charter = self.charter();
        self.numbers += 1;
        let number = self.numbers;
        let _ = self.step(place, Event::Submitted);
        let piece = &mut self.pieces[place];
        let class = piece.deed.class();
        piece.number = number;
        piece.days = (piece.days.0.max(charter.discussion_days(class)), piece.days.1.max(charter.voting_days(class)));
        piece.due = Some(lapses_at(charter.zone(), now, charter.unseconded_days()));
        piece.told.push(kinds::SUBMITTED);
        self.begins_when_enough(place, now);
        true
    }

    /// The discussion begins with enough seconders for the authors there are and the charter there is.
    fn begins_when_enough(&mut self, place: usize, now: Time) -> bool {
        let (zone, piece) = (self.zone(), &self.pieces[place]);
        let wanted = (self.charter().seconders() as usize).min(PEOPLE - piece.authors.len());
        if piece.seconders.len() < wanted {
            return false;
        }
        let until = discussion_until(zone, now, piece.days.0);
        self.step(place, Event::Seconded).unwrap();
        self.pieces[place].discussion_until = Some(until);
        self.pieces[place].due = Some(until);
        true
    }

    fn seconds(&mut self, who: usize, place: usize, now: Time) -> bool {
        let piece = &self.pieces[place];
        let taken = piece.state != State::Waiting || self.is_due(place, now);
        if taken || piece.authors.contains(&who) || piece.seconders.contains(&who) {
            return false;
        }
        self.pieces[place].seconders.insert(who);
        self.begins_when_enough(place, now);
        true
    }

    fn may_change(&self, who: usize, place: usize, now: Time) -> bool {
        let piece = &self.pieces[place];
        piece.authors.contains(&who) && !self.is_due(place, now) && next(piece.state, Event::Revised).is_ok()
    }

    fn revises(&mut self, who: usize, place: usize, now: Time) -> bool {
        let deed = self.pieces[place].deed.clone();
        let sent = self.pieces[place].state != State::Draft;
        if !self.may_change(who, place, now) || (sent && !self.can_be_done(&deed, now)) {
            return false;
        }
        let zone = self.zone();
        let piece = &mut self.pieces[place];
        if sent {
            piece.version += 1;
        }
        if let Some(until) = piece.discussion_until {
            let until = discussion_after_revision(zone, now, until, piece.days.0);
            piece.discussion_until = Some(until);
            piece.due = Some(until);
        }
        true
    }

    fn withdraws(&mut self, who: usize, place: usize, now: Time) -> bool {
        if !self.may_change(who, place, now) {
            return false;
        }
        let sent = self.pieces[place].state != State::Draft;
        let _ = self.step(place, Event::Withdrawn);
        let piece = &mut self.pieces[place];
        piece.due = None;
        if sent {
            piece.told.push(kinds::WITHDRAWN);
        }
        true
    }

    fn votes(&mut self, who: usize, place: usize, choice: Choice, now: Time) -> bool {
        let piece = &mut self.pieces[place];
        let open = piece.state == State::Voting && piece.closes.is_some_and(|closes| now < closes);
        if open {
            piece.ballots.insert(who, choice);
        }
        open
    }

    fn says(&mut self, place: usize, now: Time) -> bool {
        let due = self.is_due(place, now);
        let piece = &mut self.pieces[place];
        let talking = matches!(piece.state, State::Waiting | State::Discussing) && !due;
        piece.said += usize::from(talking);
        talking
    }

    fn writes_with(&mut self, who: usize, place: usize, other: usize) -> bool {
        let piece = &mut self.pieces[place];
        piece.authors.contains(&who) && piece.state == State::Draft && piece.authors.insert(other)
    }

    fn steps_back(&mut self, who: usize, place: usize, now: Time) -> bool {
        let last = self.pieces[place].authors.len() == 1;
        self.may_change(who, place, now) && !last && self.pieces[place].authors.remove(&who)
    }

    /// What the clock brings, in the order in which it was due.
    fn settle(&mut self, now: Time) {
        let due = |pieces: &[Piece]| {
            let due = pieces.iter().enumerate().filter(|(_, piece)| piece.due.is_some_and(|due| due <= now));
            due.min_by_key(|(_, piece)| (piece.due, piece.number)).map(|(place, _)| place)
        };
        while let Some(place) = due(&self.pieces) {
            self.move_on(place, now);
        }
    }

    fn move_on(&mut self, place: usize, now: Time) {
        let (charter, zone) = (self.charter(), self.zone());
        match self.pieces[place].state {
            State::Waiting => {
                if self.begins_when_enough(place, now) {
                    return;
                }
                self.step(place, Event::Lapsed).unwrap();
                self.pieces[place].due = None;
                self.pieces[place].told.push(kinds::LAPSED);
            }
            State::Discussing => self.step(place, Event::Frozen).unwrap(),
            State::Frozen => {
                self.step(place, Event::Opened).unwrap();
                let piece = &mut self.pieces[place];
                piece.rules = Some(VoteRules::of(&charter, piece.deed.class()));
                piece.closes = Some(closes_at(zone, now, piece.days.1));
                piece.due = piece.closes;
                piece.told.push(kinds::OPENED);
            }
            State::Voting => {
                let counts: Counts = self.pieces[place].ballots.values().copied().collect();
                let rules = self.pieces[place].rules.unwrap();
                let result = counted(&rules, PEOPLE as u64, counts);
                let verdict = result.outcome.verdict;
                self.step(place, Event::Closed(verdict)).unwrap();
                let piece = &mut self.pieces[place];
                piece.result = Some(result);
                let adopted = verdict == Verdict::Adopted;
                piece.due = adopted.then(|| window_until(piece.closes.unwrap(), rules.challenge_hours));
                piece.told.push(if adopted { kinds::ADOPTED } else { kinds::NOT_ADOPTED });
            }
            State::Adopted => {
                let deed = self.pieces[place].deed.clone();
                let works = self.can_be_done(&deed, now);
                self.step(place, if works { Event::Acted } else { Event::CouldNotAct }).unwrap();
                if works {
                    self.carry_out(&deed);
                }
                let piece = &mut self.pieces[place];
                piece.due = None;
                match (works, &deed) {
                    (_, Deed::Nothing) => {}
                    (true, _) => piece.told.push(kinds::EFFECT_DONE),
                    (false, _) => piece.told.push(kinds::EFFECT_FAILED),
                }
            }
            over => panic!("nothing is due in {over:?}"),
        }
    }
}

/// The model and the group, walking together.
struct Walk<'g, 'w> {
    group: &'g Group<'w>,
    model: Model,
    ids: Vec<ProposalId>,
    random: StdRng,
    /// What was done, for whoever has to find out why the two differ.
    steps: Vec<String>,
}

impl Walk<'_, '_> {
    fn now(&self) -> Time {
        self.group.now()
    }

    fn someone(&mut self) -> usize {
        self.random.random_range(0..PEOPLE)
    }

    /// A proposal, more often one in a state where this makes sense.
    fn something(&mut self, fitting: &[State]) -> Option<usize> {
        let fits = |place: &usize| fitting.contains(&self.model.pieces[*place].state);
        let fit: Vec<usize> = (0..self.ids.len()).filter(fits).collect();
        if fit.is_empty() || self.random.random_ratio(1, 10) {
            return (!self.ids.is_empty()).then(|| self.random.random_range(0..self.ids.len()));
        }
        Some(fit[self.random.random_range(0..fit.len())])
    }

    /// Who would do it, more often somebody who can.
    fn author_of(&mut self, place: usize) -> usize {
        if self.random.random_ratio(1, 5) {
            return self.someone();
        }
        *self.model.pieces[place].authors.first().unwrap()
    }

    fn same<T: std::fmt::Debug>(&mut self, what: &str, expected: bool, outcome: Result<T, No>) {
        self.steps.push(format!("{} {what}: {}", self.now(), if expected { "done" } else { "refused" }));
        if let Err(No::Broken(broken)) = &outcome {
            self.differs(&format!("{what} broke: {broken}"));
        }
        if outcome.is_ok() != expected {
            self.differs(&format!("the rules say {expected}, the store {outcome:?}"));
        }
    }

    fn differs(&self, how: &str) -> ! {
        panic!("{how}\nafter:\n{}", self.steps.join("\n"));
    }

    async fn step(&mut self) {
        let living = self.model.pieces.iter().filter(|piece| !piece.state.is_over()).count();
        match self.random.random_range(0..100) {
            0..14 if living < 5 => self.draft().await,
            0..24 => self.send().await,
            24..46 => self.second().await,
            46..74 => self.vote().await,
            74..77 => self.revise().await,
            77 => self.withdraw().await,
            78..80 => self.say().await,
            80..82 => self.write_with().await,
            82 => self.step_back().await,
            _ => self.time_passes().await,
        }
    }

    async fn draft(&mut self) {
        let (who, asked) = (self.someone(), self.now());
        let deed = match self.random.random_range(0..6) {
            0 | 1 => {
                let (rule, values) = RULES[self.random.random_range(0..RULES.len())];
                Deed::Rule(rule, values[self.random.random_range(0..values.len())])
            }
            2 | 3 => {
                Deed::Grant { holder: self.random.random_range(0..2), days: self.random.random_range(5..400), asked }
            }
            4 if !self.model.mandates.is_empty() => {
                Deed::Revoke(self.random.random_range(0..self.model.mandates.len()))
            }
            _ => Deed::Nothing,
        };
        let days = (self.random.random_range(0..3), self.random.random_range(0..3));
        let effect = self.effect(&deed).await;
        let id = self.group.proposes(who).doing(effect).lasting(days.0, days.1).drafted().await;
        self.model.pieces.push(Piece {
            state: State::Draft,
            number: 0,
            authors: BTreeSet::from([who]),
            seconders: BTreeSet::new(),
            deed: deed.clone(),
            version: 1,
            days,
            due: None,
            discussion_until: None,
            closes: None,
            rules: None,
            ballots: BTreeMap::new(),
            said: 0,
            result: None,
            told: Vec::new(),
        });
        if let Ok(id) = &id {
            self.ids.push(*id);
        }
        self.same(&format!("{who} drafts {deed:?}"), true, id);
    }

    async fn effect(&self, deed: &Deed) -> Option<(&'static str, Value)> {
        match deed {
            Deed::Nothing => None,
            Deed::Rule(rule, value) => Group::change(rule, value),
            Deed::Grant { holder, days, asked } => {
                let (kind, mut details) = self.group.grant(*holder, &[], 0).unwrap();
                details["until"] = (*asked + Duration::days(*days)).date_naive().to_string().into();
                Some((kind, details))
            }
            Deed::Revoke(mandate) => Group::revoke(self.granted().await[*mandate].id),
        }
    }

    /// Every mandate, in the order in which they were granted.
    async fn granted(&self) -> Vec<mandates::Mandate> {
        let mut all = mandates::all(&self.group.read()).await.unwrap();
        all.sort_by_key(|mandate| mandate.id);
        all
    }

    async fn send(&mut self) {
        let Some(place) = self.something(&[State::Draft]) else { return };
        let (who, now) = (self.author_of(place), self.now());
        let expected = self.model.sends(who, place, now);
        let outcome = self.group.sends(who, self.ids[place]).await;
        self.same(&format!("{who} sends {place}"), expected, outcome);
    }

    async fn second(&mut self) {
        let Some(place) = self.something(&[State::Waiting]) else { return };
        let (who, now) = (self.someone(), self.now());
        let expected = self.model.seconds(who, place, now);
        let outcome = self.group.seconds(who, self.ids[place]).await;
        self.same(&format!("{who} seconds {place}"), expected, outcome);
    }

    async fn vote(&mut self) {
        let Some(place) = self.something(&[State::Voting]) else { return };
        let (who, now) = (self.someone(), self.now());
        let choice = match self.random.random_range(0..6) {
            0 => Choice::No,
            1 => Choice::Abstain,
            _ => Choice::Yes,
        };
        let expected = self.model.votes(who, place, choice, now);
        let outcome = self.group.votes(who, self.ids[place], choice).await;
        self.same(&format!("{who} votes {choice:?} on {place}"), expected, outcome);
    }

    async fn revise(&mut self) {
        let Some(place) = self.something(&[State::Draft, State::Waiting, State::Discussing]) else { return };
        let (who, now) = (self.author_of(place), self.now());
        let expected = self.model.revises(who, place, now);
        let piece = &self.model.pieces[place];
        let effect = self.effect(&piece.deed.clone()).await;
        let text =
            self.group.proposes(who).saying("Autrement").doing(effect).lasting(piece.days.0, piece.days.1).text();
        let (id, effects) = (self.ids[place], &self.group.world.effects);
        let outcome = self
            .group
            .act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, id, text).await);
        let outcome = outcome.await;
        self.same(&format!("{who} revises {place}"), expected, outcome);
    }

    async fn withdraw(&mut self) {
        let Some(place) = self.something(&[State::Draft, State::Waiting, State::Discussing]) else { return };
        let (who, now) = (self.author_of(place), self.now());
        // A draft that was withdrawn is not there any more.
        let expected = self.model.withdraws(who, place, now);
        let outcome = self.group.withdraws(who, self.ids[place]).await;
        self.same(&format!("{who} withdraws {place}"), expected, outcome);
    }

    async fn say(&mut self) {
        let Some(place) = self.something(&[State::Waiting, State::Discussing]) else { return };
        let (who, now, id) = (self.someone(), self.now(), self.ids[place]);
        let expected = self.model.says(place, now);
        let kind = ContributionKind::Question;
        let outcome = self
            .group
            .act(who, async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, id, kind, "Et après?").await);
        let outcome = outcome.await;
        self.same(&format!("{who} speaks about {place}"), expected, outcome);
    }

    async fn write_with(&mut self) {
        let Some(place) = self.something(&[State::Draft]) else { return };
        let (who, other, id) = (self.author_of(place), self.someone(), self.ids[place]);
        let expected = self.model.writes_with(who, place, other);
        let other_id = self.group.members[other];
        let outcome = self
            .group
            .act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| write_with(tx, permit, id, other_id).await);
        let outcome = outcome.await;
        self.same(&format!("{who} writes {place} with {other}"), expected, outcome);
    }

    async fn step_back(&mut self) {
        let Some(place) = self.something(&[State::Draft, State::Waiting, State::Discussing]) else { return };
        let (who, now, id) = (self.author_of(place), self.now(), self.ids[place]);
        let expected = self.model.steps_back(who, place, now);
        let outcome =
            self.group.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| step_back(tx, permit, id).await).await;
        self.same(&format!("{who} steps back from {place}"), expected, outcome);
    }

    /// To just before, exactly at, or well after what is due next; and not always does anybody come by.
    async fn time_passes(&mut self) {
        let now = self.now();
        let next = self.model.pieces.iter().filter_map(|piece| piece.due).filter(|due| *due > now).min();
        let to = match (self.random.random_range(0..8), next) {
            (0..4, Some(next)) => next,
            (4 | 5, Some(next)) => next - Duration::microseconds(1),
            (6, _) if self.random.random_ratio(1, 5) => now + Duration::days(self.random.random_range(1..40)),
            _ => now + Duration::minutes(self.random.random_range(1..2_000)),
        };
        self.group.world.clock.set(to);
        self.steps.push(format!("{to} time passes"));
        if self.random.random_ratio(3, 4) {
            self.settle().await;
        }
    }

    async fn settle(&mut self) {
        self.model.settle(self.now());
        self.group.settle().await;
        self.steps.push(format!("{} somebody comes by", self.now()));
    }

    /// Every proposal of this walk, the charter and the mandates are as the rules say.
    async fn compare(&mut self) {
        self.settle().await;
        for place in 0..self.ids.len() {
            let piece = self.model.pieces[place].clone();
            let author = *piece.authors.first().unwrap();
            match self.group.seen_by(author, self.ids[place]).await {
                Ok(seen) => self.compare_one(place, &piece, &seen),
                Err(_) if piece.state == State::Withdrawn && piece.number == 0 => {}
                Err(no) => self.differs(&format!("{place} is not there: {no}")),
            }
            let told = self.group.told_about(self.ids[place]).await;
            if told != piece.told {
                self.differs(&format!("the register says {told:?} of {place}, the rules {:?}", piece.told));
            }
        }
        let charter = self.group.charter().await;
        for (rule, _) in RULES {
            assert_eq!(charter.text(rule), self.model.charter().text(rule), "{rule}\n{}", self.steps.join("\n"));
        }
        let granted: Vec<_> =
            self.granted().await.iter().map(|held| (held.holder, held.ends_at, held.ended_at.is_some())).collect();
        let expected: Vec<_> =
            self.model.mandates.iter().map(|held| (self.group.members[held.holder], held.ends, held.ended)).collect();
        assert_eq!(granted, expected, "{}", self.steps.join("\n"));
    }

    fn compare_one(&self, place: usize, piece: &Piece, seen: &Proposal) {
        let received = seen.vote.as_ref().map(|vote| vote.received).unwrap_or_default();
        let found = (
            seen.state,
            seen.version,
            seen.due_at,
            seen.closes_at,
            received,
            seen.contributions.len(),
            seen.result.clone(),
        );
        let ballots = piece.ballots.len() as u64;
        let expected = (piece.state, piece.version, piece.due, piece.closes, ballots, piece.said, piece.result.clone());
        if found != expected {
            self.differs(&format!("{place} is {found:?}, the rules say {expected:?}"));
        }
    }
}

/// A group that lives through several walks; returns how many proposals ended in which state.
async fn live(world: &World, seed: u64) -> BTreeMap<&'static str, usize> {
    let group = world
        .a_group()
        .with_people(PEOPLE)
        .with_rule("discussion_days_ordinary", "1")
        .with_rule("voting_days_ordinary", "2");
    let group = group.with_rule("discussion_days_charter", "0").with_rule("voting_days_charter", "1").found().await;
    let charter = group.charter().await;
    let written =
        membership::rules::charter::RULES.iter().map(|rule| (rule.name.to_owned(), charter.text(rule.name).to_owned()));
    let model = Model { charter: written.collect(), pieces: Vec::new(), mandates: Vec::new(), numbers: 0 };
    let random = StdRng::seed_from_u64(seed);
    let mut walk = Walk { group: &group, model, ids: Vec::new(), random, steps: Vec::new() };
    let mut ends = BTreeMap::new();
    for _ in 0..WALKS_OF_A_GROUP {
        for _ in 0..STEPS {
            walk.step().await;
        }
        walk.compare().await;
        // The next walk begins with proposals of its own; those of this one come to their end meanwhile.
        let over: Vec<usize> = (0..walk.ids.len()).filter(|place| walk.model.pieces[*place].state.is_over()).collect();
        for place in over.into_iter().rev() {
            *ends.entry(walk.model.pieces[place].state.name()).or_default() += 1;
            walk.model.pieces.remove(place);
            walk.ids.remove(place);
        }
        walk.steps.clear();
    }
    assert!(matches!(verify(&group.export().await), Found::Sound(_)));
    ends
}

on_each_database!(random_walks_agree_with_the_pure_rules, |world| {
    let replayed = std::env::var("PARPOUR_TEST_SEED").ok().map(|seed| seed.parse::<u64>().unwrap());
    let groups = if replayed.is_some() { 1 } else { count(300, 3_000) / WALKS_OF_A_GROUP };
    let first = replayed.unwrap_or_else(rand::random);
    println!("seed {first}: {groups} groups, {WALKS_OF_A_GROUP} walks each, {STEPS} steps a walk");
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in (0..groups).map(|group| first.wrapping_add(group)) {
        // Shown only when the walk differs.
        println!("PARPOUR_TEST_SEED={seed} replays this group");
        for (state, number) in live(world, seed).await {
            *ends.entry(state).or_default() += number;
        }
    }
    println!("{} proposals ended: {ends:?}; now {}", ends.values().sum::<usize>(), world.clock.now().year());
});
