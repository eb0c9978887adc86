//! Other ways to decide than yes or no: the question as it is put, and ballots longer than a word.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{string_len_null, text_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [
            // Method, options, seats, budget; nothing for yes or no.
            ("proposal", text_null("question")),
            ("proposal_version", text_null("question")),
            // A number beside each option; `choice` then says that they are here.
            ("ballot", string_len_null("marks", 128)),
        ];
        for (table, column) in added {
            m.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
