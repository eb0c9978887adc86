//! What the clock brings to visits: proposals, searches, the evening reminder, the word of the day before. Nothing here
//! assigns anybody (`mutual-aid` V6, V11, ALG3, ALG4).

use super::save::{all, save};
use crate::commands::limits::note_asked;
use crate::entities::visit_plan;
use crate::entities::visits::PlanStage;
use crate::mail::APPOINTMENT;
use crate::queries::limits::own;
use crate::queries::visits::load::{Around, Loaded};
use crate::queries::visits::search::{SeatOf, candidates, could_come, cover};
use crate::rules::limits::Reminder;
use crate::rules::visits::ladder::{Due, due};
use crate::rules::visits::plan::{Faces, State as PlanState};
use crate::rules::visits::slot::{Event, Seat, Slot, State};
use chrono::NaiveTime;
use commons::clock::{Time, at_wall_clock};
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Arg, Broken};
use membership::mail::tell_news;
use rota::cover::{Event as CoverEvent, LAST_CALL, Next};
use rota::order::draw;
use rota::proposals::{Batch, Helper, Seat as FreeSeat, Welcome, propose};
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// A mail is told apart from every other by its beginning.
const ASKED: &str = "visit/asked";

/// Writes down what is so by now, asks whom there is to ask, and sends what is to be sent.
pub(crate) async fn settle(db: &Db, group: GroupId) -> Result<(), Broken> {
    // Looked at without a lock first: most groups have no visits to come.
    if !is_any(&db.read(group)).await? {
        return Ok(());
    }
    let scope = db.read(group);
    let (pairs, around) = all(&scope).await?;
    let (before, mut plans): (Vec<Loaded>, Vec<Loaded>) = pairs.into_iter().unzip();
    let mut known = apart_of_helpers(&scope, &plans, &around).await?;
    let told = work(&mut plans, &around, &mut known);
    drop(scope);
    if told.is_empty() && plans.iter().zip(&before).all(|(now, before)| now.is_as(before)) {
        return Ok(());
    }
    db.write(group, async |tx: &Tx<'_>| settle_now(tx).await).await
}

async fn is_any(scope: &Scope<'_>) -> Result<bool, Broken> {
    let running = scope.find::<visit_plan::Entity>().filter(visit_plan::Column::State.ne(PlanStage::Ended));
    Ok(running.any().await?)
}

/// What is to be told once it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    /// Somebody is asked: there is news, and no more.
    Asked { about: String, who: Vec<MemberId>, of_cover: bool },
    /// The evening before: a day and an hour.
    Reminder { who: MemberId, key: String, starts: Time, from: Time, until: Time },
}

async fn settle_now(tx: &Tx<'_>) -> Result<(), Broken> {
    let (pairs, around) = all(tx).await?;
    let (before, mut plans): (Vec<Loaded>, Vec<Loaded>) = pairs.into_iter().unzip();
    let mut known = apart_of_helpers(tx, &plans, &around).await?;
    let told = work(&mut plans, &around, &mut known);
    for (before, plan) in before.iter().zip(&plans) {
        save(tx, before, plan).await?;
    }
    for one in told {
        tell(tx, one).await?;
    }
    Ok(())
}

async fn tell(tx: &Tx<'_>, told: Told) -> Result<(), Broken> {
    match told {
        Told::Asked { about, who, of_cover } => {
            if of_cover {
                note_asked(tx, &who).await?;
            }
            tell_news(tx, &about, &who).await
        }
        Told::Reminder { who, key, starts, from, until } => {
            if own(tx, who).await?.reminder != Reminder::Mail {
                return Ok(());
            }
            let args = vec![("at".to_owned(), Arg::Time(starts))];
            let letter = Letter { to: To::Member(who), kind: APPOINTMENT.to_owned(), args, news: false };
            let post = Post { dedupe_key: key, letter, urgent: false, not_before: Some(from), expires_at: until };
            outbox::enqueue(tx, post).await
        }
    }
}

/// From whom helpers are kept apart, as far as two of them could sit in one visit.
async fn apart_of_helpers(scope: &Scope<'_>, plans: &[Loaded], around: &Around) -> Result<Around, Broken> {
    let mut known = Around::of(scope, plans).await?;
    let is_sought = |plan: &Loaded| plan.beside.iter().any(|one| !one.asked.covers.is_empty());
    if plans.iter().any(|plan| is_sought(plan) || !free_seats(plan, around).is_empty()) {
        let helpers: Vec<MemberId> = around.limits.keys().copied().filter(|who| around.visits(*who)).collect();
        known.know(scope, helpers).await?;
    }
    Ok(known)
}

/// Everything that is due, on plans in memory, and what is to be told of it.
fn work(plans: &mut [Loaded], around: &Around, known: &mut Around) -> Vec<Told> {
    let mut told = proposals(plans, around, known);
    for plan in plans.iter_mut().filter(|plan| plan.schedule.plan.state == PlanState::Open) {
        for place in 0..plan.schedule.slots.len() {
            told.extend(searches(plan, place, known));
            told.extend(words(plan, place, around));
        }
    }
    told
}

/// Seats for which nobody is asked and that no search is for.
fn free_seats(plan: &Loaded, around: &Around) -> Vec<(usize, u16)> {
    let mut free = Vec::new();
    if plan.schedule.plan.state != PlanState::Open {
        return free;
    }
    for (place, (slot, beside)) in plan.schedule.slots.iter().zip(&plan.beside).enumerate() {
        if slot.state != State::ToCome || slot.when(around.zone).start <= around.now + LAST_CALL {
            continue;
        }
        let seats = (0u16..)
            .zip(&slot.seats)
            .filter(|(number, seat)| matches!(seat, Seat::Free) && !beside.asked.covers.contains_key(number));
        free.extend(seats.map(|(number, _)| (place, number)));
    }
    free
}

/// Free seats of all plans are proposed together, so that turns are even (ALG4). Whoever was asked once for a visit is not
/// asked again; whether she sees it all the same is another matter.
fn proposals(plans: &mut [Loaded], around: &Around, known: &Around) -> Vec<Told> {
    let mut seats = Vec::new();
    for (plan, loaded) in plans.iter().enumerate() {
        for (place, number) in free_seats(loaded, around) {
            if let Some(slot) = loaded.schedule.slots.get(place) {
                let what = slot.engagement(around.zone);
                seats.push(FreeSeat { what, slot: (plan, place), place: number });
            }
        }
    }
    if seats.is_empty() {
        return Vec::new();
    }
    let helpers = helpers(plans, around);
    let batch = Batch { zone: around.zone, now: around.now, seats: &seats, helpers: &helpers };
    let welcome = |who: MemberId, seat: &FreeSeat<SeatOf>| welcome(plans, seat.slot, who, around);
    let made = propose(&batch, welcome, |one, other| known.apart(one, other)).made;
    let mut told = Vec::new();
    for proposal in made {
        let ((plan, place), seat) = (proposal.seat.slot, proposal.seat.place);
        let Some(loaded) = plans.get_mut(plan) else { continue };
        let event = Event::Proposed { seat, to: proposal.to };
        let (Some(slot), Some(beside)) = (loaded.schedule.slots.get_mut(place), loaded.beside.get_mut(place)) else {
            continue;
        };
        if let Ok(asked) = slot.after(around.zone, &event, around.now) {
            *slot = asked;
            beside.asked.tried.insert(proposal.to);
            let about = format!("{ASKED}/{}/{seat}", beside.id);
            told.push(Told::Asked { about, who: vec![proposal.to], of_cover: false });
        }
    }
    told
}

/// Everybody who may be asked, with a draw that is another for each batch.
fn helpers(plans: &[Loaded], around: &Around) -> Vec<Helper<MemberId>> {
    let of = plans.iter().flat_map(|plan| &plan.beside).map(|beside| beside.id.0.as_u128()).max().unwrap_or_default();
    // Nobody is asked in her quiet hours.
    let is_awake = |who: MemberId| around.asked_from(who) <= around.now;
    let may = around.limits.iter().filter(|(who, _)| around.visits(**who) && is_awake(**who));
    may.map(|(who, limits)| Helper {
        who: *who,
        limits: limits.clone(),
        held: around.held.get(who).cloned().unwrap_or_default(),
        draw: draw(of, who.0.as_u128()),
    })
    .collect()
}

fn welcome(plans: &[Loaded], (plan, place): SeatOf, who: MemberId, around: &Around) -> Welcome {
    let found = plans.get(plan).and_then(|plan| Some((plan, plan.schedule.slots.get(place)?, plan.beside.get(place)?)));
    let Some((plan, slot, beside)) = found else { return Welcome::No };
    let was_asked = beside.asked.tried.contains(&who) || beside.asked.passed.contains(&who);
    if was_asked || slot.people().any(|one| one == who) || could_come(plan, place, who, around).is_err() {
        return Welcome::No;
    }
    let came = |who: MemberId| {
        let done = plan.schedule.slots.iter().filter(|slot| slot.state == State::Done);
        done.flat_map(Slot::visitors).any(|one| one == who)
    };
    match plan.schedule.plan.faces {
        Faces::Same if came(who) => Welcome::Rather,
        // She said yes to her beforehand.
        Faces::Any | Faces::Same | Faces::New if plan.schedule.plan.named.contains(&who) => Welcome::Rather,
        Faces::Any | Faces::Same | Faces::New => Welcome::Yes,
    }
}

/// Searches for seats that somebody freed, or may not come to (ALG3). Whoever is taken is told, and holds it from then on:
/// another search of the same moment looks at her limits with it.
fn searches(plan: &mut Loaded, place: usize, around: &mut Around) -> Vec<Told> {
    let running: Vec<u16> =
        plan.beside.get(place).map(|beside| beside.asked.covers.keys().copied().collect()).unwrap_or_default();
    let mut told = Vec::new();
    for seat in running {
        let Some(search) = cover(plan, place, seat, around) else { continue };
        let (able, old_card) = (candidates(plan, place, seat, around), plan.is_card_old(place, around));
        let Some(beside) = plan.beside.get_mut(place) else { continue };
        match search.next(around.now, &able) {
            Next::Ask { who, until } => {
                beside.asked.tried.extend(who.iter().copied());
                let about = format!("{ASKED}/{}/{seat}/{}", beside.id, around.now.timestamp());
                told.push(Told::Asked { about, who: who.clone(), of_cover: true });
                beside.asked.covers.entry(seat).or_default().push(CoverEvent::Asked { who, until });
            }
            Next::Take(who) => {
                beside.asked.end_cover(seat, who);
                let known = plan.schedule.plan.named.contains(&who);
                let event = Event::Offered { seat, who, known, old_card };
                let slot = plan.schedule.slots.get_mut(place);
                if let Some((slot, next)) = slot.and_then(|slot| {
                    let next = slot.after(around.zone, &event, around.now).ok()?;
                    Some((slot, next))
                }) {
                    let out = slot.visitors().find(|one| !next.visitors().any(|other| other == *one));
                    *slot = next;
                    if let Some(out) = out {
                        let about = format!("visit-covered/{}", beside.id);
                        told.push(Told::Asked { about, who: vec![out], of_cover: false });
                    }
                    around.held.entry(who).or_default().push(slot.engagement(around.zone));
                    let about = format!("visit/needed/{}/{seat}", beside.id);
                    told.push(Told::Asked { about, who: vec![who], of_cover: false });
                }
            }
            Next::End => drop(beside.asked.covers.remove(&seat)),
            Next::Wait(_) | Next::ShowTheGap | Next::Nothing => {}
        }
    }
    told
}

/// The reminder of the evening before, and the question of the day before.
fn words(plan: &mut Loaded, place: usize, around: &Around) -> Vec<Told> {
    let Some(slot) = plan.schedule.slots.get(place) else { return Vec::new() };
    let starts = slot.when(around.zone).start;
    let midnight = at_wall_clock(around.zone, slot.date, NaiveTime::MIN);
    let all = due(around.zone, &plan.schedule, slot, around.now);
    let (mut told, mut asked) = (Vec::new(), BTreeSet::new());
    for one in all {
        let Some(id) = plan.beside.get(place).map(|beside| beside.id) else { continue };
        match one {
            Due::Remind { seat, to } => {
                // It says "tomorrow": on the day itself it would be wrong.
                if around.now < midnight {
                    let key = format!("visit-reminder/{id}/{seat}/{to}");
                    let from = around.asked_from(to);
                    told.push(Told::Reminder { who: to, key, starts, from, until: midnight });
                }
            }
            Due::AskWord { to, .. } => drop(asked.insert(to)),
            _ => continue,
        }
        if let (Some(event), Some(slot)) = (one.event(), plan.schedule.slots.get_mut(place))
            && let Ok(next) = slot.after(around.zone, &event, around.now)
        {
            *slot = next;
        }
    }
    if !asked.is_empty() {
        let about = plan.beside.get(place).map(|beside| format!("visit-word/{}", beside.id)).unwrap_or_default();
        told.push(Told::Asked { about, who: asked.into_iter().collect(), of_cover: false });
    }
    told
}
