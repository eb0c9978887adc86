//! `.blt`, the format of the Electoral Reform Society, as OpenSTV and OpaVote write it.
//!
//! ```text
//! 3 2            options, seats
//! 4 1 3 0        four ballots: option 1, then 3
//! 1 2=3 0        equal ranks
//! 0              end of ballots
//! "Ana"          names, in listed order
//! "Bo"
//! "Cleo"
//! "Board 2026"   title
//! ```

use super::{Reason, Refused, on_one_line, options, whole};
use crate::ballots::{Ballots, Ranking};
use crate::options::OptionId;
use std::fmt::Write;

/// An election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Election {
    /// How many are elected.
    pub seats: u64,
    /// Names, in listed order.
    pub names: Vec<String>,
    /// What the vote is about.
    pub title: String,
    /// The ballots.
    pub ballots: Ballots<Ranking>,
}

/// Reads a `.blt` text. Empty lines and comments after `#` are passed over.
///
/// # Errors
/// [`Refused`]. Withdrawn candidates are [`Reason::NotSupported`].
pub fn read(text: &str) -> Result<Election, Refused> {
    let uncommented = |line: &'_ str| {
        if line.trim_start().starts_with('"') { line.len() } else { line.find('#').unwrap_or(line.len()) }
    };
    let all =
        (1..).zip(text.lines()).map(|(number, line)| (number, line.get(..uncommented(line)).unwrap_or(line).trim()));
    let mut lines = all.filter(|(_, line)| !line.is_empty());
    let end = Refused { line: text.lines().count() + 1, reason: Reason::Ends };
    let (line, head) = lines.next().ok_or(end)?;
    let form = |line| Refused { line, reason: Reason::Form };
    let (count, seats) = head.split_once(char::is_whitespace).ok_or_else(|| form(line))?;
    let (count, seats) = (options(whole(count, line)?, line)?, whole(seats.trim(), line)?);
    let mut ballots = Ballots::new(count);
    loop {
        let (line, ballot) = lines.next().ok_or(end)?;
        if ballot == "0" {
            break;
        }
        if ballot.starts_with('-') {
            return Err(Refused { line, reason: Reason::NotSupported });
        }
        let mut words = ballot.split_whitespace();
        let times = whole(words.next().unwrap_or_default(), line)?;
        let tiers: Vec<&str> = words.collect();
        let (last, tiers) = tiers.split_last().ok_or_else(|| form(line))?;
        if *last != "0" {
            return Err(form(line));
        }
        let option = |number: &str| match whole(number, line)? {
            0 => Err(form(line)),
            number => Ok(OptionId::new(u16::try_from(number - 1).unwrap_or(u16::MAX))),
        };
        let tiers: Vec<Vec<OptionId>> =
            tiers.iter().map(|tier| tier.split('=').map(option).collect()).collect::<Result<_, _>>()?;
        let added = Ranking::new(&tiers).and_then(|ranking| ballots.add(ranking, times));
        added.map_err(|reason| Refused { line, reason: Reason::Ballot(reason) })?;
    }
    let mut quoted = || {
        let (line, text) = lines.next().ok_or(end)?;
        let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        inner.map(str::to_owned).ok_or_else(|| form(line))
    };
    let names = (0..count).map(|_| quoted()).collect::<Result<_, _>>()?;
    let title = quoted()?;
    match lines.next() {
        Some((line, _)) => Err(form(line)),
        None => Ok(Election { seats, names, title, ballots }),
    }
}

/// Writes an election.
pub fn write(election: &Election) -> String {
    let mut text = format!("{} {}\n", election.ballots.options(), election.seats);
    for (ballot, count) in election.ballots.iter() {
        let tiers: Vec<String> = ballot
            .tiers()
            .map(|tier| tier.map(|option| (option.place() + 1).to_string()).collect::<Vec<_>>().join("="))
            .collect();
        let _ = writeln!(text, "{} 0", [vec![count.to_string()], tiers].concat().join(" "));
    }
    text.push_str("0\n");
    for name in election.names.iter().chain([&election.title]) {
        let _ = writeln!(text, "\"{}\"", on_one_line(name, '"'));
    }
    text
}
