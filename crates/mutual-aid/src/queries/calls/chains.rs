//! Chains of calls, as members see them: counts and open branches for everybody; who did not answer, for her caller and
//! the one who started only (ruling 2).

use crate::commands::calls::asks::place as ask_place;
use crate::commands::calls::chain::{Told, text_place, told};
use crate::commands::calls::{member, open, person};
use crate::entities::calls::{chain_ask, chain_text, phone_chain};
use crate::queries::calls::people::{Live, know_apart, live, live_for};
use crate::rules::calls::{Silent, Voicemail};
use crate::rules::cascade::{Chain, Counts, Outcome, Phase, Stage};
use crate::rules::group::Person;
use crate::rules::quiet::{Kind, Quiet};
use crate::{ChainAskId, ChainId};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use commons::sealed;
use membership::commands::read_contact::{number_of_call, same_numbers};
use membership::queries::apart;
use membership::queries::people::{self, standing};
use membership::rules::standing::Standing;
use sea_orm::ColumnTrait;
use std::collections::HashSet;

/// A chain as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: ChainId,
    /// What it is for.
    pub kind: Kind,
    /// When it started.
    pub started_at: Time,
    /// Where it is.
    pub state: State,
    /// What everybody sees.
    pub counts: Counts,
    /// How many calls the reader can make.
    pub my_calls: usize,
    /// Whether it waits for her: a call of hers, a message to read, a yes to give.
    pub waits_for_me: bool,
}

/// Where a chain is, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A second member has to say yes.
    WaitsForYes,
    /// Calls are made.
    Running,
    /// No call is made until two let it go on.
    Suspended,
    /// It is over.
    Over,
}

/// One call of hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyCall {
    /// To whom.
    pub to: MemberId,
    /// From when on.
    pub due: Time,
    /// Whether it can be made now.
    pub is_due: bool,
    /// Attempts so far.
    pub attempts: u8,
    /// The number, once it was opened today.
    pub number: Option<String>,
    /// What may be left with a machine.
    pub voicemail: Voicemail,
    /// When nobody calls her.
    pub quiet: Quiet,
    /// Whom to ask for in the same call: they have that number too.
    pub also: Vec<MemberId>,
}

/// Somebody whom she called, or whom she started the chain for, and who was not reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreached {
    /// Who.
    pub who: MemberId,
    /// What came of the last call.
    pub last: Option<Outcome>,
    /// Where she stands.
    pub stage: Stage,
    /// What she wants done when three voices found nobody.
    pub silent: Silent,
    /// Whether it is the reader whom she named for that.
    pub names_me: bool,
    /// Whom she named and who has no screen: only a voice can tell that one.
    pub tell: Option<MemberId>,
}

/// Something that somebody asks for, as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which.
    pub id: ChainAskId,
    /// What.
    pub words: String,
    /// Whose it is: only for her, and for whoever said yes first.
    pub whose: Option<MemberId>,
    /// Her number, for whoever said yes first.
    pub number: Option<String>,
    /// Who said yes first: only for her whose it is.
    pub taken_by: Option<MemberId>,
    /// Whether somebody said yes.
    pub is_taken: bool,
    /// Whether it is hers.
    pub is_mine: bool,
}

/// Of each thing that takes two, whether one asks for it. Who it is stays hers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// That no calls are made for now.
    pub pause: bool,
    /// That calls go on.
    pub resume: bool,
    /// That it stops.
    pub stop: bool,
    /// The reader asks for one of them.
    pub by_me: bool,
}

fn asking(chain: &Chain, me: Person) -> Asking {
    let all = chain.asking();
    let [pause, resume, stop] = [&all.pause, &all.resume, &all.stop].map(|who| !who.is_empty());
    let by_me = [&all.pause, &all.resume, &all.stop].iter().any(|who| who.contains(&me));
    Asking { pause, resume, stop, by_me }
}

/// A chain as one member sees it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub id: ChainId,
    /// What it is for.
    pub kind: Kind,
    /// What is read aloud.
    pub words: String,
    /// Which text it is: 1, or more when it was corrected.
    pub version: u16,
    /// Who started it.
    pub started_by: MemberId,
    /// When.
    pub started_at: Time,
    /// When it was over.
    pub ended_at: Option<Time>,
    /// Where it is.
    pub state: State,
    /// Whether two people stopped it.
    pub is_stopped: bool,
    /// What everybody sees.
    pub counts: Counts,
    /// Whether she can say the second yes.
    pub may_agree: bool,
    /// Whether she has the message.
    pub has_heard: bool,
    /// Whether she is among those to be reached.
    pub is_in_it: bool,
    /// Her calls.
    pub calls: Vec<MyCall>,
    /// Whether numbers of hers are closed yet.
    pub numbers_closed: bool,
    /// Whether the board has somebody for her.
    pub board_for_me: bool,
    /// Whom she called and did not reach; for the one who started, everybody.
    pub unreached: Vec<Unreached>,
    /// Whom she reached: she may pass on what they ask for.
    pub reached: Vec<MemberId>,
    /// Of whom she can say that it was a wrong button.
    pub may_mistake: Vec<MemberId>,
    /// Whether she watches over it.
    pub i_watch: bool,
    /// How many do.
    pub watchers: usize,
    /// Whether the watch is offered to her.
    pub watch_offered: bool,
    /// Whether she is the last one of her branch, who calls the one who started.
    pub closes_branch: bool,
    /// Whether nothing is left to do, so that it can be ended.
    pub may_end: bool,
    /// Whether somebody asks to wait, to go on or to stop, and whether it is she.
    pub asking: Asking,
    /// What people ask for.
    pub asks: Vec<Ask>,
    /// Whether calls of hers went on because she made none: she is asked once whether all is well, and nothing is kept of it.
    pub calls_went_on: bool,
    /// Whether somebody said that her own number is to be checked.
    pub my_number_to_check: bool,
    /// When time next brings something: a call that can be made, or a voice that comes after another.
    pub waits_until: Option<Time>,
}

fn state(told: &Told, chain: &Chain, now: Time) -> State {
    if told.over_at() <= now {
        return State::Over;
    }
    match chain.phase() {
        Phase::Running if chain.is_confirmed() => State::Running,
        Phase::Running => State::WaitsForYes,
        Phase::Suspended => State::Suspended,
        Phase::Ended | Phase::Stopped => State::Over,
    }
}

async fn look(scope: &Scope<'_>, told: &Told, live: &Live) -> Result<Chain, Broken> {
    let is_here = standing(scope, told.row.started_by).await? == Some(Standing::Active);
    Ok(told.at(live, is_here, scope.now())?.0)
}

/// The chains that run now, for one member: those that wait for her first. Somebody who rests is waited for by none.
///
/// # Errors
/// When the store fails.
pub async fn running(scope: &Scope<'_>, reader: MemberId) -> Result<Vec<Line>, Broken> {
    use phone_chain::Column;
    let rows = scope.find::<phone_chain::Entity>().filter(Column::EndedAt.is_null()).descending(Column::StartedAt);
    let rows = rows.all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut live = live(scope).await?;
    for row in &rows {
        know_apart(scope, &mut live, row.started_by).await?;
    }
    let is_active = standing(scope, reader).await? == Some(Standing::Active);
    let mut lines = Vec::new();
    for row in rows {
        let told = crate::commands::calls::chain::read(scope, row).await?;
        if told.over_at() <= scope.now() {
            continue;
        }
        let chain = look(scope, &told, &live).await?;
        let me = person(reader);
        let my_calls = chain.calls_of(me).iter().filter(|call| call.due <= scope.now()).count();
        // Her number is to be checked: she is the only one who can.
        let is_awaited = chain.standing(me).is_some_and(|one| one.is_open() || one.stage == Stage::ToCheck);
        let is_named = chain.people().any(|(one, _)| names(&chain, &live, one, me));
        lines.push(Line {
            id: told.row.id,
            kind: told.row.kind,
            started_at: told.row.started_at,
            state: state(&told, &chain, scope.now()),
            counts: chain.counts(),
            my_calls,
            waits_for_me: is_active && (my_calls > 0 || is_awaited || is_named || may_agree(&chain, me)),
        });
    }
    lines.sort_by_key(|line| !line.waits_for_me);
    Ok(lines)
}

fn may_agree(chain: &Chain, me: Person) -> bool {
    !chain.is_confirmed() && chain.phase() == Phase::Running && chain.plan().trigger != me
}

/// The text that holds now.
async fn text(scope: &Scope<'_>, id: ChainId, version: u16) -> Result<String, Broken> {
    use chain_text::Column;
    let row = scope.find::<chain_text::Entity>().filter(Column::ChainId.eq(id));
    let row = row.filter(Column::Version.eq(i32::from(version))).one().await?;
    let row = row.ok_or_else(|| Broken::stored("a chain without its text"))?;
    open(scope, &text_place(id, row.version), &row.words)
}

/// One chain, for one member.
///
/// # Errors
/// When there is none.
pub async fn one(scope: &Scope<'_>, id: ChainId, reader: MemberId) -> Result<Seen, No> {
    let told = told(scope, id).await?;
    let live = live_for(scope, told.row.started_by).await?;
    let chain = look(scope, &told, &live).await?;
    let (me, now) = (person(reader), scope.now());
    let state = state(&told, &chain, now);
    let is_active = standing(scope, reader).await? == Some(Standing::Active);
    let runs = state != State::Over && is_active;
    let calls = if runs { my_calls(scope, &chain, &live, reader).await? } else { Vec::new() };
    let has_heard = chain.has_heard(me);
    let without_screen = match unreached_by(&chain, &live, me, &HashSet::new()).is_empty() {
        true => HashSet::new(),
        false => people::everyone(scope).await?.into_iter().filter(|one| !one.has_entered).map(|one| one.id).collect(),
    };
    Ok(Seen {
        id,
        kind: told.row.kind,
        words: text(scope, id, chain.version()).await?,
        version: chain.version(),
        started_by: told.row.started_by,
        started_at: told.row.started_at,
        ended_at: (state == State::Over).then(|| told.over_at()),
        state,
        is_stopped: chain.phase() == Phase::Stopped,
        counts: chain.counts(),
        may_agree: runs && may_agree(&chain, me),
        has_heard,
        is_in_it: chain.standing(me).is_some_and(|one| one.stage != Stage::Withdrawn),
        numbers_closed: calls.iter().any(|call| call.number.is_none()),
        calls,
        board_for_me: runs && chain.offer(me).is_some(),
        unreached: unreached_by(&chain, &live, me, &without_screen),
        reached: chain
            .people()
            .filter(|(one, _)| *one != me && chain.has_reached(me, *one))
            .map(|(one, _)| member(one))
            .collect(),
        may_mistake: chain
            .people()
            .filter(|(one, _)| runs && chain.may_mistake(me, *one))
            .map(|(one, _)| member(one))
            .collect(),
        i_watch: chain.watch().contains(&me),
        watchers: chain.watch().len(),
        watch_offered: runs && has_heard && chain.watch_is_offered() && !chain.watch().contains(&me),
        closes_branch: runs && chain.may_close_branch(me),
        may_end: runs && has_heard && chain.open() == 0,
        asking: asking(&chain, me),
        asks: asks(scope, id, reader).await?,
        calls_went_on: is_active && chain.went_on_without(me),
        my_number_to_check: runs && chain.standing(me).is_some_and(|one| one.stage == Stage::ToCheck),
        waits_until: chain.next_instant().filter(|_| runs),
    })
}

async fn my_calls(scope: &Scope<'_>, chain: &Chain, live: &Live, reader: MemberId) -> Result<Vec<MyCall>, Broken> {
    let mut calls = Vec::new();
    let also = asked_for_too(scope, chain, live, reader).await?;
    for call in chain.calls_of(person(reader)) {
        let to = member(call.to);
        let Some(choices) = live.choices.get(&to) else { continue };
        let number = match live.numbers.get(&to) {
            Some(point) => number_of_call(scope, reader, to, *point).await?,
            None => None,
        };
        calls.push(MyCall {
            to,
            due: call.due,
            is_due: call.due <= scope.now(),
            attempts: call.attempts,
            number,
            voicemail: choices.voicemail,
            quiet: choices.quiet,
            also: also
                .iter()
                .filter(|one| one.with == to && chain.is_her_hour(person(one.who)))
                .map(|one| one.who)
                .collect(),
        });
    }
    Ok(calls)
}

/// Two who are to be reached at one number.
pub(crate) struct AtOneNumber {
    /// Who can be asked for.
    pub(crate) who: MemberId,
    /// In a call to whom.
    pub(crate) with: MemberId,
}

/// Who has the number of somebody whom `by` is to call (`mutual-aid` T17): both said that others have it, and no two of the
/// three are kept apart. Nothing is left to be said where she wants nothing said to anybody else.
pub(crate) async fn at_one_number(
    scope: &Scope<'_>,
    chain: &Chain,
    live: &Live,
    by: MemberId,
) -> Result<Vec<AtOneNumber>, Broken> {
    let said = |whose: &MemberId| live.choices.get(whose).is_some_and(|chosen| chosen.shared);
    let calls: Vec<MemberId> =
        chain.calls_of(person(by)).into_iter().map(|call| member(call.to)).filter(said).collect();
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let shared = live.numbers.iter().filter(|(whose, _)| said(whose)).map(|(whose, point)| (*whose, *point)).collect();
    let are_apart = |one: MemberId, other: MemberId| live.group.are_apart(person(one), person(other));
    let may_be_asked_for = |who: &MemberId| {
        let says_nothing = live.choices.get(who).is_some_and(|chosen| chosen.voicemail == Voicemail::Nothing);
        *who != by
            && !calls.contains(who)
            && !says_nothing
            && chain.is_to_be_reached(person(*who))
            && !are_apart(by, *who)
    };
    let mut found = Vec::new();
    for together in same_numbers(scope, &shared).await? {
        for with in together.iter().filter(|with| calls.contains(with)) {
            let others = together.iter().filter(|who| may_be_asked_for(who) && !are_apart(**who, *with));
            found.extend(others.map(|who| AtOneNumber { who: *who, with: *with }));
        }
    }
    Ok(found)
}

/// The same, as far as their number was given to her today: they read that she has it.
pub(crate) async fn asked_for_too(
    scope: &Scope<'_>,
    chain: &Chain,
    live: &Live,
    by: MemberId,
) -> Result<Vec<AtOneNumber>, Broken> {
    let mut given = Vec::new();
    for one in at_one_number(scope, chain, live, by).await? {
        let point = live.numbers.get(&one.who).copied();
        if let Some(point) = point
            && number_of_call(scope, by, one.who, point).await?.is_some()
        {
            given.push(one);
        }
    }
    Ok(given)
}

/// Whether somebody named another for when nobody reaches her: read only when all else was tried, never when the two are kept
/// apart, and not in a trial, in which nobody knocks at a door (`mutual-aid` T14).
pub(crate) fn names(chain: &Chain, live: &Live, one: Person, other: Person) -> bool {
    let choices = live.choices.get(&member(one)).copied().unwrap_or_default();
    let is_last = chain.standing(one).is_some_and(|standing| standing.stage == Stage::Otherwise);
    let is_named = choices.silent.names_somebody() && choices.with == Some(member(other));
    is_last && is_named && chain.plan().kind != Kind::Drill && !live.group.are_apart(one, other)
}

/// Who was not reached, as far as it is this reader's to know: of those whom she called; for the one who started, of
/// everybody who was called; and for whoever somebody named for that, of her.
fn unreached_by(chain: &Chain, live: &Live, me: Person, without_screen: &HashSet<MemberId>) -> Vec<Unreached> {
    let mut found = Vec::new();
    for (one, standing) in chain.people().filter(|(one, _)| *one != me) {
        let is_reached = matches!(standing.stage, Stage::Heard { version, .. } if version == chain.version());
        if is_reached || standing.all == 0 || standing.stage == Stage::Withdrawn {
            continue;
        }
        let choices = live.choices.get(&member(one)).copied().unwrap_or_default();
        let is_last = standing.stage == Stage::Otherwise;
        let names_me = names(chain, live, one, me);
        if names_me || chain.sees_answer_of(me, one) && (is_last || standing.last.is_some()) {
            let silent = if is_last && chain.plan().kind != Kind::Drill { choices.silent } else { Silent::Nothing };
            let who = member(one);
            let tell = choices.with.filter(|with| {
                is_last
                    && without_screen.contains(with)
                    && names(chain, live, one, person(*with))
                    && *with != member(me)
            });
            found.push(Unreached { who, last: standing.last, stage: standing.stage, silent, names_me, tell });
        }
    }
    found
}

/// What people ask for: words for everybody but those who are kept apart from her; her name for whoever said yes first.
async fn asks(scope: &Scope<'_>, id: ChainId, reader: MemberId) -> Result<Vec<Ask>, Broken> {
    let rows = scope.find::<chain_ask::Entity>().filter(chain_ask::Column::ChainId.eq(id));
    let rows = rows.ascending(chain_ask::Column::Id).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let kept_from = apart::apart_from(scope, reader).await?;
    let live = live(scope).await?;
    let mut asks = Vec::new();
    for row in rows.into_iter().filter(|row| !kept_from.contains(&row.whose)) {
        let (is_mine, i_took) = (row.whose == reader, row.taken_by == Some(reader));
        let key = sealed::key_of(scope, row.whose).await?;
        let number = match live.numbers.get(&row.whose).filter(|_| i_took) {
            Some(point) => number_of_call(scope, reader, row.whose, *point).await?,
            None => None,
        };
        asks.push(Ask {
            id: row.id,
            words: key.open_text(&ask_place(row.id), &row.words)?,
            whose: (is_mine || i_took).then_some(row.whose),
            number,
            taken_by: row.taken_by.filter(|_| is_mine),
            is_taken: row.taken_by.is_some(),
            is_mine,
        });
    }
    Ok(asks)
}
