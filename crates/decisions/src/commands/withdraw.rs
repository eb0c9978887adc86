//! Taking a proposal back before its vote (`decisions A14`).

use crate::ProposalId;
use crate::commands::amend::{End, end_with, refuse_while_amendments_are_voted};
use crate::commands::{find_as_author, save, step};
use crate::entities::{proposal, proposal_author};
use crate::powers::Propose;
use crate::rules::state::{Event, State};
use commons::db::Tx;
use commons::refusal::No;
use commons::register;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Takes it back. A draft disappears; what the group has seen stays in the register as withdrawn. What would have
/// changed its words goes with it.
///
/// # Errors
/// When she is not an author, or the vote is open, on it or on an amendment of it.
pub async fn withdraw(tx: &Tx<'_>, permit: Permit<Propose>, id: ProposalId) -> Result<(), No> {
    let row = find_as_author(tx, id, permit.by()).await?;
    let state = step(row.state, Event::Withdrawn)?;
    refuse_while_amendments_are_voted(&row, tx.now())?;
    if row.state == State::Draft {
        tx.delete::<proposal_author::Entity>().filter(proposal_author::Column::ProposalId.eq(id)).go().await?;
        tx.delete::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).go().await?;
        return Ok(());
    }
    let change = proposal::ActiveModel {
        state: Set(state),
        due_at: Set(None),
        closed_at: Set(Some(tx.now())),
        ..Default::default()
    };
    save(tx, id, change).await?;
    let body = json!({ "number": row.number, "title": row.title });
    let actors = &[permit.by()];
    let entry = register::New { kind: register::kinds::WITHDRAWN, actors, about: Some(id.to_string()), body };
    register::append(tx, entry).await?;
    Ok(end_with(tx, id, End::Withdrawn(permit.by())).await?)
}
