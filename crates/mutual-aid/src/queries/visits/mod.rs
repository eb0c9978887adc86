//! Visits: what members see, one file each.
