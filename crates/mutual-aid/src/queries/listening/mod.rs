//! Listening: what members see, one file each.
