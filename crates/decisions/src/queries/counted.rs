//! Who is counted in one vote, from live rows.

use crate::ProposalId;
use crate::entities::roll;
use crate::rules::base::{OnRoll, counted};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::people;
use membership::rules::standing::Standing;
use std::collections::HashSet;

/// How many people of a roll are counted now, of whom these have voted. This number is shown; the length of the
/// roll is not: the difference would tell how many rest (ruling 5).
pub(crate) async fn how_many(
    scope: &Scope<'_>,
    roll: &[roll::Model],
    voted: &HashSet<MemberId>,
) -> Result<u64, Broken> {
    let standings = people::standings(scope).await?;
    Ok(counted(roll.iter().map(|row| OnRoll {
        standing: standings.get(&row.member_id).copied().unwrap_or(Standing::Left),
        voted: voted.contains(&row.member_id),
    })))
}

/// The rows of a roll.
pub(crate) async fn roll(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<roll::Model>, Broken> {
    use sea_orm::ColumnTrait;
    Ok(scope.find::<roll::Entity>().filter(roll::Column::ProposalId.eq(id)).all().await?)
}
