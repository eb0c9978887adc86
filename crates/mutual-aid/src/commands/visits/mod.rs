//! What people do about visits (`mutual-aid` V1-V12, 6.4; story 4.4). Whoever is visited decides; whoever comes decides for
//! herself; nobody is engaged without her own yes.
//!
//! - [`plans`]: asking for visits, saying who, when and where, pausing, ending.
//! - [`visiting`]: saying yes or no to one, freeing a seat, the day itself.
//! - [`for_somebody`]: writing down what somebody asked for by telephone or on paper.
//! - [`for_visitor`]: writing down what a visitor without a screen said.
//! - [`rights`]: the card of rights.
//! - `settle`: what the clock brings; `save`: a plan back to its rows; `erase`: what goes, and when.

pub(crate) mod erase;
pub mod for_somebody;
pub mod for_visitor;
pub mod plans;
pub mod rights;
mod save;
pub(crate) mod settle;
pub mod visiting;
