//! Seconding: saying that a proposal deserves to be discussed, whatever one thinks of it (`decisions A2`).

use crate::ProposalId;
use crate::commands::amend::{text_of, wait_as_long_as};
use crate::commands::{authors, find, is_author, must_step, read_days, save};
use crate::entities::{proposal, seconder};
use crate::powers::Second;
use crate::rules::schedule::discussion_until;
use crate::rules::state::{Event, State};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::powers::Permit;
use membership::queries::{charter, people};
use membership::rules::charter::Charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Seconds a proposal. The discussion begins as soon as enough members did.
///
/// # Errors
/// When it is not waiting any more, when she wrote it, or seconded it already.
pub async fn second(tx: &Tx<'_>, permit: Permit<Second>, id: ProposalId) -> Result<(), No> {
    add(tx, permit.by(), id).await
}

pub(super) async fn add(tx: &Tx<'_>, by: MemberId, id: ProposalId) -> Result<(), No> {
    let row = find(tx, id).await?;
    match row.state {
        State::Draft => return Err(No::NotFound),
        State::Waiting if row.due_at.is_some_and(|due| due <= tx.now()) => {
            return Err(No::conflict("proposal-moved-on"));
        }
        State::Waiting => {}
        _ => return Err(No::conflict("proposal-seconded-meanwhile")),
    }
    if is_author(tx, id, by).await? {
        return Err(No::NotAllowed(Message::new("proposal-second-own")));
    }
    let seconders = tx.find::<seconder::Entity>().filter(seconder::Column::ProposalId.eq(id)).all().await?;
    if seconders.iter().any(|row| row.member_id == by) {
        return Err(No::conflict("proposal-seconded-already"));
    }
    let mine = seconder::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(by),
        seconded_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(mine).await?;
    begin_when_enough(tx, &row).await?;
    Ok(())
}

/// Begins the discussion when enough members seconded the proposal, and says whether it began.
///
/// With none to wait for, it begins as soon as the proposal is sent.
pub(super) async fn begin_when_enough(tx: &Tx<'_>, row: &proposal::Model) -> Result<bool, Broken> {
    let charter = charter::charter(tx).await?;
    let seconders = tx.find::<seconder::Entity>().filter(seconder::Column::ProposalId.eq(row.id)).count().await?;
    if seconders < wanted(tx, &charter, row.id).await? {
        return Ok(false);
    }
    begin(tx, row).await?;
    Ok(true)
}

/// Begins the discussion. What would change its words is talked about as long, and an amendment as long as the
/// text.
pub(super) async fn begin(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), Broken> {
    let zone = charter::charter(tx).await?.zone();
    let until = match row.amends {
        Some(_) => text_of(tx, row).await?.discussion_until,
        None => Some(discussion_until(zone, tx.now(), read_days(row.discussion_days))),
    };
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::Seconded)?),
        discussion_from: Set(Some(tx.now())),
        discussion_until: Set(until),
        due_at: Set(until),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    wait_as_long_as(tx, row.id, until).await
}

/// How many second a proposal before it is discussed: as many as the charter says, and never more than
/// there are others. A group that shrank, or wrote too large a number, could not even undo it otherwise.
/// What everybody wrote together needs nobody.
pub(crate) async fn wanted(scope: &Scope<'_>, charter: &Charter, id: ProposalId) -> Result<u64, Broken> {
    let authors = authors(scope, id).await?.len() as u64;
    let others = people::how_many_active(scope).await?.saturating_sub(authors);
    Ok(u64::from(charter.seconders()).min(others))
}
