//! Plans from their rows, as things are now.

use crate::entities::visits::{PlanStage, SeatStage};
use crate::entities::{visit, visit_plan, visit_seat};
use crate::queries::calls::people::all_choices;
use crate::queries::limits;
use crate::rules::quiet::{Hours, Kind, Quiet};
use crate::rules::visits::ladder::{Due, due};
use crate::rules::visits::plan::{Holder, Place, State as PlanState};
use crate::rules::visits::sight::{THE_REST, slot_goes};
use crate::rules::visits::slot::{Event, Manner, Seat, Slot, State, Word};
use crate::rules::visits::{Caps, Faces, NotPossible, Plan, Schedule};
use crate::{VisitId, VisitPlanId};
use chrono::{NaiveTime, Timelike};
use chrono_tz::Tz;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::outbox::outside_quiet_hours;
use commons::refusal::{Broken, Message, No};
use commons::sealed::{self, Key, Sealed};
use membership::queries::{apart, charter, consents, people};
use membership::rules::consent::Use;
use membership::rules::standing::Standing;
use rota::cover::{Answer, Event as CoverEvent};
use rota::time::Window;
use rota::{Engagement, Limits};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What she wants, as it is sealed. Those to whom she says no stand beside those to whom she says yes: a copy of the store
/// tells neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wishes {
    pub(crate) named: BTreeSet<MemberId>,
    pub(crate) refused: BTreeSet<MemberId>,
    pub(crate) asks_others: bool,
    pub(crate) caps: Caps,
    pub(crate) windows: Vec<Window>,
    pub(crate) faces: Faces,
    pub(crate) call_instead: bool,
    pub(crate) yes_until: Option<Time>,
    /// When she wanted visits last: a plan for which nobody wrote down a visit ends too.
    #[serde(default)]
    pub(crate) opened: Option<Time>,
}

/// Where, as it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Whereabouts {
    pub(crate) words: String,
    pub(crate) place: Place,
}

/// Who was asked for one visit, as it is sealed until it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// Asked once: nobody is asked twice for the same.
    pub(crate) tried: BTreeSet<MemberId>,
    /// Said no, or cannot come: she sees nothing of it any more.
    pub(crate) passed: BTreeSet<MemberId>,
    /// Searches for a seat that runs beside, by its number.
    pub(crate) covers: BTreeMap<u16, Vec<CoverEvent<MemberId>>>,
}

impl Asked {
    fn is_empty(&self) -> bool {
        self.tried.is_empty() && self.passed.is_empty() && self.covers.is_empty()
    }

    /// Nobody is looked for any more for that seat, which is `taken` by somebody. Whoever else offered to come if nobody else
    /// does is kept in mind for another seat that is looked for in that visit, in the order in which they offered.
    pub(crate) fn end_cover(&mut self, seat: u16, taken: MemberId) {
        let events = self.covers.remove(&seat).unwrap_or_default();
        let Some(other) = self.covers.values_mut().next() else { return };
        let said = |who: MemberId| {
            events.iter().rev().find_map(|event| match event {
                CoverEvent::Said { who: one, answer } if *one == who => Some(*answer),
                _ => None,
            })
        };
        let offers = events.iter().filter(|event| match event {
            CoverEvent::Said { who, answer: Answer::IfNobodyElse } => {
                *who != taken && said(*who) == Some(Answer::IfNobodyElse)
            }
            _ => false,
        });
        other.extend(offers.cloned());
    }
}

/// A visit beside its slot in the schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) id: VisitId,
    pub(crate) asked: Asked,
}

/// A plan with its visits.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    pub(crate) id: VisitPlanId,
    pub(crate) schedule: Schedule<MemberId>,
    pub(crate) refused: BTreeSet<MemberId>,
    /// When she wanted visits last.
    pub(crate) opened: Option<Time>,
    /// Where, in words; none once it was erased.
    pub(crate) words: Option<String>,
    /// In the order of the slots of the schedule.
    pub(crate) beside: Vec<Beside>,
    pub(crate) key: Key,
}

/// The hour that so many minutes after midnight is.
pub(crate) fn clock(minutes: i32) -> NaiveTime {
    let seconds = whole(minutes).saturating_mul(60);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}

/// Minutes after midnight.
pub(crate) fn minutes_of(hour: NaiveTime) -> i32 {
    i32::try_from(hour.num_seconds_from_midnight() / 60).unwrap_or_default()
}

pub(crate) fn whole(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

pub(crate) fn open<T: serde::de::DeserializeOwned>(key: &Key, place: &str, sealed: &Sealed) -> Result<T, Broken> {
    serde_json::from_slice(&key.open(place, sealed)?).map_err(Broken::stored)
}

pub(crate) fn seal<T: Serialize>(key: &Key, place: &str, clear: &T) -> Result<Sealed, Broken> {
    key.seal(place, &serde_json::to_vec(clear).map_err(Broken::stored)?)
}

pub(crate) fn of_plan(id: VisitPlanId, column: &str) -> String {
    format!("visit_plan/{id}/{column}")
}

pub(crate) fn of_visit(id: VisitId) -> String {
    format!("visit/{id}/asked")
}

/// Nothing was asked: nothing is kept.
pub(crate) fn seal_asked(key: &Key, id: VisitId, asked: &Asked) -> Result<Option<Sealed>, Broken> {
    if asked.is_empty() { Ok(None) } else { seal(key, &of_visit(id), asked).map(Some) }
}

/// What is said to somebody about something that cannot be.
pub(crate) fn refused(why: NotPossible) -> No {
    let message = Message::new(why.key());
    No::Conflict(match why.number() {
        Some(number) => message.with("number", number),
        None => message,
    })
}

/// Every plan that is kept, from its rows alone.
pub(crate) async fn rows(scope: &Scope<'_>) -> Result<Vec<Loaded>, Broken> {
    let plans = scope.find::<visit_plan::Entity>().ascending(visit_plan::Column::Id).all().await?;
    if plans.is_empty() {
        return Ok(Vec::new());
    }
    let visits = scope.find::<visit::Entity>().ascending(visit::Column::Id).all().await?;
    let mut seats: BTreeMap<VisitId, Vec<visit_seat::Model>> = BTreeMap::new();
    for row in scope.find::<visit_seat::Entity>().ascending(visit_seat::Column::Seat).all().await? {
        seats.entry(row.visit_id).or_default().push(row);
    }
    let mut loaded = Vec::with_capacity(plans.len());
    for plan in plans {
        let (key, id) = (sealed::key_of(scope, plan.person).await?, plan.id);
        let hers = visits.iter().filter(|row| row.plan_id == id);
        loaded.push(one_of(plan, hers, &seats, key)?);
    }
    Ok(loaded)
}

fn one_of<'a>(
    row: visit_plan::Model,
    visits: impl Iterator<Item = &'a visit::Model>,
    seats: &BTreeMap<VisitId, Vec<visit_seat::Model>>,
    key: Key,
) -> Result<Loaded, Broken> {
    let wishes: Wishes = open(&key, &of_plan(row.id, "wishes"), &row.wishes)?;
    let place = row.place.as_ref().map(|sealed| open(&key, &of_plan(row.id, "place"), sealed)).transpose()?;
    let place: Option<Whereabouts> = place;
    let state = match (row.state, row.ended_at) {
        (PlanStage::Wished, _) => PlanState::Wished,
        (PlanStage::Open, _) => PlanState::Open,
        (PlanStage::Paused, _) => PlanState::Paused,
        (PlanStage::Ended, Some(at)) => PlanState::Ended(at),
        (PlanStage::Ended, None) => return Err(Broken::stored("a plan that ended at no time")),
    };
    let plan = Plan {
        person: row.person,
        holder: row.holder.zip(row.holder_until).map(|(who, until)| Holder { who, until }),
        named: wishes.named,
        asks_others: wishes.asks_others,
        caps: wishes.caps,
        windows: wishes.windows,
        faces: wishes.faces,
        call_instead: wishes.call_instead,
        yes_until: wishes.yes_until,
        place: place.as_ref().map_or(Place::Elsewhere, |place| place.place.clone()),
        state,
    };
    let (mut slots, mut beside) = (Vec::new(), Vec::new());
    for visit in visits {
        let hers = seats.get(&visit.id).map(Vec::as_slice).unwrap_or_default();
        slots.push(Slot {
            date: visit.day,
            from: clock(visit.begins),
            minutes: whole(visit.minutes),
            manner: visit.manner,
            state: visit.state,
            seats: hers.iter().map(seat).collect::<Result<_, _>>()?,
            her_yes: visit.her_yes,
            wards_yes: visit.wards_yes,
        });
        let asked = visit.asked.as_ref().map(|sealed| open(&key, &of_visit(visit.id), sealed)).transpose()?;
        beside.push(Beside { id: visit.id, asked: asked.unwrap_or_default() });
    }
    Ok(Loaded {
        id: row.id,
        schedule: Schedule { plan, slots },
        refused: wishes.refused,
        opened: wishes.opened,
        words: place.map(|place| place.words),
        beside,
        key,
    })
}

fn seat(row: &visit_seat::Model) -> Result<Seat<MemberId>, Broken> {
    let who = || row.member_id.ok_or_else(|| Broken::stored("a seat without whoever sits there"));
    let since = || row.since.ok_or_else(|| Broken::stored("a seat since no time"));
    Ok(match row.state {
        SeatStage::Free => Seat::Free,
        SeatStage::Asked => Seat::Asked { to: who()?, since: since()? },
        // An offer of before this hour was kept had its time: others may be asked.
        SeatStage::Willing => Seat::Willing { who: who()?, since: row.since.unwrap_or_default() },
        SeatStage::Taken => {
            Seat::Taken { by: who()?, since: since()?, word: row.word.unwrap_or(Word::Given), reminded: row.reminded }
        }
    })
}

/// Everything around the plans that says what is so now.
pub(crate) struct Around {
    pub(crate) zone: Tz,
    pub(crate) now: Time,
    standings: HashMap<MemberId, Standing>,
    visiting: BTreeSet<MemberId>,
    visited: BTreeSet<MemberId>,
    /// When each is not to be written to, where she said so.
    quiet: HashMap<MemberId, Quiet>,
    apart: HashMap<MemberId, HashSet<MemberId>>,
    pub(crate) limits: BTreeMap<MemberId, Limits>,
    pub(crate) held: BTreeMap<MemberId, Vec<Engagement>>,
    pub(crate) asked_lately: BTreeMap<MemberId, Time>,
}

impl Around {
    /// Around these plans: whoever is visited, and whoever is asked or comes.
    pub(crate) async fn of(scope: &Scope<'_>, plans: &[Loaded]) -> Result<Self, Broken> {
        let mut around = Self {
            zone: charter::charter(scope).await?.zone(),
            now: scope.now(),
            standings: people::standings(scope).await?,
            visiting: consents::who_said(scope, Use::Visit).await?,
            visited: consents::who_said(scope, Use::BeVisited).await?,
            quiet: all_choices(scope).await?.into_iter().map(|(who, chosen)| (who, chosen.quiet)).collect(),
            apart: HashMap::new(),
            limits: limits::everybodys(scope).await?,
            held: limits::held(scope).await?,
            asked_lately: limits::asked_lately(scope).await?,
        };
        let people = plans.iter().flat_map(|plan| {
            let seated = plan.schedule.slots.iter().flat_map(Slot::people);
            seated.chain([plan.schedule.plan.person])
        });
        let people: BTreeSet<MemberId> = people.collect();
        around.know(scope, people).await?;
        Ok(around)
    }

    /// Looks up from whom these are kept apart.
    pub(crate) async fn know(
        &mut self,
        scope: &Scope<'_>,
        members: impl IntoIterator<Item = MemberId>,
    ) -> Result<(), Broken> {
        for member in members {
            if let std::collections::hash_map::Entry::Vacant(unknown) = self.apart.entry(member) {
                unknown.insert(apart::apart_from(scope, member).await?);
            }
        }
        Ok(())
    }

    /// Whether two are kept apart, as far as one of them was looked up: everybody who is visited, asked or comes.
    pub(crate) fn apart(&self, one: MemberId, other: MemberId) -> bool {
        let keeps = |a, b| self.apart.get(&a).is_some_and(|from| from.contains(&b));
        keeps(one, other) || keeps(other, one)
    }

    /// Whether somebody may be asked to visit at all: her yes, and no pause.
    pub(crate) fn visits(&self, member: MemberId) -> bool {
        self.standings.get(&member) == Some(&Standing::Active) && self.visiting.contains(&member)
    }

    /// From when somebody may be asked: outside the quiet hours of the group and her own (ruling 15).
    pub(crate) fn asked_from(&self, member: MemberId) -> Time {
        asked_from(self.zone, self.quiet.get(&member).copied(), self.now)
    }

    /// Kept apart, or refused by whoever is visited: the same to everything that looks.
    pub(crate) fn not_together(&self, plan: &Loaded, one: MemberId, other: MemberId) -> bool {
        let person = plan.schedule.plan.person;
        let is_refused = |a, b| a == person && plan.refused.contains(&b);
        is_refused(one, other) || is_refused(other, one) || self.apart(one, other)
    }
}

impl Loaded {
    /// The plan as it is now: what nobody did and is so all the same.
    pub(crate) fn at_present(mut self, around: &Around) -> Self {
        self.state_at_present(around);
        for place in 0..self.schedule.slots.len() {
            self.seats_as_they_are(place, around);
            self.what_time_did(place, around);
        }
        self
    }

    /// Without her yes there are no visits (IV1); while she rests they rest; when the last trace of the last visit is
    /// gone, the plan is over.
    fn state_at_present(&mut self, around: &Around) {
        let plan = &self.schedule.plan;
        if matches!(plan.state, PlanState::Ended(_)) {
            return;
        }
        let standing = around.standings.get(&plan.person).copied();
        let says_yes = around.visited.contains(&plan.person) && standing.is_some_and(Standing::is_member);
        let visits = self.schedule.slots.iter().map(|slot| slot.when(around.zone).end);
        let last = visits.chain(self.opened).max();
        // It ended then: what is erased fourteen days after the end is not kept for longer after the last visit.
        let is_over = last.filter(|last| *last + THE_REST <= around.now);
        let ends = if says_yes { is_over } else { Some(around.now) };
        if let Some(at) = ends {
            self.end(around.zone, at);
        } else if standing == Some(Standing::Paused) && plan.state == PlanState::Open {
            self.schedule.plan.state = PlanState::Paused;
        }
    }

    /// Over at that time: what is to come is not to be.
    pub(crate) fn end(&mut self, zone: Tz, at: Time) {
        self.schedule.plan.state = PlanState::Ended(at);
        for slot in &mut self.schedule.slots {
            if let Ok(cancelled) = slot.after(zone, &Event::NotToday, at) {
                *slot = cancelled;
            }
        }
    }

    /// Whoever took her yes back, rests, is refused or kept apart has no place in what is to come. Of two who are kept
    /// apart, whoever came first stays.
    fn seats_as_they_are(&mut self, place: usize, around: &Around) {
        let Some(slot) = self.schedule.slots.get(place).cloned() else { return };
        if slot.state != State::ToCome || slot.when(around.zone).start <= around.now {
            return;
        }
        let mut stay: Vec<MemberId> = Vec::new();
        for (number, seat) in (0u16..).zip(&slot.seats) {
            let Some(who) = seat.who() else { continue };
            let person = self.schedule.plan.person;
            let meets = |other: MemberId| self.not_together(around, who, other);
            if around.visits(who) && !meets(person) && !stay.iter().copied().any(meets) {
                stay.push(who);
            } else {
                self.free(place, number, around);
            }
        }
    }

    fn not_together(&self, around: &Around, one: MemberId, other: MemberId) -> bool {
        around.not_together(self, one, other)
    }

    /// A seat is free again. Where somebody had it, another one is looked for.
    pub(crate) fn free(&mut self, place: usize, seat: u16, around: &Around) {
        let (Some(slot), Some(beside)) = (self.schedule.slots.get_mut(place), self.beside.get_mut(place)) else {
            return;
        };
        if let Ok(freed) = slot.after(around.zone, &Event::Freed { seat }, around.now) {
            *slot = freed;
            // A search that runs already goes on: nobody is asked twice for one need.
            beside.asked.covers.entry(seat).or_default();
        } else if let Ok(freed) = slot.after(around.zone, &Event::LeftFree { seat }, around.now) {
            *slot = freed;
        }
    }

    /// What is due by the clock alone. Letters are not among it: they are sent when it is written down.
    fn what_time_did(&mut self, place: usize, around: &Around) {
        // Each step takes something away, so that it ends; the bound is for a rule that would not.
        for _ in 0..64 {
            let Some(slot) = self.schedule.slots.get(place) else { return };
            let is_done = |due: &Due<MemberId>| {
                matches!(due, Due::LeaveFree { .. } | Due::Doubt { .. } | Due::NotToday | Due::End)
            };
            let due = due(around.zone, &self.schedule, slot, around.now).into_iter().find(is_done);
            let Some(event) = due.and_then(Due::event) else { break };
            let Ok(next) = slot.after(around.zone, &event, around.now) else { break };
            if let Some(slot) = self.schedule.slots.get_mut(place) {
                *slot = next;
            }
            if let (Event::InDoubt { seat }, Some(beside)) = (event, self.beside.get_mut(place)) {
                beside.asked.covers.entry(seat).or_default();
            }
        }
        let begins = self.schedule.slots.get(place).map(|slot| (slot.state, slot.when(around.zone).start));
        let is_over = begins.is_some_and(|(state, start)| state != State::ToCome || start <= around.now);
        if let Some(beside) = self.beside.get_mut(place).filter(|_| is_over) {
            beside.asked = Asked::default();
        }
    }

    /// Whether what is known of the ward is old today, for a visit that somebody comes to (V3).
    pub(crate) fn is_card_old(&self, place: usize, around: &Around) -> bool {
        let is_there = self.schedule.slots.get(place).is_some_and(|slot| slot.manner == Manner::There);
        is_there && self.schedule.may_be_confirmed(rota::time::local_day(around.zone, around.now)).is_err()
    }

    /// The slot and what is beside it, by the id of the visit.
    pub(crate) fn place_of(&self, visit: VisitId) -> Option<usize> {
        self.beside.iter().position(|beside| beside.id == visit)
    }

    /// Whether somebody named beforehand may act now.
    pub(crate) fn is_held_by(&self, who: MemberId, around: &Around) -> bool {
        let today = rota::time::local_day(around.zone, around.now);
        self.schedule.plan.holder.is_some_and(|holder| holder.who == who && today <= holder.until)
            && around.standings.get(&who).is_some_and(|standing| standing.is_member())
            && !self.not_together(around, who, self.schedule.plan.person)
    }

    /// Whether two readings of a plan say the same.
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        (self.id, &self.schedule, &self.refused, &self.opened, &self.words, &self.beside)
            == (other.id, &other.schedule, &other.refused, &other.opened, &other.words, &other.beside)
    }

    /// Whether nothing of a visit is left by now, whether or not it was erased already.
    pub(crate) fn is_gone(&self, slot: &Slot<MemberId>, around: &Around) -> bool {
        around.now >= slot_goes(around.zone, &self.schedule, slot)
    }
}

/// From when somebody may be asked for something that can wait for the morning: outside the quiet hours of the group, and
/// outside her own where she said them (ruling 15).
pub(crate) fn asked_from(zone: Tz, quiet: Option<Quiet>, now: Time) -> Time {
    let from = outside_quiet_hours(zone, now);
    let hers = |quiet| Hours { quiet, urgent_at_night: false }.next(Kind::News, zone, from);
    quiet.map_or(from, hers)
}

/// Every plan as it is now, with what is around.
pub(crate) async fn all(scope: &Scope<'_>) -> Result<(Vec<Loaded>, Around), Broken> {
    let rows = rows(scope).await?;
    let around = Around::of(scope, &rows).await?;
    let plans = rows.into_iter().map(|plan| plan.at_present(&around)).collect();
    Ok((plans, around))
}
