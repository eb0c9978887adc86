//! Where one is signed in, and on which days somebody came in to one's place.

use super::Nothing;
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Oneself};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Tx;
use membership::commands::devices as command;
use membership::commands::recover::Heard;
use membership::powers::ChangeOwnAccess;
use membership::queries::{circle, devices, recovery};
use serde::Serialize;
use tera::context;

#[derive(Serialize)]
struct Day {
    day: NaiveDate,
    own_device: bool,
    times: i32,
}

#[derive(Serialize)]
struct Voucher {
    name: Option<String>,
    by_voice: bool,
    at: Time,
}

/// Everything that says who was at her place.
pub(super) async fn list(Oneself(member): Oneself) -> PageResult {
    let scope = member.read();
    let open = devices::open(&scope, member.id, member.token()).await?;
    let days = devices::days(&scope, member.id).await?;
    let closed = circle::mine(&scope, member.id).await?;
    let vouchers = recovery::vouched_for(&scope, member.id).await?;
    drop(scope);
    let days: Vec<_> =
        days.into_iter().map(|one| Day { day: one.day, own_device: one.own_device, times: one.times }).collect();
    let closed: Vec<_> = closed.into_iter().filter(|close| close.closed_at.is_some()).collect();
    let voucher =
        |one: recovery::VouchedForHer| Voucher { name: one.name, by_voice: one.heard == Heard::Voice, at: one.at };
    let vouchers: Vec<_> = vouchers.into_iter().map(voucher).collect();
    let context = context! { open => &open, days => &days, closed => &closed, vouchers => &vouchers };
    member.into_page().at(Tab::Me).render("membership/devices.html", context)
}

/// Ends one session.
pub(super) async fn close(may: May<ChangeOwnAccess, Nothing>, path: Path<(String, String)>) -> PageResult {
    let close = async |tx: &Tx<'_>, permit| {
        command::close_one(tx, permit, &path.1).await?;
        Ok(may.at("/me/devices"))
    };
    let to = may.act(close).await?;
    Ok(may.page.go_saying(&to, "done-session-closed"))
}
