//! `parpour count FILE`: counts a ballot file anywhere, without a store and without a network
//! (`formats/ballots.md`). Exit 0 when it is counted, whatever the result; 2 when it is refused; 1 otherwise. Ballots of
//! other programs are read by the end of the name of their file (`decisions G9`).

use crate::words::{Words, say_fault, say_line};
use decisions::rules::explain::explain;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::ExitCode;
use tally::ballots::{MOST_BALLOTS, NotCounted};
use tally::exchange::{self, blt, pabulib, preflib};
use tally::file::foreign::{of_budget, of_election, of_profile};
use tally::file::outcome::Status;
use tally::file::{self, BallotFile, Counted, FORMAT, LARGEST, Method, Place, Reason, Refusal};
use tally::options::MOST_OPTIONS;
use tally::{Decision, OptionId};

/// How rankings are counted whose file does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum By {
    /// Duels, by strongest paths
    Schulze,
    /// Duels, locked from the clearest
    RankedPairs,
    /// The last leaves until one has more than half
    Irv,
    /// Points by place
    Borda,
    /// Whoever wins every duel
    Condorcet,
    /// Several seats, Scottish rules
    Stv,
}

impl From<By> for Method {
    fn from(by: By) -> Self {
        match by {
            By::Schulze => Self::Schulze,
            By::RankedPairs => Self::RankedPairs,
            By::Irv => Self::Irv,
            By::Borda => Self::Borda,
            By::Condorcet => Self::Condorcet,
            By::Stv => Self::Stv,
        }
    }
}

/// Why a file is not counted.
#[derive(Debug)]
enum Refused {
    /// A ballot file.
    File(Refusal),
    /// A file of another program.
    Foreign(exchange::Refused),
    /// The file itself says by which method it is counted, and another was asked for.
    MethodIsSaid,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::File(refusal)
    }
}

impl From<exchange::Refused> for Refused {
    fn from(refused: exchange::Refused) -> Self {
        Self::Foreign(refused)
    }
}

/// Reads `file` (`-` is standard input), counts, and says the outcome in words, or as one line of JSON.
pub fn run(file: &Path, method: Option<By>, json: bool, words: &Words) -> ExitCode {
    let (file, counted) = match counted(file, method) {
        Ok(counted) => counted,
        Err(why) => {
            say_fault(&refused(file, &why, words));
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

fn counted(path: &Path, method: Option<By>) -> Result<(BallotFile, Counted), Refused> {
    let file = read(path, method)?;
    let counted = file.count()?;
    Ok((file, counted))
}

/// Reads a file by the end of its name.
fn read(path: &Path, by: Option<By>) -> Result<BallotFile, Refused> {
    let method = by.map(Method::from);
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    match end.as_str() {
        "blt" => Ok(of_election(blt::read(&text(path)?)?, method)?),
        "soc" | "soi" | "toc" | "toi" => Ok(of_profile(preflib::read(&text(path)?)?, method)?),
        _ if by.is_some() => Err(Refused::MethodIsSaid),
        "pb" => Ok(of_budget(pabulib::read(&text(path)?)?)?),
        _ => Ok(file::read(BufReader::with_capacity(1 << 16, stream(path)?))?),
    }
}

fn stream(path: &Path) -> Result<Box<dyn Read>, Refusal> {
    if path == Path::new("-") { Ok(Box::new(io::stdin())) } else { Ok(Box::new(File::open(path).map_err(unreadable)?)) }
}

/// The whole text of a file that is not too large.
fn text(path: &Path) -> Result<String, Refusal> {
    let mut text = String::new();
    stream(path)?.take(LARGEST + 1).read_to_string(&mut text).map_err(unreadable)?;
    // In bytes, as what is read of a ballot file.
    if text.len() as u64 > LARGEST {
        return Err(Refusal { place: Place::File, reason: Reason::TooLarge });
    }
    Ok(text)
}

fn unreadable(error: io::Error) -> Refusal {
    Refusal { place: Place::File, reason: Reason::Unreadable(error.to_string()) }
}

/// One line: where and why. What the reader of JSON and the system say stays in English, in its own quotes.
fn refused(path: &Path, why: &Refused, words: &Words) -> String {
    let whole_file = || words.say("cli-count-at-file", &[]);
    let (place, reason) = match why {
        Refused::File(refusal) => (place(&refusal.place, words), reason(&refusal.reason, words)),
        Refused::Foreign(refused) => {
            let place = words.say("cli-count-at-line-alone", &[("line", refused.line.to_string())]);
            (place, foreign_reason(refused.reason, words))
        }
        Refused::MethodIsSaid => (whole_file(), words.say("cli-count-reason-method-is-said", &[])),
    };
    let args = [("file", path.display().to_string()), ("place", place), ("reason", reason)];
    words.say("cli-count-refused", &args).replace(['\n', '\r'], " ")
}

fn place(place: &Place, words: &Words) -> String {
    match place {
        Place::Line { line, column } => {
            words.say("cli-count-at-line", &[("line", line.to_string()), ("column", column.to_string())])
        }
        Place::Field(field) => words.say("cli-count-at-field", &[("field", field.clone())]),
        Place::Ballot(number) => words.say("cli-count-at-ballot", &[("number", number.to_string())]),
        Place::File => words.say("cli-count-at-file", &[]),
    }
}

/// Why a ballot file is refused.
fn reason(reason: &Reason, words: &Words) -> String {
    let plain = |key| words.say(key, &[]);
    let about = |key, name, value: String| words.say(key, &[(name, value)]);
    match reason {
        Reason::Form(said) => about("cli-count-reason-form", "said", clean(said)),
        Reason::Unreadable(said) => about("cli-count-reason-unreadable", "said", clean(said)),
        Reason::TooLarge => about("cli-count-reason-too-large", "most", LARGEST.to_string()),
        Reason::NotThisFormat => about("cli-count-reason-not-this-format", "format", FORMAT.to_owned()),
        Reason::Missing => plain("cli-count-reason-missing"),
        Reason::NotWithThisMethod => plain("cli-count-reason-not-with-this-method"),
        Reason::NoOption => plain("cli-count-reason-no-option"),
        Reason::TooManyOptions => about("cli-count-reason-too-many-options", "most", MOST_OPTIONS.to_string()),
        Reason::OptionTwice(option) => about("cli-count-reason-option-twice", "option", clean(option)),
        Reason::UnknownOption(option) => about("cli-count-reason-unknown-option", "option", clean(option)),
        Reason::NotAllOptions => plain("cli-count-reason-not-all-options"),
        Reason::NotBetween { least, most } => {
            words.say("cli-count-reason-not-between", &[("least", least.to_string()), ("most", most.to_string())])
        }
        Reason::NotAPart => plain("cli-count-reason-not-a-part"),
        Reason::FewerThanBallots => plain("cli-count-reason-fewer-than-ballots"),
        Reason::CostOfZero => plain("cli-count-reason-cost-of-zero"),
        Reason::WrongKind { asked, given } => {
            let args = [("asked", (*asked).to_owned()), ("given", (*given).to_owned())];
            words.say("cli-count-reason-wrong-kind", &args)
        }
        Reason::ScoreOverMax { score, max } => {
            words.say("cli-count-reason-points-over-max", &[("score", score.to_string()), ("max", max.to_string())])
        }
        Reason::TiedTier => plain("cli-count-reason-tied-tier"),
        Reason::EmptyTier => plain("cli-count-reason-empty-tier"),
        Reason::OptionTwiceInBallot => plain("cli-count-reason-option-twice-in-ballot"),
        Reason::TooManyBallots => about("cli-count-reason-too-many-ballots", "most", MOST_BALLOTS.to_string()),
        Reason::TooManyTies => plain("cli-count-reason-too-many-ties"),
    }
}

/// Why a file of another program is refused.
fn foreign_reason(reason: exchange::Reason, words: &Words) -> String {
    let plain = |key| words.say(key, &[]);
    match reason {
        exchange::Reason::Form => plain("cli-count-reason-line-form"),
        exchange::Reason::Number => plain("cli-count-reason-number"),
        exchange::Reason::Options => words.say("cli-count-reason-options", &[("most", MOST_OPTIONS.to_string())]),
        exchange::Reason::Ballot(NotCounted::UnknownOption(option)) => {
            let option = (option.place() + 1).to_string();
            words.say("cli-count-reason-unknown-option", &[("option", option)])
        }
        exchange::Reason::Ballot(why) => self::reason(&why.into(), words),
        exchange::Reason::NotSupported => plain("cli-count-reason-not-supported"),
        exchange::Reason::Ends => plain("cli-count-reason-ends"),
    }
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
        let refusal = file::parse("{}").unwrap_err().into();
        for language in [Language::Fr, Language::En] {
            let line = refused(Path::new("x.json"), &refusal, &Words::in_language(language));
            assert!(line.contains("x.json") && line.contains("missing field") && !line.contains('\n'), "{line}");
        }
    }

    #[test]
    fn every_reason_is_said_in_both_languages() {
        let [fr, en] = [Language::Fr, Language::En].map(Words::in_language);
        let name = || "o1".to_owned();
        let of_files = [
            Reason::Form(name()),
            Reason::Unreadable(name()),
            Reason::TooLarge,
            Reason::NotThisFormat,
            Reason::Missing,
            Reason::NotWithThisMethod,
            Reason::NoOption,
            Reason::TooManyOptions,
            Reason::OptionTwice(name()),
            Reason::UnknownOption(name()),
            Reason::NotAllOptions,
            Reason::NotBetween { least: 1, most: 3 },
            Reason::NotAPart,
            Reason::FewerThanBallots,
            Reason::CostOfZero,
            Reason::WrongKind { asked: "ranking", given: "approve" },
            Reason::ScoreOverMax { score: 9, max: 5 },
            Reason::TiedTier,
            Reason::EmptyTier,
            Reason::OptionTwiceInBallot,
            Reason::TooManyBallots,
            Reason::TooManyTies,
        ];
        let mut all: Vec<[String; 2]> = of_files.iter().map(|why| [&fr, &en].map(|words| reason(why, words))).collect();
        let of_others = [
            exchange::Reason::Form,
            exchange::Reason::Number,
            exchange::Reason::Options,
            exchange::Reason::Ballot(NotCounted::UnknownOption(OptionId::new(4))),
            exchange::Reason::Ballot(NotCounted::EmptyTier),
            exchange::Reason::NotSupported,
            exchange::Reason::Ends,
        ];
        all.extend(of_others.map(|why| [&fr, &en].map(|words| foreign_reason(why, words))));
        for [french, english] in all {
            assert!(!french.contains("cli-") && !english.contains("cli-"), "{french}\n{english}");
            assert_ne!(french, english);
        }
    }

    #[test]
    fn a_file_of_another_program_is_read_by_the_end_of_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let written = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let blt = written("a.BLT", "2 1\n3 1 0\n1 2 1 0\n0\n\"Ana\"\n\"Bo\"\n\"Bureau\"\n");
        let toc = written("a.toc", "# NUMBER ALTERNATIVES: 2\n3: 1,2\n1: {1,2}\n");
        let pb =
            written("a.pb", "META\nkey;value\nbudget;9\nPROJECTS\nproject_id;cost\na;9\nVOTES\nvoter_id;vote\n1;a\n");
        let method = |path: &Path, by| counted(path, by).map(|(file, _)| file.method());
        assert_eq!(method(&blt, None).unwrap(), Method::Stv);
        assert_eq!(method(&blt, Some(By::Irv)).unwrap(), Method::Irv);
        assert_eq!(method(&toc, None).unwrap(), Method::Schulze);
        assert_eq!(method(&toc, Some(By::Borda)).unwrap(), Method::Borda);
        assert_eq!(method(&pb, None).unwrap(), Method::EqualShares);
        assert!(matches!(method(&pb, Some(By::Irv)), Err(Refused::MethodIsSaid)));
        let bad = written("b.blt", "2 1\n3 7 0\n");
        let words = Words::in_language(Language::Fr);
        let line = refused(&bad, &counted(&bad, None).unwrap_err(), &words);
        assert!(line.contains("b.blt") && line.contains("ligne 2") && line.contains('7'), "{line}");
        assert!(counted(&folder.path().join("none.pb"), None).is_err());
    }
}
