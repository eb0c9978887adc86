//! The slots of the coming weeks: taking one, leaving it, answering when a place became free, changing places.

use super::Nothing;
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::decisions::Who;
use crate::pages::decisions::words::say;
use crate::pages::visit::{May, Member};
use ::membership::queries::people;
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use membership::powers::Permit;
use mutual_aid::SwapId;
use mutual_aid::commands::listening::{self as command, Answered, Left};
use mutual_aid::powers::Listen;
use mutual_aid::queries::listening::{Asked, At, Line, Offer, Talk, asked_of, week};
use mutual_aid::rules::listening::State;
use rota::Stretch;
use serde::{Deserialize, Serialize};
use tera::context;

/// Most slots that are shown as free: a page is read on an old phone.
const MOST_FREE: usize = 30;
const HOME: &str = "/call/listening";

/// A slot as a line.
#[derive(Serialize)]
struct Row {
    slot: String,
    from: Time,
    until: Time,
    places: usize,
    /// It is now.
    now: bool,
    /// It is now, and nobody is there for whoever calls.
    gap: bool,
    with: Option<String>,
    rather: Option<Wish>,
    swap: String,
}

/// The slot that she would rather have.
#[derive(Serialize)]
struct Wish {
    from: Time,
    until: Time,
    take_back: String,
}

fn row(member: &Member, line: &Line, who: &Who) -> Row {
    let wish = |(id, when): (SwapId, Stretch)| Wish {
        from: when.start,
        until: when.end,
        take_back: member.at(&format!("{HOME}/swaps/{id}/take-back")),
    };
    Row {
        slot: line.at.to_string(),
        from: line.when.start,
        until: line.when.end,
        places: line.places,
        now: matches!(line.state, State::Live | State::Gap),
        gap: line.state == State::Gap,
        with: line.with.map(|with| who.name(with)),
        rather: line.rather.map(wish),
        swap: member.at(&format!("{HOME}/swap/{}", line.at)),
    }
}

#[derive(Serialize)]
struct AskedShown {
    slot: String,
    from: Time,
    until: Time,
    if_nobody_else: bool,
}

#[derive(Serialize)]
struct OfferShown {
    gives: Stretch,
    gets: Stretch,
    accept: String,
}

#[derive(Serialize)]
struct TalkShown {
    from: Time,
    with: Option<String>,
    href: Option<String>,
}

fn talk(member: &Member, talk: &Talk, who: &Who) -> TalkShown {
    let page = |with: MemberId| member.at(&format!("/group/members/{with}"));
    TalkShown { from: talk.when.start, with: talk.with.map(|with| who.name(with)), href: talk.with.map(page) }
}

pub(super) async fn show(member: Member) -> PageResult {
    let scope = member.read();
    let read = week(&scope, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let rows = |wanted: fn(&&Line) -> bool| read.slots.iter().filter(wanted).map(|line| row(&member, line, &who));
    let mine: Vec<Row> = rows(|line| line.mine).collect();
    let free: Vec<Row> = rows(|line| line.free).take(MOST_FREE).collect();
    let taken = read.slots.iter().filter(|line| !line.mine && !line.free).count();
    let asked = read.asked.iter().map(|one: &Asked| AskedShown {
        slot: one.at.to_string(),
        from: one.when.start,
        until: one.when.end,
        if_nobody_else: one.if_nobody_else,
    });
    let offers = read.offers.iter().map(|one: &Offer| OfferShown {
        gives: one.gives,
        gets: one.gets,
        accept: member.at(&format!("{HOME}/swaps/{}/accept", one.id)),
    });
    let talks: Vec<TalkShown> = read.talk.iter().map(|one| talk(&member, one, &who)).collect();
    let context = context! {
        listens => &read.listens, mine => &mine, free => &free, taken => &taken,
        asked => &asked.collect::<Vec<_>>(), offers => &offers.collect::<Vec<_>>(), talks => &talks,
        base => &member.at(HOME), now => &member.at("/call/now"), settings => &member.at("/me/listening"),
        members => &member.at("/group/members"), may => &member.standing.is_member(),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/listening/week.html", context)
}

/// Which slot.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    slot: String,
    answer: String,
}

impl Which {
    fn at(&self) -> Result<At, No> {
        self.slot.parse().map_err(|_| No::NotFound)
    }
}

pub(super) async fn take(may: May<Listen, Which>) -> PageResult {
    let to = may.at(HOME);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<Listen>| {
            command::take(tx, permit, may.form.at()?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-slot-taken"))
}

pub(super) async fn leave(may: May<Listen, Which>) -> PageResult {
    let (to, mut said) = (may.at(HOME), "done-slot-left");
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<Listen>| {
            if command::leave(tx, permit, may.form.at()?).await? == Left::During {
                said = "done-slot-breathe";
            }
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, said))
}

pub(super) async fn answer(may: May<Listen, Which>) -> PageResult {
    let to = may.at(HOME);
    let (answered, said) = match may.form.answer.as_str() {
        "spare" => (Answered::IfNobodyElse, "done-slot-if-nobody"),
        _ => (Answered::No, "done-slot-no"),
    };
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<Listen>| {
            command::answer(tx, permit, may.form.at()?, answered).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, said))
}

/// The slot that somebody would give, and those that others have.
pub(super) async fn swap(member: Member, at: Path<(String, String)>) -> PageResult {
    show_swap(member, &at.1).await
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

async fn show_swap(member: Member, slot: &str) -> PageResult {
    let at: At = slot.parse().map_err(|_| No::NotFound)?;
    let scope = member.read();
    let (now, read) = (scope.now(), week(&scope, member.id).await?);
    drop(scope);
    let own = read.slots.iter().find(|line| line.mine && line.at == at && line.when.start > now).ok_or(No::NotFound)?;
    let mut choices = Vec::new();
    for line in read.slots.iter().filter(|line| !line.mine && line.when.start > now && line.places < 2) {
        choices.push(Choice { value: line.at.to_string(), label: told(&member.page, line.when.start)? });
    }
    let context = context! {
        from => &own.when.start, until => &own.when.end, choices => &choices, back => &member.at(HOME),
        action => &member.at(&format!("{HOME}/swap/{at}")),
    };
    member.into_page().at(Tab::Call).render("mutual-aid/listening/swap.html", context)
}

/// When a slot begins.
fn told(page: &Page, at: Time) -> Result<String, PageError> {
    say(page, &Message::new("slot-begins").with("at", at))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    wanted: String,
}

pub(super) async fn ask_swap(may: May<Listen, Wanted>, at: Path<(String, String)>) -> PageResult {
    let to = may.at(HOME);
    let done = may
        .act(async |tx: &Tx<'_>, permit: Permit<Listen>| {
            let own: At = at.1.parse().map_err(|_| No::NotFound)?;
            let wanted: Result<At, _> = may.form.wanted.parse();
            let wanted = wanted.map_err(|_| No::field("wanted", Message::new("listening-swap-choose")))?;
            command::ask_swap(tx, permit, own, wanted).await?;
            Ok(to)
        })
        .await;
    match done {
        Ok(to) => Ok(may.page.go_saying(&to, "done-swap-asked")),
        Err(no) => show_swap(may.again(no)?, &at.1).await,
    }
}

pub(super) async fn take_swap_back(may: May<Listen, Nothing>, at: Path<(String, String)>) -> PageResult {
    let to = may.at(HOME);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<Listen>| {
            command::take_swap_back(tx, permit, at.1.parse().map_err(|_| No::NotFound)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-swap-back"))
}

pub(super) async fn accept_swap(may: May<Listen, Nothing>, at: Path<(String, String)>) -> PageResult {
    let to = may.at(HOME);
    let to = may
        .act(async |tx: &Tx<'_>, permit: Permit<Listen>| {
            command::accept_swap(tx, permit, at.1.parse().map_err(|_| No::NotFound)?).await?;
            Ok(to)
        })
        .await?;
    Ok(may.page.go_saying(&to, "done-swap"))
}

/// Places that somebody is asked to take, for her home page: when each begins.
pub(in crate::pages) async fn asked_today(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Stretch>, Broken> {
    Ok(asked_of(scope, member).await?.into_iter().map(|one| one.when).collect())
}
