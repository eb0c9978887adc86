//! Who could take a seat, and which seat is for whom (`mutual-aid` ALG3, ALG4, V8). The one place where visits pair people:
//! kept apart and refused look like no seat at all.

use super::load::{Around, Loaded};
use crate::rules::visits::NotPossible;
use crate::rules::visits::plan::Visitor;
use crate::rules::visits::slot::{Seat, Slot, Word};
use commons::ids::MemberId;
use rota::Limits;
use rota::cover::{Candidate, Cover, Next};
use rota::order::draw;
use rota::proposals::{Batch, Because, Helper, Welcome, propose};

/// A seat of a visit, as proposals name it.
pub(crate) type SeatOf = (usize, usize);

/// The slot as if she were not asked in it and had not offered: what decides about her now.
fn without(slot: &Slot<MemberId>, who: MemberId) -> Slot<MemberId> {
    let mut slot = slot.clone();
    for seat in slot.seats.iter_mut().filter(|seat| seat.taken().is_none() && seat.who() == Some(who)) {
        *seat = Seat::Free;
    }
    slot
}

/// Whether somebody could come now, by everything: her yes, her limits, the wishes of whoever is visited, and who keeps
/// apart.
pub(crate) fn could_come(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Result<(), NotPossible> {
    let slot = plan.schedule.slots.get(place).ok_or(NotPossible::NotSo)?;
    if !around.visits(who) {
        return Err(NotPossible::NotForHer);
    }
    let nothing = Limits::default();
    let limits = around.limits.get(&who).unwrap_or(&nothing);
    let held = around.held.get(&who).map(Vec::as_slice).unwrap_or_default();
    let visitor = Visitor { who, limits, held };
    let apart = |one, other| around.not_together(plan, one, other);
    plan.schedule.may_come(around.zone, &without(slot, who), &visitor, apart)
}

/// Those who could take a seat that somebody freed, or may not come to.
pub(crate) fn candidates(plan: &Loaded, place: usize, seat: u16, around: &Around) -> Vec<Candidate<MemberId>> {
    let Some(beside) = plan.beside.get(place) else { return Vec::new() };
    let seat_now = plan.schedule.slots.get(place).and_then(|slot| slot.seats.get(usize::from(seat)));
    let able = around
        .limits
        .keys()
        .copied()
        .filter(|who| !beside.asked.passed.contains(who) && could_come(plan, place, *who, around).is_ok())
        .filter(|who| seat_now.is_some_and(|seat| may_replace(plan, seat, *who)));
    let of = beside.id.0.as_u128().wrapping_add(u128::from(seat));
    able.map(|who| Candidate {
        who,
        asked: around.asked_lately.get(&who).copied(),
        from: around.asked_from(who),
        draw: draw(of, who.0.as_u128()),
    })
    .collect()
}

/// Whether a yes of hers could take this seat: one that is free, or, when both say yes at once, that of somebody in doubt.
fn may_replace(plan: &Loaded, seat: &Seat<MemberId>, who: MemberId) -> bool {
    match seat {
        Seat::Free => true,
        Seat::Taken { word: Word::Doubtful, .. } => plan.schedule.plan.named.contains(&who),
        Seat::Asked { .. } | Seat::Willing { .. } | Seat::Taken { .. } => false,
    }
}

/// The search for a seat, if one runs.
pub(crate) fn cover(plan: &Loaded, place: usize, seat: u16, around: &Around) -> Option<Cover<MemberId>> {
    let starts = plan.schedule.slots.get(place)?.when(around.zone).start;
    let events = plan.beside.get(place)?.asked.covers.get(&seat)?;
    Some(Cover::replayed(starts, events))
}

/// The seat that is for her: the one she is asked for, one that is searched for and that she was asked about, one that
/// everybody who could was asked about, or one that is free and for which nobody is asked.
pub(crate) fn seat_for(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Option<u16> {
    let slot = plan.schedule.slots.get(place)?;
    let seats = || (0u16..).zip(&slot.seats);
    let hers = seats().find(|(_, seat)| matches!(seat, Seat::Asked { to, .. } if *to == who));
    let is_for_her = |number: u16, seat: &Seat<MemberId>| {
        if !may_replace(plan, seat, who) {
            return false;
        }
        match cover(plan, place, number, around) {
            None => matches!(seat, Seat::Free),
            Some(cover) => {
                cover.is_asking(who)
                    || cover.next(around.now, &candidates(plan, place, number, around)) == Next::ShowTheGap
            }
        }
    };
    hers.or_else(|| seats().find(|(number, seat)| is_for_her(*number, seat))).map(|(number, _)| number)
}

/// Why a visit is proposed to her: what she said herself, and nothing about others.
pub(crate) fn because(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Vec<Because> {
    let (Some(slot), Some(limits)) = (plan.schedule.slots.get(place), around.limits.get(&who)) else {
        return Vec::new();
    };
    let what = slot.engagement(around.zone);
    let helper =
        Helper { who, limits: limits.clone(), held: around.held.get(&who).cloned().unwrap_or_default(), draw: 0 };
    let seat = rota::proposals::Seat { what, slot: place, place: 0 };
    let batch = Batch { zone: around.zone, now: around.now, seats: &[seat], helpers: &[helper] };
    let made = propose(&batch, |_, _| Welcome::Yes, |_, _| false).made;
    made.into_iter().flat_map(|proposal| proposal.because).collect()
}
