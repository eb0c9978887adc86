//! The phone tree, as members see it: counts for everybody, and of people only what is their own to call (ruling 2).

pub mod chains;
pub mod people;
pub mod sheets;
pub mod tree;
