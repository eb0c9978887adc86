//! Coming in for the first time, with an invitation: a link, or the four words of a card.

use super::{Drawn, again, asking_for_address, enter, second_click, sending};
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
    let (rates, network) = (&visit.page.app().rates, visit.page.client());
    rates.take(Limit::CardsFrom, network)?;
    let scope = visit.read();
    let invited = opened_by(&scope, words).await?;
    let invited = invited.ok_or_else(|| No::field("card", Message::new("join-card-unknown")))?;
    rates.give_back(Limit::CardsFrom, network);
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

async fn is_gone(visit: &Visit, token: &str) -> Result<bool, PageError> {
    Ok(!is_random_id(token) || opened_by(&visit.read(), token).await?.is_none())
}

/// The page of an invitation. Looking uses nothing.
pub(super) async fn invited(visit: Visit, path: web::Path<(String, String)>) -> PageResult {
    let (_, token) = path.into_inner();
    // Somebody who came in already, and went back to her invitation.
    if visit.signed_in.is_some() && is_gone(&visit, &token).await? {
        return Ok(visit.page.go(&visit.at("")));
    }
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
    let sending = sending(&visit, &form);
    match try_join(&visit, &token, &form, &sending).await {
        Ok(session) => enter(&visit, &session).await,
        Err(no) => match second_click(&visit, &sending).await? {
            Some(home) => Ok(home),
            None => show(again(visit, &form, no)?, &token, &Drawn::again(&form.drawn, &form.passphrase)).await,
        },
    }
}

async fn try_join(visit: &Visit, token: &str, typed: &Joining, sending: &str) -> Result<String, PageError> {
    let invited = invitation(visit, token).await?;
    let arrival = Arrival {
        link_or_words: token.to_owned(),
        name: typed.name.clone(),
        email: typed.email.clone(),
        passphrase: typed.passphrase.clone(),
        own_device: typed.own_device,
        sending: sending.to_owned(),
    };
    let coming_in = command::join(&visit.site.db, visit.group.id, arrival);
    asking_for_address(visit, invited.id, &typed.email, coming_in).await
}
