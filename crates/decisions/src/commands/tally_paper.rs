//! Counting the ballots of paper: two people, each for herself (`decisions E5`).

use crate::ProposalId;
use crate::commands::count_paper::{typed, waits_until, who_took_paper};
use crate::commands::{find, save};
use crate::entities::{paper_tally, proposal};
use crate::powers::TallyPaper;
use crate::rules::paper::Totals;
use crate::rules::state::State;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// What came of comparing totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The totals of somebody else are waited for.
    First,
    /// Two people found the same: the vote is counted.
    Same,
    /// They did not: both are to count again.
    Different,
}

/// Keeps what she found in the box, in the place of what she typed before. The second person sees nothing of what the
/// first one typed. When they differ, both are erased.
///
/// # Errors
/// When it is not the time to count, nobody took paper, or there were more sheets than were handed out.
pub async fn tally_paper(
    tx: &Tx<'_>,
    permit: Permit<TallyPaper>,
    id: ProposalId,
    found: Totals,
) -> Result<Compared, No> {
    let row = find(tx, id).await?;
    refuse_unless_waiting(tx, &row)?;
    let handed = who_took_paper(tx, id).await?.len();
    if handed == 0 {
        return Err(No::conflict("tally-no-paper"));
    }
    let sheets = usize::try_from(found.sheets()).unwrap_or(usize::MAX);
    if sheets > handed {
        let message = Message::new("tally-too-many").with("sheets", sheets).with("handed", handed);
        return Err(No::field("yes", message));
    }
    let before = typed(tx, id).await?;
    let other = before.iter().find(|(teller, totals)| *teller != permit.by() && totals.is_some());
    let hers = before.iter().any(|(teller, _)| *teller == permit.by());
    write(tx, id, permit.by(), Some(found), hers).await?;
    match other {
        None => Ok(Compared::First),
        Some((_, totals)) if *totals == Some(found) => {
            // Its turn has come: whoever looks next counts.
            save(tx, id, proposal::ActiveModel { due_at: Set(Some(tx.now())), ..Default::default() }).await?;
            Ok(Compared::Same)
        }
        Some((teller, _)) => {
            write(tx, id, permit.by(), None, true).await?;
            write(tx, id, *teller, None, true).await?;
            Ok(Compared::Different)
        }
    }
}

/// The box is opened when the time is over, and not before: until then people put their ballots in.
fn refuse_unless_waiting(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), No> {
    match row.state {
        State::Draft => Err(No::NotFound),
        State::Voting if row.closes_at.is_none_or(|closes| tx.now() < closes) => Err(No::conflict("tally-too-early")),
        State::Voting if tx.now() < waits_until(row)? => Ok(()),
        State::Waiting | State::Discussing | State::Frozen => Err(No::conflict("tally-too-early")),
        _ => Err(No::conflict("tally-too-late")),
    }
}

async fn write(tx: &Tx<'_>, id: ProposalId, teller: MemberId, found: Option<Totals>, anew: bool) -> Result<(), No> {
    let totals = found.map(|found| serde_json::to_string(&found)).transpose().map_err(Broken::stored)?;
    if anew {
        use paper_tally::Column;
        let hers = tx.change::<paper_tally::Entity>().filter(Column::ProposalId.eq(id));
        hers.filter(Column::MemberId.eq(teller)).set(Column::Totals, totals).go().await?;
        return Ok(());
    }
    let row = paper_tally::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(teller),
        totals: Set(totals),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}
