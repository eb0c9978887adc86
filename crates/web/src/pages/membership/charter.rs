//! The charter: what each rule says and which decision made it so, what it said on a day, and how one rule changed.

use super::rule_fields::{bounds_of, help_of, label_of, said};
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::visit::{Member, Sent};
use actix_web::web::{Path, Query};
use chrono::{NaiveDate, NaiveTime};
use commons::clock::{Time, at_wall_clock, local_day};
use commons::db::Scope;
use commons::refusal::{Message, No};
use commons::register;
use decisions::ProposalId;
use decisions::queries::proposal::number_of;
use decisions::rules::text::{Run, difference};
use membership::queries::charter::{self, InForce, in_force};
use membership::queries::people;
use membership::queries::readings::{self, Reading};
use membership::rules::charter::{Chapter, rule_named};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tera::context;

#[derive(Debug, Serialize)]
struct ChapterShown {
    name: &'static str,
    title: Message,
    rules: Vec<RuleShown>,
}

#[derive(Debug, Serialize)]
struct RuleShown {
    name: &'static str,
    label: Message,
    help: Message,
    bounds: Option<Message>,
    value: String,
    /// Whether a change of it is adopted twice.
    twice: bool,
    /// What a first reading said of it, and when.
    read: Option<(String, Time)>,
    since: Option<Time>,
    /// The decision that made it so; none for what the founders signed.
    decision: Option<i32>,
}

/// A rule and what it says now, for somebody who is about to come in.
#[derive(Debug, Serialize)]
pub(super) struct RuleInWords {
    label: Message,
    value: String,
}

/// Every rule in words, in the order of the charter.
pub(super) async fn in_words(page: &Page, scope: &Scope<'_>) -> Result<Vec<RuleInWords>, PageError> {
    let rules = in_force(scope).await?.into_iter();
    let rule = |rule: InForce| {
        let value = said(page.words()?, page.place(), rule.rule, &rule.value)?;
        Ok(RuleInWords { label: label_of(rule.rule.name), value })
    };
    rules.map(rule).collect()
}

/// Every rule, chapter by chapter.
pub(super) async fn charter(member: Member) -> PageResult {
    let scope = member.read();
    let rules = in_force(&scope).await?;
    let sources = sources(&scope, &rules).await?;
    let others = people::how_many(&scope).await?.saturating_sub(1);
    let readings = readings::all(&scope).await?;
    drop(scope);
    let mut chapters = Vec::new();
    for chapter in Chapter::ALL {
        let rules = rules.iter().filter(|rule| rule.rule.chapter == chapter);
        let rules =
            rules.map(|rule| shown(&member, &sources, &readings, others, rule)).collect::<Result<_, PageError>>()?;
        let title = Message::keyed(format!("charter-chapter-{}", chapter.name()));
        chapters.push(ChapterShown { name: chapter.name(), title, rules });
    }
    let founded_at = member.group.founded_at;
    let context = context! { chapters => &chapters, founded_at => &founded_at };
    member.into_page().at(Tab::Group).render("membership/charter.html", context)
}

fn shown(
    member: &Member,
    sources: &HashMap<i64, i32>,
    readings: &[Reading],
    others: u64,
    rule: &InForce,
) -> Result<RuleShown, PageError> {
    let page = &member.page;
    let mut value = said(page.words()?, page.place(), rule.rule, &rule.value)?;
    // What counts is never more than there are others.
    if rule.rule.name == "seconders" && u64::from(member.charter.seconders()) > others {
        let now = Message::new("charter-seconders-now").with("value", value);
        value = page.words()?.say(&now.with("count", i64::try_from(others).unwrap_or(i64::MAX)), page.place())?;
    }
    let read = readings.iter().find(|reading| reading.rule == rule.rule.name);
    let read =
        read.map(|read| Ok::<_, PageError>((said(page.words()?, page.place(), rule.rule, &read.value)?, read.read_at)));
    Ok(RuleShown {
        name: rule.rule.name,
        label: label_of(rule.rule.name),
        help: help_of(rule.rule.name),
        bounds: bounds_of(rule.rule),
        twice: member.charter.needs_two_readings(rule.rule),
        read: read.transpose()?,
        value,
        since: rule.since,
        decision: sources.get(&rule.since_seq).copied(),
    })
}

/// The decision that each register entry is about, by the entry's number.
async fn sources(scope: &Scope<'_>, rules: &[InForce]) -> Result<HashMap<i64, i32>, PageError> {
    let mut sources = HashMap::new();
    for rule in rules {
        if sources.contains_key(&rule.since_seq) {
            continue;
        }
        let about = register::entry(scope, rule.since_seq).await?.and_then(|entry| entry.about);
        let Some(id) = about.and_then(|about| about.parse::<ProposalId>().ok()) else { continue };
        if let Some(number) = number_of(scope, id).await? {
            sources.insert(rule.since_seq, number);
        }
    }
    Ok(sources)
}

/// Which day the reader wants to see.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Day {
    day: String,
}

/// The rules as they were at the end of a day.
pub(super) async fn at(member: Member, day: Query<Day>) -> PageResult {
    // Whatever stands in the address, there is a page: that of today.
    show_at(member, day.day.parse().ok()).await
}

async fn show_at(member: Member, day: Option<NaiveDate>) -> PageResult {
    let scope = member.read();
    let (zone, founded) = (member.charter.zone(), member.group.founded_at);
    let today = local_day(zone, scope.now());
    let day = day.unwrap_or(today).clamp(local_day(zone, founded), today);
    let end = at_wall_clock(zone, day.succ_opt().unwrap_or(day), NaiveTime::MIN);
    let rules = charter::at(&scope, end.min(scope.now()).max(founded)).await?;
    let sources = sources(&scope, &rules).await?;
    drop(scope);
    let mut chapters = Vec::new();
    for chapter in Chapter::ALL {
        let rules = rules.iter().filter(|rule| rule.rule.chapter == chapter);
        let rules =
            rules.map(|rule| shown(&member, &sources, &[], u64::MAX, rule)).collect::<Result<_, PageError>>()?;
        let title = Message::keyed(format!("charter-chapter-{}", chapter.name()));
        chapters.push(ChapterShown { name: chapter.name(), title, rules });
    }
    let context = context! { chapters => &chapters, day => &day, founded_at => &founded };
    member.into_page().at(Tab::Group).render("membership/charter-at.html", context)
}

/// Leads to the rules of the day that was typed.
pub(super) async fn choose_day(sent: Sent<Day>) -> PageResult {
    match sent.form.typed.date("day") {
        Ok(day) => Ok(sent.page.go(&sent.at(&format!("/group/charter/at?day={day}")))),
        Err(problem) => show_at(sent.again(No::Invalid(vec![problem]))?, None).await,
    }
}

/// What a rule said for a time.
#[derive(Debug, Serialize)]
struct Said {
    words: Vec<Run>,
    since: Option<Time>,
    until: Option<Time>,
    decision: Option<i32>,
}

/// How one rule changed, the latest first, each in words against the one before.
pub(super) async fn history(member: Member, path: Path<(String, String)>) -> PageResult {
    let rule = rule_named(&path.1).ok_or_else(PageError::not_found)?;
    let scope = member.read();
    let history = charter::history(&scope, rule).await?;
    let rules: Vec<InForce> = history.iter().map(|(rule, _)| rule.clone()).collect();
    let sources = sources(&scope, &rules).await?;
    drop(scope);
    let (words, place) = (member.page.words()?, member.page.place());
    let texts = rules.iter().map(|was| said(words, place, rule, &was.value)).collect::<Result<Vec<_>, _>>()?;
    let mut told = Vec::with_capacity(history.len());
    for (number, (was, until)) in history.iter().enumerate() {
        let Some(text) = texts.get(number) else { continue };
        // The first is shown against itself: nothing had changed.
        let before = texts.get(number + 1).unwrap_or(text);
        told.push(Said {
            words: difference(before, text),
            since: was.since,
            until: *until,
            decision: sources.get(&was.since_seq).copied(),
        });
    }
    let context = context! {
        label => &label_of(rule.name), help => &help_of(rule.name), bounds => &bounds_of(rule),
        twice => &member.charter.needs_two_readings(rule), name => &rule.name, history => &told,
        start => &said(words, place, rule, rule.start)?, founded_at => &member.group.founded_at,
    };
    member.into_page().at(Tab::Group).render("membership/charter-rule.html", context)
}
