//! Cards and invitations: a link, or the four words of a card. Four words of somebody who asked lead to her own page.

use super::{Drawn, again, ask, asking_for_address, enter, second_click, sending};
use crate::kit::secrets::is_random_id;
use crate::kit::{Form, Limit, PageError, PageResult};
use crate::pages::visit::Visit;
use actix_web::web;
use commons::refusal::{Message, No};
use membership::commands::invite::way_in;
use membership::commands::join::{self as command, Arrival};
use membership::queries::applications;
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
        Ok(to) => Ok(visit.page.go(&to)),
        Err(no) => show_card(again(visit, &form, no)?),
    }
}

/// Where the words lead: to an invitation, or to the page of somebody who asked to join.
async fn try_card(visit: &Visit, words: &str) -> Result<String, PageError> {
    // Four words could be guessed where a link cannot: tries are counted here, and only here.
    let (rates, network) = (&visit.page.app().rates, visit.page.client());
    rates.take(Limit::CardsFrom, network)?;
    let scope = visit.read();
    let to = match opened_by(&scope, words).await? {
        Some(invited) => format!("/join/{}", way_in(scope.keyring(), scope.group(), invited.id).token),
        None => {
            let asked = applications::opened_by(&scope, words).await?;
            let asked = asked.ok_or_else(|| No::field("card", Message::new("join-card-unknown")))?;
            format!("/asked/{}", applications::way_back(scope.keyring(), scope.group(), asked.id).token)
        }
    };
    rates.give_back(Limit::CardsFrom, network);
    Ok(visit.at(&to))
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

/// The page of an invitation: a card opens the place of somebody on the founding list, any other is a way to ask.
/// Looking uses nothing.
pub(super) async fn invited(visit: Visit, path: web::Path<(String, String)>) -> PageResult {
    let (_, token) = path.into_inner();
    // Somebody who came in already, and went back to her invitation.
    if visit.signed_in.is_some() && is_gone(&visit, &token).await? {
        return Ok(visit.page.go(&visit.at("")));
    }
    if invitation(&visit, &token).await?.member.is_none() {
        return ask::show(visit, &token).await;
    }
    show(visit, &token, &Drawn::new()).await
}

async fn show(visit: Visit, token: &str, drawn: &Drawn) -> PageResult {
    let invited = invitation(&visit, token).await?;
    let context = context! { token => token, drawn => drawn, listed => &invited.name };
    visit.page.render("membership/join.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Joining {
    email: String,
    passphrase: String,
    drawn: String,
    own_device: bool,
}

pub(super) async fn join(visit: Visit, path: web::Path<(String, String)>, form: Form<Joining>) -> PageResult {
    let (_, token) = path.into_inner();
    let sending = sending(&visit, &form);
    let is_hers = is_random_id(&token) && opened_by(&visit.read(), &token).await?.is_some_and(|of| of.member.is_some());
    if is_hers {
        return take_place(visit, &token, &form, &sending).await;
    }
    // Used by the first of two clicks: on the card of a place, or on the form that asks.
    match second_click(&visit, &sending).await? {
        Some(home) => Ok(home),
        None => ask::receive(visit, form, &token).await,
    }
}

async fn take_place(visit: Visit, token: &str, form: &Form<Joining>, sending: &str) -> PageResult {
    match try_join(&visit, token, form, sending).await {
        Ok(session) => enter(&visit, &session).await,
        Err(no) => match second_click(&visit, sending).await? {
            Some(home) => Ok(home),
            None => show(again(visit, form, no)?, token, &Drawn::again(&form.drawn, &form.passphrase)).await,
        },
    }
}

async fn try_join(visit: &Visit, token: &str, typed: &Joining, sending: &str) -> Result<String, PageError> {
    let invited = invitation(visit, token).await?;
    let arrival = Arrival {
        link_or_words: token.to_owned(),
        email: typed.email.clone(),
        passphrase: typed.passphrase.clone(),
        own_device: typed.own_device,
        sending: sending.to_owned(),
        ..Arrival::default()
    };
    let coming_in = command::join(&visit.site.db, visit.group.id, arrival);
    asking_for_address(visit, invited.id, &typed.email, coming_in).await
}
