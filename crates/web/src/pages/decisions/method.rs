//! Ways to decide: what they are called, the ballot of each, and what its count says, in words.

use super::secret::letter_of;
use super::shown::number;
use super::words::{list_of, say};
use crate::kit::{Page, PageError};
use ::decisions::queries::proposal::Proposal;
use ::decisions::rules::ballot::{Said, called, words};
use ::decisions::rules::counting::{OtherCount, Recount};
use ::decisions::rules::explain::{explain, with_money};
use ::decisions::rules::question::{Ballot, Method, Question, local_time};
use ::decisions::rules::warmth::Warmth;
use ::tally::{OptionId, Verdict, consensus, consent, date_poll};
use commons::clock::at_wall_clock;
use commons::refusal::Message;
use serde::Serialize;

/// A ballot to fill.
#[derive(Serialize)]
pub(super) struct BallotForm {
    /// `majority`, `words`, `ticks`, `numbers` or `places`.
    kind: &'static str,
    /// How it is filled, in a sentence.
    how: String,
    /// What whoever fills it in is told, where somebody else does so for her; empty otherwise.
    hint: String,
    /// Whether nothing is adopted, whatever is said.
    consults: bool,
    /// What is said of the reason, in a sentence.
    reason: String,
    /// Words of which one is chosen.
    words: Vec<WordLine>,
    /// Lines of a ballot among options.
    lines: Vec<Line>,
    /// What may stand beside each line, in as many bytes each.
    marks: Vec<Mark>,
}

#[derive(Serialize)]
struct WordLine {
    word: &'static str,
    /// What a secret ballot sends instead: as many bytes for each.
    letter: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

#[derive(Serialize)]
struct Line {
    at: usize,
    label: String,
    detail: String,
    /// Whether a member wrote its label.
    written: bool,
    mark: String,
}

#[derive(Serialize)]
struct Mark {
    value: String,
    label: String,
}

/// The ballot of a question, with what was said before, or what was typed and refused.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn ballot_form(
    page: &Page,
    question: &Question,
    mine: Option<&Said>,
    typed: &[String],
) -> Result<BallotForm, PageError> {
    let kind = match (question.method, question.method.ballot()) {
        (Method::Majority, _) => "majority",
        (_, Ballot::Word) => "words",
        (_, Ballot::Ticks) => "ticks",
        (_, Ballot::Numbers) => "numbers",
        (_, Ballot::Places) => "places",
    };
    let how =
        if question.method == Method::Majority { String::new() } else { say(page, &question.method.message("how"))? };
    let lines = (0..question.lines()).map(|at| line(page, question, at, mine, typed));
    let reason = say(
        page,
        &Message::new(match question.method {
            Method::Consent | Method::Tacit => "vote-reason-objection",
            Method::Consensus => "vote-reason-block",
            _ => "vote-reason-hint",
        }),
    )?;
    Ok(BallotForm {
        kind,
        how,
        hint: String::new(),
        consults: !question.method.is_binding(),
        reason,
        words: word_lines(page, question.method, mine)?,
        lines: lines.collect::<Result<_, _>>()?,
        marks: marks(page, question)?,
    })
}

impl BallotForm {
    /// The same, filled in for somebody else: `legend` asks what she says, and not what the reader would.
    ///
    /// # Errors
    /// Never, once the themes are loaded.
    pub(super) fn asking(mut self, page: &Page, legend: &'static str) -> Result<Self, PageError> {
        self.hint = std::mem::replace(&mut self.how, say(page, &Message::new(legend))?);
        Ok(self)
    }
}

fn word_lines(page: &Page, method: Method, mine: Option<&Said>) -> Result<Vec<WordLine>, PageError> {
    if method == Method::Majority {
        return Ok(Vec::new());
    }
    let line = |word: &&'static str| {
        let key = word.replace('_', "-");
        Ok(WordLine {
            word,
            letter: letter_of(word),
            label: say(page, &Message::keyed(format!("choice-{key}")))?,
            hint: say(page, &Message::keyed(format!("choice-{key}-hint")))?,
            chosen: mine == Some(&Said::Word(word)),
        })
    };
    words(method).iter().map(line).collect()
}

fn line(page: &Page, question: &Question, at: usize, mine: Option<&Said>, typed: &[String]) -> Result<Line, PageError> {
    let written = question.method != Method::Dates && at < question.options.len();
    let stored = match mine {
        Some(Said::Marks(marks)) => marks.numbers().get(at).copied(),
        Some(Said::Word(_)) | None => None,
    };
    let mark = typed.get(at).cloned().unwrap_or_else(|| as_typed(question, stored.unwrap_or_default()));
    Ok(Line { at, label: option(page, question, at)?, detail: cost(page, question, at)?, written, mark })
}

/// As many digits for every mark: how long a ballot is tells nothing of what it says.
fn as_typed(question: &Question, mark: u16) -> String {
    if question.method.ballot() == Ballot::Places { format!("{mark:02}") } else { mark.to_string() }
}

fn marks(page: &Page, question: &Question) -> Result<Vec<Mark>, PageError> {
    let label = |mark: u16| match (question.method, question.method.ballot(), mark) {
        (Method::Dates, ..) => say(page, &Message::keyed(format!("mark-date-{mark}"))),
        (_, Ballot::Ticks, _) => say(page, &Message::keyed(format!("mark-tick-{mark}"))),
        (_, Ballot::Places, 0) => say(page, &Message::new("mark-no-place")),
        (_, Ballot::Numbers, 0) => say(page, &Message::new("mark-no-points")),
        (_, _, mark) => Ok(mark.to_string()),
    };
    let mark = |mark: u16| Ok(Mark { value: as_typed(question, mark), label: label(mark)? });
    if question.method.has_options() { (0..=question.highest()).map(mark).collect() } else { Ok(Vec::new()) }
}

/// What every line of a ballot is called.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn all_options(page: &Page, question: &Question) -> Result<Vec<String>, PageError> {
    options(page, question, &(0..question.lines()).collect::<Vec<_>>())
}

/// What a line of a ballot is called.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn option(page: &Page, question: &Question, at: usize) -> Result<String, PageError> {
    match question.options.get(at) {
        Some(offer) if question.method == Method::Dates => spoken(page, &offer.label),
        Some(offer) => Ok(offer.label.clone()),
        None => say(page, &Message::new("option-none-of-these")),
    }
}

/// A date as people say it, any other option as it is written.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn spoken(page: &Page, option: &str) -> Result<String, PageError> {
    match local_time(option) {
        Some(at) => {
            let at = at_wall_clock(page.place().zone, at.date(), at.time());
            say(page, &Message::new("option-date").with("at", at))
        }
        None => Ok(option.to_owned()),
    }
}

fn options(page: &Page, question: &Question, lines: &[usize]) -> Result<Vec<String>, PageError> {
    lines.iter().map(|at| option(page, question, *at)).collect()
}

/// What a ballot says, in words.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn told(page: &Page, question: &Question, said: &Said) -> Result<String, PageError> {
    told_from(page, question, said, 1)
}

/// The same, with each date and each option that has no points: what is read back aloud leaves no answer out.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn told_whole(page: &Page, question: &Question, said: &Said) -> Result<String, PageError> {
    told_from(page, question, said, if question.method.ballot() == Ballot::Numbers { 0 } else { 1 })
}

/// What a ballot says where it says at least `least`.
fn told_from(page: &Page, question: &Question, said: &Said, least: u16) -> Result<String, PageError> {
    let marks = match said {
        Said::Word(word) => return say(page, &called(word)),
        Said::Marks(marks) => marks,
    };
    let mut lines: Vec<(u16, String)> = Vec::new();
    for (at, mark) in marks.numbers().iter().copied().enumerate().filter(|(_, mark)| *mark >= least) {
        let label = option(page, question, at)?;
        lines.push(match (question.method, question.method.ballot()) {
            (Method::Dates, _) => {
                let answer = say(page, &Message::keyed(format!("mark-date-{mark}")))?;
                (0, say(page, &Message::new("told-mark").with("option", label).with("mark", answer))?)
            }
            (_, Ballot::Numbers) => {
                (0, say(page, &Message::new("told-mark").with("option", label).with("mark", mark.to_string()))?)
            }
            (_, Ballot::Places) => {
                (mark, say(page, &Message::new("told-place").with("option", label).with("place", number(mark.into())))?)
            }
            (_, Ballot::Ticks | Ballot::Word) => (0, label),
        });
    }
    if lines.is_empty() {
        return say(page, &Message::new("told-nothing"));
    }
    lines.sort_by_key(|(place, _)| *place);
    Ok(lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join(" · "))
}

/// The result of a vote among options, or by consent, in one sentence.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn sentence(
    page: &Page,
    question: &Question,
    verdict: Verdict,
    other: &OtherCount,
) -> Result<String, PageError> {
    if !question.method.is_binding() {
        return say(page, &Message::new("verdict-consulted"));
    }
    let winners = list_of(page, &options(page, question, &other.winners)?)?;
    let tied = list_of(page, &options(page, question, &other.tied)?)?;
    let key = match (verdict, question.method) {
        (Verdict::Adopted, Method::Consent) => "verdict-consent",
        (Verdict::Rejected, Method::Consent) => "verdict-no-consent",
        (Verdict::Adopted, Method::Consensus) => "verdict-consensus",
        (Verdict::Rejected | Verdict::NoResult, Method::Consensus) => "verdict-no-consensus",
        (Verdict::Adopted, Method::Tacit) => "verdict-tacit",
        (Verdict::Rejected | Verdict::NoQuorum, Method::Tacit) => "verdict-not-seen",
        (Verdict::Adopted, Method::EqualShares) => "verdict-bought",
        (Verdict::Adopted, _) => "verdict-chosen",
        (Verdict::Rejected, _) => "verdict-as-it-is",
        (Verdict::Tied, _) => "verdict-tied-options",
        (Verdict::NoQuorum, _) => "verdict-no-quorum-withheld",
        (Verdict::NoResult, Method::Dates) => "verdict-no-date",
        (Verdict::NoResult, _) => "verdict-none-chosen",
    };
    let count = other.winners.len();
    say(page, &Message::new(key).with("winners", winners).with("tied", tied).with("count", count))
}

/// How a vote by another method was counted.
#[derive(Serialize)]
pub(super) struct Counting {
    method: String,
    rule: String,
    /// What each option, or each answer, got.
    rows: Vec<Row>,
    /// The count, step by step.
    steps: Vec<String>,
    /// Whether a whole ballot would tell who wrote it, so that none is shown.
    signatures: bool,
}

#[derive(Serialize)]
struct Row {
    label: String,
    got: String,
    won: bool,
}

/// Nothing for yes or no, and where the counts are withheld.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn counting(page: &Page, proposal: &Proposal) -> Result<Option<Counting>, PageError> {
    let question = &proposal.question;
    let result = proposal.result.as_ref().filter(|result| !result.withheld);
    let Some((verdict, other)) = result.and_then(|result| Some((result.outcome.verdict, result.other.as_ref()?)))
    else {
        return Ok(None);
    };
    let rows = match &proposal.recount {
        Some(Recount::Consent(outcome)) => answers(page, outcome)?,
        Some(Recount::Warmth(warmth)) => warmest_first(page, warmth)?,
        Some(Recount::Consensus(outcome)) => agreements(page, outcome)?,
        Some(Recount::Tacit(..)) => seen_by(page, other)?,
        Some(Recount::Dates(outcome)) => days(page, question, other, outcome)?,
        Some(Recount::File(..)) | None => lines(page, question, other)?,
    };
    let steps = match (verdict, &proposal.recount, &other.steps) {
        // Too few ballots: what they would have said is nobody's decision.
        (Verdict::NoQuorum, ..) if question.method.has_options() => Vec::new(),
        // Nobody objects, and still too small a part can live with it for the charter's majority.
        (Verdict::Rejected, Some(Recount::Consent(outcome)), _) if outcome.verdict == consent::Verdict::Adopted => {
            vec![say(page, &Message::new("consent-too-small-a-part"))?]
        }
        (_, Some(recount), _) => steps(page, question, recount)?,
        (_, None, steps) => steps.iter().flatten().map(|step| say(page, step)).collect::<Result<_, _>>()?,
    };
    Ok(Some(Counting {
        method: say(page, &question.method.message(""))?,
        rule: say(page, &question.method.message("rule"))?,
        rows,
        steps,
        signatures: question.method.has_options() && other.said.is_none(),
    }))
}

fn steps(page: &Page, question: &Question, recount: &Recount) -> Result<Vec<String>, PageError> {
    let counted = match recount {
        Recount::File(_, counted) => counted,
        Recount::Warmth(warmth) => return Ok(vec![middle(page, warmth)?]),
        Recount::Consensus(outcome) => return Ok(vec![blocked(page, outcome)?]),
        Recount::Tacit(tacit, verdict) => return Ok(vec![in_silence(page, tacit, *verdict)?]),
        Recount::Dates(_) | Recount::Consent(_) => {
            return recount.steps(question).iter().map(|step| say(page, step)).collect();
        }
    };
    let names = options(page, question, &(0..question.lines()).collect::<Vec<_>>())?;
    let name = |option: OptionId| names.get(option.place()).cloned().unwrap_or_default();
    explain(counted, &name).iter().map(|step| say(page, step)).collect()
}

/// Every option, how many chose it where one can add that up, and whether it won.
fn lines(page: &Page, question: &Question, other: &OtherCount) -> Result<Vec<Row>, PageError> {
    let row = |at: usize| {
        let won = other.winners.contains(&at);
        let key = match (won, other.tied.contains(&at)) {
            (true, _) => "row-won",
            (false, true) => "row-tied",
            (false, false) => "row-not",
        };
        let got = say(page, &Message::new(key))?;
        let got = match total(question, other, at) {
            Some(message) => format!("{} · {got}", say(page, &message)?),
            None => got,
        };
        Ok(Row { label: option(page, question, at)?, got, won })
    };
    (0..question.lines()).map(row).collect()
}

/// How many ticked it, or its points; nothing where places are counted in duels or stage by stage.
fn total(question: &Question, other: &OtherCount, at: usize) -> Option<Message> {
    let key = match question.method.ballot() {
        Ballot::Ticks => "row-ticks",
        Ballot::Numbers => "row-points",
        Ballot::Places | Ballot::Word => return None,
    };
    let mark = |word: &str| match Said::stored(question, word)? {
        Said::Marks(marks) => marks.numbers().get(at).copied().map(u64::from),
        Said::Word(_) => None,
    };
    let sum = other.said.as_ref()?.iter().filter_map(|(word, count)| mark(word)?.checked_mul(*count));
    Some(Message::new(key).with("count", number(sum.sum())))
}

fn answers(page: &Page, outcome: &consent::Outcome) -> Result<Vec<Row>, PageError> {
    let consent::Answers { consent, concern, objection, stand_aside, not_ready } = outcome.answers;
    let rows = [
        ("consent", consent),
        ("concern", concern),
        ("stand_aside", stand_aside),
        ("not_ready", not_ready),
        ("objection", objection),
    ];
    word_rows(page, &rows)
}

/// How many said each word.
fn word_rows(page: &Page, rows: &[(&str, u64)]) -> Result<Vec<Row>, PageError> {
    let row = |(word, count): &(&str, u64)| {
        let label = say(page, &Message::keyed(format!("answers-{}", word.replace('_', "-"))))?;
        Ok(Row { label, got: count.to_string(), won: false })
    };
    rows.iter().map(row).collect()
}

fn agreements(page: &Page, outcome: &consensus::Outcome) -> Result<Vec<Row>, PageError> {
    let consensus::Answers { agree, reservations, stand_aside, block } = outcome.answers;
    word_rows(page, &[("agree", agree), ("reservations", reservations), ("stand_aside", stand_aside), ("block", block)])
}

fn blocked(page: &Page, outcome: &consensus::Outcome) -> Result<String, PageError> {
    use consensus::Missing;
    let message = match outcome.verdict {
        consensus::Verdict::Adopted if outcome.valid_blocks > 0 => {
            Message::new("consensus-blocks-survived").with("count", number(outcome.valid_blocks))
        }
        consensus::Verdict::Adopted => Message::new("consent-nothing-in-the-way"),
        consensus::Verdict::NoResult => Message::new("consensus-no-answer"),
        consensus::Verdict::NotYet(missing) => match missing {
            Missing::Blocked { valid, .. } => Message::new("consensus-blocked").with("count", number(valid)),
            Missing::TooManyStandAside { aside, respondents } => {
                Message::new("consensus-aside").with("aside", number(aside)).with("answers", number(respondents))
            }
            Missing::TooFewAgree { agree, respondents } => {
                Message::new("consensus-too-few").with("agree", number(agree)).with("answers", number(respondents))
            }
        },
    };
    say(page, &message)
}

fn seen_by(page: &Page, other: &OtherCount) -> Result<Vec<Row>, PageError> {
    let count = |word: &str| other.said.as_ref().and_then(|said| said.get(word)).copied().unwrap_or(0);
    word_rows(page, &[("seen", count("seen")), ("objection", count("objection"))])
}

fn in_silence(page: &Page, tacit: &consent::Tacit, verdict: consent::TacitVerdict) -> Result<String, PageError> {
    use consent::TacitVerdict;
    let message = match verdict {
        TacitVerdict::Adopted => Message::new("tacit-seen-by").with("count", number(tacit.acknowledged)),
        TacitVerdict::BecomesConsent => Message::new("consent-objections").with("count", number(tacit.objections)),
        TacitVerdict::TooShort => Message::new("tacit-too-short"),
        TacitVerdict::TooFewAcknowledged { have, need } => {
            Message::new("tacit-too-few").with("have", number(have)).with("need", number(need))
        }
    };
    say(page, &message)
}

/// Every answer of a question that decides nothing, and how many gave it.
fn warmest_first(page: &Page, warmth: &Warmth) -> Result<Vec<Row>, PageError> {
    let row = |(word, count): &(&'static str, u64)| {
        Ok(Row { label: say(page, &called(word))?, got: count.to_string(), won: false })
    };
    warmth.distribution.iter().map(row).collect()
}

/// The answer in the middle when all stand in a row, or both.
fn middle(page: &Page, warmth: &Warmth) -> Result<String, PageError> {
    let Some((below, above)) = warmth.median else { return say(page, &Message::new("consulted-nobody")) };
    let (one, other) = (say(page, &called(below))?, say(page, &called(above))?);
    let message = Message::new(if below == above { "consulted-middle" } else { "consulted-middle-two" });
    say(page, &message.with("one", one).with("other", other))
}

fn days(
    page: &Page,
    question: &Question,
    other: &OtherCount,
    outcome: &date_poll::Outcome,
) -> Result<Vec<Row>, PageError> {
    let row = |(slot, got): (OptionId, &date_poll::Slot)| {
        let can = number(got.yes.saturating_add(got.if_need_be));
        let told = Message::new("row-date").with("can", can).with("yes", number(got.yes));
        let told = told.with("maybe", number(got.if_need_be));
        Ok(Row {
            label: option(page, question, slot.place())?,
            got: say(page, &told.with("no", number(got.no)))?,
            won: other.winners.contains(&slot.place()),
        })
    };
    outcome.slots.iter().map(row).collect()
}

/// What there is to choose, to be read before the vote, beside it and after it.
#[derive(Serialize)]
pub(super) struct QuestionShown {
    method: String,
    rule: String,
    options: Vec<OptionShown>,
    /// How many win, how many people must be able to come, or what there is to spend.
    more: String,
}

#[derive(Serialize)]
struct OptionShown {
    label: String,
    detail: String,
    /// Whether a member wrote it.
    written: bool,
}

/// Nothing where one says yes or no to the text itself.
///
/// # Errors
/// Never, once the themes are loaded.
pub(super) fn question_shown(page: &Page, question: &Question) -> Result<Option<QuestionShown>, PageError> {
    let method = question.method;
    if !method.has_options() {
        return Ok(None);
    }
    let shown = |at: usize| {
        let written = method != Method::Dates && at < question.options.len();
        Ok(OptionShown { label: option(page, question, at)?, detail: cost(page, question, at)?, written })
    };
    let more = match method {
        Method::Dates => Some(Message::new("question-asks-people").with("count", number(question.seats))),
        Method::EqualShares => Some(with_money(Message::new("question-asks-budget"), question.budget)),
        _ if method.has_seats() && question.seats > 1 => {
            Some(Message::new("question-asks-seats").with("count", number(question.seats)))
        }
        _ => None,
    };
    Ok(Some(QuestionShown {
        method: say(page, &method.message(""))?,
        rule: say(page, &method.message("rule"))?,
        options: (0..question.lines()).map(shown).collect::<Result<_, PageError>>()?,
        more: more.map(|message| say(page, &message)).transpose()?.unwrap_or_default(),
    }))
}

/// What an option costs, where something is bought.
fn cost(page: &Page, question: &Question, at: usize) -> Result<String, PageError> {
    let cost = question.options.get(at).map(|offer| offer.cost).filter(|cost| *cost > 0);
    let told = cost.map(|cost| say(page, &with_money(Message::new("option-cost"), cost))).transpose()?;
    Ok(told.unwrap_or_default())
}
