//! Who is in the group, how people come in, the charter, and mandates: the only source of power besides being a member.
//!
//! What members do here is one file each in [`commands`]; what they see is one file each in
//! [`queries`]; what a decision can do here is in [`effects`]; the rules, pure, are in [`rules`].

pub mod admission;
mod area;
pub mod commands;
pub mod effects;
mod entities;
pub mod hand_card;
pub mod joint;
pub mod mail;
pub mod powers;
pub mod queries;
pub mod rules;
pub mod suspension;

pub use area::Membership;

commons::id! {
    /// A dated task that a decision entrusted to one person.
    MandateId
}
commons::id! {
    /// An act that several members sign together.
    JointId
}
commons::id! {
    /// A single-use way into the group.
    InvitationId
}
commons::id! {
    /// One way to reach a member outside this tool.
    ContactId
}
commons::id! {
    /// A line of the register that the law asks of an incorporated group.
    LegalEntryId
}
commons::id! {
    /// A request to come back to a place.
    RecoveryId
}
commons::id! {
    /// A lesser measure that a decision set for a time.
    MeasureId
}
commons::id! {
    /// The removal of one person, from its notice to its end.
    RemovalId
}
commons::id! {
    /// An entry of the register of confidentiality incidents.
    IncidentId
}
commons::id! {
    /// Somebody's asking to join. Its time of birth says nothing: it is made from the form that was sent.
    ApplicationId
}
commons::id! {
    /// One yes to one use of somebody's data, from its beginning to its end.
    ConsentId
}
commons::id! {
    /// Something that was done for a member at her request.
    AtRequestId
}
