//! Own limits, and visits: who is visited, when, by whom, and where.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, boolean, date, date_null, integer, string_len, string_len_null, text,
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
        // Hours, how often, how long she rests: one person's, sealed under her key.
        let limits = vec![
            uuid("member_id"),
            binary("limits"),
            // When she was last asked to take somebody's place; forgotten after seven days.
            timestamp_with_time_zone_null("asked_at"),
        ];
        let mut limits = group_table("own_limit", &["member_id"], limits);
        refers(&mut limits, "own_limit", "member_id", "member");
        m.create_table(limits).await?;

        let plan = vec![
            uuid("id"),
            uuid("person"),
            // Whom she named to act for her, and until which day.
            uuid_null("holder"),
            date_null("holder_until"),
            string_len("state", 16),
            timestamp_with_time_zone_null("ended_at"),
            // Who may come, when, how often, sealed under her key.
            binary("wishes"),
            // Where, with what is known of the ward, sealed under her key; empty a day after the end.
            binary_null("place"),
        ];
        let mut plan = group_table("visit_plan", &["id"], plan);
        refers(&mut plan, "visit_plan", "person", "member");
        refers(&mut plan, "visit_plan", "holder", "member");
        m.create_table(plan).await?;
        index(m, "visit_plan", "person").await?;

        let visit = vec![
            uuid("id"),
            uuid("plan_id"),
            date("day"),
            // Minutes after midnight on the wall, and how many it lasts.
            integer("begins"),
            integer("minutes"),
            string_len("manner", 16),
            string_len("state", 16),
            // The days of the two last yeses: hers, and the ward's.
            date_null("her_yes"),
            date_null("wards_yes"),
            // Who was asked, sealed under the key of whoever is visited; empty as soon as it begins.
            binary_null("asked"),
        ];
        let mut visit = group_table("visit", &["id"], visit);
        refers(&mut visit, "visit", "plan_id", "visit_plan");
        m.create_table(visit).await?;
        index(m, "visit", "plan_id").await?;

        let seat = vec![
            uuid("visit_id"),
            integer("seat"),
            string_len("state", 16),
            uuid_null("member_id"),
            timestamp_with_time_zone_null("since"),
            string_len_null("word", 16),
            boolean("reminded"),
        ];
        let mut seat = group_table("visit_seat", &["visit_id", "seat"], seat);
        refers(&mut seat, "visit_seat", "visit_id", "visit");
        refers(&mut seat, "visit_seat", "member_id", "member");
        m.create_table(seat).await?;

        // What a place may and may not do, in the group's words, with the day on which somebody checked it.
        let rights =
            vec![string_len("language", 8), text("words"), date("reviewed_on"), timestamp_with_time_zone("written_at")];
        m.create_table(group_table("rights_card", &["language"], rights)).await
    }
}
