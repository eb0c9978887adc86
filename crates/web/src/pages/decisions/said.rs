//! What people say: what pleases, what worries, questions, and one level of answers.

use super::drafts::Nothing;
use super::proposal::{home, proposal_page};
use super::words::Who;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::ContributionId;
use ::decisions::commands::contribute::{self, ContributionKind};
use ::decisions::powers::Contribute;
use ::decisions::queries::proposal::{Contribution, Proposal, id_of, numbered};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use serde::Deserialize;
use tera::context;

/// Something to say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Saying {
    kind: String,
    words: String,
}

fn kind(word: &str) -> Option<ContributionKind> {
    match word {
        "pleases" => Some(ContributionKind::Pleases),
        "worries" => Some(ContributionKind::Worries),
        "question" => Some(ContributionKind::Question),
        _ => None,
    }
}

pub(super) async fn say(may: May<Contribute, Saying>, at: Path<(String, i32)>) -> PageResult {
    let done = match kind(&may.form.kind) {
        Some(kind) => {
            may.act(async |tx: &Tx<'_>, permit: Permit<Contribute>| {
                contribute::say(tx, permit, id_of(tx, at.1).await?, kind, &may.form.words).await?;
                Ok(home(at.1))
            })
            .await
        }
        None => Err(No::field("kind", Message::new("talk-choose"))),
    };
    match done {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-said")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

/// One thing said about a proposal, among the first level or the answers.
pub(super) fn find(proposal: &Proposal, id: ContributionId) -> Result<&Contribution, PageError> {
    let replies = proposal.contributions.iter().flat_map(|one| &one.replies);
    proposal.contributions.iter().chain(replies).find(|one| one.id == id).ok_or_else(PageError::not_found)
}

pub(super) async fn mine(member: Member, at: Path<(String, i32, ContributionId)>) -> PageResult {
    mine_page(member, at.1, at.2).await
}

async fn mine_page(member: Member, number: i32, id: ContributionId) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let said = find(&proposal, id)?;
    if said.author != member.id {
        return Ok(member.page.go(&member.at(&home(number))));
    }
    let context = context! {
        number => &number, words => &said.words, answers => &said.replies.len(), home => &member.at(&home(number)),
        open => &super::shown::can_talk(&proposal, scope.now()), address => &member.at(&format!("{}/said/{id}", home(number))),
    };
    drop(scope);
    member.into_page().at(Tab::Decide).render("decisions/said.html", context)
}

pub(super) async fn rephrase(may: May<Contribute, Saying>, at: Path<(String, i32, ContributionId)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        id_of(tx, at.1).await?;
        contribute::rephrase(tx, permit, at.2, &may.form.words).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-rephrased")),
        Err(no) => mine_page(may.again(no)?, at.1, at.2).await,
    }
}

pub(super) async fn take_back(may: May<Contribute, Nothing>, at: Path<(String, i32, ContributionId)>) -> PageResult {
    let to = may.act(async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        id_of(tx, at.1).await?;
        contribute::take_back(tx, permit, at.2).await?;
        Ok(home(at.1))
    });
    let to = to.await?;
    Ok(may.page.go_saying(&may.at(&to), "done-words-taken-back"))
}

pub(super) async fn ask_for_answer(member: Member, at: Path<(String, i32, ContributionId)>) -> PageResult {
    answer_page(member, at.1, at.2).await
}

async fn answer_page(member: Member, number: i32, id: ContributionId) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let said = proposal.contributions.iter().find(|one| one.id == id).ok_or_else(PageError::not_found)?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let context = context! {
        number => &number, words => &said.words, by => &who.name(said.author), home => &member.at(&home(number)),
        open => &super::shown::can_talk(&proposal, scope.now()), action => &member.at(&format!("{}/said/{id}/answer", home(number))),
    };
    drop(scope);
    member.into_page().at(Tab::Decide).render("decisions/answer.html", context)
}

pub(super) async fn answer(may: May<Contribute, Saying>, at: Path<(String, i32, ContributionId)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Contribute>| {
        id_of(tx, at.1).await?;
        contribute::answer(tx, permit, at.2, &may.form.words).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-said")),
        Err(no) => answer_page(may.again(no)?, at.1, at.2).await,
    }
}
