//! What a ballot says: as typed, as stored, and in ballot files (`formats/ballots.md`).

use crate::rules::counting::{self, CONSENSUS_WORDS, CONSENT_WORDS, TACIT_WORDS};
use crate::rules::marks::Marks;
use crate::rules::question::{Ballot, Method, Question};
use crate::rules::verdict::{VoteResult, VoteRules};
use crate::rules::warmth::{GRADIENT_WORDS, SENSE_WORDS};
use commons::refusal::{Message, Problem};
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

/// Fewest characters that say why somebody objects: what harm she sees, and what would help (`decisions` 6.5).
pub const SHORTEST_OBJECTION: usize = tally::consent::SHORTEST_OBJECTION;

/// What a ballot says, of whatever method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One word of those that its method knows.
    Word(&'static str),
    /// A number beside each option.
    Marks(Marks),
}

/// A ballot as typed: a word, ticked lines or numbers, whichever its method asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The word.
    pub choice: String,
    /// Lines that are ticked, from 0.
    pub ticked: Vec<String>,
    /// One number for each line.
    pub marks: Vec<String>,
}

impl Typed {
    /// A ballot of one word.
    pub fn word(choice: impl Into<String>) -> Self {
        Self { choice: choice.into(), ..Self::default() }
    }
}

/// Words that a ballot of this method may say. A blank one is for paper and for the urn.
pub fn words(method: Method) -> &'static [&'static str] {
    match method {
        Method::Majority => &["yes", "no", "abstain", "blank"],
        Method::Consent => &CONSENT_WORDS,
        Method::Gradients => &GRADIENT_WORDS,
        Method::Sense => &SENSE_WORDS,
        Method::Consensus => &CONSENSUS_WORDS,
        Method::Tacit => &TACIT_WORDS,
        _ => &[],
    }
}

/// What the ballots of a word are called together: "for", "abstention", "stands aside".
pub fn called(word: &str) -> Message {
    match word {
        "abstain" => Message::new("choice-abstention"),
        word => Message::keyed(format!("choice-{}", word.replace('_', "-"))),
    }
}

impl Said {
    /// The ballot that somebody typed.
    ///
    /// # Errors
    /// When it breaks the form of its method: the field, and what to do.
    pub fn typed(question: &Question, typed: &Typed) -> Result<Self, Problem> {
        match question.method.ballot() {
            Ballot::Word => {
                let word = words(question.method).iter().find(|word| **word == typed.choice);
                word.map(|word| Self::Word(word)).ok_or_else(|| Problem::new("choice", Message::new("ballot-choose")))
            }
            Ballot::Ticks if typed.marks.is_empty() => Marks::ticked(question, &typed.ticked).map(Self::Marks),
            Ballot::Ticks | Ballot::Numbers | Ballot::Places => Marks::typed(question, &typed.marks).map(Self::Marks),
        }
    }

    /// A ballot as it is stored; nothing when this question has no such ballot.
    pub fn stored(question: &Question, word: &str) -> Option<Self> {
        if question.method.has_options() {
            return Marks::stored(question, word).map(Self::Marks);
        }
        words(question.method).iter().find(|known| **known == word).map(|word| Self::Word(word))
    }

    /// How it is stored.
    pub fn word(&self) -> String {
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Marks(marks) => marks.word(),
        }
    }
}

/// The ballots of a closed vote as a file that `parpour count` reads (`formats/ballots.md`): how many said what, with
/// the rule of the vote, no name and no time. None when the counts are withheld (ruling 7).
pub fn ballot_file(title: &str, rules: &VoteRules, question: &Question, result: &VoteResult) -> Option<String> {
    if result.withheld {
        return None;
    }
    if question.method != Method::Majority {
        return counting::ballot_file(Some(title), question, result.other.as_ref()?.said.as_ref()?);
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
    use membership::rules::charter::Charter;
    use proptest::prelude::*;
    use tally::file::{Counted, parse};
    use tally::{Counts, Quorum, Threshold};

    /// As long as the column that keeps them, on a store that holds to it.
    #[test]
    fn every_word_fits_where_it_is_stored() {
        for word in Method::ALL.into_iter().flat_map(words) {
            assert!(word.len() <= 16, "{word}");
        }
    }

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
                ..VoteRules::of(&Charter::default(), Class::Ordinary)
            };
            let counts = Counts { yes, no, abstain, blank };
            let result = count(&rules, counts.ballots() + absent, counts);
            let file = parse(&ballot_file("Un banc", &rules, &Question::default(), &result).unwrap()).unwrap();
            prop_assert_eq!(file.ballots(), counts.ballots());
            prop_assert_eq!(file.count().unwrap(), Counted::Majority(result.outcome));
        }
    }
}
