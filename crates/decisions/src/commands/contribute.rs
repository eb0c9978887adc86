//! Taking part in a discussion: what pleases, what worries, questions, and one level of answers.

use crate::commands::amend::is_talk_over;
use crate::commands::find;
use crate::entities::contribution;
use crate::powers::Contribute;
use crate::rules::state::State;
use crate::rules::text::{CONTRIBUTION, length_problem, words};
use crate::{ContributionId, ProposalId};
use commons::db::Tx;
use commons::refusal::{Message, No};
use commons::sealed;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

pub use crate::entities::ContributionKind;

/// Says something.
///
/// # Errors
/// When nothing was written, it is too long, or the discussion is over.
pub async fn say(
    tx: &Tx<'_>,
    permit: Permit<Contribute>,
    id: ProposalId,
    kind: ContributionKind,
    text: &str,
) -> Result<ContributionId, No> {
    // An answer names what it answers: `answer` is the way to one.
    if kind == ContributionKind::Reply {
        return Err(No::NotFound);
    }
    add(tx, permit, id, kind, None, text).await
}

/// Answers something said. An answer is not answered again: that is what talking is for.
///
/// # Errors
/// As [`say`], or when there is nothing to answer.
pub async fn answer(
    tx: &Tx<'_>,
    permit: Permit<Contribute>,
    to: ContributionId,
    text: &str,
) -> Result<ContributionId, No> {
    let answered =
        tx.find::<contribution::Entity>().filter(contribution::Column::Id.eq(to)).one().await?.ok_or(No::NotFound)?;
    if answered.kind == ContributionKind::Reply {
        return Err(No::NotFound);
    }
    add(tx, permit, answered.proposal_id, ContributionKind::Reply, Some(to), text).await
}

async fn add(
    tx: &Tx<'_>,
    permit: Permit<Contribute>,
    proposal_id: ProposalId,
    kind: ContributionKind,
    reply_to: Option<ContributionId>,
    text: &str,
) -> Result<ContributionId, No> {
    refuse_when_over(tx, proposal_id).await?;
    check(text)?;
    let id = ContributionId::new();
    let key = sealed::key_of(tx, permit.by()).await?;
    let row = contribution::ActiveModel {
        id: Set(id),
        proposal_id: Set(proposal_id),
        kind: Set(kind),
        reply_to: Set(reply_to),
        author: Set(permit.by()),
        words: Set(key.seal(&place(id), text.trim().as_bytes())?),
        edited: Set(false),
        said_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Changes one's own words while the discussion lasts.
///
/// # Errors
/// As [`say`], or when the words are somebody else's.
pub async fn rephrase(tx: &Tx<'_>, permit: Permit<Contribute>, id: ContributionId, text: &str) -> Result<(), No> {
    let row = mine(tx, &permit, id).await?;
    refuse_when_over(tx, row.proposal_id).await?;
    check(text)?;
    let key = sealed::key_of(tx, permit.by()).await?;
    let words = Set(key.seal(&place(id), text.trim().as_bytes())?);
    tx.update(contribution::ActiveModel { id: Set(id), words, edited: Set(true), ..Default::default() }).await?;
    Ok(())
}

/// Takes one's own words back, at any time (`domain A11`). Answers to them go with them: they would
/// quote what was taken back.
///
/// # Errors
/// When the words are somebody else's.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<Contribute>, id: ContributionId) -> Result<(), No> {
    mine(tx, &permit, id).await?;
    tx.delete::<contribution::Entity>().filter(contribution::Column::ReplyTo.eq(id)).go().await?;
    tx.delete::<contribution::Entity>().filter(contribution::Column::Id.eq(id)).go().await?;
    Ok(())
}

async fn mine(tx: &Tx<'_>, permit: &Permit<Contribute>, id: ContributionId) -> Result<contribution::Model, No> {
    let row =
        tx.find::<contribution::Entity>().filter(contribution::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)?;
    if row.author == permit.by() { Ok(row) } else { Err(No::NotAllowed(Message::new("contribution-not-yours"))) }
}

/// The hour decides, not whoever comes by to write down what it brought (`decisions C5`).
pub(super) async fn refuse_when_over(tx: &Tx<'_>, id: ProposalId) -> Result<(), No> {
    let row = find(tx, id).await?;
    // While its amendments are voted on, nothing is due and the talk is over all the same.
    let due = row.due_at.is_some_and(|due| due <= tx.now()) || is_talk_over(&row, tx.now());
    match row.state {
        State::Draft => Err(No::NotFound),
        State::Waiting if due => Err(No::conflict("proposal-moved-on")),
        State::Waiting => Ok(()),
        State::Discussing if !due => Ok(()),
        _ => Err(No::conflict("discussion-over")),
    }
}

pub(super) fn check(text: &str) -> Result<(), No> {
    if words(text) == 0 {
        return Err(No::field("words", Message::new("contribution-missing")));
    }
    match length_problem("words", text, CONTRIBUTION) {
        Some(problem) => Err(No::Invalid(vec![problem])),
        None => Ok(()),
    }
}

pub(crate) fn place(id: ContributionId) -> String {
    format!("contribution/{id}/words")
}
