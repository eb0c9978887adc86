//! "Adopter cet outil?": the first proposal of every group, made by its founders with the founding itself,
//! so that the tool is on trial until the group decides (`domain E7`).

use crate::ProposalId;
use crate::commands::submit::AskedBy;
use crate::commands::write_proposal::add_author;
use crate::commands::{second, stored_days, submit};
use crate::entities::{proposal, proposal_author};
use crate::rules::state::State;
use commons::db::Tx;
use commons::effects::Effects;
use commons::refusal::{Broken, No};
use membership::commands::found::Founded;
use membership::effects::{KeepTool, Trial};
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// The words of the question, in the language of the group: they become the group's own text.
#[derive(Clone, Debug)]
pub struct Question {
    /// Title.
    pub title: String,
    /// Plain summary.
    pub summary: String,
    /// Text.
    pub body: String,
}

/// Asks it, for the founders together: none of them is its author; they second it as the charter they signed wants.
///
/// # Errors
/// When the store fails.
pub async fn ask_first_question(
    tx: &Tx<'_>,
    effects: &Effects,
    founded: &Founded,
    question: Question,
) -> Result<(), No> {
    let trial = Trial { until: founded.trial_until };
    let charter = charter::charter(tx).await?;
    let class = effects.get(KeepTool::KIND)?.class();
    let id = ProposalId::new();
    let row = proposal::ActiveModel {
        id: Set(id),
        state: Set(State::Draft),
        class: Set(class),
        title: Set(question.title),
        summary: Set(question.summary),
        body: Set(question.body),
        effect: Set(Some(KeepTool::KIND.to_owned())),
        details: Set(Some(serde_json::to_string(&trial).map_err(Broken::stored)?)),
        version: Set(1),
        discussion_days: Set(stored_days(charter.discussion_days(class))),
        voting_days: Set(stored_days(charter.voting_days(class))),
        drafted_at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    let mut founders = founded.founders.iter();
    let Some(first) = founders.next() else { return Err(No::NotFound) };
    add_author(tx, id, *first).await?;
    submit::send(tx, *first, effects, id, AskedBy::Founding).await?;
    // It is nobody's own: no founder changes it or takes it back alone.
    tx.delete::<proposal_author::Entity>().filter(proposal_author::Column::ProposalId.eq(id)).go().await?;
    // As many as the charter wants; the question waits for others when the founders are too few.
    let wanted = usize::try_from(charter.seconders()).unwrap_or(usize::MAX);
    for founder in founders.take(wanted) {
        second::add(tx, *founder, id).await?;
    }
    Ok(())
}
