//! Choosing among several options: somebody puts a question by each method, another votes on it with what the page offers,
//! by keyboard where a list is ranked, and reads a result that she can follow (`decisions B6`-`B11`, `E6`).

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
use thirtyfour::Key;

/// What people need to know of the group.
struct Start {
    home: String,
    /// The vote of each method, in the order of [`Method::ALL`].
    votes: Vec<(Method, String)>,
    solange: (String, String),
}

#[test]
fn on_a_phone_in_french() {
    choosing(setting(Sqlite, Phone, French));
}

fn choosing(setting: Setting) {
    tell_of_a_group("choosing", setting, &[], a_group_with_questions, async |scene: &mut Scene, start: Start| {
        let solange = scene.somebody("Solange").await;
        enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
        for (method, vote) in &start.votes {
            solange.visit(&format!("{vote}/vote")).await;
            votes(&solange, *method).await;
            solange.press("vote-send").await;
            solange.reads("done-voted").await;
            solange.reads("vote-sent").await;
        }
        corrects_a_ballot(&solange, &start).await;
        asks_the_group_for_a_date(&solange, &start).await;

        scene.program.advance(Duration::days(3));
        enter(&solange, &start.home, &start.solange.0, &start.solange.1).await;
        for (method, vote) in &start.votes {
            solange.visit(vote).await;
            reads_the_result(&solange, *method).await;
        }
        solange.close().await;
    });
}

fn asked(method: Method) -> Question {
    let options = match method {
        Method::Dates => "2027-05-08 13:30\n2027-05-09 9h",
        Method::EqualShares => "Un banc 100\nUne table 150",
        _ => "Un banc\nUne table\nUn four",
    };
    let options = if method.has_options() { read_options(method, options) } else { Vec::new() };
    let seats = if method.has_seats() || method == Method::Dates { 1 } else { 0 };
    let budget = if method == Method::EqualShares { 20_000 } else { 0 };
    Question { method, options, seats, budget, ..Question::default() }
}

/// Every method but yes or no, and those with rounds, which have their own story.
fn is_told_here(method: &Method) -> bool {
    !matches!(method, Method::Majority | Method::Consensus | Method::Tacit | Method::Election)
}

async fn a_group_with_questions(world: &World) -> Start {
    let group = world.a_group().with_people(4).quick().with_rule("quorum_ordinary", "1").found().await;
    let home = format!("/g/{}", group.slug);
    let mut votes = Vec::new();
    for method in Method::ALL.into_iter().filter(is_told_here) {
        let id = group.proposes(1).titled("Pour la salle").putting(asked(method)).opened().await;
        if method == Method::Consent {
            // At least half of those counted say that it can pass.
            group.says(2, id, Typed::word("consent"), "").await.unwrap();
        }
        votes.push((method, format!("{home}/decide/{}", group.see(id).await.number.unwrap())));
    }
    Start { home, votes, solange: (group.name(0), group.passphrase(0)) }
}

/// Fills the ballot of a method.
async fn votes(person: &Person, method: Method) {
    person.reads(method.message("how")).await;
    match method {
        Method::Majority | Method::Consensus | Method::Tacit | Method::Election => {}
        Method::Consent => {
            person.choose("choice-objection").await;
            person.fill("vote-reason", "Trop court.").await;
            person.press_expecting("vote-send", 422).await;
            person.reads(Message::new("ballot-objection-short").with("least", 20usize)).await;
            person.choose("choice-concern").await;
        }
        Method::Gradients => {
            person.choose("choice-reserved").await;
        }
        Method::Sense => {
            person.choose("choice-thumb-sideways").await;
        }
        Method::Approval | Method::EqualShares => {
            person.choose("Un banc".to_owned()).await;
        }
        Method::Dates => {
            person.select(day("2027-05-08T17:30:00Z"), "mark-date-2").await;
            person.select(day("2027-05-09T13:00:00Z"), "mark-date-1").await;
        }
        Method::Score => {
            person.select("Un four".to_owned(), "5".to_owned()).await;
            person.select("Un banc".to_owned(), "2".to_owned()).await;
        }
        Method::Schulze => {
            // By keyboard alone: the first letter of an entry chooses it.
            person.tab_to("Un banc".to_owned()).await;
            person.type_in("2").await;
            person.key(Key::Tab).await;
            person.type_in("1").await;
        }
        Method::RankedPairs | Method::Irv | Method::Borda | Method::Stv => {
            person.select("Une table".to_owned(), "1".to_owned()).await;
            person.select("Un banc".to_owned(), "2".to_owned()).await;
        }
    }
}

fn day(at: &str) -> Message {
    Message::new("option-date").with("at", at.parse::<commons::clock::Time>().unwrap())
}

/// Two names at one place: the page says so and keeps what was chosen.
async fn corrects_a_ballot(person: &Person, start: &Start) {
    let (_, vote) = start.votes.iter().find(|(method, _)| *method == Method::Stv).unwrap();
    person.visit(&format!("{vote}/vote")).await;
    person.select("Un four".to_owned(), "2".to_owned()).await;
    person.press_expecting("vote-send", 422).await;
    person.reads("ballot-place-twice").await;
    person.select("Un four".to_owned(), "3".to_owned()).await;
    person.press("vote-send").await;
    person.reads("vote-sent").await;
}

/// She puts a question of her own; what cannot be read is named with its line, and stays.
async fn asks_the_group_for_a_date(person: &Person, start: &Start) {
    person.visit(&format!("{}/decide/new/choice", start.home)).await;
    person.follow(Method::Dates.message("")).await;
    person.fill("write-title", "La sortie aux pommes").await;
    person.fill("write-summary", "On choisit le jour.").await;
    person.fill("write-options", "2027-09-18 10:00\nle dimanche").await;
    person.press_expecting("write-send", 422).await;
    person.reads(Message::new("question-option-date").with("line", 2usize)).await;
    assert!(person.value("write-options").await.contains("le dimanche"), "what was typed is kept");
    person.fill("write-options", "2027-09-18 10:00\n2027-09-19 10:00").await;
    person.press("write-send").await;
    person.reads("done-proposal-sent").await;
}

async fn reads_the_result(person: &Person, method: Method) {
    if method == Method::Consent {
        person.reads("verdict-consent").await;
        return;
    }
    if !method.is_binding() {
        person.reads("stamp-consulted").await;
        person.reads("did-consulted").await;
        return;
    }
    person.reads("stamp-chosen").await;
    if method == Method::Dates {
        person
            .reads(Message::new("row-date").with("can", 1i64).with("yes", 1i64).with("maybe", 0i64).with("no", 0i64))
            .await;
        return person.reads("date-most-say-yes").await;
    }
    if method == Method::Schulze {
        // A count of one step stands there as it is.
        person.open("counting-steps").await;
    }
    let won = match method {
        Method::Approval | Method::EqualShares => "Un banc",
        Method::Score => "Un four",
        _ => "Une table",
    };
    assert!(person.texts("td, th b").await.iter().any(|text| text == won), "{method:?}");
}
