//! Where a discussion stands, in a few words that any member may write anew (`decisions A9`).
//!
//! Nobody's words are changed: each writing is a version of its own, under its writer's key, and the latest is shown.

use crate::ProposalId;
use crate::commands::contribute::{check, refuse_when_over};
use crate::entities::talk_summary;
use crate::powers::SummariseTalk;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use membership::powers::{Leave, Permit};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Writes where the discussion stands. `seen` is the version that she read, 0 when there was none.
///
/// # Errors
/// When nothing was written, it is too long, the discussion is over, or somebody else wrote meanwhile.
pub async fn summarise(
    tx: &Tx<'_>,
    permit: Permit<SummariseTalk>,
    id: ProposalId,
    text: &str,
    seen: i32,
) -> Result<(), No> {
    refuse_when_over(tx, id).await?;
    check(text)?;
    let latest = latest_version(tx, id).await?;
    if latest != seen {
        return Err(No::conflict("so-far-changed-meanwhile"));
    }
    let version = latest.saturating_add(1);
    let key = sealed::key_of(tx, permit.by()).await?;
    let row = talk_summary::ActiveModel {
        proposal_id: Set(id),
        version: Set(version),
        words: Set(Some(key.seal(&place(id, version), text.trim().as_bytes())?)),
        written_by: Set(permit.by()),
        written_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(())
}

/// Takes one's own words back, at any time (`domain A11`). The version before is shown again.
///
/// # Errors
/// When there are none, or they are somebody else's.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<SummariseTalk>, id: ProposalId, version: i32) -> Result<(), No> {
    use talk_summary::Column;
    let row = tx.find::<talk_summary::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::Version.eq(version));
    let row = row.one().await?.ok_or(No::NotFound)?;
    if row.written_by != permit.by() {
        return Err(No::NotAllowed(Message::new("contribution-not-yours")));
    }
    if row.words.is_none() {
        return Err(No::NotFound);
    }
    Ok(empty(tx, &row).await?)
}

/// Hands these versions of hers to the group when she leaves: sealed under its key from now on, they outlast hers.
/// Whatever she does not name goes with her. What is not hers is passed over.
///
/// # Errors
/// When the store fails.
pub async fn let_stay(tx: &Tx<'_>, permit: &Permit<Leave>, versions: &[(ProposalId, i32)]) -> Result<(), No> {
    let hers = written_by(tx, permit.by()).await?.into_iter();
    let staying: Vec<_> = hers.filter(|row| versions.contains(&(row.proposal_id, row.version))).collect();
    if staying.is_empty() {
        return Ok(());
    }
    let (key, group_key) = (sealed::key_of(tx, permit.by()).await?, tx.keyring().group_key(tx.group()));
    for row in staying {
        let Some(words) = &row.words else { continue };
        let place = place(row.proposal_id, row.version);
        let words = group_key.seal(&place, &key.open(&place, words)?)?;
        write(tx, &row, Some(words)).await?;
    }
    Ok(())
}

/// Takes along what still opens with her key. The place of each version stays, so that the others keep their numbers.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    let key = sealed::key_of(tx, member).await?;
    let mut gone = 0;
    for row in written_by(tx, member).await? {
        let opens = |words| key.open(&place(row.proposal_id, row.version), words).is_ok();
        if row.words.as_ref().is_some_and(opens) {
            empty(tx, &row).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Every version that she wrote, the oldest first.
pub(crate) async fn written_by(scope: &Scope<'_>, member: MemberId) -> Result<Vec<talk_summary::Model>, Broken> {
    use talk_summary::Column;
    let rows = scope.find::<talk_summary::Entity>().filter(Column::WrittenBy.eq(member));
    Ok(rows.ascending(Column::WrittenAt).all().await?)
}

async fn latest_version(scope: &Scope<'_>, id: ProposalId) -> Result<i32, Broken> {
    use talk_summary::Column;
    let rows = scope.find::<talk_summary::Entity>().filter(Column::ProposalId.eq(id)).descending(Column::Version);
    Ok(rows.limit(1).one().await?.map_or(0, |row| row.version))
}

async fn empty(tx: &Tx<'_>, row: &talk_summary::Model) -> Result<(), Broken> {
    write(tx, row, None).await
}

async fn write(tx: &Tx<'_>, row: &talk_summary::Model, words: Option<sealed::Sealed>) -> Result<(), Broken> {
    let change = talk_summary::ActiveModel {
        proposal_id: Set(row.proposal_id),
        version: Set(row.version),
        words: Set(words),
        ..Default::default()
    };
    Ok(tx.update(change).await?)
}

/// Where the sealed words of a version belong.
pub(crate) fn place(id: ProposalId, version: i32) -> String {
    format!("talk_summary/{id}/{version}/words")
}
