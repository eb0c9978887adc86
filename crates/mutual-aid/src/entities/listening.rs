//! Who listens, when, and looking for somebody when a place becomes free.

use crate::{ListeningId, SwapId};
use chrono::NaiveDate;
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::{stored_as_word, table};

/// What somebody who was asked says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Nothing yet.
    Nothing,
    /// No. It is forgotten when the place is taken, or its time comes.
    No,
    /// She would, if nobody else does.
    IfNobodyElse,
}

stored_as_word!(Said { Nothing = "nothing", No = "no", IfNobodyElse = "if_nobody_else" });

table!(pub(crate) listener = "listener", key(member_id: MemberId), {
    number: Sealed,
    weekly_most: i32,
    alone: bool,
    days: i32,
    from_minute: i32,
    minutes: i32,
    asked_at: Option<DateTimeUtc>,
});

table!(pub(crate) listening = "listening", key(id: ListeningId), {
    first_day: NaiveDate,
    last_day: Option<NaiveDate>,
    from_minute: i32,
    minutes: i32,
});

table!(pub(crate) listening_take = "listening_take", key(listening_id: ListeningId, day: NaiveDate, member_id: MemberId), {});

table!(pub(crate) listening_cover = "listening_cover", key(listening_id: ListeningId, day: NaiveDate), {
    since: DateTimeUtc,
});

table!(pub(crate) listening_ask = "listening_ask", key(listening_id: ListeningId, day: NaiveDate, member_id: MemberId), {
    asked_at: DateTimeUtc,
    until: DateTimeUtc,
    answer: Said,
});

table!(pub(crate) listening_swap = "listening_swap", key(id: SwapId), {
    member_id: MemberId,
    listening_id: ListeningId,
    day: NaiveDate,
    for_id: ListeningId,
    for_day: NaiveDate,
});
