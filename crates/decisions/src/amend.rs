//! Amendments (`decisions A4`): proposals that change the words of another proposal, or of an amendment of it.
//!
//! An amendment is a proposal like any other, with its seconders, its vote and its result. What it does when the group
//! adopts it is to write the next version of the text that it changes. What a proposal *does* is not amended, only its
//! words.

use crate::ProposalId;
use crate::commands::amend::write_next_version;
use crate::commands::{details_of, find};
use crate::entities::proposal;
use crate::review::KeepDecision;
use crate::rules::paragraphs::{Field, Place, replaced, same_words};
use crate::rules::state::State;
use crate::rules::text::{BODY, length_problem, problems};
use async_trait::async_trait;
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, read_details};
use commons::refusal::{Broken, Message, No, Problem};
use membership::effects::{RemoveMember, RevokeMandate, SetMeasure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Changes the words of a proposal that the group is talking about.
#[derive(Clone, Copy, Debug)]
pub struct AmendText;

/// Details of [`AmendText`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// What it changes.
    pub proposal: ProposalId,
    /// The number of that.
    pub number: i32,
    /// Which paragraph of it.
    #[serde(flatten)]
    pub place: Place,
    /// The words there when the amendment was written.
    pub before: String,
    /// The words it puts in their place; none when it strikes them out.
    pub after: String,
}

impl Amendment {
    /// The amendment that a proposal is; none for every other proposal.
    pub(crate) fn of(row: &proposal::Model) -> Result<Option<Self>, Broken> {
        if row.amends.is_none() {
            return Ok(None);
        }
        Ok(details_of(row)?.and_then(|details| serde_json::from_value(details).ok()))
    }

    /// As the store keeps it.
    ///
    /// # Errors
    /// Never: it is plain words and numbers.
    pub fn details(&self) -> Result<Value, Broken> {
        serde_json::to_value(self).map_err(Broken::stored)
    }
}

/// The words of a proposal once an amendment changed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Composed {
    /// Plain summary.
    pub(crate) summary: String,
    /// Text.
    pub(crate) body: String,
    /// Of an amendment: what it says by then.
    pub(crate) amendment: Option<Amendment>,
}

/// Puts an amendment into the text that it changes. Where the words are not any more what they were when it was
/// written, nothing is changed: two changes are never merged by guessing.
///
/// # Errors
/// When the words changed meanwhile.
pub(crate) fn composed(amended: &proposal::Model, by: &Amendment) -> Result<Composed, No> {
    let changed = || No::conflict("amendment-words-changed");
    let now = |text: &str| replaced(text, by.place.paragraph, &by.before, &by.after).ok_or_else(changed);
    let own = Amendment::of(amended)?;
    let (mut summary, mut body) = (amended.summary.clone(), amended.body.clone());
    let amendment = match (by.place.field, own) {
        (Field::Summary, None) => {
            summary = now(&summary)?;
            None
        }
        (Field::Body, None) => {
            body = now(&body)?;
            None
        }
        (Field::Words, Some(own)) if same_words(&own.after, &by.before) => {
            Some(Amendment { after: by.after.trim().to_owned(), ..own })
        }
        _ => return Err(changed()),
    };
    Ok(Composed { summary, body, amendment })
}

/// Whether an amendment can be put into that text as it stands.
pub(crate) fn composes(amended: &proposal::Model, by: &Amendment) -> Result<bool, Broken> {
    match composed(amended, by) {
        Ok(_) => Ok(true),
        Err(No::Broken(broken)) => Err(broken),
        Err(_) => Ok(false),
    }
}

/// Why an amendment lapsed, in the register: the words that it would change are not there any more.
pub const WORDS_CHANGED: &str = "words_changed";

/// Whether the words of that proposal can be amended: while the group waits for seconders or talks about it.
///
/// # Errors
/// Why not, in words.
pub(crate) async fn refuse_unless_amendable(scope: &Scope<'_>, amended: &proposal::Model) -> Result<(), No> {
    match amended.state {
        State::Draft => return Err(No::NotFound),
        State::Waiting | State::Discussing => {}
        _ => return Err(No::conflict("amendment-too-late")),
    }
    match amended.effect.as_deref() {
        // Several members signed these very words, or they are about a person: they stay as they are.
        Some(RevokeMandate::KIND | RemoveMember::KIND) => return Err(No::conflict("amendment-not-of-these-words")),
        Some(SetMeasure::KIND) => return Err(No::conflict("amendment-not-of-a-measure")),
        // The question is whether to keep what was decided, in the words in which it was.
        Some(KeepDecision::KIND) => return Err(No::conflict("amendment-not-of-a-review")),
        _ => {}
    }
    // `decisions A4`: two levels. A third would be understood by nobody.
    match amended.amends {
        Some(above) if find(scope, above).await?.amends.is_some() => Err(No::conflict("amendment-too-deep")),
        _ => Ok(()),
    }
}

impl AmendText {
    /// Its kind in the store.
    pub const KIND: &'static str = "proposal.amend/1";
}

#[async_trait(?Send)]
impl Effect for AmendText {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    /// A simple majority, whatever it amends (`decisions` 7.5, Code Morin): the amended text still has its own vote, with
    /// its own majority.
    fn class(&self) -> Class {
        Class::Ordinary
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        let amendment: Amendment = read_details(details)?;
        let amended = find(scope, amendment.proposal).await?;
        refuse_unless_amendable(scope, &amended).await?;
        let composed = composed(&amended, &amendment)?;
        let mut wrong: Vec<Problem> = length_problem("words", &amendment.after, BODY).into_iter().collect();
        if same_words(&amendment.before, &amendment.after) {
            wrong.push(Problem::new("words", Message::new("amendment-changes-nothing")));
        }
        // What would be wrong with the text is to be corrected in the words that go into it.
        let in_text = problems(&amended.title, &composed.summary, &composed.body).into_iter();
        wrong.extend(in_text.map(|problem| Problem::new("words", said_of_the_text(problem.message))));
        if wrong.is_empty() { Ok(()) } else { Err(No::Invalid(wrong)) }
    }

    async fn preview(&self, _scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let amendment: Amendment = read_details(details)?;
        let words =
            |words: &str| (!words.trim().is_empty()).then(|| Message::new("plain").with("words", words.to_owned()));
        let what = Message::new(match amendment.place.field {
            Field::Summary => "amends-summary",
            Field::Body => "amends-body",
            Field::Words => "amends-words",
        });
        let what = what.with("number", i64::from(amendment.number));
        Ok(vec![Difference { what, before: words(&amendment.before), after: words(&amendment.after) }])
    }

    async fn carry_out(&self, tx: &Tx<'_>, adopted: &Adopted, details: &Value) -> Result<(), CannotAct> {
        let amendment: Amendment = read_details(details)?;
        let amended = find(tx, amendment.proposal).await?;
        let composed = composed(&amended, &amendment)?;
        Ok(write_next_version(tx, amended, composed, ProposalId(adopted.decision())).await?)
    }
}

/// A summary that lost all its words is no summary that its author forgot.
fn said_of_the_text(message: Message) -> Message {
    if message.key == "proposal-summary-missing" { Message::new("amendment-leaves-nothing") } else { message }
}
