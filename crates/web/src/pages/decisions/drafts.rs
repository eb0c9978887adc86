//! Drafts written with others, and drafts thrown away.

use super::words::{Who, list_of};
use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::ProposalId;
use ::decisions::commands::withdraw::withdraw;
use ::decisions::commands::write_proposal::{step_back as leave, write_with as invite};
use ::decisions::powers::Propose;
use ::decisions::queries::proposal::{Proposal, draft};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use tera::context;

/// With whom to write.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct With {
    other: String,
}

/// A form without fields.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Nothing {}

#[derive(Serialize)]
struct Person {
    value: String,
    label: String,
}

fn home(id: ProposalId) -> String {
    format!("/decide/drafts/{id}")
}

pub(super) async fn authors(member: Member, at: Path<(String, ProposalId)>) -> PageResult {
    authors_page(member, at.1).await
}

async fn authors_page(member: Member, id: ProposalId) -> PageResult {
    let scope = member.read();
    let stored = draft(&scope, &member.site.effects, id, member.id).await?;
    let everyone = people::everyone(&scope).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let others = everyone.into_iter().filter(|person| !stored.authors.contains(&person.id));
    let others: Vec<Person> =
        others.map(|person| Person { value: person.id.to_string(), label: person.name }).collect();
    let context = context! {
        title => &stored.title, authors => &list_of(&member.page, &who.all(&stored.authors))?,
        alone => &(stored.authors.len() == 1), others => &others, home => &member.at(&home(id)),
    };
    member.into_page().at(Tab::Decide).render("decisions/authors.html", context)
}

pub(super) async fn write_with(may: May<Propose, With>, at: Path<(String, ProposalId)>) -> PageResult {
    let other =
        may.form.other.parse::<MemberId>().map_err(|_| No::field("other", Message::new("proposal-choose-member")));
    let done = match other {
        Ok(other) => {
            may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
                invite(tx, permit, at.1, other).await?;
                Ok(home(at.1))
            })
            .await
        }
        Err(no) => Err(no),
    };
    match done {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-author-added")),
        Err(no) => authors_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn step_back(may: May<Propose, Nothing>, at: Path<(String, ProposalId)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
        leave(tx, permit, at.1).await?;
        Ok("/decide".to_owned())
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-stepped-back")),
        Err(no) => authors_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn ask_to_delete(member: Member, at: Path<(String, ProposalId)>) -> PageResult {
    let stored = draft(&member.read(), &member.site.effects, at.1, member.id).await?;
    delete_page(member, &stored)
}

fn delete_page(member: Member, stored: &Proposal) -> PageResult {
    let context = context! { title => &stored.title, alone => &(stored.authors.len() == 1), home => &member.at(&home(stored.id)) };
    member.into_page().at(Tab::Decide).render("decisions/delete.html", context)
}

pub(super) async fn delete(may: May<Propose, Nothing>, at: Path<(String, ProposalId)>) -> PageResult {
    let to = may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
        // What was sent to the group meanwhile is withdrawn on its own page, not thrown away here.
        draft(tx, &may.site.effects, at.1, permit.by()).await?;
        withdraw(tx, permit, at.1).await?;
        Ok("/decide".to_owned())
    });
    let to = to.await?;
    Ok(may.page.go_saying(&may.at(&to), "done-draft-deleted"))
}
