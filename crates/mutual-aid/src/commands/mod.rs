//! What members do here, one folder for each part, one file for each thing.

pub mod calls;
pub mod circle;
pub mod limits;
pub mod listening;
mod reminders;
pub mod settle;
pub mod visits;
