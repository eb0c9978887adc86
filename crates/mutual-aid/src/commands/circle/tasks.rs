//! Something to be done once, taking what is to be done, and giving it back. The first yes takes it.

use crate::commands::circle::awake::{insert_tasks, look_for_others, tell_those_asked};
use crate::commands::circle::card::{NewDaily, what_of};
use crate::commands::reminders;
use crate::entities::circle::{close_link, close_task};
use crate::powers::{HelpInCircle, KeepCircle};
use crate::queries::circle::{Helpers, Kept, close, task_of};
use crate::rules::circle::{Close, Task};
use crate::{LinkId, TaskId};
use chrono::{Days, NaiveDate};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::{apart, charter, people};
use membership::rules::standing::Standing;
use rota::Hindrance;
use sea_orm::{ColumnTrait, Condition};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Furthest day of something to be done once.
const AHEAD: Days = Days::new(92);
/// Most things of one circle that are to be done at a time.
const MOST: u64 = 200;

/// Something to be done once, as it was typed: a ride, groceries, the snow of that day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewTask {
    /// The day.
    pub day: Option<NaiveDate>,
    /// What, and when that day.
    pub what: NewDaily,
}

/// Asks her circle for something once, on a day. Nothing is woken for it: whoever said yes to such help may take it.
///
/// # Errors
/// When something is to correct.
pub async fn add_task(tx: &Tx<'_>, permit: Permit<KeepCircle>, new: NewTask) -> Result<(), No> {
    let zone = charter::charter(tx).await?.zone();
    let today = local_day(zone, tx.now());
    let day = new.day.filter(|day| today <= *day && *day <= today + AHEAD);
    let no_day = Problem::new("day", Message::new("close-day-wrong"));
    let (what, day) = match (what_of(new.what), day) {
        (Ok(what), Some(day)) => (what, day),
        (what, day) => {
            let missing = day.is_none().then_some(no_day);
            return Err(No::Invalid(missing.into_iter().chain(what.err().unwrap_or_default()).collect()));
        }
    };
    let task = Task { date: day, what, by: None };
    if task.when(zone).start <= tx.now() {
        return Err(No::field("from", Message::new("visits-hour-past")));
    }
    let hers = tx.find::<close_task::Entity>().filter(close_task::Column::MemberId.eq(permit.by()));
    if hers.count().await? >= MOST {
        return Err(No::field("help", Message::new("close-enough").with("most", 200u32)));
    }
    insert_tasks(tx, permit.by(), &[task]).await?;
    let kept = Kept::of(tx, zone, permit.by()).await?;
    tell_those_asked(tx, &kept, &[task], None).await?;
    Ok(())
}

/// It is not needed any more. Whoever was to do it reads that there is news.
///
/// # Errors
/// When it is not of her circle.
pub async fn remove_task(tx: &Tx<'_>, permit: Permit<KeepCircle>, id: TaskId) -> Result<(), No> {
    use close_task::Column;
    let hers = || Condition::all().add(Column::Id.eq(id)).add(Column::MemberId.eq(permit.by()));
    let rows = tx.find::<close_task::Entity>().filter(hers()).all().await?;
    if rows.is_empty() {
        return Err(No::NotFound);
    }
    tell_it_is_off(tx, &rows).await?;
    tx.delete::<close_task::Entity>().filter(hers()).go().await?;
    Ok(remind_those_of(tx, &rows).await?)
}

/// Of those who were to do these, the reminders are those of what they hold now.
pub(super) async fn remind_those_of(tx: &Tx<'_>, tasks: &[close_task::Model]) -> Result<(), Broken> {
    let links: BTreeSet<LinkId> = tasks.iter().filter_map(|row| row.link_id).collect();
    for link in tx.find::<close_link::Entity>().filter(close_link::Column::Id.is_in(links)).all().await? {
        remind_link(tx, &link).await?;
    }
    Ok(())
}

/// Members who were to do something that has not begun read that there is news: nobody comes for nothing.
pub(super) async fn tell_it_is_off(tx: &Tx<'_>, tasks: &[close_task::Model]) -> Result<(), Broken> {
    let zone = charter::charter(tx).await?.zone();
    let to_come = tasks.iter().filter(|row| task_of(row, &[]).when(zone).start > tx.now());
    let links: BTreeSet<LinkId> = to_come.filter_map(|row| row.link_id).collect();
    let rows = tx.find::<close_link::Entity>().filter(close_link::Column::Id.is_in(links)).all().await?;
    let Some(first) = rows.first() else { return Ok(()) };
    let members: Vec<MemberId> = rows.iter().filter_map(|row| row.other).collect();
    tell_news(tx, &format!("close-off/{}/{}", first.member_id, tx.now().timestamp()), &members).await
}

/// What came of taking some tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// So many are hers.
    pub taken: u64,
    /// What of her own limits left the first of the others free.
    pub beyond: Option<Hindrance>,
}

/// Takes tasks. Those that somebody took meanwhile are left to her, and those beyond what she gives are left free.
///
/// # Errors
/// When none of them is free for her, all are beyond her own limits, or she rests.
pub async fn take(tx: &Tx<'_>, permit: Permit<HelpInCircle>, tasks: &[TaskId]) -> Result<Taken, No> {
    if people::standing(tx, permit.by()).await? != Some(Standing::Active) {
        return Err(No::conflict("close-resting"));
    }
    let mut all = Taken::default();
    for (whose, wanted) in by_circle(tx, tasks).await? {
        if apart::apart(tx, permit.by(), whose).await? {
            continue;
        }
        let kept = Kept::of(tx, charter::charter(tx).await?.zone(), whose).await?;
        if let Some(link) = kept.link_with(permit.by()) {
            let one = takes(tx, &kept, link, &wanted).await?;
            all = Taken { taken: all.taken + one.taken, beyond: all.beyond.or(one.beyond) };
        }
    }
    match all {
        Taken { taken: 0, beyond: Some(why) } => Err(No::conflict(why.key())),
        Taken { taken: 0, beyond: None } => Err(No::conflict("circle-not-yours")),
        some => Ok(some),
    }
}

/// Those of a circle that a link may take, and that did not begin. A member's own limits hold, and that she keeps apart.
pub(super) async fn takes(
    tx: &Tx<'_>,
    kept: &Kept,
    link: &close_link::Model,
    wanted: &BTreeSet<TaskId>,
) -> Result<Taken, Broken> {
    let (zone, who) = (charter::charter(tx).await?.zone(), close(link));
    let is_free = |(id, task): &&(TaskId, Task<MemberId>)| {
        wanted.contains(id) && task.when(zone).end > tx.now() && kept.circle.taken(*task, who).is_ok()
    };
    let free = kept.tasks.iter().filter(is_free).copied();
    let (fitting, beyond) = match who {
        Close::Neighbour(_) => (free.map(|(id, _)| id).collect(), None),
        Close::Member(member) if apart::apart(tx, member, kept.circle.person).await? => (Vec::new(), None),
        Close::Member(member) => Helpers::of(tx, [member]).await?.fitting(member, free),
    };
    let taken = gives(tx, link.id, &fitting).await?;
    remind_link(tx, link).await?;
    Ok(Taken { taken, beyond })
}

/// The reminders of whoever stands at the other end of a link, when she is a member.
pub(super) async fn remind_link(tx: &Tx<'_>, link: &close_link::Model) -> Result<(), Broken> {
    match link.other {
        Some(member) => reminders::follow(tx, member).await,
        None => Ok(()),
    }
}

/// Puts a link's name at tasks that are free. The first yes takes it.
async fn gives(tx: &Tx<'_>, link: LinkId, tasks: &[TaskId]) -> Result<u64, Broken> {
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
    if let Close::Member(member) = who {
        reminders::follow(tx, member).await?;
    }
    if given > 0 {
        let freed: Vec<_> = hers.iter().map(|(_, task)| *task).collect();
        look_for_others(tx, kept, &freed, Some(who)).await?;
    }
    Ok(given)
}
