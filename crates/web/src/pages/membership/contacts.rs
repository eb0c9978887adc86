//! One's own ways to be reached, and asking for those of another member.

use super::Nothing;
use super::pause::Choice;
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::words::say;
use crate::pages::visit::{May, Member, Oneself};
use actix_web::web;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::late;
use commons::refusal::{Message, No};
use membership::ContactId;
use membership::commands::contact;
use membership::commands::read_contact::{Protected, Reading, Way};
use membership::powers::{ChangeOwnAccess, ReadContact, ask};
use membership::queries::{contacts, mandates, people};
use membership::rules::contact::{ContactKind, Purpose};
use serde::{Deserialize, Serialize};
use tera::context;

fn kind_name(kind: ContactKind) -> Message {
    Message::keyed(format!("contact-kind-{}", kind.name()))
}

#[derive(Debug, Serialize)]
struct PointShown {
    id: String,
    kind: Message,
    value: String,
    shown: bool,
}

/// Her own, each with its yes or no.
pub(super) async fn mine(Oneself(member): Oneself) -> PageResult {
    show_mine(member).await
}

async fn show_mine(member: Member) -> PageResult {
    let points = contacts::mine(&member.read(), member.id).await?.into_iter();
    let points: Vec<PointShown> = points
        .map(|point| PointShown {
            id: point.id.to_string(),
            kind: kind_name(point.kind),
            value: point.value,
            shown: point.shown,
        })
        .collect();
    let mut kinds = Vec::new();
    for kind in ContactKind::ALL {
        kinds.push(Choice::new(kind.name(), say(&member.page, &kind_name(kind))?));
    }
    member.into_page().at(Tab::Me).render("membership/contacts.html", context! { points => &points, kinds => &kinds })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct New {
    kind: String,
    value: String,
    shown: bool,
}

pub(super) async fn add(may: May<ChangeOwnAccess, New>) -> PageResult {
    let to = may.at("/me/contacts");
    let added = may
        .act(async |tx, permit| {
            let kind = ContactKind::named(&may.form.kind);
            let kind = kind.ok_or_else(|| No::field("kind", Message::new("contact-kind-missing")))?;
            contact::add(tx, permit, kind, &may.form.value, may.form.shown).await?;
            Ok(to)
        })
        .await;
    match added {
        Ok(to) => Ok(may.page.go_saying(&to, "done-contact")),
        Err(no) => show_mine(may.again(no)?).await,
    }
}

/// The place in the address: the group, then the way.
type One = web::Path<(String, String)>;

fn id(path: &One) -> Result<ContactId, No> {
    path.1.parse().map_err(|_| No::NotFound)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    shown: bool,
}

pub(super) async fn show(may: May<ChangeOwnAccess, Answer>, path: One) -> PageResult {
    let to = may.at("/me/contacts");
    let to = may
        .act(async |tx, permit| {
            contact::show(tx, permit, id(&path)?, may.form.shown).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-contact"))
}

pub(super) async fn remove(may: May<ChangeOwnAccess, Nothing>, path: One) -> PageResult {
    let to = may.at("/me/contacts");
    let to = may
        .act(async |tx, permit| {
            contact::remove(tx, permit, id(&path)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-contact-removed"))
}

/// A member as the others see her. Nothing to reach her by is on it, whoever she is.
pub(super) async fn member(member: Member, path: One) -> PageResult {
    show_member(member, &path, None).await
}

#[derive(Debug, Serialize)]
struct WayShown {
    kind: Message,
    value: String,
}

async fn show_member(member: Member, path: &One, ways: Option<Vec<Way>>) -> PageResult {
    let id: MemberId = path.1.parse().map_err(|_| No::NotFound)?;
    let scope = member.read();
    let person = people::everyone(&scope).await?.into_iter().find(|person| person.id == id).ok_or(No::NotFound)?;
    let held = mandates::running(&scope).await?.into_iter().filter(|mandate| mandate.holder == id);
    let held: Vec<String> = held.map(|mandate| mandate.title).collect();
    drop(scope);
    let mut purposes = Vec::new();
    for purpose in Purpose::ALL {
        let label = say(&member.page, &Message::keyed(format!("contact-purpose-{}", purpose.name())))?;
        purposes.push(Choice::new(purpose.name(), label));
    }
    let ways: Option<Vec<WayShown>> =
        ways.map(|ways| ways.into_iter().map(|way| WayShown { kind: kind_name(way.kind), value: way.value }).collect());
    let context = context! {
        person => &person.name, id => &id.to_string(), held => &held, is_me => &(id == member.id),
        may_ask => &member.standing.is_member(), purposes => &purposes, asked => &ways.is_some(), ways => &ways,
    };
    member.into_page().at(Tab::Group).render("membership/member.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct What {
    purpose: String,
}

/// Opens what she said yes to, and writes down for her who asked. Answered with a page and kept nowhere: sent
/// twice, it is written down once.
pub(super) async fn reach(may: May<ReadContact, What>, path: One) -> PageResult {
    let open = async |tx: &Tx<'_>| {
        let permit = ask::<ReadContact>(tx, may.id).await?;
        late::used(tx, may.id, may.form.nonce).await?;
        let subject: MemberId = path.1.parse().map_err(|_| No::NotFound)?;
        let purpose = Purpose::named(&may.form.purpose);
        let purpose = purpose.ok_or_else(|| No::field("purpose", Message::new("contact-purpose-missing")))?;
        Protected::of(tx, subject).await?.open(tx, Reading::new(permit, purpose)).await
    };
    let opened: Result<Vec<Way>, No> = may.site.db.write(may.group.id, open).await;
    match opened {
        Ok(ways) => show_member(may.sent.member, &path, Some(ways)).await,
        Err(no) => show_member(may.again(no)?, &path, None).await,
    }
}
