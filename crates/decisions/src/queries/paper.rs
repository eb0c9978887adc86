//! Who votes without a screen: what those see who note it (`decisions E3`, `E5`).

use crate::ProposalId;
use crate::commands::count_paper::{found, typed, waits_until, who_helps, who_took_paper};
use crate::commands::question_of;
use crate::entities::proposal;
use crate::queries::counted;
use crate::rules::ballot::Said;
use crate::rules::paper::{Tally, agreed};
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
    /// Whether she typed what she found, all of it.
    pub mine: bool,
    /// What she read sheet by sheet, where the vote is among options.
    pub sheets: Vec<Option<Said>>,
    /// The numbers, from 1, of the sheets that another who counted read differently the first time, and who that is.
    pub unlike: Vec<(MemberId, Vec<usize>)>,
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
    let typed = typed(scope, &row).await?;
    let found = found(&typed);
    let question = question_of(&row)?;
    let sheets_of = |(teller, tally): &(MemberId, Tally)| match tally {
        Tally::Sheets(sheets) => Some((*teller, sheets.clone())),
        Tally::Totals(_) => None,
    };
    let (hers, others): (Vec<_>, Vec<_>) =
        typed.iter().filter_map(sheets_of).partition(|(teller, _)| *teller == viewer);
    let hers = hers.into_iter().next().map(|(_, sheets)| sheets).unwrap_or_default();
    let unlike = others.iter().filter_map(|(teller, theirs)| Some((*teller, hers.unlike(theirs)?)));
    Ok(Counting {
        handed: seen.handed,
        helped: who_helps(scope, id).await?.len() as u64,
        mine: found.iter().any(|(teller, _)| *teller == viewer),
        unlike: unlike.filter(|(_, sheets)| !sheets.is_empty()).collect(),
        sheets: hers.sheets.iter().map(|says| says.as_deref().and_then(|says| Said::stored(&question, says))).collect(),
        others: found.iter().map(|(teller, _)| *teller).filter(|teller| *teller != viewer).collect(),
        differed: found.len() > 1
            && agreed(&found.iter().map(|(_, totals)| totals.clone()).collect::<Vec<_>>()).is_none(),
        until: seen.waits_until,
    })
}
