//! Proposals with their versions, seconders and discussion; votes with their roll and ballots.

use crate::shape::{group_table, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, binary, binary_null, boolean, integer, integer_null, string_len, string_len_null, text,
    text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let proposal = vec![
            uuid("id"),
            integer_null("number"),
            string_len("state", 16),
            string_len("class", 16),
            text("title"),
            text("summary"),
            text("body"),
            string_len_null("effect", 64),
            text_null("details"),
            text_null("preview"),
            integer("version"),
            integer("discussion_days"),
            integer("voting_days"),
            text_null("rules"),
            string_len_null("text_hash", 64),
            timestamp_with_time_zone("drafted_at"),
            timestamp_with_time_zone_null("submitted_at"),
            timestamp_with_time_zone_null("discussion_from"),
            timestamp_with_time_zone_null("discussion_until"),
            timestamp_with_time_zone_null("opens_at"),
            timestamp_with_time_zone_null("closes_at"),
            timestamp_with_time_zone_null("closed_at"),
            timestamp_with_time_zone_null("window_until"),
            timestamp_with_time_zone_null("due_at"),
            text_null("outcome"),
            big_integer_null("closed_seq"),
            text_null("failure"),
        ];
        m.create_table(group_table("proposal", &["id"], proposal)).await?;
        unique(m, "proposal", "number").await?;
        index(m, "proposal", "due_at").await?;
        index(m, "proposal", "state").await?;

        let mut author =
            group_table("proposal_author", &["proposal_id", "member_id"], vec![uuid("proposal_id"), uuid("member_id")]);
        refers(&mut author, "proposal_author", "proposal_id", "proposal");
        refers(&mut author, "proposal_author", "member_id", "member");
        m.create_table(author).await?;

        let version = vec![
            uuid("proposal_id"),
            integer("version"),
            text("title"),
            text("summary"),
            text("body"),
            string_len_null("effect", 64),
            text_null("details"),
            uuid("written_by"),
            timestamp_with_time_zone("written_at"),
        ];
        let mut version = group_table("proposal_version", &["proposal_id", "version"], version);
        refers(&mut version, "proposal_version", "proposal_id", "proposal");
        m.create_table(version).await?;

        let seconder = vec![uuid("proposal_id"), uuid("member_id"), timestamp_with_time_zone("seconded_at")];
        let mut seconder = group_table("seconder", &["proposal_id", "member_id"], seconder);
        refers(&mut seconder, "seconder", "proposal_id", "proposal");
        refers(&mut seconder, "seconder", "member_id", "member");
        m.create_table(seconder).await?;

        let contribution = vec![
            uuid("id"),
            uuid("proposal_id"),
            string_len("kind", 16),
            uuid_null("reply_to"),
            uuid("author"),
            binary("words"),
            boolean("edited"),
            timestamp_with_time_zone("said_at"),
        ];
        let mut contribution = group_table("contribution", &["id"], contribution);
        refers(&mut contribution, "contribution", "proposal_id", "proposal");
        refers(&mut contribution, "contribution", "author", "member");
        m.create_table(contribution).await?;
        index(m, "contribution", "proposal_id").await?;

        let mut roll = group_table("roll", &["proposal_id", "member_id"], vec![uuid("proposal_id"), uuid("member_id")]);
        refers(&mut roll, "roll", "proposal_id", "proposal");
        refers(&mut roll, "roll", "member_id", "member");
        m.create_table(roll).await?;

        let ballot = vec![
            uuid("proposal_id"),
            uuid("member_id"),
            string_len("choice", 16),
            binary_null("reason"),
            boolean("changed"),
            timestamp_with_time_zone("cast_at"),
        ];
        let mut ballot = group_table("ballot", &["proposal_id", "member_id"], ballot);
        ballot.foreign_key(
            ForeignKey::create()
                .name("fk_ballot_roll")
                .from_tbl("ballot")
                .from_col("group_id")
                .from_col("proposal_id")
                .from_col("member_id")
                .to_tbl("roll")
                .to_col("group_id")
                .to_col("proposal_id")
                .to_col("member_id"),
        );
        m.create_table(ballot).await
    }
}
