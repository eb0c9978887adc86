//! What was put in the way of a proposal, as one member sees it now: with names, because it is there to be talked about
//! (`decisions` 5.2).

use crate::commands::objections::{place, supporters};
use crate::entities::objection;
use crate::rules::rounds::{Kind, Standing};
use crate::{ObjectionId, ProposalId};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::Key;
use sea_orm::ColumnTrait;
use std::collections::HashMap;

/// An objection or a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Which.
    pub id: ObjectionId,
    /// Which of the two.
    pub kind: Kind,
    /// Whose.
    pub member: MemberId,
    /// In her words; none when she left and took them with her.
    pub words: Option<String>,
    /// The version of the text that it is about.
    pub against: i32,
    /// Where it stands.
    pub standing: Standing,
    /// The version that takes it up.
    pub answered_by: Option<i32>,
    /// Who supports it, when it is a block.
    pub supporters: Vec<MemberId>,
    /// Who noted on the telephone that it was raised, or taken back; none when its author did so herself.
    pub noted_by: Option<MemberId>,
}

/// Everything that was put in the way of a proposal, the first one first.
pub(crate) async fn objections(
    scope: &Scope<'_>,
    id: ProposalId,
    keys: &HashMap<MemberId, Key>,
) -> Result<Vec<Objection>, Broken> {
    use objection::Column;
    let rows = scope.find::<objection::Entity>().filter(Column::ProposalId.eq(id)).ascending(Column::Id).all().await?;
    let mut seen = Vec::with_capacity(rows.len());
    for row in rows {
        let sealed = row.words.as_ref().zip(keys.get(&row.member_id));
        seen.push(Objection {
            id: row.id,
            kind: row.kind,
            member: row.member_id,
            words: sealed.map(|(words, key)| key.open_text(&place(row.id), words)).transpose()?,
            against: row.version,
            standing: row.state,
            answered_by: row.answered_by,
            supporters: supporters(scope, row.id).await?,
            noted_by: row.noted_by,
        });
    }
    Ok(seen)
}
