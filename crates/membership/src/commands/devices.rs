//! Where one is signed in: each open session, and the days on which somebody came in (`reliability T04`, `D7`).
//!
//! Of a device, only what she said of it is known: hers alone, or shared. No address, no name of a browser.

use crate::entities::{address_change, came_in, session as sessions};
use crate::powers::{ChangeOwnAccess, Permit};
use crate::queries::charter;
use crate::queries::devices::{id_of, rows};
use crate::rules::recovery::OF_LATE;
use chrono::Duration;
use commons::area::{Erased, Kept, Then, Until};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Days for which it is kept on which days somebody came in.
pub const KEPT_DAYS: i64 = 30;

pub(crate) const KEPT: &[Kept] = &[
    Kept {
        table: "came_in",
        columns: &["member_id", "day", "own_device", "times"],
        name: "came_in",
        until: Until::Days(30),
        then: Then::Erased,
    },
    Kept {
        table: "address_change",
        columns: &["member_id", "changed_at"],
        name: "address_changes",
        until: Until::Days(30),
        then: Then::Erased,
    },
];

/// Ends one session of hers.
///
/// # Errors
/// When she has none of that name: it ended by itself meanwhile, or is somebody else's.
pub async fn close_one(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, id: &str) -> Result<(), No> {
    let found = rows(tx, permit.by()).await?.into_iter().find(|row| id_of(tx, &row.token) == id);
    let token = found.ok_or(No::NotFound)?.token;
    tx.delete::<sessions::Entity>().filter(sessions::Column::Token.eq(token)).go().await?;
    Ok(())
}

/// Notes that she came in today, and nothing else about it.
pub(crate) async fn note(tx: &Tx<'_>, member: MemberId, own_device: bool) -> Result<(), Broken> {
    use came_in::Column;
    let day = local_day(charter::charter(tx).await?.zone(), tx.now()).to_string();
    let same = sea_orm::Condition::all()
        .add(Column::MemberId.eq(member))
        .add(Column::Day.eq(day.as_str()))
        .add(Column::OwnDevice.eq(own_device));
    if let Some(row) = tx.find::<came_in::Entity>().filter(same.clone()).one().await? {
        tx.change::<came_in::Entity>().filter(same).set(Column::Times, row.times.saturating_add(1)).go().await?;
        return Ok(());
    }
    let row = came_in::ActiveModel {
        member_id: Set(member),
        day: Set(day),
        own_device: Set(own_device),
        times: Set(1),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Notes that her mail address changed now.
pub(crate) async fn note_address_change(tx: &Tx<'_>, member: MemberId) -> Result<(), Broken> {
    let mine = tx.delete::<address_change::Entity>().filter(address_change::Column::MemberId.eq(member));
    mine.go().await?;
    let row = address_change::ActiveModel { member_id: Set(member), changed_at: Set(tx.now()), ..Default::default() };
    Ok(tx.insert(row).await?)
}

pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let days = tx.delete::<came_in::Entity>().filter(came_in::Column::MemberId.eq(member)).go().await?;
    let changes = tx.delete::<address_change::Entity>().filter(address_change::Column::MemberId.eq(member));
    Ok(vec![Erased { table: "came_in", rows: days }, Erased { table: "address_change", rows: changes.go().await? }])
}

/// Forgets days that are too long ago.
///
/// # Errors
/// When the store fails.
pub async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    let zone = charter::charter(tx).await?.zone();
    let first = local_day(zone, tx.now() - Duration::days(KEPT_DAYS)).to_string();
    let days = tx.delete::<came_in::Entity>().filter(came_in::Column::Day.lt(first)).go().await?;
    let changes =
        tx.delete::<address_change::Entity>().filter(address_change::Column::ChangedAt.lte(tx.now() - OF_LATE));
    Ok(vec![Erased { table: "came_in", rows: days }, Erased { table: "address_change", rows: changes.go().await? }])
}
