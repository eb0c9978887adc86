//! What members see of this area, one file each.

pub mod after;
pub mod amendments;
pub(crate) mod counted;
pub mod list;
pub mod mine;
pub mod objections;
pub mod paper;
pub mod proposal;
pub mod roll;
pub mod today;
pub mod versions;
