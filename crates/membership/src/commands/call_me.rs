//! Choosing what one is called: the whole name, a shorter form of it, or another one (`mutual-aid` M23).
//!
//! The name that is shown is the only one kept. Nobody needs the other one here.

use crate::commands::{checked_name, name_is_free};
use crate::entities::member;
use crate::powers::{ChangeOwnAccess, Permit};
use crate::queries::people::name_place;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use commons::{register, sealed};
use sea_orm::ActiveValue::Set;

/// Takes another name. The register says that she did, with neither of the two: so nobody passes for somebody else
/// unseen.
///
/// # Errors
/// When it cannot be a name, or looks like somebody's here.
pub async fn call_me(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, typed: &str) -> Result<(), No> {
    rename(tx, permit.by(), permit.by(), typed).await
}

/// `by` gives `whom` another name: herself, or at her request. The register says who did it.
pub(crate) async fn rename(tx: &Tx<'_>, by: MemberId, whom: MemberId, typed: &str) -> Result<(), No> {
    let name = checked_name("name", typed).map_err(|problem| No::Invalid(vec![problem]))?;
    if !name_is_free(tx, &name, Some(whom)).await? {
        return Err(No::field("name", Message::new("name-taken")));
    }
    let key = sealed::key_of(tx, whom).await?;
    let name = key.seal(&name_place(whom), name.as_bytes())?;
    tx.update(member::ActiveModel { id: Set(whom), name: Set(name), ..Default::default() }).await?;
    let (kind, about, body) = (register::kinds::RENAMED, Some(whom.to_string()), serde_json::json!({}));
    register::append(tx, register::New { kind, actors: &[by], about, body }).await?;
    Ok(())
}
