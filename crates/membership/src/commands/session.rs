//! Being signed in. On a shared computer, the default, it ends after 15 minutes without a page or 8
//! hours in all (ruling 12); on one's own device after 30 or 90 days (`reliability D7`).

use crate::commands::secret::{fingerprint, token};
use crate::entities::session;
use crate::queries::people;
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

/// Somebody signed in, as a request shows her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub member: MemberId,
    /// Whether she said that the device is hers alone.
    pub own_device: bool,
    /// When the session ends whatever she does.
    pub ends_at: Time,
}

/// Opens a session and returns its token, kept only by the browser.
///
/// # Errors
/// When the store fails.
pub async fn open(tx: &Tx<'_>, member: MemberId, own_device: bool) -> Result<String, Broken> {
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

/// Who holds this token now. Reading a page keeps the session open.
///
/// # Errors
/// When the store fails.
pub async fn who(db: &Db, group: GroupId, token: &str) -> Result<Option<SignedIn>, Broken> {
    let scope = db.read(group);
    let Some(row) = open_session(&scope, token).await? else {
        return Ok(None);
    };
    if !people::is_member(&scope, row.member_id).await? {
        return Ok(None);
    }
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
    Ok(Some(SignedIn { member: row.member_id, own_device: row.own_device, ends_at: row.ends_at }))
}

async fn open_session(scope: &Scope<'_>, token: &str) -> Result<Option<session::Model>, Broken> {
    use session::Column;
    let row = scope.find::<session::Entity>().filter(Column::Token.eq(fingerprint(token)));
    Ok(row.filter(Column::IdleUntil.gt(scope.now())).filter(Column::EndsAt.gt(scope.now())).one().await?)
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

/// Forgets sessions that ended.
///
/// # Errors
/// When the store fails.
pub async fn forget_ended(tx: &Tx<'_>) -> Result<u64, Broken> {
    use session::Column;
    let ended = sea_orm::Condition::any().add(Column::IdleUntil.lte(tx.now())).add(Column::EndsAt.lte(tx.now()));
    Ok(tx.delete::<session::Entity>().filter(ended).go().await?)
}
