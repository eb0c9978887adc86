//! Random walks of commands and clock, each step compared with what the pure rules alone would say.
//!
//! The model below knows no store: a map of proposals, the state machine (`decisions::rules::state`), the
//! schedule and the count. A walk that differs prints its seed; `PARPOUR_TEST_SEED=<seed>` replays it.

use chrono::{Datelike, Duration, Months};
use commons::clock::{Clock, Time, Tz, local_day};
use commons::db::Tx;
use commons::effects::Class;
use commons::refusal::No;
use commons::register::verify::{Verdict as Found, verify};
use commons::register::{self, kinds};
use decisions::commands::contribute::{ContributionKind, say};
use decisions::commands::write_proposal::{revise, step_back, write_with};
use decisions::powers::{Contribute, Propose};
use decisions::queries::proposal::Proposal;
use decisions::rules::amendments::{self, Turn, whose_turn};
use decisions::rules::ballot::{Typed, choice_named};
use decisions::rules::counting::Said;
use decisions::rules::fallback::Fallback;
use decisions::rules::paragraphs::{Field, Place, paragraphs, replaced, same_words};
use decisions::rules::question::{Method, Question};
use decisions::rules::rounds::{Beside, Kind, Standing, fewest_days, may_answer, next_round, vote_closes_at};
use decisions::rules::schedule::{closes_at, discussion_after_revision, discussion_until, lapses_at, window_until};
use decisions::rules::state::{Event, State, next};
use decisions::rules::timing::{
    Missed, Past, TimeRules, cancel_signers, extension_askers, may_close_early, second_call,
};
use decisions::rules::verdict::{VoteResult, VoteRules, count as counted, count_other};
use decisions::stop::{CancelVote, Contest};
use decisions::{ObjectionId, ProposalId};
use membership::joint::WAITS_FOR;
use membership::powers::Permit;
use membership::queries::mandates;
use membership::rules::charter::Charter;
use parpour_tests::{Group, World, count, on_each_database};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tally::{Counts, Verdict};

/// People of a walking group.
const PEOPLE: usize = 6;
/// Steps of a walk.
const STEPS: usize = 18;
/// Walks that one group lives through, one after the other.
const WALKS_OF_A_GROUP: u64 = 10;

/// Rules that walks change, and what they write there.
const RULES: [(&str, &[&str]); 8] = [
    ("seconders", &["1", "2", "9"]),
    ("unseconded_days", &["2", "14"]),
    ("quorum_ordinary", &["33%", "majority", "1"]),
    ("majority_ordinary", &["1/2", "2/3"]),
    ("challenge_hours_ordinary", &["0", "30"]),
    ("extension_days", &["1", "3"]),
    ("amendment_voting_days", &["1", "3"]),
    ("mandates_per_person", &["1", "2"]),
];

/// Whoever objects says what harm she sees.
const HARM: &str = "Les clés sont toujours avec les deux mêmes, elles vont se fatiguer.";
/// The same words each time: what waits for signatures is signed, not asked twice.
const FAULT: &str = "Le prix est celui d'un autre.";
/// What every text says when it is written.
const SUMMARY: &str = "En acheter un, 200 $ au plus.";
const BODY: &str = "Le lundi, on ouvre.\n\nLe jeudi, on ferme.";

/// What a proposal of the model does.
#[derive(Clone, Debug, PartialEq)]
enum Deed {
    Nothing,
    Rule(&'static str, &'static str),
    Grant { holder: usize, days: i64, asked: Time },
    Revoke(usize),
    Amend(Change),
}

/// Other words for a paragraph. Proposals are known by their numbers: those that are over leave the model.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    of: i32,
    text: i32,
    place: Place,
    before: String,
    after: String,
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
    summary: String,
    body: String,
    deed: Deed,
    question: Question,
    round: u8,
    version: i32,
    days: (u32, u32),
    sent: Option<Time>,
    due: Option<Time>,
    discussion_until: Option<Time>,
    opened: Option<Time>,
    closes: Option<Time>,
    rules: Option<VoteRules>,
    time: Option<TimeRules>,
    past: Past,
    ballots: BTreeMap<usize, &'static str>,
    /// Who asked for more time.
    asked: BTreeSet<usize>,
    /// Who has an objection in the way, and against which version.
    objections: BTreeMap<usize, i32>,
    /// Who signs to stop the vote, and until when that waits.
    stopping: Option<(Time, BTreeSet<usize>)>,
    contesting: BTreeSet<usize>,
    contested: bool,
    said: usize,
    result: Option<VoteResult>,
    told: Vec<&'static str>,
}

impl Piece {
    /// As it is written.
    fn new(who: usize, deed: Deed, question: Question, days: (u32, u32)) -> Self {
        Self {
            state: State::Draft,
            number: 0,
            authors: BTreeSet::from([who]),
            seconders: BTreeSet::new(),
            summary: SUMMARY.to_owned(),
            body: BODY.to_owned(),
            deed,
            question,
            round: 1,
            version: 1,
            days,
            sent: None,
            due: None,
            discussion_until: None,
            opened: None,
            closes: None,
            rules: None,
            time: None,
            past: Past::default(),
            ballots: BTreeMap::new(),
            asked: BTreeSet::new(),
            objections: BTreeMap::new(),
            stopping: None,
            contesting: BTreeSet::new(),
            contested: false,
            said: 0,
            result: None,
            told: Vec::new(),
        }
    }

    fn change(&self) -> Option<&Change> {
        if let Deed::Amend(change) = &self.deed { Some(change) } else { None }
    }

    /// The time to talk about it is over, whether or not somebody has come by.
    fn is_talk_over(&self, now: Time) -> bool {
        self.state == State::Discussing && self.discussion_until.is_some_and(|until| until <= now)
    }

    fn is_open(&self, now: Time) -> bool {
        self.state == State::Voting && self.closes.is_some_and(|closes| now < closes)
    }

    /// Every place of it that an amendment can change, with its words.
    fn places(&self) -> Vec<(Place, String)> {
        if let Some(own) = self.change() {
            return vec![(Place { field: Field::Words, paragraph: 0 }, own.after.clone())];
        }
        let of = |field, text| {
            (0..).zip(paragraphs(text)).map(move |(paragraph, words)| (Place { field, paragraph }, words.to_owned()))
        };
        of(Field::Summary, &self.summary).chain(of(Field::Body, &self.body)).collect()
    }

    /// The same with other words; nothing when its words are not what they were.
    fn changed(&self, by: &Change) -> Option<Self> {
        let mut next = self.clone();
        match (by.place.field, &mut next.deed) {
            (Field::Words, Deed::Amend(own)) if same_words(&own.after, &by.before) => own.after.clone_from(&by.after),
            (_, Deed::Amend(_)) | (Field::Words, _) => return None,
            (Field::Summary, _) => {
                next.summary = replaced(&self.summary, by.place.paragraph, &by.before, &by.after)?;
            }
            (Field::Body, _) => next.body = replaced(&self.body, by.place.paragraph, &by.before, &by.after)?,
        }
        next.version += 1;
        Some(next)
    }

    /// What a count of its ballots says.
    fn counted(&self) -> VoteResult {
        let rules = self.rules.unwrap();
        if self.question.method == Method::Majority {
            let counts: Counts = self.ballots.values().map(|word| choice_named(word).unwrap()).collect();
            return counted(&rules, PEOPLE as u64, counts);
        }
        let mut said = Said::new();
        for word in self.ballots.values() {
            *said.entry((*word).to_owned()).or_default() += 1;
        }
        let open = self.closes.unwrap() - self.opened.unwrap();
        let beside = Beside {
            round: self.round,
            open: self.objections.len() as u64,
            blocks: Vec::new(),
            support: rules.block_support,
            allowed: rules.blocks_allowed,
            minutes: open.num_minutes().try_into().unwrap(),
        };
        count_other(&rules, &self.question, PEOPLE as u64, said, Some(beside))
    }
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

    fn numbered(&self, number: i32) -> Option<usize> {
        self.pieces.iter().position(|piece| piece.number == number)
    }

    /// The text that an amendment would change in the end; every other proposal itself.
    fn text_of(&self, place: usize) -> usize {
        self.pieces[place].change().map_or(place, |change| self.numbered(change.text).unwrap())
    }

    fn amendments_of(&self, number: i32) -> Vec<usize> {
        let is_one = |place: &usize| self.pieces[*place].change().is_some_and(|change| change.of == number);
        (0..self.pieces.len()).filter(is_one).collect()
    }

    /// The amendments of one proposal, and then those of each.
    fn below(&self, number: i32) -> Vec<usize> {
        let mut below = self.amendments_of(number);
        for amendment in below.clone() {
            below.extend(self.amendments_of(self.pieces[amendment].number));
        }
        below
    }

    /// Whether what an amendment would change, or what that would change, does not say any more what it did.
    fn has_lost_its_words(&self, mut place: usize) -> bool {
        while let Some(change) = self.pieces[place].change() {
            let above = self.numbered(change.of).unwrap();
            if self.pieces[above].changed(change).is_none() {
                return true;
            }
            place = above;
        }
        false
    }

    /// Amendments are talked about as long as their text, and nobody seconds one afterwards.
    fn wait_as_long_as(&mut self, number: i32, until: Option<Time>) {
        let (zone, days) = (self.zone(), self.charter().unseconded_days());
        for place in self.below(number) {
            let piece = &mut self.pieces[place];
            match piece.state {
                State::Waiting => {
                    let lapses = piece.sent.map(|sent| lapses_at(zone, sent, days));
                    piece.due = [lapses, until].into_iter().flatten().min();
                }
                State::Discussing => (piece.discussion_until, piece.due) = (until, until),
                _ => {}
            }
        }
    }

    /// What would change a text goes with it.
    fn end_with(&mut self, number: i32, event: Event) {
        for place in self.below(number) {
            if !self.pieces[place].state.is_over() {
                self.end_one(place, event);
            }
        }
    }

    fn end_one(&mut self, place: usize, event: Event) {
        self.step(place, event).unwrap();
        let piece = &mut self.pieces[place];
        piece.due = None;
        piece.told.push(if event == Event::Withdrawn { kinds::WITHDRAWN } else { kinds::LAPSED });
    }

    /// An amendment is over: its text has its turn again.
    fn give_the_turn_back(&mut self, place: usize, now: Time) {
        if self.pieces[place].change().is_none() {
            return;
        }
        let text = self.text_of(place);
        if self.pieces[text].state == State::Discussing {
            self.pieces[text].due = Some(now);
        }
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
            Deed::Amend(change) => self.numbered(change.of).is_some_and(|amended| {
                let amended = &self.pieces[amended];
                matches!(amended.state, State::Waiting | State::Discussing) && amended.changed(change).is_some()
            }),
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
            Deed::Amend(change) => {
                let amended = self.numbered(change.of).unwrap();
                self.pieces[amended] = self.pieces[amended].changed(change).unwrap();
            }
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
        piece.sent = Some(now);
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
        let until = match piece.change() {
            Some(_) => self.pieces[self.text_of(place)].discussion_until,
            None => Some(discussion_until(zone, now, piece.days.0)),
        };
        self.step(place, Event::Seconded).unwrap();
        let piece = &mut self.pieces[place];
        (piece.discussion_until, piece.due) = (until, until);
        let number = piece.number;
        self.wait_as_long_as(number, until);
        true
    }

    fn amends(&mut self, who: usize, amended: usize, place: Place, words: &str, now: Time) -> bool {
        let above = self.pieces[amended].clone();
        let is_sub = above.change().is_some_and(|change| change.of != change.text);
        let has_one =
            |place: &usize| !self.pieces[*place].state.is_over() && self.pieces[*place].authors.contains(&who);
        let talks = matches!(above.state, State::Waiting | State::Discussing) && !above.is_talk_over(now);
        if !talks || is_sub || self.amendments_of(above.number).iter().any(has_one) {
            return false;
        }
        let (charter, zone) = (self.charter(), self.zone());
        let text = self.text_of(amended);
        let before = above.places().into_iter().find(|(at, _)| *at == place).unwrap().1;
        let text_number = self.pieces[text].number;
        let change = Change { of: above.number, text: text_number, place, before, after: words.to_owned() };
        self.numbers += 1;
        self.pieces.push(Piece {
            state: State::Waiting,
            number: self.numbers,
            sent: Some(now),
            due: Some(lapses_at(zone, now, charter.unseconded_days())),
            told: vec![kinds::SUBMITTED],
            ..Piece::new(who, Deed::Amend(change), Question::default(), (0, charter.amendment_voting_days()))
        });
        self.begins_when_enough(self.pieces.len() - 1, now);
        self.wait_as_long_as(above.number, self.pieces[text].discussion_until);
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
        let stays = self.pieces[place].change().is_some() || self.pieces[place].is_talk_over(now);
        if stays || !self.may_change(who, place, now) || (sent && !self.can_be_done(&deed, now)) {
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
            let number = piece.number;
            self.wait_as_long_as(number, Some(until));
        }
        true
    }

    fn withdraws(&mut self, who: usize, place: usize, now: Time) -> bool {
        if !self.may_change(who, place, now) || self.pieces[place].is_talk_over(now) {
            return false;
        }
        if self.pieces[place].state == State::Draft {
            self.step(place, Event::Withdrawn).unwrap();
            return true;
        }
        self.end_one(place, Event::Withdrawn);
        self.end_with(self.pieces[place].number, Event::Withdrawn);
        true
    }

    fn votes(&mut self, who: usize, place: usize, word: &'static str, now: Time) -> bool {
        let piece = &mut self.pieces[place];
        if !piece.is_open(now) {
            return false;
        }
        piece.ballots.insert(who, word);
        if Kind::of(piece.question.method, word).is_some() {
            piece.objections.insert(who, piece.version);
        } else {
            piece.objections.remove(&who);
        }
        true
    }

    /// Whoever raised it takes it back, and nobody else.
    fn lifts(&mut self, who: usize, place: usize, whose: usize, now: Time) -> bool {
        let due = self.is_due(place, now);
        let piece = &mut self.pieces[place];
        let may = piece.is_open(now) || (piece.state == State::Discussing && !due);
        may && who == whose && piece.objections.remove(&whose).is_some()
    }

    /// A version written afterwards takes it up.
    fn answers(&mut self, who: usize, place: usize, whose: usize, now: Time) -> bool {
        let due = self.is_due(place, now);
        let piece = &mut self.pieces[place];
        let may = piece.authors.contains(&who) && piece.state == State::Discussing && !due;
        let later = piece.objections.get(&whose).is_some_and(|against| may_answer(piece.version, *against));
        may && later && piece.objections.remove(&whose).is_some()
    }

    fn asks_time(&mut self, who: usize, place: usize, now: Time) -> bool {
        let piece = &mut self.pieces[place];
        if !piece.is_open(now) || !piece.past.may_last_longer() || !piece.asked.insert(who) {
            return false;
        }
        if piece.asked.len() as u64 >= extension_askers(piece.time.unwrap().extension_askers, PEOPLE as u64) {
            let from = piece.closes.unwrap();
            self.make_longer(place, from);
        }
        true
    }

    fn make_longer(&mut self, place: usize, from: Time) {
        let zone = self.zone();
        self.step(place, Event::Extended).unwrap();
        let piece = &mut self.pieces[place];
        piece.closes = Some(closes_at(zone, from, piece.time.unwrap().extension_days));
        piece.due = piece.closes;
        piece.past.extended += 1;
        piece.asked.clear();
        piece.told.push(kinds::EXTENDED);
    }

    /// Somebody signs that the vote stops; with enough of them, it does.
    fn stops(&mut self, who: usize, place: usize, now: Time) -> bool {
        let piece = &mut self.pieces[place];
        if !piece.is_open(now) {
            return false;
        }
        let waiting = piece.stopping.take().filter(|(until, _)| now < *until);
        let (until, mut signers) = waiting.unwrap_or((now + WAITS_FOR, BTreeSet::new()));
        signers.insert(who);
        if (signers.len() as u64) < cancel_signers(piece.time.unwrap().cancel_askers, PEOPLE as u64) {
            piece.stopping = Some((until, signers));
            return true;
        }
        piece.closes = Some(now);
        piece.due = None;
        piece.ballots.clear();
        piece.told.push(kinds::CANCELLED);
        self.step(place, Event::Cancelled).unwrap();
        self.give_the_turn_back(place, now);
        true
    }

    /// Somebody signs that the decision is contested; with enough of them, it is voted on once more.
    fn contests(&mut self, who: usize, place: usize, now: Time) -> bool {
        let zone = self.zone();
        let piece = &mut self.pieces[place];
        if piece.state != State::Adopted || piece.contested || piece.due.is_none_or(|until| until <= now) {
            return false;
        }
        piece.contesting.insert(who);
        if piece.contesting.len() < piece.time.unwrap().challenge_askers as usize {
            return true;
        }
        piece.contested = true;
        piece.rules = piece.rules.map(VoteRules::held_anew);
        piece.opened = Some(now);
        piece.closes = Some(vote_closes_at(piece.question.method, zone, now, piece.days.1));
        piece.due = piece.closes;
        piece.past = Past::default();
        piece.ballots.clear();
        piece.result = None;
        piece.told.push(kinds::CONTESTED);
        self.step(place, Event::Contested).unwrap();
        true
    }

    fn says(&mut self, place: usize, now: Time) -> bool {
        let due = self.is_due(place, now);
        let piece = &mut self.pieces[place];
        let over = due || piece.is_talk_over(now);
        let talking = matches!(piece.state, State::Waiting | State::Discussing) && !over;
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
        self.close_early(now);
        let due = |pieces: &[Piece]| {
            let due = pieces.iter().enumerate().filter(|(_, piece)| piece.due.is_some_and(|due| due <= now));
            due.min_by_key(|(_, piece)| (piece.due, piece.number)).map(|(place, _)| place)
        };
        while let Some(place) = due(&self.pieces) {
            self.move_on(place, now);
        }
    }

    /// Votes in which nobody is awaited any more, where the charter wants it so.
    fn close_early(&mut self, now: Time) {
        for piece in self.pieces.iter_mut().filter(|piece| piece.is_open(now)) {
            let waits = matches!(piece.question.method, Method::Consensus | Method::Tacit);
            let voted = piece.ballots.len() as u64;
            if piece.time.unwrap().close_when_all_voted
                && !waits
                && may_close_early(PEOPLE as u64, voted, piece.opened.unwrap(), now)
            {
                (piece.closes, piece.due) = (Some(now), Some(now));
                piece.told.push(kinds::CLOSED_EARLY);
            }
        }
    }

    fn move_on(&mut self, place: usize, now: Time) {
        match self.pieces[place].state {
            State::Waiting => self.lapses(place, now),
            State::Discussing => self.takes_turns(place, now),
            State::Frozen => self.opens(place, now),
            State::Voting => self.closes(place, now),
            State::Adopted => self.acts(place, now),
            over => panic!("nothing is due in {over:?}"),
        }
    }

    fn lapses(&mut self, place: usize, now: Time) {
        if !self.begins_when_enough(place, now) {
            self.end_one(place, Event::Lapsed);
            self.end_with(self.pieces[place].number, Event::LeftAlone);
        }
    }

    /// Amendments of the text first, in their order; then the text.
    fn takes_turns(&mut self, place: usize, now: Time) {
        let text = self.text_of(place);
        assert_eq!(self.pieces[text].state, State::Discussing, "its text is not talked about");
        if let Some(until) = self.pieces[text].discussion_until.filter(|until| *until > now) {
            self.pieces[place].due = Some(until);
            return;
        }
        loop {
            let below = self.below(self.pieces[text].number);
            let numbered = |model: &Self, numbers: &[i32]| {
                let is_one = |place: &usize| numbers.contains(&model.pieces[*place].number);
                below.iter().copied().filter(is_one).collect::<Vec<usize>>()
            };
            match whose_turn(self.pieces[text].number, &self.as_the_rule_sees(&below)) {
                Turn::Lapse(numbers) => {
                    for place in numbered(&*self, &numbers) {
                        match self.pieces[place].state {
                            State::Waiting => self.lapses(place, now),
                            State::Discussing => self.end_one(place, Event::LeftAlone),
                            _ => {}
                        }
                    }
                }
                Turn::Vote(numbers) => {
                    let (lost, fit): (Vec<usize>, Vec<usize>) =
                        numbered(&*self, &numbers).into_iter().partition(|place| self.has_lost_its_words(*place));
                    if !lost.is_empty() {
                        lost.into_iter().for_each(|place| self.end_one(place, Event::LeftAlone));
                        continue;
                    }
                    for place in fit {
                        self.step(place, Event::Frozen).unwrap();
                        self.opens(place, now);
                    }
                    return self.wait_for_those(text);
                }
                Turn::Wait => return self.wait_for_those(text),
                Turn::Text => return self.step(text, Event::Frozen).unwrap(),
            }
        }
    }

    fn as_the_rule_sees(&self, below: &[usize]) -> Vec<amendments::Amendment> {
        let one = |place: &usize| {
            let piece = &self.pieces[*place];
            let change = piece.change().unwrap();
            let (number, of, place) = (piece.number, change.of, change.place);
            amendments::Amendment { number, of, place, stage: piece.state.into() }
        };
        below.iter().map(one).collect()
    }

    fn wait_for_those(&mut self, text: usize) {
        let mut waiting = self.below(self.pieces[text].number);
        waiting.retain(|place| self.pieces[*place].state == State::Discussing);
        for place in waiting.into_iter().chain([text]) {
            self.pieces[place].due = None;
        }
    }

    fn opens(&mut self, place: usize, now: Time) {
        let (charter, zone) = (self.charter(), self.zone());
        self.step(place, Event::Opened).unwrap();
        let piece = &mut self.pieces[place];
        let method = piece.question.method;
        piece.rules = Some(VoteRules::of(&charter, piece.deed.class()).put_by(method));
        piece.time = Some(TimeRules::of(&charter));
        piece.opened = Some(now);
        piece.closes = Some(vote_closes_at(method, zone, now, piece.days.1));
        piece.due = piece.closes;
        piece.told.push(kinds::OPENED);
    }

    /// The quorum is missed: the vote lasts longer when the charter says so, once.
    fn is_called_again(&mut self, place: usize, now: Time) -> bool {
        let piece = &mut self.pieces[place];
        let (rules, people) = (piece.rules.unwrap(), PEOPLE as u64);
        let remedy = piece.past.remedy(piece.time.unwrap().missed);
        let enough = piece.ballots.len() as u64 >= rules.quorum.required(people);
        if remedy == Missed::Lapse || enough || piece.question.method == Method::Tacit {
            return false;
        }
        piece.past.quorum_missed = true;
        if remedy == Missed::SecondCall {
            piece.rules = Some(rules.called_again(second_call(rules.required(people))));
        }
        self.make_longer(place, now);
        true
    }

    fn closes(&mut self, place: usize, now: Time) {
        if self.is_called_again(place, now) {
            return;
        }
        let piece = &mut self.pieces[place];
        piece.asked.clear();
        let result = piece.counted();
        // These groups leave it at that when the rounds are over.
        if let Some(next) = next_round(&piece.question, &result, Fallback::None, false) {
            return self.talks_again(place, next.question, now);
        }
        let verdict = result.outcome.verdict;
        let adopted = verdict == Verdict::Adopted;
        piece.due = adopted.then(|| window_until(piece.closes.unwrap(), piece.rules.unwrap().challenge_hours));
        piece.result = Some(result);
        piece.told.push(if adopted { kinds::ADOPTED } else { kinds::NOT_ADOPTED });
        self.step(place, Event::Closed(verdict)).unwrap();
        if !adopted {
            self.give_the_turn_back(place, now);
        }
    }

    /// What stands in the way is talked about first, and everybody answers anew.
    fn talks_again(&mut self, place: usize, question: Question, now: Time) {
        let (charter, zone) = (self.charter(), self.zone());
        self.step(place, Event::TalkedAgain).unwrap();
        let piece = &mut self.pieces[place];
        let days = charter.discussion_days(piece.deed.class()).max(1);
        let until = Some(discussion_until(zone, now, days));
        piece.question = question;
        piece.round += 1;
        piece.days.0 = piece.days.0.max(days);
        (piece.discussion_until, piece.due) = (until, until);
        (piece.rules, piece.time, piece.opened, piece.closes) = (None, None, None, None);
        piece.past = Past::default();
        piece.ballots.clear();
        piece.told.push(kinds::ANOTHER_ROUND);
    }

    fn acts(&mut self, place: usize, now: Time) {
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
        self.give_the_turn_back(place, now);
    }
}

/// The model and the group, walking together.
struct Walk<'g, 'w> {
    group: &'g Group<'w>,
    model: Model,
    ids: Vec<ProposalId>,
    random: StdRng,
    /// How many paragraphs were written anew: no two say the same.
    written: usize,
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
        let texts = self.model.pieces.iter().filter(|piece| piece.change().is_none());
        let living = texts.filter(|piece| !piece.state.is_over()).count();
        match self.random.random_range(0..100) {
            0..13 if living < 5 => self.draft().await,
            0..21 => self.send().await,
            21..41 => self.second().await,
            41..65 => self.vote().await,
            65..70 => self.amend().await,
            70..73 => self.revise().await,
            73 => self.withdraw().await,
            74 | 75 => self.say().await,
            76 => self.write_with().await,
            77 => self.step_back().await,
            78 | 79 => self.ask_time().await,
            80..83 => self.stop().await,
            83..86 => self.meet_an_objection().await,
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
        // What does something heavy is decided by a majority, and nothing is done in silence (`decisions A8`).
        let method = match (&deed, self.random.random_range(0..6)) {
            (Deed::Nothing | Deed::Grant { .. }, 0..3) => Method::Consent,
            (Deed::Nothing, 3) => Method::Tacit,
            _ => Method::Majority,
        };
        let question = Question { method, ..Question::default() };
        let effect = self.effect(&deed).await;
        let writes = self.group.proposes(who).saying(BODY).putting(question.clone()).doing(effect);
        let id = writes.lasting(days.0, days.1).drafted().await;
        let days = (days.0, days.1.max(fewest_days(method)));
        self.model.pieces.push(Piece::new(who, deed.clone(), question, days));
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
            // Written beside what it changes, and never revised.
            Deed::Amend(_) => None,
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
        let word = match (self.model.pieces[place].question.method, self.random.random_range(0..6)) {
            (Method::Consent | Method::Tacit, 0) => "objection",
            (Method::Consent, 1) => "concern",
            (Method::Consent, 2) if self.random.random_ratio(1, 3) => "not_ready",
            (Method::Consent, _) => "consent",
            (Method::Tacit, _) => "seen",
            (_, 0) => "no",
            (_, 1) => "abstain",
            _ => "yes",
        };
        let expected = self.model.votes(who, place, word, now);
        let reason = if word == "objection" { HARM } else { "" };
        let outcome = self.group.says(who, self.ids[place], Typed::word(word), reason).await;
        self.same(&format!("{who} votes {word} on {place}"), expected, outcome);
    }

    /// Other words for a paragraph of a text, or for those of an amendment.
    async fn amend(&mut self) {
        let Some(amended) = self.something(&[State::Waiting, State::Discussing]) else { return };
        let piece = &self.model.pieces[amended];
        if piece.number == 0 {
            // Nobody else sees a draft.
            return;
        }
        let places = piece.places();
        let place = places[self.random.random_range(0..places.len())].0;
        self.written += 1;
        let (who, now, words) = (self.someone(), self.now(), format!("Plutôt la manière numéro {}.", self.written));
        let expected = self.model.amends(who, amended, place, &words, now);
        let outcome = self.group.amends_at(who, self.ids[amended], place, &words).await;
        if let Ok(id) = &outcome {
            self.ids.push(*id);
        }
        self.same(&format!("{who} amends {amended} at {place:?}"), expected, outcome);
    }

    async fn ask_time(&mut self) {
        let Some(place) = self.something(&[State::Voting]) else { return };
        // Several in a row, or nobody would ever be enough.
        for _ in 0..2 {
            let (who, now) = (self.someone(), self.now());
            let expected = self.model.asks_time(who, place, now);
            let outcome = self.group.asks_extension(who, self.ids[place]).await;
            self.same(&format!("{who} asks for time in {place}"), expected, outcome);
        }
    }

    /// Several sign in a row that a vote stops, or that a decision is voted on once more.
    async fn stop(&mut self) {
        let Some(place) = self.something(&[State::Voting, State::Adopted]) else { return };
        let contest = self.model.pieces[place].state == State::Adopted;
        for _ in 0..4 {
            // The founders have a passphrase, which takes long to check.
            let (who, now) = (self.random.random_range(2..PEOPLE), self.now());
            let (expected, kind) = if contest {
                (self.model.contests(who, place, now), Contest::KIND)
            } else {
                (self.model.stops(who, place, now), CancelVote::KIND)
            };
            let outcome = self.group.stops(who, kind, self.ids[place], FAULT).await;
            self.same(&format!("{who} signs {kind} of {place}"), expected, outcome);
        }
    }

    /// Somebody takes an objection back, or an author says that her text takes it up.
    async fn meet_an_objection(&mut self) {
        let has_one = |place: &usize| {
            let piece = &self.model.pieces[*place];
            !piece.objections.is_empty() && !piece.state.is_over()
        };
        let Some(place) = (0..self.ids.len()).find(has_one) else { return };
        let whose = *self.model.pieces[place].objections.keys().next().unwrap();
        let (which, now) = (self.objection(place, whose).await, self.now());
        if self.random.random_ratio(1, 2) {
            let who = if self.random.random_ratio(3, 4) { whose } else { self.someone() };
            let expected = self.model.lifts(who, place, whose, now);
            let outcome = self.group.lifts(who, self.ids[place], which).await;
            self.same(&format!("{who} lifts the objection of {whose} to {place}"), expected, outcome);
        } else {
            let who = self.author_of(place);
            let expected = self.model.answers(who, place, whose, now);
            let outcome = self.group.answers(who, self.ids[place], which).await;
            self.same(&format!("{who} answers the objection of {whose} to {place}"), expected, outcome);
        }
    }

    /// What somebody has in the way of a proposal.
    async fn objection(&self, place: usize, whose: usize) -> ObjectionId {
        let seen = self.group.see(self.ids[place]).await;
        let hers = |one: &&decisions::queries::objections::Objection| {
            one.member == self.group.members[whose] && one.standing == Standing::Raised
        };
        seen.objections.iter().find(hers).expect("an objection that stands in the way").id
    }

    async fn revise(&mut self) {
        let Some(place) = self.something(&[State::Draft, State::Waiting, State::Discussing]) else { return };
        let (who, now) = (self.author_of(place), self.now());
        let expected = self.model.revises(who, place, now);
        let piece = &self.model.pieces[place];
        let effect = self.effect(&piece.deed.clone()).await;
        let words = self.group.proposes(who).titled("Autrement").summed_up(&piece.summary).saying(&piece.body);
        let text = words.putting(piece.question.clone()).doing(effect).lasting(piece.days.0, piece.days.1).text();
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

    /// A text says what its amendments made of it.
    fn compare_words(&self, place: usize, piece: &Piece, seen: &Proposal) {
        let same = match piece.change() {
            Some(change) => seen.effect.as_ref().is_some_and(|(_, details)| details["after"] == change.after.as_str()),
            None => (&seen.summary, &seen.body) == (&piece.summary, &piece.body),
        };
        if !same {
            self.differs(&format!("{place} says other words than {piece:?}"));
        }
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
        let raised = seen.objections.iter().filter(|one| one.standing == Standing::Raised);
        let raised: BTreeSet<_> = raised.map(|one| (one.member, one.against)).collect();
        let objected = piece.objections.iter().map(|(who, against)| (self.group.members[*who], *against));
        if raised != objected.collect::<BTreeSet<_>>() {
            self.differs(&format!("{place} has {raised:?} in its way, the rules say {:?}", piece.objections));
        }
        self.compare_words(place, piece, seen);
        let ballots = piece.ballots.len() as u64;
        let expected = (piece.state, piece.version, piece.due, piece.closes, ballots, piece.said, piece.result.clone());
        if found != expected {
            self.differs(&format!("{place} is {found:?}, the rules say {expected:?}"));
        }
    }
}

/// Read from the register alone, whatever the model says: one result for each vote, one effect for each decision, and no
/// vote on a text before what would change it is over (`decisions A5`, `G2`).
async fn the_register_is_in_order(group: &Group<'_>) {
    let mut entries = register::latest(&group.read(), None, 1_000_000).await.unwrap();
    entries.reverse();
    let mut living: BTreeMap<String, [Option<i64>; 2]> = BTreeMap::new();
    let (mut open, mut acted) = (BTreeSet::new(), BTreeSet::new());
    for entry in entries {
        let number = |name: &str| entry.body.as_ref().and_then(|body| body.get(name)).and_then(Value::as_i64);
        let Some(about) = entry.about.clone() else { continue };
        match entry.kind.as_str() {
            kinds::SUBMITTED => {
                living.insert(about, [number("number"), number("amends")]);
            }
            kinds::OPENED => {
                let this = number("number");
                let amended = living.values().any(|[_, amends]| amends.is_some() && *amends == this);
                assert!(!amended && open.insert(about), "{}: a vote on {this:?} before its turn", entry.seq);
            }
            kinds::CONTESTED => assert!(open.insert(about), "{}: contested while it is voted on", entry.seq),
            kinds::ADOPTED | kinds::ANOTHER_ROUND => assert!(open.remove(&about), "{}: two results", entry.seq),
            kinds::NOT_ADOPTED | kinds::CANCELLED => {
                assert!(open.remove(&about), "{}: two results", entry.seq);
                living.remove(&about);
            }
            kinds::WITHDRAWN | kinds::LAPSED => {
                living.remove(&about);
            }
            kinds::EFFECT_DONE | kinds::EFFECT_FAILED => {
                living.remove(&about);
                assert!(acted.insert(about), "{}: two effects", entry.seq);
            }
            _ => {}
        }
    }
}

/// A group that lives through several walks; returns how many proposals ended in which state.
async fn live(world: &World, seed: u64) -> BTreeMap<&'static str, usize> {
    let mut random = StdRng::seed_from_u64(seed);
    let mut one_of = |words: &[&'static str]| words[random.random_range(0..words.len())];
    let (missed, early) = (one_of(&["lapse", "extend", "second_call"]), one_of(&["no", "yes"]));
    let hours = one_of(&["0", "30"]);
    let group = world.a_group().with_people(PEOPLE).with_rule("quorum_missed", missed);
    let group = group.with_rule("close_when_all_voted", early).with_rule("challenge_hours_ordinary", hours);
    let group = group.with_rule("discussion_days_ordinary", "1").with_rule("voting_days_ordinary", "2");
    let group = group.with_rule("discussion_days_charter", "0").with_rule("voting_days_charter", "1").found().await;
    let charter = group.charter().await;
    let written =
        membership::rules::charter::RULES.iter().map(|rule| (rule.name.to_owned(), charter.text(rule.name).to_owned()));
    let model = Model { charter: written.collect(), pieces: Vec::new(), mandates: Vec::new(), numbers: 0 };
    let mut walk = Walk { group: &group, model, ids: Vec::new(), random, written: 0, steps: Vec::new() };
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
    the_register_is_in_order(&group).await;
    assert!(matches!(verify(&group.export().await), Found::Sound(_)));
    ends
}

on_each_database!(random_walks_agree_with_the_pure_rules, |world| {
    let replayed = std::env::var("PARPOUR_TEST_SEED").ok().map(|seed| seed.parse::<u64>().unwrap());
    let groups = if replayed.is_some() { 1 } else { count(120, 3_000) / WALKS_OF_A_GROUP };
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
