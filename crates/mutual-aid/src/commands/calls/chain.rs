//! A chain as it is stored: what it started from, and the list of what happened. Where it stands is made from them and the
//! hour, each time (`mutual-aid` X3).
//!
//! What people say yes to is no event of hers who looks, and is looked up each time: whoever no longer says yes has
//! withdrawn, whoever sleeps at other hours is called at others, and two who are kept apart from now on are. On a page
//! that is worked out; the next thing that somebody does writes it down with it.

use crate::ChainId;
use crate::commands::calls::settle::KEPT_FOR;
use crate::commands::calls::{member, open, person, seal, tree};
use crate::entities::calls::{chain_event, chain_text, phone_chain};
use crate::queries::calls::people::{Live, know_apart, live_for};
use crate::rules::cascade::{Chain, Event, Phase, Plan, Refused, SILENT, What, starts_alone};
use crate::rules::group::{Group, Member, Person};
use crate::rules::quiet::Kind;
use crate::rules::tree::{Row, Tree};
use commons::clock::{Time, Tz};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::queries::people;
use membership::rules::standing::Standing;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde::{Deserialize, Serialize};

/// What a chain started from, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    members: Vec<Member>,
    apart: Vec<(Person, Person)>,
    root: Option<Person>,
    width: u8,
    rows: Vec<Row>,
    zone: String,
    /// Nobody else needed to say yes.
    mandated: bool,
    first_calls: u8,
}

/// A chain with what happened in it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) row: phone_chain::Model,
    pub(crate) plan: Plan,
    pub(crate) events: Vec<Event>,
}

fn plan_place(id: ChainId) -> String {
    format!("phone_chain/{id}/plan")
}

fn event_place(id: ChainId, seq: i32) -> String {
    format!("chain_event/{id}/{seq}/what")
}

pub(crate) fn text_place(id: ChainId, version: i32) -> String {
    format!("chain_text/{id}/{version}/words")
}

/// A chain that starts now, along the tree as it is now.
pub(crate) async fn plan(tx: &Tx<'_>, kind: Kind, zone: Tz, by: MemberId, mandated: bool) -> Result<Plan, Broken> {
    let standings = people::standings(tx).await?;
    let alone = starts_alone(kind, mandated, standings.values().filter(|one| **one == Standing::Active).count());
    tree::follow(tx).await?;
    let mut now = tree::current(tx).await?;
    know_apart(tx, &mut now.live, by).await?;
    let trigger = person(by);
    let hers = u8::try_from(now.live.group.most_calls(trigger)).unwrap_or(u8::MAX);
    let first_calls = hers.max(crate::rules::cascade::FIRST_CALLS);
    Ok(Plan { group: now.live.group, tree: now.tree, zone, kind, trigger, alone, first_calls, at: tx.now() })
}

/// Keeps a chain that starts, with its first text.
pub(crate) async fn keep(tx: &Tx<'_>, plan: &Plan, words: &str) -> Result<ChainId, Broken> {
    let id = ChainId::new();
    let kept = Kept {
        members: plan.group.members().copied().collect(),
        apart: plan.group.apart().collect(),
        root: plan.tree.root(),
        width: plan.tree.width(),
        rows: plan.tree.rows(),
        zone: plan.zone.name().to_owned(),
        mandated: plan.alone,
        first_calls: plan.first_calls,
    };
    let row = phone_chain::ActiveModel {
        id: Set(id),
        kind: Set(plan.kind),
        started_by: Set(member(plan.trigger)),
        started_at: Set(plan.at),
        ended_at: Set(None),
        plan: Set(seal(tx, &plan_place(id), &kept)?),
        ..Default::default()
    };
    tx.insert(row).await?;
    write_text(tx, id, 1, words).await?;
    Ok(id)
}

pub(crate) async fn write_text(tx: &Tx<'_>, id: ChainId, version: i32, words: &str) -> Result<(), Broken> {
    let row = chain_text::ActiveModel {
        chain_id: Set(id),
        version: Set(version),
        words: Set(seal(tx, &text_place(id, version), &words)?),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// A chain that is kept. Once its days are over nobody reads it any more, whenever its rows are thrown away.
pub(crate) async fn told(scope: &Scope<'_>, id: ChainId) -> Result<Told, No> {
    let row = scope.find::<phone_chain::Entity>().filter(phone_chain::Column::Id.eq(id)).one().await?;
    let told = read(scope, row.ok_or(No::NotFound)?).await?;
    if told.over_at() + KEPT_FOR <= scope.now() { Err(No::NotFound) } else { Ok(told) }
}

pub(crate) async fn read(scope: &Scope<'_>, row: phone_chain::Model) -> Result<Told, Broken> {
    use chain_event::Column;
    let kept: Kept = open(scope, &plan_place(row.id), &row.plan)?;
    let tree = Tree::read(kept.root, kept.width, &kept.rows);
    let tree = tree.map_err(|_| Broken::stored("a chain whose tree does not read"))?;
    let plan = Plan {
        group: Group::new(kept.members, kept.apart),
        tree,
        zone: kept.zone.parse().map_err(|_| Broken::stored("a chain without its zone"))?,
        kind: row.kind,
        trigger: person(row.started_by),
        alone: kept.mandated,
        first_calls: kept.first_calls,
        at: row.started_at,
    };
    let rows = scope.find::<chain_event::Entity>().filter(Column::ChainId.eq(row.id)).ascending(Column::Seq);
    let mut events = Vec::new();
    for event in rows.all().await? {
        events.push(Event { at: event.at, what: open(scope, &event_place(row.id, event.seq), &event.what)? });
    }
    Ok(Told { row, plan, events })
}

impl Told {
    /// When something happened last.
    pub(crate) fn last(&self) -> Time {
        self.events.last().map_or(self.plan.at, |event| event.at)
    }

    /// When it was over, or will be when nothing happens any more.
    pub(crate) fn over_at(&self) -> Time {
        self.row.ended_at.unwrap_or(self.last() + SILENT)
    }

    /// Where it stands at `now`, for those who say yes then, and what of that is not written down.
    pub(crate) fn at(&self, live: &Live, starter_is_here: bool, now: Time) -> Result<(Chain, Vec<Event>), Broken> {
        let now = now.min(self.over_at()).max(self.last());
        let mut chain = Chain::replay(self.plan.clone(), &self.events, now)
            .map_err(|_| Broken::stored("a chain whose events do not follow each other"))?;
        let mut unwritten = Vec::new();
        if self.row.ended_at.is_some() {
            return Ok((chain, unwritten));
        }
        for what in self.since(&chain, live, starter_is_here) {
            let event = Event { at: now, what };
            // What is so already is no event.
            if chain.apply(&event).is_ok() {
                unwritten.push(event);
            }
        }
        Ok((chain, unwritten))
    }

    /// What people say now that the chain does not know of.
    fn since(&self, chain: &Chain, live: &Live, starter_is_here: bool) -> Vec<What> {
        let known = &chain.plan().group;
        let mut since = Vec::new();
        for (one, standing) in chain.people() {
            if standing.stage == crate::rules::cascade::Stage::Withdrawn {
                continue;
            }
            match (live.group.member(one), known.member(one)) {
                (None, _) => since.push(What::Withdrew(one)),
                (Some(now), before) if before != Some(now) => since.push(What::Changed(*now)),
                (Some(_), _) => {}
            }
        }
        if !starter_is_here && chain.standing(self.plan.trigger).is_none() {
            since.push(What::Withdrew(self.plan.trigger));
        }
        let new_pairs = live.group.apart().filter(|(one, other)| !known.are_apart(*one, *other));
        since.extend(new_pairs.map(|(one, other)| What::Apart(one, other)));
        since
    }

    /// The same, from the store.
    pub(crate) async fn now(&self, scope: &Scope<'_>) -> Result<(Chain, Vec<Event>), Broken> {
        let live = live_for(scope, self.row.started_by).await?;
        let is_here = people::standing(scope, self.row.started_by).await? == Some(Standing::Active);
        self.at(&live, is_here, scope.now())
    }
}

/// Writes events down after those that are kept.
pub(crate) async fn write(tx: &Tx<'_>, told: &Told, events: &[Event]) -> Result<(), Broken> {
    let id = told.row.id;
    let mut seq = i32::try_from(told.events.len()).map_err(Broken::stored)?;
    for event in events {
        seq = seq.saturating_add(1);
        let row = chain_event::ActiveModel {
            chain_id: Set(id),
            seq: Set(seq),
            at: Set(event.at),
            what: Set(seal(tx, &event_place(id, seq), &event.what)?),
            ..Default::default()
        };
        tx.insert(row).await?;
    }
    Ok(())
}

/// Something happens in a chain: written down when the rules allow it, refused with nothing written otherwise.
pub(crate) async fn tell(tx: &Tx<'_>, id: ChainId, whats: &[What]) -> Result<(Told, Chain), No> {
    let mut told = told(tx, id).await?;
    if told.over_at() <= tx.now() {
        return Err(No::conflict("chain-over"));
    }
    let (mut chain, mut events) = told.now(tx).await?;
    for what in whats {
        let event = Event { at: tx.now(), what: *what };
        chain.apply(&event).map_err(refused)?;
        events.push(event);
    }
    write(tx, &told, &events).await?;
    told.events.extend(events);
    if matches!(chain.phase(), Phase::Ended | Phase::Stopped) {
        super::settle::close(tx, &told, &chain, tx.now()).await?;
    }
    Ok((told, chain))
}

/// A no of the rules, in words.
pub(crate) fn refused(why: Refused) -> No {
    No::conflict(match why {
        Refused::Earlier => "chain-try-again",
        Refused::NotRunning => "chain-not-running",
        Refused::NotAgreed => "chain-waits-for-yes",
        Refused::Already => "chain-done-already",
        Refused::NotHere => "chain-not-here",
        Refused::HasNotHeard => "chain-hear-first",
        Refused::NotHers => "chain-not-yours",
        Refused::TooSoon => "chain-too-soon",
        Refused::Quiet => "chain-quiet",
        Refused::NotForHer => "chain-not-for-you",
        Refused::NotForThem => "chain-not-for-them",
        Refused::StillOpen => "chain-still-open",
    })
}
