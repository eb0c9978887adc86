//! The group: where its pages are, and who is in it.

use crate::kit::{PageResult, Tab};
use crate::pages::visit::Member;
use commons::ids::MemberId;
use membership::joint;
use membership::powers::{self, KeepLegalRegister, WriteWelcomePage};
use membership::queries::{applications, consents, mandates, people, privacy_contact};
use membership::rules::consent::Use;
use membership::rules::legal::keeps_members_register;
use serde::Serialize;
use std::collections::HashMap;
use tera::context;

/// What is to be found about the group.
pub(super) async fn group(member: Member) -> PageResult {
    let scope = member.read();
    let people = people::everyone(&scope).await?.len();
    let running = mandates::running(&scope).await?.len();
    let waiting = joint::all_waiting(&scope).await?.len();
    let asking = applications::waiting(&scope).await?.len();
    let may_write = powers::has::<WriteWelcomePage>(&scope, member.id).await?;
    let may_read_legal = powers::has::<KeepLegalRegister>(&scope, member.id).await?;
    let contact = privacy_contact::contact(&scope).await?;
    drop(scope);
    let name = member.charter.name().to_owned();
    let context = context! {
        name => &name, people => &people, mandates => &running, may_write => &may_write, waiting => &waiting,
        contact => &contact, asking => &asking,
        may_read_legal => &(may_read_legal && keeps_members_register(member.charter.text("legal_frame"))),
    };
    member.into_page().at(Tab::Group).render("membership/group.html", context)
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    name: String,
    mandates: Vec<String>,
}

/// Who is in the group, by name. Nothing here tells who comes and who does not.
pub(super) async fn members(member: Member) -> PageResult {
    let scope = member.read();
    let mut held: HashMap<MemberId, Vec<String>> = HashMap::new();
    for mandate in mandates::running(&scope).await? {
        held.entry(mandate.holder).or_default().push(mandate.title);
    }
    let everyone = people::everyone(&scope).await?.into_iter();
    let line = |person: people::Person| Line {
        id: person.id.to_string(),
        mandates: held.remove(&person.id).unwrap_or_default(),
        name: person.name,
    };
    let lines: Vec<Line> = everyone.map(line).collect();
    let allies = people::allies(&scope).await?;
    drop(scope);
    let context = context! { members => &lines, count => &lines.len(), allies => &allies };
    member.into_page().at(Tab::Group).render("membership/members.html", context)
}

/// The list to print: only the names of those who said yes to it.
pub(super) async fn printed_list(member: Member) -> PageResult {
    let scope = member.read();
    let yes = consents::who_said(&scope, Use::PrintedList).await?;
    let everyone = people::everyone(&scope).await?.into_iter().filter(|person| yes.contains(&person.id));
    let names: Vec<String> = everyone.map(|person| person.name).collect();
    let now = scope.now();
    drop(scope);
    let context = context! { names => &names, now => &now };
    member.into_page().at(Tab::Group).render("membership/printed-list.html", context)
}
