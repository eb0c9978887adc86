//! Taking turns: whoever gives time keeps her own limits, is asked quietly, and is never put anywhere without her yes.
//! Visits, listening, shifts and kitchens all stand on it.
//!
//! Pure: no store, no clock (time is an argument), no chance, no fraction of a number. People, slots and seats are of any
//! type that can be copied and put in order. What pairs people asks its caller who is not put together with whom
//! (`mutual-aid` 5.2, X1).
//!
//! - [`limits`]: what somebody gives, and what she doesn't: one check for everything that asks her.
//! - [`cover`]: who is asked when a seat is free, in which order, and when it ends.
//! - [`opening`]: how a list of seats opens: first come, in rounds, or by lot.
//! - [`proposals`]: who could take which seat, so that turns are even. Proposals, never assignments.
//!
//! Nothing here adds up what a person gave or owes (`mutual-aid` R5, `domain B8`).

pub mod cover;
mod flow;
pub mod limits;
pub mod opening;
pub mod order;
pub mod proposals;
pub mod time;

pub use limits::{Engagement, Hindrance, Kind, Limits};
pub use time::{Stretch, Time};
