//! Counting the ballots of paper: two people, each for herself (`decisions E5`).

use crate::ProposalId;
use crate::commands::count_paper::{typed, waits_until, who_helps, who_took_paper};
use crate::commands::hand_paper::on_roll;
use crate::commands::{find, save};
use crate::entities::{paper_tally, proposal};
use crate::powers::TallyPaper;
use crate::queries::counted;
use crate::rules::paper::{Totals, agreed, may_count};
use crate::rules::state::State;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::powers::Permit;
use membership::queries::people;
use membership::rules::standing::Standing;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::HashSet;

/// What came of comparing totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The totals of somebody else are waited for.
    First,
    /// Two people found the same: the vote is counted.
    Same,
    /// They did not: they count again, or somebody else does.
    Different,
}

/// Keeps what she found in the box, in the place of what she typed before. Nobody sees what another typed, and nobody
/// undoes it: two who found the same are enough, whatever a third one types.
///
/// # Errors
/// When it is not the time to count, nobody took paper, she is not on the roll, or there were more ballots than were
/// handed out.
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
    // Whom a vote concerns may be off its roll: she does not count its ballots.
    if on_roll(tx, id, permit.by()).await?.is_none() {
        return Err(No::NotAllowed(Message::new("tally-not-on-roll")));
    }
    refuse_if_helped(tx, id, permit.by()).await?;
    let before = typed(tx, id).await?;
    if agreed(&before.iter().map(|(_, totals)| *totals).collect::<Vec<_>>()).is_some() {
        return Err(No::conflict("tally-too-late"));
    }
    // A sheet that nobody handed out is set aside as spoiled: it does not keep the others from being counted.
    let ballots = usize::try_from(found.counts().ballots()).unwrap_or(usize::MAX);
    if ballots > handed {
        let message = Message::new("tally-too-many").with("sheets", ballots).with("handed", handed);
        return Err(No::field("yes", message));
    }
    let hers = before.iter().any(|(teller, _)| *teller == permit.by());
    write(tx, id, permit.by(), found, hers).await?;
    let others = before.iter().filter(|(teller, _)| *teller != permit.by()).map(|(_, totals)| *totals);
    let all: Vec<Totals> = others.chain([found]).collect();
    if agreed(&all).is_some() {
        // Its turn has come: whoever looks next counts.
        save(tx, id, proposal::ActiveModel { due_at: Set(Some(tx.now())), ..Default::default() }).await?;
        return Ok(Compared::Same);
    }
    Ok(if all.len() > 1 { Compared::Different } else { Compared::First })
}

/// Whoever helped somebody with her ballot leaves the counting of that vote to others, where there are others.
async fn refuse_if_helped(tx: &Tx<'_>, id: ProposalId, person: MemberId) -> Result<(), No> {
    let helped: HashSet<MemberId> = who_helps(tx, id).await?.into_iter().map(|(_, helper)| helper).collect();
    if helped.is_empty() {
        return Ok(());
    }
    let standings = people::standings(tx).await?;
    // Nobody is asked to come back from a pause to count.
    let is_here = |member: &MemberId| standings.get(member) == Some(&Standing::Active);
    let able: Vec<MemberId> = counted::roll(tx, id).await?.into_iter().map(|row| row.member_id).collect();
    let able: Vec<MemberId> = able.into_iter().filter(is_here).collect();
    if may_count(person, &helped, &able) { Ok(()) } else { Err(No::NotAllowed(Message::new("tally-helped"))) }
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

async fn write(tx: &Tx<'_>, id: ProposalId, teller: MemberId, found: Totals, anew: bool) -> Result<(), No> {
    let totals = Some(serde_json::to_string(&found).map_err(Broken::stored)?);
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
