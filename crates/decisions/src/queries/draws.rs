//! Draws by lot, as members see them (`decisions B12`).

use crate::commands::draw::{entries, find, of_vote, order, seats};
use crate::entities::{draw, draw_dice};
use crate::queries::proposal::number_of;
use crate::rules::draw::{Stage, WAITS_FOR_DICE, made, standing};
use crate::{DrawId, ProposalId};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ColumnTrait;

/// A draw as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: DrawId,
    /// For what.
    pub title: String,
    /// Where it is.
    pub stage: Stage,
    /// When it closes, or did.
    pub closes_at: Time,
}

/// Something, or somebody, in a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it is drawn: a typed line, or the id of whoever put her name.
    pub entry: String,
    /// Who put her own name.
    pub member: Option<MemberId>,
    /// Whether it is drawn.
    pub drawn: bool,
    /// Whether she gave her place to the next.
    pub gave_way: bool,
}

/// What anybody needs to replay a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// The hash of the entry that closed it.
    pub head: String,
    /// What both threw.
    pub value: String,
    /// What it was made from.
    pub seed: String,
}

/// A draw as one member sees it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// Which.
    pub id: DrawId,
    /// For what.
    pub title: String,
    /// Whether people put their own names.
    pub by_name: bool,
    /// How many are drawn.
    pub seats: usize,
    /// Who opened it.
    pub opened_by: MemberId,
    /// When it closes, or did.
    pub closes_at: Time,
    /// Until when it waits for dice, once it has closed.
    pub lapses_at: Time,
    /// Where it is.
    pub stage: Stage,
    /// What is in it: first drawn first, once it is drawn.
    pub entries: Vec<Entry>,
    /// Who threw dice and waits for somebody else to.
    pub threw: Option<MemberId>,
    /// What it takes to replay it; none before it is drawn.
    pub replay: Option<Replay>,
    /// The register entry that closed it.
    pub closed_seq: Option<i64>,
    /// The number of the proposal whose tie it settles.
    pub tie_of: Option<i32>,
}

/// A draw of what a vote left tied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieDraw {
    /// Which.
    pub id: DrawId,
    /// Where it is.
    pub stage: Stage,
    /// What is drawn; nothing before it is made.
    pub drawn: Vec<String>,
}

/// The draw of what that vote left tied, when somebody opened one and it goes on or is made.
///
/// # Errors
/// When the store fails.
pub async fn of_tie(scope: &Scope<'_>, vote: ProposalId) -> Result<Option<TieDraw>, Broken> {
    let Some(row) = of_vote(scope, vote).await? else { return Ok(None) };
    let kept = entries(scope, row.id).await?;
    let order = order(&row, &kept).unwrap_or_default();
    let drawn = standing(&order, &[], seats(&row)).into_iter().map(str::to_owned).collect();
    Ok(Some(TieDraw { id: row.id, stage: row.state, drawn }))
}

/// Every draw that is kept, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn list(scope: &Scope<'_>) -> Result<Vec<Line>, Broken> {
    let rows = scope.find::<draw::Entity>().descending(draw::Column::Id).all().await?.into_iter();
    Ok(rows.map(|row| Line { id: row.id, title: row.title, stage: row.state, closes_at: row.closes_at }).collect())
}

/// A draw that waits for dice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: DrawId,
    /// For what.
    pub title: String,
    /// Until when it waits.
    pub until: Time,
}

/// The draws that wait for dice, save those for which `member` threw already; the first to be over coming first.
///
/// # Errors
/// When the store fails.
pub async fn waiting_for_dice(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Waiting>, Broken> {
    use draw::Column;
    let closed = scope.find::<draw::Entity>().filter(Column::State.eq(Stage::Closed));
    let closed = closed.filter(Column::ClosesAt.gt(scope.now() - WAITS_FOR_DICE)).ascending(Column::ClosesAt);
    let closed = closed.all().await?;
    if closed.is_empty() {
        return Ok(Vec::new());
    }
    let hers = scope.find::<draw_dice::Entity>().filter(draw_dice::Column::MemberId.eq(member)).all().await?;
    let waits = closed.into_iter().filter(|row| !hers.iter().any(|thrown| thrown.draw_id == row.id));
    Ok(waits.map(|row| Waiting { id: row.id, title: row.title, until: row.closes_at + WAITS_FOR_DICE }).collect())
}

/// Whether a draw is still kept: a year after it closed, only the register tells of it.
///
/// # Errors
/// When the store fails.
pub async fn is_kept(scope: &Scope<'_>, id: DrawId) -> Result<bool, Broken> {
    Ok(scope.find::<draw::Entity>().filter(draw::Column::Id.eq(id)).any().await?)
}

/// One draw.
///
/// # Errors
/// When there is none.
pub async fn one(scope: &Scope<'_>, id: DrawId) -> Result<Draw, No> {
    let row = find(scope, id).await?;
    let kept = entries(scope, id).await?;
    let refused: Vec<&str> = kept.iter().filter(|one| one.refused).map(|one| one.entry.as_str()).collect();
    let order = order(&row, &kept);
    let standing = order.as_ref().map(|order| standing(order, &refused, seats(&row))).unwrap_or_default();
    let seen = |name: &String| {
        let entry = kept.iter().find(|one| one.entry == *name);
        Entry {
            entry: name.clone(),
            member: entry.and_then(|one| one.member_id),
            drawn: standing.contains(&name.as_str()),
            gave_way: entry.is_some_and(|one| one.refused),
        }
    };
    let names: Vec<String> = kept.iter().map(|one| one.entry.clone()).collect();
    let entries = order.as_ref().unwrap_or(&names).iter().map(seen).collect();
    let tie_of = match row.proposal_id {
        Some(about) => number_of(scope, about).await?,
        None => None,
    };
    let threw = scope.find::<draw_dice::Entity>().filter(draw_dice::Column::DrawId.eq(id)).one().await?;
    Ok(Draw {
        id,
        by_name: row.by_name,
        seats: seats(&row),
        opened_by: row.opened_by,
        closes_at: row.closes_at,
        lapses_at: row.closes_at + WAITS_FOR_DICE,
        stage: row.state,
        entries,
        threw: threw.map(|row| row.member_id),
        replay: replay(&row, &names),
        closed_seq: row.closed_seq,
        tie_of,
        title: row.title,
    })
}

fn replay(row: &draw::Model, names: &[String]) -> Option<Replay> {
    let (head, value) = row.head.clone().zip(row.value.clone())?;
    let seed = made(&head, row.id.0.as_bytes(), &value, names)?.seed;
    Some(Replay { head, value, seed })
}
