//! What a member sees of herself.

use crate::entities::member;
use crate::queries::people::{email_place, name_place};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use commons::sealed;
use sea_orm::ColumnTrait;
use serde::Serialize;

/// Everything the group keeps about her in this area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Me {
    /// Who.
    pub id: MemberId,
    /// What she is called.
    pub name: String,
    /// Her address, which nobody else reads.
    pub email: Option<String>,
    /// Whether she has a passphrase.
    pub has_passphrase: bool,
    /// Whether she asked to be written to when there is news.
    pub wants_news: bool,
    /// Since when she is here.
    pub joined_at: Time,
    /// From when she votes.
    pub votes_from: Time,
}

/// Herself.
///
/// # Errors
/// When she is not a member, or the store fails.
pub async fn me(scope: &Scope<'_>, member: MemberId) -> Result<Me, No> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?.ok_or(No::NotFound)?;
    let key = sealed::key_of(scope, member).await?;
    let email = row.email.as_ref().map(|email| key.open_text(&email_place(member), email)).transpose()?;
    Ok(Me {
        id: member,
        name: key.open_text(&name_place(member), &row.name)?,
        email,
        has_passphrase: row.passphrase.is_some(),
        wants_news: row.wants_news,
        joined_at: row.joined_at,
        votes_from: row.votes_from,
    })
}

/// The address to write to her, at the moment a letter leaves; none when she has none.
///
/// # Errors
/// When the store fails.
pub async fn address_of(scope: &Scope<'_>, member: MemberId) -> Result<Option<(String, bool)>, Broken> {
    match me(scope, member).await {
        Ok(me) => Ok(me.email.map(|email| (email, me.wants_news))),
        Err(No::Broken(broken)) => Err(broken),
        Err(_) => Ok(None),
    }
}
