//! Condorcet: the option that beats every other one in a duel, or nothing (`formats/ballots.md`, `condorcet`).

use crate::ballots::{Ballots, Ranking};
use crate::decision::Decision;
use crate::pairwise::Pairwise;
use serde::{Deserialize, Serialize};

/// Whether there is a Condorcet winner, with the duels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The winner, or no result.
    pub decision: Decision,
    /// Every duel.
    pub pairwise: Pairwise,
}

/// Counts.
pub fn count(ballots: &Ballots<Ranking>) -> Outcome {
    let pairwise = Pairwise::of(ballots);
    let winner = pairwise.condorcet_winner().filter(|_| ballots.expressed() > 0);
    Outcome { decision: Decision::between_leaders(winner.into_iter().collect()), pairwise }
}
