//! "What we keep": every table of the store, in plain words, from the list that the purge itself obeys. Open to
//! anybody who has the group's address (Quebec, s. 8 of the Act; GDPR art. 13 and 30).

use crate::kit::PageResult;
use crate::pages::visit::Visit;
use chrono::NaiveDate;
use commons::area::{Kept, Then, Until, receipts};
use commons::refusal::Message;
use membership::rules::legal::keeps_members_register;
use serde::Serialize;
use tera::context;

/// Latest receipts that members read.
const RECEIPTS: u64 = 30;

#[derive(Debug, Serialize)]
struct Chapter {
    name: &'static str,
    title: Message,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    what: Message,
    why: Message,
    until: Message,
    then: Message,
}

#[derive(Debug, Serialize)]
struct Receipt {
    day: NaiveDate,
    what: Message,
    rows: i64,
}

fn called(kept: &Kept) -> Message {
    Message::keyed(format!("kept-{}", kept.name.replace('_', "-")))
}

/// What goes when rows of this table are thrown away: of all that it holds, what does not stay.
pub(super) fn thrown_from(all: &[Kept], table: &str) -> Option<Message> {
    let mut of_it = all.iter().filter(|kept| kept.table == table);
    of_it.clone().find(|kept| kept.then != Then::Stays).or_else(|| of_it.next()).map(called)
}

fn line(kept: &Kept) -> Line {
    Line {
        what: called(kept),
        why: Message::keyed(format!("kept-{}-why", kept.name.replace('_', "-"))),
        until: until(kept.until),
        then: Message::new(match kept.then {
            Then::Stays => "kept-then-stays",
            Then::Erased => "kept-then-erased",
            Then::Detached => "kept-then-detached",
        }),
    }
}

fn until(until: Until) -> Message {
    match until {
        Until::Always => Message::new("kept-until-always"),
        Until::SheSaysSo => Message::new("kept-until-she-says"),
        Until::SheLeaves => Message::new("kept-until-she-leaves"),
        Until::Served => Message::new("kept-until-served"),
        Until::CharterSays => Message::new("kept-until-charter-says"),
        Until::Minutes(count) => Message::new("kept-until-minutes").with("count", count),
        Until::Days(count) => Message::new("kept-until-days").with("count", count),
        Until::Years(count) => Message::new("kept-until-years").with("count", count),
    }
}

/// What is kept, what for, how long, and then what.
pub(super) async fn kept(visit: Visit) -> PageResult {
    // Where the law asks for nothing, nothing is kept for it.
    let by_law = keeps_members_register(visit.charter.text("legal_frame"));
    let areas = visit.site.areas.kept();
    let all: Vec<Kept> = areas.iter().flat_map(|(_, kept)| kept.iter().copied()).collect();
    let shown = |kept: &&Kept| by_law || kept.name != "legal_register";
    let chapters: Vec<Chapter> = areas
        .iter()
        .map(|(name, kept)| Chapter {
            name,
            title: Message::keyed(format!("kept-area-{name}")),
            lines: kept.iter().filter(shown).map(line).collect(),
        })
        .collect();
    let mut thrown = Vec::new();
    if visit.signed_in.is_some() {
        for receipt in receipts::latest(&visit.read(), RECEIPTS).await? {
            if let Some(what) = thrown_from(&all, &receipt.table) {
                thrown.push(Receipt { day: receipt.day, what, rows: receipt.rows });
            }
        }
    }
    let context = context! { chapters => &chapters, thrown => &thrown, is_in => &visit.signed_in.is_some() };
    visit.page.render("membership/kept.html", context)
}
