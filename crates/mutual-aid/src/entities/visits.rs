//! Visits. Their rules are in [`crate::rules::visits`]; these are the rows they are kept in.

use crate::rules::visits::slot::{Manner, State, Word};
use crate::{VisitId, VisitPlanId};
use chrono::NaiveDate;
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::{stored_as_word, table};

/// Where a plan stands; when it ended stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanStage {
    /// Written down for a day on which it is wanted.
    Wished,
    /// Visits are made.
    Open,
    /// None, until she wants them again.
    Paused,
    /// Over.
    Ended,
}

/// Who sits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatStage {
    /// Nobody.
    Free,
    /// Somebody is asked.
    Asked,
    /// She would come.
    Willing,
    /// She comes.
    Taken,
}

stored_as_word!(PlanStage { Wished = "wished", Open = "open", Paused = "paused", Ended = "ended" });
stored_as_word!(SeatStage { Free = "free", Asked = "asked", Willing = "willing", Taken = "taken" });
stored_as_word!(Manner { There = "there", ByPhone = "by_phone" });
stored_as_word!(State {
    ToCome = "to_come",
    Begun = "begun",
    Done = "done",
    NotToday = "not_today",
    NobodyCame = "nobody_came",
});
stored_as_word!(Word { Given = "given", Asked = "asked", Held = "held", Doubtful = "doubtful" });

table!(pub(crate) visit_plan = "visit_plan", key(id: VisitPlanId), {
    person: MemberId,
    holder: Option<MemberId>,
    holder_until: Option<NaiveDate>,
    state: PlanStage,
    ended_at: Option<DateTimeUtc>,
    wishes: Sealed,
    place: Option<Sealed>,
});

table!(pub(crate) visit = "visit", key(id: VisitId), {
    plan_id: VisitPlanId,
    day: NaiveDate,
    begins: i32,
    minutes: i32,
    manner: Manner,
    state: State,
    her_yes: Option<NaiveDate>,
    wards_yes: Option<NaiveDate>,
    asked: Option<Sealed>,
});

table!(pub(crate) visit_seat = "visit_seat", key(visit_id: VisitId, seat: i32), {
    state: SeatStage,
    member_id: Option<MemberId>,
    since: Option<DateTimeUtc>,
    word: Option<Word>,
    reminded: bool,
});

table!(pub(crate) rights_card = "rights_card", key(language: String), {
    words: String,
    reviewed_on: NaiveDate,
    written_at: DateTimeUtc,
});
