//! On paper: one's own visits, those of a plan for whoever is visited, and the card of the ward.

use super::plan::of;
use super::visit::{PlaceShown, place_shown};
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::{Who, list_of};
use crate::pages::visit::Member;
use ::membership::rules::names::shorter;
use ::mutual_aid::queries::visits::{Where, my_sheet, one};
use ::mutual_aid::rules::visits::slot::State;
use ::mutual_aid::{VisitId, VisitPlanId};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::ids::MemberId;
use commons::refusal::No;
use serde::Serialize;
use tera::context;

#[derive(Serialize)]
struct Mine {
    starts: Time,
    minutes: u32,
    by_phone: bool,
    place: Option<PlaceShown>,
    place_until: Option<NaiveDate>,
}

/// Her own visits, and no other's.
pub(super) async fn mine(member: Member) -> PageResult {
    let scope = member.read();
    let (lines, now) = (my_sheet(&scope, member.id).await?, scope.now());
    drop(scope);
    let lines = lines.into_iter().map(|line| Mine {
        starts: line.starts,
        minutes: line.minutes,
        by_phone: line.by_phone,
        place: line.place.map(place_shown),
        place_until: line.place_until,
    });
    let lines: Vec<Mine> = lines.collect();
    let context = context! { lines => &lines, now => &now };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/sheet-mine.html", context)
}

#[derive(Serialize)]
struct OfPlan {
    starts: Time,
    by_phone: bool,
    who: String,
}

/// The first name, which is what a sheet shows.
fn first_name(who: &Who, member: MemberId) -> String {
    let name = who.name(member);
    shorter(&name).map_or(name, |[first, _]| first)
}

/// When, and who comes, by first names.
pub(super) async fn of_plan(member: Member, at: Path<(String, VisitPlanId)>) -> PageResult {
    let (plan, who) = of(&member, at.1).await?;
    let now = member.read().now();
    let mut lines = Vec::new();
    for visit in plan.visits.into_iter().filter(|visit| visit.state == State::ToCome && !visit.is_over) {
        let names: Vec<String> = visit.visitors.iter().map(|one| first_name(&who, *one)).collect();
        let who = list_of(&member.page, &names)?;
        lines.push(OfPlan { starts: visit.starts, by_phone: visit.by_phone, who });
    }
    let back = member.at(&format!("/visit/plans/{}", at.1));
    let context = context! { lines => &lines, now => &now, back => &back, torn_up_on => &plan.torn_up_on };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/sheet-plan.html", context)
}

fn card(member: Member, place: Where, back: &str) -> PageResult {
    let now = member.read().now();
    let place = place_shown(place);
    let context = context! { place => &place, back => &member.at(back), now => &now };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/card.html", context)
}

/// The card, for whoever is visited and whom she named.
pub(super) async fn card_of_plan(member: Member, at: Path<(String, VisitPlanId)>) -> PageResult {
    let (plan, _) = of(&member, at.1).await?;
    let place = plan.place.ok_or(No::NotFound)?;
    card(member, place, &format!("/visit/plans/{}", at.1))
}

/// The card, for whoever comes, as long as she may read where.
pub(super) async fn card_of_visit(member: Member, at: Path<(String, VisitId)>) -> PageResult {
    let seen = one(&member.read(), at.1, member.id).await?;
    let place = seen.place.ok_or(No::NotFound)?;
    card(member, place, &format!("/visit/visits/{}", at.1))
}
