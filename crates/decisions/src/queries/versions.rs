//! The versions of a text and what changed between them (`decisions A3`).

use crate::ProposalId;
use crate::entities::{proposal, proposal_version};
use crate::rules::text::{Run, difference};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
use serde::Serialize;
use std::collections::HashMap;

/// A version, with what it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its number, from 1.
    pub number: i32,
    /// Who wrote it.
    pub by: MemberId,
    /// The number of the amendment it came from, when the group changed the text by a vote.
    pub amendment: Option<i32>,
    /// When.
    pub at: Time,
    /// The title, word by word against the version before.
    pub title: Vec<Run>,
    /// The summary, likewise.
    pub summary: Vec<Run>,
    /// The text, likewise.
    pub body: Vec<Run>,
    /// Whether what the decision does, or how it is put, changed too.
    pub effect_changed: bool,
}

/// Every version that the group has seen, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn versions(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<Version>, Broken> {
    use proposal_version::Column;
    let rows = scope
        .find::<proposal_version::Entity>()
        .filter(Column::ProposalId.eq(id))
        .ascending(Column::Version)
        .all()
        .await?;
    let numbers = amendment_numbers(scope, id).await?;
    let mut before: Option<proposal_version::Model> = None;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        // The first version is shown against itself: nothing changed yet.
        let old = before.as_ref().unwrap_or(&row);
        versions.push(Version {
            number: row.version,
            by: row.written_by,
            amendment: row.amendment.and_then(|amendment| numbers.get(&amendment).copied()),
            at: row.written_at,
            title: difference(&old.title, &row.title),
            summary: difference(&old.summary, &row.summary),
            body: difference(&old.body, &row.body),
            effect_changed: (&old.effect, &old.details, &old.question) != (&row.effect, &row.details, &row.question),
        });
        before = Some(row);
    }
    versions.reverse();
    Ok(versions)
}

async fn amendment_numbers(scope: &Scope<'_>, id: ProposalId) -> Result<HashMap<ProposalId, i32>, Broken> {
    let rows = scope.find::<proposal::Entity>().filter(proposal::Column::Amends.eq(id)).all().await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.number?))).collect())
}

/// When the text took its present form; none while it stands as it was sent.
///
/// # Errors
/// When the store fails.
pub async fn revised_at(scope: &Scope<'_>, id: ProposalId) -> Result<Option<Time>, Broken> {
    use proposal_version::Column;
    let rows = scope.find::<proposal_version::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::Version.gt(1));
    Ok(rows.descending(Column::Version).limit(1).one().await?.map(|row| row.written_at))
}
