//! What members do here, one folder for each part, one file for each thing.

pub mod calls;
pub mod circle;
pub mod listening;
pub mod visits;
