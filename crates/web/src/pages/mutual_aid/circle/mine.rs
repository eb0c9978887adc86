//! One's own circle: whom one named, who is in it, what is to be done, waking it.

use super::{Choice, HOME, MINE, Nothing, help_choices, help_name, names, others, shown, time};
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::decisions::Who;
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::{Time, local_day};
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use mutual_aid::OpeningId;
use mutual_aid::commands::circle::{self as command, NewDaily, NewTask};
use mutual_aid::powers::KeepCircle;
use mutual_aid::queries::circle::{LinkLine, Mine, TaskSeen, mine};
use mutual_aid::rules::circle::Help;
use serde::{Deserialize, Serialize};
use tera::context;

/// Somebody of a circle as a line.
#[derive(Serialize)]
pub(super) struct LinkShown {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) told: String,
    /// A neighbour, without account.
    pub(super) neighbour: bool,
    /// What both said yes to, and what waits for the other's yes.
    pub(super) both: Vec<String>,
    pub(super) waits: Vec<String>,
}

/// A link as a line, with its kinds of help in words.
pub(super) fn link_shown(page: &Page, link: &LinkLine, who: &Who) -> Result<LinkShown, PageError> {
    let named = |wanted: fn(&(bool, bool)) -> bool| {
        let kinds = link.yes.iter().filter(|yes| wanted(&(yes.hers, yes.theirs)));
        kinds.map(|yes| help_name(page, yes.help)).collect::<Result<Vec<_>, _>>()
    };
    Ok(LinkShown {
        id: link.id.to_string(),
        name: link_name(link, who),
        phone: link.phone.clone().unwrap_or_default(),
        told: link.told.clone(),
        neighbour: link.member.is_none(),
        both: named(|(hers, theirs)| *hers && *theirs)?,
        waits: named(|(hers, theirs)| *hers && !*theirs)?,
    })
}

/// What somebody of a circle is called.
pub(super) fn link_name(link: &LinkLine, who: &Who) -> String {
    link.member.map_or_else(|| link.name.clone().unwrap_or_default(), |member| who.name(member))
}

/// A task with who does it.
#[derive(Serialize)]
pub(super) struct TaskShown {
    id: String,
    at: Time,
    help: String,
    who: Option<String>,
}

/// The tasks of a circle, each with who does it.
pub(super) fn tasks_shown(
    page: &Page,
    tasks: &[TaskSeen],
    links: &[LinkLine],
    who: &Who,
) -> Result<Vec<TaskShown>, PageError> {
    let zone = page.place().zone;
    let shown = |task: &TaskSeen| {
        let link = links.iter().find(|link| Some(link.id) == task.link);
        Ok(TaskShown {
            id: task.id.to_string(),
            at: task.task.when(zone).start,
            help: help_name(page, task.task.what.help)?,
            who: link.map(|link| link_name(link, who)),
        })
    };
    tasks.iter().map(shown).collect()
}

#[derive(Serialize)]
struct DailyShown {
    id: String,
    help: String,
    from: String,
    minutes: u32,
}

#[derive(Serialize)]
struct OpeningShown {
    id: String,
    /// Whether it is open now.
    is_open: bool,
    by: String,
    through: Option<String>,
    at: Time,
    from: NaiveDate,
    until: NaiveDate,
}

pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let today = local_day(member.charter.zone(), scope.now());
    let hers = mine(&scope, member.id).await?;
    let (who, others) = (names(&scope, &member.page).await?, others(&scope, member.id).await?);
    drop(scope);
    let holders: Vec<Choice> =
        hers.holders.iter().map(|holder| Choice { value: holder.to_string(), label: who.name(*holder) }).collect();
    let links = hers.links.iter().map(|link| link_shown(&member.page, link, &who)).collect::<Result<Vec<_>, _>>()?;
    let tasks = tasks_shown(&member.page, &hers.tasks, &hers.links, &who)?;
    let daily = daily_shown(&member.page, &hers)?;
    let openings = hers.openings.iter().filter(|one| one.by != member.id).map(|one| OpeningShown {
        id: one.id.to_string(),
        is_open: one.until >= today,
        by: who.name(one.by),
        through: one.through.map(|through| who.name(through)),
        at: one.at,
        from: one.from,
        until: one.until,
    });
    let context = context! {
        holders => &holders, others => &others, links => &links, daily => &daily, tasks => &tasks,
        awake => &hers.awake, openings => &openings.collect::<Vec<_>>(), has_card => &!hers.card.is_empty(),
        base => &member.at(HOME), own => &member.at(MINE), may => &member.standing.is_member(),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/mine.html", context)
}

fn daily_shown(page: &Page, hers: &Mine) -> Result<Vec<DailyShown>, PageError> {
    let shown = |one: &mutual_aid::queries::circle::DailyLine| {
        Ok(DailyShown {
            id: one.id.to_string(),
            help: help_name(page, one.help)?,
            from: shown(one.from),
            minutes: one.minutes,
        })
    };
    hers.daily.iter().map(shown).collect()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Holder {
    holder: String,
}

pub(super) async fn add_holder(may: May<KeepCircle, Holder>) -> PageResult {
    let to = may.at(MINE);
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            let choose = || No::field("holder", Message::new("close-choose-member"));
            command::add_holder(tx, permit, may.form.holder.parse().map_err(|_| choose())?).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-kept")),
        Err(no) => show(may.again(no)?).await,
    }
}

pub(super) async fn remove_holder(may: May<KeepCircle, Holder>) -> PageResult {
    let to = may.at(MINE);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::remove_holder(tx, permit, may.form.holder.parse().map_err(|_| No::NotFound)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-removed"))
}

/// Where something to be done each day is typed.
pub(super) async fn daily(member: Member) -> PageResult {
    let context = context! {
        kinds => &help_choices(&member.page)?, action => &member.at("/visit/circle/mine/daily"), back => &member.at(MINE),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/daily.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Daily {
    help: String,
    from: String,
    minutes: String,
}

pub(super) async fn add_daily(may: May<KeepCircle, Daily>) -> PageResult {
    let to = may.at(MINE);
    let new = NewDaily {
        help: Help::named(&may.form.help),
        from: time(&may.form.from),
        minutes: may.form.minutes.trim().parse().ok(),
    };
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::add_daily(tx, permit, new).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-kept")),
        Err(no) => daily(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    daily: String,
}

pub(super) async fn remove_daily(may: May<KeepCircle, Which>) -> PageResult {
    let to = may.at(MINE);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::remove_daily(tx, permit, may.form.daily.parse().map_err(|_| No::NotFound)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-removed"))
}

/// Where something to be done once is typed.
pub(super) async fn task(member: Member) -> PageResult {
    let context = context! {
        kinds => &help_choices(&member.page)?, action => &member.at("/visit/circle/mine/task"), back => &member.at(MINE),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/task.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Once {
    day: String,
    help: String,
    from: String,
    minutes: String,
}

pub(super) async fn add_task(may: May<KeepCircle, Once>) -> PageResult {
    let to = may.at(MINE);
    let typed = &may.form;
    let what = NewDaily {
        help: Help::named(&typed.help),
        from: time(&typed.from),
        minutes: typed.minutes.trim().parse().ok(),
    };
    let new = NewTask { day: typed.day.parse().ok(), what };
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::add_task(tx, permit, new).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-asked")),
        Err(no) => task(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OneTask {
    task: String,
}

pub(super) async fn remove_task(may: May<KeepCircle, OneTask>) -> PageResult {
    let to = may.at(MINE);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::remove_task(tx, permit, may.form.task.parse().map_err(|_| No::NotFound)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-removed"))
}

/// She shuts her card, which somebody opened.
pub(super) async fn shut(may: May<KeepCircle, Nothing>, at: Path<(String, OpeningId)>) -> PageResult {
    let to = may.at(MINE);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::shut_card(tx, permit, at.1).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-shut"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Days {
    from: String,
    until: String,
}

pub(super) async fn wake(may: May<KeepCircle, Days>) -> PageResult {
    let to = may.at(MINE);
    let (from, until) = (may.form.from.parse().ok(), may.form.until.parse().ok());
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::wake_own(tx, permit, from, until).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-awake")),
        Err(no) => show(may.again(no)?).await,
    }
}

pub(super) async fn sleep(may: May<KeepCircle, Nothing>) -> PageResult {
    let to = may.at(MINE);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::sleep(tx, permit).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-asleep"))
}
