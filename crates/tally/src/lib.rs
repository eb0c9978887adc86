//! Counting votes. Pure: no store, no clock, no chance, no fraction of a number.
//!
//! Whole numbers only, because a count that rounds can turn a decision (`decisions` 3.1-1). A tie is
//! a result. The same ballots in any order give the same outcome (`decisions B13`).

pub mod approval;
pub mod ballots;
pub mod borda;
pub mod condorcet;
pub mod consensus;
pub mod consent;
pub mod date_poll;
pub mod decision;
pub mod dots;
pub mod equal_shares;
pub mod exchange;
pub mod file;
pub mod irv;
pub mod lot;
pub mod majority;
pub mod options;
pub mod pairwise;
pub mod points;
pub mod quorum;
pub mod ranked_pairs;
pub mod schulze;
pub mod score;
pub mod stv;
pub mod temperature;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod unanimous;
pub mod without_candidates;

pub use ballots::{Approval, Ballots, Ranking, Scores};
pub use decision::Decision;
pub use majority::{Base, Choice, Counts, MajorityRule, Outcome, Threshold, Verdict};
pub use options::{OptionId, TieOrder};
pub use quorum::Quorum;
