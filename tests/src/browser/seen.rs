//! What is looked at on every page that somebody arrives on.

use super::network::{Request, Traffic};
use super::words::plain;
use super::{Language, Screen};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;

/// Most bytes of a first view, fonts included (ruling 29).
const HEAVIEST: u64 = 60 * 1024;

/// What `look.js` measures.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Look {
    pub(super) address: String,
    pub(super) title: String,
    lang: String,
    pub(super) ready: bool,
    /// Pixels of the page beyond the right edge of the screen.
    pub(super) wide: i64,
    /// What goes there.
    pub(super) beyond: String,
    width: i64,
    scripts: usize,
    handlers: usize,
    pub(super) text: String,
    small: Vec<String>,
    narrow: Vec<String>,
    pub(super) icon: Option<String>,
}

/// What a page weighs for somebody who has never been here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The page alone, as it came.
    pub page: u64,
    /// With styles, fonts and icon.
    pub whole: u64,
    /// Requests, the icon included.
    pub requests: usize,
}

/// The heaviest of each kind of page so far.
static WEIGHTS: Mutex<BTreeMap<String, Weight>> = Mutex::new(BTreeMap::new());
/// Pages that the checker has found sound.
static SOUND: Mutex<Option<HashSet<(Screen, String)>>> = Mutex::new(None);

/// Whether this page, on this screen, has yet to be checked.
pub(super) fn is_new(screen: Screen, page: String) -> bool {
    SOUND.lock().unwrap().get_or_insert_with(HashSet::new).insert((screen, page))
}

/// How texts were painted whose colours the checker has found sound.
static PAINTED: Mutex<Option<HashSet<(Screen, String)>>> = Mutex::new(None);

/// Whether any of this, on this screen, has yet to be checked.
pub(super) fn is_painted_anew(screen: Screen, paint: Vec<String>) -> bool {
    let mut painted = PAINTED.lock().unwrap();
    let painted = painted.get_or_insert_with(HashSet::new);
    // Each of them is noted, also after the first new one.
    paint.into_iter().filter(|one| painted.insert((screen, one.clone()))).count() > 0
}

/// What is expected of a page.
pub(super) struct Expected<'a> {
    pub(super) status: u16,
    pub(super) language: Language,
    pub(super) screen: Screen,
    /// The beginning of every address that may be asked for.
    pub(super) site: &'a str,
    /// What never stands in a title: names, words of a group.
    pub(super) private: &'a [String],
}

/// Everything that is wrong with a page, in words.
pub(super) fn faults(look: &Look, traffic: &Traffic, expected: &Expected<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut wrong = |is_wrong: bool, what: String| {
        if is_wrong {
            faults.push(what);
        }
    };
    let Some(page) = traffic.page() else { return vec!["no page came".to_owned()] };
    wrong(page.status != Some(expected.status), format!("status {:?}, not {}", page.status, expected.status));
    let tag = expected.language.tag();
    wrong(look.lang != tag, format!("its language is {:?}, not {tag:?}", look.lang));
    wrong(!look.title.ends_with("· Parpour"), format!("its title is {:?}", look.title));
    for private in expected.private.iter().filter(|words| plain(&look.title).contains(words.as_str())) {
        wrong(true, format!("its title tells {private:?}: {:?}", look.title));
    }
    wrong(look.wide > 0, format!("it goes {} pixels beyond the right edge: {}", look.wide, look.beyond));
    let width = i64::from(expected.screen.size().0);
    wrong(look.width > width, format!("it is laid out for {} pixels, not {width}", look.width));
    wrong(look.scripts + look.handlers > 0, "it holds a script, a handler or a style of its own".to_owned());
    wrong(!look.small.is_empty(), format!("text below 16 pixels: {:?}", look.small));
    wrong(!look.narrow.is_empty(), format!("targets below 44 pixels: {:?}", look.narrow));
    for hop in traffic.hops.iter().filter(|hop| !hop.starts_with("data:")) {
        wrong(!hop.starts_with(expected.site), format!("it asks {hop}"));
    }
    for request in traffic.requests().filter(|request| request.failure.is_some()) {
        wrong(true, format!("{} failed: {}", request.url, request.failure.clone().unwrap_or_default()));
    }
    let kept = page.headers.get("cache-control").is_none_or(|value| !value.contains("no-store"));
    wrong(kept, "a browser may keep it".to_owned());
    faults
}

/// What the page weighs at a first view, and whether that is too much. `known` is what each of its parts
/// weighed when it came over the network.
pub(super) fn weigh(look: &Look, traffic: &Traffic, known: &mut HashMap<String, u64>) -> (Weight, Option<String>) {
    let parts: Vec<&Request> =
        traffic.requests().filter(|part| part.kind != "Document" && part.url.starts_with("http")).collect();
    for part in parts.iter().filter(|part| !part.from_cache && part.bytes > 0) {
        known.insert(part.url.clone(), part.bytes);
    }
    let urls: HashSet<&str> = parts.iter().map(|part| part.url.as_str()).chain(look.icon.as_deref()).collect();
    let page = traffic.page().map_or(0, |page| page.bytes);
    let whole = page + urls.iter().filter_map(|url| known.get(*url)).sum::<u64>();
    let weight = Weight { page, whole, requests: urls.len() + 1 };
    let unknown: Vec<_> = urls.iter().filter(|url| !known.contains_key(**url)).collect();
    let fault = if whole > HEAVIEST {
        Some(format!("a first view weighs {whole} bytes, more than {HEAVIEST}"))
    } else if !unknown.is_empty() {
        Some(format!("nobody knows what these weigh: {unknown:?}"))
    } else {
        None
    };
    (weight, fault)
}

/// Notes what a page weighs, under its title.
pub(super) fn note(title: &str, weight: Weight) {
    let mut weights = WEIGHTS.lock().unwrap();
    let heaviest = weights.entry(title.to_owned()).or_default();
    if weight.whole > heaviest.whole {
        *heaviest = weight;
    }
}

impl Weight {
    /// The heaviest of each kind of page that anybody arrived on in this process, by title.
    pub fn of_all() -> BTreeMap<String, Self> {
        WEIGHTS.lock().unwrap().clone()
    }
}
