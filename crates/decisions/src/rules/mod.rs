//! Pure rules: no store, no clock (time is an argument).

pub mod amendments;
pub mod ballot;
pub mod base;
pub mod by_charter;
pub mod counting;
pub mod draw;
pub mod election;
pub mod exchange;
pub mod explain;
pub mod fallback;
pub mod marks;
pub mod paper;
pub mod paragraphs;
pub mod question;
pub mod receipt;
pub mod rounds;
pub mod schedule;
pub mod state;
pub mod text;
pub mod timing;
pub mod turnout;
pub mod verdict;
pub mod warmth;
