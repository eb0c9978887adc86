//! One visit, for whoever makes it: when, with whom, where, and the day itself.

use super::for_somebody::read_whom;
use super::home::{home, visit_word};
use super::hours::HoursTold;
use super::{channel, without_screen};
use crate::kit::{PageResult, Tab};
use crate::pages::decisions::{Who, list_of};
use crate::pages::visit::{May, Member};
use ::membership::queries::people;
use ::mutual_aid::VisitId;
use ::mutual_aid::commands::visits::for_visitor::{Said, note};
use ::mutual_aid::commands::visits::visiting::{Became, Does, Says, answer, of_mine, open_number};
use ::mutual_aid::powers::{Visit, WriteVisits};
use ::mutual_aid::queries::visits::{VisitSeen, Where, one};
use actix_web::web::Path;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use tera::context;

/// What is known of a ward, in words.
#[derive(Debug, Serialize)]
pub(super) struct WardShown {
    pub(super) hours: HoursTold,
    pub(super) at_once: u16,
    pub(super) kept_for_others: u16,
    pub(super) room: u16,
    pub(super) call_first: bool,
    pub(super) register: bool,
    pub(super) arrive_before: Option<u16>,
    pub(super) phone: Option<String>,
    /// What a telephone dials.
    pub(super) dial: Option<String>,
    pub(super) least_age: Option<u16>,
    pub(super) papers: bool,
    pub(super) not_to_bring: Vec<String>,
    pub(super) turned_away: Option<NaiveDate>,
    pub(super) source: &'static str,
    pub(super) on: NaiveDate,
    /// Whether nobody ever asked the ward.
    pub(super) is_unknown: bool,
}

/// Where it is, in words.
#[derive(Debug, Serialize)]
pub(super) struct PlaceShown {
    pub(super) words: String,
    pub(super) kind: &'static str,
    pub(super) ward: Option<WardShown>,
    pub(super) is_old: bool,
}

/// The digits of a number up to its extension.
fn dial(number: &str) -> String {
    let main = number.split(char::is_alphabetic).next().unwrap_or_default();
    main.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
}

pub(super) fn place_shown(place: Where) -> PlaceShown {
    use ::mutual_aid::rules::visits::ward::Source;
    let ward = place.ward.map(|ward| WardShown {
        room: ward.room(),
        at_once: ward.at_once.what,
        kept_for_others: ward.kept_for_others,
        call_first: ward.says_yes_each_day(),
        register: ward.register.as_ref().is_some_and(|fact| fact.what),
        arrive_before: ward.arrive_before.as_ref().map(|fact| fact.what),
        dial: ward.phone.as_ref().map(|fact| dial(&fact.what)),
        phone: ward.phone.as_ref().map(|fact| fact.what.clone()),
        least_age: ward.least_age.as_ref().map(|fact| fact.what),
        papers: ward.papers.as_ref().is_some_and(|fact| fact.what),
        not_to_bring: ward.not_to_bring.into_iter().map(|fact| fact.what).collect(),
        turned_away: ward.turned_away,
        source: match ward.hours.from {
            Source::Phone => "phone",
            Source::There => "there",
            Source::Paper => "paper",
        },
        on: ward.hours.on,
        is_unknown: ward.hours.on == NaiveDate::default(),
        hours: HoursTold::of(&ward.hours.what),
    });
    PlaceShown { words: place.words, kind: place.kind, ward, is_old: place.is_old }
}

#[derive(Debug, Serialize)]
struct Shown {
    person: String,
    starts: Time,
    minutes: u32,
    by_phone: bool,
    state: &'static str,
    rests: bool,
    /// The others who come.
    with: String,
    asks_word: bool,
    word_holds: bool,
    place: Option<PlaceShown>,
    place_from: Option<Time>,
    her_yes: bool,
    wards_yes: Option<bool>,
    is_today: bool,
    may_begin: bool,
    is_over: bool,
    may_open_number: bool,
    number: Option<String>,
    /// What a telephone dials.
    dial: Option<String>,
}

pub(super) async fn show(member: Member, at: Path<(String, VisitId)>) -> PageResult {
    page(member, at.1).await
}

async fn page(member: Member, id: VisitId) -> PageResult {
    let scope = member.read();
    let seen = one(&scope, id, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let plan = seen.plan.map(|plan| member.at(&format!("/visit/plans/{plan}")));
    let (mine, action) = (seen.mine.is_some(), member.at(&format!("/visit/visits/{id}")));
    let without = if seen.may_note { without_screen(&member).await? } else { Vec::new() };
    let said: Vec<&str> = Said::ALL.into_iter().map(Said::word).collect();
    let shown = shown(&member, &who, seen)?;
    let context = context! {
        visit => &shown, action => &action, plan => &plan, mine => &mine, without => &without, said => &said,
    };
    member.into_page().at(Tab::Visit).render("mutual-aid/visits/visit.html", context)
}

fn shown(member: &Member, who: &Who, seen: VisitSeen) -> Result<Shown, crate::kit::PageError> {
    let others: Vec<_> = seen.visitors.iter().copied().filter(|one| *one != member.id).collect();
    Ok(Shown {
        person: who.name(seen.person),
        starts: seen.starts,
        minutes: seen.minutes,
        by_phone: seen.by_phone,
        state: visit_word(seen.state),
        rests: seen.rests && !seen.is_over,
        with: list_of(&member.page, &who.all(&others))?,
        asks_word: seen.asks_word,
        word_holds: seen.word_holds,
        place: seen.place.map(place_shown),
        place_from: seen.place_from,
        her_yes: seen.her_yes,
        wards_yes: seen.wards_yes,
        is_today: seen.is_today,
        may_begin: seen.may_begin,
        is_over: seen.is_over,
        may_open_number: seen.may_open_number,
        dial: seen.number.as_deref().map(dial),
        number: seen.number,
    })
}

/// What whoever comes, or might, does.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Doing {
    act: String,
}

/// What is written on the buttons.
enum Pressed {
    Answer(Says),
    Does(Does),
}

fn pressed(act: &str) -> Result<Pressed, No> {
    Ok(match act {
        "yes" => Pressed::Answer(Says::Yes),
        "if_nobody" => Pressed::Answer(Says::IfNobodyElse),
        "no" => Pressed::Answer(Says::No),
        "holds" => Pressed::Does(Does::Holds),
        "free" => Pressed::Does(Does::Free),
        "her_yes" => Pressed::Does(Does::HerYes),
        "wards_yes" => Pressed::Does(Does::WardsYes),
        "card_is_right" => Pressed::Does(Does::CardIsRight),
        "begin" => Pressed::Does(Does::Begin),
        "end" => Pressed::Does(Does::End),
        "not_today" => Pressed::Does(Does::NotToday),
        "turned_away" => Pressed::Does(Does::TurnedAway),
        _ => return Err(No::NotFound),
    })
}

pub(super) async fn does(may: May<Visit, Doing>, at: Path<(String, VisitId)>) -> PageResult {
    let visit = at.1;
    let (home_at, page_at) = (may.at("/visit"), may.at(&format!("/visit/visits/{visit}")));
    let mut said = "done-visit";
    let done = may.act(async |tx: &Tx<'_>, permit| match pressed(&may.form.act)? {
        Pressed::Answer(says) => {
            let (to, word) = match answer(tx, permit, visit, says).await? {
                Became::Taken => (page_at.clone(), "done-visit-taken"),
                Became::Waits => (home_at.clone(), "done-visit-waits"),
                Became::Kept => (home_at.clone(), "done-visit-kept"),
                Became::Passed => (home_at.clone(), "done-visit-passed"),
            };
            said = word;
            Ok(to)
        }
        Pressed::Does(does) => {
            of_mine(tx, permit, visit, does).await?;
            (said, _) = match does {
                Does::Free => ("done-visit-freed", ()),
                Does::Holds => ("done-visit-holds", ()),
                Does::NotToday => ("done-visit-not-today", ()),
                Does::TurnedAway => ("done-visit-turned-away", ()),
                Does::End => ("done-visit-over", ()),
                Does::HerYes | Does::WardsYes | Does::CardIsRight | Does::Begin => ("done-visit", ()),
            };
            Ok(if does == Does::Free { home_at.clone() } else { page_at.clone() })
        }
    });
    let answers = ["yes", "if_nobody", "no"].contains(&may.form.act.as_str());
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, said)),
        Err(no) if answers => home(may.again(no)?).await,
        Err(no) => page(may.again(no)?, visit).await,
    }
}

/// A form that says all by being sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Nothing {}

pub(super) async fn opened(may: May<Visit, Nothing>, at: Path<(String, VisitId)>) -> PageResult {
    let to = may.at(&format!("/visit/visits/{}", at.1));
    let done = may.act(async |tx: &Tx<'_>, permit| {
        open_number(tx, permit, at.1).await?;
        Ok(to)
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-chain-numbers")),
        Err(no) => page(may.again(no)?, at.1).await,
    }
}

/// What somebody without a screen said of this visit, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Noting {
    whom: String,
    said: String,
    channel: String,
}

pub(super) async fn noted(may: May<WriteVisits, Noting>, at: Path<(String, VisitId)>) -> PageResult {
    let visit = at.1;
    let done = may.act(async |tx: &Tx<'_>, permit| {
        let said = Said::named(&may.form.said);
        let said = said.ok_or_else(|| No::field("said", Message::new("visits-choose-said")))?;
        let (whom, how) = (read_whom(&may.form.whom)?, channel(&may.form.channel)?);
        let id = note(tx, permit, visit, whom, how, said).await?;
        Ok(may.at(&format!("/group/at-request/{id}")))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&to, "done-at-request")),
        Err(no) => page(may.again(no)?, visit).await,
    }
}
