//! Where a talk stands, as members write it together, and the passage of a text that a worry is about.

use crate::shape::{group_table, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{binary_null, integer, integer_null, string_len_null, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let summary = vec![
            uuid("proposal_id"),
            integer("version"),
            // None once they were taken back: the place stays, so that the others keep their numbers.
            binary_null("words"),
            uuid("written_by"),
            timestamp_with_time_zone("written_at"),
        ];
        let mut summary = group_table("talk_summary", &["proposal_id", "version"], summary);
        refers(&mut summary, "talk_summary", "proposal_id", "proposal");
        refers(&mut summary, "talk_summary", "written_by", "member");
        m.create_table(summary).await?;

        // The version of the text, and the place in it, such as `body-2`.
        for column in [integer_null("answered_version"), string_len_null("answered_place", 24)] {
            m.alter_table(Table::alter().table("contribution").add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
