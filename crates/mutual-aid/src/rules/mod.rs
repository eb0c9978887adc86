//! Pure rules: no store, no clock (time is an argument).

pub mod branch;
pub mod cascade;
pub mod chance;
pub mod change;
pub mod group;
pub mod quiet;
pub mod sheets;
pub mod simulate;
pub mod tree;
