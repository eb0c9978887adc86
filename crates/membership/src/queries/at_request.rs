//! What was done for a member at her request.

use crate::AtRequestId;
use crate::entities::at_request;
use crate::rules::consent::Channel;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ColumnTrait;

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Which.
    pub id: AtRequestId,
    /// For whom.
    pub whom: MemberId,
    /// By whom.
    pub by: MemberId,
    /// Its name (`at-request-<name>`).
    pub act: String,
    /// How she asked.
    pub channel: Channel,
    /// When.
    pub at: Time,
}

impl From<at_request::Model> for Done {
    fn from(row: at_request::Model) -> Self {
        Self { id: row.id, whom: row.member_id, by: row.done_by, act: row.act, channel: row.channel, at: row.at }
    }
}

/// What was done for her, newest first.
///
/// # Errors
/// When the store fails.
pub async fn done_for(scope: &Scope<'_>, whom: MemberId) -> Result<Vec<Done>, Broken> {
    use at_request::Column;
    let rows = scope.find::<at_request::Entity>().filter(Column::MemberId.eq(whom)).descending(Column::At);
    Ok(rows.all().await?.into_iter().map(Done::from).collect())
}

/// One of them, for the two people it is about.
///
/// # Errors
/// When there is none for `reader`.
pub async fn one(scope: &Scope<'_>, id: AtRequestId, reader: MemberId) -> Result<Done, No> {
    let row = scope.find::<at_request::Entity>().filter(at_request::Column::Id.eq(id)).one().await?;
    row.map(Done::from).filter(|done| done.by == reader || done.whom == reader).ok_or(No::NotFound)
}
