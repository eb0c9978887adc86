//! Coming back when every way in is lost: asking, waiting in the browser that asked, and taking the place again. No
//! page here says whether somebody belongs to the group (`reliability D6`, `T12`).

use super::{Drawn, Nothing, again, enter};
use crate::kit::{Form, Lasts, Limit, PageError, PageResult, Use};
use crate::pages::visit::Visit;
use actix_web::web;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::RecoveryId;
use membership::commands::recover;
use membership::queries::recovery::{self, Told};
use serde::Deserialize;
use tera::context;

/// For so long the browser that asked is known again: its request waits and can be finished no longer than that.
const KNOWN_FOR: Lasts = Lasts::Seconds(40 * 24 * 3_600);

/// How one comes back, and where one asks.
pub(super) async fn lost(visit: Visit) -> PageResult {
    show_lost(visit)
}

fn show_lost(visit: Visit) -> PageResult {
    let has_asked = visit.page.way_back().is_some();
    let here = visit.at("/door/lost");
    visit.page.here(here).render("membership/lost.html", context! { has_asked => &has_asked })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    name: String,
}

/// Asks. What follows is the same for a name that nobody has.
pub(super) async fn ask(visit: Visit, form: Form<Asked>) -> PageResult {
    match try_ask(&visit, &form.name).await {
        Ok(secret) => {
            let mut answer = visit.page.go(&visit.at("/door/lost/waiting"));
            if let Err(error) = answer.add_cookie(&visit.page.app().cookies.set(Use::WayBack, secret, KNOWN_FOR)) {
                tracing::error!(%error, "a cookie could not be set");
            }
            Ok(answer)
        }
        Err(no) => show_lost(again(visit, &form, no)?),
    }
}

async fn try_ask(visit: &Visit, name: &str) -> Result<String, PageError> {
    if name.trim().is_empty() {
        return Err(No::field("name", Message::new("name-missing")).into());
    }
    visit.page.app().rates.take(Limit::PublicPages, visit.page.client())?;
    Ok(recover::ask(&visit.site.db, visit.group.id, name).await?)
}

/// The four words, and where the request stands.
pub(super) async fn waiting(visit: Visit) -> PageResult {
    show_waiting(visit, &Drawn::new()).await
}

async fn show_waiting(visit: Visit, drawn: &Drawn) -> PageResult {
    let Some(secret) = visit.page.way_back() else { return Ok(visit.page.go(&visit.at("/door/lost"))) };
    let scope = visit.read();
    let Some((asked_at, told)) = recovery::for_browser(&scope, &secret).await? else {
        return Ok(visit.page.go(&visit.at("/door/lost")));
    };
    let words = recovery::words_for(&scope, &secret);
    drop(scope);
    let (stage, until) = match told {
        Told::Asked => ("asked", None),
        Told::NeedsCode => ("code", None),
        Told::Doubted => ("doubted", None),
        Told::Waits { until } => ("waits", Some(until)),
        Told::Ready => ("ready", None),
        Told::Over => ("over", None),
    };
    let context = context! {
        asked_at => &asked_at, words => &words, stage => stage, until => &until, drawn => drawn,
    };
    let here = visit.at("/door/lost/waiting");
    visit.page.here(here).render("membership/lost-waiting.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Code {
    code: String,
}

/// Gives a printed code, where only two people are.
pub(super) async fn give_code(visit: Visit, form: Form<Code>) -> PageResult {
    match try_code(&visit, &form.code).await {
        Ok(()) => Ok(visit.page.go(&visit.at("/door/lost/waiting"))),
        Err(no) => show_waiting(again(visit, &form, no)?, &Drawn::new()).await,
    }
}

async fn try_code(visit: &Visit, code: &str) -> Result<(), PageError> {
    let (rates, network) = (&visit.page.app().rates, visit.page.client());
    rates.take(Limit::CardsFrom, network)?;
    let browser = visit.page.way_back().unwrap_or_default();
    let give = async |tx: &Tx<'_>| recover::give_code(tx, &browser, code).await;
    visit.site.db.write(visit.group.id, give).await?;
    rates.give_back(Limit::CardsFrom, network);
    Ok(())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewPassphrase {
    new: String,
    drawn: String,
    own_device: bool,
}

/// Takes the place again, with a new passphrase.
pub(super) async fn complete(visit: Visit, form: Form<NewPassphrase>) -> PageResult {
    let browser = visit.page.way_back().unwrap_or_default();
    match try_complete(&visit, &browser, &form).await {
        Ok(token) => {
            let mut answer = enter(&visit, &token).await?;
            if let Err(error) = answer.add_cookie(&visit.page.app().cookies.remove(Use::WayBack)) {
                tracing::error!(%error, "a cookie could not be taken back");
            }
            Ok(answer)
        }
        Err(no) => {
            let drawn = Drawn::again(&form.drawn, &form.new);
            show_waiting(again(visit, &form, no)?, &drawn).await
        }
    }
}

async fn try_complete(visit: &Visit, browser: &str, typed: &NewPassphrase) -> Result<String, PageError> {
    visit.page.app().rates.take(Limit::PublicPages, visit.page.client())?;
    Ok(recover::complete(&visit.site.db, visit.group.id, browser, &typed.new, typed.own_device).await?)
}

type Path = web::Path<(String, String, String)>;

/// What the link of a mail opens: one button more, because programs also follow links.
pub(super) async fn refusal(visit: Visit, path: Path) -> PageResult {
    let (_, recovery, token) = path.into_inner();
    show_refusal(visit, &recovery, &token, false)
}

/// Refuses a request, without signing in.
pub(super) async fn refuse(visit: Visit, path: Path, _: Form<Nothing>) -> PageResult {
    let (_, recovery, token) = path.into_inner();
    let id: RecoveryId = recovery.parse().map_err(|_| PageError::not_found())?;
    let refuse = async |tx: &Tx<'_>| recover::refuse_by_link(tx, id, &token).await;
    visit.site.db.write(visit.group.id, refuse).await?;
    show_refusal(visit, &recovery, &token, true)
}

fn show_refusal(visit: Visit, recovery: &str, token: &str, is_done: bool) -> PageResult {
    let context = context! { recovery => recovery, token => token, is_done => &is_done };
    visit.page.render("membership/lost-refuse.html", context)
}
