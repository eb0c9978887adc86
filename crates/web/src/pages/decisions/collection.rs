//! The collection of decisions, to be printed: every text that was adopted, with its result (`decisions G4`).

use super::entries::{Told, told};
use super::register::HeadShown;
use super::words::Who;
use crate::kit::{PageResult, Tab};
use crate::pages::Member;
use ::decisions::queries::collection;
use ::membership::queries::people;
use commons::clock::Time;
use commons::register;
use serde::Serialize;
use tera::context;

/// A decision on paper.
#[derive(Serialize)]
struct DecisionShown {
    number: i32,
    title: String,
    at: Option<Time>,
    summary: String,
    body: String,
    ended_by: Option<i32>,
    replaced_by: Option<i32>,
    entries: Vec<Told>,
}

pub(super) async fn collection(member: Member) -> PageResult {
    let scope = member.read();
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let mut decisions = Vec::new();
    for one in collection::collection(&scope).await? {
        let entries = told(&scope, &member, &who, one.entries).await?;
        // Each of them is about the decision above it.
        let entries = entries.into_iter().map(|entry| Told { about: None, ..entry }).collect();
        decisions.push(DecisionShown {
            number: one.number,
            title: one.title,
            at: one.closed_at,
            summary: one.summary,
            body: one.body,
            ended_by: one.ended_by,
            replaced_by: one.replaced_by,
            entries,
        });
    }
    let head = HeadShown::from(register::head(&scope).await?);
    let now = scope.now();
    drop(scope);
    let context = context! { decisions => &decisions, head => &head, now => &now, base => &member.at("/register") };
    member.into_page().at(Tab::Decide).render("decisions/collection.html", context)
}
