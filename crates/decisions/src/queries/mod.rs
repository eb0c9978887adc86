//! What members see of this area, one file each.

pub mod after;
pub mod amendments;
pub mod collection;
pub(crate) mod counted;
pub mod draws;
pub mod election;
pub mod list;
pub mod mine;
pub mod objections;
pub mod paper;
pub mod passages;
pub mod proposal;
pub mod roll;
pub mod summaries;
pub mod today;
pub mod versions;
