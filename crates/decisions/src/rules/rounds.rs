//! Objections and blocks, and the rounds of a vote by consent, by consensus or without objection (`decisions` 5.2, 6.5
//! to 6.7, `B3` to `B5`).

use crate::rules::counting::{Recount, recount};
use crate::rules::fallback::Fallback;
use crate::rules::question::{Method, Question};
use crate::rules::verdict::VoteResult;
use chrono::Duration;
use commons::clock::{Time, Tz};
use serde::{Deserialize, Serialize};
use tally::consent::{self, Missing, SHORTEST_TACIT_MINUTES, TacitVerdict};
use tally::{Verdict, consensus};

use crate::rules::schedule::closes_at;

/// What somebody puts in the way of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In a vote by consent or without objection: a harm that she sees.
    Objection,
    /// In a vote by consensus: it goes against what the group is for. Others may have to support it.
    Block,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It stands in the way.
    Raised,
    /// A later version of the text takes it up.
    Integrated,
    /// Whoever raised it took it back. Nobody else can.
    Withdrawn,
}

impl Kind {
    /// What a ballot of this method puts in the way, when it says that word.
    pub fn of(method: Method, word: &str) -> Option<Self> {
        match (method, word) {
            (Method::Consent | Method::Tacit, "objection") => Some(Self::Objection),
            (Method::Consensus, "block") => Some(Self::Block),
            _ => None,
        }
    }
}

/// Whether a version answers what was raised against another: only one that was written afterwards (`decisions` 5.2).
pub const fn may_answer(version: i32, against: i32) -> bool {
    version > against
}

/// What stands beside the ballots of an open vote when it is counted. In secret there is no such thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Which round it is, from 1.
    pub round: u8,
    /// Objections of the whole proposal that stand in the way, whatever version they were raised against.
    pub open: u64,
    /// How many others support each block that stands in the way, the least supported first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<u64>,
    /// How many must support a block.
    #[serde(default)]
    pub support: u64,
    /// How many blocks that hold it survives.
    #[serde(default, skip_serializing_if = "is_none")]
    pub allowed: u64,
    /// How long the vote was open.
    #[serde(default)]
    pub minutes: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_none(number: &u64) -> bool {
    *number == 0
}

/// What follows a vote that is over and did not end the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The question that is put then.
    pub question: Question,
    /// What the charter says of the end of the rounds, when they are over; none for another round.
    pub fallback: Fallback,
}

/// What follows a vote that is over; none when it ends the matter. `does_nothing` tells that nothing follows from it by
/// itself.
///
/// Consent: when objections are open or somebody is not ready, at most three rounds, and then what the charter says, if
/// objections are open. Consensus: at most two, and then what the charter says. Without objection: a single one makes it a
/// question by consent (`decisions B5`).
pub fn next_round(question: &Question, result: &VoteResult, fallback: Fallback, does_nothing: bool) -> Option<Next> {
    let other = result.other.as_ref().filter(|_| result.outcome.verdict == Verdict::Rejected)?;
    let beside = other.beside.as_ref()?;
    let again = |question: Question| Some(Next { question, fallback: Fallback::None });
    let falls_back = || Some(Next { question: fallback.question(question, does_nothing)?, fallback });
    match recount(question, result.roll, other.said.as_ref()?, Some(beside))? {
        Recount::Consent(outcome) => match (outcome.verdict, outcome.then) {
            (
                consent::Verdict::NotYet(Missing::OpenObjections(_) | Missing::NotReady(_)),
                consent::Then::AnotherRound,
            ) => again(question.clone()),
            // The round after it rested was the last of all.
            (consent::Verdict::NotYet(Missing::OpenObjections(_)), consent::Then::Fallback)
                if beside.round <= consent::MOST_ROUNDS =>
            {
                falls_back()
            }
            _ => None,
        },
        Recount::Consensus(outcome) => match outcome.verdict {
            consensus::Verdict::NotYet(_) if beside.round < consensus::MOST_ROUNDS => again(question.clone()),
            consensus::Verdict::NotYet(_) => falls_back(),
            consensus::Verdict::Adopted | consensus::Verdict::NoResult => None,
        },
        Recount::Tacit(_, TacitVerdict::BecomesConsent) => {
            again(Question { method: Method::Consent, ..question.clone() })
        }
        Recount::Tacit(..) | Recount::Warmth(_) | Recount::Dates(_) | Recount::File(..) => None,
    }
}

/// Most rounds of a method.
pub const fn most_rounds(method: Method) -> u8 {
    match method {
        Method::Consent | Method::Tacit => consent::MOST_ROUNDS,
        Method::Consensus => consensus::MOST_ROUNDS,
        _ => 1,
    }
}

/// Fewest days of a vote by this method: what passes without objection is there to be seen for 72 hours.
pub const fn fewest_days(method: Method) -> u32 {
    match method {
        Method::Tacit => 3,
        _ => 0,
    }
}

/// When a vote by this method closes. Where the clocks change, three days may have an hour less than 72.
pub fn vote_closes_at(method: Method, zone: Tz, from: Time, days: u32) -> Time {
    let days = days.max(fewest_days(method));
    let closes = closes_at(zone, from, days);
    let shortest = Duration::minutes(i64::try_from(SHORTEST_TACIT_MINUTES).unwrap_or(i64::MAX));
    if method == Method::Tacit && closes - from < shortest { closes_at(zone, from, days + 1) } else { closes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::counting::Said;
    use crate::rules::verdict::{Secrecy, VoteRules, count_other};
    use commons::effects::Class;
    use membership::rules::charter::Charter;
    use proptest::prelude::*;

    fn by(method: Method) -> Question {
        Question { method, ..Question::default() }
    }

    fn ends(method: Method, ballots: &[(&str, u64)], beside: Option<Beside>) -> VoteResult {
        let said: Said = ballots.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect();
        let rules = VoteRules::of_effect(&Charter::default(), Class::Ordinary, None, Secrecy::Open, 15);
        count_other(&rules, &by(method), 15, said, beside)
    }

    fn next_question(question: &Question, result: &VoteResult) -> Option<Question> {
        next_round(question, result, Fallback::None, true).map(|next| next.question)
    }

    fn round(round: u8, open: u64) -> Option<Beside> {
        Some(Beside { round, open, minutes: SHORTEST_TACIT_MINUTES, support: 1, ..Beside::default() })
    }

    #[test]
    fn an_open_objection_leads_to_another_round_and_the_third_is_the_last() {
        let ballots = [("consent", 13), ("objection", 2)];
        for number in 1..=3 {
            let result = ends(Method::Consent, &ballots, round(number, 1));
            let next = next_question(&by(Method::Consent), &result);
            assert_eq!(next.is_some(), number < 3, "round {number}");
            assert_eq!(result.outcome.verdict, Verdict::Rejected);
        }
        let lifted = ends(Method::Consent, &ballots, round(1, 0));
        assert_eq!((lifted.outcome.verdict, next_question(&by(Method::Consent), &lifted)), (Verdict::Adopted, None));
    }

    #[test]
    fn after_the_last_round_comes_what_the_charter_says_and_once() {
        let ballots = [("consent", 13), ("objection", 2)];
        let after = |number: u8, fallback, does_nothing| {
            let result = ends(Method::Consent, &ballots, round(number, 1));
            next_round(&by(Method::Consent), &result, fallback, does_nothing)
        };
        for fallback in [Fallback::Defer, Fallback::TwoThirds, Fallback::Trial] {
            assert_eq!(after(2, fallback, true).unwrap().fallback, Fallback::None, "there is another round");
            assert_eq!(after(3, fallback, true).unwrap().fallback, fallback);
            assert_eq!(after(4, fallback, true), None, "the round after it rested is the last");
        }
        assert_eq!(after(3, Fallback::Trial, false), None);
        assert_eq!(after(3, Fallback::TwoThirds, false).unwrap().question.part, tally::Threshold::new(2, 3));
        // Nobody objects: too few let it pass, and no vote makes up for that.
        let few = ends(Method::Consent, &[("consent", 4)], round(3, 0));
        assert_eq!(next_round(&by(Method::Consent), &few, Fallback::TwoThirds, true), None);
    }

    #[test]
    fn a_consensus_survives_as_many_blocks_as_the_charter_says() {
        let ballots = [("agree", 12), ("block", 2)];
        let with = |allowed: u64| {
            let beside = Beside { round: 2, blocks: vec![1, 1], support: 1, allowed, ..Beside::default() };
            ends(Method::Consensus, &ballots, Some(beside))
        };
        assert_eq!(
            [0, 1, 2].map(|allowed| with(allowed).outcome.verdict),
            [Verdict::Rejected, Verdict::Rejected, Verdict::Adopted]
        );
        let next = next_round(&by(Method::Consensus), &with(1), Fallback::FourFifths, false).unwrap();
        assert_eq!((next.question.method, next.question.part), (Method::Majority, tally::Threshold::new(4, 5)));
    }

    #[test]
    fn an_objection_of_an_earlier_round_counts_once_and_still() {
        let nobody_says_so_again = ends(Method::Consent, &[("consent", 14)], round(2, 1));
        assert_eq!(nobody_says_so_again.outcome.verdict, Verdict::Rejected);
        let other = nobody_says_so_again.other.unwrap();
        let Some(Recount::Consent(outcome)) =
            recount(&by(Method::Consent), 15, other.said.as_ref().unwrap(), other.beside.as_ref())
        else {
            panic!("a count by consent")
        };
        assert_eq!(outcome.open_objections, 1);
    }

    #[test]
    fn whoever_is_not_ready_is_waited_for_until_the_last_round() {
        let ballots = [("consent", 13), ("not_ready", 1)];
        let first = ends(Method::Consent, &ballots, round(1, 0));
        assert!(next_question(&by(Method::Consent), &first).is_some());
        assert_eq!(ends(Method::Consent, &ballots, round(3, 0)).outcome.verdict, Verdict::Adopted);
    }

    #[test]
    fn too_few_who_let_it_pass_is_the_end() {
        let result = ends(Method::Consent, &[("consent", 4), ("concern", 2)], round(1, 0));
        assert_eq!(next_question(&by(Method::Consent), &result), None);
    }

    #[test]
    fn in_secret_there_is_one_round() {
        let result = ends(Method::Consent, &[("consent", 13), ("objection", 1)], None);
        assert_eq!(result.outcome.verdict, Verdict::Rejected);
        assert_eq!(next_question(&by(Method::Consent), &result), None);
    }

    #[test]
    fn a_block_needs_support_and_leads_to_one_more_round() {
        let ballots = [("agree", 12), ("block", 1)];
        let with = |round: u8, blocks: &[u64]| {
            let beside = Beside { round, blocks: blocks.to_vec(), support: 1, ..Beside::default() };
            ends(Method::Consensus, &ballots, Some(beside))
        };
        assert_eq!(with(1, &[0]).outcome.verdict, Verdict::Adopted);
        let blocked = with(1, &[1]);
        assert_eq!(blocked.outcome.verdict, Verdict::Rejected);
        assert!(next_question(&by(Method::Consensus), &blocked).is_some());
        assert_eq!(next_question(&by(Method::Consensus), &with(2, &[1])), None);
    }

    #[test]
    fn one_objection_makes_what_was_to_pass_in_silence_a_question_by_consent() {
        let quiet = ends(Method::Tacit, &[("seen", 4)], round(1, 0));
        assert_eq!(quiet.outcome.verdict, Verdict::Adopted);
        let few = ends(Method::Tacit, &[("seen", 3)], round(1, 0));
        assert_eq!(few.outcome.verdict, Verdict::NoQuorum, "a quarter of fifteen is four");
        let objected = ends(Method::Tacit, &[("seen", 1), ("objection", 1)], round(1, 1));
        let next = next_question(&by(Method::Tacit), &objected).unwrap();
        assert_eq!(next.method, Method::Consent);
    }

    proptest! {
        /// Whatever is said, there is an end: no round follows the last one.
        #[test]
        fn every_question_comes_to_an_end(
            method in proptest::sample::select(vec![Method::Consent, Method::Consensus, Method::Tacit]),
            yes in 0u64..15, aside in 0u64..5, against in 0u64..5, open in 0u64..3, supporters in 0u64..3,
        ) {
            let mut question = by(method);
            let mut rounds = 0u8;
            loop {
                rounds += 1;
                let words = match question.method {
                    Method::Consensus => [("agree", yes), ("stand_aside", aside), ("block", against)],
                    Method::Tacit => [("seen", yes), ("seen", yes), ("objection", against)],
                    _ => [("consent", yes), ("stand_aside", aside), ("objection", against)],
                };
                let beside = Beside {
                    round: rounds, open, blocks: vec![supporters; usize::from(open > 0)], support: 1,
                    minutes: SHORTEST_TACIT_MINUTES, ..Beside::default()
                };
                match next_question(&question, &ends(question.method, &words, Some(beside))) {
                    Some(next) => question = next,
                    None => break,
                }
            }
            prop_assert!(rounds <= most_rounds(method));
        }

        /// 72 hours, whatever the clocks do (`decisions` 6.6).
        #[test]
        fn what_passes_without_objection_is_there_for_72_hours(second in 1_700_000_000i64..2_000_000_000, days in 0u32..9) {
            let from = Time::from_timestamp(second, 0).unwrap();
            let closes = vote_closes_at(Method::Tacit, Tz::America__Toronto, from, days);
            prop_assert!(closes - from >= Duration::hours(72));
            prop_assert!(days < 4 || closes == closes_at(Tz::America__Toronto, from, days));
        }
    }
}
