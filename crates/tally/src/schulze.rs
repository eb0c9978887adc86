//! The Schulze method with winning votes (`decisions` 6.10, `decisions B7`; `formats/ballots.md`, `schulze`).
//!
//! Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
//! election method", Social Choice and Welfare 36, 2011.

use crate::ballots::{Ballots, Ranking};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption};
use crate::pairwise::Pairwise;
use serde::{Deserialize, Serialize};

/// How strong the strongest path from one option to another is; 0 without a path.
///
/// A path is a chain of victories and as strong as its weakest link; a link is as strong as the number of ballots on
/// the winning side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Paths(PerOption<PerOption<u64>>);

impl Paths {
    /// The strongest paths through these duels: Floyd and Warshall, with "weakest link" in place of "sum".
    pub fn of(pairwise: &Pairwise) -> Self {
        let options = pairwise.options();
        let link = |x, y| if pairwise.beats(x, y) { pairwise.prefer(x, y) } else { 0 };
        let mut rows = PerOption::new(options, |x| PerOption::new(options, |y| link(x, y)));
        for by_way_of in OptionId::first(options) {
            let Some(onward) = rows.get(by_way_of).cloned() else { continue };
            for row in rows.values_mut() {
                let so_far = row.of(by_way_of);
                for (path, rest) in row.values_mut().iter_mut().zip(onward.values()) {
                    *path = (*path).max(so_far.min(*rest));
                }
            }
        }
        Self(rows)
    }

    /// The strength of the strongest path from `x` to `y`.
    pub fn strength(&self, x: OptionId, y: OptionId) -> u64 {
        self.0.get(x).map_or(0, |row| row.of(y))
    }

    /// Those of `options` that no other one of them reaches by a stronger path than back.
    fn leaders(&self, options: &[OptionId]) -> Vec<OptionId> {
        let holds = |x: OptionId| options.iter().all(|y| self.strength(x, *y) >= self.strength(*y, x));
        options.iter().copied().filter(|x| holds(*x)).collect()
    }

    /// Leaders first, then the leaders among the rest, and so on.
    fn ranking(&self, options: u16) -> Vec<Vec<OptionId>> {
        let mut rest: Vec<OptionId> = OptionId::first(options).collect();
        let mut tiers = Vec::new();
        while !rest.is_empty() {
            let mut leaders = self.leaders(&rest);
            if leaders.is_empty() {
                // Never: Schulze's relation is transitive (section 4.1 of the paper), so somebody leads.
                leaders.clone_from(&rest);
            }
            rest.retain(|option| !leaders.contains(option));
            tiers.push(leaders);
        }
        tiers
    }
}

/// How a Schulze count ends, with the duels and the paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won. Several leaders are tied.
    pub decision: Decision,
    /// All options, best first.
    pub ranking: Vec<Vec<OptionId>>,
    /// Every duel.
    pub pairwise: Pairwise,
    /// The strongest paths.
    pub paths: Paths,
}

/// Counts.
pub fn count(ballots: &Ballots<Ranking>) -> Outcome {
    let pairwise = Pairwise::of(ballots);
    let paths = Paths::of(&pairwise);
    let ranking = paths.ranking(ballots.options());
    let leaders = ranking.first().filter(|_| ballots.expressed() > 0).cloned().unwrap_or_default();
    Outcome { decision: Decision::between_leaders(leaders), ranking, pairwise, paths }
}

/// Whether the winner may take the place of what is: it must beat the status quo in their own duel, else all stays
/// as it is (`decisions` 6.10). Nothing when no single option won.
pub fn beats_status_quo(outcome: &Outcome, status_quo: OptionId) -> Option<bool> {
    match &outcome.decision {
        Decision::Decided { winners } => winners.first().map(|winner| outcome.pairwise.beats(*winner, status_quo)),
        Decision::Tied { .. } | Decision::NoResult => None,
    }
}
