//! The letters of this area. Their subjects say nothing of the group, a person or a subject (ruling 20).

/// The evening before something she said yes to, when she asked for it: a day and an hour, and nothing else.
pub const APPOINTMENT: &str = "mutual-aid/appointment";
