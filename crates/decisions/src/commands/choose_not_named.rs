//! "I do not wish to be named" (`domain` 4.7-9): for herself alone, until she says otherwise.

use crate::commands::election::{UNWILLING, WILLING, place_of_wish};
use crate::entities::naming_wish;
use crate::powers::ChooseNotNamed;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use commons::sealed;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Says whether she may be named in elections without candidates. No reason is asked.
///
/// # Errors
/// When the store fails.
pub async fn choose_not_named(tx: &Tx<'_>, permit: Permit<ChooseNotNamed>, unwilling: bool) -> Result<(), No> {
    let by = permit.by();
    let word = if unwilling { UNWILLING } else { WILLING };
    let row = naming_wish::ActiveModel {
        member_id: Set(by),
        sealed: Set(sealed::key_of(tx, by).await?.seal(&place_of_wish(by), word.as_bytes())?),
        ..Default::default()
    };
    let hers = tx.find::<naming_wish::Entity>().filter(naming_wish::Column::MemberId.eq(by));
    if hers.any().await? { Ok(tx.update(row).await?) } else { Ok(tx.insert(row).await?) }
}

/// What she said, for herself to read; nothing when she was never asked.
///
/// # Errors
/// When the store fails.
pub async fn wish_of(scope: &Scope<'_>, member: MemberId) -> Result<Option<bool>, Broken> {
    let hers = scope.find::<naming_wish::Entity>().filter(naming_wish::Column::MemberId.eq(member));
    let Some(hers) = hers.one().await? else { return Ok(None) };
    let said = sealed::key_of(scope, member).await?.open_text(&place_of_wish(member), &hers.sealed)?;
    Ok(Some(said == UNWILLING))
}
