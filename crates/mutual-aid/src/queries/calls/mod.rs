//! The phone tree: what members see, one file each.
