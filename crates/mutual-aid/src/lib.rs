//! Being there for one another: by phone, by listening, by visits, by a circle of close ones.
//!
//! What members do is one folder for each part in [`commands`], what they see in [`queries`]. The rules, pure, are in
//! [`rules`]. A tree is grown from those who said yes ([`rules::tree`]), a chain of calls runs along it
//! ([`rules::cascade`]), nobody is called in the hours when she sleeps ([`rules::quiet`]), a group tries it out before it
//! needs it ([`rules::simulate`]), and paper is enough ([`rules::sheets`]). Somebody listens ([`rules::listening`]), comes
//! to see whoever asked for it ([`rules::visits`]), and a circle of close ones wakes when it is called
//! ([`rules::circle`]).

mod area;
pub mod commands;
mod entities;
pub mod mail;
pub mod powers;
pub mod queries;
pub mod rules;

pub use area::MutualAid;

commons::id! {
    /// A plan of visits to one person.
    VisitPlanId
}
commons::id! {
    /// One visit.
    VisitId
}
