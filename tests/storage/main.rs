//! Everything that reaches a store, on SQLite and on PostgreSQL: commands, queries, races, durability.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on stops at once, and says so"
)]

mod canaries;
mod commons;
mod decisions;
mod membership;
mod mutual_aid;
mod upgrades;
