//! Who votes without a screen: what those see who note it (`decisions E3`, `E5`).

use crate::ProposalId;
use crate::commands::count_paper::{typed, waits_until, who_helps, who_took_paper};
use crate::entities::proposal;
use crate::queries::counted;
use crate::rules::paper::agreed;
use crate::rules::state::State;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ColumnTrait;

/// What the reader of a page may know of the paper of a vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperSeen {
    /// She herself, when she took a ballot of paper.
    pub mine: Option<MemberId>,
    /// How many people did.
    pub handed: u64,
    /// Until when it is waited for, once its vote takes no more ballots.
    pub waits_until: Option<Time>,
}

/// What `viewer` may know of the paper of that vote.
pub(crate) async fn seen(scope: &Scope<'_>, row: &proposal::Model, viewer: MemberId) -> Result<PaperSeen, Broken> {
    let took = who_took_paper(scope, row.id).await?;
    Ok(PaperSeen {
        mine: took.contains(&viewer).then_some(viewer),
        handed: took.len() as u64,
        waits_until: if waits_for_paper(row) && !took.is_empty() { Some(waits_until(row)?) } else { None },
    })
}

/// Whether the vote takes no more ballots, and is not counted before its paper is.
pub(crate) fn waits_for_paper(row: &proposal::Model) -> bool {
    row.state == State::Voting && row.closes_at.zip(row.due_at).is_some_and(|(closes, due)| closes < due)
}

/// Everybody on the roll of a vote, whether or not she has voted: to choose from.
///
/// # Errors
/// When the store fails.
pub async fn on_roll(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<MemberId>, Broken> {
    Ok(counted::roll(scope, id).await?.into_iter().map(|row| row.member_id).collect())
}

/// Everybody who took a ballot of paper.
///
/// # Errors
/// When the store fails.
pub async fn on_paper(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<MemberId>, Broken> {
    who_took_paper(scope, id).await
}

/// Whom those on paper named to help them fill their ballots in: whose ballot it is, then who helps. Nobody's once the
/// paper is counted.
///
/// # Errors
/// When the store fails.
pub async fn helpers(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<(MemberId, MemberId)>, Broken> {
    who_helps(scope, id).await
}

/// How far the counting of the paper is, as one member sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counting {
    /// Sheets that were handed out.
    pub handed: u64,
    /// Ballots that were filled in with somebody's help.
    pub helped: u64,
    /// Whether she typed what she found.
    pub mine: bool,
    /// Others who did; what, nobody sees.
    pub others: Vec<MemberId>,
    /// Whether several counted and no two found the same.
    pub differed: bool,
    /// Until when the paper is waited for.
    pub until: Option<Time>,
}

/// How far the counting of that vote is.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn counting(scope: &Scope<'_>, id: ProposalId, viewer: MemberId) -> Result<Counting, No> {
    let row = scope.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)?;
    let seen = seen(scope, &row, viewer).await?;
    let typed = typed(scope, id).await?;
    Ok(Counting {
        handed: seen.handed,
        helped: who_helps(scope, id).await?.len() as u64,
        mine: typed.iter().any(|(teller, _)| *teller == viewer),
        others: typed.iter().map(|(teller, _)| *teller).filter(|teller| *teller != viewer).collect(),
        differed: typed.len() > 1 && agreed(&typed.iter().map(|(_, totals)| *totals).collect::<Vec<_>>()).is_none(),
        until: seen.waits_until,
    })
}
