//! When the group's vote ended the suspension of a mandate, and whose roll a removal was noticed on.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{string_len_null, timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [
            ("mandate", timestamp_with_time_zone_null("suspension_lifted_at")),
            // SHA-256 in hexadecimal of who was on the roll: two rolls can be of one size.
            ("removal", string_len_null("roll_hash", 64)),
        ];
        for (table, column) in added {
            m.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
