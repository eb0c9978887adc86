//! Mail waits here, written in the same transaction as the fact it tells (`reliability D9`).
//!
//! A letter says what it is about by a kind and arguments; its words, its language and the address are
//! settled when it leaves, so that a member who said no meanwhile gets nothing. A letter that left is
//! deleted at once. A crash between sending and deleting sends the same `Message-ID` again: at most one
//! duplicate for each worker and crash.

use crate::clock::Time;
use crate::db::{Db, OutsideGroups, Tx};
use crate::groups::{self, Group};
use crate::ids::{GroupId, MemberId};
use crate::refusal::{Arg, Broken};
use async_trait::async_trait;
use chrono::Duration;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

crate::table!(entity = "outbox", key(dedupe_key: String), {
    letter: crate::sealed::Sealed,
    urgent: bool,
    next_at: DateTimeUtc,
    expires_at: DateTimeUtc,
    attempts: i32,
});

impl OutsideGroups for entity::Entity {}

/// A worker that took a letter has this long before another may try.
const LEASE: Duration = Duration::minutes(2);
/// Letters sent in one round.
const ARMFUL: usize = 20;

/// To whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// A member, at the address she has when the letter leaves.
    Member(MemberId),
    /// Somebody who is no member yet, at an address typed for this letter alone.
    Address(String),
}

/// What to write, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// To whom.
    pub to: To,
    /// Which letter: a template `themes/*/mail/<area>/<name>`.
    pub kind: String,
    /// What fills the template.
    pub args: Vec<(String, Arg)>,
    /// Whether it is news the person asked for, which she can stop with one click (RFC 8058).
    pub news: bool,
}

/// A letter with its stamp.
#[derive(Clone, Debug)]
pub struct Post {
    /// The same fact told twice has the same key and leaves once.
    pub dedupe_key: String,
    /// The letter.
    pub letter: Letter,
    /// Whether someone is waiting for it right now.
    pub urgent: bool,
    /// Useless after this instant.
    pub expires_at: Time,
}

/// Puts a letter in the outbox. A letter with the same key that is still there is left as it is.
///
/// # Errors
/// When the store fails.
pub async fn enqueue(tx: &Tx<'_>, post: Post) -> Result<(), Broken> {
    if tx.find::<entity::Entity>().filter(entity::Column::DedupeKey.eq(post.dedupe_key.as_str())).any().await? {
        return Ok(());
    }
    let text = serde_json::to_vec(&post.letter).map_err(Broken::stored)?;
    let letter = tx.keyring().group_key(tx.group()).seal(&place(&post.dedupe_key), &text)?;
    let row = entity::ActiveModel {
        dedupe_key: Set(post.dedupe_key),
        letter: Set(letter),
        urgent: Set(post.urgent),
        next_at: Set(tx.now()),
        expires_at: Set(post.expires_at),
        attempts: Set(0),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

fn place(dedupe_key: &str) -> String {
    format!("outbox/{dedupe_key}")
}

/// What came of a sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Taken by the other side, or no longer wanted.
    Done,
    /// The other side says to come back later.
    Later,
    /// The other side will never take it.
    Never,
}

/// Gives letters words and an address, and hands them to the post.
#[async_trait(?Send)]
pub trait Mailer {
    /// Sends one letter. `message_id` is the same at each attempt for the same letter.
    async fn send(&self, group: &Group, letter: &Letter, message_id: &str) -> Sent;
}

/// Sends what is due, at most an armful of letters, and says how many left the outbox.
///
/// # Errors
/// When the store fails.
pub async fn deliver_due(db: &Db, mailer: &dyn Mailer) -> Result<usize, Broken> {
    let mut gone = 0;
    for _ in 0..ARMFUL {
        // One at a time: the lease of a whole armful would run out while a slow server takes the first
        // letters, and another worker would send the last ones a second time.
        let Some(row) = claim(db).await? else { break };
        // After days without power, a link of the day before is worth nothing.
        let outcome = if row.expires_at <= db.now() { Sent::Never } else { hand_over(db, mailer, &row).await? };
        gone += usize::from(settle(db, row, outcome).await?);
    }
    Ok(gone)
}

async fn hand_over(db: &Db, mailer: &dyn Mailer, row: &entity::Model) -> Result<Sent, Broken> {
    let group = Group::from(groups::row(&db.read(row.group_id)).await?);
    let key = db.keyring().group_key(row.group_id);
    let text = key.open(&place(&row.dedupe_key), &row.letter)?;
    let letter: Letter = serde_json::from_slice(&text).map_err(Broken::stored)?;
    Ok(mailer.send(&group, &letter, &message_id(row.group_id, &row.dedupe_key)).await)
}

/// Takes the letter that is due first, for as long as the lease lasts.
async fn claim(db: &Db) -> Result<Option<entity::Model>, Broken> {
    use entity::Column;
    // Looked at without a lock first: most of the time there is nothing to do.
    if !db.read_outside().find_outside::<entity::Entity>().filter(Column::NextAt.lte(db.now())).any().await? {
        return Ok(None);
    }
    db.write_outside(async |tx: &Tx<'_>| {
        let due = tx.find_outside::<entity::Entity>().filter(Column::NextAt.lte(tx.now()));
        let first = due.descending(Column::Urgent).ascending(Column::NextAt).limit(1).claimed().one().await?;
        if let Some(row) = &first {
            let lease = tx.change_outside::<entity::Entity>().filter(this(row));
            let lease = lease.set(Column::NextAt, tx.now() + LEASE);
            lease.set(Column::Attempts, row.attempts.saturating_add(1)).go().await?;
        }
        Ok(first)
    })
    .await
}

/// Whether the letter is gone.
async fn settle(db: &Db, row: entity::Model, outcome: Sent) -> Result<bool, Broken> {
    let later = db.now() + back_off(row.attempts);
    let keep = outcome == Sent::Later && later < row.expires_at;
    db.write_outside(async |tx: &Tx<'_>| {
        if keep {
            tx.change_outside::<entity::Entity>().filter(this(&row)).set(entity::Column::NextAt, later).go().await?;
        } else {
            tx.delete_outside::<entity::Entity>().filter(this(&row)).go().await?;
        }
        Ok(!keep)
    })
    .await
}

fn this(row: &entity::Model) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(entity::Column::GroupId.eq(row.group_id))
        .add(entity::Column::DedupeKey.eq(row.dedupe_key.as_str()))
}

/// 1, 5 and 15 minutes, then up to 4000 seconds, as Postfix waits by default (`reliability D9`).
fn back_off(attempts: i32) -> Duration {
    match attempts {
        i32::MIN..=0 => Duration::minutes(1),
        1 => Duration::minutes(5),
        2 => Duration::minutes(15),
        _ => Duration::seconds(4000),
    }
}

fn message_id(group: GroupId, dedupe_key: &str) -> String {
    let digest = Sha256::digest(format!("{group}/{dedupe_key}"));
    hex::encode(digest).chars().take(32).collect()
}
