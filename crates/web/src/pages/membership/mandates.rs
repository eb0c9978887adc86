//! "Who may do what", rendered from the powers that the code itself asks for, and from running mandates.

use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::Member;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Message;
use commons::register::{self, Entry};
use decisions::ProposalId;
use decisions::queries::proposal::number_of;
use membership::MandateId;
use membership::effects::last_day;
use membership::powers::{Listed, Who};
use membership::queries::mandates::{Mandate, learners, over, running};
use membership::queries::people::{self, Names};
use membership::rules::mandates::{Closing, Term, recall_askers, suspension_signers};
use serde::Serialize;
use std::collections::HashMap;
use tera::context;

/// A mandate ends soon when it has no more days left than this.
const SOON: chrono::Duration = chrono::Duration::days(30);

#[derive(Debug, Serialize)]
pub(super) struct MandateShown {
    id: MandateId,
    href: String,
    pub(super) title: String,
    aim: String,
    limits: String,
    permits: Vec<Message>,
    holder: Option<String>,
    last_day: NaiveDate,
    ends_soon: bool,
    /// Hundredths of its time gone by.
    gone: i64,
    decision: Option<i32>,
    since: Time,
    uses: Vec<Use>,
    /// Until when it is suspended, and the act that says who signed.
    suspended_until: Option<Time>,
    suspended_by: Option<String>,
    /// When the group's vote let it run on.
    suspension_lifted: Option<Time>,
    learner: Option<String>,
    /// Whether it is over, and when it ended.
    ended_at: Option<Time>,
    /// `open`, `waits`, or `clean` once it is over and handed over.
    closing: &'static str,
    /// What whoever held it leaves; empty when she wrote that there is nothing.
    note: Option<String>,
}

/// One use of a mandate: when, and of which power.
#[derive(Debug, Serialize)]
struct Use {
    at: Time,
    power: Message,
}

impl Use {
    fn of(entry: &Entry) -> Option<Self> {
        let power = entry.body.as_ref()?.get("power")?.as_str()?;
        let is_known = every_power().any(|listed| listed.name == power);
        // A power of a later or an earlier version is told by its bare name.
        let power = if is_known { name_of(power) } else { Message::new("plain").with("words", power) };
        Some(Self { at: entry.at, power })
    }
}

/// Mandates that are over which the page still lists.
const PAST: usize = 12;

#[derive(Debug, Serialize)]
struct PowerShown {
    name: Message,
    is_held: bool,
}

fn name_of(power: &str) -> Message {
    Message::keyed(format!("power-{}", power.replace('_', "-")))
}

fn every_power() -> impl Iterator<Item = &'static Listed> {
    decisions::powers::POWERS.iter().chain(membership::powers::POWERS)
}

fn powers_of(who: Who, held: &[Mandate]) -> Vec<PowerShown> {
    let is_held = |power: &str| held.iter().any(|mandate| mandate.powers.iter().any(|named| named == power));
    let listed = every_power().filter(|power| power.who == who);
    listed.map(|power| PowerShown { name: name_of(power.name), is_held: is_held(power.name) }).collect()
}

/// Who may do what.
pub(super) async fn powers(member: Member) -> PageResult {
    let scope = member.read();
    let held = running(&scope).await?;
    let names = people::names(&scope).await?;
    let learners = learners(&scope).await?;
    let mut mandates = Vec::with_capacity(held.len());
    for mandate in &held {
        mandates.push(shown(&scope, &member, &names, &learners, mandate).await?);
    }
    let mut past = Vec::new();
    for mandate in over(&scope).await?.iter().take(PAST) {
        past.push(shown(&scope, &member, &names, &learners, mandate).await?);
    }
    let everybody = people::how_many(&scope).await?;
    let active = people::how_many_active(&scope).await?;
    drop(scope);
    let context = context! {
        mandates => &mandates, past => &past,
        suspenders => &suspension_signers(everybody.saturating_sub(1)), askers => &recall_askers(active),
        for_everyone => &powers_of(Who::EveryMember, &held), for_allies_too => &powers_of(Who::MemberOrAlly, &held),
        for_herself => &powers_of(Who::Herself, &held),
        by_mandate => &powers_of(Who::Mandate, &held),
    };
    member.into_page().at(Tab::Group).render("membership/powers.html", context)
}

/// A mandate as its card and its page show it.
///
/// # Errors
/// When the store fails.
pub(super) async fn shown(
    scope: &Scope<'_>,
    member: &Member,
    names: &Names,
    learners: &HashMap<MandateId, MemberId>,
    mandate: &Mandate,
) -> Result<MandateShown, PageError> {
    let term = mandate.term(scope.now());
    let suspended_until = if let Term::Suspended { until } = term { Some(until) } else { None };
    let suspended_by = mandate.suspended.and_then(|(_, act)| act);
    let entries = register::about(scope, &mandate.id.to_string()).await?;
    let uses = entries.iter().filter(|entry| entry.kind == register::kinds::MANDATE_USED).filter_map(Use::of);
    Ok(MandateShown {
        id: mandate.id,
        href: member.at(&format!("/group/powers/{}", mandate.id)),
        title: mandate.title.clone(),
        aim: mandate.aim.clone(),
        limits: mandate.limits.clone(),
        permits: mandate.powers.iter().map(|power| name_of(power)).collect(),
        holder: names.of(mandate.holder).map(str::to_owned),
        last_day: last_day(member.charter.zone(), mandate.ends_at),
        ends_soon: mandate.ends_at - scope.now() <= SOON,
        gone: hundredths_gone(mandate.starts_at, mandate.ends_at, scope.now()),
        decision: number_of(scope, ProposalId(mandate.granted_by)).await?,
        since: mandate.starts_at,
        uses: uses.collect(),
        suspended_until,
        suspended_by: suspended_by.map(|act| member.at(&format!("/group/together/{act}"))),
        suspension_lifted: mandate.suspension_lifted_at,
        learner: learners.get(&mandate.id).and_then(|learner| names.of(*learner)).map(str::to_owned),
        ended_at: (term == Term::Ended).then(|| mandate.ended_at.unwrap_or(mandate.ends_at)),
        closing: match mandate.closing(scope.now()) {
            Closing::Open => "open",
            Closing::HandoverWaits => "waits",
            Closing::Clean => "clean",
        },
        note: mandate.handover.as_ref().map(|(_, note)| note.clone()),
    })
}

fn hundredths_gone(from: Time, until: Time, now: Time) -> i64 {
    let (whole, gone) = ((until - from).num_seconds().max(1), (now - from).num_seconds());
    (gone.saturating_mul(100) / whole).clamp(0, 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gauge_never_leaves_its_frame() {
        let at = |text: &str| text.parse::<Time>().unwrap();
        let (from, until) = (at("2027-01-01T00:00:00Z"), at("2027-01-11T00:00:00Z"));
        assert_eq!(hundredths_gone(from, until, at("2026-12-31T00:00:00Z")), 0);
        assert_eq!(hundredths_gone(from, until, at("2027-01-06T00:00:00Z")), 50);
        assert_eq!(hundredths_gone(from, until, at("2028-01-01T00:00:00Z")), 100);
        assert_eq!(hundredths_gone(from, from, from), 0);
    }

    #[test]
    fn every_power_is_read_under_one_heading() {
        let shown =
            [Who::EveryMember, Who::MemberOrAlly, Who::Herself, Who::Mandate].map(|who| powers_of(who, &[]).len());
        assert_eq!(shown.iter().sum::<usize>(), every_power().count());
    }
}
