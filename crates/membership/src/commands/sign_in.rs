//! Signing in with a name and a passphrase.

use crate::commands::{secret, session};
use crate::entities::member;
use crate::queries::people;
use crate::rules::names::folded;
use crate::rules::standing::Standing;
use commons::db::{Db, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, Message, No};
use sea_orm::ColumnTrait;

/// What was typed at the door.
#[derive(Debug)]
pub struct AtTheDoor {
    /// What she is called in the group.
    pub name: String,
    /// Her passphrase.
    pub passphrase: String,
    /// Whether she said that the device is hers alone.
    pub own_device: bool,
}

/// Opens a session and returns its token.
///
/// A name that is not here and a passphrase that is wrong get the same answer in the same time.
///
/// # Errors
/// When they do not go together.
pub async fn sign_in(db: &Db, group: GroupId, typed: AtTheDoor) -> Result<String, No> {
    let found = find(db, group, &typed.name).await?;
    let hash = found.as_ref().map(|(_, hash)| hash.clone());
    let right = secret::is_right(&typed.passphrase, hash).await?;
    let Some((member, hash)) = found.filter(|_| right) else {
        return Err(No::field("passphrase", Message::new("door-wrong")));
    };
    db.write(group, async |tx: &Tx<'_>| {
        // Read again under the lock: a passphrase changed meanwhile no longer opens.
        let same = tx
            .find::<member::Entity>()
            .filter(member::Column::Id.eq(member))
            .filter(member::Column::Passphrase.eq(hash));
        if !same.filter(member::Column::Standing.ne(Standing::Left)).any().await? {
            return Err(No::field("passphrase", Message::new("door-wrong")));
        }
        Ok(session::open(tx, member, typed.own_device).await?)
    })
    .await
}

async fn find(db: &Db, group: GroupId, name: &str) -> Result<Option<(MemberId, String)>, Broken> {
    let scope = db.read(group);
    let wanted = folded(name);
    let person = people::with_a_place(&scope).await?.into_iter().find(|person| folded(&person.name) == wanted);
    // Somebody who is not here is looked for all the same: one query more or less would tell who is.
    let id = person.map_or_else(MemberId::new, |person| person.id);
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(id)).one().await?;
    Ok(row.and_then(|row| row.passphrase).map(|hash| (id, hash)))
}
