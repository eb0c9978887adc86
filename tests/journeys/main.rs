//! What people do, in a real browser, with JavaScript off: whole stories, every page of which is looked at.
//!
//! They need Chromium and its driver; `cargo xtask test` brings them. Without, each says aloud that it was
//! left out. `PARPOUR_TEST_PICTURES=folder` keeps a picture of every page.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod a_departure;
mod a_group_decides;
mod a_pause;
mod a_position;
mod a_secret_vote;
mod a_sheet_goes_astray;
mod bad_turns;
mod choosing;
mod every_page;
mod keyboard;
mod leaving;
mod others;
mod reading;
mod saturday;
mod shipped;
mod somebody_comes_in;
mod the_assembly;
mod the_browser;
mod the_cats;
mod the_freezer;
mod the_ice_storm;
mod the_seat;
mod visits;
mod ways_in;
mod without_a_screen;

use parpour_tests::browser::{Language, Person, Scene, Screen, Setting};
use parpour_tests::{Kind, World, long, on_postgres, on_sqlite, runtime};
use std::time::Duration;

/// The program of the tests, as cargo has just built it.
const PROGRAM: &str = env!("CARGO_BIN_EXE_parpour-clocked");
/// A story that has not ended by then hangs.
const CEILING: Duration = Duration::from_secs(900);

/// One of the eight ways to tell a story.
const fn setting(store: Kind, screen: Screen, language: Language) -> Setting {
    Setting { store, screen, language }
}

/// Where most stories are told.
const USUAL: Setting = setting(Kind::Sqlite, Screen::Phone, Language::French);

/// One more setting of a story that the quick form tells in another one.
fn in_full(setting: Setting, story: impl FnOnce(Setting)) {
    if long() {
        story(setting);
    }
}

/// Tells a story that begins with nothing.
fn tell(story: &'static str, setting: Setting, flags: &[&str], telling: impl AsyncFnOnce(&mut Scene)) {
    let runtime = runtime();
    runtime.block_on(async {
        let Some(mut scene) = Scene::set(story, setting, PROGRAM, flags).await else { return };
        tokio::time::timeout(CEILING, telling(&mut scene)).await.expect("the story ends");
        scene.end().await;
    });
}

/// Tells a story of the demonstration, as it is shipped.
fn tell_of_the_demonstration(story: &'static str, telling: impl AsyncFnOnce(&mut Scene)) {
    let runtime = runtime();
    runtime.block_on(async {
        let Some(mut scene) = Scene::demonstration(story, USUAL).await else { return };
        tokio::time::timeout(CEILING, telling(&mut scene)).await.expect("the story ends");
        scene.end().await;
    });
}

/// Tells a story that begins with a group, made by `prepare`.
fn tell_of_a_group<T>(
    story: &'static str,
    setting: Setting,
    flags: &[&str],
    prepare: impl AsyncFnOnce(&World) -> T,
    telling: impl AsyncFnOnce(&mut Scene, T),
) {
    let on_a_world = async |world: &World| {
        let prepared = prepare(world).await;
        tell_in(world, story, setting, flags, async |scene: &mut Scene| telling(scene, prepared).await).await;
    };
    on_store(setting.store, on_a_world);
}

/// The same, and when the program has stopped, `afterwards` looks at what it left in the store.
fn tell_of_a_group_and_its_store<T, U>(
    story: &'static str,
    setting: Setting,
    prepare: impl AsyncFnOnce(&World) -> T,
    telling: impl AsyncFnOnce(&mut Scene, T) -> U,
    afterwards: impl AsyncFnOnce(&World, U),
) {
    let on_a_world = async |world: &World| {
        let prepared = prepare(world).await;
        let told = tell_in(world, story, setting, &[], async |scene: &mut Scene| telling(scene, prepared).await).await;
        if let Some(told) = told {
            afterwards(world, told).await;
        }
    };
    on_store(setting.store, on_a_world);
}

/// Tells a story of the group of this world; nothing when there is no browser.
async fn tell_in<U>(
    world: &World,
    story: &'static str,
    setting: Setting,
    flags: &[&str],
    telling: impl AsyncFnOnce(&mut Scene) -> U,
) -> Option<U> {
    let mut scene = Scene::go_on(story, setting, PROGRAM, flags, world).await?;
    scene.private = ["Solange", "Ovila", "Noëlla", "Tasse", "cafetière", "lundi", "jardin"].map(str::to_owned).to_vec();
    let told = telling(&mut scene).await;
    scene.end().await;
    Some(told)
}

fn on_store(store: Kind, on_a_world: impl AsyncFnOnce(&World)) {
    match store {
        Kind::Sqlite => on_sqlite(on_a_world),
        Kind::Postgres => on_postgres(on_a_world),
    }
}

/// Somebody comes in at the door, with a passphrase.
async fn enter(person: &Person, group: &str, name: &str, passphrase: &str) {
    if person.path().await != format!("{group}/door") {
        person.visit(&format!("{group}/door")).await;
    }
    enter_and_come_to(person, group, name, passphrase).await;
}

/// Somebody who stands at the door comes in, and is then at `page`: the one she asked for, or the group's home.
async fn enter_and_come_to(person: &Person, page: &str, name: &str, passphrase: &str) {
    person.fill("name-mine", name).await;
    person.fill("passphrase-mine", passphrase).await;
    person.press("door-enter").await;
    assert_eq!(person.path().await, page);
}
