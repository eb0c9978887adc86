//! `parpour simulate phone-tree`: tries out a chain of calls with people who are invented, before a group needs one
//! (`mutual-aid` T3). No store, no network. The same words give the same numbers.

use crate::words::{Words, say_fault, say_line};
use clap::{Args, Subcommand};
use mutual_aid::rules::simulate::{Forecast, MILLE, Trial, simulate};
use std::process::ExitCode;

/// Most members of a tree that is tried out.
const MOST_MEMBERS: i64 = 5_000;
/// Most times that it is played.
const MOST_RUNS: i64 = 10_000;

/// What is tried out.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Simulated {
    /// A phone tree: how many are reached, how soon, and how many calls somebody makes
    PhoneTree(PhoneTree),
}

/// The invented group, and its telephones.
#[derive(Args, Clone, Copy, Debug)]
pub struct PhoneTree {
    /// How many people are in the tree
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=MOST_MEMBERS))]
    members: u16,
    /// Part of them who are away and whom nobody reaches, 0 to 1
    #[arg(long, default_value = "0.15", value_parser = part)]
    away: u16,
    /// How often somebody answers who is there, 0 to 1
    #[arg(long, default_value = "0.6", value_parser = part)]
    answer: u16,
    /// Part of them who call others, 0 to 1
    #[arg(long, default_value = "0.6", value_parser = part)]
    callers: u16,
    /// Most people whom one person calls
    #[arg(long, default_value_t = 4)]
    cap: u8,
    /// Most people whom the one who starts calls
    #[arg(long, default_value_t = 6)]
    first: u8,
    /// How many times it is played
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u16).range(1..=MOST_RUNS))]
    runs: u16,
    /// The lot: another number plays otherwise
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write the outcome as one line of JSON
    #[arg(long)]
    json: bool,
}

impl PhoneTree {
    const fn trial(self) -> Trial {
        Trial {
            members: self.members,
            away: self.away,
            answer: self.answer,
            callers: self.callers,
            calls: self.cap,
            first_calls: self.first,
            runs: self.runs,
            seed: self.seed,
        }
    }
}

/// Plays it, and says what came of it.
pub fn run(what: Simulated, words: &Words) -> ExitCode {
    let Simulated::PhoneTree(tree) = what;
    let came = simulate(&tree.trial());
    if tree.json {
        say_line(&line(&came));
    } else {
        said(&came, words).iter().for_each(|line| say_line(line));
    }
    if tree.callers == 0 {
        say_fault(&words.say("cli-simulate-one-caller", &[]));
    }
    ExitCode::SUCCESS
}

/// A part of one, in thousandths: `0.15` is 150. Read digit by digit: a binary fraction would round it.
fn part(text: &str) -> Result<u16, String> {
    let wrong = || format!("{text:?} is not a number from 0 to 1 with at most three decimals, such as 0.15");
    // Also as it is written in French.
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > 3 || !is_digits(whole) || !is_digits(decimals) {
        return Err(wrong());
    }
    let whole: u32 = whole.parse().map_err(|_| wrong())?;
    let decimals: u32 = format!("{decimals:0<3}").parse().map_err(|_| wrong())?;
    let thousandths = whole.saturating_mul(u32::from(MILLE)).saturating_add(decimals);
    u16::try_from(thousandths).ok().filter(|part| *part <= MILLE).ok_or_else(wrong)
}

/// Thousandths as a decimal number: 150 is `0.150`.
fn decimal(part: u16) -> String {
    format!("{}.{:03}", part / MILLE, part % MILLE)
}

/// Thousandths as a percentage with one decimal: 996 is `99.6`.
fn percent(part: u16, comma: &str) -> String {
    format!("{}{comma}{}", part / 10, part % 10)
}

fn line(came: &Forecast) -> String {
    format!(
        r#"{{"reach":{},"median_last_minutes":{},"worst_decile_reach":{},"max_calls":{},"max_calls_first":{},"missing_callers":{}}}"#,
        decimal(came.reach),
        came.median_last_minutes,
        decimal(came.worst_decile_reach),
        came.max_calls,
        came.max_calls_first,
        came.missing_callers,
    )
}

fn said(came: &Forecast, words: &Words) -> Vec<String> {
    let comma = words.say("cli-simulate-comma", &[]);
    let percent = |part| percent(part, &comma);
    let mut lines = vec![
        words.say("cli-simulate-reach", &[("percent", percent(came.reach))]),
        words.say("cli-simulate-worst", &[("percent", percent(came.worst_decile_reach))]),
        words.say("cli-simulate-last", &[("minutes", came.median_last_minutes.to_string())]),
        words.say("cli-simulate-calls", &[("most", came.max_calls.to_string())]),
        words.say("cli-simulate-first", &[("most", came.max_calls_first.to_string())]),
    ];
    if came.missing_callers > 0 {
        lines.push(words.say("cli-simulate-missing", &[("callers", came.missing_callers.to_string())]));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn parts_are_read_without_rounding() {
        for (text, part_) in
            [("0.15", 150), ("0,6", 600), ("1", 1000), ("0", 0), ("1.000", 1000), ("0.001", 1), ("0.", 0)]
        {
            assert_eq!(part(text), Ok(part_), "{text}");
        }
        for wrong in ["", ".5", "1.001", "2", "-0.1", "+0.1", "0.1234", "0.1e2", "nan", "0.1.1", "99999999999", "０.5"]
        {
            assert!(part(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_outcome_is_one_line_of_json_or_some_words() {
        let came = simulate(&Trial { runs: 5, callers: 100, ..Trial::of(30) });
        let read: serde_json::Value = serde_json::from_str(&line(&came)).unwrap();
        for name in ["reach", "median_last_minutes", "worst_decile_reach", "max_calls", "max_calls_first"] {
            assert!(read[name].is_number(), "{name}");
        }
        let [fr, en] = [Language::Fr, Language::En].map(|language| said(&came, &Words::in_language(language)));
        assert!(fr.iter().chain(&en).all(|line| !line.starts_with("cli-")), "{fr:?} {en:?}");
        assert_eq!((fr.len(), en.len()), (6, 6));
        let [fr, en] = [Language::Fr, Language::En].map(Words::in_language);
        assert_ne!(fr.say("cli-simulate-one-caller", &[]), en.say("cli-simulate-one-caller", &[]));
        assert_eq!((decimal(996), decimal(1000), percent(996, ",")), ("0.996".into(), "1.000".into(), "99,6".into()));
    }
}
