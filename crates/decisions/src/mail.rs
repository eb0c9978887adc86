//! The letters of this area.

/// There is something to vote on. It says no more than that there is news (ruling 20).
pub use membership::mail::NEWS;
