//! Signing in with a link sent by mail: good for 30 minutes, once, in the browser that asked (ruling 13).
//! Elsewhere the mail's eight-digit code is typed in the browser that asked.

use crate::commands::secret::{fingerprint, token};
use crate::commands::session;
use crate::entities::{member, sign_in_link};
use crate::mail;
use crate::rules::standing::Standing;
use chrono::Duration;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Arg, Broken, Message, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// How long a link is good.
pub const GOOD_FOR: Duration = Duration::minutes(30);
/// Wrong codes before a link is dead.
const TRIES: i32 = 5;

/// Asks for a link. Whether or not the address is known, the same is read and written, so that neither the
/// answer nor its time tells (`reliability T12`): for an unknown one, a link that opens nothing and a letter that
/// has nobody to go to. One link waits for each member and browser: asking elsewhere takes nothing from her.
///
/// # Errors
/// When the store fails.
pub async fn ask(tx: &Tx<'_>, email: &str, browser: &str, own_device: bool) -> Result<(), No> {
    let index = tx.keyring().blind_index(tx.group(), "email", &email.trim().to_lowercase());
    let here = tx
        .find::<member::Entity>()
        .filter(member::Column::EmailIndex.eq(index))
        .filter(member::Column::Standing.ne(Standing::Left));
    let member = here.one().await?.map(|member| member.id);
    forget_expired(tx).await?;
    let whose = match member {
        Some(member) => sign_in_link::Column::MemberId.eq(member),
        None => sign_in_link::Column::MemberId.is_null(),
    };
    // A new request from the same browser replaces the one before.
    let before = tx.delete::<sign_in_link::Entity>().filter(sign_in_link::Column::Browser.eq(fingerprint(browser)));
    before.filter(whose).go().await?;
    let (link, code) = (token(), format!("{:08}", rand::random_range(0..100_000_000u32)));
    let row = sign_in_link::ActiveModel {
        token: Set(fingerprint(&link)),
        code: Set(fingerprint(&coded(browser, &code))),
        browser: Set(fingerprint(browser)),
        member_id: Set(member),
        own_device: Set(own_device),
        tries: Set(0),
        expires_at: Set(tx.now() + GOOD_FOR),
        ..Default::default()
    };
    tx.insert(row).await?;
    let args = vec![("token".to_owned(), Arg::Text(link.clone())), ("code".to_owned(), Arg::Text(code))];
    let letter = Letter {
        to: To::Member(member.unwrap_or_else(MemberId::new)),
        kind: mail::SIGN_IN.to_owned(),
        args,
        news: false,
    };
    let dedupe_key = format!("sign-in/{}", hex::encode(fingerprint(&link)));
    Ok(outbox::enqueue(
        tx,
        Post { dedupe_key, letter, urgent: true, not_before: None, expires_at: tx.now() + GOOD_FOR },
    )
    .await?)
}

/// A code is worth nothing without the browser that asked.
fn coded(browser: &str, code: &str) -> String {
    format!("{browser}/{code}")
}

/// What opening a link finds, without using it: a mail scanner that follows it changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Good, in the browser that asked: one button more.
    Here,
    /// Good, but asked from another browser: the code is typed there.
    Elsewhere,
    /// Used, too old, or never was.
    Gone,
}

/// Looks at a link.
///
/// # Errors
/// When the store fails.
pub async fn look(scope: &Scope<'_>, link: &str, browser: &str) -> Result<Opened, Broken> {
    let row = scope.find::<sign_in_link::Entity>().filter(sign_in_link::Column::Token.eq(fingerprint(link)));
    let row = row.filter(sign_in_link::Column::MemberId.is_not_null());
    Ok(match row.filter(sign_in_link::Column::ExpiresAt.gt(scope.now())).one().await? {
        None => Opened::Gone,
        Some(row) if row.browser == fingerprint(browser) => Opened::Here,
        Some(_) => Opened::Elsewhere,
    })
}

/// Uses a link in the browser that asked, and returns the token of a session. `sending` is the form, as
/// [`session::enter_again`] knows it.
///
/// # Errors
/// When the link is gone or was asked from another browser.
pub async fn enter(tx: &Tx<'_>, link: &str, browser: &str, sending: &str) -> Result<String, No> {
    use sign_in_link::Column;
    let row = tx
        .find::<sign_in_link::Entity>()
        .filter(Column::Token.eq(fingerprint(link)))
        .filter(Column::Browser.eq(fingerprint(browser)));
    let row = row.filter(Column::ExpiresAt.gt(tx.now())).one().await?.ok_or_else(gone)?;
    open(tx, row, sending).await
}

/// Uses the code of a mail in the browser that asked, and returns the token of a session.
///
/// # Errors
/// When the code is wrong, was tried too often or is too old. A wrong try is counted, so the caller
/// keeps the transaction: the inner result tells.
pub async fn enter_code(tx: &Tx<'_>, browser: &str, code: &str, sending: &str) -> Result<Result<String, No>, No> {
    use sign_in_link::Column;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let asked = tx
        .find::<sign_in_link::Entity>()
        .filter(Column::Browser.eq(fingerprint(browser)))
        .filter(Column::ExpiresAt.gt(tx.now()));
    let asked = asked.all().await?;
    let wanted = fingerprint(&coded(browser, &digits));
    let (mut right, wrong): (Vec<_>, Vec<_>) =
        asked.into_iter().filter(|row| row.tries < TRIES).partition(|row| row.code == wanted);
    if let Some(row) = right.pop() {
        return open(tx, row, sending).await.map(Ok);
    }
    for row in wrong {
        let tried = tx.change::<sign_in_link::Entity>().filter(Column::Token.eq(row.token));
        tried.set(Column::Tries, row.tries.saturating_add(1)).go().await?;
    }
    Ok(Err(No::field("code", Message::new("door-code-wrong"))))
}

async fn open(tx: &Tx<'_>, row: sign_in_link::Model, sending: &str) -> Result<String, No> {
    // A link for an address that nobody has opens nothing.
    let member = row.member_id.ok_or_else(gone)?;
    tx.delete::<sign_in_link::Entity>().filter(sign_in_link::Column::MemberId.eq(member)).go().await?;
    session::remember(tx, sending, member, row.own_device).await?;
    Ok(session::open(tx, member, row.own_device).await?)
}

fn gone() -> No {
    No::Expired(Message::new("door-link-gone"))
}

/// Forgets links that are too old.
///
/// # Errors
/// When the store fails.
pub async fn forget_expired(tx: &Tx<'_>) -> Result<u64, Broken> {
    Ok(tx.delete::<sign_in_link::Entity>().filter(sign_in_link::Column::ExpiresAt.lte(tx.now())).go().await?)
}
