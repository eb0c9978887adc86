//! Typing one's passphrase again before something that counts: a session left open is not she.

use crate::commands::secret;
use crate::entities::member;
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Message, No};
use sea_orm::ColumnTrait;

/// Proof that somebody typed her passphrase, or that she has none. Checked before the write, because it takes a
/// while; `still_holds` looks inside the write that it was not changed meanwhile.
#[derive(Debug)]
#[must_use]
pub struct Confirmed {
    by: MemberId,
    known: Option<String>,
}

impl Confirmed {
    /// Whether there is a passphrase to type at all.
    pub(crate) fn has_passphrase(&self) -> bool {
        self.known.is_some()
    }

    /// That nothing changed between the check and the write.
    ///
    /// # Errors
    /// When it did, or when somebody else was checked.
    pub(crate) async fn still_holds(&self, tx: &Tx<'_>, by: MemberId) -> Result<(), No> {
        let now = passphrase_of(tx, by).await?;
        if self.by == by && now == self.known { Ok(()) } else { Err(No::conflict("error-changed-meanwhile")) }
    }
}

/// Checks the passphrase that `by` typed again, in the field `present`; nothing is asked of whoever has none.
///
/// # Errors
/// When it is wrong.
pub async fn confirm(db: &Db, group: GroupId, by: MemberId, present: &str) -> Result<Confirmed, No> {
    let known = passphrase_of(&db.read(group), by).await?;
    if let Some(hash) = &known
        && !secret::is_right(present, Some(hash.clone())).await?
    {
        return Err(No::field("present", Message::new("passphrase-wrong")));
    }
    Ok(Confirmed { by, known })
}

async fn passphrase_of(scope: &Scope<'_>, by: MemberId) -> Result<Option<String>, No> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(by)).one().await?;
    Ok(row.ok_or(No::NotFound)?.passphrase)
}
