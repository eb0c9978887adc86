//! Tables of this area. Private: other areas ask [`crate::queries`], and write through [`crate::commands`].

use crate::rules::ballot::Said;
use crate::rules::draw::Stage as DrawStage;
use crate::rules::election::{Answer, Stage};
use crate::rules::rounds::{Kind, Standing};
use crate::rules::state::State;
use crate::{ContributionId, DrawId, ObjectionId, ProposalId};
use chrono::NaiveDate;
use commons::effects::Class;
use commons::ids::MemberId;
use commons::sealed::Sealed;
use commons::{stored_as_word, table};
use serde::{Deserialize, Serialize};

/// What somebody says in a discussion, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContributionKind {
    /// What pleases her.
    Pleases,
    /// What worries her.
    Worries,
    /// What she wants to know.
    Question,
    /// An answer to one of the others.
    Reply,
}

stored_as_word!(State {
    Draft = "draft",
    Waiting = "waiting",
    Discussing = "discussing",
    Frozen = "frozen",
    Voting = "voting",
    Adopted = "adopted",
    InForce = "in_force",
    EffectFailed = "effect_failed",
    NotAdopted = "not_adopted",
    Consulted = "consulted",
    Withdrawn = "withdrawn",
    Lapsed = "lapsed",
    Cancelled = "cancelled",
});
stored_as_word!(Kind { Objection = "objection", Block = "block" });
stored_as_word!(Standing { Raised = "raised", Integrated = "integrated", Withdrawn = "withdrawn" });
stored_as_word!(DrawStage {
    Open = "open",
    Closed = "closed",
    Drawn = "drawn",
    Empty = "empty",
    TakenBack = "taken_back",
    Lapsed = "lapsed",
});
stored_as_word!(ContributionKind { Pleases = "pleases", Worries = "worries", Question = "question", Reply = "reply" });

stored_as_word!(Stage {
    Naming = "naming",
    Changing = "changing",
    Proposing = "proposing",
    Answering = "answering",
    Accepting = "accepting",
    Elected = "elected",
    Nobody = "nobody",
});
stored_as_word!(Answer { Fine = "fine", Concern = "concern", Objection = "objection" });

table!(pub(crate) proposal = "proposal", key(id: ProposalId), {
    number: Option<i32>,
    state: State,
    class: Class,
    title: String,
    summary: String,
    body: String,
    effect: Option<String>,
    details: Option<String>,
    preview: Option<String>,
    version: i32,
    discussion_days: i32,
    voting_days: i32,
    rules: Option<String>,
    text_hash: Option<String>,
    drafted_at: DateTimeUtc,
    submitted_at: Option<DateTimeUtc>,
    discussion_from: Option<DateTimeUtc>,
    discussion_until: Option<DateTimeUtc>,
    opens_at: Option<DateTimeUtc>,
    closes_at: Option<DateTimeUtc>,
    closed_at: Option<DateTimeUtc>,
    window_until: Option<DateTimeUtc>,
    due_at: Option<DateTimeUtc>,
    outcome: Option<String>,
    closed_seq: Option<i64>,
    failure: Option<String>,
    secret: bool,
    question: Option<String>,
    amends: Option<ProposalId>,
    time_rules: Option<String>,
    extended: i32,
    quorum_missed: bool,
    reminded: i32,
    contested: bool,
    ended_by: Option<ProposalId>,
    round: i32,
});

table!(pub(crate) proposal_author = "proposal_author", key(proposal_id: ProposalId, member_id: MemberId), {});

table!(pub(crate) proposal_version = "proposal_version", key(proposal_id: ProposalId, version: i32), {
    title: String,
    summary: String,
    body: String,
    effect: Option<String>,
    details: Option<String>,
    question: Option<String>,
    written_by: MemberId,
    written_at: DateTimeUtc,
    amendment: Option<ProposalId>,
});

table!(pub(crate) seconder = "seconder", key(proposal_id: ProposalId, member_id: MemberId), {
    seconded_at: DateTimeUtc,
});

table!(pub(crate) contribution = "contribution", key(id: ContributionId), {
    proposal_id: ProposalId,
    kind: ContributionKind,
    reply_to: Option<ContributionId>,
    author: MemberId,
    words: Sealed,
    edited: bool,
    said_at: DateTimeUtc,
    answered_version: Option<i32>,
    answered_place: Option<String>,
});

table!(pub(crate) talk_summary = "talk_summary", key(proposal_id: ProposalId, version: i32), {
    words: Option<Sealed>,
    written_by: MemberId,
    written_at: DateTimeUtc,
});

table!(pub(crate) hearing = "hearing", key(proposal_id: ProposalId), {
    member_id: MemberId,
    words: Option<Sealed>,
    written_at: Option<DateTimeUtc>,
});

table!(pub(crate) roll = "roll", key(proposal_id: ProposalId, member_id: MemberId), {
    voted: Option<bool>,
    on_paper: bool,
    put_a_name: Option<bool>,
    helped_by: Option<MemberId>,
});

table!(pub(crate) ballot_box = "ballot_box", key(proposal_id: ProposalId, tag: Vec<u8>), {
    sealed: Sealed,
});

table!(pub(crate) urn = "urn", key(proposal_id: ProposalId), {
    mark: Vec<u8>,
    enough: bool,
    looked_on: Option<NaiveDate>,
    receipts: Option<String>,
    ballots: Option<String>,
});

table!(pub(crate) secrecy_asked = "secrecy_asked", key(proposal_id: ProposalId, member_id: MemberId), {});

table!(pub(crate) extension_asked = "extension_asked", key(proposal_id: ProposalId, member_id: MemberId), {});

table!(pub(crate) ballot = "ballot", key(proposal_id: ProposalId, member_id: MemberId), {
    choice: String,
    marks: Option<String>,
    reason: Option<Sealed>,
    changed: bool,
    cast_at: DateTimeUtc,
    recorded_by: Option<MemberId>,
    unsigned: bool,
});

table!(pub(crate) objection = "objection", key(id: ObjectionId), {
    proposal_id: ProposalId,
    member_id: MemberId,
    kind: Kind,
    version: i32,
    state: Standing,
    answered_by: Option<i32>,
    words: Option<Sealed>,
    noted_by: Option<MemberId>,
});

table!(pub(crate) objection_support = "objection_support", key(objection_id: ObjectionId, member_id: MemberId), {});

table!(pub(crate) paper_tally = "paper_tally", key(proposal_id: ProposalId, member_id: MemberId), {
    totals: Option<String>,
    sealed: Option<Sealed>,
});

table!(pub(crate) election = "election", key(proposal_id: ProposalId), {
    stage: Stage,
    days: i32,
    tried: i32,
    person: Option<MemberId>,
    put_by: Option<MemberId>,
    words: Option<Sealed>,
    version: i32,
    until: Option<NaiveDate>,
    added: Option<String>,
    rounds: i32,
    begun_at: Option<DateTimeUtc>,
});

table!(pub(crate) nomination = "nomination", key(proposal_id: ProposalId, member_id: MemberId), {
    sealed: Sealed,
    settled: bool,
});

table!(pub(crate) election_closed = "election_closed", key(proposal_id: ProposalId, member_id: MemberId), {});

table!(pub(crate) election_answer = "election_answer", key(proposal_id: ProposalId, member_id: MemberId), {
    word: Answer,
    version: i32,
    words: Option<Sealed>,
    taken_up: bool,
});

table!(pub(crate) election_ready = "election_ready", key(proposal_id: ProposalId, member_id: MemberId), {});

table!(pub(crate) naming_wish = "naming_wish", key(member_id: MemberId), {
    sealed: Sealed,
});

// The day is part of the key, as `2027-03-09`.
table!(pub(crate) roll_read = "roll_read", key(proposal_id: ProposalId, member_id: MemberId, day: String), {});

table!(pub(crate) draw = "draw", key(id: DrawId), {
    title: String,
    by_name: bool,
    seats: i32,
    opened_by: MemberId,
    opened_at: DateTimeUtc,
    closes_at: DateTimeUtc,
    state: DrawStage,
    closed_seq: Option<i64>,
    head: Option<String>,
    value: Option<String>,
    proposal_id: Option<ProposalId>,
});

table!(pub(crate) draw_entry = "draw_entry", key(draw_id: DrawId, entry: String), {
    member_id: Option<MemberId>,
    refused: bool,
});

table!(pub(crate) draw_dice = "draw_dice", key(draw_id: DrawId, member_id: MemberId), {
    dice: String,
});

/// What `choice` says of a ballot whose numbers are in `marks`.
const MARKS: &str = "marks";

impl ballot::Model {
    /// What it says, in the words of [`crate::rules::ballot::Said`].
    pub(crate) fn said(&self) -> &str {
        self.marks.as_deref().unwrap_or(&self.choice)
    }
}

/// The two columns of what a ballot says.
pub(crate) fn stored_said(said: &Said) -> (String, Option<String>) {
    match said {
        Said::Word(word) => ((*word).to_owned(), None),
        Said::Marks(_) => (MARKS.to_owned(), Some(said.word())),
    }
}
