//! The pairwise table: every duel between two options (`decisions B7`; `formats/ballots.md`, "Pairwise methods").

use crate::ballots::{Ballots, Ranking};
use crate::options::{OptionId, PerOption};
use serde::{Deserialize, Serialize};

/// How many prefer one option over another, for each two.
///
/// On a ballot an option is preferred over another when its tier comes first. Unranked options are tied last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pairwise(PerOption<PerOption<u64>>);

impl Pairwise {
    /// The table of these ballots.
    pub fn of(ballots: &Ballots<Ranking>) -> Self {
        let options = ballots.options();
        let mut rows: PerOption<PerOption<u64>> = PerOption::new(options, |_| PerOption::new(options, |_| 0));
        let mut behind = PerOption::new(options, |_| 0);
        for (ballot, count) in ballots.iter() {
            // An option is preferred over all that are still behind it: not its own tier, nor those before.
            behind.values_mut().fill(count);
            for tier in ballot.tiers() {
                tier.clone().for_each(|option| behind.set(option, 0));
                for option in tier {
                    let row = rows.get_mut(option).map(PerOption::values_mut).unwrap_or_default();
                    row.iter_mut().zip(behind.values()).for_each(|(cell, count)| *cell += count);
                }
            }
        }
        Self(rows)
    }

    /// How many options there are.
    pub fn options(&self) -> u16 {
        u16::try_from(self.0.values().len()).unwrap_or(u16::MAX)
    }

    /// How many ballots have `x` over `y`.
    pub fn prefer(&self, x: OptionId, y: OptionId) -> u64 {
        self.0.get(x).map_or(0, |row| row.of(y))
    }

    /// Whether `x` has a victory over `y`: more prefer it.
    pub fn beats(&self, x: OptionId, y: OptionId) -> bool {
        self.prefer(x, y) > self.prefer(y, x)
    }

    /// Every victory, as (winner, loser), in listed order.
    pub fn victories(&self) -> impl Iterator<Item = (OptionId, OptionId)> {
        let pairs = OptionId::first(self.options()).flat_map(|x| OptionId::first(self.options()).map(move |y| (x, y)));
        pairs.filter(|(x, y)| self.beats(*x, *y))
    }

    /// The option that beats every other, when there is one.
    pub fn condorcet_winner(&self) -> Option<OptionId> {
        OptionId::first(self.options()).find(|x| OptionId::first(self.options()).all(|y| *x == y || self.beats(*x, y)))
    }
}
