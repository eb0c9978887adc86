//! Ballots in the formats of other programs (`decisions G9`): [`blt`], [`preflib`], [`pabulib`].
//!
//! Each reads a text and writes one. What a format cannot say is refused, never guessed.

pub mod blt;
pub mod pabulib;
pub mod preflib;

use crate::ballots::NotCounted;
use std::fmt;

/// Why a text is refused, and in which line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line, from 1; one past the last when something is missing at the end.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A line does not have the form that the format asks here.
    Form,
    /// A number is not whole, or too large.
    Number,
    /// There are no options, or more than a thousand.
    Options,
    /// A ballot says something that cannot be.
    Ballot(NotCounted),
    /// Something that is read by others and not here, such as withdrawn candidates or ballots that are not approvals.
    NotSupported,
    /// The text ends before it should.
    Ends,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match self.reason {
            Reason::Form => f.write_str("not of the form expected here"),
            Reason::Number => f.write_str("not a whole number that fits"),
            Reason::Options => f.write_str("between 1 and 1000 options are needed"),
            Reason::Ballot(reason) => reason.fmt(f),
            Reason::NotSupported => f.write_str("not supported"),
            Reason::Ends => f.write_str("the text ends too early"),
        }
    }
}

impl std::error::Error for Refused {}

/// A whole number made of digits alone.
fn whole(text: &str, line: usize) -> Result<u64, Refused> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| is_digits && *number <= crate::ballots::MOST_BALLOTS);
    number.ok_or(Refused { line, reason: Reason::Number })
}

/// How many options there are.
fn options(number: u64, line: usize) -> Result<u16, Refused> {
    let fits = u16::try_from(number).ok().filter(|number| (1..=crate::options::MOST_OPTIONS).contains(number));
    fits.ok_or(Refused { line, reason: Reason::Options })
}

/// A name on one line, without what would end it.
fn on_one_line(name: &str, end: char) -> String {
    name.chars().map(|letter| if letter.is_control() || letter == end { ' ' } else { letter }).collect()
}
