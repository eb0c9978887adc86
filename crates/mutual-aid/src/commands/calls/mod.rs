//! The phone tree: what members do, one file each.
