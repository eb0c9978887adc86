//! Message files, days and hours.

use crate::kit::face::HOME_ZONE;
use crate::kit::messages::{MessageError, Messages, Place, Voice};
use crate::kit::theme::{Theme, Themes};
use chrono_tz::Tz;
use commons::clock::Time;
use commons::refusal::Message;
use fluent_bundle::FluentArgs;
use std::fs;

fn words(voice: Voice) -> Messages {
    Messages::load(&Theme::embedded(), voice).unwrap()
}
fn at(text: &str) -> Time {
    text.parse().unwrap()
}
/// No-break spaces shown, so that they can be read in a test.
fn seen(text: String) -> String {
    text.replace('\u{a0}', "_")
}

#[test]
fn a_deadline_is_told_with_its_weekday_hour_and_zone() {
    let friday = at("2026-11-28T01:00:00Z");
    let fr = words(Voice::FrTu);
    assert_eq!(seen(fr.day_time(friday, HOME_ZONE, false).unwrap()), "vendredi 27_novembre à 20_h");
    assert_eq!(seen(fr.deadline(friday, HOME_ZONE).unwrap()), "vendredi 27_novembre à 20_h (heure de Montréal)");
    assert_eq!(seen(fr.day_time(friday, HOME_ZONE, true).unwrap()), "vendredi 27_novembre 2026 à 20_h");
    assert_eq!(seen(fr.hour(at("2026-11-27T19:30:00Z"), HOME_ZONE).unwrap()), "14_h_30");
    assert_eq!(seen(fr.day("2026-12-01".parse().unwrap(), false).unwrap()), "mardi 1er_décembre");
    let en = words(Voice::En);
    assert_eq!(seen(en.day_time(friday, HOME_ZONE, false).unwrap()), "Friday, November 27 at 8_p.m.");
    assert_eq!(seen(en.deadline(friday, HOME_ZONE).unwrap()), "Friday, November 27 at 8_p.m. (Montréal time)");
    assert_eq!(seen(en.hour(at("2026-11-27T19:05:00Z"), HOME_ZONE).unwrap()), "2:05_p.m.");
    assert_eq!(seen(en.hour(at("2026-11-27T17:00:00Z"), HOME_ZONE).unwrap()), "noon");
    assert_eq!(seen(en.hour(at("2026-11-27T05:30:00Z"), HOME_ZONE).unwrap()), "12:30_a.m.");
    assert_eq!(seen(en.day("2026-12-01".parse().unwrap(), true).unwrap()), "Tuesday, December 1, 2026");
}

#[test]
fn zones_without_a_name_of_their_own_are_told_by_their_city() {
    let fr = words(Voice::FrTu);
    for (zone, told) in [
        (Tz::America__Halifax, "heure d’Halifax"),
        (Tz::America__Vancouver, "heure de Vancouver"),
        (Tz::America__St_Johns, "heure de Terre-Neuve"),
        (Tz::Europe__Paris, "heure de Paris"),
        (Tz::America__Argentina__Buenos_Aires, "heure de Buenos Aires"),
        (Tz::Africa__Abidjan, "heure d’Abidjan"),
        (Tz::UTC, "temps universel"),
    ] {
        assert_eq!(fr.zone(zone).unwrap(), told);
    }
    assert_eq!(words(Voice::En).zone(Tz::Europe__Paris).unwrap(), "Paris time");
}

#[test]
fn both_changes_of_clock_are_told_on_the_wall_clock() {
    let fr = words(Voice::FrTu);
    let paris = Tz::Europe__Paris;
    for (instant, zone, told) in [
        // Spring: one minute before, and the minute after, which is an hour later on the wall.
        ("2027-03-14T06:59:00Z", HOME_ZONE, "dimanche 14_mars à 1_h_59"),
        ("2027-03-14T07:00:00Z", HOME_ZONE, "dimanche 14_mars à 3_h"),
        ("2027-03-28T00:59:00Z", paris, "dimanche 28_mars à 1_h_59"),
        ("2027-03-28T01:00:00Z", paris, "dimanche 28_mars à 3_h"),
        // Autumn: the hour that comes twice.
        ("2027-11-07T05:30:00Z", HOME_ZONE, "dimanche 7_novembre à 1_h_30, avant le changement d’heure"),
        ("2027-11-07T06:30:00Z", HOME_ZONE, "dimanche 7_novembre à 1_h_30, après le changement d’heure"),
        ("2027-11-07T07:00:00Z", HOME_ZONE, "dimanche 7_novembre à 2_h"),
        ("2027-10-31T00:30:00Z", paris, "dimanche 31_octobre à 2_h_30, avant le changement d’heure"),
        ("2027-10-31T01:30:00Z", paris, "dimanche 31_octobre à 2_h_30, après le changement d’heure"),
    ] {
        assert_eq!(seen(fr.day_time(at(instant), zone, false).unwrap()), told, "{instant}");
    }
}

#[test]
fn a_message_becomes_a_sentence_with_all_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let ftl = "told = { $who } dit : { $what }, le { $day }, avant { $until } ({ $count } { $members } ?)\ninner = l'essai no { $n }\n";
    fs::create_dir_all(folder.path().join("lilas/messages/fr-CA")).unwrap();
    fs::write(folder.path().join("lilas/messages/fr-CA/more.ftl"), ftl).unwrap();
    let themes = Themes::with_folder(folder.path()).unwrap();
    let fr = Messages::load(themes.get("lilas"), Voice::FrTu).unwrap();
    let place = Place { zone: HOME_ZONE, member: "complice".to_owned(), members: "complices".to_owned() };
    let message = Message::new("told")
        .with("who", "Ana d'Or ?")
        .with("what", Message::new("inner").with("n", 3_i64))
        .with("day", chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap())
        .with("until", at("2026-11-28T01:00:00Z"))
        .with("count", 2_000_i64);
    let told = "Ana d'Or ? dit_: l’essai nº_3, le mardi 1er_décembre 2026, avant vendredi 27_novembre à 20_h (2_000 complices?)";
    assert_eq!(seen(fr.say(&message, &place).unwrap()), told);
    let missing = Message::new("told").with("who", "Ana");
    assert!(matches!(fr.say(&missing, &place), Err(MessageError::Incomplete(key, ..)) if key == "told"));
    assert!(matches!(fr.say(&Message::new("nowhere"), &place), Err(MessageError::Missing(..))));
}

#[test]
fn vous_falls_back_to_the_words_it_shares_with_tu() {
    let (tu, vous) = (words(Voice::FrTu), words(Voice::FrVous));
    let none = FluentArgs::new();
    assert_eq!(tu.text("form-kept", &none).unwrap(), "Ce que tu as écrit est gardé.");
    assert_eq!(vous.text("form-kept", &none).unwrap(), "Ce que vous avez écrit est gardé.");
    assert_eq!(vous.text("menu", &none).unwrap(), tu.text("menu", &none).unwrap());
    assert_eq!(Voice::FrVous.tag(), "fr-CA");
}

#[test]
fn a_theme_changes_one_message_and_keeps_the_others() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("lilas/messages/en")).unwrap();
    fs::write(folder.path().join("lilas/messages/en/common.ftl"), "tab-me = My corner\n").unwrap();
    let themes = Themes::with_folder(folder.path()).unwrap();
    let en = Messages::load(themes.get("lilas"), Voice::En).unwrap();
    let none = FluentArgs::new();
    assert_eq!(en.text("tab-me", &none).unwrap(), "My corner");
    assert_eq!(en.text("tab-today", &none).unwrap(), "Today");
}

#[test]
fn a_file_that_does_not_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("lilas/messages/en")).unwrap();
    fs::write(folder.path().join("lilas/messages/en/bad.ftl"), "= what\n").unwrap();
    let themes = Themes::with_folder(folder.path()).unwrap();
    let error = Messages::load(themes.get("lilas"), Voice::En).unwrap_err();
    assert!(error.to_string().starts_with("lilas/messages/en/bad.ftl: "), "{error}");
}

type Keys = std::collections::BTreeMap<String, std::collections::BTreeSet<String>>;

const FILES: [&str; 7] = ["common", "today", "membership", "decisions", "rota", "mutual-aid", "parpour"];

/// Keys of a file and the arguments each uses, from its text. A file that is not there has none.
fn keys(theme: &Theme, folder: &str, file: &str) -> Keys {
    let mut found = Keys::new();
    let text = theme.read(&format!("messages/{folder}/{file}.ftl")).unwrap_or_default();
    let mut key = String::new();
    for line in std::str::from_utf8(text).unwrap().lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split(" =").next().unwrap().to_owned();
        }
        let args: &mut std::collections::BTreeSet<String> = found.entry(key.clone()).or_default();
        for part in line.split('$').skip(1).filter(|part| part.starts_with(|c: char| c.is_ascii_lowercase())) {
            args.insert(part.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned());
        }
    }
    found
}

#[test]
fn every_file_of_words_is_compared() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../themes/default/messages");
    for language in ["fr-CA", "fr-CA-x-vous", "en"] {
        for file in fs::read_dir(folder.join(language)).unwrap() {
            let name = file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(FILES.contains(&name.as_str()), "{language}/{name}");
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let theme = Theme::embedded();
    for file in FILES {
        let [fr, vous, en] = ["fr-CA", "fr-CA-x-vous", "en"].map(|folder| keys(&theme, folder, file));
        assert!(!fr.is_empty(), "{file}");
        // Parts of dates differ from one language to the other; what the program asks for does not.
        let asked = |key: &&String| !["when-clock", "when-day-number"].contains(&key.as_str());
        assert_eq!(fr.keys().filter(asked).collect::<Vec<_>>(), en.keys().filter(asked).collect::<Vec<_>>(), "{file}");
        for (key, args) in &vous {
            assert_eq!(Some(args), fr.get(key), "{file}: {key} says vous only to what is said to tu");
        }
        for (key, args) in fr.iter().filter(|(key, _)| !key.starts_with("when-")) {
            assert_eq!(args, &en[key], "{file}: {key} takes the same arguments in both languages");
        }
    }
}

#[test]
fn the_words_are_short_calm_and_leave_typography_to_the_program() {
    let theme = Theme::embedded();
    for folder in ["fr-CA", "fr-CA-x-vous", "en"] {
        let text = std::str::from_utf8(theme.read(&format!("messages/{folder}/common.ftl")).unwrap()).unwrap();
        assert!(!text.contains(['!', '\u{a0}', '’', '…']), "{folder}");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for sentence in line.split(['.', '?']) {
                assert!(sentence.split_whitespace().count() <= 22, "{folder}: {sentence}");
            }
        }
    }
}
