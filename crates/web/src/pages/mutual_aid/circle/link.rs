//! One person of my circle: asking her, changing what for, a neighbour's sheet, taking her out.

use super::mine::link_name;
use super::{MINE, Nothing, boxes, names, others, ticked};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use mutual_aid::LinkId;
use mutual_aid::commands::circle::{self as command, NewNeighbour};
use mutual_aid::powers::KeepCircle;
use mutual_aid::queries::circle::{LinkLine, mine, sheet as sheet_of};
use serde::Deserialize;
use tera::context;

/// Where a member is asked.
pub(super) async fn member(member: Member) -> PageResult {
    let others = others(&member.read(), member.id).await?;
    let context = context! {
        others => &others, boxes => &boxes(|_| false), action => &member.at("/visit/circle/mine/member"),
        back => &member.at(MINE),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/member.html", context)
}

/// Where a neighbour is typed.
pub(super) async fn neighbour(member: Member) -> PageResult {
    let context = context! {
        boxes => &boxes(|_| false), action => &member.at("/visit/circle/mine/neighbour"), back => &member.at(MINE),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/neighbour-new.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    other: String,
    name: String,
    phone: String,
    told: String,
    help: Vec<String>,
}

pub(super) async fn add_member(may: May<KeepCircle, Typed>) -> PageResult {
    let to = may.at(MINE);
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            let choose = || No::field("other", Message::new("close-choose-member"));
            let other = may.form.other.parse().map_err(|_| choose())?;
            command::add_member(tx, permit, other, &may.form.told, &ticked(&may.form.help)).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-asked")),
        Err(no) => member(may.again(no)?).await,
    }
}

pub(super) async fn add_neighbour(may: May<KeepCircle, Typed>) -> PageResult {
    let typed = &may.form;
    let new = NewNeighbour {
        name: typed.name.clone(),
        phone: typed.phone.clone(),
        told: typed.told.clone(),
        help: ticked(&typed.help),
    };
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            let id = command::add_neighbour(tx, permit, &new).await?;
            Ok(may.at(&home(id)))
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-neighbour")),
        Err(no) => neighbour(may.again(no)?).await,
    }
}

/// The address of a link within its group.
fn home(id: LinkId) -> String {
    format!("/visit/circle/links/{id}")
}

async fn of_hers(member: &Member, id: LinkId) -> Result<(LinkLine, String), PageError> {
    let scope = member.read();
    let found = mine(&scope, member.id).await?.links.into_iter().find(|link| link.id == id).ok_or(No::NotFound)?;
    let name = link_name(&found, &names(&scope, &member.page).await?);
    Ok((found, name))
}

pub(super) async fn show(member: Member, at: Path<(String, LinkId)>) -> PageResult {
    show_link(member, at.1).await
}

async fn show_link(member: Member, id: LinkId) -> PageResult {
    let (link, name) = of_hers(&member, id).await?;
    let hers = boxes(|help| link.yes.iter().any(|yes| yes.help == help && yes.hers));
    let theirs: Vec<&str> = link.yes.iter().filter(|yes| yes.theirs).map(|yes| yes.help.word()).collect();
    let has_sheet = sheet_of(&member.read(), member.id, id).await.is_ok();
    let context = context! {
        name => &name, neighbour => &link.member.is_none(), phone => &link.phone, told => &link.told, boxes => &hers,
        theirs => &theirs, has_sheet => &has_sheet, action => &member.at(&home(id)), back => &member.at(MINE),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/link.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Kinds {
    help: Vec<String>,
}

pub(super) async fn say_yes(may: May<KeepCircle, Kinds>, at: Path<(String, LinkId)>) -> PageResult {
    let to = may.at(MINE);
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::say_yes(tx, permit, at.1, &ticked(&may.form.help)).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-close-kept")),
        Err(no) => show_link(may.again(no)?, at.1).await,
    }
}

pub(super) async fn remove(may: May<KeepCircle, Nothing>, at: Path<(String, LinkId)>) -> PageResult {
    let to = may.at(MINE);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::remove(tx, permit, at.1).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-close-removed"))
}

pub(super) async fn make_sheet(may: May<KeepCircle, Nothing>, at: Path<(String, LinkId)>) -> PageResult {
    let to = may.at(&format!("{}/sheet", home(at.1)));
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<KeepCircle>| {
            command::make_code(tx, permit, at.1).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go(&to))
}

/// The sheet to print for a neighbour. It names neither the group nor its kind.
pub(super) async fn sheet(member: Member, at: Path<(String, LinkId)>) -> PageResult {
    let (words, until) = sheet_of(&member.read(), member.id, at.1).await?;
    let (link, name) = of_hers(&member, at.1).await?;
    let address = format!("{}{}", member.page.app().public_url(), member.at("/neighbour"));
    let context = context! {
        name => &name, told => &link.told, words => &words, until => &until, address => &address,
        back => &member.at(&home(at.1)),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/circle/sheet.html", context)
}
