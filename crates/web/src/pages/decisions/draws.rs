//! Draws by lot (`decisions B12`): opening one, putting one's own name, dice, who is drawn, and how to replay it.

use super::drafts::Nothing;
use super::list::Tag;
use super::method::all_options;
use super::words::{Who, list_of, say};
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::DrawId;
use ::decisions::commands::draw::{Thrown, give_way, open, open_for_tie, put_own_name, take_back, throw};
use ::decisions::powers::{DrawLots, EnterDraw};
use ::decisions::queries::draws::{self, Draw, Entry, Line};
use ::decisions::queries::proposal::{Proposal, id_of, numbered};
use ::decisions::rules::draw::{Closing, NewDraw, Stage, lines, tie_of};
use ::membership::powers::Permit;
use ::membership::queries::people;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::refusal::Message;
use serde::{Deserialize, Serialize};
use tera::context;

/// A draw as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    title: String,
    /// `names` or `lines`.
    how: String,
    entries: String,
    seats: String,
    closing: String,
}

impl Typed {
    fn read(&self) -> NewDraw {
        NewDraw {
            title: self.title.clone(),
            // Without a choice, people speak for themselves.
            by_name: self.how != "lines",
            entries: lines(&self.entries),
            seats: self.seats.trim().parse().ok(),
            closing: Closing::named(&self.closing),
        }
    }
}

/// The address of a draw within its group.
pub(in crate::pages) fn home(id: DrawId) -> String {
    format!("/decide/draws/{id}")
}

#[derive(Serialize)]
struct Row {
    href: String,
    title: String,
    at: Time,
    tag: Tag,
}

fn tag(page: &Page, stage: Stage) -> Result<Tag, PageError> {
    let (kind, icon, message) = match stage {
        Stage::Open => ("wait", "clock", Message::new("draw-open")),
        Stage::Closed => ("wait", "hands", Message::new("draw-waits-for-dice")),
        Stage::Drawn => ("yes", "check", Message::new("draw-drawn")),
        Stage::Empty => ("plain", "dash", Message::new("draw-empty")),
        Stage::TakenBack => ("plain", "back", Message::new("draw-taken-back")),
        Stage::Lapsed => ("plain", "dash", Message::new("draw-lapsed")),
    };
    Ok(Tag::new(kind, icon, say(page, &message)?))
}

fn row(member: &Member, line: Line) -> Result<Row, PageError> {
    let tag = tag(&member.page, line.stage)?;
    Ok(Row { href: member.at(&home(line.id)), title: line.title, at: line.closes_at, tag })
}

pub(super) async fn list(member: Member) -> PageResult {
    let kept = draws::list(&member.read()).await?;
    let rows = kept.into_iter().map(|line| row(&member, line)).collect::<Result<Vec<_>, _>>()?;
    let context = context! {
        draws => &rows, new => &member.at("/decide/draws/new"), may => &member.standing.is_member(),
        back => &member.at("/decide"),
    };
    member.into_page().at(Tab::Decide).render("decisions/draws.html", context)
}

pub(super) async fn new(member: Member) -> PageResult {
    let (zone, now) = (member.charter.zone(), member.read().now());
    let context = context! {
        action => &member.at("/decide/draws/new"), back => &member.at("/decide/draws"),
        day_at => &Closing::Day.at(zone, now), week_at => &Closing::Week.at(zone, now),
    };
    member.into_page().at(Tab::Decide).render("decisions/draw-new.html", context)
}

pub(super) async fn opened(may: May<DrawLots, Typed>) -> PageResult {
    let typed = may.form.read();
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<DrawLots>| Ok(home(open(tx, permit, &typed).await?)));
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-draw-opened")),
        Err(no) => new(may.again(no)?).await,
    }
}

/// Of a vote that ended as a tie: the draw that settles it, or the way to one.
#[derive(Serialize)]
pub(super) struct TieShown {
    /// The page of the draw, or the one that opens it.
    href: String,
    /// How far the draw is; none before somebody opens one.
    tag: Option<Tag>,
    /// What is drawn, in words.
    drawn: Option<String>,
}

/// The tie of a vote, when it is one among options.
pub(super) async fn tie(scope: &Scope<'_>, member: &Member, vote: &Proposal) -> Result<Option<TieShown>, PageError> {
    if vote.result.as_ref().and_then(|result| tie_of(&vote.question, result)).is_none() {
        return Ok(None);
    }
    Ok(match draws::of_tie(scope, vote.id).await? {
        Some(draw) => Some(TieShown {
            href: member.at(&home(draw.id)),
            tag: Some(tag(&member.page, draw.stage)?),
            drawn: if draw.drawn.is_empty() { None } else { Some(list_of(&member.page, &draw.drawn)?) },
        }),
        None if member.standing.is_member() => {
            let href = member.at(&format!("/decide/{}/draw", vote.number.unwrap_or_default()));
            Some(TieShown { href, tag: None, drawn: None })
        }
        None => None,
    })
}

/// When a draw closes, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TieTyped {
    closing: String,
}

pub(super) async fn ask_for_tie(member: Member, at: Path<(String, i32)>) -> PageResult {
    tie_page(member, at.1).await
}

/// Nothing is typed: it is drawn among exactly what is tied.
async fn tie_page(member: Member, number: i32) -> PageResult {
    let scope = member.read();
    let vote = numbered(&scope, &member.site.effects, number, member.id).await?;
    let now = scope.now();
    let is_drawn = draws::of_tie(&scope, vote.id).await?.is_some();
    drop(scope);
    let tie = vote.result.as_ref().filter(|_| !is_drawn).and_then(|result| tie_of(&vote.question, result));
    let names = all_options(&member.page, &vote.question)?;
    let lines = tie.as_ref().map(|tie| tie.lines.as_slice()).unwrap_or_default();
    let tied: Vec<&String> = lines.iter().filter_map(|line| names.get(*line)).collect();
    let (zone, seats) = (member.charter.zone(), tie.as_ref().map_or(0, |tie| tie.seats));
    let at = format!("/decide/{number}");
    let context = context! {
        number => &number, title => &vote.title, tied => &tied, seats => &seats, is_drawn => &is_drawn,
        day_at => &Closing::Day.at(zone, now), week_at => &Closing::Week.at(zone, now),
        action => &member.at(&format!("{at}/draw")), back => &member.at(&at),
    };
    member.into_page().at(Tab::Decide).render("decisions/draw-tie.html", context)
}

pub(super) async fn opened_for_tie(may: May<DrawLots, TieTyped>, at: Path<(String, i32)>) -> PageResult {
    let closing = Closing::named(&may.form.closing);
    let none = say(&may.page, &Message::new("option-none-of-these"))?;
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<DrawLots>| {
        Ok(home(open_for_tie(tx, permit, id_of(tx, at.1).await?, closing, &none).await?))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-draw-opened")),
        Err(no) => tie_page(may.again(no)?, at.1).await,
    }
}

/// Something, or somebody, in a draw.
#[derive(Serialize)]
struct EntryShown {
    label: String,
    /// What it is drawn by, where that is not what it is called.
    code: Option<String>,
    drawn: bool,
    gave_way: bool,
    mine: bool,
}

fn entry_shown(entry: Entry, who: &Who, member: &Member) -> EntryShown {
    let label = entry.member.map_or_else(|| entry.entry.clone(), |person| who.name(person));
    EntryShown {
        label,
        code: entry.member.map(|_| entry.entry),
        drawn: entry.drawn,
        gave_way: entry.gave_way,
        mine: entry.member == Some(member.id),
    }
}

/// What anybody types to replay it.
#[derive(Serialize)]
struct ReplayShown {
    value: String,
    head: String,
    seed: String,
    command: String,
    entries: String,
    entry: Option<String>,
}

fn replay(member: &Member, draw: &Draw) -> Option<ReplayShown> {
    let replay = draw.replay.clone()?;
    let (id, seats) = (draw.id, draw.seats);
    Some(ReplayShown {
        command: format!(
            "parpour lot --head {} --id {id} --value \"{}\" --seats {seats} < draw.txt",
            replay.head, replay.value
        ),
        entries: member.at(&format!("{}/entries.txt", home(id))),
        entry: draw.closed_seq.map(|seq| member.at(&format!("/register/{seq}"))),
        value: replay.value,
        head: replay.head,
        seed: replay.seed,
    })
}

pub(super) async fn show(member: Member, at: Path<(String, DrawId)>) -> PageResult {
    draw_page(member, at.1).await
}

async fn draw_page(member: Member, id: DrawId) -> PageResult {
    let scope = member.read();
    let draw = draws::one(&scope, id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    drop(scope);
    let replay = replay(&member, &draw);
    let is_member = member.standing.is_member();
    let (open, closed) = (draw.stage == Stage::Open, draw.stage == Stage::Closed);
    let lapsed = draw.stage == Stage::Lapsed;
    let i_threw = draw.threw == Some(member.id);
    let threw = draw.threw.map(|person| who.name(person));
    let tag = tag(&member.page, draw.stage)?;
    let mut entries: Vec<EntryShown> =
        draw.entries.into_iter().map(|entry| entry_shown(entry, &who, &member)).collect();
    let drawn = draw.stage == Stage::Drawn;
    // Things keep the order in which the register counts their places.
    if !drawn && draw.by_name {
        entries.sort_by_key(|entry| entry.label.to_lowercase());
    }
    let (i_am_in, i_am_drawn) = (entries.iter().any(|one| one.mine), entries.iter().any(|one| one.mine && one.drawn));
    let by = who.name(draw.opened_by);
    let tie_href = draw.tie_of.map(|number| member.at(&format!("/decide/{number}")));
    let context = context! {
        title => &draw.title, by_name => &draw.by_name, seats => &draw.seats, by => &by, closes_at => &draw.closes_at,
        open => &open, closed => &closed, lapsed => &lapsed, lapses_at => &draw.lapses_at, drawn => &drawn, tag => &tag, entries => &entries, replay => &replay,
        may_enter => &(open && draw.by_name && is_member), i_am_in => &i_am_in,
        may_take_back => &(open && draw.opened_by == member.id && is_member),
        may_throw => &(closed && is_member && !i_threw), i_threw => &i_threw, threw => &threw,
        tie_of => &draw.tie_of, tie_href => &tie_href, may_give_way => &(i_am_drawn && is_member), base => &member.at(&home(id)),
        back => &member.at("/decide/draws"),
    };
    member.into_page().at(Tab::Decide).render("decisions/draw.html", context)
}

/// Whether her name is in: anything but `out` is a yes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    own: String,
}

pub(super) async fn name(may: May<EnterDraw, Named>, at: Path<(String, DrawId)>) -> PageResult {
    let inside = may.form.own != "out";
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<EnterDraw>| {
        put_own_name(tx, permit, at.1, inside).await?;
        Ok(home(at.1))
    });
    let said = if inside { "done-draw-name-in" } else { "done-draw-name-out" };
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), said)),
        Err(no) => draw_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn taken_back(may: May<DrawLots, Nothing>, at: Path<(String, DrawId)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<DrawLots>| {
        take_back(tx, permit, at.1).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-draw-taken-back")),
        Err(no) => draw_page(may.again(no)?, at.1).await,
    }
}

/// What her dice showed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Dice {
    dice: String,
}

pub(super) async fn thrown(may: May<DrawLots, Dice>, at: Path<(String, DrawId)>) -> PageResult {
    let mut said = "done-draw-dice";
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<DrawLots>| {
        if throw(tx, permit, at.1, &may.form.dice).await? == Thrown::Made {
            said = "done-draw-made";
        }
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), said)),
        Err(no) => draw_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn gave_way(may: May<EnterDraw, Nothing>, at: Path<(String, DrawId)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<EnterDraw>| {
        give_way(tx, permit, at.1).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-draw-gave-way")),
        Err(no) => draw_page(may.again(no)?, at.1).await,
    }
}

/// What is in it, one a line, as `parpour lot` reads it. Its name tells nothing of the group.
pub(super) async fn entries(member: Member, at: Path<(String, DrawId)>) -> PageResult {
    let draw = draws::one(&member.read(), at.1).await?;
    let mut lines: Vec<String> = draw.entries.into_iter().map(|entry| entry.entry).collect();
    lines.sort();
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"draw.txt\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(lines.join("\n") + "\n"))
}
