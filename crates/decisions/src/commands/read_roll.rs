//! Reading who was on the list of a vote that is over: written down, for everybody to see (`decisions D7`, `D11`).

use crate::ProposalId;
use crate::entities::roll_read;
use crate::powers::ReadRoll;
use crate::queries::roll::{WasOnRoll, was_on_roll};
use chrono::Months;
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::powers::Permit;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Writes the reading down, then says who was on the list: no line, no list. Once for each day, however often she looks.
///
/// # Errors
/// When the vote is not over.
pub async fn read_roll(tx: &Tx<'_>, permit: Permit<ReadRoll>, id: ProposalId) -> Result<WasOnRoll, No> {
    let roll = was_on_roll(tx, id).await?;
    let day = local_day(charter::charter(tx).await?.zone(), tx.now()).format("%Y-%m-%d").to_string();
    use roll_read::Column;
    let today = tx.find::<roll_read::Entity>().filter(Column::ProposalId.eq(id));
    let today = today.filter(Column::MemberId.eq(permit.by())).filter(Column::Day.eq(day.as_str()));
    if !today.any().await? {
        let row = roll_read::ActiveModel {
            proposal_id: Set(id),
            member_id: Set(permit.by()),
            day: Set(day),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(roll)
}

/// Forgets what somebody who leaves read.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<roll_read::Entity>().filter(roll_read::Column::MemberId.eq(member)).go().await?)
}

/// Forgets who read what, twelve months after, as for ways to reach people (`reliability D5`).
pub(crate) async fn forget_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    let day = tx.now().date_naive();
    let first = day.checked_sub_months(Months::new(12)).unwrap_or(day).format("%Y-%m-%d").to_string();
    Ok(tx.delete::<roll_read::Entity>().filter(roll_read::Column::Day.lt(first)).go().await?)
}
