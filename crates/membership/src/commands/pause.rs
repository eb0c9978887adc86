//! Resting, and coming back: one act each, without a reason (`domain A8`, `mutual-aid` M7).
//!
//! A pause takes nothing away. Nothing is sent to her and nothing is asked of her; her place on the list, her vote
//! and every page stay hers. It is in no register, and no page tells anybody of it, save the one person with whom
//! she chose to keep a link.

use crate::entities::{member, pause};
use crate::mail;
use crate::powers::{Permit, Rest};
use crate::queries::apart::known_to;
use crate::queries::{charter, pause as pauses, people};
use crate::rules::pause::{Channel, Rhythm, check_until};
use crate::rules::standing::Standing;
use chrono::{Duration, NaiveDate, NaiveTime};
use commons::area::{Erased, Kept, Then, Until};
use commons::clock::{at_wall_clock, local_day};
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};

/// What goes with a pause, for as long as it lasts.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "pause",
    columns: &["member_id", "tell_me", "link"],
    name: "pause",
    until: Until::SheSaysSo,
    then: Then::Erased,
}];

/// The one link that somebody keeps while she rests: one person, one way, one rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// With whom.
    pub to: MemberId,
    /// How.
    pub channel: Channel,
    /// How often.
    pub rhythm: Rhythm,
}

/// A pause as she wants it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pausing {
    /// Its last day; none until she says so.
    pub until: Option<NaiveDate>,
    /// Whether a mail may tell her that day that it is over.
    pub tell_me: bool,
    /// A link kept meanwhile; none unless she chose one.
    pub link: Option<Link>,
}

/// Begins a pause, or changes the one that runs.
///
/// # Errors
/// When the day is past, or the link is with nobody who is here, or with somebody whom she knows herself kept apart
/// from. Somebody who keeps apart from her is accepted as anybody, and never reads of the link.
pub async fn pause(tx: &Tx<'_>, permit: Permit<Rest>, pausing: Pausing) -> Result<(), No> {
    begin(tx, permit.by(), pausing).await
}

/// `by` pauses: herself, or at her request.
pub(crate) async fn begin(tx: &Tx<'_>, by: MemberId, pausing: Pausing) -> Result<(), No> {
    let zone = charter::charter(tx).await?.zone();
    if let Some(until) = pausing.until {
        check_until(until, local_day(zone, tx.now())).map_err(|message| No::field("until", message))?;
    }
    if let Some(link) = &pausing.link
        && (link.to == by || !people::is_member(tx, link.to).await? || known_to(tx, by).await?.contains(&link.to))
    {
        return Err(No::field("link_to", Message::new("pause-link-with-somebody")));
    }
    let ends = pausing.until.and_then(|day| day.succ_opt()).map(|day| at_wall_clock(zone, day, NaiveTime::MIN));
    let row = member::ActiveModel {
        id: Set(by),
        standing: Set(Standing::Paused),
        standing_until: Set(ends),
        ..Default::default()
    };
    tx.update(row).await?;
    let key = sealed::key_of(tx, by).await?;
    let seal = |link: Link| key.seal(&pauses::place(by), &serde_json::to_vec(&link).map_err(Broken::stored)?);
    erase(tx, by).await?;
    let row = pause::ActiveModel {
        member_id: Set(by),
        tell_me: Set(pausing.tell_me),
        link: Set(pausing.link.map(seal).transpose()?),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Comes back, at once and without anybody's leave. Done by somebody who is not on pause, it changes nothing.
///
/// # Errors
/// When the store fails.
pub async fn come_back(tx: &Tx<'_>, permit: Permit<Rest>) -> Result<(), No> {
    Ok(end(tx, permit.by()).await?)
}

pub(crate) async fn end(tx: &Tx<'_>, member: MemberId) -> Result<(), Broken> {
    use member::Column;
    let hers =
        tx.change::<member::Entity>().filter(Column::Id.eq(member)).filter(Column::Standing.eq(Standing::Paused));
    let none: Option<commons::clock::Time> = None;
    hers.set(Column::Standing, Standing::Active).set(Column::StandingUntil, none).go().await?;
    erase(tx, member).await.map(|_| ())
}

async fn erase(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<pause::Entity>().filter(pause::Column::MemberId.eq(member)).go().await?)
}

/// Ends the pauses whose last day is over. She who asked for it gets a letter then; nobody else gets anything.
///
/// # Errors
/// When the store fails.
pub async fn end_those_over(db: &Db, group: GroupId) -> Result<(), Broken> {
    // Looked at without a lock first: most of the time there is none.
    if over(&db.read(group)).await?.is_empty() {
        return Ok(());
    }
    db.write(group, async |tx: &Tx<'_>| {
        for member in over(tx).await? {
            if pauses::mine(tx, member).await?.is_some_and(|pause| pause.tell_me) {
                tell(tx, member).await?;
            }
            end(tx, member).await?;
        }
        Ok(())
    })
    .await
}

async fn over(scope: &Scope<'_>) -> Result<Vec<MemberId>, Broken> {
    use member::Column;
    let rows = scope.find::<member::Entity>().filter(Column::Standing.eq(Standing::Paused));
    let rows = rows.filter(Column::StandingUntil.lte(scope.now())).ascending(Column::Id).all().await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The one letter she asked for. It says no more than that she asked for it (ruling 20).
async fn tell(tx: &Tx<'_>, member: MemberId) -> Result<(), Broken> {
    let not_before = Some(outbox::outside_quiet_hours(charter::charter(tx).await?.zone(), tx.now()));
    let letter = Letter { to: To::Member(member), kind: mail::PAUSE_OVER.to_owned(), args: Vec::new(), news: false };
    let dedupe_key = format!("pause-over/{member}/{}", tx.now().timestamp());
    let expires_at = tx.now() + Duration::days(5);
    outbox::enqueue(tx, Post { dedupe_key, letter, urgent: false, not_before, expires_at }).await
}

/// Her pause goes with her, and so does every link that others kept with her. Only hers is counted: a link of
/// somebody whom she keeps apart from was never shown to her.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let rows = erase(tx, member).await?;
    for (whose, link) in pauses::links(tx).await? {
        if link.to == member {
            let change = pause::ActiveModel { member_id: Set(whose), link: Set(None), ..Default::default() };
            tx.update(change).await?;
        }
    }
    Ok(vec![Erased { table: "pause", rows }])
}
