//! Inviting somebody, by mail or with a printed card.

use super::{Nothing, full_address};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use actix_web::web;
use commons::clock::Time;
use commons::refusal::{Message, No};
use membership::InvitationId;
use membership::commands::invite;
use membership::powers::Invite;
use membership::queries::invitations::{self, Made};
use serde::{Deserialize, Serialize};
use tera::context;

/// An invitation as its maker reads it.
#[derive(Debug, Serialize)]
struct Shown {
    id: InvitationId,
    link: String,
    card_address: String,
    words: Vec<String>,
    for_name: Option<String>,
    expires_at: Time,
}

fn shown(member: &Member, made: Made) -> Shown {
    Shown {
        id: made.id,
        link: full_address(&member.page, &member.at(&format!("/join/{}", made.way_in.token))),
        card_address: full_address(&member.page, &member.at("/join")),
        words: made.way_in.words.split(' ').map(str::to_owned).collect(),
        for_name: made.for_name,
        expires_at: made.expires_at,
    }
}

/// The two ways to invite, and the invitations of hers that wait.
pub(super) async fn new(member: Member) -> PageResult {
    let waiting = invitations::all_made_by(&member.read(), member.id).await?;
    let waiting: Vec<Shown> = waiting.into_iter().map(|made| shown(&member, made)).collect();
    let context = context! { waiting => &waiting, most => &invite::A_WEEK };
    member.into_page().at(Tab::Group).render("membership/invite.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Inviting {
    /// `mail` or `card`.
    how: String,
    email: String,
}

pub(super) async fn invite(may: May<Invite, Inviting>) -> PageResult {
    let invited = may
        .act(async |tx, permit| {
            let email = if may.form.how == "mail" { may.form.email.trim() } else { "" };
            if may.form.how == "mail" && email.is_empty() {
                return Err(No::field("email", Message::new("email-missing")));
            }
            let id = invite::invite(tx, permit, email).await?;
            Ok(may.at(&format!("/group/invitations/{id}")))
        })
        .await;
    match invited {
        Ok(to) if may.form.how == "mail" => Ok(may.page.go_saying(&to, "done-invited-by-mail")),
        Ok(to) => Ok(may.page.go(&to)),
        Err(no) => new(may.again(no)?).await,
    }
}

async fn mine(member: &Member, id: &str) -> Result<Shown, No> {
    let id: InvitationId = id.parse().map_err(|_| No::NotFound)?;
    let made = invitations::made_by(&member.read(), member.id, id).await?;
    Ok(shown(member, made))
}

/// The link and the words, for whoever made the invitation.
pub(super) async fn one(member: Member, path: web::Path<(String, String)>) -> PageResult {
    let invitation = mine(&member, &path.1).await?;
    member.into_page().at(Tab::Group).render("membership/invitation.html", context! { invitation => &invitation })
}

/// The same as a card to print: it says neither who nor what the group is.
pub(super) async fn card(member: Member, path: web::Path<(String, String)>) -> PageResult {
    let invitation = mine(&member, &path.1).await?;
    let context = context! { invitation => &invitation, now => &member.site.db.now() };
    member.into_page().at(Tab::Group).render("membership/invitation-card.html", context)
}

pub(super) async fn take_back(may: May<Invite, Nothing>, path: web::Path<(String, String)>) -> PageResult {
    let id: InvitationId = path.1.parse().map_err(|_| No::NotFound)?;
    let to = may
        .act(async |tx, permit| {
            invite::take_back(tx, permit, id).await?;
            Ok(may.at("/group/invite"))
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-taken-back"))
}
