//! What others ask of me, and where my own circle is.

use super::{Choice, HOME, HelpBox, MINE, help_name, names, ticked};
use crate::kit::{PageError, PageResult, Tab, counted};
use crate::pages::visit::{May, Member};
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::No;
use membership::powers::Permit;
use mutual_aid::TaskId;
use mutual_aid::commands::circle as command;
use mutual_aid::powers::HelpInCircle;
use mutual_aid::queries::circle::{Asks, TaskLine, helping};
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Serialize)]
struct AsksShown {
    link: String,
    whose: String,
    told: String,
    help: Vec<HelpBox>,
    /// Whether she said yes to something.
    is_in: bool,
}

fn asks_shown(asks: &Asks, whose: String) -> AsksShown {
    let help = asks.help.iter().map(|(help, yes)| HelpBox { word: help.word(), on: *yes }).collect();
    AsksShown {
        link: asks.id.to_string(),
        whose,
        told: asks.told.clone(),
        help,
        is_in: asks.help.iter().any(|(_, yes)| *yes),
    }
}

/// A task as a line.
#[derive(Serialize)]
pub(super) struct TaskShown {
    id: String,
    whose: String,
    help: String,
    at: Time,
}

/// A line of somebody's card for what one does today.
#[derive(Serialize)]
struct LineShown {
    whose: String,
    help: String,
    words: String,
}

pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let found = helping(&scope, member.id).await?;
    let who = names(&scope, &member.page).await?;
    drop(scope);
    let asks: Vec<AsksShown> = found.asks.iter().map(|asks| asks_shown(asks, who.name(asks.whose))).collect();
    let task = |task: &TaskLine| -> Result<TaskShown, PageError> {
        Ok(TaskShown {
            id: task.id.to_string(),
            whose: who.name(task.whose),
            help: help_name(&member.page, task.help)?,
            at: task.starts,
        })
    };
    let mine = found.tasks.iter().filter(|one| one.mine).map(task).collect::<Result<Vec<_>, _>>()?;
    let free = found.tasks.iter().filter(|one| !one.mine).map(task).collect::<Result<Vec<_>, _>>()?;
    let mut lines = Vec::new();
    for (whose, line) in &found.lines {
        let help = line.help.map(|help| help_name(&member.page, help)).transpose()?.unwrap_or_default();
        lines.push(LineShown { whose: who.name(*whose), help, words: line.words.clone() });
    }
    let holds_for: Vec<String> = found.holds_for.iter().map(|whose| who.name(*whose)).collect();
    let open = found
        .open
        .iter()
        .map(|(id, whose)| Choice { value: member.at(&format!("{HOME}/opened/{id}")), label: who.name(*whose) });
    let open: Vec<Choice> = open.collect();
    let context = context! {
        open => &open, asks => &asks, mine => &mine, free => &free, lines => &lines, holds_for => &holds_for,
        base => &member.at(HOME), own => &member.at(MINE), may => &member.standing.is_member(),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/home.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    link: String,
    help: Vec<String>,
}

pub(super) async fn answer(may: May<HelpInCircle, Answer>) -> PageResult {
    let to = may.at(HOME);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            let link = may.form.link.parse().map_err(|_| No::NotFound)?;
            command::answer(tx, permit, link, &ticked(&may.form.help)).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-answer"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    tasks: Vec<String>,
}

impl Chosen {
    fn read(&self) -> Vec<TaskId> {
        self.tasks.iter().filter_map(|id| id.parse().ok()).collect()
    }
}

pub(super) async fn take(may: May<HelpInCircle, Chosen>) -> PageResult {
    let said = may
        .act(async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            let all = command::take(tx, permit, &may.form.read()).await?;
            let key = if all.beyond.is_some() { "done-close-taken-some" } else { "done-close-taken" };
            Ok(counted(key, all.taken))
        })
        .await?;
    Ok(may.page.go_repeating(&may.at(HOME), &said))
}

pub(super) async fn give_back(may: May<HelpInCircle, Chosen>) -> PageResult {
    let to = may.at(HOME);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            command::give_back(tx, permit, &may.form.read()).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-given-back"))
}
