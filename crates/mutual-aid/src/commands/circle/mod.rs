//! The circle of close ones: making it, answering it, opening the card and waking it, a neighbour without account, and
//! what is asked of the group.

mod awake;
mod board;
mod card;
mod links;
mod neighbour;
mod settle;
mod tasks;

pub use awake::{
    AT_REQUEST, DidOpen, NewOpening, Part, YesNoted, note_yes, open_circle, shut_card, sleep, sleep_opened,
    wake_opened, wake_own,
};
pub use board::{ask, take_back};
pub use card::{NewDaily, add_daily, add_holder, remove_daily, remove_holder, write_card};
pub(crate) use links::end_link;
pub use links::{NewNeighbour, add_member, add_neighbour, answer, make_code, remove, say_yes};
pub use neighbour::{Did, act, note_stop, use_code};
pub use settle::settle_circle;
pub use tasks::{NewTask, Taken, add_task, give_back, remove_task, take};

use crate::rules::circle::NotPossible;
use commons::refusal::{Message, No};

fn not_possible(why: NotPossible) -> No {
    No::Conflict(Message::new(why.key()))
}

/// Words of a person, not empty and not too long.
fn words_of<'t>(field: &'static str, typed: &'t str, most: usize, missing: &'static str) -> Result<&'t str, No> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(No::field(field, Message::new(missing)));
    }
    let over = typed.chars().count().saturating_sub(most);
    if over > 0 {
        return Err(No::field(field, Message::new("too-long").with("over", over)));
    }
    Ok(typed)
}
