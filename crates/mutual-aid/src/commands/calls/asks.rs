//! "Do you need anything?": what somebody asks for on the line, passed on with her yes. The first who says yes has it, the
//! others read that it is done (`domain` 2.8, rule 5; story 4.3, check 8).

use crate::commands::calls::chain::told;
use crate::commands::calls::person;
use crate::entities::calls::chain_ask;
use crate::powers::TakePartInChain;
use crate::rules::calls::ask as words_of;
use crate::{ChainAskId, ChainId};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use commons::sealed;
use membership::commands::read_contact;
use membership::powers::Permit;
use membership::queries::apart::apart;
use membership::queries::recovery::refuse_barred;
use membership::rules::recovery::Barred;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

pub(crate) fn place(id: ChainAskId) -> String {
    format!("chain_ask/{id}/words")
}

/// Passes on what somebody asks for: herself, or whom she called, who said yes to that.
///
/// # Errors
/// When there was no yes, nothing was written, or she did not call her.
pub async fn pass_on(
    tx: &Tx<'_>,
    permit: Permit<TakePartInChain>,
    chain: ChainId,
    whose: MemberId,
    typed: &str,
    with_her_yes: bool,
) -> Result<ChainAskId, No> {
    let words = words_of(typed).map_err(|problem| No::Invalid(vec![problem]))?;
    if !with_her_yes {
        return Err(No::field("agreed", Message::new("chain-ask-needs-yes")));
    }
    let told = told(tx, chain).await?;
    if told.over_at() <= tx.now() {
        return Err(No::conflict("chain-over"));
    }
    let (now, _) = told.now(tx).await?;
    let (by, whom) = (person(permit.by()), person(whose));
    if whose != permit.by() && !now.has_reached(by, whom) {
        return Err(No::field("whose", Message::new("chain-ask-not-hers")));
    }
    let id = ChainAskId::new();
    let sealed = sealed::key_of(tx, whose).await?.seal(&place(id), words.as_bytes())?;
    let row = chain_ask::ActiveModel {
        id: Set(id),
        chain_id: Set(chain),
        whose: Set(whose),
        words: Set(sealed),
        taken_by: Set(None),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Says yes to what somebody asks for. The first yes has it: her name, and the number at which she can be called.
///
/// # Errors
/// When somebody said yes before, or it is not there for her.
pub async fn say_yes(tx: &Tx<'_>, permit: Permit<TakePartInChain>, id: ChainAskId) -> Result<(), No> {
    use chain_ask::Column;
    refuse_barred(tx, permit.by(), Barred::Reveal).await?;
    let row = tx.find::<chain_ask::Entity>().filter(Column::Id.eq(id)).locked().one().await?.ok_or(No::NotFound)?;
    // Whoever keeps apart from her, or from whom she does, finds nothing there, like for anything else that is not there.
    if row.whose == permit.by() || apart(tx, row.whose, permit.by()).await? {
        return Err(No::NotFound);
    }
    if row.taken_by == Some(permit.by()) {
        // Hers already: the number is opened once more, and written down for this day.
        return read_contact::note_call(tx, permit.by(), row.whose).await;
    }
    if told(tx, row.chain_id).await?.over_at() <= tx.now() {
        return Err(No::conflict("chain-over"));
    }
    if row.taken_by.is_some() {
        return Err(No::conflict("chain-ask-done"));
    }
    let this = tx.change::<chain_ask::Entity>().filter(Column::Id.eq(id));
    this.set(Column::TakenBy, Some(permit.by().0)).go().await?;
    read_contact::note_call(tx, permit.by(), row.whose).await
}

/// Takes back what she asked for.
///
/// # Errors
/// When it is not hers.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<TakePartInChain>, id: ChainAskId) -> Result<(), No> {
    use chain_ask::Column;
    let hers = tx.delete::<chain_ask::Entity>().filter(Column::Id.eq(id)).filter(Column::Whose.eq(permit.by()));
    if hers.go().await? == 1 { Ok(()) } else { Err(No::NotFound) }
}

/// Somebody leaves: what she asked for goes, and what she said yes to is open again.
pub(crate) async fn forget(tx: &Tx<'_>, whose: MemberId) -> Result<u64, commons::refusal::Broken> {
    use chain_ask::Column;
    let nobody: Option<uuid::Uuid> = None;
    let taken = tx.change::<chain_ask::Entity>().filter(Column::TakenBy.eq(whose)).set(Column::TakenBy, nobody);
    let taken = taken.go().await?;
    let hers = tx.delete::<chain_ask::Entity>().filter(Column::Whose.eq(whose)).go().await?;
    Ok(taken + hers)
}
