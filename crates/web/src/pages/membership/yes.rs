//! One's own yes, use by use; what one is called; who welcomes one. Nothing is ticked until she ticks it.

use super::Nothing;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::Who;
use crate::pages::visit::{May, Member, Oneself};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::commands::{call_me, consent, welcome_pair as pair};
use membership::powers::ChangeOwnAccess;
use membership::queries::{at_request, consents, me, people, welcome_pair};
use membership::rules::consent::Use;
use membership::rules::names::shorter;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tera::context;

/// A use, as a box to tick.
#[derive(Debug, Serialize)]
pub(super) struct Question {
    /// Its name in the form.
    name: &'static str,
    /// The key of its words: `yes-<key>`.
    key: String,
    yes: bool,
    since: Option<Time>,
}

/// Every use with what she answers now.
pub(super) async fn questions(scope: &Scope<'_>, whom: MemberId) -> Result<Vec<Question>, Broken> {
    let question = |said: consents::Said| Question {
        name: said.to.name(),
        key: said.to.name().replace('_', "-"),
        yes: said.yes,
        since: said.since,
    };
    Ok(consents::all(scope, whom).await?.into_iter().map(question).collect())
}

/// The uses that were ticked. A name that is none is no yes.
pub(super) fn read(ticked: &[String]) -> BTreeSet<Use> {
    ticked.iter().filter_map(|name| Use::named(name)).collect()
}

/// What somebody did for her.
#[derive(Debug, Serialize)]
struct DoneForHer {
    by: String,
    act: String,
    at: Time,
}

/// Her yes to each use.
pub(super) async fn yes(Oneself(member): Oneself) -> PageResult {
    let scope = member.read();
    let asked = questions(&scope, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let done = at_request::done_for(&scope, member.id).await?.into_iter();
    drop(scope);
    let done: Vec<_> = done.map(|one| DoneForHer { by: who.name(one.by), act: one.act, at: one.at }).collect();
    let context = context! { questions => &asked, done => &done };
    member.into_page().at(Tab::Me).render("membership/me-yes.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ticked {
    yes: Vec<String>,
}

pub(super) async fn say_yes(may: May<ChangeOwnAccess, Ticked>) -> PageResult {
    let say = async |tx: &Tx<'_>, permit| {
        consent::say(tx, permit, &read(&may.form.yes)).await?;
        Ok(may.at("/me/yes"))
    };
    let to = may.act(say).await?;
    Ok(may.page.go_saying(&to, "done-yes"))
}

/// What she is called.
pub(super) async fn name(Oneself(member): Oneself) -> PageResult {
    show_name(member).await
}

async fn show_name(member: Member) -> PageResult {
    let name = me::me(&member.read(), member.id).await?.name;
    let context = context! { name => &name, forms => &shorter(&name) };
    member.into_page().at(Tab::Me).render("membership/me-name.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Called {
    name: String,
}

pub(super) async fn call_me(may: May<ChangeOwnAccess, Called>) -> PageResult {
    let call = async |tx: &Tx<'_>, permit| {
        call_me::call_me(tx, permit, &may.form.name).await?;
        Ok(may.at("/me"))
    };
    match may.act(call).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-name")),
        Err(no) => show_name(may.again(no)?).await,
    }
}

#[derive(Debug, Serialize)]
struct Offered {
    id: MemberId,
    name: String,
    chosen: bool,
}

/// The other of a pair.
#[derive(Debug, Serialize)]
struct With {
    id: MemberId,
    name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Other {
    with: String,
}

/// Who welcomes her, and who could.
pub(super) async fn welcomers(member: Member) -> PageResult {
    show_welcomers(member).await
}

async fn show_welcomers(member: Member) -> PageResult {
    let scope = member.read();
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let pairs = welcome_pair::of(&scope, member.id).await?;
    let (mine, welcoming): (Vec<&welcome_pair::Pair>, Vec<_>) =
        pairs.iter().partition(|pair| pair.newcomer == member.id);
    let offered = welcome_pair::offered_to(&scope, member.id).await?.into_iter();
    let shown = |id| Offered { id, name: who.name(id), chosen: mine.iter().any(|pair| pair.welcomer == id) };
    let offered: Vec<Offered> = offered.map(shown).collect();
    let until = mine.first().map(|pair| pair.until);
    let with = |pair: &welcome_pair::Pair| {
        let id = pair.other_than(member.id);
        With { id, name: who.name(id) }
    };
    let now: Vec<With> = mine.into_iter().map(with).collect();
    let welcomed: Vec<With> = welcoming.into_iter().map(with).collect();
    drop(scope);
    let context = context! { offered => &offered, until => &until, now => &now, welcomed => &welcomed };
    member.into_page().at(Tab::Me).render("membership/me-welcome.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    welcomer: Vec<String>,
}

/// Takes whom she chose.
pub(super) async fn choose(may: May<ChangeOwnAccess, Chosen>) -> PageResult {
    match try_choose(&may).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-pair")),
        Err(no) => show_welcomers(may.again(no)?).await,
    }
}

async fn try_choose(may: &May<ChangeOwnAccess, Chosen>) -> Result<String, PageError> {
    let chosen: BTreeSet<MemberId> = may.form.welcomer.iter().filter_map(|id| id.parse().ok()).collect();
    let choose = async |tx: &Tx<'_>, permit| {
        pair::choose(tx, permit, &chosen).await?;
        Ok(may.at("/me/welcome"))
    };
    Ok(may.act(choose).await?)
}

/// Ends one pair, from either side.
pub(super) async fn leave(may: May<ChangeOwnAccess, Other>) -> PageResult {
    let leave = async |tx: &Tx<'_>, permit| {
        // Who is nobody here welcomes nobody.
        if let Ok(other) = may.form.with.parse() {
            pair::leave(tx, permit, other).await?;
        }
        Ok(may.at("/me/welcome"))
    };
    let to = may.act(leave).await?;
    Ok(may.page.go_saying(&to, "done-pair-ended"))
}

/// Ends it.
pub(super) async fn end(may: May<ChangeOwnAccess, Nothing>) -> PageResult {
    let end = async |tx: &Tx<'_>, permit| {
        pair::end(tx, permit).await?;
        Ok(may.at("/me/welcome"))
    };
    let to = may.act(end).await?;
    Ok(may.page.go_saying(&to, "done-pair-ended"))
}
