//! Two cats, morning and evening (story 4.10 A), and somebody to call.
//!
//! Noëlla has no screen: Ovila opens Solange's card for her and wakes the circle in one act. The neighbour says yes by
//! phone to the mornings, a member to the evenings. The neighbour stops by one call, and what she did is free again. When the
//! days are over, the card is closed. Two are there for whoever calls; one needs to breathe, and the page says so.

use crate::{USUAL, enter, in_full, setting, tell_of_a_group};
use chrono::{Duration, NaiveDate};
use commons::refusal::Message;
use mutual_aid::queries::listening::At;
use parpour_tests::browser::{Language, Person, Scene, Screen};
use parpour_tests::{Kind, World};

const TOLD: &str = "deux chats, matin et soir";
const CARD: &str = "La clé est chez Noëlla. Vétérinaire : 819 555-0170.";
/// What whoever feeds them reads on those days, and nobody else.
const LINE: &str = "Réglisse mange deux fois par jour.";

type Way = (String, String);

struct Cats {
    home: String,
    solange: Way,
    ovila: Way,
    eustache: Way,
    noella: String,
}

fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 11, day).unwrap()
}

async fn prepared(world: &World) -> Cats {
    let group = world.a_group().with_people(4).found().await;
    world.clock.set("2027-11-01T12:00:00Z".parse().unwrap());
    group.comes_in(3).await.unwrap();
    // Tuesday the second, before the first meal.
    world.clock.set("2027-11-02T11:00:00Z".parse().unwrap());
    group.names_holder(0, 2).await.unwrap();
    group.writes_card(0, CARD, LINE).await.unwrap();
    group.adds_neighbour(0, "Mme Palissade", TOLD).await.unwrap();
    let link = group.asks_close(0, 3, TOLD).await.unwrap();
    group.answers_close(3, link, true).await.unwrap();
    for hour in [8, 18] {
        group.needs_daily(0, hour).await;
    }
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let home = format!("/g/{}", group.slug);
    Cats { home, solange: way(0), ovila: way(1), eustache: way(3), noella: group.name(2) }
}

#[test]
fn two_cats_are_fed_on_a_phone() {
    tell_of_a_group("the cats", USUAL, &[], prepared, are_fed);
}

#[test]
fn two_cats_are_fed_at_a_desk() {
    let desk = setting(Kind::Postgres, Screen::Desk, Language::English);
    tell_of_a_group("the cats", desk, &[], prepared, are_fed);
}

/// How many of the things to do on a page are hers; of nobody when no name is given.
async fn done_by(person: &Person, name: Option<&str>) -> usize {
    let free = person.say(&"close-is-free".into());
    let who = name.unwrap_or(&free);
    person.texts(".rows li.split").await.iter().filter(|line| line.contains(who)).count()
}

async fn are_fed(scene: &mut Scene, start: Cats) {
    let ovila = scene.somebody("Ovila").await;
    enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
    ovila.visit(&format!("{}/visit/circle", start.home)).await;
    ovila.follow("close-open-title").await;
    ovila.select("close-open-whose", start.solange.0.clone()).await;
    ovila.pick_day("close-from", november(2)).await;
    ovila.pick_day("close-until", november(9)).await;
    // Not hers to open; for Noëlla, who was named and has no screen, it is.
    ovila.press_expecting("close-open-do", 409).await;
    ovila.visit(&format!("{}/visit/circle/open", start.home)).await;
    ovila.select("close-open-whose", start.solange.0.clone()).await;
    ovila.select("close-open-for", start.noella.clone()).await;
    ovila.pick_day("close-from", november(2)).await;
    ovila.pick_day("close-until", november(9)).await;
    ovila.press("close-open-do").await;
    ovila.reads("done-close-opened-awake").await;
    ovila.reads(CARD.to_owned()).await;
    ovila.reads(TOLD.to_owned()).await;
    ovila.select("close-who", "Mme Palissade".to_owned()).await;
    ovila.choose("close-help-animals").await;
    ovila.select("close-part", "close-part-morning").await;
    ovila.press("close-note-do").await;
    ovila.reads(Message::new("done-close-noted").with("count", 8u32)).await;
    // Eight mornings for the neighbour; the eight evenings are free.
    assert_eq!((done_by(&ovila, Some("Mme Palissade")).await, done_by(&ovila, None).await), (8, 8));
    let card = ovila.path().await;
    ovila.close().await;

    let eustache = scene.somebody("Eustache").await;
    enter(&eustache, &start.home, &start.eustache.0, &start.eustache.1).await;
    eustache.visit(&format!("{}/visit/circle", start.home)).await;
    // What he was told, and nothing of the card.
    eustache.reads(TOLD.to_owned()).await;
    eustache.does_not_read(CARD.to_owned()).await;
    eustache.does_not_read(LINE.to_owned()).await;
    let evenings: Vec<String> = eustache.texts("form[action$='/take'] label").await;
    assert_eq!(evenings.len(), 8, "{evenings:?}");
    for evening in evenings {
        eustache.choose(evening).await;
    }
    eustache.press("close-take").await;
    eustache.reads("close-mine").await;
    // Today he feeds them: that line of the card, and no other.
    eustache.reads(LINE.to_owned()).await;
    eustache.does_not_read(CARD.to_owned()).await;
    eustache.close().await;

    let solange = scene.somebody("Solange").await;
    enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
    solange.visit(&format!("{}/visit/circle/mine", start.home)).await;
    let both = Message::new("close-opened-through").with("name", start.noella.as_str());
    solange.reads(both.with("through", start.ovila.0.as_str())).await;
    // Check 1: who opened it, through whom, and when.
    solange.reads(at_seven(scene)).await;
    assert_eq!(
        (done_by(&solange, Some("Mme Palissade")).await, done_by(&solange, Some(&start.eustache.0)).await),
        (8, 8)
    );
    // The neighbour's sheet: four words.
    solange.follow("Mme Palissade".to_owned()).await;
    solange.press("close-sheet-make").await;
    let words = solange.texts(".ps__step p.k-xl").await.pop().unwrap();
    assert_eq!(words.split_whitespace().count(), 4, "{words}");
    solange.close().await;

    // Without an account they lead to her own tasks, and to a page that tells nothing of the group.
    let palissade = scene.somebody("Mme Palissade").await;
    palissade.visit(&format!("{}/neighbour", start.home)).await;
    palissade.does_not_read("crisis-title").await;
    palissade.fill("neighbour-words", &words).await;
    palissade.press("neighbour-enter").await;
    palissade.reads(TOLD.to_owned()).await;
    palissade.reads(LINE.to_owned()).await;
    palissade.does_not_read(CARD.to_owned()).await;
    palissade.does_not_read("crisis-title").await;
    assert_eq!(palissade.texts("form label").await.len(), 8 + 1, "eight mornings, and her yes");
    palissade.close().await;

    // Check 2: one call, noted by any member, and the mornings are free again.
    let ovila = scene.somebody("Ovila").await;
    enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
    ovila.visit(&format!("{}/visit/circle", start.home)).await;
    ovila.follow("close-call-title").await;
    ovila.select("close-call-whose", start.solange.0.clone()).await;
    ovila.fill("close-name", "Mme Palissade").await;
    ovila.press("close-call-do").await;
    ovila.reads("done-neighbour-noted").await;
    ovila.close().await;
    let solange = scene.somebody("Solange").await;
    enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
    solange.visit(&format!("{}/visit/circle/mine", start.home)).await;
    assert_eq!((done_by(&solange, Some("Mme Palissade")).await, done_by(&solange, None).await), (0, 8));
    solange.close().await;

    // Check 1: after the ninth the card is closed, and the circle sleeps.
    scene.program.advance(Duration::days(8));
    let ovila = scene.somebody("Ovila").await;
    enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
    ovila.visit_expecting(&card, 410).await;
    ovila.close().await;
}

/// Seven in the morning of the second, as pages say it.
fn at_seven(scene: &Scene) -> String {
    match scene.setting.language {
        Language::French => "mardi 2 novembre 2027 à 7 h".to_owned(),
        Language::English => "Tuesday, November 2, 2027 at 7 a.m.".to_owned(),
    }
}

struct Call {
    home: String,
    solange: Way,
    ovila: Way,
    slot: At,
}

async fn two_listen(world: &World) -> Call {
    let group = world.a_group().with_people(4).found().await;
    group.moves_to(12).await;
    for who in [1, 3] {
        group.listens(who, 3, false).await.unwrap();
    }
    let slot = group.slot(0, 1, 12, 16).await;
    for who in [1, 3] {
        group.takes_slot(who, slot).await.unwrap();
    }
    let way = |who: usize| (group.name(who), group.passphrase(who));
    Call { home: format!("/g/{}", group.slug), solange: way(0), ovila: way(1), slot }
}

#[test]
fn somebody_answers() {
    in_full(USUAL, |usual| tell_of_a_group("somebody answers", usual, &[], two_listen, answers));
}

#[test]
fn somebody_answers_at_a_desk() {
    let desk = setting(Kind::Postgres, Screen::Desk, Language::English);
    tell_of_a_group("somebody answers, at a desk", desk, &[], two_listen, answers);
}

async fn answers(scene: &mut Scene, start: Call) {
    assert!(!start.slot.to_string().is_empty());
    let solange = scene.somebody("Solange").await;
    enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
    solange.follow("crisis-title").await;
    solange.reads("now-yes-first").await;
    solange.reads("now-lines").await;
    solange.press("now-yes-do").await;
    solange.reads("now-nobody").await;
    solange.does_not_read("819 555-0101".to_owned()).await;
    solange.close().await;

    scene.program.advance(Duration::days(1) + Duration::minutes(5));
    let solange = scene.somebody("Solange").await;
    enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
    solange.follow("crisis-title").await;
    solange.reads("now-there").await;
    solange.reads("819 555-0101".to_owned()).await;

    // One of the two needs to breathe: the page says honestly that nobody is there, and the lines stay.
    let ovila = scene.somebody("Ovila").await;
    enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
    ovila.visit(&format!("{}/call/listening", start.home)).await;
    ovila.press("listening-breathe").await;
    ovila.reads("done-slot-breathe").await;
    ovila.close().await;
    solange.visit(&format!("{}/call/now", start.home)).await;
    solange.reads("now-nobody").await;
    solange.reads("now-lines").await;
    solange.does_not_read("819 555-0101".to_owned()).await;
    solange.close().await;
}
