//! The visits to Aimé (story 4.4), told whole: he says on the telephone who, when and where; nine visits; a refusal of the ward; the
//! night on which the clocks change; "not today"; a seat that is freed and taken by somebody without a screen; and nothing is
//! left. On a small phone and at a desk, without JavaScript, on both stores.

use crate::others::Others;
use crate::{USUAL, enter, setting, tell_of_a_group};
use chrono::{NaiveDate, NaiveTime, TimeZone};
use commons::clock::{Time, Tz};
use commons::db::Tx;
use commons::refusal::Message;
use membership::powers::Permit;
use mutual_aid::commands::limits::say;
use mutual_aid::powers::SetOwnLimits;
use mutual_aid::rules::limits::{OwnLimits, Reminder};
use parpour_tests::browser::{Language, Person, Scene, Screen, Setting, until};
use parpour_tests::{Kind, World};
use rota::time::Window;
use std::collections::BTreeSet;

const PLACE: &str = "Hôpital Sainte-Maquette, 4-Nord";
/// By their number in the list, from 1.
const ODILE: usize = 1;
const FERN: usize = 2;
const YOLANDE: usize = 3;
const BASTIEN: usize = 4;
const AIME: usize = 5;
/// Has no screen.
const SIMONE: usize = 6;
const ISIDORE: usize = 7;
const TELESPHORE: usize = 8;
/// Two people to whom Aimé says no.
const REFUSED: [usize; 2] = [9, 10];

/// Those who visit, and have a screen.
const VISITORS: [usize; 6] = [ODILE, FERN, YOLANDE, BASTIEN, ISIDORE, TELESPHORE];

/// The nine visits: day of March, hour, and for how many. Who comes is whoever is asked and says yes: nobody is put there.
const VISITS: [(u32, &str, usize); 9] = [
    (10, "14:30", 2),
    (11, "18:30", 2),
    (13, "14:30", 2),
    (14, "14:30", 2),
    (15, "18:30", 1),
    (17, "14:30", 2),
    (18, "18:30", 1),
    (20, "14:30", 2),
    (21, "14:30", 2),
];

struct Start {
    home: String,
    names: Vec<String>,
    ids: Vec<String>,
    passphrases: Vec<String>,
}

impl Start {
    fn name(&self, number: usize) -> String {
        self.names[number - 1].clone()
    }
}

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, day).unwrap()
}

fn at(day: NaiveDate, hour: u32, minute: u32) -> Time {
    let wall = day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
    Tz::America__Toronto.from_local_datetime(&wall).unwrap().to_utc()
}

async fn some_visit(world: &World) -> Start {
    let group = world.a_group().with_people(11).quick().found().await;
    world.clock.set(at(march(8), 10, 30));
    for number in [YOLANDE, BASTIEN, ISIDORE, TELESPHORE, REFUSED[0]] {
        group.comes_in(number - 1).await.unwrap();
    }
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    for number in [ODILE, FERN, YOLANDE, BASTIEN, ISIDORE, TELESPHORE, REFUSED[0]] {
        let windows = Window::every_day(hour(8), hour(22)).to_vec();
        let limits = OwnLimits { windows, reminder: Reminder::Mail, ..OwnLimits::default() };
        let visits = BTreeSet::from([rota::Kind::Visit]);
        let says = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say(tx, permit, limits, &visits).await;
        group.act(number - 1, says).await.unwrap();
    }
    Start {
        home: format!("/g/{}", group.slug),
        names: (0..11).map(|who| group.name(who)).collect(),
        ids: group.members.iter().map(ToString::to_string).collect(),
        passphrases: (0..11).map(|who| group.passphrase(who)).collect(),
    }
}

#[test]
fn aime_is_visited_on_a_phone() {
    tell_of_a_group("visits", USUAL, &[], some_visit, is_visited);
}

#[test]
fn aime_is_visited_at_a_desk() {
    const DESK: Setting = setting(Kind::Postgres, Screen::Desk, Language::English);
    tell_of_a_group("visits", DESK, &[], some_visit, is_visited);
}

async fn comes_to(scene: &Scene, start: &Start, number: usize, page: &str) -> Person {
    let person = scene.somebody(&start.name(number)).await;
    person.visit(&format!("{}/door", start.home)).await;
    person.choose_near("own-device", "door-by-passphrase").await;
    enter(&person, &start.home, &start.name(number), &start.passphrases[number - 1]).await;
    person.visit(&format!("{}{page}", start.home)).await;
    person
}

fn it_is(scene: &mut Scene, day: NaiveDate, hour: u32, minute: u32) {
    let ahead = at(day, hour, minute) - scene.program.now();
    scene.program.advance(ahead);
}

/// Odile writes down what Aimé asks for on the telephone.
async fn is_written_down(odile: &Person, start: &Start) {
    odile.visit(&format!("{}/visit/for-somebody", start.home)).await;
    odile.select_near("visits-whom", start.name(AIME), "visits-for-ask-text").await;
    odile.choose("visits-kind-ward").await;
    odile.fill("visits-where", PLACE).await;
    for number in [FERN, YOLANDE, BASTIEN, SIMONE, ISIDORE, TELESPHORE] {
        odile.choose_near(start.name(number), "visits-for-named").await;
    }
    odile.open("visits-for-refused").await;
    for number in REFUSED {
        odile.choose_near(start.name(number), "visits-for-refused-who").await;
    }
    odile.choose("visits-writes-for-her").await;
    odile.choose_near("channel-phone", "visits-for-ask-text").await;
    odile.press("visits-for-do").await;
    odile.reads("done-at-request").await;
    odile.reads("receipt-visits").await;
}

/// Simone has no screen. She says that she visits, and when.
async fn simone_gives(person: &Person, start: &Start) {
    person.visit(&format!("{}/visit/for-somebody", start.home)).await;
    person.select_near("visits-whom", start.name(SIMONE), "visits-for-visitor").await;
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
        person.choose(Message::keyed(format!("weekday-{day}"))).await;
    }
    person.fill("hours-from", "midi").await;
    person.fill("hours-until", "22 h").await;
    person.choose_near("channel-phone", "visits-for-visitor").await;
    person.press_expecting("visits-for-visitor-do", 422).await;
    person.reads("hours-unreadable").await;
    person.fill("hours-from", "8 h").await;
    person.press("visits-for-visitor-do").await;
    person.reads("done-at-request").await;
}

/// The card of the ward, as the ward says it on the telephone.
async fn the_ward_says(odile: &Person) {
    odile.fill("ward-phone-label", "819 555-0150, poste 12").await;
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
        odile.choose(Message::keyed(format!("weekday-{day}"))).await;
    }
    for (field, hour) in
        [("hours-from", "14 h"), ("hours-until", "16 h"), ("hours-from-2", "18 h"), ("hours-until-2", "20 h")]
    {
        odile.fill(field, hour).await;
    }
    odile.fill("ward-not-to-bring", "Nourriture\nCordons\nSacs de plastique").await;
    odile.choose("channel-phone").await;
    odile.press("visits-place-do").await;
    odile.reads("done-visits-place").await;
}

async fn wants(odile: &Person, day: u32, hour: &str, seats: usize) {
    odile.pick_day("visits-day", march(day)).await;
    odile.fill("visits-hour", hour).await;
    odile.fill("visits-seats", &seats.to_string()).await;
    odile.choose_near("channel-phone", "visits-add").await;
}

/// Where each visit is read by itself, in the order of days.
fn visits_on(page: &str, home: &str) -> Vec<String> {
    let start = format!("href=\"{home}/visit/visits/");
    page.split(&start).skip(1).map(|rest| format!("{home}/visit/visits/{}", rest.split('"').next().unwrap())).collect()
}

async fn is_visited(scene: &mut Scene, start: Start) {
    let mut others = Others::at(scene, &start.home, &start.names, &start.passphrases);
    let odile = comes_to(scene, &start, ODILE, "/visit").await;
    is_written_down(&odile, &start).await;
    odile.visit(&format!("{}/visit", start.home)).await;
    odile.follow(Message::new("visits-to").with("name", start.name(AIME))).await;
    let plan = odile.path().await;
    // She named herself to write for him: she is on his list too.
    others.send(
        ODILE,
        &format!("{plan}/wishes"),
        &format!("{plan}/person"),
        &[("who", &start.ids[ODILE - 1]), ("answer", "yes"), ("channel", "phone")],
    );
    odile.visit(&format!("{plan}/place")).await;
    the_ward_says(&odile).await;

    // Check 2: a visit at 17:00, and a third visitor at once, are refused by the ward, in a plain sentence.
    wants(&odile, 10, "17 h", 1).await;
    odile.press_expecting("visits-add-do", 409).await;
    odile.reads("visits-not-ward-hours").await;
    odile.visit(&format!("{plan}/wishes")).await;
    odile.fill("visits-at-once", "3").await;
    odile.choose_near("channel-phone", "visits-much").await;
    odile.press("visits-wishes-do").await;
    odile.visit(&plan).await;
    wants(&odile, 10, "14:30", 3).await;
    odile.press_expecting("visits-add-do", 409).await;
    odile.reads(Message::new("visits-not-ward-company").with("number", 2_u32)).await;
    for (place, (day, hour, seats)) in VISITS.into_iter().enumerate() {
        if place < 2 {
            odile.visit(&plan).await;
            wants(&odile, day, hour, seats).await;
            odile.press("visits-add-do").await;
            odile.reads("done-visit-added").await;
        } else {
            let (day, seats) = (march(day).to_string(), seats.to_string());
            let fields = [
                ("day", day.as_str()),
                ("from", hour),
                ("minutes", "40"),
                ("seats", &seats),
                ("manner", "there"),
                ("channel", "phone"),
            ];
            others.send(ODILE, &plan, &format!("{plan}/add"), &fields);
        }
    }
    let visits = visits_on(&others.read(ODILE, &plan), &start.home);
    assert_eq!(visits.len(), VISITS.len());

    // Whoever is asked reads a day and half of one, and no name; when both said yes, she reads the rest.
    let mut first = None;
    until("somebody to be asked", async || {
        let asked = |number: &usize| others.read(*number, &format!("{}/visit", start.home)).contains("/visit/visits/");
        first = VISITORS.into_iter().filter(|number| *number != ODILE).find(asked);
        first
    })
    .await;
    let first = comes_to(scene, &start, first.unwrap(), "").await;
    first.reads("today-visit").await;
    first.visit(&format!("{}/visit", start.home)).await;
    first.does_not_read(start.name(AIME)).await;
    first.does_not_read(PLACE.to_owned()).await;
    first.close().await;
    let comes = say_yes(&mut others, &start, &visits).await;
    // Check 1: to the two who are refused he looks as on any day.
    let refused = comes_to(scene, &start, REFUSED[0], "/visit").await;
    refused.reads("visits-asks-none").await;
    refused.does_not_read("visits-hoped-for").await;
    refused.visit_expecting(&visits[0], 404).await;
    refused.visit_expecting(&plan, 404).await;
    refused.visit(&format!("{}/group/members/{}", start.home, start.ids[AIME - 1])).await;
    refused.does_not_read("tab-visit".to_owned()).await;
    refused.does_not_read(PLACE.to_owned()).await;
    refused.close().await;

    // Check 3: on Sunday the clocks changed, and it stays half past two.
    odile.visit(&visits[3]).await;
    odile.reads(half_past_two(scene)).await;

    odile.close().await;

    let [one, other] = comes[0][..] else { panic!("two come") };
    let visitor = comes_to(scene, &start, one, "/visit").await;
    visitor.visit(&visits[0]).await;
    visitor.reads(PLACE.to_owned()).await;
    visitor.reads(Message::new("visits-with").with("names", start.name(other))).await;
    // Check 7: what stays at home can be printed.
    visitor.follow("visits-card").await;
    for thing in ["Nourriture", "Cordons", "Sacs de plastique", "819 555-0150, poste 12"] {
        visitor.reads(thing.to_owned()).await;
    }
    visitor.close().await;

    // Check 6: the evening before at seven an hour, and nothing else, comes to those who visit and have an address: of all of
    // them only the founders do.
    let founders = |who: &Vec<usize>| who.iter().filter(|number| **number <= 2).count();
    let place = comes.iter().position(|who| founders(who) > 0).unwrap();
    let evening = march(VISITS[place].0 - 1);
    it_is(scene, evening, 18, 59);
    let before = reminders(scene);
    it_is(scene, evening, 19, 1);
    until("the reminders", async || (reminders(scene) == before + founders(&comes[place])).then_some(())).await;
    assert!(scene.program.mails().iter().all(|mail| !mail.contains("Maquette") && !mail.contains(&start.name(AIME))));

    // Check 4: at the door on the 13th one button is enough. Nothing says why, nothing counts.
    it_is(scene, march(13), 14, 30);
    let telesphore = comes_to(scene, &start, comes[2][0], "/visit").await;
    telesphore.visit(&visits[2]).await;
    telesphore.press("visits-not-today-do").await;
    telesphore.reads("done-visit-not-today").await;
    telesphore.reads("visits-not-this-time").await;
    telesphore.reads("visit-state-off").await;
    telesphore.close().await;

    // Check 5: Bastien has a cold and says only that he cannot. Those who may come are asked quietly.
    it_is(scene, march(16), 10, 0);
    let odile = comes_to(scene, &start, ODILE, "/visit").await;
    simone_gives(&odile, &start).await;
    odile.close().await;
    // Odile reads the visit whether she comes or not: it is the other who frees her seat.
    let (other, frees) = if comes[5][1] == ODILE { (comes[5][1], comes[5][0]) } else { (comes[5][0], comes[5][1]) };
    let bastien = comes_to(scene, &start, frees, "/visit").await;
    bastien.visit(&visits[5]).await;
    bastien.press("visits-free-do").await;
    bastien.reads("done-visit-freed").await;
    bastien.visit_expecting(&visits[5], 404).await;
    bastien.close().await;
    it_is(scene, march(16), 16, 0);
    until("somebody to be asked", async || {
        let mut asked = |number: &usize| others.read(*number, &format!("{}/visit", start.home)).contains(&visits[5]);
        assert!(!asked(&REFUSED[0]) && !asked(&frees));
        VISITORS.into_iter().filter(|number| *number != other).find(asked)
    })
    .await;
    // Check 8: Isidore, who comes too, asks Simone at her door: she says yes, and he takes her along.
    let isidore = comes_to(scene, &start, other, "/visit").await;
    isidore.visit(&visits[5]).await;
    isidore.select("visits-whom", start.name(AIME)).await;
    isidore.choose("visits-said-comes").await;
    isidore.choose("channel-phone").await;
    isidore.press_expecting("visits-note-do", 422).await;
    isidore.reads("visits-not-theirs").await;
    isidore.select("visits-whom", start.name(SIMONE)).await;
    isidore.press("visits-note-do").await;
    isidore.reads("done-at-request").await;
    isidore.visit(&visits[5]).await;
    isidore.reads(Message::new("visits-with").with("names", start.name(SIMONE))).await;
    isidore.close().await;

    // Check 10: three days after the last visit nothing alerts, and Odile is asked whether it is over.
    it_is(scene, march(24), 16, 0);
    let odile = comes_to(scene, &start, ODILE, plan.trim_start_matches(&start.home)).await;
    odile.reads("visits-over-question").await;
    odile.press("visits-end-do").await;
    odile.reads("done-visits-ended").await;
    // Check 9: a day later the ward is gone; fourteen days later everything is.
    it_is(scene, march(25), 17, 0);
    odile.visit(&plan).await;
    odile.reads("visits-where-gone").await;
    odile.does_not_read(PLACE.to_owned()).await;
    it_is(scene, NaiveDate::from_ymd_opt(2027, 4, 8).unwrap(), 17, 0);
    odile.visit_expecting(&plan, 404).await;
    odile.visit_expecting(&visits[0], 404).await;
    odile.close().await;
}

/// Whoever is asked says yes, until every seat is taken. Says who comes to each visit.
async fn say_yes(others: &mut Others<'_>, start: &Start, visits: &[String]) -> Vec<Vec<usize>> {
    let page = format!("{}/visit", start.home);
    let mut comes: Vec<Vec<usize>> = vec![Vec::new(); visits.len()];
    until("every seat to be taken", async || {
        for number in VISITORS {
            // What she said yes to may leave no room for another.
            while let Some(place) = asked_for(&others.read(number, &page), visits) {
                others.send(number, &page, &visits[place], &[("act", "yes")]);
                comes[place].push(number);
            }
        }
        comes.iter().zip(VISITS).all(|(who, (_, _, seats))| who.len() == seats).then_some(())
    })
    .await;
    comes
}

/// The first visit that a page asks her for.
fn asked_for(page: &str, visits: &[String]) -> Option<usize> {
    visits.iter().position(|visit| page.contains(&format!("action=\"{visit}\"")))
}

/// Half past two on the fourteenth, as pages say it.
fn half_past_two(scene: &Scene) -> String {
    match scene.setting.language {
        Language::French => "dimanche 14 mars à 14 h 30".to_owned(),
        Language::English => "Sunday, March 14 at 2:30 p.m.".to_owned(),
    }
}

/// How many mails say an hour of tomorrow.
fn reminders(scene: &Scene) -> usize {
    scene.program.mails().into_iter().filter(|mail| mail.contains("Rendez-vous demain")).count()
}
