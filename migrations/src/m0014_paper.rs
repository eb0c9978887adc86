//! Taking part without a screen: votes by telephone, ballots on paper, and who read the list of voters.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, string_len, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [
            // Who noted it, when it was said by telephone.
            ("ballot", uuid_null("recorded_by")),
            // Whether she took a ballot of paper. No time, and not what it says.
            ("roll", boolean("on_paper").default(false).take()),
        ];
        for (table, column) in added {
            m.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }

        // What two people who count typed, each for herself; nothing when they differ, until they count again.
        let tally = vec![uuid("proposal_id"), uuid("member_id"), text_null("totals")];
        let mut tally = group_table("paper_tally", &["proposal_id", "member_id"], tally);
        refers(&mut tally, "paper_tally", "proposal_id", "proposal");
        refers(&mut tally, "paper_tally", "member_id", "member");
        m.create_table(tally).await?;

        let read = vec![uuid("proposal_id"), uuid("member_id"), string_len("day", 10)];
        let mut read = group_table("roll_read", &["proposal_id", "member_id", "day"], read);
        refers(&mut read, "roll_read", "proposal_id", "proposal");
        refers(&mut read, "roll_read", "member_id", "member");
        m.create_table(read).await?;
        index(m, "roll_read", "day").await
    }
}
