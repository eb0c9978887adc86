//! Pages of being there for one another: the phone tree, listening, visits, the circle of close ones.

mod calls;
mod circle;
mod limits;
mod listening;
mod visits;

pub(super) use calls::chain_home;
pub(super) use circle::today::waiting as circle_waiting;
pub(super) use listening::asked_today;
pub(super) use visits::today::{Waiting as ForHer, waiting as visits_waiting};

use super::routes::Route;

/// Addresses of this area.
pub(super) fn routes() -> Vec<Route> {
    let mut routes = calls::routes();
    routes.extend(listening::routes());
    routes.extend(visits::routes());
    routes.extend(limits::routes());
    routes.extend(circle::routes());
    routes
}
