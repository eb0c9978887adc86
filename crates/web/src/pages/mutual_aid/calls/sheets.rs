//! Sheets of paper: printing one's own, or somebody's at her request; what is to be struck; the sheet itself.

use super::{Choice, members_only};
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::Who;
use crate::pages::visit::{May, Member};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::commands::read_contact::number_of_call;
use membership::powers::Permit;
use membership::queries::{contacts, people};
use membership::rules::consent::Channel;
use mutual_aid::commands::calls::member as member_of;
use mutual_aid::commands::calls::sheets::{DAYS, For, destroyed, open_again, print};
use mutual_aid::powers::PrintSheet;
use mutual_aid::queries::calls::people::live;
use mutual_aid::queries::calls::sheets::{self, Mine};
use mutual_aid::queries::calls::tree::seen;
use mutual_aid::rules::calls::Voicemail;
use mutual_aid::rules::sheets::Printed;
use serde::{Deserialize, Serialize};
use tera::context;

/// A sheet as a line.
#[derive(Serialize)]
struct Line {
    href: String,
    /// In digits, as it is typed in again.
    number: String,
    holder: String,
    is_mine: bool,
    until: NaiveDate,
    strike: String,
    to_destroy: bool,
    is_old: bool,
}

fn line(member: &Member, one: &Mine, who: &Who) -> Line {
    let sheet = &one.printed.sheet;
    let numbers: Vec<String> = one.strike.iter().map(ToString::to_string).collect();
    Line {
        href: member.at(&format!("/call/sheets/{}", sheet.number)),
        number: sheet.number.to_string(),
        holder: who.name(one.printed.holder),
        is_mine: one.printed.holder == member.id,
        until: sheet.until,
        strike: numbers.join(", "),
        to_destroy: one.to_destroy,
        is_old: one.is_old,
    }
}

pub(super) async fn show(member: Member) -> PageResult {
    show_sheets(member).await
}

async fn show_sheets(member: Member) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let mine = sheets::mine(&scope, member.id).await?;
    let is_in_it = seen(&scope, member.id).await?.is_mine;
    let everyone = people::everyone(&scope).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let lines: Vec<Line> = mine.iter().map(|one| line(&member, one, &who)).collect();
    let without = everyone.into_iter().filter(|person| !person.has_entered && person.id != member.id);
    let without: Vec<Choice> = without.map(|person| Choice::new(person.id.to_string(), person.name)).collect();
    let context = context! {
        lines => &lines, is_in_it => &is_in_it, without => &without, days => &DAYS,
        base => &member.at("/call/sheets"), back => &member.at("/call"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/sheets.html", context)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    days: String,
    whom: String,
    channel: String,
}

pub(super) async fn printed(may: May<PrintSheet, Typed>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<PrintSheet>| {
        let whom = whom(&may.form)?;
        let days = may.form.days.trim().parse().unwrap_or_default();
        let number = print(tx, permit, whom, days).await?;
        Ok(may.at(&format!("/call/sheets/{number}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-sheet")),
        Err(no) => show_sheets(may.again(no)?).await,
    }
}

fn whom(form: &Typed) -> Result<For, No> {
    if form.whom.is_empty() {
        return Ok(For::Herself);
    }
    let whom: MemberId = form.whom.parse().map_err(|_| No::field("whom", Message::new("callsheet-choose-whom")))?;
    let channel = Channel::by_another(&form.channel);
    let channel = channel.ok_or_else(|| No::field("channel", Message::new("at-request-choose-channel")))?;
    Ok(For::Another(whom, channel))
}

/// A line of the sheet. One that is to be struck has no name.
#[derive(Serialize)]
struct OnPaper {
    number: u16,
    name: String,
    tel: Option<String>,
    hours: Option<(String, String)>,
    /// She wants no word left with a machine, nor with anybody else.
    hang_up: bool,
    /// Whom the holder calls when that one stays silent.
    then: Vec<OnPaper>,
}

/// The sheet in its parts.
#[derive(Default, Serialize)]
struct Parts {
    called_by: Option<OnPaper>,
    calls: Vec<OnPaper>,
    second: Vec<OnPaper>,
}

pub(super) async fn one(member: Member, at: Path<(String, i32)>) -> PageResult {
    show_one(member, at.1).await
}

async fn show_one(member: Member, number: i32) -> PageResult {
    members_only(&member)?;
    let scope = member.read();
    let mine = sheets::one(&scope, number, member.id).await?;
    let (live, who) = (live(&scope).await?, Who::new(people::names(&scope).await?, &member.page)?);
    let own = contacts::mine(&scope, member.id).await?;
    let sheet = &mine.printed.sheet;
    let (mut parts, mut closed) = (Parts::default(), false);
    for line in sheet.lines.iter().filter(|line| !mine.strike.contains(&line.number)) {
        let whose = member_of(line.person);
        let tel = match live.numbers.get(&whose) {
            Some(point) if whose != member.id => number_of_call(&scope, member.id, whose, *point).await?,
            // Whoever prints for another stands on that sheet with her number.
            Some(point) => own.iter().find(|one| one.id == *point).map(|one| one.value.clone()),
            None => None,
        };
        closed |= tel.is_none() && whose != member.id;
        let clock = |at: chrono::NaiveTime| at.format("%H:%M").to_string();
        let quiet = live.choices.get(&whose).map(|chosen| chosen.quiet).filter(|quiet| quiet.from != quiet.until);
        let hours = quiet.map(|quiet| (clock(quiet.until), clock(quiet.from)));
        let hang_up = live.choices.get(&whose).is_some_and(|chosen| chosen.voicemail == Voicemail::Nothing);
        let shown = OnPaper { number: line.number, name: who.name(whose), tel, hours, hang_up, then: Vec::new() };
        put(&mut parts, shown, line.printed, &mine);
    }
    drop(scope);
    let starts = parts.called_by.is_none();
    let context = context! {
        number => &sheet.number.to_string(), holder => &who.name(mine.printed.holder), by => &who.name(mine.printed.printed_by),
        printed_on => &sheet.printed, until => &sheet.until, parts => &parts, closed => &closed, starts => &starts,
        strike => &mine.strike, renumbered => &mine.renumbered, to_destroy => &mine.to_destroy, is_old => &mine.is_old,
        is_mine => &(mine.printed.holder == member.id), here => &member.at(&format!("/call/sheets/{number}")),
        back => &member.at("/call/sheets"),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/calls/sheet.html", context)
}

fn put(parts: &mut Parts, shown: OnPaper, printed: Printed, mine: &Mine) {
    match printed {
        Printed::CallsYou => parts.called_by = Some(shown),
        Printed::Call => parts.calls.push(shown),
        Printed::SecondVoice => parts.second.push(shown),
        Printed::IfSilent(silent) => {
            let mut lines = mine.printed.sheet.lines.iter();
            let line = lines.find(|line| line.person == silent && line.printed == Printed::Call);
            let above = line.and_then(|line| parts.calls.iter_mut().find(|one| one.number == line.number));
            match above {
                Some(above) => above.then.push(shown),
                // The one above is to be struck: her people stay to be called.
                None => parts.calls.push(shown),
            }
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    act: String,
}

pub(super) async fn done(may: May<PrintSheet, Done>, at: Path<(String, i32)>) -> PageResult {
    let is_over = may.form.act == "destroyed";
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<PrintSheet>| {
        if is_over {
            destroyed(tx, permit, at.1).await?;
            Ok(may.at("/call/sheets"))
        } else {
            open_again(tx, permit, at.1).await?;
            Ok(may.at(&format!("/call/sheets/{}", at.1)))
        }
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, if is_over { "done-sheet-destroyed" } else { "done-chain-numbers" })),
        Err(no) => show_one(may.again(no)?, at.1).await,
    }
}
