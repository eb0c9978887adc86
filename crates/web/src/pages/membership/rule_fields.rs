//! Rules of the charter as fields of a form and as words to read.

use crate::kit::messages::Messages;
use crate::kit::{Page, PageError, Place};
use commons::clock::Tz;
use commons::refusal::Message;
use membership::effects::value_in_words;
use membership::rules::charter::{Kind, Rule};
use serde::Serialize;

/// A rule as a field.
#[derive(Debug, Serialize)]
pub(in crate::pages) struct RuleField {
    name: &'static str,
    /// `words`, `lines`, `number`, `short`, `select`, `choices` or `day`.
    kind: &'static str,
    label: String,
    hint: String,
    value: String,
    /// What a number counts: "jours".
    unit: Option<String>,
    options: Vec<RuleOption>,
}

#[derive(Debug, Serialize)]
struct RuleOption {
    value: String,
    label: String,
}

impl RuleField {
    /// The same field under another name and label, where one rule alone is written.
    #[must_use]
    pub(in crate::pages) fn called(self, name: &'static str, label: String) -> Self {
        Self { name, label, ..self }
    }
}

/// Zones offered to founders; a charter may name any other.
const ZONES: [&str; 18] = [
    "America/Toronto",
    "America/Halifax",
    "America/Moncton",
    "America/St_Johns",
    "America/Winnipeg",
    "America/Regina",
    "America/Edmonton",
    "America/Vancouver",
    "America/Whitehorse",
    "America/Iqaluit",
    "America/Port-au-Prince",
    "America/Martinique",
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Zurich",
    "Europe/London",
    "Indian/Reunion",
    "UTC",
];

/// Majorities offered to founders; a charter may name any other.
const MAJORITIES: [&str; 5] = ["1/2", "3/5", "2/3", "3/4", "4/5"];

/// Names of the themes installed here, the default one first.
pub(in crate::pages) fn installed(page: &Page) -> Vec<&str> {
    page.app().themes.all().map(|theme| theme.name()).collect()
}

/// The field of `rule`, filled with `value`; `themes` are those to choose from.
pub(in crate::pages) fn field(
    words: &Messages,
    place: &Place,
    themes: &[&str],
    rule: &Rule,
    value: String,
) -> Result<RuleField, PageError> {
    let kind = match rule.kind {
        Kind::Words { .. } => "words",
        Kind::Lines { .. } => "lines",
        Kind::Number { .. } => "number",
        Kind::Quorum => "short",
        Kind::Majority | Kind::Zone | Kind::Theme => "select",
        Kind::OneOf(_) => "choices",
        Kind::Day => "day",
    };
    let label = words.say(&label_of(rule.name), place)?;
    let hint = words.say(&hint_of(rule), place)?;
    let unit = unit_of(rule).map(|unit| words.say(&Message::new(unit), place)).transpose()?;
    let options = options(words, place, themes, rule, &value)?;
    Ok(RuleField { name: rule.name, kind, label, hint, value, unit, options })
}

fn options(
    words: &Messages,
    place: &Place,
    themes: &[&str],
    rule: &Rule,
    value: &str,
) -> Result<Vec<RuleOption>, PageError> {
    let offered: &[&str] = match rule.kind {
        Kind::Majority => &MAJORITIES,
        Kind::Zone => &ZONES,
        Kind::OneOf(choices) => choices,
        Kind::Theme => themes,
        _ => return Ok(Vec::new()),
    };
    let other = (!offered.contains(&value)).then_some(value);
    let all = offered.iter().copied().chain(other);
    all.map(|value| Ok(RuleOption { value: value.to_owned(), label: said(words, place, rule, value)? })).collect()
}

/// What a rule says, in words.
pub(in crate::pages) fn said(words: &Messages, place: &Place, rule: &Rule, value: &str) -> Result<String, PageError> {
    match (rule.kind, value.parse::<Tz>()) {
        (Kind::Zone, Ok(zone)) => Ok(words.zone(zone)?),
        _ => Ok(words.say(&value_in_words(rule.name, value), place)?),
    }
}

/// What a rule is called.
pub(in crate::pages) fn label_of(rule: &str) -> Message {
    Message::keyed(format!("charter-rule-{}", rule.replace('_', "-")))
}

/// What a rule is about.
pub(in crate::pages) fn help_of(rule: &str) -> Message {
    Message::keyed(format!("charter-rule-{}-help", rule.replace('_', "-")))
}

/// What the number of a rule counts, to stand beside its box.
fn unit_of(rule: &Rule) -> Option<&'static str> {
    if !matches!(rule.kind, Kind::Number { .. }) {
        return None;
    }
    rule.name.split('_').find_map(|word| match word {
        "days" => Some("unit-days"),
        "hours" => Some("unit-hours"),
        "months" => Some("unit-months"),
        "seconders" | "askers" => Some("unit-people"),
        "mandates" => Some("unit-mandates"),
        _ => None,
    })
}

/// Within what a rule can be written; none where any words will do.
pub(in crate::pages) fn bounds_of(rule: &Rule) -> Option<Message> {
    Some(match rule.kind {
        Kind::Words { max, .. } | Kind::Lines { max } => Message::new("charter-bounds-words").with("max", max),
        Kind::Number { min, max } => {
            let max = value_in_words(rule.name, &max.to_string());
            Message::new("charter-bounds-number").with("min", min).with("max", max)
        }
        Kind::Quorum => Message::new("charter-bounds-quorum"),
        Kind::Majority => Message::new("charter-bounds-majority"),
        Kind::OneOf(choices) => Message::new("charter-bounds-choices").with("count", choices.len()),
        Kind::Zone => Message::new("charter-bounds-zone"),
        Kind::Day => Message::new("charter-bounds-day"),
        Kind::Theme => Message::new("charter-bounds-theme"),
    })
}

fn hint_of(rule: &Rule) -> Message {
    let help = help_of(rule.name);
    match rule.kind {
        Kind::Number { min, max } => {
            // With its unit: "De 1 à 90 jours".
            let max = value_in_words(rule.name, &max.to_string());
            Message::new("charter-hint-number").with("help", help).with("min", min).with("max", max)
        }
        Kind::Quorum => Message::new("charter-hint-quorum").with("help", help),
        _ => help,
    }
}
