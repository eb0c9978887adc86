//! Where one is signed in, and on which days somebody came in, for oneself alone.

use crate::commands::secret::fingerprint;
use crate::commands::session::{self, REPLACED};
use crate::entities::{address_change, came_in, session as sessions};
use crate::queries::charter;
use chrono::{NaiveDate, NaiveTime};
use commons::area::{Datum, Section};
use commons::clock::{Time, at_wall_clock};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken};
use sea_orm::ColumnTrait;
use serde::Serialize;

/// An open session, for whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Device {
    /// What names it in a form. It opens nothing.
    pub id: String,
    /// Whether she said that the device is hers alone.
    pub own_device: bool,
    /// When it was opened.
    pub opened_at: Time,
    /// Whether it is the one in hand.
    pub is_this: bool,
}

/// A day on which somebody came in to her place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameIn {
    /// On the group's calendar.
    pub day: NaiveDate,
    /// Whether it was on a device said to be hers alone.
    pub own_device: bool,
    /// How many times.
    pub times: i32,
}

/// Her open sessions, the newest first. `token` is the one in hand.
///
/// # Errors
/// When the store fails.
pub async fn open(scope: &Scope<'_>, member: MemberId, token: &str) -> Result<Vec<Device>, Broken> {
    let here = id_of(scope, &fingerprint(token));
    let device = |row: sessions::Model| Device {
        is_this: id_of(scope, &row.token) == here,
        id: id_of(scope, &row.token),
        own_device: row.own_device,
        opened_at: row.ends_at - session::whole_life(row.own_device),
    };
    let mut devices: Vec<Device> = rows(scope, member).await?.into_iter().map(device).collect();
    devices.sort_by_key(|device| std::cmp::Reverse(device.opened_at));
    Ok(devices)
}

/// Not those that were replaced a moment ago by another token of the same session.
pub(crate) async fn rows(scope: &Scope<'_>, member: MemberId) -> Result<Vec<sessions::Model>, Broken> {
    use sessions::Column;
    let rows = scope.find::<sessions::Entity>().filter(Column::MemberId.eq(member));
    let rows = rows.filter(Column::IdleUntil.gt(scope.now())).filter(Column::EndsAt.gt(scope.now() + REPLACED));
    Ok(rows.all().await?)
}

pub(crate) fn id_of(scope: &Scope<'_>, fingerprint: &[u8]) -> String {
    hex::encode(scope.keyring().blind_index(scope.group(), "session", &hex::encode(fingerprint)))
}

/// The days on which she came in, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn days(scope: &Scope<'_>, member: MemberId) -> Result<Vec<CameIn>, Broken> {
    use came_in::Column;
    let rows =
        scope.find::<came_in::Entity>().filter(Column::MemberId.eq(member)).descending(Column::Day).all().await?;
    let read = |row: came_in::Model| {
        Ok(CameIn { day: row.day.parse().map_err(Broken::stored)?, own_device: row.own_device, times: row.times })
    };
    rows.into_iter().map(read).collect()
}

/// The latest instant at which somebody may have been signed in at her place: the end of a day on which somebody
/// came in, or the last page of a session that is open.
pub(crate) async fn used_at(scope: &Scope<'_>, member: MemberId) -> Result<Option<Time>, Broken> {
    let zone = charter::charter(scope).await?.zone();
    let came_in = days(scope, member).await?.into_iter().next().and_then(|last| last.day.succ_opt());
    let came_in = came_in.map(|next_day| at_wall_clock(zone, next_day, NaiveTime::MIN).min(scope.now()));
    let open = rows(scope, member).await?.into_iter().map(|row| row.idle_until - session::idle_life(row.own_device));
    Ok(came_in.into_iter().chain(open).max())
}

/// When her mail address changed last, if of late.
pub(crate) async fn address_changed_at(scope: &Scope<'_>, member: MemberId) -> Result<Option<Time>, Broken> {
    let row = scope.find::<address_change::Entity>().filter(address_change::Column::MemberId.eq(member)).one().await?;
    Ok(row.map(|row| row.changed_at))
}

/// What is kept of her here.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let row =
        |day: CameIn| vec![Datum::new("day", Arg::Date(day.day)), Datum::new("times", Arg::Number(day.times.into()))];
    let days = days(scope, member).await?.into_iter().map(row).collect();
    let changed = address_changed_at(scope, member).await?;
    let changed = changed.into_iter().map(|at| vec![Datum::new("at", Arg::Time(at))]).collect();
    Ok(vec![Section::new("came_in", days), Section::new("address_changes", changed)])
}
