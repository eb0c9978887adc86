//! Visits, as each person sees them (`mutual-aid` V1-V12; story 4.4).
//!
//! - `load`: a plan from its rows, with everything that is so by now: whoever took her yes back, rests or is kept apart
//!   has no place any more, and what time does is done.
//! - `search`: who could take a seat, and which one is for whom.
//! - `look`: what one person sees of it. Whoever sees nothing is told the same as where there is nothing.
//! - [`rights`]: the card of rights.

pub(crate) mod load;
pub(crate) mod look;
pub mod rights;
pub(crate) mod search;

pub use look::{
    Ask, Closing, Home, MyVisit, PlanLine, PlanSeen, SeatSeen, SheetLine, VisitSeen, Where, home, my_sheet, one, plan,
};

use crate::entities::{visit, visit_seat};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::charter;
use rota::{Engagement, Kind, Stretch};
use sea_orm::ColumnTrait;
use std::collections::BTreeMap;

use crate::entities::visits::SeatStage;
use crate::rules::visits::slot::State;

/// Visits that people said yes to, as far as they are kept: to come, and those of the last fourteen days. A visit that was
/// called off takes nobody's time.
pub(crate) async fn held(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, Vec<Engagement>>, Broken> {
    let zone = charter::charter(scope).await?.zone();
    let visits = scope.find::<visit::Entity>().filter(visit::Column::State.ne(State::NotToday)).all().await?;
    let when: BTreeMap<_, Stretch> = visits
        .iter()
        .map(|row| (row.id, Stretch::on_the_wall(zone, row.day, load::clock(row.begins), load::whole(row.minutes))))
        .collect();
    let seats = scope.find::<visit_seat::Entity>().filter(visit_seat::Column::State.eq(SeatStage::Taken)).all().await?;
    let mut held: BTreeMap<MemberId, Vec<Engagement>> = BTreeMap::new();
    for seat in seats {
        if let (Some(member), Some(when)) = (seat.member_id, when.get(&seat.visit_id)) {
            held.entry(member).or_default().push(Engagement { when: *when, kind: Kind::Visit });
        }
    }
    Ok(held)
}
