//! The circle of close ones: what members see, one file each.
