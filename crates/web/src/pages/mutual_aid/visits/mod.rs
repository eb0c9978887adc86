//! Pages: Visits.
//!
//! | module | pages |
//! |---|---|
//! | `home` | what is proposed to me, visits I make, visits to me |
//! | `visit` | one visit, for whoever makes it: when, where, the day itself |
//! | `plan`, `wishes`, `place` | a plan, for whoever is visited and whom she named |
//! | `for_somebody` | writing down what somebody asked for on the telephone |
//! | `print` | sheets: one's own, of a plan, the card of the ward |
//! | `rights` | the card of rights |
//! | `today` | what of it stands on the home of a member |
//! | `hours` | hours of the week in a form |

mod for_somebody;
mod home;
pub(super) mod hours;
mod place;
mod plan;
mod print;
mod rights;
pub(super) mod today;
mod visit;
mod wishes;

use crate::kit::PageError;
use crate::pages::routes::Route;
use crate::pages::routes::table::{member_get, power_post};
use crate::pages::visit::Member;
use ::membership::queries::{apart, people};
use ::membership::rules::consent::Channel;
use ::mutual_aid::powers::{AskVisits, KeepRightsCard, Visit, WriteVisits};
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use serde::Serialize;
use std::collections::BTreeSet;

/// Addresses of this part.
pub(super) fn routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/visit", home::home),
        member_get("/g/{group}/visit/new", plan::new),
        power_post::<AskVisits, _, _>("/g/{group}/visit/new", plan::asked),
        member_get("/g/{group}/visit/for-somebody", for_somebody::show),
        power_post::<WriteVisits, _, _>("/g/{group}/visit/for-somebody", for_somebody::asked),
        power_post::<WriteVisits, _, _>("/g/{group}/visit/for-somebody/less", for_somebody::less),
        power_post::<WriteVisits, _, _>("/g/{group}/visit/for-somebody/visitor", for_somebody::visitor),
        member_get("/g/{group}/visit/sheet", print::mine),
        member_get("/g/{group}/visit/rights", rights::show),
        member_get("/g/{group}/visit/rights/{language}", rights::edit),
        power_post::<KeepRightsCard, _, _>("/g/{group}/visit/rights/{language}", rights::written),
        member_get("/g/{group}/visit/plans/{plan}", plan::show),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/add", plan::added),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/state", plan::state),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/visits/{visit}", plan::of_visit),
        member_get("/g/{group}/visit/plans/{plan}/wishes", wishes::show),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/wishes", wishes::said),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/person", wishes::person),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/holder", wishes::holder),
        member_get("/g/{group}/visit/plans/{plan}/place", place::show),
        power_post::<AskVisits, _, _>("/g/{group}/visit/plans/{plan}/place", place::said),
        member_get("/g/{group}/visit/plans/{plan}/sheet", print::of_plan),
        member_get("/g/{group}/visit/plans/{plan}/card", print::card_of_plan),
        member_get("/g/{group}/visit/visits/{visit}", visit::show),
        power_post::<Visit, _, _>("/g/{group}/visit/visits/{visit}", visit::does),
        power_post::<Visit, _, _>("/g/{group}/visit/visits/{visit}/number", visit::opened),
        power_post::<WriteVisits, _, _>("/g/{group}/visit/visits/{visit}/noted", visit::noted),
        member_get("/g/{group}/visit/visits/{visit}/card", print::card_of_visit),
    ]
}

/// Somebody to choose from a list.
#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

impl Choice {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// Members whom the reader could choose: not herself, not those whom she knows herself kept apart from, nor these.
async fn others(member: &Member, without: &BTreeSet<MemberId>) -> Result<Vec<Choice>, PageError> {
    let scope = member.read();
    let apart = apart::known_to(&scope, member.id).await?;
    let everyone = people::everyone(&scope).await?.into_iter();
    let may = everyone.filter(|person| {
        person.id != member.id
            && person.standing.is_member()
            && !apart.contains(&person.id)
            && !without.contains(&person.id)
    });
    Ok(may.map(|person| Choice::new(person.id.to_string(), person.name)).collect())
}

/// Those of them who have no screen, for whom others write.
async fn without_screen(member: &Member) -> Result<Vec<Choice>, PageError> {
    let everyone = people::everyone(&member.read()).await?.into_iter();
    let on_a_screen = everyone.filter(|person| person.has_entered).map(|person| person.id);
    others(member, &on_a_screen.collect()).await
}

/// How she asked for it, when somebody else writes it down.
fn channel(text: &str) -> Result<Channel, No> {
    Channel::by_another(text).ok_or_else(|| No::field("channel", Message::new("at-request-choose-channel")))
}
