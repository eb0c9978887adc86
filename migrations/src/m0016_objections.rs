//! Consent and consensus over rounds: objections and blocks as things of their own, and who supports a block.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{binary_null, integer, integer_null, string_len, uuid};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // How often its vote was opened, when it goes back to be talked about.
        let round = integer("round").default(1).take();
        m.alter_table(Table::alter().table("proposal").add_column(round).to_owned()).await?;

        let objection = vec![
            uuid("id"),
            uuid("proposal_id"),
            uuid("member_id"),
            // `objection` or `block`.
            string_len("kind", 16),
            // The version of the text that it was raised against, and the one that takes it up.
            integer("version"),
            string_len("state", 16),
            integer_null("answered_by"),
            // Under the key of whoever raised it.
            binary_null("words"),
        ];
        let mut objection = group_table("objection", &["id"], objection);
        refers(&mut objection, "objection", "proposal_id", "proposal");
        refers(&mut objection, "objection", "member_id", "member");
        m.create_table(objection).await?;
        index(m, "objection", "proposal_id").await?;

        let support = vec![uuid("objection_id"), uuid("member_id")];
        let mut support = group_table("objection_support", &["objection_id", "member_id"], support);
        refers(&mut support, "objection_support", "objection_id", "objection");
        refers(&mut support, "objection_support", "member_id", "member");
        m.create_table(support).await
    }
}
