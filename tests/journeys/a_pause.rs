//! Somebody rests for three months and keeps one link (story 4.10 B). She is Solange here; Ovila is the one with
//! whom she keeps the link.
//!
//! What waits for later: tasks offered again, and the dated reminder of a card (check 3), come with tasks; today whoever
//! is asked reads it on a page and gets no reminder. A ballot on paper comes with the entry of paper ballots: she
//! votes on a screen. Checks 1 and 2 are about cats (A), 9 and 10 about a pause of the whole group (D).

use crate::{enter, in_full, setting, tell_of_a_group};
use chrono::Duration;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::Message;
use membership::commands::change_access::want_news;
use membership::commands::pause::{Pausing, pause};
use membership::powers::{ChangeOwnAccess, Permit, Rest};
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Person, Scene, Setting, until};
use parpour_tests::{Group, World};

/// Fewest votes that count, whoever rests: two, of five people.
const QUORUM: u32 = 2;

/// What people need to know of the group.
struct Start {
    home: String,
    /// A proposal whose vote opens on 2 December.
    proposal: String,
    solange: Way,
    ovila: Way,
}

/// How somebody comes in, and where letters reach her.
struct Way {
    name: String,
    passphrase: String,
    email: String,
}

#[test]
fn on_a_phone_in_french() {
    a_pause(setting(Sqlite, Phone, French));
}

#[test]
fn on_a_desk_in_english() {
    in_full(setting(Postgres, Desk, English), a_pause);
}

fn a_pause(setting: Setting) {
    tell_of_a_group("a pause", setting, &[], a_group_in_november, async |scene: &mut Scene, start: Start| {
        let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
        let before = list_of_members(&ovila, &start).await;
        rests(&solange, &start).await;
        assert_eq!(list_of_members(&ovila, &start).await, before, "no page tells who rests");
        reads_of_the_link(&ovila, &start).await;

        the_vote_opens(scene, &start).await;
        both_vote(&solange, &ovila, &start).await;
        the_quorum_did_not_move(scene, &ovila, &start).await;

        ovila_rests_and_wants_a_sign(&ovila, &start).await;
        the_pauses_end(scene, &start).await;
        is_back(&solange, &start).await;
        solange.close().await;
        ovila.close().await;
    });
}

/// Five people on Monday 1 November 2027, two of them with a screen and both asking for news. Noëlla rests already.
async fn a_group_in_november(world: &World) -> Start {
    world.clock.set("2027-11-01T15:00:00Z".parse().unwrap());
    let group = world.a_group().with_people(5).with_rule("quorum_ordinary", &QUORUM.to_string()).found().await;
    for who in 0..2 {
        let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
        group.act(who, news).await.unwrap();
    }
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(2, rests).await.unwrap();
    let proposal = group.proposes(3).titled("Un souper le 31").lasting(30, 7).sent().await.unwrap();
    group.seconds(4, proposal).await.unwrap();
    let number = group.see(proposal).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    Start { proposal: format!("{home}/decide/{number}"), home, solange: way(&group, 0), ovila: way(&group, 1) }
}

fn way(group: &Group<'_>, who: usize) -> Way {
    Way { name: group.name(who), passphrase: group.passphrase(who), email: group.email(who) }
}

async fn comes_in(person: &Person, start: &Start, way: &Way) {
    enter(person, &start.home, &way.name, &way.passphrase).await;
}

async fn list_of_members(ovila: &Person, start: &Start) -> String {
    comes_in(ovila, start, &start.ovila).await;
    ovila.visit(&format!("{}/group/members", start.home)).await;
    ovila.text().await
}

/// Until 31 January, with one card from Ovila and nothing else.
async fn rests(solange: &Person, start: &Start) {
    comes_in(solange, start, &start.solange).await;
    solange.visit(&format!("{}/me", start.home)).await;
    solange.follow("pause-title").await;
    solange.pick_day("pause-until", "2028-01-31".parse().unwrap()).await;
    solange.open("pause-link").await;
    solange.select("pause-link-to", start.ovila.name.clone()).await;
    solange.select("pause-link-channel", "pause-channel-card").await;
    solange.select("pause-link-rhythm", "pause-rhythm-once").await;
    // Check 4: she does not ask for a sign.
    assert!(!solange.has_chosen("pause-tell").await);
    solange.press("pause-do").await;
    solange.reads("done-pause").await;
    solange.reads("pause-on").await;
}

/// Check 3: of the card, only Ovila reads, on his own page.
async fn reads_of_the_link(ovila: &Person, start: &Start) {
    let (channel, rhythm) = (ovila.say(&"pause-channel-card".into()), ovila.say(&"pause-rhythm-once".into()));
    let link = Message::new("me-link").with("name", &*start.solange.name);
    let link = link.with("channel", &*channel).with("rhythm", &*rhythm);
    ovila.visit(&format!("{}/me", start.home)).await;
    ovila.reads(link).await;
}

/// Check 3: the vote opens, which is news. It leaves for Ovila and not for her.
async fn the_vote_opens(scene: &mut Scene, start: &Start) {
    scene.program.advance(Duration::days(32));
    one_letter_more_to(scene, &start.ovila, 0).await;
    nothing_left_for(scene, &start.solange);
}

/// Nobody asks her, and she votes all the same: her pause takes no right away.
async fn both_vote(solange: &Person, ovila: &Person, start: &Start) {
    for (person, way) in [(solange, &start.solange), (ovila, &start.ovila)] {
        comes_in(person, start, way).await;
        person.visit(&start.proposal).await;
        person.choose("choice-yes").await;
        person.press("vote-send").await;
        person.reads("vote-sent").await;
    }
    solange.visit(&format!("{}/me", start.home)).await;
    solange.reads("pause-on").await;
}

/// Check 5: two votes were needed before anybody rested, and two are. Who rests and votes is counted, who rests and does
/// not vote is not (ruling 5): four people of five.
async fn the_quorum_did_not_move(scene: &mut Scene, ovila: &Person, start: &Start) {
    scene.program.advance(Duration::days(9));
    comes_in(ovila, start, &start.ovila).await;
    ovila.visit(&start.proposal).await;
    ovila
        .reads(
            Message::new("verdict-adopted")
                .with("yes", 2_u32)
                .with("no", 0_u32)
                .with("abstain", 0_u32)
                .with("blank", 0_u32),
        )
        .await;
    let counted = Message::new("result-quorum").with("ballots", 2_u32).with("roll", 4_u32).with("quorum", QUORUM);
    ovila.reads(counted).await;
}

async fn ovila_rests_and_wants_a_sign(ovila: &Person, start: &Start) {
    ovila.visit(&format!("{}/me/pause", start.home)).await;
    ovila.pick_day("pause-until", "2028-01-31".parse().unwrap()).await;
    ovila.choose("pause-tell").await;
    ovila.press("pause-do").await;
    ovila.reads("pause-on").await;
}

/// Check 4: the last day over, one letter leaves for Ovila, who asked for a sign, and none for Solange.
async fn the_pauses_end(scene: &mut Scene, start: &Start) {
    let before = letters_to(scene, &start.ovila).len();
    let noon: Time = "2028-02-01T17:00:00Z".parse().unwrap();
    scene.program.advance(noon - scene.program.now());
    let letter = one_letter_more_to(scene, &start.ovila, before).await;
    for told in [&start.solange.name, &start.ovila.name, "Tasse"] {
        assert!(!letter.contains(told), "a letter tells {told:?}: {letter}");
    }
    nothing_left_for(scene, &start.solange);
}

async fn is_back(solange: &Person, start: &Start) {
    comes_in(solange, start, &start.solange).await;
    solange.visit(&format!("{}/me", start.home)).await;
    solange.does_not_read("pause-on").await;
    assert!(solange.has("link", "pause-title").await, "she may rest again");
}

fn letters_to(scene: &Scene, way: &Way) -> Vec<String> {
    let to = format!("To: {}", way.email);
    scene.program.mails().into_iter().filter(|letter| letter.contains(&to)).collect()
}

/// Waits for one letter more than there were.
async fn one_letter_more_to(scene: &Scene, way: &Way, before: usize) -> String {
    until("a letter", async || {
        let mut letters = letters_to(scene, way);
        (letters.len() > before).then(|| letters.pop().unwrap())
    })
    .await
}

fn nothing_left_for(scene: &Scene, way: &Way) {
    assert_eq!(letters_to(scene, way), Vec::<String>::new(), "a letter left for {}", way.name);
}
