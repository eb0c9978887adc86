//! The hours in which two of the group are there.

use super::{shown, time};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use commons::refusal::No;
use mutual_aid::commands::listening::{self as command, NewHours};
use mutual_aid::powers::OpenListening;
use mutual_aid::queries::listening::{Hours, hours};
use serde::{Deserialize, Serialize};
use tera::context;

/// Days of the week as forms name them, Monday is 0.
pub(super) const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

#[derive(Serialize)]
struct Row {
    id: String,
    day: u32,
    from: String,
    until: String,
    only: Option<NaiveDate>,
}

fn row(hours: &Hours) -> Row {
    let until = hours.from.overflowing_add_signed(Duration::minutes(i64::from(hours.minutes))).0;
    Row {
        id: hours.id.to_string(),
        day: hours.first_day.weekday().num_days_from_monday(),
        from: shown(hours.from),
        until: shown(until),
        only: hours.last_day.filter(|last| *last == hours.first_day),
    }
}

pub(super) async fn show(member: Member) -> PageResult {
    let rows: Vec<Row> = hours(&member.read()).await?.iter().map(row).collect();
    let context = context! {
        rows => &rows, days => &(0..7).collect::<Vec<u32>>(), may => &member.standing.is_member(),
        action => &member.at("/call/listening/hours"), back => &member.at("/call/listening"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/listening/hours.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    day: String,
    from: String,
    until: String,
    once: bool,
}

pub(super) async fn open(may: May<OpenListening, Typed>) -> PageResult {
    let to = may.at("/call/listening/hours");
    let day = may.form.day.parse::<usize>().ok().and_then(|day| DAYS.get(day).copied());
    let new = NewHours { day, from: time(&may.form.from), until: time(&may.form.until), once: may.form.once };
    let done = may
        .act(async |tx, permit| {
            command::open(tx, permit, new).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-hours-open")),
        Err(no) => show(may.again(no)?).await,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    hours: String,
}

pub(super) async fn give_up(may: May<OpenListening, Which>) -> PageResult {
    let to = may.at("/call/listening/hours");
    let to = may
        .act(async |tx, permit| {
            let id = may.form.hours.parse().map_err(|_| No::NotFound)?;
            command::give_up(tx, permit, id).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-hours-given-up"))
}
