//! Why a ballot file is refused, and where.

use crate::ballots::MOST_BALLOTS;
use crate::options::MOST_OPTIONS;
use std::fmt;

/// Why a ballot file is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the text, both from 1.
    Line {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// In a field, such as `rules.seats`.
    Field(String),
    /// In a ballot, from 1; its key when that is known.
    Ballot(u64),
    /// In the file as a whole.
    File,
}

/// Why a ballot file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not JSON, or not of this form; said by the reader of JSON.
    Form(String),
    /// It cannot be read; said by the system.
    Unreadable(String),
    /// It is larger than [`super::LARGEST`] bytes.
    TooLarge,
    /// `format` says something else.
    NotThisFormat,
    /// It is required.
    Missing,
    /// The method does not know it.
    NotWithThisMethod,
    /// There is no option.
    NoOption,
    /// There are more than [`MOST_OPTIONS`].
    TooManyOptions,
    /// This option is listed twice.
    OptionTwice(String),
    /// There is no such option.
    UnknownOption(String),
    /// It does not name every option exactly once.
    NotAllOptions,
    /// It must lie between these.
    NotBetween {
        /// The least it may be.
        least: u64,
        /// The most it may be.
        most: u64,
    },
    /// The threshold is no part: 1 ≤ p ≤ q.
    NotAPart,
    /// There are more ballots than that.
    FewerThanBallots,
    /// An option costs nothing.
    CostOfZero,
    /// The ballots say something else than the method asks.
    WrongKind {
        /// The key that ballots of this method have.
        asked: &'static str,
        /// The key that they have.
        given: &'static str,
    },
    /// A score is over the maximum.
    ScoreOverMax {
        /// The score.
        score: u16,
        /// The maximum.
        max: u16,
    },
    /// The method takes no equal ranks.
    TiedTier,
    /// A tier without an option.
    EmptyTier,
    /// An option twice in one ballot.
    OptionTwiceInBallot,
    /// More than [`MOST_BALLOTS`].
    TooManyBallots,
    /// Open ties lead too far.
    TooManyTies,
}

impl Refusal {
    /// Something wrong in a field.
    pub(super) fn field(field: &str, reason: Reason) -> Self {
        Self { place: Place::Field(field.to_owned()), reason }
    }

    /// Something wrong in a ballot, from 1.
    pub(super) fn ballot(number: u64, reason: Reason) -> Self {
        Self { place: Place::Ballot(number), reason }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, column } => write!(f, "line {line}, column {column}"),
            Self::Field(field) => write!(f, "`{field}`"),
            Self::Ballot(number) => write!(f, "ballot {number}"),
            Self::File => f.write_str("file"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(said) | Self::Unreadable(said) => f.write_str(said),
            Self::TooLarge => write!(f, "larger than {} bytes", super::LARGEST),
            Self::NotThisFormat => write!(f, "not {}", super::FORMAT),
            Self::Missing => f.write_str("required"),
            Self::NotWithThisMethod => f.write_str("not known for this method"),
            Self::NoOption => f.write_str("no option"),
            Self::TooManyOptions => write!(f, "more than {MOST_OPTIONS} options"),
            Self::OptionTwice(name) => write!(f, "option `{name}` twice"),
            Self::UnknownOption(name) => write!(f, "unknown option `{name}`"),
            Self::NotAllOptions => f.write_str("does not name every option exactly once"),
            Self::NotBetween { least, most } => write!(f, "must be between {least} and {most}"),
            Self::NotAPart => f.write_str("must be [p, q] with 1 <= p <= q"),
            Self::FewerThanBallots => f.write_str("there are more ballots than that"),
            Self::CostOfZero => f.write_str("an option costs 0"),
            Self::WrongKind { asked, given } => write!(f, "this method asks for `{asked}`, not `{given}`"),
            Self::ScoreOverMax { score, max } => write!(f, "score {score} is over the maximum of {max}"),
            Self::TiedTier => f.write_str("this method takes one option a tier"),
            Self::EmptyTier => f.write_str("an empty tier"),
            Self::OptionTwiceInBallot => f.write_str("an option twice in one ballot"),
            Self::TooManyBallots => write!(f, "more than {MOST_BALLOTS} ballots"),
            Self::TooManyTies => f.write_str("required here: ties can be settled in too many ways"),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for Refusal {}
