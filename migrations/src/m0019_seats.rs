//! Elections without candidates: where each stands, who named whom, what is said of a name. All but where it ended is
//! erased when it closes.

use crate::shape::{group_table, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, boolean, date_null, integer, string_len, text_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let election = vec![
            uuid("proposal_id"),
            string_len("stage", 16),
            // Days of a round, as the charter said when it opened.
            integer("days"),
            // How many names were put forward.
            integer("tried"),
            // The name that is looked at, or who was found.
            uuid_null("person"),
            // Who put it forward, and why, under her key.
            uuid_null("put_by"),
            binary_null("words"),
            // How often the role was adapted to it, its last day then, and what was added.
            integer("version"),
            date_null("until"),
            text_null("added"),
        ];
        let mut election = group_table("election", &["proposal_id"], election);
        refers(&mut election, "election", "proposal_id", "proposal");
        refers(&mut election, "election", "person", "member");
        refers(&mut election, "election", "put_by", "member");
        m.create_table(election).await?;

        // Whom and why, under the key of whoever says it: read by nobody before its time.
        let nomination = vec![uuid("proposal_id"), uuid("member_id"), binary("sealed"), boolean("settled")];
        let mut nomination = group_table("nomination", &["proposal_id", "member_id"], nomination);
        refers(&mut nomination, "nomination", "proposal_id", "proposal");
        refers(&mut nomination, "nomination", "member_id", "member");
        m.create_table(nomination).await?;

        // Names that are no longer open. Nothing says why.
        let closed = vec![uuid("proposal_id"), uuid("member_id")];
        let mut closed = group_table("election_closed", &["proposal_id", "member_id"], closed);
        refers(&mut closed, "election_closed", "proposal_id", "proposal");
        refers(&mut closed, "election_closed", "member_id", "member");
        m.create_table(closed).await?;

        let answer = vec![
            uuid("proposal_id"),
            uuid("member_id"),
            // `fine`, `concern` or `objection`.
            string_len("word", 16),
            // After how many adaptations of the role.
            integer("version"),
            binary_null("words"),
        ];
        let mut answer = group_table("election_answer", &["proposal_id", "member_id"], answer);
        refers(&mut answer, "election_answer", "proposal_id", "proposal");
        refers(&mut answer, "election_answer", "member_id", "member");
        m.create_table(answer).await?;

        // Who says, in one room with others, that the round can end.
        let ready = vec![uuid("proposal_id"), uuid("member_id")];
        let mut ready = group_table("election_ready", &["proposal_id", "member_id"], ready);
        refers(&mut ready, "election_ready", "proposal_id", "proposal");
        refers(&mut ready, "election_ready", "member_id", "member");
        m.create_table(ready).await?;

        // Whether somebody does not want to be named, under her key: that she answered says nothing of what.
        let wish = vec![uuid("member_id"), binary("sealed")];
        let mut wish = group_table("naming_wish", &["member_id"], wish);
        refers(&mut wish, "naming_wish", "member_id", "member");
        m.create_table(wish).await
    }
}
