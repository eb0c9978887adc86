//! The paper of a vote whose time is over: whether it is counted, and what it says (`decisions E5`).

use crate::ProposalId;
use crate::commands::name_helper::forget_helpers;
use crate::entities::{paper_tally, proposal, roll};
use crate::rules::counting::Said;
use crate::rules::paper::{OnPaper, PAPER_DAYS, Tally, Totals, agreed};
use crate::rules::verdict::{Secrecy, VoteResult, VoteRules};
use crate::urn;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::register::{self, kinds};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;
use std::collections::HashSet;
use tally::Counts;

/// What there is to count on paper.
pub(super) enum Paper {
    /// Nobody took any.
    None,
    /// It is not counted yet, and is waited for until then.
    Waiting(Time),
    /// Two people found the same.
    Counted {
        /// What they found.
        totals: Totals,
        /// Who counted.
        tellers: Vec<MemberId>,
        /// Who took paper.
        voters: HashSet<MemberId>,
    },
    /// Nobody counted it by then.
    NotCounted(Time),
}

/// The paper of a vote, once no ballot is taken any more.
pub(super) async fn paper_totals(tx: &Tx<'_>, row: &proposal::Model) -> Result<Paper, Broken> {
    let voters = who_took_paper(tx, row.id).await?;
    if voters.is_empty() {
        return Ok(Paper::None);
    }
    let (tellers, found): (Vec<MemberId>, Vec<Totals>) = found(&typed(tx, row).await?).into_iter().unzip();
    if let Some(totals) = agreed(&found) {
        let alike = tellers.into_iter().zip(&found).filter(|(_, found)| *found == totals);
        let tellers = alike.map(|(teller, _)| teller).collect();
        return Ok(Paper::Counted { tellers, totals: totals.clone(), voters: voters.into_iter().collect() });
    }
    let until = waits_until(row)?;
    Ok(if tx.now() < until { Paper::Waiting(until) } else { Paper::NotCounted(until) })
}

/// Until when the paper of a vote is waited for.
pub(crate) fn waits_until(row: &proposal::Model) -> Result<Time, Broken> {
    Ok(row.closes_at.ok_or_else(|| Broken::stored("an open vote without its end"))? + PAPER_DAYS)
}

/// Everybody who took a ballot of paper.
pub(crate) async fn who_took_paper(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<MemberId>, Broken> {
    use roll::Column;
    let took = scope.find::<roll::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::OnPaper.eq(true));
    Ok(took.ascending(Column::MemberId).all().await?.into_iter().map(|row| row.member_id).collect())
}

/// Whom those on paper named to help them, in the order of those who named.
pub(crate) async fn who_helps(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<(MemberId, MemberId)>, Broken> {
    use roll::Column;
    let rows = scope.find::<roll::Entity>().filter(Column::ProposalId.eq(id)).filter(Column::HelpedBy.is_not_null());
    let rows = rows.ascending(Column::MemberId).all().await?.into_iter();
    Ok(rows.filter_map(|row| Some((row.member_id, row.helped_by?))).collect())
}

/// What each person who counts typed so far. Of a secret vote whose key is lost, nothing: it begins anew.
pub(crate) async fn typed(scope: &Scope<'_>, row: &proposal::Model) -> Result<Vec<(MemberId, Tally)>, Broken> {
    use paper_tally::Column;
    if row.secret && !urn::has_key(scope, row.id).await? {
        return Ok(Vec::new());
    }
    let rows = scope.find::<paper_tally::Entity>().filter(Column::ProposalId.eq(row.id));
    let mut typed = Vec::new();
    for one in rows.ascending(Column::MemberId).all().await? {
        let text = match &one.sealed {
            Some(sealed) => urn::read_tally(scope, row.id, one.member_id, sealed).await?,
            None => one.totals.unwrap_or_default(),
        };
        typed.push((one.member_id, serde_json::from_str(&text).map_err(Broken::stored)?));
    }
    Ok(typed)
}

/// Keeps what somebody who counts typed so far. Of a secret vote under the key of its urn: whole ballots can be known by
/// their order, and copies of the store are kept longer than the vote lasts.
pub(crate) async fn keep_typed(
    tx: &Tx<'_>,
    row: &proposal::Model,
    teller: MemberId,
    tally: &Tally,
) -> Result<(), Broken> {
    use paper_tally::Column;
    let text = serde_json::to_string(tally).map_err(Broken::stored)?;
    let (totals, sealed) =
        if row.secret { (None, Some(urn::seal_tally(tx, row.id, teller, &text).await?)) } else { (Some(text), None) };
    let hers = tx.change::<paper_tally::Entity>().filter(Column::ProposalId.eq(row.id));
    let hers = hers.filter(Column::MemberId.eq(teller)).set(Column::Totals, totals.clone());
    if hers.set(Column::Sealed, sealed.clone()).go().await? > 0 {
        return Ok(());
    }
    let hers = paper_tally::ActiveModel {
        proposal_id: Set(row.id),
        member_id: Set(teller),
        totals: Set(totals),
        sealed: Set(sealed),
        ..Default::default()
    };
    Ok(tx.insert(hers).await?)
}

/// What those found who typed all of it.
pub(crate) fn found(typed: &[(MemberId, Tally)]) -> Vec<(MemberId, Totals)> {
    typed.iter().filter_map(|(teller, tally)| Some((*teller, tally.found()?))).collect()
}

/// Forgets what was typed: the vote is counted, or begins anew.
pub(crate) async fn forget_typed(tx: &Tx<'_>, id: ProposalId) -> Result<u64, Broken> {
    Ok(tx.delete::<paper_tally::Entity>().filter(paper_tally::Column::ProposalId.eq(id)).go().await?)
}

/// Forgets what somebody who leaves counted: another counts in her place.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<paper_tally::Entity>().filter(paper_tally::Column::MemberId.eq(member)).go().await?)
}

impl Paper {
    /// What was found on paper, where it was counted.
    fn totals(&self) -> Option<&Totals> {
        match self {
            Self::Counted { totals, .. } => Some(totals),
            Self::None | Self::Waiting(_) | Self::NotCounted(_) => None,
        }
    }

    /// The ballots of paper in the count.
    pub(super) fn said(&self) -> Said {
        self.totals().map(|totals| totals.said().clone()).unwrap_or_default()
    }

    /// The ballots on screens that say yes or no, together with those of paper.
    pub(super) fn with(&self, screen: Counts) -> Counts {
        let paper = self.totals().map(Totals::counts).unwrap_or_default();
        Counts {
            yes: screen.yes.saturating_add(paper.yes),
            no: screen.no.saturating_add(paper.no),
            abstain: screen.abstain.saturating_add(paper.abstain),
            blank: screen.blank.saturating_add(paper.blank),
        }
    }

    /// Everybody who voted: whoever took paper did, when as many sheets were in the box. With fewer, nobody can tell who
    /// kept hers.
    pub(super) fn with_voters(&self, mut voted: HashSet<MemberId>) -> HashSet<MemberId> {
        if let Self::Counted { voters, totals, .. } = self
            && totals.sheets() >= voters.len() as u64
        {
            voted.extend(voters);
        }
        voted
    }

    /// The result, with the part that came on paper.
    pub(super) fn told_in(&self, result: VoteResult, screen: u64, secrecy: Secrecy, rules: &VoteRules) -> VoteResult {
        let paper = match self {
            Self::None | Self::Waiting(_) => None,
            Self::NotCounted(_) => Some(OnPaper::NOT_COUNTED),
            Self::Counted { totals, .. } => {
                let paper = OnPaper::of(totals, screen, result.withheld, secrecy, rules.counts_from);
                // They say something else than yes or no.
                Some(if result.other.is_some() { OnPaper { counts: None, ..paper } } else { paper })
            }
        };
        VoteResult { paper, ..result }
    }

    /// From when the time to contest the result is counted: from the deadline, or from when the second person found the
    /// same, which made it the vote's turn.
    pub(super) fn counted_at(&self, row: &proposal::Model) -> Option<Time> {
        match self {
            Self::None | Self::Waiting(_) => row.closes_at,
            Self::Counted { .. } => row.due_at,
            Self::NotCounted(until) => Some(*until),
        }
    }

    /// Writes in the register how the paper was counted, or that it was not, and forgets what was typed.
    pub(super) async fn tell(&self, tx: &Tx<'_>, row: &proposal::Model, result: &VoteResult) -> Result<(), Broken> {
        let (kind, tellers) = match self {
            Self::None | Self::Waiting(_) => return Ok(()),
            Self::Counted { tellers, .. } => (kinds::PAPER_COUNTED, tellers.as_slice()),
            Self::NotCounted(_) => (kinds::PAPER_NOT_COUNTED, [].as_slice()),
        };
        let mut body = json!({ "number": row.number, "title": row.title });
        if let (Self::Counted { .. }, false, Some(fields)) = (self, result.withheld, body.as_object_mut()) {
            fields.insert("paper".to_owned(), serde_json::to_value(result.paper).map_err(Broken::stored)?);
        }
        let about = Some(row.id.to_string());
        register::append(tx, register::New { kind, actors: tellers, about, body }).await?;
        forget_typed(tx, row.id).await?;
        forget_helpers(tx, row.id).await
    }
}
