//! A proposal on paper, with its ballot, in large print (`decisions E4`): also before its vote opens, to get ready.

use super::method::{BallotForm, ballot_form};
use super::proposal::home;
use super::shown::{Seen, shown};
use super::words::Who;
use crate::kit::{Lang, Page, PageError, PageResult, Tab};
use crate::pages::Member;
use ::decisions::queries::proposal::{Proposal, numbered};
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

/// What can be ticked on a ballot of paper: a blank one has no box, nothing is marked on it.
const BOXES: [&str; 3] = ["choice-yes", "choice-no", "choice-abstain"];

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
        in_the_way => &in_the_way(&proposal), has_ballot => &has_ballot(&proposal), boxes => &boxes(&member.page, other)?,
        other_lang => &tag(other), options => &options(&member.page, &proposal)?,
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

/// What there is to say where one does not say yes or no: to be got ready on paper, and said on the telephone.
fn options(page: &Page, proposal: &Proposal) -> Result<Option<BallotForm>, PageError> {
    let method = proposal.question.method;
    let is_said =
        is_still_to_come(proposal) && method.is_said_by_phone() && method != Method::Majority && !proposal.secret;
    is_said.then(|| ballot_form(page, &proposal.question, None, &[])).transpose()
}

const fn is_still_to_come(proposal: &Proposal) -> bool {
    matches!(proposal.state, State::Waiting | State::Discussing | State::Frozen | State::Voting)
}

/// Whether somebody could still fill the ballot in.
fn has_ballot(proposal: &Proposal) -> bool {
    is_still_to_come(proposal)
        && proposal.question.method == Method::Majority
        && proposal.vote.as_ref().is_none_or(|vote| vote.paper.waits_until.is_none())
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

fn boxes(page: &Page, other: Lang) -> Result<Vec<ToTick>, PageError> {
    let told = |key: &&str| {
        Ok(ToTick {
            here: page.words()?.plain(key, page.place())?,
            other: page.words_in(other)?.plain(key, page.place_in(other))?,
        })
    };
    BOXES.iter().map(told).collect()
}
