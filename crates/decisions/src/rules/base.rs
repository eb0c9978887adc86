//! Who is counted in a vote (ruling 5, `decisions` 7.4, `mutual-aid` IM2).
//!
//! The roll is drawn up when the vote opens and does not change. When it closes, whoever voted is counted,
//! wherever she stands by then. Of the others, those are counted who were there to vote: nobody on pause, nobody
//! who left.

use membership::rules::standing::Standing;

/// Somebody on a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnRoll {
    /// Where she stands now.
    pub standing: Standing,
    /// Whether her ballot is there.
    pub voted: bool,
}

impl OnRoll {
    /// Whether she is counted.
    pub const fn counts(self) -> bool {
        self.voted
            || match self.standing {
                Standing::Active => true,
                Standing::Paused | Standing::Ally | Standing::Excluded | Standing::Left => false,
            }
    }
}

/// How many people of a roll are counted.
pub fn counted(roll: impl IntoIterator<Item = OnRoll>) -> u64 {
    roll.into_iter().filter(|person| person.counts()).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use tally::Quorum;

    fn person() -> impl Strategy<Value = OnRoll> {
        (proptest::sample::select(Standing::ALL.to_vec()), any::<bool>())
            .prop_map(|(standing, voted)| OnRoll { standing, voted })
    }

    fn roll() -> impl Strategy<Value = Vec<OnRoll>> {
        proptest::collection::vec(person(), 0..60)
    }

    proptest! {
        #[test]
        fn never_fewer_than_voted_and_never_more_than_the_roll(roll in roll()) {
            let voted = roll.iter().filter(|person| person.voted).count() as u64;
            let counted = counted(roll.iter().copied());
            prop_assert!(voted <= counted && counted <= roll.len() as u64);
        }

        /// A pause makes no decision harder for the others.
        #[test]
        fn whoever_rests_without_voting_raises_no_quorum(roll in roll(), quorum in 0u32..=100) {
            let rested: Vec<OnRoll> = roll
                .iter()
                .map(|person| OnRoll { standing: if person.voted { person.standing } else { Standing::Paused }, ..*person })
                .collect();
            let required = |roll: &[OnRoll]| Quorum::Members(quorum).required(counted(roll.iter().copied()));
            prop_assert!(required(&rested) <= required(&roll));
        }

        /// Whoever rests and votes counts in both: the base grows by one, and so do the ballots.
        #[test]
        fn whoever_rests_and_votes_counts_in_both(others in roll()) {
            let with = |voted| {
                let her = OnRoll { standing: Standing::Paused, voted };
                counted(others.iter().copied().chain([her]))
            };
            prop_assert_eq!(with(true), with(false) + 1);
            prop_assert_eq!(with(false), counted(others.iter().copied()));
        }

        /// Leaving after voting changes nothing; leaving before takes one away at most.
        #[test]
        fn a_ballot_of_somebody_who_left_stands(others in roll(), her in person()) {
            let with = |her| counted(others.iter().copied().chain([her]));
            let left = OnRoll { standing: Standing::Left, ..her };
            if her.voted {
                prop_assert_eq!(with(left), with(her));
            } else {
                prop_assert!(with(her) - with(left) <= 1);
            }
        }
    }
}
