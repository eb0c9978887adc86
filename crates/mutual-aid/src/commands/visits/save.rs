//! A plan back to its rows: what changed, and nothing else.

use crate::entities::visits::{PlanStage, SeatStage};
use crate::entities::{visit, visit_plan, visit_seat};
use crate::queries::visits::load::{
    Around, Beside, Loaded, Whereabouts, Wishes, minutes_of, of_plan, rows, seal, seal_asked,
};
use crate::rules::visits::plan::State as PlanState;
use crate::rules::visits::slot::{Seat, Slot, State};
use crate::{VisitId, VisitPlanId};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::mail::tell_news;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Every plan as it is now, each with the rows it came from.
pub(super) async fn all(scope: &Scope<'_>) -> Result<(Vec<(Loaded, Loaded)>, Around), Broken> {
    let rows = rows(scope).await?;
    let around = Around::of(scope, &rows).await?;
    let both = rows.into_iter().map(|row| (row.clone(), row.at_present(&around))).collect();
    Ok((both, around))
}

/// One plan, with the rows it came from.
pub(super) async fn one(tx: &Tx<'_>, id: VisitPlanId) -> Result<(Loaded, Loaded, Around), No> {
    let (plans, around) = all(tx).await?;
    let (before, now) = plans.into_iter().find(|(_, plan)| plan.id == id).ok_or(No::NotFound)?;
    Ok((before, now, around))
}

/// The plan of a visit, with the place of the visit in it.
pub(super) async fn of_visit(tx: &Tx<'_>, id: VisitId) -> Result<(Loaded, Loaded, usize, Around), No> {
    let (plans, around) = all(tx).await?;
    let found = plans.into_iter().find_map(|(before, plan)| plan.place_of(id).map(|place| (before, plan, place)));
    let (before, now, place) = found.ok_or(No::NotFound)?;
    Ok((before, now, place, around))
}

fn wishes(plan: &Loaded) -> Wishes {
    let wishes = &plan.schedule.plan;
    Wishes {
        named: wishes.named.clone(),
        refused: plan.refused.clone(),
        asks_others: wishes.asks_others,
        caps: wishes.caps,
        windows: wishes.windows.clone(),
        faces: wishes.faces,
        call_instead: wishes.call_instead,
        yes_until: wishes.yes_until,
        opened: plan.opened,
    }
}

fn whereabouts(plan: &Loaded) -> Option<Whereabouts> {
    Some(Whereabouts { words: plan.words.clone()?, place: plan.schedule.plan.place.clone() })
}

fn stage(state: PlanState) -> (PlanStage, Option<Time>) {
    match state {
        PlanState::Wished => (PlanStage::Wished, None),
        PlanState::Open => (PlanStage::Open, None),
        PlanState::Paused => (PlanStage::Paused, None),
        PlanState::Ended(at) => (PlanStage::Ended, Some(at)),
    }
}

fn row(plan: &Loaded) -> Result<visit_plan::ActiveModel, Broken> {
    let (state, ended_at) = stage(plan.schedule.plan.state);
    let holder = plan.schedule.plan.holder;
    let place = whereabouts(plan);
    Ok(visit_plan::ActiveModel {
        id: Set(plan.id),
        person: Set(plan.schedule.plan.person),
        holder: Set(holder.map(|holder| holder.who)),
        holder_until: Set(holder.map(|holder| holder.until)),
        state: Set(state),
        ended_at: Set(ended_at),
        wishes: Set(seal(&plan.key, &of_plan(plan.id, "wishes"), &wishes(plan))?),
        place: Set(place.map(|place| seal(&plan.key, &of_plan(plan.id, "place"), &place)).transpose()?),
        ..Default::default()
    })
}

/// A plan that is new.
pub(super) async fn insert(tx: &Tx<'_>, plan: &Loaded) -> Result<(), Broken> {
    tx.insert(row(plan)?).await?;
    for (slot, beside) in plan.schedule.slots.iter().zip(&plan.beside) {
        insert_visit(tx, plan, slot, beside).await?;
    }
    Ok(())
}

/// Whoever would have come to a visit that is no longer to be reads that there is news: nobody arrives for nothing. Where nobody
/// came, whoever was to come reads it too, with a question after her own well-being, and whom she named: somebody calls
/// both (`mutual-aid` 5.3).
async fn tell_who_would_have_come(tx: &Tx<'_>, before: &Loaded, now: &Loaded) -> Result<(), Broken> {
    let zone = charter::charter(tx).await?.zone();
    let rests_now = before.schedule.plan.state == PlanState::Open && now.schedule.plan.state == PlanState::Paused;
    for ((old, slot), beside) in before.schedule.slots.iter().zip(&now.schedule.slots).zip(&now.beside) {
        if old.state == State::ToCome && slot.state == State::NobodyCame {
            let holder = now.schedule.plan.holder.map(|holder| holder.who);
            let told: Vec<MemberId> = old.visitors().chain(holder).collect();
            tell_news(tx, &format!("visit-nobody/{}", beside.id), &told).await?;
        }
        let was_to_come = old.state == State::ToCome && slot.when(zone).start > tx.now();
        let is_off = was_to_come && (slot.state == State::NotToday || rests_now);
        if is_off {
            let visitors: Vec<MemberId> = old.visitors().collect();
            let about = format!("visit-off/{}/{}", beside.id, tx.now().timestamp());
            tell_news(tx, &about, &visitors).await?;
        }
    }
    Ok(())
}

/// What is different now from the rows it came from.
pub(super) async fn save(tx: &Tx<'_>, before: &Loaded, now: &Loaded) -> Result<(), Broken> {
    let is_another = before.schedule.plan.holder != now.schedule.plan.holder
        || before.schedule.plan.state != now.schedule.plan.state
        || wishes(before) != wishes(now)
        || whereabouts(before) != whereabouts(now);
    if is_another {
        tx.update(row(now)?).await?;
    }
    tell_who_would_have_come(tx, before, now).await?;
    for (place, (slot, beside)) in now.schedule.slots.iter().zip(&now.beside).enumerate() {
        let Some((old, old_beside)) = before.schedule.slots.get(place).zip(before.beside.get(place)) else {
            insert_visit(tx, now, slot, beside).await?;
            continue;
        };
        if (old.state, old.her_yes, old.wards_yes) != (slot.state, slot.her_yes, slot.wards_yes)
            || old_beside.asked != beside.asked
        {
            let row = visit::ActiveModel {
                id: Set(beside.id),
                state: Set(slot.state),
                her_yes: Set(slot.her_yes),
                wards_yes: Set(slot.wards_yes),
                asked: Set(seal_asked(&now.key, beside.id, &beside.asked)?),
                ..Default::default()
            };
            tx.update(row).await?;
        }
        if old.seats != slot.seats {
            tx.delete::<visit_seat::Entity>().filter(visit_seat::Column::VisitId.eq(beside.id)).go().await?;
            insert_seats(tx, slot, beside.id).await?;
        }
    }
    Ok(())
}

async fn insert_visit(tx: &Tx<'_>, plan: &Loaded, slot: &Slot<MemberId>, beside: &Beside) -> Result<(), Broken> {
    let row = visit::ActiveModel {
        id: Set(beside.id),
        plan_id: Set(plan.id),
        day: Set(slot.date),
        begins: Set(minutes_of(slot.from)),
        minutes: Set(i32::try_from(slot.minutes).unwrap_or(i32::MAX)),
        manner: Set(slot.manner),
        state: Set(slot.state),
        her_yes: Set(slot.her_yes),
        wards_yes: Set(slot.wards_yes),
        asked: Set(seal_asked(&plan.key, beside.id, &beside.asked)?),
        ..Default::default()
    };
    tx.insert(row).await?;
    insert_seats(tx, slot, beside.id).await
}

async fn insert_seats(tx: &Tx<'_>, slot: &Slot<MemberId>, visit: VisitId) -> Result<(), Broken> {
    let seats = (0i32..).zip(&slot.seats).map(|(number, seat)| {
        let (state, who, since, word, reminded) = match *seat {
            Seat::Free => (SeatStage::Free, None, None, None, false),
            Seat::Asked { to, since } => (SeatStage::Asked, Some(to), Some(since), None, false),
            Seat::Willing { who, since } => (SeatStage::Willing, Some(who), Some(since), None, false),
            Seat::Taken { by, since, word, reminded } => {
                (SeatStage::Taken, Some(by), Some(since), Some(word), reminded)
            }
        };
        visit_seat::ActiveModel {
            visit_id: Set(visit),
            seat: Set(number),
            state: Set(state),
            member_id: Set(who),
            since: Set(since),
            word: Set(word),
            reminded: Set(reminded),
            ..Default::default()
        }
    });
    Ok(tx.insert_many(seats).await?)
}
