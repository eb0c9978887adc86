//! Pure rules: no store, no clock (time is an argument).

pub mod ballot;
pub mod base;
pub mod paper;
pub mod receipt;
pub mod schedule;
pub mod state;
pub mod text;
pub mod turnout;
pub mod verdict;
