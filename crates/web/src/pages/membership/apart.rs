//! Whom she keeps apart from. Hers alone: no other page, no mail and no entry says anything of it (`mutual-aid` X2).

use crate::kit::{PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::{May, Member};
use chrono::NaiveDate;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use commons::sealed;
use membership::commands::keep_apart::{keep_apart, take_back as take_back_word};
use membership::powers::KeepApart;
use membership::queries::apart::hers;
use membership::queries::people;
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Debug, Serialize)]
struct Line {
    id: MemberId,
    name: String,
    since: NaiveDate,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

pub(super) async fn apart(member: Member) -> PageResult {
    show(member).await
}

async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let kept = hers(&scope, member.id, &sealed::key_of(&scope, member.id).await?).await?;
    let people = people::with_a_place(&scope).await?;
    drop(scope);
    let since = |person: &people::Person| kept.iter().find(|kept| kept.other == person.id).map(|kept| kept.since);
    let lines: Vec<Line> = people
        .iter()
        .filter_map(|person| Some(Line { id: person.id, name: person.name.clone(), since: since(person)? }))
        .collect();
    let none = Choice { value: String::new(), label: say(&member.page, &Message::new("write-choose"))? };
    let others =
        people.iter().filter(|person| person.id != member.id && person.standing.reads() && since(person).is_none());
    let choices: Vec<Choice> = std::iter::once(none)
        .chain(others.map(|person| Choice { value: person.id.to_string(), label: person.name.clone() }))
        .collect();
    let context = context! { kept => &lines, people => &choices };
    member.into_page().at(Tab::Me).render("membership/me-apart.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Other {
    other: String,
}

fn somebody(typed: &str) -> Result<MemberId, No> {
    typed.parse().map_err(|_| No::field("other", Message::new("apart-choose-somebody")))
}

pub(super) async fn keep(may: May<KeepApart, Other>) -> PageResult {
    let kept = may
        .act(async |tx, permit| {
            keep_apart(tx, permit, somebody(&may.form.other)?).await?;
            Ok(may.at("/me/apart"))
        })
        .await;
    match kept {
        Ok(to) => Ok(may.page.go_saying(&to, "done-apart")),
        Err(no) => show(may.again(no)?).await,
    }
}

pub(super) async fn take_back(may: May<KeepApart, Other>) -> PageResult {
    let to = may
        .act(async |tx, permit| {
            take_back_word(tx, permit, somebody(&may.form.other)?).await?;
            Ok(may.at("/me/apart"))
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-apart-back"))
}
