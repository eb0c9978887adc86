//! Who sees what of a visit, and until when (`mutual-aid` V5, V8, IV6, ALG11; ruling 16).

use super::ladder::place_shown;
use super::plan::{Schedule, State as PlanState};
use super::slot::{Slot, State};
use chrono::{Duration, NaiveDate, Timelike};
use chrono_tz::Tz;
use rota::Time;
use rota::time::local_day;

/// A place stays so long after a visit; a home address not even that.
pub const PLACE: Duration = Duration::hours(24);
/// The rest stays so long after the end.
pub const THE_REST: Duration = Duration::days(14);

/// Half a day, and the evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before noon.
    Morning,
    /// From noon to six.
    Afternoon,
    /// After six.
    Evening,
}

/// What is seen of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: there is no such visit.
    Nothing,
    /// That somebody is looked for, that day and part of it. No name, no place, no hour.
    SomebodyIsLookedFor {
        /// The day.
        date: NaiveDate,
        /// Roughly when.
        part: Part,
    },
    /// The visit: whom, when, and who else comes.
    Visit {
        /// Whether the place is shown too.
        place: bool,
    },
    /// Everything that is known of it.
    Whole,
}

/// Somebody who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader<P> {
    /// Who.
    pub who: P,
    /// Whether she said yes to visiting, and could come then.
    pub could_come: bool,
}

/// What somebody sees of a visit at `now`. `apart` is asked both ways: kept apart looks like no visit at all (X2).
pub fn sight<P: Copy + Ord>(
    zone: Tz,
    schedule: &Schedule<P>,
    slot: &Slot<P>,
    reader: Reader<P>,
    now: Time,
    apart: impl Fn(P, P) -> bool,
) -> Sight {
    let plan = &schedule.plan;
    let meets = |other: P| apart(reader.who, other) || apart(other, reader.who);
    if now >= slot_goes(zone, schedule, slot) {
        return Sight::Nothing;
    }
    let keeps = plan.holder.is_some_and(|holder| holder.who == reader.who && local_day(zone, now) <= holder.until);
    if reader.who == plan.person || keeps {
        return Sight::Whole;
    }
    if meets(plan.person) {
        return Sight::Nothing;
    }
    if let Some(since) = slot.taken_since(reader.who) {
        return Sight::Visit { place: shows_the_place(zone, schedule, slot, since, now) };
    }
    let is_to_come = plan.state == PlanState::Open && slot.state == State::ToCome && now < slot.when(zone).start;
    let might = plan.asks_others || plan.named.contains(&reader.who);
    let is_offered = slot.has_a_free_seat() && reader.could_come && might && !slot.people().any(meets);
    if is_to_come && (slot.asks(reader.who) || is_offered) {
        return Sight::SomebodyIsLookedFor { date: slot.date, part: part_of(slot) };
    }
    Sight::Nothing
}

fn shows_the_place<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, slot: &Slot<P>, since: Time, now: Time) -> bool {
    let (from, until) = place_shown(zone, &schedule.plan.place, slot, since);
    let until = match schedule.plan.state {
        PlanState::Ended(ended) => until.min(ended + PLACE),
        _ => until,
    };
    slot.state != State::NotToday && from <= now && now < until
}

const fn part_of_hour(hour: u32) -> Part {
    match hour {
        0..=11 => Part::Morning,
        12..=17 => Part::Afternoon,
        _ => Part::Evening,
    }
}

fn part_of<P>(slot: &Slot<P>) -> Part {
    part_of_hour(slot.from.hour())
}

/// When nothing of a visit is left.
pub fn slot_goes<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, slot: &Slot<P>) -> Time {
    let end = slot.when(zone).end;
    let end = match schedule.plan.state {
        PlanState::Ended(ended) => end.min(ended),
        _ => end,
    };
    end + THE_REST
}

/// When the place and the card of a plan are erased: the day after it ended (`mutual-aid` 6.4).
pub fn place_goes<P: Ord>(schedule: &Schedule<P>) -> Option<Time> {
    after_the_end(schedule, PLACE)
}

/// When nothing of a plan is left; none while it goes on.
pub fn plan_goes<P: Ord>(schedule: &Schedule<P>) -> Option<Time> {
    after_the_end(schedule, THE_REST)
}

fn after_the_end<P: Ord>(schedule: &Schedule<P>, long: Duration) -> Option<Time> {
    match schedule.plan.state {
        PlanState::Ended(ended) => Some(ended + long),
        _ => None,
    }
}
