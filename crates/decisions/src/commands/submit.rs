//! Sending a proposal to the group. It gets its number, and waits to be seconded if there is anybody to do so.

use crate::ProposalId;
use crate::amend::AmendText;
use crate::commands::same_text::refuse_same;
use crate::commands::second::begin_when_enough;
use crate::commands::write_proposal::{Text, check_as_author, check_for_debate, keep_version};
use crate::commands::{details_of, find, find_as_author, question_of, read_days, save, step, stored_days};
use crate::entities::proposal;
use crate::powers::Propose;
use crate::review::KeepDecision;
use crate::rules::schedule::lapses_at;
use crate::rules::state::Event;
use commons::db::Tx;
use commons::effects::Effects;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::{groups, register};
use membership::effects::{RemoveMember, RevokeMandate};
use membership::powers::Permit;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use serde_json::json;

/// Sends a draft, and returns its number. What every member wrote together is discussed at once: nobody is
/// left to second it.
///
/// # Errors
/// When something is to correct: a plain summary is required before debate (`decisions A10`).
pub async fn submit(tx: &Tx<'_>, permit: Permit<Propose>, effects: &Effects, id: ProposalId) -> Result<i32, No> {
    refuse_alone(find_as_author(tx, id, permit.by()).await?.effect.as_deref())?;
    send(tx, permit.by(), effects, id, AskedBy::Member).await
}

/// A recall is asked by several members who signed its words (ruling 4), never written by one; a removal begins with its
/// notice (`mutual-aid` ALG10); an amendment is written beside what it changes (`decisions A4`).
pub(super) fn refuse_alone(effect: Option<&str>) -> Result<(), No> {
    match effect {
        Some(RevokeMandate::KIND) => Err(No::field("effect", Message::new("recall-asked-together"))),
        Some(AmendText::KIND) => Err(No::field("effect", Message::new("amendment-has-its-page"))),
        Some(RemoveMember::KIND) => Err(No::field("effect", Message::new("removal-without-notice"))),
        Some(KeepDecision::KIND) => Err(No::field("effect", Message::new("review-comes-by-itself"))),
        _ => Ok(()),
    }
}

/// Where an entry of the register says who asked, when it was the founding.
const ASKED_BY: &str = "asked_by";
const FOUNDING: &str = "founding";
const TOGETHER: &str = "together";
const REVIEW: &str = "review";
const REMOVAL: &str = "removal";

/// Whether a proposal came with the founding, by the entry that says it was sent.
pub fn is_of_the_founding(entry: &register::Entry) -> bool {
    asked_by(entry) == Some(FOUNDING)
}

/// Whether several members asked it together, by the entry that says it was sent.
pub fn is_asked_together(entry: &register::Entry) -> bool {
    asked_by(entry) == Some(TOGETHER)
}

/// Whether it came back by itself at its time, by the entry that says it was sent.
pub fn is_of_a_review(entry: &register::Entry) -> bool {
    asked_by(entry) == Some(REVIEW)
}

/// Whether it is the vote on a removal, by the entry that says it was sent.
pub fn is_of_a_removal(entry: &register::Entry) -> bool {
    asked_by(entry) == Some(REMOVAL)
}

fn asked_by(entry: &register::Entry) -> Option<&str> {
    let body = entry.body.as_ref().filter(|_| entry.kind == register::kinds::SUBMITTED)?;
    body.get(ASKED_BY)?.as_str()
}

/// Who asks the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AskedBy {
    /// Whoever wrote it.
    Member,
    /// The founding itself: the question came with the signatures, and nobody wrote it by herself. The register
    /// says so.
    Founding,
    /// Several members who signed it.
    Together,
    /// The clock: the group said that it would ask itself again.
    Review,
    /// The notice of a removal: whoever opens the vote did not write it.
    Removal,
}

pub(super) async fn send(
    tx: &Tx<'_>,
    by: MemberId,
    effects: &Effects,
    id: ProposalId,
    asked_by: AskedBy,
) -> Result<i32, No> {
    let row = find_as_author(tx, id, by).await?;
    let text = text_of(row)?;
    match asked_by {
        AskedBy::Member => check_as_author(tx, effects, &text).await?,
        // Nobody chose its method.
        AskedBy::Founding | AskedBy::Together | AskedBy::Review | AskedBy::Removal => {
            check_for_debate(tx, effects, &text).await?;
        }
    }
    refuse_same(tx, &text).await?;
    let number = number_it(tx, &[by], id, asked_by).await?;
    begin_when_enough(tx, &find(tx, id).await?).await?;
    Ok(number)
}

/// What a proposal says, as it stands.
fn text_of(row: proposal::Model) -> Result<Text, Broken> {
    let effect = row.effect.clone().zip(details_of(&row)?);
    let question = question_of(&row)?;
    Ok(Text { title: row.title, summary: row.summary, body: row.body, effect, question, ..Text::default() })
}

/// Gives a checked text its number and its dates, and tells the register.
pub(super) async fn number_it(tx: &Tx<'_>, by: &[MemberId], id: ProposalId, asked_by: AskedBy) -> Result<i32, No> {
    let row = find(tx, id).await?;
    let state = step(row.state, Event::Submitted)?;
    let text = text_of(row.clone())?;
    let charter = charter::charter(tx).await?;
    let class = row.class;
    let number = groups::next_proposal_number(tx).await?;
    // What nobody wrote has one version, the proposal itself.
    if let Some(writer) = by.first() {
        keep_version(tx, id, row.version, *writer, &text).await?;
    }
    // An amendment is talked about with its text, and has a shorter vote of its own (`decisions A5`).
    let (discussion_days, voting_days) = match row.amends {
        Some(_) => (0, charter.amendment_voting_days()),
        None => (charter.discussion_days(class), charter.voting_days(class)),
    };
    let voting_days = voting_days + charter.paper_days();
    let change = proposal::ActiveModel {
        number: Set(Some(number)),
        state: Set(state),
        // An author may take more time than the charter asks, never less (`decisions A8`).
        discussion_days: Set(stored_days(read_days(row.discussion_days).max(discussion_days).min(MOST_DAYS))),
        voting_days: Set(stored_days(read_days(row.voting_days).max(voting_days).min(MOST_DAYS))),
        submitted_at: Set(Some(tx.now())),
        due_at: Set(Some(lapses_at(charter.zone(), tx.now(), charter.unseconded_days()))),
        ..Default::default()
    };
    save(tx, id, change).await?;
    let mut body = json!({ "number": number, "title": text.title, "class": class });
    let asked_by = match asked_by {
        AskedBy::Member => None,
        AskedBy::Founding => Some(FOUNDING),
        AskedBy::Together => Some(TOGETHER),
        AskedBy::Review => Some(REVIEW),
        AskedBy::Removal => Some(REMOVAL),
    };
    if let (Some(asked_by), Some(fields)) = (asked_by, body.as_object_mut()) {
        fields.insert(ASKED_BY.to_owned(), json!(asked_by));
    }
    if let (Some(_), Some((_, details)), Some(fields)) = (row.amends, &text.effect, body.as_object_mut()) {
        fields.insert("amends".to_owned(), details.get("number").cloned().unwrap_or_default());
    }
    let entry = register::New { kind: register::kinds::SUBMITTED, actors: by, about: Some(id.to_string()), body };
    register::append(tx, entry).await?;
    Ok(number)
}

/// A discussion or a vote lasts at most so long, whatever was typed.
const MOST_DAYS: u32 = 90;
