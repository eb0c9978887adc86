//! Counting votes. Pure: no store, no clock, no chance, no fraction of a number.
//!
//! Exact numbers only, because a count that rounds can turn a decision (`decisions` 3.1-1). A tie is
//! a result. The same ballots in any order give the same outcome (`decisions B13`).
//!
//! One module is one method. Those that choose among options take [`Ballots`] and give an outcome with a [`Decision`]
//! and the numbers with which it can be followed by hand. [`mod@file`] reads ballot files and writes outcome files.
//!
//! ```
//! use tally::{Ballots, Decision, OptionId, Ranking, schulze};
//!
//! let (garden, kitchen) = (OptionId::new(0), OptionId::new(1));
//! let mut ballots = Ballots::new(2);
//! ballots.add(Ranking::strict(&[garden, kitchen])?, 3)?;
//! ballots.add(Ranking::strict(&[kitchen])?, 2)?;
//! assert_eq!(schulze::count(&ballots).decision, Decision::Decided { winners: vec![garden] });
//! # Ok::<(), tally::ballots::NotCounted>(())
//! ```

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
mod places;
pub mod points;
pub mod quorum;
pub mod ranked_pairs;
pub mod schulze;
pub mod score;
mod sorted;
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
