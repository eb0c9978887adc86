//! Forms sent too late: the session had ended, and the words are kept sealed for half an hour, until she
//! comes in again (ruling 12).
//!
//! They are sealed under the key of the person who wrote them, and shown to her alone. A form of which a
//! part is never shown again, such as a passphrase or a secret ballot, is not kept at all: `web` leaves it out.

use crate::db::{Db, Scope, Tx};
use crate::ids::{GroupId, MemberId};
use crate::refusal::Broken;
use crate::sealed::{Sealed, key_of};
use chrono::Duration;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

crate::table!(entity = "late_form", key(member_id: MemberId, nonce: Uuid), {
    form: Sealed,
    kept_until: DateTimeUtc,
});

/// How long a form is kept.
pub const KEPT: Duration = Duration::minutes(30);
/// Most forms kept of one person at once.
const MOST: usize = 10;

/// A form that was sent too late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateForm {
    /// The address it was sent to.
    pub to: String,
    /// Its one-time id: sent once more, it still acts once.
    pub nonce: Uuid,
    /// Its fields, by name, in order.
    pub fields: Vec<(String, String)>,
}

fn place(by: MemberId, nonce: Uuid) -> String {
    format!("late_form/{by}/{nonce}")
}

/// Keeps a form, and says whether it did: there is room for a few of one person.
///
/// # Errors
/// When she is no longer a member, or the store fails.
pub async fn keep(tx: &Tx<'_>, by: MemberId, form: &LateForm) -> Result<bool, Broken> {
    used(tx, by, form.nonce).await?;
    let hers = tx.find::<entity::Entity>().filter(entity::Column::MemberId.eq(by)).all().await?;
    if hers.len() >= MOST {
        return Ok(false);
    }
    let text = serde_json::to_vec(form).map_err(Broken::stored)?;
    let row = entity::ActiveModel {
        member_id: Set(by),
        nonce: Set(form.nonce),
        form: Set(key_of(tx, by).await?.seal(&place(by, form.nonce), &text)?),
        kept_until: Set(tx.now() + KEPT),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(true)
}

/// What is kept of one person, for herself.
///
/// # Errors
/// When the store fails.
pub async fn of(scope: &Scope<'_>, by: MemberId) -> Result<Vec<LateForm>, Broken> {
    use entity::Column;
    let hers = scope.find::<entity::Entity>().filter(Column::MemberId.eq(by)).filter(Column::KeptUntil.gt(scope.now()));
    let mut rows = hers.all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    rows.sort_by_key(|row| row.kept_until);
    let key = key_of(scope, by).await?;
    let open = |row: entity::Model| {
        let text = key.open(&place(by, row.nonce), &row.form)?;
        serde_json::from_slice(&text).map_err(Broken::stored)
    };
    rows.into_iter().map(open).collect()
}

/// Forgets a form that was sent again and acted on. One that was never kept is fine.
///
/// # Errors
/// When the store fails.
pub async fn used(tx: &Tx<'_>, by: MemberId, nonce: Uuid) -> Result<(), Broken> {
    use entity::Column;
    tx.delete::<entity::Entity>().filter(Column::MemberId.eq(by)).filter(Column::Nonce.eq(nonce)).go().await?;
    Ok(())
}

/// Forgets the forms of a group that were kept long enough. Writes only when there are some.
///
/// # Errors
/// When the store fails.
pub async fn forget_old(db: &Db, group: GroupId) -> Result<u64, Broken> {
    let scope = db.read(group);
    let old = entity::Column::KeptUntil.lte(scope.now());
    if !scope.find::<entity::Entity>().filter(old.clone()).any().await? {
        return Ok(0);
    }
    drop(scope);
    db.write(group, async |tx: &Tx<'_>| Ok(tx.delete::<entity::Entity>().filter(old.clone()).go().await?)).await
}

/// Forgets the forms that were kept long enough, inside a write.
pub(crate) async fn forget_over(tx: &Tx<'_>) -> Result<u64, Broken> {
    Ok(tx.delete::<entity::Entity>().filter(entity::Column::KeptUntil.lte(tx.now())).go().await?)
}

/// Forgets every form of somebody who leaves.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<entity::Entity>().filter(entity::Column::MemberId.eq(member)).go().await?)
}
