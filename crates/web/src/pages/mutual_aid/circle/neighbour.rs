//! A neighbour without account: the words of her sheet, her own page; and what she says on the telephone to any member.

use super::{HOME, HelpBox, boxes, help_name, names, others, ticked};
use crate::kit::secrets::is_random_id;
use crate::kit::{Form, Limit, PageError, PageResult, Tab};
use crate::pages::visit::{May, Member, Visit};
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use mutual_aid::TaskId;
use mutual_aid::commands::circle::{self as command, Did};
use mutual_aid::powers::HelpInCircle;
use mutual_aid::queries::circle::{TaskLine, neighbour};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tera::context;

/// Where the words of a sheet are typed.
pub(super) async fn code(visit: Visit) -> PageResult {
    show_code(visit)
}

fn show_code(visit: Visit) -> PageResult {
    let action = visit.at("/neighbour");
    visit.page.render("mutual-aid/circle/neighbour-code.html", context! { action => &action })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    card: String,
}

pub(super) async fn enter(visit: Visit, form: Form<Words>) -> PageResult {
    match try_enter(&visit, &form.card).await {
        Ok(token) => Ok(visit.page.go(&visit.at(&format!("/neighbour/{token}")))),
        Err(no) => {
            let page = visit.page.again(&form, no)?;
            let visit = Visit { page, ..visit };
            show_code(visit)
        }
    }
}

async fn try_enter(visit: &Visit, words: &str) -> Result<String, PageError> {
    // Four words could be guessed where a link cannot: tries are counted here, and only here.
    let (rates, network) = (&visit.page.app().rates, visit.page.client());
    rates.take(Limit::CardsFrom, network)?;
    let used = visit.site.db.write(visit.group.id, async |tx: &Tx<'_>| command::use_code(tx, words).await);
    let token: Result<String, No> = used.await;
    let token = token?;
    rates.give_back(Limit::CardsFrom, network);
    Ok(token)
}

#[derive(Serialize)]
struct TaskShown {
    id: String,
    help: String,
    at: Time,
}

#[derive(Serialize)]
struct LineShown {
    help: String,
    words: String,
}

pub(super) async fn show(visit: Visit, at: Path<(String, String)>) -> PageResult {
    show_page(visit, &at.1).await
}

async fn show_page(visit: Visit, token: &str) -> PageResult {
    if !is_random_id(token) {
        return Err(No::Expired(Message::new("neighbour-gone")).into());
    }
    let scope = visit.read();
    let hers = neighbour(&scope, token).await?;
    let whose = names(&scope, &visit.page).await?.name(hers.whose);
    drop(scope);
    let task = |task: &TaskLine| -> Result<TaskShown, PageError> {
        Ok(TaskShown { id: task.id.to_string(), help: help_name(&visit.page, task.help)?, at: task.starts })
    };
    let mine = hers.tasks.iter().filter(|one| one.mine).map(task).collect::<Result<Vec<_>, _>>()?;
    let free = hers.tasks.iter().filter(|one| !one.mine).map(task).collect::<Result<Vec<_>, _>>()?;
    let mut lines = Vec::new();
    for line in &hers.lines {
        let help = line.help.map(|help| help_name(&visit.page, help)).transpose()?.unwrap_or_default();
        lines.push(LineShown { help, words: line.words.clone() });
    }
    let help: Vec<HelpBox> = hers.help.iter().map(|(help, yes)| HelpBox { word: help.word(), on: *yes }).collect();
    let context = context! {
        whose => &whose, told => &hers.told, help => &help, mine => &mine, free => &free, lines => &lines,
        action => &visit.at(&format!("/neighbour/{token}")),
    };
    visit.page.render("mutual-aid/circle/neighbour.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Acts {
    /// `says`, `takes`, `returns` or `stops`.
    act: String,
    help: Vec<String>,
    tasks: Vec<String>,
}

impl Acts {
    fn read(&self) -> Result<Did, No> {
        let tasks = || -> BTreeSet<TaskId> { self.tasks.iter().filter_map(|id| id.parse().ok()).collect() };
        match self.act.as_str() {
            "says" => Ok(Did::Says(ticked(&self.help))),
            "takes" => Ok(Did::Takes(tasks())),
            "returns" => Ok(Did::GivesBack(tasks())),
            "stops" => Ok(Did::Stops),
            _ => Err(No::NotFound),
        }
    }
}

/// Acted on as often as it comes: each of these acts is the same the second time.
pub(super) async fn act(visit: Visit, at: Path<(String, String)>, form: Form<Acts>) -> PageResult {
    if !is_random_id(&at.1) {
        return Err(No::Expired(Message::new("neighbour-gone")).into());
    }
    let did = form.read()?;
    let done: Result<(), No> =
        visit.site.db.write(visit.group.id, async |tx: &Tx<'_>| command::act(tx, &at.1, &did).await).await;
    match (done, did) {
        (Ok(()), Did::Stops) => Ok(visit.page.go_saying(&visit.at("/neighbour"), "done-neighbour-stopped")),
        (Ok(()), _) => Ok(visit.page.go_saying(&visit.at(&format!("/neighbour/{}", at.1)), "done-neighbour")),
        (Err(no @ No::Invalid(_)), _) => {
            let page = visit.page.again(&form, no)?;
            show_page(Visit { page, ..visit }, &at.1).await
        }
        (Err(no), _) => Err(no.into()),
    }
}

/// Where a member notes that a neighbour called.
pub(super) async fn call(member: Member) -> PageResult {
    let others = others(&member.read(), member.id).await?;
    let context = context! {
        others => &others, boxes => &boxes(|_| false), action => &member.at("/visit/circle/call"),
        back => &member.at(HOME),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/call.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Called {
    whose: String,
    name: String,
    help: Vec<String>,
}

pub(super) async fn note_stop(may: May<HelpInCircle, Called>) -> PageResult {
    let to = may.at(HOME);
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            let whose = may.form.whose.parse().map_err(|_| No::field("whose", Message::new("close-choose-member")))?;
            command::note_stop(tx, permit, whose, &may.form.name, &ticked(&may.form.help)).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-neighbour-noted")),
        Err(no) => call(may.again(no)?).await,
    }
}
