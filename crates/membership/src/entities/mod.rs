//! Tables of this area. Private: other areas ask [`crate::queries`], and write through [`crate::commands`].

use crate::{InvitationId, MandateId};
use commons::db::OutsideGroups;
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::table;

table!(pub(crate) member = "member", key(id: MemberId), {
    name: Sealed,
    email: Option<Sealed>,
    email_index: Option<Vec<u8>>,
    passphrase: Option<String>,
    wants_news: bool,
    standing: String,
    joined_at: DateTimeUtc,
    votes_from: DateTimeUtc,
});

table!(pub(crate) session = "session", key(token: Vec<u8>), {
    member_id: MemberId,
    own_device: bool,
    idle_until: DateTimeUtc,
    ends_at: DateTimeUtc,
});

table!(pub(crate) entrance = "entrance", key(sending: Vec<u8>), {
    member_id: MemberId,
    own_device: bool,
    expires_at: DateTimeUtc,
});

table!(pub(crate) sign_in_link = "sign_in_link", key(token: Vec<u8>), {
    code: Vec<u8>,
    browser: Vec<u8>,
    member_id: Option<MemberId>,
    own_device: bool,
    tries: i32,
    expires_at: DateTimeUtc,
});

table!(pub(crate) invitation = "invitation", key(id: InvitationId), {
    token: Vec<u8>,
    words: Vec<u8>,
    for_member: Option<MemberId>,
    used: bool,
    taken_back: bool,
    made_by: MemberId,
    made_at: DateTimeUtc,
    expires_at: DateTimeUtc,
});

table!(pub(crate) charter_rule = "charter_rule", key(rule: String, since_seq: i64), {
    value: String,
    since: DateTimeUtc,
    until: Option<DateTimeUtc>,
});

table!(pub(crate) mandate = "mandate", key(id: MandateId), {
    title: String,
    aim: String,
    limits: String,
    powers: String,
    holder: MemberId,
    starts_at: DateTimeUtc,
    ends_at: DateTimeUtc,
    granted_by: Uuid,
    ended_at: Option<DateTimeUtc>,
    ended_by: Option<Uuid>,
});

table!(pub(crate) welcome_page = "welcome_page", key(), {
    words: String,
    written_at: DateTimeUtc,
});

pub(crate) mod founding {
    //! The one-time links by which groups are founded, with what the founders typed so far.
    use commons::sealed::Sealed;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "founding")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token: Vec<u8>,
        pub expires_at: DateTimeUtc,
        pub draft: Option<Sealed>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl OutsideGroups for founding::Entity {}
impl OutsideGroups for session::Entity {}
