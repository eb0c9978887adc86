//! "Whom can I call now?": never empty, never wrong (L1). Reading it writes nothing.

use crate::kit::{PageResult, Tab};
use crate::pages::decisions::Who;
use crate::pages::visit::{May, Member};
use ::membership::queries::people;
use chrono::{NaiveDate, NaiveTime};
use commons::clock::Time;
use mutual_aid::commands::listening::be_listened;
use mutual_aid::powers::BeListenedTo;
use mutual_aid::queries::listening::{Now, There, whom_can_i_call};
use mutual_aid::rules::listening::Line;
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Serialize)]
struct ThereShown {
    name: String,
    number: String,
    dial: String,
    until: Time,
}

fn there_shown(there: There, who: &Who) -> ThereShown {
    let dial = there.number.chars().filter(|one| one.is_ascii_digit() || *one == '+').collect();
    ThereShown { name: who.name(there.who), number: there.number, dial, until: there.until }
}

/// A line outside: its number, what it is, when it answers, and when somebody last called it.
#[derive(Serialize)]
struct LineShown {
    number: String,
    name: String,
    from: Option<String>,
    until: Option<String>,
    checked: Option<NaiveDate>,
}

fn line_shown(line: Line) -> LineShown {
    let clock = |at: NaiveTime| at.format("%H:%M").to_string();
    let hours = line.each_day();
    LineShown {
        from: hours.map(|(from, _)| clock(from)),
        until: hours.map(|(_, until)| clock(until)),
        number: line.number,
        name: line.name,
        checked: line.checked,
    }
}

pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let found = whom_can_i_call(&scope, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let said_yes = !matches!(found, Now::SayYesFirst(_));
    let (there, next, lines) = match found {
        Now::Call(there, lines) => (there, None, lines),
        Now::Nobody(next, lines) => (Vec::new(), next, lines),
        Now::SayYesFirst(lines) => (Vec::new(), None, lines),
    };
    let lines: Vec<LineShown> = lines.into_iter().map(line_shown).collect();
    let there: Vec<ThereShown> = there.into_iter().map(|one| there_shown(one, &who)).collect();
    let context = context! {
        there => &there, next => &next, lines => &lines, said_yes => &said_yes,
        may => &member.standing.is_member(), base => &member.at("/call"), apart => &member.at("/me/apart"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/listening/now.html", context)
}

/// Anything but `no` is a yes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Yes {
    yes: String,
}

pub(super) async fn say_yes(may: May<BeListenedTo, Yes>) -> PageResult {
    let (to, yes) = (may.at("/call/now"), may.form.yes != "no");
    let to = may
        .act(async |tx, permit| {
            be_listened(tx, permit, yes).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, if yes { "done-listened-yes" } else { "done-listened-no" }))
}
