//! Pure rules: no store, no clock (time is an argument).

pub mod branch;
pub mod calls;
pub mod cascade;
pub mod chance;
pub mod change;
pub mod circle;
pub mod group;
pub mod hours;
pub mod limits;
pub mod listening;
pub mod quiet;
pub mod sheets;
pub mod simulate;
pub mod tree;
pub mod visits;
