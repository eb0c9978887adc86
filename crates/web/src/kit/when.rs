//! Days and times in words, on the wall clock of the group (decisions C8): weekday always written,
//! no conversion, and the zone named where a deadline is told.

use super::messages::{MessageError, Messages, args};
use chrono::{DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use chrono_tz::Tz;
use commons::clock::Time;
use fluent_bundle::{FluentArgs, FluentValue};

impl Messages {
    /// "vendredi 27 novembre", with the year if asked.
    ///
    /// # Errors
    /// When a message is missing from the theme.
    pub fn day(&self, day: NaiveDate, year: bool) -> Result<String, MessageError> {
        self.text(if year { "when-day-year" } else { "when-day" }, &day_args(day))
    }

    /// "vendredi 27 novembre à 20 h", with the year if asked. In the hour that autumn repeats, it says
    /// which of the two.
    ///
    /// # Errors
    /// When a message is missing from the theme.
    pub fn day_time(&self, at: Time, zone: Tz, year: bool) -> Result<String, MessageError> {
        self.text(if year { "when-day-year-time" } else { "when-day-time" }, &time_args(at, zone))
    }

    /// "20 h", "14 h 30".
    ///
    /// # Errors
    /// When a message is missing from the theme.
    pub fn hour(&self, at: Time, zone: Tz) -> Result<String, MessageError> {
        self.text("when-hour", &time_args(at, zone))
    }

    /// "19 h 30": an hour of any day.
    ///
    /// # Errors
    /// When a message is missing from the theme.
    pub fn clock(&self, at: NaiveTime) -> Result<String, MessageError> {
        self.text("when-hour", &args(clock_args(NaiveDate::default().and_time(at))))
    }

    /// "vendredi 27 novembre à 20 h (heure de Montréal)".
    ///
    /// # Errors
    /// When a message is missing from the theme.
    pub fn deadline(&self, at: Time, zone: Tz) -> Result<String, MessageError> {
        self.text("when-deadline", &time_args(at, zone))
    }

    /// "heure de Montréal": the zone in words.
    ///
    /// # Errors
    /// When a message is missing from the theme.
    pub fn zone(&self, zone: Tz) -> Result<String, MessageError> {
        self.text("when-zone", &zone_args(zone))
    }
}

/// Reads an instant as queries give it to templates (RFC 3339).
///
/// # Errors
/// When `text` is none.
pub fn instant(text: &str) -> Result<Time, MessageError> {
    DateTime::parse_from_rfc3339(text).map(|at| at.to_utc()).map_err(|_| MessageError::Time(text.to_owned()))
}

/// Reads an hour of any day: "19:30".
///
/// # Errors
/// When `text` is none.
pub fn clock(text: &str) -> Result<NaiveTime, MessageError> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| MessageError::Time(text.to_owned()))
}

/// Reads a day, or the day of an instant in `zone`.
///
/// # Errors
/// When `text` is neither.
pub fn date(text: &str, zone: Option<Tz>) -> Result<NaiveDate, MessageError> {
    match (text.parse(), zone) {
        (Ok(day), _) => Ok(day),
        (Err(_), Some(zone)) => Ok(instant(text)?.with_timezone(&zone).date_naive()),
        (Err(_), None) => Err(MessageError::Time(text.to_owned())),
    }
}

fn day_args(day: NaiveDate) -> FluentArgs<'static> {
    args([
        ("weekday", i64::from(day.weekday().number_from_monday()).into()),
        ("day", i64::from(day.day()).into()),
        ("month", i64::from(day.month()).into()),
        // Text, not a number: years are not written in groups of three digits.
        ("year", day.year().to_string().into()),
    ])
}

fn time_args(at: Time, zone: Tz) -> FluentArgs<'static> {
    let local = at.with_timezone(&zone).naive_local();
    let mut all = day_args(local.date());
    for (name, value) in clock_args(local).into_iter().chain(zone_pairs(zone)) {
        all.set(name, value);
    }
    all.set("turn", turn(at, local, zone));
    all
}

fn clock_args(local: NaiveDateTime) -> [(&'static str, FluentValue<'static>); 5] {
    let (afternoon, hour12) = local.hour12();
    let half = match (local.hour(), local.minute()) {
        (0, 0) => "midnight",
        (12, 0) => "noon",
        _ if afternoon => "pm",
        _ => "am",
    };
    [
        ("hour", i64::from(local.hour()).into()),
        ("hour12", i64::from(hour12).into()),
        ("minute", i64::from(local.minute()).into()),
        ("minutes", format!("{:02}", local.minute()).into()),
        ("half", half.into()),
    ]
}

/// Which turn of the hour that autumn repeats: "first", "second", or "only" on every other hour.
fn turn(at: Time, local: NaiveDateTime, zone: Tz) -> &'static str {
    match local.and_local_timezone(zone) {
        LocalResult::Ambiguous(first, _) if first == at => "first",
        LocalResult::Ambiguous(..) => "second",
        LocalResult::Single(_) | LocalResult::None => "only",
    }
}

fn zone_args(zone: Tz) -> FluentArgs<'static> {
    args(zone_pairs(zone))
}

/// The zone as a key ("America-Toronto") for those with a name of their own in the message files, and
/// its city ("St Johns") with whether it begins with a vowel, for the others.
fn zone_pairs(zone: Tz) -> [(&'static str, FluentValue<'static>); 3] {
    let city = zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
    let vowel = city.starts_with(['A', 'E', 'I', 'O', 'U', 'Y', 'H']);
    [
        ("zone", zone.name().replace('/', "-").into()),
        ("city", city.into()),
        ("vowel", if vowel { "yes" } else { "no" }.into()),
    ]
}
