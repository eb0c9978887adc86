//! The front page of the site. It names no group: whoever is looking may be anybody.

use crate::kit::{Page, PageResult};
use crate::pages::Site;
use actix_web::web;
use commons::groups;
use membership::queries::welcome;
use tera::context;

/// `GET /`: where there is one group only and it has written its page for visitors, that page says more than we
/// can. A group that wrote none has not chosen to be found by its site's address.
pub(super) async fn front(page: Page, site: web::Data<Site>) -> PageResult {
    match groups::all(&site.db).await?.as_slice() {
        [only] if welcome::words(&site.db.read(only.id)).await?.is_some() => {
            Ok(page.go(&format!("/g/{}/welcome", only.slug)))
        }
        groups => page.render("membership/front.html", context! { is_empty => &groups.is_empty() }),
    }
}
