//! Where the tab leads: the chains that run, one's own place, what one can do. What other parts add has its place here.

use super::{chain_home, kind_name, members_only};
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::decisions::say;
use crate::pages::visit::Member;
use commons::clock::Time;
use mutual_aid::queries::calls::{chains, sheets, tree};
use mutual_aid::rules::cascade::Counts;
use serde::Serialize;
use tera::context;

/// A chain as a line.
#[derive(Serialize)]
struct Line {
    href: String,
    kind: String,
    at: Time,
    waits_for_yes: bool,
    suspended: bool,
    my_calls: usize,
    for_me: bool,
    counts: Counts,
}

/// What is left of a chain that is over.
#[derive(Serialize)]
struct Over {
    kind: String,
    at: Time,
    everybody: i32,
    told: i32,
}

fn line(member: &Member, line: chains::Line) -> Result<Line, PageError> {
    Ok(Line {
        href: member.at(&chain_home(line.id)),
        kind: say(&member.page, &kind_name(line.kind))?,
        at: line.started_at,
        waits_for_yes: line.state == chains::State::WaitsForYes,
        suspended: line.state == chains::State::Suspended,
        my_calls: line.my_calls,
        for_me: line.waits_for_me,
        counts: line.counts,
    })
}

pub(super) async fn show(member: Member) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let running = chains::running(&scope, member.id).await?;
    let tree = tree::seen(&scope, member.id).await?;
    let totals = tree::totals(&scope).await?;
    let papers = sheets::mine(&scope, member.id).await?;
    drop(scope);
    let to_strike = papers.iter().any(|one| !one.strike.is_empty() || one.to_destroy);
    let running = running.into_iter().map(|one| line(&member, one)).collect::<Result<Vec<_>, _>>()?;
    let over = totals.into_iter().take(3).map(|one| {
        let kind = say(&member.page, &kind_name(one.kind))?;
        Ok(Over { kind, at: one.ended_at, everybody: one.everybody, told: one.reached.saturating_add(one.message) })
    });
    let over = over.collect::<Result<Vec<_>, PageError>>()?;
    let context = context! {
        running => &running, over => &over, people => &tree.people, is_mine => &tree.is_mine,
        calls => &tree.calls.len(), to_strike => &to_strike, papers => &papers.len(),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/home.html", context)
}
