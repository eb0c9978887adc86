//! What a yes-or-no ballot says, as a word: in forms, in the urn and in ballot files (`formats/ballots.md`).

use crate::rules::verdict::{VoteResult, VoteRules};
use serde_json::{Value, json};
use tally::Choice;
use tally::file::FORMAT;

/// Every choice.
pub const CHOICES: [Choice; 4] = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Blank];

/// Its word.
pub const fn word(choice: Choice) -> &'static str {
    match choice {
        Choice::Yes => "yes",
        Choice::No => "no",
        Choice::Abstain => "abstain",
        Choice::Blank => "blank",
    }
}

/// The choice of that word.
pub fn choice_named(name: &str) -> Option<Choice> {
    CHOICES.into_iter().find(|choice| word(*choice) == name)
}

/// The ballots of a closed vote as a file that `parpour count` reads (`formats/ballots.md`): how many said what, with
/// the rule of the vote, no name and no time. None when the counts are withheld (ruling 7).
pub fn ballot_file(title: &str, rules: &VoteRules, result: &VoteResult) -> Option<String> {
    if result.withheld {
        return None;
    }
    let counts = result.outcome.counts;
    let of = |choice: Choice| match choice {
        Choice::Yes => counts.yes,
        Choice::No => counts.no,
        Choice::Abstain => counts.abstain,
        Choice::Blank => counts.blank,
    };
    let ballots = CHOICES.into_iter().filter(|choice| of(*choice) > 0);
    let ballots: Vec<Value> = ballots.map(|choice| json!({ "count": of(choice), "choice": word(choice) })).collect();
    let file = json!({
        "format": FORMAT, "method": "majority", "title": title, "ballots": ballots,
        "rules": {
            "threshold": [result.majority.p, result.majority.q], "quorum": result.quorum,
            "approval_quorum": rules.approval,
        },
    });
    serde_json::to_string_pretty(&file).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::verdict::count;
    use commons::effects::Class;
    use proptest::prelude::*;
    use tally::file::{Counted, parse};
    use tally::{Counts, Quorum, Threshold};

    proptest! {
        /// Whoever recounts the file finds what the group read.
        #[test]
        fn a_vote_recounted_from_its_file_says_the_same(
            yes in 0u64..40, no in 0u64..40, abstain in 0u64..9, blank in 0u64..9, absent in 0u64..20,
            quorum in 0u32..60, approval in 0u64..20, p in 1u64..4,
        ) {
            let rules = VoteRules {
                class: Class::Ordinary,
                majority: [Threshold::HALF, Threshold::TWO_THIRDS, Threshold { p: 3, q: 4 }][usize::try_from(p - 1).unwrap()],
                quorum: Quorum::Members(quorum),
                challenge_hours: 0,
                counts_from: 0,
                approval,
            };
            let counts = Counts { yes, no, abstain, blank };
            let result = count(&rules, counts.ballots() + absent, counts);
            let file = parse(&ballot_file("Un banc", &rules, &result).unwrap()).unwrap();
            prop_assert_eq!(file.ballots(), counts.ballots());
            prop_assert_eq!(file.count().unwrap(), Counted::Majority(result.outcome));
        }
    }
}
