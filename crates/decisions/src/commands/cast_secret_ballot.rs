//! Voting in secret, and voting again: the last ballot before the deadline counts (`reliability D2`).

use crate::ProposalId;
use crate::commands::cast_ballot::{refuse_unless_on_roll, refuse_unless_open};
use crate::commands::hand_paper::refuse_on_paper;
use crate::commands::{find, question_of};
use crate::powers::CastBallot;
use crate::rules::ballot::{Said, Typed};
use crate::rules::receipt::Receipt;
use crate::urn;
use commons::db::Tx;
use commons::refusal::{No, Problem};
use membership::powers::Permit;
use uuid::Uuid;

/// Puts a ballot in the urn, in the place of the one cast before, and returns its number: for her alone, once.
///
/// Nothing else is written: no time, no mark that the form was sent. The same `form` sent twice votes the same and has
/// the same number.
///
/// # Errors
/// When the vote is not open or not secret at this instant, or she is not on its roll.
pub async fn cast_secret_ballot(
    tx: &Tx<'_>,
    permit: Permit<CastBallot>,
    id: ProposalId,
    typed: &Typed,
    form: Uuid,
) -> Result<Receipt, No> {
    let row = find(tx, id).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    if !row.secret {
        return Err(No::conflict("ballot-not-secret"));
    }
    refuse_unless_on_roll(tx, id, permit.by()).await?;
    refuse_on_paper(tx, id, permit.by()).await?;
    let question = question_of(&row)?;
    let said = Said::typed(&question, typed).map_err(|problem| No::Invalid(vec![in_the_urn(problem)]))?;
    if !urn::has_key(tx, id).await? {
        // The key was lost with a machine. The vote is begun anew by the clock, not by her: the register would tell when
        // somebody voted.
        return Err(No::conflict("ballot-begins-anew"));
    }
    Ok(urn::put_in(tx, id, permit.by(), &said.word(), form).await?)
}

/// The word of a secret ballot has a field of its own: what it says is never shown again.
fn in_the_urn(problem: Problem) -> Problem {
    if matches!(problem.field, "choice" | "mark") { Problem::new("ballot", problem.message) } else { problem }
}
