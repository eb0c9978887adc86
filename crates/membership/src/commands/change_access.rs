//! Changing one's own ways in, and whether to be written to.

use crate::commands::{checked_email, checked_passphrase, email_index, email_is_free, secret, session};
use crate::entities::member;
use crate::mail;
use crate::powers::{ChangeOwnAccess, Permit, ask};
use crate::queries::people::email_place;
use commons::db::{Db, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Message, No};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use subtle::ConstantTimeEq;

/// Takes another passphrase. Her other sessions end.
///
/// # Errors
/// When the present one is wrong, or the new one too weak.
pub async fn change_passphrase(
    db: &Db,
    group: GroupId,
    by: MemberId,
    session: &str,
    present: &str,
    new: &str,
) -> Result<(), No> {
    let new = checked_passphrase("new", new).map_err(|problem| No::Invalid(vec![problem]))?;
    let new = new.ok_or_else(|| No::field("new", Message::new("passphrase-missing")))?;
    let known = confirm(db, group, by, present).await?;
    let hash = secret::hash(&new).await?;
    db.write(group, async |tx: &Tx<'_>| {
        let permit = ask::<ChangeOwnAccess>(tx, by).await?;
        still(tx, &permit, known).await?;
        tx.update(member::ActiveModel { id: Set(permit.by()), passphrase: Set(Some(hash)), ..Default::default() })
            .await?;
        session::close_others(tx, permit.by(), Some(session)).await?;
        Ok(())
    })
    .await
}

/// Sets, changes or removes the address. Whoever has a passphrase types it.
///
/// # Errors
/// When the passphrase is wrong, the address cannot be read or is taken, or no way in would be left.
pub async fn change_email(db: &Db, group: GroupId, by: MemberId, present: &str, email: &str) -> Result<(), No> {
    let email = checked_email("email", email).map_err(|problem| No::Invalid(vec![problem]))?;
    let known = confirm(db, group, by, present).await?;
    db.write(group, async |tx: &Tx<'_>| {
        let permit = ask::<ChangeOwnAccess>(tx, by).await?;
        let has_passphrase = known.is_some();
        still(tx, &permit, known).await?;
        if let Some(email) = &email
            && !email_is_free(tx, email, Some(by)).await?
        {
            return Err(No::field("email", Message::new("email-taken")));
        }
        if email.is_none() && !has_passphrase {
            return Err(No::field("email", Message::new("email-last-way-in")));
        }
        let key = sealed::key_of(tx, by).await?;
        let row = member::ActiveModel {
            id: Set(by),
            email: Set(email.as_ref().map(|email| key.seal(&email_place(by), email.as_bytes())).transpose()?),
            email_index: Set(email.as_ref().map(|email| email_index(tx, email))),
            ..Default::default()
        };
        tx.update(row).await?;
        Ok(())
    })
    .await
}

/// Checks the present passphrase when there is one, and returns its hash.
async fn confirm(db: &Db, group: GroupId, by: MemberId, present: &str) -> Result<Option<String>, No> {
    let row =
        db.read(group).find::<member::Entity>().filter(member::Column::Id.eq(by)).one().await?.ok_or(No::NotFound)?;
    if let Some(hash) = &row.passphrase
        && !secret::is_right(present, Some(hash.clone())).await?
    {
        return Err(No::field("present", Message::new("passphrase-wrong")));
    }
    Ok(row.passphrase)
}

/// Nothing changed between the check and the write.
async fn still(tx: &Tx<'_>, permit: &Permit<ChangeOwnAccess>, known: Option<String>) -> Result<(), No> {
    let row =
        tx.find::<member::Entity>().filter(member::Column::Id.eq(permit.by())).one().await?.ok_or(No::NotFound)?;
    if row.passphrase == known { Ok(()) } else { Err(No::conflict("error-changed-meanwhile")) }
}

/// Says whether to be written to when there is news.
///
/// # Errors
/// When the store fails.
pub async fn want_news(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, wants: bool) -> Result<(), No> {
    tx.update(member::ActiveModel { id: Set(permit.by()), wants_news: Set(wants), ..Default::default() }).await?;
    Ok(())
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
    tx.change::<member::Entity>().filter(member::Column::Id.eq(id)).set(member::Column::WantsNews, false).go().await?;
    Ok(())
}
