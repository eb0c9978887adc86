//! The handover of a mandate: how we do it, for the next person, or that there is nothing to hand over (`domain A18`).

use crate::MandateId;
use crate::entities::mandate;
use crate::powers::{HandOver, Permit};
use crate::queries::{mandates, people};
use crate::rules::mandates::Handover;
use commons::db::Tx;
use commons::refusal::{Message, No};
use sea_orm::ActiveValue::Set;

/// Most characters of a note.
pub const LONGEST: usize = 4_000;

/// Writes it, or writes it again: during the mandate or after its end. It is whoever held the mandate who writes;
/// when she has left the group, anybody who can tell.
///
/// # Errors
/// When it is another's, a note says nothing, or it is too long.
pub async fn hand_over(
    tx: &Tx<'_>,
    permit: Permit<HandOver>,
    id: MandateId,
    handover: Handover,
    note: &str,
) -> Result<(), No> {
    let mandate = mandates::one(tx, id).await?.ok_or(No::NotFound)?;
    if permit.by() != mandate.holder && people::is_member(tx, mandate.holder).await? {
        return Err(No::NotAllowed(Message::new("handover-holder-writes")));
    }
    let note = note.trim();
    let length = note.chars().count();
    match handover {
        Handover::Note if note.is_empty() => return Err(No::field("note", Message::new("handover-missing"))),
        Handover::Note if length > LONGEST => {
            return Err(No::field("note", Message::new("too-long").with("over", length - LONGEST)));
        }
        Handover::Note | Handover::Nothing => {}
    }
    let row = mandate::ActiveModel {
        id: Set(id),
        handover: Set(Some(handover)),
        handover_note: Set(Some(note.to_owned()).filter(|_| handover == Handover::Note)),
        ..Default::default()
    };
    Ok(tx.update(row).await?)
}
