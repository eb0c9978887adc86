//! What the clock brings in this area. Pages compute it for themselves as they read; this writes it down, and sends what
//! is to be sent (`docs/decisions/0006-the-clock-on-every-read.md`).

use super::visits::settle as visits;
use commons::db::Db;
use commons::ids::GroupId;
use commons::refusal::Broken;

/// Does everything that is due in a group.
///
/// # Errors
/// When the store fails; what was settled stays settled.
pub async fn settle(db: &Db, group: GroupId) -> Result<(), Broken> {
    visits::settle(db, group).await
}
