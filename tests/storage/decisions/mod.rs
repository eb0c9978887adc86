//! How a group decides, from the first draft to what the decision did.

mod closing;
mod discussion;
mod drafts;
mod effects;
mod faults;
mod life;
mod linkage;
mod lists;
mod previews;
mod races;
mod secrecy;
mod voting;
mod walks;
mod without_a_screen;

pub use crate::membership::{problems, refused};
