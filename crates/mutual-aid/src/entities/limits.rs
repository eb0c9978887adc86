//! Own limits.

use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::table;

table!(pub(crate) own_limit = "own_limit", key(member_id: MemberId), {
    limits: Sealed,
    asked_at: Option<DateTimeUtc>,
});
