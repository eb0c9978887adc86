//! One person votes by telephone, two take paper, one votes on a screen. Two people count the paper, find something else,
//! count again and find the same; the result tells the paper from the screens (`decisions E3`-`E5`, `D11`; story 4.7,
//! checks 2 and 4). In another group they choose among things, on sheets that two people read one by one; and an objection is
//! said on the telephone.

use crate::{enter, setting, tell_of_a_group};
use chrono::Duration;
use commons::refusal::Message;
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question, read_options};
use parpour_tests::Kind::Sqlite;
use parpour_tests::World;
use parpour_tests::browser::Language::French;
use parpour_tests::browser::Screen::Phone;
use parpour_tests::browser::{Person, Scene, Setting};

/// What people need to know of the group.
struct Start {
    home: String,
    proposal: String,
    solange: (String, String),
    ovila: (String, String),
    /// Who votes on paper.
    on_paper: [String; 2],
}

#[test]
fn on_a_phone_in_french() {
    without_a_screen(setting(Sqlite, Phone, French));
}

fn without_a_screen(setting: Setting) {
    tell_of_a_group("without a screen", setting, &[], a_group_that_votes, async |scene: &mut Scene, start: Start| {
        let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
        comes_in(&solange, &start, &start.solange).await;
        comes_in(&ovila, &start, &start.ovila).await;
        prints_the_sheet(&ovila, &start).await;
        notes_her_vote(&ovila, &start).await;
        finds_it_and_changes_it(&solange, &start).await;
        ovila.choose("choice-no").await;
        ovila.press("vote-send").await;
        for name in &start.on_paper {
            hands_paper(&ovila, &start, name).await;
        }
        takes_paper_by_mistake(&ovila, &start).await;

        scene.program.advance(Duration::days(3));
        comes_in(&solange, &start, &start.solange).await;
        comes_in(&ovila, &start, &start.ovila).await;
        goes_to_count(&solange, &start).await;
        finds_in_the_box(&solange, ["1", "1", "0", "0", "0"]).await;
        solange.reads("tally-noted").await;
        goes_to_count(&ovila, &start).await;
        ovila.reads(Message::new("tally-other-did").with("name", start.solange.0.as_str())).await;
        finds_in_the_box(&ovila, ["2", "0", "0", "0", "0"]).await;
        ovila.reads("tally-differed").await;
        goes_to_count(&solange, &start).await;
        solange.reads("tally-differed").await;
        finds_too_much_then_counts_again(&solange).await;
        ovila.visit(&start.proposal).await;
        reads_the_result(&ovila).await;
        reads_the_list(&ovila, &start).await;
        solange.close().await;
        ovila.close().await;
    });
}

async fn a_group_that_votes(world: &World) -> Start {
    let group = world.a_group().with_people(5).quick().with_rule("voting_days_ordinary", "2").found().await;
    let proposal = group.open_vote(None).await;
    let number = group.see(proposal).await.number.unwrap();
    let home = format!("/g/{}", group.slug);
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let on_paper = [group.name(2), group.name(3)];
    Start { proposal: format!("{home}/decide/{number}"), home, solange: way(0), ovila: way(1), on_paper }
}

async fn comes_in(person: &Person, start: &Start, (name, passphrase): &(String, String)) {
    enter(person, &start.home, name, passphrase).await;
}

async fn prints_the_sheet(ovila: &Person, start: &Start) {
    ovila.visit(&start.proposal).await;
    ovila.follow("without-sheet").await;
    ovila.reads("paper-ballot-how").await;
    ovila.reads("paper-ballot-tear").await;
}

/// Nothing is noted before it was read back.
async fn notes_her_vote(ovila: &Person, start: &Start) {
    ovila.visit(&start.proposal).await;
    ovila.follow("without-phone").await;
    ovila.press_expecting("phone-read-back", 422).await;
    ovila.reads("whose-choose").await;
    ovila.select("phone-whose", start.solange.0.clone()).await;
    ovila.choose("choice-no").await;
    ovila.press("phone-read-back").await;
    ovila.reads("phone-aloud-do").await;
    ovila.reads("phone-script-right").await;
    ovila.reads("phone-nothing-yet").await;
    ovila.press("phone-confirmed").await;
    ovila.reads("done-phone-vote").await;
}

async fn finds_it_and_changes_it(solange: &Person, start: &Start) {
    solange.visit(&start.home).await;
    solange.reads("today-phone").await;
    solange.reads(Message::new("phone-noted-by").with("who", start.ovila.0.as_str())).await;
    solange.follow("today-phone-do").await;
    solange.reads("phone-noted").await;
    solange.choose("choice-yes").await;
    solange.press("vote-send").await;
    solange.reads("vote-sent").await;
    solange.does_not_read("phone-noted").await;
}

async fn hands_paper(ovila: &Person, start: &Start, name: &str) {
    ovila.visit(&start.proposal).await;
    ovila.follow("without-paper").await;
    ovila.select("on-paper-whose", name.to_owned()).await;
    ovila.press("on-paper-hand-do").await;
    ovila.reads("done-paper-handed").await;
}

/// Whoever voted on a screen takes no paper.
async fn takes_paper_by_mistake(ovila: &Person, start: &Start) {
    ovila.select("on-paper-whose", start.ovila.0.clone()).await;
    ovila.press_expecting("on-paper-hand-do", 422).await;
    ovila.reads("paper-voted").await;
    ovila.follow("tally-title").await;
    ovila.reads("tally-two").await;
}

async fn goes_to_count(person: &Person, start: &Start) {
    person.visit(&start.proposal).await;
    person.reads("paper-waits").await;
    person.follow("tally-title").await;
    person.reads(Message::new("tally-handed").with("count", 2i64)).await;
}

async fn types(person: &Person, found: [&str; 5]) {
    let labels = ["choice-yes", "choice-no", "choice-abstention", "tally-blank", "tally-spoiled"];
    for (label, number) in labels.into_iter().zip(found) {
        person.fill(label, number).await;
    }
}

async fn finds_in_the_box(person: &Person, found: [&str; 5]) {
    types(person, found).await;
    person.press("tally-do").await;
}

async fn finds_too_much_then_counts_again(solange: &Person) {
    types(solange, ["2", "1", "0", "0", "0"]).await;
    solange.press_expecting("tally-do", 422).await;
    solange.reads(Message::new("tally-too-many").with("sheets", 3i64).with("handed", 2i64)).await;
    assert_eq!(solange.value("choice-yes").await, "2", "what was typed is kept");
    // Now two people found the same: the vote is counted.
    finds_in_the_box(solange, ["2", "0", "0", "0", "0"]).await;
    solange.reads("stamp-adopted").await;
}

/// Two on screens, of which one was said by telephone first, and two on paper.
async fn reads_the_result(ovila: &Person) {
    ovila.reads("stamp-adopted").await;
    let result = Message::new("result-paper").with("total", 4i64).with("screens", 2i64).with("paper", 2i64);
    ovila.reads(result).await;
    ovila.reads(Message::new("voices-on-paper").with("count", 2i64)).await;
}

async fn reads_the_list(ovila: &Person, start: &Start) {
    ovila.follow("roll-title").await;
    ovila.reads("roll-read-by-nobody").await;
    ovila.press("roll-do").await;
    ovila.reads("roll-voted").await;
    ovila.reads(start.on_paper[0].clone()).await;
    ovila.does_not_read("roll-read-by-nobody").await;
}

#[test]
fn among_things_and_with_an_objection() {
    let setting = setting(Sqlite, Phone, French);
    let story = "sheets among options";
    tell_of_a_group(story, setting, &[], a_group_that_chooses, async |scene: &mut Scene, start: Choosing| {
        let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
        enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
        enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
        ovila.visit(&format!("{}/sheet", start.among)).await;
        ovila.reads("paper-ballot-tear").await;
        ovila.reads("paper-ballot-empty").await;
        ovila.reads("Un banc".to_owned()).await;
        reads_an_objection_out(&ovila, &start).await;
        solange.visit(&start.consent).await;
        solange.reads("phone-noted").await;
        solange.reads(WHY.to_owned()).await;

        scene.program.advance(Duration::days(3));
        enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
        enter(&ovila, &start.home, &start.ovila.0, &start.ovila.1).await;
        for person in [&solange, &ovila] {
            person.visit(&start.among).await;
            person.follow("tally-title").await;
            person.reads("tally-sheets-how").await;
        }
        reads_sheets(&solange, [Some("Un banc"), Some("Une table")]).await;
        solange.press(Message::new("tally-all").with("count", 2i64)).await;
        solange.reads("tally-noted-sheets").await;
        // She overlooks what the second sheet says, until they look at it together.
        reads_sheets(&ovila, [Some("Un banc"), None]).await;
        ovila.press(Message::new("tally-all").with("count", 2i64)).await;
        let unlike = Message::new("tally-unlike").with("name", start.solange.0.as_str());
        ovila.reads(unlike.with("sheets", "2").with("count", 1i64)).await;
        let second = Message::new("tally-sheet-number").with("number", 2i64);
        // What only a screen reader says belongs to the words of the link.
        let correct = format!("{} {}", ovila.say(&"tally-sheet-correct".into()), ovila.say(&second.clone().into()));
        ovila.follow(correct).await;
        ovila.reads(second).await;
        ovila.choose("Une table".to_owned()).await;
        ovila.press("tally-sheet-do").await;
        ovila.press(Message::new("tally-all").with("count", 2i64)).await;
        ovila.reads(Message::new("result-paper").with("total", 3i64).with("screens", 1i64).with("paper", 2i64)).await;
        solange.close().await;
        ovila.close().await;
    });
}

const WHY: &str = "Les clés sont toujours chez les mêmes personnes, qui vont se fatiguer.";

/// What people need to know of a group that chooses among things, and decides by consent.
struct Choosing {
    home: String,
    among: String,
    consent: String,
    solange: (String, String),
    ovila: (String, String),
}

/// One has voted on a screen, and two took paper.
async fn a_group_that_chooses(world: &World) -> Choosing {
    let group = world.a_group().with_people(6).quick().with_rule("voting_days_ordinary", "2").found().await;
    let options = read_options(Method::Approval, "Un banc\nUne table\nUn four");
    let question = Question { method: Method::Approval, options, seats: 1, ..Question::default() };
    let among = group.proposes(2).titled("Pour la salle").putting(question).opened().await;
    let table = Typed { ticked: vec!["1".to_owned()], ..Typed::default() };
    group.says(2, among, table, "").await.unwrap();
    for who in [3, 4] {
        group.hands_paper(5, who, among).await.unwrap();
    }
    let question = Question { method: Method::Consent, ..Question::default() };
    let consent = group.proposes(2).titled("Qui garde le double").putting(question).lasting(0, 9).opened().await;
    let home = format!("/g/{}", group.slug);
    let mut paths = Vec::new();
    for id in [among, consent] {
        paths.push(format!("{home}/decide/{}", group.see(id).await.number.unwrap()));
    }
    let way = |who: usize| (group.name(who), group.passphrase(who));
    let [among, consent] = [paths[0].clone(), paths[1].clone()];
    Choosing { home, among, consent, solange: way(0), ovila: way(1) }
}

/// Solange reads her sheet out on the telephone: an objection needs its words.
async fn reads_an_objection_out(ovila: &Person, start: &Choosing) {
    ovila.visit(&format!("{}/sheet", start.consent)).await;
    ovila.reads("paper-options-call").await;
    ovila.does_not_read("paper-ballot-tear").await;
    ovila.visit(&format!("{}/paper", start.consent)).await;
    ovila.reads("paper-not-here").await;
    ovila.follow("without-phone").await;
    ovila.select("phone-whose", start.solange.0.clone()).await;
    ovila.choose("choice-objection").await;
    ovila.press_expecting("phone-read-back", 422).await;
    ovila.fill("phone-reason", WHY).await;
    ovila.press("phone-read-back").await;
    ovila.reads(WHY.to_owned()).await;
    ovila.press("phone-confirmed").await;
    ovila.reads("done-phone-vote").await;
}

/// One tick on each sheet, or none.
async fn reads_sheets(person: &Person, ticked: [Option<&str>; 2]) {
    for (number, option) in (1i64..).zip(ticked) {
        person.reads(Message::new("tally-sheet-number").with("number", number)).await;
        if let Some(option) = option {
            person.choose(option.to_owned()).await;
        }
        person.press("tally-sheet-do").await;
    }
}
