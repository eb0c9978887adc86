//! Pages of the circle of close ones.
//!
//! | module | pages |
//! |---|---|
//! | `home` | what others ask of me, and where my own circle is |
//! | `mine` | my own circle: whom I named, who is in it, what is to be done, waking it |
//! | `link` | one person of my circle, and a neighbour's sheet |
//! | `card` | my card for the day I cannot say it |
//! | `open` | opening somebody's card, for oneself or for somebody without a screen |
//! | `board` | what is asked of the group and offered to it |
//! | `today` | what of all this stands on the home of a member |
//! | `neighbour` | a neighbour without account, and noting her call |

mod board;
mod card;
mod home;
mod link;
mod mine;
mod neighbour;
mod open;
pub(super) mod today;

use super::listening::{shown, time};
use crate::kit::{Page, PageError};
use crate::pages::decisions::Who;
use crate::pages::decisions::words::say;
use crate::pages::routes::Route;
use crate::pages::routes::table::{member_get, open_get, open_post, power_post};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message};
use membership::queries::people;
use mutual_aid::rules::circle::Help;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Addresses of this part.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = own_routes();
    routes.extend(vec![
        member_get("/g/{group}/visit/circle", home::show),
        power_post("/g/{group}/visit/circle/answer", home::answer),
        power_post("/g/{group}/visit/circle/take", home::take),
        power_post("/g/{group}/visit/circle/give-back", home::give_back),
        member_get("/g/{group}/visit/circle/open", open::form),
        power_post("/g/{group}/visit/circle/open", open::open),
        member_get("/g/{group}/visit/circle/opened/{opening}", open::show),
        power_post("/g/{group}/visit/circle/opened/{opening}/wake", open::wake),
        power_post("/g/{group}/visit/circle/opened/{opening}/sleep", open::sleep),
        power_post("/g/{group}/visit/circle/opened/{opening}/yes", open::note_yes),
        member_get("/g/{group}/visit/circle/call", neighbour::call),
        power_post("/g/{group}/visit/circle/call", neighbour::note_stop),
        member_get("/g/{group}/visit/circle/board", board::show),
        power_post("/g/{group}/visit/circle/board", board::ask),
        power_post("/g/{group}/visit/circle/board/take-back", board::take_back),
        open_get("/g/{group}/neighbour", neighbour::code),
        open_post("/g/{group}/neighbour", neighbour::enter),
        open_get("/g/{group}/neighbour/{token}", neighbour::show),
        open_post("/g/{group}/neighbour/{token}", neighbour::act),
    ]);
    routes
}

fn own_routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/visit/circle/mine", mine::show),
        power_post("/g/{group}/visit/circle/mine/holders", mine::add_holder),
        power_post("/g/{group}/visit/circle/mine/holders/remove", mine::remove_holder),
        member_get("/g/{group}/visit/circle/mine/daily", mine::daily),
        power_post("/g/{group}/visit/circle/mine/daily", mine::add_daily),
        power_post("/g/{group}/visit/circle/mine/daily/remove", mine::remove_daily),
        member_get("/g/{group}/visit/circle/mine/task", mine::task),
        power_post("/g/{group}/visit/circle/mine/task", mine::add_task),
        power_post("/g/{group}/visit/circle/mine/task/remove", mine::remove_task),
        power_post("/g/{group}/visit/circle/openings/{opening}/shut", mine::shut),
        power_post("/g/{group}/visit/circle/mine/wake", mine::wake),
        power_post("/g/{group}/visit/circle/mine/sleep", mine::sleep),
        member_get("/g/{group}/visit/circle/mine/member", link::member),
        power_post("/g/{group}/visit/circle/mine/member", link::add_member),
        member_get("/g/{group}/visit/circle/mine/neighbour", link::neighbour),
        power_post("/g/{group}/visit/circle/mine/neighbour", link::add_neighbour),
        member_get("/g/{group}/visit/circle/links/{link}", link::show),
        power_post("/g/{group}/visit/circle/links/{link}", link::say_yes),
        power_post("/g/{group}/visit/circle/links/{link}/remove", link::remove),
        power_post("/g/{group}/visit/circle/links/{link}/sheet", link::make_sheet),
        member_get("/g/{group}/visit/circle/links/{link}/sheet", link::sheet),
        member_get("/g/{group}/visit/circle/card", card::show),
        power_post("/g/{group}/visit/circle/card", card::write),
    ]
}

/// The home of this part.
const HOME: &str = "/visit/circle";
/// One's own circle.
const MINE: &str = "/visit/circle/mine";

/// A form that says all by being sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Nothing {}

/// A choice of a list.
#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

/// A kind of help as a box to tick.
#[derive(Debug, Serialize)]
struct HelpBox {
    word: &'static str,
    on: bool,
}

/// Every kind of help as a box.
fn boxes(is_on: impl Fn(Help) -> bool) -> Vec<HelpBox> {
    Help::ALL.map(|help| HelpBox { word: help.word(), on: is_on(help) }).into()
}

/// The kinds that were ticked. A name that is none is no help.
fn ticked(words: &[String]) -> BTreeSet<Help> {
    words.iter().filter_map(|word| Help::named(word)).collect()
}

/// What a kind of help is called.
fn help_name(page: &Page, help: Help) -> Result<String, PageError> {
    say(page, &Message::keyed(format!("close-help-{}", help.word())))
}

/// The kinds of help as a list to choose from.
fn help_choices(page: &Page) -> Result<Vec<Choice>, PageError> {
    Help::ALL
        .into_iter()
        .map(|help| Ok(Choice { value: help.word().to_owned(), label: help_name(page, help)? }))
        .collect()
}

/// The other members, in the order of names.
async fn others(scope: &Scope<'_>, than: MemberId) -> Result<Vec<Choice>, Broken> {
    let everyone = people::everyone(scope).await?.into_iter().filter(|person| person.id != than);
    Ok(everyone.map(|person| Choice { value: person.id.to_string(), label: person.name }).collect())
}

/// Everybody's name.
async fn names(scope: &Scope<'_>, page: &Page) -> Result<Who, PageError> {
    Who::new(people::names(scope).await?, page)
}
