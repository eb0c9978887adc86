//! The phone tree: what each says yes to, who calls whom, chains of calls, and sheets of paper.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, integer, string_len, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // What goes with her yes: how many calls, which hours, which number. Her key alone opens it.
        let mut choice = group_table("call_choice", &["member_id"], vec![uuid("member_id"), binary("said")]);
        refers(&mut choice, "call_choice", "member_id", "member");
        m.create_table(choice).await?;

        // Who calls whom, as it was last drawn or changed; sealed for the group.
        let tree = vec![integer("version"), timestamp_with_time_zone("made_at"), binary("lines")];
        m.create_table(group_table("call_tree", &["version"], tree)).await?;

        chains(m).await?;

        let sheet = vec![
            integer("number"),
            uuid("holder"),
            uuid("printed_by"),
            // Days, as they stand on the sheet.
            string_len("printed_on", 10),
            string_len("good_until", 10),
            binary("lines"),
        ];
        let mut sheet = group_table("call_sheet", &["number"], sheet);
        refers(&mut sheet, "call_sheet", "holder", "member");
        refers(&mut sheet, "call_sheet", "printed_by", "member");
        m.create_table(sheet).await?;
        index(m, "call_sheet", "holder").await
    }
}

async fn chains(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let chain = vec![
        uuid("id"),
        string_len("kind", 16),
        uuid("started_by"),
        timestamp_with_time_zone("started_at"),
        timestamp_with_time_zone_null("ended_at"),
        // What it started from: people, hours, lines.
        binary("plan"),
    ];
    let mut chain = group_table("phone_chain", &["id"], chain);
    refers(&mut chain, "phone_chain", "started_by", "member");
    m.create_table(chain).await?;
    index(m, "phone_chain", "ended_at").await?;

    let text = vec![uuid("chain_id"), integer("version"), binary("words")];
    let mut text = group_table("chain_text", &["chain_id", "version"], text);
    refers(&mut text, "chain_text", "chain_id", "phone_chain");
    m.create_table(text).await?;

    // What happened, in order: where a chain stands is made from it anew each time.
    let event = vec![uuid("chain_id"), integer("seq"), timestamp_with_time_zone("at"), binary("what")];
    let mut event = group_table("chain_event", &["chain_id", "seq"], event);
    refers(&mut event, "chain_event", "chain_id", "phone_chain");
    m.create_table(event).await?;

    // Something that somebody asks for, passed on with her yes; who said yes to it first.
    let ask = vec![uuid("id"), uuid("chain_id"), uuid("whose"), binary("words"), uuid_null("taken_by")];
    let mut ask = group_table("chain_ask", &["id"], ask);
    refers(&mut ask, "chain_ask", "chain_id", "phone_chain");
    refers(&mut ask, "chain_ask", "whose", "member");
    refers(&mut ask, "chain_ask", "taken_by", "member");
    m.create_table(ask).await?;

    // What is left of a chain after a week: three numbers, and of a trial how often somebody answered.
    let total = vec![
        uuid("id"),
        string_len("kind", 16),
        timestamp_with_time_zone("ended_at"),
        integer("everybody"),
        integer("reached"),
        integer("message"),
        integer("answered"),
    ];
    m.create_table(group_table("chain_total", &["id"], total)).await
}
