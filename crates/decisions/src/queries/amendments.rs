//! What would change the words of a proposal, and what a proposal would change (`decisions A4`, `A5`).

use crate::ProposalId;
use crate::amend::{Amendment, composes, refuse_unless_amendable};
use crate::commands::amend::{above, amendments_of, is_talk_over, text_of, words_of};
use crate::commands::find;
use crate::entities::proposal;
use crate::rules::paragraphs::{Field, Place};
use crate::rules::state::State;
use crate::rules::text::{Run, difference};
use commons::db::Scope;
use commons::refusal::{Broken, No};

/// How far below the text a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is no amendment.
    Text,
    /// It changes a text.
    Amendment,
    /// It changes an amendment.
    Sub,
}

/// What one proposal would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The number of what it changes.
    pub of: i32,
    /// The title of that.
    pub title: String,
    /// In which part.
    pub field: Field,
    /// Word by word.
    pub difference: Vec<Run>,
    /// Whether the words there are not any more what they were when it was written. Unless they come back, it lapses when
    /// its turn comes.
    pub text_changed: bool,
}

/// An amendment, as a line on the page of what it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub number: i32,
    /// Its title.
    pub title: String,
    /// Where it is in its life.
    pub state: State,
    /// What it changes.
    pub change: Change,
    /// What would change it.
    pub below: Vec<Line>,
}

/// A proposal among its amendments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// How far below the text it is.
    pub level: Level,
    /// What it would change, when it is an amendment.
    pub change: Option<Change>,
    /// What would change it.
    pub below: Vec<Line>,
    /// Whether somebody can propose to change its words now.
    pub open: bool,
    /// Whether the group votes on amendments now, before the text.
    pub voting: bool,
}

/// What is around a proposal.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn around(scope: &Scope<'_>, id: ProposalId) -> Result<Around, No> {
    let row = find(scope, id).await?;
    let text = text_of(scope, &row).await?;
    let over = above(scope, &row).await?;
    let change = match &over {
        Some(over) => change(over, &row)?,
        None => None,
    };
    let level = match &over {
        None => Level::Text,
        Some(over) if over.amends.is_none() => Level::Amendment,
        Some(_) => Level::Sub,
    };
    Ok(Around {
        level,
        change,
        below: lines(scope, &row).await?,
        open: is_open(scope, &row).await?,
        voting: is_talk_over(&text, scope.now()),
    })
}

async fn is_open(scope: &Scope<'_>, row: &proposal::Model) -> Result<bool, No> {
    if is_talk_over(row, scope.now()) {
        return Ok(false);
    }
    match refuse_unless_amendable(scope, row).await {
        Ok(()) => Ok(true),
        Err(No::Broken(broken)) => Err(broken.into()),
        Err(_) => Ok(false),
    }
}

/// The amendments of one proposal, each with its own: two levels at most, whatever the store says.
async fn lines(scope: &Scope<'_>, row: &proposal::Model) -> Result<Vec<Line>, Broken> {
    let mut lines = Vec::new();
    for one in amendments_of(scope, row.id).await? {
        let mut below = Vec::new();
        for sub in amendments_of(scope, one.id).await? {
            below.extend(line(&one, &sub, Vec::new())?);
        }
        lines.extend(line(row, &one, below)?);
    }
    Ok(lines)
}

fn line(amended: &proposal::Model, row: &proposal::Model, below: Vec<Line>) -> Result<Option<Line>, Broken> {
    let line = |(number, change)| Line { number, title: row.title.clone(), state: row.state, change, below };
    Ok(row.number.zip(change(amended, row)?).map(line))
}

fn change(amended: &proposal::Model, row: &proposal::Model) -> Result<Option<Change>, Broken> {
    let Some(amendment) = Amendment::of(row)? else { return Ok(None) };
    let text_changed = !row.state.is_over() && !composes(amended, &amendment)?;
    Ok(Some(Change {
        of: amendment.number,
        title: amended.title.clone(),
        field: amendment.place.field,
        difference: difference(&amendment.before, &amendment.after),
        text_changed,
    }))
}

/// Where the words of a proposal can be changed, and what stands there now.
///
/// # Errors
/// Why they cannot, or when the store fails.
pub async fn places(scope: &Scope<'_>, id: ProposalId) -> Result<Vec<(Place, String)>, No> {
    Ok(words_of(&find(scope, id).await?)?)
}
