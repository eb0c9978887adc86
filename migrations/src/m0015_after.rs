//! Time around a vote and what comes after it: more time, reminders, a decision that is contested, and who asks for more
//! time.

use crate::shape::{group_table, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, integer, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [
            // The charter's rules about time, as they were when the vote opened; none before there were any.
            text_null("time_rules"),
            // How often its vote got more time, for whatever reason.
            integer("extended").default(0).take(),
            // Whether the quorum was missed once already.
            boolean("quorum_missed").default(false).take(),
            // How often those on the roll were told once more that there is news.
            integer("reminded").default(0).take(),
            // Whether it was contested once: its second vote is the last.
            boolean("contested").default(false).take(),
            // The proposal by which the group did not keep it.
            uuid_null("ended_by"),
        ];
        for column in added {
            m.alter_table(Table::alter().table("proposal").add_column(column).to_owned()).await?;
        }

        let asked = vec![uuid("proposal_id"), uuid("member_id")];
        let mut asked = group_table("extension_asked", &["proposal_id", "member_id"], asked);
        refers(&mut asked, "extension_asked", "proposal_id", "proposal");
        refers(&mut asked, "extension_asked", "member_id", "member");
        m.create_table(asked).await
    }
}
