//! With the keyboard alone.

use crate::{USUAL, in_full, setting, tell_of_a_group};
use parpour_tests::Kind::Sqlite;
use parpour_tests::World;
use parpour_tests::browser::Language::English;
use parpour_tests::browser::Screen::Desk;
use parpour_tests::browser::{Scene, Setting};
use thirtyfour::Key;

struct Group {
    home: String,
    name: String,
    passphrase: String,
    proposal: String,
}

async fn a_group_that_votes(world: &World) -> Group {
    let group = world.a_group().with_rule("discussion_days_ordinary", "0").found().await;
    let proposal = group.proposes(1).lasting(0, 5).sent().await.unwrap();
    group.seconds(0, proposal).await.unwrap();
    group.settle().await;
    let number = group.see(proposal).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    let proposal = format!("{home}/decide/{number}");
    Group { home, name: group.name(0), passphrase: group.passphrase(0), proposal }
}

#[test]
fn somebody_comes_in_votes_and_changes_her_vote_on_a_phone() {
    keyboard_alone(USUAL);
}

#[test]
fn somebody_comes_in_votes_and_changes_her_vote_on_a_desk() {
    in_full(setting(Sqlite, Desk, English), keyboard_alone);
}

fn keyboard_alone(setting: Setting) {
    tell_of_a_group("keyboard alone", setting, &[], a_group_that_votes, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        solange.visit(&format!("{}/door", group.home)).await;
        solange.key(Key::Tab).await;
        assert_eq!(solange.focus().await.words, solange.say(&"skip".into()), "the first stop leads to the content");
        solange.key(Key::Enter).await;
        solange.tab_to("name-mine").await;
        solange.type_in(&group.name).await;
        solange.tab_to("passphrase-mine").await;
        solange.type_in(&group.passphrase).await;
        // Enter sends the form one is in.
        solange.key_to_page(Key::Enter).await;
        assert_eq!(solange.path().await, group.home);

        solange.tab_to("today-vote-do").await;
        solange.key_to_page(Key::Enter).await;
        assert_eq!(solange.path().await, group.proposal);
        solange.tab_to("vote-jump").await;
        solange.key(Key::Enter).await;
        // Nothing is chosen beforehand: the first choice has the focus, and Space takes it.
        solange.tab_to("choice-yes").await;
        assert!(!solange.has_chosen("choice-yes").await);
        solange.key(Key::Space).await;
        assert!(solange.has_chosen("choice-yes").await);
        solange.key(Key::Down).await;
        assert!(solange.has_chosen("choice-no").await);
        solange.key(Key::Up).await;
        assert!(solange.has_chosen("choice-yes").await);
        solange.tab_to("vote-reason").await;
        solange.type_in("Il en faut un.").await;
        solange.tab_to("vote-send").await;
        solange.key_to_page(Key::Space).await;
        solange.reads("vote-sent").await;

        solange.tab_to("vote-change").await;
        solange.key_to_page(Key::Enter).await;
        solange.tab_to("choice-yes").await;
        solange.key(Key::Down).await;
        solange.key(Key::Down).await;
        assert!(solange.has_chosen("choice-abstain").await);
        solange.tab_to("vote-send").await;
        solange.key_to_page(Key::Enter).await;
        solange.reads("choice-abstain").await;
        solange.close().await;
    });
}

#[test]
fn every_stop_is_seen() {
    tell_of_a_group("every stop", USUAL, &[], a_group_that_votes, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        crate::enter(&solange, &group.home, &group.name, &group.passphrase).await;
        let pages =
            ["/decide", "/decide/new/charter/name", "/group", "/group/members", "/me", "/register", "/group/invite"];
        let pages = pages.map(|path| format!("{}{path}", group.home));
        for page in pages.iter().chain([&group.proposal, &"/look".to_owned()]) {
            solange.visit(page).await;
            let stops = solange.tab_through().await;
            assert!(stops > 5, "{page} has {stops} stops");
        }
        solange.close().await;
    });
}
