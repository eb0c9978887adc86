//! Pure rules: no store, no clock (time is an argument).

pub mod charter;
pub mod names;
pub mod passphrase;
pub mod power;
