//! "Who may do what", rendered from the powers that the code itself asks for, and from running mandates.

use crate::kit::{PageError, PageResult, Tab};
use crate::pages::visit::Member;
use chrono::NaiveDate;
use commons::clock::{Time, Tz, local_day};
use commons::db::Scope;
use commons::refusal::Message;
use commons::register;
use decisions::ProposalId;
use decisions::queries::proposal::number_of;
use membership::MandateId;
use membership::powers::{Listed, Who};
use membership::queries::mandates::{Mandate, running};
use membership::queries::people::{self, Names};
use serde::Serialize;
use tera::context;

/// A mandate ends soon when it has no more days left than this.
const SOON: chrono::Duration = chrono::Duration::days(30);

#[derive(Debug, Serialize)]
struct MandateShown {
    id: MandateId,
    title: String,
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
    uses: Vec<Time>,
}

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
    let mut mandates = Vec::with_capacity(held.len());
    for mandate in &held {
        mandates.push(shown(&scope, &names, member.charter.zone(), mandate).await?);
    }
    drop(scope);
    let context = context! {
        mandates => &mandates,
        for_everyone => &powers_of(Who::EveryMember, &held),
        for_herself => &powers_of(Who::Herself, &held),
        by_mandate => &powers_of(Who::Mandate, &held),
    };
    member.into_page().at(Tab::Group).render("membership/powers.html", context)
}

async fn shown(scope: &Scope<'_>, names: &Names, zone: Tz, mandate: &Mandate) -> Result<MandateShown, PageError> {
    let uses = register::about(scope, &mandate.id.to_string()).await?.into_iter();
    let uses = uses.filter(|entry| entry.kind == register::kinds::MANDATE_USED).map(|entry| entry.at);
    Ok(MandateShown {
        id: mandate.id,
        title: mandate.title.clone(),
        aim: mandate.aim.clone(),
        limits: mandate.limits.clone(),
        permits: mandate.powers.iter().map(|power| name_of(power)).collect(),
        holder: names.of(mandate.holder).map(str::to_owned),
        // It ends at midnight: the day before is its last.
        last_day: local_day(zone, mandate.ends_at - chrono::Duration::microseconds(1)),
        ends_soon: mandate.ends_at - scope.now() <= SOON,
        gone: hundredths_gone(mandate.starts_at, mandate.ends_at, scope.now()),
        decision: number_of(scope, ProposalId(mandate.granted_by)).await?,
        since: mandate.starts_at,
        uses: uses.collect(),
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
        let shown = [Who::EveryMember, Who::Herself, Who::Mandate].map(|who| powers_of(who, &[]).len());
        assert_eq!(shown.iter().sum::<usize>(), every_power().count());
    }
}
