//! A proposal to recall a mandate, from the signatures of those who ask.

use crate::ProposalId;
use crate::commands::second::begin;
use crate::commands::submit::{AskedBy, number_it};
use crate::commands::{details_of, find, stored_days};
use crate::entities::{hearing, proposal, seconder};
use crate::recall::Recall;
use crate::rules::state::State;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::effects::Class;
use commons::refusal::{Broken, No};
use membership::MandateId;
use membership::effects::{EndedMandate, RevokeMandate};
use membership::joint::Together;
use membership::mail::tell_news;
use membership::queries::{charter, mandates};
use membership::rules::mandates::RECALL_NOTICE;
use membership::suspension;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Puts the question to the group. Those who asked are those who second it, whatever number the charter wants: they
/// signed, and the ten days begin.
pub(crate) async fn ask(tx: &Tx<'_>, together: &Together, recall: &Recall) -> Result<ProposalId, No> {
    let mandate = mandates::one(tx, recall.mandate).await?.ok_or(No::NotFound)?;
    let charter = charter::charter(tx).await?;
    let class = Class::Ordinary;
    let notice = u32::try_from(RECALL_NOTICE.num_days()).unwrap_or(u32::MAX);
    let details = serde_json::to_string(&EndedMandate { mandate: mandate.id }).map_err(Broken::stored)?;
    let id = ProposalId::new();
    let row = proposal::ActiveModel {
        id: Set(id),
        state: Set(State::Draft),
        class: Set(class),
        title: Set(recall.title.trim().to_owned()),
        summary: Set(recall.summary.trim().to_owned()),
        body: Set(String::new()),
        effect: Set(Some(RevokeMandate::KIND.to_owned())),
        details: Set(Some(details)),
        version: Set(1),
        discussion_days: Set(stored_days(charter.discussion_days(class).max(notice))),
        voting_days: Set(stored_days(charter.voting_days(class))),
        drafted_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    number_it(tx, together.signers(), id, AskedBy::Together).await?;
    let seconders = together.signers().iter().map(|signer| seconder::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(*signer),
        seconded_at: Set(tx.now()),
        ..Default::default()
    });
    tx.insert_many(seconders).await?;
    // Her place to speak is there from the first day.
    let place = hearing::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(mandate.holder),
        words: Set(None),
        written_at: Set(None),
        ..Default::default()
    };
    tx.insert(place).await?;
    begin(tx, &find(tx, id).await?).await?;
    tell_news(tx, &format!("recall/{id}"), &[mandate.holder]).await?;
    Ok(id)
}

/// The recall of that mandate which the group is talking about or voting on, if any.
pub(crate) async fn under_way(scope: &Scope<'_>, mandate: MandateId) -> Result<Option<ProposalId>, Broken> {
    use proposal::Column;
    let states = [State::Waiting, State::Discussing, State::Frozen, State::Voting, State::Adopted];
    let rows = scope.find::<proposal::Entity>().filter(Column::Effect.eq(RevokeMandate::KIND));
    for row in rows.filter(Column::State.is_in(states)).all().await? {
        if about(&row)? == Some(mandate) {
            return Ok(Some(row.id));
        }
    }
    Ok(None)
}

/// The mandate that a proposal would recall; none for every other proposal.
fn about(row: &proposal::Model) -> Result<Option<MandateId>, Broken> {
    if row.effect.as_deref() != Some(RevokeMandate::KIND) {
        return Ok(None);
    }
    let details = details_of(row)?.and_then(|details| serde_json::from_value::<EndedMandate>(details).ok());
    Ok(details.map(|details| details.mandate))
}

/// The vote closed `at` that instant and recalled nothing: the mandate runs on, at once when it was suspended.
pub(crate) async fn turned_down(tx: &Tx<'_>, row: &proposal::Model, at: Time) -> Result<(), Broken> {
    match about(row)? {
        Some(mandate) => suspension::lift(tx, mandate, at).await,
        None => Ok(()),
    }
}
