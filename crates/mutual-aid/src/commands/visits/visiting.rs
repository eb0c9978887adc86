//! Whoever comes: her yes, her no, her word the day before, and the day itself (`mutual-aid` V6-V8, V11, A6, R4).

use super::plans::{checked, happens};
use super::save::{of_visit, save};
use crate::VisitId;
use crate::powers::Visit;
use crate::queries::visits::load::{Around, Loaded, refused};
use crate::queries::visits::look::{offered_to, seen_by, shows_number};
use crate::queries::visits::search::{could_come, cover, seat_for};
use crate::rules::visits::NotPossible;
use crate::rules::visits::ladder::EARLY;
use crate::rules::visits::plan::{Place, State as PlanState};
use crate::rules::visits::sight::Sight;
use crate::rules::visits::slot::{Event, Manner, Seat, Slot, State, Word};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::No;
use membership::commands::read_contact;
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::contacts;
use rota::cover::{Answer, Event as CoverEvent};
use std::collections::BTreeSet;

/// What she answers when somebody is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// She comes.
    Yes,
    /// She would, if nobody else does.
    IfNobodyElse,
    /// She does not. No reason, and no trace once the visit begins.
    No,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// She comes: both said yes.
    Taken,
    /// Whoever is visited answers first.
    Waits,
    /// She is kept in mind, if nobody else comes.
    Kept,
    /// She is not asked again.
    Passed,
}

/// She answers. The first yes takes the seat; whoever was asked and comes second reads that it is covered.
///
/// # Errors
/// When there is nothing there for her, somebody was quicker, or her own limits say otherwise.
pub async fn answer(tx: &Tx<'_>, permit: Permit<Visit>, visit: VisitId, says: Says) -> Result<Became, No> {
    let who = permit.by();
    let found = of_visit(tx, visit).await.map_err(|no| if matches!(no, No::NotFound) { gone() } else { no });
    let (before, mut plan, place, around) = found?;
    match offered_to(&plan, place, who, &around) {
        Sight::SomebodyIsLookedFor { .. } => {}
        // What she has already.
        Sight::Visit { .. } => return Err(refused(NotPossible::NotSo)),
        Sight::Whole | Sight::Nothing => return Err(too_late(&plan, place, who, &around)),
    }
    let became = match says {
        Says::No => passes(&mut plan, place, who, &around),
        Says::Yes => {
            let seat = seat_for(&plan, place, who, &around);
            takes(&mut plan, place, seat, who, &around)?
        }
        Says::IfNobodyElse => keeps_in_mind(&mut plan, place, who, &around)?,
    };
    save_and_tell(tx, visit, &before, &plan, place).await?;
    Ok(became)
}

/// She comes: she said so to somebody who told her of the visit. She need not have been asked before.
///
/// # Errors
/// When no seat is free, or anything stands in the way of her coming.
pub(super) async fn comes_as_told(tx: &Tx<'_>, who: MemberId, visit: VisitId) -> Result<(), No> {
    let (before, mut plan, place, around) = of_visit(tx, visit).await?;
    let seat = seat_for(&plan, place, who, &around).or_else(|| searched_seat(&plan, place));
    takes(&mut plan, place, seat, who, &around)?;
    save_and_tell(tx, visit, &before, &plan, place).await
}

/// A seat for which somebody is looked for now.
fn searched_seat(plan: &Loaded, place: usize) -> Option<u16> {
    let (slot, beside) = (plan.schedule.slots.get(place)?, plan.beside.get(place)?);
    let mut seats = (0u16..).zip(&slot.seats);
    let is_free = |seat: &Seat<MemberId>| matches!(seat, Seat::Free | Seat::Taken { word: Word::Doubtful, .. });
    let found = seats.find(|(number, seat)| is_free(seat) && beside.asked.covers.contains_key(number));
    found.map(|(number, _)| number)
}

/// Whoever might still have come and did not say so reads that another comes, before she leaves.
async fn save_and_tell(tx: &Tx<'_>, visit: VisitId, before: &Loaded, plan: &Loaded, place: usize) -> Result<(), No> {
    save(tx, before, plan).await?;
    let out: Vec<MemberId> = visitors(before, place).difference(&visitors(plan, place)).copied().collect();
    Ok(tell_news(tx, &format!("visit-covered/{visit}"), &out).await?)
}

fn visitors(plan: &Loaded, place: usize) -> BTreeSet<MemberId> {
    plan.schedule.slots.get(place).into_iter().flat_map(Slot::visitors).collect()
}

/// Nothing is asked of her there, whatever the reason: it was called off, it began, or there never was anything.
fn gone() -> No {
    No::conflict("visits-ask-gone")
}

/// Whoever was asked reads why her yes comes to nothing: somebody was quicker, or her own limits. For anybody else there is
/// nothing there, nor when it is over: who was asked is forgotten then.
fn too_late(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> No {
    let Some((slot, beside)) = plan.schedule.slots.get(place).zip(plan.beside.get(place)) else { return gone() };
    if !beside.asked.tried.contains(&who) || beside.asked.passed.contains(&who) || slot.state != State::ToCome {
        return gone();
    }
    match could_come(plan, place, who, around) {
        _ if !slot.has_a_free_seat() => No::conflict("rota-cover-covered"),
        Err(why @ NotPossible::Limits(_)) => refused(why),
        Ok(()) | Err(_) => gone(),
    }
}

fn passes(plan: &mut Loaded, place: usize, who: MemberId, around: &Around) -> Became {
    let seats = plan.schedule.slots.get(place).map(|slot| slot.seats.clone()).unwrap_or_default();
    let hers = (0u16..).zip(&seats).find(|(_, seat)| seat.taken().is_none() && seat.who() == Some(who));
    if let Some((number, _)) = hers {
        plan.free(place, number, around);
    }
    if let Some(beside) = plan.beside.get_mut(place) {
        let asked = &mut beside.asked;
        asked.passed.insert(who);
        for events in asked.covers.values_mut() {
            events.push(CoverEvent::Said { who, answer: Answer::No });
        }
    }
    Became::Passed
}

fn takes(plan: &mut Loaded, place: usize, seat: Option<u16>, who: MemberId, around: &Around) -> Result<Became, No> {
    let seat = seat.ok_or_else(|| refused(NotPossible::NotForHer))?;
    let able = could_come(plan, place, who, around);
    let limits = match able {
        Err(NotPossible::Limits(why)) => Err(why),
        Err(why) => return Err(refused(why)),
        Ok(()) => Ok(()),
    };
    match cover(plan, place, seat, around) {
        Some(cover) => cover.takes(around.now, limits).map_err(|why| No::conflict(why.key()))?,
        None => limits.map_err(|why| refused(NotPossible::Limits(why)))?,
    }
    let known = plan.schedule.plan.named.contains(&who);
    let old_card = plan.is_card_old(place, around);
    happens(plan, place, Event::Offered { seat, who, known, old_card }, around)?;
    if let Some(beside) = plan.beside.get_mut(place) {
        beside.asked.end_cover(seat, who);
    }
    Ok(if known { Became::Taken } else { Became::Waits })
}

/// Only where a search runs: elsewhere nobody else is asked, and a yes is a yes.
fn keeps_in_mind(plan: &mut Loaded, place: usize, who: MemberId, around: &Around) -> Result<Became, No> {
    let seat = seat_for(plan, place, who, around).ok_or_else(|| refused(NotPossible::NotForHer))?;
    let events = plan.beside.get_mut(place).and_then(|beside| beside.asked.covers.get_mut(&seat));
    let events = events.ok_or_else(|| refused(NotPossible::NotSo))?;
    events.push(CoverEvent::Said { who, answer: Answer::IfNobodyElse });
    Ok(Became::Kept)
}

/// What whoever comes does with a visit that is hers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// It still holds.
    Holds,
    /// She cannot come after all; no reason.
    Free,
    /// Whoever is visited said yes today, to her.
    HerYes,
    /// She called the ward: it said yes today.
    WardsYes,
    /// She called the ward: the card is right as it is.
    CardIsRight,
    /// It begins.
    Begin,
    /// It is over.
    End,
    /// Whoever is visited said "not today", to her.
    NotToday,
    /// She came as the card of the ward says, and was not let in.
    TurnedAway,
}

/// Does it.
///
/// # Errors
/// When it is not a visit of hers, or does not stand like that.
pub async fn of_mine(tx: &Tx<'_>, permit: Permit<Visit>, visit: VisitId, does: Does) -> Result<(), No> {
    done(tx, permit.by(), visit, does).await
}

/// The same, whoever writes it down.
pub(super) async fn done(tx: &Tx<'_>, who: MemberId, visit: VisitId, does: Does) -> Result<(), No> {
    let (before, mut plan, place, around) = of_visit(tx, visit).await?;
    let slot = plan.schedule.slots.get(place).ok_or(No::NotFound)?.clone();
    let mine = (0u16..).zip(&slot.seats).find(|(_, seat)| seat.taken().is_some_and(|(by, _)| by == who));
    let seat = match (mine, seen_by(&plan, place, who, &around)) {
        (Some((seat, _)), Sight::Visit { .. } | Sight::Whole) => seat,
        _ => return Err(No::NotFound),
    };
    match does {
        Does::Holds => {
            if plan.schedule.plan.state != PlanState::Open {
                return Err(refused(NotPossible::NotOpen));
            }
            if slot.manner == Manner::There {
                plan.schedule.may_be_confirmed(local_day(around.zone, around.now)).map_err(refused)?;
            }
            happens(&mut plan, place, Event::WordHeld { seat }, &around)?;
            if let Some(beside) = plan.beside.get_mut(place) {
                beside.asked.end_cover(seat, who);
            }
        }
        Does::Free => frees(&mut plan, place, seat, who, &around)?,
        Does::HerYes => happens(&mut plan, place, Event::HerYes, &around)?,
        Does::WardsYes => happens(&mut plan, place, Event::WardsYes, &around)?,
        Does::CardIsRight => checked(&mut plan, local_day(around.zone, around.now)),
        Does::Begin => {
            plan.schedule.may_begin(around.zone, &slot, around.now).map_err(refused)?;
            happens(&mut plan, place, Event::Began, &around)?;
        }
        Does::End => happens(&mut plan, place, Event::Ended, &around)?,
        Does::NotToday => happens(&mut plan, place, Event::NotToday, &around)?,
        Does::TurnedAway => turned_away(&mut plan, place, &around)?,
    }
    Ok(save(tx, &before, &plan).await?)
}

/// She is to call instead of visiting: the number of whoever wished for it is opened to her, from the evening before until the
/// end. It is written down, and she whose number it is reads that.
///
/// # Errors
/// When it is no call of hers, or not yet.
pub async fn open_number(tx: &Tx<'_>, permit: Permit<Visit>, visit: VisitId) -> Result<(), No> {
    let who = permit.by();
    let (_, plan, place, around) = of_visit(tx, visit).await?;
    if !shows_number(&plan, place, who, &around) {
        return Err(No::NotFound);
    }
    let person = plan.schedule.plan.person;
    // Where there is no number nothing is read, and nothing is written down.
    if !contacts::telephones(tx).await?.contains_key(&person) {
        return Err(No::conflict("visits-no-number"));
    }
    read_contact::note_visit_call(tx, who, person).await
}

/// The visit is not to be; what is kept of it is about the place: its card is asked anew before the next one (5.3).
fn turned_away(plan: &mut Loaded, place: usize, around: &Around) -> Result<(), No> {
    let slot = plan.schedule.slots.get(place).ok_or(No::NotFound)?;
    let (today, is_there) = (local_day(around.zone, around.now), slot.manner == Manner::There);
    let is_time = around.now >= slot.when(around.zone).start - EARLY;
    happens(plan, place, Event::NotToday, around)?;
    match &mut plan.schedule.plan.place {
        Place::Ward(ward) if is_there && is_time => ward.turned_away = Some(today),
        Place::Ward(_) | Place::Home | Place::Elsewhere => return Err(refused(NotPossible::NotSo)),
    }
    Ok(())
}

/// Her seat is free, and another one is looked for quietly. She is not asked for it again.
fn frees(plan: &mut Loaded, place: usize, seat: u16, who: MemberId, around: &Around) -> Result<(), No> {
    happens(plan, place, Event::Freed { seat }, around)?;
    if let Some(beside) = plan.beside.get_mut(place) {
        beside.asked.passed.insert(who);
        beside.asked.covers.entry(seat).or_default();
    }
    debug_assert!(
        plan.schedule
            .slots
            .get(place)
            .is_some_and(|slot| matches!(slot.seats.get(usize::from(seat)), Some(Seat::Free)))
    );
    Ok(())
}
