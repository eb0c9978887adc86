//! Somebody asks for secrecy, two people vote, one of them twice; the vote closes by itself, and each looks her number
//! up (`reliability D2`; story 4.7, check 2, as far as a screen goes: paper ballots come with their own issue).

use crate::{enter, setting, tell_of_a_group};
use chrono::Duration;
use commons::refusal::Message;
use parpour_tests::Kind::Postgres;
use parpour_tests::World;
use parpour_tests::browser::Language::English;
use parpour_tests::browser::Screen::Desk;
use parpour_tests::browser::{Person, Scene, Setting};

/// What people need to know of the group.
struct Start {
    home: String,
    proposal: String,
    solange: (String, String),
    ovila: (String, String),
}

#[test]
fn on_a_desk_in_english() {
    a_secret_vote(setting(Postgres, Desk, English));
}

fn a_secret_vote(setting: Setting) {
    tell_of_a_group("a secret vote", setting, &[], a_group_with_a_question, async |scene: &mut Scene, start: Start| {
        let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
        comes_in(&solange, &start, &start.solange).await;
        comes_in(&ovila, &start, &start.ovila).await;
        asks_for_secrecy(&ovila, &start).await;

        let first = votes(&solange, &start, "choice-no").await;
        solange.follow("vote-change").await;
        let last = votes_here(&solange, "choice-yes").await;
        assert_ne!(first, last, "a new ballot has a new number");
        votes(&ovila, &start, "choice-blank").await;
        says_nothing_meanwhile(&ovila, &start).await;

        scene.program.advance(Duration::days(3));
        comes_in(&solange, &start, &start.solange).await;
        reads_the_result(&solange, &start).await;
        looks_up(&solange, &first, "look-up-no").await;
        looks_up(&solange, &last, "look-up-yes").await;
        looks_up_nonsense(&solange).await;
        solange.close().await;
        ovila.close().await;
    });
}

async fn a_group_with_a_question(world: &World) -> Start {
    let group = world.a_group().with_people(5).quick().with_rule("quorum_ordinary", "2");
    let group = group.with_rule("secret_counts_from", "0").with_rule("voting_days_ordinary", "2").found().await;
    let proposal = group.proposes(0).titled("Un banc devant la porte").sent().await.unwrap();
    let number = group.see(proposal).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    let way = |who: usize| (group.name(who), group.passphrase(who));
    Start { proposal: format!("{home}/decide/{number}"), home, solange: way(0), ovila: way(1) }
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
}

/// Nobody reads who asked; seconding opens the vote.
async fn asks_for_secrecy(ovila: &Person, start: &Start) {
    ovila.visit(&start.proposal).await;
    ovila.follow("secrecy-ask").await;
    ovila.reads("secrecy-what").await;
    ovila.follow("secret-limits-link").await;
    ovila.reads("limits-machine").await;
    ovila.visit(&start.proposal).await;
    ovila.follow("secrecy-ask").await;
    ovila.press("secrecy-do").await;
    ovila.reads("done-secrecy-asked").await;
    ovila.reads("secrecy-is-secret").await;
    ovila.press("second-do").await;
    ovila.open("rule-title").await;
    ovila.reads("rule-secret").await;
}

async fn votes(person: &Person, start: &Start, choice: &'static str) -> String {
    person.visit(&start.proposal).await;
    votes_here(person, choice).await
}

/// Votes, and copies the number that is shown once.
async fn votes_here(person: &Person, choice: &'static str) -> String {
    person.choose(choice).await;
    person.press("secret-send").await;
    person.reads("secret-in-urn").await;
    person.reads("ballot-number-what").await;
    // What she chose is not there to be seen by whoever looks over her shoulder.
    person.does_not_read(choice).await;
    person.texts(".code").await.pop().unwrap()
}

async fn says_nothing_meanwhile(person: &Person, start: &Start) {
    person.visit(&start.proposal).await;
    person.reads("secret-in-urn").await;
    person.reads("secret-not-enough").await;
    person.does_not_read(Message::new("vote-received").with("count", 2i64)).await;
}

async fn reads_the_result(person: &Person, start: &Start) {
    person.visit(&start.proposal).await;
    person.reads("stamp-adopted").await;
    person.reads("urn-key-destroyed").await;
    person.reads(Message::new("urn-opened").with("count", 2i64)).await;
    person.reads("urn-can-recount").await;
    person.follow("look-up-link").await;
    person.reads(Message::new("look-up-ballots").with("count", 2i64)).await;
}

async fn looks_up(person: &Person, number: &str, answer: &'static str) {
    person.fill("look-up-label", number).await;
    person.press("look-up-do").await;
    person.reads(answer).await;
}

async fn looks_up_nonsense(person: &Person) {
    person.fill("look-up-label", "un banc").await;
    person.press_expecting("look-up-do", 422).await;
    person.reads("ballot-number-wrong").await;
}
