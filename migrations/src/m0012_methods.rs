//! Other ways to decide than yes or no: the question as it is put.

use crate::shape::on_each;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Method, options, seats, budget; nothing for yes or no.
        for table in ["proposal", "proposal_version"] {
            m.alter_table(Table::alter().table(table).add_column(text_null("question")).to_owned()).await?;
        }
        // A ballot among twenty options is longer than a word. SQLite holds nobody to a length.
        on_each(m, "SELECT 1", "ALTER TABLE ballot ALTER COLUMN choice TYPE varchar(128)").await
    }
}
