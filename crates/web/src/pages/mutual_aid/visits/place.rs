//! Where somebody is visited, and the card of a ward: what it allows, who said so, and when.

use super::hours::{self, HoursShown, Typed as HoursTyped};
use super::plan::{changes, of};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use ::mutual_aid::VisitPlanId;
use ::mutual_aid::commands::visits::plans::{Change, NewPlace};
use ::mutual_aid::powers::AskVisits;
use ::mutual_aid::rules::visits::ward::{Source, Ward};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use serde::{Deserialize, Serialize};
use tera::context;

const SOURCES: [(Source, &str); 3] = [(Source::Phone, "phone"), (Source::There, "there"), (Source::Paper, "paper")];

/// The card, as a form shows it.
#[derive(Debug, Serialize)]
struct CardForm {
    hours: HoursShown,
    at_once: u16,
    kept_for_others: u16,
    call_first: bool,
    register: bool,
    arrive_before: Option<u16>,
    phone: String,
    least_age: Option<u16>,
    papers: bool,
    not_to_bring: String,
    source: &'static str,
    on: NaiveDate,
}

/// Of a ward of which nothing is known, the usual is not written down for somebody: hours are empty.
fn card(ward: Option<&Ward>, today: NaiveDate) -> CardForm {
    let known = ward.filter(|ward| ward.hours.on > NaiveDate::default());
    CardForm {
        hours: HoursShown::of_windows(known.map_or(&[], |ward| &ward.hours.what)),
        at_once: known.map_or(2, |ward| ward.at_once.what),
        kept_for_others: known.map_or(0, |ward| ward.kept_for_others),
        call_first: known.is_none_or(Ward::says_yes_each_day),
        register: known.and_then(|ward| ward.register.as_ref()).is_some_and(|fact| fact.what),
        arrive_before: known.and_then(|ward| ward.arrive_before.as_ref()).map(|fact| fact.what),
        phone: known.and_then(|ward| ward.phone.as_ref()).map(|fact| fact.what.clone()).unwrap_or_default(),
        least_age: known.and_then(|ward| ward.least_age.as_ref()).map(|fact| fact.what),
        papers: known.and_then(|ward| ward.papers.as_ref()).is_some_and(|fact| fact.what),
        not_to_bring: known
            .map(|ward| ward.not_to_bring.iter().map(|fact| fact.what.as_str()).collect::<Vec<_>>().join("\n"))
            .unwrap_or_default(),
        source: SOURCES
            .iter()
            .find(|(source, _)| known.is_some_and(|ward| ward.hours.from == *source))
            .map_or("phone", |(_, word)| *word),
        on: known.map_or(today, |ward| ward.hours.on),
    }
}

pub(super) async fn show(member: Member, at: Path<(String, VisitPlanId)>) -> PageResult {
    page(member, at.1).await
}

async fn page(member: Member, id: VisitPlanId) -> PageResult {
    let (plan, who) = of(&member, id).await?;
    let today = local_day(member.charter.zone(), member.read().now());
    let base = member.at(&format!("/visit/plans/{id}"));
    let (words, kind, ward) =
        plan.place.map_or((String::new(), "elsewhere", None), |place| (place.words, place.kind, place.ward));
    let context = context! {
        base => &base, name => &who.name(plan.person), is_hers => &plan.is_hers, words => &words, kind => &kind,
        card => &card(ward.as_ref(), today),
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/place.html", context)
}

/// A place, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Place {
    words: String,
    kind: String,
    days: Vec<String>,
    from1: String,
    until1: String,
    from2: String,
    until2: String,
    at_once: String,
    kept_for_others: String,
    call_first: bool,
    register: bool,
    arrive_before: String,
    phone: String,
    least_age: String,
    papers: bool,
    not_to_bring: String,
    source: String,
    on: String,
    channel: String,
}

impl Place {
    fn read(&self) -> Result<NewPlace, No> {
        let mut problems = Vec::new();
        let is_ward = self.kind == "ward";
        let typed = HoursTyped { days: &self.days, pairs: [(&self.from1, &self.until1), (&self.from2, &self.until2)] };
        let windows = hours::read(&typed, &mut problems);
        let mut number = |field: &'static str, text: &str, usual: Option<u16>| -> Option<u16> {
            match (text.trim(), usual) {
                ("", usual) => usual,
                (text, _) => text.parse().ok().or_else(|| {
                    problems.push(Problem::new(field, Message::new("own-limits-number-unreadable")));
                    None
                }),
            }
        };
        let at_once = number("at_once", &self.at_once, Some(0)).unwrap_or(0);
        let kept_for_others = number("kept_for_others", &self.kept_for_others, Some(0)).unwrap_or(0);
        let arrive_before = number("arrive_before", &self.arrive_before, None);
        let least_age = number("least_age", &self.least_age, None);
        let on: Option<NaiveDate> = self.on.trim().parse().ok();
        if is_ward && on.is_none() {
            problems.push(Problem::new("on", Message::new("form-write-date")));
        }
        if is_ward && !problems.is_empty() {
            return Err(No::Invalid(problems));
        }
        Ok(NewPlace {
            words: self.words.clone(),
            kind: self.kind.clone(),
            windows,
            at_once,
            kept_for_others,
            call_first: self.call_first,
            register: self.register,
            arrive_before,
            phone: self.phone.clone(),
            least_age,
            papers: self.papers,
            not_to_bring: self.not_to_bring.lines().map(str::to_owned).collect(),
            from: SOURCES.iter().find(|(_, word)| *word == self.source).map_or(Source::Phone, |(source, _)| *source),
            on: on.unwrap_or_default(),
        })
    }
}

pub(super) async fn said(may: May<AskVisits, Place>, at: Path<(String, VisitPlanId)>) -> PageResult {
    let id = at.1;
    let done = may.act(async |tx: &Tx<'_>, permit| {
        changes(tx, permit, id, &may.form.channel, Change::Place(may.form.read()?)).await?;
        Ok(may.at(&format!("/visit/plans/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-visits-place")),
        Err(no) => page(may.again(no)?, id).await,
    }
}
