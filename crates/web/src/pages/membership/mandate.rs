//! One mandate: what it allows, what was done with it, who learns it, and what its holder leaves to the next person.

use super::Nothing;
use super::mandates::shown;
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::MandateId;
use membership::commands::{hand_over as handing, learn};
use membership::powers::{self, HandOver, LearnMandate};
use membership::queries::{mandates, people};
use membership::rules::mandates::{Handover, Term, may_learn, others_can_suspend};
use serde::Deserialize;
use tera::context;

/// Everything about it.
pub(super) async fn one(member: Member, path: Path<(String, MandateId)>) -> PageResult {
    show(member, path.1).await
}

async fn show(member: Member, id: MandateId) -> PageResult {
    let scope = member.read();
    let mandate = mandates::one(&scope, id).await?.ok_or(No::NotFound)?;
    let (names, learners) = (people::names(&scope).await?, mandates::learners(&scope).await?);
    let term = mandate.term(scope.now());
    let i_learn = learners.get(&id) == Some(&member.id);
    let seat_is_free = may_learn(mandate.holder, learners.get(&id).copied(), member.id, term).is_ok();
    let may_take = seat_is_free && !i_learn && powers::has::<LearnMandate>(&scope, member.id).await?;
    let holder_is_here = people::is_member(&scope, mandate.holder).await?;
    // After what somebody who left wrote, others only add.
    let adds = mandate.holder != member.id && mandate.handover.as_ref().is_some_and(|(_, note)| !note.is_empty());
    let may_write = mandate.holder == member.id || !holder_is_here;
    let may_write = may_write && powers::has::<HandOver>(&scope, member.id).await?;
    let mandate_shown = shown(&scope, &member, &names, &learners, &mandate).await?;
    let can_be_suspended = mandate.dates().may_be_suspended(scope.now()).is_ok()
        && mandate.holder != member.id
        && others_can_suspend(people::others_than(&scope, mandate.holder).await?);
    drop(scope);
    let context = context! {
        mandate => &mandate_shown, i_learn => &i_learn, may_take => &may_take, may_write => &may_write,
        adds => &adds,        runs => &(term != Term::Ended), can_be_suspended => &can_be_suspended, mine => &(mandate.holder == member.id),
    };
    member.into_page().at(Tab::Group).render("membership/mandate.html", context)
}

fn home(id: MandateId) -> String {
    format!("/group/powers/{id}")
}

/// Takes the learner seat.
pub(super) async fn take_seat(may: May<LearnMandate, Nothing>, path: Path<(String, MandateId)>) -> PageResult {
    let take = async |tx: &Tx<'_>, permit| {
        learn::take_seat(tx, permit, path.1).await?;
        Ok(home(path.1))
    };
    match may.act(take).await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-learns")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

/// Leaves it.
pub(super) async fn leave_seat(may: May<LearnMandate, Nothing>, path: Path<(String, MandateId)>) -> PageResult {
    let leave = async |tx: &Tx<'_>, permit| {
        learn::leave_seat(tx, permit, path.1).await?;
        Ok(home(path.1))
    };
    match may.act(leave).await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-learns-no-more")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}

/// What she leaves.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Leaves {
    handover: String,
    note: String,
}

/// Writes what she leaves to the next person.
pub(super) async fn hand_over(may: May<HandOver, Leaves>, path: Path<(String, MandateId)>) -> PageResult {
    let handover = match may.form.handover.as_str() {
        "note" => Some(Handover::Note),
        "nothing" => Some(Handover::Nothing),
        _ => None,
    };
    let write = async |tx: &Tx<'_>, permit| {
        let handover = handover.ok_or_else(|| No::field("handover", Message::new("handover-choose")))?;
        handing::hand_over(tx, permit, path.1, handover, &may.form.note).await?;
        Ok(home(path.1))
    };
    match may.act(write).await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-handed-over")),
        Err(no) => show(may.again(no)?, path.1).await,
    }
}
