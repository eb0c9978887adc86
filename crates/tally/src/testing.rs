//! Shorthand for ballots in tests: options are the letters `a` to `z`.

use crate::ballots::{Approval, Ballots, Ranking};
use crate::options::{OptionId, TieOrder};

/// The option at `place`.
pub fn id(place: u16) -> OptionId {
    OptionId::new(place)
}

/// The option of a letter.
pub fn letter(letter: char) -> OptionId {
    OptionId::new(letter.to_ascii_lowercase() as u16 - 'a' as u16)
}

/// Options from their letters.
pub fn letters(text: &str) -> Vec<OptionId> {
    text.chars().map(letter).collect()
}

/// `a>b=c` is a ranking with two tiers; the empty text ranks nothing.
pub fn ranking(text: &str) -> Ranking {
    let tiers: Vec<Vec<OptionId>> = text
        .split('>')
        .filter(|tier| !tier.is_empty())
        .map(|tier| tier.split('=').map(|name| letter(name.trim().chars().next().unwrap())).collect())
        .collect();
    Ranking::new(&tiers).unwrap()
}

/// `5 acbed` are five ballots that rank a first, then c; `5 a>b=c` works too.
pub fn rankings(options: u16, lines: &[&str]) -> Ballots<Ranking> {
    let mut ballots = Ballots::new(options);
    for line in lines {
        let (count, order) = line.split_once(' ').unwrap_or((line, ""));
        let plain = !order.contains(['>', '=']);
        let ballot = if plain { Ranking::strict(&letters(order)).unwrap() } else { ranking(order) };
        ballots.add(ballot, count.parse().unwrap()).unwrap();
    }
    ballots
}

/// `5 abc` are five ballots that approve of a, b and c.
pub fn approvals(options: u16, lines: &[&str]) -> Ballots<Approval> {
    let mut ballots = Ballots::new(options);
    for line in lines {
        let (count, names) = line.split_once(' ').unwrap_or((line, ""));
        ballots.add(Approval::new(letters(names)).unwrap(), count.parse().unwrap()).unwrap();
    }
    ballots
}

/// A drawn order from its letters.
pub fn tie_order(order: &str) -> TieOrder {
    TieOrder::new(order.len() as u16, &letters(order)).unwrap()
}
