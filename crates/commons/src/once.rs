//! A form sent twice acts once: the second sending gets the first answer (`reliability D1`, `decisions H2`).

use crate::db::Tx;
use crate::ids::MemberId;
use crate::refusal::{Broken, No};
use chrono::Duration;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use sha2::{Digest, Sha256};

crate::table!(entity = "command_done", key(key: Vec<u8>), {
    content: Vec<u8>,
    answer: String,
    done_at: DateTimeUtc,
});

/// How long an answer is remembered.
pub const REMEMBERED: Duration = Duration::days(7);

/// One sending of one form by one person.
#[derive(Clone, Debug)]
pub struct Sending {
    key: Vec<u8>,
    content: Vec<u8>,
}

impl Sending {
    /// `nonce` is the form's hidden one-time id, `form` the address it is sent to, `content` what was typed.
    pub fn new(by: MemberId, form: &str, nonce: &str, content: &[u8]) -> Self {
        let mut key = Sha256::new();
        for part in [by.0.as_bytes().as_slice(), form.as_bytes(), nonce.as_bytes()] {
            key.update((part.len() as u64).to_be_bytes());
            key.update(part);
        }
        Self { key: key.finalize().to_vec(), content: Sha256::digest(content).to_vec() }
    }
}

/// Runs `work` unless this sending was already answered; then gives the first answer again.
///
/// `work` returns its answer as text (where to go next): it must hold nothing personal or secret.
///
/// # Errors
/// What `work` refuses (nothing is remembered then), or a conflict when the same form comes back
/// with other content: the person then sees both, and decides.
pub async fn once<E, F>(tx: &Tx<'_>, sending: &Sending, work: F) -> Result<String, E>
where
    E: From<No>,
    F: AsyncFnOnce(&Tx<'_>) -> Result<String, E>,
{
    let done = tx
        .find::<entity::Entity>()
        .filter(entity::Column::Key.eq(sending.key.clone()))
        .one()
        .await
        .map_err(No::from)?;
    if let Some(done) = done {
        if done.content == sending.content {
            return Ok(done.answer);
        }
        return Err(No::conflict("error-form-already-sent").into());
    }
    let answer = work(tx).await?;
    let row = entity::ActiveModel {
        key: Set(sending.key.clone()),
        content: Set(sending.content.clone()),
        answer: Set(answer.clone()),
        done_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await.map_err(No::from)?;
    Ok(answer)
}

/// Forgets answers older than [`REMEMBERED`].
///
/// # Errors
/// When the store fails.
pub async fn forget_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    Ok(tx.delete::<entity::Entity>().filter(entity::Column::DoneAt.lt(tx.now() - REMEMBERED)).go().await?)
}
