//! Consensus with blocks (`decisions` 6.7, `decisions B4`).
//!
//! A block says that a proposal goes against the group's purpose or charter. It counts when enough others support it.
//! Standing aside has a limit, and more than half must agree. "U−1" and "U−2": consensus that one or two valid blocks
//! do not stop (Tim Hartnett, "Consensus-Oriented Decision-Making", 2011).

use serde::{Deserialize, Serialize};

/// Rounds after which the group's fallback majority applies (`decisions` 6.7).
pub const MOST_ROUNDS: u8 = 2;
/// In a smaller group than this, a block needs nobody's support (`decisions` 6.7).
pub const SMALLEST_WITH_SUPPORT: u64 = 8;

/// What one member answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Agrees.
    Agree,
    /// Has reservations, said in words, and lets it pass.
    Reservations,
    /// Stands aside.
    StandAside,
    /// Blocks, for a reason tied to the purpose or the charter; kept as a [`Block`].
    Block,
}

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Other members who support it, within seven days.
    pub supporters: u64,
}

/// How many answer what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Agree.
    pub agree: u64,
    /// Have reservations.
    pub reservations: u64,
    /// Stand aside.
    pub stand_aside: u64,
    /// Block, validly or not.
    pub block: u64,
}

impl FromIterator<Answer> for Answers {
    fn from_iter<I: IntoIterator<Item = Answer>>(answers: I) -> Self {
        let mut counts = Self::default();
        for answer in answers {
            let one = match answer {
                Answer::Agree => &mut counts.agree,
                Answer::Reservations => &mut counts.reservations,
                Answer::StandAside => &mut counts.stand_aside,
                Answer::Block => &mut counts.block,
            };
            *one = one.saturating_add(1);
        }
        counts
    }
}

impl Answers {
    /// Everybody who answered.
    pub fn respondents(&self) -> u64 {
        [self.agree, self.reservations, self.stand_aside, self.block].into_iter().fold(0, u64::saturating_add)
    }
}

/// How many valid blocks a proposal survives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    /// None.
    #[default]
    Full,
    /// One (U−1).
    MinusOne,
    /// Two (U−2).
    MinusTwo,
}

impl Variant {
    /// How many.
    pub const fn allowed(self) -> u64 {
        match self {
            Self::Full => 0,
            Self::MinusOne => 1,
            Self::MinusTwo => 2,
        }
    }
}

/// The group's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Members on the roll.
    pub roll: u64,
    /// Other members who must support a block, 0 to 2, 1 by default.
    pub support: u64,
    /// How many valid blocks a proposal survives.
    pub variant: Variant,
}

impl Rule {
    /// How many must support a block in this group: nobody in a group of less than eight.
    pub const fn support_needed(&self) -> u64 {
        if self.roll < SMALLEST_WITH_SUPPORT { 0 } else { self.support }
    }
}

/// What a round says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// There is consensus.
    Adopted,
    /// There is none, for this first reason.
    NotYet(Missing),
    /// Nobody answered.
    NoResult,
}

/// What stands in the way: the first that does, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// More valid blocks than the variant allows.
    Blocked {
        /// Valid blocks.
        valid: u64,
        /// How many the variant allows.
        allowed: u64,
    },
    /// More than a third of those who answered stand aside.
    TooManyStandAside {
        /// How many stand aside.
        aside: u64,
        /// Of so many who answered.
        respondents: u64,
    },
    /// Not more than half of those who answered agree.
    TooFewAgree {
        /// How many agree.
        agree: u64,
        /// Of so many who answered.
        respondents: u64,
    },
}

/// How a round ends, with its arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What it says.
    pub verdict: Verdict,
    /// The answers.
    pub answers: Answers,
    /// Blocks that count.
    pub valid_blocks: u64,
    /// Members whose support a block needed.
    pub support_needed: u64,
}

/// Counts a round. "Agree" is meant literally: reservations let it pass and are not counted as agreement.
pub fn count(answers: Answers, blocks: &[Block], rule: Rule) -> Outcome {
    let support_needed = rule.support_needed();
    let valid_blocks = blocks.iter().filter(|block| block.supporters >= support_needed).count() as u64;
    let respondents = answers.respondents();
    let Answers { agree, stand_aside: aside, .. } = answers;
    let verdict = if respondents == 0 {
        Verdict::NoResult
    } else if valid_blocks > rule.variant.allowed() {
        Verdict::NotYet(Missing::Blocked { valid: valid_blocks, allowed: rule.variant.allowed() })
    } else if u128::from(aside) * 3 > u128::from(respondents) {
        Verdict::NotYet(Missing::TooManyStandAside { aside, respondents })
    } else if u128::from(agree) * 2 <= u128::from(respondents) {
        Verdict::NotYet(Missing::TooFewAgree { agree, respondents })
    } else {
        Verdict::Adopted
    };
    Outcome { verdict, answers, valid_blocks, support_needed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rule(roll: u64, variant: Variant) -> Rule {
        Rule { roll, support: 1, variant }
    }
    fn answers(agree: u64, reservations: u64, stand_aside: u64, block: u64) -> Answers {
        Answers { agree, reservations, stand_aside, block }
    }
    fn block(supporters: u64) -> Block {
        Block { supporters }
    }
    fn verdict(answers: Answers, blocks: &[Block], rule: Rule) -> Verdict {
        count(answers, blocks, rule).verdict
    }

    #[test]
    fn a_block_that_nobody_supports_does_not_count_in_a_group_of_eight() {
        assert_eq!(verdict(answers(7, 0, 0, 1), &[block(0)], rule(8, Variant::Full)), Verdict::Adopted);
        let blocked = Verdict::NotYet(Missing::Blocked { valid: 1, allowed: 0 });
        assert_eq!(verdict(answers(7, 0, 0, 1), &[block(1)], rule(8, Variant::Full)), blocked);
    }

    #[test]
    fn in_a_group_of_seven_a_block_needs_nobody() {
        let blocked = Verdict::NotYet(Missing::Blocked { valid: 1, allowed: 0 });
        assert_eq!(verdict(answers(6, 0, 0, 1), &[block(0)], rule(7, Variant::Full)), blocked);
    }

    #[test]
    fn consensus_minus_one_survives_one_valid_block_and_minus_two_survives_two() {
        let two = [block(1), block(2)];
        let all = answers(20, 0, 0, 2);
        assert_eq!(verdict(all, &two[..1], rule(22, Variant::MinusOne)), Verdict::Adopted);
        let blocked = Verdict::NotYet(Missing::Blocked { valid: 2, allowed: 1 });
        assert_eq!(verdict(all, &two, rule(22, Variant::MinusOne)), blocked);
        assert_eq!(verdict(all, &two, rule(22, Variant::MinusTwo)), Verdict::Adopted);
    }

    #[test]
    fn a_third_may_stand_aside_and_not_one_more() {
        assert_eq!(verdict(answers(6, 0, 3, 0), &[], rule(9, Variant::Full)), Verdict::Adopted);
        let missing = Missing::TooManyStandAside { aside: 4, respondents: 10 };
        assert_eq!(verdict(answers(6, 0, 4, 0), &[], rule(10, Variant::Full)), Verdict::NotYet(missing));
    }

    #[test]
    fn more_than_half_must_agree_without_reservations() {
        let missing = Missing::TooFewAgree { agree: 5, respondents: 10 };
        assert_eq!(verdict(answers(5, 5, 0, 0), &[], rule(10, Variant::Full)), Verdict::NotYet(missing));
        assert_eq!(verdict(answers(6, 4, 0, 0), &[], rule(10, Variant::Full)), Verdict::Adopted);
    }

    #[test]
    fn nobody_who_answers_is_no_result() {
        assert_eq!(verdict(Answers::default(), &[], rule(10, Variant::Full)), Verdict::NoResult);
    }

    #[test]
    fn a_charter_may_ask_for_two_supporters_or_for_none() {
        let two = Rule { support: 2, ..rule(20, Variant::Full) };
        assert_eq!(verdict(answers(19, 0, 0, 1), &[block(1)], two), Verdict::Adopted);
        let none = Rule { support: 0, ..two };
        let blocked = Verdict::NotYet(Missing::Blocked { valid: 1, allowed: 0 });
        assert_eq!(verdict(answers(19, 0, 0, 1), &[block(0)], none), blocked);
    }

    #[test]
    fn answers_are_counted_one_by_one() {
        use Answer::{Agree, Block, Reservations, StandAside};
        let all: Answers = [Agree, Block, Agree, StandAside, Reservations, Agree].into_iter().collect();
        assert_eq!(all, answers(3, 1, 1, 1));
    }

    proptest! {
        #[test]
        fn one_more_who_agrees_never_undoes_consensus(agree in 0u64..30, reservations in 0u64..30, aside in 0u64..30, roll in 0u64..60) {
            if verdict(answers(agree, reservations, aside, 0), &[], rule(roll, Variant::Full)) == Verdict::Adopted {
                prop_assert_eq!(verdict(answers(agree + 1, reservations, aside, 0), &[], rule(roll, Variant::Full)), Verdict::Adopted);
            }
        }

        #[test]
        fn any_numbers_are_counted(all in any::<[u64; 4]>(), roll in any::<u64>(), support in any::<u64>()) {
            let [agree, reservations, stand_aside, block] = all;
            count(answers(agree, reservations, stand_aside, block), &[Block { supporters: block }], Rule { roll, support, variant: Variant::Full });
        }
    }
}
