//! Writing a proposal, alone or with others; changing it until its discussion ends; every version is kept.

use crate::ProposalId;
use crate::commands::amend::{refuse_taking_words_away, refuse_while_amendments_are_voted, wait_as_long_as};
use crate::commands::same_text::refuse_same;
use crate::commands::submit::refuse_alone;
use crate::commands::{authors, find_as_author, question_of, read_days, save, step, stored_days, stored_question};
use crate::entities::{proposal, proposal_author, proposal_version};
use crate::powers::Propose;
use crate::rules::by_charter;
use crate::rules::question::{self, Method, Question};
use crate::rules::rounds::fewest_days;
use crate::rules::schedule::discussion_after_revision;
use crate::rules::state::{Event, State};
use crate::rules::text::{BODY, SUMMARY, TITLE, length_problem, problems};
use commons::db::{Scope, Tx};
use commons::effects::{Class, Effects};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use membership::effects::FillSeat;
use membership::powers::Permit;
use membership::queries::{charter, people};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::Value;

/// What a proposal says and does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Title.
    pub title: String,
    /// Plain summary, at most 300 words.
    pub summary: String,
    /// The text itself; may be empty when the summary says it all.
    pub body: String,
    /// What it does when adopted; nothing when the group only takes a position.
    pub effect: Option<(String, Value)>,
    /// How it is put.
    pub question: Question,
    /// Days of discussion; fewer than the charter's are raised to it.
    pub discussion_days: u32,
    /// Days of voting; fewer than the charter's are raised to it.
    pub voting_days: u32,
}

/// Begins a draft that only its authors see (`decisions A1`).
///
/// # Errors
/// When it is too long.
pub async fn write_draft(
    tx: &Tx<'_>,
    permit: Permit<Propose>,
    effects: &Effects,
    text: Text,
) -> Result<ProposalId, No> {
    let class = check_draft(effects, &text)?;
    let id = ProposalId::new();
    let row = proposal::ActiveModel {
        id: Set(id),
        state: Set(State::Draft),
        drafted_at: Set(tx.now()),
        version: Set(1),
        ..written(class, text)?
    };
    tx.insert(row).await?;
    add_author(tx, id, permit.by()).await?;
    Ok(id)
}

/// Changes a draft, or a proposal that is waiting or discussed. A text changed late is read for a day
/// more before it freezes.
///
/// # Errors
/// When she is not an author, the text is frozen or its amendments are voted on, a seconded amendment would lose the words
/// that it changes, or something is to correct.
pub async fn revise(
    tx: &Tx<'_>,
    permit: Permit<Propose>,
    effects: &Effects,
    id: ProposalId,
    text: Text,
) -> Result<(), No> {
    let row = find_as_author(tx, id, permit.by()).await?;
    step(row.state, Event::Revised)?;
    refuse_while_amendments_are_voted(&row, tx.now())?;
    if row.amends.is_some() {
        // Others may amend it in their turn; its author takes it back and writes another.
        return Err(No::conflict("amendment-not-revised"));
    }
    let class = check_draft(effects, &text)?;
    if row.state == State::Draft {
        // A draft that somebody works on is kept for another while.
        return Ok(save(tx, id, proposal::ActiveModel { drafted_at: Set(tx.now()), ..written(class, text)? }).await?);
    }
    refuse_other_way(&row, &text.question)?;
    refuse_alone(text.effect.as_ref().map(|(kind, _)| kind.as_str()))?;
    if text.question.method == question_of(&row)?.method {
        // What was sent keeps its way, whatever the charter says since.
        check_for_debate(tx, effects, &text).await?;
    } else {
        check_as_author(tx, effects, &text).await?;
    }
    refuse_same(tx, &text).await?;
    // The weight of a decision under way does not change: its delays were set by it.
    if class != row.class {
        return Err(No::field("effect", Message::new("proposal-other-weight")));
    }
    refuse_taking_words_away(tx, &row, &text.summary, &text.body).await?;
    let version = row.version.saturating_add(1);
    keep_version(tx, id, version, permit.by(), &text).await?;
    let mut change = written(
        class,
        Text { discussion_days: read_days(row.discussion_days), voting_days: read_days(row.voting_days), ..text },
    )?;
    if let Some(until) = row.discussion_until {
        let zone = charter::charter(tx).await?.zone();
        let until = discussion_after_revision(zone, tx.now(), until, read_days(row.discussion_days));
        change.discussion_until = Set(Some(until));
        change.due_at = Set(Some(until));
        wait_as_long_as(tx, id, Some(until)).await?;
    }
    Ok(save(tx, id, proposal::ActiveModel { version: Set(version), ..change }).await?)
}

/// Whoever objected in an earlier round is answered, not outvoted; and who asked for secrecy keeps it.
fn refuse_other_way(row: &proposal::Model, question: &Question) -> Result<(), No> {
    if row.round > 1 && question.method != question_of(row)?.method {
        return Err(No::field("method", Message::new("question-stays-in-rounds")));
    }
    if row.secret && !question.method.may_be_secret() {
        return Err(No::field("method", Message::new("secrecy-not-for-consensus")));
    }
    Ok(())
}

/// A draft may be unfinished, not endless.
fn check_draft(effects: &Effects, text: &Text) -> Result<Class, No> {
    let long: Vec<Problem> =
        [("title", &text.title, TITLE), ("summary", &text.summary, SUMMARY), ("body", &text.body, BODY)]
            .into_iter()
            .filter_map(|(field, text, max)| length_problem(field, text, max))
            .collect();
    if !long.is_empty() {
        return Err(No::Invalid(long));
    }
    match &text.effect {
        Some((kind, _)) => Ok(effects.get(kind)?.class()),
        None => Ok(Class::Ordinary),
    }
}

/// What goes to debate is complete, and its effect could be carried out today.
pub(super) async fn check_for_debate(scope: &Scope<'_>, effects: &Effects, text: &Text) -> Result<(), No> {
    let mut problems = problems(&text.title, &text.summary, &text.body);
    problems.extend(problems_of_question(text));
    if let Some((kind, details)) = &text.effect {
        match effects.get(kind)?.check(scope, details).await {
            Err(No::Invalid(more)) => problems.extend(more),
            other => other?,
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
}

/// The same for what somebody wrote: the charter says by which methods decisions of its weight are taken, and an author
/// cannot choose otherwise (`decisions A8`).
pub(super) async fn check_as_author(scope: &Scope<'_>, effects: &Effects, text: &Text) -> Result<(), No> {
    let class = check_draft(effects, text)?;
    let charter = charter::charter(scope).await?;
    let by_charter = by_charter::problem(&charter, class, text.question.method);
    let past = question::past_date(&text.question, scope.now().with_timezone(&charter.zone()).naive_local());
    let mut problems = match check_for_debate(scope, effects, text).await {
        Err(No::Invalid(problems)) => problems,
        Err(no) => return Err(no),
        Ok(()) => Vec::new(),
    };
    // Of one field, one thing is said.
    problems.extend(by_charter.filter(|_| problems.iter().all(|problem| problem.field != "method")));
    problems.extend(past.filter(|_| problems.iter().all(|problem| problem.field != "options")));
    if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
}

/// What does something by itself says one thing: it is no choice among several, and no question that decides nothing.
fn problems_of_question(text: &Text) -> Vec<Problem> {
    let mut problems = question::problems(&text.question);
    let method = text.question.method;
    let kind = text.effect.as_ref().map(|(kind, _)| kind.as_str());
    if (method == Method::Election) != (kind == Some(FillSeat::KIND)) {
        // An election finds somebody for a task, and such a task is given in no other way (`decisions B9`).
        problems.push(Problem::new("method", Message::new("question-election-seat")));
        return problems;
    }
    if kind.is_some() && !matches!(method, Method::Majority | Method::Election) {
        if !method.is_binding() {
            problems.push(Problem::new("method", Message::new("question-decides-nothing")));
        } else if method.has_options() {
            problems.push(Problem::new("method", Message::new("question-by-majority")));
        } else if method == Method::Tacit {
            // What passes in silence can be taken back by talking: it does nothing by itself (`decisions` 6.6).
            problems.push(Problem::new("method", Message::new("question-tacit-does-nothing")));
        }
    }
    problems
}

fn written(class: Class, text: Text) -> Result<proposal::ActiveModel, Broken> {
    let (effect, details) = stored_effect(&text)?;
    Ok(proposal::ActiveModel {
        class: Set(class),
        title: Set(text.title.trim().to_owned()),
        summary: Set(text.summary.trim().to_owned()),
        body: Set(text.body.trim().to_owned()),
        effect: Set(effect),
        details: Set(details),
        question: Set(stored_question(&text.question)?),
        discussion_days: Set(stored_days(text.discussion_days)),
        voting_days: Set(stored_days(text.voting_days.max(fewest_days(text.question.method)))),
        ..Default::default()
    })
}

fn stored_effect(text: &Text) -> Result<(Option<String>, Option<String>), Broken> {
    let Some((kind, details)) = &text.effect else { return Ok((None, None)) };
    Ok((Some(kind.clone()), Some(serde_json::to_string(details).map_err(Broken::stored)?)))
}

pub(super) async fn keep_version(
    tx: &Tx<'_>,
    id: ProposalId,
    version: i32,
    by: MemberId,
    text: &Text,
) -> Result<(), Broken> {
    let (effect, details) = stored_effect(text)?;
    let row = proposal_version::ActiveModel {
        proposal_id: Set(id),
        version: Set(version),
        title: Set(text.title.trim().to_owned()),
        summary: Set(text.summary.trim().to_owned()),
        body: Set(text.body.trim().to_owned()),
        effect: Set(effect),
        details: Set(details),
        question: Set(stored_question(&text.question)?),
        written_by: Set(by),
        written_at: Set(tx.now()),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

pub(super) async fn add_author(tx: &Tx<'_>, id: ProposalId, member: MemberId) -> Result<(), Broken> {
    let row = proposal_author::ActiveModel { proposal_id: Set(id), member_id: Set(member), ..Default::default() };
    Ok(tx.insert(row).await?)
}

/// Invites somebody to write a draft together. She sees it, may change it, and may step back.
///
/// # Errors
/// When it is no longer a draft, or she is an author already.
pub async fn write_with(tx: &Tx<'_>, permit: Permit<Propose>, id: ProposalId, other: MemberId) -> Result<(), No> {
    let row = find_as_author(tx, id, permit.by()).await?;
    if row.state != State::Draft {
        return Err(No::conflict("proposal-moved-on"));
    }
    if !people::is_member(tx, other).await? {
        return Err(No::field("other", Message::new("proposal-choose-member")));
    }
    if authors(tx, id).await?.contains(&other) {
        return Err(No::field("other", Message::new("proposal-author-already")));
    }
    Ok(add_author(tx, id, other).await?)
}

/// Steps back from a proposal written with others. The last author withdraws it instead.
///
/// # Errors
/// When she is not an author, is the last one, or the vote is open.
pub async fn step_back(tx: &Tx<'_>, permit: Permit<Propose>, id: ProposalId) -> Result<(), No> {
    let row = find_as_author(tx, id, permit.by()).await?;
    step(row.state, Event::Revised)?;
    if authors(tx, id).await?.len() == 1 {
        return Err(No::conflict("proposal-last-author"));
    }
    use proposal_author::Column;
    let mine = tx
        .delete::<proposal_author::Entity>()
        .filter(Column::ProposalId.eq(id))
        .filter(Column::MemberId.eq(permit.by()));
    mine.go().await?;
    Ok(())
}
