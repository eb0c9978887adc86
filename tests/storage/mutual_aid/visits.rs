//! Visits (`mutual-aid` V1-V12, R1, R5, IV1-IV7; story 4.4): who opens them, who comes, who sees what, and what is left.

use crate::mutual_aid::listening::{wants_news, who_is_told};
use chrono::{Duration, NaiveDate, NaiveTime, TimeZone};
use commons::area::Area;
use commons::clock::{Time, Tz};
use commons::db::Tx;
use commons::outbox;
use commons::refusal::{No, Refusal};
use membership::commands::consent;
use membership::commands::keep_apart::keep_apart;
use membership::commands::leave::leave;
use membership::commands::pause::{Pausing, pause};
use membership::powers::{ChangeOwnAccess, KeepApart, Leave, Permit, Rest};
use membership::queries::at_request::done_for;
use membership::queries::consents;
use membership::rules::consent::{Channel, Use};
use mutual_aid::commands::calls::limits::say as say_calls;
use mutual_aid::commands::circle;
use mutual_aid::commands::limits::{say, say_enough};
use mutual_aid::commands::visits::for_somebody::{Less, ask_for, ask_less};
use mutual_aid::commands::visits::for_visitor::{Said, gives, note};
use mutual_aid::commands::visits::plans::{
    Answer, Change, NewPlace, NewPlan, NewVisit, NewWishes, OfVisit, USUAL, ask, change, of_visit, usual_hours,
};
use mutual_aid::commands::visits::visiting::{Became, Does, Says, answer, of_mine, open_number};
use mutual_aid::powers::{AskVisits, HelpInCircle, KeepRightsCard, SetOwnLimits, Visit, WriteVisits};
use mutual_aid::queries::circle::board;
use mutual_aid::queries::visits::{Home, PlanSeen, VisitSeen, home, my_sheet, one, plan};
use mutual_aid::rules::calls::Choices;
use mutual_aid::rules::circle::Help;
use mutual_aid::rules::limits::{Away, OwnLimits, Reminder};
use mutual_aid::rules::quiet::Quiet;
use mutual_aid::rules::visits::plan::{Faces, State as PlanState};
use mutual_aid::rules::visits::slot::State;
use mutual_aid::rules::visits::ward::Source;
use mutual_aid::{MutualAid, VisitId, VisitPlanId};
use parpour_tests::{Group, World, in_parallel, on_each_database};
use rota::Kind;
use rota::time::Window;
use std::collections::BTreeSet;

const HERE: Tz = Tz::America__Toronto;
const ODILE: usize = 0;
const FERN: usize = 1;
const YOLANDE: usize = 2;
const BASTIEN: usize = 3;
const AIME: usize = 4;
const SIMONE: usize = 5;
const ISIDORE: usize = 6;
const TELESPHORE: usize = 7;
/// Two people to whom Aimé says no.
const REFUSED: [usize; 2] = [8, 9];
/// Somebody who visits and was not named.
const OTHER: usize = 10;

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, day).unwrap()
}
fn hour(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}
fn at(day: u32, hours: u32, minutes: u32) -> Time {
    HERE.from_local_datetime(&march(day).and_time(hour(hours, minutes))).unwrap().to_utc()
}

/// The clock shows that hour, and what is due is done.
async fn it_is(group: &Group<'_>, day: u32, hours: u32, minutes: u32) {
    group.world.clock.set(at(day, hours, minutes));
    group.settle().await;
}

/// Somebody says yes to visits, at any hour of the day.
async fn visits(group: &Group<'_>, who: usize) {
    visits_within(group, who, OwnLimits { reminder: Reminder::Mail, ..OwnLimits::default() }).await;
}

async fn visits_within(group: &Group<'_>, who: usize, limits: OwnLimits) {
    let windows = Window::every_day(hour(8, 0), hour(22, 0)).to_vec();
    let limits = OwnLimits { windows, ..limits };
    let says =
        async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say(tx, permit, limits, &BTreeSet::from([Kind::Visit])).await;
    group.act(who, says).await.unwrap();
}

fn asking(group: &Group<'_>, named: &[usize], refused: &[usize]) -> NewPlan {
    let members = |places: &[usize]| places.iter().map(|place| group.members[*place]).collect();
    NewPlan {
        named: members(named),
        refused: members(refused),
        asks_others: false,
        words: "Hôpital Sainte-Maquette, 4-Nord".to_owned(),
        kind: "ward".to_owned(),
        later: false,
    }
}

async fn asks(group: &Group<'_>, who: usize, new: NewPlan) -> Result<VisitPlanId, No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<AskVisits>| ask(tx, permit, new).await).await
}

async fn changes(
    group: &Group<'_>,
    who: usize,
    id: VisitPlanId,
    channel: Option<Channel>,
    what: Change,
) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<AskVisits>| change(tx, permit, id, channel, what).await).await
}

fn four_north() -> NewPlace {
    let hours = [Window::every_day(hour(14, 0), hour(16, 0)), Window::every_day(hour(18, 0), hour(20, 0))].concat();
    NewPlace {
        words: "Hôpital Sainte-Maquette, 4-Nord".to_owned(),
        kind: "ward".to_owned(),
        windows: hours,
        at_once: 2,
        kept_for_others: 0,
        call_first: true,
        register: false,
        arrive_before: None,
        phone: "819 555-0150 poste 12".to_owned(),
        least_age: Some(14),
        papers: true,
        not_to_bring: ["Nourriture", "Cordons", "Sacs de plastique"].map(str::to_owned).into(),
        from: Source::Phone,
        on: march(8),
    }
}

fn visit_on(day: u32, hours: u32, seats: u16) -> NewVisit {
    NewVisit { date: march(day), from: hour(hours, 30), minutes: 40, seats, by_phone: false }
}

async fn add(group: &Group<'_>, id: VisitPlanId, visit: NewVisit) -> Result<(), No> {
    changes(group, AIME, id, None, Change::Add(visit)).await
}

async fn see(group: &Group<'_>, who: usize, id: VisitPlanId) -> PlanSeen {
    plan(&group.read(), id, group.members[who]).await.unwrap()
}

async fn home_of(group: &Group<'_>, who: usize) -> Home {
    home(&group.read(), group.members[who]).await.unwrap()
}

async fn seen_by(group: &Group<'_>, who: usize, visit: VisitId) -> Option<VisitSeen> {
    one(&group.read(), visit, group.members[who]).await.ok()
}

async fn says(group: &Group<'_>, who: usize, visit: VisitId, word: Says) -> Result<Became, No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Visit>| answer(tx, permit, visit, word).await).await
}

async fn does(group: &Group<'_>, who: usize, visit: VisitId, what: Does) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Visit>| of_mine(tx, permit, visit, what).await).await
}

async fn of_one(group: &Group<'_>, who: usize, id: VisitPlanId, visit: VisitId, what: OfVisit) -> Result<(), No> {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<AskVisits>| of_visit(tx, permit, id, visit, None, what).await)
        .await
}

fn key<T: std::fmt::Debug>(done: Result<T, No>) -> String {
    let no = done.unwrap_err();
    match no.problems() {
        [] => no.message().key.into_owned(),
        problems => {
            problems.iter().map(|one| format!("{}: {}", one.field, one.message.key)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A group in which everybody but Aimé visits, on the eighth of March.
async fn a_group(world: &World) -> Group<'_> {
    let group = world.a_group().with_people(11).quick().found().await;
    it_is(&group, 8, 11, 0).await;
    for who in (0..11).filter(|who| *who != AIME) {
        visits(&group, who).await;
    }
    group
}

/// Aimé's plan, asked for by himself, with the card of the ward.
async fn a_plan(group: &Group<'_>, named: &[usize]) -> VisitPlanId {
    let id = asks(group, AIME, asking(group, named, &REFUSED)).await.unwrap();
    changes(group, AIME, id, None, Change::Place(four_north())).await.unwrap();
    id
}

/// The visit of that day.
async fn of_day(group: &Group<'_>, id: VisitPlanId, day: u32) -> VisitId {
    let seen = see(group, AIME, id).await;
    let found = seen.visits.into_iter().find(|visit| visit.starts.with_timezone(&HERE).date_naive() == march(day));
    found.unwrap().id
}

/// Whoever is asked first says no until that person is asked, and she says yes.
async fn comes(group: &Group<'_>, who: usize, visit: VisitId) {
    assert_eq!(says(group, who, visit, Says::Yes).await.unwrap(), Became::Taken);
}

/// Story 4.4, step by step.
async fn aimes_visits(world: &World) {
    let group = a_group(world).await;
    // Odile writes down what he asks for on the telephone; he reads it, with her name.
    let new = asking(&group, &[ODILE, FERN, YOLANDE, BASTIEN, SIMONE, ISIDORE, TELESPHORE], &REFUSED);
    let whom = group.members[AIME];
    let writes =
        async |tx: &Tx<'_>, permit: Permit<WriteVisits>| ask_for(tx, permit, whom, Channel::Phone, new, true).await;
    group.act(ODILE, writes).await.unwrap();
    let done = done_for(&group.read(), whom).await.unwrap();
    assert_eq!((done.len(), done[0].by, done[0].act.as_str()), (1, group.members[ODILE], "visits"));
    assert!(consents::said(&group.read(), whom, Use::BeVisited).await.unwrap());
    let id = home_of(&group, ODILE).await.plans[0].id;
    // What makes more of it needs his word, and says how it came.
    let place = || Change::Place(four_north());
    assert_eq!(key(changes(&group, ODILE, id, None, place()).await), "visits-not-hers");
    changes(&group, ODILE, id, Some(Channel::Phone), place()).await.unwrap();
    let planned: [(u32, u32, &[usize]); 9] = [
        (10, 14, &[ODILE, FERN]),
        (11, 18, &[YOLANDE, BASTIEN]),
        (13, 14, &[ODILE, TELESPHORE]),
        (14, 14, &[FERN, ISIDORE]),
        (15, 18, &[YOLANDE]),
        (17, 14, &[BASTIEN, ISIDORE]),
        (18, 18, &[ODILE]),
        (20, 14, &[YOLANDE, TELESPHORE]),
        (21, 14, &[ODILE, FERN]),
    ];
    for (day, hours, who) in planned {
        let visit = visit_on(day, hours, u16::try_from(who.len()).unwrap());
        changes(&group, ODILE, id, Some(Channel::Phone), Change::Add(visit)).await.unwrap();
    }
    // 2. A visit at 17:00 or a third visitor is refused by the ward, with a plain sentence.
    let five = NewVisit { from: hour(17, 0), ..visit_on(12, 17, 1) };
    assert_eq!(key(add(&group, id, five).await), "visits-not-ward-hours");
    let caps = NewWishes {
        caps: mutual_aid::rules::visits::Caps { at_once: 3, ..USUAL },
        windows: usual_hours(),
        faces: Faces::Any,
        call_instead: false,
        asks_others: false,
    };
    changes(&group, AIME, id, None, Change::Wishes(caps)).await.unwrap();
    assert_eq!(key(add(&group, id, visit_on(12, 14, 3)).await), "visits-not-ward-company");
    // 1. The two who are refused see nothing: no plan, no visit, nothing that is looked for, whatever is asked.
    for who in REFUSED {
        assert_eq!(home_of(&group, who).await, Home::default());
        assert!(plan(&group.read(), id, group.members[who]).await.is_err());
    }
    for (day, _, who) in planned {
        let visit = of_day(&group, id, day).await;
        for who in who {
            comes(&group, *who, visit).await;
        }
        for who in REFUSED {
            assert!(seen_by(&group, who, visit).await.is_none());
            assert_eq!(key(says(&group, who, visit, Says::Yes).await), "visits-ask-gone");
        }
    }
    // 3. Sunday the 14th: the clocks change, and it stays 14:30.
    let sunday = seen_by(&group, FERN, of_day(&group, id, 14).await).await.unwrap();
    assert_eq!(sunday.starts, at(14, 14, 30));
    assert_eq!((at(14, 14, 30) - at(13, 14, 30)).num_hours(), 23);
    // 6. The evening before at 19:00: the two visitors are told an hour, and nobody else anything.
    it_is(&group, 9, 18, 59).await;
    let waiting = async |who: usize| outbox::waiting_for(&group.read(), group.members[who]).await.unwrap().len();
    let before = (waiting(ODILE).await, waiting(FERN).await, waiting(YOLANDE).await);
    it_is(&group, 9, 19, 0).await;
    assert_eq!(
        (waiting(ODILE).await, waiting(FERN).await, waiting(YOLANDE).await),
        (before.0 + 1, before.1 + 1, before.2)
    );
    // The day before, each says whether it holds; the two keys open the visit.
    let first = of_day(&group, id, 10).await;
    for who in [ODILE, FERN] {
        assert!(seen_by(&group, who, first).await.unwrap().asks_word);
        does(&group, who, first, Does::Holds).await.unwrap();
    }
    it_is(&group, 10, 14, 25).await;
    assert_eq!(key(does(&group, ODILE, first, Does::Begin).await), "visits-not-today-yet");
    does(&group, ODILE, first, Does::WardsYes).await.unwrap();
    assert_eq!(key(does(&group, ODILE, first, Does::Begin).await), "visits-not-today-yet");
    of_one(&group, AIME, id, first, OfVisit::Yes).await.unwrap();
    does(&group, FERN, first, Does::Begin).await.unwrap();
    does(&group, FERN, first, Does::End).await.unwrap();
    // 4. At the door on the 13th: one button, and no word why.
    it_is(&group, 13, 14, 30).await;
    let third = of_day(&group, id, 13).await;
    does(&group, TELESPHORE, third, Does::NotToday).await.unwrap();
    assert_eq!(seen_by(&group, ODILE, third).await.unwrap().state, State::NotToday);
    // 5. On the 16th Bastien frees his seat, without a reason: those who may come are asked quietly, and Simone takes it.
    it_is(&group, 16, 10, 0).await;
    let wednesday = of_day(&group, id, 17).await;
    does(&group, BASTIEN, wednesday, Does::Free).await.unwrap();
    group.settle().await;
    assert!(seen_by(&group, BASTIEN, wednesday).await.is_none(), "he sees nothing of it any more");
    assert!(home_of(&group, BASTIEN).await.asks.is_empty());
    let mut asked = Vec::new();
    for hours in [10, 16, 20] {
        it_is(&group, 16, hours, 30).await;
        for who in 0..11 {
            if home_of(&group, who).await.asks.iter().any(|ask| ask.visit == wednesday) && !asked.contains(&who) {
                asked.push(who);
            }
        }
    }
    assert!(asked.contains(&SIMONE) && !asked.iter().any(|who| REFUSED.contains(who) || *who == OTHER), "{asked:?}");
    comes(&group, SIMONE, wednesday).await;
    let names = seen_by(&group, ISIDORE, wednesday).await.unwrap().visitors;
    assert_eq!(names.len(), 2);
    assert!(names.contains(&group.members[SIMONE]));
    // 7. The card with what stays at home is there to print, for whoever comes.
    let place = seen_by(&group, SIMONE, wednesday).await.unwrap().place.unwrap();
    assert_eq!(place.ward.unwrap().not_to_bring.len(), 3);
    // 8. Simone has no car. What she asks of the group says a ride and a day, and nothing of a visit; Isidore, who drives
    // there, reads it and takes her along. What is paid back belongs to the group's accounts.
    let ride = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
        circle::ask(tx, permit, false, Some(Help::Ride), "Mercredi, vers 14 h").await
    };
    group.act(SIMONE, ride).await.unwrap();
    let read = board(&group.read(), group.members[ISIDORE]).await.unwrap();
    assert_eq!(read.iter().map(|one| (one.who, one.help)).collect::<Vec<_>>(), [(group.members[SIMONE], Help::Ride)]);
    // 10. Three days after the last visit nothing alerts; Odile is asked whether it is over, and so is he.
    it_is(&group, 24, 16, 0).await;
    assert!(see(&group, ODILE, id).await.asks_whether_over && see(&group, AIME, id).await.asks_whether_over);
    assert!(home_of(&group, FERN).await.plans.is_empty());
}

on_each_database!(the_visits_of_aime, |world| {
    Box::pin(aimes_visits(world)).await;
});

on_each_database!(what_is_over_goes_a_day_and_fourteen_days_after, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 14, 2)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 10, 15, 30).await;
    assert!(seen_by(&group, ODILE, visit).await.unwrap().place.is_some());
    // A day after the visit the place no longer shows, though the plan goes on.
    it_is(&group, 11, 15, 9).await;
    assert!(seen_by(&group, ODILE, visit).await.unwrap().place.is_some());
    it_is(&group, 11, 15, 10).await;
    assert_eq!(seen_by(&group, ODILE, visit).await.unwrap().place, None);
    // Home on the 23rd; gone on the 6th of April.
    world.clock.set(at(23, 12, 0));
    changes(&group, AIME, id, None, Change::End).await.unwrap();
    let purge = async || group.write(async |tx: &Tx<'_>| Ok(MutualAid.purge(tx).await?)).await.unwrap();
    let raw = world.raw().await;
    let places = async || raw.number("SELECT count(*) FROM visit_plan WHERE place IS NOT NULL").await;
    world.clock.set(at(24, 11, 59));
    purge().await;
    assert_eq!(places().await, 1);
    world.clock.set(at(24, 12, 0));
    assert_eq!(see(&group, AIME, id).await.place, None, "it does not show, whether or not it was erased");
    purge().await;
    assert_eq!(places().await, 0);
    world.clock.set(at(23, 12, 0) + Duration::days(14) - Duration::seconds(1));
    purge().await;
    assert_eq!((raw.rows("visit_plan").await, raw.rows("visit").await), (1, 0), "the visit of the 10th went before");
    world.clock.set(at(23, 12, 0) + Duration::days(14));
    assert!(plan(&group.read(), id, group.members[AIME]).await.is_err());
    purge().await;
    for table in ["visit_plan", "visit", "visit_seat"] {
        assert_eq!(raw.rows(table).await, 0, "{table}");
    }
    raw.close().await;
});

on_each_database!(only_she_opens_and_whom_she_named_makes_it_less, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    assert_eq!(key(asks(&group, AIME, asking(&group, &[], &[])).await), "visits-has-plan");
    assert_eq!(key(changes(&group, FERN, id, None, Change::End).await), "error-not-found");
    assert_eq!(key(changes(&group, FERN, id, Some(Channel::Phone), Change::End).await), "error-not-found");
    let until = march(20);
    let names = |who: usize, until| Change::Holder(Some((group.members[who], until)));
    assert_eq!(key(changes(&group, AIME, id, None, names(ODILE, march(7))).await), "holder_until: visits-day-wrong");
    assert_eq!(key(changes(&group, AIME, id, None, names(AIME, until)).await), "holder: visits-choose-somebody");
    let stranger = Change::Holder(Some((commons::ids::MemberId::new(), until)));
    assert_eq!(key(changes(&group, AIME, id, None, stranger).await), "holder: visits-choose-somebody");
    changes(&group, AIME, id, None, names(ODILE, until)).await.unwrap();
    // Less, on her own.
    let fewer = |at_once| {
        Change::Wishes(NewWishes {
            caps: mutual_aid::rules::visits::Caps { at_once, ..USUAL },
            windows: usual_hours(),
            faces: Faces::Any,
            call_instead: false,
            asks_others: false,
        })
    };
    changes(&group, ODILE, id, None, fewer(1)).await.unwrap();
    assert_eq!(key(changes(&group, ODILE, id, None, fewer(2)).await), "visits-not-hers");
    changes(&group, ODILE, id, None, Change::Pause).await.unwrap();
    assert_eq!(key(changes(&group, ODILE, id, None, Change::Resume).await), "visits-not-hers");
    assert_eq!(key(add(&group, id, visit_on(10, 14, 1)).await), "visits-not-open");
    // More, at his word: he reads that she wrote it.
    changes(&group, ODILE, id, Some(Channel::Paper), Change::Resume).await.unwrap();
    assert_eq!(done_for(&group.read(), group.members[AIME]).await.unwrap().len(), 1);
    assert!(see(&group, ODILE, id).await.refused.is_empty(), "his no is for his own eyes");
    assert_eq!(see(&group, AIME, id).await.refused.len(), 2);
    // She does not undo a no of his that she does not see.
    let neither = Change::Person(group.members[REFUSED[0]], Answer::Neither);
    changes(&group, ODILE, id, None, neither).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.refused.len(), 2);
    // Her last day is over: she is as anybody.
    it_is(&group, 21, 0, 0).await;
    assert!(plan(&group.read(), id, group.members[ODILE]).await.is_err());
    assert_eq!(key(changes(&group, ODILE, id, None, Change::End).await), "error-not-found");
    changes(&group, AIME, id, None, Change::Holder(None)).await.unwrap();
    // Nobody wrote down a visit: fourteen days later nothing of it is left.
    it_is(&group, 23, 0, 0).await;
    assert!(plan(&group.read(), id, group.members[AIME]).await.is_err());
});

on_each_database!(nobody_came_and_another_visit_is_there_and_an_end_is_an_end, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[FERN]).await;
    add(&group, id, visit_on(9, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 9).await;
    comes(&group, FERN, visit).await;
    it_is(&group, 9, 14, 50).await;
    of_one(&group, AIME, id, visit, OfVisit::NobodyCame).await.unwrap();
    // One visit a day is what she wants; one to which nobody came is none.
    add(&group, id, visit_on(9, 18, 1)).await.unwrap();
    it_is(&group, 10, 9, 0).await;
    changes(&group, AIME, id, None, Change::End).await.unwrap();
    let ended = see(&group, AIME, id).await.state;
    it_is(&group, 11, 9, 0).await;
    assert_eq!(key(changes(&group, AIME, id, None, Change::End).await), "visits-not-open");
    assert_eq!(see(&group, AIME, id).await.state, ended);
});

on_each_database!(whoever_kept_the_plan_and_is_kept_apart_since_reads_nothing_of_it, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE]).await;
    let until = march(20);
    changes(&group, AIME, id, None, Change::Holder(Some((group.members[ODILE], until)))).await.unwrap();
    add(&group, id, visit_on(9, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 9).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 9, 16, 0).await;
    let odile = group.members[ODILE];
    group.act(AIME, async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, odile).await).await.unwrap();
    it_is(&group, 10, 9, 0).await;
    assert!(plan(&group.read(), id, odile).await.is_err());
    let seen = seen_by(&group, ODILE, visit).await;
    assert!(!format!("{seen:?}").contains("4-Nord"), "{seen:?}");
});

on_each_database!(a_wish_waits_for_its_day_and_whom_she_named_opens_it, |world| {
    let group = a_group(world).await;
    let id = asks(&group, AIME, NewPlan { later: true, ..asking(&group, &[FERN], &[]) }).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Wished);
    assert_eq!(key(add(&group, id, visit_on(10, 14, 1)).await), "visits-not-open");
    changes(&group, AIME, id, None, Change::Holder(Some((group.members[ODILE], march(30))))).await.unwrap();
    changes(&group, ODILE, id, None, Change::Open).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Open);
    assert_eq!(key(changes(&group, ODILE, id, None, Change::Add(visit_on(10, 14, 1))).await), "visits-not-hers");
});

on_each_database!(a_ward_that_nobody_called_lets_nobody_confirm, |world| {
    let group = a_group(world).await;
    let id = asks(&group, AIME, asking(&group, &[ODILE], &[])).await.unwrap();
    let mut no_room = four_north();
    (no_room.at_once, no_room.kept_for_others, no_room.on) = (1, 1, march(9));
    no_room.windows.clear();
    assert_eq!(
        key(changes(&group, AIME, id, None, Change::Place(no_room)).await),
        "days: hours-missing, kept_for_others: visits-no-room, on: visits-checked-later"
    );
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 9, 15, 0).await;
    assert_eq!(key(does(&group, ODILE, visit, Does::Holds).await), "visits-not-old-card");
    does(&group, ODILE, visit, Does::CardIsRight).await.unwrap();
    assert_eq!(
        key(does(&group, ODILE, visit, Does::Holds).await),
        "visits-not-old-card",
        "of nothing, nothing is right"
    );
    changes(&group, AIME, id, None, Change::Place(four_north())).await.unwrap();
    does(&group, ODILE, visit, Does::Holds).await.unwrap();
    // Sixty days later the card is old: one call makes it right again.
    world.clock.set(at(8, 11, 0) + Duration::days(62));
    let may = NewVisit { date: NaiveDate::from_ymd_opt(2027, 5, 10).unwrap(), ..visit_on(10, 14, 1) };
    let again = asks(&group, YOLANDE, asking(&group, &[ODILE], &[])).await.unwrap();
    changes(&group, YOLANDE, again, None, Change::Place(four_north())).await.unwrap();
    changes(&group, YOLANDE, again, None, Change::Add(may)).await.unwrap();
    let seen = plan(&group.read(), again, group.members[YOLANDE]).await.unwrap();
    assert!(seen.place.unwrap().is_old);
    comes(&group, ODILE, seen.visits[0].id).await;
    changes(&group, YOLANDE, again, None, Change::Checked).await.unwrap();
    assert!(!plan(&group.read(), again, group.members[YOLANDE]).await.unwrap().place.unwrap().is_old);
});

on_each_database!(somebody_is_looked_for_without_a_name_until_both_said_yes, |world| {
    let group = a_group(world).await;
    let id = asks(&group, AIME, NewPlan { asks_others: true, ..asking(&group, &[], &REFUSED) }).await.unwrap();
    changes(&group, AIME, id, None, Change::Place(four_north())).await.unwrap();
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    group.settle().await;
    let mut asked = Vec::new();
    for who in (0..11).filter(|who| *who != AIME) {
        assert!(seen_by(&group, who, visit).await.is_none(), "no page before both said yes");
        if home_of(&group, who).await.asks.iter().any(|ask| ask.asks_her) {
            asked.push(who);
        }
    }
    assert_eq!(asked.len(), 1, "one is asked, and nobody is put anywhere");
    assert!(!REFUSED.contains(&asked[0]));
    let who = asked[0];
    assert!(!home_of(&group, who).await.asks[0].because.is_empty());
    assert_eq!(says(&group, who, visit, Says::Yes).await.unwrap(), Became::Waits);
    assert!(seen_by(&group, who, visit).await.is_none(), "she waits for his yes");
    let seen = see(&group, AIME, id).await;
    assert_eq!(seen.visits[0].seats[0].would_come, Some(group.members[who]));
    of_one(&group, AIME, id, visit, OfVisit::Welcome(group.members[who])).await.unwrap();
    let seen = seen_by(&group, who, visit).await.unwrap();
    assert_eq!((seen.person, seen.place.is_some()), (group.members[AIME], true));
    assert_eq!(key(of_one(&group, AIME, id, visit, OfVisit::Welcome(group.members[who])).await), "visits-not-so");
    // Another one is free: who is declined, and who says no, see nothing of it any more.
    add(&group, id, visit_on(11, 14, 1)).await.unwrap();
    let next = of_day(&group, id, 11).await;
    group.settle().await;
    let asked = async |group: &Group<'_>| {
        for who in (0..11).filter(|who| *who != AIME) {
            if home_of(group, who).await.asks.iter().any(|ask| ask.visit == next && ask.asks_her) {
                return who;
            }
        }
        panic!("nobody is asked");
    };
    let first = asked(&group).await;
    says(&group, first, next, Says::No).await.unwrap();
    assert!(home_of(&group, first).await.asks.iter().all(|ask| ask.visit != next));
    group.settle().await;
    let second = asked(&group).await;
    assert_ne!(first, second);
    says(&group, second, next, Says::Yes).await.unwrap();
    // A person is declined, not a seat: who does not stand there is not.
    let other = OfVisit::Decline(group.members[first]);
    assert_eq!(key(of_one(&group, AIME, id, next, other).await), "visits-not-so");
    of_one(&group, AIME, id, next, OfVisit::Decline(group.members[second])).await.unwrap();
    assert!(home_of(&group, second).await.asks.iter().all(|ask| ask.visit != next));
    // Nothing of a no is left once it begins.
    it_is(&group, 11, 14, 30).await;
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM visit WHERE asked IS NOT NULL").await, 0);
    raw.close().await;
});

on_each_database!(yes_is_taken_back_and_holds_at_once, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 14, 2)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    comes(&group, FERN, visit).await;
    let no = BTreeSet::new();
    // Whoever comes takes her yes back: her place is free on the very next page, before anything settles.
    let says_no = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &no).await;
    group.act(FERN, says_no).await.unwrap();
    assert!(seen_by(&group, FERN, visit).await.is_none());
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors, [group.members[ODILE]]);
    // Whoever is visited takes hers back: it is over.
    let says_no = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &no).await;
    group.act(AIME, says_no).await.unwrap();
    assert!(matches!(see(&group, AIME, id).await.state, PlanState::Ended(_)));
    assert_eq!(seen_by(&group, ODILE, visit).await.unwrap().state, State::NotToday);
    assert_eq!(key(add(&group, id, visit_on(12, 14, 1)).await), "visits-not-open");
    group.settle().await;
    assert!(matches!(see(&group, AIME, id).await.state, PlanState::Ended(_)));
});

on_each_database!(whoever_rests_is_asked_for_nothing_and_keeps_no_place, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE]).await;
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(ODILE, rests).await.unwrap();
    assert_eq!(home_of(&group, ODILE).await, Home::default());
    assert!(see(&group, AIME, id).await.visits[0].visitors.is_empty());
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(AIME, rests).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Paused);
});

on_each_database!(kept_apart_is_no_visit_at_all, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN, YOLANDE]).await;
    add(&group, id, visit_on(10, 14, 2)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, FERN, visit).await;
    // Fern keeps apart from Odile, and Aimé from Yolande, after he named her: neither is asked, and no page says why.
    for (who, from) in [(FERN, ODILE), (AIME, YOLANDE)] {
        let from = group.members[from];
        let keeps = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, from).await;
        group.act(who, keeps).await.unwrap();
    }
    group.settle().await;
    for who in [ODILE, YOLANDE] {
        assert_eq!(home_of(&group, who).await, Home::default(), "{who}");
        assert_eq!(key(says(&group, who, visit, Says::Yes).await), "visits-ask-gone");
    }
    // Whoever writes for somebody who keeps apart from her is answered as always, and nothing comes of it.
    let whom = group.members[AIME];
    let less =
        async |tx: &Tx<'_>, permit: Permit<WriteVisits>| ask_less(tx, permit, whom, Channel::Phone, Less::End).await;
    group.act(YOLANDE, less).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Open);
    assert_eq!(done_for(&group.read(), whom).await.unwrap().len(), 1, "he reads that she said he asked");
    // A second record frees a seat that was taken: whoever was there first stays.
    let fern = group.members[FERN];
    comes_second(&group, id, visit).await;
    let seen = see(&group, AIME, id).await;
    assert_eq!(seen.visits[0].visitors, [fern]);
});

/// Simone comes beside Fern, and then keeps apart from her.
async fn comes_second(group: &Group<'_>, id: VisitPlanId, visit: VisitId) {
    changes(group, AIME, id, None, Change::Person(group.members[SIMONE], Answer::Yes)).await.unwrap();
    comes(group, SIMONE, visit).await;
    assert_eq!(see(group, AIME, id).await.visits[0].visitors.len(), 2);
    let fern = group.members[FERN];
    let keeps = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, fern).await;
    group.act(SIMONE, keeps).await.unwrap();
    assert!(seen_by(group, SIMONE, visit).await.is_none());
}

on_each_database!(what_is_said_on_the_telephone_tells_nobody_that_there_are_visits, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE]).await;
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 10, 14, 50).await;
    // Of somebody who has none, and of somebody who has: the same answer.
    let writes = async |whom: usize, less: Less| {
        let whom = group.members[whom];
        let writes =
            async |tx: &Tx<'_>, permit: Permit<WriteVisits>| ask_less(tx, permit, whom, Channel::Phone, less).await;
        group.act(OTHER, writes).await
    };
    writes(SIMONE, Less::NotToday).await.unwrap();
    writes(AIME, Less::NobodyCame).await.unwrap();
    assert_eq!(seen_by(&group, ODILE, visit).await.unwrap().state, State::NobodyCame);
    let seen = see(&group, AIME, id).await;
    assert_eq!(seen.visits[0].closing.as_ref().unwrap().call, [group.members[ODILE]]);
    writes(AIME, Less::Pause).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Paused);
    writes(AIME, Less::End).await.unwrap();
    assert!(matches!(see(&group, AIME, id).await.state, PlanState::Ended(_)));
    assert_eq!(key(writes(OTHER, Less::End).await), "whom: visits-choose-somebody");
    // Asking twice changes nothing of what is there.
    let (whom, again) = (group.members[FERN], asking(&group, &[ODILE], &[]));
    for words in ["Au café du coin", "Ailleurs"] {
        let new = NewPlan { words: words.to_owned(), kind: String::new(), ..again.clone() };
        let asks = async |tx: &Tx<'_>, permit: Permit<WriteVisits>| {
            ask_for(tx, permit, whom, Channel::Paper, new, false).await
        };
        group.act(OTHER, asks).await.unwrap();
    }
    let plans = home_of(&group, FERN).await.plans;
    assert_eq!(plans.len(), 1);
    let kept = plan(&group.read(), plans[0].id, whom).await.unwrap();
    assert_eq!(kept.place.unwrap().words, "Au café du coin");
});

on_each_database!(an_address_is_shown_from_the_evening_before_to_the_end, |world| {
    let group = a_group(world).await;
    let new =
        NewPlan { kind: "home".to_owned(), words: "4, rue des Lilas".to_owned(), ..asking(&group, &[ODILE], &[]) };
    let id = asks(&group, AIME, new).await.unwrap();
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    let place = async || seen_by(&group, ODILE, visit).await.unwrap().place.map(|place| place.words);
    let seen = seen_by(&group, ODILE, visit).await.unwrap();
    assert_eq!((seen.place, seen.place_from), (None, Some(at(9, 19, 0))));
    assert_eq!(my_sheet(&group.read(), group.members[ODILE]).await.unwrap()[0].place, None);
    world.clock.set(at(9, 19, 0));
    assert_eq!(place().await.as_deref(), Some("4, rue des Lilas"));
    assert!(my_sheet(&group.read(), group.members[ODILE]).await.unwrap()[0].place.is_some());
    world.clock.set(at(10, 15, 10));
    assert_eq!(place().await, None);
});

on_each_database!(no_word_four_hours_before_and_another_is_looked_for_beside_her, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN, YOLANDE]).await;
    add(&group, id, visit_on(10, 18, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 10, 14, 29).await;
    assert!(home_of(&group, FERN).await.asks.is_empty());
    it_is(&group, 10, 14, 30).await;
    assert!(home_of(&group, FERN).await.asks.iter().any(|ask| ask.asks_her));
    // She comes after all: nobody is looked for any more, and whoever was asked is thanked.
    does(&group, ODILE, visit, Does::Holds).await.unwrap();
    assert!(home_of(&group, FERN).await.asks.is_empty());
    assert_eq!(key(says(&group, FERN, visit, Says::Yes).await), "rota-cover-covered");
    assert_eq!(key(says(&group, OTHER, visit, Says::Yes).await), "visits-ask-gone");
});

on_each_database!(whoever_loses_her_place_because_another_covers_it_is_told, |world| {
    let group = a_group(world).await;
    for who in [ODILE, FERN] {
        wants_news(&group, who).await;
    }
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 18, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 10, 14, 29).await;
    it_is(&group, 10, 14, 30).await;
    let covered = format!("visit-covered/{visit}");
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors, [group.members[ODILE]]);
    assert!(who_is_told(&group, &covered).await.is_empty(), "she may still come");
    // She said no word: without a letter she would leave for a visit that another one makes.
    comes(&group, FERN, visit).await;
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors, [group.members[FERN]]);
    assert_eq!(who_is_told(&group, &covered).await, [ODILE]);
});

on_each_database!(the_first_yes_takes_the_place, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN, YOLANDE, BASTIEN]).await;
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    comes(&group, BASTIEN, visit).await;
    does(&group, BASTIEN, visit, Does::Free).await.unwrap();
    group.settle().await;
    let (db, of, members) = (&world.db, group.id, &group.members);
    let answers = in_parallel(3, |who| async move {
        db.write(of, async |tx: &Tx<'_>| {
            let permit = membership::powers::ask::<Visit>(tx, members[who]).await?;
            answer(tx, permit, visit, Says::Yes).await
        })
        .await
        .map_err(|no: No| no.message().key.into_owned())
    });
    assert_eq!(answers.iter().filter(|one| **one == Ok(Became::Taken)).count(), 1, "{answers:?}");
    let late = answers.iter().filter(|one| **one == Err("rota-cover-covered".to_owned()));
    assert_eq!(late.count(), 2, "{answers:?}");
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors.len(), 1);
});

on_each_database!(if_nobody_else_can_is_kept_in_mind_and_used, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 11, 10, 0).await;
    does(&group, ODILE, visit, Does::Free).await.unwrap();
    group.settle().await;
    assert_eq!(says(&group, FERN, visit, Says::IfNobodyElse).await.unwrap(), Became::Kept);
    group.settle().await;
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors, [group.members[FERN]], "nobody else could");
});

on_each_database!(whoever_is_needed_because_nobody_else_can_is_told, |world| {
    let group = a_group(world).await;
    for who in [ODILE, FERN] {
        wants_news(&group, who).await;
    }
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    comes(&group, ODILE, visit).await;
    it_is(&group, 11, 10, 0).await;
    does(&group, ODILE, visit, Does::Free).await.unwrap();
    group.settle().await;
    assert_eq!(says(&group, FERN, visit, Says::IfNobodyElse).await.unwrap(), Became::Kept);
    let needed = format!("visit/needed/{visit}");
    assert!(who_is_told(&group, &needed).await.is_empty(), "only she knows until she is needed");
    group.settle().await;
    assert_eq!(who_is_told(&group, &needed).await, [FERN]);
});

on_each_database!(whoever_was_in_doubt_is_told_when_the_clock_gives_her_place_to_another, |world| {
    let group = a_group(world).await;
    for who in [ODILE, FERN] {
        wants_news(&group, who).await;
    }
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 18, 1)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    // She said no word, so that somebody is looked for.
    it_is(&group, 10, 14, 30).await;
    assert_eq!(says(&group, FERN, visit, Says::IfNobodyElse).await.unwrap(), Became::Kept);
    group.settle().await;
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors, [group.members[FERN]]);
    assert_eq!(who_is_told(&group, &format!("visit/needed/{visit}")).await, [FERN]);
    assert_eq!(who_is_told(&group, &format!("visit-covered/{visit}")).await, [ODILE]);
});

on_each_database!(two_who_offered_to_come_if_nobody_else_does_both_come_to_a_visit_of_two, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, YOLANDE, FERN, SIMONE]).await;
    add(&group, id, visit_on(12, 14, 2)).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    for who in [ODILE, YOLANDE] {
        comes(&group, who, visit).await;
    }
    it_is(&group, 11, 10, 0).await;
    for who in [ODILE, YOLANDE] {
        does(&group, who, visit, Does::Free).await.unwrap();
    }
    group.settle().await;
    for who in [FERN, SIMONE] {
        assert_eq!(says(&group, who, visit, Says::IfNobodyElse).await.unwrap(), Became::Kept);
    }
    // Whoever was asked for one of the two seats has her time to answer.
    for hours in 11..20 {
        it_is(&group, 11, hours, 0).await;
    }
    let mut visitors = see(&group, AIME, id).await.visits[0].visitors.clone();
    visitors.sort();
    let mut both = [group.members[FERN], group.members[SIMONE]];
    both.sort();
    assert_eq!(visitors, both);
});

on_each_database!(nobody_is_taken_for_two_visits_of_one_hour_in_the_same_breath, |world| {
    let group = a_group(world).await;
    wants_news(&group, FERN).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let other = asks(&group, SIMONE, asking(&group, &[YOLANDE, FERN], &[])).await.unwrap();
    changes(&group, SIMONE, other, None, Change::Place(four_north())).await.unwrap();
    changes(&group, SIMONE, other, None, Change::Add(visit_on(12, 14, 1))).await.unwrap();
    let both = [(ODILE, of_day(&group, id, 12).await), (YOLANDE, see(&group, SIMONE, other).await.visits[0].id)];
    for (who, visit) in both {
        comes(&group, who, visit).await;
    }
    it_is(&group, 11, 10, 0).await;
    for (who, visit) in both {
        does(&group, who, visit, Does::Free).await.unwrap();
    }
    group.settle().await;
    // She offers for both, and nothing is settled in between: she is needed for both at once.
    for (_, visit) in both {
        assert_eq!(says(&group, FERN, visit, Says::IfNobodyElse).await.unwrap(), Became::Kept);
    }
    group.settle().await;
    let mut visitors = see(&group, AIME, id).await.visits[0].visitors.clone();
    visitors.extend(see(&group, SIMONE, other).await.visits[0].visitors.clone());
    assert_eq!(visitors, [group.members[FERN]], "she cannot be in two places");
    let mut told = Vec::new();
    for (_, visit) in both {
        told.extend(who_is_told(&group, &format!("visit/needed/{visit}")).await);
    }
    assert_eq!(told, [FERN]);
});

on_each_database!(a_slot_of_listening_takes_her_time_and_a_visit_takes_it_too, |world| {
    let group = a_group(world).await;
    for who in [ODILE, FERN] {
        group.listens(who, 3, false).await.unwrap();
    }
    let slot = group.slot(ODILE, 2, 14, 16).await;
    group.takes_slot(ODILE, slot).await.unwrap();
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 14, 2)).await.unwrap();
    group.settle().await;
    let visit = of_day(&group, id, 10).await;
    assert_eq!(home_of(&group, ODILE).await.asks, [], "she is there for whoever calls");
    assert!(says(&group, ODILE, visit, Says::Yes).await.is_err());
    // The other way round.
    comes(&group, FERN, visit).await;
    assert_eq!(key(group.takes_slot(FERN, slot).await), "rota-not-overlap");
    group.leaves_slot(ODILE, slot).await.unwrap();
    group.settle().await;
    assert!(group.sees_week(FERN).await.asked.is_empty(), "nor is she asked for the place that became free");
    assert_eq!(home_of(&group, ODILE).await.asks.len(), 1, "her time is her own again");
});

on_each_database!(own_limits_are_never_passed, |world| {
    let group = a_group(world).await;
    visits_within(&group, ODILE, OwnLimits { a_week: Some(1), ..OwnLimits::default() }).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    add(&group, id, visit_on(11, 14, 1)).await.unwrap();
    let (first, second) = (of_day(&group, id, 10).await, of_day(&group, id, 11).await);
    comes(&group, ODILE, first).await;
    assert_eq!(home_of(&group, ODILE).await.asks, [], "her week is full: she sees nothing");
    assert!(says(&group, ODILE, second, Says::Yes).await.is_err());
    // Enough for now is as if she were away.
    let enough = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say_enough(tx, permit, true).await;
    group.act(FERN, enough).await.unwrap();
    group.settle().await;
    assert_eq!(home_of(&group, FERN).await, Home::default());
    let wrong = OwnLimits {
        a_day: Some(61),
        rest_hours: 999,
        away: vec![Away { from: march(9), until: march(8) }],
        ..OwnLimits::default()
    };
    let says_wrong = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say(tx, permit, wrong, &BTreeSet::new()).await;
    let no = key(group.act(FERN, says_wrong).await);
    assert_eq!(no, "away_until: own-limits-away-wrong, a_day: own-limits-number-wrong, rest: own-limits-number-wrong");
});

on_each_database!(whoever_leaves_is_in_no_plan_and_her_own_is_gone, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE, FERN]).await;
    add(&group, id, visit_on(10, 14, 2)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, FERN, visit).await;
    changes(&group, AIME, id, None, Change::Holder(Some((group.members[FERN], march(20))))).await.unwrap();
    let areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(FERN, leaves).await.unwrap();
    let seen = see(&group, AIME, id).await;
    assert_eq!((seen.holder, seen.visits[0].visitors.len(), seen.named.len()), (None, 0, 1));
    let raw = world.raw().await;
    assert!(!raw.tables_with_member(group.members[FERN]).await.iter().any(|table| table.starts_with("visit")));
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(AIME, leaves).await.unwrap();
    assert_eq!((raw.rows("visit_plan").await, raw.rows("visit_seat").await), (0, 0));
    raw.close().await;
});

on_each_database!(no_column_counts_anybody_and_nothing_readable_is_stored, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[ODILE]).await;
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    let raw = world.raw().await;
    for table in ["own_limit", "visit_plan", "visit", "visit_seat"] {
        for column in raw.columns(table).await {
            let counts = ["count", "total", "score", "missed", "done_by", "note", "reason"];
            assert!(!counts.iter().any(|word| column.contains(word)), "{table}.{column}");
        }
    }
    raw.close().await;
    assert_eq!(crate::commons::kept::scan(world, "Sainte-Maquette").await, [""; 0]);
});

on_each_database!(whoever_is_named_and_said_nothing_yet_reads_that_somebody_hopes_for_her, |world| {
    let group = world.a_group().with_people(11).quick().found().await;
    it_is(&group, 8, 11, 0).await;
    visits(&group, FERN).await;
    let id = a_plan(&group, &[ODILE, FERN, YOLANDE]).await;
    let hoped = async |who: usize| home_of(&group, who).await.is_hoped_for;
    assert!(!hoped(ODILE).await, "no visit is wanted yet");
    add(&group, id, visit_on(10, 14, 1)).await.unwrap();
    // Whoever said what she gives is asked herself; whoever is not named, or refused, reads nothing.
    for (who, reads) in [(ODILE, true), (YOLANDE, true), (FERN, false), (OTHER, false), (REFUSED[0], false)] {
        assert_eq!(hoped(who).await, reads, "{who}");
    }
    // To say that one gives nothing is an answer too.
    let nothing =
        async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say(tx, permit, OwnLimits::default(), &BTreeSet::new()).await;
    group.act(ODILE, nothing).await.unwrap();
    assert!(!hoped(ODILE).await);
    // Whoever says her hours can be asked.
    visits(&group, YOLANDE).await;
    assert!(!hoped(YOLANDE).await);
    assert!(!home_of(&group, YOLANDE).await.asks.is_empty());
    // Kept apart looks like no visit at all.
    visits(&group, AIME).await;
    let two = group.members[AIME];
    let apart = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, two).await;
    group.act(SIMONE, apart).await.unwrap();
    changes(&group, AIME, id, None, Change::Person(group.members[SIMONE], Answer::Yes)).await.unwrap();
    assert!(!hoped(SIMONE).await);
});

on_each_database!(a_visitor_without_a_screen_says_yes_through_somebody_who_knows_of_the_visit, |world| {
    // Only the founders, Odile and Fern, have a screen.
    let group = world.a_group().with_people(11).quick().found().await;
    it_is(&group, 8, 11, 0).await;
    for who in [ODILE, FERN, REFUSED[0]] {
        visits(&group, who).await;
    }
    let id = a_plan(&group, &[ODILE, SIMONE, YOLANDE]).await;
    add(&group, id, visit_on(10, 14, 2)).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    comes(&group, ODILE, visit).await;
    let gives = async |by: usize, whom: usize, windows: Vec<Window>| {
        let whom = group.members[whom];
        let gives =
            async |tx: &Tx<'_>, permit: Permit<WriteVisits>| gives(tx, permit, whom, Channel::Phone, windows).await;
        group.act(by, gives).await
    };
    let says = async |by: usize, whom: usize, said: Said| {
        let whom = group.members[whom];
        let note =
            async |tx: &Tx<'_>, permit: Permit<WriteVisits>| note(tx, permit, visit, whom, Channel::Phone, said).await;
        group.act(by, note).await
    };
    let always = || Window::every_day(hour(8, 0), hour(22, 0)).to_vec();
    // She did not say yet that she visits.
    assert_eq!(key(says(ODILE, SIMONE, Said::Comes).await), "whom: visits-not-theirs");
    assert_eq!(key(gives(ODILE, SIMONE, Vec::new()).await), "days: hours-missing");
    assert_eq!(key(gives(ODILE, FERN, always()).await), "whom: visits-has-screen");
    gives(ODILE, SIMONE, always()).await.unwrap();
    assert!(consents::said(&group.read(), group.members[SIMONE], Use::Visit).await.unwrap());
    // Whoever does not know of the visit writes nothing about it; whoever is refused, or not named, comes through nobody.
    assert_eq!(key(says(FERN, SIMONE, Said::Comes).await), "error-not-found");
    for who in [REFUSED[0], OTHER] {
        assert_eq!(key(says(ODILE, who, Said::Comes).await), "whom: visits-not-theirs");
    }
    says(ODILE, SIMONE, Said::Comes).await.unwrap();
    let visitors = async || seen_by(&group, ODILE, visit).await.unwrap().visitors;
    assert_eq!(visitors().await.len(), 2);
    assert!(visitors().await.contains(&group.members[SIMONE]));
    // She reads who wrote what for her.
    let done = done_for(&group.read(), group.members[SIMONE]).await.unwrap();
    assert_eq!(done.iter().map(|one| (one.by, one.act.as_str())).collect::<BTreeSet<_>>(), {
        BTreeSet::from([(group.members[ODILE], "visiting")])
    });
    // The day before it holds; then she cannot come after all, and another is looked for.
    it_is(&group, 9, 15, 0).await;
    says(AIME, SIMONE, Said::Holds).await.unwrap();
    assert_eq!(key(says(AIME, YOLANDE, Said::Holds).await), "whom: visits-not-theirs");
    assert!(seen_by(&group, SIMONE, visit).await.unwrap().word_holds);
    says(ODILE, SIMONE, Said::CannotCome).await.unwrap();
    assert_eq!(visitors().await, [group.members[ODILE]]);
    // Whoever keeps apart writes nothing for her, and reads the same no as always.
    let simone = group.members[SIMONE];
    let apart = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, simone).await;
    group.act(ODILE, apart).await.unwrap();
    assert_eq!(key(says(ODILE, SIMONE, Said::Comes).await), "whom: visits-not-theirs");
});

on_each_database!(whoever_would_have_come_is_told_and_nobody_is_sent_where_visits_rest, |world| {
    let group = a_group(world).await;
    wants_news(&group, FERN).await;
    let id = a_plan(&group, &[FERN]).await;
    for day in [10, 11] {
        add(&group, id, visit_on(day, 14, 1)).await.unwrap();
        comes(&group, FERN, of_day(&group, id, day).await).await;
    }
    let visit = of_day(&group, id, 10).await;
    it_is(&group, 9, 15, 0).await;
    assert!(seen_by(&group, FERN, visit).await.unwrap().asks_word);
    assert_eq!(my_sheet(&group.read(), group.members[FERN]).await.unwrap().len(), 2);
    // A pause: she has news, is not asked for her word, says none, and her sheet is empty.
    let waiting = async || outbox::waiting_for(&group.read(), group.members[FERN]).await.unwrap().len();
    let before = waiting().await;
    changes(&group, AIME, id, None, Change::Pause).await.unwrap();
    assert_eq!(waiting().await, before + 2, "of both visits");
    assert!(home_of(&group, FERN).await.mine.iter().all(|mine| mine.rests));
    let seen = seen_by(&group, FERN, visit).await.unwrap();
    assert!(seen.rests && !seen.asks_word);
    assert_eq!(key(does(&group, FERN, visit, Does::Holds).await), "visits-not-open");
    assert!(my_sheet(&group.read(), group.members[FERN]).await.unwrap().is_empty());
    changes(&group, AIME, id, None, Change::Resume).await.unwrap();
    // Whoever he refuses stops nothing, and reads the same as anybody.
    let (whom, stops) = (group.members[AIME], Less::End);
    let writes =
        async |tx: &Tx<'_>, permit: Permit<WriteVisits>| ask_less(tx, permit, whom, Channel::Phone, stops).await;
    group.act(REFUSED[0], writes).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Open);
    // Not today: whoever would have come has news, and nobody else.
    world.clock.advance(Duration::minutes(1));
    let before = waiting().await;
    of_one(&group, AIME, id, visit, OfVisit::NotToday).await.unwrap();
    assert_eq!(waiting().await, before + 1);
});

on_each_database!(whom_he_named_writes_down_his_yes_to_somebody_who_offers, |world| {
    let group = a_group(world).await;
    let new = NewPlan { asks_others: true, ..asking(&group, &[BASTIEN], &[]) };
    let whom = group.members[AIME];
    let writes =
        async |tx: &Tx<'_>, permit: Permit<WriteVisits>| ask_for(tx, permit, whom, Channel::Phone, new, true).await;
    group.act(ODILE, writes).await.unwrap();
    let id = home_of(&group, ODILE).await.plans[0].id;
    changes(&group, ODILE, id, Some(Channel::Phone), Change::Place(four_north())).await.unwrap();
    changes(&group, ODILE, id, Some(Channel::Phone), Change::Add(visit_on(10, 14, 1))).await.unwrap();
    let visit = of_day(&group, id, 10).await;
    assert_eq!(says(&group, OTHER, visit, Says::Yes).await.unwrap(), Became::Waits);
    // Without his word she says no yes for him.
    assert_eq!(key(of_one(&group, ODILE, id, visit, OfVisit::Welcome(group.members[OTHER])).await), "visits-not-hers");
    let welcomes = async |tx: &Tx<'_>, permit: Permit<AskVisits>| {
        of_visit(tx, permit, id, visit, Some(Channel::Phone), OfVisit::Welcome(group.members[OTHER])).await
    };
    group.act(ODILE, welcomes).await.unwrap();
    assert_eq!(seen_by(&group, OTHER, visit).await.unwrap().visitors, [group.members[OTHER]]);
    let done = done_for(&group.read(), whom).await.unwrap();
    assert!(done.len() >= 4 && done.iter().all(|one| one.by == group.members[ODILE]));
});

on_each_database!(by_telephone_what_rests_goes_on_and_what_was_written_down_opens, |world| {
    let group = a_group(world).await;
    let whom = group.members[AIME];
    let asks_again = async |by: usize, named: &[usize], writes: bool| {
        let new = asking(&group, named, &[]);
        let again = async |tx: &Tx<'_>, permit: Permit<WriteVisits>| {
            ask_for(tx, permit, whom, Channel::Phone, new, writes).await
        };
        group.act(by, again).await.unwrap();
    };
    // Written down in good times; asked for by telephone on the day.
    let later = NewPlan { later: true, ..asking(&group, &[FERN], &REFUSED) };
    let id = asks(&group, AIME, later).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Wished);
    asks_again(BASTIEN, &[YOLANDE, BASTIEN, REFUSED[1]], true).await;
    let seen = see(&group, AIME, id).await;
    // Who acts for him stays as he said, and whoever writes opens nothing to herself.
    assert_eq!((seen.state, seen.holder), (PlanState::Open, None));
    assert_eq!(seen.named, [FERN, YOLANDE].map(|who| group.members[who]).into(), "a no stays a no");
    assert!(home_of(&group, BASTIEN).await.plans.is_empty());
    // What rests goes on; whoever is refused changes nothing, and is answered the same.
    changes(&group, AIME, id, None, Change::Pause).await.unwrap();
    asks_again(REFUSED[0], &[ISIDORE], true).await;
    let seen = see(&group, AIME, id).await;
    assert_eq!((seen.state, seen.named.len()), (PlanState::Paused, 2));
    asks_again(ODILE, &[], false).await;
    assert_eq!(see(&group, AIME, id).await.state, PlanState::Open);
    // Somebody who has a screen says it there: a call of another lifts no pause of hers.
    changes(&group, AIME, id, None, Change::Pause).await.unwrap();
    group.comes_in(AIME).await.unwrap();
    asks_again(ODILE, &[ISIDORE], false).await;
    let seen = see(&group, AIME, id).await;
    assert_eq!((seen.state, seen.named.len()), (PlanState::Paused, 2));
});

on_each_database!(whoever_offered_already_comes_once_she_is_named, |world| {
    let group = a_group(world).await;
    let id = asks(&group, AIME, NewPlan { asks_others: true, ..asking(&group, &[], &REFUSED) }).await.unwrap();
    changes(&group, AIME, id, None, Change::Place(four_north())).await.unwrap();
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    group.settle().await;
    let asked = async |who: usize| home_of(&group, who).await.asks.iter().any(|ask| ask.asks_her);
    let mut offers = None;
    for who in (0..11).filter(|who| *who != AIME) {
        if asked(who).await {
            offers = Some(who);
        }
    }
    let who = offers.unwrap();
    assert_eq!(says(&group, who, visit, Says::Yes).await.unwrap(), Became::Waits);
    // An offer that was kept without its hour, by an earlier version, reads as one that had its time.
    let raw = group.world.raw().await;
    raw.run("UPDATE visit_seat SET since = NULL WHERE state = 'willing'").await.unwrap();
    assert!(see(&group, AIME, id).await.visits[0].visitors.is_empty());
    raw.close().await;
    assert_eq!(says(&group, who, visit, Says::Yes).await.unwrap(), Became::Waits);
    let person = group.members[who];
    changes(&group, AIME, id, None, Change::Person(person, Answer::Yes)).await.unwrap();
    assert_eq!(see(&group, AIME, id).await.visits[0].visitors, [person], "both said yes");
});

on_each_database!(whoever_calls_instead_of_visiting_reads_the_number_when_it_is_time, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[FERN]).await;
    add(&group, id, NewVisit { by_phone: true, ..visit_on(12, 14, 1) }).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    group.settle().await;
    comes(&group, FERN, visit).await;
    let opens = async |who: usize| {
        let opens = async |tx: &Tx<'_>, permit: Permit<Visit>| open_number(tx, permit, visit).await;
        group.act(who, opens).await
    };
    it_is(&group, 11, 18, 59).await;
    assert_eq!(key(opens(FERN).await), "error-not-found", "not before the evening");
    it_is(&group, 11, 19, 0).await;
    for who in [OTHER, AIME] {
        assert_eq!(key(opens(who).await), "error-not-found");
    }
    let seen = seen_by(&group, FERN, visit).await.unwrap();
    assert!(seen.may_open_number && seen.number.is_none(), "closed until she opens it");
    // Where there is no number nothing is written down about reading one.
    assert_eq!(key(opens(FERN).await), "visits-no-number");
    let raw = group.world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM reader_log WHERE purpose = 'visit'").await, 0);
    raw.close().await;
    group.has_number(AIME).await;
    opens(FERN).await.unwrap();
    assert_eq!(seen_by(&group, FERN, visit).await.unwrap().number.as_deref(), Some("819 555-0105"));
    // Whose number it is reads who opened it, and what for.
    let raw = group.world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM reader_log WHERE purpose = 'visit'").await, 1);
    raw.close().await;
    it_is(&group, 12, 15, 10).await;
    assert_eq!(key(opens(FERN).await), "error-not-found", "it is over");
});

on_each_database!(nobody_is_asked_in_her_own_quiet_hours, |world| {
    let group = a_group(world).await;
    let until_noon = Quiet { from: hour(21, 0), until: hour(12, 0) };
    let quiet = Choices { quiet: until_noon, ..Choices::default() };
    let sleeps =
        async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| say_calls(tx, permit, &BTreeSet::new(), quiet).await;
    group.act(FERN, sleeps).await.unwrap();
    let id = a_plan(&group, &[FERN]).await;
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let asks_her = async || home_of(&group, FERN).await.asks.iter().any(|ask| ask.asks_her);
    it_is(&group, 8, 11, 59).await;
    assert!(!asks_her().await);
    it_is(&group, 8, 12, 0).await;
    assert!(asks_her().await);
});

on_each_database!(where_nobody_came_both_sides_are_told, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[FERN]).await;
    changes(&group, AIME, id, None, Change::Holder(Some((group.members[BASTIEN], march(30))))).await.unwrap();
    add(&group, id, visit_on(12, 14, 1)).await.unwrap();
    let visit = of_day(&group, id, 12).await;
    group.settle().await;
    comes(&group, FERN, visit).await;
    for who in [FERN, BASTIEN] {
        wants_news(&group, who).await;
    }
    it_is(&group, 12, 14, 45).await;
    // He says it on the telephone to somebody who knows nothing of it.
    let whom = group.members[AIME];
    let less = async |tx: &Tx<'_>, permit: Permit<WriteVisits>| {
        ask_less(tx, permit, whom, Channel::Phone, Less::NobodyCame).await
    };
    group.act(OTHER, less).await.unwrap();
    assert_eq!(who_is_told(&group, &format!("visit-nobody/{visit}")).await, [FERN, BASTIEN]);
    assert_eq!(seen_by(&group, FERN, visit).await.unwrap().state, State::NobodyCame);
});

on_each_database!(a_door_that_stayed_shut_is_said_of_the_place_and_of_nobody, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[FERN]).await;
    for day in [12, 13] {
        add(&group, id, visit_on(day, 14, 1)).await.unwrap();
        comes(&group, FERN, of_day(&group, id, day).await).await;
    }
    let visit = of_day(&group, id, 12).await;
    it_is(&group, 12, 13, 0).await;
    assert_eq!(key(does(&group, FERN, visit, Does::TurnedAway).await), "visits-not-so", "nobody was there yet");
    it_is(&group, 12, 14, 40).await;
    does(&group, FERN, visit, Does::TurnedAway).await.unwrap();
    let seen = seen_by(&group, FERN, visit).await.unwrap();
    assert_eq!(seen.state, State::NotToday);
    // Of the next one nobody's word is taken before somebody called the ward.
    let next = of_day(&group, id, 13).await;
    let card = seen_by(&group, FERN, next).await.unwrap().place.unwrap();
    assert_eq!((card.is_old, card.ward.unwrap().turned_away), (true, Some(march(12))));
    assert_eq!(key(does(&group, FERN, next, Does::Holds).await), "visits-not-old-card");
    does(&group, FERN, next, Does::CardIsRight).await.unwrap();
    does(&group, FERN, next, Does::Holds).await.unwrap();
});

on_each_database!(what_is_to_correct_in_a_visit_and_in_a_card_is_said_field_by_field, |world| {
    let group = a_group(world).await;
    let id = a_plan(&group, &[FERN]).await;
    let adds = async |visit: NewVisit| key(add(&group, id, visit).await);
    let good = visit_on(12, 14, 1);
    assert_eq!(adds(NewVisit { minutes: 0, ..good }).await, "minutes: visits-minutes-wrong");
    assert_eq!(adds(NewVisit { minutes: 241, ..good }).await, "minutes: visits-minutes-wrong");
    assert_eq!(adds(NewVisit { seats: 0, ..good }).await, "seats: visits-seats-wrong");
    assert_eq!(adds(NewVisit { seats: 7, ..good }).await, "seats: visits-seats-wrong");
    assert_eq!(adds(NewVisit { date: march(7), ..good }).await, "day: visits-day-wrong");
    assert_eq!(adds(NewVisit { date: march(8), from: hour(10, 0), ..good }).await, "from: visits-hour-past");
    let puts = async |place: NewPlace| key(changes(&group, AIME, id, None, Change::Place(place)).await);
    assert_eq!(puts(NewPlace { phone: "poste 12".to_owned(), ..four_north() }).await, "phone: ward-phone-wrong");
    let things = vec!["x".repeat(81)];
    assert_eq!(puts(NewPlace { not_to_bring: things, ..four_north() }).await, "not_to_bring: visits-things-wrong");
    assert_eq!(puts(NewPlace { kept_for_others: 2, ..four_north() }).await, "kept_for_others: visits-no-room");
    assert_eq!(puts(NewPlace { on: march(9), ..four_north() }).await, "on: visits-checked-later");
    assert_eq!(puts(NewPlace { windows: Vec::new(), ..four_north() }).await, "days: hours-missing");
    // The card of rights is not empty.
    let writes = async |tx: &Tx<'_>, permit: Permit<KeepRightsCard>| {
        mutual_aid::commands::visits::rights::write(tx, permit, "fr", " ", march(8)).await
    };
    assert_eq!(key(group.act(FERN, writes).await), "words: rights-empty");
    // Nothing of it was kept.
    assert!(see(&group, AIME, id).await.visits.is_empty());
});
