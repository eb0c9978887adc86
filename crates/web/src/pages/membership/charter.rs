//! The charter: what each rule says, and which decision made it so.

use super::rule_fields::{help_of, label_of, said};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::Member;
use commons::clock::Time;
use commons::db::Scope;
use commons::refusal::Message;
use commons::register;
use decisions::ProposalId;
use decisions::queries::proposal::number_of;
use membership::queries::charter::{InForce, in_force};
use membership::queries::people;
use membership::rules::charter::Chapter;
use serde::Serialize;
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
    value: String,
    since: Option<Time>,
    /// The decision that made it so; none for what the founders signed.
    decision: Option<i32>,
}

/// Every rule, chapter by chapter.
pub(super) async fn charter(member: Member) -> PageResult {
    let scope = member.read();
    let rules = in_force(&scope).await?;
    let sources = sources(&scope, &rules).await?;
    let others = people::how_many(&scope).await?.saturating_sub(1);
    drop(scope);
    let mut chapters = Vec::new();
    for chapter in Chapter::ALL {
        let rules = rules.iter().filter(|rule| rule.rule.chapter == chapter);
        let rules = rules.map(|rule| shown(&member, &sources, others, rule)).collect::<Result<_, PageError>>()?;
        let title = Message::keyed(format!("charter-chapter-{}", chapter.name()));
        chapters.push(ChapterShown { name: chapter.name(), title, rules });
    }
    let founded_at = member.group.founded_at;
    let context = context! { chapters => &chapters, founded_at => &founded_at };
    member.into_page().at(Tab::Group).render("membership/charter.html", context)
}

fn shown(member: &Member, sources: &HashMap<i64, i32>, others: u64, rule: &InForce) -> Result<RuleShown, PageError> {
    let page = &member.page;
    let mut value = said(page.words()?, page.place(), rule.rule, &rule.value)?;
    // What counts is never more than there are others.
    if rule.rule.name == "seconders" && u64::from(member.charter.seconders()) > others {
        let now = Message::new("charter-seconders-now").with("value", value);
        value = page.words()?.say(&now.with("count", i64::try_from(others).unwrap_or(i64::MAX)), page.place())?;
    }
    Ok(RuleShown {
        name: rule.rule.name,
        label: label_of(rule.rule.name),
        help: help_of(rule.rule.name),
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
