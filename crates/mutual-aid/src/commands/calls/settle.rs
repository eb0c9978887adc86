//! What the clock brings to chains: one in which nothing happened for two days is over, and a week after its end only
//! numbers are left (ruling 16; story 4.3, check 7).

use crate::ChainId;
use crate::commands::calls::chain::{Told, read, write};
use crate::entities::calls::{chain_ask, chain_event, chain_text, chain_total, phone_chain};
use crate::rules::cascade::{Chain, SILENT};
use crate::rules::simulate::observed;
use chrono::{Duration, Months};
use commons::clock::Time;
use commons::db::{Db, Tx};
use commons::ids::GroupId;
use commons::refusal::Broken;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Calls and what came of them are kept for so long after the end.
pub const KEPT_FOR: Duration = Duration::days(7);

/// Closes the chains in which nothing happened for long.
///
/// # Errors
/// When the store fails.
pub async fn settle(db: &Db, group: GroupId) -> Result<(), Broken> {
    use phone_chain::Column;
    let scope = db.read(group);
    let old = scope.find::<phone_chain::Entity>().filter(Column::EndedAt.is_null());
    let old = old.filter(Column::StartedAt.lte(scope.now() - SILENT)).any().await?;
    if !old {
        return Ok(());
    }
    drop(scope);
    db.write(group, async |tx: &Tx<'_>| close_silent(tx).await).await
}

/// The same, inside a write.
pub(crate) async fn close_silent(tx: &Tx<'_>) -> Result<(), Broken> {
    use phone_chain::Column;
    for row in tx.find::<phone_chain::Entity>().filter(Column::EndedAt.is_null()).all().await? {
        let mut told = read(tx, row).await?;
        let at = told.over_at();
        if at <= tx.now() {
            let (chain, events) = told.now(tx).await?;
            write(tx, &told, &events).await?;
            told.events.extend(events);
            close(tx, &told, &chain, at).await?;
        }
    }
    Ok(())
}

/// A chain is over: from now on its end is known, and so are the numbers that stay.
pub(crate) async fn close(tx: &Tx<'_>, told: &Told, chain: &Chain, at: Time) -> Result<(), Broken> {
    let id = told.row.id;
    let this = tx.change::<phone_chain::Entity>().filter(phone_chain::Column::Id.eq(id));
    this.set(phone_chain::Column::EndedAt, at).go().await?;
    let counts = chain.counts();
    let answered = observed(&told.events).unwrap_or_default();
    let number = |count: usize| Set(i32::try_from(count).unwrap_or(i32::MAX));
    let row = chain_total::ActiveModel {
        id: Set(id),
        kind: Set(told.row.kind),
        ended_at: Set(at),
        everybody: number(counts.everybody),
        reached: number(counts.reached),
        message: number(counts.message),
        answered: Set(i32::from(answered)),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Throws away what is over.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<u64, Broken> {
    use phone_chain::Column;
    close_silent(tx).await?;
    let over = tx.find::<phone_chain::Entity>().filter(Column::EndedAt.lte(tx.now() - KEPT_FOR)).all().await?;
    let mut gone = 0;
    for row in over {
        erase(tx, row.id).await?;
        gone += 1;
    }
    Ok(gone)
}

async fn erase(tx: &Tx<'_>, id: ChainId) -> Result<(), Broken> {
    tx.delete::<chain_event::Entity>().filter(chain_event::Column::ChainId.eq(id)).go().await?;
    tx.delete::<chain_text::Entity>().filter(chain_text::Column::ChainId.eq(id)).go().await?;
    tx.delete::<chain_ask::Entity>().filter(chain_ask::Column::ChainId.eq(id)).go().await?;
    tx.delete::<phone_chain::Entity>().filter(phone_chain::Column::Id.eq(id)).go().await?;
    Ok(())
}

/// The numbers of a chain go a year after its end.
pub(crate) async fn purge_totals(tx: &Tx<'_>) -> Result<u64, Broken> {
    let year = tx.now().checked_sub_months(Months::new(12)).unwrap_or(tx.now());
    Ok(tx.delete::<chain_total::Entity>().filter(chain_total::Column::EndedAt.lte(year)).go().await?)
}
