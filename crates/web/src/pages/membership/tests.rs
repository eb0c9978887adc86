//! Every rule and every power has its words, in every voice.

use super::rule_fields::{field, said};
use crate::kit::face::HOME_ZONE;
use crate::kit::messages::Messages;
use crate::kit::theme::Theme;
use crate::kit::{Place, Voice};
use commons::refusal::Message;
use membership::rules::charter::{Kind, RULES, Rule};

fn values(rule: &Rule) -> Vec<String> {
    match rule.kind {
        Kind::OneOf(choices) => choices.iter().map(ToString::to_string).collect(),
        Kind::Number { min, max } => [min, min + 1, max].map(|number| number.to_string()).to_vec(),
        Kind::Quorum => ["12", "33%", "majority"].map(str::to_owned).to_vec(),
        Kind::Majority => ["1/2", "7/10"].map(str::to_owned).to_vec(),
        Kind::Day => ["", "2027-03-31"].map(str::to_owned).to_vec(),
        Kind::Theme => vec!["default".to_owned()],
        Kind::Zone => vec!["Asia/Tokyo".to_owned()],
        Kind::Words { .. } | Kind::Lines { .. } => vec![rule.start.to_owned()],
    }
}

#[test]
fn every_rule_is_asked_and_told_in_every_voice() {
    let (theme, place) = (Theme::embedded(), Place::from(HOME_ZONE));
    for voice in Voice::ALL {
        let words = Messages::load(&theme, voice).unwrap();
        for rule in RULES {
            for value in values(rule) {
                assert!(
                    field(&words, &place, &["default"], rule, value.clone()).is_ok(),
                    "{voice:?}: {} = {value}",
                    rule.name
                );
                assert!(said(&words, &place, rule, &value).is_ok(), "{voice:?}: {} = {value}", rule.name);
            }
        }
    }
}

#[test]
fn every_power_has_a_name_in_every_voice() {
    let theme = Theme::embedded();
    for voice in Voice::ALL {
        let words = Messages::load(&theme, voice).unwrap();
        for power in membership::powers::POWERS.iter().chain(decisions::powers::POWERS) {
            let key = format!("power-{}", power.name.replace('_', "-"));
            assert!(words.say(&Message::keyed(key.clone()), &HOME_ZONE.into()).is_ok(), "{voice:?}: {key}");
        }
    }
}

#[test]
fn a_founder_whose_value_is_not_offered_keeps_it() {
    let (theme, place) = (Theme::embedded(), Place::from(HOME_ZONE));
    let words = Messages::load(&theme, Voice::FrTu).unwrap();
    let zone = RULES.iter().find(|rule| rule.name == "time_zone").unwrap();
    let shown =
        serde_json::to_string(&field(&words, &place, &["default"], zone, "Asia/Tokyo".to_owned()).unwrap()).unwrap();
    assert!(shown.contains(r#""value":"Asia/Tokyo""#) && shown.contains(r#""value":"America/Toronto""#), "{shown}");
}

#[test]
fn a_theme_is_chosen_among_those_that_are_here() {
    let (theme, place) = (Theme::embedded(), Place::from(HOME_ZONE));
    let words = Messages::load(&theme, Voice::FrTu).unwrap();
    let rule = RULES.iter().find(|rule| rule.name == "theme").unwrap();
    let shown = field(&words, &place, &["default", "lilas"], rule, "default".to_owned()).unwrap();
    let shown = serde_json::to_string(&shown).unwrap();
    assert!(shown.contains(r#""kind":"select""#) && shown.contains(r#""value":"lilas""#), "{shown}");
}

#[test]
fn numbers_at_the_foot_of_pages_start_in_the_language_of_the_page() {
    let theme = Theme::embedded();
    let start = |voice| {
        let words = Messages::load(&theme, voice).unwrap();
        super::founding::start_of(&words, &HOME_ZONE.into(), "crisis_lines").unwrap().unwrap()
    };
    assert_eq!(start(Voice::FrTu), RULES.iter().find(|rule| rule.name == "crisis_lines").unwrap().start);
    assert_eq!(start(Voice::En), "988, call or text, day and night\n811, option 2: Info-Social, day and night");
}
