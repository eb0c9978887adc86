//! An evening of ice (story 4.3): what one says yes to, a chain that somebody starts, the second yes, calls with their
//! numbers, somebody who needs to breathe, what a person asks for, a sheet of paper. On a small phone, without JavaScript.

use crate::{USUAL, enter, tell_of_a_group};
use chrono::Duration;
use commons::db::Tx;
use membership::commands::contact;
use membership::powers::{ChangeOwnAccess, Permit};
use membership::rules::consent::Use;
use membership::rules::contact::ContactKind;
use mutual_aid::commands::calls::limits;
use mutual_aid::rules::calls::Choices;
use mutual_aid::rules::quiet::Quiet;
use parpour_tests::World;
use parpour_tests::browser::{Person, Scene};
use std::collections::BTreeSet;

const MESSAGE: &str = "Il y a du verglas. Le local est fermé demain.";

struct Start {
    home: String,
    solange: (String, String),
    ovila: (String, String),
    noella: String,
}

/// Ovila and Noëlla said yes to being called, at any hour; Ovila calls others.
async fn two_said_yes(world: &World) -> Start {
    let group = world.a_group().with_people(3).quick().found().await;
    for (who, yes) in [(1, vec![Use::BeCalled, Use::CallOthers]), (2, vec![Use::BeCalled])] {
        let number = format!("819 555-{:04}", 101 + who);
        let phone = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, &number, false).await
        };
        group.act(who, phone).await.unwrap();
        let yes: BTreeSet<Use> = yes.into_iter().collect();
        let choices = Choices { quiet: Quiet::NONE, ..Choices::default() };
        let says = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| limits::say(tx, permit, &yes, choices).await;
        group.act(who, says).await.unwrap();
    }
    let way = |who: usize| (group.name(who), group.passphrase(who));
    Start { home: format!("/g/{}", group.slug), solange: way(0), ovila: way(1), noella: group.name(2) }
}

#[test]
fn everybody_hears_of_the_ice() {
    tell_of_a_group("the ice storm", USUAL, &[], two_said_yes, is_told);
}

async fn comes_to(person: &Person, start: &Start, (name, passphrase): &(String, String), page: &str) {
    enter(person, &start.home, name, passphrase).await;
    person.visit(&format!("{}{page}", start.home)).await;
}

async fn is_told(scene: &mut Scene, start: Start) {
    let solange = scene.somebody("Solange").await;
    comes_to(&solange, &start, &start.solange, "/me/calls").await;
    solange.reads("calls-no-number").await;
    solange.visit(&format!("{}/call/start", start.home)).await;
    solange.reads("foresight-title").await;
    solange.press_expecting("chain-start-do", 422).await;
    solange.reads("chain-words-missing").await;
    solange.choose("chain-kind-urgent").await;
    solange.fill("chain-words", MESSAGE).await;
    solange.press("chain-start-do").await;
    solange.reads("done-chain-started").await;
    solange.reads(MESSAGE.to_owned()).await;
    solange.does_not_read("819 555-0102".to_owned()).await;
    solange.press("chain-numbers").await;
    solange.reads("819 555-0102".to_owned()).await;
    solange.close().await;

    scene.program.advance(Duration::minutes(5));
    let ovila = scene.somebody("Ovila").await;
    comes_to(&ovila, &start, &start.ovila, "/call").await;
    ovila.follow("chain-open").await;
    ovila.press("chain-agree").await;
    ovila.reads("done-chain-agreed").await;
    ovila.press("chain-know").await;
    ovila.reads("done-chain-known").await;
    // Who did not answer is not his to read.
    ovila.does_not_read(start.noella.clone()).await;
    ovila.visit(&format!("{}/call/sheets", start.home)).await;
    ovila.press("callsheet-print-do").await;
    ovila.reads("done-sheet").await;
    ovila.close().await;
}
