//! Vouching for somebody who asks to come back, saying that one doubts, refusing for oneself.

use super::Nothing;
use super::me::guess;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::RecoveryId;
use membership::commands::confirm::confirm;
use membership::commands::recover::{self, Heard};
use membership::powers::{ChangeOwnAccess, Vouch};
use membership::queries::recovery::seen_by;
use membership::queries::{me, people};
use membership::rules::recovery::{Path as Way, State};
use serde::Deserialize;
use tera::context;

type At = Path<(String, RecoveryId)>;

/// One request, for those who can vouch in it.
pub(super) async fn one(member: Member, path: At) -> PageResult {
    show(member, path.1).await
}

async fn show(member: Member, id: RecoveryId) -> PageResult {
    let scope = member.read();
    let request = seen_by(&scope, member.id, id).await?;
    let recovery = &request.recovery;
    let name = people::names(&scope).await?.of(recovery.owner).map(str::to_owned).ok_or(No::NotFound)?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    let state = recovery.state_at(scope.now());
    drop(scope);
    let until = match state {
        State::Waiting { until } => Some(until),
        State::Requested
        | State::Frozen
        | State::Ready
        | State::Completed { .. }
        | State::Cancelled
        | State::Expired => None,
    };
    let context = context! {
        id => &id, name => &name, has_passphrase => &has_passphrase, asked_at => &request.asked_at,
        until => &until,
        is_open => &matches!(state, State::Requested | State::Frozen), is_frozen => &(state == State::Frozen),
        in_person => &(recovery.path == Way::Branches),
        is_mine => &request.vouched.contains(&member.id),
    };
    member.into_page().at(Tab::Group).render("membership/recovery.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Vouching {
    heard: String,
    words: String,
    present: String,
}

/// Says: it is she.
pub(super) async fn vouch(may: May<Vouch, Vouching>, path: At) -> PageResult {
    match try_vouch(&may, path.1).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-vouched")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

async fn try_vouch(may: &May<Vouch, Vouching>, id: RecoveryId) -> Result<String, PageError> {
    let heard = match may.form.heard.as_str() {
        "voice" => Heard::Voice,
        "face" => Heard::Face,
        _ => return Err(No::field("heard", Message::new("recovery-say-how")).into()),
    };
    guess(may)?;
    // Whatever was refused is said only inside: the same form sent twice meets its first answer there.
    let confirmed = confirm(&may.site.db, may.group.id, may.id, &may.form.present).await;
    let vouch = async |tx: &Tx<'_>, permit| {
        recover::vouch(tx, permit, confirmed?, id, heard, &may.form.words).await?;
        Ok(may.at(&format!("/group/recovery/{id}")))
    };
    Ok(may.act(vouch).await?)
}

/// Says: I have a doubt.
pub(super) async fn doubt(may: May<Vouch, Nothing>, path: At) -> PageResult {
    let doubt = async |tx: &Tx<'_>, permit| {
        recover::doubt(tx, permit, path.1).await?;
        Ok(may.at(&format!("/group/recovery/{}", path.1)))
    };
    let to = may.act(doubt).await?;
    Ok(may.page.go_saying(&to, "done-doubted"))
}

/// Says, on a page where she is signed in, that nobody is to take her place.
pub(super) async fn refuse(may: May<ChangeOwnAccess, Nothing>) -> PageResult {
    let refuse = async |tx: &Tx<'_>, permit| {
        recover::refuse(tx, permit).await?;
        Ok(may.at("/me/devices"))
    };
    let to = may.act(refuse).await?;
    Ok(may.page.go_saying(&to, "done-refused"))
}
