//! Objections and blocks of a proposal: who raised them and where they stand, taking one's own back, saying that the text
//! takes one up, supporting a block (`decisions` 5.2, 6.7).

use super::drafts::Nothing;
use super::proposal::{home, proposal_page};
use super::shown::Seen;
use super::words::{list_of, say};
use crate::kit::{PageError, PageResult};
use crate::pages::May;
use ::decisions::ObjectionId;
use ::decisions::commands::objections;
use ::decisions::powers::{CastBallot, Propose};
use ::decisions::queries::objections::Objection;
use ::decisions::queries::proposal::{Proposal, id_of};
use ::decisions::rules::ballot::Said;
use ::decisions::rules::ballot::called;
use ::decisions::rules::rounds::{Kind, Standing, may_answer, most_rounds};
use ::decisions::rules::state::State;
use ::membership::powers::Permit;
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::Message;
use serde::{Deserialize, Serialize};

/// What a page shows of it.
#[derive(Serialize)]
pub(super) struct ObjectionsShown {
    /// Whether its method knows any.
    shown: bool,
    /// In which round it is, in words; none in the first one, and once it is over.
    round: Option<String>,
    /// Whether the reader is an author and the text has not changed since something was raised.
    needs_version: bool,
    lines: Vec<Line>,
    /// Concerns and reservations of the open vote.
    voiced: Vec<Voiced>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    block: bool,
    by: String,
    words: String,
    open: bool,
    state: String,
    /// Who noted it on the telephone; empty when nobody had to.
    noted_by: String,
    /// Who supports it, and how many must.
    support: Option<String>,
    may_lift: bool,
    /// The version that answers it, when the reader can say so.
    may_answer: Option<i32>,
    /// Whether the reader can support it, or supports it.
    may_support: bool,
    i_support: bool,
}

#[derive(Serialize)]
struct Voiced {
    what: String,
    by: String,
    words: String,
}

/// Puts it into words for one reader.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn objections_shown(seen: &Seen<'_>, proposal: &Proposal) -> Result<ObjectionsShown, PageError> {
    let method = proposal.question.method;
    let voiced = proposal.vote.as_ref().map(|vote| vote.voiced.as_slice()).unwrap_or_default();
    let voiced = voiced.iter().map(|ballot| {
        let what = if let Said::Word(word) = ballot.said { say(seen.page, &called(word))? } else { String::new() };
        Ok(Voiced { what, by: seen.who.name(ballot.member), words: ballot.reason.clone().unwrap_or_default() })
    });
    let goes_on = matches!(proposal.state, State::Discussing | State::Frozen | State::Voting);
    let most = i32::from(most_rounds(method));
    let round = (proposal.round > 1 && goes_on).then(|| {
        if !method.has_objections() {
            return Message::new(if proposal.question.trial { "rounds-over-trial" } else { "rounds-over-vote" });
        }
        if proposal.round > most {
            return Message::new("round-last");
        }
        Message::new("round-which").with("round", i64::from(proposal.round)).with("most", i64::from(most))
    });
    // A vote that follows the rounds has them beside it.
    let are_beside = method.has_objections() || !proposal.objections.is_empty();
    let stale = |one: &Objection| one.standing == Standing::Raised && !may_answer(proposal.version, one.against);
    let is_authors_turn = proposal.is_mine && is_talked_about(seen, proposal);
    Ok(ObjectionsShown {
        shown: are_beside && (!proposal.secret || !method.has_objections()),
        round: round.map(|round| say(seen.page, &round)).transpose()?,
        needs_version: is_authors_turn && proposal.objections.iter().any(stale),
        lines: proposal.objections.iter().map(|one| line(seen, proposal, one)).collect::<Result<_, _>>()?,
        voiced: voiced.collect::<Result<_, PageError>>()?,
    })
}

fn is_talked_about(seen: &Seen<'_>, proposal: &Proposal) -> bool {
    proposal.state == State::Discussing && proposal.due_at.is_none_or(|due| seen.now < due)
}

fn is_voted_on(seen: &Seen<'_>, proposal: &Proposal) -> bool {
    proposal.state == State::Voting && proposal.closes_at.is_some_and(|closes| seen.now < closes)
}

fn line(seen: &Seen<'_>, proposal: &Proposal, one: &Objection) -> Result<Line, PageError> {
    let block = one.kind == Kind::Block;
    let open = one.standing == Standing::Raised;
    let mine = one.member == seen.by;
    let (talked_about, voted_on) = (is_talked_about(seen, proposal), is_voted_on(seen, proposal));
    let on_roll = proposal.vote.as_ref().is_some_and(|vote| vote.i_may_vote);
    let state = match (one.standing, one.answered_by) {
        (Standing::Raised, _) => Message::new("objection-open"),
        (Standing::Withdrawn, _) if one.noted_by.is_some() => Message::new("objection-lifted-by-phone"),
        (Standing::Withdrawn, _) => Message::new("objection-lifted"),
        (Standing::Integrated, version) => {
            Message::new("objection-answered").with("version", i64::from(version.unwrap_or(proposal.version)))
        }
    };
    Ok(Line {
        id: one.id.to_string(),
        block,
        by: seen.who.name(one.member),
        words: one.words.clone().unwrap_or_default(),
        open,
        state: say(seen.page, &state)?,
        noted_by: one.noted_by.map(|member| seen.who.name(member)).unwrap_or_default(),
        support: if block { Some(support(seen, proposal, one)?) } else { None },
        may_lift: open && mine && (talked_about || voted_on),
        may_answer: (open && proposal.is_mine && talked_about && may_answer(proposal.version, one.against))
            .then_some(proposal.version),
        may_support: block
            && open
            && !mine
            && one.noted_by != Some(seen.by)
            && voted_on
            && on_roll
            && proposal.question.method.has_objections(),
        i_support: one.supporters.contains(&seen.by),
    })
}

fn support(seen: &Seen<'_>, proposal: &Proposal, one: &Objection) -> Result<String, PageError> {
    let needed = match &proposal.vote {
        Some(vote) => proposal.rules.support_needed(vote.roll),
        None => proposal.rules.block_support,
    };
    let names = list_of(seen.page, &seen.who.all(&one.supporters))?;
    let key = if one.supporters.is_empty() { "block-supported-by-nobody" } else { "block-supported" };
    say(seen.page, &Message::new(key).with("names", names).with("needed", super::shown::number(needed)))
}

type At = Path<(String, i32, ObjectionId)>;

pub(super) async fn lift(may: May<CastBallot, Nothing>, at: At) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
        objections::lift(tx, permit, id_of(tx, at.1).await?, at.2).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-objection-lifted")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

pub(super) async fn answer(may: May<Propose, Nothing>, at: At) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<Propose>| {
        objections::answer(tx, permit, id_of(tx, at.1).await?, at.2).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-objection-answered")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

/// Whether she supports a block: anything but `no` is a yes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Supporting {
    support: String,
}

pub(super) async fn support_block(may: May<CastBallot, Supporting>, at: At) -> PageResult {
    let yes = may.form.support != "no";
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
        objections::support(tx, permit, id_of(tx, at.1).await?, at.2, yes).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => {
            let done = if yes { "done-block-supported" } else { "done-block-not-supported" };
            Ok(may.page.go_saying(&may.at(&to), done))
        }
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}
