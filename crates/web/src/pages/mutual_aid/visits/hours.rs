//! Hours of the week in a form: some days, and one or two stretches of each.

use ::mutual_aid::rules::hours::{Hours, WEEK, named, time, word};
use commons::refusal::{Message, Problem};
use rota::time::Window;
use serde::Serialize;

/// Hours as typed.
pub(in crate::pages::mutual_aid) struct Typed<'a> {
    /// The days that were ticked.
    pub(in crate::pages::mutual_aid) days: &'a [String],
    /// From when to when, twice.
    pub(in crate::pages::mutual_aid) pairs: [(&'a String, &'a String); 2],
}

/// Reads them. Two empty fields are no stretch; half of one is to correct.
pub(in crate::pages::mutual_aid) fn read(typed: &Typed<'_>, problems: &mut Vec<Problem>) -> Vec<Window> {
    let days = typed.days.iter().filter_map(|day| named(day)).collect();
    let mut stretches = Vec::new();
    for ((from, until), field) in typed.pairs.iter().zip(["from1", "from2"]) {
        if from.trim().is_empty() && until.trim().is_empty() {
            continue;
        }
        match (time(from), time(until)) {
            (Some(from), Some(until)) => stretches.push((from, until)),
            _ => problems.push(Problem::new(field, Message::new("hours-unreadable"))),
        }
    }
    Hours { days, stretches }.windows()
}

/// A day, as a box to tick.
#[derive(Debug, Serialize)]
pub(in crate::pages::mutual_aid) struct DayShown {
    value: &'static str,
    on: bool,
}

/// Hours as a form shows them.
#[derive(Debug, Serialize)]
pub(in crate::pages::mutual_aid) struct HoursShown {
    days: Vec<DayShown>,
    from1: String,
    until1: String,
    from2: String,
    until2: String,
}

impl HoursShown {
    pub(in crate::pages::mutual_aid) fn of_windows(windows: &[Window]) -> Self {
        Self::of(&Hours::of(windows))
    }

    pub(in crate::pages::mutual_aid) fn of(hours: &Hours) -> Self {
        let at = |place: usize| hours.stretches.get(place).copied();
        let shown =
            |time: Option<chrono::NaiveTime>| time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
        let days = WEEK.into_iter().map(|day| DayShown { value: word(day), on: hours.days.contains(&day) });
        Self {
            days: days.collect(),
            from1: shown(at(0).map(|one| one.0)),
            until1: shown(at(0).map(|one| one.1)),
            from2: shown(at(1).map(|one| one.0)),
            until2: shown(at(1).map(|one| one.1)),
        }
    }
}

/// Hours in words: days, and from when to when.
#[derive(Debug, Serialize)]
pub(in crate::pages::mutual_aid) struct HoursTold {
    /// Keys of the days.
    days: Vec<String>,
    whole_week: bool,
    stretches: Vec<(String, String)>,
}

impl HoursTold {
    pub(in crate::pages::mutual_aid) fn of(windows: &[Window]) -> Self {
        let hours = Hours::of(windows);
        let shown = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        Self {
            whole_week: hours.days.len() == WEEK.len(),
            days: hours.days.iter().map(|day| word(*day).to_owned()).collect(),
            stretches: hours.stretches.iter().map(|(from, until)| (shown(*from), shown(*until))).collect(),
        }
    }
}
