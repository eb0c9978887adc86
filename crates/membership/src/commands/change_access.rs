//! Changing one's own ways in, and whether to be written to.

use crate::commands::confirm::{Confirmed, confirm};
use crate::commands::consent::{self, Came};
use crate::commands::devices;
use crate::commands::{checked_email, checked_passphrase, email_index, email_is_free, secret, session};
use crate::entities::member;
use crate::mail;
use crate::powers::{ChangeOwnAccess, Permit};
use crate::queries::me::address_of;
use crate::queries::people::email_place;
use crate::queries::recovery;
use crate::rules::consent::Use;
use crate::rules::recovery::Barred;
use chrono::Duration;
use commons::db::{Db, Tx};
use commons::ids::{GroupId, MemberId};
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Message, No};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use subtle::ConstantTimeEq;

/// A new passphrase that passed its checks. They take a while, so they are made before the write.
#[derive(Debug)]
pub struct NewPassphrase {
    confirmed: Confirmed,
    hash: String,
}

/// A new address, or none, whose sender proved who she is.
#[derive(Debug)]
pub struct NewEmail {
    confirmed: Confirmed,
    email: Option<String>,
}

/// Checks a new passphrase, and the present one.
///
/// # Errors
/// When the present one is wrong, or the new one too weak.
pub async fn check_passphrase(
    db: &Db,
    group: GroupId,
    by: MemberId,
    present: &str,
    new: &str,
) -> Result<NewPassphrase, No> {
    let new = checked_new("new", new)?;
    let confirmed = confirm(db, group, by, present).await?;
    Ok(NewPassphrase { confirmed, hash: secret::hash(&new).await? })
}

/// A passphrase that has to be there, and strong enough.
pub(crate) fn checked_new(field: &'static str, new: &str) -> Result<String, No> {
    let new = checked_passphrase(field, new).map_err(|problem| No::Invalid(vec![problem]))?;
    new.ok_or_else(|| No::field(field, Message::new("passphrase-missing")))
}

/// Takes another passphrase. Her sessions end, save the one in hand, and so do the links in her mail.
///
/// # Errors
/// When it was changed meanwhile.
pub async fn change_passphrase(
    tx: &Tx<'_>,
    permit: Permit<ChangeOwnAccess>,
    new: NewPassphrase,
    session: &str,
) -> Result<(), No> {
    new.confirmed.still_holds(tx, permit.by()).await?;
    let row = member::ActiveModel { id: Set(permit.by()), passphrase: Set(Some(new.hash)), ..Default::default() };
    tx.update(row).await?;
    session::close_other_ways(tx, permit.by(), session).await
}

/// Checks a new address, and the present passphrase of whoever has one.
///
/// # Errors
/// When the passphrase is wrong, or the address cannot be read.
pub async fn check_email(db: &Db, group: GroupId, by: MemberId, present: &str, email: &str) -> Result<NewEmail, No> {
    let email = checked_email("email", email).map_err(|problem| No::Invalid(vec![problem]))?;
    Ok(NewEmail { confirmed: confirm(db, group, by, present).await?, email })
}

/// Sets, changes or removes the address. An address is a way in, and who changes it may not be she: the one
/// before is told, her sessions end, save the one in hand, and so do the links in her mail (`reliability T06`).
///
/// # Errors
/// When the address is taken, or no way in would be left.
pub async fn change_email(
    tx: &Tx<'_>,
    permit: Permit<ChangeOwnAccess>,
    new: NewEmail,
    session: &str,
) -> Result<(), No> {
    let (by, email) = (permit.by(), new.email);
    new.confirmed.still_holds(tx, permit.by()).await?;
    if let Some(email) = &email
        && !email_is_free(tx, email, Some(by)).await?
    {
        return Err(No::field("email", Message::new("email-taken")));
    }
    if email.is_none() && !new.confirmed.has_passphrase() {
        return Err(No::field("email", Message::new("email-last-way-in")));
    }
    recovery::refuse_barred(tx, by, Barred::ChangeAddress).await?;
    devices::note_address_change(tx, by).await?;
    tell_address_before(tx, by, email.as_deref()).await?;
    let key = sealed::key_of(tx, by).await?;
    let row = member::ActiveModel {
        id: Set(by),
        email: Set(email.as_ref().map(|email| key.seal(&email_place(by), email.as_bytes())).transpose()?),
        email_index: Set(email.as_ref().map(|email| email_index(tx, email))),
        ..Default::default()
    };
    tx.update(row).await?;
    session::close_other_ways(tx, by, session).await
}

/// Writes to the address that is about to be given up. The letter names nobody and nothing (ruling 20).
async fn tell_address_before(tx: &Tx<'_>, by: MemberId, new: Option<&str>) -> Result<(), No> {
    let Some((before, _)) = address_of(tx, by).await? else { return Ok(()) };
    if new.is_some_and(|new| new.to_lowercase() == before.to_lowercase()) {
        return Ok(());
    }
    let letter =
        Letter { to: To::Address(before), kind: mail::ADDRESS_CHANGED.to_owned(), args: Vec::new(), news: false };
    let post = Post {
        dedupe_key: format!("address-changed/{}", hex::encode(secret::fingerprint(&secret::token()))),
        letter,
        urgent: true,
        not_before: None,
        expires_at: tx.now() + Duration::days(5),
    };
    Ok(outbox::enqueue(tx, post).await?)
}

/// Ends her sessions everywhere else.
///
/// # Errors
/// When the store fails.
pub async fn close_others(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, session: &str) -> Result<(), No> {
    session::close_others(tx, permit.by(), Some(session)).await?;
    Ok(())
}

/// Says whether to be written to when there is news.
///
/// # Errors
/// When the store fails.
pub async fn want_news(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, wants: bool) -> Result<(), No> {
    Ok(consent::set(tx, permit.by(), Use::NewsByMail, wants, Came::HERSELF).await?)
}

/// Stops news with the link of a mail, without signing in (RFC 8058). Done twice, it is done.
///
/// # Errors
/// When the link is not hers.
pub async fn stop_news(tx: &Tx<'_>, id: MemberId, token: &str) -> Result<(), No> {
    let right = mail::stop_token(tx.keyring(), tx.group(), id);
    if !bool::from(right.as_bytes().ct_eq(token.as_bytes())) {
        return Err(No::NotFound);
    }
    Ok(consent::set(tx, id, Use::NewsByMail, false, Came::HERSELF).await?)
}
