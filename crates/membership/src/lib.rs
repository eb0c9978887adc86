//! Who is in the group, how people come in, the charter, and mandates: the only source of power besides being a member.
//!
//! What members do here is one file each in [`commands`]; what they see is one file each in
//! [`queries`]; what a decision can do here is in [`effects`]; the rules, pure, are in [`rules`].

pub mod commands;
pub mod effects;
mod entities;
pub mod mail;
pub mod powers;
pub mod queries;
pub mod rules;

commons::id! {
    /// A dated task that a decision entrusted to one person.
    MandateId
}
commons::id! {
    /// A single-use way into the group.
    InvitationId
}
