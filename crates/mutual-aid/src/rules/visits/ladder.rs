//! What is due for a visit, and when (`mutual-aid` V6, 5.3; story 4.4). Nobody is blamed, nothing is counted.

use super::plan::{Place, Schedule, State as PlanState};
use super::slot::{Event, Manner, Seat, Slot, State, Word};
use chrono::{Duration, NaiveTime};
use chrono_tz::Tz;
use rota::Time;
use rota::time::{at_wall_clock, local_day};

/// How long somebody has to answer, at most; half of what is left when that is less.
pub const LONGEST_ANSWER: Duration = Duration::hours(24);
/// So long before, each visitor is asked whether it still holds.
pub const WORD_ASKED: Duration = Duration::hours(24);
/// So long before, without a word, another one is looked for quietly. The first may still come.
pub const IN_DOUBT: Duration = Duration::hours(4);
/// So long after the hour, "nobody came" can be said; earlier when the visit is short ([`Slot::is_late`]).
pub const NOBODY_CAME: Duration = Duration::minutes(15);
/// A visit begins so long before its hour at the earliest.
pub const EARLY: Duration = Duration::hours(1);
/// So long after the last visit, the one who keeps the plan is asked once whether it is over. Nothing else happens: no sign
/// of life is asked for (story 4.4, 10).
pub const OVER: Duration = Duration::days(3);

/// The evening before: the hour of the reminder, and from when a home address is shown.
pub fn evening_before<P: Copy + Ord>(zone: Tz, slot: &Slot<P>) -> Time {
    let day = slot.date.pred_opt().unwrap_or(slot.date);
    at_wall_clock(zone, day, NaiveTime::from_hms_opt(19, 0, 0).unwrap_or_default())
}

/// Something due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due<P> {
    /// Nobody answered: the seat is free again.
    LeaveFree {
        /// Which seat.
        seat: u16,
    },
    /// Tell her the hour, and only her. What is shown on a locked screen names no place (ruling 20).
    Remind {
        /// Which seat.
        seat: u16,
        /// Whom.
        to: P,
    },
    /// Ask her whether it still holds.
    AskWord {
        /// Which seat.
        seat: u16,
        /// Whom.
        to: P,
    },
    /// Look for another one beside her, quietly: a [`rota::cover::Cover`] of the seat.
    Doubt {
        /// Which seat.
        seat: u16,
    },
    /// What is known of the ward is old: somebody calls it before anybody's word is asked (V3).
    CallTheWard,
    /// It comes during a pause: it is not to be.
    NotToday,
    /// It is over.
    End,
}

impl<P: Copy> Due<P> {
    /// What stands in the list of events once it is done; none for what stays due until the world changes.
    pub const fn event(self) -> Option<Event<P>> {
        match self {
            Self::LeaveFree { seat } => Some(Event::LeftFree { seat }),
            Self::Remind { seat, .. } => Some(Event::Reminded { seat }),
            Self::AskWord { seat, .. } => Some(Event::WordAsked { seat }),
            Self::Doubt { seat } => Some(Event::InDoubt { seat }),
            Self::CallTheWard => None,
            Self::NotToday => Some(Event::NotToday),
            Self::End => Some(Event::Ended),
        }
    }
}

/// Everything that is due for a visit at `now`.
pub fn due<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, slot: &Slot<P>, now: Time) -> Vec<Due<P>> {
    let when = slot.when(zone);
    match slot.state {
        State::Begun if now >= when.end => return vec![Due::End],
        State::ToCome => {}
        _ => return Vec::new(),
    }
    if schedule.plan.state == PlanState::Paused {
        return if now >= when.start && now < when.end { vec![Due::NotToday] } else { end_of(now, when.end) };
    }
    if now >= when.end {
        return vec![Due::End];
    }
    let is_old = slot.manner == Manner::There && schedule.may_be_confirmed(local_day(zone, now)).is_err();
    let mut due = Vec::new();
    if is_old && now >= when.start - WORD_ASKED {
        due.push(Due::CallTheWard);
    }
    for (seat, number) in slot.seats.iter().zip(0u16..) {
        due.extend(due_of_seat(zone, slot, seat, number, is_old, now));
    }
    due
}

/// A visit that nobody looked at during a long pause.
fn end_of<P>(now: Time, end: Time) -> Vec<Due<P>> {
    if now >= end { vec![Due::End] } else { Vec::new() }
}

fn due_of_seat<P: Copy + Ord>(
    zone: Tz,
    slot: &Slot<P>,
    seat: &Seat<P>,
    number: u16,
    is_old: bool,
    now: Time,
) -> Vec<Due<P>> {
    let start = slot.when(zone).start;
    let is_unanswered = |since: Time| now >= since + LONGEST_ANSWER.min((start - since).max(Duration::zero()) / 2);
    match *seat {
        // Whoever was asked, and whoever offered to come and had no answer: others may be asked now.
        Seat::Asked { since, .. } | Seat::Willing { since, .. } if is_unanswered(since) => {
            vec![Due::LeaveFree { seat: number }]
        }
        Seat::Taken { by, word, reminded, .. } if now < start => {
            let mut due = Vec::new();
            if !reminded && now >= evening_before(zone, slot) {
                due.push(Due::Remind { seat: number, to: by });
            }
            if word == Word::Given && !is_old && now >= start - WORD_ASKED && now < start - IN_DOUBT {
                due.push(Due::AskWord { seat: number, to: by });
            }
            if matches!(word, Word::Given | Word::Asked) && !is_old && now >= start - IN_DOUBT {
                due.push(Due::Doubt { seat: number });
            }
            due
        }
        _ => Vec::new(),
    }
}

/// Whether "nobody came" is offered to whoever is visited: a button, and any member can say it for her by phone.
pub fn may_say_nobody_came<P: Copy + Ord>(zone: Tz, slot: &Slot<P>, now: Time) -> bool {
    let when = slot.when(zone);
    slot.state == State::ToCome && slot.visitors().next().is_some() && slot.is_late(zone, now) && now < when.end
}

/// What follows when nobody came: care for both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer<P> {
    /// One call to the visitor: is all well with her? No question why.
    CallTheVisitor(P),
    /// Another visit.
    AnotherVisit,
    /// A call to whoever waited, now.
    CallNow,
}

/// Once nobody came; nothing before.
pub fn after_nobody_came<P: Copy + Ord>(slot: &Slot<P>) -> Vec<Offer<P>> {
    if slot.state != State::NobodyCame {
        return Vec::new();
    }
    slot.visitors().map(Offer::CallTheVisitor).chain([Offer::AnotherVisit, Offer::CallNow]).collect()
}

/// Whether the one who keeps the plan is asked if it is over.
pub fn asks_whether_it_is_over<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, now: Time) -> bool {
    let last = schedule.slots.iter().map(|slot| slot.when(zone).end).max();
    schedule.plan.state == PlanState::Open && last.is_some_and(|last| now >= last + OVER)
}

/// From when to when the place is shown to a visitor who took her seat at `since` (IV6, ruling 16).
pub fn place_shown<P: Copy + Ord>(zone: Tz, place: &Place, slot: &Slot<P>, since: Time) -> (Time, Time) {
    let end = slot.when(zone).end;
    match place {
        Place::Home => (since.max(evening_before(zone, slot)), end),
        Place::Ward(_) | Place::Elsewhere => (since, end + super::sight::PLACE),
    }
}
