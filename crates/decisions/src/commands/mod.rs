//! What members do in this area, one file each. Nothing else writes its tables.

pub mod amend;
pub mod answer_recall;
pub mod ask_extension;
pub mod ask_first_question;
pub(crate) mod ask_recall;
pub mod ask_secrecy;
pub mod cast_ballot;
pub mod cast_secret_ballot;
pub mod choose_not_named;
pub mod contribute;
pub(crate) mod count_paper;
pub mod draw;
pub mod election;
pub mod hand_paper;
pub mod leave_words;
pub(crate) mod more_time;
pub mod name_helper;
pub mod objections;
pub mod open_removal;
pub mod point_to_passage;
pub mod read_roll;
pub mod record_phone_vote;
mod remind;
pub(crate) mod review;
mod same_text;
pub mod second;
pub mod settle;
pub(crate) mod stop_vote;
pub mod submit;
pub mod summarise;
mod take_turns;
mod talk_again;
pub mod tally_paper;
pub mod withdraw;
pub mod write_proposal;

use crate::ProposalId;
use crate::entities::{proposal, proposal_author};
use crate::rules::question::Question;
use crate::rules::state::{Event, Illegal, State, next};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::Value;

/// A proposal of this group.
pub(crate) async fn find(scope: &Scope<'_>, id: ProposalId) -> Result<proposal::Model, No> {
    scope.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)
}

/// A proposal, for one of its authors. To everybody else a draft is not there at all (`decisions A1`).
/// What the clock has brought is so, whether or not somebody has come by to write it down (`decisions C5`).
async fn find_as_author(scope: &Scope<'_>, id: ProposalId, by: MemberId) -> Result<proposal::Model, No> {
    let row = find(scope, id).await?;
    if !is_author(scope, id, by).await? {
        return if row.state == State::Draft { Err(No::NotFound) } else { Err(No::NotAllowed(only_authors())) };
    }
    if row.due_at.is_some_and(|due| due <= scope.now()) {
        return Err(No::conflict("proposal-moved-on"));
    }
    Ok(row)
}

fn only_authors() -> commons::refusal::Message {
    commons::refusal::Message::new("proposal-only-authors")
}

async fn is_author(scope: &Scope<'_>, id: ProposalId, member: MemberId) -> Result<bool, Broken> {
    use proposal_author::Column;
    let row =
        scope.find::<proposal_author::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::MemberId.eq(member));
    Ok(row.any().await?)
}

/// Everybody who wrote it, always in the same order.
pub(crate) async fn authors(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<MemberId>, Broken> {
    let rows = scope.find::<proposal_author::Entity>().filter(proposal_author::Column::ProposalId.eq(id));
    let rows = rows.ascending(proposal_author::Column::MemberId).all().await?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}

/// Where an event leads, or a kind no when it can no longer happen.
fn step(state: State, event: Event) -> Result<State, No> {
    next(state, event).map_err(|Illegal| No::conflict("proposal-moved-on"))
}

/// An event that the clock brings: its place was checked before, so another state is damage.
fn must_step(state: State, event: Event) -> Result<State, Broken> {
    next(state, event)
        .map_err(|Illegal| Broken::stored(format!("a proposal in the state {state:?} cannot be {event:?}")))
}

pub(crate) fn details_of(row: &proposal::Model) -> Result<Option<Value>, Broken> {
    row.details.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)
}

/// How it is put: yes or no unless it says otherwise.
pub(crate) fn question_of(row: &proposal::Model) -> Result<Question, Broken> {
    Ok(row.question.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)?.unwrap_or_default())
}

/// A question as it is stored: nothing for yes or no.
fn stored_question(question: &Question) -> Result<Option<String>, Broken> {
    let is_plain = *question == Question::default();
    (!is_plain).then(|| serde_json::to_string(question).map_err(Broken::stored)).transpose()
}

async fn save(tx: &Tx<'_>, id: ProposalId, change: proposal::ActiveModel) -> Result<(), Broken> {
    Ok(tx.update(proposal::ActiveModel { id: Set(id), ..change }).await?)
}

/// Days as the store keeps them. The charter's bounds are far below.
fn stored_days(days: u32) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}

fn read_days(days: i32) -> u32 {
    u32::try_from(days).unwrap_or_default()
}
