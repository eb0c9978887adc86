//! Stopping an open vote in which several members found a fault (`decisions A14`, 5.1), and contesting a decision before it
//! acts (`decisions D10`). Both are acts in public, signed by several: the register names them, with their reason.

use crate::ProposalId;
use crate::commands::find;
use crate::commands::more_time::time_rules;
use crate::commands::review::was_put_off;
use crate::commands::stop_vote;
use crate::entities::proposal;
use crate::queries::counted;
use crate::rules::state::State;
use crate::rules::text::{REASON, length_problem, words};
use crate::rules::timing::{TimeRules, cancel_signers, has_its_own_way};
use async_trait::async_trait;
use chrono::Duration;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::effects::{Difference, read_details};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::joint::{Joint, Together};
use membership::queries::people;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Details of both: which proposal, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Which proposal.
    pub proposal: ProposalId,
    /// What is wrong, in the words that everybody signs.
    pub reason: String,
}

/// Stops an open vote: its ballots are void.
#[derive(Clone, Copy, Debug)]
pub struct CancelVote;

/// Contests a decision that waits to act: it is voted on once more.
#[derive(Clone, Copy, Debug)]
pub struct Contest;

impl CancelVote {
    /// Its kind in the store.
    pub const KIND: &'static str = "vote.cancel/1";
}

impl Contest {
    /// Its kind in the store.
    pub const KIND: &'static str = "decision.contest/1";
}

/// Until when an open vote can be stopped; none when it cannot.
pub(crate) fn cancelled_until(row: &proposal::Model, now: Time) -> Option<Time> {
    let open = row.state == State::Voting && !has_its_own_way(row.effect.as_deref());
    row.closes_at.filter(|closes| open && now < *closes)
}

/// Until when a decision can be contested; none when it cannot. Its second vote is the last.
pub(crate) fn contested_until(row: &proposal::Model, now: Time) -> Option<Time> {
    let waits = row.state == State::Adopted && !row.contested && !has_its_own_way(row.effect.as_deref());
    row.window_until.filter(|until| waits && now < *until)
}

/// How many contest a decision: as many as the charter said when the vote opened, and never more than there are members.
pub(crate) async fn contest_wanted(scope: &Scope<'_>, row: &proposal::Model) -> Result<u32, Broken> {
    let wanted = time_rules(row)?.map_or(BEFORE_THERE_WERE_RULES, |time: TimeRules| time.challenge_askers);
    let members = u32::try_from(people::how_many_active(scope).await?).unwrap_or(u32::MAX);
    Ok(wanted.min(members.max(1)))
}

/// How many stop an open vote: a third of those on its roll who are still members, or as many as the charter said when
/// it opened when that is more.
pub(crate) async fn cancel_wanted(scope: &Scope<'_>, row: &proposal::Model) -> Result<u32, Broken> {
    let wanted = time_rules(row)?.map_or(BEFORE_THERE_WERE_RULES, |time: TimeRules| time.cancel_askers);
    let (roll, standings) = (counted::roll(scope, row.id).await?, people::standings(scope).await?);
    let here = roll.iter().filter(|row| standings.get(&row.member_id).is_some_and(|standing| standing.is_member()));
    Ok(u32::try_from(cancel_signers(wanted, here.count() as u64)).unwrap_or(u32::MAX))
}

/// How many it takes in a vote that opened before the charter said.
const BEFORE_THERE_WERE_RULES: u32 = 3;

async fn check(
    scope: &Scope<'_>,
    details: &Value,
    until: fn(&proposal::Model, Time) -> Option<Time>,
) -> Result<(), No> {
    let stop: Stop = read_details(details)?;
    let row = find(scope, stop.proposal).await?;
    if row.state == State::Draft {
        return Err(No::NotFound);
    }
    if until(&row, scope.now()).is_none() {
        return Err(No::conflict("proposal-moved-on"));
    }
    if words(&stop.reason) == 0 {
        return Err(No::field("reason", Message::new("stop-reason-missing")));
    }
    match length_problem("reason", &stop.reason, REASON) {
        Some(problem) => Err(No::Invalid(vec![problem])),
        None => Ok(()),
    }
}

async fn preview(scope: &Scope<'_>, details: &Value, then: &'static str) -> Result<Vec<Difference>, No> {
    let stop: Stop = read_details(details)?;
    let row = find(scope, stop.proposal).await?;
    let told =
        |what: &'static str, after: Message| Difference { what: Message::new(what), before: None, after: Some(after) };
    let plain = |words: &str| Message::new("plain").with("words", words);
    Ok(vec![
        told("stop-which", plain(&row.title)),
        told("stop-reason", plain(&stop.reason)),
        told("stop-then", Message::new(then)),
    ])
}

#[async_trait(?Send)]
impl Joint for CancelVote {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    async fn needed(&self, scope: &Scope<'_>, details: &Value) -> Result<u32, No> {
        let stop: Stop = read_details(details)?;
        Ok(cancel_wanted(scope, &find(scope, stop.proposal).await?).await?)
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        check(scope, details, cancelled_until).await
    }

    /// A fault is a fault whoever finds it, of those whose vote it is. It waits as long as any act does, since a vote can be
    /// made longer; and nobody is asked to sign once it is over.
    async fn may_sign(&self, scope: &Scope<'_>, details: &Value, signer: MemberId) -> Result<(), No> {
        let stop: Stop = read_details(details)?;
        let row = find(scope, stop.proposal).await?;
        if cancelled_until(&row, scope.now()).is_none() {
            return Err(No::conflict("proposal-moved-on"));
        }
        if counted::roll(scope, row.id).await?.iter().any(|row| row.member_id == signer) {
            return Ok(());
        }
        Err(No::NotAllowed(Message::new("cancel-not-on-roll")))
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        let stop: Stop = read_details(details)?;
        let ends = was_put_off(scope, &find(scope, stop.proposal).await?).await?;
        preview(scope, details, if ends { "cancel-then-ends" } else { "cancel-then" }).await
    }

    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, details: &Value) -> Result<(), No> {
        let stop: Stop = read_details(details)?;
        Ok(stop_vote::cancel(tx, &find(tx, stop.proposal).await?, together.signers(), &stop.reason).await?)
    }
}

#[async_trait(?Send)]
impl Joint for Contest {
    fn kind(&self) -> &'static str {
        Self::KIND
    }

    async fn needed(&self, scope: &Scope<'_>, details: &Value) -> Result<u32, No> {
        let stop: Stop = read_details(details)?;
        Ok(contest_wanted(scope, &find(scope, stop.proposal).await?).await?)
    }

    async fn check(&self, scope: &Scope<'_>, details: &Value) -> Result<(), No> {
        check(scope, details, contested_until).await
    }

    /// Whoever voted yes may think again.
    async fn may_sign(&self, _: &Scope<'_>, _: &Value, _: MemberId) -> Result<(), No> {
        Ok(())
    }

    async fn not_after(&self, scope: &Scope<'_>, details: &Value) -> Result<Time, No> {
        let stop: Stop = read_details(details)?;
        let until = contested_until(&find(scope, stop.proposal).await?, scope.now());
        Ok(until.unwrap_or(scope.now() + Duration::days(1)))
    }

    async fn preview(&self, scope: &Scope<'_>, details: &Value) -> Result<Vec<Difference>, No> {
        preview(scope, details, "contest-then").await
    }

    async fn carry_out(&self, tx: &Tx<'_>, together: &Together, details: &Value) -> Result<(), No> {
        let stop: Stop = read_details(details)?;
        Ok(stop_vote::contest(tx, &find(tx, stop.proposal).await?, together.signers(), &stop.reason).await?)
    }
}
