//! The tree: how many there are, one's own lines, drawing it anew or by hand, and printing it together.

use super::members_only;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::{Who, list_of};
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use membership::JointId;
use membership::joint::{self, Signed};
use membership::powers::{Permit, SignTogether};
use membership::queries::{me, people};
use mutual_aid::commands::calls::tree::{draw, draw_by_hand, fault_key, may_draw};
use mutual_aid::commands::calls::{member as member_of, person};
use mutual_aid::powers::DrawTree;
use mutual_aid::queries::calls::tree::{Seen, seen, whole};
use mutual_aid::rules::group::Person;
use mutual_aid::rules::tree::{Fault, Row, Why};
use mutual_aid::whole_tree::{PrintTree, WholeTree, opens};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tera::context;

/// Whom she calls, and whom that one calls.
#[derive(Serialize)]
struct CallLine {
    name: String,
    then: Option<String>,
}

pub(super) async fn show(member: Member) -> PageResult {
    show_tree(member).await
}

async fn show_tree(member: Member) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let seen = seen(&scope, member.id).await?;
    let may_draw = may_draw(&scope, member.id).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let calls = call_lines(&member, &seen, &who)?;
    let why = seen.why.map(|(is_second, why)| match (is_second, why) {
        (false, Why::NoRoom) => "tree-why-no-room",
        (false, Why::NobodyFits) => "tree-why-nobody-fits",
        (true, _) => "tree-why-one-voice",
    });
    let context = context! {
        people => &seen.people, callers => &seen.callers, starters => &seen.starters, depth => &seen.depth,
        unplaced => &seen.unplaced, one_voice => &seen.one_voice, by_hand => &seen.by_hand, version => &seen.version,
        is_mine => &seen.is_mine, caller => &seen.caller.map(|caller| who.name(caller)), calls => &calls,
        second => &list_of(&member.page, &who.all(&seen.second))?, why => &why, may_draw => &may_draw,
        has_passphrase => &has_passphrase, base => &member.at("/call/tree"), back => &member.at("/call"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/tree.html", context)
}

fn call_lines(member: &Member, seen: &Seen, who: &Who) -> Result<Vec<CallLine>, PageError> {
    let line = |(called, theirs): &(MemberId, Vec<MemberId>)| {
        let then = if theirs.is_empty() { None } else { Some(list_of(&member.page, &who.all(theirs))?) };
        Ok(CallLine { name: who.name(*called), then })
    };
    seen.calls.iter().map(line).collect()
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Shape {
    starters: String,
}

pub(super) async fn drawn(may: May<DrawTree, Shape>) -> PageResult {
    let to = may.at("/call/tree");
    // A number that is none is refused by the command.
    let starters = may.form.starters.trim().parse().unwrap_or_default();
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<DrawTree>| {
        draw(tx, permit, starters).await?;
        Ok(to)
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-tree-drawn")),
        Err(no) => show_tree(may.again(no)?).await,
    }
}

/// A tree drawn by hand: who is called first, then a line for each caller.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ByHand {
    first: String,
    lines: String,
    /// Who starts as a rule; nobody when it is empty.
    root: String,
}

/// The names of members, as they are typed.
async fn by_name(scope: &Scope<'_>) -> Result<HashMap<String, MemberId>, No> {
    let everyone = people::everyone(scope).await?;
    Ok(everyone.into_iter().map(|person| (person.name.to_lowercase(), person.id)).collect())
}

impl ByHand {
    /// Who starts as a rule, when somebody does: she calls those who are called first.
    fn root(&self, names: &HashMap<String, MemberId>) -> Result<Option<Person>, No> {
        let typed = self.root.trim();
        let known = names.get(&typed.to_lowercase()).copied().map(person);
        match (typed.is_empty(), known) {
            (true, _) => Ok(None),
            (false, Some(person)) => Ok(Some(person)),
            (false, None) => Err(No::field("root", Message::new("tree-name-unknown").with("name", typed))),
        }
    }

    fn rows(&self, names: &HashMap<String, MemberId>) -> Result<Vec<Row>, No> {
        let named = |field: &'static str, typed: &str| {
            let unknown = || {
                let message = Message::new("tree-name-unknown").with("name", typed.trim());
                No::Invalid(vec![Problem::new(field, message)])
            };
            names.get(&typed.trim().to_lowercase()).copied().map(person).ok_or_else(unknown)
        };
        let all = |field: &'static str, typed: &str| {
            let parts = typed.split([',', '\n']).filter(|part| !part.trim().is_empty());
            parts.map(|part| named(field, part)).collect::<Result<Vec<Person>, No>>()
        };
        let row = |person, caller| Row { person, caller, second: None };
        let mut rows: Vec<Row> = all("first", &self.first)?.into_iter().map(|one| row(one, None)).collect();
        for line in self.lines.lines().filter(|line| !line.trim().is_empty()) {
            let (caller, called) =
                line.split_once(':').ok_or_else(|| No::field("lines", Message::new("tree-line-how")))?;
            let caller = named("lines", caller)?;
            rows.extend(all("lines", called)?.into_iter().map(|one| row(one, Some(caller))));
        }
        Ok(rows)
    }
}

/// Whom a line that does not hold is about.
fn about(fault: &Fault) -> Person {
    match *fault {
        Fault::Twice(person)
        | Fault::NeverReached(person)
        | Fault::NotOfTheTree(person)
        | Fault::NotDrawn(person)
        | Fault::TooMany { person, .. }
        | Fault::CallsOtherwise { person, .. }
        | Fault::SameBranch(person) => person,
    }
}

pub(super) async fn drawn_by_hand(may: May<DrawTree, ByHand>) -> PageResult {
    let to = may.at("/call/tree");
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<DrawTree>| {
        let rows = may.form.rows(&by_name(tx).await?)?;
        let root = may.form.root(&by_name(tx).await?)?;
        let Err(faults) = draw_by_hand(tx, permit, root, &rows).await? else { return Ok(to) };
        let names = people::names(tx).await?;
        let told = faults.iter().take(10).map(|fault| {
            let name = names.of(member_of(about(fault))).unwrap_or_default().to_owned();
            Problem::new("lines", Message::keyed(fault_key(fault).to_owned()).with("name", name))
        });
        Err(No::Invalid(told.collect()))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-tree-drawn")),
        Err(no) => show_tree(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    present: String,
}

/// Asks two others to sign the printing of the whole tree.
pub(super) async fn asked_to_print(may: May<SignTogether, Asking>) -> PageResult {
    match try_ask(&may).await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-signed-together")),
        Err(no) => show_tree(may.again(no)?).await,
    }
}

async fn try_ask(may: &May<SignTogether, Asking>) -> Result<String, PageError> {
    let confirmed = may.confirmed(&may.form.present).await?;
    let version = seen(&may.read(), may.id).await?.version;
    let details = serde_json::to_value(WholeTree { version }).map_err(PageError::broken)?;
    let ask = async |tx: &Tx<'_>, permit| {
        let (act, signed) =
            joint::ask_together(tx, permit, &may.site.joints, confirmed?, PrintTree::KIND, &details).await?;
        Ok(may.at(&match signed {
            Signed::Done => format!("/call/tree/print/{act}"),
            Signed::Waits => format!("/group/together/{act}"),
        }))
    };
    Ok(may.act(ask).await?)
}

/// Who calls, and whom.
#[derive(Serialize)]
struct WholeLine {
    caller: String,
    calls: String,
}

/// The whole tree on paper, for those who signed, for a day.
pub(super) async fn print(member: Member, at: Path<(String, JointId)>) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let act = joint::one(&scope, at.1).await?;
    if !opens(&act, member.id, scope.now()) {
        return Err(No::NotFound.into());
    }
    let (first, lines) = whole(&scope).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let now = scope.now();
    drop(scope);
    let shown = lines.iter().map(|line| {
        Ok(WholeLine { caller: who.name(line.caller), calls: list_of(&member.page, &who.all(&line.calls))? })
    });
    let shown = shown.collect::<Result<Vec<_>, PageError>>()?;
    let context = context! {
        first => &list_of(&member.page, &who.all(&first))?, lines => &shown, now => &now, back => &member.at("/call/tree"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/whole.html", context)
}
