//! What waits for a member today: recalls of her mandates, votes without her ballot, proposals that need a seconder.

use crate::commands::question_of;
use crate::entities::{ballot, hearing, proposal, proposal_author, roll, seconder};
use crate::queries::election;
use crate::queries::list::Line;
use crate::queries::paper::waits_for_paper;
use crate::rules::state::State;
use crate::urn;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::effects::RemoveMember;
use sea_orm::{ColumnTrait, ExprTrait};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// What waits for her, and what is going on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Today {
    /// Recalls of a mandate of hers, as long as she has written nothing beside them.
    pub to_answer: Vec<Line>,
    /// Open votes in which somebody noted for her, by telephone, how she votes: with who did.
    pub by_phone: Vec<(Line, MemberId)>,
    /// Open votes on whose roll she is, without her ballot; the first to close first.
    pub to_vote: Vec<Line>,
    /// Elections without candidates whose round asks something of her.
    pub to_elect: Vec<Line>,
    /// The other open votes, the first to close first.
    pub other_votes: Vec<Line>,
    /// Votes whose time is over and that wait for their paper to be counted.
    pub waiting_for_paper: Vec<Line>,
    /// Proposals of others that she could second.
    pub to_second: Vec<Line>,
    /// The other proposals that wait for a seconder: hers, or seconded by her already.
    pub other_waiting: Vec<Line>,
    /// Discussions going on.
    pub discussions: Vec<Line>,
    /// What the group decided lately.
    pub decided: Vec<Line>,
}

/// What waits for `member` in this area.
///
/// # Errors
/// When the store fails.
pub async fn today(scope: &Scope<'_>, member: MemberId) -> Result<Today, Broken> {
    use proposal::Column;
    let living = [State::Waiting, State::Discussing, State::Voting];
    let rows =
        scope.find::<proposal::Entity>().filter(Column::State.is_in(living)).ascending(Column::DueAt).all().await?;
    let mut today = Today::default();
    if !rows.is_empty() {
        let votes = hers::<roll::Entity>(scope, roll::Column::MemberId.eq(member)).await?;
        let voted = hers::<ballot::Entity>(scope, ballot::Column::MemberId.eq(member)).await?;
        let took = roll::Column::MemberId.eq(member).and(roll::Column::OnPaper.eq(true));
        let on_paper = hers::<roll::Entity>(scope, took).await?;
        let noted = noted_by_phone(scope, member).await?;
        let written = hers::<proposal_author::Entity>(scope, proposal_author::Column::MemberId.eq(member)).await?;
        let seconded = hers::<seconder::Entity>(scope, seconder::Column::MemberId.eq(member)).await?;
        let unwritten = hearing::Column::MemberId.eq(member).and(hearing::Column::WrittenAt.is_null());
        let unheard = hers::<hearing::Entity>(scope, unwritten).await?;
        for row in rows {
            let id = row.id;
            // A removal has its own line, which leads to her page.
            if unheard.contains(&id) && row.effect.as_deref() != Some(RemoveMember::KIND) {
                today.to_answer.push(row.clone().into());
            }
            if let (false, Some(by)) = (waits_for_paper(&row), noted.get(&id)) {
                today.by_phone.push((row.clone().into(), *by));
            }
            // Whoever took paper has her vote in hand.
            let on_screen = votes.contains(&id) && !on_paper.contains(&id) && !waits_for_paper(&row);
            match row.state {
                State::Voting if !question_of(&row)?.method.has_ballots() => {
                    let asked = election::asks(scope, &row, member).await?;
                    if asked { today.to_elect.push(row.into()) } else { today.other_votes.push(row.into()) }
                }
                State::Voting if on_screen && !voted.contains(&id) && !dropped_in(scope, &row, member).await? => {
                    today.to_vote.push(row.into())
                }
                State::Voting if waits_for_paper(&row) => today.waiting_for_paper.push(row.into()),
                State::Voting => today.other_votes.push(row.into()),
                State::Waiting if !written.contains(&id) && !seconded.contains(&id) => today.to_second.push(row.into()),
                State::Waiting => today.other_waiting.push(row.into()),
                State::Discussing => today.discussions.push(row.into()),
                _ => {}
            }
        }
    }
    let decided = [State::Adopted, State::InForce, State::EffectFailed, State::NotAdopted, State::Consulted];
    let decided =
        scope.find::<proposal::Entity>().filter(Column::State.is_in(decided)).descending(Column::ClosedAt).limit(3);
    today.decided = decided.all().await?.into_iter().map(Line::from).collect();
    Ok(today)
}

/// Who noted her votes by telephone, where she did not vote herself since.
async fn noted_by_phone(scope: &Scope<'_>, member: MemberId) -> Result<HashMap<crate::ProposalId, MemberId>, Broken> {
    use ballot::Column;
    let noted = scope.find::<ballot::Entity>().filter(Column::MemberId.eq(member));
    let noted = noted.filter(Column::RecordedBy.is_not_null()).all().await?.into_iter();
    Ok(noted.filter_map(|row| Some((row.proposal_id, row.recorded_by?))).collect())
}

/// Whether a ballot of hers is in the urn of a secret vote.
async fn dropped_in(scope: &Scope<'_>, row: &proposal::Model, member: MemberId) -> Result<bool, Broken> {
    Ok(row.secret && !urn::who_voted(scope, row.id, [member]).await?.is_empty())
}

/// The proposals that rows of hers name.
async fn hers<E>(scope: &Scope<'_>, of_hers: sea_orm::sea_query::Expr) -> Result<HashSet<crate::ProposalId>, Broken>
where
    E: commons::db::InGroup,
    E::Model: NamesProposal + Send + Sync,
{
    Ok(scope.find::<E>().filter(of_hers).all().await?.iter().map(NamesProposal::proposal).collect())
}

trait NamesProposal {
    fn proposal(&self) -> crate::ProposalId;
}

macro_rules! names_proposal {
    ($($table:ident),*) => {$(
        impl NamesProposal for $table::Model {
            fn proposal(&self) -> crate::ProposalId {
                self.proposal_id
            }
        }
    )*};
}
names_proposal!(roll, ballot, proposal_author, seconder, hearing);
