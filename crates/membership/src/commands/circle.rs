//! A circle: three to seven members whom somebody chose to help her come back if she loses every way in
//! (`reliability D6`). They accept, or not, without a reason. She alone sees the whole of it; each of them sees only
//! whose circle she is in herself.

use crate::commands::{print_card, session};
use crate::entities::circle;
use crate::powers::{ChangeOwnAccess, Permit, Vouch};
use crate::queries::apart::{apart, known_to};
use crate::queries::circle::{mine, of_others, who_could};
use crate::queries::recovery::refuse_barred;
use crate::rules::recovery::{Barred, LARGEST_CIRCLE};
use commons::area::{Erased, Kept, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "circle",
    columns: &["whose", "member_id", "accepted", "asked_at", "closed_at"],
    name: "circle",
    until: Until::SheSaysSo,
    then: Then::Erased,
}];

/// Asks somebody to be in her circle. Asked twice, she is asked once.
///
/// # Errors
/// When she is not somebody who could, the circle is full, or her place was handed over of late.
pub async fn ask(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, member: MemberId) -> Result<(), No> {
    let owner = permit.by();
    refuse_barred(tx, owner, Barred::ChangeCircle).await?;
    let present = mine(tx, owner).await?;
    if present.iter().any(|close| close.id == member) {
        return Ok(());
    }
    if !who_could(tx, owner).await?.iter().any(|person| person.id == member) {
        return Err(No::field("member", Message::new("circle-choose")));
    }
    if present.len() >= LARGEST_CIRCLE {
        return Err(No::field("member", Message::new("circle-full").with("max", LARGEST_CIRCLE)));
    }
    // She may stand there from before she left and came back.
    take_out(tx, owner, member).await?;
    let row = circle::ActiveModel {
        whose: Set(owner),
        member_id: Set(member),
        accepted: Set(false),
        asked_at: Set(tx.now()),
        closed_at: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Takes somebody out of her circle, who is not told. Somebody who is not in it is fine.
///
/// # Errors
/// When her place was handed over of late.
pub async fn remove(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, member: MemberId) -> Result<(), No> {
    refuse_barred(tx, permit.by(), Barred::ChangeCircle).await?;
    Ok(take_out(tx, permit.by(), member).await?)
}

/// Says yes to `owner`.
///
/// # Errors
/// When she no longer asks.
pub async fn accept(tx: &Tx<'_>, permit: Permit<Vouch>, owner: MemberId) -> Result<(), No> {
    refuse_apart(tx, permit.by(), owner).await?;
    let this = tx.change::<circle::Entity>().filter(this(owner, permit.by()));
    if this.set(circle::Column::Accepted, true).go().await? == 0 { Err(No::NotFound) } else { Ok(()) }
}

/// Says no to `owner`, or leaves her circle. Nobody asks why, and the place is free.
///
/// # Errors
/// When the store fails.
pub async fn decline(tx: &Tx<'_>, permit: Permit<Vouch>, owner: MemberId) -> Result<(), No> {
    Ok(take_out(tx, owner, permit.by()).await?)
}

/// Closes every session of `owner`, who lost her telephone, and the links in her mail. It gives no reading. She
/// sees who did it and when, and comes in again as always (`reliability T04`).
///
/// # Errors
/// When she is not in her circle.
pub async fn close_sessions(tx: &Tx<'_>, permit: Permit<Vouch>, owner: MemberId) -> Result<(), No> {
    use circle::Column;
    refuse_apart(tx, permit.by(), owner).await?;
    let mine = tx.change::<circle::Entity>().filter(this(owner, permit.by())).filter(Column::Accepted.eq(true));
    if mine.set(Column::ClosedAt, tx.now()).go().await? == 0 {
        return Err(No::NotFound);
    }
    // The owner keeps apart from her, and she may not learn of it: she reads that it is done, and nothing is.
    if apart(tx, permit.by(), owner).await? {
        return Ok(());
    }
    session::close_every_way(tx, owner).await?;
    Ok(print_card::tell(tx, owner).await?)
}

async fn refuse_apart(scope: &Scope<'_>, reader: MemberId, owner: MemberId) -> Result<(), No> {
    if known_to(scope, reader).await?.contains(&owner) { Err(No::NotFound) } else { Ok(()) }
}

fn this(owner: MemberId, member: MemberId) -> sea_orm::Condition {
    sea_orm::Condition::all().add(circle::Column::Whose.eq(owner)).add(circle::Column::MemberId.eq(member))
}

async fn take_out(tx: &Tx<'_>, owner: MemberId, member: MemberId) -> Result<(), Broken> {
    tx.delete::<circle::Entity>().filter(this(owner, member)).go().await?;
    Ok(())
}

/// Erases her circle and her places in those of others. Counted is what her own pages showed: a row that they hid
/// from her stays hidden.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let shown = mine(tx, member).await?.len().saturating_add(of_others(tx, member).await?.len());
    let hers = sea_orm::Condition::any().add(circle::Column::Whose.eq(member)).add(circle::Column::MemberId.eq(member));
    tx.delete::<circle::Entity>().filter(hers).go().await?;
    Ok(vec![Erased { table: "circle", rows: u64::try_from(shown).unwrap_or(u64::MAX) }])
}
