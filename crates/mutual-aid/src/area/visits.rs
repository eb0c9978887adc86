//! Visits: what is kept, shown, erased and thrown away.

use crate::commands::visits::erase;
use crate::entities::visit_plan;
use crate::queries::visits::load::{Loaded, all};
use crate::rules::visits::plan::State as PlanState;
use crate::rules::visits::sight::plan_goes;
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message};
use membership::queries::people::{self, Names};

/// The tables in the order in which counts of rows are told.
const TABLES: [&str; 3] = ["visit_plan", "visit", "visit_seat"];

pub(super) const KEPT: &[Kept] = &[
    Kept { table: "visit_plan", columns: &["place"], name: "visit_places", until: Until::Days(1), then: Then::Erased },
    Kept {
        table: "visit_plan",
        columns: &["id", "person", "holder", "holder_until", "state", "ended_at", "wishes"],
        name: "visit_plans",
        until: Until::Days(14),
        then: Then::Erased,
    },
    Kept {
        table: "visit",
        columns: &["id", "plan_id", "day", "begins", "minutes", "manner", "state", "her_yes", "wards_yes"],
        name: "visits",
        until: Until::Days(14),
        then: Then::Erased,
    },
    Kept { table: "visit", columns: &["asked"], name: "visits_asked", until: Until::Served, then: Then::Erased },
    Kept {
        table: "visit_seat",
        columns: &["visit_id", "seat", "state", "member_id", "since", "word", "reminded"],
        name: "visit_seats",
        until: Until::Days(14),
        then: Then::Erased,
    },
    Kept {
        table: "rights_card",
        columns: &["language", "words", "reviewed_on", "written_at"],
        name: "rights_card",
        until: Until::Always,
        then: Then::Stays,
    },
];

/// What is kept of the plan that is hers, of those that she keeps for somebody, and of visits that she is asked for or makes.
/// Whom she would see is not told before both said yes; where another lives or is, never here.
pub(super) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let (plans, around) = all(scope).await?;
    let names = people::names(scope).await?;
    let (mut hers, mut kept, mut seats) = (Vec::new(), Vec::new(), Vec::new());
    for plan in &plans {
        if plan_goes(&plan.schedule).is_some_and(|at| at <= around.now) {
            continue;
        }
        if plan.schedule.plan.person == member {
            hers.push(told(plan, &names));
        } else if plan.schedule.plan.holder.is_some_and(|holder| holder.who == member) {
            let until = plan.schedule.plan.holder.map(|holder| Datum::new("visit_holder_until", holder.until));
            kept.push(until.into_iter().collect());
        }
        for slot in &plan.schedule.slots {
            for seat in slot.seats.iter().filter(|seat| seat.who() == Some(member)) {
                let starts = Datum::new("visit_starts", Arg::Time(slot.when(around.zone).start));
                let what = if seat.taken().is_some() { "visit-you-come" } else { "visit-you-are-asked" };
                seats.push(vec![starts, Datum::new("visit_seat", Message::new(what))]);
            }
        }
    }
    Ok(vec![
        Section::new("visit_plan", hers),
        Section::new("visit_plans_kept", kept),
        Section::new("visit_seats", seats),
    ])
}

fn told(plan: &Loaded, names: &Names) -> Vec<Datum> {
    let wishes = &plan.schedule.plan;
    let state = match wishes.state {
        PlanState::Wished => "visits-state-wished",
        PlanState::Open => "visits-state-open",
        PlanState::Paused => "visits-state-paused",
        PlanState::Ended(_) => "visits-state-ended",
    };
    let all = |members: &std::collections::BTreeSet<MemberId>| names.of_all(members.iter().copied()).join(", ");
    let mut data = vec![
        Datum::new("visit_state", Message::new(state)),
        Datum::new("visit_named", all(&wishes.named)),
        Datum::new("visit_refused", all(&plan.refused)),
        Datum::new("visit_at_once", u32::from(wishes.caps.at_once)),
        Datum::new("visit_a_week", wishes.caps.a_week),
        Datum::new("visit_minutes", wishes.caps.minutes),
    ];
    data.extend(plan.words.clone().map(|words| Datum::new("visit_place", words)));
    data.extend(wishes.holder.and_then(|holder| names.of(holder.who)).map(|name| Datum::new("visit_holder", name)));
    for slot in &plan.schedule.slots {
        let visitors = names.of_all(slot.visitors()).join(", ");
        let line = Message::new("visit-line").with("day", slot.date).with("who", visitors);
        data.push(Datum::new("visit_of_hers", line));
    }
    data
}

pub(super) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    Ok(erased(erase::forget(tx, member).await?))
}

pub(super) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    // Nothing to open where there is nothing.
    if !tx.find::<visit_plan::Entity>().any().await? {
        return Ok(erased([0; 3]));
    }
    Ok(erased(erase::purge(tx).await?))
}

fn erased(rows: [u64; 3]) -> Vec<Erased> {
    TABLES.into_iter().zip(rows).map(|(table, rows)| Erased { table, rows }).collect()
}
