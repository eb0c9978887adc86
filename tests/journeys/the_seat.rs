//! Finding somebody for a task (story 4.7, the seat): a name with its reason, what the others said, one name that is
//! looked at, and the named person who speaks last.

use crate::{USUAL, enter, tell_of_a_group};
use chrono::Duration;
use commons::refusal::Message;
use decisions::commands::election::Doing;
use decisions::rules::election::Act;
use parpour_tests::World;
use parpour_tests::browser::{Person, Scene};

const THEIRS: &str = "Il écrit vite et sans fautes.";
const HERS: &str = "Il a déjà tenu le cahier deux hivers.";

struct Start {
    home: String,
    proposal: String,
    solange: (String, String),
    ovila: (String, String),
}

/// Noëlla, who has no screen with her, has named Ovila already.
async fn a_seat(world: &World) -> Start {
    let group = world.a_group().with_people(3).quick().found().await;
    let id = group.opens_election("Secrétariat").await;
    group.takes_part(2, id, Doing::saying(Act::Name(group.members[1]), THEIRS)).await.unwrap();
    let home = format!("/g/{}", group.slug);
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let proposal = format!("{home}/decide/{}", group.see(id).await.number.unwrap());
    Start { proposal, home, solange: way(0), ovila: way(1) }
}

#[test]
fn somebody_is_found_without_anybody_standing() {
    tell_of_a_group("the seat", USUAL, &[], a_seat, is_found);
}

async fn comes_back(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
    person.visit(&start.proposal).await;
    person.follow("election-go").await;
}

async fn is_found(scene: &mut Scene, start: Start) {
    let solange = scene.somebody("Solange").await;
    let name = || start.ovila.0.clone();
    comes_back(&solange, &start, &start.solange).await;
    solange.reads("election-at-naming").await;
    solange.does_not_read(THEIRS.to_owned()).await;
    // A name without a reason helps nobody.
    solange.select("election-whom", name()).await;
    solange.press_expecting("election-name-do", 422).await;
    solange.reads("election-say-why").await;
    solange.fill("election-why", HERS).await;
    solange.press("election-name-do").await;
    solange.reads("done-election-named").await;

    scene.program.advance(Duration::days(5));
    comes_back(&solange, &start, &start.solange).await;
    solange.reads(THEIRS.to_owned()).await;
    solange.press("election-keep").await;
    solange.reads("election-kept").await;

    scene.program.advance(Duration::days(5));
    comes_back(&solange, &start, &start.solange).await;
    solange.select("election-put-whom", name()).await;
    solange.fill("election-put-why", HERS).await;
    solange.press("election-put-do").await;
    solange.choose("election-answer-fine").await;
    solange.press("election-answer-do").await;
    solange.reads("done-election-answered").await;
    solange.close().await;

    scene.program.advance(Duration::days(5));
    let ovila = scene.somebody("Ovila").await;
    comes_back(&ovila, &start, &start.ovila).await;
    ovila.reads("election-public").await;
    ovila.reads("election-decline-do").await;
    ovila.press("election-accept-do").await;
    ovila.reads(Message::new("election-found").with("name", name())).await;
    ovila.does_not_read(THEIRS.to_owned()).await;
    ovila.close().await;
}
