//! Tables of this area. Private: other areas ask [`crate::queries`], and write through [`crate::commands`].

use crate::commands::recover::Heard;
use crate::rules::admission::Application;
use crate::rules::consent::Channel;
use crate::rules::contact::ContactKind;
use crate::rules::incident::{Answer, ClosedAs};
use crate::rules::kernel::Hearing;
use crate::rules::mandates::Handover;
use crate::rules::removal::{Appeal, How, Measure};
use crate::rules::standing::Standing;
use crate::{
    ApplicationId, AtRequestId, ConsentId, ContactId, IncidentId, InvitationId, JointId, LegalEntryId, MandateId,
    MeasureId, RecoveryId, RemovalId,
};
use chrono::NaiveDate;
use commons::db::OutsideGroups;
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::{stored_as_word, table};

stored_as_word!(Standing {
    Active = "active",
    Paused = "paused",
    Ally = "ally",
    Excluded = "excluded",
    Left = "left",
});

stored_as_word!(Handover { Note = "note", Nothing = "nothing" });

table!(pub(crate) member = "member", key(id: MemberId), {
    name: Sealed,
    email: Option<Sealed>,
    email_index: Option<Vec<u8>>,
    passphrase: Option<String>,
    wants_news: bool,
    standing: Standing,
    joined_at: DateTimeUtc,
    votes_from: DateTimeUtc,
    standing_until: Option<DateTimeUtc>,
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
    suspended_at: Option<DateTimeUtc>,
    suspended_by: Option<JointId>,
    handover: Option<Handover>,
    handover_note: Option<String>,
    suspension_lifted_at: Option<DateTimeUtc>,
});

table!(pub(crate) mandate_learner = "mandate_learner", key(mandate_id: MandateId), {
    member_id: MemberId,
    since: DateTimeUtc,
});

table!(pub(crate) charter_reading = "charter_reading", key(rule: String), {
    value: String,
    decision: Uuid,
    seq: i64,
    read_at: DateTimeUtc,
});

table!(pub(crate) joint_act = "joint_act", key(id: JointId), {
    kind: String,
    details: String,
    hash: String,
    asked_by: MemberId,
    asked_at: DateTimeUtc,
    not_after: DateTimeUtc,
    done_at: Option<DateTimeUtc>,
    done_seq: Option<i64>,
});

table!(pub(crate) joint_signature = "joint_signature", key(act_id: JointId, member_id: MemberId), {
    signed_at: DateTimeUtc,
});

table!(pub(crate) welcome_page = "welcome_page", key(), {
    words: String,
    written_at: DateTimeUtc,
});

// Pause, contact points, the legal register.

stored_as_word!(ContactKind { Phone = "phone", Mail = "mail", Post = "post", Other = "other" });

table!(pub(crate) pause = "pause", key(member_id: MemberId), {
    tell_me: bool,
    link: Option<Sealed>,
});

table!(pub(crate) contact_point = "contact_point", key(id: ContactId), {
    member_id: MemberId,
    kind: ContactKind,
    value: Sealed,
    shown: bool,
});

// The purpose is part of the key, and stored by its name.
table!(
    pub(crate) reader_log = "reader_log",
    key(subject: MemberId, reader: MemberId, field_class: String, purpose: String, day: String), {}
);

table!(pub(crate) legal_register = "legal_register", key(id: LegalEntryId), {
    entry: Sealed,
});

// Ways in and ways back.

stored_as_word!(StoredState {
    Requested = "requested",
    Waiting = "waiting",
    Frozen = "frozen",
    Ready = "ready",
    Completed = "completed",
    Cancelled = "cancelled",
    Expired = "expired",
});

stored_as_word!(StoredPath { Circle = "circle", Branches = "branches", Pair = "pair" });

stored_as_word!(Heard { Voice = "voice", Face = "face" });

table!(pub(crate) card_code = "card_code", key(words: Vec<u8>), {
    card: Uuid,
    member_id: MemberId,
    place: i32,
    made_at: DateTimeUtc,
});

table!(pub(crate) came_in = "came_in", key(member_id: MemberId, day: String, own_device: bool), {
    times: i32,
});

table!(pub(crate) address_change = "address_change", key(member_id: MemberId), {
    changed_at: DateTimeUtc,
});

table!(pub(crate) circle = "circle", key(whose: MemberId, member_id: MemberId), {
    accepted: bool,
    asked_at: DateTimeUtc,
    closed_at: Option<DateTimeUtc>,
});

table!(pub(crate) recovery = "recovery", key(id: RecoveryId), {
    whose: Option<MemberId>,
    browser: Vec<u8>,
    words: Vec<u8>,
    path: StoredPath,
    circle: String,
    seq: i64,
    vouchers_needed: i64,
    doubts: i64,
    code_given: bool,
    state: StoredState,
    state_at: Option<DateTimeUtc>,
    asked_at: DateTimeUtc,
    expires_at: DateTimeUtc,
});

table!(pub(crate) recovery_vouch = "recovery_vouch", key(recovery_id: RecoveryId, member_id: MemberId), {
    branch: MemberId,
    heard: Heard,
    vouched_at: DateTimeUtc,
    taken_back: bool,
});

/// A state of a request without its instant, which stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredState {
    Requested,
    Waiting,
    Frozen,
    Ready,
    Completed,
    Cancelled,
    Expired,
}

/// A path of a request without its people, who stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredPath {
    Circle,
    Branches,
    Pair,
}

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

// Hard times.

table!(pub(crate) no_contact = "no_contact", key(mark: Vec<u8>), {
    since: Sealed,
});

table!(pub(crate) measure = "measure", key(id: MeasureId), {
    kind: Measure,
    person: MemberId,
    other: Option<MemberId>,
    between_one: Option<MemberId>,
    between_two: Option<MemberId>,
    activity: String,
    starts_at: DateTimeUtc,
    ends_at: DateTimeUtc,
    ended_at: Option<DateTimeUtc>,
    decision: Uuid,
});

table!(pub(crate) removal = "removal", key(id: RemovalId), {
    person: MemberId,
    initiator: MemberId,
    months: i32,
    noticed_at: DateTimeUtc,
    hearing: Option<Hearing>,
    heard_at: Option<DateTimeUtc>,
    roll: Option<i32>,
    acts_at: Option<DateTimeUtc>,
    acted_at: Option<DateTimeUtc>,
    until: Option<DateTimeUtc>,
    decision: Option<Uuid>,
    appeal: Appeal,
    appeal_words: Option<Sealed>,
    appealed_at: Option<DateTimeUtc>,
    how: Option<How>,
    over_at: Option<DateTimeUtc>,
    roll_hash: Option<String>,
});

table!(pub(crate) incident = "incident", key(id: IncidentId), {
    number: i32,
    opened_at: DateTimeUtc,
    data_concerned: String,
    circumstances: String,
    happened_from: NaiveDate,
    happened_to: Option<NaiveDate>,
    known_on: NaiveDate,
    people: Option<i32>,
    people_in_quebec: Option<i32>,
    sensitivity: Answer,
    sensitivity_why: String,
    consequences: Answer,
    consequences_why: String,
    misuse: Answer,
    misuse_why: String,
    commission_told_on: Option<NaiveDate>,
    people_told_on: Option<NaiveDate>,
    public_notice_why: String,
    measures: String,
    closed_at: Option<DateTimeUtc>,
    closed_as: Option<ClosedAs>,
    changed_at: DateTimeUtc,
});

stored_as_word!(Measure {
    PauseFromActivity = "pause_from_activity",
    NoContact = "no_contact",
    Mediation = "mediation",
    ReturnPlan = "return_plan",
});
stored_as_word!(Hearing { Held = "held", Declined = "declined" });
stored_as_word!(Appeal { None = "none", Open = "open" });
stored_as_word!(How {
    TakenBack = "taken_back",
    Lapsed = "lapsed",
    NotAdopted = "not_adopted",
    TooMany = "too_many",
    Annulled = "annulled",
    Ended = "ended",
});
stored_as_word!(Answer { NotYet = "not_yet", Yes = "yes", No = "no" });
stored_as_word!(ClosedAs { Incident = "incident", NotAnIncident = "not_an_incident" });
// Asking to join, and what goes with welcoming.

stored_as_word!(Application { Asked = "asked", Admitted = "admitted", Withdrawn = "withdrawn", Closed = "closed" });
stored_as_word!(Channel { Screen = "screen", Paper = "paper", Phone = "phone" });

table!(pub(crate) application = "application", key(id: ApplicationId), {
    token: Vec<u8>,
    words: Vec<u8>,
    state: Application,
    name: Option<Sealed>,
    told: Option<Sealed>,
    described: Option<Sealed>,
    said: Option<Sealed>,
    as_ally: bool,
    on_paper_by: Option<MemberId>,
    asked_at: DateTimeUtc,
    signed_by: String,
    decided_at: Option<DateTimeUtc>,
    good_until: Option<DateTimeUtc>,
    entered_at: Option<DateTimeUtc>,
});

table!(pub(crate) consent = "consent", key(id: ConsentId), {
    member_id: MemberId,
    given_for: String,
    words_version: i32,
    since: DateTimeUtc,
    until: Option<DateTimeUtc>,
    channel: Channel,
    recorded_by: Option<MemberId>,
});

table!(pub(crate) at_request = "at_request", key(id: AtRequestId), {
    member_id: MemberId,
    done_by: MemberId,
    act: String,
    channel: Channel,
    at: DateTimeUtc,
});

table!(pub(crate) ally = "ally", key(member_id: MemberId), {
    described: Sealed,
});

table!(pub(crate) welcome_pair = "welcome_pair", key(newcomer: MemberId, welcomer: MemberId), {
    since: DateTimeUtc,
    until: DateTimeUtc,
});
