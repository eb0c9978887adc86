//! Ranked pairs with winning votes (`decisions` 6.10, `decisions B7`; `formats/ballots.md`, `ranked_pairs`).
//!
//! Nicolaus Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987.
//! Victories are locked from the strongest to the weakest, unless one would close a cycle.

use crate::ballots::{Ballots, Ranking};
use crate::decision::Decision;
use crate::options::{OptionId, PerOption, TieOrder};
use crate::pairwise::Pairwise;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A victory, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Victory {
    /// Who won the duel.
    pub winner: OptionId,
    /// Who lost it.
    pub loser: OptionId,
    /// Ballots for the winner.
    pub for_winner: u64,
    /// Ballots for the loser.
    pub for_loser: u64,
    /// Whether it is locked; otherwise it would have closed a cycle.
    pub locked: bool,
}

/// How a count by ranked pairs ends, with the duels and the victories in the order in which they were taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Who won: an option with no locked victory over it. Several are tied, drawn order or not.
    pub decision: Decision,
    /// Every duel.
    pub pairwise: Pairwise,
    /// Every victory, strongest first.
    pub victories: Vec<Victory>,
}

/// Counts.
///
/// Equal victories are taken one by one in the drawn order when there is one. Otherwise they are taken together, and
/// none of those is locked that lies on a cycle of locked victories and victories of its group: nothing is decided
/// by the order in which options happen to be listed.
pub fn count(ballots: &Ballots<Ranking>, tie_order: Option<&TieOrder>) -> Outcome {
    let pairwise = Pairwise::of(ballots);
    let mut victories = strongest_first(&pairwise, tie_order);
    let mut locked = Reach::new(pairwise.options());
    for group in victories.chunk_by_mut(|a, b| strength(a) == strength(b)) {
        match tie_order {
            Some(_) => group.iter_mut().for_each(|victory| lock_alone(victory, &mut locked)),
            None => lock_together(group, &mut locked),
        }
    }
    let beaten = |option| victories.iter().any(|victory| victory.locked && victory.loser == option);
    let leaders = OptionId::first(pairwise.options()).filter(|option| !beaten(*option)).collect();
    let decision = if ballots.expressed() > 0 { Decision::between_leaders(leaders) } else { Decision::NoResult };
    Outcome { decision, pairwise, victories }
}

/// What a victory is sorted by: more for the winner, then fewer for the loser.
fn strength(victory: &Victory) -> (u64, Reverse<u64>) {
    (victory.for_winner, Reverse(victory.for_loser))
}

fn strongest_first(pairwise: &Pairwise, tie_order: Option<&TieOrder>) -> Vec<Victory> {
    let victory = |(winner, loser)| Victory {
        winner,
        loser,
        for_winner: pairwise.prefer(winner, loser),
        for_loser: pairwise.prefer(loser, winner),
        locked: false,
    };
    let rank = |option: OptionId| tie_order.map_or(0, |order| order.rank(option));
    let mut victories: Vec<Victory> = pairwise.victories().map(victory).collect();
    // Equal ones: the winner earlier in the drawn order first, then the loser later in it. The sort is stable.
    victories.sort_by_key(|victory| (Reverse(strength(victory)), rank(victory.winner), Reverse(rank(victory.loser))));
    victories
}

fn lock_alone(victory: &mut Victory, locked: &mut Reach) {
    victory.locked = !locked.reaches(victory.loser, victory.winner);
    if victory.locked {
        locked.add(victory.winner, victory.loser);
    }
}

fn lock_together(group: &mut [Victory], locked: &mut Reach) {
    if let [only] = group {
        return lock_alone(only, locked);
    }
    let mut with_group = locked.clone();
    group.iter().for_each(|victory| with_group.add(victory.winner, victory.loser));
    for victory in group {
        victory.locked = !with_group.reaches(victory.loser, victory.winner);
        if victory.locked {
            locked.add(victory.winner, victory.loser);
        }
    }
}

/// Who reaches whom along arrows: the transitive closure of a graph that only grows, a bit for each two.
#[derive(Clone)]
struct Reach(PerOption<Vec<u64>>);

impl Reach {
    fn new(options: u16) -> Self {
        Self(PerOption::new(options, |_| vec![0; usize::from(options).div_ceil(64)]))
    }

    fn reaches(&self, from: OptionId, to: OptionId) -> bool {
        let word = self.0.get(from).and_then(|row| row.get(to.place() / 64));
        word.is_some_and(|word| word >> (to.place() % 64) & 1 == 1)
    }

    /// Adds an arrow, and all that follows from it.
    fn add(&mut self, from: OptionId, to: OptionId) {
        if self.reaches(from, to) {
            return;
        }
        let Some(mut beyond) = self.0.get(to).cloned() else { return };
        if let Some(word) = beyond.get_mut(to.place() / 64) {
            *word |= 1 << (to.place() % 64);
        }
        let sources: Vec<OptionId> =
            self.0.iter().map(|(x, _)| x).filter(|x| *x == from || self.reaches(*x, from)).collect();
        for source in sources {
            let row = self.0.get_mut(source).into_iter().flatten();
            row.zip(&beyond).for_each(|(word, more)| *word |= more);
        }
    }
}
