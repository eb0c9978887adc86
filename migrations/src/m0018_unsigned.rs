//! Reasons that their authors chose not to sign.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Whether the reason is read without a name; false when there is none.
        let unsigned = boolean("unsigned").default(false).take();
        m.alter_table(Table::alter().table("ballot").add_column(unsigned).to_owned()).await
    }
}
