//! An election without candidates, as one member may read it now (`decisions B9`).
//!
//! Before the first round ends she reads her own nomination and no other. Then those on the roll read the names with their
//! reasons, in the order of names and without who said them. Once it is over there is nothing left to read.

use crate::commands::election::{Loaded, load, seat, stored};
use crate::commands::question_of;
use crate::entities::proposal;
use crate::rules::election::{Answer, Said, Stage};
use crate::rules::question::Method;
use crate::rules::state::State;
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::effects::NewSeat;
use membership::queries::people::{self, Person};
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, BTreeSet};

/// An election and what this member can do in it.
#[derive(Clone, Debug)]
pub struct Election {
    /// The title of its proposal.
    pub title: String,
    /// Its plain summary.
    pub summary: String,
    /// The task, as it was written.
    pub seat: NewSeat,
    /// Where it stands.
    pub stage: Stage,
    /// Until when this round lasts; none once it is over.
    pub until: Option<Time>,
    /// Whether she is on its roll.
    pub on_roll: bool,
    /// Whether she reads what is said: those on the roll do, and the named person.
    pub reads: bool,
    /// Whether this round asks something of her.
    pub asks_me: bool,
    /// How many have spoken in this round, and of how many.
    pub spoken: (u64, u64),
    /// Whom she named, and why.
    pub mine: Option<(MemberId, String)>,
    /// Whether she has said something in this round.
    pub i_spoke: bool,
    /// Who can be named, in the order of names.
    pub offered: Vec<Person>,
    /// Who was named, in the order of names: only for those on the roll, once the first round is over.
    pub names: Vec<Named>,
    /// Whether she can put a name forward.
    pub may_put: bool,
    /// Whether something is open for which the task could be adapted.
    pub can_adapt: bool,
    /// Whether she can take back the name that she put forward.
    pub may_take_back: bool,
    /// How many more names can be put forward.
    pub left: usize,
    /// The name that is looked at.
    pub put: Option<PutForward>,
    /// How many said that it can be she, plainly or with something to keep in mind.
    pub fine: u64,
    /// What is to be kept in mind.
    pub concerns: Vec<Voice>,
    /// What stands in the way.
    pub objections: Vec<Voice>,
    /// What she says of the name.
    pub my_answer: Option<(Answer, String)>,
    /// Whether hers is the name.
    pub is_me: bool,
    /// Whether she can say that she does not want to.
    pub may_decline: bool,
    /// Whether she can adapt the task to the name.
    pub may_adapt: bool,
    /// Those in one room.
    pub together: Together,
}

/// Somebody who was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: MemberId,
    /// Why, each reason once, in an order that tells nothing of whose it is.
    pub reasons: Vec<String>,
    /// Whether her name can be put forward.
    pub open: bool,
}

/// A name that was put forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutForward {
    /// Whose.
    pub person: MemberId,
    /// Who put it forward; none when she has left.
    pub by: Option<MemberId>,
    /// Why.
    pub why: Option<String>,
    /// The day on which the task would end sooner.
    pub until: Option<NaiveDate>,
    /// What would be added to it.
    pub added: Option<String>,
}

/// A concern or an objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Whose.
    pub member: MemberId,
    /// In her words.
    pub words: String,
    /// Whether the task was adapted since.
    pub can_be_taken_up: bool,
}

/// Those who are in one room and ready for what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// Whether they can end this round now.
    pub possible: bool,
    /// Whether she said so.
    pub i_am: bool,
    /// How many still have to.
    pub missing: usize,
}

/// The election of a proposal; none when it is decided otherwise, or has not opened.
///
/// # Errors
/// When there is no such proposal, or the store fails.
pub async fn of_number(scope: &Scope<'_>, number: i32, viewer: MemberId) -> Result<Option<Election>, No> {
    let row = scope.find::<proposal::Entity>().filter(proposal::Column::Number.eq(number)).one().await?;
    let row = row.ok_or(No::NotFound)?;
    if question_of(&row)?.method != Method::Election {
        return Ok(None);
    }
    let Some(loaded) = load(scope, &row).await? else { return Ok(None) };
    let everyone = people::everyone(scope).await?;
    Ok(Some(seen(&row, loaded, everyone, viewer, scope.now())?))
}

fn seen(
    row: &proposal::Model,
    loaded: Loaded,
    everyone: Vec<Person>,
    viewer: MemberId,
    now: Time,
) -> Result<Election, Broken> {
    let session = &loaded.session;
    let until = row.closes_at.filter(|until| row.state == State::Voting && now < *until);
    let is_open = until.is_some() && !session.stage.is_over();
    let on_roll = session.roll.contains(&viewer);
    let is_me = is_open && session.is_put(viewer);
    let reads = is_open && (on_roll || is_me);
    let put = session.put.filter(|_| reads);
    let voices = |wanted: Answer| {
        let said = session.answers.iter().filter(move |(_, said)| said.answer == wanted && !said.taken_up);
        said.filter(|_| reads).map(|(member, said)| Voice {
            member: *member,
            words: loaded.said.get(member).cloned().unwrap_or_default(),
            can_be_taken_up: put.is_some_and(|put| said.version < put.version),
        })
    };
    let concerns = voices(Answer::Concern).filter(|voice| !voice.words.is_empty()).collect();
    let is_fine = |said: &&Said| reads && said.answer != Answer::Objection;
    let fine = session.answers.values().filter(is_fine).count() as u64;
    let my_nomination = session.named.get(&viewer).filter(|_| is_open);
    let mine = my_nomination.map(|one| (one.person, loaded.reasons.get(&viewer).cloned().unwrap_or_default()));
    let together = Together {
        possible: is_open && on_roll && !is_me && session.refuses_together().is_none(),
        i_am: session.together.contains(&viewer),
        missing: session.together_wanted().saturating_sub(session.together.len()),
    };
    // Having read the names, she chooses among them.
    let chooses_among = session.stage == Stage::Changing;
    let may_choose = |person| session.may_be_named(person) && (!chooses_among || (reads && session.was_read(person)));
    let reads_names = is_open && on_roll && session.stage > Stage::Naming;
    Ok(Election {
        title: row.title.clone(),
        summary: row.summary.clone(),
        seat: seat(row)?,
        stage: session.stage,
        until: until.filter(|_| is_open),
        on_roll,
        reads,
        may_put: is_open && session.stage == Stage::Proposing && session.may_put(viewer),
        can_adapt: is_open && session.has_something_open(),
        may_take_back: put.is_some_and(|put| put.by == Some(viewer)) && session.objections() > 0,
        asks_me: is_open && session.asks(viewer),
        spoken: session.spoken(),
        mine,
        i_spoke: session.has_spoken(viewer),
        names: if reads_names { names(&loaded, &everyone) } else { Vec::new() },
        offered: everyone.into_iter().filter(|person| may_choose(person.id)).collect(),
        left: session.left(),
        put: put.map(|put| PutForward {
            person: put.person,
            by: put.by,
            why: loaded.why.clone(),
            until: loaded.row.until,
            added: loaded.row.added.clone(),
        }),
        fine,
        concerns,
        objections: voices(Answer::Objection).collect(),
        my_answer: session
            .answers
            .get(&viewer)
            .filter(|said| !said.taken_up)
            .map(|said| (said.answer, loaded.said.get(&viewer).cloned().unwrap_or_default())),
        is_me,
        may_decline: is_open && session.may_decline(viewer),
        may_adapt: is_open && session.may_adapt(viewer),
        together,
    })
}

/// Everybody who was named, in the order of names: an order by how often would be a ranking.
fn names(loaded: &Loaded, everyone: &[Person]) -> Vec<Named> {
    let mut reasons: BTreeMap<MemberId, BTreeSet<String>> = BTreeMap::new();
    for (by, one) in &loaded.session.named {
        let why = loaded.reasons.get(by).cloned().unwrap_or_default();
        reasons.entry(one.person).or_default().insert(why);
    }
    let named = everyone.iter().filter_map(|person| {
        let why = reasons.remove(&person.id)?;
        let open = loaded.session.may_be_put(person.id);
        Some(Named { person: person.id, reasons: why.into_iter().collect(), open })
    });
    named.collect()
}

/// Whether an open election asks something of her now.
///
/// # Errors
/// When the store fails.
pub(crate) async fn asks(scope: &Scope<'_>, row: &proposal::Model, member: MemberId) -> Result<bool, Broken> {
    Ok(load(scope, row).await?.is_some_and(|loaded| loaded.session.asks(member)))
}

/// Whom an election found.
pub(crate) async fn found(scope: &Scope<'_>, row: &proposal::Model) -> Result<Option<MemberId>, Broken> {
    let election = stored(scope, row.id).await?.filter(|election| election.stage == Stage::Elected);
    Ok(election.and_then(|election| election.person))
}
