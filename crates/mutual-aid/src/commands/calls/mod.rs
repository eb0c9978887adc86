//! The phone tree: what each says yes to, who calls whom, chains of calls, and sheets of paper.
//!
//! Where a chain stands is stored nowhere: what happened is, and `chain.rs` makes the rest from it and the hour. What
//! people say yes to is looked up each time; a no, a pause and a distance hold from the very next look on.

pub mod act;
pub mod asks;
pub(crate) mod chain;
pub mod limits;
pub mod settle;
pub mod sheets;
pub mod start;
pub mod tree;

use crate::rules::group::Person;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::Sealed;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A member as the rules know her.
pub fn person(member: MemberId) -> Person {
    Person(member.0.as_u128())
}

/// The member whom the rules call so.
pub fn member(person: Person) -> MemberId {
    MemberId(Uuid::from_u128(person.0))
}

/// Seals something for the group: it names people, and nobody but this group's program reads it.
pub(crate) fn seal(scope: &Scope<'_>, place: &str, what: &impl Serialize) -> Result<Sealed, Broken> {
    let text = serde_json::to_vec(what).map_err(Broken::stored)?;
    scope.keyring().group_key(scope.group()).seal(place, &text)
}

pub(crate) fn open<T: DeserializeOwned>(scope: &Scope<'_>, place: &str, sealed: &Sealed) -> Result<T, Broken> {
    let text = scope.keyring().group_key(scope.group()).open(place, sealed)?;
    serde_json::from_slice(&text).map_err(Broken::stored)
}
