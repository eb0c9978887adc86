//! Saturday opening by consent (story 4.6, check 1, the votes): two objections, one answered by a new version, one taken
//! back by whoever raised it; adopted in the second round.

use crate::{enter, in_full, setting, tell_of_a_group};
use chrono::Duration;
use commons::refusal::Message;
use decisions::ProposalId;
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question};
use decisions::rules::state::State;
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::Phone;
use parpour_tests::browser::{Person, Scene, Setting};
use parpour_tests::{Group, World};

const TITLE: &str = "Ouvrir la salle le samedi";
const SUMMARY: &str = "Ouvrir la salle le samedi, de 9 h à midi.";
const AT_SIX: &str =
    "Ouvrir la salle le samedi, de 9 h 30 à midi. Six personnes ont les clés à tour de rôle, deux par samedi.";
const KEYS: &str = "Les clés sont toujours avec les deux mêmes, elles vont se fatiguer.";
const NOISE: &str = "Le bruit, pour la voisine d'en haut.";

/// What people need to know of the group.
struct Start {
    home: String,
    proposal: String,
    /// Who said that the keys are always with the same two.
    keys: String,
    solange: (String, String),
    ovila: (String, String),
}

#[test]
fn on_a_phone_in_french() {
    in_full(setting(Sqlite, Phone, French), saturday);
}

#[test]
fn on_a_phone_in_english() {
    saturday(setting(Postgres, Phone, English));
}

fn saturday(setting: Setting) {
    tell_of_a_group("objections are answered", setting, &[], a_first_round, is_answered);
    tell_of_a_group("adopted by consent", setting, &[], a_second_round, is_adopted);
}

fn by_consent() -> Question {
    Question { method: Method::Consent, ..Question::default() }
}

/// Thirteen consent, and one objects; Ovila has not answered yet.
async fn first_round(world: &World) -> (Group<'_>, ProposalId) {
    let group = world.a_group().with_people(15).quick().found().await;
    let id = group.proposes(0).titled(TITLE).summed_up(SUMMARY).putting(by_consent()).opened().await;
    for who in (0..15).filter(|who| ![1, 2].contains(who)) {
        group.says(who, id, Typed::word("consent"), "").await.unwrap();
    }
    group.says(2, id, Typed::word("objection"), KEYS).await.unwrap();
    (group, id)
}

async fn start(group: &Group<'_>, id: ProposalId) -> Start {
    let home = format!("/g/{}", group.slug);
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let proposal = format!("{home}/decide/{}", group.see(id).await.number.unwrap());
    Start { proposal, keys: group.name(2), home, solange: way(0), ovila: way(1) }
}

async fn a_first_round(world: &World) -> Start {
    let (group, id) = first_round(world).await;
    start(&group, id).await
}

/// Both objections are closed, and all but Solange have answered again.
async fn a_second_round(world: &World) -> Start {
    let (group, id) = first_round(world).await;
    group.says(1, id, Typed::word("objection"), NOISE).await.unwrap();
    group.to_next_step(id).await;
    let text = group.proposes(0).titled(TITLE).summed_up(AT_SIX).putting(by_consent()).text();
    group.revises(0, id, text).await.unwrap();
    let objections = group.see(id).await.objections;
    group.answers(0, id, objections[0].id).await.unwrap();
    group.lifts(1, id, objections[1].id).await.unwrap();
    while group.state(id).await != State::Voting {
        group.to_next_step(id).await;
    }
    for who in 1..15 {
        group.says(who, id, Typed::word("consent"), "").await.unwrap();
    }
    start(&group, id).await
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
}

async fn is_answered(scene: &mut Scene, start: Start) {
    let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
    comes_in(&ovila, &start, &start.ovila).await;
    ovila.visit(&start.proposal).await;
    // What others object to is read at once, with the name.
    ovila.reads(KEYS.to_owned()).await;
    ovila.reads(Message::new("objection-of").with("name", start.keys.clone())).await;
    ovila.does_not_read("objection-lift").await;
    ovila.choose("choice-objection").await;
    ovila.fill("vote-reason", NOISE).await;
    ovila.press("vote-send").await;
    ovila.reads("done-voted").await;
    ovila.reads("objection-lift").await;

    scene.program.advance(Duration::days(3));
    comes_in(&solange, &start, &start.solange).await;
    solange.visit(&start.proposal).await;
    solange.reads(Message::new("round-which").with("round", 2i64).with("most", 3i64)).await;
    solange.reads(NOISE.to_owned()).await;
    // Whoever wrote the text cannot close what others said: it has to change first.
    solange.reads("objections-write-first").await;
    solange.does_not_read("objection-lift").await;
    solange.follow("yours-revise").await;
    solange.fill("write-summary", AT_SIX).await;
    solange.press("write-revise").await;
    let answers = Message::new("objection-answer").with("version", 2i64);
    solange.press_near(answers, KEYS.to_owned()).await;
    solange.reads("done-objection-answered").await;

    comes_in(&ovila, &start, &start.ovila).await;
    ovila.visit(&start.proposal).await;
    ovila.reads(Message::new("objection-answered").with("version", 2i64)).await;
    ovila.press("objection-lift").await;
    ovila.reads("done-objection-lifted").await;
    ovila.reads("objection-lifted").await;
    solange.close().await;
    ovila.close().await;
}

async fn is_adopted(scene: &mut Scene, start: Start) {
    let solange = scene.somebody("Solange").await;
    comes_in(&solange, &start, &start.solange).await;
    solange.visit(&start.proposal).await;
    solange.reads(AT_SIX.to_owned()).await;
    solange.choose("choice-consent").await;
    solange.press("vote-send").await;
    solange.reads("vote-sent").await;

    scene.program.advance(Duration::days(3));
    comes_in(&solange, &start, &start.solange).await;
    solange.visit(&start.proposal).await;
    solange.reads("stamp-adopted").await;
    solange.reads("verdict-consent").await;
    solange.reads(KEYS.to_owned()).await;
    solange.reads(Message::new("objection-answered").with("version", 2i64)).await;
    solange.reads("objection-lifted").await;
    solange.close().await;
}
