//! One's own yes to listening: the number, how often, alone or not, when one may be asked.

use super::{Nothing, shown, time};
use crate::kit::{PageResult, Tab};
use crate::pages::visit::{May, Member};
use mutual_aid::commands::listening::{self as command, Settings};
use mutual_aid::powers::Listen;
use mutual_aid::queries::listening::mine;
use serde::{Deserialize, Serialize};
use tera::context;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    number: String,
    weekly_most: String,
    alone: bool,
    days: Vec<String>,
    from: String,
    until: String,
}

impl Typed {
    fn read(&self) -> Settings {
        Settings {
            number: self.number.clone(),
            weekly_most: self.weekly_most.trim().parse().ok(),
            alone: self.alone,
            days: self.days.iter().filter_map(|day| day.parse().ok()).collect(),
            from: time(&self.from),
            until: time(&self.until),
        }
    }
}

/// A day of the week as a box to tick.
#[derive(Serialize)]
struct Day {
    number: u32,
    on: bool,
}

pub(super) async fn show(member: Member) -> PageResult {
    let hers = mine(&member.read(), member.id).await?;
    let listens = hers.is_some();
    // The hours of the group's calls (ruling 15) are where the form begins; no day is ticked before she ticks it.
    let (number, most, alone, days, from, until) = match hers {
        Some(hers) => (hers.number, hers.weekly_most, hers.alone, hers.days, shown(hers.from), shown(hers.until)),
        None => (String::new(), 1, false, Vec::new(), "09:00".to_owned(), "21:00".to_owned()),
    };
    let days: Vec<Day> = (0..7).map(|number| Day { number, on: days.contains(&number) }).collect();
    let context = context! {
        listens => &listens, number => &number, most => &most.to_string(), alone => &alone, days => &days,
        from => &from, until => &until, action => &member.at("/me/listening"),
    };
    member.into_page().at(Tab::Me).render("mutual-aid/listening/mine.html", context)
}

/// Says yes, or changes what she said.
pub(super) async fn listen(may: May<Listen, Typed>) -> PageResult {
    let (to, settings) = (may.at("/call/listening"), may.form.read());
    let done = may
        .act(async |tx, permit| {
            command::listen(tx, permit, &settings).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-listen")),
        Err(no) => show(may.again(no)?).await,
    }
}

pub(super) async fn stop(may: May<Listen, Nothing>) -> PageResult {
    let to = may.at("/call/listening");
    let to = may
        .act(async |tx, permit| {
            command::stop(tx, permit).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-listen-stopped"))
}
