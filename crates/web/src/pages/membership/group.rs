//! The group: where its pages are, and who is in it.

use super::Nothing;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member};
use actix_web::web;
use commons::clock::Time;
use commons::ids::MemberId;
use commons::refusal::No;
use membership::commands::invite;
use membership::powers::{self, HandCard, WriteWelcomePage};
use membership::queries::invitations::{self, Handed};
use membership::queries::{mandates, people};
use serde::Serialize;
use std::collections::HashMap;
use tera::context;

/// What is to be found about the group.
pub(super) async fn group(member: Member) -> PageResult {
    let scope = member.read();
    let people = people::everyone(&scope).await?.len();
    let running = mandates::running(&scope).await?.len();
    let may_write = powers::has::<WriteWelcomePage>(&scope, member.id).await?;
    drop(scope);
    let name = member.charter.name().to_owned();
    let context = context! { name => &name, people => &people, mandates => &running, may_write => &may_write };
    member.into_page().at(Tab::Group).render("membership/group.html", context)
}

#[derive(Debug, Serialize)]
struct Line {
    id: MemberId,
    name: String,
    has_entered: bool,
    mandates: Vec<String>,
    card: Option<Card>,
}

/// The card that opens her place, or opened it, as everybody sees it.
#[derive(Debug, Serialize)]
struct Card {
    by: String,
    at: Time,
    used: bool,
}

/// Who is in the group, by name.
pub(super) async fn members(member: Member) -> PageResult {
    show_members(member).await
}

async fn show_members(member: Member) -> PageResult {
    let lines = lines(&member).await?;
    let some_wait = lines.iter().any(|line| !line.has_entered);
    let context = context! { members => &lines, some_wait => &some_wait, count => &lines.len() };
    let here = member.at("/group/members");
    member.into_page().here(here).at(Tab::Group).render("membership/members.html", context)
}

async fn lines(member: &Member) -> Result<Vec<Line>, PageError> {
    let scope = member.read();
    let mut held: HashMap<MemberId, Vec<String>> = HashMap::new();
    for mandate in mandates::running(&scope).await? {
        held.entry(mandate.holder).or_default().push(mandate.title);
    }
    let names = people::names(&scope).await?;
    let card = |handed: Handed| {
        let by = names.of(handed.by).map(str::to_owned).unwrap_or_default();
        (handed.to, Card { by, at: handed.at, used: handed.used })
    };
    let mut cards: HashMap<MemberId, Card> = invitations::handed(&scope).await?.into_iter().map(card).collect();
    let everyone = people::everyone(&scope).await?.into_iter();
    let line = |person: people::Person| Line {
        card: cards.remove(&person.id),
        mandates: held.remove(&person.id).unwrap_or_default(),
        id: person.id,
        name: person.name,
        has_entered: person.has_entered,
    };
    Ok(everyone.map(line).collect())
}

/// Makes a card for somebody on the founding list who has no way in yet.
pub(super) async fn hand_card(may: May<HandCard, Nothing>, path: web::Path<(String, String)>) -> PageResult {
    let to: MemberId = path.1.parse().map_err(|_| No::NotFound)?;
    let made = may
        .act(async |tx, permit| {
            let id = invite::hand_card(tx, permit, to).await?;
            Ok(may.at(&format!("/group/invitations/{id}")))
        })
        .await;
    match made {
        Ok(to) => Ok(may.page.go(&to)),
        Err(no) => show_members(may.again(no)?).await,
    }
}
