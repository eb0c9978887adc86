//! Pages of the membership area: founding, coming in, the group and its charter, one's own things.
//!
//! | module | pages |
//! |---|---|
//! | `front`, `founding` | outside every group: what the site is, and founding a group |
//! | `welcome`, `door`, `join`, `demo` | for visitors: the group's own page and the ways in |
//! | `group`, `invitations`, `charter`, `mandates` | for members: who is here, the rules, who may do what |
//! | `kernel`, `mandate`, `recall` | what no vote changes; one mandate; suspending or recalling it, with others |
//! | `ask` | asking to join, and the page of whoever asked |
//! | `asking`, `paper` | for members: who asks to join; sheets of paper, acting at somebody's request |
//! | `yes` | one's own yes for each use, name, and who welcomes one |
//! | `together` | what waits for signatures of several members |
//! | `me`, `stop_news` | one's own ways in and mail |
//! | `pause`, `leave`, `data`, `kept`, `contacts` | resting and leaving, what is kept, reaching each other |
//! | `apart`, `measures`, `removal`, `incidents` | hard times: keeping apart, lesser measures, removal, incidents |
//! | `devices`, `my_card`, `circle` | where one is signed in, a printed card, who helps one come back |
//! | `way_back`, `recovery` | coming back when every way in is lost, and vouching for whoever asks |
//! | `rule_fields` | rules of the charter as fields and as words |

mod apart;
mod ask;
mod asking;
mod charter;
mod circle;
mod contacts;
mod data;
mod demo;
mod devices;
mod door;
mod founding;
mod front;
mod group;
mod incidents;
mod invitations;
mod join;
mod kept;
mod kernel;
mod leave;
mod legal_register;
mod mandate;
mod mandates;
mod me;
mod measures;
mod my_card;
mod notices;
mod paper;
mod pause;
mod recall;
mod recovery;
mod removal;
pub(super) mod rule_fields;
mod stop_news;
mod together;
mod way_back;
mod welcome;
mod yes;

#[cfg(test)]
mod tests;

pub(super) use together::name_of;

use super::routes::Route;
use super::routes::table::{member_get, member_post, open_get, open_post, own_get, power_post};
use super::visit::{Member, Visit, welcome_in};
use crate::kit::{Form, Limit, Page, PageError, PageResult, Typed};
use ::membership::commands::session;
use ::membership::rules::passphrase;
use actix_web::HttpResponse;
use commons::late;
use commons::refusal::{Message, No};
use serde::Deserialize;
use std::hash::Hash;

/// Addresses of this area.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![open_get("/", front::front)];
    routes.extend(founding_routes());
    routes.extend(entrance_routes());
    routes.extend(group_routes());
    routes.extend(own_routes());
    routes.extend(privacy_routes());
    routes.extend(hard_times_routes());
    routes.extend(access_routes());
    routes.extend(welcoming_routes());
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
        power_post("/g/{group}/group/members/{member}/card/together", invitations::ask_card),
        member_post("/g/{group}/group/invite/card", invitations::choose),
        member_get("/g/{group}/group/invite", invitations::new),
        power_post("/g/{group}/group/invite", invitations::invite),
        member_get("/g/{group}/group/invitations/{invitation}", invitations::one),
        member_get("/g/{group}/group/invitations/{invitation}/card", invitations::card),
        power_post("/g/{group}/group/invitations/{invitation}/take-back", invitations::take_back),
        member_get("/g/{group}/group/charter", charter::charter),
        member_get("/g/{group}/group/charter/at", charter::at),
        member_post("/g/{group}/group/charter/at", charter::choose_day),
        member_get("/g/{group}/group/charter/rules/{rule}", charter::history),
        member_get("/g/{group}/group/kernel", kernel::kernel),
        member_get("/g/{group}/group/powers", mandates::powers),
        member_get("/g/{group}/group/powers/{mandate}", mandate::one),
        power_post("/g/{group}/group/powers/{mandate}/learn", mandate::take_seat),
        power_post("/g/{group}/group/powers/{mandate}/stop-learning", mandate::leave_seat),
        power_post("/g/{group}/group/powers/{mandate}/hand-over", mandate::hand_over),
        member_get("/g/{group}/group/powers/{mandate}/suspend", recall::ask_to_suspend),
        power_post("/g/{group}/group/powers/{mandate}/suspend", recall::suspend),
        member_get("/g/{group}/group/powers/{mandate}/recall", recall::ask_to_recall),
        power_post("/g/{group}/group/powers/{mandate}/recall", recall::recall),
        member_get("/g/{group}/group/together", together::list),
        member_get("/g/{group}/group/together/{act}", together::one),
        power_post("/g/{group}/group/together/{act}", together::sign),
        power_post("/g/{group}/group/together/{act}/take-back", together::take_back),
    ]
}

fn own_routes() -> Vec<Route> {
    vec![
        own_get("/g/{group}/me", me::me),
        own_get("/g/{group}/me/kept", me::kept),
        own_get("/g/{group}/me/passphrase", me::passphrase),
        power_post("/g/{group}/me/passphrase", me::change_passphrase),
        own_get("/g/{group}/me/email", me::email),
        power_post("/g/{group}/me/email", me::change_email),
        power_post("/g/{group}/me/news", me::want_news),
        power_post("/g/{group}/me/close-others", me::close_others),
        open_get("/g/{group}/stop-news/{member}/{token}", stop_news::ask),
        open_post("/g/{group}/stop-news/{member}/{token}", stop_news::stop),
    ]
}

/// Resting and leaving, what is kept, reaching each other.
fn privacy_routes() -> Vec<Route> {
    vec![
        open_get("/g/{group}/kept", kept::kept),
        own_get("/g/{group}/me/data", data::data),
        own_get("/g/{group}/me/data.html", data::html),
        own_get("/g/{group}/me/data.json", data::json),
        member_get("/g/{group}/me/pause", pause::show),
        power_post("/g/{group}/me/pause", pause::rest),
        power_post("/g/{group}/me/back", pause::back),
        own_get("/g/{group}/me/leave", leave::show),
        power_post("/g/{group}/me/leave", leave::go),
        own_get("/g/{group}/me/contacts", contacts::mine),
        power_post("/g/{group}/me/contacts", contacts::add),
        power_post("/g/{group}/me/contacts/{contact}/show", contacts::show),
        power_post("/g/{group}/me/contacts/{contact}/remove", contacts::remove),
        member_get("/g/{group}/group/members/{member}", contacts::member),
        power_post("/g/{group}/group/members/{member}", contacts::reach),
    ]
}

/// Keeping apart, lesser measures, removal, incidents.
fn hard_times_routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/me/apart", apart::apart),
        power_post("/g/{group}/me/apart", apart::keep),
        power_post("/g/{group}/me/apart/take-back", apart::take_back),
        own_get("/g/{group}/me/measures", measures::measures),
        power_post("/g/{group}/me/measures/{measure}/leave", measures::leave),
        own_get("/g/{group}/me/removal", removal::hers),
        power_post("/g/{group}/me/removal/heard", removal::answer),
        power_post("/g/{group}/me/removal/appeal", removal::appeal),
        member_get("/g/{group}/group/hard-times", removal::instead),
        member_get("/g/{group}/group/removals", notices::removals),
        power_post("/g/{group}/group/removals", notices::notice),
        power_post("/g/{group}/group/removals/{removal}/take-back", notices::take_back),
        power_post("/g/{group}/group/removals/{removal}/heard", notices::heard),
        power_post("/g/{group}/group/removals/{removal}/vote", notices::vote),
        member_get("/g/{group}/group/legal-register", legal_register::page),
        member_get("/g/{group}/group/incidents", incidents::all),
        member_get("/g/{group}/group/incidents/new", incidents::new),
        power_post("/g/{group}/group/incidents/new", incidents::open),
        member_get("/g/{group}/group/incidents/{incident}", incidents::one),
        power_post("/g/{group}/group/incidents/{incident}", incidents::keep),
        power_post("/g/{group}/group/incidents/{incident}/close", incidents::close),
        member_get("/g/{group}/group/incidents/{incident}/letter/{letter}", incidents::letter),
    ]
}

/// Ways in, and ways back.
fn access_routes() -> Vec<Route> {
    vec![
        open_post("/g/{group}/door/card", door::enter_card),
        open_get("/g/{group}/door/lost", way_back::lost),
        open_post("/g/{group}/door/lost", way_back::ask),
        open_get("/g/{group}/door/lost/waiting", way_back::waiting),
        open_post("/g/{group}/door/lost/code", way_back::give_code),
        open_post("/g/{group}/door/lost/passphrase", way_back::complete),
        open_get("/g/{group}/door/lost/refuse/{recovery}/{token}", way_back::refusal),
        open_post("/g/{group}/door/lost/refuse/{recovery}/{token}", way_back::refuse),
        own_get("/g/{group}/me/devices", devices::list),
        power_post("/g/{group}/me/devices/{session}/close", devices::close),
        own_get("/g/{group}/me/card", my_card::about),
        power_post("/g/{group}/me/card", my_card::print),
        own_get("/g/{group}/me/card/{card}", my_card::show),
        own_get("/g/{group}/me/circle", circle::circle),
        power_post("/g/{group}/me/circle", circle::ask),
        power_post("/g/{group}/me/circle/{member}/remove", circle::remove),
        power_post("/g/{group}/group/circle/{member}/accept", circle::accept),
        power_post("/g/{group}/group/circle/{member}/decline", circle::decline),
        power_post("/g/{group}/group/circle/{member}/close-sessions", circle::close_sessions),
        power_post("/g/{group}/me/recovery/refuse", recovery::refuse),
        member_get("/g/{group}/group/recovery/{recovery}", recovery::one),
        power_post("/g/{group}/group/recovery/{recovery}/vouch", recovery::vouch),
        power_post("/g/{group}/group/recovery/{recovery}/doubt", recovery::doubt),
    ]
}

/// Asking to join, welcoming, and what each says yes to.
fn welcoming_routes() -> Vec<Route> {
    vec![
        open_get("/g/{group}/ask", ask::new),
        open_post("/g/{group}/ask", ask::send),
        open_get("/g/{group}/ask/sheet", ask::sheet),
        open_get("/g/{group}/asked/{token}", ask::asked),
        open_post("/g/{group}/asked/{token}", ask::come_in),
        open_post("/g/{group}/asked/{token}/withdraw", ask::withdraw),
        member_get("/g/{group}/group/asking", asking::list),
        member_get("/g/{group}/group/asking/{application}", asking::one),
        power_post("/g/{group}/group/asking/{application}/sign", asking::sign),
        power_post("/g/{group}/group/asking/{application}/unsign", asking::unsign),
        power_post("/g/{group}/group/asking/{application}/write", asking::write),
        power_post("/g/{group}/group/asking/{application}/close", asking::close),
        member_get("/g/{group}/group/paper", paper::paper),
        power_post("/g/{group}/group/paper", paper::enter),
        member_get("/g/{group}/group/members/{member}/for-her", paper::for_her),
        power_post("/g/{group}/group/members/{member}/for-her/yes", paper::yes_for_her),
        power_post("/g/{group}/group/members/{member}/for-her/name", paper::name_for_her),
        power_post("/g/{group}/group/members/{member}/for-her/pause", paper::pause_for_her),
        power_post("/g/{group}/group/members/{member}/for-her/back", paper::back_for_her),
        power_post("/g/{group}/group/members/{member}/for-her/contact", paper::contact_for_her),
        member_get("/g/{group}/group/at-request/{request}", paper::receipt),
        member_get("/g/{group}/group/printed-list", group::printed_list),
        own_get("/g/{group}/me/yes", yes::yes),
        power_post("/g/{group}/me/yes", yes::say_yes),
        own_get("/g/{group}/me/name", yes::name),
        power_post("/g/{group}/me/name", yes::call_me),
        member_get("/g/{group}/me/welcome", yes::welcomers),
        power_post("/g/{group}/me/welcome", yes::choose),
        power_post("/g/{group}/me/welcome/leave", yes::leave),
        power_post("/g/{group}/me/welcome/end", yes::end),
    ]
}

/// What only members read: who asks to join was told so.
fn members_only(member: &Member) -> Result<(), PageError> {
    let is_member = member.standing.is_member();
    if is_member { Ok(()) } else { Err(No::NotAllowed(Message::new("error-not-for-allies")).into()) }
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
