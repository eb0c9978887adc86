//! Where a discussion stands, in every version that members wrote (`decisions A9`).

use crate::ProposalId;
use crate::commands::summarise::{place, written_by};
use crate::entities::{proposal, talk_summary};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::{self, Key};
use sea_orm::ColumnTrait;
use std::collections::HashMap;

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its number, from 1.
    pub version: i32,
    /// Who wrote it.
    pub by: MemberId,
    /// When.
    pub at: Time,
    /// Its words; none once they were taken back.
    pub words: Option<String>,
}

/// Every version, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn summaries(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<Summary>, Broken> {
    read(scope, id, &sealed::all_keys(scope).await?).await
}

/// The same, with the keys at hand.
pub(crate) async fn read(
    scope: &Scope<'_>,
    id: ProposalId,
    keys: &HashMap<MemberId, Key>,
) -> Result<Vec<Summary>, Broken> {
    use talk_summary::Column;
    let rows = scope.find::<talk_summary::Entity>().filter(Column::ProposalId.eq(id));
    // Words that somebody let stay when she left are under the group's key.
    let group_key = scope.keyring().group_key(scope.group());
    let opened = |row: talk_summary::Model| {
        let key = keys.get(&row.written_by).unwrap_or(&group_key);
        let words = row.words.as_ref().map(|words| key.open_text(&place(id, row.version), words)).transpose()?;
        Ok(Summary { version: row.version, by: row.written_by, at: row.written_at, words })
    };
    rows.descending(Column::Version).all().await?.into_iter().map(opened).collect()
}

/// A version that somebody wrote, for herself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// About which proposal.
    pub proposal: ProposalId,
    /// Its number.
    pub number: Option<i32>,
    /// Its title.
    pub title: String,
    /// Which version.
    pub version: i32,
    /// Her words; none once she took them back.
    pub words: Option<String>,
    /// When.
    pub at: Time,
}

/// Everything that `member` wrote of where discussions stand, the oldest first.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Mine>, Broken> {
    let rows = written_by(scope, member).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(scope, member).await?;
    let about = scope.find::<proposal::Entity>().filter(proposal::Column::Id.is_in(rows.iter().map(|r| r.proposal_id)));
    let about: HashMap<ProposalId, proposal::Model> = about.all().await?.into_iter().map(|row| (row.id, row)).collect();
    let opened = |row: talk_summary::Model| {
        let at = place(row.proposal_id, row.version);
        let words = row.words.as_ref().map(|words| key.open_text(&at, words)).transpose()?;
        let (number, title) = about.get(&row.proposal_id).map(|p| (p.number, p.title.clone())).unwrap_or_default();
        Ok(Mine { proposal: row.proposal_id, number, title, version: row.version, words, at: row.written_at })
    };
    rows.into_iter().map(opened).collect()
}
