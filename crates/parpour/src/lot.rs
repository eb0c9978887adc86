//! `parpour lot`: replays a draw by lot anywhere, without a store and without a network (`decisions B12`, 6.15). What was
//! in the draw is read from standard input, one entry a line. Exit 0 when it is drawn, 2 when it is refused.

use crate::words::{Words, say_fault, say_line};
use clap::Args;
use std::io::Read;
use std::process::ExitCode;
use tally::lot::{Hash256, Seed, draw};
use uuid::Uuid;

/// Most bytes that are read: far more than any draw has.
const LARGEST: u64 = 1 << 20;

/// What a draw is made from.
#[derive(Args, Clone, Debug)]
pub struct LotArgs {
    /// Hash of the register entry that closed the draw, in hexadecimal
    #[arg(long, value_name = "HEX")]
    pub head: String,
    /// Id of the draw
    #[arg(long, value_name = "UUID")]
    pub id: String,
    /// What the dice of both people showed, in the order in which they were typed
    #[arg(long, value_name = "TEXT")]
    pub value: String,
    /// How many are drawn
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub seats: usize,
}

/// Reads the entries, draws, and says the seed and the order.
pub fn run(args: &LotArgs, words: &Words) -> ExitCode {
    let mut typed = String::new();
    let read = std::io::stdin().lock().take(LARGEST).read_to_string(&mut typed);
    let said = read.map_err(|_| "cli-lot-unreadable").and_then(|_| lines(args, &typed, words));
    match said {
        Ok(lines) => {
            lines.iter().for_each(|line| say_line(line));
            ExitCode::SUCCESS
        }
        Err(key) => {
            say_fault(&words.say(key, &[]));
            ExitCode::from(2)
        }
    }
}

/// The draw in words, or the message that says why there is none.
fn lines(args: &LotArgs, typed: &str, words: &Words) -> Result<Vec<String>, &'static str> {
    let head = Hash256::try_from(args.head.trim().to_ascii_lowercase()).map_err(|_| "cli-lot-bad-head")?;
    let id = Uuid::parse_str(args.id.trim()).map_err(|_| "cli-lot-bad-id")?;
    let entries: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if entries.is_empty() {
        return Err("cli-lot-nothing");
    }
    let seed = Seed::new(&head, id.as_bytes(), &args.value);
    let mut said = vec![words.say("cli-lot-seed", &[("seed", seed.hash().to_string())])];
    for (place, drawn) in draw(&seed, entries).iter().enumerate() {
        let key = if place < args.seats { "cli-lot-drawn" } else { "cli-lot-next" };
        said.push(words.say(key, &[("place", (place + 1).to_string()), ("entry", clean(&drawn.entry))]));
    }
    Ok(said)
}

/// An entry without what would steer a terminal.
fn clean(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use decisions::rules::draw::made;

    fn args() -> LotArgs {
        let id = "01902f3e-0000-7000-8000-000000000000".to_owned();
        LotArgs { head: "ab".repeat(32), id, value: "352 6142".to_owned(), seats: 2 }
    }

    #[test]
    fn it_finds_what_the_page_shows() {
        let entries = ["La cuisine", "Le jardin", "La porte"];
        let id = Uuid::parse_str(&args().id).unwrap();
        let page = made(&args().head, id.as_bytes(), &args().value, &entries.map(str::to_owned)).unwrap();
        for language in [Language::Fr, Language::En] {
            let words = Words::in_language(language);
            let said = lines(&args(), &format!("{}\r\n\n", entries.join("\n")), &words).unwrap();
            assert!(said[0].contains(&page.seed) && !said[0].contains("cli-"), "{}", said[0]);
            for (line, entry) in said[1..].iter().zip(&page.order) {
                assert!(line.contains(entry.as_str()), "{line}");
            }
            assert_eq!(said.len(), 4);
            assert_ne!(said[2].trim_start_matches('2'), said[3].trim_start_matches('3'));
        }
    }

    #[test]
    fn what_does_not_read_is_refused_in_both_languages() {
        for (args, typed, key) in [
            (LotArgs { head: "ab".to_owned(), ..args() }, "a", "cli-lot-bad-head"),
            (LotArgs { id: "7".to_owned(), ..args() }, "a", "cli-lot-bad-id"),
            (args(), " \n", "cli-lot-nothing"),
        ] {
            let [fr, en] = [Language::Fr, Language::En].map(Words::in_language);
            assert_eq!(lines(&args, typed, &fr), Err(key));
            assert_ne!(fr.say(key, &[]), en.say(key, &[]));
        }
    }
}
