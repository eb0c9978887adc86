//! Borda: on each ballot 2 points for each option below, 1 for each option tied (`formats/ballots.md`, `borda`).
//!
//! Jean-Charles de Borda, "Mémoire sur les élections au scrutin", 1781; ties as Peter Gärdenfors proposes, "Positionalist
//! voting functions", Theory and Decision 4, 1973. Points are doubled so that they stay whole.

use crate::ballots::{Ballots, Ranking};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, tiers_by};
use crate::points::Points;
use serde::{Deserialize, Serialize};

/// How a Borda count ends, with its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won. Several with most points are tied.
    pub decision: Decision,
    /// Options by points, best first.
    pub ranking: Vec<Vec<OptionId>>,
    /// The points of each option, doubled.
    pub points: PerOption<Points>,
}

/// Counts.
pub fn count(ballots: &Ballots<Ranking>) -> Outcome {
    let options = usize::from(ballots.options());
    let mut points = PerOption::new(ballots.options(), |_| Points(0));
    for (ballot, count) in ballots.iter() {
        let mut unranked = PerOption::new(ballots.options(), |_| true);
        let mut below = options;
        for tier in ballot.tiers() {
            let tied = tier.len() - 1;
            below -= tier.len();
            for option in tier {
                add(&mut points, option, 2 * below + tied, count);
                unranked.set(option, false);
            }
        }
        let last = unranked.iter().filter(|(_, unranked)| **unranked);
        last.for_each(|(option, _)| add(&mut points, option, below - 1, count));
    }
    let ranking = tiers_by(OptionId::first(ballots.options()), |option| points.of(option));
    let leaders = ranking.first().filter(|_| ballots.expressed() > 0).cloned().unwrap_or_default();
    Outcome { decision: Decision::between_leaders(leaders), ranking, points }
}

fn add(points: &mut PerOption<Points>, option: OptionId, each: usize, ballots: u64) {
    points.get_mut(option).into_iter().for_each(|points| points.add(each as u64, ballots));
}
