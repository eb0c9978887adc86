//! What of circles stands on the home of a member: no name, and not what for.

use crate::kit::PageError;
use crate::pages::decisions::say;
use crate::pages::mutual_aid::visits::today::Waiting;
use crate::pages::visit::Member;
use ::mutual_aid::queries::circle::{TaskSeen, helping, mine, opened as opened_card};
use commons::clock::{Time, local_day};
use commons::db::Scope;
use commons::refusal::Message;

/// Everything that waits for her: her card that somebody opened, what nobody does yet of her circle or of one whose card she
/// opened, a circle that she is asked to be in, tasks that are free.
pub(in crate::pages) async fn waiting(scope: &Scope<'_>, member: &Member) -> Result<Vec<Waiting>, PageError> {
    let today = local_day(member.charter.zone(), scope.now());
    let hers = mine(scope, member.id).await?;
    let others = hers.openings.iter().filter(|one| one.by != member.id && one.until >= today);
    let found = helping(scope, member.id).await?;
    let asked = found.asks.iter().filter(|asks| asks.help.iter().all(|(_, yes)| !yes)).count();
    let free = found.tasks.iter().filter(|task| !task.mine).count();
    let gap = |tasks: &[TaskSeen]| tasks.iter().filter(|task| has_nobody(task, member, scope.now())).count();
    let mut gaps = vec![(gap(&hers.tasks), "/visit/circle/mine".to_owned())];
    for (id, _) in &found.open {
        if let Ok(card) = opened_card(scope, member.id, *id).await {
            gaps.push((gap(&card.tasks), format!("/visit/circle/opened/{id}")));
        }
    }
    let gaps = gaps.into_iter().filter(|(count, _)| *count > 0);
    let gaps = gaps.map(|(count, path)| ("gap", Message::new("today-gap-count").with("count", count), path));
    let opened = others.map(|one| one.until).max().map(|until| Message::new("today-opened-until").with("day", until));
    let asked = (asked > 0).then(|| Message::new("today-close-count").with("count", asked));
    let free = (free > 0).then(|| Message::new("today-tasks-count").with("count", free));
    let items =
        [("opened", opened, "/visit/circle/mine"), ("close", asked, "/visit/circle"), ("tasks", free, "/visit/circle")];
    let items = items.into_iter().filter_map(|(kind, message, path)| Some((kind, message?, path.to_owned())));
    let shown = items.chain(gaps);
    shown
        .map(|(kind, message, path)| Ok(Waiting { kind, title: say(&member.page, &message)?, href: member.at(&path) }))
        .collect()
}

fn has_nobody(task: &TaskSeen, member: &Member, now: Time) -> bool {
    task.link.is_none() && task.task.when(member.charter.zone()).start > now
}
