//! What other people's acts bring: whoever rests, or is kept apart since, has no task any more.

use crate::LinkId;
use crate::commands::circle::links::free_tasks_of;
use crate::entities::circle::{close_link, close_task};
use crate::queries::circle::task_of;
use commons::db::{Db, Scope, Tx};
use commons::ids::GroupId;
use commons::refusal::Broken;
use membership::queries::{apart, charter, people};
use membership::rules::standing::Standing;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Does what is due in the circles of a group.
///
/// # Errors
/// When the store fails.
pub async fn settle_circle(db: &Db, group: GroupId) -> Result<(), Broken> {
    // Looked at without a lock first: most of the time there is nothing to do.
    if due(&db.read(group)).await?.is_empty() {
        return Ok(());
    }
    db.write(group, async |tx: &Tx<'_>| {
        for link in due(tx).await? {
            free_tasks_of(tx, link, None).await?;
        }
        Ok(())
    })
    .await
}

/// Links of members who cannot be asked any more and still have something to come.
async fn due(scope: &Scope<'_>) -> Result<BTreeSet<LinkId>, Broken> {
    let tasks = scope.find::<close_task::Entity>().filter(close_task::Column::LinkId.is_not_null()).all().await?;
    if tasks.is_empty() {
        return Ok(BTreeSet::new());
    }
    let zone = charter::charter(scope).await?.zone();
    let to_come = tasks.iter().filter(|task| task_of(task, &[]).when(zone).start > scope.now());
    let ids: BTreeSet<LinkId> = to_come.filter_map(|task| task.link_id).collect();
    let mut due = BTreeSet::new();
    for row in scope.find::<close_link::Entity>().filter(close_link::Column::Id.is_in(ids)).all().await? {
        let Some(other) = row.other else { continue };
        let here = people::standing(scope, other).await? == Some(Standing::Active);
        if !here || apart::apart(scope, other, row.member_id).await? {
            due.insert(row.id);
        }
    }
    Ok(due)
}
