//! What whoever holds a mandate says about its recall. She need not: an empty place is an answer like another, and
//! the vote opens after ten days either way, so that silence holds up nobody.

use crate::ProposalId;
use crate::commands::find;
use crate::entities::hearing;
use crate::powers::AnswerRecall;
use crate::rules::state::State;
use crate::rules::text::{SUMMARY, length_problem};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Writes her words, or takes them away when there are none. They have the room that the summary has, and stand
/// beside it until the vote closes, when neither changes any more.
///
/// # Errors
/// When the place is not hers, the words are too long, or the vote is over.
pub async fn answer_recall(tx: &Tx<'_>, permit: Permit<AnswerRecall>, id: ProposalId, words: &str) -> Result<(), No> {
    let row = find(tx, id).await?;
    let place = tx.find::<hearing::Entity>().filter(hearing::Column::ProposalId.eq(id)).one().await?;
    let place_of = place.ok_or(No::NotFound)?.member_id;
    if place_of != permit.by() {
        return Err(No::NotAllowed(Message::new("hearing-hers")));
    }
    let over = row.state == State::Voting && row.closes_at.is_some_and(|closes| closes <= tx.now());
    if over || !matches!(row.state, State::Waiting | State::Discussing | State::Frozen | State::Voting) {
        return Err(No::conflict("proposal-moved-on"));
    }
    if let Some(problem) = length_problem("hearing", words, SUMMARY) {
        return Err(No::Invalid(vec![problem]));
    }
    let words = words.trim();
    let key = sealed::key_of(tx, permit.by()).await?;
    let sealed = if words.is_empty() { None } else { Some(key.seal(&place_in(id), words.as_bytes())?) };
    let change = hearing::ActiveModel {
        proposal_id: Set(id),
        written_at: Set(sealed.is_some().then(|| tx.now())),
        words: Set(sealed),
        ..Default::default()
    };
    Ok(tx.update(change).await?)
}

/// Where sealed words of a hearing belong.
pub(crate) fn place_in(proposal: ProposalId) -> String {
    format!("hearing/{proposal}/words")
}

/// What an area owes about this table (`commons::area`).
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "hearing",
    columns: &["proposal_id", "member_id", "words", "written_at"],
    name: "hearing",
    until: Until::SheSaysSo,
    then: Then::Detached,
}];

/// What is kept about somebody: what she said when her mandates were to be recalled.
///
/// # Errors
/// When the store fails.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let key = sealed::key_of(scope, member).await?;
    let places = scope.find::<hearing::Entity>().filter(hearing::Column::MemberId.eq(member)).all().await?;
    let mut rows = Vec::new();
    for place in places {
        let Some(words) = &place.words else { continue };
        let words = key.open_text(&place_in(place.proposal_id), words)?;
        rows.push(vec![Datum::new("hearing_words", words)]);
    }
    Ok(vec![Section::new("hearing", rows)])
}

/// Takes away the words of somebody who leaves. The place stays: it says that there was one.
///
/// # Errors
/// When the store fails.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let places = tx.find::<hearing::Entity>().filter(hearing::Column::MemberId.eq(member)).all().await?;
    let mut rows = 0;
    for place in places {
        let change = hearing::ActiveModel {
            proposal_id: Set(place.proposal_id),
            words: Set(None),
            written_at: Set(None),
            ..Default::default()
        };
        tx.update(change).await?;
        rows += 1;
    }
    Ok(vec![Erased { table: "hearing", rows }])
}
