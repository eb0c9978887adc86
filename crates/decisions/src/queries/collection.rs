//! The decisions that the group adopted, in the order of their numbers: what a printed collection holds
//! (`decisions G4`).

use crate::ProposalId;
use crate::entities::proposal;
use crate::queries::after::replaced_by;
use crate::rules::state::State;
use commons::clock::Time;
use commons::db::Scope;
use commons::refusal::Broken;
use commons::register::{self, Entry, kinds};
use sea_orm::ColumnTrait;
use std::collections::HashMap;

/// A decision, with what the register says of it.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Which.
    pub id: ProposalId,
    /// Its number.
    pub number: i32,
    /// Its title.
    pub title: String,
    /// Its plain summary, as it was adopted.
    pub summary: String,
    /// Its text, as it was adopted.
    pub body: String,
    /// When its vote closed.
    pub closed_at: Option<Time>,
    /// The number of the proposal by which the group did not keep it.
    pub ended_by: Option<i32>,
    /// The number of the decision that changed since the rule which this one had made.
    pub replaced_by: Option<i32>,
    /// Its result, and what came of it, the oldest first.
    pub entries: Vec<Entry>,
}

/// What the register says of a decision once it is adopted.
const TOLD: [&str; 4] = [kinds::ADOPTED, kinds::EFFECT_DONE, kinds::EFFECT_FAILED, kinds::ENDED];

/// Every decision that was adopted. Amendments are not there by themselves: the text that they changed is, as amended.
///
/// # Errors
/// When the store fails.
pub async fn collection(scope: &Scope<'_>) -> Result<Vec<Decision>, Broken> {
    use proposal::Column;
    let adopted = [State::Adopted, State::InForce, State::EffectFailed];
    let rows = scope.find::<proposal::Entity>().filter(Column::State.is_in(adopted)).filter(Column::Amends.is_null());
    let rows = rows.ascending(Column::Number).all().await?;
    let mut entries: HashMap<String, Vec<Entry>> = HashMap::new();
    for entry in register::of_kinds(scope, &TOLD).await? {
        if let Some(about) = entry.about.clone() {
            entries.entry(about).or_default().push(entry);
        }
    }
    let mut decisions = Vec::with_capacity(rows.len());
    for row in rows {
        let ended_by = match row.ended_by {
            Some(id) => super::proposal::number_of(scope, id).await?,
            None => None,
        };
        let entries = entries.remove(&row.id.to_string()).unwrap_or_default();
        decisions.push(Decision {
            id: row.id,
            number: row.number.unwrap_or_default(),
            title: row.title,
            summary: row.summary,
            body: row.body,
            closed_at: row.closed_at,
            ended_by,
            replaced_by: replaced_by(scope, &entries).await?,
            entries,
        });
    }
    Ok(decisions)
}
