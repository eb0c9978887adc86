//! The mark of the key that sealed the store, groups, their register, members' keys, waiting mail, answered forms, forms sent too late, decisions that acted.

use crate::shape::{group_table, index, on_each, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, binary, binary_null, boolean, integer, pk_uuid, string_len, string_len_null, string_len_uniq, text,
    text_null, timestamp_with_time_zone, uuid,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let groups = Table::create()
            .table("groups")
            .col(pk_uuid("id"))
            .col(string_len_uniq("slug", 64))
            .col(timestamp_with_time_zone("founded_at"))
            .col(integer("proposals"))
            .col(big_integer("register_seq"))
            .col(string_len("register_hash", 64))
            .col(timestamp_with_time_zone("register_at"))
            .to_owned();
        m.create_table(groups).await?;

        let mark = Table::create().table("store_mark").col(integer("id").primary_key()).col(binary("mark")).to_owned();
        m.create_table(mark).await?;

        let register = vec![
            big_integer("seq"),
            string_len("kind", 64),
            string_len_null("about", 64),
            timestamp_with_time_zone("at"),
            text("entry"),
            string_len("prev", 64),
            string_len("hash", 64),
            text_null("body"),
            binary_null("salt"),
        ];
        m.create_table(group_table("register", &["seq"], register)).await?;
        unique(m, "register", "prev").await?;
        index(m, "register", "about").await?;
        keep_register(m).await?;

        m.create_table(group_table("member_key", &["member_id"], vec![uuid("member_id"), binary("wrapped")])).await?;

        let outbox = vec![
            string_len("dedupe_key", 200),
            binary("letter"),
            boolean("urgent"),
            timestamp_with_time_zone("next_at"),
            timestamp_with_time_zone("expires_at"),
            integer("attempts"),
        ];
        m.create_table(group_table("outbox", &["dedupe_key"], outbox)).await?;
        m.create_index(Index::create().name("ix_outbox_next_at").table("outbox").col("next_at").to_owned()).await?;

        let done = vec![binary("key"), binary("content"), text("answer"), timestamp_with_time_zone("done_at")];
        m.create_table(group_table("command_done", &["key"], done)).await?;
        index(m, "command_done", "done_at").await?;

        let late = vec![uuid("member_id"), uuid("nonce"), binary("form"), timestamp_with_time_zone("kept_until")];
        m.create_table(group_table("late_form", &["member_id", "nonce"], late)).await?;
        index(m, "late_form", "kept_until").await?;

        let effect = vec![uuid("decision"), big_integer("adopted_seq"), timestamp_with_time_zone("done_at")];
        m.create_table(group_table("effect_done", &["decision"], effect)).await
    }
}

/// Entries are never changed nor deleted. Only a body and its salt may go, by withdrawal.
async fn keep_register(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    on_each(
        m,
        "CREATE TRIGGER register_no_delete BEFORE DELETE ON register
           BEGIN SELECT RAISE(ABORT, 'a register entry is never deleted'); END;
         CREATE TRIGGER register_no_change BEFORE UPDATE ON register
           WHEN NEW.group_id IS NOT OLD.group_id OR NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind
             OR NEW.about IS NOT OLD.about OR NEW.at IS NOT OLD.at OR NEW.entry IS NOT OLD.entry
             OR NEW.prev IS NOT OLD.prev OR NEW.hash IS NOT OLD.hash
             OR NOT (NEW.body IS NULL AND NEW.salt IS NULL)
           BEGIN SELECT RAISE(ABORT, 'a register entry is never changed'); END;",
        "CREATE FUNCTION register_keep() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a register entry is never deleted'; END IF;
           IF (NEW.group_id, NEW.seq, NEW.kind, NEW.about, NEW.at, NEW.entry, NEW.prev, NEW.hash)
                IS DISTINCT FROM (OLD.group_id, OLD.seq, OLD.kind, OLD.about, OLD.at, OLD.entry, OLD.prev, OLD.hash)
              OR NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
           THEN RAISE EXCEPTION 'a register entry is never changed'; END IF;
           RETURN NEW;
         END $$;
         CREATE TRIGGER register_keep BEFORE UPDATE OR DELETE ON register
           FOR EACH ROW EXECUTE FUNCTION register_keep();",
    )
    .await
}
