//! Pure rules: no store, no clock (time is an argument).

pub mod admission;
pub mod charter;
pub mod consent;
pub mod contact;
pub mod incident;
pub mod kernel;
pub mod legal;
pub mod mandates;
pub mod names;
pub mod passphrase;
pub mod pause;
pub mod power;
pub mod recovery;
pub mod removal;
pub mod standing;
pub mod welcome_pair;
