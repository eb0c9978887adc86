//! The program: settings, command line, and the one place where every area is put together ([`areas`]).
//!
//! It is a library so that the tests can start it with a clock of their own; the program itself takes
//! its time from the machine and has no door to change it (ruling 34).

pub mod areas;
pub mod check;
pub mod cli;
pub mod count;
pub mod demo;
pub mod lot;
pub mod mail;
pub mod serve;
pub mod settings;
pub mod simulate;
pub mod verify;
pub mod words;
pub mod worker;
