//! Taking part in an election without candidates (`decisions B9`; `domain` 4.7): naming somebody, reading, putting a name
//! forward, answering, accepting or not. The rules are in [`crate::rules::election`]; here they meet the store.
//!
//! Whom somebody names, and why, lies under her own key, and no query opens it before the first round ends. What was said
//! is erased in the transaction that closes the election.

use crate::ProposalId;
use crate::commands::cast_ballot::refuse_unless_open;
use crate::commands::settle;
use crate::commands::{authors, details_of, find, question_of, read_days, save, stored_days};
use crate::entities::{
    election, election_answer, election_closed, election_ready, naming_wish, nomination, proposal, roll,
};
use crate::powers::CastBallot;
use crate::queries::counted;
use crate::rules::ballot::SHORTEST_OBJECTION;
use crate::rules::election::{Act, Answer, Nomination, Put, Refused, Said, Session, Stage};
use crate::rules::question::Method;
use crate::rules::schedule::closes_at;
use crate::rules::state::State;
use crate::rules::text::{REASON, length_problem, words};
use crate::rules::verdict::VoteRules;
use chrono::{Duration, NaiveDate};
use commons::area::Erased;
use commons::clock::{Time, local_day};
use commons::db::{InGroup, Scope, Tx};
use commons::effects::Effects;
use commons::ids::MemberId;
use commons::outbox;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed::{self, Key, Sealed};
use membership::effects::NewSeat;
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::{charter, people};
use membership::rules::standing::Standing;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ExprTrait};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most characters of what is added to a task for one name.
const ADDED: usize = 300;

/// What somebody does, with her words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doing {
    /// What.
    pub act: Act<MemberId>,
    /// Why: of a name, of an answer; or what is added to the task.
    pub words: String,
    /// A day on which the task ends sooner, when it is adapted so.
    pub until: Option<NaiveDate>,
}

impl Doing {
    /// Something that needs no words.
    pub fn only(act: Act<MemberId>) -> Self {
        Self::saying(act, "")
    }

    /// Something, and why.
    pub fn saying(act: Act<MemberId>, words: impl Into<String>) -> Self {
        Self { act, words: words.into(), until: None }
    }
}

/// Whom and why, as it lies under the key of whoever says it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Whom {
    pub(crate) person: MemberId,
    pub(crate) why: String,
    /// Whom she named in the first round.
    first: Option<MemberId>,
}

/// An election as it is stored, opened.
pub(crate) struct Loaded {
    pub(crate) row: election::Model,
    pub(crate) session: Session<MemberId>,
    /// Why each named whom she named.
    pub(crate) reasons: BTreeMap<MemberId, String>,
    /// What each said beside her answer.
    pub(crate) said: BTreeMap<MemberId, String>,
    /// Why the name that is looked at was put forward.
    pub(crate) why: Option<String>,
}

/// Does it.
///
/// # Errors
/// When it is not the time for it, it is not hers to do, or its words are to correct.
pub async fn take_part(
    tx: &Tx<'_>,
    permit: Permit<CastBallot>,
    effects: &Effects,
    id: ProposalId,
    doing: Doing,
) -> Result<(), No> {
    let row = find(tx, id).await?;
    if question_of(&row)?.method != Method::Election {
        return Err(No::NotFound);
    }
    refuse_unless_open(row.state, row.closes_at, tx.now())?;
    let before = load(tx, &row).await?.ok_or(No::NotFound)?;
    let mut now = before.session.clone();
    let is_anew = now.act(permit.by(), doing.act).map_err(|refused| in_words(refused, doing.act))?;
    let told = said(tx, &row, &before, &now, permit.by(), &doing).await?;
    match doing.act {
        Act::Put(person) => refuse_to_put(tx, effects, &row, person).await?,
        Act::Accept => refuse_if_cannot_hold(tx, effects, &row).await?,
        _ => {}
    }
    write(tx, id, &before, &now, told).await?;
    if is_anew { Ok(next_round(tx, &row, &before.row, &now).await?) } else { Ok(()) }
}

/// Why not, in words, beside the field that it is about.
fn in_words(refused: Refused, act: Act<MemberId>) -> No {
    match (refused, act) {
        (Refused::NotOnRoll, _) => No::NotAllowed(Message::new("ballot-not-on-roll")),
        (Refused::NotHers, _) => No::NotAllowed(Message::new("election-not-yours")),
        (Refused::SpeaksLast, _) => No::NotAllowed(Message::new("election-you-speak-last")),
        // No reason: she may not want to be named, and nobody is to know.
        (Refused::ChooseOther, Act::Put(_)) => No::field("name", Message::new("election-choose-other")),
        (Refused::ChooseOther, _) => No::field("person", Message::new("election-choose-other")),
        (Refused::NotOneself, _) => No::field("name", Message::new("election-not-oneself")),
        (Refused::PutAlready, _) => No::conflict("election-put-already"),
        (Refused::OnlyNamed, _) => No::field("person", Message::new("election-only-named")),
        (Refused::NothingOpen, _) => No::conflict("election-nothing-open"),
        (Refused::TooSoon, _) => No::conflict("election-too-soon"),
        (Refused::ObjectionOpen, _) => No::conflict("election-objection-first"),
        (Refused::NothingAdapted, _) => No::conflict("election-adapt-first"),
        (Refused::AdaptedEnough, _) => No::conflict("election-adapted-enough"),
        (Refused::NotNow, _) => No::conflict("election-moved-on"),
    }
}

/// What is written down with it.
#[derive(Default)]
struct Told {
    nomination: Option<(MemberId, Sealed)>,
    why: Option<Sealed>,
    answer: Option<(MemberId, Option<Sealed>)>,
    adapted: Option<(Option<NaiveDate>, Option<String>)>,
}

async fn said(
    tx: &Tx<'_>,
    row: &proposal::Model,
    before: &Loaded,
    now: &Session<MemberId>,
    by: MemberId,
    doing: &Doing,
) -> Result<Told, No> {
    let typed = doing.words.trim();
    let needed = |field, key| {
        let missing = (words(typed) == 0).then(|| Problem::new(field, Message::new(key)));
        missing
            .or_else(|| length_problem(field, typed, REASON))
            .map_or(Ok(()), |problem| Err(No::Invalid(vec![problem])))
    };
    let mut told = Told::default();
    match doing.act {
        Act::Name(person) => {
            needed("reason", "election-say-why")?;
            let first = now.named.get(&by).and_then(|one| one.first);
            let whom = serde_json::to_vec(&Whom { person, why: typed.to_owned(), first }).map_err(Broken::stored)?;
            told.nomination = Some((by, sealed::key_of(tx, by).await?.seal(&place_of_name(row.id, by), &whom)?));
        }
        Act::Put(_) => {
            needed("why", "election-say-why")?;
            told.why = Some(sealed::key_of(tx, by).await?.seal(&place_of_why(row.id), typed.as_bytes())?);
        }
        Act::Answer(answer) => {
            if answer == Answer::Objection && typed.chars().count() < SHORTEST_OBJECTION {
                let message = Message::new("ballot-objection-short").with("least", SHORTEST_OBJECTION);
                return Err(No::field("said", message));
            }
            if let Some(problem) = length_problem("said", typed, REASON) {
                return Err(No::Invalid(vec![problem]));
            }
            let words = match typed {
                "" => None,
                words => Some(sealed::key_of(tx, by).await?.seal(&place_of_answer(row.id, by), words.as_bytes())?),
            };
            told.answer = Some((by, words));
        }
        Act::Adapt => told.adapted = Some(adapted(tx, row, &before.row, typed, doing.until).await?),
        Act::Keep | Act::Together | Act::TakeBack | Act::TakeUp(_) | Act::Accept | Act::Decline => {}
    }
    Ok(told)
}

/// A shorter term, a condition, or both. What was adapted before stays, unless it is said anew.
async fn adapted(
    tx: &Tx<'_>,
    row: &proposal::Model,
    before: &election::Model,
    added: &str,
    until: Option<NaiveDate>,
) -> Result<(Option<NaiveDate>, Option<String>), No> {
    if added.is_empty() && until.is_none() {
        return Err(No::field("added", Message::new("election-adapt-how")));
    }
    let seat = seat(row)?;
    let last = before.until.unwrap_or(seat.until);
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    if let Some(until) = until {
        if until < today {
            return Err(No::field("until", Message::new("day-from").with("day", today)));
        }
        if until >= last {
            return Err(No::field("until", Message::new("election-until-sooner").with("day", last)));
        }
    }
    let most = ADDED.min(LIMITS.saturating_sub(seat.limits.chars().count() + 1));
    if let Some(problem) = length_problem("added", added, most) {
        return Err(No::Invalid(vec![problem]));
    }
    let added = if added.is_empty() { before.added.clone() } else { Some(added.to_owned()) };
    Ok((until.or(before.until), added))
}

/// Most characters of what a mandate does not allow, as it is checked when it is entrusted.
const LIMITS: usize = 600;

/// The task as it was written.
pub(crate) fn seat(row: &proposal::Model) -> Result<NewSeat, Broken> {
    let details = details_of(row)?.ok_or_else(|| Broken::stored("an election without a task"))?;
    NewSeat::deserialize(&details).map_err(Broken::stored)
}

/// What stands in the way of this task with these details; nothing when it can be entrusted.
async fn in_the_way(
    tx: &Tx<'_>,
    effects: &Effects,
    row: &proposal::Model,
    details: Option<Value>,
) -> Result<Option<Problem>, No> {
    let (Some(kind), Some(details)) = (row.effect.as_deref(), details) else { return Ok(None) };
    match effects.get(kind)?.check(tx, &details).await {
        Err(No::Invalid(problems)) => Ok(problems.into_iter().next()),
        other => other.map(|()| None),
    }
}

/// A task whose last day is over is nobody's any more, whoever was found for it.
fn is_date_passed(problem: &Problem) -> bool {
    problem.field == "until" && problem.message.key == "day-from"
}

/// A name that could not be entrusted with it in the end is not put forward. Why is not said of somebody to others.
async fn refuse_to_put(tx: &Tx<'_>, effects: &Effects, row: &proposal::Model, person: MemberId) -> Result<(), No> {
    let details = details_of(row)?.map(|details| entrusted(details, person, None, None));
    match in_the_way(tx, effects, row, details).await? {
        None => Ok(()),
        Some(problem) if is_date_passed(&problem) => Err(No::conflict("election-date-passed")),
        Some(_) => Err(No::field("name", Message::new("election-cannot-be-put"))),
    }
}

/// She reads now what would keep her from it when the decision acts: then nobody could correct it.
async fn refuse_if_cannot_hold(tx: &Tx<'_>, effects: &Effects, row: &proposal::Model) -> Result<(), No> {
    let Some(problem) = in_the_way(tx, effects, row, filled(tx, row).await?).await? else { return Ok(()) };
    Err(No::conflict(match problem.message.key.as_ref() {
        "mandate-holder-has-enough" => "election-has-enough",
        "mandate-holder-held-it-long" => "election-held-it-long",
        _ if is_date_passed(&problem) => "election-date-passed",
        _ => "election-cannot-hold",
    }))
}

/// The details of a proposal, with the person whom its election found or looks at, and with the task as adapted to her.
pub(crate) async fn filled(scope: &Scope<'_>, row: &proposal::Model) -> Result<Option<Value>, Broken> {
    let details = details_of(row)?;
    if question_of(row)?.method != Method::Election {
        return Ok(details);
    }
    let Some(found) = stored(scope, row.id).await? else { return Ok(details) };
    let (Some(task), Some(person)) = (details.clone(), found.person) else { return Ok(details) };
    Ok(Some(entrusted(task, person, found.until, found.added)))
}

/// A task with whoever would hold it, as adapted to her.
fn entrusted(mut details: Value, person: MemberId, until: Option<NaiveDate>, added: Option<String>) -> Value {
    if let Some(fields) = details.as_object_mut() {
        fields.insert("holder".to_owned(), json!(person));
        if let Some(until) = until {
            fields.insert("until".to_owned(), json!(until));
        }
        if let Some(added) = added {
            let limits = fields.get("limits").and_then(Value::as_str).unwrap_or_default();
            let both = if limits.is_empty() { added } else { format!("{limits}\n{added}") };
            fields.insert("limits".to_owned(), json!(both));
        }
    }
    details
}

/// Begins, when the roll is drawn up.
pub(super) async fn begin(tx: &Tx<'_>, id: ProposalId, days: u32) -> Result<(), Broken> {
    let row = election::ActiveModel {
        proposal_id: Set(id),
        stage: Set(Stage::Naming),
        days: Set(stored_days(days)),
        tried: Set(0),
        person: Set(None),
        put_by: Set(None),
        words: Set(None),
        version: Set(0),
        until: Set(None),
        added: Set(None),
        rounds: Set(0),
        begun_at: Set(Some(tx.now())),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// What came of an election.
pub(super) struct Ended {
    /// Who was found, if anybody.
    pub(super) person: Option<MemberId>,
    /// How many people it counted.
    pub(super) people: u64,
}

/// The time of a round is over: the next one begins, or it has ended. Then all that was said is erased.
pub(super) async fn time_is_up(tx: &Tx<'_>, row: &proposal::Model) -> Result<Option<Ended>, Broken> {
    let Some(before) = load(tx, row).await? else { return Err(Broken::stored("an election that was not begun")) };
    let mut now = before.session.clone();
    if !now.stage.is_over() {
        now.time_is_up();
        write(tx, row.id, &before, &now, Told::default()).await?;
        if !now.stage.is_over() {
            next_round(tx, row, &before.row, &now).await?;
            return Ok(None);
        }
    }
    erase_what_was_said(tx, row.id).await?;
    let person = now.put.filter(|_| now.stage == Stage::Elected).map(|put| put.person);
    Ok(Some(Ended { person, people: now.awaited.len() as u64 }))
}

/// Another round begins, with its own deadline; or it has ended, and whoever comes next closes it.
async fn next_round(
    tx: &Tx<'_>,
    row: &proposal::Model,
    before: &election::Model,
    now: &Session<MemberId>,
) -> Result<(), Broken> {
    let zone = charter::charter(tx).await?.zone();
    let until = if now.stage.is_over() { tx.now() } else { closes_at(zone, tx.now(), read_days(before.days)) };
    let change = proposal::ActiveModel { closes_at: Set(Some(until)), due_at: Set(Some(until)), ..Default::default() };
    save(tx, row.id, change).await?;
    let asked: Vec<MemberId> = now.members.iter().copied().filter(|member| now.asks(*member)).collect();
    // One letter for each round, which says no more than that there is news (ruling 20).
    let round = format!("{}{}/{}", letters(row.id), now.rounds, row.contested);
    tell_news(tx, &round, &asked).await
}

/// How the keys of its letters begin.
fn letters(id: ProposalId) -> String {
    format!("election/{id}/")
}

/// Writes down what has changed.
async fn write(
    tx: &Tx<'_>,
    id: ProposalId,
    before: &Loaded,
    now: &Session<MemberId>,
    told: Told,
) -> Result<(), Broken> {
    write_stage(tx, id, before, now, &told).await?;
    write_names(tx, id, before, now, &told).await?;
    write_answers(tx, id, before, now, told).await?;
    if now.together.is_empty() {
        erase::<election_ready::Entity>(tx, election_ready::Column::ProposalId.eq(id)).await?;
    }
    for member in now.together.difference(&before.session.together) {
        let row = election_ready::ActiveModel { proposal_id: Set(id), member_id: Set(*member), ..Default::default() };
        tx.insert(row).await?;
    }
    for member in now.proposers.difference(&before.session.proposers) {
        let change = roll::ActiveModel {
            proposal_id: Set(id),
            member_id: Set(*member),
            put_a_name: Set(Some(true)),
            ..Default::default()
        };
        tx.update(change).await?;
    }
    Ok(())
}

async fn write_stage(
    tx: &Tx<'_>,
    id: ProposalId,
    before: &Loaded,
    now: &Session<MemberId>,
    told: &Told,
) -> Result<(), Broken> {
    let is_same_name = now.put.map(|put| put.person) == before.session.put.map(|put| put.person);
    let mut change = election::ActiveModel {
        proposal_id: Set(id),
        stage: Set(now.stage),
        tried: Set(i32::try_from(now.tried).unwrap_or(i32::MAX)),
        person: Set(now.put.map(|put| put.person)),
        put_by: Set(now.put.and_then(|put| put.by)),
        version: Set(now.put.map_or(0, |put| i32::try_from(put.version).unwrap_or(i32::MAX))),
        rounds: Set(i32::try_from(now.rounds).unwrap_or(i32::MAX)),
        ..Default::default()
    };
    if now.rounds != before.session.rounds {
        change.begun_at = Set(Some(tx.now()));
    }
    if !is_same_name {
        // Another name begins with the task as it was written.
        change.until = Set(None);
        change.added = Set(None);
        change.words = Set(told.why.clone());
    } else if now.put.is_some_and(|put| put.by.is_none()) {
        change.words = Set(None);
    }
    if let Some((until, added)) = &told.adapted {
        change.until = Set(*until);
        change.added = Set(added.clone());
    }
    Ok(tx.update(change).await?)
}

async fn write_names(
    tx: &Tx<'_>,
    id: ProposalId,
    before: &Loaded,
    now: &Session<MemberId>,
    told: &Told,
) -> Result<(), Broken> {
    use nomination::Column;
    for (member, one) in &now.named {
        let sealed = told.nomination.as_ref().filter(|(by, _)| by == member).map(|(_, sealed)| sealed.clone());
        let was = before.session.named.get(member);
        let mut row = nomination::ActiveModel {
            proposal_id: Set(id),
            member_id: Set(*member),
            settled: Set(one.settled),
            ..Default::default()
        };
        match (sealed, was) {
            (Some(sealed), was) => {
                row.sealed = Set(sealed);
                if was.is_some() { tx.update(row).await? } else { tx.insert(row).await? }
            }
            (None, Some(was)) if was != one => tx.update(row).await?,
            (None, _) => {}
        }
    }
    for gone in before.session.named.keys().filter(|member| !now.named.contains_key(member)) {
        erase::<nomination::Entity>(tx, Column::ProposalId.eq(id).and(Column::MemberId.eq(*gone))).await?;
    }
    for closed in now.closed.difference(&before.session.closed) {
        let row = election_closed::ActiveModel { proposal_id: Set(id), member_id: Set(*closed), ..Default::default() };
        tx.insert(row).await?;
    }
    Ok(())
}

async fn write_answers(
    tx: &Tx<'_>,
    id: ProposalId,
    before: &Loaded,
    now: &Session<MemberId>,
    told: Told,
) -> Result<(), Broken> {
    use election_answer::Column;
    for gone in before.session.answers.keys().filter(|member| !now.answers.contains_key(member)) {
        erase::<election_answer::Entity>(tx, Column::ProposalId.eq(id).and(Column::MemberId.eq(*gone))).await?;
    }
    for (member, said) in now.answers.iter().filter(|(_, said)| said.taken_up) {
        if before.session.answers.get(member).is_some_and(|was| was != said) {
            let none: Option<Sealed> = None;
            let change = election_answer::ActiveModel {
                proposal_id: Set(id),
                member_id: Set(*member),
                words: Set(none),
                taken_up: Set(true),
                ..Default::default()
            };
            tx.update(change).await?;
        }
    }
    let Some((by, words)) = told.answer else { return Ok(()) };
    // The last answer may have ended the round with an objection: then none is left to write.
    let Some(said) = now.answers.get(&by) else { return Ok(()) };
    let row = election_answer::ActiveModel {
        proposal_id: Set(id),
        member_id: Set(by),
        word: Set(said.answer),
        version: Set(i32::try_from(said.version).unwrap_or(i32::MAX)),
        words: Set(words),
        taken_up: Set(said.taken_up),
        ..Default::default()
    };
    if before.session.answers.contains_key(&by) { Ok(tx.update(row).await?) } else { Ok(tx.insert(row).await?) }
}

async fn erase<E: InGroup>(tx: &Tx<'_>, which: sea_orm::sea_query::Expr) -> Result<u64, Broken> {
    Ok(tx.delete::<E>().filter(which).go().await?)
}

/// Who named whom, why, and what was said of a name: nothing of it is kept (`decisions` 6.12, `domain` 4.7-10).
async fn erase_what_was_said(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    erase::<nomination::Entity>(tx, nomination::Column::ProposalId.eq(id)).await?;
    erase::<election_closed::Entity>(tx, election_closed::Column::ProposalId.eq(id)).await?;
    erase::<election_answer::Entity>(tx, election_answer::Column::ProposalId.eq(id)).await?;
    erase::<election_ready::Entity>(tx, election_ready::Column::ProposalId.eq(id)).await?;
    let none: Option<Vec<u8>> = None;
    let nobody: Option<MemberId> = None;
    let never: Option<Time> = None;
    let unsaid: Option<bool> = None;
    let this = tx.change::<election::Entity>().filter(election::Column::ProposalId.eq(id));
    let this = this.set(election::Column::Words, none).set(election::Column::PutBy, nobody);
    let this = this.set(election::Column::Tried, 0).set(election::Column::Version, 0);
    this.set(election::Column::Rounds, 0).set(election::Column::BegunAt, never).go().await?;
    let voters = tx.change::<roll::Entity>().filter(roll::Column::ProposalId.eq(id));
    voters.set(roll::Column::PutAName, unsaid).go().await?;
    // A letter that has not left would still tell who was asked.
    outbox::take_back_all(tx, &letters(id)).await
}

/// An election that is stopped, or held once more: nothing of it is left.
pub(super) async fn throw_away(tx: &Tx<'_>, id: ProposalId) -> Result<(), Broken> {
    erase_what_was_said(tx, id).await?;
    erase::<election::Entity>(tx, election::Column::ProposalId.eq(id)).await?;
    Ok(())
}

/// Somebody leaves: what she said goes with her, and a name that is hers is looked at no more.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let open = tx.find::<proposal::Entity>().filter(proposal::Column::State.eq(State::Voting)).all().await?;
    for row in open {
        let Some(before) = load(tx, &row).await?.filter(|before| !before.session.stage.is_over()) else { continue };
        let mut now = before.session.clone();
        now.leave(member);
        write(tx, row.id, &before, &now, Told::default()).await?;
        if now.stage != before.session.stage {
            next_round(tx, &row, &before.row, &now).await?;
        }
    }
    let mut erased = Vec::new();
    let mut gone = |table, rows| erased.push(Erased { table, rows });
    gone("nomination", erase::<nomination::Entity>(tx, nomination::Column::MemberId.eq(member)).await?);
    gone("election_closed", erase::<election_closed::Entity>(tx, election_closed::Column::MemberId.eq(member)).await?);
    gone("election_answer", erase::<election_answer::Entity>(tx, election_answer::Column::MemberId.eq(member)).await?);
    gone("election_ready", erase::<election_ready::Entity>(tx, election_ready::Column::MemberId.eq(member)).await?);
    gone("naming_wish", erase::<naming_wish::Entity>(tx, naming_wish::Column::MemberId.eq(member)).await?);
    Ok(erased)
}

pub(crate) async fn stored(scope: &Scope<'_>, id: ProposalId) -> Result<Option<election::Model>, Broken> {
    Ok(scope.find::<election::Entity>().filter(election::Column::ProposalId.eq(id)).one().await?)
}

/// An election, with everything that was said in it; none when it has not begun. What of it a member may read is for
/// [`crate::queries::election`] to say.
pub(crate) async fn load(scope: &Scope<'_>, row: &proposal::Model) -> Result<Option<Loaded>, Broken> {
    let Some(election) = stored(scope, row.id).await? else { return Ok(None) };
    let keys = sealed::all_keys(scope).await?;
    let standings = people::standings(scope).await?;
    let stands = |member: &MemberId| standings.get(member).copied().unwrap_or(Standing::Left);
    let members: BTreeSet<MemberId> = standings.keys().copied().filter(|member| stands(member).is_member()).collect();
    let rows = counted::roll(scope, row.id).await?;
    let proposers = rows.iter().filter(|row| row.put_a_name == Some(true)).map(|row| row.member_id);
    let proposers: BTreeSet<MemberId> = proposers.filter(|member| members.contains(member)).collect();
    let roll = rows.iter().map(|row| row.member_id);
    let roll: BTreeSet<MemberId> = roll.filter(|member| members.contains(member)).collect();
    let (named, reasons) = names(scope, row.id, &keys).await?;
    let (answers, said) = answers(scope, row.id, &keys).await?;
    let closed = scope.find::<election_closed::Entity>().filter(election_closed::Column::ProposalId.eq(row.id));
    let ready = scope.find::<election_ready::Entity>().filter(election_ready::Column::ProposalId.eq(row.id));
    let why = election.words.as_ref().zip(election.put_by.and_then(|by| keys.get(&by)));
    let why = why.map(|(words, key)| key.open_text(&place_of_why(row.id), words)).transpose()?;
    let version = u32::try_from(election.version).unwrap_or_default();
    let session = Session {
        stage: election.stage,
        awaited: roll.iter().copied().filter(|member| stands(member) == Standing::Active).collect(),
        roll,
        unwilling: unwilling(scope, &keys).await?,
        authors: authors(scope, row.id).await?.into_iter().filter(|author| members.contains(author)).collect(),
        members,
        named,
        closed: closed.all().await?.into_iter().map(|row| row.member_id).collect(),
        tried: usize::try_from(election.tried).unwrap_or_default(),
        put: election.person.map(|person| Put { person, by: election.put_by, version }),
        answers,
        together: ready.all().await?.into_iter().map(|row| row.member_id).collect(),
        proposers,
        quorum: settle::stored::<VoteRules>(row.rules.as_deref())?.quorum,
        is_a_day_old: election.begun_at.is_some_and(|begun| scope.now() >= begun + Duration::days(1)),
        rounds: u32::try_from(election.rounds).unwrap_or_default(),
    };
    Ok(Some(Loaded { row: election, session, reasons, said, why }))
}

type Keys = HashMap<MemberId, Key>;
type Named = (BTreeMap<MemberId, Nomination<MemberId>>, BTreeMap<MemberId, String>);

async fn names(scope: &Scope<'_>, id: ProposalId, keys: &Keys) -> Result<Named, Broken> {
    let rows = scope.find::<nomination::Entity>().filter(nomination::Column::ProposalId.eq(id)).all().await?;
    let (mut named, mut reasons) = (BTreeMap::new(), BTreeMap::new());
    for row in rows {
        let Some(key) = keys.get(&row.member_id) else { continue };
        let Whom { person, why, first } = whom(key, &row)?;
        named.insert(row.member_id, Nomination { person, first, settled: row.settled });
        reasons.insert(row.member_id, why);
    }
    Ok((named, reasons))
}

/// Whom somebody named, and why, with her key.
pub(crate) fn whom(key: &Key, row: &nomination::Model) -> Result<Whom, Broken> {
    let clear = key.open(&place_of_name(row.proposal_id, row.member_id), &row.sealed)?;
    serde_json::from_slice(&clear).map_err(Broken::stored)
}

type Answers = (BTreeMap<MemberId, Said>, BTreeMap<MemberId, String>);

async fn answers(scope: &Scope<'_>, id: ProposalId, keys: &Keys) -> Result<Answers, Broken> {
    let rows = scope.find::<election_answer::Entity>().filter(election_answer::Column::ProposalId.eq(id)).all().await?;
    let (mut answers, mut said) = (BTreeMap::new(), BTreeMap::new());
    for row in rows {
        let version = u32::try_from(row.version).unwrap_or_default();
        answers.insert(row.member_id, Said { answer: row.word, version, taken_up: row.taken_up });
        if let (Some(words), Some(key)) = (&row.words, keys.get(&row.member_id)) {
            said.insert(row.member_id, key.open_text(&place_of_answer(id, row.member_id), words)?);
        }
    }
    Ok((answers, said))
}

/// Who does not want to be named. It leaves out names where people choose; nothing ever shows it.
async fn unwilling(scope: &Scope<'_>, keys: &Keys) -> Result<BTreeSet<MemberId>, Broken> {
    let mut unwilling = BTreeSet::new();
    for row in scope.find::<naming_wish::Entity>().all().await? {
        let Some(key) = keys.get(&row.member_id) else { continue };
        if key.open_text(&place_of_wish(row.member_id), &row.sealed)? == UNWILLING {
            unwilling.insert(row.member_id);
        }
    }
    Ok(unwilling)
}

/// Two words of one length: a longer one would show through its seal.
pub(crate) const UNWILLING: &str = "not";
pub(crate) const WILLING: &str = "may";

pub(crate) fn place_of_wish(member: MemberId) -> String {
    format!("naming_wish/{member}")
}

pub(crate) fn place_of_name(id: ProposalId, member: MemberId) -> String {
    format!("nomination/{id}/{member}")
}

pub(crate) fn place_of_answer(id: ProposalId, member: MemberId) -> String {
    format!("election_answer/{id}/{member}/words")
}

pub(crate) fn place_of_why(id: ProposalId) -> String {
    format!("election/{id}/words")
}
