//! Yes, no, abstain: simple and p/q majorities (`decisions` 6.1, 6.2, 6.3; `formats/ballots.md`, method `majority`).

use serde::{Deserialize, Serialize};

/// What one ballot says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// For.
    Yes,
    /// Against.
    No,
    /// Takes part without taking side. Counts for the quorum, never in the base.
    Abstain,
    /// A ballot left blank. Counts as an abstention does, and is told apart from it.
    Blank,
}

/// How many ballots say what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// For.
    pub yes: u64,
    /// Against.
    pub no: u64,
    /// Abstentions.
    pub abstain: u64,
    /// Blank ballots.
    pub blank: u64,
}

impl Counts {
    /// Adds `ballots` ballots that say the same.
    pub fn add(&mut self, choice: Choice, ballots: u64) {
        let same = match choice {
            Choice::Yes => &mut self.yes,
            Choice::No => &mut self.no,
            Choice::Abstain => &mut self.abstain,
            Choice::Blank => &mut self.blank,
        };
        *same = same.saturating_add(ballots);
    }

    /// Every ballot, whatever it says.
    pub fn ballots(&self) -> u64 {
        self.yes.saturating_add(self.no).saturating_add(self.abstain).saturating_add(self.blank)
    }

    /// Ballots that take a side: what French calls *voix exprimées*.
    pub fn votes_cast(&self) -> u64 {
        self.yes.saturating_add(self.no)
    }
}

impl FromIterator<Choice> for Counts {
    fn from_iter<I: IntoIterator<Item = Choice>>(ballots: I) -> Self {
        let mut counts = Self::default();
        for ballot in ballots {
            counts.add(ballot, 1);
        }
        counts
    }
}

/// The part of the base that must say yes: `p` out of `q`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// Numerator, at least 1.
    pub p: u64,
    /// Denominator, at least `p`.
    pub q: u64,
}

impl Threshold {
    /// More than half.
    pub const HALF: Self = Self { p: 1, q: 2 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { p: 2, q: 3 };

    /// `p` out of `q`, when that makes sense: 1 ≤ p ≤ q.
    pub fn new(p: u64, q: u64) -> Option<Self> {
        (1 <= p && p <= q).then_some(Self { p, q })
    }

    /// Whether it is one half, however it is written (2/4 is).
    pub fn is_half(self) -> bool {
        u128::from(self.p) * 2 == u128::from(self.q)
    }
}

/// Of what the threshold is a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Of the votes cast, yes and no.
    Cast,
    /// Of the people present.
    Present(u64),
    /// Of everybody on the roll.
    Roll(u64),
}

/// When a proposal is adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MajorityRule {
    /// The part that must say yes.
    pub threshold: Threshold,
    /// Whether exactly the threshold is not enough. True for one half, false otherwise, unless a rule says so.
    pub strict: bool,
    /// Of what it is a part.
    pub of: Base,
    /// Ballots needed for the vote to count, blanks and abstentions included.
    pub quorum: u64,
    /// Yes ballots needed besides.
    pub approval_quorum: u64,
}

impl MajorityRule {
    /// `threshold` of the votes cast, with a quorum. One half means more than half; a larger part is reached by equality.
    pub fn of_votes_cast(threshold: Threshold, quorum: u64) -> Self {
        Self { threshold, strict: threshold.is_half(), of: Base::Cast, quorum, approval_quorum: 0 }
    }

    /// Counts.
    pub fn count(&self, counts: Counts) -> Outcome {
        let base = match self.of {
            Base::Cast => counts.votes_cast(),
            Base::Present(number) | Base::Roll(number) => number,
        };
        let needed = self.needed(base);
        let verdict = if counts.ballots() < self.quorum {
            Verdict::NoQuorum
        } else if base == 0 {
            Verdict::NoResult
        } else if counts.yes == counts.no && self.threshold.is_half() && self.of == Base::Cast {
            Verdict::Tied
        } else if counts.yes > 0 && counts.yes >= self.approval_quorum && counts.yes >= needed {
            Verdict::Adopted
        } else {
            Verdict::Rejected
        };
        Outcome { verdict, counts, base, needed }
    }

    /// The fewest yes that reach the threshold in a base of `base`.
    fn needed(&self, base: u64) -> u64 {
        let (p, q) = (u128::from(self.threshold.p), u128::from(self.threshold.q.max(1)));
        let exact = p * u128::from(base);
        let needed = if self.strict { exact / q + 1 } else { exact.div_ceil(q) };
        u64::try_from(needed).unwrap_or(u64::MAX)
    }
}

/// What a vote says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Yes.
    Adopted,
    /// No.
    Rejected,
    /// As many yes as no: not adopted, and nobody decides in the group's place (ruling 23).
    Tied,
    /// Too few took part.
    NoQuorum,
    /// Nobody took a side.
    NoResult,
}

/// A verdict with its arithmetic, so that anyone can follow it by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What the vote says.
    pub verdict: Verdict,
    /// The ballots.
    pub counts: Counts,
    /// What the threshold was taken of.
    pub base: u64,
    /// The fewest yes that were enough in that base.
    pub needed: u64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counts(yes: u64, no: u64, abstain: u64) -> Counts {
        Counts { yes, no, abstain, blank: 0 }
    }
    fn verdict(threshold: Threshold, quorum: u64, counts: Counts) -> Verdict {
        MajorityRule::of_votes_cast(threshold, quorum).count(counts).verdict
    }

    #[test]
    fn published_cases_of_a_simple_majority() {
        for (yes, no, abstain, expected) in [
            (10, 10, 0, Verdict::Tied),
            (1, 0, 30, Verdict::Adopted),
            (0, 0, 5, Verdict::NoResult),
            (6, 5, 0, Verdict::Adopted),
            (5, 6, 0, Verdict::Rejected),
            (8, 8, 3, Verdict::Tied),
            (11, 5, 3, Verdict::Adopted),
            (0, 0, 0, Verdict::NoResult),
        ] {
            assert_eq!(verdict(Threshold::HALF, 0, counts(yes, no, abstain)), expected, "{yes}/{no}/{abstain}");
        }
    }

    #[test]
    fn two_thirds_are_reached_by_equality_and_missed_by_one() {
        assert_eq!(verdict(Threshold::TWO_THIRDS, 0, counts(20, 10, 0)), Verdict::Adopted);
        assert_eq!(verdict(Threshold::TWO_THIRDS, 0, counts(19, 10, 0)), Verdict::Rejected);
        assert_eq!(verdict(Threshold::TWO_THIRDS, 0, counts(21, 3, 2)), Verdict::Adopted);
    }

    #[test]
    fn the_quorum_is_compared_with_the_ballots_not_with_the_roll() {
        assert_eq!(verdict(Threshold::HALF, 12, counts(8, 2, 1)), Verdict::NoQuorum);
        assert_eq!(verdict(Threshold::HALF, 12, counts(8, 2, 2)), Verdict::Adopted);
        assert_eq!(verdict(Threshold::HALF, 12, counts(8, 2, 3)), Verdict::Adopted);
    }

    #[test]
    fn a_majority_of_the_roll_counts_who_stayed_silent() {
        let rule = MajorityRule {
            threshold: Threshold::HALF,
            strict: true,
            of: Base::Roll(35),
            quorum: 0,
            approval_quorum: 0,
        };
        assert_eq!(rule.count(counts(17, 0, 0)).verdict, Verdict::Rejected);
        assert_eq!(rule.count(counts(18, 0, 0)).verdict, Verdict::Adopted);
        assert_eq!(rule.count(counts(10, 10, 0)).verdict, Verdict::Rejected, "a tie is of votes cast only");
    }

    #[test]
    fn an_approval_quorum_asks_for_so_many_yes() {
        let rule = MajorityRule { approval_quorum: 6, ..MajorityRule::of_votes_cast(Threshold::HALF, 0) };
        assert_eq!(rule.count(counts(5, 1, 0)).verdict, Verdict::Rejected);
        assert_eq!(rule.count(counts(6, 1, 0)).verdict, Verdict::Adopted);
    }

    #[test]
    fn one_half_is_one_half_however_it_is_written() {
        let two_quarters = Threshold::new(2, 4).unwrap();
        assert_eq!(verdict(two_quarters, 0, counts(5, 5, 0)), Verdict::Tied);
        assert_eq!(Threshold::new(3, 2), None);
        assert_eq!(Threshold::new(0, 2), None);
    }

    fn any_choice() -> impl Strategy<Value = Choice> {
        prop_oneof![Just(Choice::Yes), Just(Choice::No), Just(Choice::Abstain), Just(Choice::Blank)]
    }
    fn any_threshold() -> impl Strategy<Value = Threshold> {
        (1u64..20, 0u64..20).prop_map(|(p, more)| Threshold { p, q: p + more })
    }

    proptest! {
        #[test]
        fn the_order_of_ballots_changes_nothing(
            ballots in proptest::collection::vec(any_choice(), 0..60), seed in any::<u64>(), threshold in any_threshold(), quorum in 0u64..60
        ) {
            let rule = MajorityRule::of_votes_cast(threshold, quorum);
            let mut shuffled = ballots.clone();
            let mut state = seed;
            for last in (1..shuffled.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                shuffled.swap(last, (state >> 33) as usize % (last + 1));
            }
            prop_assert_eq!(rule.count(ballots.into_iter().collect()), rule.count(shuffled.into_iter().collect()));
        }

        #[test]
        fn the_verdict_is_the_definition_in_exact_arithmetic(
            yes in 0u64..1000, no in 0u64..1000, abstain in 0u64..50, threshold in any_threshold(), quorum in 0u64..100
        ) {
            let outcome = MajorityRule::of_votes_cast(threshold, quorum).count(counts(yes, no, abstain));
            let cast = yes + no;
            let reached = if threshold.is_half() { 2 * yes > cast } else { threshold.q * yes >= threshold.p * cast };
            let expected = if yes + no + abstain < quorum { Verdict::NoQuorum }
                else if cast == 0 { Verdict::NoResult }
                else if yes == no && threshold.is_half() { Verdict::Tied }
                else if yes > 0 && reached { Verdict::Adopted }
                else { Verdict::Rejected };
            prop_assert_eq!(outcome.verdict, expected);
            prop_assert_eq!(outcome.base, cast);
        }

        #[test]
        fn one_more_yes_never_undoes_an_adoption(yes in 0u64..500, no in 0u64..500, abstain in 0u64..50, threshold in any_threshold(), quorum in 0u64..100) {
            let rule = MajorityRule::of_votes_cast(threshold, quorum);
            if rule.count(counts(yes, no, abstain)).verdict == Verdict::Adopted {
                prop_assert_eq!(rule.count(counts(yes + 1, no, abstain)).verdict, Verdict::Adopted);
            }
        }

        #[test]
        fn no_count_overflows(yes in any::<u64>(), no in any::<u64>(), abstain in any::<u64>(), p in 1u64.., more in 0u64..) {
            let threshold = Threshold { p, q: p.saturating_add(more) };
            MajorityRule::of_votes_cast(threshold, 0).count(counts(yes, no, abstain));
        }
    }
}
