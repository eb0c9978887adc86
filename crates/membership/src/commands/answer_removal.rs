//! What the person concerned does about her own removal: say that she was heard or would rather not be, and appeal
//! (`mutual-aid` ALG10). She can, whatever the group decided about her.

use crate::commands::give_notice::{cannot, heard, log};
use crate::entities::removal;
use crate::powers::{AnswerRemoval, Permit};
use crate::queries::removals;
use crate::rules::kernel::Hearing;
use crate::rules::removal::{Appeal, Step};
use commons::db::Tx;
use commons::refusal::{Message, No};
use commons::register;
use commons::sealed;
use sea_orm::ColumnTrait;

/// Most characters of an appeal.
pub const LONGEST: usize = 4_000;

/// Records that she was heard, or would rather not be.
///
/// # Errors
/// When no removal concerns her, or the vote is open already.
pub async fn answer(tx: &Tx<'_>, permit: Permit<AnswerRemoval>, hearing: Hearing) -> Result<(), No> {
    let row = removals::open_about(tx, permit.by()).await?.ok_or(No::NotFound)?;
    heard(tx, &row, hearing, &[permit.by()]).await
}

/// Appeals, once, within sixty days of the effect. Her words are sealed; the register says only that she appealed.
///
/// # Errors
/// When it is too late, she has appealed, or wrote nothing or too much.
pub async fn appeal(tx: &Tx<'_>, permit: Permit<AnswerRemoval>, words: &str) -> Result<(), No> {
    let row = removals::open_about(tx, permit.by()).await?.ok_or(No::NotFound)?;
    removals::state(&row)?.step(Step::Appeal, tx.now()).map_err(cannot)?;
    let (words, length) = (words.trim(), words.trim().chars().count());
    if words.is_empty() {
        return Err(No::field("words", Message::new("removal-write-appeal")));
    }
    if length > LONGEST {
        return Err(No::field("words", Message::new("too-long").with("over", length - LONGEST)));
    }
    let sealed = sealed::key_of(tx, permit.by()).await?.seal(&removals::place(row.id), words.as_bytes())?;
    let this = tx.change::<removal::Entity>().filter(removal::Column::Id.eq(row.id));
    let this = this.set(removal::Column::Appeal, Appeal::Open).set(removal::Column::AppealWords, sealed);
    this.set(removal::Column::AppealedAt, tx.now()).go().await?;
    log(tx, register::kinds::REMOVAL_APPEALED, &[permit.by()], permit.by()).await
}
