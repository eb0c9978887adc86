//! The ice storm (story 4.3): Linotte starts, everybody is called within the hour, by people who each have a few numbers. On a
//! small phone and at a desk, without JavaScript, on both stores.
//!
//! People are named by their number in the story. Those who are looked over the shoulder have a browser; the others do what
//! the story tells with one that shows no pictures.

use crate::others::Others;
use crate::{USUAL, enter, setting, tell_of_a_group};
use chrono::{Duration, NaiveDate};
use commons::clock::Time;
use commons::refusal::Message;
use mutual_aid::rules::cascade::Outcome;
use parpour_tests::browser::{Language, Person, Scene, Screen, Setting};
use parpour_tests::ice_storm::{BASTIEN, CALLS, CLOSERS, LINES, LINOTTE, PAUSED};
use parpour_tests::{Kind, World};
use std::collections::BTreeSet;

const MESSAGE: &str =
    "Il y a du verglas. La rencontre de mardi est annulée. Le local est fermé. As-tu ce qu'il faut pour deux jours?";
const BREAD: &str = "Du pain et du lait";
/// Does not answer: her people are called by Bastien.
const OVIDE: usize = 13;
/// Her number is no longer hers.
const FLEURETTE: usize = 26;
/// Learns how a chain is kept.
const WILFRID: usize = 31;

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

    fn id(&self, number: usize) -> &str {
        &self.ids[number - 1]
    }
}

fn five() -> Time {
    "2027-02-22T17:05:00-05:00".parse().unwrap()
}

async fn before_the_storm(world: &World) -> Start {
    let group = world.a_group().with_people(35).quick().found().await;
    // They came in beforehand, a few a day: nobody hands out many cards at once.
    world.clock.set(five() - Duration::days(4));
    let have_a_screen: BTreeSet<usize> =
        LINES.iter().map(|(by, _)| *by).chain(CLOSERS).chain([PAUSED[0], 22, WILFRID]).collect();
    for (place, number) in have_a_screen.into_iter().filter(|number| *number > 2).enumerate() {
        if place % 6 == 5 {
            world.clock.advance(Duration::days(1));
        }
        group.comes_in(number - 1).await.unwrap();
    }
    world.clock.set(five() - Duration::minutes(10));
    group.draws_the_tree_of_the_ice_storm().await;
    Start {
        home: format!("/g/{}", group.slug),
        names: (0..35).map(|who| group.name(who)).collect(),
        ids: group.members.iter().map(ToString::to_string).collect(),
        passphrases: (0..35).map(|who| group.passphrase(who)).collect(),
    }
}

#[test]
fn everybody_hears_of_the_ice_on_a_phone() {
    tell_of_a_group("the ice storm", USUAL, &[], before_the_storm, is_told);
}

#[test]
fn everybody_hears_of_the_ice_at_a_desk() {
    const DESK: Setting = setting(Kind::Postgres, Screen::Desk, Language::English);
    tell_of_a_group("the ice storm", DESK, &[], before_the_storm, is_told);
}

async fn comes_to(scene: &Scene, start: &Start, number: usize, page: &str) -> Person {
    let person = scene.somebody(&start.name(number)).await;
    person.visit(&format!("{}/door", start.home)).await;
    person.choose_near("own-device", "door-by-passphrase").await;
    enter(&person, &start.home, &start.name(number), &start.passphrases[number - 1]).await;
    person.visit(&format!("{}{page}", start.home)).await;
    person
}

/// The clock shows so many minutes after five past five.
fn minute(scene: &mut Scene, minutes: i64) {
    let ahead = five() + Duration::minutes(minutes) - scene.program.now();
    scene.program.advance(ahead);
}

fn button(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "chain-reached",
        Outcome::Message => "chain-message",
        Outcome::NoAnswer => "chain-no-answer",
        Outcome::NumberToCheck => "chain-to-check",
    }
}

fn act(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "reached",
        Outcome::Message => "message",
        Outcome::NoAnswer => "no_answer",
        Outcome::NumberToCheck => "to_check",
    }
}

/// Checks 1 and 3: his own people and theirs in grey, each with a number and hours; until when it is good; no other name, and
/// no name of the group.
async fn prints_his_sheet(bastien: &Person, start: &Start) {
    bastien.choose(Message::new("callsheet-days-count").with("count", 7_usize)).await;
    bastien.press("callsheet-print-do").await;
    bastien.reads("done-sheet").await;
    let sheet = bastien.texts(".paperview").await.join("\n");
    let is_on_it = |number: &usize| sheet.contains(&start.name(*number));
    let his: Vec<usize> = (1..=35).filter(is_on_it).filter(|number| *number != BASTIEN).collect();
    assert!([LINOTTE, 12, OVIDE, 14, 15, 16, 19].iter().all(|number| his.contains(number)), "{his:?}");
    assert!(his.len() <= 9, "his own people, and whom he is the second voice for: {his:?}");
    assert!(sheet.contains("819 555-0112") && sheet.contains("819 555-0116") && !sheet.contains("Tasse"), "{sheet}");
    let until = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    bastien.reads(Message::new("callsheet-destroy-after").with("day", until)).await;
    let grey = bastien.texts(".ps__then li").await;
    let in_grey: Vec<bool> =
        [14, 15, 16, 19].iter().zip(&grey).map(|(who, line)| line.contains(&start.name(*who))).collect();
    assert_eq!(in_grey, [true; 4], "{grey:?}");
}

async fn presses(person: &Person, start: &Start, outcome: Outcome, whom: usize) {
    person.press_near(button(outcome), start.name(whom)).await;
    person.reads("done-chain-called").await;
}

async fn is_told(scene: &mut Scene, start: Start) {
    let mut others = Others::at(scene, &start.home, &start.names, &start.passphrases);
    let bastien = comes_to(scene, &start, BASTIEN, "/call/sheets").await;
    prints_his_sheet(&bastien, &start).await;

    // She starts, after a look at how it would go. The first four at once, and the rest waits for a second yes.
    minute(scene, 0);
    let linotte = comes_to(scene, &start, LINOTTE, "/call/start").await;
    linotte.reads("foresight-title").await;
    linotte.press_expecting("chain-start-do", 422).await;
    linotte.reads("chain-words-missing").await;
    linotte.choose("chain-kind-urgent").await;
    linotte.fill("chain-words", MESSAGE).await;
    linotte.press("chain-start-do").await;
    linotte.reads("done-chain-started").await;
    linotte.reads("chain-waits-text").await;
    linotte.reads(MESSAGE.to_owned()).await;
    linotte.does_not_read("819 555-0102".to_owned()).await;
    linotte.press("chain-numbers").await;
    linotte.reads("819 555-0102".to_owned()).await;
    // Check 2: what is said to a machine names nobody but herself.
    linotte.reads("calls-voicemail-name").await;
    assert!(!linotte.texts("main").await.join("\n").contains("Tasse"));
    let chain = linotte.path().await;
    minute(scene, 4);
    presses(&linotte, &start, Outcome::Reached, 1).await;
    minute(scene, 5);
    others.press(1, &chain, &[("act", "agree")]);

    // Everybody is called as the story tells. Linotte and Bastien read what they press.
    for (at, by, to, outcome) in CALLS {
        minute(scene, at);
        let watched = [(LINOTTE, &linotte), (BASTIEN, &bastien)].into_iter().find(|(number, _)| *number == by);
        let Some((_, person)) = watched else {
            others.press(by, &chain, &[("act", act(outcome)), ("to", start.id(to))]);
            continue;
        };
        person.visit(&chain).await;
        presses(person, &start, outcome, to).await;
    }
    // Ovide stays silent: Bastien has the two whom Ovide would have called.
    bastien.reads(Message::new("chain-my-calls").with("count", 2_usize)).await;
    minute(scene, 39);
    bastien.visit(&chain).await;
    for his in [16, 19] {
        presses(&bastien, &start, Outcome::Reached, his).await;
    }
    minute(scene, 43);
    for closer in CLOSERS {
        others.press(closer, &chain, &[("act", "branch")]);
    }

    // Check 9: the number to check is a task of her caller; check 8: she passes on what somebody asks for.
    let caller = comes_to(scene, &start, 21, chain.trim_start_matches(&start.home)).await;
    caller.reads("chain-last-to-check").await;
    caller.reads(start.name(FLEURETTE)).await;
    caller.open("chain-ask-new").await;
    caller.select("chain-ask-whose", start.name(24)).await;
    caller.fill("chain-ask-what", BREAD).await;
    caller.press_expecting("chain-ask-do", 422).await;
    caller.reads("chain-ask-needs-yes").await;
    caller.choose("chain-ask-agreed").await;
    caller.press("chain-ask-do").await;
    caller.reads("done-chain-ask").await;
    caller.close().await;

    // Check 6: everybody reads counts, and no name of anybody who did not answer, nor of her who asks.
    let first = comes_to(scene, &start, 11, chain.trim_start_matches(&start.home)).await;
    first.reads(Message::new("chain-of").with("some", 24_usize).with("all", 28_usize)).await;
    for silent in [OVIDE, 29, 23, FLEURETTE, 24] {
        first.does_not_read(start.name(silent)).await;
    }
    first.press("chain-ask-yes").await;
    first.reads(Message::new("chain-ask-yours").with("name", start.name(24))).await;
    first.close().await;
    let other = comes_to(scene, &start, 22, chain.trim_start_matches(&start.home)).await;
    other.reads("chain-ask-done").await;
    other.does_not_read(start.name(24)).await;
    other.close().await;
    bastien.visit(&chain).await;
    bastien.reads(start.name(OVIDE)).await;
    bastien.does_not_read(start.name(29)).await;
    bastien.close().await;
    linotte.visit(&chain).await;
    for silent in [OVIDE, 29, 23, FLEURETTE] {
        linotte.reads(start.name(silent)).await;
    }

    // Check 4: whoever is on pause finds nothing of it.
    let paused = comes_to(scene, &start, PAUSED[0], "").await;
    paused.does_not_read("today-call").await;
    paused.close().await;

    // Check 5: at night no call is made, and none is offered.
    linotte.close().await;
    minute(scene, 4 * 60 + 25);
    let linotte = comes_to(scene, &start, LINOTTE, chain.trim_start_matches(&start.home)).await;
    linotte.does_not_read("chain-to-call").await;
    linotte.does_not_read("chain-take").await;
    linotte.open("chain-stop").await;
    linotte.press("chain-stop-do").await;
    others.press(17, &chain, &[("act", "stop")]);
    linotte.close().await;

    // Check 7: a week later only numbers are left. Check 10: Wilfrid starts the next trial alone.
    minute(scene, 7 * 24 * 60 + 16 * 60);
    let wilfrid = comes_to(scene, &start, WILFRID, "/call").await;
    wilfrid.reads(Message::new("chain-total").with("told", 27_usize).with("everybody", 28_usize)).await;
    wilfrid.visit_expecting(&chain, 404).await;
    wilfrid.visit(&format!("{}/call/start", start.home)).await;
    wilfrid.choose("chain-kind-drill").await;
    wilfrid.fill("chain-words", "C'est un essai. Dis seulement que tu as répondu.").await;
    wilfrid.press("chain-start-do").await;
    wilfrid.reads("done-chain-started").await;
    let trial = wilfrid.path().await;
    others.press(2, &trial, &[("act", "agree")]);
    wilfrid.visit(&trial).await;
    wilfrid.does_not_read("chain-waits-text").await;
    wilfrid.reads("chain-watch-leave").await;
    wilfrid.close().await;
}
