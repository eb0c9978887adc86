//! The register of members that the law asks of an incorporated group, past members too (ruling 17). Whoever holds the
//! mandate for it reads it, and each reading is told in the register; nobody else does.

use crate::commands::leave::{LegalEntry, legal_place, what_stays};
use crate::entities::legal_register;
use crate::powers::{KeepLegalRegister, Permit};
use crate::queries::{charter, people};
use crate::rules::legal::keeps_members_register;
use commons::db::Tx;
use commons::refusal::{Broken, No};

/// Both halves of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalRegister {
    /// Members now, by name; `until` is today.
    pub present: Vec<LegalEntry>,
    /// Members of before, the last to leave first.
    pub past: Vec<LegalEntry>,
}

/// Reads it, once a day in the register however often it is opened.
///
/// # Errors
/// When the group's legal frame keeps none, or the store fails.
pub async fn read(tx: &Tx<'_>, permit: &Permit<KeepLegalRegister>) -> Result<LegalRegister, No> {
    if !keeps_members_register(charter::charter(tx).await?.text("legal_frame")) {
        return Err(No::NotFound);
    }
    permit.log_reading(tx, "legal_register").await?;
    let mut present = Vec::new();
    for person in people::everyone(tx).await? {
        present.extend(what_stays(tx, person.id).await?);
    }
    let group_key = tx.keyring().group_key(tx.group());
    let mut past = Vec::new();
    for row in tx.find::<legal_register::Entity>().all().await? {
        let text = group_key.open(&legal_place(row.id), &row.entry)?;
        past.push(serde_json::from_slice::<LegalEntry>(&text).map_err(Broken::stored)?);
    }
    past.sort_by(|one, other| (other.until, &one.name).cmp(&(one.until, &other.name)));
    Ok(LegalRegister { present, past })
}
