//! What members do in this area, one file each. Nothing else writes its tables.

pub mod answer_removal;
pub mod applications;
pub mod ask;
pub mod at_request;
pub mod call_me;
pub mod change_access;
pub mod circle;
pub mod confirm;
pub mod consent;
pub mod contact;
pub mod devices;
pub mod found;
pub mod give_notice;
pub mod hand_over;
pub mod incident;
pub mod invite;
pub mod join;
pub mod keep_apart;
pub mod learn;
pub mod leave;
pub mod leave_measure;
pub mod mail_link;
pub mod pause;
pub mod print_card;
pub mod read_contact;
pub mod recover;
pub mod secret;
pub mod session;
pub mod settle_removals;
pub mod sign_in;
pub mod welcome_pair;
pub mod write_welcome_page;

use crate::entities::{ally, member};
use crate::queries::people::{self, described_place, email_place, name_place};
use crate::rules::names::{LONGEST, has_hidden_signs, looks, tidy};
use crate::rules::passphrase::{self, TooWeak};
use crate::rules::standing::Standing;
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// A person about to have a place in the group.
#[derive(Clone, Debug, Default)]
pub struct NewMember {
    /// What she is called, in tidy form.
    pub name: String,
    /// Her address, if she gave one.
    pub email: Option<String>,
    /// The hash of her passphrase, if she took one.
    pub passphrase: Option<String>,
    /// How an allied person describes herself; none for a member.
    pub described: Option<String>,
}

async fn add_member(tx: &Tx<'_>, new: NewMember, votes_from: Time) -> Result<MemberId, No> {
    let id = MemberId::new();
    let key = sealed::new_key(tx, id).await?;
    let row = member::ActiveModel {
        id: Set(id),
        name: Set(key.seal(&name_place(id), new.name.as_bytes())?),
        email: Set(new.email.as_ref().map(|email| key.seal(&email_place(id), email.as_bytes())).transpose()?),
        email_index: Set(new.email.as_ref().map(|email| email_index(tx, email))),
        passphrase: Set(new.passphrase),
        wants_news: Set(false),
        standing: Set(if new.described.is_some() { Standing::Ally } else { Standing::Active }),
        joined_at: Set(tx.now()),
        votes_from: Set(votes_from),
        standing_until: Set(None),
        ..Default::default()
    };
    tx.insert(row).await?;
    if let Some(described) = new.described {
        let described = key.seal(&described_place(id), described.as_bytes())?;
        tx.insert(ally::ActiveModel { member_id: Set(id), described: Set(described), ..Default::default() }).await?;
    }
    Ok(id)
}

fn email_index(tx: &Tx<'_>, email: &str) -> Vec<u8> {
    tx.keyring().blind_index(tx.group(), "email", &email.to_lowercase())
}

/// Checks a name on its own; whether it is taken is [`name_is_free`]'s affair.
fn checked_name(field: &'static str, typed: &str) -> Result<String, Problem> {
    tidy(typed).ok_or_else(|| {
        let key = if has_hidden_signs(typed) {
            "name-hidden-signs"
        } else if typed.chars().count() > LONGEST {
            "name-too-long"
        } else {
            "name-missing"
        };
        Problem::new(field, Message::new(key).with("max", LONGEST))
    })
}

async fn name_is_free(tx: &Tx<'_>, name: &str, except: Option<MemberId>) -> Result<bool, Broken> {
    let (everyone, wanted) = (people::with_a_place(tx).await?, looks(name));
    Ok(!everyone.iter().any(|person| Some(person.id) != except && looks(&person.name).are_like(&wanted)))
}

async fn email_is_free(tx: &Tx<'_>, email: &str, except: Option<MemberId>) -> Result<bool, Broken> {
    let row = tx.find::<member::Entity>().filter(member::Column::EmailIndex.eq(email_index(tx, email))).one().await?;
    Ok(row.is_none_or(|row| Some(row.id) == except))
}

/// Checks an optional address: nothing typed is an answer.
fn checked_email(field: &'static str, typed: &str) -> Result<Option<String>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    // Only what a mail server would stumble on; whether it exists, the first letter will tell.
    let plain = typed.len() <= 254
        && !typed.contains(|sign: char| sign.is_whitespace() || sign.is_control() || "<>,;\"()".contains(sign));
    let parts = typed.rsplit_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !name.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if plain && parts { Ok(Some(typed.to_owned())) } else { Err(Problem::new(field, Message::new("email-unreadable"))) }
}

/// Checks an optional passphrase: nothing typed is an answer.
fn checked_passphrase(field: &'static str, typed: &str) -> Result<Option<String>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match passphrase::check(typed) {
        Ok(()) => Ok(Some(typed.to_owned())),
        Err(weak) => Err(Problem::new(field, weakness(weak))),
    }
}

fn weakness(weak: TooWeak) -> Message {
    match weak {
        TooWeak::Short => Message::new("passphrase-short").with("min", passphrase::SHORTEST),
        TooWeak::Long => Message::new("passphrase-long").with("max", passphrase::LONGEST),
        TooWeak::Repeats | TooWeak::Worn => Message::new("passphrase-repeats"),
    }
}
