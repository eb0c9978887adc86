//! Pages of the membership area: founding, coming in, the group and its charter, one's own things.
//!
//! | module | pages |
//! |---|---|
//! | `front`, `founding` | outside every group: what the site is, and founding a group |
//! | `welcome`, `door`, `join`, `demo` | for visitors: the group's own page and the ways in |
//! | `group`, `invitations`, `charter`, `mandates` | for members: who is here, the rules, who may do what |
//! | `me`, `stop_news` | one's own ways in and mail |
//! | `rule_fields` | rules of the charter as fields and as words |

mod charter;
mod demo;
mod door;
mod founding;
mod front;
mod group;
mod invitations;
mod join;
mod mandates;
mod me;
pub(super) mod rule_fields;
mod stop_news;
mod welcome;

#[cfg(test)]
mod tests;

use super::routes::Route;
use super::routes::table::{member_get, member_post, open_get, open_post, power_post};
use super::visit::{Visit, welcome_in};
use crate::kit::{Form, Limit, Page, PageError, PageResult, Typed};
use ::membership::commands::session;
use ::membership::rules::passphrase;
use actix_web::HttpResponse;
use commons::late;
use commons::refusal::No;
use serde::Deserialize;
use std::hash::Hash;

/// Addresses of this area.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![open_get("/", front::front)];
    routes.extend(founding_routes());
    routes.extend(entrance_routes());
    routes.extend(group_routes());
    routes.extend(own_routes());
    routes
}

fn founding_routes() -> Vec<Route> {
    vec![
        open_get("/found/{token}", founding::group),
        open_post("/found/{token}", founding::settle_group),
        open_get("/found/{token}/people", founding::people),
        open_post("/found/{token}/people", founding::name_people),
        open_get("/found/{token}/charter", founding::charter),
        open_post("/found/{token}/charter", founding::settle_charter),
        open_get("/found/{token}/sign", founding::read),
        open_get("/found/{token}/sign/{founder}", founding::pen),
        open_post("/found/{token}/sign/{founder}", founding::sign),
        open_post("/found/{token}/unsign", founding::unsign),
        open_post("/found/{token}/found", founding::found),
        member_get("/g/{group}/founded", founding::founded),
    ]
}

fn entrance_routes() -> Vec<Route> {
    vec![
        open_get("/g/{group}/welcome", welcome::welcome),
        member_get("/g/{group}/welcome/edit", welcome::edit),
        power_post("/g/{group}/welcome/edit", welcome::write),
        open_get("/g/{group}/door", door::door),
        open_post("/g/{group}/door", door::come_in),
        open_post("/g/{group}/door/link", door::ask_link),
        open_get("/g/{group}/door/code", door::code),
        open_post("/g/{group}/door/code", door::enter_code),
        open_get("/g/{group}/enter/{token}", door::link),
        open_post("/g/{group}/enter/{token}", door::enter_link),
        open_post("/g/{group}/leave-session", door::leave),
        open_get("/g/{group}/join", join::card),
        open_post("/g/{group}/join", join::read_card),
        open_get("/g/{group}/join/{token}", join::invited),
        open_post("/g/{group}/join/{token}", join::join),
        open_get("/demo/{code}", demo::offer),
        open_post("/demo/{code}", demo::enter),
    ]
}

fn group_routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/group", group::group),
        member_get("/g/{group}/group/members", group::members),
        member_get("/g/{group}/group/members/{member}/card", invitations::confirm),
        power_post("/g/{group}/group/members/{member}/card", invitations::hand_card),
        member_post("/g/{group}/group/invite/card", invitations::choose),
        member_get("/g/{group}/group/invite", invitations::new),
        power_post("/g/{group}/group/invite", invitations::invite),
        member_get("/g/{group}/group/invitations/{invitation}", invitations::one),
        member_get("/g/{group}/group/invitations/{invitation}/card", invitations::card),
        power_post("/g/{group}/group/invitations/{invitation}/take-back", invitations::take_back),
        member_get("/g/{group}/group/charter", charter::charter),
        member_get("/g/{group}/group/powers", mandates::powers),
    ]
}

fn own_routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/me", me::me),
        member_get("/g/{group}/me/kept", me::kept),
        member_get("/g/{group}/me/passphrase", me::passphrase),
        power_post("/g/{group}/me/passphrase", me::change_passphrase),
        member_get("/g/{group}/me/email", me::email),
        power_post("/g/{group}/me/email", me::change_email),
        power_post("/g/{group}/me/news", me::want_news),
        power_post("/g/{group}/me/close-others", me::close_others),
        open_get("/g/{group}/stop-news/{member}/{token}", stop_news::ask),
        open_post("/g/{group}/stop-news/{member}/{token}", stop_news::stop),
    ]
}

/// A form that says nothing but "yes, do it".
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Nothing {}

/// The visit whose page shows the form again, as [`Page::again`] does.
fn again(visit: Visit, typed: impl AsRef<Typed>, no: impl Into<PageError>) -> Result<Visit, PageError> {
    let page = visit.page.again(typed, no)?;
    Ok(Visit { page, ..visit })
}

/// The words drawn for a passphrase, as a form shows them.
#[derive(Debug, serde::Serialize)]
struct Drawn {
    words: String,
    /// What stands in the field: the words, or nothing once somebody wrote a phrase of her own, which is
    /// never shown again.
    shown: String,
}

impl Drawn {
    fn new() -> Self {
        let words = passphrase::draw();
        Self { shown: words.clone(), words }
    }

    /// As a form that was sent has them.
    fn again(words: &str, typed: &str) -> Self {
        let shown = if typed == words { words } else { "" };
        Self { words: words.to_owned(), shown: shown.to_owned() }
    }
}

/// A form as the browser sent it: the same browser and the same one-time id are a second click.
fn sending<T>(visit: &Visit, form: &Form<T>) -> String {
    format!("{}/{}", visit.page.visitor(), form.nonce)
}

/// Does `work`, which says whether an address is somebody else's already, and lets `who` hear that a few times a
/// day at most. Where no address was typed, nothing is counted.
async fn asking_for_address<T>(
    visit: &Visit,
    who: impl Hash,
    email: &str,
    work: impl Future<Output = Result<T, No>>,
) -> Result<T, PageError> {
    if email.trim().is_empty() {
        return Ok(work.await?);
    }
    let (rates, who) = (&visit.page.app().rates, (visit.group.id.0, who));
    rates.take(Limit::TakenAddresses, &who)?;
    let outcome = work.await;
    let taken = matches!(&outcome, Err(No::Invalid(problems))
        if problems.iter().any(|problem| problem.message.key == "email-taken"));
    if !taken {
        rates.give_back(Limit::TakenAddresses, &who);
    }
    Ok(outcome?)
}

/// The way home for a form that already let this browser in, when its link, code or invitation is used up by
/// the first click.
async fn second_click(visit: &Visit, sending: &str) -> Result<Option<HttpResponse>, PageError> {
    match session::enter_again(&visit.site.db, visit.group.id, sending).await? {
        Some(token) => enter(visit, &token).await.map(Some),
        None => Ok(None),
    }
}

/// Opens a new session in this browser; one that was open before ends, so that nobody stays in behind
/// somebody else's back. Words that were sent too late wait on the first page she sees; otherwise it is the one
/// she asked for before she came in.
async fn enter(visit: &Visit, token: &str) -> PageResult {
    if let Some(before) = visit.page.session() {
        session::close_anywhere(&visit.site.db, before).await?;
    }
    let now = session::who(&visit.site.db, visit.group.id, token).await?;
    let waiting = match now {
        Some(now) => !late::of(&visit.read(), now.member).await?.is_empty(),
        None => false,
    };
    let asked = visit.page.asked_for();
    let to = if waiting { visit.at("/me/kept") } else { asked.unwrap_or_else(|| visit.at("")) };
    Ok(welcome_in(&visit.page, token, now.is_some_and(|now| now.own_device), &to))
}

/// An address of this site as people type it.
fn full_address(page: &Page, path: &str) -> String {
    format!("{}{path}", page.app().public_url())
}
