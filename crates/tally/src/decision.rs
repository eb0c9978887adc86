//! What a count among options says: who won, or between whom it stands.

use crate::options::OptionId;
use serde::{Deserialize, Serialize};

/// What a count among options says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum Decision {
    /// These won: in listed order, or in order of election where a method has one.
    Decided {
        /// Whoever won; at least one.
        winners: Vec<OptionId>,
    },
    /// A tie, which is a result: nobody decides in the voters' place.
    Tied {
        /// Those who won whatever becomes of the tie; often none.
        winners: Vec<OptionId>,
        /// Those between whom it stands, in listed order.
        between: Vec<OptionId>,
    },
    /// Nobody expressed anything, or nothing won.
    NoResult,
}

impl Decision {
    /// One leader wins, several are tied, none is no result.
    pub fn between_leaders(leaders: Vec<OptionId>) -> Self {
        match leaders.len() {
            0 => Self::NoResult,
            1 => Self::Decided { winners: leaders },
            _ => Self::Tied { winners: Vec::new(), between: leaders },
        }
    }

    /// The best `seats` of these tiers, best first. Only a tie across the last seat is one.
    pub fn of_best(tiers: &[Vec<OptionId>], seats: u16) -> Self {
        let mut winners: Vec<OptionId> = Vec::new();
        for tier in tiers {
            let left = usize::from(seats).saturating_sub(winners.len());
            if left == 0 {
                break;
            }
            if tier.len() > left {
                winners.sort_unstable();
                return Self::Tied { winners, between: tier.clone() };
            }
            winners.extend(tier);
        }
        winners.sort_unstable();
        if winners.is_empty() { Self::NoResult } else { Self::Decided { winners } }
    }

    /// Those who won for certain.
    pub fn winners(&self) -> &[OptionId] {
        match self {
            Self::Decided { winners } | Self::Tied { winners, .. } => winners,
            Self::NoResult => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::letters;

    #[test]
    fn only_a_tie_across_the_last_seat_is_a_tie() {
        let tiers = [letters("c"), letters("ab"), letters("d")];
        assert_eq!(Decision::of_best(&tiers, 1), Decision::Decided { winners: letters("c") });
        assert_eq!(Decision::of_best(&tiers, 2), Decision::Tied { winners: letters("c"), between: letters("ab") });
        assert_eq!(Decision::of_best(&tiers, 3), Decision::Decided { winners: letters("abc") });
        assert_eq!(Decision::of_best(&tiers, 9), Decision::Decided { winners: letters("abcd") });
        assert_eq!(Decision::of_best(&[], 1), Decision::NoResult);
    }
}
