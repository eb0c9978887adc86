//! The tree, as one member sees it: how many there are, whom she calls, who calls her, and for whom she is the second
//! voice (ruling 24). Nobody sees the others' lines.

use crate::commands::calls::{member, person, tree};
use crate::entities::calls::chain_total;
use crate::queries::calls::people::know_apart;
use crate::rules::cascade::{FIRST_CALLS, Plan};
use crate::rules::group::Person;
use crate::rules::quiet::Kind;
use crate::rules::simulate::{Forecast, MILLE, Trial, calls_to_ask_for, simulate_plan};
use crate::rules::tree::Why;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::charter;
use sea_orm::ColumnTrait;

/// The tree as one member sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its version; 0 before any was kept.
    pub version: i32,
    /// How many have a place.
    pub people: usize,
    /// How many call others.
    pub callers: usize,
    /// How many are called first.
    pub starters: usize,
    /// How many calls it takes to the last one.
    pub depth: usize,
    /// How many could not be given a place: more callers are wanted.
    pub unplaced: usize,
    /// How many are reached by one way only.
    pub one_voice: usize,
    /// Whether it was drawn by hand.
    pub by_hand: bool,
    /// Whether she is in it.
    pub is_mine: bool,
    /// Who calls her; none when whoever starts does.
    pub caller: Option<MemberId>,
    /// Whom she calls, and whom each of them calls, for when she stays silent.
    pub calls: Vec<(MemberId, Vec<MemberId>)>,
    /// For whom she is the second voice.
    pub second: Vec<MemberId>,
    /// Why she has no place, or no second voice: for her alone (`mutual-aid` T2).
    pub why: Option<(bool, Why)>,
}

/// The tree now, for one member.
///
/// # Errors
/// When the store fails.
pub async fn seen(scope: &Scope<'_>, reader: MemberId) -> Result<Seen, Broken> {
    let now = tree::current(scope).await?;
    let (tree, me) = (&now.tree, person(reader));
    let all = |people: &[Person]| people.iter().copied().map(member).collect::<Vec<_>>();
    let place = tree.place(me);
    let unplaced = tree.unplaced().get(&me).map(|why| (false, *why));
    Ok(Seen {
        version: now.version,
        people: tree.places().count(),
        callers: now.live.group.members().filter(|one| one.calls > 0).count(),
        starters: tree.starters().len(),
        depth: tree.depth(),
        unplaced: tree.unplaced().len(),
        one_voice: tree.one_voice().len(),
        by_hand: now.by_hand,
        is_mine: place.is_some(),
        caller: place.and_then(|place| place.caller).map(member),
        calls: tree.calls(me).iter().map(|called| (member(*called), all(tree.calls(*called)))).collect(),
        second: tree.second_calls().get(&me).map(|people| all(people)).unwrap_or_default(),
        why: unplaced.or_else(|| tree.one_voice().get(&me).map(|why| (true, *why))),
    })
}

/// One line of the whole tree, for those who print it together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who calls.
    pub caller: MemberId,
    /// Whom.
    pub calls: Vec<MemberId>,
}

/// Who is called first, then who calls whom, from the top.
///
/// # Errors
/// When the store fails.
pub async fn whole(scope: &Scope<'_>) -> Result<(Vec<MemberId>, Vec<Line>), Broken> {
    let tree = tree::current(scope).await?.tree;
    let first = match tree.root() {
        Some(root) => vec![member(root)],
        None => tree.starters().iter().copied().map(member).collect(),
    };
    let lines = tree
        .by_layer()
        .into_iter()
        .filter(|one| !tree.calls(*one).is_empty())
        .map(|one| Line { caller: member(one), calls: tree.calls(one).iter().copied().map(member).collect() });
    Ok((first, lines.collect()))
}

/// Most people of a tree for which advice is worked out: with more, each circle has its own (`mutual-aid` 5.4).
const LARGEST_ADVISED: usize = 60;

/// How a chain would go, tried out before it is needed (`mutual-aid` T3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// What came of it.
    pub forecast: Forecast,
    /// How often somebody answers, per mille: from the group's own trials when there was one.
    pub answer: u16,
    /// Whether it is the group's own.
    pub is_own: bool,
    /// How many there are to be reached.
    pub people: usize,
    /// How many calls of each caller would be enough, by its own trial (`mutual-aid` T14).
    pub enough_calls: Option<u8>,
}

/// Tries out the chain that `by` would start, with the group's own answers when a trial gave them. None when there is
/// nobody to call.
///
/// # Errors
/// When the store fails.
pub async fn foreseen(scope: &Scope<'_>, by: MemberId) -> Result<Option<Foreseen>, Broken> {
    let mut now = tree::current(scope).await?;
    know_apart(scope, &mut now.live, by).await?;
    let people = now.live.group.members().filter(|one| one.person != person(by)).count();
    if people == 0 {
        return Ok(None);
    }
    let own = answered_in_trials(scope).await?;
    let mut trial = Trial::of(u16::try_from(people).unwrap_or(u16::MAX));
    trial.answer = own.unwrap_or(trial.answer);
    // Fewer times for a larger group: the page waits for it.
    trial.runs = if people > 100 { 20 } else { 60 };
    let zone = charter::charter(scope).await?.zone();
    let plan = Plan {
        group: now.live.group,
        tree: now.tree,
        zone,
        kind: Kind::Urgent,
        trigger: person(by),
        alone: true,
        first_calls: FIRST_CALLS,
        // From now on: in the evening most calls are for the next morning, and how long it takes says so.
        at: scope.now(),
    };
    let forecast = simulate_plan(&plan, &trial);
    let enough_calls = if own.is_some() && people <= LARGEST_ADVISED { enough_calls(&plan, &trial) } else { None };
    Ok(Some(Foreseen { forecast, answer: trial.answer, is_own: own.is_some(), people, enough_calls }))
}

/// Advice for a group of this size, of which so many call. The page waits for it: fewer times, and no large group.
fn enough_calls(plan: &Plan, trial: &Trial) -> Option<u8> {
    let members = u16::try_from(plan.group.len()).ok()?;
    let callers = plan.group.members().filter(|one| one.calls > 0).count() * usize::from(MILLE);
    let callers = callers.checked_div(plan.group.len()).and_then(|callers| u16::try_from(callers).ok())?;
    // Whoever was away did not answer either: that is in what the trial gave.
    calls_to_ask_for(&Trial { members, callers, away: 0, runs: 20, ..*trial })
}

/// How often somebody answered in the last trial, per mille (`mutual-aid` T14).
async fn answered_in_trials(scope: &Scope<'_>) -> Result<Option<u16>, Broken> {
    use chain_total::Column;
    let last = scope.find::<chain_total::Entity>().filter(Column::Kind.eq(Kind::Drill)).descending(Column::EndedAt);
    let last = last.one().await?.and_then(|row| u16::try_from(row.answered).ok());
    Ok(last.filter(|answered| (1..=MILLE).contains(answered)))
}

/// What is left of a chain that is over: three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// What it was for.
    pub kind: Kind,
    /// When it ended.
    pub ended_at: Time,
    /// To be reached.
    pub everybody: i32,
    /// Have the message.
    pub reached: i32,
    /// A message waited for them.
    pub message: i32,
}

/// The chains of the last year, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn totals(scope: &Scope<'_>) -> Result<Vec<Total>, Broken> {
    let rows = scope.find::<chain_total::Entity>().descending(chain_total::Column::EndedAt).limit(10).all().await?;
    let total = |row: chain_total::Model| Total {
        kind: row.kind,
        ended_at: row.ended_at,
        everybody: row.everybody,
        reached: row.reached,
        message: row.message,
    };
    Ok(rows.into_iter().map(total).collect())
}
