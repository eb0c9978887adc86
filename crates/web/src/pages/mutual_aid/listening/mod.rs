//! Pages of listening.
//!
//! | module | pages |
//! |---|---|
//! | `now` | whom can I call now, and saying yes to be listened to |
//! | `week` | the slots of the coming weeks: taking, leaving, answering, changing places |
//! | `hours` | the hours of the group |
//! | `mine` | one's own yes to listening, and one's limits |

mod hours;
mod mine;
mod now;
mod week;

use crate::pages::routes::Route;
use crate::pages::routes::table::{member_get, power_post};
use chrono::NaiveTime;
use serde::Deserialize;

pub(in crate::pages) use week::asked_today;

/// Addresses of this part.
pub(super) fn routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/call/now", now::show),
        power_post("/g/{group}/call/now/yes", now::say_yes),
        member_get("/g/{group}/call/listening", week::show),
        power_post("/g/{group}/call/listening/take", week::take),
        power_post("/g/{group}/call/listening/leave", week::leave),
        power_post("/g/{group}/call/listening/answer", week::answer),
        member_get("/g/{group}/call/listening/swap/{slot}", week::swap),
        power_post("/g/{group}/call/listening/swap/{slot}", week::ask_swap),
        power_post("/g/{group}/call/listening/swaps/{swap}/take-back", week::take_swap_back),
        power_post("/g/{group}/call/listening/swaps/{swap}/accept", week::accept_swap),
        member_get("/g/{group}/call/listening/hours", hours::show),
        power_post("/g/{group}/call/listening/hours", hours::open),
        power_post("/g/{group}/call/listening/hours/give-up", hours::give_up),
        member_get("/g/{group}/me/listening", mine::show),
        power_post("/g/{group}/me/listening", mine::listen),
        power_post("/g/{group}/me/listening/stop", mine::stop),
    ]
}

/// A form that says all by being sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Nothing {}

/// A time as a field sends it; none when it is no time.
pub(super) fn time(typed: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(typed.trim(), "%H:%M").ok()
}

/// A time as a field shows it.
pub(super) fn shown(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
