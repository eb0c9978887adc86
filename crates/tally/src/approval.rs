//! Approval: each voter approves of as many options as she likes (`decisions` 6.8; `formats/ballots.md`, `approval`).
//!
//! Brams and Fishburn, "Approval Voting", American Political Science Review 72, 1978. With several seats, those with
//! most approvals sit (multiwinner approval, AV).

use crate::ballots::{Approval, Ballot, Ballots};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, tiers_by};
use serde::{Deserialize, Serialize};

/// When an option wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// How many win, at least 1.
    pub seats: u16,
    /// Whether a winner needs more than half of the ballots, empty ones included.
    pub half: bool,
}

/// How an approval vote ends, with its totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won.
    pub decision: Decision,
    /// Options by approvals, best first.
    pub ranking: Vec<Vec<OptionId>>,
    /// How many approve of each option.
    pub approvals: PerOption<u64>,
    /// The fewest approvals with which an option can win.
    pub needed: u64,
}

/// Counts. An option without any approval never wins.
pub fn count(ballots: &Ballots<Approval>, rule: Rule) -> Outcome {
    let mut approvals = PerOption::new(ballots.options(), |_| 0);
    for (ballot, count) in ballots.iter() {
        ballot.named().for_each(|option| approvals.set(option, approvals.of(option) + count));
    }
    let needed = if rule.half { ballots.total() / 2 + 1 } else { 1 };
    let ranking = tiers_by(OptionId::first(ballots.options()), |option| approvals.of(option));
    let enough = |tier: &&Vec<OptionId>| tier.first().is_some_and(|option| approvals.of(*option) >= needed);
    let in_question: Vec<Vec<OptionId>> = ranking.iter().take_while(enough).cloned().collect();
    Outcome { decision: Decision::of_best(&in_question, rule.seats), ranking, approvals, needed }
}
