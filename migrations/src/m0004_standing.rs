//! What stands beside a member's standing, and acts that several members sign together.

use crate::shape::{group_table, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, string_len, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Until when a pause or an exclusion lasts; none for as long as it is not ended otherwise.
        let until =
            Table::alter().table("member").add_column(timestamp_with_time_zone_null("standing_until")).to_owned();
        m.alter_table(until).await?;

        let joint = vec![
            uuid("id"),
            string_len("kind", 64),
            text("details"),
            // What is signed: SHA-256 of kind and details in canonical form. Another text is another act.
            string_len("hash", 64),
            uuid("asked_by"),
            timestamp_with_time_zone("asked_at"),
            timestamp_with_time_zone("not_after"),
            timestamp_with_time_zone_null("done_at"),
            big_integer_null("done_seq"),
        ];
        let mut joint = group_table("joint_act", &["id"], joint);
        refers(&mut joint, "joint_act", "asked_by", "member");
        m.create_table(joint).await?;
        index(m, "joint_act", "not_after").await?;

        let signature = vec![uuid("act_id"), uuid("member_id"), timestamp_with_time_zone("signed_at")];
        let mut signature = group_table("joint_signature", &["act_id", "member_id"], signature);
        refers(&mut signature, "joint_signature", "act_id", "joint_act");
        refers(&mut signature, "joint_signature", "member_id", "member");
        m.create_table(signature).await
    }
}
