//! What this area owes to the people it keeps something about.

use crate::ProposalId;
use crate::commands::{
    answer_recall, ask_extension, ask_secrecy, count_paper, draw, election, leave_words, name_helper, objections,
    read_roll, summarise,
};
use crate::entities::{ballot, extension_asked, objection, proposal, proposal_author, secrecy_asked, urn};
use crate::queries::mine;
use crate::rules::state::State;
use async_trait::async_trait;
use chrono::{Duration, Months};
use commons::area::{Area, Erased, Kept, Section, Then, Until};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::register;
use membership::queries::charter;
use sea_orm::ColumnTrait;
use serde_json::json;
use std::collections::BTreeSet;

/// The tables of decisions.
#[derive(Clone, Copy, Debug)]
pub struct Decisions;

/// Drafts that nobody touched for so long go (`reliability D7`).
const DRAFT_DAYS: u32 = 90;

const KEPT: &[Kept] = &[
    Kept {
        table: "proposal",
        columns: &[
            "id",
            "number",
            "state",
            "class",
            "title",
            "summary",
            "body",
            "effect",
            "details",
            "preview",
            "version",
            "discussion_days",
            "voting_days",
            "rules",
            "text_hash",
            "submitted_at",
            "discussion_from",
            "discussion_until",
            "opens_at",
            "closes_at",
            "closed_at",
            "window_until",
            "due_at",
            "outcome",
            "closed_seq",
            "failure",
            "secret",
            "question",
            "amends",
            "time_rules",
            "extended",
            "quorum_missed",
            "reminded",
            "contested",
            "ended_by",
            "round",
        ],
        name: "proposals",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "proposal",
        columns: &["drafted_at"],
        name: "drafts",
        until: Until::Days(DRAFT_DAYS),
        then: Then::Erased,
    },
    Kept {
        table: "proposal_author",
        columns: &["proposal_id", "member_id"],
        name: "authors",
        until: Until::SheLeaves,
        then: Then::Detached,
    },
    Kept {
        table: "proposal_version",
        columns: &[
            "proposal_id",
            "version",
            "title",
            "summary",
            "body",
            "effect",
            "details",
            "question",
            "written_by",
            "written_at",
            "amendment",
        ],
        name: "versions",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "seconder",
        columns: &["proposal_id", "member_id", "seconded_at"],
        name: "seconders",
        until: Until::SheLeaves,
        then: Then::Detached,
    },
    Kept {
        table: "contribution",
        columns: &[
            "id",
            "proposal_id",
            "kind",
            "reply_to",
            "author",
            "words",
            "edited",
            "said_at",
            "answered_version",
            "answered_place",
        ],
        name: "contributions",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "talk_summary",
        columns: &["proposal_id", "version", "words", "written_by", "written_at"],
        name: "talk_summaries",
        until: Until::SheSaysSo,
        then: Then::Detached,
    },
    Kept {
        table: "ballot_box",
        columns: &["proposal_id", "tag", "sealed"],
        name: "secret_ballots",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "urn",
        columns: &["receipts"],
        name: "ballot_numbers",
        until: Until::CharterSays,
        then: Then::Erased,
    },
    Kept {
        table: "urn",
        columns: &["proposal_id", "mark", "enough", "looked_on", "ballots"],
        name: "anonymous_ballots",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "secrecy_asked",
        columns: &["proposal_id", "member_id"],
        name: "secrecy_asked",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "extension_asked",
        columns: &["proposal_id", "member_id"],
        name: "extension_asked",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "roll",
        columns: &["proposal_id", "member_id", "voted", "on_paper", "put_a_name"],
        name: "rolls",
        until: Until::SheLeaves,
        then: Then::Detached,
    },
    Kept { table: "roll", columns: &["helped_by"], name: "paper_helpers", until: Until::Served, then: Then::Erased },
    Kept {
        table: "ballot",
        columns: &[
            "proposal_id",
            "member_id",
            "choice",
            "marks",
            "reason",
            "changed",
            "cast_at",
            "recorded_by",
            "unsigned",
        ],
        name: "ballots",
        until: Until::Years(1),
        then: Then::Detached,
    },
    Kept {
        table: "objection",
        columns: &["id", "proposal_id", "member_id", "kind", "version", "state", "answered_by", "words", "noted_by"],
        name: "objections",
        until: Until::Years(1),
        then: Then::Erased,
    },
    Kept {
        table: "objection_support",
        columns: &["objection_id", "member_id"],
        name: "blocks_supported",
        until: Until::Years(1),
        then: Then::Erased,
    },
    Kept {
        table: "election",
        columns: &[
            "proposal_id",
            "stage",
            "days",
            "tried",
            "person",
            "put_by",
            "words",
            "version",
            "until",
            "added",
            "rounds",
            "begun_at",
        ],
        name: "elections",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "nomination",
        columns: &["proposal_id", "member_id", "sealed", "settled"],
        name: "nominations",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "election_closed",
        columns: &["proposal_id", "member_id"],
        name: "names_closed",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "election_answer",
        columns: &["proposal_id", "member_id", "word", "version", "words", "taken_up"],
        name: "election_answers",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "election_ready",
        columns: &["proposal_id", "member_id"],
        name: "election_ready",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "naming_wish",
        columns: &["member_id", "sealed"],
        name: "naming_wish",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "paper_tally",
        columns: &["proposal_id", "member_id", "totals", "sealed"],
        name: "paper_tallies",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "draw",
        columns: &[
            "id",
            "title",
            "by_name",
            "seats",
            "opened_by",
            "opened_at",
            "closes_at",
            "state",
            "closed_seq",
            "head",
            "value",
            "proposal_id",
        ],
        name: "draws",
        until: Until::Years(1),
        then: Then::Erased,
    },
    Kept {
        table: "draw_entry",
        columns: &["draw_id", "entry", "member_id", "refused"],
        name: "draw_entries",
        until: Until::Years(1),
        then: Then::Erased,
    },
    Kept {
        table: "draw_dice",
        columns: &["draw_id", "member_id", "dice"],
        name: "draw_dice",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "roll_read",
        columns: &["proposal_id", "member_id", "day"],
        name: "rolls_read",
        until: Until::Years(1),
        then: Then::Erased,
    },
];

#[async_trait(?Send)]
impl Area for Decisions {
    fn name(&self) -> &'static str {
        "decisions"
    }

    fn kept(&self) -> Vec<Kept> {
        [KEPT, answer_recall::KEPT].concat()
    }

    async fn everything_about(&self, scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
        let mut sections = mine::about(scope, member).await?;
        sections.extend(answer_recall::about(scope, member).await?);
        Ok(sections)
    }

    async fn forget(&self, tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
        let mut erased = vec![
            Erased { table: "contribution", rows: leave_words::forget(tx, member).await? },
            Erased { table: "talk_summary", rows: summarise::forget(tx, member).await? },
            Erased { table: "proposal", rows: forget_drafts(tx, member).await? },
            Erased { table: "ballot", rows: forget_ballots(tx, member).await? },
            Erased { table: "secrecy_asked", rows: ask_secrecy::forget(tx, member).await? },
            Erased { table: "extension_asked", rows: ask_extension::forget(tx, member).await? },
            Erased { table: "paper_tally", rows: count_paper::forget(tx, member).await? },
            Erased { table: "roll_read", rows: read_roll::forget(tx, member).await? },
            Erased { table: "roll", rows: name_helper::forget(tx, member).await? },
        ];
        let [entries, thrown] = draw::forget(tx, member).await?;
        erased.push(Erased { table: "draw_entry", rows: entries });
        erased.push(Erased { table: "draw_dice", rows: thrown });
        let [objections, supported] = objections::forget(tx, member).await?;
        erased.push(Erased { table: "objection", rows: objections });
        erased.push(Erased { table: "objection_support", rows: supported });
        erased.extend(election::forget(tx, member).await?);
        erased.extend(answer_recall::forget(tx, member).await?);
        Ok(erased)
    }

    async fn purge(&self, tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
        Ok(vec![
            Erased { table: "proposal", rows: purge_drafts(tx).await? },
            Erased { table: "ballot", rows: detach_old_ballots(tx).await? },
            Erased { table: "objection", rows: erase_old_objections(tx).await? },
            Erased { table: "urn", rows: destroy_old_receipts(tx).await? },
            Erased { table: "secrecy_asked", rows: forget_what_is_over(tx).await? },
            Erased { table: "extension_asked", rows: forget_asked_for_time(tx).await? },
            Erased { table: "roll_read", rows: read_roll::forget_old(tx).await? },
            Erased { table: "draw", rows: draw::erase_old(tx).await? },
        ])
    }
}

/// Drafts she alone wrote go with her. Those written with others are theirs.
async fn forget_drafts(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    use proposal_author::Column;
    let hers = tx.find::<proposal_author::Entity>().filter(Column::MemberId.eq(member)).all().await?;
    let hers: Vec<ProposalId> = hers.into_iter().map(|row| row.proposal_id).collect();
    let drafts = tx.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Draft));
    let mut gone = 0;
    for draft in drafts.filter(proposal::Column::Id.is_in(hers)).all().await? {
        let authors = tx.delete::<proposal_author::Entity>().filter(Column::ProposalId.eq(draft.id));
        authors.filter(Column::MemberId.eq(member)).go().await?;
        let others = tx.find::<proposal_author::Entity>().filter(Column::ProposalId.eq(draft.id)).any().await?;
        if !others {
            gone += delete_draft(tx, draft.id).await?;
        }
    }
    Ok(gone)
}

async fn delete_draft(tx: &Tx<'_>, id: ProposalId) -> Result<u64, Broken> {
    tx.delete::<proposal_author::Entity>().filter(proposal_author::Column::ProposalId.eq(id)).go().await?;
    Ok(tx.delete::<proposal::Entity>().filter(proposal::Column::Id.eq(id)).go().await?)
}

/// A ballot in an open vote stands, without its reason. In votes that are over, the counts stay and nothing else.
async fn forget_ballots(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    use ballot::Column;
    let open = tx.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Voting)).all().await?;
    let open: Vec<ProposalId> = open.into_iter().map(|row| row.id).collect();
    let hers = tx.change::<ballot::Entity>().filter(Column::MemberId.eq(member));
    let none: Option<Vec<u8>> = None;
    let hers = hers.filter(Column::ProposalId.is_in(open.clone())).set(Column::Reason, none);
    hers.set(Column::Unsigned, false).go().await?;
    let hers = tx.delete::<ballot::Entity>().filter(Column::MemberId.eq(member));
    Ok(hers.filter(Column::ProposalId.is_not_in(open)).go().await?)
}

async fn purge_drafts(tx: &Tx<'_>) -> Result<u64, Broken> {
    let first = tx.now() - Duration::days(i64::from(DRAFT_DAYS));
    let old = tx.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Draft));
    let mut gone = 0;
    for draft in old.filter(proposal::Column::DraftedAt.lte(first)).all().await? {
        gone += delete_draft(tx, draft.id).await?;
    }
    Ok(gone)
}

/// Nobody asks any more for the secrecy of a vote that is over.
async fn forget_what_is_over(tx: &Tx<'_>) -> Result<u64, Broken> {
    let asked = tx.find::<secrecy_asked::Entity>().all().await?;
    let mut gone = 0;
    for row in asked {
        let about = tx.find::<proposal::Entity>().filter(proposal::Column::Id.eq(row.proposal_id)).one().await?;
        if about.is_none_or(|about| about.state.is_over()) {
            let this = tx.delete::<secrecy_asked::Entity>();
            gone += this.filter(secrecy_asked::Column::ProposalId.eq(row.proposal_id)).go().await?;
        }
    }
    Ok(gone)
}

/// Nobody asks any more for time in a vote that is not open. Its closing forgets them; this is for what was left.
async fn forget_asked_for_time(tx: &Tx<'_>) -> Result<u64, Broken> {
    let open = tx.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Voting)).all().await?;
    let open: Vec<ProposalId> = open.into_iter().map(|row| row.id).collect();
    let asked = tx.delete::<extension_asked::Entity>();
    Ok(asked.filter(extension_asked::Column::ProposalId.is_not_in(open)).go().await?)
}

/// The numbers of secret ballots are kept as long as the charter says, for whoever wants to look hers up; then they are
/// destroyed, and the register says so (ruling 8). The ballots, which nobody's hand is on, stay.
async fn destroy_old_receipts(tx: &Tx<'_>) -> Result<u64, Broken> {
    use urn::Column;
    let days = charter::charter(tx).await?.ballot_keeping_days();
    let first = tx.now() - Duration::days(days.into());
    let mut gone = 0;
    for kept in tx.find::<urn::Entity>().filter(Column::Receipts.is_not_null()).all().await? {
        let about = tx.find::<proposal::Entity>().filter(proposal::Column::Id.eq(kept.proposal_id)).one().await?;
        let Some(about) = about.filter(|about| about.closed_at.is_some_and(|closed| closed <= first)) else { continue };
        let none: Option<String> = None;
        let this = tx.change::<urn::Entity>().filter(Column::ProposalId.eq(kept.proposal_id));
        gone += this.set(Column::Receipts, none).go().await?;
        let body = json!({ "number": about.number, "title": about.title });
        let (kind, about) = (register::kinds::RECEIPTS_DESTROYED, Some(about.id.to_string()));
        register::append(tx, register::New { kind, actors: &[], about, body }).await?;
    }
    Ok(gone)
}

/// Twelve months after a vote closed, who chose what and why goes; the counts are in its result.
async fn detach_old_ballots(tx: &Tx<'_>) -> Result<u64, Broken> {
    use proposal::Column;
    let first = a_year_ago(tx);
    let counted = tx.find::<proposal::Entity>().filter(Column::Outcome.is_not_null());
    let old = counted.filter(Column::ClosedAt.lte(first)).all().await?;
    let mut gone = 0;
    for proposal in old {
        gone += tx.delete::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(proposal.id)).go().await?;
    }
    Ok(gone)
}

/// What was put in the way of a proposal goes as long after its end, with who supported it.
async fn erase_old_objections(tx: &Tx<'_>) -> Result<u64, Broken> {
    let raised = tx.find::<objection::Entity>().all().await?;
    let about: BTreeSet<ProposalId> = raised.into_iter().map(|row| row.proposal_id).collect();
    let over = tx.find::<proposal::Entity>().filter(proposal::Column::ClosedAt.lte(a_year_ago(tx)));
    let mut gone = 0;
    for row in over.filter(proposal::Column::Id.is_in(about)).all().await? {
        gone += objections::erase(tx, row.id).await?;
    }
    Ok(gone)
}

pub(crate) fn a_year_ago(tx: &Tx<'_>) -> Time {
    tx.now().checked_sub_months(Months::new(12)).unwrap_or(tx.now())
}
