//! The paragraphs of a text, which blank lines part, and how one of them is replaced (`decisions A4`).
//!
//! A paragraph is known by its words: where it stands is only where to look first. A text that changed meanwhile is
//! never changed at another place than the one that was meant.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A part of a proposal that an amendment changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A paragraph of the plain summary.
    Summary,
    /// A paragraph of the text.
    Body,
    /// The new words of an amendment, all of them.
    Words,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Summary, Self::Body, Self::Words];

    /// Its word in addresses and translations.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Body => "body",
            Self::Words => "words",
        }
    }
}

/// Where an amendment changes a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// In which part.
    pub field: Field,
    /// Which paragraph of it, counted from 0.
    pub paragraph: u32,
}

impl Place {
    /// Its word in addresses, counted from 1, such as `body-2`.
    pub fn word(self) -> String {
        format!("{}-{}", self.field.word(), u64::from(self.paragraph) + 1)
    }

    /// The place of that word.
    pub fn named(word: &str) -> Option<Self> {
        let (field, counted) = word.split_once('-')?;
        let field = Field::ALL.into_iter().find(|one| one.word() == field)?;
        Some(Self { field, paragraph: counted.parse::<u32>().ok()?.checked_sub(1)? })
    }
}

/// Where the words of `place` stand among the places of a text: there, or else at the first other place of the same
/// part where they do.
pub fn still_at(places: &[(Place, String)], place: Place, words: &str) -> Option<Place> {
    let says = |(at, here): &&(Place, String)| at.field == place.field && same_words(here, words);
    let there = places.iter().filter(says).find(|(at, _)| *at == place);
    there.or_else(|| places.iter().find(says)).map(|(at, _)| *at)
}

/// The paragraphs of a text, in order.
pub fn paragraphs(text: &str) -> Vec<&str> {
    ranges(text).into_iter().filter_map(|range| text.get(range)).collect()
}

/// The text with the words of one paragraph replaced; nothing when that paragraph is not there any more as it was.
/// Without new words, the paragraph goes.
pub fn replaced(text: &str, paragraph: u32, before: &str, after: &str) -> Option<String> {
    let range = located(text, paragraph, before)?;
    let (head, tail) = (text.get(..range.start)?, text.get(range.end..)?);
    let after = after.trim();
    if !after.is_empty() {
        return Some([head, after, tail].concat());
    }
    let kept = [head.trim_end(), tail.trim_start()];
    Some(kept.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"))
}

/// Whether two texts say the same, whatever ends their lines.
pub fn same_words(one: &str, other: &str) -> bool {
    one.trim().lines().map(str::trim_end).eq(other.trim().lines().map(str::trim_end))
}

/// Where these words stand: at their place, or else at the only other one where they do.
fn located(text: &str, paragraph: u32, words: &str) -> Option<Range<usize>> {
    let says = |range: &Range<usize>| text.get(range.clone()).is_some_and(|found| same_words(found, words));
    let ranges = ranges(text);
    let there = usize::try_from(paragraph).ok().and_then(|place| ranges.get(place)).filter(|range| says(range));
    let mut elsewhere = ranges.iter().filter(|range| says(range));
    match (there, elsewhere.next(), elsewhere.next()) {
        (Some(there), ..) => Some(there.clone()),
        (None, Some(only), None) => Some(only.clone()),
        _ => None,
    }
}

fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut inside) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        if end == at {
            inside = false;
        } else if let (true, Some(last)) = (inside, found.last_mut()) {
            last.end = end;
        } else {
            found.push(at..end);
            inside = true;
        }
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        let text = "Un.\nEncore un.\n\n  \nDeux.\r\n\r\nTrois.";
        assert_eq!(paragraphs(text), ["Un.\nEncore un.", "Deux.", "Trois."]);
        assert_eq!(paragraphs(" \n\n"), Vec::<&str>::new());
    }

    #[test]
    fn one_paragraph_changes_and_the_others_stay_as_they_were() {
        let text = "Un.\n\n\nDeux.\n\nTrois.";
        assert_eq!(replaced(text, 1, "Deux.", "Dix. ").unwrap(), "Un.\n\n\nDix.\n\nTrois.");
        assert_eq!(replaced(text, 1, "Deux.", "").unwrap(), "Un.\n\nTrois.");
        assert_eq!(replaced(text, 0, "Un.", " ").unwrap(), "Deux.\n\nTrois.");
        assert_eq!(replaced("Un.", 0, "Un.", "").unwrap(), "");
    }

    #[test]
    fn a_paragraph_that_moved_is_found_and_one_that_changed_is_not() {
        let text = "Avant.\n\nUn.\n\nDeux.";
        assert_eq!(replaced(text, 0, "Un.", "Dix.").unwrap(), "Avant.\n\nDix.\n\nDeux.");
        assert_eq!(replaced(text, 1, "Une.", "Dix."), None);
        // Twice the same words: which one was meant is not guessed.
        assert_eq!(replaced("Un.\n\nUn.\n\nDeux.", 2, "Un.", "Dix."), None);
        assert_eq!(replaced("Un.\n\nUn.\n\nDeux.", 1, "Un.", "Dix.").unwrap(), "Un.\n\nDix.\n\nDeux.");
    }

    #[test]
    fn every_place_has_its_word() {
        for field in Field::ALL {
            let place = Place { field, paragraph: 1 };
            assert_eq!(Place::named(&place.word()), Some(place));
        }
        assert_eq!(Place { field: Field::Body, paragraph: 1 }.word(), "body-2");
        for nonsense in ["", "body", "body-", "body-0", "body--1", "title-1", "words-x", "body-99999999999"] {
            assert_eq!(Place::named(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_passage_is_found_again_by_its_words_in_the_same_part() {
        let at = |field, paragraph| Place { field, paragraph };
        let text = [
            (at(Field::Summary, 0), "Deux.".to_owned()),
            (at(Field::Body, 0), "Un.".to_owned()),
            (at(Field::Body, 1), "Deux.".to_owned()),
            (at(Field::Body, 2), "Un.".to_owned()),
        ];
        assert_eq!(still_at(&text, at(Field::Body, 2), "Un."), Some(at(Field::Body, 2)), "there, as it was");
        assert_eq!(still_at(&text, at(Field::Body, 4), "Deux. "), Some(at(Field::Body, 1)), "it moved");
        assert_eq!(still_at(&text, at(Field::Body, 0), "Trois."), None, "it changed");
    }

    #[test]
    fn the_end_of_a_line_is_no_difference() {
        assert!(same_words("Un.\r\nDeux. ", "Un.\nDeux."));
        assert!(!same_words("Un. Deux.", "Un.\nDeux."));
    }

    fn text() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec("[a-zé]{1,6}(\n[a-zé]{1,6})?", 1..6)
    }

    proptest! {
        #[test]
        fn what_was_put_together_comes_apart(parts in text()) {
            let text = parts.join("\n\n");
            prop_assert_eq!(paragraphs(&text), parts);
        }

        /// Never another paragraph than the one that was meant, and nothing beside it.
        #[test]
        fn only_the_paragraph_that_was_meant_changes(parts in text(), which in 0usize..6, after in "[A-Z]{1,5}") {
            let which = which % parts.len();
            let place = u32::try_from(which).unwrap();
            let changed = replaced(&parts.join("\n\n"), place, &parts[which], &after).unwrap();
            let mut expected = parts.clone();
            expected[which] = after;
            prop_assert_eq!(paragraphs(&changed), expected);
        }
    }
}
