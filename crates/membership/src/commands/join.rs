//! Coming in with an invitation or a card: by the person's own act, with one required field (`domain A3`, `A4`).

use crate::commands::{
    NewMember, add_member, checked_email, checked_name, checked_passphrase, email_index, email_is_free, invite, secret,
    session,
};
use crate::entities::{invitation, member};
use crate::queries::invitations::opened_by;
use crate::queries::{charter, people::email_place};
use chrono::Duration;
use commons::db::{Db, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Message, No, Problem};
use commons::{register, sealed};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// What somebody who comes in typed.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// The link or the card's words.
    pub link_or_words: String,
    /// What she wants to be called. Not asked of somebody on the founding list.
    pub name: String,
    /// An address to sign in with, or nothing.
    pub email: String,
    /// A passphrase to sign in with, or nothing.
    pub passphrase: String,
    /// Whether the device is hers alone.
    pub own_device: bool,
    /// The form, as [`session::enter_again`] knows it; empty for none.
    pub sending: String,
}

/// Comes in, and returns the token of a session.
///
/// # Errors
/// What to correct, or that the invitation is no longer good.
pub async fn join(db: &Db, group: GroupId, typed: Arrival) -> Result<String, No> {
    let (email, passphrase) = check(db, group, &typed).await?;
    // Hashed before the write begins: it takes time, and nobody should wait for it.
    let passphrase = match passphrase {
        Some(passphrase) => Some(secret::hash(&passphrase).await?),
        None => None,
    };
    db.write(group, async |tx: &Tx<'_>| {
        let invited = opened_by(tx, &typed.link_or_words).await?.ok_or_else(gone)?;
        if let Some(email) = &email
            && !email_is_free(tx, email, invited.member).await?
        {
            return Err(No::field("email", Message::new("email-taken")));
        }
        let new = NewMember { name: String::new(), email: email.clone(), passphrase: passphrase.clone() };
        let member = match invited.member {
            Some(member) => take_place(tx, member, invited.made_by, new).await?,
            None => take_new_place(tx, &typed.name, new).await?,
        };
        let used = tx.change::<invitation::Entity>().filter(invitation::Column::Id.eq(invited.id));
        used.set(invitation::Column::Used, true).go().await?;
        session::remember(tx, &typed.sending, member, typed.own_device).await?;
        Ok(session::open(tx, member, typed.own_device).await?)
    })
    .await
}

/// Everything there is to correct, all at once.
async fn check(db: &Db, group: GroupId, typed: &Arrival) -> Result<(Option<String>, Option<String>), No> {
    let invited = opened_by(&db.read(group), &typed.link_or_words).await?.ok_or_else(gone)?;
    let named = if invited.member.is_none() { checked_name("name", &typed.name).map(drop) } else { Ok(()) };
    match (ways_in(typed), named) {
        (ways, Ok(())) => ways,
        (Err(No::Invalid(others)), Err(problem)) => Err(No::Invalid([vec![problem], others].concat())),
        (_, Err(problem)) => Err(No::Invalid(vec![problem])),
    }
}

fn gone() -> No {
    No::Expired(Message::new("join-gone"))
}

/// At least one way to come back.
fn ways_in(typed: &Arrival) -> Result<(Option<String>, Option<String>), No> {
    let (email, passphrase) =
        (checked_email("email", &typed.email), checked_passphrase("passphrase", &typed.passphrase));
    match (email, passphrase) {
        (Ok(None), Ok(None)) => Err(No::field("passphrase", Message::new("join-needs-way-in"))),
        (Ok(email), Ok(passphrase)) => Ok((email, passphrase)),
        (email, passphrase) => Err(No::Invalid([email.err(), passphrase.err()].into_iter().flatten().collect())),
    }
}

async fn take_new_place(tx: &Tx<'_>, typed_name: &str, new: NewMember) -> Result<MemberId, No> {
    let name = checked_name("name", typed_name).map_err(|problem| No::Invalid(vec![problem]))?;
    if !invite::free_name(tx, &name).await? {
        return Err(No::Invalid(vec![Problem::new("name", Message::new("name-taken"))]));
    }
    let waits = charter::charter(tx).await?.first_vote_days();
    let votes_from = tx.now() + Duration::days(i64::from(waits));
    let member = add_member(tx, NewMember { name, ..new }, votes_from).await?;
    let entry = register::New {
        kind: register::kinds::JOINED,
        actors: &[member],
        about: Some(member.to_string()),
        body: serde_json::json!({ "votes_from": register::chain::second(votes_from) }),
    };
    register::append(tx, entry).await?;
    Ok(member)
}

/// Takes the place that waits on the founding list. Everybody reads in the register that it was taken, and with
/// whose card: whoever hands a card could keep it, and this is how it would be seen.
async fn take_place(tx: &Tx<'_>, id: MemberId, handed_by: MemberId, new: NewMember) -> Result<MemberId, No> {
    let key = sealed::key_of(tx, id).await?;
    let free =
        tx.find::<member::Entity>().filter(member::Column::Id.eq(id)).filter(member::Column::Passphrase.is_null());
    if !free.filter(member::Column::EmailIndex.is_null()).any().await? {
        return Err(gone());
    }
    let row = member::ActiveModel {
        id: Set(id),
        email: Set(new.email.as_ref().map(|email| key.seal(&email_place(id), email.as_bytes())).transpose()?),
        email_index: Set(new.email.as_ref().map(|email| email_index(tx, email))),
        passphrase: Set(new.passphrase),
        ..Default::default()
    };
    tx.update(row).await?;
    let entry = register::New {
        kind: register::kinds::ENTERED,
        actors: &[id],
        about: Some(id.to_string()),
        body: serde_json::json!({ "handed_by": handed_by.to_string() }),
    };
    register::append(tx, entry).await?;
    Ok(id)
}
