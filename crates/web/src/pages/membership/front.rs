//! The front page of the site. It names no group: whoever is looking may be anybody.

use crate::kit::{Page, PageResult};
use crate::pages::Site;
use actix_web::web;
use commons::groups;
use tera::context;

/// `GET /`: where there is one group only, its own public page says more than we can.
pub(super) async fn front(page: Page, site: web::Data<Site>) -> PageResult {
    match groups::all(&site.db).await?.as_slice() {
        [only] => Ok(page.go(&format!("/g/{}/welcome", only.slug))),
        groups => page.render("membership/front.html", context! { is_empty => &groups.is_empty() }),
    }
}
