//! Who was on the list of a vote that is over, and who read that (`decisions D7`, `D11`).

use crate::ProposalId;
use crate::commands::count_paper::who_took_paper;
use crate::commands::settle::result;
use crate::entities::{ballot, proposal, roll_read};
use crate::queries::counted;
use crate::rules::turnout::says_who_voted;
use crate::rules::verdict::VoteResult;
use chrono::NaiveDate;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, HashSet};

/// Who was on a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WasOnRoll {
    /// Everybody, when it is not told who voted.
    pub members: Vec<MemberId>,
    /// Who voted, and who did not, when that may be told and is still known.
    pub voted: Option<(Vec<MemberId>, Vec<MemberId>)>,
}

/// Who was on the list of a vote that is over. To be read through [`crate::commands::read_roll`], which writes it down.
pub(crate) async fn was_on_roll(scope: &Scope<'_>, id: ProposalId) -> Result<WasOnRoll, No> {
    let row = scope.find::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)?;
    let result = result(&row)?.ok_or_else(|| No::conflict("roll-not-yet"))?;
    let rows = counted::roll(scope, id).await?;
    let members: Vec<MemberId> = rows.iter().map(|row| row.member_id).collect();
    let told = says_who_voted(result.ballots(), result.quorum, result.roll, result.withheld);
    // Of more people on the list than were counted, those who rest would stand out among those who did not vote.
    let told = told && members.len() as u64 == result.roll;
    let voted: Option<HashSet<MemberId>> = match (told, row.secret) {
        (false, _) => None,
        (true, true) => Some(rows.iter().filter(|row| row.voted == Some(true)).map(|row| row.member_id).collect()),
        (true, false) => who_voted_openly(scope, id, &result).await?,
    };
    let voted = voted.map(|voted| members.iter().copied().partition(|member| voted.contains(member)));
    Ok(WasOnRoll { members, voted })
}

/// Who voted in an open vote; none once the ballots are no longer kept with names.
async fn who_voted_openly(
    scope: &Scope<'_>,
    id: ProposalId,
    result: &VoteResult,
) -> Result<Option<HashSet<MemberId>>, Broken> {
    let cast = scope.find::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(id)).all().await?;
    if (cast.len() as u64) < result.on_screens() {
        // Somebody left, or a year is over: whoever is not told would look as if she had not voted.
        return Ok(None);
    }
    let mut voted: HashSet<MemberId> = cast.into_iter().map(|ballot| ballot.member_id).collect();
    if let Some(paper) = result.paper.filter(|paper| paper.counted) {
        let took = who_took_paper(scope, id).await?;
        if paper.ballots + paper.spoiled < took.len() as u64 {
            // Who put hers in the box, nobody can tell.
            return Ok(None);
        }
        voted.extend(took);
    }
    Ok(Some(voted))
}

/// A day, and who read the list on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Which day.
    pub day: NaiveDate,
    /// Who.
    pub by: Vec<MemberId>,
}

/// Who read the list of a vote, the latest day first. For every member.
///
/// # Errors
/// When the store fails.
pub async fn reads(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<Read>, Broken> {
    let rows = scope.find::<roll_read::Entity>().filter(roll_read::Column::ProposalId.eq(id)).all().await?;
    let mut days: BTreeMap<String, Vec<MemberId>> = BTreeMap::new();
    for row in rows {
        days.entry(row.day).or_default().push(row.member_id);
    }
    let read = |(day, by): (String, Vec<MemberId>)| Ok(Read { day: day.parse().map_err(Broken::stored)?, by });
    days.into_iter().rev().map(read).collect()
}
