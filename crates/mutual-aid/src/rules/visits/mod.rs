//! Visits, in a hospital, at home or in a café (`mutual-aid` 5.3, 6.4, V1-V12; `domain B2`, `B3`, `B10`; story 4.4).
//!
//! Whoever is visited opens the plan and closes it, says who, when, how long, and may say no at the door. Nobody is engaged
//! without her own yes. Why somebody is away stands nowhere.
//!
//! - [`ward`]: what a ward allows, said by whom and when.
//! - [`plan`]: her wishes, and who may change what of them.
//! - [`slot`]: one visit, from free seats to its end.
//! - [`ladder`]: what is due when, without blame.
//! - [`sight`]: who sees what, and until when.
//! - [`sheets`]: what stands on paper.

pub mod ladder;
pub mod plan;
pub mod sheets;
pub mod sight;
pub mod slot;
pub mod ward;

pub use plan::{Act, By, Caps, Faces, Plan, Schedule};
pub use slot::{Event, Manner, Slot};
pub use ward::{Fact, Ward};

use rota::Hindrance;
use thiserror::Error;

/// Why something of a visit cannot be. Each has one plain sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotPossible {
    /// Only whoever is visited does that.
    #[error("only whoever is visited does that")]
    NotHers,
    /// The plan is not open.
    #[error("the plan is not open")]
    NotOpen,
    /// She did not say yes to visits then.
    #[error("her yes to visits does not reach so far")]
    NoYes,
    /// It lies outside her hours.
    #[error("it lies outside the hours she chose")]
    HerHours,
    /// It lies outside the hours of the ward.
    #[error("the ward has no visits then")]
    WardHours,
    /// More people than she wants at once.
    #[error("she wants at most {0} at once")]
    HerCompany(u16),
    /// More people than the ward lets in at once.
    #[error("the ward lets in {0} at once")]
    WardCompany(u16),
    /// Longer than she wants.
    #[error("she wants at most {0} minutes")]
    TooLong(u32),
    /// As many visits as she wants that day or week.
    #[error("she wants no more visits in that time")]
    Enough,
    /// She would rather have a call.
    #[error("she would rather have a call")]
    CallInstead,
    /// What is known of the ward is old: somebody asks the ward first (V3).
    #[error("what is known of the ward is old")]
    OldCard,
    /// What is said is not so: no such seat, a visit that is over, an act that does not fit where it stands.
    #[error("it does not stand like that")]
    NotSo,
    /// She is not among those who may come. Kept apart looks the same (`mutual-aid` X2).
    #[error("this seat is not free for her")]
    NotForHer,
    /// Her own limits.
    #[error("her own limits say otherwise: {0}")]
    Limits(Hindrance),
    /// Whoever is visited did not say yes today, or the ward did not: the two keys.
    #[error("one of today's two yeses is missing")]
    NotToday,
}

impl NotPossible {
    /// What is read.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotHers => "visits-not-hers",
            Self::NotOpen => "visits-not-open",
            Self::NoYes => "visits-not-yes",
            Self::HerHours => "visits-not-her-hours",
            Self::WardHours => "visits-not-ward-hours",
            Self::HerCompany(_) => "visits-not-her-company",
            Self::WardCompany(_) => "visits-not-ward-company",
            Self::TooLong(_) => "visits-not-too-long",
            Self::Enough => "visits-not-enough",
            Self::CallInstead => "visits-not-call-instead",
            Self::OldCard => "visits-not-old-card",
            Self::NotSo => "visits-not-so",
            Self::NotForHer => "visits-not-for-you",
            Self::Limits(why) => why.key(),
            Self::NotToday => "visits-not-today-yet",
        }
    }

    /// The number in it, if there is one.
    pub const fn number(self) -> Option<u32> {
        match self {
            Self::HerCompany(most) | Self::WardCompany(most) => Some(most as u32),
            Self::TooLong(minutes) => Some(minutes),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
