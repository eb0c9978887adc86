//! What stands on paper (`mutual-aid` V12): her own visits for whoever comes, first names for whoever is visited. Nothing
//! here draws a page.

use super::ladder::place_shown;
use super::plan::Schedule;
use super::sight::slot_goes;
use super::slot::{Manner, Slot, State};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use rota::Time;
use rota::time::local_day;

/// One visit on the sheet of somebody who comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    pub from: NaiveTime,
    /// How long, in minutes.
    pub minutes: u32,
    /// How.
    pub manner: Manner,
    /// Until which day the place may stand there; then the sheet is torn up. None: it does not stand there yet, as with a
    /// home address before the evening.
    pub place_until: Option<NaiveDate>,
}

/// Her own visits to come, by time, and no others.
pub fn of_visitor<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, who: P, now: Time) -> Vec<Line> {
    let line = |slot: &Slot<P>| {
        let (from, until) = place_shown(zone, &schedule.plan.place, slot, slot.taken_since(who)?);
        let place_until = (from <= now).then(|| local_day(zone, until));
        Some(Line { date: slot.date, from: slot.from, minutes: slot.minutes, manner: slot.manner, place_until })
    };
    let mut lines: Vec<Line> = to_come(zone, schedule, now).filter_map(line).collect();
    lines.sort_by_key(|line| (line.date, line.from));
    lines
}

/// For whoever is visited: when, and who comes.
pub fn of_person<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, now: Time) -> Vec<(NaiveDate, NaiveTime, Vec<P>)> {
    let line = |slot: &Slot<P>| (slot.date, slot.from, slot.visitors().collect());
    let mut lines: Vec<_> = to_come(zone, schedule, now).map(line).collect();
    lines.sort();
    lines
}

/// The day on which any sheet of this plan is torn up at the latest.
pub fn torn_up_on<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>) -> Option<NaiveDate> {
    schedule.slots.iter().map(|slot| slot_goes(zone, schedule, slot)).max().map(|at| local_day(zone, at))
}

fn to_come<P: Copy + Ord>(zone: Tz, schedule: &Schedule<P>, now: Time) -> impl Iterator<Item = &Slot<P>> {
    schedule.slots.iter().filter(move |slot| slot.state == State::ToCome && slot.when(zone).end > now)
}
