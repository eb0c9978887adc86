//! What is proposed: its bounds, its fingerprint, and what changed between two versions.

use crate::rules::question::Question;
use commons::refusal::{Message, Problem};
use commons::register::canonical::{NotCanonical, canonical};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use similar::{ChangeTag, TextDiff};

/// Most characters of a title.
pub const TITLE: usize = 160;
/// Most words of the plain summary (ruling 21: about half of adults stumble on longer texts).
pub const SUMMARY_WORDS: usize = 300;
/// Most characters of the summary, for words without end.
pub const SUMMARY: usize = 4_000;
/// Most characters of the text.
pub const BODY: usize = 20_000;
/// Most characters of something said in a discussion.
pub const CONTRIBUTION: usize = 4_000;
/// Most characters of a reason given with a ballot.
pub const REASON: usize = 1_000;

/// How many words a text has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Refuses a text that is too long, saying by how much.
pub fn length_problem(field: &'static str, text: &str, max: usize) -> Option<Problem> {
    let length = text.chars().count();
    (length > max).then(|| Problem::new(field, Message::new("too-long").with("over", length - max)))
}

/// What keeps a text from going to debate. The plain summary is asked for: nobody should have to read a
/// long text to know what is at stake (`decisions A10`, `domain D10`).
pub fn problems(title: &str, summary: &str, body: &str) -> Vec<Problem> {
    let mut problems: Vec<Problem> = [("title", title, TITLE), ("summary", summary, SUMMARY), ("body", body, BODY)]
        .into_iter()
        .filter_map(|(field, text, max)| length_problem(field, text, max))
        .collect();
    if words(title) == 0 {
        problems.push(Problem::new("title", Message::new("proposal-title-missing")));
    }
    if words(summary) == 0 {
        problems.push(Problem::new("summary", Message::new("proposal-summary-missing")));
    } else if words(summary) > SUMMARY_WORDS {
        let over = words(summary) - SUMMARY_WORDS;
        problems.push(Problem::new(
            "summary",
            Message::new("proposal-summary-long").with("over", over).with("max", SUMMARY_WORDS),
        ));
    }
    problems
}

/// What is frozen when a vote opens: text, effect and question together.
#[derive(Clone, Copy, Debug)]
pub struct Frozen<'a> {
    /// Title.
    pub title: &'a str,
    /// Plain summary.
    pub summary: &'a str,
    /// Text.
    pub body: &'a str,
    /// Kind of the effect.
    pub effect: Option<&'a str>,
    /// Details of the effect.
    pub details: Option<&'a Value>,
    /// How it is put.
    pub question: &'a Question,
}

impl Frozen<'_> {
    /// SHA-256 of the frozen text, in hexadecimal: the same words, the same fingerprint (`decisions A3`).
    ///
    /// # Errors
    /// When the effect's details are not whole numbers and words.
    pub fn hash(&self) -> Result<String, NotCanonical> {
        let mut frozen = json!({
            "title": self.title, "summary": self.summary, "body": self.body,
            "effect": self.effect, "details": self.details,
            "method": self.question.method.word(), "options": ["yes", "no", "abstain"],
        });
        if let (true, Some(fields)) = (*self.question != Question::default(), frozen.as_object_mut()) {
            let options: Value = self.question.options.iter().map(|offer| json!([offer.label, offer.cost])).collect();
            fields.insert("options".to_owned(), options);
            fields.insert("seats".to_owned(), json!(self.question.seats));
            fields.insert("budget".to_owned(), json!(self.question.budget));
            if let Some(part) = self.question.part {
                fields.insert("part".to_owned(), json!([part.p, part.q]));
            }
            if let Some(quorum) = self.question.quorum_asked() {
                fields.insert("quorum".to_owned(), json!(quorum));
            }
            if self.question.trial {
                fields.insert("trial".to_owned(), json!(true));
            }
        }
        Ok(hex::encode(Sha256::digest(canonical(&frozen)?.as_bytes())))
    }
}

/// Whether two texts say and do the same, whatever their titles (`decisions A13`).
///
/// # Errors
/// When the details of an effect are not whole numbers and words.
pub fn same_but_for_title(one: &Frozen<'_>, other: &Frozen<'_>) -> Result<bool, NotCanonical> {
    let untitled = |text: &Frozen<'_>| Frozen { title: "", ..*text }.hash();
    Ok(untitled(one)? == untitled(other)?)
}

/// A run of words that stayed, came or went between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// `same`, `added` or `removed`.
    pub change: &'static str,
    /// The words.
    pub words: String,
}

/// What changed, word by word.
pub fn difference(before: &str, after: &str) -> Vec<Run> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut runs: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => "same",
            ChangeTag::Insert => "added",
            ChangeTag::Delete => "removed",
        };
        match runs.last_mut() {
            Some(last) if last.change == kind => last.words.push_str(change.value()),
            _ => runs.push(Run { change: kind, words: change.value().to_owned() }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use tally::{Quorum, Threshold};

    fn fields(problems: &[Problem]) -> Vec<&'static str> {
        problems.iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn a_plain_summary_is_asked_for_and_stays_short() {
        assert_eq!(fields(&problems("Un congélateur", "", "")), ["summary"]);
        assert_eq!(fields(&problems("Un congélateur", "— … !", "")), ["summary"]);
        let three_hundred = "mot ".repeat(300);
        assert_eq!(fields(&problems("Un congélateur", &three_hundred, "")), Vec::<&str>::new());
        assert_eq!(fields(&problems("Un congélateur", &(three_hundred + "de trop"), "")), ["summary"]);
    }

    #[test]
    fn everything_to_correct_is_said_at_once() {
        assert_eq!(fields(&problems("", "", &"x".repeat(BODY + 1))), ["body", "title", "summary"]);
    }

    /// Each thing that was asked of the vote is in its fingerprint: nobody can say later that less was asked.
    #[test]
    fn how_it_is_put_changes_the_fingerprint() {
        let plain = Question::default();
        let of = |question: &Question| {
            let text = Frozen { title: "t", summary: "s", body: "", effect: None, details: None, question };
            text.hash().unwrap()
        };
        let asked = [
            plain.clone(),
            Question { part: Some(Threshold { p: 2, q: 3 }), ..plain.clone() },
            Question { part: Some(Threshold { p: 3, q: 4 }), ..plain.clone() },
            Question { quorum: Some(Quorum::Members(12)), ..plain.clone() },
            Question { quorum: Some(Quorum::Percent(12)), ..plain.clone() },
            Question { trial: true, ..plain },
        ];
        let found: std::collections::BTreeSet<_> = asked.iter().map(of).collect();
        assert_eq!(found.len(), asked.len());
    }

    proptest! {
        #[test]
        fn a_difference_gives_back_both_versions(before in "[a-zé ,.\n]{0,80}", after in "[a-zé ,.\n]{0,80}") {
            let runs = difference(&before, &after);
            let without = |gone: &str| runs.iter().filter(|run| run.change != gone).map(|run| run.words.as_str()).collect::<String>();
            prop_assert_eq!(without("added"), before);
            prop_assert_eq!(without("removed"), after);
        }

        #[test]
        fn another_title_is_the_same_text_and_another_word_is_not(title in "[a-z]{0,9}", body in "[a-z]{1,9}") {
            let plain = Question::default();
            let text = Frozen { title: "t", summary: "s", body: &body, effect: None, details: None, question: &plain };
            let details = json!({ "n": 1 });
            let same = |other: Frozen<'_>| same_but_for_title(&text, &other).unwrap();
            let (titled, moved) = (Frozen { title: &title, ..text }, Frozen { summary: &body, body: "", ..text });
            let acting = Frozen { details: Some(&details), ..text };
            prop_assert!(same(titled) && !same(moved) && !same(acting));
        }

        #[test]
        fn one_changed_letter_changes_the_fingerprint(text in "[a-z ]{1,60}", place in 0usize..60) {
            let mut changed: Vec<char> = text.chars().collect();
            let place = place % changed.len();
            changed[place] = if changed[place] == 'z' { 'y' } else { 'z' };
            let changed: String = changed.into_iter().collect();
            let frozen = |body| Frozen { title: "t", summary: "s", body, effect: None, details: None, question: &Question::default() }.hash().unwrap();
            prop_assert_eq!(frozen(&text) == frozen(&changed), text == changed);
        }
    }
}
