//! The circle of close ones: what members do, one file each.
