//! The pages of Parpour: everything a person sees, and the only place where words are put on things.
//!
//! [`kit`] is the edge every page stands on; [`pages`] are the pages themselves, area by area.
//! Nothing here can reach a row of the database: this crate does not know the object mapper.

pub mod kit;
pub mod pages;
