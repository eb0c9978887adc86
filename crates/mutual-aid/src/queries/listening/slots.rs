//! The slots of some days with whoever took them, and who may be put together.

use crate::ListeningId;
use crate::entities::listening::{listener, listening, listening_take};
use crate::queries::circle::engagements;
use crate::rules::listening::{Listener, Slot, Taker};
use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use commons::clock::{Tz, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::{apart, charter, consents, people};
use membership::rules::consent::Use;
use membership::rules::standing::Standing;
use rota::limits::{Cap, Per};
use rota::time::Window;
use rota::{Engagement, Kind, Limits, Stretch};
use sea_orm::ColumnTrait;
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
    circle: Vec<(MemberId, Engagement)>,
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
        Ok(Self { zone, slots, ready, loose, circle: engagements(scope, zone).await? })
    }

    pub(crate) fn at(&self, at: At) -> Option<&Placed> {
        self.slots.iter().find(|placed| placed.at == at)
    }

    /// What she said yes to, here and in circles.
    pub(crate) fn held(&self, who: MemberId) -> Vec<Engagement> {
        let hers = self.slots.iter().filter(|placed| placed.slot.takers.iter().any(|taker| taker.who == who));
        let hers = hers.map(|placed| Engagement { when: placed.slot.when, kind: Kind::Listening });
        hers.chain(self.circle.iter().filter(|(one, _)| *one == who).map(|(_, held)| *held)).collect()
    }

    /// What she gives. Her hours say when she may be asked; what she takes by herself may lie elsewhere.
    pub(crate) fn limits(&self, who: MemberId, asked: bool) -> Option<Limits> {
        let row = self.ready.get(&who)?;
        let windows = if asked { windows_of(row) } else { Window::every_day(NaiveTime::MIN, NaiveTime::MIN).to_vec() };
        let most = u32::try_from(row.weekly_most).unwrap_or_default();
        Some(Limits {
            yes_to: BTreeSet::from([Kind::Listening]),
            windows,
            caps: vec![Cap { kind: Some(Kind::Listening), per: Per::Week, most }],
            ..Limits::default()
        })
    }

    /// Asks something of her as a listener.
    pub(crate) fn listener<T>(
        &self,
        who: MemberId,
        asked: bool,
        ask: impl FnOnce(&Listener<'_, MemberId>) -> T,
    ) -> Option<T> {
        let (row, limits, held) = (self.ready.get(&who)?, self.limits(who, asked)?, self.held(who));
        Some(ask(&Listener { taker: Taker { who, alone: row.alone }, limits: &limits, held: &held }))
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
    if !(comes_back(hours, day) || !takers.is_empty()) {
        return None;
    }
    let when = Stretch::on_the_wall(zone, day, time_of(hours.from_minute), u32::try_from(hours.minutes).ok()?);
    Some(Placed { at: At { hours: hours.id, day }, slot: Slot { when, takers } })
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
            if !found.0.contains_key(&one) {
                found.0.insert(one, apart::apart_from(scope, one).await?);
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
