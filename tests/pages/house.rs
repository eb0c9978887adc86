//! What is true of every answer, whatever was asked (`reliability D14`, R-41).

use crate::visitor::{Answer, Ask, select, words};
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers of every answer.
const HEADERS: [(&str, &str); 8] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-robots-tag", "noindex, nofollow"),
    ("x-permitted-cross-domain-policies", "none"),
];

/// Words that no title may hold: names and titles that the tests write everywhere else.
const NOT_IN_TITLES: [&str; 9] =
    ["Solange", "Ovila", "Noëlla", "Télesphore", "Lucille", "Éloi", "congélateur", "Tasse", "Grain"];

/// Fails when an answer breaks a rule.
pub fn rules(answer: &Answer, ask: &Ask, public: &str) {
    let about = format!("{} {} -> {}", ask.method, ask.path, answer.status);
    assert!(answer.status < 500, "{about}:\n{}", answer.text());
    headers(answer, &about, public);
    for cookie in &answer.cookies {
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
            "{about}: {cookie}"
        );
        assert_eq!(cookie.contains("Secure"), public.starts_with("https"), "{about}: {cookie}");
    }
    if answer.is_html() && !answer.body.is_empty() {
        page(answer, &about, ask);
    } else if answer.status >= 400 {
        panic!("{about}: a no without a page");
    }
}

fn headers(answer: &Answer, about: &str, public: &str) {
    for (name, value) in HEADERS {
        assert_eq!(answer.header(name), value, "{about}: {name}");
    }
    for power in ["camera=()", "geolocation=()", "microphone=()"] {
        assert!(answer.header("permissions-policy").contains(power), "{about}");
    }
    assert_eq!(answer.headers.contains_key("strict-transport-security"), public.starts_with("https"), "{about}");
    let kept = answer.header("cache-control");
    if answer.path.starts_with("/static/") && answer.status == 200 && kept != "no-store" {
        assert_eq!(kept, "public, max-age=31536000, immutable", "{about}");
    } else {
        assert_eq!(kept, "no-store", "{about}");
    }
    if !answer.location().is_empty() {
        assert!(
            answer.location().starts_with('/') && !answer.location().starts_with("//"),
            "{about}: {}",
            answer.location()
        );
    }
}

fn page(answer: &Answer, about: &str, ask: &Ask) {
    let page = answer.html();
    assert!(page.errors.is_empty(), "{about}: {:?}\n{}", page.errors, answer.body);
    nothing_active(&page, answer, about);
    let lang = page.root_element().value().attr("lang").unwrap_or_default().to_owned();
    assert!(["fr-CA", "fr-CA-x-vous", "en", "en-CA"].contains(&lang.as_str()), "{about}: lang {lang:?}");
    let title = select(&page, "title").into_iter().map(|title| title.text().collect::<String>()).collect::<String>();
    assert!(!title.trim().is_empty(), "{about}: no title");
    for word in NOT_IN_TITLES {
        assert!(!title.contains(word), "{about}: the title tells too much: {title:?}");
    }
    ids_and_labels(&page, about);
    if !String::from_utf8_lossy(&ask.body).contains("%7B%7B") {
        nothing_is_unfilled(&page, about);
    }
    words_are_filled(&page, about, lang.starts_with("fr"));
}

fn nothing_active(page: &Html, answer: &Answer, about: &str) {
    for never in ["<script", "<style", "<iframe", "<object", "<embed", "javascript:", "<base"] {
        assert!(!answer.body.contains(never), "{about}: {never}");
    }
    for element in select(page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(name != "style" && !name.starts_with("on"), "{about}: {name}={value}");
            if ["href", "src", "action", "formaction"].contains(&name) {
                let ours = value.starts_with('/') && !value.starts_with("//") || value.starts_with('#');
                let weather = answer.path == "/exit" && value == web::kit::app::WEATHER;
                // A telephone number is dialled, and goes to no site.
                let number = value.strip_prefix("tel:").filter(|_| name == "href");
                let dialled =
                    number.is_some_and(|number| number.bytes().all(|byte| byte == b'+' || byte.is_ascii_digit()));
                assert!(ours || weather || dialled, "{about}: {name}={value}");
            }
        }
    }
}

fn ids_and_labels(page: &Html, about: &str) {
    let mut ids = BTreeSet::new();
    for element in select(page, "[id]") {
        let id = element.value().attr("id").unwrap();
        assert!(ids.insert(id), "{about}: two elements called {id}");
    }
    let labelled: BTreeSet<&str> =
        select(page, "label[for]").iter().filter_map(|label| label.value().attr("for")).collect();
    for field in select(page, "input:not([type=hidden]), textarea, select") {
        let id = field.value().attr("id").unwrap_or_default();
        assert!(
            labelled.contains(id) || field.value().attr("aria-label").is_some(),
            "{about}: a field without a label: {}",
            field.html()
        );
    }
    for pointing in select(page, "[aria-describedby], [aria-labelledby]") {
        let value = pointing.value();
        let named = [value.attr("aria-describedby"), value.attr("aria-labelledby")].into_iter().flatten();
        for id in named.flat_map(str::split_whitespace) {
            assert!(ids.contains(id), "{about}: nothing is called {id}");
        }
    }
    let mut sections = BTreeSet::new();
    for section in select(page, "section[aria-labelledby]") {
        let name = name_of(page, section.value().attr("aria-labelledby").unwrap());
        assert!(sections.insert(name.clone()), "{about}: two sections that a screen reader calls {name:?}");
    }
    for form in select(page, "form[method=post]") {
        let action = form.value().attr("action").unwrap();
        let html = form.html();
        assert!(
            action == "/exit" || html.contains("name=\"csrf\"") && html.contains("name=\"nonce\""),
            "{about}: {action}"
        );
    }
}

/// The words of the elements with these ids.
fn name_of(page: &Html, ids: &str) -> String {
    ids.split_whitespace().flat_map(|id| select(page, &format!("[id='{id}']"))).map(words).collect()
}

/// Braces that the tests of bad input type: shown as they were typed, wherever those words are read again.
const TYPED_BRACES: [&str; 2] = ["{{ 7*7 }}", "{% raw %}"];

fn nothing_is_unfilled(page: &Html, about: &str) {
    let mut ours = page.clone();
    // Versions beside each other are cut between two words of what people typed, braces too.
    let compared: Vec<_> = select(page, ".kept:has(ins, del)").iter().map(|kept| kept.id()).collect();
    for id in compared {
        ours.tree.get_mut(id).unwrap().detach();
    }
    let body = TYPED_BRACES.iter().fold(ours.html(), |body, typed| body.replace(typed, ""));
    for never in ["{ $", "{$", "{{", "}}", "{%", "\u{2068}", "\u{2069}"] {
        assert!(!body.contains(never), "{about}: {never:?} is not filled");
    }
}

fn words_are_filled(page: &Html, about: &str, french: bool) {
    let catalogue = Catalogue::get();
    let typed: Vec<ElementRef<'_>> = select(page, "pre, code, .kept, textarea, [data-typed]");
    for node in select(page, "body *") {
        if typed.iter().any(|one| one.id() == node.id()) {
            continue;
        }
        let own = node.children().filter_map(|child| child.value().as_text().map(|text| text.trim().to_owned()));
        for text in own.chain(node.value().attr("aria-label").map(str::to_owned)).filter(|text| !text.is_empty()) {
            assert!(!catalogue.keys.contains(&text), "{about}: a key is shown: {text:?}");
            if is_in_another_language(node) {
                continue;
            }
            if french {
                assert!(!catalogue.english_only.contains(&text), "{about}: English on a French page: {text:?}");
            } else {
                assert!(!catalogue.french_only.contains(&text), "{about}: French on an English page: {text:?}");
            }
        }
    }
}

/// Whether the element, or one around it below the page itself, says that its words are in another language.
fn is_in_another_language(node: ElementRef<'_>) -> bool {
    let around = node.ancestors().filter_map(ElementRef::wrap).chain([node]);
    around.filter(|one| one.value().name() != "html").any(|one| one.value().attr("lang").is_some())
}

/// Every message of the default theme.
pub struct Catalogue {
    /// Keys with a hyphen, which no sentence is.
    pub keys: BTreeSet<String>,
    /// Whole messages that only English has.
    pub english_only: BTreeSet<String>,
    /// Whole messages that only French has.
    pub french_only: BTreeSet<String>,
    /// English, by key.
    pub english: BTreeMap<String, String>,
    /// French, by key.
    pub french: BTreeMap<String, String>,
}

impl Catalogue {
    /// The one of the default theme.
    pub fn get() -> &'static Self {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| {
            let (english, french) = (messages("en"), messages("fr-CA"));
            // A group chooses its own word for a member: it may be that of the other language.
            let plain = |text: &&String| !text.contains('{') && text.chars().count() > 3 && !text.starts_with("membre");
            let all = |map: &BTreeMap<String, String>| map.values().filter(plain).cloned().collect::<BTreeSet<_>>();
            let (in_english, in_french) = (all(&english), all(&french));
            let vous = all(&messages("fr-CA-x-vous"));
            Self {
                keys: english.keys().filter(|key| key.contains('-')).cloned().collect(),
                english_only: in_english.iter().filter(|text| !in_french.contains(*text)).cloned().collect(),
                french_only: in_french.union(&vous).filter(|text| !in_english.contains(*text)).cloned().collect(),
                english,
                french,
            }
        })
    }
}

fn messages(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../themes/default/messages").join(language);
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let mut key = None;
        for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            if line.starts_with(' ') || line.starts_with('}') {
                if let Some(text) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                    *text = format!("{text} {}", line.trim()).trim().to_owned();
                }
            } else if let Some((name, text)) = line.split_once(" =").filter(|_| !line.starts_with('#')) {
                messages.insert(name.to_owned(), text.trim().to_owned());
                key = Some(name.to_owned());
            } else {
                key = None;
            }
        }
    }
    messages
}

/// Words that are the same in both languages: names, and words that both share.
const SAME_IN_BOTH: [&str; 18] = [
    "charter-value-address-vous",
    "charter-value-language-en",
    "choice-abstention",
    "data-said-question",
    "data-version-number",
    "incident-number",
    "letter-commission-to",
    "list-discussions",
    "menu",
    "powers-signers",
    "result-part",
    "site-name",
    "step-talk",
    "step-vote",
    "talk-questions",
    "tree-version",
    "versions-version",
    "visits-minutes-unit",
];

/// A message without what is filled in later.
fn without_placeables(text: &str) -> String {
    let parts = text.split('{').enumerate();
    parts
        .map(|(place, part)| if place == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .collect()
}

#[test]
fn no_message_is_left_in_the_other_language() {
    let catalogue = Catalogue::get();
    assert!(catalogue.english.len() > 300, "only {} messages were read", catalogue.english.len());
    let same = catalogue.english.iter().filter(|(key, text)| catalogue.french.get(*key) == Some(*text));
    let same = same.filter(|(_, text)| without_placeables(text).chars().filter(|c| c.is_alphabetic()).count() > 3);
    let same: Vec<_> = same.filter(|(key, _)| !SAME_IN_BOTH.contains(&key.as_str())).collect();
    assert!(same.is_empty(), "{same:#?}");
}

/// Keys that the code names as they are must be there: a missing one would break the page that says it.
#[test]
fn every_key_of_the_code_has_its_words() {
    let catalogue = Catalogue::get();
    let mut asked = 0;
    let mut missing = Vec::new();
    for krate in ["commons", "membership", "decisions", "mutual-aid", "web", "parpour"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(krate).join("src");
        for (path, text) in sources(&folder) {
            let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            for mark in ["Message::new(\"", "::conflict(\"", "say(&Message::new(\"", "\"done-"] {
                for after in code.split(mark).skip(1) {
                    let end = after.split('"').next().unwrap_or_default();
                    let key = if mark == "\"done-" { format!("done-{end}") } else { end.to_owned() };
                    asked += 1;
                    if key != "done-" && !catalogue.french.contains_key(&key) {
                        missing.push((path.clone(), key));
                    }
                }
            }
        }
    }
    assert!(asked > 150, "only {asked} keys were found in the code");
    assert!(missing.is_empty(), "{missing:#?}");
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if name == "tests" {
                continue;
            }
            found.extend(sources(&path));
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}
