//! Keeping apart from somebody, and taking it back (`mutual-aid` 5.2).
//!
//! No reason is asked, nobody is told, nothing of it reaches the register, a mail or another person's page. It holds
//! until she takes it back, or until one of the two leaves.

use crate::entities::no_contact;
use crate::powers::{KeepApart, Permit};
use crate::queries::apart::{everybody_ever, hers, mark, place};
use crate::queries::{charter, people};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// From now on, she is not put together with `other`. Said twice, it is said.
///
/// # Errors
/// When `other` is nobody here, or herself.
pub async fn keep_apart(tx: &Tx<'_>, permit: Permit<KeepApart>, other: MemberId) -> Result<(), No> {
    let by = permit.by();
    let is_here = people::standing(tx, other).await?.is_some_and(|standing| standing.reads());
    if other == by || !is_here {
        return Err(No::field("other", Message::new("apart-choose-somebody")));
    }
    let mark = mark(tx, by, other);
    if tx.find::<no_contact::Entity>().filter(no_contact::Column::Mark.eq(mark.clone())).any().await? {
        return Ok(());
    }
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let since = sealed::key_of(tx, by).await?.seal(&place(&mark), today.to_string().as_bytes())?;
    Ok(tx.insert(no_contact::ActiveModel { mark: Set(mark), since: Set(since), ..Default::default() }).await?)
}

/// Takes it back. What was never said is taken back as easily.
///
/// # Errors
/// When the store fails.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<KeepApart>, other: MemberId) -> Result<(), No> {
    let mark = mark(tx, permit.by(), other);
    tx.delete::<no_contact::Entity>().filter(no_contact::Column::Mark.eq(mark)).go().await?;
    Ok(())
}

/// What is kept, and until when.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "no_contact",
    columns: &["mark", "since"],
    name: "no_contact",
    until: Until::SheSaysSo,
    then: Then::Erased,
}];

/// What she said herself. What others may have said about her is theirs, and is in no copy of hers.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let (key, names) = (sealed::key_of(scope, member).await?, people::names(scope).await?);
    let rows = hers(scope, member, &key).await?.into_iter().map(|kept| {
        let name = names.of(kept.other).unwrap_or_default();
        vec![Datum::new("apart_from", name), Datum::new("since", kept.since)]
    });
    Ok(vec![Section::new("no_contact", rows.collect())])
}

/// Erases what she said, and what others said about her: neither serves any more. She reads how much of it was hers;
/// a sum of both would tell her that others keep apart from her.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let everybody = everybody_ever(tx).await?;
    let hers = everybody.iter().map(|other| mark(tx, member, *other)).collect();
    let of_others = everybody.iter().map(|other| mark(tx, *other, member)).collect();
    let rows = erase(tx, hers).await?;
    erase(tx, of_others).await?;
    Ok(vec![Erased { table: "no_contact", rows }])
}

async fn erase(tx: &Tx<'_>, marks: Vec<Vec<u8>>) -> Result<u64, Broken> {
    let mut rows = 0;
    // A store takes so many values in one question, and no more.
    for some in marks.chunks(500) {
        let said = tx.delete::<no_contact::Entity>().filter(no_contact::Column::Mark.is_in(some.iter().cloned()));
        rows += said.go().await?;
    }
    Ok(rows)
}
