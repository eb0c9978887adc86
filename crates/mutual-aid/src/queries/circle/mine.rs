//! One's own circle: who is in it, what is to be done, the card, and who opened it.

use crate::queries::circle::read::{CardLine, Kept, close, openings, place, words_of};
use crate::rules::circle::{Close, Help, Task};
use crate::{DailyId, LinkId, OpeningId, TaskId};
use chrono::{NaiveDate, NaiveTime};
use commons::clock::{Time, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::{self, Key};
use membership::queries::charter;

/// One kind of help of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesLine {
    /// Which.
    pub help: Help,
    /// Whether whose circle it is says yes.
    pub hers: bool,
    /// Whether the other one does.
    pub theirs: bool,
}

/// Somebody of the circle, as whose circle it is reads it, and whom she named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkLine {
    /// Which.
    pub id: LinkId,
    /// A member.
    pub member: Option<MemberId>,
    /// A neighbour's name.
    pub name: Option<String>,
    /// How a neighbour is called.
    pub phone: Option<String>,
    /// What she is told, and nothing else.
    pub told: String,
    /// Every kind of help.
    pub yes: Vec<YesLine>,
}

/// Something to be done each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DailyLine {
    /// Which.
    pub id: DailyId,
    /// What.
    pub help: Help,
    /// From when.
    pub from: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
}

/// A task, and who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskSeen {
    /// Which.
    pub id: TaskId,
    /// What, and on which day.
    pub task: Task<MemberId>,
    /// The link of whoever does it.
    pub link: Option<LinkId>,
}

/// That her card was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningLine {
    /// Which.
    pub id: OpeningId,
    /// By whom.
    pub by: MemberId,
    /// Who did it for her.
    pub through: Option<MemberId>,
    /// When.
    pub at: Time,
    /// The first day.
    pub from: NaiveDate,
    /// The last one.
    pub until: NaiveDate,
}

/// One's own circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// Whom she named to open her card and wake the circle.
    pub holders: Vec<MemberId>,
    /// Who is in it.
    pub links: Vec<LinkLine>,
    /// What is to be done each day when she is away.
    pub daily: Vec<DailyLine>,
    /// When it is awake.
    pub awake: Option<(NaiveDate, NaiveDate)>,
    /// What is to be done, from today on.
    pub tasks: Vec<TaskSeen>,
    /// Her card.
    pub card: Vec<CardLine>,
    /// Who opened it, the latest first.
    pub openings: Vec<OpeningLine>,
}

/// One's own circle; empty when she made none.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, member: MemberId) -> Result<Mine, Broken> {
    let zone = charter::charter(scope).await?.zone();
    let kept = Kept::of(scope, zone, member).await?;
    let opened = openings(scope, member).await?.into_iter().map(|row| OpeningLine {
        id: row.id,
        by: row.opened_by,
        through: row.through,
        at: row.at,
        from: row.from_day,
        until: row.until_day,
    });
    Ok(Mine {
        holders: kept.circle.holders.iter().copied().collect(),
        links: links(scope, &kept).await?,
        daily: kept
            .daily
            .iter()
            .zip(&kept.circle.daily)
            .map(|(row, what)| DailyLine { id: row.id, help: what.help, from: what.from, minutes: what.minutes })
            .collect(),
        awake: kept.circle.awake,
        tasks: tasks(&kept, local_day(zone, scope.now())),
        card: words_of(scope, member, |_| true).await?,
        openings: opened.collect(),
    })
}

/// Who is in a circle, opened with the key of whose it is.
pub(super) async fn links(scope: &Scope<'_>, kept: &Kept) -> Result<Vec<LinkLine>, Broken> {
    if kept.links.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(scope, kept.circle.person).await?;
    let lines = kept.links.iter().zip(&kept.circle.links).map(|(row, link)| {
        let yes = Help::ALL.map(|help| YesLine {
            help,
            hers: link.hers.contains(&help),
            theirs: link.theirs.contains(&help),
        });
        Ok(LinkLine {
            id: row.id,
            member: row.other,
            name: opened(&key, "name", row.id, row.name.as_ref())?,
            phone: opened(&key, "phone", row.id, row.phone.as_ref())?,
            told: key.open_text(&place("told", row.id), &row.told)?,
            yes: yes.to_vec(),
        })
    });
    lines.collect()
}

fn opened(
    key: &Key,
    what: &str,
    id: LinkId,
    sealed: Option<&commons::sealed::Sealed>,
) -> Result<Option<String>, Broken> {
    sealed.map(|sealed| key.open_text(&place(what, id), sealed)).transpose()
}

/// The tasks from a day on.
pub(super) fn tasks(kept: &Kept, from: NaiveDate) -> Vec<TaskSeen> {
    let link = |by: Close<MemberId>| kept.links.iter().find(|row| close(row) == by).map(|row| row.id);
    let from_then = kept.tasks.iter().filter(|(_, task)| task.date >= from);
    from_then.map(|(id, task)| TaskSeen { id: *id, task: *task, link: task.by.and_then(link) }).collect()
}
