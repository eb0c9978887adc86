//! One's own limits, under "Me": one page for everything that asks.

use super::visits::hours::{self, HoursShown, Typed as HoursTyped};
use crate::kit::{PageResult, Tab};
use crate::pages::routes::Route;
use crate::pages::routes::table::{member_get, power_post};
use crate::pages::visit::{May, Member};
use ::membership::queries::me;
use ::membership::rules::standing::Standing;
use ::mutual_aid::commands::limits::{say, say_enough};
use ::mutual_aid::powers::SetOwnLimits;
use ::mutual_aid::queries::limits::{kinds, own, yes_to};
use ::mutual_aid::rules::hours::{WEEK, named, word};
use ::mutual_aid::rules::limits::{Away, MOST_AWAY, OwnLimits, Reminder};
use chrono::NaiveDate;
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use rota::Kind;
use rota::opening::Watch;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tera::context;

/// Addresses of this part.
pub(super) fn routes() -> Vec<Route> {
    vec![
        member_get("/g/{group}/me/limits", show),
        power_post("/g/{group}/me/limits", said),
        power_post("/g/{group}/me/limits/enough", enough),
    ]
}

/// A kind of help, as a box to tick: its words are those of the yes it stands on.
#[derive(Serialize)]
struct KindShown {
    value: &'static str,
    key: String,
    on: bool,
}

/// Days away, as two fields.
#[derive(Serialize)]
struct AwayShown {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

/// Two lines are offered, and one more than there are.
fn away(limits: &OwnLimits) -> Vec<AwayShown> {
    let mut lines: Vec<AwayShown> =
        limits.away.iter().map(|away| AwayShown { from: Some(away.from), until: Some(away.until) }).collect();
    let wanted = (lines.len() + 1).clamp(2, MOST_AWAY);
    while lines.len() < wanted {
        lines.push(AwayShown { from: None, until: None });
    }
    lines
}

/// A day on which she wants to hear that somebody is looked for.
#[derive(Serialize)]
struct DayWatched {
    value: &'static str,
    on: bool,
}

/// None is another answer than nothing said: 0 stands there as 0.
fn shown(most: Option<u32>) -> String {
    most.map(|most| most.to_string()).unwrap_or_default()
}

async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let limits = own(&scope, member.id).await?;
    let yes = yes_to(&scope, member.id).await?;
    let has_address = me::me(&scope, member.id).await?.email.is_some();
    drop(scope);
    let kinds: Vec<KindShown> = kinds()
        .map(|(kind, to)| KindShown { value: kind.word(), key: to.name().replace('_', "-"), on: yes.contains(&kind) })
        .collect();
    let watch_days: Vec<DayWatched> =
        WEEK.into_iter().map(|day| DayWatched { value: word(day), on: limits.watch.days.contains(&day) }).collect();
    let context = context! {
        kinds => &kinds, hours => &HoursShown::of_windows(&limits.windows), a_day => &shown(limits.a_day),
        a_week => &shown(limits.a_week), a_month => &shown(limits.a_month), rest => &limits.rest_hours, away => &away(&limits), enough => &limits.enough,
        reminder => &limits.reminder.word(), watch => &!limits.watch.kinds.is_empty(), watch_days => &watch_days, has_address => &has_address,
        is_paused => &(member.standing == Standing::Paused), is_member => &member.standing.is_member(),
    };
    member.into_page().at(Tab::Me).render("mutual-aid/limits/limits.html", context)
}

/// Limits as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Limits {
    kind: Vec<String>,
    days: Vec<String>,
    from1: String,
    until1: String,
    from2: String,
    until2: String,
    a_day: String,
    a_week: String,
    a_month: String,
    rest: String,
    away_from: Vec<String>,
    away_until: Vec<String>,
    reminder: String,
    watch: bool,
    watch_days: Vec<String>,
}

fn number(field: &'static str, text: &str, problems: &mut Vec<Problem>) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let read = text.parse().ok();
    if read.is_none() {
        problems.push(Problem::new(field, Message::new("own-limits-number-unreadable")));
    }
    read
}

impl Limits {
    fn read(&self) -> Result<(OwnLimits, BTreeSet<Kind>), No> {
        let mut problems = Vec::new();
        let typed = HoursTyped { days: &self.days, pairs: [(&self.from1, &self.until1), (&self.from2, &self.until2)] };
        let windows = hours::read(&typed, &mut problems);
        let caps = [("a_day", &self.a_day), ("a_week", &self.a_week), ("a_month", &self.a_month)];
        let [a_day, a_week, a_month] = caps.map(|(field, text)| number(field, text, &mut problems));
        let rest_hours = number("rest", &self.rest, &mut problems).unwrap_or(0);
        let mut away = Vec::new();
        for (from, until) in self.away_from.iter().zip(&self.away_until) {
            let (from, until) = (from.trim(), until.trim());
            if from.is_empty() && until.is_empty() {
                continue;
            }
            // One day alone is that day.
            let until = if until.is_empty() { from } else { until };
            match (from.parse(), until.parse()) {
                (Ok(from), Ok(until)) => away.push(Away { from, until }),
                _ => problems.push(Problem::new("away_until", Message::new("own-limits-away-wrong"))),
            }
        }
        if !problems.is_empty() {
            return Err(No::Invalid(problems));
        }
        let limits = OwnLimits {
            windows,
            a_day,
            a_week,
            a_month,
            rest_hours,
            away,
            enough: false,
            reminder: Reminder::named(&self.reminder).unwrap_or_default(),
            heard: None,
            watch: Watch {
                kinds: if self.watch { BTreeSet::from([Kind::Listening]) } else { BTreeSet::new() },
                days: self.watch_days.iter().filter_map(|day| named(day)).collect(),
            },
        };
        Ok((limits, self.kind.iter().filter_map(|word| Kind::named(word)).collect()))
    }
}

async fn said(may: May<SetOwnLimits, Limits>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let (limits, yes) = may.form.read()?;
        say(tx, permit, limits, &yes).await?;
        Ok(may.at("/me/limits"))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-limits")),
        Err(no) => show(may.again(no)?).await,
    }
}

/// Enough for now, or again: anything but `no` is enough.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Enough {
    enough: String,
}

async fn enough(may: May<SetOwnLimits, Enough>) -> PageResult {
    let enough = may.form.enough != "no";
    let to = may
        .act(async |tx: &Tx<'_>, permit| {
            say_enough(tx, permit, enough).await?;
            Ok(may.at("/me/limits"))
        })
        .await?;
    Ok(may.page.go_saying(&to, if enough { "done-enough" } else { "done-not-enough" }))
}
