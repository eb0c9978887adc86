//! `parpour count FILE`: counts a ballot file anywhere, without a store and without a network
//! (`formats/ballots.md`). Exit 0 when it is counted, whatever the result; 2 when it is refused; 1 otherwise.

use crate::words::{Words, say_fault, say_line};
use decisions::rules::explain::explain;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::ExitCode;
use tally::file::outcome::Status;
use tally::file::{self, BallotFile, Counted, Method, Place, Reason, Refusal};
use tally::{Decision, OptionId};

/// Reads `file` (`-` is standard input), counts, and says the outcome in words, or as one line of JSON.
pub fn run(file: &Path, json: bool, words: &Words) -> ExitCode {
    let (file, counted) = match read(file).and_then(|file| file.count().map(|counted| (file, counted))) {
        Ok(counted) => counted,
        Err(refusal) => {
            say_fault(&refused(file, &refusal, words));
            return ExitCode::from(2);
        }
    };
    if !json {
        Report { file: &file, words }.lines(&counted).iter().for_each(|line| say_line(line));
        return ExitCode::SUCCESS;
    }
    match file::outcome::write(&file, &counted) {
        Ok(line) => {
            say_line(line.trim_end());
            ExitCode::SUCCESS
        }
        Err(error) => {
            say_fault(&format!("parpour: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn read(path: &Path) -> Result<BallotFile, Refusal> {
    let stream: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let unreadable =
            |error: io::Error| Refusal { place: Place::File, reason: Reason::Unreadable(error.to_string()) };
        Box::new(File::open(path).map_err(unreadable)?)
    };
    file::read(BufReader::with_capacity(1 << 16, stream))
}

/// One line: where and why. What the reader of JSON and the system say is in English, as everywhere.
fn refused(path: &Path, refusal: &Refusal, words: &Words) -> String {
    let place = match &refusal.place {
        Place::Line { line, column } => {
            words.say("cli-count-at-line", &[("line", line.to_string()), ("column", column.to_string())])
        }
        Place::Field(field) => words.say("cli-count-at-field", &[("field", field.clone())]),
        Place::Ballot(number) => words.say("cli-count-at-ballot", &[("number", number.to_string())]),
        Place::File => words.say("cli-count-at-file", &[]),
    };
    let args = [("file", path.display().to_string()), ("place", place), ("reason", refusal.reason.to_string())];
    words.say("cli-count-refused", &args).replace(['\n', '\r'], " ")
}

/// An outcome in words.
struct Report<'a> {
    file: &'a BallotFile,
    words: &'a Words,
}

impl Report<'_> {
    fn lines(&self, counted: &Counted) -> Vec<String> {
        let method = self.words.say(method_key(self.file.method()), &[]);
        let mut lines: Vec<String> = self.file.title.iter().map(|title| clean(title)).collect();
        lines.push(
            self.words.say("cli-count-head", &[("method", method), ("ballots", self.file.ballots().to_string())]),
        );
        lines.push(self.verdict(counted));
        let name = |option: OptionId| self.name(option);
        lines.extend(explain(counted, &name).iter().map(|message| self.words.message(message)));
        lines
    }

    fn verdict(&self, counted: &Counted) -> String {
        let winners = counted.decision().map(Decision::winners).unwrap_or_default();
        let tied = match counted.decision() {
            Some(Decision::Tied { between, .. }) => between.as_slice(),
            Some(Decision::Decided { .. } | Decision::NoResult) | None => &[],
        };
        let key = match counted.status() {
            Status::Decided => "cli-count-decided",
            Status::Adopted => "cli-count-adopted",
            Status::Rejected => "cli-count-rejected",
            Status::Tied if tied.is_empty() => "cli-count-tied-majority",
            Status::Tied if winners.is_empty() => "cli-count-tied",
            Status::Tied => "cli-count-tied-with-winners",
            Status::NoQuorum => "cli-count-no-quorum",
            Status::NoResult => "cli-count-no-result",
        };
        self.words.say(key, &[("winners", self.several(winners)), ("tied", self.several(tied))])
    }

    /// The label of an option, or its id.
    fn name(&self, option: OptionId) -> String {
        self.file.labels.get(&option).map_or_else(|| self.file.name(option).to_owned(), |label| clean(label))
    }

    fn several(&self, options: &[OptionId]) -> String {
        options.iter().map(|option| self.name(*option)).collect::<Vec<_>>().join(", ")
    }
}

/// A text of the file on one line, without what would steer a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

const fn method_key(method: Method) -> &'static str {
    match method {
        Method::Majority => "cli-method-majority",
        Method::Approval => "cli-method-approval",
        Method::Score => "cli-method-points",
        Method::Schulze => "cli-method-schulze",
        Method::RankedPairs => "cli-method-ranked-pairs",
        Method::Irv => "cli-method-irv",
        Method::Borda => "cli-method-borda",
        Method::Condorcet => "cli-method-condorcet",
        Method::Stv => "cli-method-stv",
        Method::EqualShares => "cli-method-equal-shares",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn said(method: &str, options: &str, ballots: &str, rules: &str, language: Language) -> String {
        let text = format!(
            r#"{{"format":"parpour-ballots/1","method":"{method}",{options}"ballots":{ballots},"rules":{rules}}}"#
        );
        let file = file::parse(&text).unwrap();
        let words = Words::in_language(language);
        Report { file: &file, words: &words }.lines(&file.count().unwrap()).join("\n")
    }

    #[test]
    fn every_method_is_said_in_both_languages() {
        let ranked = r#"[{"count":3,"ranking":[["a"],["b"]]},{"count":2,"ranking":[["b"],["a"]]}]"#;
        let options = r#""options":["a","b","c"],"#;
        let budget = r#"{"budget":100,"costs":{"a":40,"b":30,"c":10}}"#;
        for (method, options, ballots, rules) in [
            ("majority", "", r#"[{"choice":"yes"}]"#, "{}"),
            ("approval", options, r#"[{"approve":["a"]}]"#, "{}"),
            ("score", options, r#"[{"scores":{"a":5}}]"#, "{}"),
            ("schulze", options, ranked, "{}"),
            ("ranked_pairs", options, ranked, "{}"),
            ("irv", options, ranked, "{}"),
            ("borda", options, ranked, "{}"),
            ("condorcet", options, ranked, "{}"),
            ("stv", options, ranked, r#"{"seats":2}"#),
            ("equal_shares", options, r#"[{"approve":["a"]}]"#, budget),
        ] {
            let [french, english] =
                [Language::Fr, Language::En].map(|language| said(method, options, ballots, rules, language));
            assert!(!french.contains("cli-") && !english.contains("cli-"), "{french}\n{english}");
            assert_ne!(french, english);
        }
    }

    #[test]
    fn a_tie_and_who_is_certain_are_said() {
        let ballots = r#"[{"approve":["c","a"]},{"approve":["b","c"]}]"#;
        let text = said("approval", r#""options":["a","b","c"],"#, ballots, r#"{"seats":2}"#, Language::En);
        assert!(text.contains("c") && text.contains("a, b"), "{text}");
    }

    #[test]
    fn a_refusal_is_one_line_with_place_and_reason() {
        let refusal = file::parse("{}").unwrap_err();
        for language in [Language::Fr, Language::En] {
            let line = refused(Path::new("x.json"), &refusal, &Words::in_language(language));
            assert!(line.contains("x.json") && line.contains("missing field") && !line.contains('\n'), "{line}");
        }
    }
}
