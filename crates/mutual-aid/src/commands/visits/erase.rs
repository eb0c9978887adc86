//! What goes, and when (`mutual-aid` V5, ALG11; ruling 16): a place a day after the end of its plan, a visit fourteen days
//! after its own end, a plan fourteen days after hers, and who was asked as soon as it begins. Pages show none of it from
//! that moment on, whether or not it was erased already.

use super::save::{all, save};
use crate::entities::{visit, visit_plan, visit_seat};
use crate::queries::visits::load::{Loaded, rows};
use crate::rules::visits::plan::Place;
use crate::rules::visits::sight::{place_goes, plan_goes};
use crate::rules::visits::slot::Seat;
use crate::{VisitId, VisitPlanId};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;

/// Throws away what is over, and says how many plans, visits and seats.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<[u64; 3], Broken> {
    let (plans, around) = all(tx).await?;
    let mut gone = [0; 3];
    for (before, mut plan) in plans {
        if plan_goes(&plan.schedule).is_some_and(|at| at <= around.now) {
            add(&mut gone, erase_plan(tx, &before).await?);
            continue;
        }
        if place_goes(&plan.schedule).is_some_and(|at| at <= around.now) {
            plan.words = None;
            plan.schedule.plan.place = Place::Elsewhere;
        }
        save(tx, &before, &plan).await?;
        for (slot, beside) in plan.schedule.slots.iter().zip(&plan.beside) {
            if plan.is_gone(slot, &around) {
                add(&mut gone, erase_visit(tx, beside.id).await?);
            }
        }
    }
    Ok(gone)
}

fn add(to: &mut [u64; 3], more: [u64; 3]) {
    for (sum, one) in to.iter_mut().zip(more) {
        *sum += one;
    }
}

async fn erase_visit(tx: &Tx<'_>, id: VisitId) -> Result<[u64; 3], Broken> {
    let seats = tx.delete::<visit_seat::Entity>().filter(visit_seat::Column::VisitId.eq(id)).go().await?;
    let visits = tx.delete::<visit::Entity>().filter(visit::Column::Id.eq(id)).go().await?;
    Ok([0, visits, seats])
}

async fn erase_plan(tx: &Tx<'_>, plan: &Loaded) -> Result<[u64; 3], Broken> {
    let mut gone = [0; 3];
    for beside in &plan.beside {
        add(&mut gone, erase_visit(tx, beside.id).await?);
    }
    let id: VisitPlanId = plan.id;
    let plans = tx.delete::<visit_plan::Entity>().filter(visit_plan::Column::Id.eq(id)).go().await?;
    add(&mut gone, [plans, 0, 0]);
    Ok(gone)
}

/// Somebody leaves: her plan goes whole; in others' she has no seat, no name and no no any more.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<[u64; 3], Broken> {
    let mut gone = [0; 3];
    for before in rows(tx).await? {
        if before.schedule.plan.person == member {
            add(&mut gone, erase_plan(tx, &before).await?);
            continue;
        }
        let mut plan = before.clone();
        add(&mut gone, [0, 0, strike(&mut plan, member)]);
        save(tx, &before, &plan).await?;
    }
    Ok(gone)
}

/// Takes somebody out of a plan. Where she was to come, another one is looked for.
fn strike(plan: &mut Loaded, member: MemberId) -> u64 {
    let mut seats = 0;
    plan.schedule.plan.named.remove(&member);
    plan.refused.remove(&member);
    if plan.schedule.plan.holder.is_some_and(|holder| holder.who == member) {
        plan.schedule.plan.holder = None;
    }
    for (slot, beside) in plan.schedule.slots.iter_mut().zip(&mut plan.beside) {
        for (number, seat) in (0u16..).zip(&mut slot.seats) {
            if seat.who() == Some(member) {
                if seat.taken().is_some() {
                    beside.asked.covers.entry(number).or_default();
                }
                *seat = Seat::Free;
                seats += 1;
            }
        }
        beside.asked.tried.remove(&member);
        beside.asked.passed.remove(&member);
        for events in beside.asked.covers.values_mut() {
            strike_events(events, member);
        }
    }
    seats
}

fn strike_events(events: &mut Vec<rota::cover::Event<MemberId>>, member: MemberId) {
    use rota::cover::Event;
    events.retain(|event| !matches!(event, Event::Said { who, .. } | Event::Took { who } if *who == member));
    for event in events {
        if let Event::Asked { who, .. } = event {
            who.retain(|one| *one != member);
        }
    }
}
