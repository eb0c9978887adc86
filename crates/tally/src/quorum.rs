//! How many members must take part for a vote to count (`decisions` 7.1).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How the number of members who must take part is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Quorum {
    /// So many members.
    Members(u32),
    /// At least so many per cent of the roll, 1 to 100.
    Percent(u8),
    /// More than half of the roll.
    Majority,
}

impl Quorum {
    /// How many of a roll of `roll` members must take part; never more than the roll.
    ///
    /// "At least x %" is rounded up; "majority" is `roll / 2 + 1` rounded down: 20 of 39, not 21
    /// (`decisions` 3.1-2).
    pub fn required(self, roll: u64) -> u64 {
        let wanted = match self {
            Self::Members(count) => u64::from(count),
            Self::Percent(percent) => u64::from(percent).saturating_mul(roll).div_ceil(100),
            Self::Majority => roll / 2 + 1,
        };
        wanted.min(roll)
    }
}

/// Not `12`, `33%` or `majority`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAQuorum;

impl fmt::Display for NotAQuorum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a quorum: write 12, 33% or majority")
    }
}

impl std::error::Error for NotAQuorum {}

impl fmt::Display for Quorum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Members(count) => write!(f, "{count}"),
            Self::Percent(percent) => write!(f, "{percent}%"),
            Self::Majority => f.write_str("majority"),
        }
    }
}

impl FromStr for Quorum {
    type Err = NotAQuorum;

    fn from_str(text: &str) -> Result<Self, NotAQuorum> {
        let text = text.trim();
        if text == "majority" {
            return Ok(Self::Majority);
        }
        match text.strip_suffix('%') {
            Some(percent) => match percent.trim().parse() {
                Ok(percent @ 1..=100) => Ok(Self::Percent(percent)),
                _ => Err(NotAQuorum),
            },
            None => text.parse().map(Self::Members).map_err(|_| NotAQuorum),
        }
    }
}

impl From<Quorum> for String {
    fn from(quorum: Quorum) -> Self {
        quorum.to_string()
    }
}

impl TryFrom<String> for Quorum {
    type Error = NotAQuorum;
    fn try_from(text: String) -> Result<Self, NotAQuorum> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn required_at_known_sizes() {
        for (quorum, roll, required) in [
            (Quorum::Majority, 39, 20),
            (Quorum::Majority, 40, 21),
            (Quorum::Majority, 1, 1),
            (Quorum::Percent(33), 35, 12),
            (Quorum::Percent(50), 19, 10),
            (Quorum::Percent(100), 7, 7),
            (Quorum::Percent(1), 3, 1),
            (Quorum::Members(12), 35, 12),
            (Quorum::Members(12), 9, 9),
            (Quorum::Members(0), 9, 0),
            (Quorum::Percent(50), 0, 0),
        ] {
            assert_eq!(quorum.required(roll), required, "{quorum} of {roll}");
        }
    }

    proptest! {
        #[test]
        fn at_least_x_per_cent_is_the_smallest_number_that_is(percent in 1u8..=100, roll in 0u64..100_000) {
            let required = Quorum::Percent(percent).required(roll);
            prop_assert!(required * 100 >= u64::from(percent) * roll);
            prop_assert!(required == 0 || (required - 1) * 100 < u64::from(percent) * roll);
        }

        #[test]
        fn a_majority_is_the_smallest_number_over_half(roll in 1u64..100_000) {
            let required = Quorum::Majority.required(roll);
            prop_assert!(2 * required > roll && 2 * (required - 1) <= roll);
        }

        #[test]
        fn what_is_written_reads_back(quorum in prop_oneof![
            any::<u32>().prop_map(Quorum::Members), (1u8..=100).prop_map(Quorum::Percent), Just(Quorum::Majority)]) {
            prop_assert_eq!(quorum.to_string().parse(), Ok(quorum));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,20}") {
            let _ = text.parse::<Quorum>();
        }
    }
}
