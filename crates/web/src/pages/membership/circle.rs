//! One's circle, and the circles one is in.

use super::Nothing;
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member, Oneself};
use actix_web::web::Path;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::commands::circle as command;
use membership::powers::{ChangeOwnAccess, Vouch};
use membership::queries::circle as queries;
use membership::rules::recovery::{LARGEST_CIRCLE, SMALLEST_CIRCLE};
use serde::{Deserialize, Serialize};
use tera::context;

type At = Path<(String, MemberId)>;

#[derive(Serialize)]
struct Choice {
    value: MemberId,
    label: String,
}

/// Who helps her come back, and whom she helps.
pub(super) async fn circle(Oneself(member): Oneself) -> PageResult {
    show(member).await
}

async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let mine = queries::mine(&scope, member.id).await?;
    let of_others = queries::of_others(&scope, member.id).await?;
    let could = queries::who_could(&scope, member.id).await?;
    drop(scope);
    let could: Vec<_> = could.into_iter().map(|person| Choice { value: person.id, label: person.name }).collect();
    let is_full = mine.len() >= LARGEST_CIRCLE;
    let is_enough = mine.iter().filter(|close| close.accepted).count() >= SMALLEST_CIRCLE;
    let context = context! {
        mine => &mine, of_others => &of_others, could => &could, is_full => &is_full, is_enough => &is_enough,
        fewest => &SMALLEST_CIRCLE, most => &LARGEST_CIRCLE,
    };
    member.into_page().at(Tab::Me).render("membership/circle.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    member: String,
}

/// Asks somebody to be in her circle.
pub(super) async fn ask(may: May<ChangeOwnAccess, Asked>) -> PageResult {
    let asked = async |tx: &Tx<'_>, permit| {
        let id = may.form.member.parse().map_err(|_| No::field("member", Message::new("circle-choose")))?;
        command::ask(tx, permit, id).await?;
        Ok(may.at("/me/circle"))
    };
    match may.act(asked).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-circle-asked")),
        Err(no) => show(may.again(no)?).await,
    }
}

/// Takes somebody out of her circle.
pub(super) async fn remove(may: May<ChangeOwnAccess, Nothing>, path: At) -> PageResult {
    let remove = async |tx: &Tx<'_>, permit| {
        command::remove(tx, permit, path.1).await?;
        Ok(may.at("/me/circle"))
    };
    let to = may.act(remove).await?;
    Ok(may.page.go_saying(&to, "done-circle-changed"))
}

/// Says yes.
pub(super) async fn accept(may: May<Vouch, Nothing>, path: At) -> PageResult {
    let accept = async |tx: &Tx<'_>, permit| {
        command::accept(tx, permit, path.1).await?;
        Ok(may.at("/me/circle"))
    };
    let to = may.act(accept).await?;
    Ok(may.page.go_saying(&to, "done-circle-yes"))
}

/// Says no, or leaves.
pub(super) async fn decline(may: May<Vouch, Nothing>, path: At) -> PageResult {
    let decline = async |tx: &Tx<'_>, permit| {
        command::decline(tx, permit, path.1).await?;
        Ok(may.at("/me/circle"))
    };
    let to = may.act(decline).await?;
    Ok(may.page.go_saying(&to, "done-circle-no"))
}

/// Closes every session of somebody whose circle she is in, and reads nothing by it.
pub(super) async fn close_sessions(may: May<Vouch, Nothing>, path: At) -> PageResult {
    let close = async |tx: &Tx<'_>, permit| {
        command::close_sessions(tx, permit, path.1).await?;
        Ok(may.at("/me/circle"))
    };
    let to = may.act(close).await?;
    Ok(may.page.go_saying(&to, "done-sessions-closed"))
}
