//! A ballot among options: one number beside each. A tick is 1; a place in a ranking counts from 1; 0 says nothing.
//!
//! Every method among options has this one form, so that ballots are stored, sealed, merged and read back in one way.

use crate::rules::question::{Ballot, Method, Question};
use commons::refusal::{Message, Problem};

/// One number for each line of the ballot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Marks(Vec<u16>);

impl Marks {
    /// The ballot that somebody typed, one text for each line, empty where nothing is said.
    ///
    /// # Errors
    /// When it breaks the form of its method: the field `mark`, and why.
    pub fn typed(question: &Question, typed: &[String]) -> Result<Self, Problem> {
        let refused = |key| Problem::new("mark", Message::new(key));
        let number = |text: &String| match text.trim() {
            "" => Some(0),
            digits if digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
            _ => None,
        };
        let marks: Option<Vec<u16>> = typed.iter().map(number).collect();
        let marks = marks.ok_or_else(|| refused("ballot-unreadable"))?;
        Self::checked(question, marks).map_err(refused)
    }

    /// The ballot that has these lines ticked.
    pub fn ticked(question: &Question, lines: &[String]) -> Result<Self, Problem> {
        let mut marks = vec![0; question.lines()];
        for line in lines {
            let mark = line.parse::<usize>().ok().and_then(|line| marks.get_mut(line));
            *mark.ok_or_else(|| Problem::new("mark", Message::new("ballot-unreadable")))? = 1;
        }
        Ok(Self(marks))
    }

    /// A ballot as it is stored.
    pub fn stored(question: &Question, word: &str) -> Option<Self> {
        let marks: Option<Vec<u16>> = word.split(',').map(|mark| mark.parse().ok()).collect();
        Self::checked(question, marks?).ok()
    }

    fn checked(question: &Question, marks: Vec<u16>) -> Result<Self, &'static str> {
        if marks.len() != question.lines() || marks.iter().any(|mark| *mark > question.highest()) {
            return Err("ballot-unreadable");
        }
        if question.method.ballot() != Ballot::Places {
            return Ok(Self(marks));
        }
        let mut places: Vec<u16> = marks.iter().copied().filter(|mark| *mark > 0).collect();
        places.sort_unstable();
        let ranked = places.len();
        places.dedup();
        if question.method == Method::Stv && places.len() < ranked {
            return Err("ballot-place-twice");
        }
        // 2, 2, 5 says the same as 1, 1, 2: equal ballots are written alike.
        let place = |mark: u16| places.binary_search(&mark).map_or(0, |at| u16::try_from(at + 1).unwrap_or(u16::MAX));
        Ok(Self(marks.into_iter().map(place).collect()))
    }

    /// How it is stored.
    pub fn word(&self) -> String {
        self.0.iter().map(u16::to_string).collect::<Vec<_>>().join(",")
    }

    /// The number beside each line.
    pub fn numbers(&self) -> &[u16] {
        &self.0
    }

    /// What it says with the names of the options, for whoever wrote it: `A · B`, `1. A · 2. B`, `A: 5 · B: 2`.
    pub fn told(&self, question: &Question) -> String {
        let label = |line: usize| question.options.get(line).map_or("—", |offer| offer.label.as_str());
        let marked = self.0.iter().enumerate().filter(|(_, mark)| **mark > 0);
        let mut told: Vec<(u16, String)> = marked
            .map(|(line, mark)| match question.method.ballot() {
                Ballot::Word | Ballot::Ticks => (0, label(line).to_owned()),
                Ballot::Numbers => (0, format!("{}: {mark}", label(line))),
                Ballot::Places => (*mark, format!("{mark}. {}", label(line))),
            })
            .collect();
        told.sort_by_key(|(place, _)| *place);
        told.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join(" · ")
    }

    /// The ranking it says, best first; lines without a place are left out.
    pub fn tiers(&self) -> Vec<Vec<usize>> {
        let highest = self.0.iter().copied().max().unwrap_or(0);
        let at = |place| self.0.iter().enumerate().filter(move |(_, mark)| **mark == place).map(|(line, _)| line);
        (1..=highest).map(|place| at(place).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::question::read_options;
    use proptest::prelude::*;

    fn asked(method: Method) -> Question {
        Question { method, options: read_options(method, "A\nB\nC"), seats: 2, budget: 0, ..Question::default() }
    }

    fn typed(method: Method, marks: &[&str]) -> Result<String, String> {
        let marks: Vec<String> = marks.iter().map(|mark| (*mark).to_owned()).collect();
        Marks::typed(&asked(method), &marks).map(|marks| marks.word()).map_err(|one| one.message.key.into_owned())
    }

    #[test]
    fn a_ballot_that_breaks_its_form_is_refused() {
        assert_eq!(typed(Method::Score, &["5", "", "0"]), Ok("5,0,0".to_owned()));
        assert_eq!(typed(Method::Score, &["6", "", "0"]), Err("ballot-unreadable".to_owned()));
        assert_eq!(typed(Method::Score, &["5", ""]), Err("ballot-unreadable".to_owned()));
        assert_eq!(typed(Method::Score, &["-1", "", ""]), Err("ballot-unreadable".to_owned()));
        assert_eq!(typed(Method::Stv, &["1", "1", ""]), Err("ballot-place-twice".to_owned()));
        assert_eq!(typed(Method::Stv, &["3", "1", ""]), Ok("2,1,0".to_owned()));
        assert_eq!(typed(Method::Schulze, &["04", "02", "02", ""]), Ok("2,1,1,0".to_owned()));
    }

    #[test]
    fn a_ranking_is_read_from_its_places() {
        let question = asked(Method::Schulze);
        let marks = Marks::stored(&question, "2,1,1,0").unwrap();
        assert_eq!(marks.tiers(), [vec![1, 2], vec![0]]);
        assert!(Marks::stored(&question, "2,1,1").is_none() && Marks::stored(&question, "yes").is_none());
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_back(method in proptest::sample::select(Method::ALL.to_vec()), marks in proptest::collection::vec(0u16..7, 0..6)) {
            let question = asked(method);
            if let Ok(marks) = Marks::checked(&question, marks) {
                prop_assert_eq!(Marks::stored(&question, &marks.word()), (question.lines() > 0).then_some(marks.clone()));
                prop_assert!(marks.tiers().iter().all(|tier| !tier.is_empty()) || question.method.ballot() != Ballot::Places);
            }
        }
    }
}
