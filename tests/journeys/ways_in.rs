//! Coming in: by mail, by what one keeps in one's head, and what a shared computer forgets.

use crate::{USUAL, enter, setting, tell_of_a_group};
use chrono::Duration;
use parpour_tests::Kind::Postgres;
use parpour_tests::browser::Language::English;
use parpour_tests::browser::Screen::Desk;
use parpour_tests::browser::{Person, Scene, until};
use parpour_tests::{World, is_required};

/// Where the group is, and how its founders come in.
struct Group {
    home: String,
    name: String,
    passphrase: String,
    email: String,
}

async fn a_group(world: &World) -> Group {
    let group = world.a_group().found().await;
    Group {
        home: format!("/g/{}", group.slug),
        name: group.name(0),
        passphrase: group.passphrase(0),
        email: group.email(0),
    }
}

#[test]
fn by_a_link_that_lands_as_a_file() {
    tell_of_a_group("a mail link", USUAL, &[], a_group, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        ask_for_link(&solange, &group).await;
        let mail = until("a mail", async || scene.program.mails().pop().filter(|mail| mail.contains("/enter/"))).await;
        by_link(scene, &solange, &group, &link_in(&mail)).await;
        // The link served once.
        let other = scene.somebody("somebody else").await;
        other.visit_expecting(&link_in(&mail), 410).await;
        other.close().await;
        solange.close().await;
    });
}

#[test]
fn by_a_link_sent_by_a_mail_server() {
    let (Ok(server), Ok(folder)) = (std::env::var("PARPOUR_TEST_SMTP"), std::env::var("PARPOUR_TEST_SMTP_DIR")) else {
        assert!(!is_required("smtp"), "no mail server, and PARPOUR_TEST_REQUIRE asks for one");
        eprintln!("LEFT OUT: a link sent by a mail server, because PARPOUR_TEST_SMTP is not set (cargo xtask with …)");
        return;
    };
    let server = format!("smtp://{server}");
    let flags = ["--smtp", &server, "--sender", "Nouvelles <nouvelles@exemple.org>"];
    let setting = setting(Postgres, Desk, English);
    tell_of_a_group("a mail link by SMTP", setting, &flags, a_group, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        ask_for_link(&solange, &group).await;
        let site = scene.program.address.clone();
        let mail = until("a mail", async || received(&folder, &site)).await;
        assert!(mail.contains("To: personne0@exemple.org"), "{mail}");
        assert!(!mail.contains(&group.name) && !mail.contains("Tasse"), "a mail tells who or what: {mail}");
        by_code(scene, &solange, &group, &mail).await;
        solange.close().await;
    });
}

#[test]
fn a_shared_computer_forgets_and_one_of_ones_own_does_not() {
    tell_of_a_group("a shared computer", USUAL, &[], a_group, async |scene: &mut Scene, group: Group| {
        let solange = scene.somebody("Solange").await;
        enter(&solange, &group.home, &group.name, &group.passphrase).await;
        solange.visit(&format!("{}/me", group.home)).await;
        solange.reads("me-session-shared").await;
        // The window closes, without a word of goodbye; the next person opens it again.
        solange.close().await;
        let next = scene.somebody("Solange").await;
        next.visit(&group.home).await;
        next.reads("door-lead").await;

        enter(&next, &group.home, &group.name, &group.passphrase).await;
        scene.program.advance(Duration::minutes(14));
        next.visit(&group.home).await;
        next.does_not_read("door-lead").await;
        scene.program.advance(Duration::minutes(16));
        next.visit(&group.home).await;
        next.reads("door-lead").await;

        next.fill("name-mine", &group.name).await;
        next.fill("passphrase-mine", &group.passphrase).await;
        next.choose_near("own-device", "door-by-passphrase").await;
        next.press("door-enter").await;
        next.close().await;
        let again = scene.somebody("Solange").await;
        scene.program.advance(Duration::days(3));
        again.visit(&group.home).await;
        again.does_not_read("door-lead").await;
        again.close().await;
    });
}

async fn ask_for_link(solange: &Person, group: &Group) {
    solange.visit(&format!("{}/door", group.home)).await;
    solange.fill("email-mine", &group.email).await;
    solange.press("door-ask-link").await;
    solange.reads("code-lead").await;
}

async fn by_link(scene: &Scene, solange: &Person, group: &Group, link: &str) {
    // Somebody who opens the link elsewhere, or a mail program that looks at it, changes nothing.
    let elsewhere = scene.somebody("a mail program").await;
    elsewhere.visit(link).await;
    elsewhere.reads("link-elsewhere").await;
    elsewhere.close().await;
    solange.visit(link).await;
    solange.press("door-enter").await;
    assert_eq!(solange.path().await, group.home);
}

async fn by_code(scene: &Scene, solange: &Person, group: &Group, mail: &str) {
    let phone = scene.somebody("her phone").await;
    phone.visit(&link_in(mail)).await;
    phone.reads("link-elsewhere-code").await;
    phone.close().await;
    solange.fill("code-mine", "0000 0000").await;
    solange.press_expecting("door-enter", 422).await;
    solange.reads("door-code-wrong").await;
    solange.fill("code-mine", &code_in(mail)).await;
    solange.press("door-enter").await;
    assert_eq!(solange.path().await, group.home);
}

/// The whole text of a mail whose lines may be folded.
fn unfolded(mail: &str) -> String {
    mail.replace("\r\n", "\n").replace("=\n", "").replace("=3D", "=")
}

fn link_in(mail: &str) -> String {
    let mail = unfolded(mail);
    let from = mail.find("http://127.0.0.1").expect("a link in the mail");
    mail[from..].split_whitespace().next().unwrap().trim_end_matches(['>', '"']).to_owned()
}

/// Eight digits, in two groups of four.
fn code_in(mail: &str) -> String {
    let mail = unfolded(mail).replace("=C2=A0", " ").replace('\u{a0}', " ");
    let words: Vec<&str> = mail.split_whitespace().collect();
    let is_four = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let pair = words.windows(2).find(|pair| is_four(pair[0]) && is_four(pair[1])).expect("a code in the mail");
    pair.join(" ")
}

/// The message that leads to our program, among those that other tests received.
fn received(folder: &str, site: &str) -> Option<String> {
    let files = std::fs::read_dir(folder).ok()?.flatten();
    files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).find(|mail| unfolded(mail).contains(site))
}
