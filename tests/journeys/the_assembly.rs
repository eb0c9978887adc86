//! The vote of the assembly (story 4.7, checks 2, 3 and 4; ruling 9): whether members on the telephone may vote, by two
//! thirds, in secret because one person asked. 18 ballots on screens and 8 on paper, which two people count; 21 for,
//! 3 against, 2 blank. In their time the numbers of the ballots are destroyed, and the register says so.

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

const TITLE: &str = "Règlement 4 : voter par téléphone";
const SUMMARY: &str = "Les membres au téléphone pourraient voter à l'assemblée, comme les membres dans la salle.";
/// Who votes on paper, by place in the list; those before vote on screens.
const ON_PAPER: std::ops::Range<usize> = 18..26;
/// What lies in the box: for, against, abstentions, blank, spoiled.
const IN_THE_BOX: [u64; 5] = [6, 1, 0, 1, 0];

/// What people need to know of the group.
struct Start {
    home: String,
    proposal: String,
    number: i64,
    solange: (String, String),
    ovila: (String, String),
    /// The last person who takes paper.
    last_on_paper: String,
    /// Whom she names to fill it in with her.
    helper: String,
    /// Somebody who was not there.
    away: String,
}

#[test]
fn on_a_phone_in_french() {
    in_full(setting(Sqlite, Phone, French), the_assembly);
}

#[test]
fn on_a_phone_in_english() {
    the_assembly(setting(Postgres, Phone, English));
}

fn the_assembly(setting: Setting) {
    tell_of_a_group("the assembly votes", setting, &[], a_vote_almost_over, votes_and_counts);
    tell_of_a_group("ninety days after the assembly", setting, &[], a_vote_long_ago, reads_what_is_left);
}

/// 35 members, of whom 26 are there. 16 have voted on screens: 14 for, one against, one blank.
async fn open_vote(world: &World) -> (Group<'_>, ProposalId) {
    let group = world.a_group().with_people(35).quick().with_rule("quorum_ordinary", "12");
    let group = group.with_rule("majority_ordinary", "2/3").with_rule("voting_days_ordinary", "2").found().await;
    let id = group.proposes(2).titled(TITLE).summed_up(SUMMARY).sent().await.unwrap();
    group.asks_secrecy(4, id).await.unwrap();
    group.seconds(3, id).await.unwrap();
    while group.state(id).await != State::Voting {
        group.to_next_step(id).await;
    }
    for who in 2..ON_PAPER.start {
        let choice = match who {
            16 => "no",
            17 => "blank",
            _ => "yes",
        };
        group.votes_in_secret(who, id, choice).await.unwrap();
    }
    (group, id)
}

async fn start(group: &Group<'_>, id: ProposalId) -> Start {
    let home = format!("/g/{}", group.slug);
    let number = i64::from(group.see(id).await.number.unwrap());
    let way = |who: usize| (group.name(who), group.passphrase(who));
    Start {
        proposal: format!("{home}/decide/{number}"),
        home,
        number,
        solange: way(0),
        ovila: way(1),
        last_on_paper: group.name(ON_PAPER.end - 1),
        helper: group.name(4),
        away: group.name(30),
    }
}

/// Solange and Ovila have not voted, and one more ballot of paper is to be handed out.
async fn a_vote_almost_over(world: &World) -> Start {
    let (group, id) = open_vote(world).await;
    for who in ON_PAPER.start..ON_PAPER.end - 1 {
        group.hands_paper(5, who, id).await.unwrap();
    }
    start(&group, id).await
}

/// The same vote, counted, and its numbers no longer to be kept.
async fn a_vote_long_ago(world: &World) -> Start {
    let (group, id) = open_vote(world).await;
    group.votes_in_secret(0, id, "yes").await.unwrap();
    group.votes_in_secret(1, id, "no").await.unwrap();
    for who in ON_PAPER {
        group.hands_paper(5, who, id).await.unwrap();
    }
    world.clock.set(group.see(id).await.closes_at.unwrap());
    group.settle().await;
    for teller in [2, 3] {
        group.counts_paper(teller, id, IN_THE_BOX).await.unwrap();
    }
    group.settle().await;
    world.clock.advance(Duration::days(91));
    start(&group, id).await
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
}

async fn votes_and_counts(scene: &mut Scene, start: Start) {
    let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
    comes_in(&solange, &start, &start.solange).await;
    comes_in(&ovila, &start, &start.ovila).await;
    let receipt = votes(&solange, &start, "choice-yes").await;
    votes(&ovila, &start, "choice-no").await;
    hands_the_last_paper(&ovila, &start).await;

    scene.program.advance(Duration::days(3));
    comes_in(&solange, &start, &start.solange).await;
    comes_in(&ovila, &start, &start.ovila).await;
    // What one takes for a spoiled ballot is a blank one: nothing is marked on it.
    finds_in_the_box(&solange, &start, [6, 1, 0, 0, 1]).await;
    solange.reads("tally-noted").await;
    finds_in_the_box(&ovila, &start, IN_THE_BOX).await;
    ovila.reads("tally-differed").await;
    // Now two people found the same: the vote is counted.
    finds_in_the_box(&solange, &start, IN_THE_BOX).await;
    ovila.visit(&start.proposal).await;
    reads_the_result(&ovila).await;
    counts_the_urn_again(&ovila).await;
    reads_who_voted(&ovila, &start).await;
    looks_her_number_up(&solange, &start, &receipt).await;
    solange.close().await;
    ovila.close().await;
}

/// Votes in secret, and copies her number.
async fn votes(person: &Person, start: &Start, choice: &'static str) -> String {
    person.visit(&start.proposal).await;
    person.choose(choice).await;
    person.press("secret-send").await;
    person.reads("secret-in-urn").await;
    person.texts(".code").await.pop().unwrap()
}

async fn hands_the_last_paper(ovila: &Person, start: &Start) {
    ovila.visit(&start.proposal).await;
    ovila.follow("without-paper").await;
    ovila.select("on-paper-whose", start.last_on_paper.clone()).await;
    ovila.press("on-paper-hand-do").await;
    ovila.reads("done-paper-handed").await;
    assert_eq!(ovila.texts("section[aria-labelledby=took] li").await.len(), ON_PAPER.len());
    // She names who fills it in with her, aloud, and Ovila notes it (check 3).
    ovila.select("helper-whose", start.last_on_paper.clone()).await;
    ovila.select("helper-who", start.helper.clone()).await;
    ovila.press("helper-do").await;
    ovila.reads("done-paper-helped").await;
    ovila.reads(Message::new("helper-is").with("name", start.helper.as_str())).await;
}

async fn finds_in_the_box(person: &Person, start: &Start, found: [u64; 5]) {
    person.visit(&start.proposal).await;
    person.follow("tally-title").await;
    person.reads(Message::new("tally-handed").with("count", 8i64)).await;
    person.reads(Message::new("tally-helped-ballots").with("count", 1i64)).await;
    // A blank is not an abstention is not a spoiled ballot: each has its place.
    person.reads("tally-blank-hint").await;
    person.reads("tally-spoiled-hint").await;
    let labels = ["choice-yes", "choice-no", "choice-abstention", "tally-blank", "tally-spoiled"];
    for (label, number) in labels.into_iter().zip(found) {
        person.fill(label, &number.to_string()).await;
    }
    person.press("tally-do").await;
}

async fn reads_the_result(person: &Person) {
    person.reads("stamp-adopted").await;
    let verdict = Message::new("verdict-adopted").with("yes", 21i64).with("no", 3i64);
    person.reads(verdict.with("abstain", 0i64).with("blank", 2i64)).await;
    person.reads(Message::new("result-paper").with("total", 26i64).with("screens", 18i64).with("paper", 8i64)).await;
    person.reads(Message::new("result-arithmetic").with("base", 24i64).with("needed", 16i64).with("yes", 21i64)).await;
    let share = Message::new("result-share").with("p", 2i64).with("q", 3i64);
    person.reads(share.with("base", 24i64).with("needed", 16i64)).await;
    person.reads(Message::new("result-quorum").with("ballots", 26i64).with("roll", 35i64).with("quorum", 12i64)).await;
    person.reads("urn-key-destroyed").await;
    person.reads(Message::new("urn-opened").with("count", 18i64)).await;
    person.reads("urn-can-recount").await;
    person.does_not_read("voices-title").await;
    person.open("result-table").await;
    person.reads(Message::new("result-of").with("count", 21i64).with("total", 24i64)).await;
    person.reads("result-outside").await;
}

/// Anybody takes the urn home: 18 numbers, and 18 ballots that with those of the box make the result.
async fn counts_the_urn_again(person: &Person) {
    let file = std::fs::read_to_string(person.download("urn-take").await).unwrap();
    let lists: Vec<Vec<String>> = file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [numbers, ballots]: [Vec<String>; 2] = lists.try_into().unwrap();
    assert_eq!((numbers.len(), ballots.len()), (18, 18));
    let on_screens = ["yes", "no", "blank"].map(|word| ballots.iter().filter(|ballot| *ballot == word).count());
    assert_eq!(on_screens, [15, 2, 1]);
    assert!(!file.contains("Solange"));
}

/// The list says who voted, on a screen or on paper; how, it does not say.
async fn reads_who_voted(person: &Person, start: &Start) {
    person.follow("roll-title").await;
    person.press("roll-do").await;
    let voted = person.texts("section[aria-labelledby=voted] li").await;
    let others = person.texts("section[aria-labelledby=others] li").await;
    assert_eq!((voted.len(), others.len()), (26, 9));
    assert!(voted.contains(&start.last_on_paper) && voted.contains(&start.solange.0) && others.contains(&start.away));
}

async fn looks_her_number_up(person: &Person, start: &Start, receipt: &str) {
    person.visit(&start.proposal).await;
    person.follow("look-up-link").await;
    person.reads(Message::new("look-up-ballots").with("count", 18i64)).await;
    person.fill("look-up-label", receipt).await;
    person.press("look-up-do").await;
    person.reads("look-up-yes").await;
}

/// The ballots without names stay; the numbers that told each person hers is among them do not.
async fn reads_what_is_left(scene: &mut Scene, start: Start) {
    let solange = scene.somebody("Solange").await;
    comes_in(&solange, &start, &start.solange).await;
    solange.visit(&start.proposal).await;
    solange.waits_to_read("look-up-destroyed").await;
    solange.reads("urn-key-destroyed").await;
    solange.reads("urn-can-recount").await;
    solange.visit(&format!("{}/number", start.proposal)).await;
    solange.reads("look-up-destroyed").await;
    solange.visit(&format!("{}/register", start.home)).await;
    solange.reads(Message::new("entry-receipts-destroyed").with("number", start.number).with("title", TITLE)).await;
    solange.close().await;
}
