//! Changing places: both or neither (L3, IS6). Whoever has the other slot reads what is offered, and not by whom.

use crate::SwapId;
use crate::commands::listening::not_taken;
use crate::commands::listening::settle::end_swaps;
use crate::commands::listening::slots::{insert, remove};
use crate::commands::reminders;
use crate::entities::listening::listening_swap;
use crate::powers::Listen;
use crate::queries::listening::week::{at_own, at_wanted, changed};
use crate::queries::listening::{Apart, At, Listening};
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Says that she would rather have another slot than hers. One wish for each slot of hers: a second one takes its place.
///
/// # Errors
/// When the slot is not hers, or nobody has the other one, or one of them began.
pub async fn ask_swap(tx: &Tx<'_>, permit: Permit<Listen>, own: At, wanted: At) -> Result<SwapId, No> {
    let listening = Listening::read(tx).await?;
    let (from, to) = (listening.at(own).ok_or(No::NotFound)?, listening.at(wanted).ok_or(No::NotFound)?);
    let has = |placed: &crate::queries::listening::Placed| placed.slot.takers.iter().any(|one| one.who == permit.by());
    if !has(from) {
        return Err(No::conflict("listening-not-hers"));
    }
    if has(to) || to.slot.takers.is_empty() || from.slot.when.start <= tx.now() || to.slot.when.start <= tx.now() {
        return Err(No::field("wanted", Message::new("listening-swap-choose")));
    }
    end_swaps(tx, permit.by(), own).await?;
    let id = SwapId::new();
    let row = listening_swap::ActiveModel {
        id: Set(id),
        member_id: Set(permit.by()),
        listening_id: Set(own.hours),
        day: Set(own.day),
        for_id: Set(wanted.hours),
        for_day: Set(wanted.day),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Takes a wish back.
///
/// # Errors
/// When it is not hers.
pub async fn take_swap_back(tx: &Tx<'_>, permit: Permit<Listen>, id: SwapId) -> Result<(), No> {
    use listening_swap::Column;
    let hers = tx.delete::<listening_swap::Entity>().filter(Column::Id.eq(id)).filter(Column::MemberId.eq(permit.by()));
    if hers.go().await? == 0 { Err(No::NotFound) } else { Ok(()) }
}

/// Says yes: each has the slot of the other.
///
/// # Errors
/// When one of the two does not have her slot any more, it began, or the limits of one say otherwise.
pub async fn accept_swap(tx: &Tx<'_>, permit: Permit<Listen>, id: SwapId) -> Result<(), No> {
    let row = tx.find::<listening_swap::Entity>().filter(listening_swap::Column::Id.eq(id)).one().await?;
    let swap = row.ok_or_else(|| No::conflict("listening-swap-gone"))?;
    let (her, other) = (swap.member_id, permit.by());
    let listening = Listening::read(tx).await?;
    let apart = Apart::of(tx, [her, other]).await?;
    let may = changed(&listening, &swap, other, tx.now(), &apart);
    may.ok_or_else(|| No::conflict("listening-swap-gone"))?.map_err(not_taken)?;
    let (own, wanted) = (at_own(&swap), at_wanted(&swap));
    for (who, at) in [(her, own), (other, wanted)] {
        remove(tx, who, at).await?;
        end_swaps(tx, who, at).await?;
    }
    insert(tx, her, wanted).await?;
    insert(tx, other, own).await?;
    for who in [her, other] {
        reminders::follow(tx, who).await?;
    }
    Ok(())
}
