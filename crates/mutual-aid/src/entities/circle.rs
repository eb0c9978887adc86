//! A circle of close ones, what is done in it, and the card that opens it.

use crate::rules::circle::Help;
use crate::{AskedId, DailyId, LinkId, OpeningId, TaskId};
use chrono::NaiveDate;
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::{stored_as_word, table};

stored_as_word!(Help {
    Animals = "animals",
    Plants = "plants",
    Mail = "mail",
    Groceries = "groceries",
    Ride = "ride",
    Snow = "snow",
    Papers = "papers",
    Company = "company",
});

table!(pub(crate) close_circle = "close_circle", key(member_id: MemberId), {
    awake_from: Option<NaiveDate>,
    awake_until: Option<NaiveDate>,
});

table!(pub(crate) close_holder = "close_holder", key(member_id: MemberId, holder: MemberId), {});

table!(pub(crate) close_link = "close_link", key(id: LinkId), {
    member_id: MemberId,
    other: Option<MemberId>,
    name: Option<Sealed>,
    phone: Option<Sealed>,
    told: Sealed,
    code: Option<Uuid>,
    code_index: Option<Vec<u8>>,
    code_made: Option<DateTimeUtc>,
    token: Option<Vec<u8>>,
});

table!(pub(crate) close_yes = "close_yes", key(link_id: LinkId, help: Help), {
    theirs: bool,
});

table!(pub(crate) close_daily = "close_daily", key(id: DailyId), {
    member_id: MemberId,
    help: Help,
    from_minute: i32,
    minutes: i32,
});

table!(pub(crate) close_task = "close_task", key(id: TaskId), {
    member_id: MemberId,
    day: NaiveDate,
    help: Help,
    from_minute: i32,
    minutes: i32,
    link_id: Option<LinkId>,
});

table!(pub(crate) close_card = "close_card", key(member_id: MemberId, line: String), {
    words: Sealed,
});

table!(pub(crate) close_opening = "close_opening", key(id: OpeningId), {
    member_id: MemberId,
    opened_by: MemberId,
    through: Option<MemberId>,
    at: DateTimeUtc,
    from_day: NaiveDate,
    until_day: NaiveDate,
});

table!(pub(crate) close_asked = "close_asked", key(id: AskedId), {
    member_id: MemberId,
    offered: bool,
    help: Help,
    words: Sealed,
    at: DateTimeUtc,
});

/// A kind of help is part of a key, which no store counts up.
impl sea_orm::TryFromU64 for Help {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Help"))
    }
}
