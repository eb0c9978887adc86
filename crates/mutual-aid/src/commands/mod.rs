//! What members do here, one folder for each part, one file for each thing.

pub mod calls;
pub mod circle;
pub mod limits;
pub mod listening;
pub mod settle;
pub mod visits;

use commons::db::Db;
use commons::ids::GroupId;
use commons::refusal::Broken;

/// Does what the clock and other people's acts brought, before a page is shown and in the worker's rounds
/// (`docs/decisions/0006-the-clock-on-every-read.md`).
///
/// # Errors
/// When the store fails; the next page tries again.
pub async fn settle(db: &Db, group: GroupId) -> Result<(), Broken> {
    listening::settle_listening(db, group).await?;
    circle::settle_circle(db, group).await
}
