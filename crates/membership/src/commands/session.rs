//! Being signed in. On a shared computer, the default, it ends after 15 minutes without a page or 8
//! hours in all (ruling 12); on one's own device after 30 or 90 days (`reliability D7`).

use crate::commands::secret::{fingerprint, token};
use crate::commands::{devices, recover};
use crate::entities::{entrance, session, sign_in_link};
use crate::queries::people;
use crate::rules::standing::Standing;
use chrono::Duration;
use commons::clock::Time;
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

struct Life {
    idle: Duration,
    whole: Duration,
    /// The end is moved only when it would move by this much: a page read is not a write each time.
    step: Duration,
}

fn life(own_device: bool) -> Life {
    if own_device {
        Life { idle: Duration::days(30), whole: Duration::days(90), step: Duration::days(1) }
    } else {
        Life { idle: Duration::minutes(15), whole: Duration::hours(8), step: Duration::minutes(1) }
    }
}

/// How long a session lasts at most.
pub(crate) fn whole_life(own_device: bool) -> Duration {
    life(own_device).whole
}

/// How long a session lasts without a page.
pub(crate) fn idle_life(own_device: bool) -> Duration {
    life(own_device).idle
}

/// Somebody signed in, as a request shows her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub member: MemberId,
    /// Whether she said that the device is hers alone.
    pub own_device: bool,
    /// Where she stands.
    pub standing: Standing,
    /// When the session ends whatever she does.
    pub ends_at: Time,
}

/// Opens a session and returns its token, kept only by the browser. Whoever asked to take her place is refused by
/// it: she is here (`reliability D6`).
///
/// # Errors
/// When the store fails.
pub async fn open(tx: &Tx<'_>, member: MemberId, own_device: bool) -> Result<String, Broken> {
    devices::note(tx, member, own_device).await?;
    recover::owner_is_here(tx, member).await?;
    let token = token();
    let life = life(own_device);
    let row = session::ActiveModel {
        token: Set(fingerprint(&token)),
        member_id: Set(member),
        own_device: Set(own_device),
        idle_until: Set(tx.now() + life.idle),
        ends_at: Set(tx.now() + life.whole),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(token)
}

/// How long a form that opened a session opens one again: a second click on the same button.
const AGAIN_WITHIN: Duration = Duration::minutes(1);

/// Notes that the form `sending` (the browser and the form's one-time id) let `member` in. An empty one is
/// not noted.
pub(crate) async fn remember(tx: &Tx<'_>, sending: &str, member: MemberId, own_device: bool) -> Result<(), Broken> {
    forget_entrances(tx).await?;
    if sending.is_empty() || entered(tx, sending).await?.is_some() {
        return Ok(());
    }
    let row = entrance::ActiveModel {
        sending: Set(fingerprint(sending)),
        member_id: Set(member),
        own_device: Set(own_device),
        expires_at: Set(tx.now() + AGAIN_WITHIN),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

async fn entered(scope: &Scope<'_>, sending: &str) -> Result<Option<entrance::Model>, Broken> {
    let row = scope.find::<entrance::Entity>().filter(entrance::Column::Sending.eq(fingerprint(sending)));
    Ok(row.filter(entrance::Column::ExpiresAt.gt(scope.now())).one().await?)
}

async fn forget_entrances(tx: &Tx<'_>) -> Result<u64, Broken> {
    Ok(tx.delete::<entrance::Entity>().filter(entrance::Column::ExpiresAt.lte(tx.now())).go().await?)
}

/// The same form sent a second time by the same browser, after its link, code or invitation was used up by the
/// first: it opens a session once more. None when it opened none, or too long ago.
///
/// # Errors
/// When the store fails.
pub async fn enter_again(db: &Db, group: GroupId, sending: &str) -> Result<Option<String>, Broken> {
    db.write(group, async |tx: &Tx<'_>| {
        let Some(row) = entered(tx, sending).await? else { return Ok(None) };
        if comes_in(tx, row.member_id).await?.is_some() {
            open(tx, row.member_id, row.own_device).await.map(Some)
        } else {
            Ok(None)
        }
    })
    .await
}

/// Who holds this token now. Reading a page keeps the session open.
///
/// # Errors
/// When the store fails.
pub async fn who(db: &Db, group: GroupId, token: &str) -> Result<Option<SignedIn>, Broken> {
    let scope = db.read(group);
    let Some(row) = open_session(&scope, token).await? else {
        return Ok(None);
    };
    let Some(standing) = comes_in(&scope, row.member_id).await? else {
        return Ok(None);
    };
    let life = life(row.own_device);
    let idle_until = (scope.now() + life.idle).min(row.ends_at);
    if idle_until - row.idle_until >= life.step {
        db.write::<_, Broken, _>(group, async |tx: &Tx<'_>| {
            let mine = tx.change::<session::Entity>().filter(session::Column::Token.eq(row.token.clone()));
            mine.set(session::Column::IdleUntil, idle_until).go().await?;
            Ok(())
        })
        .await?;
    }
    Ok(Some(SignedIn { member: row.member_id, own_device: row.own_device, standing, ends_at: row.ends_at }))
}

/// Where she stands, when she has a way in.
async fn comes_in(scope: &Scope<'_>, member: MemberId) -> Result<Option<Standing>, Broken> {
    Ok(people::standing(scope, member).await?.filter(|standing| standing.comes_in()))
}

async fn open_session(scope: &Scope<'_>, token: &str) -> Result<Option<session::Model>, Broken> {
    use session::Column;
    let row = scope.find::<session::Entity>().filter(Column::Token.eq(fingerprint(token)));
    Ok(row.filter(Column::IdleUntil.gt(scope.now())).filter(Column::EndsAt.gt(scope.now())).one().await?)
}

/// Whose session this token opened, also for [`KNOWN`] after it ended: a form sent too late is kept for her
/// (ruling 12). It opens nothing.
///
/// # Errors
/// When the store fails.
pub async fn whose(scope: &Scope<'_>, token: &str) -> Result<Option<MemberId>, Broken> {
    let row = scope.find::<session::Entity>().filter(session::Column::Token.eq(fingerprint(token))).one().await?;
    match row {
        Some(row) if comes_in(scope, row.member_id).await?.is_some() => Ok(Some(row.member_id)),
        _ => Ok(None),
    }
}

/// Ends one session. A token that opens nothing is fine.
///
/// # Errors
/// When the store fails.
pub async fn close(tx: &Tx<'_>, token: &str) -> Result<(), No> {
    tx.delete::<session::Entity>().filter(session::Column::Token.eq(fingerprint(token))).go().await?;
    Ok(())
}

/// Ends one session, whichever group it is in: the quick exit stands on every page, also outside groups.
///
/// # Errors
/// When the store fails.
pub async fn close_anywhere(db: &Db, token: &str) -> Result<(), Broken> {
    db.write_outside(async |tx: &Tx<'_>| {
        let this = session::Column::Token.eq(fingerprint(token));
        tx.delete_outside::<session::Entity>().filter(this).go().await?;
        Ok(())
    })
    .await
}

/// Ends every session of one member, save the one in hand.
///
/// # Errors
/// When the store fails.
pub async fn close_others(tx: &Tx<'_>, member: MemberId, keep: Option<&str>) -> Result<u64, No> {
    let hers = tx.delete::<session::Entity>().filter(session::Column::MemberId.eq(member));
    let others = hers.filter(session::Column::Token.ne(keep.map(fingerprint).unwrap_or_default()));
    Ok(others.go().await?)
}

/// Ends every session of one member save the one in hand, and the links that wait in her mail: whoever holds one
/// of them is out (`reliability T06`).
pub(crate) async fn close_other_ways(tx: &Tx<'_>, member: MemberId, present: &str) -> Result<(), No> {
    close_others(tx, member, Some(present)).await?;
    tx.delete::<sign_in_link::Entity>().filter(sign_in_link::Column::MemberId.eq(member)).go().await?;
    tx.delete::<entrance::Entity>().filter(entrance::Column::MemberId.eq(member)).go().await?;
    Ok(())
}

/// Ends every session of one member, and the links that wait in her mail.
pub(crate) async fn close_every_way(tx: &Tx<'_>, member: MemberId) -> Result<(), No> {
    // No session has the fingerprint of nothing.
    close_other_ways(tx, member, "").await
}

/// How long a token that was replaced still opens: a second click sends it once more.
pub(crate) const REPLACED: Duration = Duration::seconds(10);

/// Gives the session in hand another token, which it returns; none when there is no such session. Whoever had
/// copied the one before is out.
///
/// # Errors
/// When the store fails.
pub async fn renew(db: &Db, group: GroupId, present: &str) -> Result<Option<String>, Broken> {
    db.write(group, async |tx: &Tx<'_>| {
        let Some(row) = open_session(tx, present).await? else { return Ok(None) };
        let next = token();
        let ends_at = row.ends_at.min(tx.now() + REPLACED);
        let this = tx.change::<session::Entity>().filter(session::Column::Token.eq(row.token.clone()));
        this.set(session::Column::EndsAt, ends_at).go().await?;
        let row = session::ActiveModel {
            token: Set(fingerprint(&next)),
            member_id: Set(row.member_id),
            own_device: Set(row.own_device),
            idle_until: Set(row.idle_until),
            ends_at: Set(row.ends_at),
            ..Default::default()
        };
        tx.insert(row).await?;
        Ok::<_, Broken>(Some(next))
    })
    .await
}

/// How long it is known whose session it was after it ended by itself. One that somebody ended is gone at once.
pub const KNOWN: Duration = Duration::hours(2);

/// Forgets sessions that ended a while ago ([`KNOWN`]).
///
/// # Errors
/// When the store fails.
pub async fn forget_ended(tx: &Tx<'_>) -> Result<u64, Broken> {
    use session::Column;
    forget_entrances(tx).await?;
    let then = tx.now() - KNOWN;
    let ended = sea_orm::Condition::any().add(Column::IdleUntil.lte(then)).add(Column::EndsAt.lte(then));
    Ok(tx.delete::<session::Entity>().filter(ended).go().await?)
}
