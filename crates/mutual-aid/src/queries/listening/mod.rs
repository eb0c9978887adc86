//! Listening, as members see it: whom to call now, the slots of the coming weeks, one's own.
//!
//! A slot is not stored: it is a day of hours that come back each week. Only who took it is. Whoever took one counts as
//! long as she says yes to listening and does not rest, at the instant of reading.

mod mine;
mod now;
mod slots;
pub(crate) mod week;

pub use mine::{Hours, Mine, hours, mine};
pub use now::{Now, There, whom_can_i_call};
pub use slots::At;
pub(crate) use slots::{Apart, Listening, Placed, held, number_place, time_of};
pub(crate) use week::at_own;
pub use week::{Asked, Line, Offer, Talk, Week, asked_of, week};
