//! The vote of a removal: opened once the notice is over and the person was heard, at once secret, on a roll without her
//! (`mutual-aid` ALG10, `decisions A12`).

use crate::ProposalId;
use crate::commands::ask_first_question::Question;
use crate::commands::settle::{freeze, open};
use crate::commands::submit::{AskedBy, number_it};
use crate::commands::{details_of, find, must_step, save, stored_days};
use crate::entities::{hearing, proposal};
use crate::rules::state::{Event, State};

use commons::db::Tx;
use commons::effects::{Class, Effects};
use commons::refusal::{Broken, No};
use membership::RemovalId;
use membership::commands::give_notice::{freeze_roll, vote_was_lost};
use membership::effects::{RemoveMember, RemovedMember};
use membership::mail::tell_news;
use membership::powers::{GiveNotice, Permit};
use membership::queries::{charter, removals};
use membership::rules::removal::How;
use sea_orm::ActiveValue::Set;

/// Opens it, and returns its number. There is nothing to second and nothing left to talk about: the notice was for that.
/// `question` names nobody: a title is not sealed.
///
/// # Errors
/// Before the end of the notice, or before she was heard or declined to be.
pub async fn open_removal(
    tx: &Tx<'_>,
    permit: Permit<GiveNotice>,
    effects: &Effects,
    removal: RemovalId,
    question: Question,
) -> Result<i32, No> {
    let by = permit.by();
    freeze_roll(tx, permit, removal).await?;
    let charter = charter::charter(tx).await?;
    let id = ProposalId::new();
    let details = serde_json::to_string(&RemovedMember { removal }).map_err(Broken::stored)?;
    let row = proposal::ActiveModel {
        id: Set(id),
        state: Set(State::Draft),
        class: Set(Class::Charter),
        title: Set(question.title),
        summary: Set(question.summary),
        body: Set(question.body),
        effect: Set(Some(RemoveMember::KIND.to_owned())),
        details: Set(Some(details)),
        version: Set(1),
        discussion_days: Set(0),
        voting_days: Set(stored_days(charter.voting_days(Class::Charter))),
        drafted_at: Set(tx.now()),
        secret: Set(true),
        ..Default::default()
    };
    tx.insert(row).await?;
    let number = number_it(tx, &[by], id, AskedBy::Removal).await?;
    give_her_a_place(tx, id, removal).await?;
    let discussed = must_step(State::Waiting, Event::Seconded)?;
    save(tx, id, proposal::ActiveModel { state: Set(discussed), ..Default::default() }).await?;
    freeze(tx, effects, find(tx, id).await?).await?;
    open(tx, find(tx, id).await?).await?;
    Ok(number)
}

/// The person concerned may write beside the vote, as whoever holds a mandate does beside its recall. She is not on the
/// roll, so its opening does not tell her: this does.
async fn give_her_a_place(tx: &Tx<'_>, id: ProposalId, removal: RemovalId) -> Result<(), Broken> {
    let person = removals::person_of(tx, removal).await?;
    let person = person.ok_or_else(|| Broken::stored("the vote on a removal of nobody"))?;
    let place = hearing::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(person),
        words: Set(None),
        written_at: Set(None),
        ..Default::default()
    };
    tx.insert(place).await?;
    tell_news(tx, &format!("removal-vote/{removal}"), &[person]).await
}

/// The removal that a proposal is the vote of; none for every other proposal.
pub(crate) fn about(row: &proposal::Model) -> Result<Option<RemovalId>, Broken> {
    if row.effect.as_deref() != Some(RemoveMember::KIND) {
        return Ok(None);
    }
    let details = details_of(row)?.and_then(|details| serde_json::from_value::<RemovedMember>(details).ok());
    Ok(details.map(|details| details.removal))
}

/// The vote closed and removed nobody, or the group had removed as many as it may.
pub(crate) async fn removed_nobody(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), Broken> {
    match about(row)? {
        Some(removal) => vote_was_lost(tx, removal, How::NotAdopted).await,
        None => Ok(()),
    }
}
