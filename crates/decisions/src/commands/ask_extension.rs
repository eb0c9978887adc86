//! Asking that an open vote last longer (`decisions C7`). Nobody is told who asked: the register says how many did.

use crate::ProposalId;
use crate::commands::cast_ballot::{refuse_unless_on_roll, refuse_unless_open};
use crate::commands::more_time::{asked_for, past, time_rules};
use crate::commands::{find, question_of};
use crate::entities::{extension_asked, proposal};
use crate::powers::AskExtension;
use crate::queries::counted;
use crate::rules::timing::{TimeRules, extension_askers, has_its_own_way};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Asks. As soon as enough of those on the roll ask, the vote lasts longer: same roll, same ballots.
///
/// # Errors
/// When the vote is not open at this instant, cannot be made longer, or she is not on its roll.
pub async fn ask_extension(tx: &Tx<'_>, permit: Permit<AskExtension>, id: ProposalId) -> Result<(), No> {
    let row = find(tx, id).await?;
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    let time = may_be_asked(&row)?.ok_or_else(|| No::conflict("extension-no-more"))?;
    refuse_unless_on_roll(tx, id, permit.by()).await?;
    if asked_by(tx, id, permit.by()).await? {
        return Err(No::conflict("extension-asked-already"));
    }
    let asked =
        extension_asked::ActiveModel { proposal_id: Set(id), member_id: Set(permit.by()), ..Default::default() };
    tx.insert(asked).await?;
    let askers = askers(tx, id).await?;
    if askers >= wanted(tx, time, id).await? {
        asked_for(tx, &row, time, askers).await?;
    }
    Ok(())
}

/// The rules by which it can be made longer; none when it cannot.
pub(crate) fn may_be_asked(row: &proposal::Model) -> Result<Option<TimeRules>, Broken> {
    let may = past(row).may_last_longer() && !has_its_own_way(row.effect.as_deref());
    // A round of an election is short, and another follows.
    let may = may && question_of(row)?.method.has_ballots();
    Ok(time_rules(row)?.filter(|_| may))
}

/// How many must ask.
pub(crate) async fn wanted(scope: &Scope<'_>, time: TimeRules, id: ProposalId) -> Result<u64, Broken> {
    Ok(extension_askers(time.extension_askers, counted::roll(scope, id).await?.len() as u64))
}

async fn askers(scope: &Scope<'_>, id: ProposalId) -> Result<u64, Broken> {
    Ok(scope.find::<extension_asked::Entity>().filter(extension_asked::Column::ProposalId.eq(id)).count().await?)
}

/// Whether she asked, for herself to see.
pub(crate) async fn asked_by(scope: &Scope<'_>, id: ProposalId, member: MemberId) -> Result<bool, Broken> {
    use extension_asked::Column;
    let hers = scope.find::<extension_asked::Entity>().filter(Column::ProposalId.eq(id));
    Ok(hers.filter(Column::MemberId.eq(member)).any().await?)
}

/// Forgets what somebody who leaves asked.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<extension_asked::Entity>().filter(extension_asked::Column::MemberId.eq(member)).go().await?)
}
