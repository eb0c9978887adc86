//! Secret votes: the ballot and its number, looking the number up, asking for secrecy, and what secrecy can and
//! cannot do.

use super::amend;
use super::proposal::home;
use super::shown::vote_shown;
use crate::kit::{PageError, PageResult, Tab};
use crate::pages::{May, Member, Sent};
use ::decisions::commands::ask_secrecy::ask_secrecy;
use ::decisions::commands::cast_secret_ballot::cast_secret_ballot;
use ::decisions::powers::{AskSecrecy, CastBallot};
use ::decisions::queries::proposal::{Proposal, holds, id_of, left_of_the_urn, numbered};
use ::decisions::rules::ballot::Typed;
use ::decisions::rules::receipt::Receipt;
use ::decisions::rules::state::State;
use ::membership::powers::Permit;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::rt::time::sleep;
use actix_web::web::Path;
use commons::db::Tx;
use commons::refusal::{Message, No};
use serde::Deserialize;
use std::time::Duration;
use tera::context;

/// An answer to a secret ballot takes at least so long, whatever the ballot says and whether or not it is the first.
const FLOOR: Duration = Duration::from_millis(250);

/// A secret ballot, as typed. What `ballot` says is never shown again, nor kept for later. Each choice is one letter: a
/// longer word would show in the length of what is sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Paper {
    /// Several are numbers, one for each option, of as many digits each (`super::method`).
    ballot: Vec<String>,
}

/// What each letter stands for.
const LETTERS: [(&str, &str); 20] = [
    ("y", "yes"),
    ("n", "no"),
    ("a", "abstain"),
    ("b", "blank"),
    ("c", "consent"),
    ("w", "concern"),
    ("s", "stand_aside"),
    ("r", "not_ready"),
    ("o", "objection"),
    ("1", "endorse"),
    ("2", "minor_point"),
    ("3", "reserved"),
    ("4", "no_opinion"),
    ("5", "not_in_the_way"),
    ("6", "still_support"),
    ("7", "stay_out"),
    ("8", "cannot_go_along"),
    ("u", "thumb_up"),
    ("m", "thumb_sideways"),
    ("d", "thumb_down"),
];

/// The letter of a word.
pub(super) fn letter_of(word: &str) -> &'static str {
    LETTERS.into_iter().find(|(_, stands_for)| *stands_for == word).map_or("", |(letter, _)| letter)
}

impl Paper {
    /// What the letter stands for; anything else is no choice, and the command says to choose.
    fn choice(&self) -> &'static str {
        let [ballot] = self.ballot.as_slice() else { return "" };
        LETTERS.into_iter().find(|(letter, _)| letter == ballot).map_or("", |(_, word)| word)
    }

    fn typed(&self) -> Typed {
        Typed { choice: self.choice().to_owned(), marks: self.ballot.clone(), ticked: Vec::new() }
    }
}

/// The page where one votes in secret.
pub(super) async fn ballot_page(member: Member, proposal: &Proposal, typed: &[String]) -> PageResult {
    let number = proposal.number.unwrap_or_default();
    let vote = vote_shown(&member.page, proposal, member.read().now(), typed)?;
    let amendments = amend::amendments(&member, proposal.id).await?;
    let context = context! {
        amendments => &amendments,
        number => &number, title => &proposal.title, summary => &proposal.summary, vote => &vote,
        home => &member.at(&home(number)), urn_href => &member.at(&format!("{}/urn", home(number))),
        limits_href => &member.at("/decide/secret"),
    };
    member.into_page().at(Tab::Decide).render("decisions/secret-vote.html", context)
}

pub(super) async fn cast(may: May<CastBallot, Paper>, at: Path<(String, i32)>) -> PageResult {
    let floor = sleep(FLOOR);
    let done = may.act_without_mark(async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
        cast_secret_ballot(tx, permit, id_of(tx, at.1).await?, &may.form.typed(), may.form.nonce).await
    });
    let done = done.await;
    floor.await;
    match done {
        Ok(receipt) => receipt_page(may.sent.member, at.1, receipt).await,
        Err(no) => {
            let member = may.again(no)?;
            let proposal = numbered(&member.read(), &member.site.effects, at.1, member.id).await?;
            ballot_page(member, &proposal, &[]).await
        }
    }
}

/// Her number, this once. The page is the same whatever she chose.
async fn receipt_page(member: Member, number: i32, receipt: Receipt) -> PageResult {
    let proposal = numbered(&member.read(), &member.site.effects, number, member.id).await?;
    let context = context! {
        number => &number, receipt => &receipt.to_string(), closes_at => &proposal.closes_at,
        home => &member.at(&home(number)), vote_href => &member.at(&format!("{}/vote", home(number))),
        keeping => &member.charter.ballot_keeping_days(),
    };
    member.into_page().at(Tab::Decide).render("decisions/secret-receipt.html", context)
}

/// A number of a ballot, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Number {
    code: String,
}

pub(super) async fn look_up(member: Member, at: Path<(String, i32)>) -> PageResult {
    look_up_page(member, at.1, None).await
}

pub(super) async fn looked_up(sent: Sent<Number>, at: Path<(String, i32)>) -> PageResult {
    let id = id_of(&sent.read(), at.1).await?;
    let Ok(receipt) = sent.form.code.parse::<Receipt>() else {
        let no = No::field("code", Message::new("ballot-number-wrong"));
        return look_up_page(sent.again(no)?, at.1, None).await;
    };
    let found = holds(&sent.read(), id, receipt).await?;
    look_up_page(sent.member, at.1, Some(found)).await
}

/// `found` is what came of looking: none before, none inside when the numbers are not kept any more.
async fn look_up_page(member: Member, number: i32, found: Option<Option<bool>>) -> PageResult {
    let proposal = numbered(&member.read(), &member.site.effects, number, member.id).await?;
    let urn = proposal.vote.as_ref().and_then(|vote| vote.urn.as_ref()).ok_or_else(PageError::not_found)?;
    let stage = match (urn.opened, urn.has_receipts) {
        (false, _) => "open",
        (true, true) => "kept",
        (true, false) => "destroyed",
    };
    let answer = found.map(|found| match found {
        Some(true) => "yes",
        Some(false) => "no",
        None => "destroyed",
    });
    let context = context! {
        number => &number, stage => &stage, answer => &answer, ballots => &urn.ballots,
        home => &member.at(&home(number)), action => &member.at(&format!("{}/number", home(number))),
    };
    member.into_page().at(Tab::Decide).render("decisions/secret-number.html", context)
}

/// What is left of the urn, for whoever wants to compare it with the register: each list exactly as it was hashed.
pub(super) async fn urn_file(member: Member, at: Path<(String, i32)>) -> PageResult {
    let scope = member.read();
    let (receipts, ballots) = left_of_the_urn(&scope, id_of(&scope, at.1).await?).await?;
    drop(scope);
    // Withheld ballots are not there, and how many there were would tell.
    let ballots = ballots.ok_or_else(PageError::not_found)?;
    let file = format!("{}\n{ballots}\n", receipts.unwrap_or_default());
    let name = format!("attachment; filename=\"urn-{}.txt\"", at.1);
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(file))
}

/// Whether the reader can ask for the secrecy of its vote.
pub(super) fn can_be_asked(proposal: &Proposal) -> bool {
    let is_on_roll = proposal.vote.as_ref().is_none_or(|vote| vote.i_may_vote);
    can_be_asked_still(proposal) && is_on_roll && !proposal.i_asked_secrecy
}

/// Whether anybody can.
pub(super) fn can_be_asked_still(proposal: &Proposal) -> bool {
    matches!(proposal.state, State::Waiting | State::Discussing | State::Voting)
        && proposal.question.method.may_be_secret()
        && !proposal.secret
        && !waits_for_paper(proposal)
}

/// Its time is over: it takes no ballot any more, and nothing begins anew.
fn waits_for_paper(proposal: &Proposal) -> bool {
    proposal.vote.as_ref().is_some_and(|vote| vote.paper.waits_until.is_some())
}

pub(super) async fn ask(member: Member, at: Path<(String, i32)>) -> PageResult {
    let proposal = numbered(&member.read(), &member.site.effects, at.1, member.id).await?;
    if !can_be_asked(&proposal) {
        return Ok(member.page.go(&member.at(&home(at.1))));
    }
    let context = context! {
        number => &at.1, title => &proposal.title, open => &(proposal.state == State::Voting),
        wanted => &proposal.secrecy_wanted, days => &proposal.days.1, home => &member.at(&home(at.1)),
        action => &member.at(&format!("{}/secrecy", home(at.1))), limits_href => &member.at("/decide/secret"),
    };
    member.into_page().at(Tab::Decide).render("decisions/secret-ask.html", context)
}

pub(super) async fn asked(may: May<AskSecrecy, super::drafts::Nothing>, at: Path<(String, i32)>) -> PageResult {
    let done = may.act(async |tx: &Tx<'_>, permit: Permit<AskSecrecy>| {
        ask_secrecy(tx, permit, id_of(tx, at.1).await?).await?;
        Ok(home(at.1))
    });
    match done.await {
        Ok(to) => {
            // The open ballots of a vote that began anew leave the journal too, as far as it lets go of them now.
            if may.site.db.is_embedded()
                && let Err(broken) = may.site.db.settle_files().await
            {
                tracing::warn!(%broken, "the journal is emptied later");
            }
            Ok(may.page.go_saying(&may.at(&to), "done-secrecy-asked"))
        }
        Err(no) => super::proposal::proposal_page(may.again(no)?, at.1).await,
    }
}

/// What secrecy protects from, and what it does not (`decisions` 8.3).
pub(super) async fn limits(member: Member) -> PageResult {
    let context = context! {
        keeping => &member.charter.ballot_keeping_days(), counts_from => &member.charter.secret_counts_from(),
        askers => &member.charter.secrecy_askers(),
    };
    member.into_page().at(Tab::Decide).render("decisions/secret-limits.html", context)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::decisions::rules::ballot::words;
    use ::decisions::rules::question::Method;
    use std::collections::BTreeSet;

    #[test]
    fn every_choice_is_sent_in_as_many_bytes() {
        let known: BTreeSet<&str> =
            Method::ALL.into_iter().filter(|method| method.may_be_secret()).flat_map(words).copied().collect();
        assert_eq!(LETTERS.map(|(_, stands_for)| stands_for).into_iter().collect::<BTreeSet<_>>(), known);
        assert!(LETTERS.iter().all(|(letter, _)| letter.len() == 1));
        assert_eq!(LETTERS.map(|(letter, _)| letter).into_iter().collect::<BTreeSet<_>>().len(), LETTERS.len());
        let form = include_str!("../../../../../themes/default/templates/decisions/secret-ballot.html");
        let sent: Vec<&str> =
            form.split("name=\"ballot\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let plain = words(Method::Majority).iter().map(|word| letter_of(word)).collect::<Vec<_>>();
        assert_eq!(sent, plain, "what stands in the form itself; the others come from the list");
    }
}
