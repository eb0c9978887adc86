//! For those who have no screen: writing down the sheet that somebody signed to join, and doing something for a member
//! at her request, with a receipt on paper.

use super::members_only;
use super::pause::Choice as Entry;
use super::yes::{Question, questions, read};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::{Who, say};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::AtRequestId;
use membership::commands::ask::{self, ANSWERS, Asking};
use membership::commands::at_request::{Act, act_for};
use membership::powers::{ActAtRequest, EnterPaper};
use membership::queries::{at_request, me, people};
use membership::rules::consent::Channel;
use membership::rules::contact::ContactKind;
use membership::rules::names::shorter;
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Debug, Serialize)]
struct Choice {
    href: String,
    name: String,
}

/// Where a sheet is written down, and for whom something can be done at her request.
pub(super) async fn paper(member: Member) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    let everyone = people::everyone(&scope).await?.into_iter();
    drop(scope);
    let without = everyone.filter(|person| !person.has_entered && person.id != member.id);
    let choice = |person: people::Person| Choice {
        href: member.at(&format!("/group/members/{}/for-her", person.id)),
        name: person.name,
    };
    let without: Vec<Choice> = without.map(choice).collect();
    let charter = member.charter.clone();
    let asks = ANSWERS.into_iter().zip(charter.ask_questions()).collect::<Vec<_>>();
    let context = context! { asks => &asks, without => &without, has_passphrase => &has_passphrase };
    member.into_page().at(Tab::Group).render("membership/paper.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sheet {
    name: String,
    as_ally: bool,
    described: String,
    signed: bool,
    present: String,
}

/// Writes the sheet down.
pub(super) async fn enter(may: May<EnterPaper, Sheet>) -> PageResult {
    match try_enter(&may).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-paper")),
        Err(no) => paper(may.again(no)?).await,
    }
}

async fn try_enter(may: &May<EnterPaper, Sheet>) -> Result<String, PageError> {
    let confirmed = may.confirmed(&may.form.present).await?;
    let asking = Asking {
        name: may.form.name.clone(),
        answers: ANSWERS.into_iter().map(|field| may.form.typed.get(field).to_owned()).collect(),
        as_ally: may.form.as_ally,
        described: may.form.described.clone(),
        ..Asking::default()
    };
    let enter = async |tx: &Tx<'_>, permit| {
        if !may.form.signed {
            return Err(No::field("signed", Message::new("paper-needs-signature")));
        }
        ask::ask_on_paper(tx, permit, &may.site.joints, confirmed?, &asking).await?;
        Ok(may.at("/group/asking"))
    };
    Ok(may.act(enter).await?)
}

/// What can be done for one member, at her request.
pub(super) async fn for_her(member: Member, path: Path<(String, MemberId)>) -> PageResult {
    show(member, path.1).await
}

async fn show(member: Member, whom: MemberId) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let everyone = people::with_a_place(&scope).await?.into_iter();
    let person = everyone.filter(|person| person.standing.reads()).find(|person| person.id == whom);
    let person = person.filter(|person| !person.has_entered && person.id != member.id).ok_or(No::NotFound)?;
    let questions: Vec<Question> = questions(&scope, whom).await?;
    let here = member.at(&format!("/group/members/{whom}/for-her"));
    drop(scope);
    let mut kinds = Vec::new();
    for kind in ContactKind::ALL {
        let label = say(&member.page, &Message::keyed(format!("contact-kind-{}", kind.name())))?;
        kinds.push(Entry::new(kind.name(), label));
    }
    let context = context! {
        name => &person.name, forms => &shorter(&person.name), questions => &questions, here => &here,
        kinds => &kinds,
    };
    member.into_page().at(Tab::Group).render("membership/for-her.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Request {
    yes: Vec<String>,
    name: String,
    until: String,
    kind: String,
    value: String,
    shown: bool,
    channel: String,
}

/// Her yes or no to each use.
pub(super) async fn yes_for_her(may: May<ActAtRequest, Request>, path: Path<(String, MemberId)>) -> PageResult {
    let act = Act::Yes(read(&may.form.yes));
    done(may, path.1, act).await
}

/// What she is called.
pub(super) async fn name_for_her(may: May<ActAtRequest, Request>, path: Path<(String, MemberId)>) -> PageResult {
    let act = Act::Name(may.form.name.clone());
    done(may, path.1, act).await
}

/// She rests.
pub(super) async fn pause_for_her(may: May<ActAtRequest, Request>, path: Path<(String, MemberId)>) -> PageResult {
    let until = may.form.until.trim();
    match (until.is_empty(), until.parse()) {
        (true, _) => done(may, path.1, Act::Pause(None)).await,
        (false, Ok(day)) => done(may, path.1, Act::Pause(Some(day))).await,
        (false, Err(_)) => {
            let no = No::field("until", Message::new("pause-until-unreadable"));
            show(may.again(no)?, path.1).await
        }
    }
}

/// She is back.
pub(super) async fn back_for_her(may: May<ActAtRequest, Request>, path: Path<(String, MemberId)>) -> PageResult {
    done(may, path.1, Act::Back).await
}

/// A way to reach her.
pub(super) async fn contact_for_her(may: May<ActAtRequest, Request>, path: Path<(String, MemberId)>) -> PageResult {
    match ContactKind::named(&may.form.kind) {
        Some(kind) => {
            let act = Act::Contact { kind, value: may.form.value.clone(), shown: may.form.shown };
            done(may, path.1, act).await
        }
        None => {
            let no = No::field("kind", Message::new("contact-kind-missing"));
            show(may.again(no)?, path.1).await
        }
    }
}

async fn done(may: May<ActAtRequest, Request>, whom: MemberId, act: Act) -> PageResult {
    let work = async |tx: &Tx<'_>, permit| {
        let channel = Channel::by_another(&may.form.channel);
        let channel = channel.ok_or_else(|| No::field("channel", Message::new("at-request-choose-channel")))?;
        let id = act_for(tx, permit, whom, channel, act).await?;
        Ok(may.at(&format!("/group/at-request/{id}")))
    };
    match may.act(work).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-at-request")),
        Err(no) => show(may.again(no)?, whom).await,
    }
}

#[derive(Debug, Serialize)]
struct Receipt {
    whom: String,
    by: String,
    act: String,
    channel: &'static str,
    at: Time,
}

/// The receipt to print for her, for the two people it is about.
pub(super) async fn receipt(member: Member, path: Path<(String, AtRequestId)>) -> PageResult {
    let scope = member.read();
    let done = at_request::one(&scope, path.1, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let said = questions(&scope, done.whom).await?;
    drop(scope);
    let shown = Receipt {
        whom: who.name(done.whom),
        by: who.name(done.by),
        act: done.act,
        channel: done.channel.name(),
        at: done.at,
    };
    let context = context! { done => &shown, questions => &said };
    member.into_page().at(Tab::Group).render("membership/at-request.html", context)
}
