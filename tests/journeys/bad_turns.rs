//! Pages for what does not work out: they say what to do, and keep what was typed.

use crate::{USUAL, enter, enter_and_come_to, in_full, setting, tell_of_a_group};
use chrono::Duration;
use parpour_tests::Kind::Sqlite;
use parpour_tests::World;
use parpour_tests::browser::Language::English;
use parpour_tests::browser::Screen::Desk;
use parpour_tests::browser::{Scene, Setting};

const MINE: &str = "Ma version, écrite longtemps.";

struct Group {
    home: String,
    name: String,
    passphrase: String,
    proposal: String,
}

async fn a_group(world: &World) -> Group {
    let group = world.a_group().found().await;
    let proposal = group.proposes(0).sent().await.unwrap();
    group.seconds(1, proposal).await.unwrap();
    let number = group.see(proposal).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    let proposal = format!("{home}/decide/{number}");
    Group { home, name: group.name(0), passphrase: group.passphrase(0), proposal }
}

#[test]
fn on_a_phone() {
    bad_turns(USUAL);
}

#[test]
fn on_a_desk() {
    in_full(setting(Sqlite, Desk, English), bad_turns);
}

fn bad_turns(setting: Setting) {
    tell_of_a_group("bad turns", setting, &[], a_group, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        solange.visit_expecting("/g/nobody-here", 404).await;
        solange.reads("error-not-found-title").await;
        solange.visit_expecting("/found/0123456789", 410).await;
        solange.visit(&format!("{}/door", group.home)).await;
        solange.fill("name-mine", &group.name).await;
        solange.fill("passphrase-mine", "autre chose").await;
        solange.press_expecting("door-enter", 422).await;
        solange.reads("door-wrong").await;
        solange.reads("form-kept-but-phrase").await;
        assert_eq!(solange.value("name-mine").await, group.name);
        solange.fill("card-words", "quatre mots bien faux").await;
        solange.press_expecting("card-read", 422).await;
        solange.reads("door-card-unknown").await;
        assert_eq!(solange.value("card-words").await, "quatre mots bien faux");

        enter(&solange, &group.home, &group.name, &group.passphrase).await;
        solange.visit_expecting(&format!("{}/decide/99", group.home), 404).await;
        solange.visit_expecting(&format!("{}/welcome/edit", group.home), 403).await;
        no_choice(&solange, &group).await;
        two_at_once(scene, &solange, &group).await;
        too_long_away(scene, &solange, &group).await;
        solange.close().await;
    });
}

async fn no_choice(solange: &parpour_tests::browser::Person, group: &Group) {
    solange.visit(&group.proposal).await;
    solange.fill("talk-words", MINE).await;
    solange.press_expecting("talk-send", 422).await;
    solange.reads("talk-choose").await;
    assert_eq!(solange.value("talk-words").await, MINE);
}

/// The same text, changed from two windows: the second is told, and loses nothing.
async fn two_at_once(scene: &Scene, solange: &parpour_tests::browser::Person, group: &Group) {
    solange.visit(&format!("{}/revise", group.proposal)).await;
    solange.fill("write-summary", MINE).await;
    let other = scene.somebody("Solange elsewhere").await;
    enter(&other, &group.home, &group.name, &group.passphrase).await;
    other.visit(&format!("{}/revise", group.proposal)).await;
    other.fill("write-summary", "Une version de l'autre fenêtre.").await;
    other.press("write-revise").await;
    other.close().await;
    solange.press_expecting("write-revise", 409).await;
    solange.reads("Une version de l'autre fenêtre.".to_owned()).await;
    assert_eq!(solange.value("write-summary").await, MINE);
}

/// The session ends while she writes: her words wait for her inside, and leave from there (ruling 12).
async fn too_long_away(scene: &mut Scene, solange: &parpour_tests::browser::Person, group: &Group) {
    solange.visit(&group.proposal).await;
    solange.choose("talk-kind-question").await;
    solange.fill("talk-words", MINE).await;
    scene.program.advance(Duration::minutes(20));
    solange.press_expecting("talk-send", 403).await;
    solange.reads(MINE.to_owned()).await;
    solange.reads("error-form-kept-late").await;
    solange.follow("error-go-to-door").await;
    enter_and_come_to(solange, &format!("{}/me/kept", group.home), &group.name, &group.passphrase).await;
    solange.reads("me-kept-lead").await;
    solange.reads(MINE.to_owned()).await;
    solange.press("error-send-again").await;
    assert_eq!(solange.path().await, group.proposal);
    solange.reads(MINE.to_owned()).await;
}
