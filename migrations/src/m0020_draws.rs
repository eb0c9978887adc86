//! Draws by lot: what is drawn, what is in it, and the dice that two people throw.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, boolean, integer, string_len, text, text_null, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let draw = vec![
            uuid("id"),
            text("title"),
            // Whether people put their own names, and nobody another's.
            boolean("by_name"),
            integer("seats"),
            uuid("opened_by"),
            timestamp_with_time_zone("opened_at"),
            timestamp_with_time_zone("closes_at"),
            string_len("state", 16),
            // The entry of the register that closed it, and its hash: the head from which it is drawn.
            big_integer_null("closed_seq"),
            text_null("head"),
            // What the dice of two people showed.
            text_null("value"),
        ];
        let mut draw = group_table("draw", &["id"], draw);
        refers(&mut draw, "draw", "opened_by", "member");
        m.create_table(draw).await?;
        index(m, "draw", "closes_at").await?;

        // What is in it: a line that was typed, or the id of whoever put her own name.
        let entry = vec![uuid("draw_id"), string_len("entry", 160), uuid_null("member_id"), boolean("refused")];
        let mut entry = group_table("draw_entry", &["draw_id", "entry"], entry);
        refers(&mut entry, "draw_entry", "draw_id", "draw");
        refers(&mut entry, "draw_entry", "member_id", "member");
        m.create_table(entry).await?;

        // Until the second one is typed; then both are in the draw.
        let dice = vec![uuid("draw_id"), uuid("member_id"), string_len("dice", 24)];
        let mut dice = group_table("draw_dice", &["draw_id", "member_id"], dice);
        refers(&mut dice, "draw_dice", "draw_id", "draw");
        refers(&mut dice, "draw_dice", "member_id", "member");
        m.create_table(dice).await
    }
}
