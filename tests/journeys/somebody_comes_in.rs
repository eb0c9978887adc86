//! Somebody comes in, finds two people to show him the house, votes, and comes back when he lost everything
//! (`domain` 4.1).
//!
//! The group of the story has 34 people before him. Ruling 3 and `reliability` D6 decide how he comes back: two people
//! of the circle of three that he chose.
//!
//! What waits for the areas that are not built: his learner seats at the kitchen and in visits, and the first half of
//! check 5, that he is in no telephone chain.

use crate::{enter, setting, tell_of_a_group};
use chrono::{Duration, NaiveDate};
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::Message;
use membership::commands::ask::Asking;
use membership::commands::consent;
use membership::commands::join::{Arrival, join};
use membership::powers::{ChangeOwnAccess, Permit};
use membership::rules::consent::Use;
use parpour_tests::Kind::{Postgres, Sqlite};
use parpour_tests::browser::Language::{English, French};
use parpour_tests::browser::Screen::{Desk, Phone};
use parpour_tests::browser::{Person, Scene};
use parpour_tests::{Group, World, long};
use std::collections::BTreeSet;

/// Who is there, by their place in the founding list.
const PEOPLE: [&str; 3] = ["Yolande", "Wilfrid", "Rita"];
const YOLANDE: usize = 0;
const WILFRID: usize = 1;
const RITA: usize = 2;
/// What he writes first, and what he is called.
const WHOLE_NAME: &str = "Télesphore Lupin";
const HIS_NAME: &str = "Télesphore L.";
const HIS_PASSPHRASE: &str = "les livres jaunes sentent la pluie";
const ON_PAPER: &str = "Simone Camomille";
const TASK: &str = "Clés du local";
const NOTE: &str = "La cafetière est dans l'armoire du fond. Le code du local est chez les porteuses de clés.";
const TITLE: &str = "Des rideaux pour le coin des livres";

#[test]
fn he_comes_in_on_a_phone_in_french_on_sqlite() {
    let setting = setting(Sqlite, Phone, French);
    tell_of_a_group("somebody comes in", setting, &[], before_he_comes, he_comes_in);
}

#[test]
fn he_comes_in_on_a_desk_in_english_on_postgres() {
    if long() {
        let setting = setting(Postgres, Desk, English);
        tell_of_a_group("somebody comes in", setting, &[], before_he_comes, he_comes_in);
    }
}

#[test]
fn he_comes_back_on_a_phone_in_french_on_sqlite() {
    if long() {
        let setting = setting(Sqlite, Phone, French);
        tell_of_a_group("somebody comes back", setting, &[], after_he_came, he_comes_back);
    }
}

#[test]
fn he_comes_back_on_a_desk_in_english_on_postgres() {
    let setting = setting(Postgres, Desk, English);
    tell_of_a_group("somebody comes back", setting, &[], after_he_came, he_comes_back);
}

/// What the story begins with.
struct Start {
    home: String,
    /// Of each of [`PEOPLE`].
    passphrases: Vec<String>,
    /// The page of a proposal that the group talks about when he comes, if it does.
    proposal: String,
}

impl Start {
    fn of(group: &Group<'_>, proposal: String) -> Self {
        let passphrases = (0..PEOPLE.len()).map(|who| group.passphrase(who)).collect();
        Self { home: format!("/g/{}", group.slug), passphrases, proposal }
    }

    /// One of [`PEOPLE`] comes in, with a browser of her own.
    async fn enters(&self, scene: &Scene, who: usize) -> Person {
        let person = scene.somebody(PEOPLE[who]).await;
        self.enters_again(&person, who).await;
        person
    }

    /// One of [`PEOPLE`] comes in again: a shared computer forgets.
    async fn enters_again(&self, person: &Person, who: usize) {
        person.visit(&format!("{}/door", self.home)).await;
        enter(person, &self.home, PEOPLE[who], &self.passphrases[who]).await;
    }

    async fn he_enters(&self, telesphore: &Person, passphrase: &str) {
        telesphore.visit(&format!("{}/door", self.home)).await;
        enter(telesphore, &self.home, HIS_NAME, passphrase).await;
    }
}

/// A group that lets people in after one visit and lets them vote at once; Wilfrid keeps the keys.
async fn thirty_four_people(world: &World) -> Group<'_> {
    let tuesday: Time = "2027-01-12T15:00:00Z".parse().unwrap();
    world.clock.set(tuesday - Duration::days(30));
    let group = world.a_group().with_people(34).with_rule("admission", "open_after_one_visit");
    let group = group.with_rule("first_vote_days", "0").with_rule("quorum_ordinary", "12").found().await;
    group.comes_in(RITA).await.unwrap();
    for (who, name) in PEOPLE.into_iter().enumerate() {
        group.calls_herself(who, name).await.unwrap();
    }
    group.adopts(group.entrust(WILFRID, TASK, &[], 300)).await;
    world.clock.set(tuesday);
    group
}

/// The group talks about a proposal when he comes.
async fn before_he_comes(world: &World) -> Start {
    let group = thirty_four_people(world).await;
    let proposal = group.proposes(YOLANDE).titled(TITLE).sent().await.unwrap();
    group.seconds(WILFRID, proposal).await.unwrap();
    let number = group.see(proposal).await.number.unwrap();
    Start::of(&group, format!("/g/{}/decide/{number}", group.slug))
}

/// He is in, and two people offered to welcome.
async fn after_he_came(world: &World) -> Start {
    let group = thirty_four_people(world).await;
    let asked = group.asks_with(Asking { name: HIS_NAME.to_owned(), ..Asking::default() }).await.unwrap();
    group.signs_for(YOLANDE, asked).await.unwrap();
    let arrival = Arrival {
        link_or_words: group.link_of(asked),
        name: HIS_NAME.to_owned(),
        passphrase: HIS_PASSPHRASE.to_owned(),
        ..Arrival::default()
    };
    join(&world.db, group.id, arrival).await.unwrap();
    for welcomer in [YOLANDE, WILFRID] {
        let yes = BTreeSet::from([Use::WelcomeOthers]);
        let offers = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &yes).await;
        group.act(welcomer, offers).await.unwrap();
    }
    Start::of(&group, String::new())
}

/// From the form to the first vote.
async fn he_comes_in(scene: &mut Scene, start: Start) {
    keeps_names_out_of_titles(scene);
    let yolande = start.enters(scene, YOLANDE).await;
    let wilfrid = start.enters(scene, WILFRID).await;
    leaves_a_note(&wilfrid).await;
    wilfrid.close().await;

    let telesphore = scene.somebody("Télesphore").await;
    let his_page = asks(&telesphore, &start).await;
    says_that_he_came(&yolande, &start).await;
    let passphrase = comes_in(&telesphore, &his_page).await;
    chooses_his_name(&telesphore, &yolande).await;
    nothing_is_said_of_him(&telesphore, &yolande, &start).await;
    reads_the_note(&telesphore).await;

    go_to(scene, "2027-01-18T15:00:00Z");
    start.he_enters(&telesphore, &passphrase).await;
    votes(&telesphore, &start).await;
    start.enters_again(&yolande, YOLANDE).await;
    writes_a_sheet_down(&yolande, &start).await;
    assert_eq!(scene.program.mails(), Vec::<String>::new(), "5: nothing was mailed");
    for person in [yolande, telesphore] {
        person.close().await;
    }
}

/// From the day he chose who welcomes him to the day he lost everything.
async fn he_comes_back(scene: &mut Scene, start: Start) {
    keeps_names_out_of_titles(scene);
    let yolande = start.enters(scene, YOLANDE).await;
    let wilfrid = start.enters(scene, WILFRID).await;
    let rita = start.enters(scene, RITA).await;
    let telesphore = scene.somebody("Télesphore").await;
    start.he_enters(&telesphore, HIS_PASSPHRASE).await;
    chooses_a_pair(&telesphore, [&yolande, &wilfrid]).await;
    chooses_a_circle(&telesphore, [&yolande, &wilfrid, &rita]).await;
    rita.close().await;
    let code = makes_a_card(&telesphore).await;
    the_pair_ends(scene, &telesphore, &yolande, &start).await;

    // A month and more without him: the shorter delay is enough.
    go_to(scene, "2027-05-20T15:00:00Z");
    let words = asks_to_come_back(&telesphore, &start).await;
    start.enters_again(&yolande, YOLANDE).await;
    vouches(&yolande, &words, "recovery-by-voice", &start.passphrases[YOLANDE]).await;
    start.enters_again(&wilfrid, WILFRID).await;
    vouches(&wilfrid, &words, "recovery-face", &start.passphrases[WILFRID]).await;
    waits_three_days(scene, &telesphore, &start).await;
    reads_who_vouched(&telesphore, &start).await;
    the_lost_card_opens_nothing(scene, &code, &start).await;
    for person in [yolande, wilfrid, telesphore] {
        person.close().await;
    }
}

fn keeps_names_out_of_titles(scene: &mut Scene) {
    scene.private.extend(PEOPLE.iter().chain(&["Télesphore", "Lupin", "Simone"]).map(|name| (*name).to_owned()));
}

/// Moves the clock to an instant.
fn go_to(scene: &mut Scene, at: &str) {
    let at: Time = at.parse().unwrap();
    scene.program.advance(at - scene.program.now());
}

/// Who holds the keys writes what the next person needs, and is asked for no code.
async fn leaves_a_note(wilfrid: &Person) {
    wilfrid.turn_to("tab-group").await;
    wilfrid.follow("powers-title").await;
    wilfrid.follow(TASK.to_owned()).await;
    wilfrid.reads("handover-hint").await;
    wilfrid.choose("handover-note").await;
    wilfrid.fill("handover-words", NOTE).await;
    wilfrid.press("handover-save").await;
    wilfrid.reads("done-handed-over").await;
}

/// Checks 1 and 2: one required field, no way to reach him, and no question about why he came or who sent him.
/// Returns the address of his own page.
async fn asks(telesphore: &Person, start: &Start) -> String {
    telesphore.visit(&format!("{}/welcome", start.home)).await;
    telesphore.follow("welcome-ask").await;
    is_asked_only(telesphore, &["join-name"]).await;
    telesphore.press_expecting("ask-send", 422).await;
    assert_eq!(
        telesphore.texts(".errors li").await,
        [telesphore.say(&"name-missing".into())],
        "1: the one thing asked"
    );
    telesphore.fill("join-name", WHOLE_NAME).await;
    telesphore.press("ask-send").await;
    telesphore.reads("asked-lead-asked").await;
    telesphore.reads("ask-next-open").await;
    is_asked_only(telesphore, &[]).await;
    telesphore.path().await
}

/// Every question and every field that one sees on the page is one of these.
async fn is_asked_only(person: &Person, keys: &[&'static str]) {
    let allowed: Vec<String> = keys.iter().map(|key| person.say(&(*key).into())).collect();
    let asked = person.texts("main label, main legend").await;
    for words in asked.iter().filter(|words| !words.is_empty()) {
        assert!(allowed.iter().any(|key| words.starts_with(key)), "2: {words:?} is asked on {}", person.path().await);
    }
    assert_eq!(asked.iter().filter(|words| !words.is_empty()).count(), allowed.len(), "{asked:?}");
}

/// One member notes that he came; it is no judgment, and nothing is told of him.
async fn says_that_he_came(yolande: &Person, start: &Start) {
    yolande.turn_to("tab-group").await;
    yolande.follow("asking-title").await;
    yolande.follow(WHOLE_NAME.to_owned()).await;
    yolande.reads("asking-told-nothing").await;
    yolande.reads("asking-how-open").await;
    yolande.fill("me-present", &start.passphrases[YOLANDE]).await;
    yolande.press("together-sign").await;
    yolande.does_not_read(WHOLE_NAME.to_owned()).await;
}

/// Checks 1 and 2, to the end: he comes in by his own act, with no address. Returns the passphrase drawn for him.
async fn comes_in(telesphore: &Person, his_page: &str) -> String {
    telesphore.visit(his_page).await;
    telesphore.reads("asked-lead-admitted").await;
    is_asked_only(telesphore, &["join-name", "passphrase-mine", "email-mine", "own-device"]).await;
    assert_eq!(telesphore.value("join-name").await, WHOLE_NAME);
    let passphrase = telesphore.value("passphrase-mine").await;
    telesphore.press("join-join").await;
    telesphore.reads(Message::new("today-hello").with("name", WHOLE_NAME)).await;
    passphrase
}

/// Check 3: everybody sees him under the form of his name that he chose, and no other.
async fn chooses_his_name(telesphore: &Person, yolande: &Person) {
    telesphore.turn_to("tab-me").await;
    telesphore.reads("me-email-none").await;
    telesphore.follow("call-title").await;
    telesphore.press(HIS_NAME.to_owned()).await;
    telesphore.reads("done-name").await;
    yolande.turn_to("tab-group").await;
    yolande.follow("members-title").await;
    yolande.reads(HIS_NAME.to_owned()).await;
    yolande.reads(Message::new("members-count").with("count", 35_u32)).await;
    yolande.does_not_read("Lupin".to_owned()).await;
    yolande.follow(HIS_NAME.to_owned()).await;
    yolande.does_not_read("Lupin".to_owned()).await;
    yolande.follow_near("footer-register", "footer-charter").await;
    yolande.reads(Message::new("entry-joined").with("who", HIS_NAME)).await;
    yolande.does_not_read("Lupin".to_owned()).await;
}

/// Check 5: no letter leaves for him, and what the list says of him is his name, as of everybody without a mandate.
async fn nothing_is_said_of_him(telesphore: &Person, yolande: &Person, start: &Start) {
    telesphore.turn_to("tab-me").await;
    telesphore.reads("me-news-no-address").await;
    yolande.visit(&format!("{}/group/members", start.home)).await;
    let lines = yolande.texts("main .rows li .row > div").await;
    assert_eq!(lines.len(), 35);
    assert!(lines.contains(&HIS_NAME.to_owned()), "{lines:?}");
    assert!(lines.contains(&PEOPLE[YOLANDE].to_owned()), "one who can be reached has the same line: {lines:?}");
    assert!(lines.contains(&format!("{} {TASK}", PEOPLE[WILFRID])), "{lines:?}");
    yolande.follow(HIS_NAME.to_owned()).await;
    yolande.select("member-purpose", "contact-purpose-news").await;
    yolande.press("member-ask").await;
    yolande.reads("member-nothing").await;
}

/// Check 6, its beginning: two people who offered, until three months later.
async fn chooses_a_pair(telesphore: &Person, pair: [&Person; 2]) {
    telesphore.turn_to("tab-me").await;
    telesphore.follow("pair-title").await;
    for welcomer in pair {
        telesphore.choose(welcomer.name.clone()).await;
    }
    telesphore.press("pair-take").await;
    telesphore.reads("done-pair").await;
    telesphore.reads(Message::new("pair-until").with("at", NaiveDate::from_ymd_opt(2027, 4, 12).unwrap())).await;
    telesphore.reads("pair-nothing-kept").await;
    let [yolande, _] = pair;
    yolande.turn_to("tab-me").await;
    yolande.follow("pair-title").await;
    yolande.reads("pair-welcomed").await;
    yolande.reads(HIS_NAME.to_owned()).await;
}

/// Check 9: the notebook of the task, which says who has the code and never the code.
async fn reads_the_note(telesphore: &Person) {
    telesphore.turn_to("tab-group").await;
    telesphore.follow("powers-title").await;
    telesphore.follow(TASK.to_owned()).await;
    telesphore.reads(NOTE.to_owned()).await;
}

/// Three people who may help him come back say yes.
async fn chooses_a_circle(telesphore: &Person, circle: [&Person; 3]) {
    telesphore.turn_to("tab-me").await;
    telesphore.follow("me-circle-go").await;
    for other in circle {
        telesphore.select("circle-who", other.name.clone()).await;
        telesphore.press("circle-ask").await;
        telesphore.reads("done-circle-asked").await;
    }
    telesphore.reads(Message::new("circle-not-enough").with("min", 3_u32)).await;
    for other in circle {
        other.turn_to("tab-today").await;
        other.follow("today-circle-do").await;
        other.press(format!("{} {HIS_NAME}", other.say(&"circle-accept".into()))).await;
        other.reads("done-circle-yes").await;
    }
    telesphore.turn_to("tab-me").await;
    telesphore.follow("me-circle-go").await;
    telesphore.reads("circle-enough").await;
}

/// Returns one code of the card.
async fn makes_a_card(telesphore: &Person) -> String {
    telesphore.turn_to("tab-me").await;
    telesphore.follow("me-card-go").await;
    telesphore.fill("me-present", HIS_PASSPHRASE).await;
    telesphore.press("my-card-make").await;
    telesphore.does_not_read(HIS_NAME.to_owned()).await;
    let codes = telesphore.texts("article ol li").await;
    assert_eq!(codes.len(), 10);
    codes[0].clone()
}

/// Check 4: he votes in the first vote that opens after he came, and counts among 35.
async fn votes(telesphore: &Person, start: &Start) {
    telesphore.visit(&start.proposal).await;
    telesphore.open("rule-title").await;
    telesphore.reads(Message::new("rule-quorum-of-roll").with("quorum", 12_u32).with("roll", 35_u32)).await;
    telesphore.choose("choice-yes").await;
    telesphore.press("vote-send").await;
    telesphore.reads("vote-sent").await;
    telesphore.reads(Message::new("vote-received").with("count", 1_u32)).await;
    telesphore.reads(Message::new("vote-missing").with("count", 11_u32)).await;
}

/// Check 8: a sheet signed on the spot makes a member, and the register says who wrote it down.
async fn writes_a_sheet_down(yolande: &Person, start: &Start) {
    yolande.turn_to("tab-group").await;
    yolande.follow("paper-title").await;
    yolande.follow("sheet-link").await;
    yolande.reads("sheet-sign-text").await;
    yolande.visit(&format!("{}/group/paper", start.home)).await;
    is_asked_only(yolande, &["paper-name", "paper-signed", "me-present"]).await;
    yolande.fill("paper-name", ON_PAPER).await;
    yolande.fill("me-present", &start.passphrases[YOLANDE]).await;
    yolande.press_expecting("paper-enter-do", 422).await;
    yolande.reads("paper-needs-signature").await;
    yolande.choose("paper-signed").await;
    yolande.fill("me-present", &start.passphrases[YOLANDE]).await;
    yolande.press("paper-enter-do").await;
    yolande.reads("done-paper").await;
    yolande.visit(&format!("{}/group/members", start.home)).await;
    yolande.reads(ON_PAPER.to_owned()).await;
    yolande.follow_near("footer-register", "footer-charter").await;
    yolande.reads(Message::new("entry-joined-on-paper").with("to", ON_PAPER).with("who", PEOPLE[YOLANDE])).await;
}

/// Check 6, its end: on the day, without anybody doing or being asked anything.
async fn the_pair_ends(scene: &mut Scene, telesphore: &Person, yolande: &Person, start: &Start) {
    let pairs = format!("{}/me/welcome", start.home);
    go_to(scene, "2027-04-11T15:00:00Z");
    start.he_enters(telesphore, HIS_PASSPHRASE).await;
    telesphore.visit(&pairs).await;
    telesphore.reads("pair-now").await;

    go_to(scene, "2027-04-12T22:00:00Z");
    start.he_enters(telesphore, HIS_PASSPHRASE).await;
    telesphore.reads("today-nothing").await;
    telesphore.visit(&pairs).await;
    telesphore.does_not_read("pair-now").await;
    start.enters_again(yolande, YOLANDE).await;
    yolande.reads("today-nothing").await;
    yolande.visit(&pairs).await;
    yolande.does_not_read("pair-welcomed").await;
}

/// Check 7: his card is lost and the passphrase forgotten. Returns the four words that he says aloud.
async fn asks_to_come_back(telesphore: &Person, start: &Start) -> String {
    telesphore.visit(&format!("{}/door", start.home)).await;
    telesphore.follow("door-lost").await;
    telesphore.fill("name-mine", HIS_NAME).await;
    telesphore.press("lost-ask").await;
    telesphore.reads("back-asked").await;
    let words = telesphore.texts("ol.words li").await;
    assert_eq!(words.len(), 4);
    words.join(" ")
}

async fn vouches(voucher: &Person, words: &str, heard: &'static str, passphrase: &str) {
    voucher.follow("today-recovery-do").await;
    voucher.choose(heard).await;
    voucher.fill("recovery-words", words).await;
    voucher.fill("me-present", passphrase).await;
    voucher.press("recovery-vouch").await;
    voucher.reads("done-vouched").await;
    voucher.reads("recovery-yours").await;
}

/// 72 hours from the second vouch, and not one less.
async fn waits_three_days(scene: &mut Scene, telesphore: &Person, start: &Start) {
    let waiting = format!("{}/door/lost/waiting", start.home);
    telesphore.visit(&waiting).await;
    telesphore.reads("back-waits-why").await;
    scene.program.advance(Duration::hours(71));
    telesphore.visit(&waiting).await;
    telesphore.reads("back-waits-why").await;
    scene.program.advance(Duration::hours(2));
    telesphore.visit(&waiting).await;
    telesphore.reads("back-ready").await;
    telesphore.press("door-enter").await;
    assert_eq!(telesphore.path().await, start.home);
}

/// Check 7, its end: both names, for him alone.
async fn reads_who_vouched(telesphore: &Person, start: &Start) {
    telesphore.visit(&format!("{}/me/devices", start.home)).await;
    telesphore.reads("devices-vouchers").await;
    telesphore.reads(format!("{}, {}", PEOPLE[YOLANDE], telesphore.say(&"recovery-by-voice".into()))).await;
    telesphore.reads(format!("{}, {}", PEOPLE[WILFRID], telesphore.say(&"recovery-face".into()))).await;
    telesphore.visit(&format!("{}/me/data", start.home)).await;
    let vouched = telesphore.texts("section[aria-labelledby='data-vouched_for_me']").await.join(" ");
    assert!(vouched.contains(PEOPLE[YOLANDE]) && vouched.contains(PEOPLE[WILFRID]), "7: {vouched}");
}

/// The card that was lost opens nothing any more, whoever found it.
async fn the_lost_card_opens_nothing(scene: &Scene, card: &str, start: &Start) {
    let finder = scene.somebody("somebody").await;
    finder.visit(&format!("{}/door", start.home)).await;
    finder.fill("card-words", card).await;
    finder.press_expecting("card-read", 422).await;
    finder.reads("door-card-unknown").await;
    finder.close().await;
}
