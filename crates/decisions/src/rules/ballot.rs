//! What a yes-or-no ballot says, as a word: in forms, in the urn and in ballot files (`formats/ballots.md`).

use tally::Choice;

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
