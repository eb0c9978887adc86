//! PrefLib's formats for rankings: `.soc`, `.soi`, `.toc`, `.toi` (Mattei and Walsh, "PrefLib: A library for
//! preferences", 2013; the form of 2022 with a head of `#` lines).
//!
//! ```text
//! # DATA TYPE: toi
//! # NUMBER ALTERNATIVES: 3
//! # ALTERNATIVE NAME 1: Ana
//! 4: 1,{2,3}
//! ```

use super::{Reason, Refused, on_one_line, options, whole};
use crate::ballots::{Ballot, Ballots, Ranking};
use crate::options::OptionId;
use std::fmt::Write;

/// Rankings with the names of their options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What the vote is about.
    pub title: String,
    /// Names, in listed order.
    pub names: Vec<String>,
    /// The ballots.
    pub ballots: Ballots<Ranking>,
}

/// Reads a text of PrefLib. Lines of the head that are not needed are passed over.
///
/// # Errors
/// [`Refused`].
pub fn read(text: &str) -> Result<Profile, Refused> {
    let mut title = String::new();
    let mut named: Vec<(usize, u64, String)> = Vec::new();
    let mut ballots = None;
    for (line, content) in (1..).zip(text.lines()).filter(|(_, content)| !content.trim().is_empty()) {
        let form = Refused { line, reason: Reason::Form };
        if let Some(head) = content.strip_prefix('#') {
            let Some((key, value)) = head.split_once(':') else { continue };
            match key.trim() {
                "TITLE" => title = value.trim().to_owned(),
                "NUMBER ALTERNATIVES" if ballots.is_none() => {
                    ballots = Some(Ballots::new(options(whole(value.trim(), line)?, line)?));
                }
                "NUMBER ALTERNATIVES" => return Err(form),
                key => {
                    if let Some(number) = key.strip_prefix("ALTERNATIVE NAME ") {
                        named.push((line, whole(number.trim(), line)?, value.trim().to_owned()));
                    }
                }
            }
            continue;
        }
        let ballots = ballots.as_mut().ok_or(form)?;
        let (times, order) = content.split_once(':').ok_or(form)?;
        let times = whole(times.trim(), line)?;
        let added = Ranking::new(&tiers(order, line)?).and_then(|ranking| ballots.add(ranking, times));
        added.map_err(|reason| Refused { line, reason: Reason::Ballot(reason) })?;
    }
    let ballots = ballots.ok_or(Refused { line: text.lines().count() + 1, reason: Reason::Ends })?;
    let mut names: Vec<String> = OptionId::first(ballots.options()).map(|x| (x.place() + 1).to_string()).collect();
    for (line, number, name) in named {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let place = place.and_then(|place| names.get_mut(place)).ok_or(Refused { line, reason: Reason::Form })?;
        *place = name;
    }
    Ok(Profile { title, names, ballots })
}

/// `1,{2,3},4`
fn tiers(order: &str, line: usize) -> Result<Vec<Vec<OptionId>>, Refused> {
    let form = Refused { line, reason: Reason::Form };
    let mut tiers: Vec<Vec<OptionId>> = Vec::new();
    let mut open = false;
    for word in order.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        let (opens, word) = word.strip_prefix('{').map_or((false, word), |rest| (true, rest));
        let (closes, word) = word.strip_suffix('}').map_or((false, word), |rest| (true, rest));
        if (opens && open) || (closes && !open && !opens) {
            return Err(form);
        }
        if opens || !open {
            tiers.push(Vec::new());
        }
        open = (open || opens) && !closes;
        if word.is_empty() {
            continue;
        }
        let number = whole(word.trim(), line)?.checked_sub(1).ok_or(form)?;
        let option = OptionId::new(u16::try_from(number).unwrap_or(u16::MAX));
        tiers.last_mut().into_iter().for_each(|tier| tier.push(option));
    }
    if open { Err(form) } else { Ok(tiers) }
}

/// What PrefLib calls these rankings, and how the name of their file ends: whether they are complete, and whether they
/// have ties.
pub fn data_type(ballots: &Ballots<Ranking>) -> &'static str {
    let complete = ballots.iter().all(|(ballot, _)| ballot.named().count() == usize::from(ballots.options()));
    let strict = ballots.iter().all(|(ballot, _)| ballot.is_strict());
    match (strict, complete) {
        (true, true) => "soc",
        (true, false) => "soi",
        (false, true) => "toc",
        (false, false) => "toi",
    }
}

/// Writes rankings with their data type.
pub fn write(profile: &Profile) -> String {
    let ballots = &profile.ballots;
    let kind = data_type(ballots);
    let mut text = format!("# TITLE: {}\n# DATA TYPE: {kind}\n", on_one_line(&profile.title, '\n'));
    let _ = writeln!(text, "# NUMBER ALTERNATIVES: {}", ballots.options());
    let _ = writeln!(text, "# NUMBER VOTERS: {}", ballots.total());
    let _ = writeln!(text, "# NUMBER UNIQUE ORDERS: {}", ballots.iter().len());
    for (number, name) in (1..).zip(&profile.names) {
        let _ = writeln!(text, "# ALTERNATIVE NAME {number}: {}", on_one_line(name, '\n'));
    }
    for (ballot, count) in ballots.iter() {
        let tiers = ballot.tiers().map(|tier| {
            let tied = tier.len() > 1;
            let options = tier.map(|option| (option.place() + 1).to_string()).collect::<Vec<_>>().join(",");
            if tied { format!("{{{options}}}") } else { options }
        });
        let _ = writeln!(text, "{count}: {}", tiers.collect::<Vec<_>>().join(","));
    }
    text
}
