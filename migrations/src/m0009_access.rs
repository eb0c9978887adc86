//! Ways in and ways back: codes of printed cards, days on which somebody came in, circles, requests to come back.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary, boolean, integer, string_len, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
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
        // Only an index of the words, made with a key that the store does not hold.
        let code = vec![
            binary("words"),
            uuid("card"),
            uuid("member_id"),
            integer("place"),
            timestamp_with_time_zone("made_at"),
        ];
        let mut code = group_table("card_code", &["words"], code);
        refers(&mut code, "card_code", "member_id", "member");
        m.create_table(code).await?;
        index(m, "card_code", "member_id").await?;

        let day = vec![
            uuid("member_id"),
            // A day on the group's calendar, `2027-03-08`: no hour is kept.
            string_len("day", 10),
            boolean("own_device"),
            integer("times"),
        ];
        let mut day = group_table("came_in", &["member_id", "day", "own_device"], day);
        refers(&mut day, "came_in", "member_id", "member");
        m.create_table(day).await?;

        let mut changed = group_table(
            "address_change",
            &["member_id"],
            vec![uuid("member_id"), timestamp_with_time_zone("changed_at")],
        );
        refers(&mut changed, "address_change", "member_id", "member");
        m.create_table(changed).await?;

        let circle = vec![
            uuid("whose"),
            uuid("member_id"),
            boolean("accepted"),
            timestamp_with_time_zone("asked_at"),
            timestamp_with_time_zone_null("closed_at"),
        ];
        let mut circle = group_table("circle", &["whose", "member_id"], circle);
        refers(&mut circle, "circle", "whose", "member");
        refers(&mut circle, "circle", "member_id", "member");
        m.create_table(circle).await?;
        index(m, "circle", "member_id").await?;

        let recovery = vec![
            uuid("id"),
            // None for a name that nobody here has, or who was asked about already: the same row is written.
            uuid_null("whose"),
            binary("browser"),
            binary("words"),
            string_len("path", 16),
            text("circle"),
            big_integer("seq"),
            big_integer("vouchers_needed"),
            big_integer("doubts"),
            boolean("code_given"),
            string_len("state", 16),
            timestamp_with_time_zone_null("state_at"),
            timestamp_with_time_zone("asked_at"),
            timestamp_with_time_zone("expires_at"),
        ];
        let mut recovery = group_table("recovery", &["id"], recovery);
        refers(&mut recovery, "recovery", "whose", "member");
        m.create_table(recovery).await?;
        index(m, "recovery", "whose").await?;
        index(m, "recovery", "browser").await?;

        let vouch = vec![
            uuid("recovery_id"),
            uuid("member_id"),
            uuid("branch"),
            string_len("heard", 16),
            timestamp_with_time_zone("vouched_at"),
            boolean("taken_back"),
        ];
        let mut vouch = group_table("recovery_vouch", &["recovery_id", "member_id"], vouch);
        refers(&mut vouch, "recovery_vouch", "recovery_id", "recovery");
        refers(&mut vouch, "recovery_vouch", "member_id", "member");
        m.create_table(vouch).await
    }
}
