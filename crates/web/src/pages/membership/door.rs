//! The door: every way into a group that one belongs to, and the way out.
//!
//! Ways in stand in the order of ruling 14. No answer tells whether somebody belongs to the group
//! (`reliability T12`), and tries are slowed down by name and by network (`reliability D14`).

use super::{Nothing, again, enter};
use crate::kit::exit::leave_nothing;
use crate::kit::{Form, Limit, PageError, PageResult};
use crate::pages::visit::Visit;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, web};
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::commands::mail_link::{self, Opened};
use membership::commands::session;
use membership::commands::sign_in::{AtTheDoor, sign_in};
use membership::rules::names::folded;
use serde::Deserialize;
use tera::context;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Eyes {
    /// `yes` when the letters of the passphrase are to be seen while they are typed.
    see: String,
}

/// The ways in.
pub(super) async fn door(visit: Visit, eyes: web::Query<Eyes>) -> PageResult {
    show(visit, eyes.see == "yes")
}

fn show(visit: Visit, letters_seen: bool) -> PageResult {
    let (here, is_in) = (visit.at("/door"), visit.signed_in.is_some());
    visit.page.here(here).render("membership/door.html", context! { letters_seen => &letters_seen, is_in => &is_in })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByPassphrase {
    name: String,
    passphrase: String,
    own_device: bool,
    see: String,
}

/// Comes in by name and passphrase.
pub(super) async fn come_in(visit: Visit, form: Form<ByPassphrase>) -> PageResult {
    match try_passphrase(&visit, &form).await {
        Ok(token) => enter(&visit, &token).await,
        Err(no) => show(again(visit, &form, no)?, form.see == "yes"),
    }
}

async fn try_passphrase(visit: &Visit, typed: &ByPassphrase) -> Result<String, PageError> {
    let (page, group) = (&visit.page, visit.group.id);
    page.app().rates.take_from(Limit::SignInFrom, page.client())?;
    page.app().rates.take(Limit::SignIn, (group.0, folded(&typed.name)))?;
    let typed =
        AtTheDoor { name: typed.name.clone(), passphrase: typed.passphrase.clone(), own_device: typed.own_device };
    Ok(sign_in(&visit.site.db, group, typed).await?)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByMail {
    email: String,
    own_device: bool,
}

/// Asks for a link by mail. What follows is the same for an address that nobody has.
pub(super) async fn ask_link(visit: Visit, form: Form<ByMail>) -> PageResult {
    let visit = Visit { page: visit.page.knowing_again(), ..visit };
    match try_ask(&visit, &form).await {
        Ok(()) => Ok(visit.page.go(&visit.at("/door/code"))),
        Err(no) => show(again(visit, &form, no)?, false),
    }
}

async fn try_ask(visit: &Visit, typed: &ByMail) -> Result<(), PageError> {
    let email = typed.email.trim();
    if !email.contains('@') {
        return Err(No::field("email", Message::new("email-unreadable")).into());
    }
    let page = &visit.page;
    page.app().rates.take_from(Limit::PublicPages, page.client())?;
    page.app().rates.take(Limit::MailLinks, (visit.group.id.0, email.to_lowercase()))?;
    let write = async |tx: &Tx<'_>| mail_link::ask(tx, email, page.visitor(), typed.own_device).await;
    Ok(visit.site.db.write(visit.group.id, write).await?)
}

/// Where the code of the mail is typed, in the browser that asked.
pub(super) async fn code(visit: Visit) -> PageResult {
    show_code(visit)
}

fn show_code(visit: Visit) -> PageResult {
    let here = visit.at("/door/code");
    visit.page.here(here).render("membership/door-code.html", context! {})
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByCode {
    code: String,
}

pub(super) async fn enter_code(visit: Visit, form: Form<ByCode>) -> PageResult {
    match try_code(&visit, &form.code).await {
        Ok(token) => enter(&visit, &token).await,
        Err(no) => show_code(again(visit, &form, no)?),
    }
}

async fn try_code(visit: &Visit, code: &str) -> Result<String, PageError> {
    let page = &visit.page;
    page.app().rates.take_from(Limit::PublicPages, page.client())?;
    let write = async |tx: &Tx<'_>| mail_link::enter_code(tx, page.visitor(), code).await;
    Ok(visit.site.db.write(visit.group.id, write).await??)
}

/// What the link of a mail opens: one button more, because programs also follow links.
pub(super) async fn link(visit: Visit, path: web::Path<(String, String)>) -> PageResult {
    let (_, token) = path.into_inner();
    show_link(visit, &token).await
}

async fn show_link(visit: Visit, token: &str) -> PageResult {
    let scope = visit.read();
    let opened = mail_link::look(&scope, token, visit.page.visitor()).await?;
    drop(scope);
    if opened == Opened::Gone {
        return Err(No::Expired(Message::new("door-link-gone")).into());
    }
    visit.page.render("membership/door-link.html", context! { token => token, is_here => &(opened == Opened::Here) })
}

pub(super) async fn enter_link(visit: Visit, path: web::Path<(String, String)>, _: Form<Nothing>) -> PageResult {
    let (_, link) = path.into_inner();
    let write = async |tx: &Tx<'_>| mail_link::enter(tx, &link, visit.page.visitor()).await;
    match visit.site.db.write(visit.group.id, write).await {
        Ok(token) => enter(&visit, &token).await,
        // Good, but asked elsewhere: the page says where the code is typed. Gone: it says so too.
        Err(No::Expired(_)) => show_link(visit, &link).await,
        Err(no) => Err(no.into()),
    }
}

/// Signs out, and leaves nothing of this site in the browser.
pub(super) async fn leave(visit: Visit, _: Form<Nothing>) -> PageResult {
    if let Some(token) = visit.page.session() {
        session::close_anywhere(&visit.site.db, token).await?;
    }
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((LOCATION, visit.at("/left")));
    leave_nothing(&visit.page, &mut answer);
    Ok(answer.finish())
}

pub(super) async fn left(visit: Visit) -> PageResult {
    visit.page.render("membership/left.html", context! {})
}
