//! Amendments: what would change a proposal, beside it; and the page where one is written.

use super::list::{Tag, tag};
use super::proposal::home;
use super::words::say;
use crate::kit::{Page, PageError, PageResult, Tab};
use crate::pages::{May, Member, Sent};
use ::decisions::ProposalId;
use ::decisions::commands::amend::{NewAmendment, amend};
use ::decisions::powers::Propose;
use ::decisions::queries::amendments::{Around, Change, Level, Line, around, places};
use ::decisions::queries::proposal::{Proposal, id_of, numbered};
use ::decisions::rules::paragraphs::{Field, Place};
use ::decisions::rules::state::State;
use ::decisions::rules::text::Run;
use ::membership::powers::Permit;
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use serde::{Deserialize, Serialize};
use tera::context;

/// A proposal among its amendments, as its page shows it.
#[derive(Default, Serialize)]
pub(super) struct Amendments {
    /// `text`, `amendment` or `sub`.
    level: &'static str,
    change: Option<ChangeShown>,
    lines: Vec<LineShown>,
    /// Whether the reader can propose to change its words.
    open: bool,
    /// Whether the group votes on amendments now.
    voting: bool,
}

/// What an amendment changes.
#[derive(Serialize)]
struct ChangeShown {
    of: i32,
    href: String,
    title: String,
    field: &'static str,
    difference: Vec<Run>,
    text_changed: bool,
}

/// An amendment as a line.
#[derive(Serialize)]
struct LineShown {
    number: i32,
    href: String,
    title: String,
    tag: Tag,
    difference: Vec<Run>,
    text_changed: bool,
    /// Whether the group votes on it now.
    now: bool,
    /// Whether others come first.
    waits: bool,
    below: Vec<LineShown>,
}

/// A proposal among its amendments, in words.
///
/// # Errors
/// When the store fails.
pub(super) async fn amendments(member: &Member, id: ProposalId) -> Result<Amendments, PageError> {
    let Around { level, change, below, open, voting } = around(&member.read(), id).await?;
    Ok(Amendments {
        level: match level {
            Level::Text => "text",
            Level::Amendment => "amendment",
            Level::Sub => "sub",
        },
        change: change.map(|change| change_shown(member, change)),
        lines: below.into_iter().map(|line| line_shown(member, line, voting)).collect::<Result<_, _>>()?,
        open,
        voting,
    })
}

fn change_shown(member: &Member, change: Change) -> ChangeShown {
    let Change { of, title, field, difference, text_changed } = change;
    ChangeShown { of, href: member.at(&home(of)), title, field: field.word(), difference, text_changed }
}

fn line_shown(member: &Member, line: Line, voting: bool) -> Result<LineShown, PageError> {
    Ok(LineShown {
        number: line.number,
        href: member.at(&home(line.number)),
        title: line.title,
        tag: tag(&member.page, line.state)?,
        difference: line.change.difference,
        text_changed: line.change.text_changed,
        now: line.state == State::Voting,
        waits: voting && line.state == State::Discussing,
        below: line.below.into_iter().map(|below| line_shown(member, below, voting)).collect::<Result<_, _>>()?,
    })
}

/// A paragraph to choose.
#[derive(Serialize)]
pub(super) struct Paragraph {
    pub(super) word: String,
    pub(super) words: String,
}

/// Which paragraph should change.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    place: String,
}

pub(super) async fn choose(member: Member, at: Path<(String, i32)>) -> PageResult {
    let scope = member.read();
    let id = id_of(&scope, at.1).await?;
    let (is_open, places) = (around(&scope, id).await?.open, places(&scope, id).await?);
    drop(scope);
    match places.as_slice() {
        _ if !is_open => Ok(member.page.go(&member.at(&home(at.1)))),
        // Nothing to choose from.
        [(only, _)] => Ok(member.page.go(&member.at(&writing(at.1, *only)))),
        _ => choose_page(member, at.1, places).await,
    }
}

pub(super) async fn chosen(sent: Sent<Chosen>, at: Path<(String, i32)>) -> PageResult {
    let scope = sent.read();
    let places = places(&scope, id_of(&scope, at.1).await?).await?;
    drop(scope);
    match Place::named(&sent.form.place).filter(|place| places.iter().any(|(one, _)| one == place)) {
        Some(place) => Ok(sent.page.go(&sent.at(&writing(at.1, place)))),
        None => {
            let no = No::field("place", Message::new("amendment-choose-place"));
            choose_page(sent.again(no)?, at.1, places).await
        }
    }
}

async fn choose_page(member: Member, number: i32, places: Vec<(Place, String)>) -> PageResult {
    let paragraphs: Vec<Paragraph> =
        places.into_iter().map(|(place, words)| Paragraph { word: place.word(), words }).collect();
    let context = context! {
        number => &number, paragraphs => &paragraphs, home => &member.at(&home(number)),
        action => &member.at(&format!("{}/amend", home(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/amend-choose.html", context)
}

fn writing(number: i32, place: Place) -> String {
    format!("{}/amend/{}", home(number), place.word())
}

/// An amendment, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    words: String,
    summary: String,
    title: String,
    /// The version of the text that she read.
    seen: String,
}

pub(super) async fn write(member: Member, at: Path<(String, i32, String)>) -> PageResult {
    let scope = member.read();
    let is_open = around(&scope, id_of(&scope, at.1).await?).await?.open;
    drop(scope);
    if !is_open {
        return Ok(member.page.go(&member.at(&home(at.1))));
    }
    form(member, at.1, &at.2).await
}

pub(super) async fn written(may: May<Propose, Fields>, at: Path<(String, i32, String)>) -> PageResult {
    let place = Place::named(&at.2).ok_or_else(PageError::not_found)?;
    let Fields { words, summary, title, seen } = &may.form.values;
    let new = NewAmendment {
        place,
        words: words.clone(),
        title: title.clone(),
        why: summary.clone(),
        seen: seen.parse().unwrap_or_default(),
    };
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
        let number = amend(tx, permit, &may.site.effects, id_of(tx, at.1).await?, new.clone()).await?;
        Ok(home(number))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-amendment-sent")),
        Err(no) => form(may.again(no)?, at.1, &at.2).await,
    }
}

async fn form(member: Member, number: i32, at: &str) -> PageResult {
    let place = Place::named(at).ok_or_else(PageError::not_found)?;
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let places = places(&scope, proposal.id).await?;
    drop(scope);
    // Where the text lost a paragraph meanwhile, there are no present words; what she typed is shown again all the same.
    let present = places.iter().find(|(one, _)| *one == place).map(|(_, words)| words.clone());
    let is_sub = place.field == Field::Words;
    let context = context! {
        number => &number, of => &proposal.title, present => &present, seen => &proposal.version, is_sub => &is_sub,
        title => &title(&member.page, &proposal, is_sub)?, days => &member.charter.amendment_voting_days(),
        home => &member.at(&home(number)), action => &member.at(&writing(number, place)),
    };
    member.into_page().at(Tab::Decide).render("decisions/amend.html", context)
}

/// The title that the page proposes: nobody has to think of one.
fn title(page: &Page, proposal: &Proposal, is_sub: bool) -> Result<String, PageError> {
    let key = if is_sub { "amend-title-of-sub" } else { "amend-title-of" };
    say(page, &Message::new(key).with("number", i64::from(proposal.number.unwrap_or_default())))
}

#[cfg(test)]
impl Amendments {
    /// The freezer of the story, as the page of its text shows it, that of its amendment, or that of its sub-amendment.
    pub(super) fn sample(page: &Page, level: &'static str) -> Self {
        use ::decisions::rules::text::difference;
        let line = |number: i32, state, below| LineShown {
            number,
            href: home(number),
            title: format!("Amendement <{number}>"),
            tag: tag(page, state).unwrap(),
            difference: difference("au plus 450 $", "au plus 500 $"),
            text_changed: number == 9,
            now: state == State::Voting,
            waits: state == State::Discussing,
            below,
        };
        let sub = || line(9, State::Voting, Vec::new());
        let change = (level != "text").then(|| ChangeShown {
            of: 7,
            href: home(7),
            title: "Un congélateur".to_owned(),
            field: if level == "sub" { "words" } else { "body" },
            difference: difference("au plus 600 $", "au plus 450 $"),
            text_changed: true,
        });
        let lines = match level {
            "text" => vec![line(8, State::Discussing, vec![sub()])],
            "amendment" => vec![sub()],
            _ => Vec::new(),
        };
        Self { level, change, lines, open: level == "amendment", voting: level == "text" }
    }
}
