//! Leaving: nothing of the group stays on the computer.

use crate::{USUAL, enter, setting, tell_of_a_group};
use parpour_tests::Kind::Postgres;
use parpour_tests::World;
use parpour_tests::browser::Language::English;
use parpour_tests::browser::Screen::Desk;
use parpour_tests::browser::{Person, Scene};
use std::path::Path;

const WORRY: &str = "La facture du congélateur rose";
const TITLE: &str = "Un congélateur rose";
const GROUP: &str = "La Tasse ébréchée";

struct Group {
    home: String,
    name: String,
    passphrase: String,
    proposal: String,
}

async fn a_group_that_talks(world: &World) -> Group {
    let group = world.a_group().found().await;
    let proposal = group.proposes(1).titled(TITLE).sent().await.unwrap();
    group.seconds(0, proposal).await.unwrap();
    let number = group.see(proposal).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    let proposal = format!("{home}/decide/{number}");
    Group { home, name: group.name(0), passphrase: group.passphrase(0), proposal }
}

#[test]
fn whoever_signs_out_leaves_nothing() {
    tell_of_a_group("signing out", USUAL, &[], a_group_that_talks, async |scene: &mut Scene, group: Group| {
        let (solange, secrets) = read_and_talk(scene, &group).await;
        solange.visit(&format!("{}/me", group.home)).await;
        solange.press("me-leave").await;
        solange.reads("left-title").await;
        nothing_stays(scene, solange, &group, secrets).await;
    });
}

#[test]
fn whoever_exits_quickly_leaves_nothing() {
    let setting = setting(Postgres, Desk, English);
    tell_of_a_group("the quick exit", setting, &[], a_group_that_talks, async |scene: &mut Scene, group: Group| {
        let (solange, secrets) = read_and_talk(scene, &group).await;
        solange.press_exit().await;
        nothing_stays(scene, solange, &group, secrets).await;
    });
}

#[test]
fn whoever_joins_on_a_shared_computer_leaves_nothing() {
    tell_of_a_group("joining and leaving", USUAL, &[], a_group_that_talks, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        enter(&solange, &group.home, &group.name, &group.passphrase).await;
        solange.visit(&format!("{}/group/invite", group.home)).await;
        solange.select("card-to", "Noëlla".to_owned()).await;
        solange.press("new-next").await;
        solange.reads("card-confirm-register").await;
        solange.press("card-confirm-do").await;
        let words = solange.texts("ol.words li").await.join(" ");
        solange.close().await;

        let noella = scene.somebody("Noëlla").await;
        noella.visit(&format!("{}/door", group.home)).await;
        noella.fill("card-words", &words).await;
        noella.press("card-read").await;
        let passphrase = noella.value("passphrase-mine").await;
        noella.fill("email-mine", "noella@exemple.org").await;
        noella.press("join-join").await;
        noella.press_exit().await;
        noella.close().await;
        for secret in [words.as_str(), &passphrase, "noella@exemple.org", "Noëlla", GROUP] {
            let found = files_with(&scene.profile_of("Noëlla"), secret);
            assert!(found.is_empty(), "{secret:?} stays in {found:?}");
        }
    });
}

/// Solange comes in, reads and writes: her browser has seen names, words and a session.
async fn read_and_talk(scene: &Scene, group: &Group) -> (Person, Vec<String>) {
    let solange = scene.somebody("Solange").await;
    enter(&solange, &group.home, &group.name, &group.passphrase).await;
    solange.visit(&format!("{}/group/members", group.home)).await;
    solange.reads("Ovila".to_owned()).await;
    solange.visit(&group.proposal).await;
    solange.choose("talk-kind-worries").await;
    solange.fill("talk-words", WORRY).await;
    solange.press("talk-send").await;
    solange.reads(WORRY.to_owned()).await;
    let mut secrets = solange.cookie_values().await;
    assert!(!secrets.is_empty(), "she has a session");
    secrets.retain(|value| value.len() >= 16);
    secrets.extend([WORRY, TITLE, GROUP, "Ovila", "Solange", &group.passphrase].map(str::to_owned));
    (solange, secrets)
}

async fn nothing_stays(scene: &Scene, solange: Person, group: &Group, secrets: Vec<String>) {
    assert_eq!(solange.cookies().await, Vec::<String>::new(), "a cookie stays");
    // Whoever sits down next presses Back, several times.
    for _ in 0..6 {
        solange.back().await;
        for secret in &secrets {
            solange.does_not_read(secret.clone()).await;
        }
    }
    solange.visit(&group.proposal).await;
    solange.reads("door-lead").await;
    solange.close().await;
    for secret in &secrets {
        let found = files_with(&scene.profile_of("Solange"), secret);
        assert!(found.is_empty(), "{secret:?} stays in {found:?}");
    }
    // And opens the browser again.
    let next = scene.somebody("Solange").await;
    next.visit(&group.home).await;
    next.reads("door-lead").await;
    assert_eq!(next.value("name-mine").await, "", "the browser fills in her name");
    next.close().await;
}

/// Files below `folder` that hold these words, as bytes or as two bytes a letter.
fn files_with(folder: &Path, words: &str) -> Vec<String> {
    let narrow = words.as_bytes().to_vec();
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                let bytes = std::fs::read(entry.path()).unwrap_or_default();
                let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
                if holds(&narrow) || holds(&wide) {
                    found.push(entry.path().display().to_string());
                }
            }
        }
    }
    found
}

#[test]
fn files_are_searched_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("narrow"), "chez Éloi").unwrap();
    let wide: Vec<u8> = "chez Éloi".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::create_dir(folder.path().join("deeper")).unwrap();
    std::fs::write(folder.path().join("deeper/wide"), wide).unwrap();
    assert_eq!(files_with(folder.path(), "Éloi").len(), 2);
    assert_eq!(files_with(folder.path(), "Ovila").len(), 0);
}
