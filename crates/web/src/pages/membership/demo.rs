//! Ready ways in to the demonstration. The codes are made by the `demo` command alone (ruling 35): a site
//! that serves a real group knows none, and these pages are not there.

use super::{Nothing, enter as open_session};
use crate::kit::{Form, Page, PageError, PageResult};
use crate::pages::Site;
use crate::pages::visit::Visit;
use actix_web::web;
use commons::db::Tx;
use commons::groups::{self, Group};
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::commands::session;
use membership::queries::{charter, people};
use tera::context;

struct Guest {
    group: Group,
    member: MemberId,
}

async fn guest(site: &Site, code: &str) -> Result<Guest, PageError> {
    let member = *site.demo.get(code).ok_or_else(PageError::not_found)?;
    let group = groups::all(&site.db).await?.into_iter().next().ok_or_else(PageError::not_found)?;
    Ok(Guest { group, member })
}

/// Whose eyes one is about to look through.
pub(super) async fn offer(page: Page, site: web::Data<Site>, code: web::Path<String>) -> PageResult {
    let guest = guest(&site, &code).await?;
    let scope = site.db.read(guest.group.id);
    let names = people::names(&scope).await?;
    let charter = charter::charter(&scope).await?;
    drop(scope);
    let name = names.of(guest.member).ok_or_else(PageError::not_found)?;
    page.render("membership/demo.html", context! { code => code.as_str(), name => name, group_name => charter.name() })
}

pub(super) async fn enter(page: Page, site: web::Data<Site>, code: web::Path<String>, _: Form<Nothing>) -> PageResult {
    let guest = guest(&site, &code).await?;
    let open = async |tx: &Tx<'_>| session::open(tx, guest.member, false).await;
    let token: String = site.db.write::<_, Broken, _>(guest.group.id, open).await?;
    let charter = charter::charter(&site.db.read(guest.group.id)).await?;
    let visit = Visit { page, site, group: guest.group, charter, signed_in: None };
    open_session(&visit, &token).await
}
