//! More time for a vote, and what several members do together about it: stopping an open vote, contesting a decision
//! before it acts.

use super::drafts::Nothing;
use super::proposal::{home, proposal_page};
use super::shown::Seen;
use super::words::list_of;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::{May, Member};
use ::decisions::commands::ask_extension::ask_extension;
use ::decisions::powers::AskExtension;
use ::decisions::queries::after::Stopped;
use ::decisions::queries::proposal::{Proposal, id_of, numbered};
use ::decisions::rules::state::State;
use ::decisions::rules::timing::Missed;
use ::decisions::stop::{CancelVote, Contest, Stop};
use ::membership::joint::{self, Signed};
use ::membership::powers::{Permit, SignTogether};
use ::membership::queries::me;
use actix_web::web::Path;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::Broken;
use serde::{Deserialize, Serialize};
use tera::context;

/// What the page of a proposal shows of it.
#[derive(Serialize)]
pub(super) struct AfterShown {
    /// Days by which its vote would be made longer, when this reader can ask for it.
    extend_days: Option<u32>,
    /// How many must ask.
    extend_wanted: u64,
    /// Whether the reader asked and others must still do so.
    extend_asked: bool,
    /// Whether its vote was made longer.
    extended: bool,
    may_cancel: bool,
    may_contest: bool,
    cancelled: Option<StoppedShown>,
    /// Who contested it, while it is voted on once more and afterwards.
    contested: Option<StoppedShown>,
    /// When the group asks itself again whether to keep it.
    asked_again_at: Option<Time>,
    /// When it came to its end, and the number of the proposal that did not keep it.
    ended_at: Option<Time>,
    ended_by: i64,
    /// The number of the decision that changed since the rule which this one had made.
    replaced_by: Option<i32>,
    /// The number of the decision that it asks to keep.
    keeps: Option<i32>,
    /// What waits for signatures.
    waiting: Vec<String>,
    /// What happens without the quorum, while it can happen: `extend` or `second_call`.
    missed: Option<&'static str>,
    /// Whether it closes once everybody voted.
    early: bool,
}

#[derive(Serialize)]
struct StoppedShown {
    by: String,
    reason: String,
    at: Time,
}

/// Puts it into words for one reader.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn after_shown(seen: &Seen<'_>, proposal: &Proposal) -> Result<AfterShown, PageError> {
    let after = &proposal.after;
    let may_vote = proposal.vote.as_ref().is_some_and(|vote| vote.i_may_vote);
    let may_ask = after.may_ask_extension && may_vote;
    let open = proposal.state == State::Voting;
    let time = after.time.filter(|_| open);
    Ok(AfterShown {
        extend_days: time.filter(|_| may_ask).map(|time| time.extension_days),
        extend_wanted: after.extension_wanted,
        extend_asked: after.i_asked_extension,
        extended: open && after.extended > 0,
        may_cancel: after.may_cancel,
        may_contest: after.may_contest,
        asked_again_at: after.asked_again_at,
        ended_at: after.ended.map(|(at, _)| at),
        ended_by: after.ended.map(|(_, by)| by).unwrap_or_default(),
        replaced_by: after.replaced_by,
        keeps: after.keeps,
        cancelled: after.cancelled.as_ref().map(|stopped| stopped_shown(seen, stopped)).transpose()?,
        contested: after.contested.as_ref().map(|stopped| stopped_shown(seen, stopped)).transpose()?,
        waiting: after.waiting.iter().map(ToString::to_string).collect(),
        missed: time.filter(|_| after.may_ask_extension && !after.quorum_missed).and_then(|time| match time.missed {
            Missed::Lapse => None,
            Missed::Extend => Some("extend"),
            Missed::SecondCall => Some("second_call"),
        }),
        early: time.is_some_and(|time| time.close_when_all_voted && proposal.question.method.has_ballots()),
    })
}

fn stopped_shown(seen: &Seen<'_>, stopped: &Stopped) -> Result<StoppedShown, PageError> {
    Ok(StoppedShown {
        by: list_of(seen.page, &seen.who.all(&stopped.by))?,
        reason: stopped.reason.clone(),
        at: stopped.at,
    })
}

/// Asks that an open vote last longer.
pub(super) async fn extend(may: May<AskExtension, Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<AskExtension>| {
        ask_extension(tx, permit, id_of(tx, at.1).await?).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-extension-asked")),
        Err(no) => proposal_page(may.again(no)?, at.1).await,
    }
}

/// What is typed: the reason that others sign too, and the passphrase again.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asking {
    reason: String,
    present: String,
}

/// Which of the two is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Cancel,
    Contest,
}

impl Asked {
    const fn word(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Contest => "contest",
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Cancel => CancelVote::KIND,
            Self::Contest => Contest::KIND,
        }
    }

    const fn done(self) -> &'static str {
        match self {
            Self::Cancel => "done-vote-stopped",
            Self::Contest => "done-contested",
        }
    }

    fn is_possible(self, proposal: &Proposal) -> bool {
        match self {
            Self::Cancel => proposal.after.may_cancel,
            Self::Contest => proposal.after.may_contest,
        }
    }
}

/// Where others are asked to stop an open vote.
pub(super) async fn ask_to_cancel(member: Member, at: Path<(String, i32)>) -> PageResult {
    show(member, at.1, Asked::Cancel).await
}

/// Where others are asked to contest a decision.
pub(super) async fn ask_to_contest(member: Member, at: Path<(String, i32)>) -> PageResult {
    show(member, at.1, Asked::Contest).await
}

async fn show(member: Member, number: i32, asked: Asked) -> PageResult {
    let scope = member.read();
    let proposal = numbered(&scope, &member.site.effects, number, member.id).await?;
    let has_passphrase = me::me(&scope, member.id).await?.has_passphrase;
    drop(scope);
    let waiting: Vec<String> = proposal.after.waiting.iter().map(ToString::to_string).collect();
    let base = member.at(&home(number));
    let context = context! {
        asked => &asked.word(), number => &number, title => &proposal.title, waiting => &waiting,
        possible => &asked.is_possible(&proposal), ends => &proposal.after.ends_if_stopped, wanted => &proposal.after.signers_wanted,
        has_passphrase => &has_passphrase, home => &base, action => &format!("{base}/{}", asked.word()),
    };
    member.into_page().at(Tab::Decide).render("decisions/stop.html", context)
}

/// Asks others to stop it, or signs what waits in the same words.
pub(super) async fn cancel(may: May<SignTogether, Asking>, at: Path<(String, i32)>) -> PageResult {
    ask(may, at.1, Asked::Cancel).await
}

/// Asks others to contest it, or signs what waits in the same words.
pub(super) async fn contest(may: May<SignTogether, Asking>, at: Path<(String, i32)>) -> PageResult {
    ask(may, at.1, Asked::Contest).await
}

async fn ask(may: May<SignTogether, Asking>, number: i32, asked: Asked) -> PageResult {
    match try_ask(&may, number, asked).await {
        Ok(to) if to == home(number) => Ok(may.page.go_saying(&may.at(&to), asked.done())),
        Ok(to) => Ok(may.page.go_saying(&may.at(&to), "done-signed-together")),
        Err(no) => show(may.again(no)?, number, asked).await,
    }
}

/// Returns where it leads: home when it is done.
async fn try_ask(may: &May<SignTogether, Asking>, number: i32, asked: Asked) -> Result<String, PageError> {
    let confirmed = may.confirmed(&may.form.present).await?;
    let ask = async |tx: &Tx<'_>, permit| {
        let stop = Stop { proposal: id_of(tx, number).await?, reason: may.form.reason.trim().to_owned() };
        let details = serde_json::to_value(stop).map_err(Broken::stored)?;
        let (act, signed) =
            joint::ask_together(tx, permit, &may.site.joints, confirmed?, asked.kind(), &details).await?;
        Ok(match signed {
            Signed::Done => home(number),
            Signed::Waits => format!("/group/together/{act}"),
        })
    };
    Ok(may.act(ask).await?)
}
