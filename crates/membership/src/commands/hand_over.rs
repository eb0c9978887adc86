//! The handover of a mandate: how we do it, for the next person, or that there is nothing to hand over (`domain A18`).

use crate::MandateId;
use crate::entities::mandate;
use crate::powers::{HandOver, Permit};
use crate::queries::{mandates, people};
use crate::rules::mandates::Handover;
use commons::db::Tx;
use commons::refusal::{Message, No};
use commons::register;
use sea_orm::ActiveValue::Set;
use serde_json::json;

/// Most characters of a note.
pub const LONGEST: usize = 4_000;

/// Writes it: during the mandate or after its end. It is whoever held the mandate who writes, and writes again; when
/// she has left the group, anybody who can tell, after what stands there: nobody takes away what another left. The
/// register says who wrote.
///
/// # Errors
/// When it is another's, a note says nothing, or all of it is too long.
pub async fn hand_over(
    tx: &Tx<'_>,
    permit: Permit<HandOver>,
    id: MandateId,
    handover: Handover,
    note: &str,
) -> Result<(), No> {
    let mandate = mandates::one(tx, id).await?.ok_or(No::NotFound)?;
    let is_hers = permit.by() == mandate.holder;
    if !is_hers && people::is_member(tx, mandate.holder).await? {
        return Err(No::NotAllowed(Message::new("handover-holder-writes")));
    }
    let stands = mandate.handover.filter(|_| !is_hers).map(|(_, note)| note).filter(|note| !note.is_empty());
    // After what stands there, only more words: "nothing to hand over" would take it away.
    let handover = if stands.is_some() { Handover::Note } else { handover };
    let whole = match stands {
        Some(stands) if !note.trim().is_empty() => format!("{stands}\n\n{}", note.trim()),
        _ => note.trim().to_owned(),
    };
    let length = whole.chars().count();
    match handover {
        Handover::Note if whole.is_empty() => return Err(No::field("note", Message::new("handover-missing"))),
        Handover::Note if length > LONGEST => {
            return Err(No::field("note", Message::new("too-long").with("over", length - LONGEST)));
        }
        Handover::Note | Handover::Nothing => {}
    }
    let row = mandate::ActiveModel {
        id: Set(id),
        handover: Set(Some(handover)),
        handover_note: Set((handover == Handover::Note).then_some(whole)),
        ..Default::default()
    };
    tx.update(row).await?;
    let (kind, actors, about) = (register::kinds::HANDOVER_WRITTEN, &[permit.by()], Some(id.to_string()));
    register::append(tx, register::New { kind, actors, about, body: json!({}) }).await?;
    Ok(())
}
