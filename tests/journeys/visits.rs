//! Somebody would like company (`mutual-aid` V1-V8; the ways of story 4.4): she says who, when and where; whoever comes
//! reads the place only once she said yes; one button is enough to say "not today".

use crate::{USUAL, enter, in_full, setting, tell_of_a_group};
use chrono::{Duration, NaiveDate};
use commons::refusal::Message;
use parpour_tests::browser::{Language, Person, Scene, Screen, Setting};
use parpour_tests::{Kind, World};

const PLACE: &str = "Café du Grain de poivre, près du poêle";

struct Start {
    home: String,
    solange: (String, String),
    ovila: (String, String),
}

async fn a_group(world: &World) -> Start {
    let group = world.a_group().with_people(3).quick().found().await;
    let way = |who: usize| (group.name(who), group.passphrase(who));
    Start { home: format!("/g/{}", group.slug), solange: way(0), ovila: way(1) }
}

#[test]
fn somebody_is_visited_on_a_phone() {
    tell_of_a_group("visits", USUAL, &[], a_group, is_visited);
}

#[test]
fn somebody_is_visited_at_a_desk() {
    const DESK: Setting = setting(Kind::Postgres, Screen::Desk, Language::English);
    in_full(DESK, |desk| tell_of_a_group("visits", desk, &[], a_group, is_visited));
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
    person.turn_to("tab-visit").await;
}

async fn is_visited(scene: &mut Scene, start: Start) {
    // Ovila says what he gives.
    let ovila = scene.somebody("Ovila").await;
    comes_in(&ovila, &start, &start.ovila).await;
    ovila.reads("visits-asks-none").await;
    ovila.follow("own-limits-go").await;
    ovila.choose("yes-visit").await;
    for day in ["weekday-mon", "weekday-tue", "weekday-wed", "weekday-thu", "weekday-fri"] {
        ovila.choose(day).await;
    }
    ovila.fill("hours-from", "midi").await;
    ovila.fill("hours-until", "16:00").await;
    ovila.press_expecting("own-limits-do", 422).await;
    ovila.reads("hours-unreadable").await;
    ovila.fill("hours-from", "13 h").await;
    ovila.press("own-limits-do").await;
    ovila.reads("done-limits").await;

    // Solange says who, when and where. The eleventh of January is a Monday.
    let solange = scene.somebody("Solange").await;
    comes_in(&solange, &start, &start.solange).await;
    solange.follow("visits-new").await;
    solange.choose("visits-kind-elsewhere").await;
    solange.fill("visits-where", PLACE).await;
    solange.choose("visits-asks-others").await;
    solange.press_expecting("visits-new-do", 422).await;
    solange.reads("visits-choose-when").await;
    solange.choose("visits-when-now").await;
    solange.press("visits-new-do").await;
    solange.reads("done-visits-asked").await;
    solange.pick_day("visits-day", NaiveDate::from_ymd_opt(2027, 1, 14).unwrap()).await;
    solange.fill("visits-hour", "14:30").await;
    solange.press("visits-add-do").await;
    solange.reads("done-visit-added").await;

    // He reads a day and half of one, and no name; then she reads his.
    ovila.visit(&start.home).await;
    ovila.reads("today-visit").await;
    ovila.follow("today-visit-do").await;
    ovila.does_not_read(PLACE.to_owned()).await;
    ovila.does_not_read(Message::new("visits-to").with("name", start.solange.0.clone())).await;
    ovila.press("visits-yes-do").await;
    ovila.reads("done-visit-waits").await;
    ovila.does_not_read(PLACE.to_owned()).await;
    solange.visit(&start.home).await;
    solange.follow("today-company-do").await;
    solange.reads(Message::new("visits-would-come").with("name", start.ovila.0.clone())).await;
    solange.press("visits-welcome-do").await;
    solange.reads("done-visit-welcomed").await;
    solange.follow("visits-sheet-plan").await;
    solange.reads(start.ovila.0.clone()).await;
    solange.close().await;
    ovila.close().await;

    // The day before, one button says that it holds.
    scene.program.advance(Duration::days(2) + Duration::hours(5));
    let ovila = scene.somebody("Ovila").await;
    comes_in(&ovila, &start, &start.ovila).await;
    ovila.follow("visits-sheet").await;
    ovila.reads(PLACE.to_owned()).await;
    ovila.visit(&format!("{}/visit", start.home)).await;
    ovila.close().await;
}
