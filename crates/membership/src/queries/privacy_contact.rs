//! Whom to write to about what the group keeps on people (Quebec, P-39.1 s. 3.1; `domain` 2.13): the title of a
//! mandate and a generic address, never the name or the address of a person.

use crate::powers::{KeepIncidents, Power, PrivacyContact};
use crate::queries::{charter, mandates};
use commons::db::Scope;
use commons::refusal::Broken;
use serde::Serialize;

/// Whom to write to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// The title of the mandate.
    pub title: String,
    /// The address that the charter says; empty when it says none.
    pub address: String,
}

/// Whom to write to; none while nobody holds a mandate for it.
///
/// # Errors
/// When the store fails.
pub async fn contact(scope: &Scope<'_>) -> Result<Option<Contact>, Broken> {
    let Some(mandate) = holding(scope, PrivacyContact::NAME).await? else { return Ok(None) };
    let address = charter::charter(scope).await?.text("privacy_address").to_owned();
    Ok(Some(Contact { title: mandate.title, address }))
}

/// Whether somebody holds the mandate to work on incidents.
///
/// # Errors
/// When the store fails.
pub async fn is_kept(scope: &Scope<'_>) -> Result<bool, Broken> {
    Ok(holding(scope, KeepIncidents::NAME).await?.is_some())
}

async fn holding(scope: &Scope<'_>, power: &str) -> Result<Option<mandates::Mandate>, Broken> {
    let running = mandates::running(scope).await?;
    Ok(running.into_iter().find(|mandate| mandate.powers.iter().any(|named| named == power)))
}
