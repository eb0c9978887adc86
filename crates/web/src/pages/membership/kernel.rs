//! What no vote can change, in plain words.

use crate::kit::{PageResult, Tab};
use crate::pages::visit::Member;
use commons::refusal::Message;
use membership::rules::kernel::Clause;
use serde::Serialize;
use tera::context;

#[derive(Debug, Serialize)]
struct ClauseShown {
    name: &'static str,
    title: Message,
    why: Message,
}

/// Every clause of the kernel.
pub(super) async fn kernel(member: Member) -> PageResult {
    let clauses =
        Clause::ALL.map(|clause| ClauseShown { name: clause.name(), title: clause.title(), why: clause.why() });
    member.into_page().at(Tab::Group).render("membership/kernel.html", context! { clauses => &clauses.as_slice() })
}
