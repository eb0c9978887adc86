//! Voting, and voting again: the last ballot before the deadline counts (`decisions` 7.3).

use crate::ProposalId;
use crate::commands::hand_paper::refuse_on_paper;
use crate::commands::objections::follow_ballot;
use crate::commands::{find, question_of};
use crate::entities::{ballot, roll, stored_said};
use crate::powers::CastBallot;
use crate::rules::ballot::{SHORTEST_OBJECTION, Said, Typed};
use crate::rules::state::State;
use crate::rules::text::{REASON, length_problem};
use commons::clock::Time;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use commons::sealed;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// A vote as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// What it says. A blank ballot is for paper and for the urn.
    pub said: Typed,
    /// Why, in her own words; may be empty.
    pub reason: String,
    /// Whether the group reads the reason without her name (`domain` 4.9). What she chose, it reads with it.
    pub unsigned: bool,
}

/// Casts a ballot, or replaces the one cast before.
///
/// # Errors
/// When the vote is not open at this instant, or she is not on its roll.
pub async fn cast_ballot(tx: &Tx<'_>, permit: Permit<CastBallot>, id: ProposalId, cast: Cast) -> Result<(), No> {
    let row = find(tx, id).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    if row.secret {
        return Err(No::conflict("ballot-secret"));
    }
    use ballot::Column;
    refuse_unless_on_roll(tx, id, permit.by()).await?;
    refuse_on_paper(tx, id, permit.by()).await?;
    let said = Said::typed(&question_of(&row)?, &cast.said).map_err(|problem| No::Invalid(vec![problem]))?;
    if let Some(problem) = problem_of_reason(&said, &cast.reason) {
        return Err(No::Invalid(vec![problem]));
    }
    if cast.unsigned && question_of(&row)?.method.has_objections() {
        // What is said there is read at once, by name, to be answered.
        return Err(No::field("unsigned", Message::new("vote-signed-here")));
    }
    let (choice, marks) = stored_said(&said);
    let before = tx
        .find::<ballot::Entity>()
        .filter(Column::ProposalId.eq(id))
        .filter(Column::MemberId.eq(permit.by()))
        .one()
        .await?;
    let reason = match cast.reason.trim() {
        "" => None,
        reason => Some(sealed::key_of(tx, permit.by()).await?.seal(&place(id, permit.by()), reason.as_bytes())?),
    };
    let mine = ballot::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(permit.by()),
        changed: Set(before.as_ref().is_some_and(|before| before.changed || before.said() != said.word())),
        choice: Set(choice),
        marks: Set(marks),
        unsigned: Set(cast.unsigned && reason.is_some()),
        reason: Set(reason),
        cast_at: Set(tx.now()),
        // What somebody noted for her on the telephone is now hers.
        recorded_by: Set(None),
        ..Default::default()
    };
    match before {
        Some(_) => tx.update(mine).await?,
        None => tx.insert(mine).await?,
    }
    follow_ballot(tx, &row, permit.by(), &said, cast.reason.trim(), None).await?;
    Ok(())
}

/// The roll was drawn up when the vote opened: whoever came later votes next time.
pub(super) async fn refuse_unless_on_roll(tx: &Tx<'_>, id: ProposalId, member: MemberId) -> Result<(), No> {
    use roll::Column;
    let on_roll = tx.find::<roll::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::MemberId.eq(member));
    if on_roll.any().await? { Ok(()) } else { Err(No::NotAllowed(Message::new("ballot-not-on-roll"))) }
}

/// The deadline decides, not whoever gets round to closing (`decisions C5`).
pub(super) fn refuse_unless_open(state: State, closes_at: Option<Time>, now: Time) -> Result<(), No> {
    match (state, closes_at) {
        (State::Draft, _) => Err(No::NotFound),
        (State::Voting, Some(closes)) if now < closes => Ok(()),
        (State::Voting, Some(closes)) => Err(No::Conflict(Message::new("ballot-too-late").with("closed", closes))),
        (state, Some(closes)) if state.is_over() || state == State::Adopted => {
            Err(No::Conflict(Message::new("ballot-too-late").with("closed", closes)))
        }
        _ => Err(No::conflict("ballot-too-early")),
    }
}

/// Nobody has to say why, save whoever objects or blocks: an objection says what harm it sees and what would help.
pub(super) fn problem_of_reason(said: &Said, reason: &str) -> Option<Problem> {
    if *said == Said::Word("blank") {
        return Some(Problem::new("choice", Message::new("ballot-choose")));
    }
    let key = match said {
        Said::Word("objection") => Some("ballot-objection-short"),
        Said::Word("block") => Some("ballot-block-short"),
        Said::Word(_) | Said::Marks(_) => None,
    };
    let short = key.filter(|_| reason.trim().chars().count() < SHORTEST_OBJECTION);
    short
        .map(|key| Problem::new("reason", Message::new(key).with("least", SHORTEST_OBJECTION)))
        .or_else(|| length_problem("reason", reason, REASON))
}

pub(crate) fn place(id: ProposalId, member: MemberId) -> String {
    format!("ballot/{id}/{member}/reason")
}
