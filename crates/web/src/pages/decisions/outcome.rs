//! What came of a proposal: its result with the arithmetic, who voted what, what the decision did.

use super::method::{Counting, counting, sentence, told};
use super::shown::icon_of;
use super::words::{Who, failure, list_of, say};
use crate::kit::{Page, PageError};
use ::decisions::queries::proposal::{Ballot, Proposal};
use ::decisions::rules::ballot::{Said, ballot_file, word, words};
use ::decisions::rules::exchange::{Format, formats};
use ::decisions::rules::question::{Method, Question};
use ::decisions::rules::state::State;
use ::decisions::rules::verdict::VoteResult;
use ::tally::{Choice, Counts, Verdict};
use commons::clock::Time;
use commons::refusal::Message;
use serde::Serialize;

/// A closed vote and what it led to.
#[derive(Serialize)]
pub(super) struct Outcome {
    adopted: bool,
    /// Whether it was a question for which nothing is adopted.
    consulted: bool,
    sentence: String,
    /// Whether it was an election without candidates: nothing of what was said in it is kept.
    election: bool,
    yes: u64,
    no: u64,
    abstain: u64,
    blank: u64,
    /// Whether the counts are not told: too few voted in secret.
    withheld: bool,
    /// Files of the ballots to take home.
    copies: Vec<BallotsFile>,
    /// Whether its ballots are told to nobody, so that it can't be recounted elsewhere (ruling 7).
    no_recount: bool,
    /// Whether the ballots of a secret vote can be taken home one by one.
    shows_screens: bool,
    paper: Option<PaperTold>,
    ballots: u64,
    roll: u64,
    quorum: u64,
    enough: bool,
    base: u64,
    needed: u64,
    /// How the rule makes that number out of the base, when it is not plainly more than half.
    share: Option<String>,
    /// Which choice did not carry, if one did not: its words come first.
    groups: Vec<Group>,
    /// Whether it was decided by another method than yes or no.
    other: bool,
    /// How it was counted, by another method than yes or no.
    counting: Option<Counting>,
    effect: Acted,
    closed_at: Option<Time>,
    seq: Option<i64>,
    fingerprint: Option<String>,
}

/// A file of the ballots.
#[derive(Serialize)]
struct BallotsFile {
    /// How its address ends.
    end: &'static str,
    label: String,
}

/// The files in which the ballots of a closed vote can be taken home.
fn copies(page: &Page, proposal: &Proposal, result: &VoteResult) -> Result<Vec<BallotsFile>, PageError> {
    let own = ballot_file(&proposal.title, &proposal.rules, &proposal.question, result);
    let own = own.map(|_| ("json", Message::new("copy-ballots")));
    let of_others = formats(&proposal.question, result).iter().map(|format| match format {
        Format::Blt => ("blt", Message::new("copy-ballots-blt")),
        Format::Preflib => ("preflib", Message::new("copy-ballots-preflib")),
        Format::Pabulib => ("pb", Message::new("copy-ballots-pb")),
    });
    let copy = |(end, label): (&'static str, Message)| Ok(BallotsFile { end, label: say(page, &label)? });
    own.into_iter().chain(of_others).map(copy).collect()
}

/// The part of a result that came on paper.
#[derive(Serialize)]
struct PaperTold {
    /// Whether it was counted.
    counted: bool,
    ballots: u64,
    screens: u64,
    spoiled: u64,
}

impl PaperTold {
    fn of(result: &VoteResult) -> Option<Self> {
        let paper = result.paper?;
        let (ballots, spoiled) = (paper.ballots, paper.spoiled);
        Some(Self { counted: paper.counted, ballots, screens: result.on_screens(), spoiled })
    }
}

/// Everybody who voted the same.
#[derive(Serialize)]
struct Group {
    choice: &'static str,
    icon: &'static str,
    title: String,
    /// Whether this is what the group did not do.
    differs: bool,
    count: usize,
    reasons: Vec<Reason>,
    /// Whether one of the reasons has no name under it.
    unsigned: bool,
    /// Names of those who gave no reason, or did not sign it.
    silent: String,
    silent_count: usize,
    /// Who chose the same and whose name is no longer kept: she left, or it was more than a year ago.
    detached: usize,
    /// Ballots of paper that say the same, without names.
    on_paper: usize,
}

#[derive(Serialize)]
struct Reason {
    words: String,
    /// Empty when she did not sign it; then nothing else is told of her ballot either.
    by: String,
    changed: bool,
}

/// What the decision did.
#[derive(Serialize)]
struct Acted {
    /// `none`, `waits`, `done` or `failed`.
    state: &'static str,
    /// When it is planned while it waits, when it happened afterwards.
    at: Option<Time>,
    failure: String,
}

/// The outcome of a proposal whose vote is over.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn outcome(page: &Page, proposal: &Proposal, who: &Who) -> Result<Option<Outcome>, PageError> {
    let Some(result) = &proposal.result else { return Ok(None) };
    let VoteResult { outcome, roll, quorum, .. } = result;
    let (roll, quorum) = (*roll, *quorum);
    let adopted = outcome.verdict == Verdict::Adopted;
    let is_election = proposal.question.method == Method::Election;
    Ok(Some(Outcome {
        adopted,
        consulted: !proposal.question.method.is_binding(),
        election: is_election,
        sentence: match &result.other {
            _ if is_election => found(page, proposal, who)?,
            Some(other) if !proposal.question.method.is_binding() => {
                sentence(page, &proposal.question, outcome.verdict, other)?
            }
            Some(other) if !result.withheld || !other.winners.is_empty() => {
                sentence(page, &proposal.question, outcome.verdict, other)?
            }
            _ => say(page, &result.sentence())?,
        },
        other: result.other.is_some(),
        counting: counting(page, proposal)?,
        yes: outcome.counts.yes,
        no: outcome.counts.no,
        abstain: outcome.counts.abstain,
        blank: outcome.counts.blank,
        withheld: result.withheld,
        copies: copies(page, proposal, result)?,
        no_recount: !is_election && result.withheld || result.other.as_ref().is_some_and(|other| other.said.is_none()),
        ballots: result.ballots(),
        shows_screens: result.shows_screens(),
        paper: PaperTold::of(result),
        roll,
        quorum,
        enough: outcome.verdict != Verdict::NoQuorum,
        base: outcome.base,
        needed: outcome.needed,
        share: share(page, proposal, outcome.base, outcome.needed)?,
        groups: if proposal.secret { Vec::new() } else { groups(page, proposal, who, outcome.verdict)? },
        effect: acted(page, proposal, adopted)?,
        closed_at: proposal.closes_at,
        seq: proposal.closed_seq,
        fingerprint: proposal.text_hash.as_deref().map(in_fours),
    }))
}

/// Whom an election found, or that it found nobody.
fn found(page: &Page, proposal: &Proposal, who: &Who) -> Result<String, PageError> {
    let message = match proposal.found {
        // While it can still be contested, she does not have it yet.
        Some(person) if proposal.state == State::Adopted => {
            Message::new("election-found-soon").with("name", who.name(person))
        }
        Some(person) => Message::new("election-found").with("name", who.name(person)),
        None => Message::new("election-nobody"),
    };
    say(page, &message)
}

/// "La règle demande les 2/3 de 20, donc 14."
fn share(page: &Page, proposal: &Proposal, base: u64, needed: u64) -> Result<Option<String>, PageError> {
    let majority = proposal.rules.majority;
    if majority.is_half() {
        return Ok(None);
    }
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let message = Message::new("result-share").with("p", count(majority.p)).with("q", count(majority.q));
    Ok(Some(say(page, &message.with("base", count(base)).with("needed", count(needed)))?))
}

fn groups(page: &Page, proposal: &Proposal, who: &Who, verdict: Verdict) -> Result<Vec<Group>, PageError> {
    let ballots = proposal.vote.as_ref().map(|vote| vote.ballots.as_slice()).unwrap_or_default();
    let differs = differing(proposal.question.method, verdict);
    // What did not carry is read first, in the same type as the rest (`domain D8`).
    let mut order = said_by_somebody(proposal, ballots);
    order.sort_by_key(|(said, _)| !matches!(said, Said::Word(word) if Some(*word) == differs));
    let groups = order.into_iter().map(|(said, many)| {
        let is_other = matches!(&said, Said::Word(word) if Some(*word) == differs);
        group(page, &proposal.question, ballots, who, &said, is_other, many)
    });
    groups.collect()
}

/// The word that did not carry.
const fn differing(method: Method, verdict: Verdict) -> Option<&'static str> {
    match (method, verdict) {
        (Method::Majority, Verdict::Adopted) => Some("no"),
        (Method::Majority, Verdict::Rejected) => Some("yes"),
        (Method::Consent, Verdict::Adopted) => Some("concern"),
        (Method::Consent, Verdict::Rejected) => Some("objection"),
        (Method::Consensus, Verdict::Adopted) => Some("reservations"),
        (Method::Consensus, Verdict::Rejected) => Some("block"),
        _ => None,
    }
}

/// How many chose the same.
#[derive(Clone, Copy)]
struct HowMany {
    all: u64,
    /// Of them, how many on paper.
    on_paper: u64,
    /// Of them, how many whose name is no longer kept.
    detached: u64,
}

/// What was said, and how many said so, in the order of the ballot.
fn said_by_somebody(proposal: &Proposal, ballots: &[Ballot]) -> Vec<(Said, HowMany)> {
    let question = &proposal.question;
    let Some(result) = &proposal.result else { return Vec::new() };
    let named = |said: &Said| ballots.iter().filter(|ballot| ballot.said == *said).count() as u64;
    let stored = |word: &str, [all, on_paper]: [u64; 2]| {
        let said = Said::stored(question, word)?;
        let detached = all.saturating_sub(named(&said)).saturating_sub(on_paper);
        Some((said, HowMany { all, on_paper, detached })).filter(|_| all > 0)
    };
    let counts = result.outcome.counts;
    let paper = result.paper.and_then(|paper| paper.counts).unwrap_or_default();
    match (&result.other, question.method.has_options()) {
        (None, _) => {
            let choices = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Blank].into_iter();
            choices
                .filter_map(|choice| stored(word(choice), [&counts, &paper].map(|all| how_many(all, choice))))
                .collect()
        }
        (Some(other), false) => {
            let count = |word: &str| other.said.as_ref().and_then(|said| said.get(word)).copied().unwrap_or(0);
            // Of each word, how many came on paper is not told: who has no name here may have had none on it.
            let has_paper = result.paper.is_some_and(|paper| paper.counted);
            let nameless = |many: HowMany| HowMany { detached: if has_paper { 0 } else { many.detached }, ..many };
            let of = |word: &&str| stored(word, [count(word), 0]).map(|(said, many)| (said, nameless(many)));
            words(question.method).iter().filter_map(of).collect()
        }
        // Among options, each ballot is like a signature: those are shown whose voters are still there to be named.
        (Some(_), true) => {
            let mut said: Vec<&Said> = ballots.iter().map(|ballot| &ballot.said).collect();
            said.sort_by_key(|said| said.word());
            said.dedup();
            let shown = |said: &Said| HowMany { all: named(said), on_paper: 0, detached: 0 };
            said.into_iter().map(|said| (said.clone(), shown(said))).collect()
        }
    }
}

/// How many of the counted ballots say that.
fn how_many(counts: &Counts, choice: Choice) -> u64 {
    match choice {
        Choice::Yes => counts.yes,
        Choice::No => counts.no,
        Choice::Abstain => counts.abstain,
        Choice::Blank => counts.blank,
    }
}

fn group(
    page: &Page,
    question: &Question,
    ballots: &[Ballot],
    who: &Who,
    said: &Said,
    differs: bool,
    many: HowMany,
) -> Result<Group, PageError> {
    let whole = |ballots: u64| usize::try_from(ballots).unwrap_or(usize::MAX);
    let same: Vec<&Ballot> = ballots.iter().filter(|ballot| ballot.said == *said).collect();
    let reason = |ballot: &&Ballot| {
        let words = ballot.reason.clone()?;
        let by = if ballot.unsigned { String::new() } else { who.name(ballot.member) };
        Some(Reason { words, by, changed: ballot.changed && !ballot.unsigned })
    };
    let silent: Vec<_> = same.iter().filter(|ballot| !is_signed(ballot)).map(|ballot| ballot.member).collect();
    let mut reasons: Vec<Reason> = same.iter().filter_map(reason).collect();
    // Those without a name come in an order that says nothing of whose they are.
    reasons.sort_by(|one, other| {
        (one.by.is_empty(), &one.by, &one.words).cmp(&(other.by.is_empty(), &other.by, &other.words))
    });
    let choice = if let Said::Word(word) = said { *word } else { "" };
    Ok(Group {
        choice,
        icon: icon_of(choice),
        title: told(page, question, said)?,
        differs,
        count: whole(many.all),
        detached: whole(many.detached),
        on_paper: whole(many.on_paper),
        unsigned: reasons.iter().any(|reason| reason.by.is_empty()),
        reasons,
        silent: list_of(page, &who.all(&silent))?,
        silent_count: silent.len(),
    })
}

/// Whether a reason is read with her name under it.
fn is_signed(ballot: &Ballot) -> bool {
    ballot.reason.is_some() && !ballot.unsigned
}

fn acted(page: &Page, proposal: &Proposal, adopted: bool) -> Result<Acted, PageError> {
    let state = match (proposal.state, &proposal.effect) {
        _ if !adopted => "none",
        (State::Adopted, _) => "waits",
        (State::EffectFailed, _) => "failed",
        (_, Some(_)) if proposal.was_first_reading => "read",
        (_, Some(_)) => "done",
        (_, None) => "none",
    };
    let failure = proposal.failure.as_ref().map(|reason| failure(page, reason)).transpose()?;
    let at = if state == "waits" { proposal.window_until } else { proposal.acted_at };
    Ok(Acted { state, at, failure: failure.unwrap_or_default() })
}

/// A fingerprint in groups of four signs, to be read aloud.
pub(super) fn in_fours(hash: &str) -> String {
    let signs: Vec<char> = hash.chars().collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
