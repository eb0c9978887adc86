//! A round is over and something is in the way: the proposal is talked about once more, and then voted on again
//! (`decisions` 5.1, `B3` to `B5`).

use crate::commands::objections::detach_those_who_left;
use crate::commands::{must_step, question_of, read_days, save, stored_days, stored_question};
use crate::entities::{ballot, proposal, roll};
use crate::queries::counted;
use crate::rules::fallback::{DEFER_DAYS, Fallback};
use crate::rules::rounds::Next;
use crate::rules::schedule::discussion_until;
use crate::rules::state::Event;
use crate::rules::verdict::VoteResult;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::register::{self, kinds};
use membership::mail::tell_news;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Goes back to the discussion, or, when the rounds are over, to what the charter says then. The register keeps the counts of
/// the round; its ballots go, because everybody answers anew, and what was put in the way stays until it is answered or
/// taken back: beside a vote that follows the rounds, everybody reads it.
pub(super) async fn talk_again(
    tx: &Tx<'_>,
    row: &proposal::Model,
    next: &Next,
    result: &VoteResult,
) -> Result<(), Broken> {
    let question = &next.question;
    let round = row.round.saturating_add(1);
    let mut body = json!({
        "number": row.number, "title": row.title, "text_hash": row.text_hash, "round": round, "result": result,
    });
    if let (true, Some(fields)) = (question_of(row)? != *question, body.as_object_mut()) {
        fields.insert("method".to_owned(), json!(question.method.word()));
    }
    if let (false, Some(fields)) = (next.fallback.is_none(), body.as_object_mut()) {
        fields.insert("fallback".to_owned(), json!(next.fallback));
    }
    let about = Some(row.id.to_string());
    let seq = register::append(tx, register::New { kind: kinds::ANOTHER_ROUND, actors: &[], about, body }).await?;
    let told: Vec<MemberId> = counted::roll(tx, row.id).await?.into_iter().map(|row| row.member_id).collect();
    tx.delete::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(row.id)).go().await?;
    tx.delete::<roll::Entity>().filter(roll::Column::ProposalId.eq(row.id)).go().await?;
    detach_those_who_left(tx, row.id).await?;
    save(tx, row.id, as_before_its_vote(tx, row, next, round).await?).await?;
    tell_news(tx, &format!("talk-again/{}/{seq}", row.id), &told).await
}

/// Nothing of the vote that was: the next one has its own text, roll and rules. A day to talk, at least; thirty when it
/// rests; none when it was talked about in every round and the charter asks for a vote: it opens at once, on the same text.
async fn as_before_its_vote(
    tx: &Tx<'_>,
    row: &proposal::Model,
    next: &Next,
    round: i32,
) -> Result<proposal::ActiveModel, Broken> {
    let charter = charter::charter(tx).await?;
    let days = charter.discussion_days(row.class).max(1);
    let (days, until) = match next.fallback {
        Fallback::None => (days, discussion_until(charter.zone(), tx.now(), days)),
        Fallback::Defer => (DEFER_DAYS, discussion_until(charter.zone(), tx.now(), DEFER_DAYS)),
        Fallback::TwoThirds | Fallback::ThreeQuarters | Fallback::FourFifths | Fallback::Trial => (days, tx.now()),
    };
    Ok(proposal::ActiveModel {
        state: Set(must_step(row.state, Event::TalkedAgain)?),
        round: Set(round),
        question: Set(stored_question(&next.question)?),
        discussion_days: Set(stored_days(read_days(row.discussion_days).max(days))),
        discussion_from: Set(Some(tx.now())),
        discussion_until: Set(Some(until)),
        due_at: Set(Some(until)),
        rules: Set(None),
        time_rules: Set(None),
        text_hash: Set(None),
        preview: Set(None),
        opens_at: Set(None),
        closes_at: Set(None),
        extended: Set(0),
        quorum_missed: Set(false),
        reminded: Set(0),
        ..Default::default()
    })
}
