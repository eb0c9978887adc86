//! Taking what is to be done, and giving it back. The first yes takes it.

use crate::commands::circle::awake::tell_those_asked;
use crate::entities::circle::close_task;
use crate::powers::HelpInCircle;
use crate::queries::circle::{Kept, close};
use crate::rules::circle::Close;
use crate::{LinkId, TaskId};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::powers::Permit;
use membership::queries::{apart, charter, people};
use membership::rules::standing::Standing;
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Takes tasks. Those that somebody took meanwhile are left to her; says how many are taken.
///
/// # Errors
/// When none of them is free for her, or she rests.
pub async fn take(tx: &Tx<'_>, permit: Permit<HelpInCircle>, tasks: &[TaskId]) -> Result<u64, No> {
    if people::standing(tx, permit.by()).await? != Some(Standing::Active) {
        return Err(No::conflict("close-resting"));
    }
    let mut taken = 0;
    for (whose, wanted) in by_circle(tx, tasks).await? {
        if apart::apart(tx, permit.by(), whose).await? {
            continue;
        }
        let kept = Kept::of(tx, charter::charter(tx).await?.zone(), whose).await?;
        if let Some(link) = kept.link_with(permit.by()) {
            taken += takes(tx, &kept, link.id, &wanted).await?;
        }
    }
    if taken == 0 { Err(No::conflict("circle-not-yours")) } else { Ok(taken) }
}

/// Those of a circle that a link may take, and that did not begin.
pub(super) async fn takes(tx: &Tx<'_>, kept: &Kept, link: LinkId, wanted: &BTreeSet<TaskId>) -> Result<u64, No> {
    let zone = charter::charter(tx).await?.zone();
    let Some(row) = kept.links.iter().find(|row| row.id == link) else { return Ok(0) };
    let who = close(row);
    let free = kept.tasks.iter().filter(|(id, task)| {
        wanted.contains(id)
            && task.by.is_none()
            && task.when(zone).end > tx.now()
            && kept.circle.taken(*task, who).is_ok()
    });
    let free: Vec<TaskId> = free.map(|(id, _)| *id).collect();
    gives(tx, link, &free).await
}

/// Puts a link's name at tasks that are free. The first yes takes it.
pub(super) async fn gives(tx: &Tx<'_>, link: LinkId, tasks: &[TaskId]) -> Result<u64, No> {
    use close_task::Column;
    let free = tx.change::<close_task::Entity>().filter(Column::Id.is_in(tasks.iter().copied()));
    Ok(free.filter(Column::LinkId.is_null()).set(Column::LinkId, Some(link)).go().await?)
}

async fn by_circle(tx: &Tx<'_>, tasks: &[TaskId]) -> Result<BTreeMap<MemberId, BTreeSet<TaskId>>, Broken> {
    let rows =
        tx.find::<close_task::Entity>().filter(close_task::Column::Id.is_in(tasks.iter().copied())).all().await?;
    let mut found: BTreeMap<MemberId, BTreeSet<TaskId>> = BTreeMap::new();
    for row in rows {
        found.entry(row.member_id).or_default().insert(row.id);
    }
    Ok(found)
}

/// Gives tasks back, without a reason. They are free again, and those who may be asked are.
///
/// # Errors
/// When none of them is hers any more.
pub async fn give_back(tx: &Tx<'_>, permit: Permit<HelpInCircle>, tasks: &[TaskId]) -> Result<(), No> {
    let mut given = 0;
    for (whose, wanted) in by_circle(tx, tasks).await? {
        let kept = Kept::of(tx, charter::charter(tx).await?.zone(), whose).await?;
        given += gives_back(tx, &kept, Close::Member(permit.by()), &wanted).await?;
    }
    if given == 0 { Err(No::conflict("circle-not-yours")) } else { Ok(()) }
}

pub(super) async fn gives_back(
    tx: &Tx<'_>,
    kept: &Kept,
    who: Close<MemberId>,
    wanted: &BTreeSet<TaskId>,
) -> Result<u64, No> {
    let zone = charter::charter(tx).await?.zone();
    let hers: Vec<_> = kept
        .tasks
        .iter()
        .filter(|(id, task)| wanted.contains(id) && task.by == Some(who) && task.when(zone).end > tx.now())
        .collect();
    let nobody: Option<Uuid> = None;
    let rows = tx.change::<close_task::Entity>().filter(close_task::Column::Id.is_in(hers.iter().map(|(id, _)| *id)));
    let given = rows.set(close_task::Column::LinkId, nobody).go().await?;
    if given > 0 {
        let freed: Vec<_> = hers.iter().map(|(_, task)| *task).collect();
        tell_those_asked(tx, kept, &freed, Some(who)).await?;
    }
    Ok(given)
}
