//! Aimé's visits (story 4.4), and the promises on any walk.

use super::ladder::{Due, Offer, after_nobody_came, asks_whether_it_is_over, due, may_say_nobody_came};
use super::plan::{Holder, Place, State as PlanState, Visitor};
use super::sight::{Part, Reader, Sight, place_goes, plan_goes, sight, slot_goes};
use super::slot::{Seat, State, Word};
use super::*;
use chrono::{Duration, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;
use proptest::prelude::*;
use rota::cover::{Answer, Candidate, Cover, End, Event as CoverEvent, Next};
use rota::time::{Window, at_wall_clock, within};
use rota::{Engagement, Kind, Limits, Time};
use std::collections::BTreeSet;

const HERE: Tz = Tz::America__Toronto;
const ODILE: u32 = 1;
const BASTIEN: u32 = 2;
const AIME: u32 = 5;
const FERN: u32 = 6;
const ISIDORE: u32 = 9;
const YOLANDE: u32 = 28;
const SIMONE: u32 = 34;
const TELESPHORE: u32 = 35;
/// Two people to whom Aimé says no.
const REFUSED: [u32; 2] = [15, 24];
const NAMED: [u32; 7] = [ODILE, FERN, YOLANDE, BASTIEN, SIMONE, ISIDORE, TELESPHORE];

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, day).unwrap()
}
fn hour(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}
fn at(day: u32, hours: u32, minutes: u32) -> Time {
    at_wall_clock(HERE, march(day), hour(hours, minutes))
}
fn visit(day: u32, hours: u32, seats: u16) -> Slot<u32> {
    Slot::new(march(day), hour(hours, 30), 40, Manner::There, seats)
}
fn refused(one: u32, other: u32) -> bool {
    one == AIME && REFUSED.contains(&other)
}
fn always() -> Vec<Window> {
    Window::every_day(hour(0, 0), hour(0, 0)).to_vec()
}
fn anything() -> Limits {
    Limits { yes_to: Kind::ALL.into(), windows: always(), ..Limits::default() }
}
fn reader(who: u32) -> Reader<u32> {
    Reader { who, could_come: true }
}
fn sees(schedule: &Schedule<u32>, place: usize, who: u32, now: Time) -> Sight {
    sight(HERE, schedule, &schedule.slots[place], reader(who), now, refused)
}

fn four_north() -> Ward {
    let hours = [Window::every_day(hour(14, 0), hour(16, 0)), Window::every_day(hour(18, 0), hour(20, 0))].concat();
    let nothing = ["food", "cords", "plastic bags"].map(|thing| Fact::by_phone(thing.to_owned(), march(8)));
    Ward {
        hours: Fact::by_phone(hours, march(8)),
        at_once: Fact::by_phone(2, march(8)),
        kept_for_others: 0,
        call_first: Some(Fact::by_phone(true, march(8))),
        register: None,
        arrive_before: None,
        phone: None,
        least_age: None,
        papers: None,
        not_to_bring: nothing.into(),
        turned_away: None,
    }
}

fn wishes(place: Place) -> Plan<u32> {
    Plan {
        person: AIME,
        holder: None,
        named: NAMED.into(),
        asks_others: false,
        caps: Caps { a_day: 1, a_week: 6, at_once: 3, minutes: 40 },
        windows: Window::every_day(hour(13, 0), hour(21, 0)).to_vec(),
        faces: Faces::Any,
        call_instead: false,
        yes_until: None,
        place,
        state: PlanState::Wished,
    }
}

fn opened(slots: Vec<Slot<u32>>) -> Schedule<u32> {
    let schedule = Schedule { plan: wishes(Place::Ward(four_north())), slots: Vec::new() };
    schedule.after(HERE, By::AtHerRequest(ODILE), Act::Open(slots), at(8, 11, 0)).unwrap()
}

/// Something happens to one visit.
fn happens(schedule: &mut Schedule<u32>, place: usize, event: Event<u32>, now: Time) {
    schedule.slots[place] = schedule.slots[place].after(HERE, &event, now).unwrap();
}

/// She is asked, and says yes, if she may be asked at all.
fn says_yes(schedule: &mut Schedule<u32>, place: usize, seat: u16, who: u32, now: Time) {
    let limits = anything();
    let visitor = Visitor { who, limits: &limits, held: &[] };
    schedule.may_come(HERE, &schedule.slots[place], &visitor, refused).unwrap();
    let known = schedule.plan.named.contains(&who);
    happens(schedule, place, Event::Offered { seat, who, known, old_card: false }, now);
}

/// Everything that is due is done, until nothing is left to do. Who was reminded and asked is given back.
fn does_what_is_due(schedule: &mut Schedule<u32>, place: usize, now: Time) -> Vec<Due<u32>> {
    let mut done = Vec::new();
    for _ in 0..20 {
        let first = due(HERE, schedule, &schedule.slots[place], now).into_iter().find(|one| one.event().is_some());
        let Some(first) = first else { return done };
        happens(schedule, place, first.event().unwrap(), now);
        done.push(first);
    }
    panic!("it never ends: {done:?}");
}

#[test]
fn the_visits_of_aime() {
    let planned = [
        (10, 14, vec![ODILE, FERN]),
        (11, 18, vec![YOLANDE, BASTIEN]),
        (13, 14, vec![ODILE, TELESPHORE]),
        (14, 14, vec![FERN, ISIDORE]),
        (15, 18, vec![YOLANDE]),
        (17, 14, vec![BASTIEN, ISIDORE]),
        (18, 18, vec![ODILE]),
        (20, 14, vec![YOLANDE, TELESPHORE]),
        (21, 14, vec![ODILE, FERN]),
    ];
    let slots = planned.iter().map(|(day, hours, who)| visit(*day, *hours, u16::try_from(who.len()).unwrap()));
    let mut schedule = opened(slots.collect());
    for (place, (_, _, who)) in planned.iter().enumerate() {
        for (seat, who) in (0..).zip(who) {
            says_yes(&mut schedule, place, seat, *who, at(8, 15, 0));
        }
    }
    let seats: usize = schedule.slots.iter().map(|slot| slot.visitors().count()).sum();
    assert_eq!((schedule.slots.len(), seats), (9, 16));

    // 1. The two to whom he says no: there is no such visit, on any day, and they cannot be asked.
    let limits = anything();
    for who in REFUSED {
        for place in 0..9 {
            assert_eq!(sees(&schedule, place, who, at(12, 9, 0)), Sight::Nothing);
            let visitor = Visitor { who, limits: &limits, held: &[] };
            let asked = schedule.may_come(HERE, &schedule.slots[place], &visitor, refused);
            assert_eq!(asked, Err(NotPossible::NotForHer));
        }
    }
    // 2. At 17:00 the ward has no visits, and it lets in two at once.
    let at_five = Slot::new(march(12), hour(17, 0), 40, Manner::There, 1);
    assert_eq!(schedule.fits(HERE, &at_five), Err(NotPossible::WardHours));
    assert_eq!(schedule.fits(HERE, &visit(12, 14, 3)), Err(NotPossible::WardCompany(2)));
    assert_eq!(schedule.fits(HERE, &visit(12, 14, 4)), Err(NotPossible::HerCompany(3)));
    // 3. The clocks change in the night to the 14th: it is still at half past two.
    let starts = schedule.slots[3].when(HERE).start;
    assert_eq!(starts.with_timezone(&HERE).naive_local(), march(14).and_time(hour(14, 30)));
    assert_eq!(starts.to_rfc3339(), "2027-03-14T18:30:00+00:00");
    // 6. The evening before, at seven, each of the two is told, and nobody else; the place is theirs alone.
    assert_eq!(due(HERE, &schedule, &schedule.slots[0], at(9, 14, 29)), []);
    let asked = does_what_is_due(&mut schedule, 0, at(9, 14, 30));
    assert_eq!(asked, [Due::AskWord { seat: 0, to: ODILE }, Due::AskWord { seat: 1, to: FERN }]);
    assert_eq!(does_what_is_due(&mut schedule, 0, at(9, 18, 59)), []);
    let reminded = does_what_is_due(&mut schedule, 0, at(9, 19, 0));
    assert_eq!(reminded, [Due::Remind { seat: 0, to: ODILE }, Due::Remind { seat: 1, to: FERN }]);
    let whole: Vec<u32> = NAMED
        .into_iter()
        .filter(|who| sees(&schedule, 0, *who, at(9, 19, 0)) == Sight::Visit { place: true })
        .collect();
    assert_eq!(whole, [ODILE, FERN]);
    assert_eq!(sees(&schedule, 0, BASTIEN, at(9, 19, 0)), Sight::Nothing, "no seat is free");
    // The two keys, then the visit.
    for seat in [0, 1] {
        happens(&mut schedule, 0, Event::WordHeld { seat }, at(9, 20, 0));
    }
    happens(&mut schedule, 0, Event::HerYes, at(10, 9, 0));
    assert_eq!(schedule.may_begin(HERE, &schedule.slots[0], at(10, 14, 30)), Err(NotPossible::NotToday));
    happens(&mut schedule, 0, Event::WardsYes, at(10, 13, 0));
    assert_eq!(schedule.may_begin(HERE, &schedule.slots[0], at(10, 14, 30)), Ok(()));
    happens(&mut schedule, 0, Event::Began, at(10, 14, 30));
    assert_eq!(does_what_is_due(&mut schedule, 0, at(10, 15, 10)), [Due::End]);

    // 4. At the door on the 13th: not today. One act, no text, and the place is theirs no more.
    schedule = schedule.after(HERE, By::AtHerRequest(ODILE), Act::NotToday(2), at(13, 14, 31)).unwrap();
    assert_eq!(schedule.slots[2].state, State::NotToday);
    assert_eq!(sees(&schedule, 2, TELESPHORE, at(13, 14, 32)), Sight::Visit { place: false });

    // 5. Bastien has a cold: his seat is free, and those who may come get one quiet ask.
    happens(&mut schedule, 5, Event::Freed { seat: 0 }, at(17, 9, 0));
    assert_eq!(
        sees(&schedule, 5, BASTIEN, at(17, 9, 1)),
        Sight::SomebodyIsLookedFor { date: march(17), part: Part::Afternoon }
    );
    let starts = schedule.slots[5].when(HERE).start;
    let could = |who: &u32| {
        let visitor = Visitor { who: *who, limits: &limits, held: &[] };
        *who != BASTIEN && schedule.may_come(HERE, &schedule.slots[5], &visitor, refused).is_ok()
    };
    let everybody = NAMED.into_iter().chain(REFUSED).chain([AIME]);
    let candidates: Vec<Candidate<u32>> = everybody
        .filter(could)
        .map(|who| Candidate { who, asked: None, from: at(17, 9, 0), draw: rota::order::draw(17, who.into()) })
        .collect();
    assert_eq!(candidates.len(), 5, "the named ones but Bastien and Isidore");
    let Next::Ask { who, until } = Cover::of(starts).next(at(17, 9, 0), &candidates) else { panic!("three are asked") };
    assert_eq!((who.len(), until), (3, at(17, 10, 22) + Duration::seconds(30)));
    let events = [
        CoverEvent::Asked { who, until },
        // Simone has no phone; Isidore knocks at her door.
        CoverEvent::Said { who: SIMONE, answer: Answer::Yes },
    ];
    assert_eq!(Cover::replayed(starts, &events).end(), Some(End::Covered(SIMONE)));
    says_yes(&mut schedule, 5, 0, SIMONE, at(17, 10, 0));
    assert_eq!(schedule.slots[5].visitors().collect::<Vec<_>>(), [SIMONE, ISIDORE]);
    assert!(matches!(schedule.slots[5].seats[0], Seat::Taken { word: Word::Held, .. }), "she just said so");
    assert_eq!(sees(&schedule, 5, BASTIEN, at(17, 10, 1)), Sight::Nothing);

    // 10. No sign of life is asked for. After three days, one question to whoever keeps it.
    assert!(!asks_whether_it_is_over(HERE, &schedule, at(23, 12, 0)));
    assert!(asks_whether_it_is_over(HERE, &schedule, at(24, 16, 0)));
    // Home on the 23rd. 9. On 6 April nothing is left, for anybody.
    assert_eq!(sees(&schedule, 8, FERN, at(22, 15, 9)), Sight::Visit { place: true });
    assert_eq!(sees(&schedule, 8, FERN, at(22, 15, 10)), Sight::Visit { place: false });
    let schedule = schedule.after(HERE, By::Herself, Act::End, at(23, 11, 0)).unwrap();
    let sixth_of_april = at_wall_clock(HERE, NaiveDate::from_ymd_opt(2027, 4, 6).unwrap(), hour(11, 0));
    assert_eq!(plan_goes(&schedule), Some(sixth_of_april));
    assert_eq!(place_goes(&schedule), Some(at(24, 11, 0)));
    for (place, slot) in schedule.slots.iter().enumerate() {
        assert!(slot_goes(HERE, &schedule, slot) <= sixth_of_april);
        for who in NAMED.into_iter().chain([AIME]) {
            assert_eq!(sees(&schedule, place, who, sixth_of_april), Sight::Nothing);
        }
    }
}

#[test]
fn without_a_word_another_one_is_looked_for_and_the_first_may_still_come() {
    let mut schedule = opened(vec![visit(12, 14, 1)]);
    says_yes(&mut schedule, 0, 0, BASTIEN, at(8, 15, 0));
    does_what_is_due(&mut schedule, 0, at(11, 19, 0));
    assert_eq!(does_what_is_due(&mut schedule, 0, at(12, 10, 29)), []);
    assert_eq!(does_what_is_due(&mut schedule, 0, at(12, 10, 30)), [Due::Doubt { seat: 0 }]);
    assert!(schedule.slots[0].has_a_free_seat());
    let mut still = schedule.clone();
    happens(&mut still, 0, Event::WordHeld { seat: 0 }, at(12, 11, 0));
    assert!(!still.slots[0].has_a_free_seat());
    says_yes(&mut schedule, 0, 0, FERN, at(12, 11, 0));
    assert_eq!(schedule.slots[0].visitors().collect::<Vec<_>>(), [FERN]);
}

#[test]
fn nobody_came_is_care_for_both() {
    let mut schedule = opened(vec![visit(12, 14, 1), visit(13, 14, 1)]);
    says_yes(&mut schedule, 0, 0, BASTIEN, at(8, 15, 0));
    assert!(!may_say_nobody_came(HERE, &schedule.slots[0], at(12, 14, 44)));
    assert!(may_say_nobody_came(HERE, &schedule.slots[0], at(12, 14, 45)));
    assert_eq!(after_nobody_came(&schedule.slots[0]), []);
    happens(&mut schedule, 0, Event::NobodyCame, at(12, 14, 50));
    let offers = [Offer::CallTheVisitor(BASTIEN), Offer::AnotherVisit, Offer::CallNow];
    assert_eq!(after_nobody_came(&schedule.slots[0]), offers);
    assert_eq!(slot_goes(HERE, &schedule, &schedule.slots[0]), at(12, 15, 10) + Duration::days(14));
    // Whoever does not press any button leaves no trace of it.
    assert_eq!(does_what_is_due(&mut schedule, 1, at(13, 15, 10)), [Due::End]);
}

#[test]
fn a_name_is_known_when_both_said_yes() {
    let mut schedule = opened(vec![visit(12, 18, 1)]);
    schedule.plan.asks_others = true;
    let stranger = 20;
    let looked_for = Sight::SomebodyIsLookedFor { date: march(12), part: Part::Evening };
    assert_eq!(sees(&schedule, 0, stranger, at(9, 9, 0)), looked_for);
    let not_now = Reader { who: stranger, could_come: false };
    assert_eq!(sight(HERE, &schedule, &schedule.slots[0], not_now, at(9, 9, 0), refused), Sight::Nothing);
    says_yes(&mut schedule, 0, 0, stranger, at(9, 10, 0));
    assert_eq!(schedule.slots[0].seats, [Seat::Willing { who: stranger, since: at(9, 10, 0) }]);
    assert_eq!(sees(&schedule, 0, stranger, at(9, 10, 0)), looked_for);
    happens(&mut schedule, 0, Event::Welcomed { seat: 0, old_card: false }, at(9, 12, 0));
    assert_eq!(sees(&schedule, 0, stranger, at(9, 12, 0)), Sight::Visit { place: true });
}

#[test]
fn what_does_not_fit_where_it_stands_changes_nothing() {
    let slot = visit(12, 14, 1).after(HERE, &Event::Proposed { seat: 0, to: FERN }, at(9, 9, 0)).unwrap();
    let tries = |event| slot.after(HERE, &event, at(9, 10, 0));
    let offers = |who| tries(Event::Offered { seat: 0, who, known: true, old_card: false });
    assert_eq!(offers(ODILE), Err(NotPossible::NotForHer), "somebody else is asked");
    assert!(offers(FERN).is_ok());
    for event in [Event::Began, Event::NobodyCame, Event::Ended, Event::Freed { seat: 0 }, Event::LeftFree { seat: 1 }]
    {
        assert_eq!(tries(event), Err(NotPossible::NotSo), "{event:?}");
    }
    assert_eq!(slot.after(HERE, &Event::NotToday, at(12, 15, 10)), Err(NotPossible::NotSo), "it is over");
}

#[test]
fn kept_apart_is_no_visit_at_all() {
    let mut schedule = opened(vec![visit(12, 18, 2)]);
    schedule.plan.asks_others = true;
    says_yes(&mut schedule, 0, 0, FERN, at(9, 9, 0));
    let looked_for = Sight::SomebodyIsLookedFor { date: march(12), part: Part::Evening };
    let (stranger, limits) = (20, anything());
    let with = |apart: fn(u32, u32) -> bool| {
        let visitor = Visitor { who: stranger, limits: &limits, held: &[] };
        let may = schedule.may_come(HERE, &schedule.slots[0], &visitor, apart);
        (sight(HERE, &schedule, &schedule.slots[0], reader(stranger), at(9, 10, 0), apart), may)
    };
    assert_eq!(with(|_, _| false), (looked_for, Ok(())));
    let nothing = (Sight::Nothing, Err(NotPossible::NotForHer));
    // From whoever is visited and from who comes too, whichever of the two said so.
    assert_eq!(with(|one, other| (one, other) == (AIME, 20)), nothing);
    assert_eq!(with(|one, other| (one, other) == (20, AIME)), nothing);
    assert_eq!(with(|one, other| (one, other) == (FERN, 20)), nothing);
    assert_eq!(with(|one, other| (one, other) == (20, FERN)), nothing);
    // A seat that she has already is no window on it either, once they are kept apart.
    let hers =
        |who, apart: fn(u32, u32) -> bool| sight(HERE, &schedule, &schedule.slots[0], reader(who), at(9, 10, 0), apart);
    assert_eq!(hers(FERN, |_, _| false), Sight::Visit { place: true });
    assert_eq!(hers(FERN, |one, other| (one, other) == (AIME, FERN)), Sight::Nothing);
}

#[test]
fn when_it_is_over_the_place_goes_the_next_day() {
    let mut schedule = opened(vec![visit(12, 14, 1)]);
    says_yes(&mut schedule, 0, 0, FERN, at(9, 10, 0));
    happens(&mut schedule, 0, Event::Began, at(12, 14, 30));
    happens(&mut schedule, 0, Event::Ended, at(12, 14, 40));
    let ended = schedule.after(HERE, By::Herself, Act::End, at(12, 14, 45)).unwrap();
    assert_eq!(ended.slots[0].state, State::Done, "what was, was");
    let shown = |hours, minutes| sees(&ended, 0, FERN, at(13, hours, minutes)) == Sight::Visit { place: true };
    assert_eq!([shown(14, 44), shown(14, 45)], [true, false]);
    assert_eq!(ended.after(HERE, By::Herself, Act::Resume, at(12, 15, 0)), Err(NotPossible::NotOpen));
}

#[test]
fn an_address_is_shown_from_the_evening_before_to_the_end() {
    let mut schedule = opened(vec![visit(12, 14, 1)]);
    schedule.plan.place = Place::Home;
    says_yes(&mut schedule, 0, 0, FERN, at(9, 10, 0));
    let shown = |day, hours, minutes| sees(&schedule, 0, FERN, at(day, hours, minutes)) == Sight::Visit { place: true };
    assert_eq!([shown(11, 18, 59), shown(11, 19, 0), shown(12, 15, 9), shown(12, 15, 10)], [false, true, true, false]);
}

#[test]
fn paper_holds_her_own_visits_and_a_day_to_tear_it_up() {
    let mut schedule = opened(vec![visit(12, 14, 2), visit(14, 14, 1)]);
    for (place, seat, who) in [(0, 0, FERN), (0, 1, SIMONE), (1, 0, FERN)] {
        says_yes(&mut schedule, place, seat, who, at(8, 15, 0));
    }
    let hers = sheets::of_visitor(HERE, &schedule, SIMONE, at(9, 9, 0));
    let line = sheets::Line {
        date: march(12),
        from: hour(14, 30),
        minutes: 40,
        manner: Manner::There,
        place_until: Some(march(13)),
    };
    assert_eq!(hers, [line]);
    let his = sheets::of_person(HERE, &schedule, at(13, 9, 0));
    assert_eq!(his, [(march(14), hour(14, 30), vec![FERN])]);
    assert_eq!(sheets::torn_up_on(HERE, &schedule), Some(march(28)));
    schedule.plan.place = Place::Home;
    assert_eq!(sheets::of_visitor(HERE, &schedule, SIMONE, at(9, 9, 0))[0].place_until, None, "not before the evening");
}

#[test]
fn an_old_card_is_asked_anew_before_anybody_is() {
    let mut schedule = opened(vec![visit(12, 14, 1)]);
    says_yes(&mut schedule, 0, 0, FERN, at(8, 15, 0));
    let Place::Ward(ward) = &mut schedule.plan.place else { panic!("a ward") };
    ward.hours.on = march(8) - Duration::days(57);
    assert_eq!(schedule.may_be_confirmed(march(11)), Ok(()));
    assert_eq!(schedule.may_be_confirmed(march(12)), Err(NotPossible::OldCard));
    let due_now = due(HERE, &schedule, &schedule.slots[0], at(12, 11, 0));
    assert_eq!(due_now, [Due::CallTheWard, Due::Remind { seat: 0, to: FERN }], "nobody is in doubt because of a card");
    // Whoever says yes within a day of it is asked for her word too, once somebody called the ward; and it does not begin before.
    let free = schedule.slots[0].after(HERE, &Event::Freed { seat: 0 }, at(12, 9, 0)).unwrap();
    let late = |old_card| {
        let yes = Event::Offered { seat: 0, who: ODILE, known: true, old_card };
        let taken = free.after(HERE, &yes, at(12, 9, 0)).unwrap();
        let Seat::Taken { word, .. } = taken.seats[0] else { panic!("{taken:?}") };
        word
    };
    assert_eq!((late(true), late(false)), (Word::Given, Word::Held));
    schedule.slots[0].her_yes = Some(march(12));
    schedule.slots[0].wards_yes = Some(march(12));
    assert_eq!(schedule.may_begin(HERE, &schedule.slots[0], at(12, 14, 30)), Err(NotPossible::OldCard));
}

#[test]
fn an_offer_without_an_answer_leaves_the_seat_free_again() {
    let mut schedule = opened(vec![visit(12, 14, 1)]);
    schedule.plan.asks_others = true;
    says_yes(&mut schedule, 0, 0, 20, at(9, 10, 0));
    assert_eq!(does_what_is_due(&mut schedule, 0, at(10, 9, 59)), []);
    assert_eq!(does_what_is_due(&mut schedule, 0, at(10, 10, 0)), [Due::LeaveFree { seat: 0 }]);
    // Nearer to it, half of what is left.
    says_yes(&mut schedule, 0, 0, 20, at(12, 10, 30));
    assert_eq!(does_what_is_due(&mut schedule, 0, at(12, 12, 29)), []);
    assert_eq!(does_what_is_due(&mut schedule, 0, at(12, 12, 30)), [Due::LeaveFree { seat: 0 }]);
}

#[test]
fn a_visit_begins_near_its_hour_and_a_short_one_is_missed_sooner() {
    let mut schedule = opened(vec![Slot { minutes: 10, ..visit(12, 14, 1) }]);
    says_yes(&mut schedule, 0, 0, FERN, at(9, 10, 0));
    let slot = schedule.slots[0].clone();
    let tries = |event: Event<u32>, now| slot.after(HERE, &event, now).map(|slot| slot.state);
    assert_eq!(tries(Event::Began, at(12, 13, 29)), Err(NotPossible::NotSo));
    assert_eq!(tries(Event::Began, at(12, 13, 30)), Ok(State::Begun));
    assert_eq!(tries(Event::Began, at(12, 14, 40)), Err(NotPossible::NotSo));
    assert!(!may_say_nobody_came(HERE, &slot, at(12, 14, 34)) && may_say_nobody_came(HERE, &slot, at(12, 14, 35)));
}

#[test]
fn nobody_is_sent_after_the_last_hour_at_the_door() {
    let mut ward = four_north();
    ward.arrive_before = Some(Fact::by_phone(45, march(8)));
    let schedule = Schedule { plan: Plan { state: PlanState::Open, ..wishes(Place::Ward(ward)) }, slots: Vec::new() };
    assert_eq!(schedule.fits(HERE, &visit(12, 14, 1)), Ok(()));
    let late = Slot { from: hour(15, 16), ..visit(12, 15, 1) };
    assert_eq!(schedule.fits(HERE, &late), Err(NotPossible::WardHours));
}

#[test]
fn a_ward_keeps_room_for_family() {
    let mut ward = four_north();
    ward.kept_for_others = 1;
    let plan = wishes(Place::Ward(ward));
    assert_eq!(plan.room(), 1);
    let schedule = Schedule { plan: Plan { state: PlanState::Open, ..plan }, slots: Vec::new() };
    assert_eq!(schedule.fits(HERE, &visit(12, 14, 2)), Err(NotPossible::WardCompany(1)));
    let call = Slot { manner: Manner::ByPhone, ..visit(12, 16, 2) };
    assert_eq!(schedule.fits(HERE, &call), Ok(()), "the phone has no door");
}

#[test]
fn her_numbers_and_faces_are_hard() {
    let mut schedule = opened(vec![visit(10, 14, 1)]);
    let limits = anything();
    let may = |schedule: &Schedule<u32>, who| {
        let next = visit(12, 14, 1);
        schedule.may_come(HERE, &next, &Visitor { who, limits: &limits, held: &[] }, refused)
    };
    assert_eq!(schedule.fits(HERE, &visit(10, 18, 1)), Err(NotPossible::Enough));
    assert_eq!(schedule.fits(HERE, &Slot { minutes: 41, ..visit(12, 14, 1) }), Err(NotPossible::TooLong(40)));
    assert_eq!(schedule.fits(HERE, &visit(12, 20, 1)), Err(NotPossible::HerHours));
    says_yes(&mut schedule, 0, 0, FERN, at(8, 15, 0));
    does_what_is_due(&mut schedule, 0, at(10, 16, 0));
    schedule.plan.faces = Faces::Same;
    assert_eq!((may(&schedule, FERN), may(&schedule, ODILE)), (Ok(()), Err(NotPossible::NotForHer)));
    schedule.plan.faces = Faces::New;
    assert_eq!((may(&schedule, FERN), may(&schedule, ODILE)), (Err(NotPossible::NotForHer), Ok(())));
    schedule.plan.call_instead = true;
    assert_eq!(schedule.fits(HERE, &visit(12, 14, 1)), Err(NotPossible::CallInstead));
    assert_eq!(schedule.fits(HERE, &Slot { manner: Manner::ByPhone, ..visit(12, 14, 1) }), Ok(()));
    schedule.plan.yes_until = Some(at(12, 14, 0));
    assert_eq!(schedule.fits(HERE, &visit(12, 14, 1)), Err(NotPossible::NoYes));
    let busy = [Engagement { when: visit(12, 14, 1).when(HERE), kind: Kind::Kitchen }];
    let visitor = Visitor { who: YOLANDE, limits: &limits, held: &busy };
    let asked = schedule.may_come(HERE, &visit(12, 14, 1), &visitor, refused);
    assert_eq!(asked, Err(NotPossible::Limits(Hindrance::Overlap)));
}

#[test]
fn a_pause_lets_what_is_planned_wait_and_asks_anew_afterwards() {
    let mut schedule = opened(vec![visit(12, 14, 1), visit(14, 14, 1)]);
    for place in [0, 1] {
        says_yes(&mut schedule, place, 0, FERN, at(8, 15, 0));
    }
    let mut paused = schedule.after(HERE, By::Herself, Act::Pause, at(11, 9, 0)).unwrap();
    assert_eq!(does_what_is_due(&mut paused, 0, at(12, 14, 0)), []);
    assert_eq!(does_what_is_due(&mut paused, 0, at(12, 14, 30)), [Due::NotToday]);
    let mut resumed = paused.after(HERE, By::Herself, Act::Resume, at(13, 9, 0)).unwrap();
    let asked = does_what_is_due(&mut resumed, 1, at(13, 14, 30));
    assert_eq!(asked, [Due::AskWord { seat: 0, to: FERN }]);
}

#[test]
fn whom_she_named_opens_what_she_wrote_and_nobody_else_does() {
    let mut plan = wishes(Place::Elsewhere);
    plan.holder = Some(Holder { who: ODILE, until: march(20) });
    let schedule = Schedule { plan, slots: Vec::new() };
    let open = |by, day| schedule.clone().after(HERE, by, Act::Open(vec![visit(22, 14, 1)]), at(day, 9, 0));
    assert!(open(By::Other(ODILE), 8).is_ok());
    assert_eq!(open(By::Other(ODILE), 21), Err(NotPossible::NotHers), "that was until the 20th");
    assert_eq!(open(By::Other(FERN), 8), Err(NotPossible::NotHers));
    assert!(open(By::Other(AIME), 8).is_ok() && open(By::AtHerRequest(FERN), 8).is_ok());
    let outside = schedule.clone().after(HERE, By::Other(ODILE), Act::Open(vec![visit(22, 10, 1)]), at(8, 9, 0));
    assert_eq!(outside, Err(NotPossible::HerHours), "within what she wrote");
    let opened = open(By::Other(ODILE), 8).unwrap();
    let hours = |from, until| Act::Windows(Window::every_day(hour(from, 0), hour(until, 0)).to_vec());
    let may = |by, act| opened.plan.may(by, &act, march(9)).is_ok();
    assert!(may(By::Other(ODILE), hours(14, 20)) && !may(By::Other(ODILE), hours(12, 20)));
    assert!(may(By::Other(ODILE), Act::Windows(Vec::new())) && may(By::Herself, hours(12, 20)));
    assert!(!may(By::Other(ODILE), Act::Caps(Caps { at_once: 4, ..opened.plan.caps })));
    let name = |by| open(By::Herself, 8).unwrap().after(HERE, by, Act::Name(40), at(9, 9, 0));
    assert!(name(By::Other(ODILE)).is_err() && name(By::Herself).is_ok());
}

#[test]
fn less_company_takes_free_seats_first_and_never_chooses_between_two_people() {
    let mut schedule = opened(vec![visit(10, 14, 2), visit(12, 14, 2)]);
    for (place, seat, who) in [(0, 0, FERN), (1, 0, ODILE), (1, 1, FERN)] {
        says_yes(&mut schedule, place, seat, who, at(8, 15, 0));
    }
    let caps = Caps { at_once: 1, ..schedule.plan.caps };
    let less = schedule.after(HERE, By::Herself, Act::Caps(caps), at(9, 9, 0)).unwrap();
    assert_eq!(less.slots[0].visitors().collect::<Vec<_>>(), [FERN]);
    assert_eq!((less.slots[0].seats.len(), less.slots[0].state), (1, State::ToCome));
    assert_eq!(less.slots[1].state, State::NotToday);
    // Where the free seat stands makes no difference, nor that somebody is asked for it.
    let mut schedule = opened(vec![visit(10, 14, 2), visit(12, 14, 2)]);
    for place in [0, 1] {
        says_yes(&mut schedule, place, 1, FERN, at(8, 15, 0));
    }
    happens(&mut schedule, 1, Event::Proposed { seat: 0, to: ODILE }, at(8, 15, 0));
    let less = schedule.after(HERE, By::Herself, Act::Caps(caps), at(9, 9, 0)).unwrap();
    for slot in &less.slots {
        assert_eq!((slot.visitors().collect::<Vec<_>>(), slot.state), (vec![FERN], State::ToCome));
    }
}

#[test]
fn an_offer_alone_sends_nobody_away() {
    let mut schedule = opened(vec![visit(12, 14, 1)]);
    says_yes(&mut schedule, 0, 0, FERN, at(8, 15, 0));
    happens(&mut schedule, 0, Event::InDoubt { seat: 0 }, at(12, 10, 30));
    let offer = |known| Event::Offered { seat: 0, who: ODILE, known, old_card: false };
    let slot = &schedule.slots[0];
    assert_eq!(slot.after(HERE, &offer(false), at(12, 11, 0)).unwrap_err(), NotPossible::NotForHer);
    assert_eq!(slot.after(HERE, &offer(true), at(12, 11, 0)).unwrap().visitors().collect::<Vec<_>>(), [ODILE]);
}

#[test]
fn somebody_she_no_longer_names_has_no_seat() {
    let mut schedule = opened(vec![visit(12, 14, 2)]);
    says_yes(&mut schedule, 0, 0, FERN, at(8, 15, 0));
    happens(&mut schedule, 0, Event::Proposed { seat: 1, to: ODILE }, at(8, 15, 0));
    for who in [FERN, ODILE] {
        schedule = schedule.after(HERE, By::Herself, Act::Unname(who), at(9, 9, 0)).unwrap();
    }
    assert_eq!(schedule.slots[0].seats, [Seat::Free, Seat::Free]);
    assert_eq!(sees(&schedule, 0, FERN, at(9, 9, 1)), Sight::Nothing);
}

/// Visits that are still to be.
fn to_come(schedule: &Schedule<u32>) -> BTreeSet<(NaiveDate, NaiveTime)> {
    let open = schedule.plan.state == PlanState::Open;
    let slots = schedule.slots.iter().filter(|slot| open && slot.state == State::ToCome);
    slots.map(|slot| (slot.date, slot.from)).collect()
}

fn any_act() -> impl Strategy<Value = Act<u32>> {
    let caps = (0u32..3, 0u32..7, 0u16..4, 20u32..60);
    let windows = prop::collection::vec((0usize..7, 12u32..20, 1u32..5), 0..6);
    prop_oneof![
        caps.prop_map(|(a_day, a_week, at_once, minutes)| Act::Caps(Caps { a_day, a_week, at_once, minutes })),
        windows.prop_map(|windows| {
            let one = |(day, from, long): (usize, u32, u32)| Window {
                from: hour(from, 0),
                until: hour((from + long).min(23), 0),
                ..Window::every_day(hour(0, 0), hour(0, 0))[day]
            };
            Act::Windows(windows.into_iter().map(one).collect())
        }),
        (9u32..25, 12u32..20, 1u16..4).prop_map(|(day, hours, seats)| Act::Add(visit(day, hours, seats))),
        (0u32..40).prop_map(Act::Name),
        (0u32..40).prop_map(Act::Unname),
        (0usize..6).prop_map(Act::NotToday),
        Just(Act::Pause),
        Just(Act::Resume),
        Just(Act::End),
    ]
}

proptest! {
    /// IV7: whatever whom she named does, there are never more visits, nor more people, than before.
    #[test]
    fn whom_she_named_only_makes_it_less(acts in prop::collection::vec((any_act(), any::<bool>()), 1..14)) {
        let mut schedule = opened((10..20).step_by(2).map(|day| visit(day, 14, 1)).collect());
        schedule.plan.holder = Some(Holder { who: ODILE, until: march(31) });
        for (minute, (act, hers)) in (0..).zip(acts) {
            let now = at(9, 9, 0) + Duration::minutes(minute);
            let by = if hers { By::Herself } else { By::Other(ODILE) };
            let Ok(after) = schedule.clone().after(HERE, by, act, now) else { continue };
            if !hers {
                prop_assert!(to_come(&after).is_subset(&to_come(&schedule)));
                prop_assert!(after.plan.named.is_subset(&schedule.plan.named));
                prop_assert!(after.plan.room() <= schedule.plan.room());
            }
            schedule = after;
        }
    }

    /// IV1-IV5: on any walk of acts and answers, what is to be fits her wishes and the ward, nobody sits there without her
    /// own yes, nobody sits twice, and what is due comes to an end.
    #[test]
    fn any_walk_keeps_every_promise(
        acts in prop::collection::vec((any_act(), 0usize..8, 0u16..3, 0usize..9, 0u8..8, 1i64..900), 1..40),
    ) {
        let mut schedule = opened((10..16).step_by(2).map(|day| visit(day, 14, 2)).collect());
        schedule.plan.asks_others = true;
        let everybody = [ODILE, FERN, YOLANDE, BASTIEN, SIMONE, 20, 21, REFUSED[0], REFUSED[1]];
        let limits = anything();
        let mut said_yes = BTreeSet::new();
        let mut now = at(9, 9, 0);
        for (act, place, seat, who, what, minutes) in acts {
            now += Duration::minutes(minutes);
            if what == 0 {
                schedule = schedule.clone().after(HERE, By::Herself, act, now).unwrap_or(schedule);
            }
            let Some(slot) = schedule.slots.get(place).cloned() else { continue };
            let who = everybody[who];
            let may = schedule.may_come(HERE, &slot, &Visitor { who, limits: &limits, held: &[] }, refused);
            prop_assert!(!REFUSED.contains(&who) || may.is_err());
            let event = match what {
                1 if may.is_ok() => Event::Proposed { seat, to: who },
                2 | 3 if may.is_ok() || slot.asks(who) && schedule.plan.state == PlanState::Open => {
                    Event::Offered { seat, who, known: schedule.plan.named.contains(&who), old_card: false }
                }
                4 => Event::Welcomed { seat, old_card: false },
                5 => Event::Freed { seat },
                6 => Event::LeftFree { seat },
                7 => Event::WordHeld { seat },
                _ => continue,
            };
            if let Ok(after) = slot.after(HERE, &event, now) {
                if matches!(event, Event::Offered { .. }) {
                    said_yes.insert((place, who));
                }
                schedule.slots[place] = after;
            }
            does_what_is_due(&mut schedule, place, now);
            for (place, slot) in schedule.slots.iter().enumerate() {
                let people: Vec<u32> = slot.people().collect();
                prop_assert_eq!(people.iter().collect::<BTreeSet<_>>().len(), people.len(), "nobody sits twice");
                prop_assert!(slot.visitors().all(|who| said_yes.contains(&(place, who))), "nobody without her yes");
                prop_assert!(people.iter().all(|who| !REFUSED.contains(who)));
                if slot.state == State::ToCome && slot.when(HERE).start > now {
                    prop_assert!(slot.seats.len() <= usize::from(schedule.plan.room()));
                    prop_assert!(slot.minutes <= schedule.plan.caps.minutes);
                }
                for who in everybody {
                    if let Sight::Visit { place: true } = sees(&schedule, place, who, now) {
                        prop_assert!(slot.visitors().any(|one| one == who) && now < slot.when(HERE).end + sight::PLACE);
                    }
                }
            }
        }
    }

    /// IV1-IV4 and IV6, each by its own definition: on any walk, in any ward, what is to be lies before the end of her yes, within
    /// her hours, those of the ward and those of each visitor; no more are there at once than she and the ward allow; nobody
    /// sits beside whom she is kept apart from; and the place is read by whoever comes, and only from her yes on.
    #[test]
    fn what_is_to_be_fits_everything(
        acts in prop::collection::vec((any_act(), 0usize..8, 0u16..3, 0usize..7, 0u8..8, 1i64..500), 1..60),
        at_once in 1u16..5, kept_for_others in 0u16..3, arrive_before in prop::option::of(0u16..70),
        yes_until in prop::option::of(9u32..25), hours in prop::collection::vec((8u32..16, 4u32..9), 7),
        pairs in prop::collection::vec((0usize..7, 0usize..7), 0..6),
    ) {
        let everybody = [ODILE, FERN, YOLANDE, BASTIEN, SIMONE, 20, 21];
        let mut ward = four_north();
        ward.hours = Fact::by_phone(Window::every_day(hour(13, 0), hour(19, 0)).to_vec(), march(8));
        (ward.at_once, ward.kept_for_others) = (Fact::by_phone(at_once, march(8)), kept_for_others);
        ward.arrive_before = arrive_before.map(|minutes| Fact::by_phone(minutes, march(8)));
        let room = ward.room();
        let plan = Plan { yes_until: yes_until.map(|day| at(day, 12, 0)), asks_others: true, ..wishes(Place::Ward(ward.clone())) };
        let caps = Caps { a_day: 3, a_week: 20, ..plan.caps };
        let plan = Plan { caps, ..plan };
        let mut schedule = Schedule { plan, slots: Vec::new() }.after(HERE, By::Herself, Act::Open(Vec::new()), at(8, 11, 0)).unwrap();
        let windows: Vec<Vec<Window>> =
            hours.iter().map(|(from, long)| Window::every_day(hour(*from, 0), hour(from + long, 0)).to_vec()).collect();
        let are_apart = |one: u32, other: u32| {
            let is = |who: u32, place: usize| everybody[place] == who;
            pairs.iter().any(|(a, b)| a != b && is(one, *a) && is(other, *b))
        };
        let mut now = at(9, 9, 0);
        for (act, place, seat, helper, what, minutes) in acts {
            now += Duration::minutes(minutes);
            if what < 3 {
                schedule = schedule.clone().after(HERE, By::Herself, act, now).unwrap_or(schedule);
            }
            let Some(slot) = schedule.slots.get(place).cloned() else { continue };
            let (who, limits) = (everybody[helper], Limits { windows: windows[helper].clone(), ..anything() });
            let may = schedule.may_come(HERE, &slot, &Visitor { who, limits: &limits, held: &[] }, are_apart);
            let known = schedule.plan.named.contains(&who);
            let event = match what {
                3..6 if may.is_ok() => Event::Offered { seat, who, known, old_card: false },
                // Whoever is visited says yes to her as things are now.
                6 => match slot.seats.get(usize::from(seat)) {
                    Some(Seat::Willing { who, .. }) if !slot.people().any(|one| are_apart(*who, one) || are_apart(one, *who)) => {
                        Event::Welcomed { seat, old_card: false }
                    }
                    _ => continue,
                },
                7 => Event::Freed { seat },
                _ => continue,
            };
            if let Ok(after) = slot.after(HERE, &event, now) {
                schedule.slots[place] = after;
            }
            does_what_is_due(&mut schedule, place, now);
            for slot in schedule.slots.iter().filter(|slot| slot.state == State::ToCome && slot.when(HERE).start > now) {
                let when = slot.when(HERE);
                prop_assert!(schedule.plan.yes_until.is_none_or(|until| when.start < until), "IV1");
                prop_assert!(within(HERE, &schedule.plan.windows, when), "IV2, her hours");
                prop_assert!(within(HERE, &ward.hours.what, when), "IV2, the ward");
                let last = at_wall_clock(HERE, slot.date, hour(19, 0));
                prop_assert!(arrive_before.is_none_or(|minutes| when.start + Duration::minutes(i64::from(minutes)) <= last));
                let at_once = schedule.slots.iter().filter(|other| {
                    other.took_place() && other.when(HERE).start < when.end && when.start < other.when(HERE).end
                });
                let at_once: usize = at_once.map(|other| other.visitors().count()).sum();
                prop_assert!(at_once <= usize::from(room.min(schedule.plan.caps.at_once)), "IV3");
                let people: Vec<u32> = slot.people().collect();
                for one in &people {
                    let hers = everybody.iter().position(|who| who == one).unwrap();
                    prop_assert!(within(HERE, &windows[hers], when), "IV2, her own hours");
                    prop_assert!(people.iter().all(|other| !are_apart(*one, *other)), "IV4");
                }
            }
            for (place, slot) in schedule.slots.iter().enumerate() {
                for who in everybody {
                    let since = slot.taken_since(who);
                    let reads = sees(&schedule, place, who, now) == Sight::Visit { place: true };
                    let goes = slot.when(HERE).end + Duration::hours(24);
                    let ended = matches!(schedule.plan.state, PlanState::Ended(_)) || slot.state == State::NotToday;
                    let may = since.is_some_and(|since| since <= now) && now < goes;
                    prop_assert!(!reads || may, "IV6, not before her yes nor a day after");
                    prop_assert!(ended || reads == may, "IV6, whoever comes reads it");
                }
            }
        }
    }

    /// The hour of the wall stays, whatever day it is.
    #[test]
    fn a_visit_stays_at_its_hour(day in 0u64..730, hours in 4u32..24) {
        let date = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap() + chrono::Days::new(day);
        for zone in [HERE, Tz::Europe__Paris] {
            let slot = Slot::<u32>::new(date, hour(hours, 0), 30, Manner::There, 1);
            let shown = slot.when(zone).start.with_timezone(&zone).naive_local();
            prop_assert_eq!((shown.date(), shown.hour()), (date, hours));
        }
    }
}
