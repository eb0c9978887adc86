//! Asking to join, the yes for each use, what was done at somebody's request, allied people, welcome pairs.

use crate::shape::{group_table, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, boolean, integer, string_len, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let application = vec![
            uuid("id"),
            binary("token"),
            binary("words"),
            string_len("state", 16),
            // Sealed; none once they have served.
            binary_null("name"),
            binary_null("told"),
            binary_null("described"),
            binary_null("said"),
            boolean("as_ally"),
            uuid_null("on_paper_by"),
            timestamp_with_time_zone("asked_at"),
            // Who signed its admission, as ids; empty before, and when an assembly decided.
            text("signed_by"),
            timestamp_with_time_zone_null("decided_at"),
            timestamp_with_time_zone_null("good_until"),
            timestamp_with_time_zone_null("entered_at"),
        ];
        let mut application = group_table("application", &["id"], application);
        refers(&mut application, "application", "on_paper_by", "member");
        m.create_table(application).await?;
        unique(m, "application", "token").await?;
        unique(m, "application", "words").await?;

        let consent = vec![
            uuid("id"),
            uuid("member_id"),
            string_len("given_for", 32),
            integer("words_version"),
            timestamp_with_time_zone("since"),
            timestamp_with_time_zone_null("until"),
            string_len("channel", 16),
            uuid_null("recorded_by"),
        ];
        let mut consent = group_table("consent", &["id"], consent);
        refers(&mut consent, "consent", "member_id", "member");
        refers(&mut consent, "consent", "recorded_by", "member");
        m.create_table(consent).await?;
        index(m, "consent", "member_id").await?;

        let at_request = vec![
            uuid("id"),
            uuid("member_id"),
            uuid("done_by"),
            string_len("act", 32),
            string_len("channel", 16),
            timestamp_with_time_zone("at"),
        ];
        let mut at_request = group_table("at_request", &["id"], at_request);
        refers(&mut at_request, "at_request", "member_id", "member");
        refers(&mut at_request, "at_request", "done_by", "member");
        m.create_table(at_request).await?;
        index(m, "at_request", "member_id").await?;

        let mut ally = group_table("ally", &["member_id"], vec![uuid("member_id"), binary("described")]);
        refers(&mut ally, "ally", "member_id", "member");
        m.create_table(ally).await?;

        let pair = vec![
            uuid("newcomer"),
            uuid("welcomer"),
            timestamp_with_time_zone("since"),
            timestamp_with_time_zone("until"),
        ];
        let mut pair = group_table("welcome_pair", &["newcomer", "welcomer"], pair);
        refers(&mut pair, "welcome_pair", "newcomer", "member");
        refers(&mut pair, "welcome_pair", "welcomer", "member");
        m.create_table(pair).await
    }
}
