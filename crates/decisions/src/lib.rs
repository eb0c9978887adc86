//! How a group decides: anyone proposes, somebody seconds, everybody talks, the text freezes, the vote
//! opens on a frozen roll and closes by itself, and an adopted decision acts.
//!
//! What members do here is one file each in [`commands`]; what they see is one file each in
//! [`queries`]; the rules, pure, are in [`rules`]. What decisions *do* belongs to other areas, which
//! offer effects (`commons::effects`).

pub mod amend;
mod area;
pub mod commands;
mod entities;
pub mod mail;
pub mod powers;
mod preview;
pub mod queries;
pub mod recall;
pub mod review;
pub mod rules;
pub mod stop;
mod urn;

pub use area::Decisions;

commons::id! {
    /// A proposal, from its draft to what came of it.
    ProposalId
}
commons::id! {
    /// An objection to a proposal, or a block.
    ObjectionId
}
commons::id! {
    /// A draw by lot.
    DrawId
}
commons::id! {
    /// Something said in a discussion.
    ContributionId
}
