//! A vote by telephone, noted by a peer who read it back aloud (`decisions E3`). Never in a secret vote.

use crate::ProposalId;
use crate::commands::cast_ballot::{Cast, place, problem_of_reason, refuse_unless_open};
use crate::commands::hand_paper::on_roll;
use crate::commands::objections::{follow_ballot, refuse_to_change_hers};
use crate::commands::{find, is_author, question_of};
use crate::entities::{ballot, proposal, stored_said};
use crate::powers::RecordPhoneVote;
use crate::rules::ballot::Said;
use crate::rules::question::Method;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use commons::register::{self, kinds};
use commons::sealed;
use membership::mail::tell_news;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// A vote as it was said on the telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Who is on the telephone; none when nobody was chosen.
    pub whose: Option<MemberId>,
    /// What she said.
    pub cast: Cast,
}

/// Says who votes, when the vote could be noted as it was said: before it is read back. Nothing is written.
///
/// # Errors
/// What [`record_phone_vote`] would refuse.
pub async fn check_phone_vote(
    scope: &Scope<'_>,
    permit: &Permit<RecordPhoneVote>,
    id: ProposalId,
    call: &Call,
) -> Result<MemberId, No> {
    let row = find(scope, id).await?;
    let (voter, ..) = checked(scope, permit.by(), &row, call).await?;
    Ok(voter)
}

/// Notes it, once she has heard it and said yes. She is told that there is news, sees who noted it, and votes again
/// herself as she likes until the end. The register says who noted whose vote, and not what it says. What it puts in the way
/// is raised as hers.
///
/// # Errors
/// When the vote is secret or not open, or she is not on its roll, voted or objected on a screen, or took paper.
pub async fn record_phone_vote(
    tx: &Tx<'_>,
    permit: Permit<RecordPhoneVote>,
    id: ProposalId,
    call: Call,
) -> Result<(), No> {
    let row = find(tx, id).await?;
    let (voter, said, before) = checked(tx, permit.by(), &row, &call).await?;
    let (choice, marks) = stored_said(&said);
    let reason = match call.cast.reason.trim() {
        "" => None,
        reason => Some(sealed::key_of(tx, voter).await?.seal(&place(id, voter), reason.as_bytes())?),
    };
    let hers = ballot::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(voter),
        reason: Set(reason),
        changed: Set(before.as_ref().is_some_and(|before| before.changed || before.said() != said.word())),
        choice: Set(choice),
        marks: Set(marks),
        cast_at: Set(tx.now()),
        recorded_by: Set(Some(permit.by())),
        // Whoever noted it knows the reason: it is hers to take her name off, when she votes herself.
        unsigned: Set(false),
        ..Default::default()
    };
    match &before {
        Some(_) => tx.update(hers).await?,
        None => tx.insert(hers).await?,
    }
    let objected = follow_ballot(tx, &row, voter, &said, call.cast.reason.trim(), Some(permit.by())).await?;
    let body = json!({ "number": row.number, "title": row.title });
    let entry =
        register::New { kind: kinds::VOTE_BY_PHONE, actors: &[permit.by(), voter], about: Some(id.to_string()), body };
    let seq = register::append(tx, entry).await?;
    // Whoever noted what she said before learns that it was noted otherwise: somebody without a screen is not there to see it.
    let noted_before = before.and_then(|before| before.recorded_by).or(objected).filter(|noted| *noted != permit.by());
    let told: Vec<MemberId> = [Some(voter), noted_before].into_iter().flatten().collect();
    Ok(tell_news(tx, &format!("vote-by-phone/{id}/{seq}"), &told).await?)
}

/// Where silence counts, three who have seen it can be enough: whoever wrote the text does not note them herself.
async fn refuse_silence_noted_by_its_author(scope: &Scope<'_>, by: MemberId, row: &proposal::Model) -> Result<(), No> {
    let counts_silence = question_of(row)?.method == Method::Tacit;
    if counts_silence && is_author(scope, row.id, by).await? {
        Err(No::conflict("phone-not-by-author"))
    } else {
        Ok(())
    }
}

/// Who votes, and the ballot that was noted for her before, if any.
async fn checked(
    scope: &Scope<'_>,
    by: MemberId,
    row: &proposal::Model,
    call: &Call,
) -> Result<(MemberId, Said, Option<ballot::Model>), No> {
    refuse_unless_open(row.state, row.closes_at, scope.now())?;
    if row.secret {
        return Err(No::conflict("phone-never-secret"));
    }
    refuse_silence_noted_by_its_author(scope, by, row).await?;
    let question = question_of(row)?;
    if !question.method.has_ballots() {
        return Err(No::conflict("phone-not-here"));
    }
    let voter = call.whose.ok_or_else(|| No::field("whose", Message::new("whose-choose")))?;
    if voter == by {
        return Err(No::field("whose", Message::new("phone-not-yourself")));
    }
    let on_roll = on_roll(scope, row.id, voter).await?;
    let on_roll = on_roll.ok_or_else(|| No::field("whose", Message::new("whose-not-on-roll")))?;
    if on_roll.on_paper {
        return Err(No::field("whose", Message::new("phone-on-paper")));
    }
    let said = Said::typed(&question, &call.cast.said).map_err(|problem| No::Invalid(vec![problem]))?;
    if let Some(problem) = problem_of_reason(&said, &call.cast.reason) {
        return Err(No::Invalid(vec![problem]));
    }
    use ballot::Column;
    let before = scope.find::<ballot::Entity>().filter(Column::ProposalId.eq(row.id));
    let before = before.filter(Column::MemberId.eq(voter)).one().await?;
    if before.as_ref().is_some_and(|before| before.recorded_by.is_none()) {
        return Err(No::conflict("phone-voted-herself"));
    }
    refuse_to_change_hers(scope, row, voter, &said, call.cast.reason.trim()).await?;
    Ok((voter, said, before))
}
