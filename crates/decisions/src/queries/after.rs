//! More time for a vote, and what members do together about it, as one member sees it now.

use crate::ProposalId;
use crate::commands::ask_extension;
use crate::commands::more_time::time_rules;
use crate::commands::review;
use crate::entities::proposal;
use crate::rules::state::State;
use crate::rules::timing::TimeRules;
use crate::stop::{CancelVote, Contest, Stop, cancel_wanted, cancelled_until, contest_wanted, contested_until};
use commons::clock::Time;
use commons::db::Scope;
use commons::effects::read_details;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::register::{self, Entry, kinds};
use membership::JointId;
use membership::effects::ChangeCharter;
use membership::joint::all_waiting;
use membership::queries::charter;
use serde_json::Value;

/// What goes with a vote besides its ballots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// The charter's rules about time, as they were when the vote opened.
    pub time: Option<TimeRules>,
    /// How often its vote was made longer.
    pub extended: i32,
    /// Whether its quorum was missed once already.
    pub quorum_missed: bool,
    /// Whether its vote can be made longer by asking.
    pub may_ask_extension: bool,
    /// Whether she asked; nobody else sees that.
    pub i_asked_extension: bool,
    /// How many must ask.
    pub extension_wanted: u64,
    /// Whether its open vote can be stopped by several members.
    pub may_cancel: bool,
    /// Whether it asks to keep a decision that ends if this vote is stopped: the one before it was.
    pub ends_if_stopped: bool,
    /// Whether its decision can be contested by several members.
    pub may_contest: bool,
    /// How many sign to stop or to contest it; 0 when neither is possible.
    pub signers_wanted: u32,
    /// Who stopped its vote and why.
    pub cancelled: Option<Stopped>,
    /// Who contested its decision and why.
    pub contested: Option<Stopped>,
    /// Of a decision that the group asks itself about again: when.
    pub asked_again_at: Option<Time>,
    /// When the group did not keep it, and by which proposal.
    pub ended: Option<(Time, i64)>,
    /// The number of the decision that changed since the rule which this one had made.
    pub replaced_by: Option<i32>,
    /// The number of the decision that it asks to keep.
    pub keeps: Option<i32>,
    /// What waits for signatures about it, the one that waits longest first.
    pub waiting: Vec<JointId>,
}

/// What several members did, from the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Who signed.
    pub by: Vec<MemberId>,
    /// Why, in their words; none when the words of the entry were withdrawn.
    pub reason: String,
    /// When.
    pub at: Time,
}

pub(crate) async fn after(
    scope: &Scope<'_>,
    row: &proposal::Model,
    told: &[Entry],
    viewer: MemberId,
) -> Result<After, Broken> {
    let now = scope.now();
    let time = time_rules(row)?;
    let open = row.state == State::Voting && row.closes_at.is_some_and(|closes| now < closes);
    let asking = if open { ask_extension::may_be_asked(row)? } else { None };
    let (may_cancel, may_contest) = (cancelled_until(row, now).is_some(), contested_until(row, now).is_some());
    Ok(After {
        time,
        extended: row.extended,
        quorum_missed: row.quorum_missed,
        may_ask_extension: asking.is_some(),
        i_asked_extension: ask_extension::asked_by(scope, row.id, viewer).await?,
        extension_wanted: match asking {
            Some(time) => ask_extension::wanted(scope, time, row.id).await?,
            None => 0,
        },
        may_cancel,
        may_contest,
        ends_if_stopped: may_cancel && review::was_put_off(scope, row).await?,
        signers_wanted: match (may_cancel, may_contest) {
            (true, _) => cancel_wanted(scope, row).await?,
            (false, true) => contest_wanted(scope, row).await?,
            (false, false) => 0,
        },
        asked_again_at: row.due_at.filter(|_| row.state == State::InForce),
        ended: told.iter().find(|entry| entry.kind == kinds::ENDED).map(|entry| (entry.at, review_of(entry))),
        replaced_by: replaced_by(scope, told).await?,
        keeps: review::about(row)?.map(|kept| kept.number),
        cancelled: stopped(told, kinds::CANCELLED),
        contested: stopped(told, kinds::CONTESTED),
        waiting: if may_cancel || may_contest { waiting(scope, row.id, may_cancel).await? } else { Vec::new() },
    })
}

/// The proposal by which it ended.
fn review_of(entry: &Entry) -> i64 {
    entry.body.as_ref().and_then(|body| body.get("review")?.as_i64()).unwrap_or_default()
}

/// The number of the decision that changed the same rule of the charter since.
pub(crate) async fn replaced_by(scope: &Scope<'_>, told: &[Entry]) -> Result<Option<i32>, Broken> {
    if !told.iter().any(changed_a_rule) {
        return Ok(None);
    }
    // A rule is known by the entry of its adoption, not by that of its effect.
    let replaced = charter::replaced(scope).await?;
    let Some(later) = told.iter().find_map(|entry| replaced.get(&entry.seq).copied()) else { return Ok(None) };
    let about = register::entry(scope, later).await?.and_then(|entry| entry.about);
    match about.and_then(|about| about.parse::<ProposalId>().ok()) {
        Some(id) => super::proposal::number_of(scope, id).await,
        None => Ok(None),
    }
}

/// Whether it says that a decision changed a rule.
fn changed_a_rule(entry: &Entry) -> bool {
    let effect = entry.body.as_ref().and_then(|body| body.get("effect")?.as_str());
    entry.kind == kinds::EFFECT_DONE && effect == Some(ChangeCharter::KIND)
}

fn stopped(told: &[Entry], kind: &str) -> Option<Stopped> {
    let entry = told.iter().rev().find(|entry| entry.kind == kind)?;
    let reason = entry.body.as_ref().and_then(|body| body.get("reason")?.as_str()).unwrap_or_default();
    Some(Stopped { by: entry.actors.clone(), reason: reason.to_owned(), at: entry.at })
}

/// The acts about this proposal that wait for signatures and can still be done.
async fn waiting(scope: &Scope<'_>, id: ProposalId, is_open: bool) -> Result<Vec<JointId>, Broken> {
    let kind = if is_open { CancelVote::KIND } else { Contest::KIND };
    let acts = all_waiting(scope).await?.into_iter().filter(|act| act.kind == kind);
    let about = |details: &Value| read_details::<Stop>(details).is_ok_and(|stop| stop.proposal == id);
    Ok(acts.filter(|act| about(&act.details)).map(|act| act.id).collect())
}
