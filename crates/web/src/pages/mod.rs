//! The pages, one module for each area, and the table of their routes.
//!
//! A handler says in its first argument who may come: [`Visit`] anybody, [`Member`] (or, with a form,
//! [`Sent`]) somebody signed in to this group, [`May<P, _>`](May) somebody who asks to use the power `P`.
//! The route table says the same ([`routes`]), and the two cannot differ: it would not compile.

pub mod decisions;
pub mod membership;
pub mod mutual_aid;
mod routes;
mod site;
mod today;
mod visit;

pub use routes::{Needs, Route, configure, routes};
pub use site::{Site, StoredSessions};
pub use visit::{May, Member, Sent, Visit, face};
