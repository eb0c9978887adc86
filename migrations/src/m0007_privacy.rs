//! What goes with a pause, contact points and who read them, the register that the law asks of an incorporated
//! group, and what was thrown away when it was over.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, binary, binary_null, boolean, string_len, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Who, how and how often is all inside `link`.
        let pause = vec![uuid("member_id"), boolean("tell_me"), binary_null("link")];
        let mut pause = group_table("pause", &["member_id"], pause);
        refers(&mut pause, "pause", "member_id", "member");
        m.create_table(pause).await?;

        let contact = vec![uuid("id"), uuid("member_id"), string_len("kind", 16), binary("value"), boolean("shown")];
        let mut contact = group_table("contact_point", &["id"], contact);
        refers(&mut contact, "contact_point", "member_id", "member");
        m.create_table(contact).await?;
        index(m, "contact_point", "member_id").await?;

        let read = vec![
            uuid("subject"),
            uuid("reader"),
            string_len("field_class", 16),
            string_len("purpose", 16),
            // A day on the group's calendar, `2027-03-08`: no hour is kept.
            string_len("day", 10),
        ];
        let key = ["subject", "reader", "field_class", "purpose", "day"];
        let mut read = group_table("reader_log", &key, read);
        refers(&mut read, "reader_log", "subject", "member");
        refers(&mut read, "reader_log", "reader", "member");
        m.create_table(read).await?;
        index(m, "reader_log", "reader").await?;
        index(m, "reader_log", "day").await?;

        // Who, from when and until when is all inside `entry`. It names no row of `member`.
        m.create_table(group_table("legal_register", &["id"], vec![uuid("id"), binary("entry")])).await?;

        let receipt = vec![string_len("of_table", 64), string_len("day", 10), big_integer("gone")];
        m.create_table(group_table("purge_receipt", &["of_table", "day"], receipt)).await
    }
}
