//! Pages of the decisions area.

use super::routes::Route;

/// Addresses of this area.
pub(super) fn routes() -> Vec<Route> {
    vec![]
}
