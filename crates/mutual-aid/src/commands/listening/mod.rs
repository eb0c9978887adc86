//! Listening: what members do, one file each.
