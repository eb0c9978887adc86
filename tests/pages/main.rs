//! The real site in process, as somebody without JavaScript uses it, on both stores.
//!
//! | module | what is shown |
//! |---|---|
//! | `walk` | every route for every kind of reader; what is refused changes nothing (`reliability` R-36) |
//! | `bad_input` | whatever is sent, the answer is a kind page that keeps what was typed (`reliability` R-19) |
//! | `everywhere` | every page in the three voices, empty and lived in (`reliability` R-41) |
//! | `entering` | ways in, sessions, ways out |
//! | `no_contact` | what somebody keeps about another changes no byte of what the other is shown (`reliability` R-35) |
//! | `together` | signing together, mandates, the charter on a day |
//! | `hard_times` | keeping apart, incidents, before a removal (`mutual-aid` X2, `reliability`) |
//! | `voting` | races, deadlines, forms that outlive a session |
//! | `on_paper` | sheets, votes by telephone, the list of a vote (`decisions E3`, `E4`, `D11`) |
//! | `calls` | what pages of the phone tree and of own limits say of what somebody chose (`mutual-aid` T17, R1) |
//! | `scanner` | whoever follows every link, as mail programs do, changes nothing (`decisions E1`) |
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
mod calls;
mod entering;
mod everywhere;
mod hard_times;
mod house;
mod lived;
mod no_contact;
mod on_paper;
mod privacy;
mod program;
mod scanner;
mod site;
mod together;
mod visitor;
mod voting;
mod walk;
mod ways_back;
