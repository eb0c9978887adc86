//! The door: every way into a group that one belongs to, and the way out.
//!
//! Ways in stand in the order of ruling 14. No answer tells whether somebody belongs to the group
//! (`reliability T12`), and failed tries are counted by name and by network (`reliability D14`).

use super::{Nothing, again, enter, second_click, sending};
use crate::kit::exit::gone;
use crate::kit::{Form, Limit, PageError, PageResult, TooMany};
use crate::pages::visit::Visit;
use actix_web::web;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::commands::invite::way_in;
use membership::commands::mail_link::{self, Opened};
use membership::commands::sign_in::{AtTheDoor, sign_in};
use membership::commands::{print_card, session};
use membership::queries::invitations::opened_by;
use membership::rules::names::folded;
use serde::Deserialize;
use std::time::Duration;
use tera::context;

/// The ways in.
pub(super) async fn door(visit: Visit) -> PageResult {
    show(visit, false)
}

fn show(visit: Visit, letters_seen: bool) -> PageResult {
    let (here, is_in) = (visit.at("/door"), visit.signed_in.is_some());
    // She asked for a page with a session that is over: she is told what happened, and is led back there.
    let is_late = !is_in && visit.page.session().is_some() && visit.page.asked_for().is_some();
    let context = context! { letters_seen => &letters_seen, is_in => &is_in, is_late => &is_late };
    visit.page.here(here).render("membership/door.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByPassphrase {
    name: String,
    passphrase: String,
    own_device: bool,
    /// `first` when the letters of the passphrase are to be seen while they are typed; `yes` when they are.
    see: String,
}

/// Comes in by name and passphrase.
pub(super) async fn come_in(visit: Visit, form: Form<ByPassphrase>) -> PageResult {
    if form.see == "first" {
        let page = visit.page.filled(&form);
        return show(Visit { page, ..visit }, true);
    }
    match try_passphrase(&visit, &form).await {
        Ok(token) => enter(&visit, &token).await,
        Err(no) => show(again(visit, &form, no)?, form.see == "yes"),
    }
}

/// How long an answer is held back once a name was tried too often from everywhere.
const SLOWED: Duration = Duration::from_secs(5);

async fn try_passphrase(visit: &Visit, typed: &ByPassphrase) -> Result<String, PageError> {
    let (rates, network) = (&visit.page.app().rates, visit.page.client());
    let name = (visit.group.id.0, folded(&typed.name));
    rates.take(Limit::SignInFrom, network)?;
    rates.take(Limit::SignIn, (&name, network))?;
    if let Err(TooMany { wait }) = rates.take(Limit::SignInAnywhere, &name) {
        tokio::time::sleep(wait.min(SLOWED)).await;
    }
    let typed =
        AtTheDoor { name: typed.name.clone(), passphrase: typed.passphrase.clone(), own_device: typed.own_device };
    let token = sign_in(&visit.site.db, visit.group.id, typed).await?;
    // Only failures count.
    rates.give_back(Limit::SignInFrom, network);
    rates.give_back(Limit::SignIn, (&name, network));
    rates.give_back(Limit::SignInAnywhere, &name);
    Ok(token)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByMail {
    email: String,
    own_device: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByCard {
    card: String,
    own_device: bool,
}

/// Comes in with a code of a printed card. The card of a first entrance leads on to its own page.
pub(super) async fn enter_card(visit: Visit, form: Form<ByCard>) -> PageResult {
    let sending = sending(&visit, &form);
    match try_card(&visit, &form, &sending).await {
        Ok(Some(token)) => enter(&visit, &token).await,
        Ok(None) => match second_click(&visit, &sending).await? {
            Some(home) => Ok(home),
            None => match first_entrance(&visit, &form.card).await {
                Ok(to) => Ok(visit.page.go(&to)),
                Err(no) => show(again(visit, &form, no)?, false),
            },
        },
        Err(no) => show(again(visit, &form, no)?, false),
    }
}

/// Four words could be guessed where a link cannot: tries that open nothing are counted.
async fn try_card(visit: &Visit, typed: &ByCard, sending: &str) -> Result<Option<String>, PageError> {
    let (rates, network) = (&visit.page.app().rates, visit.page.client());
    rates.take(Limit::CardsFrom, network)?;
    let token = print_card::enter(&visit.site.db, visit.group.id, &typed.card, typed.own_device, sending).await?;
    if token.is_some() {
        rates.give_back(Limit::CardsFrom, network);
    }
    Ok(token)
}

async fn first_entrance(visit: &Visit, words: &str) -> Result<String, PageError> {
    let scope = visit.read();
    let invited = opened_by(&scope, words).await?;
    let invited = invited.ok_or_else(|| No::field("card", Message::new("door-card-unknown")))?;
    visit.page.app().rates.give_back(Limit::CardsFrom, visit.page.client());
    let token = way_in(scope.keyring(), scope.group(), invited.id).token;
    Ok(visit.at(&format!("/join/{token}")))
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
    page.app().rates.take(Limit::PublicPages, page.client())?;
    if !may_be_sent(visit, &email.to_lowercase()) {
        return Ok(());
    }
    let write = async |tx: &Tx<'_>| mail_link::ask(tx, email, page.visitor(), typed.own_device).await;
    Ok(visit.site.db.write(visit.group.id, write).await?)
}

/// Beyond the limit nothing is sent and the answer stays as it was: whoever asks in her name learns nothing, and
/// does not stand in her way with a page that says to wait. From another network she still gets hers.
fn may_be_sent(visit: &Visit, email: &str) -> bool {
    let (rates, address) = (&visit.page.app().rates, (visit.group.id.0, email));
    rates.take(Limit::MailLinks, (address, visit.page.client())).is_ok()
        && rates.take(Limit::MailLinksAnywhere, address).is_ok()
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
    let sending = sending(&visit, &form);
    match try_code(&visit, &form.code, &sending).await {
        Ok(token) => enter(&visit, &token).await,
        Err(no) => match second_click(&visit, &sending).await? {
            Some(home) => Ok(home),
            None => show_code(again(visit, &form, no)?),
        },
    }
}

async fn try_code(visit: &Visit, code: &str, sending: &str) -> Result<String, PageError> {
    let page = &visit.page;
    page.app().rates.take(Limit::PublicPages, page.client())?;
    let write = async |tx: &Tx<'_>| mail_link::enter_code(tx, page.visitor(), code, sending).await;
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
        // Somebody who is in already, and went back to the link in her mail.
        if visit.signed_in.is_some() {
            return Ok(visit.page.go(&visit.at("")));
        }
        return Err(No::Expired(Message::new("door-link-gone")).into());
    }
    visit.page.render("membership/door-link.html", context! { token => token, is_here => &(opened == Opened::Here) })
}

pub(super) async fn enter_link(visit: Visit, path: web::Path<(String, String)>, form: Form<Nothing>) -> PageResult {
    let (_, link) = path.into_inner();
    let sending = sending(&visit, &form);
    let write = async |tx: &Tx<'_>| mail_link::enter(tx, &link, visit.page.visitor(), &sending).await;
    match visit.site.db.write(visit.group.id, write).await {
        Ok(token) => enter(&visit, &token).await,
        // Good, but asked elsewhere: the page says where the code is typed. Gone: it says so too.
        Err(No::Expired(_)) => match second_click(&visit, &sending).await? {
            Some(home) => Ok(home),
            None => show_link(visit, &link).await,
        },
        Err(no) => Err(no.into()),
    }
}

/// Signs out, and leaves nothing of this site in the browser: the page that says so is the answer itself, for
/// another page would begin anew with a cookie and kept files.
pub(super) async fn leave(visit: Visit, _: Form<Nothing>) -> PageResult {
    if let Some(token) = visit.page.session() {
        session::close_anywhere(&visit.site.db, token).await?;
    }
    gone(&visit.page, "membership/left.html", context! { door => &visit.at("/door") })
}
