//! One proposal as a page shows it. Nothing here asks the store: it turns what was read into words.

use super::after::{AfterShown, after_shown};
use super::method::{BallotForm, QuestionShown, ballot_form, question_shown, told};
use super::objections::{ObjectionsShown, objections_shown};
use super::secret::{can_be_asked, can_be_asked_still};
use super::words::{Who, list_of, say};
use crate::kit::{Page, PageError};
use ::decisions::amend::AmendText;
use ::decisions::commands::contribute::ContributionKind;
use ::decisions::queries::passages::Passage;
use ::decisions::queries::proposal::{Ballot, Contribution, Hearing, Proposal, Vote};
use ::decisions::rules::ballot::Said;
use ::decisions::rules::fallback::{DEFER_DAYS, Fallback, TRIAL_DAYS};
use ::decisions::rules::paragraphs::{Field, Place, paragraphs};
use ::decisions::rules::question::{Method, Question};
use ::decisions::rules::rounds::most_rounds;
use ::decisions::rules::state::State;
use ::decisions::rules::verdict::{VoteRules, is_larger};
use ::membership::effects::NewSeat;
use ::tally::Quorum;
use commons::clock::Time;
use commons::effects::Difference;
use commons::ids::MemberId;
use commons::refusal::Message;
use serde::{Deserialize, Serialize};

/// From whom and when a page is seen.
pub(super) struct Seen<'a> {
    pub(super) page: &'a Page,
    pub(super) who: &'a Who,
    pub(super) by: MemberId,
    pub(super) now: Time,
}

impl Seen<'_> {
    fn say(&self, message: &Message) -> Result<String, PageError> {
        say(self.page, message)
    }
}

/// A proposal, from its sending to its vote.
#[derive(Serialize)]
pub(super) struct Shown {
    number: i32,
    state: &'static str,
    title: String,
    /// Its plain summary, paragraph by paragraph, so that each can be pointed to.
    summary: Vec<ParagraphShown>,
    body: Vec<ParagraphShown>,
    /// Asked with the founding: nobody's own, and seconded by the signatures.
    of_the_founding: bool,
    /// Asked by several members who signed it: nobody's own.
    asked_together: bool,
    /// The vote on a removal, after its notice: nobody's own.
    of_a_removal: bool,
    hearing: Option<HearingShown>,
    authors: Vec<String>,
    by: String,
    submitted_at: Option<Time>,
    revised_at: Option<Time>,
    seconders: String,
    /// How many seconders are still missing, while it waits.
    missing: usize,
    due_at: Option<Time>,
    steps: Vec<Step>,
    current: usize,
    effect: Effect,
    /// Whether it is a question for which nothing is adopted.
    consults: bool,
    rule: Rule,
    /// What there is to choose; none where one says yes or no.
    question: Option<QuestionShown>,
    /// Whether somebody is looked for without candidates: that has its own page.
    election: bool,
    /// Whether one can also vote on paper.
    on_paper: bool,
    /// Whether one can also vote by telephone.
    by_phone: bool,
    /// What comes next, before the vote.
    next: Vec<String>,
    talk: Talk,
    vote: Option<VoteShown>,
    can: Can,
    /// Whether its vote is secret, or will be.
    secret: bool,
    /// Whether the reader asked for secrecy and others must still do so.
    asked_secrecy: bool,
    /// More time, and what members do together about the vote.
    after: AfterShown,
    /// What is in its way, and what worries people.
    objections: ObjectionsShown,
}

/// The place of the person whose mandate may be recalled, or who may be removed.
#[derive(Serialize)]
struct HearingShown {
    who: String,
    words: String,
    at: Option<Time>,
    /// Whether the reader is she, and can still write.
    mine: bool,
}

impl HearingShown {
    fn of(seen: &Seen<'_>, proposal: &Proposal, hearing: &Hearing) -> Self {
        let open = matches!(proposal.state, State::Waiting | State::Discussing | State::Frozen | State::Voting);
        Self {
            who: seen.who.name(hearing.member),
            words: hearing.words.clone().unwrap_or_default(),
            at: hearing.at,
            mine: open && hearing.member == seen.by,
        }
    }
}

/// One step of its way.
#[derive(Serialize)]
struct Step {
    icon: &'static str,
    text: String,
}

/// One thing that changes.
#[derive(Serialize)]
pub(in crate::pages) struct Change {
    what: String,
    before: Option<String>,
    after: Option<String>,
}

/// What happens if the group says yes.
#[derive(Serialize)]
pub(super) struct Effect {
    pub(super) changes: Vec<Change>,
    aim: String,
    limits: String,
    when: String,
}

/// How it is decided.
#[derive(Serialize)]
struct Rule {
    sentence: String,
    /// The sentence, without what stands beside the options already; empty when that is all of it.
    beside: String,
    more: Vec<String>,
}

/// What this reader can do here now.
#[derive(Serialize)]
struct Can {
    second: bool,
    change: bool,
    /// Change its words. An amendment is taken back, and another written.
    revise: bool,
    step_back: bool,
    ask_secrecy: bool,
}

/// A paragraph of a text.
#[derive(Serialize)]
struct ParagraphShown {
    /// Its place, such as `body-2`.
    place: String,
    words: String,
}

fn paragraphs_shown(field: Field, text: &str) -> Vec<ParagraphShown> {
    let shown = |(paragraph, words): (u32, &str)| ParagraphShown {
        place: Place { field, paragraph }.word(),
        words: words.to_owned(),
    };
    (0..).zip(paragraphs(text)).map(shown).collect()
}

/// What people say.
#[derive(Serialize)]
struct Talk {
    open: bool,
    /// Where it stands, as a member wrote it last.
    so_far: Option<SoFar>,
    count: usize,
    until: Option<Time>,
    groups: Vec<TalkGroup>,
}

#[derive(Serialize)]
struct TalkGroup {
    kind: &'static str,
    said: Vec<SaidLine>,
}

#[derive(Serialize)]
struct SoFar {
    words: String,
    by: String,
    at: Time,
}

/// The passage of the text that a worry is about.
#[derive(Serialize)]
struct PassageShown {
    /// `summary`, `body` or `words`.
    field: &'static str,
    /// Which paragraph of it, from 1.
    paragraph: u64,
    /// Which version of the text was pointed to.
    version: i32,
    /// Where it stands in the text of today; none when it changed since.
    now: Option<String>,
}

impl PassageShown {
    fn of(passage: &Passage) -> Self {
        Self {
            field: passage.place.field.word(),
            paragraph: u64::from(passage.now.unwrap_or(passage.place).paragraph) + 1,
            version: passage.version,
            now: passage.now.map(Place::word),
        }
    }
}

#[derive(Serialize)]
struct SaidLine {
    id: String,
    words: String,
    by: String,
    at: Time,
    edited: bool,
    mine: bool,
    passage: Option<PassageShown>,
    /// Whether the reader can say which passage it is about.
    points: bool,
    answers: Vec<SaidLine>,
}

/// A vote that is or was open.
#[derive(Serialize)]
pub(super) struct VoteShown {
    open: bool,
    closes_at: Option<Time>,
    roll: u64,
    received: u64,
    quorum: u64,
    missing: u64,
    may_vote: bool,
    mine: Option<Mine>,
    /// Whether objections and concerns are read at once, and not only at the end.
    at_once: bool,
    /// The ballot to fill.
    ballot: BallotForm,
    paper: PaperShown,
    /// What may be known of the urn of a secret vote.
    urn: Option<UrnShown>,
}

/// Ballots of paper, as a page shows them.
#[derive(Serialize)]
struct PaperShown {
    /// The reader took one: with her id, for the form that gives it back.
    mine: Option<String>,
    handed: u64,
    /// Until when they are waited for, once the vote takes no more ballots.
    waits_until: Option<Time>,
}

/// The urn of a secret vote, as its page shows it.
#[derive(Serialize)]
struct UrnShown {
    i_voted: bool,
    enough: bool,
    ballots: Option<u64>,
    has_receipts: bool,
    key_destroyed: bool,
    /// Whether so few can vote that secrecy holds badly.
    few: bool,
}

/// The reader's own ballot.
#[derive(Serialize)]
struct Mine {
    choice: &'static str,
    icon: &'static str,
    text: String,
    reason: String,
    /// Somebody noted it for her, on the telephone.
    by_phone: bool,
    unsigned: bool,
}

/// Whether something can be said about it now.
pub(super) fn can_talk(proposal: &Proposal, now: Time) -> bool {
    match proposal.state {
        State::Waiting => true,
        State::Discussing => proposal.discussion_until.is_none_or(|until| now < until),
        _ => false,
    }
}

pub(super) fn can_change(proposal: &Proposal, now: Time) -> bool {
    let before_the_vote = matches!(proposal.state, State::Waiting | State::Discussing);
    proposal.is_mine && !proposal.of_the_founding && before_the_vote && !is_talk_over(proposal, now)
}

/// Whether the time to talk about it is over and its vote has not opened: its amendments are voted on first, or it is an
/// amendment and waits for its turn (`decisions A5`).
fn is_talk_over(proposal: &Proposal, now: Time) -> bool {
    proposal.state == State::Discussing && proposal.discussion_until.is_some_and(|until| until <= now)
}

fn is_amendment(proposal: &Proposal) -> bool {
    proposal.effect.as_ref().is_some_and(|(kind, _)| kind == AmendText::KIND)
}

/// Puts a proposal into words for one reader.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn shown(seen: &Seen<'_>, proposal: &Proposal, revised_at: Option<Time>) -> Result<Shown, PageError> {
    let authors = seen.who.all(&proposal.authors);
    let wanted = usize::try_from(proposal.seconders_wanted).unwrap_or(usize::MAX);
    let (steps, current) = steps(seen, proposal)?;
    Ok(Shown {
        number: proposal.number.unwrap_or_default(),
        state: proposal.state.name(),
        title: proposal.title.clone(),
        summary: paragraphs_shown(Field::Summary, &proposal.summary),
        body: paragraphs_shown(Field::Body, &proposal.body),
        by: list_of(seen.page, &authors)?,
        of_the_founding: proposal.of_the_founding,
        authors: if proposal.of_the_founding { Vec::new() } else { authors },
        asked_together: proposal.asked_together,
        of_a_removal: proposal.of_a_removal,
        hearing: proposal.hearing.as_ref().map(|hearing| HearingShown::of(seen, proposal, hearing)),
        submitted_at: proposal.submitted_at,
        revised_at,
        seconders: list_of(seen.page, &seen.who.all(&proposal.seconders))?,
        missing: wanted.saturating_sub(proposal.seconders.len()),
        due_at: proposal.due_at,
        steps,
        current,
        effect: effect(seen, proposal)?,
        consults: !proposal.question.method.is_binding(),
        rule: rule(seen, proposal)?,
        question: question_shown(seen.page, &proposal.question)?,
        election: proposal.question.method == Method::Election,
        on_paper: proposal.question.method.is_on_paper(proposal.secret),
        by_phone: proposal.question.method.has_ballots() && !proposal.secret,
        next: next(seen, proposal)?,
        talk: talk(seen, proposal),
        vote: vote_shown(seen.page, proposal, seen.now, &[])?,
        can: Can {
            second: proposal.state == State::Waiting && !proposal.is_mine && !proposal.i_seconded,
            change: can_change(proposal, seen.now),
            revise: can_change(proposal, seen.now) && !is_amendment(proposal),
            step_back: can_change(proposal, seen.now) && proposal.authors.len() > 1,
            ask_secrecy: can_be_asked(proposal),
        },
        secret: proposal.secret,
        asked_secrecy: proposal.i_asked_secrecy && can_be_asked_still(proposal),
        after: after_shown(seen, proposal)?,
        objections: objections_shown(seen, proposal)?,
    })
}

/// The way of a proposal, and which step it is at, counted from 1. One that is over shows its result instead.
fn steps(seen: &Seen<'_>, proposal: &Proposal) -> Result<(Vec<Step>, usize), PageError> {
    let until = |key: &'static str, plain: &'static str, at: Option<Time>| match at {
        Some(at) => Message::new(key).with("at", at),
        None => Message::new(plain),
    };
    let (seconding, discussion, vote, current) = match proposal.state {
        State::Waiting => (
            ("clock", until("step-seconds-until", "step-seconds", proposal.due_at)),
            ("chat", Message::new("step-talk")),
            ("ballot", Message::new("step-vote")),
            1,
        ),
        State::Discussing if is_talk_over(proposal, seen.now) => (
            ("check", Message::new("step-seconded")),
            ("check", Message::new("step-talk-over")),
            ("ballot", Message::new("step-vote-in-turn")),
            3,
        ),
        State::Discussing => (
            ("check", Message::new("step-seconded")),
            ("chat", until("step-talk-until", "step-talk", proposal.discussion_until)),
            ("ballot", Message::new("step-vote")),
            2,
        ),
        State::Frozen | State::Voting => (
            ("check", Message::new("step-seconded")),
            ("check", Message::new("step-talk-over")),
            ("ballot", until("step-vote-until", "step-vote", proposal.closes_at)),
            3,
        ),
        _ => return Ok((Vec::new(), 0)),
    };
    let vote = match proposal.question.method {
        Method::Election => (vote.0, until("step-election-until", "step-election", proposal.closes_at)),
        _ => vote,
    };
    let steps = [seconding, discussion, vote, ("doc", Message::new("step-result"))];
    let steps = steps.into_iter().map(|(icon, message)| Ok(Step { icon, text: seen.say(&message)? }));
    Ok((steps.collect::<Result<_, PageError>>()?, current))
}

/// Differences in words.
///
/// # Errors
/// Never, once the themes are loaded.
pub(in crate::pages) fn changes(page: &Page, differences: &[Difference]) -> Result<Vec<Change>, PageError> {
    let words = |message: &Option<Message>| message.as_ref().map(|message| say(page, message)).transpose();
    let change = |difference: &Difference| {
        Ok(Change {
            what: say(page, &difference.what)?,
            before: words(&difference.before)?,
            after: words(&difference.after)?,
        })
    };
    differences.iter().map(change).collect()
}

fn effect(seen: &Seen<'_>, proposal: &Proposal) -> Result<Effect, PageError> {
    let mandate = proposal.effect.as_ref().and_then(|(_, details)| NewSeat::deserialize(details).ok());
    let (aim, limits) = mandate.map(|mandate| (mandate.aim, mandate.limits)).unwrap_or_default();
    let when = match (&proposal.effect, proposal.rules.challenge_hours) {
        (None, _) if proposal.question.method.has_options() => Message::new("effect-choice"),
        (None, _) if !proposal.question.method.is_binding() => Message::new("effect-consultation"),
        (None, _) => Message::new("effect-nothing"),
        (Some(_), 0) => Message::new("effect-at-close"),
        (Some(_), hours) => Message::new("effect-after-window").with("hours", hours),
    };
    Ok(Effect { changes: changes(seen.page, &proposal.differences)?, aim, limits, when: seen.say(&when)? })
}

/// The rules in short sentences, with their numbers.
fn rule(seen: &Seen<'_>, proposal: &Proposal) -> Result<Rule, PageError> {
    let VoteRules { majority, quorum, quorum_asked, challenge_hours, .. } = proposal.rules;
    let quorum = quorum_asked.unwrap_or(quorum);
    let needed = match (&proposal.vote, quorum) {
        (Some(vote), _) => {
            Message::new("rule-quorum-of-roll").with("quorum", number(vote.quorum)).with("roll", number(vote.roll))
        }
        (None, Quorum::Members(count)) => Message::new("rule-quorum-members").with("count", count),
        (None, Quorum::Percent(percent)) => Message::new("rule-quorum-percent").with("percent", u32::from(percent)),
        (None, Quorum::Majority) => Message::new("rule-quorum-majority"),
    };
    let method = proposal.question.method;
    let wins = if method != Method::Majority {
        method.message("rule")
    } else if majority.is_half() {
        Message::new("rule-half")
    } else {
        Message::new("rule-part").with("p", number(majority.p)).with("q", number(majority.q))
    };
    let roll = match &proposal.vote {
        Some(vote) => Message::new("rule-roll-drawn").with("roll", number(vote.roll)),
        None => Message::new("rule-roll"),
    };
    let window = (challenge_hours > 0 && method.is_binding())
        .then(|| Message::new("rule-window").with("hours", challenge_hours));
    if method == Method::Election {
        let more = [roll, Message::new("rule-election-secret"), Message::new("rule-election-names")];
        let more = more.iter().chain(&window).map(|message| seen.say(message)).collect::<Result<_, _>>()?;
        let sentence = seen.say(&wins)?;
        return Ok(Rule { beside: sentence.clone(), sentence, more });
    }
    let ends = match method {
        Method::Majority => vec![Message::new("rule-abstain"), Message::new("rule-tie")],
        // The earliest day, or what more people support, goes first: there is no tie.
        Method::Dates | Method::EqualShares => Vec::new(),
        Method::Gradients | Method::Sense => vec![Message::new("rule-decides-nothing")],
        Method::Consent => vec![Message::new("rule-silence"), Message::new("rule-rounds-consent")],
        Method::Consensus => {
            let blocks = proposal.rules.blocks_allowed;
            let survives = (blocks > 0).then(|| Message::new("rule-blocks-allowed").with("count", number(blocks)));
            let rounds = [Message::new("rule-silence"), Message::new("rule-rounds-consensus")];
            rounds.into_iter().chain(survives).collect()
        }
        Method::Tacit => vec![Message::new("rule-becomes-consent")],
        _ => vec![Message::new("rule-tie-options")],
    };
    let asked = quorum_asked.filter(|_| method.asks_quorum()).map(|_| Message::new("rule-quorum-asked"));
    let ends = ends.into_iter().chain(after_rounds(proposal)).chain(asked).collect::<Vec<_>>();
    let more =
        [roll, Message::new(if proposal.secret { "rule-secret" } else { "rule-open" }), Message::new("rule-change")];
    let more = more.iter().chain(&ends).chain(&window).map(|message| seen.say(message)).collect::<Result<_, _>>()?;
    // A question that decides nothing needs nobody in particular.
    let wins = seen.say(&wins)?;
    // Where silence counts, the rule itself says how many must have seen it.
    let counts = method.is_binding() && method != Method::Tacit;
    let needed = if counts { seen.say(&needed)? } else { String::new() };
    let sentence = format!("{needed} {wins}").trim_start().to_owned();
    let beside = if method.has_options() { needed } else { sentence.clone() };
    Ok(Rule { sentence, beside, more })
}

/// What the charter says of the end of the rounds; that they are over, once they are; nothing in secret, where there are none.
fn after_rounds(proposal: &Proposal) -> Option<Message> {
    let says = match proposal.rules.fallback {
        _ if proposal.secret => return None,
        _ if proposal.question.trial => return Some(Message::new("rule-trial-asked").with("days", TRIAL_DAYS)),
        // It rested: this is the last round of all.
        Fallback::Defer if proposal.round > i32::from(most_rounds(proposal.question.method)) => return None,
        Fallback::None => return None,
        Fallback::Defer => Message::new("rule-then-defer").with("days", DEFER_DAYS),
        Fallback::Trial => Message::new("rule-then-trial").with("days", TRIAL_DAYS),
        Fallback::TwoThirds | Fallback::ThreeQuarters | Fallback::FourFifths => {
            let (own, charters) = (proposal.rules.fallback.part()?, proposal.rules.majority);
            let part = if is_larger(charters, own) { charters } else { own };
            Message::new("rule-then-vote").with("p", number(part.p)).with("q", number(part.q))
        }
    };
    Some(says)
}

/// What comes next while it waits or is discussed: when the talk ends, how long the vote lasts.
fn next(seen: &Seen<'_>, proposal: &Proposal) -> Result<Vec<String>, PageError> {
    if is_amendment(proposal) || is_talk_over(proposal, seen.now) {
        return next_in_turn(seen, proposal);
    }
    let (discussion, voting) = proposal.days;
    let vote = match proposal.question.method {
        Method::Election => Message::new("next-election"),
        _ => Message::new("next-vote-days").with("days", i64::from(voting)),
    };
    let messages = match (proposal.state, proposal.discussion_until) {
        (State::Waiting, _) => vec![Message::new("next-talk-days").with("days", i64::from(discussion)), vote],
        (State::Discussing, Some(until)) => vec![Message::new("next-vote-opens").with("at", until), vote],
        _ => Vec::new(),
    };
    messages.iter().map(|message| seen.say(message)).collect()
}

/// The same where amendments come into it: an amendment is talked about with its text and voted on in its turn.
fn next_in_turn(seen: &Seen<'_>, proposal: &Proposal) -> Result<Vec<String>, PageError> {
    let is_before = matches!(proposal.state, State::Waiting | State::Discussing);
    let talk = (is_before && !is_talk_over(proposal, seen.now)).then(|| Message::new("next-amendment-talk"));
    let turn = is_before.then(|| Message::new("next-in-turn"));
    let days = is_before.then(|| Message::new("next-vote-days").with("days", i64::from(proposal.days.1)));
    talk.iter().chain(&turn).chain(&days).map(|message| seen.say(message)).collect()
}

/// A count as messages take it.
pub(super) fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn talk(seen: &Seen<'_>, proposal: &Proposal) -> Talk {
    let kinds = [
        ("pleases", ContributionKind::Pleases),
        ("worries", ContributionKind::Worries),
        ("question", ContributionKind::Question),
    ];
    let of = |kind: ContributionKind| {
        proposal.contributions.iter().filter(move |one| one.kind == kind).map(|one| said(seen, proposal, one)).collect()
    };
    let groups = kinds.into_iter().map(|(word, kind)| TalkGroup { kind: word, said: of(kind) });
    let groups = groups.filter(|group| !group.said.is_empty()).collect();
    Talk {
        open: can_talk(proposal, seen.now),
        so_far: proposal
            .so_far
            .as_ref()
            .and_then(|one| Some(SoFar { words: one.words.clone()?, by: seen.who.name(one.by), at: one.at })),
        count: proposal.contributions.len(),
        until: proposal.discussion_until,
        groups,
    }
}

/// Whether the reader can say which passage of the text a worry is about.
pub(super) fn can_point(proposal: &Proposal, one: &Contribution, by: MemberId, now: Time) -> bool {
    let is_hers = one.author == by || proposal.is_mine;
    one.kind == ContributionKind::Worries && is_hers && can_talk(proposal, now)
}

fn said(seen: &Seen<'_>, proposal: &Proposal, one: &Contribution) -> SaidLine {
    SaidLine {
        id: one.id.to_string(),
        words: one.words.clone(),
        by: seen.who.name(one.author),
        at: one.at,
        edited: one.edited,
        mine: one.author == seen.by,
        passage: one.passage.as_ref().map(PassageShown::of),
        points: can_point(proposal, one, seen.by, seen.now),
        answers: one.replies.iter().map(|reply| said(seen, proposal, reply)).collect(),
    }
}

/// With fewer people, a secret vote tells by counting who remains (`decisions D6`).
const FEW: u64 = 5;

impl VoteShown {
    /// The same, to note what somebody else says.
    ///
    /// # Errors
    /// Never, once the themes are loaded.
    pub(super) fn asking(self, page: &Page, legend: &'static str) -> Result<Self, PageError> {
        Ok(Self { ballot: self.ballot.asking(page, legend)?, ..self })
    }
}

/// The vote of a proposal, once it has one.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn vote_shown(
    page: &Page,
    proposal: &Proposal,
    now: Time,
    typed: &[String],
) -> Result<Option<VoteShown>, PageError> {
    let Some(vote) = &proposal.vote else { return Ok(None) };
    let Vote { roll, received, quorum, i_may_vote, mine, urn, paper, .. } = vote;
    let open = proposal.state == State::Voting && proposal.closes_at.is_some_and(|closes| now < closes);
    Ok(Some(VoteShown {
        open,
        closes_at: proposal.closes_at,
        roll: *roll,
        received: *received,
        quorum: *quorum,
        missing: quorum.saturating_sub(*received),
        may_vote: *i_may_vote,
        at_once: proposal.question.method.has_objections() && !proposal.secret,
        mine: mine.as_ref().map(|ballot| own(page, &proposal.question, ballot)).transpose()?,
        ballot: ballot_form(page, &proposal.question, mine.as_ref().map(|ballot| &ballot.said), typed)?,
        paper: PaperShown {
            mine: paper.mine.map(|member| member.to_string()),
            handed: paper.handed,
            waits_until: paper.waits_until,
        },
        urn: urn.as_ref().map(|urn| UrnShown {
            i_voted: urn.i_voted,
            enough: urn.enough,
            ballots: urn.ballots,
            has_receipts: urn.has_receipts,
            key_destroyed: urn.key_destroyed,
            few: *roll < FEW,
        }),
    }))
}

fn own(page: &Page, question: &Question, ballot: &Ballot) -> Result<Mine, PageError> {
    let choice = match ballot.said {
        Said::Word(word) => word,
        Said::Marks(_) => "",
    };
    let text = match choice {
        "abstain" => say(page, &Message::new("choice-abstain"))?,
        _ => told(page, question, &ballot.said)?,
    };
    let reason = ballot.reason.clone().unwrap_or_default();
    let by_phone = ballot.by_phone.is_some();
    Ok(Mine { choice, icon: icon_of(choice), text, reason, by_phone, unsigned: ballot.unsigned })
}

/// The icon of a word on a ballot.
pub(super) fn icon_of(word: &str) -> &'static str {
    match word {
        "yes" | "consent" | "agree" | "seen" => "check",
        "no" => "x",
        "concern" | "reservations" => "chat",
        "objection" | "block" => "warn",
        "not_ready" => "clock",
        "endorse" | "thumb_up" => "check",
        "abstain" | "stand_aside" => "dash",
        _ => "doc",
    }
}
