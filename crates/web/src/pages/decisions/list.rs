//! Every proposal, in the order a member looks for them.

use super::words::say;
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::Member;
use ::decisions::ProposalId;
use ::decisions::queries::list::{self, Line};
use ::decisions::queries::today;
use ::decisions::rules::state::State;
use actix_web::web::Query;
use chrono_tz::Tz;
use commons::clock::local_day;
use commons::refusal::Message;
use serde::{Deserialize, Serialize};
use tera::context;

/// A proposal as a line.
#[derive(Serialize)]
pub(in crate::pages) struct Row {
    pub(in crate::pages) href: String,
    pub(in crate::pages) number: Option<i32>,
    pub(in crate::pages) title: String,
    /// What comes next, or what came of it.
    pub(in crate::pages) when: Option<String>,
    pub(in crate::pages) tag: Option<Tag>,
}

/// A state in a word, an icon and a colour.
#[derive(Clone, Debug, Serialize)]
pub(in crate::pages) struct Tag {
    kind: &'static str,
    icon: &'static str,
    text: String,
}

impl Tag {
    /// One that says `text`.
    pub(in crate::pages) fn new(kind: &'static str, icon: &'static str, text: String) -> Self {
        Self { kind, icon, text }
    }
}

/// The state of a proposal as a tag.
pub(in crate::pages) fn tag(page: &Page, state: State) -> Result<Tag, PageError> {
    let (kind, icon, message) = match state {
        State::Draft => ("plain", "pen", Message::new("state-draft")),
        State::Waiting => ("wait", "clock", Message::new("state-waiting")),
        State::Discussing => ("info", "chat", Message::new("state-discussing")),
        State::Frozen | State::Voting => ("wait", "ballot", Message::new("state-voting")),
        State::Adopted => ("yes", "clock", Message::new("state-adopted")),
        State::InForce => ("yes", "check", Message::new("state-in-force")),
        State::EffectFailed => ("wait", "warn", Message::new("state-effect-failed")),
        State::NotAdopted => ("plain", "dash", Message::new("state-not-adopted")),
        State::Consulted => ("plain", "chat", Message::new("state-consulted")),
        State::Withdrawn => ("plain", "back", Message::new("state-withdrawn")),
        State::Lapsed => ("plain", "clock", Message::new("state-lapsed")),
        State::Cancelled => ("plain", "x", Message::new("state-cancelled")),
    };
    Ok(Tag { kind, icon, text: say(page, &message)? })
}

/// The state of a line as a tag: of a decision that the group did not keep, that it is over.
fn tag_of(page: &Page, line: &Line) -> Result<Tag, PageError> {
    if !line.ended && line.among_options && matches!(line.state, State::InForce | State::NotAdopted) {
        // What was chosen is on its page: "adopted" would say that all of it was.
        let key = if line.state == State::InForce { "stamp-chosen" } else { "stamp-no-choice" };
        return Ok(Tag { text: say(page, &Message::new(key))?, ..tag(page, line.state)? });
    }
    if !line.ended {
        return tag(page, line.state);
    }
    Ok(Tag { kind: "plain", icon: "dash", text: say(page, &Message::new("state-ended"))? })
}

/// What the clock brings next to a proposal, or on which day it was over.
fn next(line: &Line, zone: Tz) -> Option<Message> {
    let due = |key: &'static str| Some(Message::new(key).with("at", line.due_at?));
    match line.state {
        State::Draft => None,
        State::Waiting => due("next-lapses"),
        State::Discussing => due("next-votes"),
        State::Voting if line.waits_for_paper => due("next-paper"),
        State::Frozen | State::Voting => due("next-closes"),
        State::Adopted => due("next-acts"),
        State::InForce | State::EffectFailed | State::NotAdopted | State::Consulted => {
            Some(Message::new("past-closed").with("day", local_day(zone, line.closed_at?)))
        }
        State::Withdrawn | State::Lapsed | State::Cancelled => {
            Some(Message::new("past-over").with("day", local_day(zone, line.closed_at?)))
        }
    }
}

/// The address of a proposal within its group.
pub(in crate::pages) fn address(line: &Line) -> String {
    match line.number {
        Some(number) => format!("/decide/{number}"),
        None => format!("/decide/drafts/{}", line.id),
    }
}

/// A proposal as a line, with or without a tag that says its state.
///
/// # Errors
/// Never, once the themes are loaded.
pub(in crate::pages) fn row(member: &Member, line: Line, tagged: bool) -> Result<Row, PageError> {
    let page = &member.page;
    let when = next(&line, member.charter.zone()).map(|message| say(page, &message)).transpose()?;
    let tag = if tagged { Some(tag_of(page, &line)?) } else { None };
    Ok(Row { href: member.at(&address(&line)), number: line.number, when, tag, title: line.title })
}

/// How many of the finished ones are shown at first.
const OVER: usize = 5;

/// Which of the finished ones are shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    /// `all`, or the latest few.
    over: Option<String>,
}

pub(super) async fn list(member: Member, which: Query<Which>) -> PageResult {
    let scope = member.read();
    let found = list::list(&scope, member.id).await?;
    let waits = today::today(&scope, member.id).await?.to_vote;
    drop(scope);
    let plain =
        |lines: Vec<Line>| lines.into_iter().map(|line| row(&member, line, false)).collect::<Result<Vec<_>, _>>();
    let votes = found.voting.into_iter().map(|line| vote(&member, line, &waits)).collect::<Result<Vec<_>, _>>()?;
    let few = if which.over.as_deref() == Some("all") { usize::MAX } else { OVER };
    let more = found.over.len() > few;
    let over = found.over.into_iter().take(few).map(|line| row(&member, line, true)).collect::<Result<Vec<_>, _>>()?;
    let context = context! {
        drafts => &plain(found.my_drafts)?, votes => &votes, discussions => &plain(found.discussing)?,
        waiting => &plain(found.waiting)?, adopted => &plain(found.adopted)?, over => &over, more => &more,
    };
    member.into_page().at(Tab::Decide).render("decisions/list.html", context)
}

/// An open vote, with whether her ballot is still awaited: nobody has to open each to know.
fn vote(member: &Member, line: Line, waits: &[Line]) -> Result<Row, PageError> {
    let waits = waits.iter().map(|line| line.id).collect::<Vec<ProposalId>>().contains(&line.id);
    let tag = if waits {
        Tag { kind: "wait", icon: "ballot", text: say(&member.page, &Message::new("vote-waits"))? }
    } else {
        Tag { kind: "plain", icon: "eye", text: say(&member.page, &Message::new("vote-nothing-to-do"))? }
    };
    Ok(Row { tag: Some(tag), ..row(member, line, false)? })
}
