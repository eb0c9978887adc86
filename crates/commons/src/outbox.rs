//! Mail waits here, written in the same transaction as the fact it tells (`reliability D9`).
//!
//! A letter says what it is about by a kind and arguments; its words, its language and the address are
//! settled when it leaves, so that a member who said no meanwhile gets nothing. A letter that left is
//! deleted at once. A crash between sending and deleting sends the same `Message-ID` again: at most one
//! duplicate for each worker and crash.

use crate::clock::{Time, Tz, at_wall_clock, days_later, local_day};
use crate::db::{Db, OutsideGroups, Scope, Tx};
use crate::groups::{self, Group};
use crate::ids::{GroupId, MemberId};
use crate::refusal::{Arg, Broken};
use async_trait::async_trait;
use chrono::{Duration, NaiveTime};
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

/// A worker that took a letter has this long before another may try. Whoever sends gives up well before.
pub const LEASE: Duration = Duration::minutes(2);
/// How long a worker tries to write down what came of a letter: with the sending, less than the lease.
pub const WRITING_DOWN: std::time::Duration = std::time::Duration::from_secs(60);
/// Between two tries of that.
const BREATH: std::time::Duration = std::time::Duration::from_millis(250);
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
    /// Waits until this instant before it leaves; none when it may leave at once.
    pub not_before: Option<Time>,
    /// Useless after this instant.
    pub expires_at: Time,
}

/// When news that is ready at `at` may leave: at once, or at 9 in the morning after quiet hours, which
/// last from 21:00 to 9:00 on the group's wall clock (ruling 15).
pub fn outside_quiet_hours(zone: Tz, at: Time) -> Time {
    let (evening, morning) = (hour(21), hour(9));
    match at.with_timezone(&zone).time() {
        late if late >= evening => days_later(zone, at, 1, morning),
        early if early < morning => at_wall_clock(zone, local_day(zone, at), morning),
        _ => at,
    }
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
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
        next_at: Set(post.not_before.map_or(tx.now(), |not_before| not_before.max(tx.now()))),
        expires_at: Set(post.expires_at),
        attempts: Set(0),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Takes back a letter that has not left yet; one that is gone, or never was, is fine.
///
/// # Errors
/// When the store fails.
pub async fn take_back(tx: &Tx<'_>, dedupe_key: &str) -> Result<(), Broken> {
    tx.delete::<entity::Entity>().filter(entity::Column::DedupeKey.eq(dedupe_key)).go().await?;
    Ok(())
}

/// Takes back every letter that has not left yet and whose key begins so: with an id, which no other key begins with.
///
/// # Errors
/// When the store fails.
pub async fn take_back_all(tx: &Tx<'_>, beginning: &str) -> Result<(), Broken> {
    tx.delete::<entity::Entity>().filter(entity::Column::DedupeKey.starts_with(beginning)).go().await?;
    Ok(())
}

/// Until when letters wait for a member, at most: what the outbox keeps about her.
///
/// # Errors
/// When the store fails.
pub async fn waiting_for(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Time>, Broken> {
    let waiting = read_all(scope).await?.into_iter();
    Ok(waiting.filter(|(_, letter)| letter.to == To::Member(member)).map(|(row, _)| row.expires_at).collect())
}

/// Takes back every letter to somebody who leaves: those to her, and those to an address she has or had.
///
/// # Errors
/// When the store fails.
pub async fn forget(tx: &Tx<'_>, member: MemberId, address: Option<&str>) -> Result<u64, Broken> {
    let mut gone = 0;
    for (row, letter) in read_all(tx).await? {
        let hers = match &letter.to {
            To::Member(to) => *to == member,
            To::Address(to) => address.is_some_and(|address| address.to_lowercase() == to.to_lowercase()),
        };
        if hers {
            take_back(tx, &row.dedupe_key).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Every letter of the group that waits. There are few: they leave within seconds.
async fn read_all(scope: &Scope<'_>) -> Result<Vec<(entity::Model, Letter)>, Broken> {
    let key = scope.keyring().group_key(scope.group());
    let open = |row: entity::Model| {
        let text = key.open(&place(&row.dedupe_key), &row.letter)?;
        Ok((row, serde_json::from_slice(&text).map_err(Broken::stored)?))
    };
    scope.find::<entity::Entity>().all().await?.into_iter().map(open).collect()
}

/// Forgets letters that are useless by now, whether or not anybody came to send them.
pub(crate) async fn forget_expired(tx: &Tx<'_>) -> Result<u64, Broken> {
    Ok(tx.delete::<entity::Entity>().filter(entity::Column::ExpiresAt.lte(tx.now())).go().await?)
}

fn place(dedupe_key: &str) -> String {
    format!("outbox/{dedupe_key}")
}

/// What came of a sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Taken by the other side, or no longer wanted.
    Done,
    /// The other side says to come back later, or says nothing.
    Later,
    /// Not now: it would arrive in quiet hours.
    NotBefore(Time),
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
    deliver_while(db, mailer, || true).await
}

/// As [`deliver_due`], for as long as `go_on` says so: asked before each letter, so that a program that
/// stops does not drop one half way.
///
/// # Errors
/// When the store fails.
pub async fn deliver_while(db: &Db, mailer: &dyn Mailer, go_on: impl Fn() -> bool) -> Result<usize, Broken> {
    let mut gone = 0;
    for _ in 0..ARMFUL {
        if !go_on() {
            break;
        }
        // One at a time: the lease of a whole armful would run out while a slow server takes the first
        // letters, and another worker would send the last ones a second time.
        let Some(row) = claim(db).await? else { break };
        // After days without power, a link of the day before is worth nothing.
        let outcome = if row.expires_at <= db.now() { Sent::Never } else { hand_over(db, mailer, &row).await };
        gone += usize::from(write_down(db, &row, outcome).await?);
    }
    Ok(gone)
}

/// A letter that does not open is tried again later, and keeps no other waiting.
async fn hand_over(db: &Db, mailer: &dyn Mailer, row: &entity::Model) -> Sent {
    match opened(db, row).await {
        Ok((group, letter)) => mailer.send(&group, &letter, &message_id(row.group_id, &row.dedupe_key)).await,
        Err(error) => {
            tracing::error!(%error, "a waiting letter does not open");
            Sent::Later
        }
    }
}

async fn opened(db: &Db, row: &entity::Model) -> Result<(Group, Letter), Broken> {
    let group = Group::from(groups::row(&db.read(row.group_id)).await?);
    let text = db.keyring().group_key(row.group_id).open(&place(&row.dedupe_key), &row.letter)?;
    Ok((group, serde_json::from_slice(&text).map_err(Broken::stored)?))
}

/// Tried again while the lease holds: a letter that left and stays in the outbox would leave twice.
async fn write_down(db: &Db, row: &entity::Model, outcome: Sent) -> Result<bool, Broken> {
    let end = tokio::time::Instant::now() + WRITING_DOWN;
    loop {
        match settle(db, row, outcome).await {
            Err(error) if tokio::time::Instant::now() < end => {
                tracing::warn!(%error, "what came of a letter could not be written down yet");
                tokio::time::sleep(BREATH).await;
            }
            written => return written,
        }
    }
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
async fn settle(db: &Db, row: &entity::Model, outcome: Sent) -> Result<bool, Broken> {
    let again = match outcome {
        Sent::Done | Sent::Never => None,
        Sent::Later => Some(db.now() + back_off(row.attempts)),
        Sent::NotBefore(at) => Some(at),
    };
    let again = again.filter(|at| *at < row.expires_at);
    db.write_outside(async |tx: &Tx<'_>| {
        match again {
            Some(at) => {
                tx.change_outside::<entity::Entity>().filter(this(row)).set(entity::Column::NextAt, at).go().await?
            }
            None => tx.delete_outside::<entity::Entity>().filter(this(row)).go().await?,
        };
        Ok(again.is_none())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_waits_for_nine_in_the_morning_of_the_group() {
        let zone = Tz::America__Toronto;
        let at = |text: &str| {
            let (day, time) = text.split_once(' ').unwrap();
            at_wall_clock(zone, day.parse().unwrap(), time.parse().unwrap())
        };
        for (ready, leaves) in [
            ("2026-11-22 09:00:00", "2026-11-22 09:00:00"),
            ("2026-11-22 20:59:59", "2026-11-22 20:59:59"),
            ("2026-11-22 21:00:00", "2026-11-23 09:00:00"),
            ("2026-11-22 23:59:59", "2026-11-23 09:00:00"),
            ("2026-11-22 00:00:00", "2026-11-22 09:00:00"),
            ("2026-11-22 08:59:59", "2026-11-22 09:00:00"),
            // The nights when clocks change.
            ("2027-03-13 22:00:00", "2027-03-14 09:00:00"),
            ("2027-11-06 22:00:00", "2027-11-07 09:00:00"),
            ("2026-12-31 22:00:00", "2027-01-01 09:00:00"),
        ] {
            assert_eq!(outside_quiet_hours(zone, at(ready)), at(leaves), "{ready}");
        }
        let noon_in_paris = at_wall_clock(Tz::Europe__Paris, "2026-11-22".parse().unwrap(), hour(12));
        assert_eq!(outside_quiet_hours(Tz::Europe__Paris, noon_in_paris), noon_in_paris);
        assert_ne!(outside_quiet_hours(zone, noon_in_paris), noon_in_paris, "six in the morning in Montréal");
    }
}
