//! Score: points from 0 to 5, or to another maximum (`decisions` 6.9; `formats/ballots.md`, `score`).

use crate::ballots::{Ballots, Scores};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, tiers_by};
use crate::points::Points;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How a score vote is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Most points for one option; more on a ballot counts as this.
    pub max: u16,
    /// How many win, at least 1.
    pub seats: u16,
}

/// What one option got. Totals compare: more points, then more ballots at the maximum, then fewer at 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// All points.
    pub points: Points,
    /// Ballots that give the maximum.
    pub at_max: u64,
    /// Ballots that give 0, or nothing ("sans note").
    pub at_zero: u64,
}

impl Ord for Total {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |total: &Self| (total.points, total.at_max, Reverse(total.at_zero));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Total {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// How a score vote ends, with its totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won.
    pub decision: Decision,
    /// Options by their totals, best first.
    pub ranking: Vec<Vec<OptionId>>,
    /// What each option got.
    pub totals: PerOption<Total>,
}

/// Counts. Without a point anywhere there is no result.
pub fn count(ballots: &Ballots<Scores>, rule: Rule) -> Outcome {
    let mut totals = PerOption::new(ballots.options(), |_| Total { at_zero: ballots.total(), ..Total::default() });
    for (ballot, count) in ballots.iter() {
        for (option, points) in ballot.points() {
            if let Some(total) = totals.get_mut(option) {
                let points = points.min(rule.max);
                total.points.add(points.into(), count);
                total.at_max += if points == rule.max { count } else { 0 };
                total.at_zero -= count;
            }
        }
    }
    let ranking = tiers_by(OptionId::first(ballots.options()), |option| totals.of(option));
    let any_point = totals.values().iter().any(|total| total.points > Points(0));
    let decision = if any_point { Decision::of_best(&ranking, rule.seats) } else { Decision::NoResult };
    Outcome { decision, ranking, totals }
}
