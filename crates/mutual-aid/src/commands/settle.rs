//! What the clock and other people's acts bring in this area. Pages compute it for themselves as they read; this writes it
//! down, and sends what is to be sent (`docs/decisions/0006-the-clock-on-every-read.md`).

use super::{calls, circle, listening, visits};
use commons::db::Db;
use commons::ids::GroupId;
use commons::refusal::Broken;

/// Does everything that is due in a group, before a page is shown and in the worker's rounds.
///
/// # Errors
/// When the store fails; what was settled stays settled, and the next page tries the rest again.
pub async fn settle(db: &Db, group: GroupId) -> Result<(), Broken> {
    calls::settle::settle(db, group).await?;
    listening::settle_listening(db, group).await?;
    circle::settle_circle(db, group).await?;
    visits::settle::settle(db, group).await
}
