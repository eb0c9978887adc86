//! What one person sees of visits. [`sight`] decides; nothing else here shows anybody anything.

use super::load::{Around, Loaded, all};
use super::search::{because, could_come, seat_for};
use crate::queries::limits;
use crate::rules::hours::Hours;
use crate::rules::visits::ladder::{
    Offer, WORD_ASKED, after_nobody_came, asks_whether_it_is_over, evening_before, may_say_nobody_came, place_shown,
};
use crate::rules::visits::plan::{Faces, Holder, Place, State as PlanState};
use crate::rules::visits::sheets::{of_visitor, torn_up_on};
use crate::rules::visits::sight::{Part, Reader, Sight, place_goes, plan_goes, sight};
use crate::rules::visits::slot::{Manner, Seat, Slot, State, Word};
use crate::rules::visits::ward::Ward;
use crate::rules::visits::{Caps, NotPossible};
use crate::{VisitId, VisitPlanId};
use chrono::NaiveDate;
use commons::clock::{Time, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use membership::commands::read_contact::number_of_visit_call;
use rota::proposals::Because;
use std::collections::BTreeSet;

/// A visit that she makes, as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyVisit {
    /// Which.
    pub id: VisitId,
    /// When it begins.
    pub starts: Time,
    /// Whether it is a call.
    pub by_phone: bool,
    /// Where it stands.
    pub state: State,
    /// Whether she is asked if it still holds.
    pub asks_word: bool,
    /// Whether visits rest: nobody goes for now.
    pub rests: bool,
}

/// Somebody is looked for: a day and half of one, and no name (V8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which visit; its page shows nothing before both said yes.
    pub visit: VisitId,
    /// The day.
    pub date: NaiveDate,
    /// Roughly when.
    pub part: Part,
    /// Whether it is a call.
    pub by_phone: bool,
    /// Whether she herself is asked, rather than seeing that somebody is looked for.
    pub asks_her: bool,
    /// Whether it is a search, in which she may say "if nobody else can".
    pub is_search: bool,
    /// Whether she said yes, and whoever is visited has not answered.
    pub waits: bool,
    /// Whether she said that she would come if nobody else does.
    pub if_nobody: bool,
    /// Why it is proposed to her.
    pub because: Vec<Because>,
}

/// A plan as a line, for whoever is visited and whoever she named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// Which.
    pub id: VisitPlanId,
    /// Who is visited.
    pub person: MemberId,
    /// Where it stands.
    pub state: PlanState,
    /// The next visit, if there is one.
    pub next: Option<Time>,
    /// How many wait for her yes: people who would come.
    pub to_welcome: usize,
    /// Whether the reader is asked if it is over.
    pub asks_whether_over: bool,
}

/// What waits for one person, and what she sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// Visits that she makes, by time.
    pub mine: Vec<MyVisit>,
    /// What is proposed to her, by day.
    pub asks: Vec<Ask>,
    /// Plans for her, and those that she keeps for somebody.
    pub plans: Vec<PlanLine>,
    /// Whether her own plan is kept: then she opens no second one.
    pub has_plan: bool,
    /// Whether somebody said yes to her beforehand for a visit with a free seat, and she never said what she gives: nothing can
    /// be proposed to her before that. Nobody is named.
    pub is_hoped_for: bool,
}

/// Where a visit is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Where {
    /// The place, in the words of whoever is visited.
    pub words: String,
    /// What it is: `ward`, `home` or `elsewhere`.
    pub kind: &'static str,
    /// What is known of the ward.
    pub ward: Option<Ward>,
    /// Whether somebody has to ask the ward again.
    pub is_old: bool,
}

/// A seat, as whoever is visited sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatSeen {
    /// Its number.
    pub number: u16,
    /// Who would come: whoever is visited is asked.
    pub would_come: Option<MemberId>,
    /// Who comes.
    pub comes: Option<MemberId>,
}

/// What can be done with a visit that nobody came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Whom one call goes to: is all well with her?
    pub call: Vec<MemberId>,
}

/// One visit, as somebody sees it who makes it, receives it, or keeps the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitSeen {
    /// Which.
    pub id: VisitId,
    /// Its plan, for whoever may change it.
    pub plan: Option<VisitPlanId>,
    /// Who is visited.
    pub person: MemberId,
    /// When it begins.
    pub starts: Time,
    /// How long, in minutes.
    pub minutes: u32,
    /// Whether it is a call.
    pub by_phone: bool,
    /// Where it stands.
    pub state: State,
    /// Whether the plan rests: nobody goes there until whoever is visited wants visits again.
    pub rests: bool,
    /// Who comes, the reader too.
    pub visitors: Vec<MemberId>,
    /// Its seats, for whoever may change the plan.
    pub seats: Vec<SeatSeen>,
    /// The reader's own seat, when she comes.
    pub mine: Option<u16>,
    /// Whether she is asked if it still holds.
    pub asks_word: bool,
    /// Whether her word stands.
    pub word_holds: bool,
    /// Where, when it is shown now.
    pub place: Option<Where>,
    /// From when it will be shown, when that is later.
    pub place_from: Option<Time>,
    /// Whether whoever is visited said yes today.
    pub her_yes: bool,
    /// Whether the ward did; none where no ward is asked.
    pub wards_yes: Option<bool>,
    /// Whether it is the day of the visit and it has not begun.
    pub is_today: bool,
    /// Whether it may begin now.
    pub may_begin: bool,
    /// Whether "nobody came" is offered.
    pub may_say_nobody: bool,
    /// After nobody came.
    pub closing: Option<Closing>,
    /// Whether the reader may write down what a visitor without a screen says of it.
    pub may_note: bool,
    /// Whether she may open the number for a call that she makes, and the number once she did today.
    pub may_open_number: bool,
    /// The number.
    pub number: Option<String>,
    /// Whether it is over or not to be: nothing is done with it any more.
    pub is_over: bool,
}

/// A plan, as whoever is visited sees it, and whoever she named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSeen {
    /// Which.
    pub id: VisitPlanId,
    /// Who is visited.
    pub person: MemberId,
    /// Whether the reader is she.
    pub is_hers: bool,
    /// Whom she named.
    pub holder: Option<Holder<MemberId>>,
    /// Where it stands.
    pub state: PlanState,
    /// Its visits, by time.
    pub visits: Vec<VisitSeen>,
    /// Those to whom she says yes.
    pub named: BTreeSet<MemberId>,
    /// Those to whom she says no: for her own eyes, and empty for anybody else's.
    pub refused: BTreeSet<MemberId>,
    /// Whether others who visit may see that somebody is looked for.
    pub asks_others: bool,
    /// How much she wants.
    pub caps: Caps,
    /// When.
    pub hours: Hours,
    /// Whom she would like to see.
    pub faces: Faces,
    /// Whether she would rather have calls.
    pub call_instead: bool,
    /// Where; none once it was erased.
    pub place: Option<Where>,
    /// Whether the reader is asked if it is over.
    pub asks_whether_over: bool,
    /// When nothing of it is left, once it ended.
    pub goes_at: Option<Time>,
    /// When the place goes.
    pub place_goes_at: Option<Time>,
    /// The day on which any sheet of it is torn up at the latest.
    pub torn_up_on: Option<NaiveDate>,
}

/// A line of her own sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// The day.
    pub date: NaiveDate,
    /// When it begins.
    pub starts: Time,
    /// How long, in minutes.
    pub minutes: u32,
    /// Whether it is a call.
    pub by_phone: bool,
    /// Where and what the ward asks, as far as it may stand on paper today.
    pub place: Option<Where>,
    /// Until which day the place may stand there.
    pub place_until: Option<NaiveDate>,
}

fn reader(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Reader<MemberId> {
    let said_no = plan.beside.get(place).is_some_and(|beside| beside.asked.passed.contains(&who));
    let could_come =
        !said_no && could_come(plan, place, who, around).is_ok() && seat_for(plan, place, who, around).is_some();
    Reader { who, could_come }
}

/// What somebody sees of one visit.
pub(crate) fn seen_by(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Sight {
    let Some(slot) = plan.schedule.slots.get(place) else { return Sight::Nothing };
    let holds = plan.schedule.plan.holder.is_some_and(|holder| holder.who == who);
    if holds && !plan.is_held_by(who, around) {
        // A holder who is kept apart by now, or whose days are over, is as anybody.
        return offered_to(plan, place, who, around);
    }
    sight_of(plan, slot, reader(plan, place, who, around), around)
}

/// What she sees of one visit as somebody who could make it: whoever keeps the plan may come too, and says yes like anybody.
pub(crate) fn offered_to(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Sight {
    let mut plan = plan.clone();
    plan.schedule.plan.holder = None;
    plan.schedule
        .slots
        .get(place)
        .map_or(Sight::Nothing, |slot| sight_of(&plan, slot, reader(&plan, place, who, around), around))
}

/// Whether the number of whoever wished for a call is hers to open: she makes the call, it is to come, and it is the evening
/// before or later.
pub(crate) fn shows_number(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> bool {
    let Some(slot) = plan.schedule.slots.get(place) else { return false };
    let is_hers = slot.taken_since(who).is_some()
        && matches!(seen_by(plan, place, who, around), Sight::Visit { .. } | Sight::Whole);
    let is_to_come = matches!(slot.state, State::ToCome | State::Begun) && around.now < slot.when(around.zone).end;
    let goes_on = plan.schedule.plan.state == PlanState::Open;
    let is_time = around.now >= evening_before(around.zone, slot);
    slot.manner == Manner::ByPhone && is_hers && is_to_come && goes_on && is_time
}

/// Whether somebody may write down what a visitor without a screen says of this visit: she who is visited, whom she named, and
/// whoever comes, as long as it is to come.
pub(crate) fn may_note(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> bool {
    let Some(slot) = plan.schedule.slots.get(place) else { return false };
    let knows = matches!(seen_by(plan, place, who, around), Sight::Whole | Sight::Visit { .. });
    knows && slot.state == State::ToCome && slot.when(around.zone).start > around.now
}

fn sight_of(plan: &Loaded, slot: &Slot<MemberId>, reader: Reader<MemberId>, around: &Around) -> Sight {
    let apart = |one, other| around.not_together(plan, one, other);
    sight(around.zone, &plan.schedule, slot, reader, around.now, apart)
}

/// What waits for one person.
///
/// # Errors
/// When the store fails.
pub async fn home(scope: &Scope<'_>, who: MemberId) -> Result<Home, Broken> {
    let (plans, around) = all(scope).await?;
    let mut home = Home::default();
    for plan in &plans {
        line_of(plan, who, &around, &mut home);
        for (place, slot) in plan.schedule.slots.iter().enumerate() {
            slot_of(plan, place, slot, who, &around, &mut home);
        }
    }
    let is_hoped_for = plans.iter().any(|plan| hopes_for(plan, who, &around));
    home.is_hoped_for = is_hoped_for && !limits::has_said(scope, who).await?;
    home.mine.sort_by_key(|one| (one.starts, one.id));
    home.asks.sort_by_key(|one| (one.waits, !one.asks_her, one.date, one.visit));
    Ok(home)
}

/// Whether she is one of those who are named, and a seat of a visit to come is free.
fn hopes_for(plan: &Loaded, who: MemberId, around: &Around) -> bool {
    let wishes = &plan.schedule.plan;
    let is_free = |slot: &Slot<MemberId>| {
        slot.state == State::ToCome && slot.when(around.zone).start > around.now && slot.has_a_free_seat()
    };
    wishes.state == PlanState::Open
        && wishes.named.contains(&who)
        && !around.not_together(plan, who, wishes.person)
        && plan.schedule.slots.iter().any(is_free)
}

fn line_of(plan: &Loaded, who: MemberId, around: &Around, home: &mut Home) {
    let (hers, kept) = (plan.schedule.plan.person == who, plan.is_held_by(who, around));
    let gone = plan_goes(&plan.schedule).is_some_and(|at| at <= around.now);
    if gone || !hers && !kept {
        return;
    }
    home.has_plan |= hers && !matches!(plan.schedule.plan.state, PlanState::Ended(_));
    let to_come = |slot: &&Slot<MemberId>| slot.state == State::ToCome && slot.when(around.zone).end > around.now;
    let slots = || plan.schedule.slots.iter().filter(to_come);
    let willing = slots().flat_map(|slot| &slot.seats).filter(|seat| matches!(seat, Seat::Willing { .. }));
    home.plans.push(PlanLine {
        id: plan.id,
        person: plan.schedule.plan.person,
        state: plan.schedule.plan.state,
        next: slots().map(|slot| slot.when(around.zone).start).min(),
        to_welcome: willing.count(),
        asks_whether_over: asks_whether_it_is_over(around.zone, &plan.schedule, around.now),
    });
}

fn slot_of(plan: &Loaded, place: usize, slot: &Slot<MemberId>, who: MemberId, around: &Around, home: &mut Home) {
    let Some(beside) = plan.beside.get(place) else { return };
    let by_phone = slot.manner == Manner::ByPhone;
    match offered_to(plan, place, who, around) {
        Sight::SomebodyIsLookedFor { date, part } => {
            let waits = slot.seats.iter().any(|seat| matches!(seat, Seat::Willing { who: one, .. } if *one == who));
            let is_search = beside
                .asked
                .covers
                .values()
                .any(|events| rota::cover::Cover::replayed(slot.when(around.zone).start, events).is_asking(who));
            let asks_her = slot.asks(who) && !waits || is_search;
            let because = because(plan, place, who, around);
            let if_nobody =
                beside.asked.covers.values().any(|events| {
                    rota::cover::Cover::replayed(slot.when(around.zone).start, events).is_in_reserve(who)
                });
            home.asks.push(Ask {
                visit: beside.id,
                date,
                part,
                by_phone,
                asks_her,
                is_search,
                waits,
                if_nobody,
                because,
            });
        }
        Sight::Visit { .. } if slot.taken_since(who).is_some() && !is_over(slot, around) => {
            home.mine.push(MyVisit {
                id: beside.id,
                starts: slot.when(around.zone).start,
                by_phone,
                state: slot.state,
                asks_word: asks_word(plan, slot, who, around),
                rests: plan.schedule.plan.state == PlanState::Paused && slot.state == State::ToCome,
            });
        }
        Sight::Visit { .. } | Sight::Whole | Sight::Nothing => {}
    }
}

fn is_over(slot: &Slot<MemberId>, around: &Around) -> bool {
    match slot.state {
        State::Done => true,
        State::NotToday | State::NobodyCame => slot.when(around.zone).end <= around.now,
        State::ToCome | State::Begun => false,
    }
}

/// From a day before on, until she said that it holds.
fn asks_word(plan: &Loaded, slot: &Slot<MemberId>, who: MemberId, around: &Around) -> bool {
    let is_open = plan.schedule.plan.state == PlanState::Open;
    let start = slot.when(around.zone).start;
    let hers = slot.seats.iter().find(|seat| seat.taken().is_some_and(|(by, _)| by == who));
    let waits = matches!(hers, Some(Seat::Taken { word: Word::Given | Word::Asked | Word::Doubtful, .. }));
    is_open && waits && slot.state == State::ToCome && around.now >= start - WORD_ASKED && around.now < start
}

fn place_of(plan: &Loaded, around: &Around) -> Option<Where> {
    if place_goes(&plan.schedule).is_some_and(|at| at <= around.now) {
        return None;
    }
    let words = plan.words.clone()?;
    let today = local_day(around.zone, around.now);
    let (kind, ward) = match &plan.schedule.plan.place {
        Place::Ward(ward) => ("ward", Some(ward.clone())),
        Place::Home => ("home", None),
        Place::Elsewhere => ("elsewhere", None),
    };
    let is_old = plan.schedule.may_be_confirmed(today) == Err(NotPossible::OldCard);
    Some(Where { words, kind, ward, is_old })
}

/// One visit for one person.
///
/// # Errors
/// When there is nothing there for her, whatever the reason.
pub async fn one(scope: &Scope<'_>, id: VisitId, who: MemberId) -> Result<VisitSeen, No> {
    let (plans, around) = all(scope).await?;
    let found = plans.iter().find_map(|plan| Some((plan, plan.place_of(id)?)));
    let (plan, place) = found.ok_or(No::NotFound)?;
    let mut seen = visit_seen(plan, place, who, &around).ok_or(No::NotFound)?;
    if seen.may_open_number {
        seen.number = number_of_visit_call(scope, who, seen.person).await?;
    }
    Ok(seen)
}

fn visit_seen(plan: &Loaded, place: usize, who: MemberId, around: &Around) -> Option<VisitSeen> {
    let (slot, beside) = (plan.schedule.slots.get(place)?, plan.beside.get(place)?);
    let (whole, shows_place) = match seen_by(plan, place, who, around) {
        Sight::Whole => (true, true),
        Sight::Visit { place } => (false, place),
        Sight::SomebodyIsLookedFor { .. } | Sight::Nothing => return None,
    };
    let when = slot.when(around.zone);
    let today = local_day(around.zone, around.now);
    let since = slot.taken_since(who);
    let shown = since.map(|since| place_shown(around.zone, &plan.schedule.plan.place, slot, since).0);
    let is_of_ward = matches!(&plan.schedule.plan.place, Place::Ward(ward) if ward.says_yes_each_day());
    let seat = |(number, seat): (u16, &Seat<MemberId>)| SeatSeen {
        number,
        would_come: if let Seat::Willing { who, .. } = seat { Some(*who) } else { None },
        comes: seat.taken().map(|(who, _)| who),
    };
    let mine = (0u16..).zip(&slot.seats).find(|(_, seat)| seat.taken().is_some_and(|(by, _)| by == who));
    let word_holds = matches!(mine, Some((_, Seat::Taken { word: Word::Held, .. })));
    let may_say_nobody = whole && may_say_nobody_came(around.zone, slot, around.now);
    let offers = after_nobody_came(slot);
    let call = offers.iter().filter_map(|offer| match offer {
        Offer::CallTheVisitor(who) => Some(*who),
        Offer::AnotherVisit | Offer::CallNow => None,
    });
    let closing = (whole && !offers.is_empty()).then(|| Closing { call: call.collect() });
    Some(VisitSeen {
        id: beside.id,
        plan: whole.then_some(plan.id),
        person: plan.schedule.plan.person,
        starts: when.start,
        minutes: slot.minutes,
        by_phone: slot.manner == Manner::ByPhone,
        state: slot.state,
        rests: plan.schedule.plan.state == PlanState::Paused,
        visitors: slot.visitors().collect(),
        seats: if whole { (0u16..).zip(&slot.seats).map(seat).collect() } else { Vec::new() },
        mine: mine.map(|(number, _)| number),
        asks_word: asks_word(plan, slot, who, around),
        word_holds,
        // Whoever calls need not know where.
        place: if shows_place && (whole || slot.manner == Manner::There) { place_of(plan, around) } else { None },
        place_from: shown.filter(|from| *from > around.now && slot.state == State::ToCome),
        her_yes: slot.her_yes == Some(today),
        wards_yes: (is_of_ward && slot.manner == Manner::There).then_some(slot.wards_yes == Some(today)),
        is_today: slot.date == today && slot.state == State::ToCome && when.end > around.now,
        may_begin: slot.date == today
            && slot.state == State::ToCome
            && plan.schedule.may_begin(around.zone, slot, around.now).is_ok(),
        may_say_nobody,
        may_note: may_note(plan, place, who, around),
        may_open_number: shows_number(plan, place, who, around),
        number: None,
        closing,
        is_over: !matches!(slot.state, State::ToCome | State::Begun),
    })
}

/// A plan for whoever is visited, and for whoever she named.
///
/// # Errors
/// When there is none for this reader.
pub async fn plan(scope: &Scope<'_>, id: VisitPlanId, who: MemberId) -> Result<PlanSeen, No> {
    let (plans, around) = all(scope).await?;
    let plan = plans.iter().find(|plan| plan.id == id).ok_or(No::NotFound)?;
    let is_hers = plan.schedule.plan.person == who;
    let gone = plan_goes(&plan.schedule).is_some_and(|at| at <= around.now);
    if gone || !is_hers && !plan.is_held_by(who, &around) {
        return Err(No::NotFound);
    }
    let mut visits: Vec<VisitSeen> =
        (0..plan.schedule.slots.len()).filter_map(|place| visit_seen(plan, place, who, &around)).collect();
    visits.sort_by_key(|visit| (visit.starts, visit.id));
    let wishes = &plan.schedule.plan;
    Ok(PlanSeen {
        id,
        person: wishes.person,
        is_hers,
        holder: wishes.holder,
        state: wishes.state,
        visits,
        named: wishes.named.clone(),
        refused: if is_hers { plan.refused.clone() } else { BTreeSet::new() },
        asks_others: wishes.asks_others,
        caps: wishes.caps,
        hours: Hours::of(&wishes.windows),
        faces: wishes.faces,
        call_instead: wishes.call_instead,
        place: place_of(plan, &around),
        asks_whether_over: asks_whether_it_is_over(around.zone, &plan.schedule, around.now),
        goes_at: plan_goes(&plan.schedule),
        place_goes_at: place_goes(&plan.schedule),
        torn_up_on: torn_up_on(around.zone, &plan.schedule),
    })
}

/// Her own visits to come, for paper: no name of whoever is visited, and no other's visit (V12).
///
/// # Errors
/// When the store fails.
pub async fn my_sheet(scope: &Scope<'_>, who: MemberId) -> Result<Vec<SheetLine>, Broken> {
    let (plans, around) = all(scope).await?;
    let mut lines = Vec::new();
    // Nobody goes where visits rest: they are on no sheet.
    let is_hers = |plan: &&Loaded| {
        let paused = plan.schedule.plan.state == PlanState::Paused;
        !paused && !around.not_together(plan, who, plan.schedule.plan.person)
    };
    for plan in plans.iter().filter(is_hers) {
        for line in of_visitor(around.zone, &plan.schedule, who, around.now) {
            let is_there = line.manner == Manner::There;
            let place = line.place_until.filter(|_| is_there).and_then(|_| place_of(plan, &around));
            lines.push(SheetLine {
                date: line.date,
                starts: commons::clock::at_wall_clock(around.zone, line.date, line.from),
                minutes: line.minutes,
                by_phone: line.manner == Manner::ByPhone,
                place_until: line.place_until.filter(|_| place.is_some()),
                place,
            });
        }
    }
    lines.sort_by_key(|line| line.starts);
    Ok(lines)
}
