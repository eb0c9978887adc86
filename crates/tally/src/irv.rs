//! Instant run-off: whoever has fewest votes leaves, until somebody has more than half (`formats/ballots.md`, `irv`).
//!
//! A ballot counts for the option of its first tier that still holds a continuing option, provided that tier holds
//! exactly one; otherwise it is exhausted at that stage, and only there.

use crate::ballots::{Ballots, Ranking};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, TieOrder};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Most different sets of continuing options that are followed when ties are left open.
pub const MOST_SETS: usize = 10_000;

/// One stage of the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Votes of each continuing option.
    pub votes: BTreeMap<OptionId, u64>,
    /// Ballots that rank something and count for nobody at this stage.
    pub exhausted: u64,
    /// What came of it.
    pub then: Then,
}

/// What comes of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Then {
    /// This option has more than half of the votes counted.
    Wins(OptionId),
    /// This option leaves.
    Leaves {
        /// Who leaves.
        option: OptionId,
        /// Why this one.
        because: Why,
    },
}

/// Why an option leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It has fewest votes.
    FewestVotes,
    /// Of those with fewest, it had fewer at this earlier stage, from 1, the latest where they differ.
    EarlierStage(usize),
    /// Of equals, it is last in the drawn order.
    DrawnOrder,
    /// These were equal, now and at every earlier stage. One is shown leaving; the decision says what the others lead to.
    AnyOf(Vec<OptionId>),
}

/// How an instant run-off ends, stage by stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won; tied, when open ties lead to different winners.
    pub decision: Decision,
    /// The stages of one way through; [`Why::AnyOf`] tells where another was open.
    pub stages: Vec<Stage>,
}

/// Open ties lead to more than [`MOST_SETS`] sets of continuing options: draw an order first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyTies;

impl fmt::Display for TooManyTies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ties lead to more than {MOST_SETS} sets of continuing options; draw a tie_order first")
    }
}

impl std::error::Error for TooManyTies {}

/// Counts.
///
/// Without a drawn order every choice among equals is followed. If all lead to the same winner, that one wins.
///
/// # Errors
/// [`TooManyTies`] when that is too much.
pub fn count(ballots: &Ballots<Ranking>, tie_order: Option<&TieOrder>) -> Result<Outcome, TooManyTies> {
    if ballots.expressed() == 0 {
        return Ok(Outcome { decision: Decision::NoResult, stages: Vec::new() });
    }
    let possible = possible_winners(ballots, tie_order)?;
    let stages = report(ballots, tie_order);
    Ok(Outcome { decision: Decision::between_leaders(possible.into_iter().collect()), stages })
}

/// Where a count stands: who continues, and who of them was ahead of whom before.
///
/// "Had fewer at the most recent earlier stage where they differ" compares whole histories, latest stage first. So a
/// history is told by the rank it gives, and two ways that give the same ranks to the same options are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    /// Each continuing option with its rank by history; equal ranks are equal histories.
    continuing: BTreeMap<OptionId, usize>,
}

/// What can come of a standing.
enum Next {
    Winner(OptionId),
    /// These have fewest votes and equal histories; one of them leaves. `alone` when no other had as few votes.
    Leaves {
        equals: Vec<OptionId>,
        alone: bool,
    },
}

impl Standing {
    fn start(options: u16) -> Self {
        Self { continuing: OptionId::first(options).map(|option| (option, 0)).collect() }
    }

    /// Votes of each continuing option, and exhausted ballots.
    fn votes(&self, ballots: &Ballots<Ranking>) -> (BTreeMap<OptionId, u64>, u64) {
        let mut continuing = PerOption::new(ballots.options(), |_| false);
        self.continuing.keys().for_each(|option| continuing.set(*option, true));
        let mut votes = PerOption::new(ballots.options(), |_| 0);
        let mut counted = 0;
        for (ballot, count) in ballots.iter() {
            if let Some(option) = choice(ballot, &continuing) {
                votes.set(option, votes.of(option) + count);
                counted += count;
            }
        }
        let votes = self.continuing.keys().map(|option| (*option, votes.of(*option))).collect();
        (votes, ballots.expressed() - counted)
    }

    fn next(&self, votes: &BTreeMap<OptionId, u64>, tie_order: Option<&TieOrder>) -> Next {
        let counted: u64 = votes.values().sum();
        let majority = votes.iter().find(|(_, votes)| u128::from(**votes) * 2 > u128::from(counted));
        if let Some((winner, _)) = majority {
            return Next::Winner(*winner);
        }
        let fewest = votes.values().min().copied().unwrap_or_default();
        let last: Vec<OptionId> =
            votes.iter().filter(|(_, votes)| **votes == fewest).map(|(option, _)| *option).collect();
        let lowest = last.iter().filter_map(|option| self.continuing.get(option)).min();
        let equals: Vec<OptionId> =
            last.iter().copied().filter(|option| self.continuing.get(option) == lowest).collect();
        let drawn = tie_order.and_then(|order| equals.iter().copied().max_by_key(|option| order.rank(*option)));
        Next::Leaves { equals: drawn.map_or(equals, |option| vec![option]), alone: last.len() == 1 }
    }

    /// The standing after `gone` left a stage with these votes.
    fn without(&self, gone: OptionId, votes: &BTreeMap<OptionId, u64>) -> Self {
        let history = |option: &OptionId| (votes.get(option).copied(), self.continuing.get(option).copied());
        let rest = || self.continuing.keys().copied().filter(|option| *option != gone);
        let ranks: BTreeSet<_> = rest().map(|option| history(&option)).collect();
        let ranks: Vec<_> = ranks.into_iter().collect();
        let rank = |option: &OptionId| ranks.binary_search(&history(option)).unwrap_or_default();
        Self { continuing: rest().map(|option| (option, rank(&option))).collect() }
    }
}

/// Whom a ballot counts for among those who continue.
fn choice(ballot: &Ranking, continuing: &PerOption<bool>) -> Option<OptionId> {
    let mut tiers = ballot.tiers().map(|tier| tier.filter(|option| continuing.of(*option)));
    let mut first = tiers.find(|tier| tier.clone().next().is_some())?;
    first.next().filter(|_| first.next().is_none())
}

/// Everybody who wins under some choice among equals.
fn possible_winners(
    ballots: &Ballots<Ranking>,
    tie_order: Option<&TieOrder>,
) -> Result<BTreeSet<OptionId>, TooManyTies> {
    let mut winners = BTreeSet::new();
    let mut sets = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![Standing::start(ballots.options())];
    while let Some(standing) = open.pop() {
        sets.insert(standing.continuing.keys().copied().collect::<Vec<_>>());
        // A set may be met with several histories. That is rarer than the sets themselves; ten times as many is a lot.
        if sets.len() > MOST_SETS || seen.len() > 10 * MOST_SETS {
            return Err(TooManyTies);
        }
        let (votes, _) = standing.votes(ballots);
        match standing.next(&votes, tie_order) {
            Next::Winner(winner) => {
                winners.insert(winner);
            }
            Next::Leaves { equals, .. } => {
                let after = equals.into_iter().map(|gone| standing.without(gone, &votes));
                open.extend(after.filter(|after| seen.insert(after.clone())));
            }
        }
    }
    Ok(winners)
}

/// The stages when, of equals, the last listed option leaves.
fn report(ballots: &Ballots<Ranking>, tie_order: Option<&TieOrder>) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    let mut standing = Standing::start(ballots.options());
    loop {
        let (votes, exhausted) = standing.votes(ballots);
        let (then, after) = match standing.next(&votes, tie_order) {
            Next::Winner(winner) => (Then::Wins(winner), None),
            Next::Leaves { equals, alone } => {
                let Some(option) = equals.last().copied() else { return stages };
                let because = match (alone, equals.len()) {
                    (true, _) => Why::FewestVotes,
                    (false, 1) => why_before(&stages, &votes, option),
                    (false, _) => Why::AnyOf(equals),
                };
                (Then::Leaves { option, because }, Some(standing.without(option, &votes)))
            }
        };
        stages.push(Stage { votes, exhausted, then });
        match after {
            Some(after) => standing = after,
            None => return stages,
        }
    }
}

/// Why `option` leaves although others have as few votes: the earliest stage that had to be looked at, or the lot.
fn why_before(stages: &[Stage], votes: &BTreeMap<OptionId, u64>, option: OptionId) -> Why {
    let own = votes.get(&option);
    let mut equals: Vec<OptionId> =
        votes.iter().filter(|(_, votes)| Some(*votes) == own).map(|(option, _)| *option).collect();
    for (number, stage) in (1..stages.len() + 1).zip(stages).rev() {
        let own = stage.votes.get(&option);
        equals.retain(|other| stage.votes.get(other) == own);
        if equals.len() == 1 {
            return Why::EarlierStage(number);
        }
    }
    Why::DrawnOrder
}
