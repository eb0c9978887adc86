//! A card that was opened, as whoever opened it reads it, and who did it for her, in the same sitting.

use crate::OpeningId;
use crate::queries::circle::mine::{LinkLine, TaskSeen, links, tasks};
use crate::queries::circle::read::{CardLine, Kept, opening_of, opening_row, words_of};
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::queries::{apart, charter};

/// A card that is open, and the circle that it wakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Which opening.
    pub id: OpeningId,
    /// Who wrote it.
    pub whose: MemberId,
    /// Who opened it.
    pub by: MemberId,
    /// Who did it for her.
    pub through: Option<MemberId>,
    /// The first and the last day.
    pub days: (NaiveDate, NaiveDate),
    /// The whole card.
    pub card: Vec<CardLine>,
    /// Who is in the circle.
    pub links: Vec<LinkLine>,
    /// When it is awake.
    pub awake: Option<(NaiveDate, NaiveDate)>,
    /// What is to be done.
    pub tasks: Vec<TaskSeen>,
}

/// A card that somebody opened, for her and as long as she may read it.
///
/// # Errors
/// When there is none, or it is closed again.
pub async fn opened(scope: &Scope<'_>, reader: MemberId, id: OpeningId) -> Result<Opened, No> {
    let row = opening_row(scope, id).await?.ok_or(No::NotFound)?;
    let zone = charter::charter(scope).await?.zone();
    if row.opened_by != reader && row.through != Some(reader) {
        return Err(No::NotFound);
    }
    let kept = Kept::of(scope, zone, row.member_id).await?;
    // Whom she named, she may have taken back meanwhile.
    let may = row.opened_by == row.member_id || kept.circle.holders.contains(&row.opened_by);
    let is_apart = apart::apart(scope, reader, row.member_id).await?;
    if !opening_of(&row).reads(zone, reader, scope.now()) || !may || is_apart {
        return Err(No::Expired(Message::new("close-card-shut")));
    }
    Ok(Opened {
        id,
        whose: row.member_id,
        by: row.opened_by,
        through: row.through,
        days: (row.from_day, row.until_day),
        card: words_of(scope, row.member_id, |_| true).await?,
        links: links(scope, &kept).await?,
        awake: kept.circle.awake,
        tasks: tasks(&kept, local_day(zone, scope.now())),
    })
}
