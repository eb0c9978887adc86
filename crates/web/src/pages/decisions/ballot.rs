//! Voting, and voting again until the deadline.

use super::amend;
use super::election;
use super::proposal::home;
use super::shown::vote_shown;
use crate::kit::{PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::cast_ballot::{Cast, cast_ballot};
use ::decisions::powers::CastBallot;
use ::decisions::queries::proposal::{id_of, numbered};
use ::decisions::rules::ballot::Typed;
use ::membership::powers::Permit;
use actix_web::web::Path;
use commons::db::Tx;
use serde::Deserialize;
use tera::context;

/// A vote, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Vote {
    /// A word, ticked lines, or a number for each line: whichever the method asks.
    choice: String,
    ticked: Vec<String>,
    mark: Vec<String>,
    reason: String,
    /// A tick.
    unsigned: bool,
}

pub(super) async fn show(member: Member, at: Path<(String, i32)>) -> PageResult {
    ballot_page(member, at.1, &[]).await
}

/// `typed` are the numbers of a ballot that was refused.
async fn ballot_page(member: Member, number: i32, typed: &[String]) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let vote = vote_shown(&member.page, &proposal, scope.now(), typed)?;
    drop(scope);
    if !proposal.question.method.has_ballots() {
        return Ok(member.page.go(&member.at(&format!("{}{}", home(number), election::PATH))));
    }
    if proposal.secret && proposal.vote.is_some() {
        return super::secret::ballot_page(member, &proposal, typed).await;
    }
    let amendments = amend::amendments(&member, proposal.id).await?;
    let context = context! {
        amendments => &amendments,
        number => &number, title => &proposal.title, summary => &proposal.summary, vote => &vote,
        home => &member.at(&home(number)), vote_href => &member.at(&format!("{}/vote", home(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/vote.html", context)
}

pub(super) async fn cast(may: May<CastBallot, Vote>, at: Path<(String, i32)>) -> PageResult {
    let Vote { choice, ticked, mark, reason, unsigned } = &*may.form;
    let said = Typed { choice: choice.clone(), ticked: ticked.clone(), marks: mark.clone() };
    let cast = Cast { said, reason: reason.clone(), unsigned: *unsigned };
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
        cast_ballot(tx, permit, id_of(tx, at.1).await?, cast.clone()).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-voted")),
        Err(no) => {
            let typed = cast.said.marks;
            ballot_page(may.again(no)?, at.1, &typed).await
        }
    }
}
