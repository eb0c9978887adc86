//! Somebody leaves (story 4.10 C). She is Ovila here; Solange stays and reads what is left.
//!
//! Erased at once and without a way back (ruling 17), where the story still says within a month. What waits for later:
//! initials in minutes come with minutes; votes by objection come with consent. Checks 1 and 2 are about cats (A), 3 to 5
//! about a pause (B, told in `a_pause`), 9 and 10 about a pause of the whole group (D).

use crate::{enter, in_full, setting, tell_of_a_group_and_its_store};
use chrono::Duration;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::Message;
use decisions::ProposalId;
use decisions::commands::contribute::{ContributionKind, answer, say};
use decisions::powers::Contribute;
use membership::commands::contact;
use membership::powers::{ChangeOwnAccess, Permit};
use membership::rules::contact::ContactKind;
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Person, Scene, Setting, day, shipped};
use parpour_tests::{Group, World};
use tally::Choice;

const OBJECTION: &str = "Le congélateur d'avant est encore bon.";
const STAYS: &str = "Le banc serait au soleil le matin.";
const GOES: &str = "J'ai mal au dos depuis février.";
const ANSWER: &str = "On peut le faire plus haut.";
const DRAFT: &str = "Un lustre en perles";
const PHONE: &str = "819 555-0144";

/// What is erased of him, with how many rows: one phone number, one thing said and one answer to it, one key.
const ERASED: [(&str, u32); 3] = [("kept-contact-points", 1), ("kept-contributions", 2), ("kept-keys", 1)];

/// What people need to know of the group.
struct Start {
    home: String,
    closed: String,
    talked: String,
    mandate: String,
    solange: Way,
    ovila: Way,
    /// Ovila, as the store knows him.
    member: MemberId,
}

struct Way {
    name: String,
    passphrase: String,
    email: String,
}

#[test]
fn on_a_phone_in_french() {
    a_departure(setting(Sqlite, Phone, French));
}

#[test]
fn on_a_desk_in_english() {
    in_full(setting(Postgres, Desk, English), a_departure);
}

fn a_departure(setting: Setting) {
    let telling = async |scene: &mut Scene, start: Start| {
        let (solange, ovila) = (scene.somebody("Solange").await, scene.somebody("Ovila").await);
        enter(&solange, &start.home, &start.solange.name, &start.solange.passphrase).await;
        all_is_told_with_a_name(&solange, &start).await;

        enter(&ovila, &start.home, &start.ovila.name, &start.ovila.passphrase).await;
        takes_everything_along(&ovila, &start).await;
        leaves(&ovila, &start).await;
        no_way_leads_back(&ovila, &start).await;
        ovila.close().await;

        no_page_names_him(&solange, &start).await;
        counts_stay(&solange, &start).await;
        words_go_or_stay_as_chosen(&solange, &start).await;
        the_register_still_holds(&solange, &start).await;
        // A month later it is no different.
        scene.program.advance(Duration::days(30));
        enter(&solange, &start.home, &start.solange.name, &start.solange.passphrase).await;
        no_page_names_him(&solange, &start).await;
        solange.close().await;
        start
    };
    tell_of_a_group_and_its_store("a departure", setting, an_incorporated_group, telling, nothing_is_left_of_him);
}

/// Founded on 11 January 2027; it is now Wednesday 15 December. The law asks this group for a register of members.
async fn an_incorporated_group(world: &World) -> Start {
    let group = world.a_group().with_people(4).with_rule("legal_frame", "quebec_part_3").quick().found().await;
    world.clock.set("2027-12-08T15:00:00Z".parse().unwrap());
    group.adopts(group.grant(1, &["write_welcome_page"], 90)).await;
    let mandate = group.mandates().await.remove(0).id;
    let closed = a_vote_with_an_objection(&group).await;
    group.proposes(1).titled(DRAFT).drafted().await.unwrap();
    let phone = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        contact::add(tx, permit, ContactKind::Phone, PHONE, true).await
    };
    group.act(1, phone).await.unwrap();
    let talked = a_discussion(&group).await;
    world.clock.set("2027-12-15T15:00:00Z".parse().unwrap());
    let home = format!("/g/{}", group.slug);
    Start {
        closed: format!("{home}/decide/{closed}"),
        talked: format!("{home}/decide/{talked}"),
        mandate: format!("{home}/group/powers/{mandate}"),
        home,
        solange: way(&group, 0),
        ovila: way(&group, 1),
        member: group.members[1],
    }
}

fn way(group: &Group<'_>, who: usize) -> Way {
    Way { name: group.name(who), passphrase: group.passphrase(who), email: group.email(who) }
}

/// Three for, and Ovila against, who says why. Returns its number.
async fn a_vote_with_an_objection(group: &Group<'_>) -> i32 {
    let id = group.open_vote(None).await;
    group.votes_saying(1, id, Choice::No, OBJECTION).await.unwrap();
    for who in [0, 2, 3] {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    group.to_next_step(id).await;
    group.see(id).await.number.unwrap()
}

/// Ovila says two things, and Solange answers one of them. Returns its number.
async fn a_discussion(group: &Group<'_>) -> i32 {
    let id = group.proposes(0).titled("Un banc devant la porte").lasting(30, 5).sent().await.unwrap();
    group.seconds(2, id).await.unwrap();
    says(group, id, ContributionKind::Pleases, STAYS).await;
    let goes = says(group, id, ContributionKind::Worries, GOES).await;
    let reply = async |tx: &Tx<'_>, permit: Permit<Contribute>| answer(tx, permit, goes, ANSWER).await;
    group.act(0, reply).await.unwrap();
    group.see(id).await.number.unwrap()
}

async fn says(group: &Group<'_>, id: ProposalId, kind: ContributionKind, words: &str) -> decisions::ContributionId {
    group.act(1, async |tx: &Tx<'_>, permit: Permit<Contribute>| say(tx, permit, id, kind, words).await).await.unwrap()
}

async fn all_is_told_with_a_name(solange: &Person, start: &Start) {
    for (page, words) in [(&start.closed, OBJECTION), (&start.talked, STAYS), (&start.talked, GOES)] {
        solange.visit(page).await;
        solange.reads(words.to_owned()).await;
        solange.reads(start.ovila.name.clone()).await;
    }
    solange.visit(&start.mandate).await;
    solange.reads(start.ovila.name.clone()).await;
}

/// A copy to read or print, and one for another program. Both hold what he said and what the group knows of him.
async fn takes_everything_along(ovila: &Person, start: &Start) {
    ovila.visit(&format!("{}/me/data", start.home)).await;
    let page = std::fs::read_to_string(ovila.download("data-take-html").await).unwrap();
    let file = std::fs::read_to_string(ovila.download("data-take-json").await).unwrap();
    for words in [&start.ovila.name, &start.ovila.email, PHONE, STAYS, DRAFT] {
        assert!(page.contains(words), "{words:?} is not in the copy to print");
        assert!(file.contains(words), "{words:?} is not in the file");
    }
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(file["member"][0]["name"], start.ovila.name);
}

/// A pause is offered first; what the law keeps is shown before (check 7); each piece of text is asked about (check 6).
async fn leaves(ovila: &Person, start: &Start) {
    ovila.visit(&format!("{}/me", start.home)).await;
    ovila.follow("leave-title").await;
    ovila.reads("leave-rest").await;
    ovila.reads("leave-no-way-back").await;
    let day = |text: &str| day(ovila.language, text.parse().unwrap());
    let by_law = Message::new("leave-law-text").with("name", &*start.ovila.name);
    ovila.reads(by_law.with("from", day("2027-01-11")).with("until", day("2027-12-15"))).await;
    assert!(!ovila.has_chosen_near("leave-words-stay", STAYS.to_owned()).await, "nothing is chosen for him");
    ovila.choose_near("leave-words-stay", STAYS.to_owned()).await;
    ovila.press("leave-do").await;
    ovila.reads("farewell-lead").await;
    // Check 7: he reads what was erased, table by table.
    for (kept, rows) in ERASED {
        let what = ovila.say(&kept.into());
        ovila.reads(Message::new("farewell-erased-line").with("what", what).with("rows", rows)).await;
    }
    ovila.reads("farewell-left-law").await;
}

async fn no_way_leads_back(ovila: &Person, start: &Start) {
    assert_eq!(ovila.cookies().await, Vec::<String>::new(), "a cookie stays");
    ovila.visit(&format!("{}/door", start.home)).await;
    ovila.fill("name-mine", &start.ovila.name).await;
    ovila.fill("passphrase-mine", &start.ovila.passphrase).await;
    ovila.press_expecting("door-enter", 422).await;
    ovila.reads("door-wrong").await;
}

async fn no_page_names_him(solange: &Person, start: &Start) {
    let pages =
        ["", "/decide", "/group", "/group/members", "/group/powers", "/group/charter", "/register", "/kept", "/me"];
    let pages = pages.map(|page| format!("{}{page}", start.home));
    for page in pages.iter().chain([&start.closed, &start.talked, &start.mandate]) {
        solange.visit(page).await;
        for words in [&start.ovila.name, &start.ovila.email, PHONE] {
            solange.does_not_read(words.to_owned()).await;
        }
    }
}

/// Check 6: his objection and his vote are a number and nothing else; the numbers are the same.
async fn counts_stay(solange: &Person, start: &Start) {
    solange.visit(&start.closed).await;
    solange
        .reads(
            Message::new("verdict-adopted")
                .with("yes", 3_u32)
                .with("no", 1_u32)
                .with("abstain", 0_u32)
                .with("blank", 0_u32),
        )
        .await;
    solange.does_not_read(OBJECTION.to_owned()).await;
    solange.reads(Message::new("voices-detached").with("count", 1_u32)).await;
}

/// Check 6, piece by piece; an answer to what is gone is gone with it.
async fn words_go_or_stay_as_chosen(solange: &Person, start: &Start) {
    solange.visit(&start.talked).await;
    solange.reads(STAYS.to_owned()).await;
    solange.reads("a-member-who-left").await;
    for words in [GOES, ANSWER] {
        solange.does_not_read(words.to_owned()).await;
    }
}

/// Check 8: the chain is whole, and says who left by a reference that leads to no name.
async fn the_register_still_holds(solange: &Person, start: &Start) {
    solange.visit(&format!("{}/register", start.home)).await;
    let who = solange.say(&"a-member-who-left".into());
    let left = solange.say(&Message::new("entry-left").with("who", who).into());
    assert!(solange.text().await.to_lowercase().contains(&left.to_lowercase()), "{left}");
    let file = solange.download("register-download").await;
    if let Some(outcome) = shipped(&["verify", file.to_str().unwrap()]) {
        assert_eq!(outcome.code, Some(0), "{}", outcome.said);
    }
}

/// Check 7: row by row, table by table. What stays refers to an id that has no name any more; the one row by law says
/// nothing of whose it is, and its words are sealed.
async fn nothing_is_left_of_him(world: &World, start: Start) {
    let raw = world.raw().await;
    for words in [&start.ovila.name, &start.ovila.email, PHONE, OBJECTION, GOES, ANSWER, DRAFT] {
        assert_eq!(raw.tables_with(words).await, Vec::<String>::new(), "{words:?}");
    }
    assert_eq!(raw.tables_with_member(start.member).await, REFERRED);
    assert_eq!(raw.rows("legal_register").await, 1);
    raw.close().await;
}

/// Tables in which his id still stands, and leads to no name: the row that others refer to; what the group decided about
/// his mandate, who seconded it and who could vote on it; the register; the words that he let stay. No ballot.
const REFERRED: [&str; 8] =
    ["contribution", "mandate", "member", "proposal", "proposal_version", "register", "roll", "seconder"];
