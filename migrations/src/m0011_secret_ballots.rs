//! Secret votes: the urn, what is left of it when a vote has closed, and who asks for secrecy.

use crate::shape::{group_table, on_each, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{binary, boolean, boolean_null, date_null, text_null, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let added = [
            ("proposal", boolean("secret").default(false).take()),
            // After a secret vote: whether a ballot of hers was in the urn. Written when the vote closes, for all at once.
            ("roll", boolean_null("voted")),
        ];
        for (table, column) in added {
            m.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }

        // No time, no order, no person (`decisions D1`). On SQLite without row numbers: they would keep the order in
        // which ballots came.
        let urn = "CREATE TABLE ballot_box (
            group_id UUID_TYPE NOT NULL, proposal_id UUID_TYPE NOT NULL, tag BYTES_TYPE NOT NULL, sealed BYTES_TYPE NOT NULL,
            PRIMARY KEY (group_id, proposal_id, tag),
            CONSTRAINT fk_ballot_box_group FOREIGN KEY (group_id) REFERENCES groups (id),
            CONSTRAINT fk_ballot_box_proposal_id FOREIGN KEY (group_id, proposal_id) REFERENCES proposal (group_id, id)
        )";
        let typed = |uuid, bytes| urn.replace("UUID_TYPE", uuid).replace("BYTES_TYPE", bytes);
        let sqlite = format!("{} WITHOUT ROWID", typed("uuid_text", "blob"));
        on_each(m, &sqlite, &typed("uuid", "bytea")).await?;

        let result = vec![
            uuid("proposal_id"),
            // By which its key is known again; it says nothing of the key.
            binary("mark"),
            // What the quorum looked like this morning.
            boolean("enough"),
            date_null("looked_on"),
            // Sorted, so that neither says in which order people voted.
            text_null("receipts"),
            text_null("ballots"),
        ];
        let mut result = group_table("urn", &["proposal_id"], result);
        refers(&mut result, "urn", "proposal_id", "proposal");
        m.create_table(result).await?;

        let asked = vec![uuid("proposal_id"), uuid("member_id")];
        let mut asked = group_table("secrecy_asked", &["proposal_id", "member_id"], asked);
        refers(&mut asked, "secrecy_asked", "proposal_id", "proposal");
        refers(&mut asked, "secrecy_asked", "member_id", "member");
        m.create_table(asked).await
    }
}
