//! Rows as the rules know them.

use crate::entities::circle::{
    close_card, close_circle, close_daily, close_holder, close_link, close_opening, close_task, close_yes,
};
use crate::queries::listening::time_of;
use crate::rules::circle::{Card, Circle, Close, Daily, Help, Link, Opening, Task};
use crate::{LinkId, OpeningId, TaskId};
use commons::clock::{Tz, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::register::chain::Hash;
use commons::register::words::{fold_words, head_words};
use rota::Engagement;
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Words of a neighbour's code.
const WORDS: usize = 4;

/// The line of a card that is for everything.
pub const ALL_LINE: &str = "all";

/// A line of a card: for what, and her own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardLine {
    /// For which help; none for the line that is for everything.
    pub help: Option<Help>,
    /// Her words.
    pub words: String,
}

/// Where something of a circle is sealed.
pub(crate) fn place(what: &str, id: impl std::fmt::Display) -> String {
    format!("close/{what}/{id}")
}

/// The words of a neighbour's sheet.
pub(crate) fn code_words(scope: &Scope<'_>, link: LinkId, code: Uuid) -> String {
    let bits = scope.keyring().derive(&format!("neighbour/{}/{link}/{code}", scope.group()));
    head_words(&Hash(bits)).into_iter().take(WORDS).collect::<Vec<_>>().join(" ")
}

/// An index of such words.
pub(crate) fn neighbour_index(scope: &Scope<'_>, words: &str) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "neighbour", &fold_words(words))
}

/// An index of the address that they lead to.
pub(crate) fn token_index(scope: &Scope<'_>, token: &str) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "neighbour token", token)
}

pub(crate) async fn links_of(scope: &Scope<'_>, whose: MemberId) -> Result<Vec<close_link::Model>, Broken> {
    use close_link::Column;
    Ok(scope.find::<close_link::Entity>().filter(Column::MemberId.eq(whose)).ascending(Column::Id).all().await?)
}

/// Both yeses of a link.
pub(crate) async fn yes_of(scope: &Scope<'_>, row: &close_link::Model) -> Result<Link<MemberId>, Broken> {
    let rows = scope.find::<close_yes::Entity>().filter(close_yes::Column::LinkId.eq(row.id)).all().await?;
    let theirs = rows.iter().filter(|yes| yes.theirs).map(|yes| yes.help).collect();
    Ok(Link { who: close(row), hers: rows.iter().map(|yes| yes.help).collect(), theirs })
}

/// Who stands at the other end of a link. A neighbour is known by its number.
pub(crate) fn close(row: &close_link::Model) -> Close<MemberId> {
    row.other.map_or(Close::Neighbour(MemberId(row.id.0)), Close::Member)
}

fn daily(help: Help, from_minute: i32, minutes: i32) -> Daily {
    Daily { help, from: time_of(from_minute), minutes: u32::try_from(minutes).unwrap_or_default() }
}

/// A task as the rules know it.
pub(crate) fn task_of(row: &close_task::Model, links: &[close_link::Model]) -> Task<MemberId> {
    let by = row.link_id.and_then(|id| links.iter().find(|link| link.id == id)).map(close);
    Task { date: row.day, what: daily(row.help, row.from_minute, row.minutes), by }
}

/// Everything of one circle.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) circle: Circle<MemberId>,
    pub(crate) links: Vec<close_link::Model>,
    pub(crate) daily: Vec<close_daily::Model>,
    /// In the order of time.
    pub(crate) tasks: Vec<(TaskId, Task<MemberId>)>,
}

impl Kept {
    /// The circle of somebody; an empty one when she made none. One that is over sleeps, whatever its row still says.
    pub(crate) async fn of(scope: &Scope<'_>, zone: Tz, whose: MemberId) -> Result<Self, Broken> {
        let row = scope.find::<close_circle::Entity>().filter(close_circle::Column::MemberId.eq(whose)).one().await?;
        let awake = row.and_then(|row| row.awake_from.zip(row.awake_until));
        let today = local_day(zone, scope.now());
        let holders =
            scope.find::<close_holder::Entity>().filter(close_holder::Column::MemberId.eq(whose)).all().await?;
        let links = links_of(scope, whose).await?;
        let mut yeses = Vec::new();
        for link in &links {
            yeses.push(yes_of(scope, link).await?);
        }
        use close_daily::Column;
        let rows = scope.find::<close_daily::Entity>().filter(Column::MemberId.eq(whose));
        let rows = rows.ascending(Column::FromMinute).all().await?;
        let tasks = scope.find::<close_task::Entity>().filter(close_task::Column::MemberId.eq(whose)).all().await?;
        let mut tasks: Vec<_> = tasks.iter().map(|row| (row.id, task_of(row, &links))).collect();
        tasks.sort_by_key(|(id, task)| (task.date, task.what.from, *id));
        let circle = Circle {
            person: whose,
            holders: holders.into_iter().map(|row| row.holder).collect(),
            links: yeses,
            daily: rows.iter().map(|row| daily(row.help, row.from_minute, row.minutes)).collect(),
            awake: awake.filter(|(_, until)| *until >= today),
        };
        Ok(Self { circle, links, daily: rows, tasks })
    }

    /// The link of a member with this circle.
    pub(crate) fn link_with(&self, member: MemberId) -> Option<&close_link::Model> {
        self.links.iter().find(|link| link.other == Some(member))
    }

    /// The tasks alone.
    pub(crate) fn all_tasks(&self) -> Vec<Task<MemberId>> {
        self.tasks.iter().map(|(_, task)| *task).collect()
    }
}

/// Her card as the rules know it: each kind of help by its place among all.
pub(crate) async fn card_of(scope: &Scope<'_>, circle: &Circle<MemberId>) -> Result<Card<MemberId>, Broken> {
    let rows = scope.find::<close_card::Entity>().filter(close_card::Column::MemberId.eq(circle.person)).all().await?;
    let lines: BTreeMap<Help, u16> = (0..)
        .zip(Help::ALL)
        .filter(|(_, help)| rows.iter().any(|row| row.line == help.word()))
        .map(|(n, help)| (help, n))
        .collect();
    Ok(Card { author: circle.person, may_open: circle.holders.clone(), lines })
}

/// An opening as the rules know it.
pub(crate) fn opening_of(row: &close_opening::Model) -> Opening<MemberId> {
    Opening { by: row.opened_by, through: row.through, at: row.at, from: row.from_day, until: row.until_day }
}

/// One opening.
pub(crate) async fn opening_row(scope: &Scope<'_>, id: OpeningId) -> Result<Option<close_opening::Model>, Broken> {
    Ok(scope.find::<close_opening::Entity>().filter(close_opening::Column::Id.eq(id)).one().await?)
}

/// The openings of somebody's card, the latest first.
pub(crate) async fn openings(scope: &Scope<'_>, whose: MemberId) -> Result<Vec<close_opening::Model>, Broken> {
    use close_opening::Column;
    let rows = scope.find::<close_opening::Entity>().filter(Column::MemberId.eq(whose));
    Ok(rows.descending(Column::At).all().await?)
}

/// The lines of the card that somebody reads today, for what she does today and nothing else (`domain F3`).
pub(crate) async fn lines_for(
    scope: &Scope<'_>,
    zone: Tz,
    kept: &Kept,
    who: Close<MemberId>,
) -> Result<BTreeSet<Help>, Broken> {
    let (card, tasks) = (card_of(scope, &kept.circle).await?, kept.all_tasks());
    let mut helps = BTreeSet::new();
    for row in openings(scope, kept.circle.person).await? {
        let lines = card.line_for(zone, &opening_of(&row), &tasks, who, scope.now());
        helps.extend((0..).zip(Help::ALL).filter(|(number, _)| lines.contains(number)).map(|(_, help)| help));
    }
    Ok(helps)
}

/// Her words of some lines of the card, the one for everything first.
pub(crate) async fn words_of(
    scope: &Scope<'_>,
    whose: MemberId,
    wanted: impl Fn(Option<Help>) -> bool,
) -> Result<Vec<CardLine>, Broken> {
    let rows = scope.find::<close_card::Entity>().filter(close_card::Column::MemberId.eq(whose)).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = commons::sealed::key_of(scope, whose).await?;
    let mut lines = Vec::new();
    for row in rows {
        let help = Help::named(&row.line);
        if wanted(help) {
            let at = place("card", format!("{whose}/{}", row.line));
            lines.push(CardLine { help, words: key.open_text(&at, &row.words)? });
        }
    }
    lines.sort_by_key(|line| line.help);
    Ok(lines)
}

/// What members of the group hold in circles, for their limits.
pub(crate) async fn engagements(scope: &Scope<'_>, zone: Tz) -> Result<Vec<(MemberId, Engagement)>, Broken> {
    let tasks = scope.find::<close_task::Entity>().filter(close_task::Column::LinkId.is_not_null()).all().await?;
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let links = scope.find::<close_link::Entity>().filter(close_link::Column::Other.is_not_null()).all().await?;
    let held = |row: &close_task::Model| {
        let link = links.iter().find(|link| Some(link.id) == row.link_id)?;
        Some((link.other?, task_of(row, &links).engagement(zone)))
    };
    Ok(tasks.iter().filter_map(held).collect())
}
