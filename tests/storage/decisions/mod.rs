//! How a group decides, from the first draft to what the decision did.

mod amendments;
mod closing;
mod collection;
mod consent;
mod discussion;
mod drafts;
mod draws;
mod effects;
mod election;
mod faults;
mod life;
mod linkage;
mod lists;
mod methods;
mod previews;
mod races;
mod secrecy;
mod summary;
mod time;
mod voting;
mod walks;
mod without_a_screen;

pub use crate::membership::{problems, refused};
