//! A group founds itself, somebody joins, one proposes, they talk, they vote; the vote closes by itself and
//! the decision acts.

use crate::{enter, enter_and_come_to, setting, tell};
use chrono::Duration;
use commons::refusal::Message;
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Person, Scene, shipped};
use parpour_tests::long;

const GROUP: &str = "Les Bols bleus";
const TITLE: &str = "Une semaine pour voter";
const SUMMARY: &str = "Cinq jours, c'est court. Avec sept jours, chaque personne a une fin de semaine pour lire.";
const WORRY: &str = "Les décisions pressées vont attendre.";
const QUESTION: &str = "Est-ce que ça change les votes en cours ?";
const ANSWER: &str = "Non, seulement ceux qui suivent.";
const REASON: &str = "J'aime mieux sept jours, finalement.";
const PASSPHRASE: &str = "le chat de Rachid dort sur le piano";

/// As most people read it; all eight ways with `PARPOUR_TEST_LONG=1`.
macro_rules! told {
    ($($name:ident: $store:ident, $screen:ident, $language:ident, $quick:expr;)*) => { $(
        #[test]
        fn $name() {
            if $quick || long() {
                tell("a group decides", setting($store, $screen, $language), &[], story);
            }
        }
    )* };
}

told! {
    on_a_phone_in_french_on_sqlite: Sqlite, Phone, French, true;
    on_a_phone_in_french_on_postgres: Postgres, Phone, French, false;
    on_a_phone_in_english_on_sqlite: Sqlite, Phone, English, false;
    on_a_phone_in_english_on_postgres: Postgres, Phone, English, false;
    on_a_desk_in_french_on_sqlite: Sqlite, Desk, French, false;
    on_a_desk_in_french_on_postgres: Postgres, Desk, French, false;
    on_a_desk_in_english_on_sqlite: Sqlite, Desk, English, false;
    on_a_desk_in_english_on_postgres: Postgres, Desk, English, false;
}

async fn story(scene: &mut Scene) {
    scene.private = [GROUP, TITLE, "Odile", "Rachid", "Lise", "Nadia"].map(str::to_owned).to_vec();
    let odile = scene.somebody("Odile").await;
    let group = found(&odile, &scene.program.founding_link()).await;
    enter(&odile, &group, "Odile", PASSPHRASE).await;

    let card = invite(&odile).await;
    let nadia = scene.somebody("Nadia").await;
    join(&nadia, &card).await;

    let proposal = propose(&odile).await;
    talk(&odile, &nadia).await;

    // The discussion lasts ten days; a shared computer has long forgotten Odile, Nadia's own has not.
    scene.program.advance(Duration::days(11));
    odile.visit(&proposal).await;
    odile.reads("door-lead").await;
    enter_and_come_to(&odile, &proposal, "Odile", PASSPHRASE).await;
    vote(&odile, &nadia, &proposal).await;

    // Nobody asks for anything while the vote ends.
    scene.program.advance(Duration::days(8));
    see_result(&nadia, &proposal).await;

    // The time to contest ends, and the decision acts.
    scene.program.advance(Duration::hours(73));
    see_effect(&nadia, &proposal).await;
    take_register_home(&nadia).await;
    nadia.turn_to("tab-me").await;
    nadia.press("me-leave").await;
    nadia.reads("left-title").await;
    nadia.close().await;
    odile.close().await;
}

/// Two people found the group, side by side on one computer.
async fn found(odile: &Person, link: &str) -> String {
    odile.visit(link).await;
    odile.fill("charter-rule-name", GROUP).await;
    odile.press("found-next").await;
    odile.fill("found-founders", "Odile\nRachid").await;
    odile.fill("found-others", "Lise").await;
    odile.press("found-next").await;
    odile.open("charter-chapter-coming-in").await;
    odile.fill("charter-rule-first-vote-days", "0").await;
    // One who says that she came is enough: the invitation does.
    odile.choose("charter-value-admission-open-after-one-visit").await;
    odile.press("found-next-changed").await;
    for name in ["Odile", "Rachid"] {
        odile.reads(Message::new("found-charter-of").with("name", GROUP)).await;
        odile.follow(Message::new("found-sign-as").with("name", name)).await;
        // One keeps the five words that were drawn, the other writes her own.
        if name == "Odile" {
            odile.fill("passphrase-mine", PASSPHRASE).await;
        } else {
            assert_eq!(odile.value("passphrase-mine").await.split(' ').count(), 5);
        }
        odile.press("found-sign").await;
        odile.reads("done-signed").await;
    }
    odile.press("found-found").await;
    odile.reads(Message::new("founded-title").with("name", GROUP)).await;
    odile.follow("founded-door").await;
    odile.path().await.trim_end_matches("/door").to_owned()
}

struct Card {
    address: String,
    words: String,
}

async fn invite(odile: &Person) -> Card {
    odile.turn_to("tab-group").await;
    odile.follow("invite-title").await;
    odile.reads("invite-signs-alone").await;
    odile.fill("me-present", PASSPHRASE).await;
    odile.press("invite-do").await;
    odile.follow("invitation-print").await;
    let address = odile.texts(".ps__step .code").await.remove(0);
    let words = odile.texts(".ps__step li").await;
    assert_eq!(words.len(), 4);
    Card { address, words: words.join(" ") }
}

async fn join(nadia: &Person, card: &Card) {
    nadia.visit(&card.address).await;
    nadia.fill("card-words", &card.words).await;
    nadia.press("card-read").await;
    nadia.fill("join-name", "Nadia").await;
    nadia.press("ask-send").await;
    nadia.choose("own-device").await;
    nadia.press("join-join").await;
    nadia.reads(Message::new("today-hello").with("name", "Nadia")).await;
}

async fn propose(odile: &Person) -> String {
    odile.turn_to("tab-decide").await;
    odile.follow("list-new").await;
    odile.fill("write-title", TITLE).await;
    odile.press("new-next").await;
    odile.choose("happens-charter").await;
    odile.press("new-next").await;
    odile.follow("charter-rule-voting-days-ordinary").await;
    odile.fill("write-value", "7").await;
    // A proposal without a plain summary is not debated, and what was typed is kept.
    odile.press_expecting("write-send", 422).await;
    odile.reads("proposal-summary-missing").await;
    assert_eq!(odile.value("write-title").await, TITLE);
    odile.fill("write-summary", SUMMARY).await;
    odile.press("write-send").await;
    odile.reads("done-proposal-sent").await;
    odile.path().await
}

async fn talk(odile: &Person, nadia: &Person) {
    nadia.turn_to("tab-decide").await;
    nadia.follow_near(TITLE.to_owned(), "list-waiting").await;
    nadia.press("second-do").await;
    nadia.reads("done-seconded").await;
    for (kind, words) in [
        ("talk-kind-pleases", "On pourra lire à tête reposée."),
        ("talk-kind-worries", WORRY),
        ("talk-kind-question", QUESTION),
    ] {
        nadia.choose(kind).await;
        nadia.fill("talk-words", words).await;
        nadia.press("talk-send").await;
        nadia.reads(words.to_owned()).await;
    }
    odile.turn_to("tab-decide").await;
    odile.follow(TITLE.to_owned()).await;
    odile.reads(WORRY.to_owned()).await;
    let to_nadia = Message::new("talk-to").with("name", "Nadia");
    let answer = format!("{} {}", odile.say(&"talk-answer".into()), odile.say(&to_nadia.into()));
    odile.follow_near(answer, QUESTION.to_owned()).await;
    odile.fill("answer-words", ANSWER).await;
    odile.press("answer-send").await;
    odile.reads(ANSWER.to_owned()).await;
}

async fn vote(odile: &Person, nadia: &Person, proposal: &str) {
    odile.visit(proposal).await;
    odile.choose("choice-yes").await;
    odile.press("vote-send").await;
    odile.reads("vote-sent").await;
    nadia.visit(proposal).await;
    assert!(!nadia.has_chosen("choice-yes").await && !nadia.has_chosen("choice-no").await, "no answer is proposed");
    nadia.choose("choice-no").await;
    nadia.press("vote-send").await;
    nadia.reads("choice-no").await;
    nadia.follow("vote-change").await;
    nadia.choose("choice-yes").await;
    nadia.fill("vote-reason", REASON).await;
    nadia.press("vote-send").await;
    nadia.reads("vote-sent").await;
    // Nobody knows before the end who voted what.
    odile.visit(proposal).await;
    odile.reads(Message::new("vote-received").with("count", 2_u32)).await;
    odile.does_not_read(REASON.to_owned()).await;
}

async fn see_result(nadia: &Person, proposal: &str) {
    nadia.visit(proposal).await;
    let counts = Message::new("verdict-adopted")
        .with("yes", 2_u32)
        .with("no", 0_u32)
        .with("abstain", 0_u32)
        .with("blank", 0_u32);
    nadia.reads(counts).await;
    nadia.reads(Message::new("result-arithmetic").with("base", 2_u32).with("needed", 2_u32).with("yes", 2_u32)).await;
    nadia.reads(REASON.to_owned()).await;
    nadia.reads("did-waits-why").await;
    nadia.follow_near("footer-charter", "footer-register").await;
    nadia.reads("charter-rule-voting-days-ordinary").await;
    let five = Message::new("charter-unit-voting-days-ordinary").with("count", 5_u32);
    let seven = Message::new("charter-unit-voting-days-ordinary").with("count", 7_u32);
    let rule = voting_days(nadia).await;
    assert!(rule.starts_with(&nadia.say(&five.into())), "it does not act before its time");
    assert!(!rule.starts_with(&nadia.say(&seven.into())));
}

async fn voting_days(person: &Person) -> String {
    let rule = person.say(&"charter-rule-voting-days-ordinary".into());
    person.open(format!("{} {rule}", person.say(&"charter-more".into()))).await;
    person.texts("#rule-voting_days_ordinary dd").await.remove(0)
}

async fn see_effect(nadia: &Person, proposal: &str) {
    nadia.visit(proposal).await;
    nadia.does_not_read("did-waits-why").await;
    let done = nadia.say(&Message::new("did-done").with("at", "").into());
    nadia.reads(done.trim_end_matches(['.', ' ']).to_owned()).await;
    nadia.follow_near("footer-charter", "footer-register").await;
    let seven = Message::new("charter-unit-voting-days-ordinary").with("count", 7_u32);
    let seven = nadia.say(&seven.into());
    let rule = voting_days(nadia).await;
    assert!(rule.starts_with(&seven), "{rule}");
    let number = proposal.rsplit('/').next().unwrap().parse::<i64>().unwrap();
    let decision = Message::new("charter-since-decision").with("number", number);
    assert!(rule.contains(&nadia.say(&decision.into())), "{rule}");
    nadia.follow_near("footer-register", "footer-charter").await;
    let rule = nadia.say(&"charter-rule-voting-days-ordinary".into());
    nadia.reads(Message::new("entry-charter-changed").with("rule", rule).with("value", seven)).await;
}

async fn take_register_home(nadia: &Person) {
    nadia.follow("check-how").await;
    nadia.back().await;
    let file = nadia.download("register-download").await;
    if let Some(outcome) = shipped(&["verify", file.to_str().unwrap()]) {
        assert_eq!(outcome.code, Some(0), "{}", outcome.said);
    }
    // One letter changed, and it no longer holds.
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    if let Some(outcome) = shipped(&["verify", file.to_str().unwrap()]) {
        assert_eq!(outcome.code, Some(1), "{}", outcome.said);
    }
}
