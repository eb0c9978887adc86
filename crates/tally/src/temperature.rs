//! Gradients of agreement and the sense check: how warm a group is to an idea (`decisions` 6.9, `decisions B6`).
//!
//! They decide nothing. Their outcome has no winner and no verdict, so that no code can take one from it, and it says
//! so itself: [`NonBinding`]. Gradients: Sam Kaner, "Facilitator's Guide to Participatory Decision-Making", 1996.

use serde::{Deserialize, Serialize};

/// Written `"non_binding"` in every outcome that decides nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonBinding {
    /// Nothing follows from it.
    #[default]
    NonBinding,
}

/// An answer on a scale from warmest to coldest.
pub trait Scale: Copy + Ord + 'static {
    /// Every level, warmest first.
    const LEVELS: &'static [Self];
}

/// Kaner's eight gradients of agreement, warmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gradient {
    /// "I like it."
    Endorse,
    /// "Basically I like it."
    MinorPointOfContention,
    /// "I can live with it."
    AgreeWithReservations,
    /// "I have no opinion."
    Abstain,
    /// "I do not like this, but I don't want to hold up the group."
    StandAside,
    /// "I want my disagreement noted, and I'll support the decision."
    DisagreeButSupport,
    /// "I want to talk more, and I won't take part in carrying it out."
    DisagreeAndStayOut,
    /// "I can't go along."
    CannotGoAlong,
}

impl Scale for Gradient {
    const LEVELS: &'static [Self] = &[
        Self::Endorse,
        Self::MinorPointOfContention,
        Self::AgreeWithReservations,
        Self::Abstain,
        Self::StandAside,
        Self::DisagreeButSupport,
        Self::DisagreeAndStayOut,
        Self::CannotGoAlong,
    ];
}

/// Thumbs of a sense check, warmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// Thumb up.
    For,
    /// Thumb sideways: unsure.
    Unsure,
    /// Thumb down.
    Against,
}

impl Scale for Sense {
    const LEVELS: &'static [Self] = &[Self::For, Self::Unsure, Self::Against];
}

/// How warm a group is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome<S> {
    /// That nothing follows from it.
    pub binding: NonBinding,
    /// How many answered.
    pub answers: u64,
    /// How many gave each level, warmest first; every level is there.
    pub distribution: Vec<(S, u64)>,
    /// The answer in the middle; both middle ones, when their number is even and they differ; none without answers.
    pub median: Option<(S, S)>,
}

/// Counts answers on a scale.
pub fn count<S: Scale>(answers: impl IntoIterator<Item = S>) -> Outcome<S> {
    let mut distribution: Vec<(S, u64)> = S::LEVELS.iter().map(|level| (*level, 0)).collect();
    for answer in answers {
        if let Some((_, count)) = distribution.iter_mut().find(|(level, _)| *level == answer) {
            *count = count.saturating_add(1);
        }
    }
    let answers = distribution.iter().fold(0u64, |sum, (_, count)| sum.saturating_add(*count));
    let (below, above) = (answers.saturating_sub(1) / 2, answers / 2);
    let median = nth(&distribution, below).zip(nth(&distribution, above));
    Outcome { binding: NonBinding::NonBinding, answers, distribution, median }
}

/// The answer at `place`, from 0, when all stand in a row, warmest first.
fn nth<S: Scale>(distribution: &[(S, u64)], place: u64) -> Option<S> {
    let mut passed = 0u64;
    distribution.iter().find_map(|(level, count)| {
        passed = passed.saturating_add(*count);
        (passed > place).then_some(*level)
    })
}
