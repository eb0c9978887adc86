//! Draws by lot (`decisions B12`, 6.15): opening one, putting one's own name, throwing dice, giving one's place to the
//! next. A draw is advice that the register shows: nothing follows from it by itself.

use crate::area::a_year_ago;
use crate::commands::settle::result;
use crate::commands::{self as proposals, question_of};
use crate::entities::{draw, draw_dice, draw_entry, proposal};
use crate::powers::{DrawLots, EnterDraw};
use crate::rules::draw::{
    Closing, NewDraw, Stage, WAITS_FOR_DICE, fingerprint, made, places, problems, public_value, read_dice, standing,
    tie_of, title_of,
};
use crate::{DrawId, ProposalId};
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, Message, No};
use commons::register::{self, kinds};
use membership::powers::Permit;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::{Value, json};

/// Opens a draw for one thing.
///
/// # Errors
/// When something is to correct.
pub async fn open(tx: &Tx<'_>, permit: Permit<DrawLots>, new: &NewDraw) -> Result<DrawId, No> {
    let problems = problems(new);
    let (Some(seats), Some(closing), true) = (new.seats, new.closing, problems.is_empty()) else {
        return Err(No::Invalid(problems));
    };
    Ok(begin(tx, permit.by(), new, seats, closing, None).await?)
}

/// Opens a draw among exactly what a vote left tied (`decisions` 7.2). The result of the vote stays a tie; the draw stands
/// beside it. `none` is what the group calls leaving things as they are, when that is one of those tied.
///
/// # Errors
/// When that vote is no tie among options, a draw of it is there already, or nothing says when it closes.
pub async fn open_for_tie(
    tx: &Tx<'_>,
    permit: Permit<DrawLots>,
    id: ProposalId,
    closing: Option<Closing>,
    none: &str,
) -> Result<DrawId, No> {
    let about = proposals::find(tx, id).await?;
    let question = question_of(&about)?;
    let tie = match result(&about)? {
        Some(result) => tie_of(&question, &result),
        None => None,
    };
    let tie = tie.ok_or_else(|| No::conflict("draw-no-tie"))?;
    if of_vote(tx, id).await?.is_some() {
        return Err(No::conflict("draw-tie-drawn"));
    }
    let label = |line: &usize| match question.options.get(*line) {
        Some(offer) => offer.label.clone(),
        // An option may have been called so.
        None if question.options.iter().any(|offer| offer.label.to_lowercase() == none.to_lowercase()) => {
            format!("{none} (—)")
        }
        None => none.to_owned(),
    };
    let entries = tie.lines.iter().map(label).collect();
    let new = NewDraw { title: title_of(&about.title), by_name: false, entries, seats: Some(tie.seats), closing };
    let problems = problems(&new);
    let (Some(closing), true) = (closing, problems.is_empty()) else { return Err(No::Invalid(problems)) };
    Ok(begin(tx, permit.by(), &new, tie.seats, closing, Some(&about)).await?)
}

/// The draw of what a vote left tied: one that goes on or is made.
pub(crate) async fn of_vote(scope: &Scope<'_>, vote: ProposalId) -> Result<Option<draw::Model>, Broken> {
    use draw::Column;
    let rows = scope.find::<draw::Entity>().filter(Column::ProposalId.eq(vote)).descending(Column::Id).all().await?;
    Ok(rows.into_iter().find(|row| matches!(row.state, Stage::Open | Stage::Closed | Stage::Drawn)))
}

async fn begin(
    tx: &Tx<'_>,
    by: MemberId,
    new: &NewDraw,
    seats: u32,
    closing: Closing,
    about: Option<&proposal::Model>,
) -> Result<DrawId, Broken> {
    let closes = closing.at(charter::charter(tx).await?.zone(), tx.now());
    let id = DrawId::new();
    let title = new.title.trim().to_owned();
    let row = draw::ActiveModel {
        id: Set(id),
        title: Set(title.clone()),
        by_name: Set(new.by_name),
        seats: Set(i32::try_from(seats).unwrap_or(i32::MAX)),
        opened_by: Set(by),
        opened_at: Set(tx.now()),
        closes_at: Set(closes),
        state: Set(Stage::Open),
        proposal_id: Set(about.map(|about| about.id)),
        ..Default::default()
    };
    tx.insert(row).await?;
    if !new.by_name {
        tx.insert_many(new.entries.iter().map(|entry| line(id, entry.clone(), None))).await?;
    }
    let mut body = json!({ "title": title, "seats": seats, "closes_at": register::chain::second(closes) });
    if let (Some(about), Some(fields)) = (about, body.as_object_mut()) {
        fields.insert("tie_of".to_owned(), json!(about.number));
    }
    log(tx, kinds::DRAW_OPENED, &[by], id, body).await?;
    Ok(id)
}

fn line(id: DrawId, entry: String, member: Option<MemberId>) -> draw_entry::ActiveModel {
    draw_entry::ActiveModel {
        draw_id: Set(id),
        entry: Set(entry),
        member_id: Set(member),
        refused: Set(false),
        ..Default::default()
    }
}

/// Takes a draw back before it closes, with the names that are in it.
///
/// # Errors
/// When somebody else opened it, or it has closed.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<DrawLots>, id: DrawId) -> Result<(), No> {
    let row = find(tx, id).await?;
    if row.opened_by != permit.by() {
        return Err(No::NotAllowed(Message::new("draw-not-yours")));
    }
    refuse_unless_open(tx, &row)?;
    tx.delete::<draw_entry::Entity>().filter(draw_entry::Column::DrawId.eq(id)).go().await?;
    tx.update(draw::ActiveModel { id: Set(id), state: Set(Stage::TakenBack), ..Default::default() }).await?;
    log(tx, kinds::DRAW_TAKEN_BACK, &[permit.by()], id, json!({ "title": row.title })).await?;
    Ok(())
}

/// Puts her own name in a draw, or takes it back. Nobody does it for another.
///
/// # Errors
/// When it has closed, or is drawn among other things than names.
pub async fn put_own_name(tx: &Tx<'_>, permit: Permit<EnterDraw>, id: DrawId, inside: bool) -> Result<(), No> {
    let row = find(tx, id).await?;
    if !row.by_name {
        return Err(No::NotFound);
    }
    refuse_unless_open(tx, &row)?;
    let is_in = entry_of(tx, id, permit.by()).await?.is_some();
    match (inside, is_in) {
        (true, false) => tx.insert(line(id, permit.by().to_string(), Some(permit.by()))).await?,
        (false, true) => {
            use draw_entry::Column;
            let hers = tx.delete::<draw_entry::Entity>().filter(Column::DrawId.eq(id));
            hers.filter(Column::MemberId.eq(permit.by())).go().await?;
        }
        // The form came twice: it is so already.
        (true, true) | (false, false) => {}
    }
    Ok(())
}

/// What became of a throw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thrown {
    /// Somebody else has to throw too.
    Waits,
    /// It was the second one, and the draw is made.
    Made,
}

/// Types what her dice showed. Nobody sees what the first one threw before the second one typed hers; with the second,
/// the draw is made.
///
/// # Errors
/// When these are no dice, she threw already, or it is not the time for it.
pub async fn throw(tx: &Tx<'_>, permit: Permit<DrawLots>, id: DrawId, typed: &str) -> Result<Thrown, No> {
    let row = find(tx, id).await?;
    match row.state {
        Stage::Open => return Err(No::conflict("draw-not-closed")),
        Stage::Closed if tx.now() < row.closes_at + WAITS_FOR_DICE => {}
        Stage::Closed | Stage::Drawn | Stage::Empty | Stage::TakenBack | Stage::Lapsed => {
            return Err(No::conflict("draw-over"));
        }
    }
    let first = tx.find::<draw_dice::Entity>().filter(draw_dice::Column::DrawId.eq(id)).one().await?;
    if first.as_ref().is_some_and(|first| first.member_id == permit.by()) {
        // Whoever could throw again after the other would choose who is drawn.
        return Err(No::conflict("draw-thrown-already"));
    }
    let dice = read_dice(typed).map_err(|problem| No::Invalid(vec![problem]))?;
    let Some(first) = first else {
        let hers = draw_dice::ActiveModel {
            draw_id: Set(id),
            member_id: Set(permit.by()),
            dice: Set(dice),
            ..Default::default()
        };
        tx.insert(hers).await?;
        return Ok(Thrown::Waits);
    };
    make(tx, &row, &public_value(&first.dice, &dice), &[first.member_id, permit.by()]).await?;
    tx.delete::<draw_dice::Entity>().filter(draw_dice::Column::DrawId.eq(id)).go().await?;
    Ok(Thrown::Made)
}

async fn make(tx: &Tx<'_>, row: &draw::Model, value: &str, threw: &[MemberId]) -> Result<(), Broken> {
    let entries = entries(tx, row.id).await?;
    let names: Vec<String> = entries.iter().map(|entry| entry.entry.clone()).collect();
    let head = row.head.as_deref().ok_or_else(|| Broken::stored("a draw that closed without its entry"))?;
    let made = made(head, row.id.0.as_bytes(), value, &names).ok_or_else(|| Broken::stored("the head of a draw"))?;
    let change = draw::ActiveModel {
        id: Set(row.id),
        state: Set(Stage::Drawn),
        value: Set(Some(value.to_owned())),
        ..Default::default()
    };
    tx.update(change).await?;
    let refused: Vec<&str> = entries.iter().filter(|one| one.refused).map(|one| one.entry.as_str()).collect();
    let drawn = standing(&made.order, &refused, seats(row));
    // What somebody typed goes after a year; the register is for ever.
    let (which, drawn) = match row.by_name {
        true => ("drawn", json!(drawn)),
        false => ("places", json!(places(&names, &drawn))),
    };
    let body = json!({
        "title": row.title, "seats": row.seats, "by_name": row.by_name, "closed": row.closed_seq, "head": head,
        "value": value, "seed": made.seed, "entries": fingerprint(&names), which: drawn,
    });
    log(tx, kinds::DRAW_MADE, threw, row.id, body).await?;
    Ok(())
}

/// Gives her place to the next. Nobody asks why, and the register says nothing of it.
///
/// # Errors
/// When her name is not drawn.
pub async fn give_way(tx: &Tx<'_>, permit: Permit<EnterDraw>, id: DrawId) -> Result<(), No> {
    let row = find(tx, id).await?;
    let own = permit.by().to_string();
    let drawn = standing_now(tx, &row).await?;
    if !row.by_name || !drawn.contains(&own) {
        return Err(No::conflict("draw-not-drawn"));
    }
    Ok(gives_way(tx, id, permit.by()).await?)
}

async fn gives_way(tx: &Tx<'_>, id: DrawId, member: MemberId) -> Result<(), Broken> {
    use draw_entry::Column;
    let hers = tx.change::<draw_entry::Entity>().filter(Column::DrawId.eq(id)).filter(Column::MemberId.eq(member));
    hers.set(Column::Refused, true).go().await?;
    Ok(())
}

/// Every entry in the order in which it was drawn; nothing before that.
pub(crate) fn order(row: &draw::Model, entries: &[draw_entry::Model]) -> Option<Vec<String>> {
    let names: Vec<String> = entries.iter().map(|entry| entry.entry.clone()).collect();
    let made = made(row.head.as_deref()?, row.id.0.as_bytes(), row.value.as_deref()?, &names)?;
    Some(made.order)
}

async fn standing_now(scope: &Scope<'_>, row: &draw::Model) -> Result<Vec<String>, Broken> {
    let entries = entries(scope, row.id).await?;
    let order = order(row, &entries).unwrap_or_default();
    let refused: Vec<&str> = entries.iter().filter(|one| one.refused).map(|one| one.entry.as_str()).collect();
    Ok(standing(&order, &refused, seats(row)).into_iter().map(str::to_owned).collect())
}

/// How many are drawn.
pub(crate) fn seats(row: &draw::Model) -> usize {
    usize::try_from(row.seats).unwrap_or_default()
}

/// A draw of this group.
pub(crate) async fn find(scope: &Scope<'_>, id: DrawId) -> Result<draw::Model, No> {
    scope.find::<draw::Entity>().filter(draw::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)
}

/// What is in a draw, always in the same order.
pub(crate) async fn entries(scope: &Scope<'_>, id: DrawId) -> Result<Vec<draw_entry::Model>, Broken> {
    let rows = scope.find::<draw_entry::Entity>().filter(draw_entry::Column::DrawId.eq(id));
    Ok(rows.ascending(draw_entry::Column::Entry).all().await?)
}

async fn entry_of(scope: &Scope<'_>, id: DrawId, member: MemberId) -> Result<Option<draw_entry::Model>, Broken> {
    use draw_entry::Column;
    let hers = scope.find::<draw_entry::Entity>().filter(Column::DrawId.eq(id)).filter(Column::MemberId.eq(member));
    Ok(hers.one().await?)
}

/// The hour decides, not whoever comes by to close it.
fn refuse_unless_open(tx: &Tx<'_>, row: &draw::Model) -> Result<(), No> {
    if row.state == Stage::Open && tx.now() < row.closes_at { Ok(()) } else { Err(No::conflict("draw-closed")) }
}

/// Closes the draws whose time is over: the register says what is in them before any dice fall. Those that nobody's dice
/// came to in time are over.
pub(super) async fn close_draws(db: &Db, group: GroupId) -> Result<(), Broken> {
    for row in due(&db.read(group)).await? {
        db.write(group, async |tx: &Tx<'_>| close(tx, row.id).await).await?;
    }
    for row in waited_long(&db.read(group)).await? {
        db.write(group, async |tx: &Tx<'_>| lapse(tx, row.id).await).await?;
    }
    Ok(())
}

async fn waited_long(scope: &Scope<'_>) -> Result<Vec<draw::Model>, Broken> {
    use draw::Column;
    let closed = scope.find::<draw::Entity>().filter(Column::State.eq(Stage::Closed));
    Ok(closed.filter(Column::ClosesAt.lte(scope.now() - WAITS_FOR_DICE)).ascending(Column::ClosesAt).all().await?)
}

/// Looked at once more under the lock: dice may have come.
async fn lapse(tx: &Tx<'_>, id: DrawId) -> Result<(), Broken> {
    let Some(row) = waited_long(tx).await?.into_iter().find(|row| row.id == id) else { return Ok(()) };
    tx.delete::<draw_dice::Entity>().filter(draw_dice::Column::DrawId.eq(id)).go().await?;
    tx.update(draw::ActiveModel { id: Set(id), state: Set(Stage::Lapsed), ..Default::default() }).await?;
    log(tx, kinds::DRAW_LAPSED, &[], id, json!({ "title": row.title, "closed": row.closed_seq })).await?;
    Ok(())
}

async fn due(scope: &Scope<'_>) -> Result<Vec<draw::Model>, Broken> {
    use draw::Column;
    let open = scope.find::<draw::Entity>().filter(Column::State.eq(Stage::Open));
    Ok(open.filter(Column::ClosesAt.lte(scope.now())).ascending(Column::ClosesAt).all().await?)
}

/// Looked at once more under the lock: somebody may have closed it.
async fn close(tx: &Tx<'_>, id: DrawId) -> Result<(), Broken> {
    let Some(row) = due(tx).await?.into_iter().find(|row| row.id == id) else { return Ok(()) };
    let names: Vec<String> = entries(tx, id).await?.into_iter().map(|entry| entry.entry).collect();
    let body = json!({
        "title": row.title, "seats": row.seats, "count": names.len(), "entries": fingerprint(&names),
    });
    let seq = log(tx, kinds::DRAW_CLOSED, &[], id, body).await?;
    let entry = register::entry(tx, seq).await?.ok_or_else(|| Broken::stored("an entry that was just written"))?;
    let change = draw::ActiveModel {
        id: Set(id),
        state: Set(if names.is_empty() { Stage::Empty } else { Stage::Closed }),
        closed_seq: Set(Some(seq)),
        head: Set(Some(entry.hash)),
        ..Default::default()
    };
    Ok(tx.update(change).await?)
}

/// Somebody leaves: her name goes from what is still open; elsewhere she gives her place to the next, since what is in a
/// draw that closed can no longer change. A throw of hers that waits for another goes.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<[u64; 2], Broken> {
    use draw_entry::Column;
    let thrown = tx.delete::<draw_dice::Entity>().filter(draw_dice::Column::MemberId.eq(member)).go().await?;
    let mut gone = 0;
    for hers in tx.find::<draw_entry::Entity>().filter(Column::MemberId.eq(member)).all().await? {
        let about = tx.find::<draw::Entity>().filter(draw::Column::Id.eq(hers.draw_id)).one().await?;
        if about.is_some_and(|about| about.state == Stage::Open) {
            let this = tx.delete::<draw_entry::Entity>().filter(Column::DrawId.eq(hers.draw_id));
            gone += this.filter(Column::MemberId.eq(member)).go().await?;
        } else {
            gives_way(tx, hers.draw_id, member).await?;
        }
    }
    Ok([gone, thrown])
}

/// A year after it closed, a draw goes with everything that was in it; what the register says stays.
pub(crate) async fn erase_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    let old = tx.find::<draw::Entity>().filter(draw::Column::ClosesAt.lte(a_year_ago(tx))).all().await?;
    let mut gone = 0;
    for row in old {
        tx.delete::<draw_entry::Entity>().filter(draw_entry::Column::DrawId.eq(row.id)).go().await?;
        tx.delete::<draw_dice::Entity>().filter(draw_dice::Column::DrawId.eq(row.id)).go().await?;
        gone += tx.delete::<draw::Entity>().filter(draw::Column::Id.eq(row.id)).go().await?;
    }
    Ok(gone)
}

async fn log(tx: &Tx<'_>, kind: &'static str, actors: &[MemberId], id: DrawId, body: Value) -> Result<i64, Broken> {
    register::append(tx, register::New { kind, actors, about: Some(id.to_string()), body }).await
}
