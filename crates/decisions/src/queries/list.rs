//! Proposals, in the order a member looks for them.

use crate::ProposalId;
use crate::commands::question_of;
use crate::entities::{proposal, proposal_author};
use crate::queries::paper::waits_for_paper;
use crate::rules::state::State;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
use serde::Serialize;

/// A proposal as a line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Which.
    pub id: ProposalId,
    /// Its number, once sent.
    pub number: Option<i32>,
    /// Its title.
    pub title: String,
    /// Where it is in its life.
    pub state: State,
    /// What the clock brings next, if anything.
    pub due_at: Option<Time>,
    /// Whether it takes no more ballots, and waits for those of paper to be counted.
    pub waits_for_paper: bool,
    /// Whether it was adopted once and has come to its end since: the group did not keep it.
    pub ended: bool,
    /// When it was over.
    pub closed_at: Option<Time>,
    /// Whether it chooses among options.
    pub among_options: bool,
}

impl From<proposal::Model> for Line {
    fn from(row: proposal::Model) -> Self {
        Self {
            waits_for_paper: waits_for_paper(&row),
            ended: row.ended_by.is_some(),
            among_options: question_of(&row).is_ok_and(|question| question.method.has_options()),
            id: row.id,
            number: row.number,
            title: row.title,
            state: row.state,
            due_at: row.due_at,
            closed_at: row.closed_at,
        }
    }
}

/// The list of the "Decide" page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Proposals {
    /// Drafts of the person who looks; nobody else sees them.
    pub my_drafts: Vec<Line>,
    /// Votes that are open, the first to close first.
    pub voting: Vec<Line>,
    /// Discussions, the first to end first.
    pub discussing: Vec<Line>,
    /// Waiting to be seconded.
    pub waiting: Vec<Line>,
    /// Adopted, waiting to act.
    pub adopted: Vec<Line>,
    /// Over, the latest first.
    pub over: Vec<Line>,
}

/// How many finished proposals the list shows; the register has them all.
const OVER: u64 = 30;

/// Every proposal that `member` may see, by where it is in its life.
///
/// # Errors
/// When the store fails.
pub async fn list(scope: &Scope<'_>, member: MemberId) -> Result<Proposals, Broken> {
    use proposal::Column;
    let living = [State::Waiting, State::Discussing, State::Frozen, State::Voting, State::Adopted];
    let rows =
        scope.find::<proposal::Entity>().filter(Column::State.is_in(living)).ascending(Column::DueAt).all().await?;
    let mut list = Proposals { my_drafts: drafts(scope, member).await?, ..Proposals::default() };
    for row in rows {
        let place = match row.state {
            State::Waiting => &mut list.waiting,
            State::Discussing => &mut list.discussing,
            State::Adopted => &mut list.adopted,
            _ => &mut list.voting,
        };
        place.push(row.into());
    }
    let over = State::ALL.into_iter().filter(|state| state.is_over());
    let over =
        scope.find::<proposal::Entity>().filter(Column::State.is_in(over)).descending(Column::ClosedAt).limit(OVER);
    list.over = over.all().await?.into_iter().map(Line::from).collect();
    Ok(list)
}

async fn drafts(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Line>, Broken> {
    let mine =
        scope.find::<proposal_author::Entity>().filter(proposal_author::Column::MemberId.eq(member)).all().await?;
    let mine: Vec<_> = mine.into_iter().map(|row| row.proposal_id).collect();
    use proposal::Column;
    let rows = scope.find::<proposal::Entity>().filter(Column::Id.is_in(mine)).filter(Column::State.eq(State::Draft));
    Ok(rows.descending(Column::DraftedAt).all().await?.into_iter().map(Line::from).collect())
}
