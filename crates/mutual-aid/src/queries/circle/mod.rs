//! The circle of close ones, as each reads it: whose it is, who is in it, whom she named, a neighbour without account.

mod board;
mod helpers;
mod helping;
mod mine;
mod neighbour;
mod opened;
mod read;

pub use board::{OnBoard, board};
pub(crate) use helpers::Helpers;
pub use helping::{Asks, Helping, TaskLine, helping};
pub use mine::{DailyLine, LinkLine, Mine, OpeningLine, TaskSeen, YesLine, mine};
pub use neighbour::{Neighbour, neighbour, sheet};
pub use opened::{Opened, opened};
pub use read::{ALL_LINE, CardLine};
pub(crate) use read::{
    Kept, card_of, close, code_words, engagements, neighbour_index, opening_of, opening_row, openings, place, task_of,
    token_index,
};
