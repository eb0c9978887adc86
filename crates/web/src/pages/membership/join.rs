//! Coming in for the first time, with an invitation: a link, or the four words of a card.

use super::{Drawn, again, enter};
use crate::kit::secrets::is_random_id;
use crate::kit::{Form, Limit, PageError, PageResult};
use crate::pages::visit::Visit;
use actix_web::web;
use commons::refusal::{Message, No};
use membership::commands::invite::way_in;
use membership::commands::join::{self as command, Arrival};
use membership::queries::invitations::{Invited, opened_by};
use serde::Deserialize;
use tera::context;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Card {
    card: String,
}

/// Where the words of a card are typed.
pub(super) async fn card(visit: Visit) -> PageResult {
    show_card(visit)
}

fn show_card(visit: Visit) -> PageResult {
    visit.page.render("membership/join-card.html", context! {})
}

/// Words lead to the same page as the invitation's own link.
pub(super) async fn read_card(visit: Visit, form: Form<Card>) -> PageResult {
    match try_card(&visit, &form.card).await {
        Ok(token) => Ok(visit.page.go(&visit.at(&format!("/join/{token}")))),
        Err(no) => show_card(again(visit, &form, no)?),
    }
}

async fn try_card(visit: &Visit, words: &str) -> Result<String, PageError> {
    // Four words could be guessed where a link cannot: tries are counted here, and only here.
    visit.page.app().rates.take_from(Limit::SignInFrom, visit.page.client())?;
    let scope = visit.read();
    let invited = opened_by(&scope, words).await?;
    let invited = invited.ok_or_else(|| No::field("card", Message::new("join-card-unknown")))?;
    Ok(way_in(scope.keyring(), scope.group(), invited.id).token)
}

/// Whom an invitation is for.
async fn invitation(visit: &Visit, token: &str) -> Result<Invited, PageError> {
    let gone = || No::Expired(Message::new("join-gone"));
    if !is_random_id(token) {
        return Err(gone().into());
    }
    Ok(opened_by(&visit.read(), token).await?.ok_or_else(gone)?)
}

/// The page of an invitation. Looking uses nothing.
pub(super) async fn invited(visit: Visit, path: web::Path<(String, String)>) -> PageResult {
    let (_, token) = path.into_inner();
    show(visit, &token, &Drawn::new()).await
}

async fn show(visit: Visit, token: &str, drawn: &Drawn) -> PageResult {
    let invited = invitation(&visit, token).await?;
    // Somebody on the founding list votes already.
    let waits = if invited.member.is_some() { 0 } else { visit.charter.first_vote_days() };
    let context = context! {
        token => token, drawn => drawn, is_listed => &invited.member.is_some(), listed => &invited.name, waits => &waits,
    };
    visit.page.render("membership/join.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Joining {
    name: String,
    email: String,
    passphrase: String,
    drawn: String,
    own_device: bool,
}

pub(super) async fn join(visit: Visit, path: web::Path<(String, String)>, form: Form<Joining>) -> PageResult {
    let (_, token) = path.into_inner();
    match try_join(&visit, &token, &form).await {
        Ok(session) => enter(&visit, &session).await,
        Err(no) => show(again(visit, &form, no)?, &token, &Drawn::again(&form.drawn, &form.passphrase)).await,
    }
}

async fn try_join(visit: &Visit, token: &str, typed: &Joining) -> Result<String, PageError> {
    invitation(visit, token).await?;
    let arrival = Arrival {
        link_or_words: token.to_owned(),
        name: typed.name.clone(),
        email: typed.email.clone(),
        passphrase: typed.passphrase.clone(),
        own_device: typed.own_device,
    };
    Ok(command::join(&visit.site.db, visit.group.id, arrival).await?)
}
