//! The real site in process, as somebody without JavaScript uses it, on both stores.
//!
//! | module | what is shown |
//! |---|---|
//! | `walk` | every route for every kind of reader; what is refused changes nothing (`reliability` R-36) |
//! | `bad_input` | whatever is sent, the answer is a kind page that keeps what was typed (`reliability` R-19) |
//! | `everywhere` | every page in the three voices, empty and lived in (`reliability` R-41) |
//! | `entering` | ways in, sessions, ways out |
//! | `voting` | races, deadlines, forms that outlive a session |
//! | `program` | the command line of the real program |
//!
//! Every answer of every test goes through the rules of the house (`house`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on stops at once, and says so"
)]

mod bad_input;
mod entering;
mod everywhere;
mod house;
mod lived;
mod program;
mod site;
mod visitor;
mod voting;
mod walk;
