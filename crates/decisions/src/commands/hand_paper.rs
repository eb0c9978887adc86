//! Handing out ballots of paper: whoever took one votes on paper and not on a screen (`decisions E5`).

use crate::ProposalId;
use crate::commands::cast_ballot::refuse_unless_open;
use crate::commands::{find, name_helper, question_of};
use crate::entities::{ballot, proposal, roll};
use crate::powers::HandPaper;
use crate::urn;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::people;
use sea_orm::ColumnTrait;

/// Notes that somebody took a ballot of paper, and tells her that there is news. Nothing else is noted: not who gave it,
/// nor when.
///
/// Of a secret vote nobody learns here whether she had voted: a ballot of hers in the urn is taken out again, and paper
/// takes its place.
///
/// # Errors
/// When the vote is not open, she is not on its roll, has voted already, or took one.
pub async fn hand_paper(
    tx: &Tx<'_>,
    permit: Permit<HandPaper>,
    id: ProposalId,
    whose: Option<MemberId>,
) -> Result<(), No> {
    let row = find(tx, id).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    refuse_unless_on_paper(&row)?;
    let whose = whose.ok_or_else(|| No::field("whose", Message::new("whose-choose")))?;
    if on_roll(tx, id, whose).await?.ok_or_else(|| No::field("whose", Message::new("whose-not-on-roll")))?.on_paper {
        return Err(No::field("whose", Message::new("paper-taken")));
    }
    if row.secret {
        take_out_of_urn(tx, &row, whose).await?;
    } else {
        refuse_if_voted(tx, &row, whose).await?;
    }
    mark(tx, id, whose, true).await?;
    if whose == permit.by() { Ok(()) } else { Ok(tell_news(tx, &format!("on-paper/{id}/{whose}"), &[whose]).await?) }
}

/// Notes that she gave it back, unused: she votes on a screen again, or not at all. Somebody else notes it, who has the
/// sheet in hand: otherwise one person could put it in the box and vote again.
///
/// # Errors
/// When the vote is not open, she took none, or she says so herself.
pub async fn give_back(
    tx: &Tx<'_>,
    permit: Permit<HandPaper>,
    id: ProposalId,
    whose: Option<MemberId>,
) -> Result<(), No> {
    let row = find(tx, id).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    if whose == Some(permit.by()) {
        return Err(No::conflict("paper-back-to-another"));
    }
    let took = match whose {
        Some(whose) => row_of(tx, id, whose).await?.filter(|row| row.on_paper),
        None => None,
    };
    let took = took.ok_or_else(|| No::conflict("paper-not-taken"))?;
    name_helper::set(tx, id, took.member_id, None).await?;
    mark(tx, id, took.member_id, false).await
}

/// The row of somebody on a roll, when she is on it and still here to vote.
pub(super) async fn on_roll(scope: &Scope<'_>, id: ProposalId, member: MemberId) -> Result<Option<roll::Model>, No> {
    let standing = people::standings(scope).await?.get(&member).copied();
    if standing.is_none_or(|standing| !standing.is_member()) {
        return Ok(None);
    }
    row_of(scope, id, member).await
}

/// The row of somebody on a roll, whatever became of her since.
async fn row_of(scope: &Scope<'_>, id: ProposalId, member: MemberId) -> Result<Option<roll::Model>, No> {
    use roll::Column;
    let row = scope.find::<roll::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::MemberId.eq(member));
    Ok(row.one().await?)
}

/// In a box there are no names, and an objection has one.
fn refuse_unless_on_paper(row: &proposal::Model) -> Result<(), No> {
    if question_of(row)?.method.is_on_paper(row.secret) { Ok(()) } else { Err(No::conflict("paper-not-here")) }
}

/// Whoever took paper votes on paper.
pub(super) async fn refuse_on_paper(scope: &Scope<'_>, id: ProposalId, member: MemberId) -> Result<(), No> {
    match row_of(scope, id, member).await? {
        Some(row) if row.on_paper => Err(No::conflict("ballot-on-paper")),
        _ => Ok(()),
    }
}

/// One person, one ballot.
async fn refuse_if_voted(tx: &Tx<'_>, row: &proposal::Model, member: MemberId) -> Result<(), No> {
    use ballot::Column;
    let hers = tx.find::<ballot::Entity>().filter(Column::ProposalId.eq(row.id));
    if hers.filter(Column::MemberId.eq(member)).any().await? {
        Err(No::field("whose", Message::new("paper-voted")))
    } else {
        Ok(())
    }
}

async fn take_out_of_urn(tx: &Tx<'_>, row: &proposal::Model, member: MemberId) -> Result<(), No> {
    if !urn::has_key(tx, row.id).await? {
        // Nobody can tell whose is whose; the clock begins the vote anew.
        return Err(No::conflict("ballot-begins-anew"));
    }
    Ok(urn::take_out(tx, row.id, member).await?)
}

async fn mark(tx: &Tx<'_>, id: ProposalId, member: MemberId, on_paper: bool) -> Result<(), No> {
    use roll::Column;
    let hers = tx.change::<roll::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::MemberId.eq(member));
    hers.set(Column::OnPaper, on_paper).go().await?;
    Ok(())
}
