//! The rules a vote is held under, copied when it opens, and its result in a sentence with its arithmetic.

use commons::effects::Class;
use commons::refusal::Message;
use membership::effects::RevokeMandate;
use membership::rules::charter::Charter;
use membership::rules::mandates::recall_rule;
use serde::{Deserialize, Serialize};
use tally::{Counts, MajorityRule, Outcome, Quorum, Threshold, Verdict};

/// The charter's rules for one vote, as they were when it opened. A charter changed meanwhile does not
/// change a running vote (`decisions` 3.2-14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteRules {
    /// The weight of the decision.
    pub class: Class,
    /// The part of votes cast that adopts.
    pub majority: Threshold,
    /// How many must take part.
    pub quorum: Quorum,
    /// Hours between the adoption and its effect.
    pub challenge_hours: u32,
}

impl VoteRules {
    /// What the charter says now for decisions of this weight.
    pub fn of(charter: &Charter, class: Class) -> Self {
        Self {
            class,
            majority: charter.majority(class),
            quorum: charter.quorum(class),
            challenge_hours: charter.challenge_hours(class),
        }
    }

    /// The same for a vote on `roll` people with that effect. A recall has the majority and the quorum of a grant,
    /// within the bounds that no charter moves (ruling 4, `membership::rules::mandates::recall_rule`).
    #[must_use]
    pub fn of_effect(charter: &Charter, class: Class, effect: Option<&str>, roll: u64) -> Self {
        let rules = Self::of(charter, class);
        if effect != Some(RevokeMandate::KIND) {
            return rules;
        }
        let within = recall_rule(rules.majority, rules.quorum, roll);
        let quorum = if within.quorum < rules.quorum.required(roll) { Quorum::Majority } else { rules.quorum };
        Self { majority: within.threshold, quorum, ..rules }
    }
}

/// What a vote said, with everything needed to follow the count by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteResult {
    /// The verdict and its arithmetic.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// People counted: those on the roll, without whoever neither voted nor was there to vote
    /// ([`crate::rules::base`]).
    pub roll: u64,
    /// Ballots that were needed.
    pub quorum: u64,
    /// The part of votes cast that adopts.
    pub majority: Threshold,
}

/// Counts a vote in which so many people are counted.
pub fn count(rules: &VoteRules, counted: u64, counts: Counts) -> VoteResult {
    let quorum = rules.quorum.required(counted);
    let outcome = MajorityRule::of_votes_cast(rules.majority, quorum).count(counts);
    VoteResult { outcome, roll: counted, quorum, majority: rules.majority }
}

impl VoteResult {
    /// The result in one sentence: the same words for everybody, no blame for a no.
    pub fn sentence(&self) -> Message {
        let Outcome { verdict, counts, needed, base } = self.outcome;
        let key = match verdict {
            Verdict::Adopted => "verdict-adopted",
            Verdict::Rejected => "verdict-rejected",
            Verdict::Tied => "verdict-tied",
            Verdict::NoQuorum => "verdict-no-quorum",
            Verdict::NoResult => "verdict-no-result",
        };
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Message::new(key)
            .with("yes", number(counts.yes))
            .with("no", number(counts.no))
            .with("abstain", number(counts.abstain))
            .with("ballots", number(counts.ballots()))
            .with("roll", number(self.roll))
            .with("quorum", number(self.quorum))
            .with("base", number(base))
            .with("needed", number(needed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_freezer_is_adopted_by_16_of_17() {
        let rules = VoteRules {
            class: Class::Ordinary,
            majority: Threshold::HALF,
            quorum: Quorum::Members(12),
            challenge_hours: 0,
        };
        let result = count(&rules, 35, Counts { yes: 16, no: 1, abstain: 2, blank: 0 });
        assert_eq!(result.outcome.verdict, Verdict::Adopted);
        assert_eq!((result.outcome.base, result.outcome.needed, result.quorum), (17, 9, 12));
    }

    #[test]
    fn a_group_smaller_than_its_quorum_can_still_decide() {
        let rules = VoteRules {
            class: Class::Ordinary,
            majority: Threshold::HALF,
            quorum: Quorum::Members(12),
            challenge_hours: 0,
        };
        assert_eq!(count(&rules, 3, Counts { yes: 2, no: 1, abstain: 0, blank: 0 }).outcome.verdict, Verdict::Adopted);
    }
}
