//! Being there for one another: by phone, by listening, by visits, by a circle of close ones.
//!
//! So far the rules alone, in [`rules`]: no store, no pages.

pub mod rules;
