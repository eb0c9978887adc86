//! What somebody who leaves does with what she said, piece by piece: let it stay without her name, or take it along.

use crate::ContributionId;
use crate::commands::contribute::place;
use crate::entities::contribution;
use commons::db::Tx;
use commons::refusal::{Broken, No};
use commons::sealed;
use membership::powers::{Leave, Permit};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Hands these words of hers to the group: sealed under its key from now on, they outlast hers. Whatever she does
/// not name goes with her. What is not hers is passed over.
///
/// # Errors
/// When the store fails.
pub async fn let_stay(tx: &Tx<'_>, permit: &Permit<Leave>, words: &[ContributionId]) -> Result<(), No> {
    use contribution::Column;
    let hers = tx.find::<contribution::Entity>().filter(Column::Author.eq(permit.by()));
    let hers = hers.filter(Column::Id.is_in(words.iter().copied())).all().await?;
    if hers.is_empty() {
        return Ok(());
    }
    let (key, group_key) = (sealed::key_of(tx, permit.by()).await?, tx.keyring().group_key(tx.group()));
    for row in hers {
        let words = key.open(&place(row.id), &row.words)?;
        let words = Set(group_key.seal(&place(row.id), &words)?);
        tx.update(contribution::ActiveModel { id: Set(row.id), words, ..Default::default() }).await?;
    }
    Ok(())
}

/// Takes along what still opens with her key, and the answers to it: they would quote what was taken back.
pub(crate) async fn forget(tx: &Tx<'_>, member: commons::ids::MemberId) -> Result<u64, Broken> {
    use contribution::Column;
    let key = sealed::key_of(tx, member).await?;
    let hers = tx.find::<contribution::Entity>().filter(Column::Author.eq(member)).all().await?;
    let going = hers.into_iter().filter(|row| key.open(&place(row.id), &row.words).is_ok());
    let going: Vec<ContributionId> = going.map(|row| row.id).collect();
    let mut gone = 0;
    // In armfuls: a store takes only so many values in one query.
    for some in going.chunks(500) {
        gone += tx.delete::<contribution::Entity>().filter(Column::ReplyTo.is_in(some.to_vec())).go().await?;
        gone += tx.delete::<contribution::Entity>().filter(Column::Id.is_in(some.to_vec())).go().await?;
    }
    Ok(gone)
}
