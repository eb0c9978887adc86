//! What an election without candidates remembers of its rounds: how many began and when the last one did, which objections
//! were taken up, and who put a name forward.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, boolean_null, integer, timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let rounds = integer("rounds").default(0).take();
        m.alter_table(Table::alter().table("election").add_column(rounds).to_owned()).await?;
        let begun_at = timestamp_with_time_zone_null("begun_at");
        m.alter_table(Table::alter().table("election").add_column(begun_at).to_owned()).await?;
        let taken_up = boolean("taken_up").default(false).take();
        m.alter_table(Table::alter().table("election_answer").add_column(taken_up).to_owned()).await?;
        // Whether she put a name forward; nothing of it is left when the election is over.
        m.alter_table(Table::alter().table("roll").add_column(boolean_null("put_a_name")).to_owned()).await
    }
}
