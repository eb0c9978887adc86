//! Being there for whoever calls: who listens, the hours of the group, who took which, and looking for somebody when a
//! place becomes free. Of calls there is no table.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, boolean, date, date_null, integer, string_len, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let listener = vec![
            uuid("member_id"),
            // Under her own key.
            binary("number"),
            integer("weekly_most"),
            boolean("alone"),
            // Days of the week on which she may be asked, one bit each, Monday first; from when, for how long.
            integer("days"),
            integer("from_minute"),
            integer("minutes"),
            // When she was last asked to take a place that became free.
            timestamp_with_time_zone_null("asked_at"),
        ];
        let mut listener = group_table("listener", &["member_id"], listener);
        refers(&mut listener, "listener", "member_id", "member");
        m.create_table(listener).await?;

        // Hours that come back each week on the day of the first one, until the last one if there is one.
        let listening =
            vec![uuid("id"), date("first_day"), date_null("last_day"), integer("from_minute"), integer("minutes")];
        m.create_table(group_table("listening", &["id"], listening)).await?;

        let take = vec![uuid("listening_id"), date("day"), uuid("member_id")];
        let mut take = group_table("listening_take", &["listening_id", "day", "member_id"], take);
        refers(&mut take, "listening_take", "listening_id", "listening");
        refers(&mut take, "listening_take", "member_id", "member");
        m.create_table(take).await?;
        index(m, "listening_take", "day").await?;

        // A place that became free and is looked for. It goes when it ended, and so do those who were asked.
        let cover = vec![uuid("listening_id"), date("day"), timestamp_with_time_zone("since")];
        let mut cover = group_table("listening_cover", &["listening_id", "day"], cover);
        refers(&mut cover, "listening_cover", "listening_id", "listening");
        m.create_table(cover).await?;

        let ask = vec![
            uuid("listening_id"),
            date("day"),
            uuid("member_id"),
            timestamp_with_time_zone("asked_at"),
            timestamp_with_time_zone("until"),
            string_len("answer", 16),
        ];
        let mut ask = group_table("listening_ask", &["listening_id", "day", "member_id"], ask);
        refers(&mut ask, "listening_ask", "listening_id", "listening");
        refers(&mut ask, "listening_ask", "member_id", "member");
        m.create_table(ask).await?;

        // Somebody would rather have another slot than hers. It goes when one of the two begins.
        let swap =
            vec![uuid("id"), uuid("member_id"), uuid("listening_id"), date("day"), uuid("for_id"), date("for_day")];
        let mut swap = group_table("listening_swap", &["id"], swap);
        refers(&mut swap, "listening_swap", "member_id", "member");
        refers(&mut swap, "listening_swap", "listening_id", "listening");
        refers(&mut swap, "listening_swap", "for_id", "listening");
        m.create_table(swap).await
    }
}
