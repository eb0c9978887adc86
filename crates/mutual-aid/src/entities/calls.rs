//! Tables of the phone tree. What is about people is sealed: a choice under her own key, all else under the group's.

use crate::rules::quiet::Kind;
use crate::{ChainAskId, ChainId};
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::{stored_as_word, table};

stored_as_word!(Kind { Urgent = "urgent", News = "news", Drill = "drill" });

table!(pub(crate) call_choice = "call_choice", key(member_id: MemberId), {
    said: Sealed,
});

table!(pub(crate) call_tree = "call_tree", key(version: i32), {
    made_at: DateTimeUtc,
    lines: Sealed,
});

table!(pub(crate) phone_chain = "phone_chain", key(id: ChainId), {
    kind: Kind,
    started_by: MemberId,
    started_at: DateTimeUtc,
    ended_at: Option<DateTimeUtc>,
    plan: Sealed,
});

table!(pub(crate) chain_text = "chain_text", key(chain_id: ChainId, version: i32), {
    words: Sealed,
});

table!(pub(crate) chain_event = "chain_event", key(chain_id: ChainId, seq: i32), {
    at: DateTimeUtc,
    what: Sealed,
});

table!(pub(crate) chain_ask = "chain_ask", key(id: ChainAskId), {
    chain_id: ChainId,
    whose: MemberId,
    words: Sealed,
    taken_by: Option<MemberId>,
});

table!(pub(crate) chain_total = "chain_total", key(id: ChainId), {
    kind: Kind,
    ended_at: DateTimeUtc,
    everybody: i32,
    reached: i32,
    message: i32,
    answered: i32,
});

table!(pub(crate) call_sheet = "call_sheet", key(number: i32), {
    holder: MemberId,
    printed_by: MemberId,
    printed_on: String,
    good_until: String,
    lines: Sealed,
});
