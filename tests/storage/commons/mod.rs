//! What every area stands on.

mod durability;
mod migrations;
mod schema;
