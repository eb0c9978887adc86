//! Written unanimous resolution (`decisions` 6.4, `decisions B2`): adopted the minute the last member of the roll signs.
//!
//! For a board: Loi sur les compagnies (Québec), section 89.3, which section 224 extends to non-profit companies: a
//! resolution signed by all directors entitled to vote is as good as one adopted at a meeting.

use serde::{Deserialize, Serialize};

/// How a written resolution stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatures {
    /// Members on the roll, each entitled to one signature.
    pub roll: u64,
    /// How many have signed.
    pub signed: u64,
    /// How many have said no.
    pub refused: u64,
    /// Whether the time to sign is over.
    pub expired: bool,
}

/// What a written resolution says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Everybody signed.
    Adopted,
    /// Somebody said no, or the time is over.
    Rejected(Why),
    /// So many signatures are missing.
    Open {
        /// How many.
        missing: u64,
    },
    /// Nobody is on the roll: there is nobody to decide.
    NoResult,
}

/// Why a resolution is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// One no is enough.
    Refused,
    /// Not everybody signed in time.
    Expired,
}

/// Counts.
pub fn count(signatures: Signatures) -> Verdict {
    let Signatures { roll, signed, refused, expired } = signatures;
    if roll == 0 {
        Verdict::NoResult
    } else if refused > 0 {
        Verdict::Rejected(Why::Refused)
    } else if signed >= roll {
        Verdict::Adopted
    } else if expired {
        Verdict::Rejected(Why::Expired)
    } else {
        Verdict::Open { missing: roll - signed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(roll: u64, signed: u64, refused: u64, expired: bool) -> Verdict {
        count(Signatures { roll, signed, refused, expired })
    }

    #[test]
    fn the_last_signature_adopts() {
        assert_eq!(of(5, 4, 0, false), Verdict::Open { missing: 1 });
        assert_eq!(of(5, 5, 0, false), Verdict::Adopted);
    }

    #[test]
    fn one_no_rejects_whatever_the_others_said() {
        assert_eq!(of(5, 4, 1, false), Verdict::Rejected(Why::Refused));
        assert_eq!(of(1, 0, 1, false), Verdict::Rejected(Why::Refused));
    }

    #[test]
    fn silence_is_not_a_signature_when_the_time_is_over() {
        assert_eq!(of(5, 4, 0, true), Verdict::Rejected(Why::Expired));
        assert_eq!(of(5, 0, 0, true), Verdict::Rejected(Why::Expired));
    }

    #[test]
    fn the_last_signature_at_the_last_moment_adopts() {
        assert_eq!(of(5, 5, 0, true), Verdict::Adopted);
    }

    #[test]
    fn a_board_of_one_signs_alone() {
        assert_eq!(of(1, 1, 0, false), Verdict::Adopted);
    }

    #[test]
    fn an_empty_roll_decides_nothing() {
        assert_eq!(of(0, 0, 0, true), Verdict::NoResult);
    }
}
