//! The outcome file: `parpour-outcome/1` (`formats/ballots.md`, "Outcome").

use super::{BallotFile, Counted, Method};
use crate::decision::Decision;
use crate::majority;
use crate::options::OptionId;
use serde::Serialize;
use serde_json::{Map, Value};

/// What `format` says in an outcome file.
pub const FORMAT: &str = "parpour-outcome/1";

/// How a count ended, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Somebody won.
    Decided,
    /// A majority vote: yes.
    Adopted,
    /// A majority vote: no.
    Rejected,
    /// A tie.
    Tied,
    /// A majority vote: too few took part.
    NoQuorum,
    /// Nothing was expressed, or nothing won.
    NoResult,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    method: Method,
    status: Status,
    winners: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tied: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranking: Option<Vec<Vec<&'a str>>>,
    ballots: u64,
    details: Value,
}

impl Counted {
    /// Who won, for methods that choose among options.
    pub const fn decision(&self) -> Option<&Decision> {
        match self {
            Self::Majority(_) => None,
            Self::Approval(outcome) => Some(&outcome.decision),
            Self::Score(outcome) => Some(&outcome.decision),
            Self::Schulze(outcome) => Some(&outcome.decision),
            Self::RankedPairs(outcome) => Some(&outcome.decision),
            Self::Irv(outcome) => Some(&outcome.decision),
            Self::Borda(outcome) => Some(&outcome.decision),
            Self::Condorcet(outcome) => Some(&outcome.decision),
            Self::Stv(outcome) => Some(&outcome.decision),
            Self::EqualShares(outcome) => Some(&outcome.decision),
        }
    }

    /// All options, best first, for methods that rank them.
    pub fn ranking(&self) -> Option<&[Vec<OptionId>]> {
        match self {
            Self::Approval(outcome) => Some(&outcome.ranking),
            Self::Score(outcome) => Some(&outcome.ranking),
            Self::Schulze(outcome) => Some(&outcome.ranking),
            Self::Borda(outcome) => Some(&outcome.ranking),
            Self::Majority(_)
            | Self::RankedPairs(_)
            | Self::Irv(_)
            | Self::Condorcet(_)
            | Self::Stv(_)
            | Self::EqualShares(_) => None,
        }
    }

    /// How it ended.
    pub const fn status(&self) -> Status {
        match (self, self.decision()) {
            (Self::Majority(outcome), _) => match outcome.verdict {
                majority::Verdict::Adopted => Status::Adopted,
                majority::Verdict::Rejected => Status::Rejected,
                majority::Verdict::Tied => Status::Tied,
                majority::Verdict::NoQuorum => Status::NoQuorum,
                majority::Verdict::NoResult => Status::NoResult,
            },
            (_, Some(Decision::Decided { .. })) => Status::Decided,
            (_, Some(Decision::Tied { .. })) => Status::Tied,
            (_, Some(Decision::NoResult) | None) => Status::NoResult,
        }
    }

    /// What is needed to follow the count by hand.
    fn details(&self) -> serde_json::Result<Value> {
        match self {
            Self::Majority(outcome) => serde_json::to_value(outcome),
            Self::Approval(outcome) => serde_json::to_value(outcome),
            Self::Score(outcome) => serde_json::to_value(outcome),
            Self::Schulze(outcome) => serde_json::to_value(outcome),
            Self::RankedPairs(outcome) => serde_json::to_value(outcome),
            Self::Irv(outcome) => serde_json::to_value(outcome),
            Self::Borda(outcome) => serde_json::to_value(outcome),
            Self::Condorcet(outcome) => serde_json::to_value(outcome),
            Self::Stv(outcome) => serde_json::to_value(outcome),
            Self::EqualShares(outcome) => serde_json::to_value(outcome),
        }
    }
}

/// The outcome of a ballot file: one line of JSON and its end.
///
/// # Errors
/// None that is known of: every outcome can be written.
pub fn write(file: &BallotFile, counted: &Counted) -> serde_json::Result<String> {
    let named = |options: &[OptionId]| options.iter().map(|option| file.name(*option)).collect::<Vec<_>>();
    let tied = match counted.decision() {
        Some(Decision::Tied { between, .. }) => Some(named(between)),
        Some(Decision::Decided { .. } | Decision::NoResult) | None => None,
    };
    let mut details = with_names(counted.details()?, file);
    if let Value::Object(details) = &mut details {
        // These stand beside the details already.
        for elsewhere in ["decision", "ranking", "verdict"] {
            details.remove(elsewhere);
        }
    }
    let written = Written {
        format: FORMAT,
        method: file.method(),
        status: counted.status(),
        winners: counted.decision().map(|decision| named(decision.winners())).unwrap_or_default(),
        tied,
        ranking: counted.ranking().map(|tiers| tiers.iter().map(|tier| named(tier)).collect()),
        ballots: file.ballots(),
        details,
    };
    serde_json::to_string(&written).map(|line| line + "\n")
}

/// Puts names in the stead of options: each is written `#` and its place, and nothing else begins with `#`.
fn with_names(value: Value, file: &BallotFile) -> Value {
    let name = |text: String| {
        let place = text.strip_prefix('#').and_then(|place| place.parse().ok()).map(OptionId::new);
        place.map_or(text, |option| file.name(option).to_owned())
    };
    match value {
        Value::String(text) => Value::String(name(text)),
        Value::Array(values) => values.into_iter().map(|value| with_names(value, file)).collect(),
        Value::Object(entries) => {
            let entries = entries.into_iter().map(|(key, value)| (name(key), with_names(value, file)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}
