//! What every area of Parpour stands on: ids, the clock, the store, the register, effects, mail, sealed text.
//!
//! Nothing here belongs to one area alone. When something grows a life of its own it becomes a crate.

pub mod area;
pub mod clock;
pub mod db;
pub mod effects;
pub mod groups;
pub mod ids;
pub mod late;
pub mod once;
pub mod outbox;
pub mod refusal;
pub mod register;
pub mod sealed;
pub mod urn_keys;
