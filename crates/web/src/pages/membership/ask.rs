//! Asking to join, for somebody who is no member: the form, then her own page, with a link or four words.

use super::charter::in_words;
use super::{Drawn, Nothing, again, asking_for_address, enter, full_address, second_click, sending};
use crate::kit::secrets::is_random_id;
use crate::kit::{Form, Limit, PageError, PageResult};
use crate::pages::visit::Visit;
use actix_web::web;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::commands::ask::{self, ANSWERS, Asking};
use membership::commands::join::{self, Arrival};
use membership::queries::applications::{Asked, opened_by, way_back};
use membership::queries::{people, welcome};
use membership::rules::admission::{AdmissionRule, Application, Waiting};
use serde::{Deserialize, Serialize};
use tera::context;

/// One of the group's questions, as a field.
#[derive(Debug, Serialize)]
struct Question<'a> {
    field: &'static str,
    text: &'a str,
}

/// The form. Whoever comes with an invitation finds it at the invitation's own address.
pub(super) async fn new(visit: Visit) -> PageResult {
    show(visit, "").await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typing {}

pub(super) async fn send(visit: Visit, form: Form<Typing>) -> PageResult {
    receive(visit, form, "").await
}

pub(super) async fn show(visit: Visit, invitation: &str) -> PageResult {
    let scope = visit.read();
    let is_public = welcome::words(&scope).await?.is_some();
    let next = next(&visit).await?;
    drop(scope);
    let charter = visit.charter.clone();
    let questions = ANSWERS.into_iter().zip(charter.ask_questions()).map(|(field, text)| Question { field, text });
    let questions: Vec<_> = questions.collect();
    let action = visit.at(&if invitation.is_empty() { "/ask".to_owned() } else { format!("/join/{invitation}") });
    let context = context! {
        questions => &questions, action => &action, is_invited => &!invitation.is_empty(), next => &next,
        waits => &charter.first_vote_days(),
    };
    let page = if is_public { visit.page.in_public() } else { visit.page };
    page.render("membership/ask.html", context)
}

/// What comes next, by the group's rule.
async fn next(visit: &Visit) -> Result<String, PageError> {
    let rule = visit.charter.admission();
    let message = match rule {
        AdmissionRule::OpenAfterOneVisit => Message::new("ask-next-open"),
        AdmissionRule::CoSigners => {
            let needed = rule.signs_needed(people::how_many_active(&visit.read()).await?);
            Message::new("ask-next-co-signers").with("count", needed)
        }
        AdmissionRule::Assembly => Message::new("ask-next-assembly"),
    };
    Ok(visit.page.words()?.say(&message, visit.page.place())?)
}

/// Takes the form, and leads to her own page. The answer is the same whoever is called what here.
pub(super) async fn receive<T>(visit: Visit, form: Form<T>, invitation: &str) -> PageResult {
    match try_ask(&visit, &form, invitation).await {
        Ok(to) => Ok(visit.page.go(&to)),
        Err(no) => show(again(visit, &form, no)?, invitation).await,
    }
}

async fn try_ask<T>(visit: &Visit, form: &Form<T>, invitation: &str) -> Result<String, PageError> {
    let (rates, network, typed) = (&visit.page.app().rates, visit.page.client(), &form.typed);
    rates.take(Limit::Asking, network)?;
    let asking = Asking {
        name: typed.get("name").to_owned(),
        answers: ANSWERS.into_iter().map(|field| typed.get(field).to_owned()).collect(),
        as_ally: !typed.get("as_ally").is_empty(),
        described: typed.get("described").to_owned(),
        invitation: invitation.to_owned(),
        sending: sending(visit, form),
    };
    let work = async |tx: &Tx<'_>| ask::ask(tx, &visit.site.joints, &asking).await;
    let asked = visit.site.db.write(visit.group.id, work).await;
    if asked.is_err() {
        rates.give_back(Limit::Asking, network);
    }
    let token = way_back(visit.site.db.keyring(), visit.group.id, asked?).token;
    Ok(visit.at(&format!("/asked/{token}")))
}

/// An application as she reads it.
#[derive(Debug, Serialize)]
struct Hers {
    name: String,
    /// `asked`, `admitted` or `closed`.
    state: &'static str,
    /// The line under the heading.
    lead: &'static str,
    /// What its age brings, while it waits.
    waits: &'static str,
    asked_at: Time,
    said: String,
    good_until: Option<Time>,
    link: String,
    words: Vec<String>,
}

async fn hers(visit: &Visit, token: &str) -> Result<Asked, PageError> {
    let asked = if is_random_id(token) { opened_by(&visit.read(), token).await? } else { None };
    Ok(asked.ok_or_else(|| No::Expired(Message::new("ask-gone")))?)
}

/// Her own page. Looking changes nothing.
pub(super) async fn asked(visit: Visit, path: web::Path<(String, String)>) -> PageResult {
    let (_, token) = path.into_inner();
    // Somebody who came in already, and went back to her link.
    if visit.signed_in.is_some() && hers(&visit, &token).await.is_err() {
        return Ok(visit.page.go(&visit.at("")));
    }
    show_hers(visit, &token, &Drawn::new()).await
}

async fn show_hers(visit: Visit, token: &str, drawn: &Drawn) -> PageResult {
    let asked = hers(&visit, token).await?;
    let way = way_back(visit.site.db.keyring(), visit.group.id, asked.id);
    let (state, lead) = match asked.state {
        Application::Asked => ("asked", "asked-lead-asked"),
        Application::Admitted => ("admitted", "asked-lead-admitted"),
        Application::Withdrawn | Application::Closed => ("closed", "asked-lead-closed"),
    };
    let shown = Hers {
        name: asked.name,
        state,
        lead,
        waits: match asked.waiting {
            Waiting::Welcomers => "asked-waits-welcomers",
            Waiting::Everybody => "asked-waits-everybody",
            Waiting::Meeting => "asked-waits-meeting",
            Waiting::AnswerDue => "asked-waits-answer",
        },
        asked_at: asked.asked_at,
        said: asked.said,
        good_until: asked.good_until,
        link: full_address(&visit.page, &visit.at(&format!("/asked/{token}"))),
        words: way.words.split(' ').map(str::to_owned).collect(),
    };
    let next = next(&visit).await?;
    // What she says yes to by coming in is read before.
    let rules = if state == "admitted" { in_words(&visit.page, &visit.read()).await? } else { Vec::new() };
    let context = context! {
        rules => &rules, asked => &shown, token => token, drawn => drawn, next => &next, waits => &visit.charter.first_vote_days(),
        card_address => &full_address(&visit.page, &visit.at("/join")),
    };
    visit.page.render("membership/asked.html", context)
}

/// Takes her asking back.
pub(super) async fn withdraw(visit: Visit, path: web::Path<(String, String)>, form: Form<Nothing>) -> PageResult {
    let (_, token) = path.into_inner();
    let work = async |tx: &Tx<'_>| ask::withdraw(tx, &token).await;
    match visit.site.db.write(visit.group.id, work).await {
        Ok(()) => Ok(visit.page.go_saying(&visit.at("/welcome"), "done-ask-withdrawn")),
        // Sent twice: it is gone already.
        Err(No::NotFound) => Err(No::Expired(Message::new("ask-gone")).into()),
        Err(no) => show_hers(again(visit, &form, no)?, &token, &Drawn::new()).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Coming {
    name: String,
    email: String,
    passphrase: String,
    drawn: String,
    own_device: bool,
}

/// Comes in, once the group admitted her.
pub(super) async fn come_in(visit: Visit, path: web::Path<(String, String)>, form: Form<Coming>) -> PageResult {
    let (_, token) = path.into_inner();
    let sending = sending(&visit, &form);
    match try_come_in(&visit, &token, &form, &sending).await {
        Ok(session) => enter(&visit, &session).await,
        Err(no) => match second_click(&visit, &sending).await? {
            Some(home) => Ok(home),
            None => show_hers(again(visit, &form, no)?, &token, &Drawn::again(&form.drawn, &form.passphrase)).await,
        },
    }
}

async fn try_come_in(visit: &Visit, token: &str, typed: &Coming, sending: &str) -> Result<String, PageError> {
    let asked = hers(visit, token).await?;
    let arrival = Arrival {
        link_or_words: token.to_owned(),
        name: typed.name.clone(),
        email: typed.email.clone(),
        passphrase: typed.passphrase.clone(),
        own_device: typed.own_device,
        sending: sending.to_owned(),
    };
    asking_for_address(visit, asked.id, &typed.email, join::join(&visit.site.db, visit.group.id, arrival)).await
}

/// The sheet that somebody signs who joins on paper, in large letters.
pub(super) async fn sheet(visit: Visit) -> PageResult {
    let is_public = welcome::words(&visit.read()).await?.is_some();
    let now = visit.read().now();
    let questions: Vec<String> = visit.charter.ask_questions().into_iter().map(str::to_owned).collect();
    let page = if is_public { visit.page.in_public() } else { visit.page };
    page.render("membership/ask-sheet.html", context! { questions => &questions, now => &now })
}
