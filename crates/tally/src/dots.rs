//! Dots: each voter spreads so many dots over the options (`decisions` 6.9, `decisions B6`).

use crate::ballots::{Ballots, NotCounted, Scores};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, tiers_by};
use crate::points::Points;
use serde::{Deserialize, Serialize};

/// How many dots there are to spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Most dots in all on one ballot.
    pub total: u16,
    /// Most dots of one ballot on one option.
    pub per_option: u16,
    /// How many win, at least 1.
    pub seats: u16,
}

/// Why a ballot breaks the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDots {
    /// More dots on this option than one ballot may put there.
    TooManyOnOne(OptionId),
    /// More dots in all than a ballot has.
    TooManyInAll(u64),
    /// As for every ballot.
    NotCounted(NotCounted),
}

impl Rule {
    /// A ballot with these dots.
    ///
    /// # Errors
    /// Which limit it passes.
    pub fn ballot(&self, dots: &[(OptionId, u16)]) -> Result<Scores, NotDots> {
        if let Some((option, _)) = dots.iter().find(|(_, dots)| *dots > self.per_option) {
            return Err(NotDots::TooManyOnOne(*option));
        }
        let in_all: u64 = dots.iter().map(|(_, dots)| u64::from(*dots)).sum();
        if in_all > u64::from(self.total) {
            return Err(NotDots::TooManyInAll(in_all));
        }
        Scores::new(dots.iter().copied()).map_err(NotDots::NotCounted)
    }
}

/// How a dot vote ends, with its totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won.
    pub decision: Decision,
    /// Options by dots, best first.
    pub ranking: Vec<Vec<OptionId>>,
    /// Dots on each option.
    pub dots: PerOption<Points>,
}

/// Counts. Most dots win; an option without any never does.
pub fn count(ballots: &Ballots<Scores>, rule: Rule) -> Outcome {
    let mut dots = PerOption::new(ballots.options(), |_| Points(0));
    for (ballot, count) in ballots.iter() {
        for (option, points) in ballot.points() {
            dots.get_mut(option).into_iter().for_each(|dots: &mut Points| dots.add(points.into(), count));
        }
    }
    let ranking = tiers_by(OptionId::first(ballots.options()), |option| dots.of(option));
    let with_dots = |tier: &&Vec<OptionId>| tier.first().is_some_and(|option| dots.of(*option) > Points(0));
    let in_question: Vec<Vec<OptionId>> = ranking.iter().take_while(with_dots).cloned().collect();
    Outcome { decision: Decision::of_best(&in_question, rule.seats), ranking, dots }
}
