//! Amendments: the text that a proposal would change, and the amendment that a version of a text came from.

use crate::shape::index;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [("proposal", uuid_null("amends")), ("proposal_version", uuid_null("amendment"))];
        for (table, column) in added {
            m.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        index(m, "proposal", "amends").await
    }
}
