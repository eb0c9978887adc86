//! Saying which passage of a text a worry is about, so that whoever reads one finds the other (`decisions A9`).
//!
//! Whoever worried, or an author of the text, says so. It is a link and no answer: nobody is told that her worry is
//! over.

use crate::ContributionId;
use crate::commands::amend::words_of;
use crate::commands::contribute::refuse_when_over;
use crate::commands::{find, is_author};
use crate::entities::{ContributionKind, contribution};
use crate::powers::Contribute;
use crate::rules::paragraphs::Place;
use commons::db::Tx;
use commons::refusal::{Message, No};
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Points from a worry to a passage of the text, or to none any more. `seen` is the version of the text that was read.
///
/// # Errors
/// When it is no worry, it is for others to say, the passage is not there, or the discussion is over.
pub async fn point_to_passage(
    tx: &Tx<'_>,
    permit: Permit<Contribute>,
    id: ContributionId,
    place: Option<Place>,
    seen: i32,
) -> Result<(), No> {
    let worry = tx.find::<contribution::Entity>().filter(contribution::Column::Id.eq(id)).one().await?;
    let worry = worry.filter(|said| said.kind == ContributionKind::Worries).ok_or(No::NotFound)?;
    let row = find(tx, worry.proposal_id).await?;
    let may = worry.author == permit.by() || is_author(tx, row.id, permit.by()).await?;
    if !may {
        return Err(No::NotAllowed(Message::new("passage-not-yours")));
    }
    refuse_when_over(tx, row.id).await?;
    if let Some(place) = place {
        if row.version != seen {
            return Err(No::conflict("passage-text-changed"));
        }
        if !words_of(&row)?.iter().any(|(at, _)| *at == place) {
            return Err(No::field("place", Message::new("amendment-choose-place")));
        }
    }
    let change = contribution::ActiveModel {
        id: Set(id),
        answered_version: Set(place.map(|_| row.version)),
        answered_place: Set(place.map(Place::word)),
        ..Default::default()
    };
    Ok(tx.update(change).await?)
}
