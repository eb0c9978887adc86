//! Proposing to change the words of a proposal (`decisions A4`), and what happens to amendments along with the text
//! that they would change.

use crate::ProposalId;
use crate::amend::{AmendText, Amendment, Composed, WORDS_CHANGED, composes, refuse_unless_amendable};
use crate::commands::second::begin_when_enough;
use crate::commands::submit::{AskedBy, number_it};
use crate::commands::write_proposal::{Text, add_author, check_for_debate};
use crate::commands::{authors, find, is_author, must_step, save, stored_days};
use crate::entities::{proposal, proposal_version};
use crate::powers::Propose;
use crate::rules::paragraphs::{Field, Place, paragraphs};
use crate::rules::schedule::lapses_at;
use crate::rules::state::{Event, State};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::effects::{Class, Effects};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::register;
use membership::powers::Permit;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// An amendment as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAmendment {
    /// Which paragraph it changes.
    pub place: Place,
    /// Its new words; none to strike the paragraph out.
    pub words: String,
    /// A title; the page proposes one.
    pub title: String,
    /// Why, in plain words.
    pub why: String,
    /// The version of the text that she read.
    pub seen: i32,
}

/// Sends an amendment to the group, and returns its number. It waits for seconders like any proposal, is talked about as
/// long as the text is, and has its own vote before it (`decisions A5`).
///
/// # Errors
/// When the text is not talked about any more or changed since she read it, when it is a sub-amendment already, when she
/// has one there already, or when something is to correct.
pub async fn amend(
    tx: &Tx<'_>,
    permit: Permit<Propose>,
    effects: &Effects,
    amended: ProposalId,
    new: NewAmendment,
) -> Result<i32, No> {
    let row = find(tx, amended).await?;
    refuse_unless_amendable(tx, &row).await?;
    refuse_a_second_one(tx, amended, permit.by()).await?;
    if is_talk_over(&row, tx.now()) {
        return Err(No::conflict("amendment-too-late"));
    }
    let before = words_at(&row, new.place)?.filter(|_| row.version == new.seen);
    let before = before.ok_or_else(|| No::conflict("amendment-text-changed"))?;
    let number = row.number.ok_or(No::NotFound)?;
    let after = new.words.trim().to_owned();
    let amendment = Amendment { proposal: amended, number, place: new.place, before, after };
    let details = amendment.details()?;
    let text = Text {
        title: new.title,
        summary: new.why,
        effect: Some((AmendText::KIND.to_owned(), details.clone())),
        ..Text::default()
    };
    check_for_debate(tx, effects, &text).await?;
    let id = ProposalId::new();
    let draft = proposal::ActiveModel {
        id: Set(id),
        state: Set(State::Draft),
        class: Set(Class::Ordinary),
        title: Set(text.title.trim().to_owned()),
        summary: Set(text.summary.trim().to_owned()),
        body: Set(String::new()),
        effect: Set(Some(AmendText::KIND.to_owned())),
        details: Set(Some(serde_json::to_string(&details).map_err(Broken::stored)?)),
        version: Set(1),
        discussion_days: Set(0),
        voting_days: Set(stored_days(charter::charter(tx).await?.amendment_voting_days())),
        drafted_at: Set(tx.now()),
        amends: Set(Some(amended)),
        ..Default::default()
    };
    tx.insert(draft).await?;
    add_author(tx, id, permit.by()).await?;
    let sent = number_it(tx, &[permit.by()], id, AskedBy::Member).await?;
    begin_when_enough(tx, &find(tx, id).await?).await?;
    wait_as_long_as(tx, amended, text_of(tx, &row).await?.discussion_until).await?;
    Ok(sent)
}

/// One at a time from each, so that nobody keeps a group voting on her words alone.
async fn refuse_a_second_one(tx: &Tx<'_>, amended: ProposalId, by: MemberId) -> Result<(), No> {
    for one in amendments_of(tx, amended).await?.into_iter().filter(|one| !one.state.is_over()) {
        if is_author(tx, one.id, by).await? {
            return Err(No::Conflict(numbered("amendment-one-at-a-time", &one)));
        }
    }
    Ok(())
}

fn numbered(key: &'static str, row: &proposal::Model) -> Message {
    Message::new(key).with("number", i64::from(row.number.unwrap_or_default()))
}

/// Whoever wrote the text does not take its words from under an amendment that others seconded: the group votes on it, or
/// its author takes it back.
///
/// # Errors
/// When the next words of the text would, by the part of it where they stand.
pub(super) async fn refuse_taking_words_away(
    tx: &Tx<'_>,
    row: &proposal::Model,
    summary: &str,
    body: &str,
) -> Result<(), No> {
    let next = proposal::Model { summary: summary.trim().to_owned(), body: body.trim().to_owned(), ..row.clone() };
    for one in amendments_of(tx, row.id).await?.into_iter().filter(|one| one.state == State::Discussing) {
        let Some(own) = Amendment::of(&one)? else { continue };
        if composes(row, &own)? && !composes(&next, &own)? {
            let field = if own.place.field == Field::Summary { "summary" } else { "body" };
            return Err(No::field(field, numbered("amendment-would-lose-its-words", &one)));
        }
    }
    Ok(())
}

/// Whether the words that an amendment would change are not there any more, or those of what it would change: voted on,
/// it would do nothing.
pub(super) async fn has_lost_its_words(tx: &Tx<'_>, row: &proposal::Model) -> Result<bool, Broken> {
    let mut row = row.clone();
    while let Some(above) = above(tx, &row).await? {
        if let Some(own) = Amendment::of(&row)?
            && !composes(&above, &own)?
        {
            return Ok(true);
        }
        row = above;
    }
    Ok(false)
}

/// The words of a proposal at a place, if there are any.
pub(crate) fn words_at(row: &proposal::Model, place: Place) -> Result<Option<String>, Broken> {
    Ok(words_of(row)?.into_iter().find(|(at, _)| *at == place).map(|(_, words)| words))
}

/// Every place of a proposal that an amendment can change, with its words.
pub(crate) fn words_of(row: &proposal::Model) -> Result<Vec<(Place, String)>, Broken> {
    if let Some(own) = Amendment::of(row)? {
        return Ok(vec![(Place { field: Field::Words, paragraph: 0 }, own.after)]);
    }
    let of = |field, text| {
        (0..).zip(paragraphs(text)).map(move |(paragraph, words)| (Place { field, paragraph }, words.to_owned()))
    };
    Ok(of(Field::Summary, &row.summary).chain(of(Field::Body, &row.body)).collect())
}

/// Whether the time to talk about it is over: from then on its amendments are voted on, and the text is the group's.
pub(crate) fn is_talk_over(row: &proposal::Model, now: Time) -> bool {
    row.state == State::Discussing && row.discussion_until.is_some_and(|until| until <= now)
}

/// Nobody changes a text, nor takes it back, while its amendments are voted on.
///
/// # Errors
/// When they are.
pub(super) fn refuse_while_amendments_are_voted(row: &proposal::Model, now: Time) -> Result<(), No> {
    if is_talk_over(row, now) { Err(No::conflict("amendments-are-voted")) } else { Ok(()) }
}

/// The text that an amendment, or a sub-amendment, would change in the end; every other proposal itself.
pub(crate) async fn text_of(scope: &Scope<'_>, row: &proposal::Model) -> Result<proposal::Model, Broken> {
    let mut text = row.clone();
    while let Some(above) = above(scope, &text).await? {
        text = above;
    }
    Ok(text)
}

/// What an amendment changes; none for every other proposal.
pub(crate) async fn above(scope: &Scope<'_>, row: &proposal::Model) -> Result<Option<proposal::Model>, Broken> {
    let Some(above) = row.amends else { return Ok(None) };
    let above = scope.find::<proposal::Entity>().filter(proposal::Column::Id.eq(above)).one().await?;
    above.map(Some).ok_or_else(|| Broken::stored("an amendment of nothing"))
}

/// The amendments of one proposal, in the order in which they were sent.
pub(crate) async fn amendments_of(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<proposal::Model>, Broken> {
    let rows = scope.find::<proposal::Entity>().filter(proposal::Column::Amends.eq(id));
    Ok(rows.ascending(proposal::Column::Number).all().await?)
}

/// The amendments of one proposal and their sub-amendments.
pub(crate) async fn everything_below(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<proposal::Model>, Broken> {
    let mut below = amendments_of(scope, id).await?;
    for amendment in below.clone() {
        below.extend(amendments_of(scope, amendment.id).await?);
    }
    Ok(below)
}

/// The amendments of a text are talked about as long as it is, and nobody seconds one afterwards.
pub(super) async fn wait_as_long_as(tx: &Tx<'_>, id: ProposalId, until: Option<Time>) -> Result<(), Broken> {
    let below = everything_below(tx, id).await?;
    if below.is_empty() {
        return Ok(());
    }
    let charter = charter::charter(tx).await?;
    let lapses = |sent| lapses_at(charter.zone(), sent, charter.unseconded_days());
    for row in below {
        let change = match row.state {
            State::Waiting => {
                let due = [row.submitted_at.map(lapses), until].into_iter().flatten().min();
                proposal::ActiveModel { due_at: Set(due), ..Default::default() }
            }
            State::Discussing => {
                proposal::ActiveModel { discussion_until: Set(until), due_at: Set(until), ..Default::default() }
            }
            _ => continue,
        };
        save(tx, row.id, change).await?;
    }
    Ok(())
}

/// How a text came to its end before its vote.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// Its author took it back.
    Withdrawn(MemberId),
    /// Nobody seconded it, or the text above it came to its end.
    Lapsed,
    /// The words that it would change are not there any more.
    WordsChanged,
}

/// What would change a text goes with it.
pub(super) async fn end_with(tx: &Tx<'_>, id: ProposalId, end: End) -> Result<(), Broken> {
    for row in everything_below(tx, id).await? {
        if !row.state.is_over() {
            end_one(tx, &row, end).await?;
        }
    }
    Ok(())
}

/// Ends one amendment before its vote.
pub(super) async fn end_one(tx: &Tx<'_>, row: &proposal::Model, end: End) -> Result<(), Broken> {
    let (event, kind, actors) = match end {
        End::Withdrawn(by) => (Event::Withdrawn, register::kinds::WITHDRAWN, vec![by]),
        End::Lapsed | End::WordsChanged => (Event::LeftAlone, register::kinds::LAPSED, Vec::new()),
    };
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, event)?),
        due_at: Set(None),
        closed_at: Set(Some(tx.now())),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    let body = match end {
        End::WordsChanged => json!({ "number": row.number, "title": row.title, "reason": WORDS_CHANGED }),
        End::Withdrawn(_) | End::Lapsed => json!({ "number": row.number, "title": row.title }),
    };
    let entry = register::New { kind, actors: &actors, about: Some(row.id.to_string()), body };
    register::append(tx, entry).await?;
    Ok(())
}

/// An amendment is over: the text that it would have changed, or did, has its turn again.
pub(super) async fn give_the_turn_back(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), Broken> {
    if row.amends.is_none() {
        return Ok(());
    }
    let text = text_of(tx, row).await?;
    if text.state != State::Discussing {
        return Ok(());
    }
    save(tx, text.id, proposal::ActiveModel { due_at: Set(Some(tx.now())), ..Default::default() }).await
}

/// Writes the next version of a text, as an adopted amendment says.
pub(crate) async fn write_next_version(
    tx: &Tx<'_>,
    amended: proposal::Model,
    composed: Composed,
    amendment: ProposalId,
) -> Result<(), Broken> {
    let details = match &composed.amendment {
        Some(own) => Some(serde_json::to_string(own).map_err(Broken::stored)?),
        None => amended.details,
    };
    let version = amended.version.saturating_add(1);
    let change = proposal::ActiveModel {
        version: Set(version),
        summary: Set(composed.summary.clone()),
        body: Set(composed.body.clone()),
        details: Set(details.clone()),
        ..Default::default()
    };
    save(tx, amended.id, change).await?;
    // Whoever wrote the amendment wrote these words; the version says that it came from the amendment.
    let writers = authors(tx, amendment).await?;
    let writer = writers.first().ok_or_else(|| Broken::stored("an amendment that nobody wrote"))?;
    let row = proposal_version::ActiveModel {
        proposal_id: Set(amended.id),
        version: Set(version),
        title: Set(amended.title),
        summary: Set(composed.summary),
        body: Set(composed.body),
        effect: Set(amended.effect),
        details: Set(details),
        question: Set(amended.question),
        written_by: Set(*writer),
        written_at: Set(tx.now()),
        amendment: Set(Some(amendment)),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}
