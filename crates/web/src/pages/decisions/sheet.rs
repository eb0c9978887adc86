//! A proposal on paper, with its ballot, in large print (`decisions E4`): also before its vote opens, to get ready.

use super::method::{BallotForm, ballot_form};
use super::proposal::home;
use super::shown::{Seen, shown};
use super::words::Who;
use crate::kit::{Lang, Page, PageError, PageResult, Tab};
use crate::pages::Member;
use ::decisions::queries::proposal::{Proposal, numbered};
use ::decisions::rules::ballot::words;
use ::decisions::rules::question::Method;
use ::decisions::rules::rounds::Standing;
use ::decisions::rules::state::State;
use ::membership::queries::people;
use actix_web::web::Path;
use serde::Serialize;
use tera::context;

/// A box to tick, in both languages: a sheet is passed on to whoever reads the other one.
#[derive(Serialize)]
struct ToTick {
    here: String,
    other: String,
}

/// What is to fill in on the sheet.
#[derive(Serialize)]
struct ToFill {
    /// Whether it is a ballot that is torn off and goes into the box. Otherwise it stays with whoever fills it in, who reads it
    /// to somebody.
    to_box: bool,
    /// Words of which one is ticked: yes or no, or the warmest first.
    boxes: Vec<ToTick>,
    /// A ballot among options.
    ballot: BallotForm,
    /// How it is filled in, in the other language.
    how_other: String,
    /// What a ballot says on which nothing is written, or too much; nothing on what stays at home.
    then: Option<ToTick>,
    /// Words of which one is ticked beside each option; none where a number is written, or a cross alone.
    marks: Vec<ToTick>,
    /// "None of these" in the other language, the last line where it stands.
    none_other: String,
}

pub(super) async fn sheet(member: Member, at: Path<(String, i32)>) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, at.1, member.id).await?;
    let who = Who::new(people::names(&scope).await?, &member.page)?;
    let now = scope.now();
    drop(scope);
    let seen = Seen { page: &member.page, who: &who, by: member.id, now };
    let other = other_language(&member.page);
    let context = context! {
        shown => &shown(&seen, &proposal, None)?, now => &now, home => &member.at(&home(at.1)), number => &at.1,
        is_to_come => &is_still_to_come(&proposal), in_the_way => &in_the_way(&proposal), fill => &to_fill(&member.page, other, &proposal)?, other_lang => &tag(other),
    };
    member.into_page().at(Tab::Decide).render("decisions/sheet.html", context)
}

/// What stood in the way when the rounds were over: it is read beside the vote that follows them. Without names, because a
/// sheet lies about.
fn in_the_way(proposal: &Proposal) -> Vec<&str> {
    let follows_rounds = proposal.round > 1 && !proposal.question.method.has_objections();
    let raised = proposal.objections.iter().filter(|one| follows_rounds && one.standing == Standing::Raised);
    raised.filter_map(|one| one.words.as_deref()).collect()
}

/// What is to fill in, as long as somebody can: an election has rounds of its own, and a secret vote in which people would
/// object by name has no paper and no telephone.
fn to_fill(page: &Page, other: Lang, proposal: &Proposal) -> Result<Option<ToFill>, PageError> {
    let method = proposal.question.method;
    let is_over =
        !is_still_to_come(proposal) || proposal.vote.as_ref().is_some_and(|vote| vote.paper.waits_until.is_some());
    // The text may still change, and a ballot about another one would lie in the box.
    let is_settled = proposal.state == State::Voting;
    let to_box = method.is_on_paper(proposal.secret) && is_settled;
    if is_over || !method.has_ballots() || proposal.secret && !to_box {
        return Ok(None);
    }
    let marks = (0..=proposal.question.highest()).map(|mark| format!("mark-date-{mark}"));
    let marks = marks.filter(|_| method == Method::Dates).map(|key| in_both(page, other, &key));
    let then = match (method, method.has_options()) {
        (Method::Majority, _) => "paper-ballot-how",
        (Method::Dates, _) => "paper-ballot-dates",
        (_, true) => "paper-ballot-empty",
        (_, false) => "paper-ballot-how-word",
    };
    let how = if method == Method::Majority { None } else { Some(method.message("how").key) };
    let how_other = how.map(|key| Ok::<_, PageError>(page.words_in(other)?.plain(&key, page.place_in(other))?));
    let none_other = page.words_in(other)?.plain("option-none-of-these", page.place_in(other))?;
    Ok(Some(ToFill {
        to_box,
        boxes: boxes(page, other, method)?,
        ballot: ballot_form(page, &proposal.question, None, &[])?,
        how_other: how_other.transpose()?.unwrap_or_default(),
        then: to_box.then(|| in_both(page, other, then)).transpose()?,
        marks: marks.collect::<Result<_, _>>()?,
        none_other: if method.keeps_status_quo() { none_other } else { String::new() },
    }))
}

const fn is_still_to_come(proposal: &Proposal) -> bool {
    matches!(proposal.state, State::Waiting | State::Discussing | State::Frozen | State::Voting)
}

fn other_language(page: &Page) -> Lang {
    match page.voice().lang() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    }
}

const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr-CA",
        Lang::En => "en",
    }
}

/// A blank ballot has no box: nothing is marked on it.
fn boxes(page: &Page, other: Lang, method: Method) -> Result<Vec<ToTick>, PageError> {
    let told = |word: &&str| in_both(page, other, &format!("choice-{}", word.replace('_', "-")));
    words(method).iter().filter(|word| **word != "blank").map(told).collect()
}

fn in_both(page: &Page, other: Lang, key: &str) -> Result<ToTick, PageError> {
    Ok(ToTick {
        here: page.words()?.plain(key, page.place())?,
        other: page.words_in(other)?.plain(key, page.place_in(other))?,
    })
}
