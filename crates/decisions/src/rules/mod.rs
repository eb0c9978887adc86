//! Pure rules: no store, no clock (time is an argument).

pub mod base;
pub mod schedule;
pub mod state;
pub mod text;
pub mod verdict;
