//! Counting a vote by another method than yes or no (`decisions` 6), and its ballots as a file (`formats/ballots.md`).

use crate::rules::explain::{explain, explain_consent, explain_dates};
use crate::rules::marks::Marks;
use crate::rules::question::{Ballot, Method, Question};
use crate::rules::rounds::Beside;
use crate::rules::warmth::{Warmth, warmth};
use commons::refusal::Message;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use tally::consensus::{self, Block};
use tally::consent::{self, MOST_ROUNDS, Missing, Objection, ObjectionId, Tacit, TacitVerdict, Version};
use tally::date_poll::{self, Answer, Answers};
use tally::file::{BallotFile, Counted, FORMAT, parse};
use tally::{Ballots, Decision, OptionId, Verdict};

/// Words of a ballot of consent, warmest first (`decisions` 6.5).
pub const CONSENT_WORDS: [&str; 5] = ["consent", "concern", "stand_aside", "not_ready", "objection"];

/// Words of a ballot of consensus, warmest first (`decisions` 6.7).
pub const CONSENSUS_WORDS: [&str; 4] = ["agree", "reservations", "stand_aside", "block"];
/// Words of a ballot of what passes without objection (`decisions` 6.6).
pub const TACIT_WORDS: [&str; 2] = ["seen", "objection"];

/// The different ballots of a vote, and how many say each.
pub type Said = BTreeMap<String, u64>;

/// What a vote by another method than yes or no said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherCount {
    /// Ballots received.
    pub ballots: u64,
    /// Each different ballot with how many said so; none where it would tell who chose what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
    /// Lines of the ballot that won, in listed order, or in order of election.
    #[serde(default)]
    pub winners: Vec<usize>,
    /// Lines between which it stands, when it is a tie.
    #[serde(default)]
    pub tied: Vec<usize>,
    /// Lines that win whatever becomes of a tie across the last seats; none of them has won by that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sure: Vec<usize>,
    /// The count step by step, where `said` is not told and so nobody can count again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<Message>>,
    /// Objections and blocks that were open when it was counted, where the method knows any and the vote was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
}

/// With fewer secret ballots among options, a ballot as a whole can tell who wrote it (`decisions` 8.2).
pub const SIGNATURE_BELOW: u64 = 20;
/// With more lines, whole orders are signatures however many vote (`reliability D2`).
pub const SIGNATURE_ABOVE_LINES: usize = 5;
/// With fewer secret ballots, nothing but totals is told (`decisions` 8.2).
pub const TOTALS_BELOW: u64 = 10;

/// Whether the ballots of a secret vote may be told one by one. Words of a few are no signature.
fn may_be_told(question: &Question, ballots: u64) -> bool {
    !question.method.has_options() || (ballots >= SIGNATURE_BELOW && question.lines() <= SIGNATURE_ABOVE_LINES)
}

impl OtherCount {
    /// The same for a secret vote: ballots that may not be told give way to the steps of their count.
    pub fn as_secret(&mut self, question: &Question, roll: u64) {
        if may_be_told(question, self.ballots) {
            return;
        }
        let Some(said) = self.said.take() else { return };
        let totals_only = self.ballots < TOTALS_BELOW && question.method.ballot() == Ballot::Places;
        let counted = recount(question, roll, &said, self.beside.as_ref()).filter(|_| !totals_only);
        self.steps = Some(counted.map(|counted| counted.steps(question)).unwrap_or_default());
    }
}

/// Everything a count by a method among options says: what one needs to follow it by hand.
#[derive(Clone, Debug)]
pub enum Recount {
    /// A method of ballot files.
    File(Box<BallotFile>, Box<Counted>),
    /// Days.
    Dates(date_poll::Outcome),
    /// Consent.
    Consent(consent::Outcome),
    /// How warm the group is; nothing follows from it.
    Warmth(Warmth),
    /// Consensus.
    Consensus(consensus::Outcome),
    /// What passes without objection.
    Tacit(Tacit, TacitVerdict),
}

impl Recount {
    /// What one needs to follow it by hand.
    pub fn steps(&self, question: &Question) -> Vec<Message> {
        match self {
            Self::File(_, counted) => explain(counted, &|option| question.name(option.place())),
            Self::Dates(outcome) => explain_dates(outcome),
            Self::Consent(outcome) => explain_consent(outcome),
            // Its distribution says it all.
            Self::Warmth(_) => Vec::new(),
            // Never secret: their page tells them from the answers.
            Self::Consensus(_) | Self::Tacit(..) => Vec::new(),
        }
    }
}

/// Counts. Nothing when the ballots are none that this question can have: then they were damaged.
pub fn recount(question: &Question, roll: u64, said: &Said, beside: Option<&Beside>) -> Option<Recount> {
    match question.method {
        Method::Majority | Method::Election => None,
        Method::Consent => consent(roll, said, beside).map(Recount::Consent),
        Method::Consensus => consensus(roll, said, beside).map(Recount::Consensus),
        Method::Tacit => tacit(roll, said, beside).map(|tacit| Recount::Tacit(tacit, tacit.count())),
        Method::Dates => dates(question, said).map(Recount::Dates),
        Method::Gradients | Method::Sense => warmth(question.method, said).map(Recount::Warmth),
        _ => {
            let file = as_file(question, said)?;
            let counted = file.count().ok()?;
            Some(Recount::File(Box::new(file), Box::new(counted)))
        }
    }
}

/// The ballots as `parpour count` would read them. Nothing for methods that ballot files do not know.
pub(crate) fn as_file(question: &Question, said: &Said) -> Option<BallotFile> {
    parse(&ballot_file(None, question, said)?).ok()
}

/// How it ends, with its winners or those between whom it stands. `needed` is the quorum.
pub fn count(question: &Question, roll: u64, needed: u64, said: Said, beside: Option<Beside>) -> (Verdict, OtherCount) {
    let ballots = said.values().sum();
    // Where silence counts, those who have seen it are what is needed, and one objection is enough.
    let are_too_few = ballots < needed && question.method != Method::Tacit;
    let recounted = recount(question, roll, &said, beside.as_ref());
    let sure = recounted.as_ref().map(sure).unwrap_or_default();
    let (verdict, winners, tied) = match recounted {
        _ if are_too_few => (Verdict::NoQuorum, Vec::new(), Vec::new()),
        Some(recount) => verdict(question, &recount),
        // Of a question that decides nothing, also when its ballots cannot be read.
        None if !question.method.is_binding() => (Verdict::NoResult, Vec::new(), Vec::new()),
        // So many ties that no order of them can be followed (`formats/ballots.md`, `irv`): a tie of all.
        None => (Verdict::Tied, Vec::new(), (0..question.lines()).collect()),
    };
    let sure = if verdict == Verdict::Tied { sure } else { Vec::new() };
    (verdict, OtherCount { ballots, said: Some(said), winners, tied, sure, steps: None, beside })
}

/// Lines that win whatever becomes of a tie.
fn sure(recount: &Recount) -> Vec<usize> {
    match recount {
        Recount::File(_, counted) => match counted.decision() {
            Some(Decision::Tied { winners, .. }) => winners.iter().map(|option| option.place()).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn verdict(question: &Question, recount: &Recount) -> (Verdict, Vec<usize>, Vec<usize>) {
    let places = |options: &[OptionId]| options.iter().map(|option| option.place()).collect::<Vec<_>>();
    match recount {
        Recount::Consent(outcome) => {
            let verdict = match outcome.verdict {
                consent::Verdict::Adopted => Verdict::Adopted,
                consent::Verdict::NotYet(_) if outcome.answers.respondents() == 0 => Verdict::NoResult,
                // Too few said anything: nobody said no.
                consent::Verdict::NotYet(Missing::Quorum { .. }) => Verdict::NoQuorum,
                consent::Verdict::NotYet(_) => Verdict::Rejected,
            };
            (verdict, Vec::new(), Vec::new())
        }
        Recount::Warmth(_) => (Verdict::NoResult, Vec::new(), Vec::new()),
        Recount::Consensus(outcome) => {
            let verdict = match outcome.verdict {
                consensus::Verdict::Adopted => Verdict::Adopted,
                consensus::Verdict::NotYet(_) => Verdict::Rejected,
                consensus::Verdict::NoResult => Verdict::NoResult,
            };
            (verdict, Vec::new(), Vec::new())
        }
        Recount::Tacit(_, verdict) => {
            let verdict = match verdict {
                TacitVerdict::Adopted => Verdict::Adopted,
                TacitVerdict::BecomesConsent | TacitVerdict::TooShort => Verdict::Rejected,
                TacitVerdict::TooFewAcknowledged { .. } => Verdict::NoQuorum,
            };
            (verdict, Vec::new(), Vec::new())
        }
        Recount::Dates(outcome) => match outcome.chosen {
            Some(chosen) => (Verdict::Adopted, vec![chosen.place()], Vec::new()),
            None => (Verdict::NoResult, Vec::new(), Vec::new()),
        },
        Recount::File(_, counted) => match counted.decision() {
            Some(Decision::Decided { winners }) if leaves_things_as_they_are(question, counted, winners) => {
                (Verdict::Rejected, vec![question.options.len()], Vec::new())
            }
            Some(Decision::Decided { winners }) => (Verdict::Adopted, places(winners), Vec::new()),
            // A tie for one seat leaves the whole choice open: the group asks again.
            Some(Decision::Tied { between, .. }) => (Verdict::Tied, Vec::new(), places(between)),
            Some(Decision::NoResult) | None => (Verdict::NoResult, Vec::new(), Vec::new()),
        },
    }
}

/// Whether "none of these" won, or by Schulze's method beats the winner in their own duel (`decisions` 6.10).
fn leaves_things_as_they_are(question: &Question, counted: &Counted, winners: &[OptionId]) -> bool {
    let as_they_are = OptionId::new(u16::try_from(question.options.len()).unwrap_or(u16::MAX));
    let won = winners.iter().any(|winner| question.is_status_quo(winner.place()));
    let beaten = match counted {
        Counted::Schulze(outcome) => tally::schulze::beats_status_quo(outcome, as_they_are) == Some(false),
        _ => false,
    };
    won || beaten
}

/// How many say each word; nothing when one is none of this method.
fn how_many<'a>(said: &'a Said, words: &[&str]) -> Option<impl Fn(&str) -> u64 + 'a> {
    let known = said.keys().all(|word| words.contains(&word.as_str()));
    known.then_some(|word: &str| said.get(word).copied().unwrap_or(0))
}

fn consent(roll: u64, said: &Said, beside: Option<&Beside>) -> Option<consent::Outcome> {
    let of = how_many(said, &CONSENT_WORDS)?;
    let answers = consent::Answers {
        consent: of("consent"),
        concern: of("concern"),
        objection: of("objection"),
        stand_aside: of("stand_aside"),
        not_ready: of("not_ready"),
    };
    let quorum = consent::default_quorum(roll);
    let (open, round) = match beside {
        Some(beside) => {
            let (number, most) = (beside.round, MOST_ROUNDS);
            (beside.open, consent::Round { number, most, quorum, time_is_up: number >= most })
        }
        // In secret an objection is a ballot and no more: open as long as it is in the urn, and there is one round.
        None => (answers.objection, consent::Round { number: 1, most: 1, quorum, time_is_up: true }),
    };
    let open =
        (0..u32::try_from(open).unwrap_or(u32::MAX)).map(|number| Objection::raise(ObjectionId(number), Version(1)));
    Some(consent::count(answers, &open.collect::<Vec<_>>(), round))
}

fn consensus(roll: u64, said: &Said, beside: Option<&Beside>) -> Option<consensus::Outcome> {
    let of = how_many(said, &CONSENSUS_WORDS)?;
    let answers = consensus::Answers {
        agree: of("agree"),
        reservations: of("reservations"),
        stand_aside: of("stand_aside"),
        block: of("block"),
    };
    let beside = beside?;
    let blocks: Vec<Block> = beside.blocks.iter().map(|supporters| Block { supporters: *supporters }).collect();
    let rule = consensus::Rule { roll, support: beside.support, variant: variant(beside.allowed) };
    Some(consensus::count(answers, &blocks, rule))
}

/// The consensus that survives so many blocks.
pub(crate) const fn variant(allowed: u64) -> consensus::Variant {
    match allowed {
        0 => consensus::Variant::Full,
        1 => consensus::Variant::MinusOne,
        _ => consensus::Variant::MinusTwo,
    }
}

fn tacit(roll: u64, said: &Said, beside: Option<&Beside>) -> Option<Tacit> {
    let of = how_many(said, &TACIT_WORDS)?;
    let beside = beside?;
    Some(Tacit { roll, acknowledged: of("seen"), objections: beside.open, open_minutes: beside.minutes })
}

fn dates(question: &Question, said: &Said) -> Option<date_poll::Outcome> {
    let mut ballots = Ballots::new(u16::try_from(question.lines()).ok()?);
    for (word, count) in said {
        let marks = Marks::stored(question, word)?;
        let answer = |mark: &u16| match mark {
            2 => Answer::Yes,
            1 => Answer::IfNeedBe,
            _ => Answer::No,
        };
        let answers = marks.numbers().iter().map(answer).collect();
        ballots.add(Answers { compulsory: false, lost_last_time: false, answers }, *count).ok()?;
    }
    Some(date_poll::count(&ballots, date_poll::Rule { minimum: question.seats, fairness: false }))
}

/// The ballots as a file that `parpour count` reads: no name, no time, equal ballots merged. None for methods that the
/// format does not know, and when a ballot is none of this question.
pub fn ballot_file(title: Option<&str>, question: &Question, said: &Said) -> Option<String> {
    let lines = question.lines();
    let id = |line: usize| format!("o{}", line + 1);
    let ids: Vec<String> = (0..lines).map(id).collect();
    let ballots: Option<Vec<Value>> = said
        .iter()
        .map(|(word, count)| {
            let marks = Marks::stored(question, word)?;
            Some(json!({ "count": count, field(question.method)?: content(question, &marks, &ids) }))
        })
        .collect();
    let mut rules = Map::new();
    match question.method {
        Method::Majority
        | Method::Consent
        | Method::Consensus
        | Method::Tacit
        | Method::Dates
        | Method::Gradients
        | Method::Sense
        | Method::Election => return None,
        Method::Approval => {
            rules.insert("seats".to_owned(), json!(question.winners()));
            rules.insert("half".to_owned(), json!(question.winners() == 1));
        }
        Method::Stv => {
            rules.insert("seats".to_owned(), json!(question.winners()));
        }
        Method::EqualShares => {
            let costs: Map<String, Value> =
                ids.iter().cloned().zip(question.options.iter().map(|offer| json!(offer.cost))).collect();
            rules.insert("budget".to_owned(), json!(question.budget));
            rules.insert("costs".to_owned(), Value::Object(costs));
            rules.insert("completion".to_owned(), json!("add1"));
        }
        Method::Score | Method::Schulze | Method::RankedPairs | Method::Irv | Method::Borda => {}
    }
    let labels: Map<String, Value> =
        ids.iter().cloned().zip(question.options.iter().map(|offer| json!(offer.label))).collect();
    let mut file = json!({
        "format": FORMAT, "method": question.method.word(), "options": ids, "labels": labels,
        "ballots": ballots?, "rules": rules,
    });
    if let (Some(title), Some(fields)) = (title, file.as_object_mut()) {
        fields.insert("title".to_owned(), json!(title));
    }
    serde_json::to_string_pretty(&file).ok()
}

/// What a ballot file calls what a ballot of this method says.
const fn field(method: Method) -> Option<&'static str> {
    match method.ballot() {
        Ballot::Word => None,
        Ballot::Ticks => Some("approve"),
        Ballot::Numbers => Some("scores"),
        Ballot::Places => Some("ranking"),
    }
}

fn content(question: &Question, marks: &Marks, ids: &[String]) -> Value {
    let marked = || ids.iter().zip(marks.numbers()).filter(|(_, mark)| **mark > 0);
    match question.method.ballot() {
        Ballot::Word => Value::Null,
        Ballot::Ticks => marked().map(|(id, _)| json!(id)).collect(),
        Ballot::Numbers => Value::Object(marked().map(|(id, mark)| (id.clone(), json!(mark))).collect()),
        Ballot::Places => {
            let tier = |lines: Vec<usize>| lines.into_iter().filter_map(|line| ids.get(line)).collect::<Vec<_>>();
            marks.tiers().into_iter().map(|lines| json!(tier(lines))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::question::read_options;
    use proptest::prelude::*;

    fn asked(method: Method, options: &str, seats: u64, budget: u64) -> Question {
        Question { method, options: read_options(method, options), seats, budget, ..Question::default() }
    }

    fn said(ballots: &[(&str, u64)]) -> Said {
        ballots.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect()
    }

    fn ends(question: &Question, ballots: &[(&str, u64)]) -> (Verdict, Vec<usize>, Vec<usize>) {
        let (verdict, other) = count(question, 10, 0, said(ballots), None);
        (verdict, other.winners, other.tied)
    }

    #[test]
    fn the_most_approved_wins_when_more_than_half_approve() {
        let question = asked(Method::Approval, "A\nB\nC", 1, 0);
        assert_eq!(ends(&question, &[("1,1,0", 3), ("0,1,0", 1), ("0,0,1", 2)]), (Verdict::Adopted, vec![1], vec![]));
        assert_eq!(ends(&question, &[("1,0,0", 1), ("0,1,0", 1), ("0,0,0", 2)]).0, Verdict::NoResult);
        assert_eq!(ends(&question, &[("1,1,0", 2)]), (Verdict::Tied, vec![], vec![0, 1]));
        let two = asked(Method::Approval, "A\nB\nC", 2, 0);
        assert_eq!(ends(&two, &[("1,1,0", 3), ("0,0,1", 1)]), (Verdict::Adopted, vec![0, 1], vec![]));
    }

    #[test]
    fn none_of_these_can_win_a_ranking() {
        let question = asked(Method::Schulze, "A\nB", 1, 0);
        assert_eq!(ends(&question, &[("1,2,0", 3), ("2,1,0", 2)]), (Verdict::Adopted, vec![0], vec![]));
        assert_eq!(ends(&question, &[("2,3,1", 3), ("1,2,0", 2)]), (Verdict::Rejected, vec![2], vec![]));
        // The strongest of a circle, whom more would rather not have: all stays as it is.
        let three = asked(Method::Schulze, "A\nB\nC", 1, 0);
        let circle = [("1,2,4,3", 4), ("3,1,2,4", 3), ("3,4,1,2", 4)];
        let (verdict, winners, _) = ends(&three, &circle);
        assert!(verdict != Verdict::Adopted || winners != [3], "none of these is never adopted");
    }

    #[test]
    fn a_budget_a_score_days_and_seats_are_counted() {
        let budget = asked(Method::EqualShares, "A 200\nB 180\nC 120\nD 90", 1, 50_000);
        // `decisions` 6.14, second vector: 4 {A,B}, 2 {A,C}, 3 {C,D}, 1 {D}.
        let ballots = [("1,1,0,0", 4), ("1,0,1,0", 2), ("0,0,1,1", 3), ("0,0,0,1", 1)];
        assert_eq!(ends(&budget, &ballots), (Verdict::Adopted, vec![0, 2, 3], vec![]));
        let score = asked(Method::Score, "A\nB", 1, 0);
        assert_eq!(ends(&score, &[("5,0", 1), ("2,4", 2)]), (Verdict::Adopted, vec![0], vec![]));
        let days = asked(Method::Dates, "2027-05-08 13:30\n2027-05-09 13:30", 3, 0);
        assert_eq!(ends(&days, &[("2,1", 2), ("0,2", 1)]), (Verdict::Adopted, vec![1], vec![]));
        assert_eq!(ends(&days, &[("2,1", 2)]).0, Verdict::NoResult);
        let seats = asked(Method::Stv, "A\nB\nC", 2, 0);
        assert_eq!(ends(&seats, &[("1,2,0", 3), ("0,0,1", 2)]), (Verdict::Adopted, vec![0, 2], vec![]));
    }

    #[test]
    fn one_objection_keeps_a_text_from_passing_and_silence_is_no_consent() {
        let question = Question { method: Method::Consent, ..Question::default() };
        assert_eq!(ends(&question, &[("consent", 5), ("concern", 2)]).0, Verdict::Adopted);
        assert_eq!(ends(&question, &[("consent", 9), ("objection", 1)]).0, Verdict::Rejected);
        assert_eq!(
            ends(&question, &[("consent", 4)]).0,
            Verdict::NoQuorum,
            "fewer than half of ten said no to nothing"
        );
        assert_eq!(ends(&question, &[]).0, Verdict::NoResult);
        assert_eq!(ends(&question, &[("consent", 2), ("stand_aside", 6)]).0, Verdict::Rejected);
    }

    #[test]
    fn a_question_that_decides_nothing_has_no_verdict_whatever_is_said() {
        for (method, word) in [(Method::Gradients, "endorse"), (Method::Sense, "thumb_down")] {
            let question = Question { method, ..Question::default() };
            assert_eq!(ends(&question, &[(word, 9)]), (Verdict::NoResult, vec![], vec![]));
            assert_eq!(ends(&question, &[]), (Verdict::NoResult, vec![], vec![]));
            assert_eq!(ballot_file(None, &question, &said(&[(word, 9)])), None);
        }
    }

    #[test]
    fn too_few_ballots_decide_nothing() {
        let question = asked(Method::Score, "A\nB", 1, 0);
        let (verdict, other) = count(&question, 10, 3, said(&[("5,0", 2)]), None);
        assert_eq!((verdict, other.ballots, other.winners), (Verdict::NoQuorum, 2, vec![]));
    }

    fn question() -> impl Strategy<Value = Question> {
        let methods: Vec<Method> = Method::ALL.into_iter().filter(|method| method.has_options()).collect();
        (proptest::sample::select(methods), 2usize..6, 1u64..3, 1u64..90_000).prop_map(
            |(method, options, seats, budget)| {
                let line = |number: usize| match method {
                    Method::Dates => format!("2027-05-{number:02} 13:30\n"),
                    Method::EqualShares => format!("Nº {number} {}\n", number * 70),
                    _ => format!("Nº {number}\n"),
                };
                let options: String = (1..=options).map(line).collect();
                asked(method, &options, seats, budget)
            },
        )
    }

    proptest! {
        /// Every ballot that a form can send is counted, exported and recounted alike, in whatever order they came.
        #[test]
        fn a_vote_recounted_from_its_file_says_the_same(
            question in question(), drawn in proptest::collection::vec((proptest::collection::vec(0u16..7, 7), 1u64..4), 0..12),
        ) {
            let mut all = Said::new();
            for (marks, count) in &drawn {
                let typed: Vec<String> = marks.iter().take(question.lines()).map(u16::to_string).collect();
                if let Ok(marks) = Marks::typed(&question, &typed) {
                    *all.entry(marks.word()).or_default() += count;
                }
            }
            let (verdict, other) = count(&question, 20, 0, all.clone(), None);
            prop_assert_eq!(other.ballots, all.values().sum::<u64>());
            prop_assert!(other.winners.iter().chain(&other.tied).all(|line| *line < question.lines()));
            prop_assert_eq!(verdict == Verdict::Tied, !other.tied.is_empty());
            if let Some(text) = ballot_file(Some("Un choix"), &question, &all) {
                let file = parse(&text).unwrap();
                prop_assert_eq!(file.ballots(), other.ballots);
                let Some(Recount::File(_, counted)) = recount(&question, 20, &all, None) else { return Ok(()) };
                prop_assert_eq!(file.count().unwrap(), *counted);
            }
        }
    }
}
