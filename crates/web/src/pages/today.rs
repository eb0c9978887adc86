//! The home of a member: what waits for her, what is going on. At most five things to do (ruling 29).

use super::decisions::{address, row, say};
use super::visit::Member;
use crate::kit::{PageError, PageResult, Tab};
use chrono::{Days, NaiveDate};
use commons::clock::local_day;
use commons::refusal::Message;
use decisions::queries::list::Line;
use decisions::queries::today::{self, Today};
use membership::queries::me;
use serde::Serialize;
use tera::context;

/// Most things to do on the page; the others stay one tab away.
const MOST: usize = 5;
/// Most lines about what is going on.
const GOING_ON: usize = 5;
/// The end of a trial is near from so many days before.
const NEAR: Days = Days::new(30);

/// Something to do, or something going on.
#[derive(Serialize)]
struct Item {
    /// `vote`, `talk`, `second` or `trial`.
    kind: &'static str,
    icon: &'static str,
    title: String,
    when: Option<String>,
    href: String,
}

pub(super) async fn today(member: Member) -> PageResult {
    let scope = member.read();
    let found = today::today(&scope, member.id).await?;
    let me = me::me(&scope, member.id).await?;
    let now = scope.now();
    drop(scope);
    let mut todos = todos(&member, &found)?;
    let more = todos.len().saturating_sub(MOST);
    todos.truncate(MOST);
    let trial_until = member.charter.trial_until();
    let going_on = going_on(&member, &found)?;
    let decided = found.decided.into_iter().map(|line| row(&member, line, true)).collect::<Result<Vec<_>, _>>()?;
    let context = context! {
        now => &now, name => &me.name, todos => &todos, more => &more, going_on => &going_on, decided => &decided,
        votes_from => &me.votes_from, may_vote => &(me.votes_from <= now), trial_until => &trial_until,
        trial => &trial_until.map(|day| trial(day, local_day(member.charter.zone(), now))),
    };
    member.into_page().at(Tab::Today).render("today.html", context)
}

/// How far the end of the trial is: `far`, `near` or `over`.
fn trial(until: NaiveDate, today: NaiveDate) -> &'static str {
    if until < today {
        "over"
    } else if until.checked_sub_days(NEAR).is_none_or(|near| near <= today) {
        "near"
    } else {
        "far"
    }
}

/// What waits for her: votes first, those that end first coming first.
fn todos(member: &Member, found: &Today) -> Result<Vec<Item>, PageError> {
    let votes = found.to_vote.iter().map(|line| item(member, line, "vote", "ballot", "next-ends"));
    let seconds = found.to_second.iter().map(|line| item(member, line, "second", "hands", "next-seconds"));
    votes.chain(seconds).collect()
}

/// What is going on in the group, the first to end coming first.
fn going_on(member: &Member, found: &Today) -> Result<Vec<Item>, PageError> {
    let votes = found.to_vote.iter().chain(&found.other_votes).map(|line| ("vote", "ballot", line));
    let talks = found.discussions.iter().map(|line| ("talk", "chat", line));
    let seconds = found.to_second.iter().chain(&found.other_waiting).map(|line| ("second", "hands", line));
    let mut lines: Vec<_> = votes.chain(talks).chain(seconds).collect();
    lines.sort_by_key(|(_, _, line)| line.due_at);
    lines.truncate(GOING_ON);
    lines.into_iter().map(|(kind, icon, line)| item(member, line, kind, icon, "next-plain")).collect()
}

fn item(
    member: &Member,
    line: &Line,
    kind: &'static str,
    icon: &'static str,
    when: &'static str,
) -> Result<Item, PageError> {
    let when = line.due_at.map(|at| say(&member.page, &Message::new(when).with("at", at))).transpose()?;
    Ok(Item { kind, icon, title: line.title.clone(), when, href: member.at(&address(line)) })
}
