//! What every area stands on.

mod durability;
mod migrations;
mod once;
mod outbox;
mod register;
mod schema;
mod sealed;
