//! Pages: Listening.

use crate::pages::routes::Route;

/// Addresses of this part.
pub(super) fn routes() -> Vec<Route> {
    Vec::new()
}
