//! What whoever is visited wants: who may come, how much, when, and whom she named to act for her.

use super::hours::{self, HoursShown, Typed as HoursTyped};
use super::plan::{changes, of};
use super::{Choice, others};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use ::mutual_aid::VisitPlanId;
use ::mutual_aid::commands::visits::plans::{Answer, Change, NewWishes};
use ::mutual_aid::powers::AskVisits;
use ::mutual_aid::rules::visits::plan::{Caps, Faces};
use actix_web::web::Path;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No, Problem};
use serde::Deserialize;
use std::collections::BTreeSet;
use tera::context;

const FACES: [(Faces, &str); 3] = [(Faces::Any, "any"), (Faces::Same, "same"), (Faces::New, "new")];

pub(super) async fn show(member: Member, at: Path<(String, VisitPlanId)>) -> PageResult {
    page(member, at.1).await
}

async fn page(member: Member, id: VisitPlanId) -> PageResult {
    let (plan, who) = of(&member, id).await?;
    let base = member.at(&format!("/visit/plans/{id}"));
    let people = others(&member, &BTreeSet::from([plan.person])).await?;
    let list = |ids: &BTreeSet<MemberId>| -> Vec<Choice> {
        let mut list: Vec<Choice> = ids.iter().map(|one| Choice::new(one.to_string(), who.name(*one))).collect();
        list.sort_by_key(|one| one.label.to_lowercase());
        list
    };
    let faces = FACES.iter().find(|(faces, _)| *faces == plan.faces).map_or("any", |(_, word)| *word);
    let context = context! {
        base => &base, name => &who.name(plan.person), is_hers => &plan.is_hers, people => &people,
        named => &list(&plan.named), refused => &list(&plan.refused), asks_others => &plan.asks_others,
        a_day => &plan.caps.a_day, a_week => &plan.caps.a_week, at_once => &plan.caps.at_once,
        minutes => &plan.caps.minutes, hours => &HoursShown::of(&plan.hours), faces => &faces,
        call_instead => &plan.call_instead, holder => &plan.holder.map(|holder| who.name(holder.who)),
        holder_until => &plan.holder.map(|holder| holder.until),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/wishes.html", context)
}

/// Her wishes, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wishes {
    days: Vec<String>,
    from1: String,
    until1: String,
    from2: String,
    until2: String,
    a_day: String,
    a_week: String,
    at_once: String,
    minutes: String,
    faces: String,
    call_instead: bool,
    asks_others: bool,
    channel: String,
}

impl Wishes {
    fn read(&self) -> Result<NewWishes, No> {
        let mut problems = Vec::new();
        let typed = HoursTyped { days: &self.days, pairs: [(&self.from1, &self.until1), (&self.from2, &self.until2)] };
        let windows = hours::read(&typed, &mut problems);
        let mut number = |field: &'static str, text: &str| -> u32 {
            text.trim().parse().unwrap_or_else(|_| {
                problems.push(Problem::new(field, Message::new("own-limits-number-unreadable")));
                0
            })
        };
        let caps = Caps {
            a_day: number("a_day", &self.a_day),
            a_week: number("a_week", &self.a_week),
            at_once: u16::try_from(number("at_once", &self.at_once)).unwrap_or(u16::MAX),
            minutes: number("minutes", &self.minutes),
        };
        if !problems.is_empty() {
            return Err(No::Invalid(problems));
        }
        let faces = FACES.iter().find(|(_, word)| *word == self.faces).map_or(Faces::Any, |(faces, _)| *faces);
        Ok(NewWishes { caps, windows, faces, call_instead: self.call_instead, asks_others: self.asks_others })
    }
}

pub(super) async fn said(may: May<AskVisits, Wishes>, at: Path<(String, VisitPlanId)>) -> PageResult {
    let id = at.1;
    let done = may.act(async |tx: &Tx<'_>, permit| {
        changes(tx, permit, id, &may.form.channel, Change::Wishes(may.form.read()?)).await?;
        Ok(may.at(&format!("/visit/plans/{id}/wishes")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-visits-wishes")),
        Err(no) => page(may.again(no)?, id).await,
    }
}

/// What somebody is to her: `yes`, `no`, or neither.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Person {
    who: String,
    answer: String,
    channel: String,
}

pub(super) async fn person(may: May<AskVisits, Person>, at: Path<(String, VisitPlanId)>) -> PageResult {
    let id = at.1;
    let answer = match may.form.answer.as_str() {
        "yes" => Some(Answer::Yes),
        "no" => Some(Answer::No),
        "neither" => Some(Answer::Neither),
        _ => None,
    };
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let who = may.form.who.parse().map_err(|_| No::field("who", Message::new("visits-choose-somebody")))?;
        let answer = answer.ok_or_else(|| No::field("answer", Message::new("visits-choose-answer")))?;
        changes(tx, permit, id, &may.form.channel, Change::Person(who, answer)).await?;
        Ok(may.at(&format!("/visit/plans/{id}/wishes")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-visits-person")),
        Err(no) => page(may.again(no)?, id).await,
    }
}

/// Whom she names to act for her; nobody takes it back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Holder {
    holder: String,
    holder_until: String,
    channel: String,
}

pub(super) async fn holder(may: May<AskVisits, Holder>, at: Path<(String, VisitPlanId)>) -> PageResult {
    let id = at.1;
    let names = !may.form.holder.is_empty();
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let holder = if names {
            let who = may.form.holder.parse();
            let who = who.map_err(|_| No::field("holder", Message::new("visits-choose-somebody")))?;
            let until = may.form.holder_until.trim().parse();
            let until = until.map_err(|_| No::field("holder_until", Message::new("form-write-date")))?;
            Some((who, until))
        } else {
            None
        };
        if names {
            changes(tx, permit, id, &may.form.channel, Change::Holder(holder)).await?;
        } else {
            ::mutual_aid::commands::visits::plans::change(tx, permit, id, None, Change::Holder(None)).await?;
        }
        Ok(may.at("/visit"))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, if names { "done-visits-holder" } else { "done-visits-no-holder" })),
        Err(no) => page(may.again(no)?, id).await,
    }
}
