//! Points: sums that may pass what a number of JSON holds everywhere.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// So many points. Written as text, because a thousand points on 10^18 ballots do not fit in 64 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub u128);

impl Points {
    /// Adds `each` points from `ballots` ballots.
    pub fn add(&mut self, each: u64, ballots: u64) {
        self.0 = self.0.saturating_add(u128::from(each) * u128::from(ballots));
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(de::Error::custom)
    }
}
