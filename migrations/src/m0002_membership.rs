//! Members, the ways they come in, the charter, mandates, the page for visitors.

use crate::shape::{group_table, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary, binary_null, boolean, integer, string_len, text, text_null, timestamp_with_time_zone,
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
        let founding = Table::create()
            .table("founding")
            .col(binary("token").primary_key())
            .col(timestamp_with_time_zone("expires_at"))
            .col(binary_null("draft"))
            .to_owned();
        m.create_table(founding).await?;

        let member = vec![
            uuid("id"),
            binary("name"),
            binary_null("email"),
            binary_null("email_index"),
            text_null("passphrase"),
            boolean("wants_news"),
            string_len("standing", 16),
            timestamp_with_time_zone("joined_at"),
            timestamp_with_time_zone("votes_from"),
        ];
        m.create_table(group_table("member", &["id"], member)).await?;
        unique(m, "member", "email_index").await?;

        let session = vec![
            binary("token"),
            uuid("member_id"),
            boolean("own_device"),
            timestamp_with_time_zone("idle_until"),
            timestamp_with_time_zone("ends_at"),
        ];
        let mut session = group_table("session", &["token"], session);
        refers(&mut session, "session", "member_id", "member");
        m.create_table(session).await?;
        index(m, "session", "member_id").await?;

        let entrance =
            vec![binary("sending"), uuid("member_id"), boolean("own_device"), timestamp_with_time_zone("expires_at")];
        let mut entrance = group_table("entrance", &["sending"], entrance);
        refers(&mut entrance, "entrance", "member_id", "member");
        m.create_table(entrance).await?;

        let sign_in_link = vec![
            binary("token"),
            binary("code"),
            binary("browser"),
            // None for an address that nobody here has: the same row is written for it (reliability T12).
            uuid_null("member_id"),
            boolean("own_device"),
            integer("tries"),
            timestamp_with_time_zone("expires_at"),
        ];
        let mut sign_in_link = group_table("sign_in_link", &["token"], sign_in_link);
        refers(&mut sign_in_link, "sign_in_link", "member_id", "member");
        m.create_table(sign_in_link).await?;

        let invitation = vec![
            uuid("id"),
            binary("token"),
            binary("words"),
            uuid_null("for_member"),
            boolean("used"),
            boolean("taken_back"),
            uuid("made_by"),
            timestamp_with_time_zone("made_at"),
            timestamp_with_time_zone("expires_at"),
        ];
        let mut invitation = group_table("invitation", &["id"], invitation);
        refers(&mut invitation, "invitation", "for_member", "member");
        refers(&mut invitation, "invitation", "made_by", "member");
        m.create_table(invitation).await?;
        unique(m, "invitation", "token").await?;
        unique(m, "invitation", "words").await?;

        let rule = vec![
            string_len("rule", 64),
            big_integer("since_seq"),
            text("value"),
            timestamp_with_time_zone("since"),
            timestamp_with_time_zone_null("until"),
        ];
        m.create_table(group_table("charter_rule", &["rule", "since_seq"], rule)).await?;

        let mandate = vec![
            uuid("id"),
            text("title"),
            text("aim"),
            text("limits"),
            text("powers"),
            uuid("holder"),
            timestamp_with_time_zone("starts_at"),
            timestamp_with_time_zone("ends_at"),
            uuid("granted_by"),
            timestamp_with_time_zone_null("ended_at"),
            uuid_null("ended_by"),
        ];
        let mut mandate = group_table("mandate", &["id"], mandate);
        refers(&mut mandate, "mandate", "holder", "member");
        m.create_table(mandate).await?;
        index(m, "mandate", "holder").await?;

        m.create_table(group_table("welcome_page", &[], vec![text("words"), timestamp_with_time_zone("written_at")]))
            .await
    }
}
