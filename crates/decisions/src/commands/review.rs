//! Asking the group again whether to keep a position, and what came of it (`decisions G1`, `G6`; [`crate::review`]).

use crate::ProposalId;
use crate::commands::second::begin;
use crate::commands::submit::{AskedBy, number_it};
use crate::commands::{details_of, find, question_of, save, stored_days, stored_question};
use crate::entities::proposal;
use crate::review::{Again, KeepDecision, Kept, Revisit};
use crate::rules::fallback::{KEPT_MONTHS, trial_asked_at};
use crate::rules::paper::PAPER_DAYS;
use crate::rules::question::{Method, Question};
use crate::rules::state::State;
use crate::rules::timing::review_at;
use chrono::Duration;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::refusal::{Broken, No};
use commons::register::{self, kinds};
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::de::DeserializeOwned;
use serde_json::json;

/// The details of an effect of that kind; none for every other proposal.
fn details_if<T: DeserializeOwned>(row: &proposal::Model, kind: &str) -> Result<Option<T>, Broken> {
    if row.effect.as_deref() != Some(kind) {
        return Ok(None);
    }
    Ok(details_of(row)?.and_then(|details| serde_json::from_value(details).ok()))
}

/// The decision that a proposal asks to keep; none for every other proposal.
pub(crate) fn about(row: &proposal::Model) -> Result<Option<Kept>, Broken> {
    details_if(row, KeepDecision::KIND)
}

/// Whether the group can try it for a while: nothing follows from it by itself that the calendar could not undo.
pub(super) fn may_be_tried(row: &proposal::Model) -> bool {
    row.effect.as_deref().is_none_or(|effect| effect == Revisit::KIND)
}

/// After how many months a position is asked about again; none for one that is not.
fn months(row: &proposal::Model) -> Result<Option<u32>, Broken> {
    if question_of(row)?.trial {
        return Ok(Some(KEPT_MONTHS));
    }
    Ok(details_if::<Again>(row, Revisit::KIND)?.map(|again| again.months))
}

/// When the group asks itself again about a position that is in force from now on; none when it does not.
pub(super) async fn asked_again_at(tx: &Tx<'_>, row: &proposal::Model) -> Result<Option<Time>, Broken> {
    let charter = charter::charter(tx).await?;
    let zone = charter.zone();
    if question_of(row)?.trial {
        // The vote may wait for paper to be carried and then counted, and be lengthened once when too few took part.
        let longer = if charter.quorum_missed() == "lapse" { 0 } else { charter.extension_days() };
        let talk_and_vote = charter.discussion_days(row.class) + charter.voting_days(row.class);
        let paper = charter.paper_days().saturating_add(u32::try_from(PAPER_DAYS.num_days()).unwrap_or(u32::MAX));
        let days = talk_and_vote.saturating_add(paper).saturating_add(longer);
        return Ok(Some(trial_asked_at(zone, row.closed_at.unwrap_or(tx.now()), days)));
    }
    let Some(again) = details_if::<Again>(row, Revisit::KIND)? else { return Ok(None) };
    Ok(Some(review_at(zone, row.closed_at.unwrap_or(tx.now()), again.months)))
}

/// The time has come: asks whether to keep it, in the words in which it was decided. Nobody wrote the question, and it
/// needs nobody to second it.
pub(super) async fn ask_again(tx: &Tx<'_>, row: proposal::Model) -> Result<(), Broken> {
    save(tx, row.id, proposal::ActiveModel { due_at: Set(None), ..Default::default() }).await?;
    let Some((months, number)) = months(&row)?.zip(row.number) else { return Ok(()) };
    let charter = charter::charter(tx).await?;
    // Options were for choosing once: whether to keep what was chosen is a plain yes or no, as it is after a trial.
    let asked = question_of(&row)?;
    let method = if asked.method == Method::Consent { Method::Consent } else { Method::Majority };
    // What the author asked for beyond the charter is asked for again (`decisions A8`).
    let again = Question { method, part: asked.part, quorum: asked.quorum, ..Question::default() };
    let id = ProposalId::new();
    let kept = Kept { decision: row.id, number, months };
    let question = proposal::ActiveModel {
        id: Set(id),
        state: Set(State::Draft),
        class: Set(row.class),
        title: Set(row.title),
        summary: Set(row.summary),
        body: Set(row.body),
        effect: Set(Some(KeepDecision::KIND.to_owned())),
        details: Set(Some(serde_json::to_string(&kept).map_err(Broken::stored)?)),
        question: Set(stored_question(&again)?),
        version: Set(1),
        discussion_days: Set(stored_days(charter.discussion_days(row.class))),
        voting_days: Set(stored_days(charter.voting_days(row.class))),
        drafted_at: Set(tx.now()),
        // What was decided in secret is asked again in secret.
        secret: Set(row.secret),
        ..Default::default()
    };
    tx.insert(question).await?;
    number_it(tx, &[], id, AskedBy::Review).await.map_err(broken)?;
    begin(tx, &find(tx, id).await.map_err(broken)?).await
}

/// Nobody is there to be told what to correct.
fn broken(no: No) -> Broken {
    match no {
        No::Broken(broken) => broken,
        no => Broken::stored(format!("a question could not be asked again: {no:?}")),
    }
}

/// The group keeps it: it is asked again after as many months.
pub(crate) async fn keep(tx: &Tx<'_>, kept: Kept) -> Result<(), Broken> {
    let zone = charter::charter(tx).await?.zone();
    let due = review_at(zone, tx.now(), kept.months);
    save(tx, kept.decision, proposal::ActiveModel { due_at: Set(Some(due)), ..Default::default() }).await
}

/// The vote closed without a yes: the decision that it was about has come to its end.
pub(super) async fn not_kept(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), Broken> {
    let Some(kept) = about(row)? else { return Ok(()) };
    let change = proposal::ActiveModel { ended_by: Set(Some(row.id)), due_at: Set(None), ..Default::default() };
    save(tx, kept.decision, change).await?;
    let body = json!({ "number": kept.number, "title": row.title, "review": row.number });
    let about = Some(kept.decision.to_string());
    register::append(tx, register::New { kind: kinds::ENDED, actors: &[], about, body }).await?;
    Ok(())
}

/// Whether its vote, stopped now, is stopped a second time: the question before it about the same decision was stopped
/// too.
pub(crate) async fn was_put_off(scope: &Scope<'_>, row: &proposal::Model) -> Result<bool, Broken> {
    use proposal::Column;
    let Some(kept) = about(row)? else { return Ok(false) };
    let before = scope.find::<proposal::Entity>().filter(Column::Effect.eq(KeepDecision::KIND));
    let before = before.filter(Column::Number.lt(row.number)).descending(Column::Number).all().await?;
    for one in before {
        if about(&one)?.is_some_and(|other| other.decision == kept.decision) {
            return Ok(one.state == State::Cancelled);
        }
    }
    Ok(false)
}

/// The vote on it was stopped: the question comes back tomorrow, and the decision stands meanwhile. Once: a few people
/// would otherwise keep it for ever against the others. The second time it counts as not kept.
pub(super) async fn put_off(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), Broken> {
    let Some(kept) = about(row)? else { return Ok(()) };
    if was_put_off(tx, row).await? {
        return not_kept(tx, row).await;
    }
    let due = Some(tx.now() + Duration::days(1));
    save(tx, kept.decision, proposal::ActiveModel { due_at: Set(due), ..Default::default() }).await
}
