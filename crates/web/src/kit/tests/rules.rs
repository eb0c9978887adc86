//! What holds whatever comes in, and what holds in every template of the default theme.

use crate::kit::client::TrustedProxies;
use crate::kit::theme::Theme;
use crate::kit::typed::Typed;
use crate::kit::typography::{Habits, KEEP_CLOSE, KEEP_OPEN, keep, typo, typo_html};
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_bytes_are_a_form_or_refused(body in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        if let Ok(typed) = Typed::read(&body) {
            prop_assert!(typed.fields().count() <= 100);
            prop_assert!(!typed.cleaned().has_control_characters());
        }
    }

    #[test]
    fn what_is_typed_is_what_is_read(fields in proptest::collection::vec(("[a-z]{1,9}", "\\PC{0,40}"), 0..20)) {
        let body = serde_urlencoded::to_string(&fields).unwrap();
        let typed = Typed::read(body.as_bytes()).unwrap();
        let read: Vec<_> = typed.fields().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        prop_assert_eq!(read, fields);
    }

    #[test]
    fn typography_changes_no_letter_and_no_kept_word(before in "[ a-zé0-9:;?«»'.]{0,30}", kept in "\\PC{0,30}", after in "[ a-zé0-9:;?«»'.]{0,30}") {
        let kept: String = kept.chars().filter(|c| !matches!(*c, KEEP_OPEN | KEEP_CLOSE)).collect();
        let set = typo(&format!("{before}{}{after}", keep(&kept)), Habits::French);
        prop_assert!(set.contains(&kept));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && *c != 'º').collect::<String>();
        let numero = |text: &str| letters(text).replace('o', "");
        prop_assert_eq!(numero(&set), numero(&format!("{before}{kept}{after}")));
    }

    #[test]
    fn typography_is_put_on_once(text in "\\PC{0,60}") {
        for habits in [Habits::French, Habits::English] {
            let once = typo(&text, habits);
            prop_assert_eq!(typo(&once, habits), once.clone());
            let _ = typo_html(&text, habits);
        }
    }

    #[test]
    fn any_header_gives_a_client(forwarded in proptest::collection::vec("\\PC{0,40}", 0..4)) {
        let trusted = TrustedProxies::read(["0.0.0.0/0", "::/0"]).unwrap();
        let _ = trusted.client("10.0.0.1".parse().ok(), forwarded.iter().map(String::as_str));
    }
}

/// Name and text of every template and mail of the default theme.
fn templates() -> Vec<(String, String)> {
    let theme = Theme::embedded();
    let names = theme.names("templates/").into_iter().chain(theme.names("mail/"));
    let read = names.filter(|name| name.ends_with(".html") || name.ends_with(".txt"));
    read.map(|name| (name.clone(), String::from_utf8(theme.read(&name).unwrap().to_vec()).unwrap())).collect()
}

/// `text` without what stands between `open` and `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + " " + part.split_once(close).map_or("", |(_, after)| after))
}

/// What is left of a template once comments, names of classes, statements and values are gone.
fn markup(text: &str) -> String {
    let blocks = ["shape", "paper"].map(|block| format!("{{% block {block} %}}"));
    let text = blocks.iter().fold(without(text, "{#", "#}"), |text, block| without(&text, block, "{% endblock %}"));
    without(&without(&text, "{%", "%}"), "{{", "}}")
}

#[test]
fn every_visible_word_comes_from_a_message_file() {
    for (name, text) in templates() {
        let markup = markup(&text);
        let bare = ["describedby", "invalid"]
            .iter()
            .fold(markup.clone(), |text, aria| without(&text, &format!(" aria-{aria}=\""), "\""));
        let words = if name.ends_with(".html") { without(&bare, "<", ">") } else { bare };
        assert!(
            !words.contains(char::is_alphabetic),
            "{name}: {}",
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        for attribute in ["aria-label=\"", "title=\"", "alt=\"", "placeholder="] {
            for value in markup.split(&format!(" {attribute}")).skip(1) {
                let value = value.split('"').next().unwrap_or_default();
                assert!(!value.contains(char::is_alphabetic), "{name}: {attribute}{value}");
            }
        }
        for argument in ["label", "title", "text", "hint", "legend", "caption", "over", "lead", "back", "name"] {
            for call in text.split(&format!(" {argument}=\"")).skip(1) {
                let value = call.split('"').next().unwrap_or_default();
                let is_word = value.contains(' ') || value.contains(char::is_uppercase) || !value.is_ascii();
                assert!(!is_word || value.contains("{{"), "{name}: {argument}=\"{value}\"");
            }
        }
    }
}

#[test]
fn no_template_needs_a_script_or_a_style_of_its_own() {
    for (name, text) in templates() {
        let low = text.to_lowercase();
        for never in [
            "<script",
            "style=",
            "<style",
            " onclick",
            " onload",
            "javascript:",
            "http://",
            " disabled",
            "placeholder=",
            "method=\"get\" action",
        ] {
            assert!(!low.contains(never), "{name}: {never}");
        }
        for svg in text.split("<svg").skip(1) {
            let tag = svg.split('>').next().unwrap_or_default();
            assert!(
                tag.contains("width=") && tag.contains("height="),
                "{name}: an svg without its size fills the screen when styles are missing"
            );
        }
        let forms = text.matches("<form ").count();
        let allowed = usize::from(name == "templates/parts/form.html" || name == "templates/base.html");
        assert_eq!(
            forms, allowed,
            "{name}: forms are written with form.post, which carries the token; only the quick exit has none"
        );
    }
}

#[test]
fn the_style_sheet_keeps_its_rules() {
    let theme = Theme::embedded();
    let css = String::from_utf8(theme.read("static/parpour.css").unwrap().to_vec()).unwrap();
    let rules = without(&css, "/*", "*/");
    for never in ["@layer", "@import", "http:", "https:", "url(data", ":has(", ":is(", "color-mix"] {
        assert!(!rules.contains(never), "{never}");
    }
    for address in rules.split("url(").skip(1) {
        let file = address.split(')').next().unwrap();
        assert!(theme.read(&format!("static/{file}")).is_some(), "{file}");
    }
    assert!(theme.read("static/andika-license.txt").is_some(), "the font travels with its licence");
}

/// Ratio of contrast of two colours (WCAG 2), from their `#rrggbb`.
#[allow(clippy::float_arithmetic, reason = "a contrast is a fraction; nobody is counted here")]
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn tokens(block: &str) -> std::collections::BTreeMap<&str, &str> {
    let pairs = block.split(['{', '}', ';']).filter_map(|pair| pair.trim().strip_prefix("--")?.split_once(':'));
    pairs.filter(|(_, value)| value.len() == 7 && value.starts_with('#')).collect()
}

#[test]
fn every_text_stands_out_seven_to_one_by_day_and_by_night() {
    let theme = Theme::embedded();
    let css = String::from_utf8(theme.read("static/parpour.css").unwrap().to_vec()).unwrap();
    let block = |start: &str| css.split_once(start).unwrap().1.split_once('}').unwrap().0;
    let day = tokens(block(":root{"));
    let mut night = day.clone();
    night.extend(tokens(block("html[data-theme=\"sombre\"]{")));
    for (name, colours) in [("day", day), ("night", night)] {
        let ratio = |text: &str, behind: &str| contrast(colours[text], colours[behind]);
        let papers = ["y", "g", "p", "o", "b", "l", "s"];
        let mut pairs: Vec<(String, String)> = Vec::new();
        for behind in ["paper", "table"] {
            pairs.extend(["ink", "ink-2", "act"].map(|text| (text.to_owned(), behind.to_owned())));
        }
        for paper in papers {
            let tint = format!("{paper}-tint");
            pairs.extend(
                ["ink".to_owned(), "ink-2".to_owned(), "act".to_owned(), format!("{paper}-ink")]
                    .map(|text| (text, tint.clone())),
            );
        }
        pairs.extend(["yes", "wait", "stop", "info"].map(|state| (state.to_owned(), format!("{state}-tint"))));
        for (text, behind) in pairs {
            assert!(ratio(&text, &behind) >= 7.0, "{name}: {text} on {behind} is {:.2}", ratio(&text, &behind));
        }
    }
}
