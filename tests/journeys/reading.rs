//! Reading more easily: larger, darker, wider apart.

use crate::{USUAL, enter, in_full, setting, tell_of_a_group};
use parpour_tests::Kind::Sqlite;
use parpour_tests::World;
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Person, Scene, Setting};

struct Group {
    home: String,
    name: String,
    passphrase: String,
    proposals: Vec<String>,
}

/// A group with a proposal in each state that a page draws differently.
async fn a_group_with_everything(world: &World) -> Group {
    let group = world.a_group().with_people(5).with_rule("discussion_days_ordinary", "0").found().await;
    let over = group.proposes(0).titled("Acheter une cafetière").lasting(0, 1).sent().await.unwrap();
    group.seconds(1, over).await.unwrap();
    group.settle().await;
    for (who, choice) in [(0, tally::Choice::Yes), (1, tally::Choice::Yes), (2, tally::Choice::No)] {
        group.votes(who, over, choice).await.unwrap();
    }
    world.clock.advance(chrono::Duration::days(3));
    group.settle().await;
    let voting = group.proposes(0).titled("Fermer le lundi").lasting(0, 9).sent().await.unwrap();
    group.seconds(1, voting).await.unwrap();
    group.settle().await;
    let talked = group.proposes(1).titled("Un jardin sur le toit").lasting(20, 5).sent().await.unwrap();
    group.seconds(0, talked).await.unwrap();
    let waiting = group.proposes(1).titled("Des chaises pliantes").sent().await.unwrap();
    let home = format!("/g/{}", group.slug);
    let mut proposals = Vec::new();
    for id in [over, voting, talked, waiting] {
        proposals.push(format!("{home}/decide/{}", group.see(id).await.number.unwrap()));
    }
    Group { home, name: group.name(0), passphrase: group.passphrase(0), proposals }
}

fn pages(group: &Group) -> Vec<String> {
    let paths = [
        "",
        "/decide",
        "/decide/new",
        "/decide/new/charter",
        "/decide/new/mandate",
        "/group",
        "/group/members",
        "/group/charter",
        "/group/powers",
        "/group/invite",
        "/register",
        "/register/1",
        "/register/verify",
        "/me",
        "/me/email",
        "/me/passphrase",
        "/welcome",
        "/door",
        "/join",
    ];
    let pages = paths.iter().map(|path| format!("{}{path}", group.home));
    pages.chain(group.proposals.iter().cloned()).chain(["/".to_owned(), "/look".to_owned()]).collect()
}

async fn look_at_everything(person: &Person, group: &Group) {
    for page in pages(group) {
        person.visit(&page).await;
    }
}

fn tour(story: &'static str, setting: Setting, prepare: impl AsyncFnOnce(&Person)) {
    tell_of_a_group(story, setting, &[], a_group_with_everything, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        enter(&solange, &group.home, &group.name, &group.passphrase).await;
        prepare(&solange).await;
        look_at_everything(&solange, &group).await;
        solange.close().await;
    });
}

#[test]
fn largest_dark_with_strong_contrast_and_space_on_a_phone() {
    tour("dark and large", USUAL, async |solange: &Person| {
        solange.visit("/look").await;
        solange.select("look-text", "look-text-largest").await;
        solange.select("look-theme", "look-theme-dark").await;
        solange.choose("look-contrast").await;
        solange.choose("look-space").await;
        solange.choose("look-font").await;
        solange.press("look-apply").await;
        solange.visit("/look").await;
        assert!(solange.has_chosen("look-contrast").await && solange.has_chosen("look-space").await);
    });
}

#[test]
fn dark_on_a_desk() {
    in_full(setting(Sqlite, Desk, French), |setting| {
        tour("dark", setting, async |solange: &Person| {
            solange.visit("/look").await;
            solange.select("look-theme", "look-theme-dark").await;
            solange.select("look-text", "look-text-large").await;
            solange.press("look-apply").await;
        });
    });
}

/// With scripts off, a page that held one would not be noticed by the content policy; with scripts on, it
/// is.
#[test]
fn scripts_on_change_nothing_and_break_no_policy() {
    tour("scripts on", setting(Sqlite, Phone, English), async |solange: &Person| solange.turns_scripts_on().await);
}

#[test]
fn somebody_reads_the_pages_in_the_other_language() {
    let story = "the other language";
    tell_of_a_group(story, USUAL, &[], a_group_with_everything, async |scene: &mut Scene, group: Group| {
        let mut solange = scene.somebody("Solange").await;
        enter(&solange, &group.home, &group.name, &group.passphrase).await;
        // The page that comes is in the language she chose.
        solange.language = English;
        solange.press("English".to_owned()).await;
        solange.reads("today-going-on").await;
        solange.visit(&group.proposals[1]).await;
        solange.reads("vote-title").await;
        solange.language = French;
        solange.press("Français".to_owned()).await;
        solange.reads("vote-title").await;
        solange.close().await;
    });
}
