//! What people do, in a real browser, with JavaScript off: whole stories, every page of which is looked at.
//!
//! They need Chromium and its driver; `cargo xtask test` brings them. Without, each says aloud that it was
//! left out. `PARPOUR_TEST_PICTURES=folder` keeps a picture of every page.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod shipped;
mod the_browser;

use parpour_tests::browser::{Language, Scene, Screen, Setting};
use parpour_tests::{Kind, runtime};
use std::time::Duration;

/// The program of the tests, as cargo has just built it.
const PROGRAM: &str = env!("CARGO_BIN_EXE_parpour-clocked");
/// A story that has not ended by then hangs.
const CEILING: Duration = Duration::from_secs(300);

/// One of the eight ways to tell a story.
const fn setting(store: Kind, screen: Screen, language: Language) -> Setting {
    Setting { store, screen, language }
}

/// Where most stories are told.
const USUAL: Setting = setting(Kind::Sqlite, Screen::Phone, Language::French);

/// Tells a story.
fn tell(story: &'static str, setting: Setting, flags: &[&str], telling: impl AsyncFnOnce(&mut Scene)) {
    let runtime = runtime();
    runtime.block_on(async {
        let Some(mut scene) = Scene::set(story, setting, PROGRAM, flags).await else { return };
        tokio::time::timeout(CEILING, telling(&mut scene)).await.expect("the story ends");
        scene.end().await;
    });
}
