//! What goes with voting without a screen: who noted an objection on the telephone, and counts of a secret vote's paper that
//! only the key of its urn opens.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{binary_null, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // None where whoever raised it did so herself, as everybody did until now.
        m.alter_table(Table::alter().table("objection").add_column(uuid_null("noted_by")).to_owned()).await?;
        m.alter_table(Table::alter().table("paper_tally").add_column(binary_null("sealed")).to_owned()).await
    }
}
