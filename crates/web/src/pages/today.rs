//! The home of a member: what waits for her, what is going on. At most five things to do (ruling 29).

use super::visit::Member;
use crate::kit::{PageResult, Tab};
use decisions::queries::today;
use membership::queries::me;
use tera::context;

/// Most things to do on the page; the others stay one tab away.
const MOST: usize = 5;

pub(super) async fn today(member: Member) -> PageResult {
    let scope = member.read();
    let mut waiting = today::today(&scope, member.id).await?;
    waiting.to_vote.truncate(MOST);
    waiting.to_second.truncate(MOST.saturating_sub(waiting.to_vote.len()));
    let me = me::me(&scope, member.id).await?;
    let trial_until = member.charter.trial_until();
    let context = context! {
        now => &scope.now(), name => &me.name, waiting => &waiting, votes_from => &me.votes_from,
        may_vote => &(me.votes_from <= scope.now()), trial_until => &trial_until,
    };
    drop(scope);
    member.into_page().at(Tab::Today).render("today.html", context)
}
