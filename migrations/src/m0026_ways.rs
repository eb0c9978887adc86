//! Who helps somebody to fill in her ballot of paper, and the vote whose tie a draw by lot settles.

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
        // Named by whose ballot it is; nothing of it is left when the paper is counted.
        m.alter_table(Table::alter().table("roll").add_column(uuid_null("helped_by")).to_owned()).await?;
        // None when the draw is about nothing that was voted on.
        m.alter_table(Table::alter().table("draw").add_column(uuid_null("proposal_id")).to_owned()).await
    }
}
