//! What members see of this area, one file each.

pub mod list;
pub mod proposal;
pub mod today;
pub mod versions;
