//! Taking a slot, leaving it, and answering when a place became free. No reason is asked, and none is kept.

use crate::commands::listening::not_taken;
use crate::commands::listening::settle::{begin_cover, end_cover, end_swaps};
use crate::commands::reminders;
use crate::entities::listening::{Said, listening_ask, listening_take};
use crate::powers::Listen;
use crate::queries::listening::{Apart, At, Listening};
use crate::rules::listening::SEATS;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// How she left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Before it began: somebody is looked for.
    Before,
    /// In the middle of it: she needs to breathe.
    During,
}

/// What somebody who was asked says, when it is not yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// No.
    No,
    /// She would, if nobody else does.
    IfNobodyElse,
}

/// Takes a place in a slot: for the first time, or where somebody is looked for.
///
/// # Errors
/// When she does not listen, the slot is full or over, or her own limits say otherwise.
pub async fn take(tx: &Tx<'_>, permit: Permit<Listen>, at: At) -> Result<(), No> {
    takes(tx, permit.by(), at).await
}

pub(super) async fn takes(tx: &Tx<'_>, who: MemberId, at: At) -> Result<(), No> {
    let listening = Listening::read(tx).await?;
    let placed = listening.at(at).ok_or(No::NotFound)?;
    let apart = Apart::of(tx, [who]).await?;
    let may = listening.listener(who, false, |her| {
        placed.slot.may_take(listening.zone, tx.now(), her, |one, other| apart.holds(one, other))
    });
    may.ok_or_else(|| No::conflict("listening-say-yes-first"))?.map_err(not_taken)?;
    insert(tx, who, at).await?;
    reminders::follow(tx, who).await?;
    if placed.slot.takers.len() + 1 >= SEATS {
        end_cover(tx, at).await?;
    }
    Ok(())
}

pub(super) async fn insert(tx: &Tx<'_>, who: MemberId, at: At) -> Result<(), Broken> {
    // A row of hers that counted no more, from before she said yes again.
    remove(tx, who, at).await?;
    let row = listening_take::ActiveModel {
        listening_id: Set(at.hours),
        day: Set(at.day),
        member_id: Set(who),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

pub(super) async fn remove(tx: &Tx<'_>, who: MemberId, at: At) -> Result<u64, Broken> {
    use listening_take::Column;
    let hers = tx.delete::<listening_take::Entity>().filter(Column::ListeningId.eq(at.hours));
    Ok(hers.filter(Column::Day.eq(at.day)).filter(Column::MemberId.eq(who)).go().await?)
}

/// Leaves a slot: before it begins somebody is looked for, quietly; during it the page says at once that nobody is there,
/// unless the other one is.
///
/// # Errors
/// When she has no place in it, or it is over.
pub async fn leave(tx: &Tx<'_>, permit: Permit<Listen>, at: At) -> Result<Left, No> {
    let listening = Listening::read(tx).await?;
    let placed = listening.at(at).ok_or(No::NotFound)?;
    if tx.now() >= placed.slot.when.end {
        return Err(No::conflict("listening-not-over"));
    }
    if remove(tx, permit.by(), at).await? == 0 {
        return Err(No::conflict("listening-not-hers"));
    }
    end_swaps(tx, permit.by(), at).await?;
    reminders::follow(tx, permit.by()).await?;
    if tx.now() >= placed.slot.when.start {
        return Ok(Left::During);
    }
    begin_cover(tx, at).await?;
    not_asked(tx, permit.by(), at).await?;
    Ok(Left::Before)
}

/// Whoever left is not asked to come back: as if she had been asked and said no, which goes when somebody is found.
async fn not_asked(tx: &Tx<'_>, who: MemberId, at: At) -> Result<(), Broken> {
    use listening_ask::Column;
    let before = tx.delete::<listening_ask::Entity>().filter(Column::ListeningId.eq(at.hours));
    before.filter(Column::Day.eq(at.day)).filter(Column::MemberId.eq(who)).go().await?;
    let row = listening_ask::ActiveModel {
        listening_id: Set(at.hours),
        day: Set(at.day),
        member_id: Set(who),
        asked_at: Set(tx.now()),
        until: Set(tx.now()),
        answer: Set(Said::No),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Says no to a place that she is asked to take, or that she would take it if nobody else does.
///
/// # Errors
/// When she is not asked any more.
pub async fn answer(tx: &Tx<'_>, permit: Permit<Listen>, at: At, answered: Answered) -> Result<(), No> {
    use listening_ask::Column;
    let said = match answered {
        Answered::No => Said::No,
        Answered::IfNobodyElse => Said::IfNobodyElse,
    };
    let hers = tx.change::<listening_ask::Entity>().filter(Column::ListeningId.eq(at.hours));
    let hers = hers.filter(Column::Day.eq(at.day)).filter(Column::MemberId.eq(permit.by()));
    if hers.set(Column::Answer, said).go().await? > 0 {
        return Ok(());
    }
    let listening = Listening::read(tx).await?;
    Err(match listening.at(at) {
        Some(placed) if placed.slot.when.start <= tx.now() => No::conflict("rota-cover-began"),
        Some(placed) if placed.slot.takers.len() >= SEATS => No::conflict("rota-cover-covered"),
        _ => No::conflict("visits-ask-gone"),
    })
}
