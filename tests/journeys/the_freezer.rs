//! The freezer (story 4.5, checks 1, 2, 3 and 7): an amendment and a sub-amendment, written and seconded; the votes in
//! their order; each result with its arithmetic, and the text put together by itself.

use crate::{enter, in_full, setting, tell_of_a_group};
use chrono::Duration;
use commons::refusal::Message;
use decisions::ProposalId;
use decisions::rules::state::State;
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::Phone;
use parpour_tests::browser::{Person, Scene, Setting};
use parpour_tests::{Group, World};
use tally::Choice;

const FREEZER: &str = "Acheter un congélateur coffre, au plus 600 $.";
const USED: &str = "Acheter un congélateur coffre, d'occasion ou remis à neuf, au plus 450 $.";
const USED_AND_DEARER: &str = "Acheter un congélateur coffre, d'occasion ou remis à neuf, au plus 500 $.";
const DISSENT: &str = "J'aurais mis l'argent dans les cuisines.";

/// What people need to know of the group.
struct Start {
    home: String,
    text: String,
    amendment: String,
    sub: String,
    solange: (String, String),
    ovila: (String, String),
}

#[test]
fn on_a_phone_in_french() {
    the_freezer(setting(Sqlite, Phone, French));
}

#[test]
fn on_a_phone_in_english() {
    in_full(setting(Postgres, Phone, English), the_freezer);
}

fn the_freezer(setting: Setting) {
    tell_of_a_group("the freezer is amended", setting, &[], a_text_to_amend, is_amended);
    tell_of_a_group("the freezer is decided", setting, &[], a_last_vote, is_decided);
    tell_of_a_group("as many as against", setting, &[], a_tie, is_not_adopted);
}

async fn nineteen(world: &World) -> Group<'_> {
    world.a_group().with_people(19).quick().with_rule("quorum_ordinary", "12").found().await
}

async fn start(group: &Group<'_>, text: ProposalId, amendment: Option<ProposalId>, sub: Option<ProposalId>) -> Start {
    let home = format!("/g/{}", group.slug);
    let page = async |id: Option<ProposalId>| match id {
        Some(id) => format!("{home}/decide/{}", group.see(id).await.number.unwrap()),
        None => String::new(),
    };
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let (text, amendment, sub) = (page(Some(text)).await, page(amendment).await, page(sub).await);
    Start { home, text, amendment, sub, solange: way(0), ovila: way(1) }
}

async fn a_text_to_amend(world: &World) -> Start {
    let group = nineteen(world).await;
    let text = group.proposes(2).titled("Un congélateur").summed_up(FREEZER).lasting(5, 2).sent().await.unwrap();
    group.seconds(3, text).await.unwrap();
    start(&group, text, None, None).await
}

/// Everything is decided but the text itself, on which all but Solange have voted.
async fn a_last_vote(world: &World) -> Start {
    let group = nineteen(world).await;
    let text = group.proposes(2).titled("Un congélateur").summed_up(FREEZER).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    let sub = group.amends(0, amendment, USED_AND_DEARER).await.unwrap();
    for id in [amendment, sub, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    group.votes_as_many(sub, 11, 5, 3).await;
    group.to_next_step(sub).await;
    group.votes_as_many(amendment, 14, 3, 2).await;
    group.to_next_step(amendment).await;
    assert_eq!(group.state(text).await, State::Voting);
    for who in 1..=15 {
        group.votes(who, text, Choice::Yes).await.unwrap();
    }
    group.votes_saying(16, text, Choice::No, DISSENT).await.unwrap();
    group.votes(17, text, Choice::Abstain).await.unwrap();
    group.votes(18, text, Choice::Abstain).await.unwrap();
    start(&group, text, Some(amendment), Some(sub)).await
}

async fn a_tie(world: &World) -> Start {
    let group = nineteen(world).await;
    let text = group.proposes(2).titled("Un congélateur").summed_up(FREEZER).sent().await.unwrap();
    let amendment = group.amends(1, text, USED).await.unwrap();
    for id in [amendment, text] {
        group.seconds(3, id).await.unwrap();
    }
    group.settle().await;
    group.votes_as_many(amendment, 8, 8, 3).await;
    group.to_next_step(amendment).await;
    start(&group, text, Some(amendment), None).await
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
}

async fn is_amended(scene: &mut Scene, start: Start) {
    let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
    comes_in(&solange, &start, &start.solange).await;
    comes_in(&ovila, &start, &start.ovila).await;

    let amendment = writes_an_amendment(&ovila, &start).await;
    solange.visit(&amendment).await;
    solange.reads("amends-title").await;
    solange.press("second-do").await;
    solange.reads("next-in-turn").await;
    let sub = writes_a_sub_amendment(&solange, &amendment).await;
    // A third level is not to be had, and the page says why.
    solange.reads("amendment-too-deep").await;
    solange.visit(&format!("{sub}/amend")).await;
    assert_eq!(solange.path().await, sub);
    ovila.visit(&sub).await;
    ovila.press("second-do").await;

    scene.program.advance(Duration::days(7));
    comes_in(&ovila, &start, &start.ovila).await;
    votes_come_in_their_order(&ovila, &start, &amendment, &sub).await;
    solange.close().await;
    ovila.close().await;
}

async fn writes_an_amendment(ovila: &Person, start: &Start) -> String {
    ovila.visit(&start.text).await;
    ovila.reads("amendments-none").await;
    ovila.follow("amend-propose").await;
    // The present words are there to be changed; a reason is asked for, and what was typed is kept.
    assert_eq!(ovila.value("amend-words").await, FREEZER);
    ovila.fill("amend-words", USED).await;
    ovila.press_expecting("write-send", 422).await;
    ovila.reads("proposal-summary-missing").await;
    assert_eq!(ovila.value("amend-words").await, USED);
    ovila.fill("write-summary", "Un appareil remis à neuf tient aussi longtemps.").await;
    ovila.press("write-send").await;
    ovila.reads("done-amendment-sent").await;
    ovila.path().await
}

async fn writes_a_sub_amendment(solange: &Person, amendment: &str) -> String {
    solange.visit(amendment).await;
    solange.follow("amend-sub-propose").await;
    assert_eq!(solange.value("amend-words").await, USED);
    solange.fill("amend-words", USED_AND_DEARER).await;
    solange.fill("write-summary", "À 450 $, on n'en trouve pas.").await;
    solange.press("write-send").await;
    solange.reads("done-amendment-sent").await;
    solange.path().await
}

async fn votes_come_in_their_order(ovila: &Person, start: &Start, amendment: &str, sub: &str) {
    ovila.visit(&start.text).await;
    ovila.reads("amendments-order").await;
    ovila.reads("amendments-voting").await;
    ovila.reads("amendment-now").await;
    ovila.reads("amendment-waits").await;
    ovila.reads("step-vote-in-turn").await;
    ovila.visit(amendment).await;
    ovila.reads("step-vote-in-turn").await;
    ovila.does_not_read("vote-send").await;
    ovila.visit(sub).await;
    ovila.choose("choice-yes").await;
    ovila.press("vote-send").await;
    ovila.reads("vote-sent").await;
    // Where she could change her vote, she reads again what it is about.
    ovila.follow("vote-change").await;
    ovila.reads("amends-title").await;
}

async fn is_decided(scene: &mut Scene, start: Start) {
    let solange = scene.somebody("Solange").await;
    comes_in(&solange, &start, &start.solange).await;
    solange.visit(&start.text).await;
    solange.reads(USED_AND_DEARER.to_owned()).await;
    solange.choose("choice-yes").await;
    solange.press("vote-send").await;
    solange.reads("vote-sent").await;

    scene.program.advance(Duration::days(3));
    comes_in(&solange, &start, &start.solange).await;
    for (page, yes, no, abstain, base) in
        [(&start.sub, 11, 5, 3, 16_u32), (&start.amendment, 14, 3, 2, 17), (&start.text, 16, 1, 2, 17)]
    {
        solange.visit(page).await;
        solange.reads(verdict("verdict-adopted", yes, no, abstain)).await;
        let arithmetic = Message::new("result-arithmetic").with("base", base);
        solange.reads(arithmetic.with("needed", 9_u32).with("yes", yes)).await;
    }
    solange.reads(USED_AND_DEARER.to_owned()).await;
    solange.reads(DISSENT.to_owned()).await;
    solange.visit(&format!("{}/versions", start.text)).await;
    let number: i64 = start.amendment.rsplit('/').next().unwrap().parse().unwrap();
    solange.reads(Message::new("versions-amendment").with("number", number)).await;
    solange.close().await;
}

fn verdict(key: &'static str, yes: u32, no: u32, abstain: u32) -> Message {
    Message::new(key).with("yes", yes).with("no", no).with("abstain", abstain).with("blank", 0_u32)
}

/// Eight for and eight against: not adopted, and nobody is asked to decide instead. The text has its own vote.
async fn is_not_adopted(scene: &mut Scene, start: Start) {
    let solange = scene.somebody("Solange").await;
    comes_in(&solange, &start, &start.solange).await;
    solange.visit(&start.amendment).await;
    solange.reads("stamp-not-adopted").await;
    solange.reads(verdict("verdict-tied", 8, 8, 3)).await;
    solange.does_not_read("vote-send").await;
    solange.visit(&start.text).await;
    solange.reads(FREEZER.to_owned()).await;
    solange.choose("choice-no").await;
    solange.press("vote-send").await;
    solange.reads("vote-sent").await;
    solange.close().await;
}
