//! A circle of close ones: who is in it and for what, what is to be done when somebody is away, the card she wrote
//! beforehand, and what is asked of the group or offered to it.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, boolean, date, date_null, integer, string_len, timestamp_with_time_zone,
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
        self.people(m).await?;
        self.doing(m).await?;
        self.card(m).await
    }
}

impl Migration {
    async fn people(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        // When it is awake: the first and the last day.
        let circle = vec![uuid("member_id"), date_null("awake_from"), date_null("awake_until")];
        let mut circle = group_table("close_circle", &["member_id"], circle);
        refers(&mut circle, "close_circle", "member_id", "member");
        m.create_table(circle).await?;

        let holder = vec![uuid("member_id"), uuid("holder")];
        let mut holder = group_table("close_holder", &["member_id", "holder"], holder);
        refers(&mut holder, "close_holder", "member_id", "member");
        refers(&mut holder, "close_holder", "holder", "member");
        m.create_table(holder).await?;

        // A member, or a neighbour with a name. Name, number and what she is told lie under the key of whose circle it is.
        let link = vec![
            uuid("id"),
            uuid("member_id"),
            uuid_null("other"),
            binary_null("name"),
            binary_null("phone"),
            binary("told"),
            // The code of a neighbour's sheet: what its words are made from, an index of them, and since when.
            uuid_null("code"),
            binary_null("code_index"),
            timestamp_with_time_zone_null("code_made"),
            // An index of the address that the code led to.
            binary_null("token"),
        ];
        let mut link = group_table("close_link", &["id"], link);
        refers(&mut link, "close_link", "member_id", "member");
        refers(&mut link, "close_link", "other", "member");
        m.create_table(link).await?;

        // Her yes is the row; the yes of the other stands in it.
        let yes = vec![uuid("link_id"), string_len("help", 16), boolean("theirs")];
        let mut yes = group_table("close_yes", &["link_id", "help"], yes);
        refers(&mut yes, "close_yes", "link_id", "close_link");
        m.create_table(yes).await
    }

    async fn doing(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        let daily =
            vec![uuid("id"), uuid("member_id"), string_len("help", 16), integer("from_minute"), integer("minutes")];
        let mut daily = group_table("close_daily", &["id"], daily);
        refers(&mut daily, "close_daily", "member_id", "member");
        m.create_table(daily).await?;

        let task = vec![
            uuid("id"),
            uuid("member_id"),
            date("day"),
            string_len("help", 16),
            integer("from_minute"),
            integer("minutes"),
            // Who does it.
            uuid_null("link_id"),
        ];
        let mut task = group_table("close_task", &["id"], task);
        refers(&mut task, "close_task", "member_id", "member");
        refers(&mut task, "close_task", "link_id", "close_link");
        m.create_table(task).await?;
        index(m, "close_task", "day").await
    }

    async fn card(&self, m: &SchemaManager<'_>) -> Result<(), DbErr> {
        // One line for all, and one for each kind of help.
        let card = vec![uuid("member_id"), string_len("line", 16), binary("words")];
        let mut card = group_table("close_card", &["member_id", "line"], card);
        refers(&mut card, "close_card", "member_id", "member");
        m.create_table(card).await?;

        let opening = vec![
            uuid("id"),
            uuid("member_id"),
            uuid("opened_by"),
            uuid_null("through"),
            timestamp_with_time_zone("at"),
            date("from_day"),
            date("until_day"),
        ];
        let mut opening = group_table("close_opening", &["id"], opening);
        refers(&mut opening, "close_opening", "member_id", "member");
        refers(&mut opening, "close_opening", "opened_by", "member");
        refers(&mut opening, "close_opening", "through", "member");
        m.create_table(opening).await?;

        let asked = vec![
            uuid("id"),
            uuid("member_id"),
            boolean("offered"),
            string_len("help", 16),
            binary("words"),
            timestamp_with_time_zone("at"),
        ];
        let mut asked = group_table("close_asked", &["id"], asked);
        refers(&mut asked, "close_asked", "member_id", "member");
        m.create_table(asked).await
    }
}
