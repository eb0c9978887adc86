//! Listening: saying yes to it, the hours of the group, taking a slot, changing places, and what the clock brings.

mod hours;
mod settle;
mod slots;
mod swap;
mod yes;

pub use hours::{NewHours, give_up, open};
pub use settle::settle_listening;
pub(crate) use settle::{begin_cover, end_cover};
pub use slots::{Answered, Left, answer, leave, take};
pub use swap::{accept_swap, ask_swap, take_swap_back};
pub(crate) use yes::minute_of;
pub use yes::{Settings, be_listened, listen, stop};

use crate::rules::listening::NotTaken;
use commons::refusal::{Message, No};

fn not_taken(why: NotTaken) -> No {
    No::Conflict(Message::new(why.key()))
}
