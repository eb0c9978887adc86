//! The time to talk about a text is over: what would change it is voted on first, then the text (`decisions A5`).

use crate::commands::amend::{End, end_one, everything_below, has_lost_its_words, text_of};
use crate::commands::settle::{freeze, lapse, open};
use crate::commands::{find, save};
use crate::entities::proposal;
use crate::rules::amendments::{Amendment, Turn, whose_turn};
use crate::rules::paragraphs::{Field, Place};
use crate::rules::state::State;
use crate::{ProposalId, amend};
use commons::db::Tx;
use commons::effects::Effects;
use commons::refusal::{Broken, No};
use sea_orm::ActiveValue::Set;

/// Opens the votes whose turn it is. The text waits without a date until the last amendment is over; then it freezes,
/// and its vote opens at once.
pub(super) async fn take_turns(tx: &Tx<'_>, effects: &Effects, row: proposal::Model) -> Result<(), Broken> {
    let text = text_of(tx, &row).await?;
    if text.state != State::Discussing {
        return Err(Broken::stored("an amendment is talked about, and its text is not"));
    }
    if let Some(until) = text.discussion_until.filter(|until| *until > tx.now()) {
        // Its text got more time.
        return save(tx, row.id, proposal::ActiveModel { due_at: Set(Some(until)), ..Default::default() }).await;
    }
    loop {
        let below = everything_below(tx, text.id).await?;
        match whose_turn(number(&text)?, &amendments(&text, &below)?) {
            Turn::Lapse(numbers) => {
                for row in numbered(&below, &numbers) {
                    end_without_a_vote(tx, effects, row.id).await?;
                }
            }
            Turn::Vote(numbers) => {
                if lapse_without_their_words(tx, numbered(&below, &numbers)).await? {
                    continue;
                }
                for row in numbered(&below, &numbers) {
                    freeze(tx, effects, row.clone()).await?;
                    open(tx, still_there(tx, row.id).await?).await?;
                }
                return wait_for_those(tx, &text).await;
            }
            Turn::Wait => return wait_for_those(tx, &text).await,
            Turn::Text => return freeze(tx, effects, text).await,
        }
    }
}

/// Where an amendment would be whose details do not read.
const UNREAD: Place = Place { field: Field::Body, paragraph: u32::MAX };

/// The amendments of a text and their sub-amendments, as the rule looks at them.
fn amendments(text: &proposal::Model, below: &[proposal::Model]) -> Result<Vec<Amendment>, Broken> {
    let numbered = |id: ProposalId| below.iter().chain([text]).find(|row| row.id == id);
    let one = |row: &proposal::Model| {
        let above = row.amends.and_then(numbered).ok_or_else(|| Broken::stored("an amendment of nothing here"))?;
        // Details that do not read are for the effect to refuse, in words: they must not keep the others waiting.
        let place = amend::Amendment::of(row)?.map_or(UNREAD, |own| own.place);
        Ok(Amendment { number: number(row)?, of: number(above)?, place, stage: row.state.into() })
    };
    below.iter().map(one).collect()
}

fn number(row: &proposal::Model) -> Result<i32, Broken> {
    row.number.ok_or_else(|| Broken::stored("an amendment, or its text, without a number"))
}

fn numbered<'a>(below: &'a [proposal::Model], numbers: &'a [i32]) -> impl Iterator<Item = &'a proposal::Model> {
    below.iter().filter(|row| row.number.is_some_and(|number| numbers.contains(&number)))
}

/// Nobody seconded it, or what it would change is over. With enough seconders for the group as it is by now, it has its
/// turn after all.
async fn end_without_a_vote(tx: &Tx<'_>, effects: &Effects, id: ProposalId) -> Result<(), Broken> {
    // One that went with another is over already.
    let row = still_there(tx, id).await?;
    match row.state {
        State::Waiting => lapse(tx, effects, row).await,
        State::Discussing => end_one(tx, &row, End::Lapsed).await,
        _ => Ok(()),
    }
}

/// Ends those whose words are not there any more: nobody is asked to vote on what can do nothing. Says whether there
/// were any; then turns are looked at anew.
async fn lapse_without_their_words(tx: &Tx<'_>, rows: impl Iterator<Item = &proposal::Model>) -> Result<bool, Broken> {
    let mut any = false;
    for row in rows {
        if has_lost_its_words(tx, row).await? {
            end_one(tx, row, End::WordsChanged).await?;
            any = true;
        }
    }
    Ok(any)
}

/// Until a vote ends, nothing is due: neither for the text nor for the amendments that wait for their turn.
async fn wait_for_those(tx: &Tx<'_>, text: &proposal::Model) -> Result<(), Broken> {
    let below = everything_below(tx, text.id).await?;
    for row in below.iter().filter(|row| row.state == State::Discussing).chain([text]) {
        save(tx, row.id, proposal::ActiveModel { due_at: Set(None), ..Default::default() }).await?;
    }
    Ok(())
}

async fn still_there(tx: &Tx<'_>, id: ProposalId) -> Result<proposal::Model, Broken> {
    find(tx, id).await.map_err(|no| match no {
        No::Broken(broken) => broken,
        _ => Broken::stored("a proposal that is gone"),
    })
}
