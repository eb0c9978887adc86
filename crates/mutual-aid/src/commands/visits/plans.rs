//! Asking for visits, and saying who, when and where (`mutual-aid` V1-V4, V7). Only whoever is visited opens a plan and makes
//! it more; whom she named makes it less, or writes down what she asks for.

use super::save::{all, insert, one, save};
use crate::powers::AskVisits;
use crate::queries::visits::load::{Around, Asked, Beside, Loaded, refused};
use crate::queries::visits::search::could_come;
use crate::rules::visits::plan::{Act, By, Caps, Faces, Holder, Place, Schedule, State as PlanState};
use crate::rules::visits::slot::{Event, Manner, Seat, Slot, Word};
use crate::rules::visits::ward::{Fact, Source, Ward};
use crate::rules::visits::{NotPossible, Plan};
use crate::{VisitId, VisitPlanId};
use chrono::{Days, NaiveDate, NaiveTime};
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed;
use membership::commands::{at_request, consent};
use membership::powers::Permit;
use membership::queries::{charter, people};
use membership::rules::consent::{Channel, Use};
use rota::time::Window;
use std::collections::BTreeSet;

/// The name of an act done at somebody's request, in translations (`at-request-<name>`).
pub const AT_REQUEST: &str = "visits";
/// Longest name of a place, in characters.
pub const LONGEST_PLACE: usize = 300;
/// Most things that stay outside, and the longest of them.
pub const MOST_THINGS: usize = 30;
/// Longest telephone of a ward, with its extension.
pub const LONGEST_PHONE: usize = 40;
/// Longest of these lines, in characters.
pub const LONGEST_THING: usize = 80;
/// Longest visit, in minutes, and most people at once that somebody may wish.
pub const LONGEST_VISIT: u32 = 240;
/// Most people at once.
pub const MOST_AT_ONCE: u16 = 6;
/// Visits are planned so many days ahead at most.
pub const AHEAD: Days = Days::new(60);
/// Whoever is named acts for so many days at most; then she is named again.
pub const HOLDS_FOR: Days = Days::new(92);
/// Most visits of one plan that are kept at a time.
pub const MOST_VISITS: usize = 80;

/// Visits somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Those to whom she says yes beforehand.
    pub named: BTreeSet<MemberId>,
    /// Those to whom she says no. They see nothing, and nobody else reads it.
    pub refused: BTreeSet<MemberId>,
    /// Whether others who visit may see that somebody is looked for.
    pub asks_others: bool,
    /// Where, in her words.
    pub words: String,
    /// What it is: `ward`, `home` or anything else.
    pub kind: String,
    /// Whether it is only written down, for a day on which it is wanted.
    pub later: bool,
}

/// How much somebody wants until she says otherwise: few, short, two at a time.
pub const USUAL: Caps = Caps { a_day: 1, a_week: 7, at_once: 2, minutes: 60 };

/// Her hours until she says otherwise: from ten in the morning to nine in the evening.
pub fn usual_hours() -> Vec<Window> {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    Window::every_day(at(10), at(21)).to_vec()
}

/// A ward of which nothing is known yet: every hour, two at once, and call first. Its day is long past, so that nothing is
/// confirmed before somebody called it.
fn unknown_ward() -> Ward {
    let never = |windows| Fact { what: windows, from: Source::Phone, on: NaiveDate::default() };
    Ward {
        hours: never(Window::every_day(NaiveTime::MIN, NaiveTime::MIN).to_vec()),
        at_once: Fact { what: 2, from: Source::Phone, on: NaiveDate::default() },
        kept_for_others: 0,
        call_first: None,
        register: None,
        arrive_before: None,
        phone: None,
        least_age: None,
        papers: None,
        not_to_bring: Vec::new(),
        turned_away: None,
    }
}

/// She asks for visits.
///
/// # Errors
/// When she has a plan already, or something is to correct.
pub async fn ask(tx: &Tx<'_>, permit: Permit<AskVisits>, new: NewPlan) -> Result<VisitPlanId, No> {
    let person = permit.by();
    if has_plan(tx, person).await? {
        return Err(No::conflict("visits-has-plan"));
    }
    let problems = problems(&new);
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    consent::say_these(tx, &permit, [(Use::BeVisited, true)]).await?;
    Ok(make(tx, person, new, None).await?)
}

/// What is to correct.
pub(super) fn problems(new: &NewPlan) -> Vec<Problem> {
    let mut problems = Vec::new();
    let length = new.words.chars().count();
    if length > LONGEST_PLACE {
        problems.push(Problem::new("words", Message::new("too-long").with("over", length - LONGEST_PLACE)));
    }
    if new.named.intersection(&new.refused).next().is_some() {
        problems.push(Problem::new("refused", Message::new("visits-yes-and-no")));
    }
    problems
}

/// Whether a plan of hers is kept that is not over.
pub(super) async fn has_plan(tx: &Tx<'_>, person: MemberId) -> Result<bool, Broken> {
    let (plans, _) = all(tx).await?;
    let hers =
        |plan: &Loaded| plan.schedule.plan.person == person && !matches!(plan.schedule.plan.state, PlanState::Ended(_));
    Ok(plans.iter().any(|(_, plan)| hers(plan)))
}

/// Her plan, as the rules have it: wished, and open at once unless she says later.
pub(super) async fn make(
    tx: &Tx<'_>,
    person: MemberId,
    new: NewPlan,
    holder: Option<MemberId>,
) -> Result<VisitPlanId, Broken> {
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let place = match new.kind.as_str() {
        "ward" => Place::Ward(unknown_ward()),
        "home" => Place::Home,
        _ => Place::Elsewhere,
    };
    let members: BTreeSet<MemberId> = people::with_a_place(tx).await?.into_iter().map(|person| person.id).collect();
    let others = |who: &MemberId| *who != person && members.contains(who);
    let plan = Plan {
        person,
        holder: holder.map(|who| Holder { who, until: today.checked_add_days(HOLDS_FOR).unwrap_or(today) }),
        named: new.named.into_iter().filter(others).collect(),
        asks_others: new.asks_others,
        caps: USUAL,
        windows: usual_hours(),
        faces: Faces::Any,
        call_instead: false,
        yes_until: None,
        place,
        state: if new.later { PlanState::Wished } else { PlanState::Open },
    };
    let loaded = Loaded {
        id: VisitPlanId::new(),
        schedule: Schedule { plan, slots: Vec::new() },
        refused: new.refused.into_iter().filter(others).collect(),
        opened: (!new.later).then(|| tx.now()),
        words: Some(new.words.trim().to_owned()),
        beside: Vec::new(),
        key: sealed::key_of(tx, person).await?,
    };
    insert(tx, &loaded).await?;
    Ok(loaded.id)
}

/// What is changed in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It opens: what she wrote down is wanted now.
    Open,
    /// One visit more.
    Add(NewVisit),
    /// What somebody is to her: yes, no, or neither.
    Person(MemberId, Answer),
    /// How much, when, and whom.
    Wishes(NewWishes),
    /// Where.
    Place(NewPlace),
    /// Somebody called the ward: what the card says is so today.
    Checked,
    /// Whom she names to act for her, until a day; none takes it back.
    Holder(Option<(MemberId, NaiveDate)>),
    /// None for a while.
    Pause,
    /// They go on.
    Resume,
    /// It is over.
    End,
}

/// What somebody is to whoever is visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// She may come.
    Yes,
    /// She may not, and sees nothing.
    No,
    /// Neither was said.
    Neither,
}

/// A visit as somebody wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// The day.
    pub date: NaiveDate,
    /// The hour on the wall.
    pub from: NaiveTime,
    /// How long.
    pub minutes: u32,
    /// For how many.
    pub seats: u16,
    /// Whether it is a call.
    pub by_phone: bool,
}

/// How much, when, and whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWishes {
    /// How much.
    pub caps: Caps,
    /// When.
    pub windows: Vec<Window>,
    /// Whom.
    pub faces: Faces,
    /// Whether she would rather have calls.
    pub call_instead: bool,
    /// Whether others who visit may see that somebody is looked for.
    pub asks_others: bool,
}

/// Where, and what is known of a ward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlace {
    /// In her words.
    pub words: String,
    /// What it is: `ward`, `home` or anything else.
    pub kind: String,
    /// Hours of the ward.
    pub windows: Vec<Window>,
    /// How many it lets in at once.
    pub at_once: u16,
    /// How many of these are kept for family.
    pub kept_for_others: u16,
    /// Whether visitors call first.
    pub call_first: bool,
    /// Whether they sign in.
    pub register: bool,
    /// So many minutes before the end nobody comes in any more.
    pub arrive_before: Option<u16>,
    /// The telephone of the ward; empty where nobody knows it.
    pub phone: String,
    /// Nobody younger comes in.
    pub least_age: Option<u16>,
    /// Whether visitors show a paper with their name.
    pub papers: bool,
    /// What stays outside, one thing each.
    pub not_to_bring: Vec<String>,
    /// How it is known.
    pub from: Source,
    /// Since when.
    pub on: NaiveDate,
}

/// Changes a plan: by herself, or by whom she named. `channel` says how she asked for it, when it makes more of it.
///
/// # Errors
/// When there is no such plan for this person, when she may not, or it cannot be.
pub async fn change(
    tx: &Tx<'_>,
    permit: Permit<AskVisits>,
    id: VisitPlanId,
    channel: Option<Channel>,
    change: Change,
) -> Result<(), No> {
    let (before, plan, around) = one(tx, id).await?;
    let person = plan.schedule.plan.person;
    let by = match (permit.by(), channel) {
        (who, _) if who == person => By::Herself,
        (who, _) if !plan.is_held_by(who, &around) => return Err(No::NotFound),
        (who, Some(_)) => By::AtHerRequest(who),
        (who, None) => By::Other(who),
    };
    if let (By::AtHerRequest(_), Some(channel)) = (by, channel) {
        at_request::note(tx, &permit, person, channel, AT_REQUEST).await?;
    }
    if let Change::Holder(Some((who, _))) = &change
        && !people::is_member(tx, *who).await?
    {
        return Err(No::field("holder", Message::new("visits-choose-somebody")));
    }
    let opens = matches!(change, Change::Open | Change::Resume);
    let mut plan = changed(plan, by, change, &around)?;
    if opens {
        plan.opened = Some(tx.now());
    }
    let members = people::standings(tx).await?;
    plan.schedule.plan.named.retain(|who| members.get(who).is_some_and(|standing| standing.reads()));
    Ok(save(tx, &before, &plan).await?)
}

/// Only she herself, or somebody who writes down her words.
fn her_act(by: By<MemberId>) -> Result<(), No> {
    match by {
        By::Herself | By::AtHerRequest(_) => Ok(()),
        By::Other(_) => Err(refused(NotPossible::NotHers)),
    }
}

fn changed(plan: Loaded, by: By<MemberId>, change: Change, around: &Around) -> Result<Loaded, No> {
    match change {
        Change::Open => act(plan, by, Act::Open(Vec::new()), around),
        Change::Add(visit) => add(plan, by, visit, around),
        Change::Person(who, answer) => answered(plan, by, who, answer, around),
        Change::Wishes(wishes) => with_wishes(plan, by, wishes, around),
        Change::Place(place) => with_place(plan, by, place, around),
        Change::Checked => {
            let mut plan = plan;
            checked(&mut plan, local_day(around.zone, around.now));
            Ok(plan)
        }
        Change::Holder(holder) => with_holder(plan, by, holder, around),
        Change::Pause => act(plan, by, Act::Pause, around),
        Change::Resume => act(plan, by, Act::Resume, around),
        Change::End => {
            if matches!(plan.schedule.plan.state, PlanState::Ended(_)) {
                return Err(refused(NotPossible::NotOpen));
            }
            plan.schedule.plan.may(by, &Act::End, local_day(around.zone, around.now)).map_err(refused)?;
            let mut plan = plan;
            plan.end(around.zone, around.now);
            Ok(plan)
        }
    }
}

/// An act of the rules; the slots keep their places, so that what stands beside them does too.
fn act(mut plan: Loaded, by: By<MemberId>, act: Act<MemberId>, around: &Around) -> Result<Loaded, No> {
    plan.schedule = plan.schedule.after(around.zone, by, act, around.now).map_err(refused)?;
    // Where a seat went, nobody is looked for any more, and the numbers of the others may be new ones.
    for (slot, beside) in plan.schedule.slots.iter().zip(&mut plan.beside) {
        beside.asked.covers.retain(|seat, _| {
            let seat = slot.seats.get(usize::from(*seat));
            matches!(seat, Some(Seat::Free | Seat::Taken { word: Word::Doubtful, .. }))
        });
    }
    while plan.beside.len() < plan.schedule.slots.len() {
        plan.beside.push(Beside { id: VisitId::new(), asked: Asked::default() });
    }
    Ok(plan)
}

fn add(plan: Loaded, by: By<MemberId>, visit: NewVisit, around: &Around) -> Result<Loaded, No> {
    let today = local_day(around.zone, around.now);
    let last = today.checked_add_days(AHEAD).unwrap_or(today);
    let mut problems = Vec::new();
    if visit.date < today || visit.date > last {
        problems.push(Problem::new("day", Message::new("visits-day-wrong").with("last", last)));
    }
    if visit.minutes == 0 || visit.minutes > LONGEST_VISIT {
        problems.push(Problem::new("minutes", Message::new("visits-minutes-wrong").with("most", LONGEST_VISIT)));
    }
    if visit.seats == 0 || visit.seats > MOST_AT_ONCE {
        problems.push(Problem::new("seats", Message::new("visits-seats-wrong").with("most", u32::from(MOST_AT_ONCE))));
    }
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    let manner = if visit.by_phone { Manner::ByPhone } else { Manner::There };
    let slot = Slot::new(visit.date, visit.from, visit.minutes, manner, visit.seats);
    if slot.when(around.zone).start <= around.now {
        return Err(No::field("from", Message::new("visits-hour-past")));
    }
    if plan.schedule.slots.len() >= MOST_VISITS {
        return Err(No::conflict("visits-too-many"));
    }
    act(plan, by, Act::Add(slot), around)
}

fn answered(mut plan: Loaded, by: By<MemberId>, who: MemberId, answer: Answer, around: &Around) -> Result<Loaded, No> {
    if who == plan.schedule.plan.person {
        return Err(No::field("who", Message::new("visits-choose-somebody")));
    }
    let today = local_day(around.zone, around.now);
    let act_of_it = if answer == Answer::Yes { Act::Name(who) } else { Act::Unname(who) };
    plan.schedule.plan.may(by, &act_of_it, today).map_err(refused)?;
    // Only she takes a no back: whoever keeps the plan for her does not even see that there is one (IV7).
    if her_act(by).is_ok() {
        plan.refused.remove(&who);
    }
    if answer == Answer::No {
        plan.refused.insert(who);
    }
    // Seats to come that she has are free, one by one: another one is looked for quietly.
    if answer != Answer::Yes {
        for place in 0..plan.schedule.slots.len() {
            let seats = plan.schedule.slots.get(place).map(|slot| slot.seats.clone()).unwrap_or_default();
            for (number, _) in (0u16..).zip(&seats).filter(|(_, seat)| seat.who() == Some(who)) {
                plan.free(place, number, around);
            }
        }
    }
    let mut plan = act(plan, by, act_of_it, around)?;
    if answer == Answer::Yes {
        welcome_everywhere(&mut plan, who, around);
    }
    Ok(plan)
}

/// Where she offered to come already, both said yes now.
pub(super) fn welcome_everywhere(plan: &mut Loaded, who: MemberId, around: &Around) {
    for place in 0..plan.schedule.slots.len() {
        // What stands in her way meanwhile is hers: the offer stays where it is.
        let _ = welcome(plan, place, who, By::Herself, around);
    }
}

fn with_wishes(mut plan: Loaded, by: By<MemberId>, new: NewWishes, around: &Around) -> Result<Loaded, No> {
    let mut problems = Vec::new();
    if new.windows.is_empty() {
        problems.push(Problem::new("days", Message::new("hours-missing")));
    }
    let caps = new.caps;
    if caps.at_once == 0 || caps.at_once > MOST_AT_ONCE {
        let message = Message::new("visits-seats-wrong").with("most", u32::from(MOST_AT_ONCE));
        problems.push(Problem::new("at_once", message));
    }
    if caps.minutes == 0 || caps.minutes > LONGEST_VISIT {
        problems.push(Problem::new("minutes", Message::new("visits-minutes-wrong").with("most", LONGEST_VISIT)));
    }
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    let old = &plan.schedule.plan;
    let widens = (new.faces, new.asks_others) != (old.faces, old.asks_others) && new.asks_others
        || new.faces != old.faces
        || old.call_instead && !new.call_instead;
    if widens {
        her_act(by)?;
    }
    plan.schedule.plan.faces = new.faces;
    plan.schedule.plan.call_instead = new.call_instead;
    plan.schedule.plan.asks_others = new.asks_others;
    let plan = act(plan, by, Act::Caps(new.caps), around)?;
    act(plan, by, Act::Windows(new.windows), around)
}

fn with_place(mut plan: Loaded, by: By<MemberId>, new: NewPlace, around: &Around) -> Result<Loaded, No> {
    her_act(by)?;
    let today = local_day(around.zone, around.now);
    let mut problems = Vec::new();
    let length = new.words.chars().count();
    if length > LONGEST_PLACE {
        problems.push(Problem::new("words", Message::new("too-long").with("over", length - LONGEST_PLACE)));
    }
    let things: Vec<String> =
        new.not_to_bring.iter().map(|thing| thing.trim().to_owned()).filter(|thing| !thing.is_empty()).collect();
    if things.len() > MOST_THINGS || things.iter().any(|thing| thing.chars().count() > LONGEST_THING) {
        problems.push(Problem::new("not_to_bring", Message::new("visits-things-wrong").with("most", LONGEST_THING)));
    }
    let is_ward = new.kind == "ward";
    let phone = new.phone.trim();
    if is_ward && !phone.is_empty() && !is_dialled(phone) {
        problems.push(Problem::new("phone", Message::new("ward-phone-wrong")));
    }
    if is_ward && new.windows.is_empty() {
        problems.push(Problem::new("days", Message::new("hours-missing")));
    }
    if is_ward && (new.at_once == 0 || new.kept_for_others >= new.at_once) {
        problems.push(Problem::new("kept_for_others", Message::new("visits-no-room")));
    }
    if is_ward && new.on > today {
        problems.push(Problem::new("on", Message::new("visits-checked-later")));
    }
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    plan.words = Some(new.words.trim().to_owned());
    let (from, on) = (new.from, new.on);
    plan.schedule.plan.place = match new.kind.as_str() {
        "ward" => Place::Ward(Ward {
            hours: Fact { what: new.windows, from, on },
            at_once: Fact { what: new.at_once, from, on },
            kept_for_others: new.kept_for_others,
            call_first: Some(Fact { what: new.call_first, from, on }),
            register: Some(Fact { what: new.register, from, on }),
            arrive_before: new.arrive_before.map(|what| Fact { what, from, on }),
            phone: (!phone.is_empty()).then(|| Fact { what: phone.to_owned(), from, on }),
            least_age: new.least_age.map(|what| Fact { what, from, on }),
            papers: Some(Fact { what: new.papers, from, on }),
            not_to_bring: things.into_iter().map(|what| Fact { what, from, on }).collect(),
            turned_away: None,
        }),
        "home" => Place::Home,
        _ => Place::Elsewhere,
    };
    // What no longer fits the ward is no longer to be: the rule looks at it with her own hours.
    let windows = plan.schedule.plan.windows.clone();
    act(plan, By::Herself, Act::Windows(windows), around)
}

/// Whether a ward could be called so: seven digits at least, and whatever stands between them or after ("poste 12").
fn is_dialled(phone: &str) -> bool {
    phone.chars().count() <= LONGEST_PHONE && phone.chars().filter(char::is_ascii_digit).count() >= 7
}

/// Everything on the card is so today, said by the ward on the telephone. Of a ward of which nothing is written, nothing is
/// checked.
pub(super) fn checked(plan: &mut Loaded, today: NaiveDate) {
    fn again<T>(fact: &mut Fact<T>, today: NaiveDate) {
        if fact.on > NaiveDate::default() {
            (fact.from, fact.on) = (Source::Phone, today);
        }
    }
    if let Place::Ward(ward) = &mut plan.schedule.plan.place {
        ward.turned_away = None;
        again(&mut ward.hours, today);
        again(&mut ward.at_once, today);
        ward.call_first
            .iter_mut()
            .chain(&mut ward.register)
            .chain(&mut ward.papers)
            .for_each(|fact| again(fact, today));
        ward.arrive_before.iter_mut().chain(&mut ward.least_age).for_each(|fact| again(fact, today));
        ward.not_to_bring.iter_mut().chain(&mut ward.phone).for_each(|fact| again(fact, today));
    }
}

fn with_holder(
    mut plan: Loaded,
    by: By<MemberId>,
    holder: Option<(MemberId, NaiveDate)>,
    around: &Around,
) -> Result<Loaded, No> {
    let today = local_day(around.zone, around.now);
    let last = today.checked_add_days(HOLDS_FOR).unwrap_or(today);
    match holder {
        // Whoever was named may give it back; nobody but her names another.
        None => plan.schedule.plan.holder = None,
        Some((who, until)) => {
            her_act(by)?;
            if who == plan.schedule.plan.person || plan.refused.contains(&who) {
                return Err(No::field("holder", Message::new("visits-choose-somebody")));
            }
            if until < today || until > last {
                return Err(No::field("holder_until", Message::new("visits-day-wrong").with("last", last)));
            }
            plan.schedule.plan.holder = Some(Holder { who, until });
        }
    }
    Ok(plan)
}

/// What whoever is visited, or whom she named, does with one visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfVisit {
    /// She says yes to somebody who would come.
    Welcome(MemberId),
    /// She does not, without a reason.
    Decline(MemberId),
    /// Her yes of today.
    Yes,
    /// Not today.
    NotToday,
    /// A quarter of an hour has gone and nobody came.
    NobodyCame,
}

/// Does it. `channel` says how she said so, when whom she named writes down a yes of hers.
///
/// # Errors
/// When there is no such visit for this person, or it does not stand like that.
pub async fn of_visit(
    tx: &Tx<'_>,
    permit: Permit<AskVisits>,
    id: VisitPlanId,
    visit: VisitId,
    channel: Option<Channel>,
    what: OfVisit,
) -> Result<(), No> {
    let (before, mut plan, around) = one(tx, id).await?;
    let who = permit.by();
    if who != plan.schedule.plan.person && !plan.is_held_by(who, &around) {
        return Err(No::NotFound);
    }
    let is_her_yes = matches!(what, OfVisit::Welcome(_) | OfVisit::Yes);
    let by = match channel {
        _ if who == plan.schedule.plan.person => By::Herself,
        Some(channel) if is_her_yes => {
            at_request::note(tx, &permit, plan.schedule.plan.person, channel, AT_REQUEST).await?;
            By::AtHerRequest(who)
        }
        _ => By::Other(who),
    };
    let place = plan.place_of(visit).ok_or(No::NotFound)?;
    if plan.schedule.slots.get(place).is_none_or(|slot| plan.is_gone(slot, &around)) {
        return Err(No::NotFound);
    }
    match what {
        OfVisit::Welcome(who) => welcome(&mut plan, place, who, by, &around)?,
        OfVisit::Decline(who) => decline(&mut plan, place, who, &around)?,
        OfVisit::Yes => {
            her_act(by)?;
            happens(&mut plan, place, Event::HerYes, &around)?;
        }
        OfVisit::NotToday => happens(&mut plan, place, Event::NotToday, &around)?,
        OfVisit::NobodyCame => happens(&mut plan, place, Event::NobodyCame, &around)?,
    }
    Ok(save(tx, &before, &plan).await?)
}

/// Something happens to one visit.
pub(super) fn happens(plan: &mut Loaded, place: usize, event: Event<MemberId>, around: &Around) -> Result<(), No> {
    use crate::rules::visits::ladder::may_say_nobody_came;
    let slot = plan.schedule.slots.get_mut(place).ok_or(No::NotFound)?;
    if event == Event::NobodyCame && !may_say_nobody_came(around.zone, slot, around.now) {
        return Err(refused(NotPossible::NotSo));
    }
    *slot = slot.after(around.zone, &event, around.now).map_err(refused)?;
    Ok(())
}

/// Both said yes. What changed meanwhile for whoever would come is looked at once more. A person is named, not a seat: who
/// offered to come may be another by now.
fn welcome(plan: &mut Loaded, place: usize, who: MemberId, by: By<MemberId>, around: &Around) -> Result<(), No> {
    her_act(by)?;
    let seat = offered_by(plan, place, who).ok_or_else(|| refused(NotPossible::NotSo))?;
    if let Err(why) = could_come(plan, place, who, around) {
        // Her limits are hers: whoever is visited reads that the place is not taken.
        let why = if matches!(why, NotPossible::Limits(_)) { NotPossible::NotSo } else { why };
        return Err(refused(why));
    }
    let old_card = plan.is_card_old(place, around);
    happens(plan, place, Event::Welcomed { seat, old_card }, around)
}

/// The seat for which somebody offered to come.
fn offered_by(plan: &Loaded, place: usize, who: MemberId) -> Option<u16> {
    let seats = (0u16..).zip(&plan.schedule.slots.get(place)?.seats);
    let mut hers = seats.filter(|(_, seat)| matches!(seat, Seat::Willing { who: one, .. } if *one == who));
    hers.next().map(|(seat, _)| seat)
}

fn decline(plan: &mut Loaded, place: usize, who: MemberId, around: &Around) -> Result<(), No> {
    let seat = offered_by(plan, place, who).ok_or_else(|| refused(NotPossible::NotSo))?;
    happens(plan, place, Event::LeftFree { seat }, around)?;
    if let Some(beside) = plan.beside.get_mut(place) {
        beside.asked.passed.insert(who);
    }
    Ok(())
}
