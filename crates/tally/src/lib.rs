//! Counting votes. Pure: no store, no clock, no chance, no fraction of a number.
//!
//! Whole numbers only, because a count that rounds can turn a decision (`decisions` 3.1-1). A tie is
//! a result. The same ballots in any order give the same outcome (`decisions B13`).

pub mod majority;
pub mod quorum;

pub use majority::{Base, Choice, Counts, MajorityRule, Outcome, Threshold, Verdict};
pub use quorum::Quorum;
