//! Two cats, morning and evening (story 4.10 A), and somebody to call.
//!
//! Noëlla has no screen: Ovila opens Solange's card for her and wakes the circle in one act. The neighbour says yes by
//! phone, and stops by one call. Two are there for whoever calls; one needs to breathe, and the page says so.

use crate::{USUAL, enter, in_full, setting, tell_of_a_group};
use chrono::{Duration, NaiveDate};
use commons::refusal::Message;
use mutual_aid::queries::listening::At;
use parpour_tests::browser::{Language, Scene, Screen};
use parpour_tests::{Kind, World};

const TOLD: &str = "deux chats, matin et soir";
const CARD: &str = "La clé est chez Noëlla.";

type Way = (String, String);

struct Cats {
    home: String,
    today: NaiveDate,
    solange: Way,
    ovila: Way,
    noella: String,
}

async fn prepared(world: &World) -> Cats {
    let group = world.a_group().with_people(4).found().await;
    group.moves_to(9).await;
    group.names_holder(0, 2).await.unwrap();
    group.writes_card(0, CARD, "Réglisse mange deux fois par jour.").await.unwrap();
    group.adds_neighbour(0, "Mme Palissade", TOLD).await.unwrap();
    for hour in [8, 18] {
        group.needs_daily(0, hour).await;
    }
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let today = group.today().await;
    Cats { home: format!("/g/{}", group.slug), today, solange: way(0), ovila: way(1), noella: group.name(2) }
}

#[test]
fn two_cats_are_fed() {
    tell_of_a_group("the cats", USUAL, &[], prepared, are_fed);
}

async fn are_fed(scene: &mut Scene, start: Cats) {
    let ovila = scene.somebody("Ovila").await;
    enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
    ovila.visit(&format!("{}/visit/circle", start.home)).await;
    ovila.follow("close-open-title").await;
    ovila.select("close-open-whose", start.solange.0.clone()).await;
    ovila.pick_day("close-from", start.today).await;
    ovila.pick_day("close-until", start.today + Duration::days(7)).await;
    // Not hers to open; for Noëlla, who was named and has no screen, it is.
    ovila.press_expecting("close-open-do", 409).await;
    ovila.visit(&format!("{}/visit/circle/open", start.home)).await;
    ovila.select("close-open-whose", start.solange.0.clone()).await;
    ovila.select("close-open-for", start.noella.clone()).await;
    ovila.pick_day("close-from", start.today).await;
    ovila.pick_day("close-until", start.today + Duration::days(7)).await;
    ovila.press("close-open-do").await;
    ovila.reads("done-close-opened").await;
    ovila.reads(CARD.to_owned()).await;
    ovila.reads(TOLD.to_owned()).await;
    ovila.select("close-who", "Mme Palissade".to_owned()).await;
    ovila.choose("close-help-animals").await;
    ovila.select("close-part", "close-part-morning").await;
    ovila.press("close-note-do").await;
    ovila.reads("done-close-noted").await;
    ovila.close().await;

    let solange = scene.somebody("Solange").await;
    enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
    solange.visit(&format!("{}/visit/circle/mine", start.home)).await;
    let both = Message::new("close-opened-through").with("name", start.noella.as_str());
    solange.reads(both.with("through", start.ovila.0.as_str())).await;
    solange.reads("Mme Palissade".to_owned()).await;
    solange.close().await;

    // One call, noted by any member, and the mornings are free again.
    let ovila = scene.somebody("Ovila").await;
    enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
    ovila.visit(&format!("{}/visit/circle", start.home)).await;
    ovila.follow("close-call-title").await;
    ovila.select("close-call-whose", start.solange.0.clone()).await;
    ovila.fill("close-name", "Mme Palissade").await;
    ovila.press("close-call-do").await;
    ovila.reads("done-neighbour-noted").await;
    ovila.close().await;
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
