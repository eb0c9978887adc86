//! What every area stands on.

mod durability;
mod effects;
pub mod kept;
mod migrations;
mod once;
mod outbox;
mod post_office;
mod register;
mod schema;
mod sealed;
mod worker;
