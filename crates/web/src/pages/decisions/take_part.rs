//! Seconding a proposal, saying what one wants to say when one's own mandate may be recalled, taking one's own back, stepping back from one written with others.

use super::drafts::Nothing;
use super::proposal::{home, proposal_page};
use super::shown::can_change;
use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::answer_recall::answer_recall as answer;
use ::decisions::commands::second::second as add;
use ::decisions::commands::withdraw::withdraw as take_back;
use ::decisions::commands::write_proposal::step_back as leave;
use ::decisions::powers::{AnswerRecall, Propose, Second};
use ::decisions::queries::proposal::{id_of, numbered};
use ::membership::powers::Permit;
use actix_web::web::Path;
use commons::db::Tx;
use serde::Deserialize;
use tera::context;

pub(super) async fn second(may: May<Second, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Second>| {
        add(tx, permit, id_of(tx, at.1).await?).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-seconded")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

/// What whoever holds the mandate says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct HerWords {
    hearing: String,
}

pub(super) async fn answer_recall(may: May<AnswerRecall, HerWords>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<AnswerRecall>| {
        answer(tx, permit, id_of(tx, at.1).await?, &may.form.hearing).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-said")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn ask_to_withdraw(member: Member, at: Path<(String, i32)>) -> PageResult {
    let stored = numbered(&member.read(), &member.site.effects, at.1, member.id).await?;
    if !can_change(&stored, member.read().now()) {
        return Ok(member.page.go(&member.at(&home(at.1))));
    }
    let context = context! {
        number => &at.1, title => &stored.title, alone => &(stored.authors.len() == 1), home => &member.at(&home(at.1)),
    };
    member.into_page().at(Tab::Decide).render("decisions/withdraw.html", context)
}

pub(super) async fn withdraw(may: May<Propose, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
        take_back(tx, permit, id_of(tx, at.1).await?).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-withdrawn")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn step_back(may: May<Propose, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
        leave(tx, permit, id_of(tx, at.1).await?).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-stepped-back")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}
