//! Visits: what members do, one file each.
