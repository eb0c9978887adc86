//! The learner seat of a mandate: somebody looks on and helps, and learns the task (`domain A17`). It gives no power.

use crate::MandateId;
use crate::entities::mandate_learner;
use crate::powers::{LearnMandate, Permit};
use crate::queries::apart::known_to;
use crate::queries::mandates;
use crate::rules::mandates::{NoSeat, may_learn};
use commons::db::Tx;
use commons::refusal::No;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Takes the seat. Only she can say yes to it; taken twice, it is hers.
///
/// # Errors
/// When somebody has it, when she holds the mandate, when it is over, or when she knows herself kept apart from its
/// holder. A holder who keeps apart from her changes nothing here: a seat that refused would tell (0018).
pub async fn take_seat(tx: &Tx<'_>, permit: Permit<LearnMandate>, id: MandateId) -> Result<(), No> {
    let mandate = mandates::one(tx, id).await?.ok_or(No::NotFound)?;
    let learner = mandates::learners(tx).await?.get(&id).copied();
    may_learn(mandate.holder, learner, permit.by(), mandate.term(tx.now())).map_err(|no| match no {
        NoSeat::Taken => No::conflict("learner-taken"),
        NoSeat::Holder => No::conflict("learner-holder"),
        NoSeat::Ended => No::conflict("mandate-over-already"),
    })?;
    if learner.is_none() && known_to(tx, permit.by()).await?.contains(&mandate.holder) {
        return Err(No::conflict("learner-apart"));
    }
    if learner.is_none() {
        let row = mandate_learner::ActiveModel {
            mandate_id: Set(id),
            member_id: Set(permit.by()),
            since: Set(tx.now()),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(())
}

/// Leaves the seat, without a reason. Left twice, it is left.
///
/// # Errors
/// When the store fails.
pub async fn leave_seat(tx: &Tx<'_>, permit: Permit<LearnMandate>, id: MandateId) -> Result<(), No> {
    use mandate_learner::Column;
    let mine = tx.delete::<mandate_learner::Entity>().filter(Column::MandateId.eq(id));
    mine.filter(Column::MemberId.eq(permit.by())).go().await?;
    Ok(())
}
