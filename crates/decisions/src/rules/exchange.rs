//! The ballots of a closed vote in the formats of other programs (`decisions G9`): no name, no time. Where ballots are
//! withheld, nothing is written (ruling 7).

use crate::rules::counting::{Said, as_file};
use crate::rules::question::{Method, Question};
use crate::rules::verdict::VoteResult;
use tally::exchange::{blt, pabulib, preflib};
use tally::file::Vote;

/// A format of other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `.blt`, of programs that elect.
    Blt,
    /// PrefLib's, for rankings.
    Preflib,
    /// Pabulib's, for budgets.
    Pabulib,
}

/// A file to take home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// How its name ends.
    pub end: &'static str,
    /// What is in it.
    pub text: String,
}

/// The ballots that may be told: none of yes or no, none that are withheld, none that would be like a signature.
fn told(result: &VoteResult) -> Option<&Said> {
    result.other.as_ref().filter(|_| !result.withheld)?.said.as_ref()
}

/// The formats in which the ballots of a closed vote can be written.
pub fn formats(question: &Question, result: &VoteResult) -> &'static [Format] {
    match question.method {
        _ if told(result).is_none() => &[],
        Method::Stv | Method::Irv => &[Format::Blt, Format::Preflib],
        Method::Schulze | Method::RankedPairs | Method::Borda => &[Format::Preflib],
        Method::EqualShares => &[Format::Pabulib],
        _ => &[],
    }
}

/// The ballots of a closed vote. `names` are those of the lines of its ballot. None where the format does not know such
/// ballots, and where they are withheld.
pub fn written(
    format: Format,
    title: &str,
    names: Vec<String>,
    question: &Question,
    result: &VoteResult,
) -> Option<Written> {
    let vote = as_file(question, told(result)?)?.vote;
    let title = title.to_owned();
    match (format, vote) {
        (Format::Blt, Vote::Stv { seats, ballots }) => {
            let election = blt::Election { seats: seats.into(), names, title, ballots };
            Some(Written { end: "blt", text: blt::write(&election) })
        }
        (Format::Blt, Vote::Irv(ballots)) => {
            Some(Written { end: "blt", text: blt::write(&blt::Election { seats: 1, names, title, ballots }) })
        }
        (
            Format::Preflib,
            Vote::Stv { ballots, .. }
            | Vote::Irv(ballots)
            | Vote::Schulze(ballots)
            | Vote::RankedPairs(ballots)
            | Vote::Borda(ballots),
        ) => {
            let end = preflib::data_type(&ballots);
            Some(Written { end, text: preflib::write(&preflib::Profile { title, names, ballots }) })
        }
        (Format::Pabulib, Vote::EqualShares { budget, ballots }) => {
            let projects = (1..=names.len()).map(|number| format!("o{number}")).collect();
            let (description, costs) = (title, budget.costs);
            let vote = pabulib::Vote { description, budget: budget.budget, projects, names, costs, ballots };
            Some(Written { end: "pb", text: pabulib::write(&vote) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::counting::{Recount, recount};
    use crate::rules::marks::Marks;
    use crate::rules::question::read_options;
    use crate::rules::verdict::{VoteRules, count_other};
    use commons::effects::Class;
    use membership::rules::charter::Charter;
    use proptest::prelude::*;
    use tally::file::foreign::{of_budget, of_election, of_profile};
    use tally::file::{BallotFile, Method as Counting};

    const FORMATS: [Format; 3] = [Format::Blt, Format::Preflib, Format::Pabulib];

    fn question() -> impl Strategy<Value = Question> {
        let all = Method::ALL.to_vec();
        (proptest::sample::select(all), 2usize..5, 1u64..3, 1u64..900).prop_map(|(method, options, seats, budget)| {
            let line = |number: usize| match method {
                Method::Dates => format!("2027-05-{number:02} 13:30\n"),
                Method::EqualShares => format!("Nº {number} \"; {}\n", number * 2),
                _ => format!("Nº {number} \"; #\n"),
            };
            let lines: String = (1..=options).map(line).collect();
            let options = if method.has_options() { read_options(method, &lines) } else { Vec::new() };
            Question { method, options, seats, budget, ..Question::default() }
        })
    }

    /// As the program that reads it would take it.
    fn read_back(format: Format, text: &str, method: Counting) -> BallotFile {
        match format {
            Format::Blt => of_election(tally::exchange::blt::read(text).unwrap(), Some(method)).unwrap(),
            Format::Preflib => of_profile(tally::exchange::preflib::read(text).unwrap(), Some(method)).unwrap(),
            Format::Pabulib => of_budget(tally::exchange::pabulib::read(text).unwrap()).unwrap(),
        }
    }

    proptest! {
        /// Whoever counts it elsewhere counts the same ballots, and finds what the group read.
        #[test]
        fn what_is_written_is_counted_alike(
            question in question(), drawn in proptest::collection::vec((proptest::collection::vec(0u16..6, 6), 1u64..4), 0..9),
        ) {
            let mut said = Said::new();
            for (marks, count) in &drawn {
                let typed: Vec<String> = marks.iter().take(question.lines()).map(u16::to_string).collect();
                if let Ok(marks) = Marks::typed(&question, &typed) && question.method.has_options() {
                    *said.entry(marks.word()).or_default() += count;
                }
            }
            let rules = VoteRules::of(&Charter::default(), Class::Ordinary);
            let result = count_other(&rules, &question, 20, said.clone(), None);
            let names: Vec<String> = (0..question.lines()).map(|line| format!("Nº {line}")).collect();
            for format in FORMATS {
                let file = written(format, "Pour \"la\" salle;", names.clone(), &question, &result);
                prop_assert_eq!(file.is_some(), formats(&question, &result).contains(&format));
                let Some(file) = file else { continue };
                let Some(Recount::File(ours, counted)) = recount(&question, 20, &said, None) else { continue };
                // PrefLib says nothing of seats.
                let is_seatless = format == Format::Preflib && question.method == Method::Stv;
                let method = if is_seatless { Counting::Schulze } else { ours.method() };
                let theirs = read_back(format, &file.text, method);
                prop_assert_eq!(theirs.ballots(), ours.ballots());
                prop_assert!(theirs.labels.values().eq(&names));
                if !is_seatless {
                    prop_assert_eq!(&theirs.vote, &ours.vote);
                    prop_assert_eq!(theirs.count().unwrap(), *counted);
                }
            }
        }
    }

    #[test]
    fn what_is_withheld_is_written_in_no_format() {
        let question =
            Question { method: Method::Irv, options: read_options(Method::Irv, "A\nB"), ..Question::default() };
        let said: Said = [("1,2,0".to_owned(), 3)].into();
        let open = VoteRules::of(&Charter::default(), Class::Ordinary);
        let few = VoteRules { counts_from: 5, ..open };
        let names = || ["A", "B", "C"].map(String::from).to_vec();
        let shown = count_other(&open, &question, 3, said.clone(), None);
        assert!(written(Format::Blt, "T", names(), &question, &shown).is_some());
        for result in [shown.as_secret(&question), count_other(&few, &question, 3, said, None)] {
            assert!(formats(&question, &result).is_empty());
            assert_eq!(written(Format::Blt, "T", names(), &question, &result), None);
        }
    }
}
