//! What was thrown away because it was over: how much, of which table, on which day. Members read it
//! (`reliability D7`); it tells nothing about anybody.

use crate::area::Erased;
use crate::db::{Scope, Tx};
use crate::refusal::Broken;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

crate::table!(entity = "purge_receipt", key(of_table: String, day: String), {
    gone: i64,
});

/// How long receipts are kept, in days.
pub const KEPT_DAYS: u32 = 365;

/// One receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The table.
    pub table: String,
    /// The day, in UTC.
    pub day: NaiveDate,
    /// Rows that went.
    pub rows: i64,
}

fn stored(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// Adds to the receipts of the day. What took nothing away leaves none.
pub(super) async fn write(tx: &Tx<'_>, erased: &[Erased]) -> Result<(), Broken> {
    use entity::Column;
    let day = stored(tx.now().date_naive());
    for one in erased.iter().filter(|one| one.rows > 0) {
        let rows = i64::try_from(one.rows).unwrap_or(i64::MAX);
        let of_table = Column::OfTable.eq(one.table);
        let before = tx.find::<entity::Entity>().filter(of_table.clone()).filter(Column::Day.eq(day.as_str()));
        match before.one().await? {
            Some(before) => {
                let this = tx.change::<entity::Entity>().filter(of_table).filter(Column::Day.eq(day.as_str()));
                this.set(Column::Gone, before.gone.saturating_add(rows)).go().await?;
            }
            None => {
                let row = entity::ActiveModel {
                    of_table: Set(one.table.to_owned()),
                    day: Set(day.clone()),
                    gone: Set(rows),
                    ..Default::default()
                };
                tx.insert(row).await?;
            }
        }
    }
    Ok(())
}

/// Forgets the receipts that are old themselves.
pub(super) async fn forget_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    let first = tx.now().date_naive() - chrono::Days::new(u64::from(KEPT_DAYS));
    // Days written `2027-03-08` are in the order of time.
    Ok(tx.delete::<entity::Entity>().filter(entity::Column::Day.lt(stored(first))).go().await?)
}

/// The latest receipts, the newest day first.
///
/// # Errors
/// When the store fails, or a day does not read.
pub async fn latest(scope: &Scope<'_>, most: u64) -> Result<Vec<Receipt>, Broken> {
    use entity::Column;
    let rows = scope.find::<entity::Entity>().descending(Column::Day).ascending(Column::OfTable).limit(most);
    let read = |row: entity::Model| {
        Ok(Receipt { day: row.day.parse().map_err(Broken::stored)?, table: row.of_table, rows: row.gone })
    };
    rows.all().await?.into_iter().map(read).collect()
}
