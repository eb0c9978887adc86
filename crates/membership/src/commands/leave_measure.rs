//! Ending a measure that lives by a yes: nobody is made to talk, to stand between, or to follow a plan (`mutual-aid`
//! 5.2, M15).

use crate::MeasureId;
use crate::entities::measure;
use crate::powers::{LeaveMeasure, Permit};
use crate::queries::measures::concerns;
use commons::db::Tx;
use commons::refusal::No;
use commons::register;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Ends a mediation for all four, or a plan of return for whom it concerns. The register says that it ended, and not
/// who wanted it so.
///
/// # Errors
/// When she is not part of it, it needs no yes of hers, or it is over.
pub async fn leave_measure(tx: &Tx<'_>, permit: Permit<LeaveMeasure>, id: MeasureId) -> Result<(), No> {
    use measure::Column;
    let hers = tx.find::<measure::Entity>().filter(Column::Id.eq(id)).filter(concerns(permit.by()));
    let row = hers.one().await?.filter(|row| row.kind.rests_on_a_yes()).ok_or(No::NotFound)?;
    if row.ended_at.is_some() || row.ends_at <= tx.now() {
        return Err(No::conflict("measure-over-already"));
    }
    tx.change::<measure::Entity>().filter(Column::Id.eq(id)).set(Column::EndedAt, tx.now()).go().await?;
    let entry = register::New {
        kind: register::kinds::MEASURE_ENDED,
        actors: &[],
        about: Some(id.to_string()),
        body: json!({ "kind": row.kind.name() }),
    };
    register::append(tx, entry).await?;
    Ok(())
}
