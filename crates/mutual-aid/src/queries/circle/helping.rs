//! What others ask of somebody: to be in their circle, a task that is free, to keep the key of a circle that sleeps.

use crate::entities::circle::{close_holder, close_link, close_opening};
use crate::queries::circle::helpers::Helpers;
use crate::queries::circle::read::{CardLine, Kept, lines_for, opening_of, place, words_of};
use crate::rules::circle::{Close, Help};
use crate::{LinkId, OpeningId, TaskId};
use commons::clock::{Time, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed;
use membership::queries::apart::apart_from;
use membership::queries::{charter, people};
use membership::rules::standing::Standing;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Somebody asks her to be in her circle, for some kinds of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// The link.
    pub id: LinkId,
    /// Whose circle it is.
    pub whose: MemberId,
    /// What she is told.
    pub told: String,
    /// What she is asked for, and whether she said yes.
    pub help: Vec<(Help, bool)>,
}

/// A task of somebody's circle that she does, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskLine {
    /// Which.
    pub id: TaskId,
    /// Whose circle it is.
    pub whose: MemberId,
    /// What.
    pub help: Help,
    /// When it begins.
    pub starts: Time,
    /// Whether she does it; otherwise it is free.
    pub mine: bool,
}

/// What others ask of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Helping {
    /// Circles that she is asked to be in, or is.
    pub asks: Vec<Asks>,
    /// What she does, and what is free for her, in the order of time.
    pub tasks: Vec<TaskLine>,
    /// The lines of cards that she reads today, for what she does today.
    pub lines: Vec<(MemberId, CardLine)>,
    /// Whose card she may open.
    pub holds_for: Vec<MemberId>,
    /// Cards that are open to her now, and whose.
    pub open: Vec<(OpeningId, MemberId)>,
}

/// What others ask of a member now. Nothing is asked of whoever rests, nor by somebody whom she is kept apart from.
///
/// # Errors
/// When the store fails.
pub async fn helping(scope: &Scope<'_>, member: MemberId) -> Result<Helping, Broken> {
    let rows = scope.find::<close_link::Entity>().filter(close_link::Column::Other.eq(member)).all().await?;
    let held = scope.find::<close_holder::Entity>().filter(close_holder::Column::Holder.eq(member)).all().await?;
    let opened = opened(scope, member).await?;
    if rows.is_empty() && held.is_empty() && opened.is_empty() {
        return Ok(Helping::default());
    }
    let (zone, apart) = (charter::charter(scope).await?.zone(), apart_from(scope, member).await?);
    // What is beyond her own limits is not shown as free: nothing asks her beyond them.
    let helper = Helpers::of(scope, [member]).await?;
    let rests = people::standing(scope, member).await? != Some(Standing::Active);
    let today = local_day(zone, scope.now());
    let mut found = Helping::default();
    let whose: BTreeSet<MemberId> = rows.iter().map(|row| row.member_id).filter(|who| !apart.contains(who)).collect();
    for whose in whose {
        let kept = Kept::of(scope, zone, whose).await?;
        let Some(row) = kept.link_with(member) else { continue };
        let Some(link) = kept.circle.links.iter().find(|link| link.who == Close::Member(member)) else { continue };
        let help: Vec<(Help, bool)> = link.hers.iter().map(|help| (*help, link.theirs.contains(help))).collect();
        if !rests && !help.is_empty() {
            let told = sealed::key_of(scope, whose).await?.open_text(&place("told", row.id), &row.told)?;
            found.asks.push(Asks { id: row.id, whose, told, help });
        }
        for (id, task) in &kept.tasks {
            let (mine, when) = (task.by == Some(Close::Member(member)), task.when(zone));
            let is_free = kept.circle.taken(*task, link.who).is_ok() && when.end > scope.now();
            if task.date >= today && (mine || (is_free && helper.may_do(member, *task))) {
                let starts = when.start;
                found.tasks.push(TaskLine { id: *id, whose, help: task.what.help, starts, mine });
            }
        }
        let helps = lines_for(scope, zone, &kept, Close::Member(member)).await?;
        let lines = words_of(scope, whose, |help| help.is_some_and(|help| helps.contains(&help))).await?;
        found.lines.extend(lines.into_iter().map(|line| (whose, line)));
    }
    found.tasks.sort_by_key(|task| (task.starts, task.id));
    for row in opened.into_iter().filter(|row| !apart.contains(&row.member_id)) {
        let reads = opening_of(&row).reads(zone, member, scope.now());
        if reads && Kept::of(scope, zone, row.member_id).await?.circle.holders.contains(&row.opened_by) {
            found.open.push((row.id, row.member_id));
        }
    }
    found.holds_for = held.into_iter().map(|row| row.member_id).filter(|who| !apart.contains(who)).collect();
    Ok(found)
}

/// The cards of others that she opened, or somebody through her.
async fn opened(scope: &Scope<'_>, member: MemberId) -> Result<Vec<close_opening::Model>, Broken> {
    use close_opening::Column;
    let either = sea_orm::Condition::any().add(Column::OpenedBy.eq(member)).add(Column::Through.eq(member));
    let rows = scope.find::<close_opening::Entity>().filter(either).filter(Column::MemberId.ne(member));
    Ok(rows.descending(Column::At).all().await?)
}
