//! Coming in, by the person's own act: with a card of the founding list, or once the group admitted her (`domain A3`,
//! `A4`).

use crate::commands::{
    NewMember, add_member, checked_email, checked_name, checked_passphrase, email_index, email_is_free, invite, secret,
    session,
};
use crate::entities::{application, invitation, member};
use crate::queries::applications::{Asked, open, row_opened_by};
use crate::queries::invitations::{Invited, opened_by};
use crate::queries::{charter, people::email_place};
use crate::rules::admission::Application;
use chrono::Duration;
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, Message, No, Problem};
use commons::{register, sealed};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// What somebody who comes in typed.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// The link or the words: of a card, or of her asking to join.
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
        let place = place(tx, &typed.link_or_words).await?;
        if let Some(email) = &email
            && !email_is_free(tx, email, place.member()).await?
        {
            return Err(No::field("email", Message::new("email-taken")));
        }
        let new = NewMember { email: email.clone(), passphrase: passphrase.clone(), ..NewMember::default() };
        let member = match place {
            Place::Listed(invited, member) => {
                let used = tx.change::<invitation::Entity>().filter(invitation::Column::Id.eq(invited.id));
                used.set(invitation::Column::Used, true).go().await?;
                take_place(tx, member, invited.made_by, new).await?
            }
            Place::Admitted(row) => take_new_place(tx, row, &typed.name, new).await?,
        };
        session::remember(tx, &typed.sending, member, typed.own_device).await?;
        Ok(session::open(tx, member, typed.own_device).await?)
    })
    .await
}

/// A place that waits for somebody.
enum Place {
    /// Of the founding list, with the card that opens it.
    Listed(Invited, MemberId),
    /// Of somebody whom the group admitted.
    Admitted(application::Model),
}

impl Place {
    fn member(&self) -> Option<MemberId> {
        match self {
            Self::Listed(_, member) => Some(*member),
            Self::Admitted(_) => None,
        }
    }
}

/// The place that a link or words open. An invitation opens none: it is a way to ask.
async fn place(scope: &Scope<'_>, link_or_words: &str) -> Result<Place, No> {
    if let Some(invited) = opened_by(scope, link_or_words).await? {
        let member = invited.member.ok_or_else(|| No::conflict("join-ask-first"))?;
        return Ok(Place::Listed(invited, member));
    }
    let row = row_opened_by(scope, link_or_words).await?.ok_or_else(gone)?;
    match row.state {
        Application::Admitted => Ok(Place::Admitted(row)),
        Application::Asked => Err(No::conflict("join-not-yet")),
        Application::Withdrawn | Application::Closed => Err(gone()),
    }
}

/// Everything there is to correct, all at once.
async fn check(db: &Db, group: GroupId, typed: &Arrival) -> Result<(Option<String>, Option<String>), No> {
    let named = match place(&db.read(group), &typed.link_or_words).await? {
        Place::Listed(..) => Ok(()),
        Place::Admitted(_) => checked_name("name", &typed.name).map(drop),
    };
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

async fn take_new_place(
    tx: &Tx<'_>,
    row: application::Model,
    typed_name: &str,
    new: NewMember,
) -> Result<MemberId, No> {
    let name = checked_name("name", typed_name).map_err(|problem| No::Invalid(vec![problem]))?;
    if !invite::free_name(tx, &name).await? {
        return Err(No::Invalid(vec![Problem::new("name", Message::new("name-taken"))]));
    }
    let through = row.signed_by.clone();
    let member = seat(tx, open(tx, row)?, NewMember { name, ..new }).await?;
    joined(tx, register::kinds::JOINED, member, member, &through).await?;
    Ok(member)
}

/// Somebody whose sheet of paper `by` wrote down, and whom the group admitted: her signature on the sheet was her own
/// act. She has no way in here until somebody hands her a card, and needs none.
pub(crate) async fn seat_on_paper(tx: &Tx<'_>, row: application::Model, by: MemberId) -> Result<(), No> {
    let through = row.signed_by.clone();
    let asked = open(tx, row)?;
    let new = NewMember { name: asked.name.clone(), ..NewMember::default() };
    if !invite::free_name(tx, &new.name).await? {
        return Err(No::conflict("paper-name-taken"));
    }
    let member = seat(tx, asked, new).await?;
    Ok(joined(tx, register::kinds::JOINED_ON_PAPER, member, by, &through).await?)
}

/// Makes her a member, or an allied person when she asked to come as one; nothing of her asking is left but that
/// somebody came in that day.
async fn seat(tx: &Tx<'_>, asked: Asked, new: NewMember) -> Result<MemberId, No> {
    let votes_from = tx.now() + Duration::days(i64::from(charter::charter(tx).await?.first_vote_days()));
    let described = asked.as_ally.then_some(asked.described);
    let member = add_member(tx, NewMember { described, ..new }, votes_from).await?;
    let served = application::ActiveModel {
        id: Set(asked.id),
        name: Set(None),
        described: Set(None),
        entered_at: Set(Some(tx.now())),
        ..Default::default()
    };
    tx.update(served).await?;
    Ok(member)
}

/// The register says through whom she came in, the first of those who signed: people brought in by one person are one
/// branch (`reliability D6`).
async fn joined(tx: &Tx<'_>, kind: &'static str, member: MemberId, by: MemberId, signers: &str) -> Result<(), Broken> {
    let votes_from = tx.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?;
    let votes_from = votes_from.map(|row| register::chain::second(row.votes_from));
    let mut body = json!({ "votes_from": votes_from });
    if let (Some(first), Some(fields)) = (signers.split_whitespace().next(), body.as_object_mut()) {
        fields.insert("invited_by".to_owned(), json!(first));
    }
    let about = Some(member.to_string());
    register::append(tx, register::New { kind, actors: &[by], about, body }).await?;
    Ok(())
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
