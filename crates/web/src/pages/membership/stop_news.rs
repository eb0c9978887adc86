//! Stopping news from the link of a mail, with one click and without signing in (RFC 8058).
//!
//! A mail program sends the POST by itself: it has no cookie and no form of ours. The token in the
//! address is the proof, and all it can do is stop mail; so the handler takes no form and asks for nothing.

use crate::kit::{PageError, PageResult};
use crate::pages::visit::Visit;
use actix_web::web;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::No;
use membership::commands::change_access;
use tera::context;

type Path = web::Path<(String, String, String)>;

/// One button: following the link changes nothing, because programs follow links too.
pub(super) async fn ask(visit: Visit, path: Path) -> PageResult {
    let (_, member, token) = path.into_inner();
    show(visit, &member, &token, false)
}

/// Answers with a page, not with a way elsewhere: mail programs follow none.
pub(super) async fn stop(visit: Visit, path: Path) -> PageResult {
    let (_, member, token) = path.into_inner();
    let id: MemberId = member.parse().map_err(|_| PageError::not_found())?;
    let write = async |tx: &Tx<'_>| Ok::<_, No>(change_access::stop_news(tx, id, &token).await?);
    visit.site.db.write(visit.group.id, write).await?;
    show(visit, &member, &token, true)
}

fn show(visit: Visit, member: &str, token: &str, is_done: bool) -> PageResult {
    let context = context! { member => member, token => token, is_done => &is_done };
    visit.page.render("membership/stop-news.html", context)
}
