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
pub mod whole_tree;

pub use area::MutualAid;

// The phone tree.
commons::id! {
    /// A chain of calls.
    ChainId
}
commons::id! {
    /// Something that somebody asks for during a chain.
    ChainAskId
}
commons::id! {
    /// Hours of the week in which somebody of the group is there for whoever calls.
    ListeningId
}
commons::id! {
    /// Somebody would rather have another slot of listening than hers.
    SwapId
}
commons::id! {
    /// What ties somebody to the circle of another.
    LinkId
}
commons::id! {
    /// Something to be done each day while somebody is away.
    DailyId
}
commons::id! {
    /// One thing to do in a circle that is awake.
    TaskId
}
commons::id! {
    /// That a card written beforehand was opened.
    OpeningId
}
commons::id! {
    /// Something asked of the group, or offered to it.
    AskedId
}
commons::id! {
    /// A plan of visits to one person.
    VisitPlanId
}
commons::id! {
    /// One visit.
    VisitId
}
