//! What a mandate goes through besides its dates, first readings of protected clauses, and the words of whoever a
//! recall is about.

use crate::shape::{group_table, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary_null, string_len, string_len_null, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [
            // When several members suspended it, and by which act they signed.
            timestamp_with_time_zone_null("suspended_at"),
            uuid_null("suspended_by"),
            // What whoever held it leaves to the next person: a note, or that there is nothing to hand over.
            string_len_null("handover", 16),
            text_null("handover_note"),
        ];
        for column in added {
            m.alter_table(Table::alter().table("mandate").add_column(column).to_owned()).await?;
        }

        // One learner at most for each mandate.
        let learner = vec![uuid("mandate_id"), uuid("member_id"), timestamp_with_time_zone("since")];
        let mut learner = group_table("mandate_learner", &["mandate_id"], learner);
        refers(&mut learner, "mandate_learner", "mandate_id", "mandate");
        refers(&mut learner, "mandate_learner", "member_id", "member");
        m.create_table(learner).await?;

        // The first reading of a change that needs two; the second takes it away.
        let reading = vec![
            string_len("rule", 64),
            text("value"),
            uuid("decision"),
            big_integer("seq"),
            timestamp_with_time_zone("read_at"),
        ];
        m.create_table(group_table("charter_reading", &["rule"], reading)).await?;

        let hearing = vec![
            uuid("proposal_id"),
            uuid("member_id"),
            binary_null("words"),
            timestamp_with_time_zone_null("written_at"),
        ];
        let mut hearing = group_table("hearing", &["proposal_id"], hearing);
        refers(&mut hearing, "hearing", "proposal_id", "proposal");
        refers(&mut hearing, "hearing", "member_id", "member");
        m.create_table(hearing).await
    }
}
