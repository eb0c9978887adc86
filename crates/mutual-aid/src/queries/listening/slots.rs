//! The slots of some days with whoever took them, and who may be put together.

use crate::ListeningId;
use crate::entities::listening::{listener, listening, listening_take};
use crate::queries::limits;
use crate::rules::listening::{Listener, Slot, Taker};
use chrono::{Days, Duration, NaiveDate, NaiveTime, Weekday};
use commons::clock::{Time, Tz, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::{apart, charter, consents, people};
use membership::rules::consent::Use;
use membership::rules::standing::Standing;
use rota::limits::{Cap, Per};
use rota::opening::Watch;
use rota::time::{Window, within};
use rota::{Engagement, Kind, Limits, Stretch};
use sea_orm::ColumnTrait;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;
use std::str::FromStr;

/// For so many days ahead slots are shown and taken.
const AHEAD: Days = Days::new(28);
/// So many days back are read: who rests between two slots, and who is offered to talk of one that is over.
const BACK: Days = Days::new(8);

/// One slot: which hours, and of which day. Written `<id>.<day>` in forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The hours.
    pub hours: ListeningId,
    /// The day on which it begins.
    pub day: NaiveDate,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.hours, self.day)
    }
}

/// Words that name no slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no slot of listening")]
pub struct NoSlot;

impl FromStr for At {
    type Err = NoSlot;
    fn from_str(words: &str) -> Result<Self, NoSlot> {
        let (hours, day) = words.split_once('.').ok_or(NoSlot)?;
        Ok(Self { hours: hours.parse().map_err(|_| NoSlot)?, day: day.parse().map_err(|_| NoSlot)? })
    }
}

/// A slot, and which it is.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) at: At,
    pub(crate) slot: Slot<MemberId>,
}

/// Everything that is asked about listening, read once.
#[derive(Debug)]
pub(crate) struct Listening {
    pub(crate) zone: Tz,
    /// In the order of time.
    pub(crate) slots: Vec<Placed>,
    /// Those who may be asked and shown: a yes, settings, and no pause.
    pub(crate) ready: BTreeMap<MemberId, listener::Model>,
    /// Rows of people who said no meanwhile, or rest.
    pub(crate) loose: Vec<listening_take::Model>,
    /// What she said of her own limits, for everything that asks her.
    own: BTreeMap<MemberId, Limits>,
    /// Who wants to hear when somebody is missing, and when she last did.
    pub(crate) watching: Vec<(MemberId, Watch, Option<Time>)>,
    held: BTreeMap<MemberId, Vec<Engagement>>,
}

/// Where her number is sealed.
pub(crate) fn number_place(member: MemberId) -> String {
    format!("listener/{member}/number")
}

impl Listening {
    pub(crate) async fn read(scope: &Scope<'_>) -> Result<Self, Broken> {
        let zone = charter::charter(scope).await?.zone();
        let today = local_day(zone, scope.now());
        let (first, last) = (today - BACK, today + AHEAD);
        let ready = ready(scope).await?;
        let hours = scope.find::<listening::Entity>().all().await?;
        use listening_take::Column;
        let takes = scope.find::<listening_take::Entity>().filter(Column::Day.gte(first)).all().await?;
        let (kept, loose): (Vec<_>, Vec<_>) = takes.into_iter().partition(|take| ready.contains_key(&take.member_id));
        let mut slots = Vec::new();
        for hours in &hours {
            for day in first.iter_days().take_while(|day| *day <= last) {
                slots.extend(placed(zone, hours, day, &kept, &ready));
            }
        }
        slots.sort_by_key(|placed| (placed.slot.when, placed.at));
        let mut said = limits::said(scope).await?;
        said.retain(|member, _| ready.contains_key(member));
        let watches = said.iter().filter(|(_, own)| !own.enough && own.watch.kinds.contains(&Kind::Listening));
        let watching = watches.map(|(member, own)| (*member, own.watch.clone(), own.heard)).collect();
        let kinds = BTreeSet::from([Kind::Listening]);
        let own =
            said.into_iter().map(|(member, own)| (member, own.limits(zone, scope.now(), kinds.clone()))).collect();
        Ok(Self { zone, slots, ready, loose, own, watching, held: limits::held(scope).await? })
    }

    pub(crate) fn at(&self, at: At) -> Option<&Placed> {
        self.slots.iter().find(|placed| placed.at == at)
    }

    /// What she gives. Her hours, her days away and "enough for now" say when she may be asked; what she takes by
    /// herself may lie elsewhere. How often at most and how much rest hold for both.
    fn limits(&self, who: MemberId, asked: bool) -> Option<Limits> {
        let row = self.ready.get(&who)?;
        let own = self.own.get(&who).cloned().unwrap_or_default();
        let (windows, away) = if asked {
            (windows_of(row), own.away)
        } else {
            (Window::every_day(NaiveTime::MIN, NaiveTime::MIN).to_vec(), Vec::new())
        };
        let most = u32::try_from(row.weekly_most).unwrap_or_default();
        let mut caps = own.caps;
        caps.push(Cap { kind: Some(Kind::Listening), per: Per::Week, most });
        Some(Limits { yes_to: BTreeSet::from([Kind::Listening]), windows, caps, rests: own.rests, away })
    }

    /// Asks something of her as a listener.
    pub(crate) fn listener<T>(
        &self,
        who: MemberId,
        asked: bool,
        ask: impl FnOnce(&Listener<'_, MemberId>) -> T,
    ) -> Option<T> {
        let (row, limits) = (self.ready.get(&who)?, self.limits(who, asked)?);
        let held = self.held.get(&who).map(Vec::as_slice).unwrap_or_default();
        Some(ask(&Listener { taker: Taker { who, alone: row.alone }, limits: &limits, held }))
    }

    /// Whether she may be asked to take it as things are now: within her hours and limits, and not beside somebody she
    /// is kept apart from.
    pub(crate) fn may_ask(&self, who: MemberId, placed: &Placed, now: Time, apart: &Apart) -> bool {
        let is_apart = |one, other| apart.holds(one, other);
        let fits = self.listener(who, true, |her| placed.slot.may_take(self.zone, now, her, is_apart).is_ok());
        fits == Some(true) && self.is_in_own_hours(who, placed.slot.when)
    }

    /// Whether it lies in the hours that she gives to everything. Where she said none, those of listening are enough.
    fn is_in_own_hours(&self, who: MemberId, when: Stretch) -> bool {
        self.own.get(&who).is_none_or(|own| own.windows.is_empty() || within(self.zone, &own.windows, when))
    }

    /// Whether nothing is to be proposed to her for then: she is away, or has given enough for now.
    pub(crate) fn is_away(&self, who: MemberId, when: Stretch) -> bool {
        let collides = |away: &Stretch| away.collides(&when, Duration::zero());
        self.own.get(&who).is_some_and(|own| own.away.iter().any(collides))
    }
}

async fn ready(scope: &Scope<'_>) -> Result<BTreeMap<MemberId, listener::Model>, Broken> {
    let rows = scope.find::<listener::Entity>().all().await?;
    if rows.is_empty() {
        return Ok(BTreeMap::new());
    }
    let (yes, standings) = (consents::who_said(scope, Use::Listen).await?, people::standings(scope).await?);
    let is_ready = |row: &listener::Model| {
        yes.contains(&row.member_id) && standings.get(&row.member_id) == Some(&Standing::Active)
    };
    Ok(rows.into_iter().filter(is_ready).map(|row| (row.member_id, row)).collect())
}

/// The slot of hours on a day: where they come back on it, or somebody took it before they were given up.
fn placed(
    zone: Tz,
    hours: &listening::Model,
    day: NaiveDate,
    takes: &[listening_take::Model],
    ready: &BTreeMap<MemberId, listener::Model>,
) -> Option<Placed> {
    let hers = takes.iter().filter(|take| take.listening_id == hours.id && take.day == day);
    let takers: Vec<Taker<MemberId>> = hers
        .filter_map(|take| ready.get(&take.member_id).map(|row| Taker { who: take.member_id, alone: row.alone }))
        .collect();
    if !comes_back(hours, day) && takers.is_empty() {
        return None;
    }
    Some(Placed { at: At { hours: hours.id, day }, slot: Slot { when: when(zone, hours, day)?, takers } })
}

fn when(zone: Tz, hours: &listening::Model, day: NaiveDate) -> Option<Stretch> {
    Some(Stretch::on_the_wall(zone, day, time_of(hours.from_minute), u32::try_from(hours.minutes).ok()?))
}

/// Slots that people took, as far as they are kept: to come, and those of the last days.
pub(crate) async fn held(scope: &Scope<'_>, zone: Tz) -> Result<Vec<(MemberId, Engagement)>, Broken> {
    let takes = scope.find::<listening_take::Entity>().all().await?;
    if takes.is_empty() {
        return Ok(Vec::new());
    }
    let (ready, hours) = (ready(scope).await?, scope.find::<listening::Entity>().all().await?);
    let kept = takes.iter().filter(|take| ready.contains_key(&take.member_id));
    let held = kept.filter_map(|take| {
        let hours = hours.iter().find(|hours| hours.id == take.listening_id)?;
        Some((take.member_id, Engagement { when: when(zone, hours, take.day)?, kind: Kind::Listening }))
    });
    Ok(held.collect())
}

fn comes_back(hours: &listening::Model, day: NaiveDate) -> bool {
    let weeks = (day - hours.first_day).num_days();
    weeks >= 0 && weeks % 7 == 0 && hours.last_day.is_none_or(|last| day <= last)
}

/// Minutes after midnight as a time on the wall.
pub(crate) fn time_of(minute: i32) -> NaiveTime {
    let seconds = u32::try_from(minute).unwrap_or_default().saturating_mul(60);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default()
}

/// When she may be asked, day by day.
fn windows_of(row: &listener::Model) -> Vec<Window> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let from = time_of(row.from_minute);
    let until = time_of((row.from_minute + row.minutes) % (24 * 60));
    let days = [Mon, Tue, Wed, Thu, Fri, Sat, Sun].into_iter().enumerate();
    days.filter(|(bit, _)| row.days & (1 << bit) != 0).map(|(_, day)| Window { day, from, until }).collect()
}

/// Who is kept apart from some people, asked once.
#[derive(Debug, Default)]
pub(crate) struct Apart(BTreeMap<MemberId, HashSet<MemberId>>);

impl Apart {
    pub(crate) async fn of(scope: &Scope<'_>, people: impl IntoIterator<Item = MemberId>) -> Result<Self, Broken> {
        let mut found = Self::default();
        for one in people {
            if let Entry::Vacant(unknown) = found.0.entry(one) {
                unknown.insert(apart::apart_from(scope, one).await?);
            }
        }
        Ok(found)
    }

    /// Whether two are kept apart; one of them is among those it was asked for.
    pub(crate) fn holds(&self, one: MemberId, other: MemberId) -> bool {
        let said = |a: MemberId, b: MemberId| self.0.get(&a).is_some_and(|from| from.contains(&b));
        said(one, other) || said(other, one)
    }
}
