//! The wishes of whoever is visited, and who may change what of them (`mutual-aid` V1, V2, V7, IV1-IV5, IV7).

use super::NotPossible;
use super::slot::{Event, Manner, Slot, State as SlotState};
use super::ward::Ward;
use chrono::{NaiveDate, Weekday};
use chrono_tz::Tz;
use rota::limits::Per;
use rota::time::{Window, local_day, within};
use rota::{Engagement, Limits, Stretch, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How much she wants. Hard numbers: nobody goes beyond them (V2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caps {
    /// Visits a day.
    pub a_day: u32,
    /// Visits a week.
    pub a_week: u32,
    /// People at once.
    pub at_once: u16,
    /// Minutes of a visit.
    pub minutes: u32,
}

impl Caps {
    fn are_within(&self, other: &Self) -> bool {
        let pairs = [(self.a_day, other.a_day), (self.a_week, other.a_week), (self.minutes, other.minutes)];
        self.at_once <= other.at_once && pairs.into_iter().all(|(new, old)| new <= old)
    }
}

/// Whom she would like to see (V2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Faces {
    /// Anybody whom she may see.
    #[default]
    Any,
    /// Once somebody came: only who came already.
    Same,
    /// Only who did not come yet.
    New,
}

/// Somebody she named beforehand, who acts when she cannot (V1). Dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder<P> {
    /// Who.
    pub who: P,
    /// The last day.
    pub until: NaiveDate,
}

/// Where she is visited. The words of it are kept elsewhere, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A ward, with its rules.
    Ward(Ward),
    /// At home: the address is shown for a shorter time (ruling 16).
    Home,
    /// A café, a park, a service: whatever she chose (`domain B10`).
    Elsewhere,
}

/// Where the plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// She wrote it down, for a day on which it is needed.
    Wished,
    /// Visits are made.
    Open,
    /// None, until she wants them again.
    Paused,
    /// It is over. Nothing says why, and what stands here is erased.
    Ended(Time),
}

/// A plan of visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan<P: Ord> {
    /// Whoever is visited.
    pub person: P,
    /// Whom she named to act for her.
    pub holder: Option<Holder<P>>,
    /// Those to whom she says yes beforehand.
    pub named: BTreeSet<P>,
    /// Whether others who visit may see that somebody is looked for, without a name (V8).
    pub asks_others: bool,
    /// How much she wants.
    pub caps: Caps,
    /// When.
    pub windows: Vec<Window>,
    /// Whom she would like to see.
    pub faces: Faces,
    /// Whether she would rather have calls.
    pub call_instead: bool,
    /// Until when her yes to visits holds; none: until she takes it back, which ends the plan (IV1).
    pub yes_until: Option<Time>,
    /// Where.
    pub place: Place,
    /// Where it stands.
    pub state: State,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By<P> {
    /// She herself.
    Herself,
    /// A member writes down what she asked for: by phone, at the bedside, on paper. It is her act, and both are named.
    /// Whoever asks this crate refuses it beforehand from somebody she is kept apart from.
    AtHerRequest(P),
    /// Somebody for her.
    Other(P),
}

/// What is done with a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act<P> {
    /// It opens, with these visits.
    Open(Vec<Slot<P>>),
    /// One visit more.
    Add(Slot<P>),
    /// Somebody may come.
    Name(P),
    /// Somebody may not, or no more. She isn't told; her seats to come are free.
    Unname(P),
    /// Other numbers.
    Caps(Caps),
    /// Other hours.
    Windows(Vec<Window>),
    /// Not this visit: its place in the list.
    NotToday(usize),
    /// None for a while. What is planned waits; what comes meanwhile is not to be.
    Pause,
    /// They go on.
    Resume,
    /// It is over.
    End,
}

/// A plan with its visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule<P: Ord> {
    /// The plan.
    pub plan: Plan<P>,
    /// Its visits.
    pub slots: Vec<Slot<P>>,
}

/// Somebody who would come.
#[derive(Clone, Copy, Debug)]
pub struct Visitor<'a, P> {
    /// Who.
    pub who: P,
    /// Her own limits.
    pub limits: &'a Limits,
    /// What she said yes to already.
    pub held: &'a [Engagement],
}

impl<P: Copy + Ord> Plan<P> {
    /// How many of the group may be there at once: what she wants and what the ward allows, the smaller (IV3).
    pub fn room(&self) -> u16 {
        match &self.place {
            Place::Ward(ward) => self.caps.at_once.min(ward.room()),
            Place::Home | Place::Elsewhere => self.caps.at_once,
        }
    }

    fn is_her_act(&self, by: By<P>) -> bool {
        match by {
            By::Herself | By::AtHerRequest(_) => true,
            By::Other(who) => who == self.person,
        }
    }

    fn is_held_by(&self, by: By<P>, today: NaiveDate) -> bool {
        matches!((by, self.holder), (By::Other(who), Some(holder)) if holder.who == who && today <= holder.until)
    }

    /// Whether somebody may do this: she may do everything; whom she named may open what she wrote beforehand, and from
    /// then on only make it less (IV7).
    pub fn may(&self, by: By<P>, act: &Act<P>, today: NaiveDate) -> Result<(), NotPossible> {
        let makes_less = match act {
            Act::Open(_) => self.state == State::Wished,
            Act::Unname(_) | Act::NotToday(_) | Act::Pause | Act::End => true,
            Act::Caps(caps) => caps.are_within(&self.caps),
            Act::Windows(windows) => are_within(windows, &self.windows),
            Act::Add(_) | Act::Name(_) | Act::Resume => false,
        };
        let may = self.is_her_act(by) || self.is_held_by(by, today) && makes_less;
        if may { Ok(()) } else { Err(NotPossible::NotHers) }
    }
}

/// Whether every hour of `new` is one of `old`, on the wall of any week.
fn are_within(new: &[Window], old: &[Window]) -> bool {
    let week = NaiveDate::from_isoywd_opt(2027, 20, Weekday::Mon).unwrap_or_default();
    let of_week = |window: &Window| week.iter_days().take(7).find_map(|date| window.on(Tz::UTC, date));
    new.iter().all(|window| of_week(window).is_some_and(|when| within(Tz::UTC, old, when)))
}

impl<P: Copy + Ord> Schedule<P> {
    /// After an act. What no longer fits is no longer to be: its visitors read "not this time", and no reason.
    pub fn after(mut self, zone: Tz, by: By<P>, act: Act<P>, at: Time) -> Result<Self, NotPossible> {
        self.plan.may(by, &act, local_day(zone, at))?;
        if matches!(self.plan.state, State::Ended(_)) {
            return Err(NotPossible::NotOpen);
        }
        match act {
            Act::Open(slots) => {
                if self.plan.state != State::Wished {
                    return Err(NotPossible::NotSo);
                }
                self.plan.state = State::Open;
                for slot in slots {
                    self = self.with(zone, slot)?;
                }
            }
            Act::Add(slot) => self = self.with(zone, slot)?,
            Act::Name(who) => drop(self.plan.named.insert(who)),
            Act::Unname(who) => {
                self.plan.named.remove(&who);
                self.free_seats_of(zone, who, at);
            }
            Act::Caps(caps) => {
                self.plan.caps = caps;
                self = self.without_what_no_longer_fits(zone, at);
            }
            Act::Windows(windows) => {
                self.plan.windows = windows;
                self = self.without_what_no_longer_fits(zone, at);
            }
            Act::NotToday(place) => {
                let slot = self.slots.get_mut(place).ok_or(NotPossible::NotSo)?;
                *slot = slot.after(zone, &Event::NotToday, at)?;
            }
            Act::Pause => self.plan.state = State::Paused,
            Act::Resume if self.plan.state == State::Paused => {
                self.plan.state = State::Open;
                self.slots = self.slots.into_iter().map(Slot::asked_anew).collect();
            }
            Act::Resume => return Err(NotPossible::NotSo),
            Act::End => {
                self.plan.state = State::Ended(at);
                self.cancel(zone, at);
            }
        }
        Ok(self)
    }

    fn with(mut self, zone: Tz, slot: Slot<P>) -> Result<Self, NotPossible> {
        self.fits(zone, &slot)?;
        self.slots.push(slot);
        Ok(self)
    }

    /// No visit that is not over is to be.
    fn cancel(&mut self, zone: Tz, at: Time) {
        for slot in &mut self.slots {
            if let Ok(cancelled) = slot.after(zone, &Event::NotToday, at) {
                *slot = cancelled;
            }
        }
    }

    fn free_seats_of(&mut self, zone: Tz, who: P, at: Time) {
        for slot in &mut self.slots {
            for seat in 0..u16::try_from(slot.seats.len()).unwrap_or(u16::MAX) {
                let hers = slot.seats.get(usize::from(seat)).is_some_and(|seat| seat.who() == Some(who));
                let events = [Event::LeftFree { seat }, Event::Freed { seat }];
                if let Some(freed) = events.iter().filter(|_| hers).find_map(|event| slot.after(zone, event, at).ok()) {
                    *slot = freed;
                }
            }
        }
    }

    /// Keeps the earliest of what was planned, as far as it still fits. Free seats go first; between two people nobody
    /// chooses, and the visit is not to be.
    fn without_what_no_longer_fits(mut self, zone: Tz, at: Time) -> Self {
        let mut order: Vec<usize> = (0..self.slots.len()).collect();
        order.sort_by_key(|place| self.slots.get(*place).map(|slot| slot.when(zone)));
        let mut kept = Self { plan: self.plan.clone(), slots: Vec::new() };
        for place in order {
            let Some(slot) = self.slots.get_mut(place) else { continue };
            let is_to_come = slot.state == SlotState::ToCome && slot.when(zone).start > at;
            if is_to_come {
                slot.drop_free_seats_beyond(self.plan.room());
            }
            let no_longer_fits = is_to_come && kept.fits_but_for_a_pause(zone, slot).is_err();
            if let Some(cancelled) = slot.after(zone, &Event::NotToday, at).ok().filter(|_| no_longer_fits) {
                *slot = cancelled;
            }
            kept.slots.push(slot.clone());
        }
        self
    }

    /// Whether a visit fits her wishes, the ward, and the other visits (IV1-IV3, V2, V4).
    pub fn fits(&self, zone: Tz, slot: &Slot<P>) -> Result<(), NotPossible> {
        if self.plan.state == State::Open { self.fits_but_for_a_pause(zone, slot) } else { Err(NotPossible::NotOpen) }
    }

    fn fits_but_for_a_pause(&self, zone: Tz, slot: &Slot<P>) -> Result<(), NotPossible> {
        let (plan, when) = (&self.plan, slot.when(zone));
        if plan.yes_until.is_some_and(|until| when.start >= until) {
            return Err(NotPossible::NoYes);
        }
        if plan.call_instead && slot.manner == Manner::There {
            return Err(NotPossible::CallInstead);
        }
        if slot.minutes > plan.caps.minutes {
            return Err(NotPossible::TooLong(plan.caps.minutes));
        }
        if !within(zone, &plan.windows, when) {
            return Err(NotPossible::HerHours);
        }
        self.fits_the_place(zone, slot, when)?;
        let others = || self.slots.iter().filter(|other| other.took_place());
        let shared = |per: Per| others().filter(|one| per.is_shared(zone, one.when(zone).start, when.start)).count();
        let is_full = |per, most: u32| u32::try_from(shared(per)).is_ok_and(|there| there >= most);
        if is_full(Per::Day, plan.caps.a_day) || is_full(Per::Week, plan.caps.a_week) {
            return Err(NotPossible::Enough);
        }
        Ok(())
    }

    fn fits_the_place(&self, zone: Tz, slot: &Slot<P>, when: Stretch) -> Result<(), NotPossible> {
        let there = |one: &&Slot<P>| one.manner == Manner::There && one.took_place();
        let beside =
            self.slots.iter().filter(there).filter(|one| one.when(zone).collides(&when, chrono::Duration::zero()));
        let others: usize = beside.map(|one| one.seats.len()).sum();
        let together = u16::try_from(others + slot.seats.len()).unwrap_or(u16::MAX);
        if together > self.plan.caps.at_once {
            return Err(NotPossible::HerCompany(self.plan.caps.at_once));
        }
        let Place::Ward(ward) = &self.plan.place else { return Ok(()) };
        if slot.manner == Manner::ByPhone {
            return Ok(());
        }
        // Nobody comes in any more so long before the end.
        let in_time = ward.arrive_before.as_ref().map_or(0, |fact| i64::from(fact.what));
        let last = when.end.max(when.start + chrono::Duration::minutes(in_time));
        if !within(zone, &ward.hours.what, Stretch { start: when.start, end: last }) {
            return Err(NotPossible::WardHours);
        }
        if together > ward.room() {
            return Err(NotPossible::WardCompany(ward.room()));
        }
        Ok(())
    }

    /// Whether somebody may be asked for this visit, or offer to come, with those who are there already (IV2, IV4, IV5,
    /// V2). `apart` is asked both ways.
    pub fn may_come(
        &self,
        zone: Tz,
        slot: &Slot<P>,
        visitor: &Visitor<'_, P>,
        apart: impl Fn(P, P) -> bool,
    ) -> Result<(), NotPossible> {
        let (plan, who) = (&self.plan, visitor.who);
        if plan.state != State::Open || slot.state != SlotState::ToCome {
            return Err(NotPossible::NotOpen);
        }
        let meets = |other: P| apart(who, other) || apart(other, who);
        let is_there = slot.people().any(|one| one == who);
        let wanted = (plan.asks_others || plan.named.contains(&who)) && self.is_a_face_she_wants(who);
        if who == plan.person || is_there || !wanted || meets(plan.person) || slot.people().any(meets) {
            return Err(NotPossible::NotForHer);
        }
        visitor.limits.check(zone, visitor.held, &slot.engagement(zone)).map_err(NotPossible::Limits)
    }

    fn is_a_face_she_wants(&self, who: P) -> bool {
        let came = || self.slots.iter().filter(|slot| slot.state == SlotState::Done).flat_map(Slot::visitors);
        match self.plan.faces {
            Faces::Any => true,
            Faces::Same => came().next().is_none() || came().any(|one| one == who),
            Faces::New => came().all(|one| one != who),
        }
    }

    /// Whether a visitor's word may be taken the day before: an old card of the ward is asked anew first (V3).
    pub fn may_be_confirmed(&self, today: NaiveDate) -> Result<(), NotPossible> {
        match &self.plan.place {
            Place::Ward(ward) if ward.is_old(today) => Err(NotPossible::OldCard),
            _ => Ok(()),
        }
    }

    /// Whether a visit may begin: her yes of today, and the ward's (`domain` 2.9, the two keys).
    pub fn may_begin(&self, zone: Tz, slot: &Slot<P>, now: Time) -> Result<(), NotPossible> {
        if self.plan.state != State::Open {
            return Err(NotPossible::NotOpen);
        }
        if slot.manner == Manner::There {
            self.may_be_confirmed(local_day(zone, now))?;
        }
        let today = Some(local_day(zone, now));
        let ward_says_so = match &self.plan.place {
            Place::Ward(ward) if slot.manner == Manner::There && ward.says_yes_each_day() => slot.wards_yes == today,
            _ => true,
        };
        if slot.her_yes == today && ward_says_so { Ok(()) } else { Err(NotPossible::NotToday) }
    }
}
