//! Hard times: whom a person keeps apart from, lesser measures, removals, confidentiality incidents.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, date, date_null, integer, integer_null, string_len, string_len_null, text,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // No id of anybody: a mark of the two under a key outside the store, and a day that her key alone opens.
        m.create_table(group_table("no_contact", &["mark"], vec![binary("mark"), binary("since")])).await?;

        let measure = vec![
            uuid("id"),
            string_len("kind", 32),
            uuid("person"),
            uuid_null("other"),
            uuid_null("between_one"),
            uuid_null("between_two"),
            text("activity"),
            timestamp_with_time_zone("starts_at"),
            timestamp_with_time_zone("ends_at"),
            timestamp_with_time_zone_null("ended_at"),
            uuid("decision"),
        ];
        let mut measure = group_table("measure", &["id"], measure);
        for column in ["person", "other", "between_one", "between_two"] {
            refers(&mut measure, "measure", column, "member");
        }
        m.create_table(measure).await?;
        index(m, "measure", "ends_at").await?;

        let removal = vec![
            uuid("id"),
            uuid("person"),
            uuid("initiator"),
            integer("months"),
            timestamp_with_time_zone("noticed_at"),
            string_len_null("hearing", 16),
            timestamp_with_time_zone_null("heard_at"),
            integer_null("roll"),
            timestamp_with_time_zone_null("acts_at"),
            timestamp_with_time_zone_null("acted_at"),
            timestamp_with_time_zone_null("until"),
            uuid_null("decision"),
            string_len("appeal", 16),
            binary_null("appeal_words"),
            timestamp_with_time_zone_null("appealed_at"),
            string_len_null("how", 16),
            timestamp_with_time_zone_null("over_at"),
        ];
        let mut removal = group_table("removal", &["id"], removal);
        refers(&mut removal, "removal", "person", "member");
        refers(&mut removal, "removal", "initiator", "member");
        m.create_table(removal).await?;
        index(m, "removal", "person").await?;

        // The fields are those of the Quebec regulation respecting confidentiality incidents, s. 7.
        let incident = vec![
            uuid("id"),
            integer("number"),
            timestamp_with_time_zone("opened_at"),
            text("data_concerned"),
            text("circumstances"),
            date("happened_from"),
            date_null("happened_to"),
            date("known_on"),
            integer_null("people"),
            integer_null("people_in_quebec"),
            string_len("sensitivity", 16),
            text("sensitivity_why"),
            string_len("consequences", 16),
            text("consequences_why"),
            string_len("misuse", 16),
            text("misuse_why"),
            date_null("commission_told_on"),
            date_null("people_told_on"),
            text("public_notice_why"),
            text("measures"),
            timestamp_with_time_zone_null("closed_at"),
            string_len_null("closed_as", 16),
            timestamp_with_time_zone("changed_at"),
        ];
        m.create_table(group_table("incident", &["id"], incident)).await?;
        index(m, "incident", "number").await
    }
}
