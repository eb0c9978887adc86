//! What is asked of the group and offered to it: it goes by itself after two weeks.

use super::{HOME, help_choices, help_name, names};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member};
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::No;
use membership::powers::Permit;
use mutual_aid::commands::circle as command;
use mutual_aid::powers::HelpInCircle;
use mutual_aid::queries::circle::{OnBoard, board};
use mutual_aid::rules::circle::Help;
use serde::{Deserialize, Serialize};
use tera::context;

const BOARD: &str = "/visit/circle/board";

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    href: String,
    mine: bool,
    offered: bool,
    help: String,
    words: String,
    until: Time,
}

pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let (found, who) = (board(&scope, member.id).await?, names(&scope, &member.page).await?);
    drop(scope);
    let row = |one: &OnBoard| -> Result<Row, PageError> {
        Ok(Row {
            id: one.id.to_string(),
            name: who.name(one.who),
            href: member.at(&format!("/group/members/{}", one.who)),
            mine: one.who == member.id,
            offered: one.offered,
            help: help_name(&member.page, one.help)?,
            words: one.words.clone(),
            until: one.until,
        })
    };
    let rows = found.iter().map(row).collect::<Result<Vec<_>, _>>()?;
    let context = context! {
        rows => &rows, kinds => &help_choices(&member.page)?, may => &member.standing.is_member(),
        action => &member.at(BOARD), back => &member.at(HOME),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/board.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// `offer`, or anything else: asked.
    how: String,
    help: String,
    words: String,
}

pub(super) async fn ask(may: May<HelpInCircle, Typed>) -> PageResult {
    let to = may.at(BOARD);
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            let (offered, help) = (may.form.how == "offer", Help::named(&may.form.help));
            command::ask(tx, permit, offered, help, &may.form.words).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-board")),
        Err(no) => show(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    asked: String,
}

pub(super) async fn take_back(may: May<HelpInCircle, Which>) -> PageResult {
    let to = may.at(BOARD);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
            command::take_back(tx, permit, may.form.asked.parse().map_err(|_| No::NotFound)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-board-back"))
}
