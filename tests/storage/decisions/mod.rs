//! How a group decides, from the first draft to what the decision did.

mod closing;
mod discussion;
mod drafts;
mod effects;
mod life;
mod lists;
mod races;
mod voting;
mod walks;

pub use crate::membership::{problems, refused};
