//! Leaving: erased at once, and no way back (ruling 17, `mutual-aid` M9, M10).
//!
//! Every area erases its own, what all stand on comes last: the key of the person is destroyed, so that whatever
//! copy of her words is left in a file somewhere no longer opens. What stays is a row without a name that others
//! refer to, and, in an incorporated group, what the law asks for.

use crate::LegalEntryId;
use crate::commands::invite;
use crate::entities::{ally, entrance, legal_register, mandate, member, session, sign_in_link};
use crate::joint;
use crate::powers::{Leave, Permit};
use crate::queries::charter;
use crate::queries::me;
use crate::queries::people::name_place;
use crate::queries::removals;
use crate::rules::legal::keeps_members_register;
use crate::rules::standing::Standing;
use chrono::NaiveDate;
use commons::area::{Areas, Erased};
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::outbox;
use commons::refusal::{Broken, No};
use commons::register;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// What the law asks an incorporated group to keep about somebody who was a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalEntry {
    /// The name she had in the group.
    pub name: String,
    /// Her first day.
    pub from: NaiveDate,
    /// Her last day.
    pub until: NaiveDate,
}

/// What would stay of her by law if she left now; nothing where the group is not incorporated, and nothing of
/// somebody who was no member. Of somebody who is excluded, her last day is the one on which she was a member last.
/// Shown to her before (ruling 17).
///
/// # Errors
/// When the store fails.
pub async fn what_stays(scope: &Scope<'_>, member: MemberId) -> Result<Option<LegalEntry>, No> {
    let charter = charter::charter(scope).await?;
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?.ok_or(No::NotFound)?;
    let was_member_until = match row.standing {
        Standing::Active | Standing::Paused => Some(scope.now()),
        Standing::Excluded => removals::excluded_since(scope, member).await?,
        Standing::Ally | Standing::Left => None,
    };
    let Some(last) = was_member_until.filter(|_| keeps_members_register(charter.text("legal_frame"))) else {
        return Ok(None);
    };
    let me = me::me(scope, member).await?;
    let zone = charter.zone();
    let (from, until) = (local_day(zone, me.joined_at), local_day(zone, last));
    Ok(Some(LegalEntry { name: me.name, from, until }))
}

/// Leaves. Her mandates end with her; the register says that somebody left, by an id that has no name any more.
///
/// # Errors
/// When the store fails; then nothing of it is done.
pub async fn leave(tx: &Tx<'_>, permit: Permit<Leave>, areas: &Areas) -> Result<Vec<Erased>, No> {
    let by = permit.by();
    end_mandates(tx, by, &[by], None).await?;
    let erased = empty_place(tx, by, areas).await?;
    let (actors, about) = (&[by], Some(by.to_string()));
    register::append(tx, register::New { kind: register::kinds::LEFT, actors, about, body: json!({}) }).await?;
    Ok(erased)
}

/// Empties the place of somebody who leaves, or whose exclusion is over: what the law asks for is kept, everything
/// else is erased.
pub(crate) async fn empty_place(tx: &Tx<'_>, member: MemberId, areas: &Areas) -> Result<Vec<Erased>, No> {
    if let Some(entry) = what_stays(tx, member).await? {
        keep_by_law(tx, &entry).await?;
    }
    Ok(areas.forget(tx, member).await?)
}

/// Sealed under the group's key: hers is about to go. The row says nothing of whose it is.
async fn keep_by_law(tx: &Tx<'_>, entry: &LegalEntry) -> Result<(), Broken> {
    let id = LegalEntryId::new();
    let text = serde_json::to_vec(entry).map_err(Broken::stored)?;
    let sealed = tx.keyring().group_key(tx.group()).seal(&legal_place(id), &text)?;
    Ok(tx.insert(legal_register::ActiveModel { id: Set(id), entry: Set(sealed), ..Default::default() }).await?)
}

pub(crate) fn legal_place(id: LegalEntryId) -> String {
    format!("legal_register/{id}/entry")
}

/// Ends what she held, with an entry for each: who looks for the mandate finds why it is over. `by` is who ended it,
/// nobody when a decision did.
pub(crate) async fn end_mandates(
    tx: &Tx<'_>,
    holder: MemberId,
    by: &[MemberId],
    decision: Option<Uuid>,
) -> Result<(), Broken> {
    use mandate::Column;
    let held = tx.find::<mandate::Entity>().filter(Column::Holder.eq(holder)).filter(Column::EndedAt.is_null());
    for mandate in held.filter(Column::EndsAt.gt(tx.now())).ascending(Column::Id).all().await? {
        let this = tx.change::<mandate::Entity>().filter(Column::Id.eq(mandate.id));
        this.set(Column::EndedAt, tx.now()).set(Column::EndedBy, decision).go().await?;
        let (kind, about) = (register::kinds::MANDATE_ENDED, Some(mandate.id.to_string()));
        register::append(tx, register::New { kind, actors: by, about, body: json!({}) }).await?;
    }
    Ok(())
}

/// Empties her row and closes every way in. What is left of the row is an id, for others to refer to.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let email = match me::me(tx, member).await {
        Ok(me) => me.email,
        Err(No::Broken(broken)) => return Err(broken),
        Err(_) => None,
    };
    let letters = outbox::forget(tx, member, email.as_deref()).await?;
    let session = tx.delete::<session::Entity>().filter(session::Column::MemberId.eq(member)).go().await?;
    let entrance = tx.delete::<entrance::Entity>().filter(entrance::Column::MemberId.eq(member)).go().await?;
    let link = tx.delete::<sign_in_link::Entity>().filter(sign_in_link::Column::MemberId.eq(member)).go().await?;
    let invitation = invite::forget_of(tx, member).await?;
    let signature = joint::forget(tx, member).await?;
    let described = tx.delete::<ally::Entity>().filter(ally::Column::MemberId.eq(member)).go().await?;
    let empty = tx.keyring().group_key(tx.group()).seal(&name_place(member), b"")?;
    let row = member::ActiveModel {
        id: Set(member),
        name: Set(empty),
        email: Set(None),
        email_index: Set(None),
        passphrase: Set(None),
        wants_news: Set(false),
        standing: Set(Standing::Left),
        joined_at: Set(tx.now()),
        votes_from: Set(tx.now()),
        standing_until: Set(None),
        ..Default::default()
    };
    tx.update(row).await?;
    let erased = |table, rows| Erased { table, rows };
    Ok(vec![
        erased("outbox", letters),
        erased("session", session),
        erased("entrance", entrance),
        erased("sign_in_link", link),
        erased("invitation", invitation),
        erased("joint_signature", signature),
        erased("ally", described),
        erased("member", 1),
    ])
}
