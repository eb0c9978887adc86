//! Questions for which nothing is adopted: how warm the group is to an idea (`decisions B6`, `decisions` 6.9).

use crate::rules::counting::Said;
use crate::rules::question::Method;
use tally::temperature::{self, Gradient, Scale, Sense};

/// Words of a ballot of gradients, in the order of [`Gradient`], warmest first.
pub const GRADIENT_WORDS: [&str; 8] = [
    "endorse",
    "minor_point",
    "reserved",
    "no_opinion",
    "not_in_the_way",
    "still_support",
    "stay_out",
    "cannot_go_along",
];

/// Words of a ballot of the sense check, in the order of [`Sense`], warmest first.
pub const SENSE_WORDS: [&str; 3] = ["thumb_up", "thumb_sideways", "thumb_down"];

/// How warm a group is. It has no winner and no verdict: nothing follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warmth {
    /// How many gave each answer, warmest first; every answer is there.
    pub distribution: Vec<(&'static str, u64)>,
    /// The answer in the middle; both, when there are two and they differ; none without answers.
    pub median: Option<(&'static str, &'static str)>,
}

/// How warm the ballots are. Nothing for other methods, and when a ballot says none of the words.
pub fn warmth(method: Method, said: &Said) -> Option<Warmth> {
    match method {
        Method::Gradients => on_scale::<Gradient>(&GRADIENT_WORDS, said),
        Method::Sense => on_scale::<Sense>(&SENSE_WORDS, said),
        _ => None,
    }
}

fn on_scale<S: Scale>(words: &'static [&'static str], said: &Said) -> Option<Warmth> {
    let mut answers = Vec::new();
    for (word, count) in said {
        let at = words.iter().position(|known| known == word)?;
        answers.extend(std::iter::repeat_n(*S::LEVELS.get(at)?, usize::try_from(*count).ok()?));
    }
    let word = |level: S| S::LEVELS.iter().position(|known| *known == level).and_then(|at| words.get(at).copied());
    let outcome = temperature::count(answers);
    Some(Warmth {
        distribution: outcome.distribution.iter().filter_map(|(level, count)| Some((word(*level)?, *count))).collect(),
        median: outcome.median.and_then(|(below, above)| word(below).zip(word(above))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_level_has_its_word() {
        assert_eq!(GRADIENT_WORDS.len(), Gradient::LEVELS.len());
        assert_eq!(SENSE_WORDS.len(), Sense::LEVELS.len());
    }

    #[test]
    fn the_middle_is_told_with_both_answers_when_there_are_two() {
        let said = |all: &[(&str, u64)]| all.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect::<Said>();
        let middle = |all| warmth(Method::Sense, &said(all)).unwrap().median;
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[("thumb_up", 1), ("thumb_down", 2)]), Some(("thumb_down", "thumb_down")));
        assert_eq!(middle(&[("thumb_up", 2), ("thumb_sideways", 2)]), Some(("thumb_up", "thumb_sideways")));
        assert_eq!(warmth(Method::Sense, &said(&[("yes", 1)])), None);
        assert_eq!(warmth(Method::Consent, &said(&[("consent", 1)])), None);
    }

    proptest! {
        #[test]
        fn every_answer_is_told_once(counts in proptest::collection::vec(0u64..5, 8)) {
            let said: Said = GRADIENT_WORDS.iter().zip(&counts).filter(|(_, count)| **count > 0)
                .map(|(word, count)| ((*word).to_owned(), *count)).collect();
            let told = warmth(Method::Gradients, &said).unwrap();
            prop_assert_eq!(told.distribution.iter().map(|(_, count)| *count).collect::<Vec<_>>(), counts);
            prop_assert_eq!(told.distribution.iter().map(|(word, _)| *word).collect::<Vec<_>>(), GRADIENT_WORDS);
            prop_assert_eq!(told.median.is_none(), said.is_empty());
        }
    }
}
