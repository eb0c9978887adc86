//! Writing to somebody who asked to join: offering to meet, and the answer that is owed after thirty days
//! (`mutual-aid` 5.4: nobody is admitted by silence, and nobody is left without a word).

use crate::ApplicationId;
use crate::admission::{AdmitTogether, Applicant};
use crate::commands::ask::LONGEST;
use crate::entities::application;
use crate::joint::drop_waiting;
use crate::powers::{Permit, WelcomeApplicant};
use crate::queries::applications::{place, row};
use crate::rules::admission::{Act, Application, Cannot, Waiting};
use chrono::Duration;
use commons::db::Tx;
use commons::refusal::{Message, No};
use commons::register;
use commons::sealed::Sealed;
use sea_orm::ActiveValue::Set;

/// For so long she can read the answer that closed her asking.
const ANSWER_STAYS: Duration = Duration::days(30);

/// Writes something to her that she reads with her link: where and when to meet, for one. Written again, it takes the
/// place of what was there. The register says who wrote last, and members read it beside the words.
///
/// # Errors
/// When there is nothing to say, too much, or the group decided already.
pub async fn say(tx: &Tx<'_>, permit: Permit<WelcomeApplicant>, id: ApplicationId, words: &str) -> Result<(), No> {
    let asked = row(tx, id).await?.filter(|row| row.state == Application::Asked).ok_or(No::NotFound)?;
    let said = sealed(tx, asked.id, words)?;
    tx.update(application::ActiveModel { id: Set(id), said: Set(Some(said)), ..Default::default() }).await?;
    let (kind, actors) = (register::kinds::APPLICATION_WRITTEN, &[permit.by()]);
    let (about, body) = (Some(id.to_string()), serde_json::json!({}));
    register::append(tx, register::New { kind, actors, about, body }).await?;
    Ok(permit.log_use(tx).await?)
}

/// Closes an asking that waited thirty days, with an answer in a person's own words. What she told is erased; the
/// answer stays for her to read, and she may ask again at once.
///
/// # Errors
/// When nothing is written, or the thirty days are not over.
pub async fn close(tx: &Tx<'_>, permit: Permit<WelcomeApplicant>, id: ApplicationId, words: &str) -> Result<(), No> {
    let asked = row(tx, id).await?.ok_or(No::NotFound)?;
    let state = asked.state.step(Act::Close, Waiting::of(asked.asked_at, tx.now())).map_err(|no| match no {
        Cannot::TooSoon => No::conflict("ask-close-too-soon"),
        Cannot::Over | Cannot::TooLate => No::NotFound,
    })?;
    let change = application::ActiveModel {
        id: Set(id),
        state: Set(state),
        said: Set(Some(sealed(tx, id, words)?)),
        name: Set(None),
        told: Set(None),
        described: Set(None),
        decided_at: Set(Some(tx.now())),
        good_until: Set(Some(tx.now() + ANSWER_STAYS)),
        ..Default::default()
    };
    tx.update(change).await?;
    drop_waiting(tx, AdmitTogether::KIND, &Applicant { application: id }.details()?).await?;
    let (kind, actors) = (register::kinds::APPLICATION_CLOSED, &[permit.by()]);
    let (about, body) = (Some(id.to_string()), serde_json::json!({}));
    register::append(tx, register::New { kind, actors, about, body }).await?;
    Ok(permit.log_use(tx).await?)
}

fn sealed(tx: &Tx<'_>, id: ApplicationId, words: &str) -> Result<Sealed, No> {
    let words = words.trim();
    if words.is_empty() {
        return Err(No::field("words", Message::new("asking-words-missing")));
    }
    let over = words.chars().count().saturating_sub(LONGEST);
    if over > 0 {
        return Err(No::field("words", Message::new("too-long").with("over", over)));
    }
    Ok(tx.keyring().group_key(tx.group()).seal(&place(id, "said"), words.as_bytes())?)
}
