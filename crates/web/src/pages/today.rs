//! The home of a member: what waits for her, what is going on. At most five things to do (ruling 29).

use super::decisions::{address, draw_home, row, say};
use super::membership::name_of;
use super::mutual_aid::{ForHer, asked_today, chain_home, circle_waiting, visits_waiting};
use super::visit::Member;
use crate::kit::{PageError, PageResult, Tab};
use chrono::{Days, Duration, NaiveDate};
use commons::clock::local_day;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Message;
use decisions::queries::draws;
use decisions::queries::list::Line;
use decisions::queries::today::{self, Today};
use membership::joint::{self, JointAct};
use membership::queries::{applications, circle, consents, mandates, me, people, recovery, removals};
use membership::rules::admission::Waiting;
use membership::rules::consent::Use;
use membership::rules::mandates::Term;
use membership::rules::removal::{NOTICE, Removal};
use membership::rules::standing::Standing;
use mutual_aid::queries::calls::chains;
use serde::Serialize;
use tera::context;

/// Most things to do on the page; the others stay one tab away.
const MOST: usize = 5;
/// Most lines about what is going on.
const GOING_ON: usize = 5;
/// For so long after coming in, where to begin stands on the page (`mutual-aid` M5). Nothing notes what she read.
const NEW_FOR: Duration = Duration::days(30);
/// The end of a trial is near from so many days before.
const NEAR: Days = Days::new(30);

/// Something to do, or something going on.
#[derive(Serialize)]
struct Item {
    /// `call`, `recall`, `removal`, `suspended`, `phone`, `vote`, `seat`, `talk`, `second`, `sign`, `dice`, `listening`,
    /// `recovery`, `circle`, `asking`, `trial`, `opened`, `close`, `tasks`, `visit`,
    /// `word` or `company`.
    kind: &'static str,
    icon: &'static str,
    title: String,
    when: Option<String>,
    href: String,
}

pub(super) async fn today(member: Member) -> PageResult {
    let scope = member.read();
    let found = today::today(&scope, member.id).await?;
    let me = me::me(&scope, member.id).await?;
    let to_sign = to_sign(&scope, &member).await?;
    let way_back = ways_back(&scope, &member).await?;
    let dice = dice(&scope, &member).await?;
    let listening = listening(&scope, &member).await?;
    let asking = asking(&scope, &member).await?;
    let suspended = suspended(&scope, &member).await?;
    let removal = removal(&scope, &member).await?;
    let calls = calls(&scope, &member).await?;
    let by_phone = by_phone(&scope, &member, &found).await?;
    let close = circle_waiting(&scope, &member).await?;
    let visits = visits_waiting(&scope, &member).await?;
    let now = scope.now();
    drop(scope);
    let waits = |icon| move |one: ForHer| Item { kind: one.kind, icon, title: one.title, when: None, href: one.href };
    let mut todos: Vec<Item> = calls.into_iter().chain(removal).chain(way_back).collect();
    // What is asked of her alone goes with her answer; a task that anybody may take comes after votes that end.
    let (tasks, of_her): (Vec<ForHer>, Vec<ForHer>) = close.into_iter().partition(|one| one.kind == "tasks");
    todos.extend(of_her.into_iter().map(waits("hands")));
    for line in &found.to_answer {
        todos.push(item(&member, line, "recall", "key", "next-plain")?);
    }
    todos.extend(suspended);
    todos.extend(by_phone);
    todos.extend(self::todos(&member, &found, &to_sign)?);
    todos.extend(visits.into_iter().map(waits("visit")));
    todos.extend(tasks.into_iter().map(waits("hands")));
    todos.extend(dice);
    todos.extend(listening);
    todos.extend(asking);
    let more = todos.len().saturating_sub(MOST);
    todos.truncate(MOST);
    let trial_until = member.charter.trial_until();
    let going_on = going_on(&member, &found)?;
    let decided = found.decided.into_iter().map(|line| row(&member, line, true)).collect::<Result<Vec<_>, _>>()?;
    let is_new = me.joined_at > member.group.founded_at && me.joined_at > now - NEW_FOR;
    let context = context! {
        now => &now, name => &me.name, todos => &todos, more => &more, going_on => &going_on, decided => &decided,
        is_new => &is_new, votes_from => &me.votes_from, may_vote => &(me.votes_from <= now), trial_until => &trial_until,
        trial => &trial_until.map(|day| trial(day, local_day(member.charter.zone(), now))),
    };
    member.into_page().at(Tab::Today).render("today.html", context)
}

/// How far the end of the trial is: `far`, `near` or `over`.
fn trial(until: NaiveDate, today: NaiveDate) -> &'static str {
    if until < today {
        "over"
    } else if until.checked_sub_days(NEAR).is_none_or(|near| near <= today) {
        "near"
    } else {
        "far"
    }
}

/// What waits for her: votes first, those that end first coming first.
fn todos(member: &Member, found: &Today, to_sign: &[JointAct]) -> Result<Vec<Item>, PageError> {
    let votes = found.to_vote.iter().map(|line| item(member, line, "vote", "ballot", "next-ends"));
    let seats = found.to_elect.iter().map(|line| {
        let asked = item(member, line, "seat", "hands", "next-ends")?;
        Ok(Item { href: format!("{}/election", asked.href), ..asked })
    });
    let seconds = found.to_second.iter().map(|line| item(member, line, "second", "hands", "next-seconds"));
    votes.chain(seats).chain(to_sign.iter().map(|act| signature(member, act))).chain(seconds).collect()
}

/// What she could sign with others. Nothing is asked of whoever is on pause (`domain A8`).
async fn to_sign(scope: &Scope<'_>, member: &Member) -> Result<Vec<JointAct>, PageError> {
    if member.standing != Standing::Active {
        return Ok(Vec::new());
    }
    Ok(joint::waiting_for(scope, &member.site.joints, member.id).await?)
}

/// Requests to come back in which she can vouch or doubt, and circles she is asked to be in. They come first: nobody
/// else is told.
async fn ways_back(scope: &Scope<'_>, member: &Member) -> Result<Vec<Item>, PageError> {
    let mut items = Vec::new();
    for (request, name) in recovery::all_seen_by(scope, member.id).await? {
        let href = member.at(&format!("/group/recovery/{}", request.id));
        items.push(Item { kind: "recovery", icon: "key", title: name, when: None, href });
    }
    for close in circle::of_others(scope, member.id).await?.into_iter().filter(|close| !close.accepted) {
        let href = member.at("/me/circle");
        items.push(Item { kind: "circle", icon: "hands", title: close.name, when: None, href });
    }
    Ok(items)
}

/// A removal that concerns her, until it acts: her page says where it stands and what she can do. She does not learn it
/// from somebody else.
async fn removal(scope: &Scope<'_>, member: &Member) -> Result<Option<Item>, PageError> {
    let Some(hers) = removals::of(scope, member.id).await? else { return Ok(None) };
    let next = match hers.state {
        Removal::Noticed { .. } | Removal::Heard { .. } => {
            Message::new("removal-vote-from").with("at", hers.noticed_at + NOTICE)
        }
        Removal::Voting { .. } => Message::new("removal-vote-open"),
        Removal::Adopted { acts_at, .. } => Message::new("removal-acts-on").with("at", acts_at),
        Removal::Acting { .. } | Removal::Over(_) => return Ok(None),
    };
    Ok(Some(Item {
        kind: "removal",
        icon: "doc",
        title: say(&member.page, &next)?,
        when: None,
        href: member.at("/me/removal"),
    }))
}

/// Mandates of hers that are suspended: she reads it here, and until when.
async fn suspended(scope: &Scope<'_>, member: &Member) -> Result<Vec<Item>, PageError> {
    let mut items = Vec::new();
    for mandate in mandates::running(scope).await?.into_iter().filter(|mandate| mandate.holder == member.id) {
        if let Term::Suspended { until } = mandate.term(scope.now()) {
            items.push(Item {
                kind: "suspended",
                icon: "stop",
                title: mandate.title,
                when: Some(say(&member.page, &Message::new("next-plain").with("at", until))?),
                href: member.at(&format!("/group/powers/{}", mandate.id)),
            });
        }
    }
    Ok(items)
}

/// Votes that somebody noted for her on the telephone: by whom, until she votes herself or the vote is over.
async fn by_phone(scope: &Scope<'_>, member: &Member, found: &Today) -> Result<Vec<Item>, PageError> {
    let names = people::names(scope).await?;
    let gone = say(&member.page, &Message::new("a-member-who-left"))?;
    let noted = |(line, by): &(Line, MemberId)| {
        let who = names.of(*by).unwrap_or(&gone);
        let when = say(&member.page, &Message::new("phone-noted-by").with("who", who))?;
        let href = format!("{}/vote", member.at(&address(line)));
        Ok(Item { kind: "phone", icon: "ballot", title: line.title.clone(), when: Some(when), href })
    };
    found.by_phone.iter().map(noted).collect()
}

/// Chains of calls in which something waits for her: somebody is waiting for a call. They come before everything else.
async fn calls(scope: &Scope<'_>, member: &Member) -> Result<Vec<Item>, PageError> {
    if member.standing != Standing::Active {
        return Ok(Vec::new());
    }
    let asked = |line: chains::Line| {
        let message = match line.my_calls {
            0 if line.state == chains::State::WaitsForYes => Message::new("today-call-agree"),
            0 => Message::new("today-call-read"),
            calls => Message::new("today-call-make").with("count", calls),
        };
        let (title, href) = (say(&member.page, &message)?, member.at(&chain_home(line.id)));
        Ok(Item { kind: "call", icon: "call", title, when: None, href })
    };
    let running = chains::running(scope, member.id).await?.into_iter();
    running.filter(|line| line.waits_for_me).map(asked).collect()
}

/// Draws by lot that wait for her dice, or another's. Nothing is asked of whoever is on pause.
async fn dice(scope: &Scope<'_>, member: &Member) -> Result<Vec<Item>, PageError> {
    if member.standing != Standing::Active {
        return Ok(Vec::new());
    }
    let asked = |draw: draws::Waiting| {
        let when = say(&member.page, &Message::new("next-seconds").with("at", draw.until))?;
        let href = member.at(&draw_home(draw.id));
        Ok(Item { kind: "dice", icon: "hands", title: draw.title, when: Some(when), href })
    };
    draws::waiting_for_dice(scope, member.id).await?.into_iter().map(asked).collect()
}

/// A place in listening that became free, and that she is asked to take. Nothing is asked of whoever is on pause.
async fn listening(scope: &Scope<'_>, member: &Member) -> Result<Vec<Item>, PageError> {
    let item = |when: rota::Stretch| {
        let title = say(&member.page, &Message::new("slot-begins").with("at", when.start))?;
        Ok(Item { kind: "listening", icon: "chat", title, when: None, href: member.at("/call/listening") })
    };
    asked_today(scope, member.id).await?.into_iter().map(item).collect()
}

/// Somebody who asks to join. Those who welcome people see it at once; everybody from the seventh day on
/// (`mutual-aid` 5.4). Nothing is asked of whoever is on pause.
async fn asking(scope: &Scope<'_>, member: &Member) -> Result<Option<Item>, PageError> {
    if member.standing != Standing::Active {
        return Ok(None);
    }
    let welcomes = consents::said(scope, member.id, Use::WelcomeOthers).await?;
    let asked = applications::waiting(scope).await?.into_iter();
    let hers: Vec<_> = asked.filter(|asked| welcomes || asked.waiting > Waiting::Welcomers).collect();
    if hers.is_empty() {
        return Ok(None);
    }
    Ok(Some(Item {
        kind: "asking",
        icon: "cup",
        title: say(&member.page, &Message::new("asking-count").with("count", hers.len()))?,
        when: None,
        href: member.at("/group/asking"),
    }))
}

fn signature(member: &Member, act: &JointAct) -> Result<Item, PageError> {
    let when = say(&member.page, &Message::new("next-seconds").with("at", act.not_after))?;
    Ok(Item {
        kind: "sign",
        icon: "pen",
        title: say(&member.page, &name_of(&act.kind))?,
        when: Some(when),
        href: member.at(&format!("/group/together/{}", act.id)),
    })
}

/// What is going on in the group, the first to end coming first.
fn going_on(member: &Member, found: &Today) -> Result<Vec<Item>, PageError> {
    let votes =
        found.to_vote.iter().chain(&found.to_elect).chain(&found.other_votes).map(|line| ("vote", "ballot", line));
    let talks = found.discussions.iter().map(|line| ("talk", "chat", line));
    let seconds = found.to_second.iter().chain(&found.other_waiting).map(|line| ("second", "hands", line));
    let paper = found.waiting_for_paper.iter().map(|line| ("paper", "ballot", line));
    let mut lines: Vec<_> = votes.chain(talks).chain(seconds).chain(paper).collect();
    lines.sort_by_key(|(_, _, line)| line.due_at);
    lines.truncate(GOING_ON);
    lines.into_iter().map(|(kind, icon, line)| item(member, line, kind, icon, "next-plain")).collect()
}

fn item(
    member: &Member,
    line: &Line,
    kind: &'static str,
    icon: &'static str,
    when: &'static str,
) -> Result<Item, PageError> {
    let when = line.due_at.map(|at| say(&member.page, &Message::new(when).with("at", at))).transpose()?;
    Ok(Item { kind, icon, title: line.title.clone(), when, href: member.at(&address(line)) })
}
