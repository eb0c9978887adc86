//! Signing in with a mailed link: once, in half an hour, in the browser that asked (ruling 13).

use super::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::outbox::{Sent, To, deliver_due};
use commons::refusal::{Arg, No};
use membership::commands::mail_link::{self, GOOD_FOR, Opened};
use membership::commands::session;
use membership::queries::me::address_of;
use parpour_tests::{Group, Post, in_parallel, on_each_database};

const HERE: &str = "the secret of this browser";
const ELSEWHERE: &str = "the secret of another";

async fn ask(group: &Group<'_>, email: &str) {
    ask_from(group, email, HERE).await;
}

async fn ask_from(group: &Group<'_>, email: &str, browser: &str) {
    group.write(async |tx: &Tx<'_>| mail_link::ask(tx, email, browser, false).await).await.unwrap();
}

/// The link and the code of the last letter that has somebody to go to.
async fn mailed(group: &Group<'_>) -> Option<(String, String)> {
    let post = Post::answering(Sent::Done);
    deliver_due(&group.world.db, &post).await.unwrap();
    let letter = post.taken().pop()?.letter;
    let To::Member(member) = letter.to else { panic!("{:?}", letter.to) };
    address_of(&group.read(), member).await.unwrap()?;
    let text = |name: &str| match letter.args.iter().find(|(known, _)| known == name) {
        Some((_, Arg::Text(text))) => text.clone(),
        other => panic!("{name}: {other:?}"),
    };
    Some((text("token"), text("code")))
}

async fn asked_and_mailed(group: &Group<'_>) -> (String, String) {
    ask(group, &group.email(0)).await;
    mailed(group).await.unwrap()
}

async fn look(group: &Group<'_>, link: &str, browser: &str) -> Opened {
    mail_link::look(&group.read(), link, browser).await.unwrap()
}

async fn enter(group: &Group<'_>, link: &str, browser: &str) -> Result<String, No> {
    group.write(async |tx: &Tx<'_>| mail_link::enter(tx, link, browser, &format!("{browser}/nonce")).await).await
}

async fn enter_code(group: &Group<'_>, browser: &str, code: &str) -> Result<String, No> {
    group
        .write(async |tx: &Tx<'_>| mail_link::enter_code(tx, browser, code, &format!("{browser}/nonce")).await)
        .await
        .and_then(|inner| inner)
}

on_each_database!(a_link_signs_in_once, |world| {
    let group = world.a_group().found().await;
    let (link, _) = asked_and_mailed(&group).await;
    for _ in 0..3 {
        assert_eq!(look(&group, &link, HERE).await, Opened::Here, "a scanner that follows the link changes nothing");
    }
    let token = enter(&group, &link, HERE).await.unwrap();
    let who = session::who(&world.db, group.id, &token).await.unwrap().unwrap();
    assert_eq!((who.member, who.own_device), (group.members[0], false));
    assert_eq!(look(&group, &link, HERE).await, Opened::Gone);
    assert_eq!(refused(enter(&group, &link, HERE).await), "door-link-gone");
});

on_each_database!(of_fifty_that_use_a_link_at_once_one_comes_in, |world| {
    let group = world.a_group().found().await;
    let (link, _) = asked_and_mailed(&group).await;
    let came_in = in_parallel(50, |_| async { enter(&group, &link, HERE).await.is_ok() });
    assert_eq!(came_in.into_iter().filter(|came_in| *came_in).count(), 1);
});

on_each_database!(a_link_is_good_for_half_an_hour, |world| {
    let group = world.a_group().found().await;
    let (link, code) = asked_and_mailed(&group).await;
    world.clock.advance(GOOD_FOR - Duration::microseconds(1));
    assert_eq!(look(&group, &link, HERE).await, Opened::Here);
    world.clock.advance(Duration::microseconds(1));
    assert_eq!(look(&group, &link, HERE).await, Opened::Gone);
    assert_eq!(refused(enter(&group, &link, HERE).await), "door-link-gone");
    assert_eq!(problems(enter_code(&group, HERE, &code).await), ["code: door-code-wrong"]);
});

on_each_database!(in_another_browser_the_link_is_worth_nothing_and_the_code_is_typed_where_it_was_asked, |world| {
    let group = world.a_group().found().await;
    let (link, code) = asked_and_mailed(&group).await;
    assert_eq!(look(&group, &link, ELSEWHERE).await, Opened::Elsewhere);
    assert_eq!(refused(enter(&group, &link, ELSEWHERE).await), "door-link-gone");
    assert_eq!(problems(enter_code(&group, ELSEWHERE, &code).await), ["code: door-code-wrong"]);
    let (first, second) = code.split_at(4);
    enter_code(&group, HERE, &format!(" {first} {second}")).await.unwrap();
    assert_eq!(problems(enter_code(&group, HERE, &code).await), ["code: door-code-wrong"], "it worked once");
});

on_each_database!(a_code_is_tried_five_times, |world| {
    let group = world.a_group().found().await;
    let wrong = |code: &str| format!("{:08}", (code.parse::<u32>().unwrap() + 1) % 100_000_000);
    let (_, code) = asked_and_mailed(&group).await;
    for _ in 0..4 {
        assert_eq!(problems(enter_code(&group, HERE, &wrong(&code)).await), ["code: door-code-wrong"]);
    }
    enter_code(&group, HERE, &code).await.unwrap();
    let (link, code) = asked_and_mailed(&group).await;
    for _ in 0..5 {
        assert!(enter_code(&group, HERE, &wrong(&code)).await.is_err());
    }
    assert_eq!(
        problems(enter_code(&group, HERE, &code).await),
        ["code: door-code-wrong"],
        "the sixth try is not looked at"
    );
    enter(&group, &link, HERE).await.unwrap();
});

on_each_database!(fifty_guesses_at_once_are_five_tries, |world| {
    let group = world.a_group().found().await;
    let (_, code) = asked_and_mailed(&group).await;
    let code: u32 = code.parse().unwrap();
    let _ = in_parallel(50, |guess| {
        let (group, guess) = (&group, (code + 1 + u32::try_from(guess).unwrap()) % 100_000_000);
        async move { assert!(enter_code(group, HERE, &format!("{guess:08}")).await.is_err()) }
    });
    let raw = world.raw().await;
    assert_eq!(raw.texts("SELECT CAST(tries AS text) FROM sign_in_link").await, ["5"]);
    raw.close().await;
    assert!(enter_code(&group, HERE, &format!("{code:08}")).await.is_err());
});

on_each_database!(an_address_that_is_not_here_gets_the_same_answer_and_no_letter, |world| {
    let group = world.a_group().found().await;
    for unknown in ["personne@exemple.org", "", "x", "' OR 1=1 --", "PERSONNE0@exemple.com"] {
        ask(&group, unknown).await;
        assert_eq!(mailed(&group).await, None, "{unknown}");
    }
    ask(&group, &format!("  {} ", group.email(0).to_uppercase())).await;
    assert!(mailed(&group).await.is_some(), "capitals and spaces make no other address");
});

/// What is written for one request: the rows of every table, and what a row of each kind holds.
async fn written(group: &Group<'_>, email: &str) -> Vec<String> {
    let raw = group.world.raw().await;
    let tables = raw.tables().await;
    let mut before = Vec::new();
    for table in &tables {
        before.push(raw.rows(table).await);
    }
    let start = std::time::Instant::now();
    ask(group, email).await;
    println!("{email}: {:?}", start.elapsed());
    let mut written = Vec::new();
    for (table, before) in tables.iter().zip(before) {
        written.push(format!("{table} {}", raw.rows(table).await - before));
    }
    written.extend(raw.texts("SELECT CAST(length(letter) AS text) FROM outbox").await);
    let link = "SELECT CAST(length(token) + length(code) + length(browser) AS text) FROM sign_in_link";
    written.extend(raw.texts(link).await);
    raw.close().await;
    deliver_due(&group.world.db, &Post::answering(Sent::Done)).await.unwrap();
    group.world.clock.advance(GOOD_FOR);
    group.write(async |tx: &Tx<'_>| Ok(mail_link::forget_expired(tx).await?)).await.unwrap();
    written
}

on_each_database!(the_same_is_written_for_an_address_that_nobody_has, |world| {
    let group = world.a_group().found().await;
    let known = written(&group, &group.email(0)).await;
    assert!(known.contains(&"sign_in_link 1".to_owned()) && known.contains(&"outbox 1".to_owned()), "{known:?}");
    assert_eq!(written(&group, "personne@exemple.org").await, known);
});

on_each_database!(somebody_who_asks_in_her_name_takes_nothing_from_her, |world| {
    let group = world.a_group().found().await;
    let (link, _) = asked_and_mailed(&group).await;
    ask_from(&group, &group.email(0), ELSEWHERE).await;
    assert_eq!(look(&group, &link, HERE).await, Opened::Here);
    enter(&group, &link, HERE).await.unwrap();
});

on_each_database!(a_link_clicked_twice_lets_the_same_browser_in, |world| {
    let group = world.a_group().found().await;
    let (link, _) = asked_and_mailed(&group).await;
    enter(&group, &link, HERE).await.unwrap();
    assert_eq!(refused(enter(&group, &link, HERE).await), "door-link-gone");
    let again =
        async |browser: &str| session::enter_again(&world.db, group.id, &format!("{browser}/nonce")).await.unwrap();
    assert_eq!(again(ELSEWHERE).await, None);
    let token = again(HERE).await.unwrap();
    assert_eq!(session::who(&world.db, group.id, &token).await.unwrap().unwrap().member, group.members[0]);
});

on_each_database!(a_new_request_replaces_the_one_before, |world| {
    let group = world.a_group().found().await;
    let (first, code) = asked_and_mailed(&group).await;
    let (second, _) = asked_and_mailed(&group).await;
    assert_eq!(look(&group, &first, HERE).await, Opened::Gone);
    assert!(enter_code(&group, HERE, &code).await.is_err());
    enter(&group, &second, HERE).await.unwrap();
});

on_each_database!(the_same_address_in_two_groups_opens_each_by_its_own_link, |world| {
    let (group, other) = (world.a_group().found().await, world.a_group().found().await);
    let (link, code) = asked_and_mailed(&group).await;
    assert_eq!(look(&other, &link, HERE).await, Opened::Gone);
    assert!(enter(&other, &link, HERE).await.is_err());
    assert!(enter_code(&other, HERE, &code).await.is_err());
    enter(&group, &link, HERE).await.unwrap();
});

on_each_database!(links_that_are_too_old_are_forgotten, |world| {
    let group = world.a_group().found().await;
    asked_and_mailed(&group).await;
    let forget = async || group.write(async |tx: &Tx<'_>| Ok(mail_link::forget_expired(tx).await?)).await.unwrap();
    assert_eq!(forget().await, 0);
    world.clock.advance(GOOD_FOR);
    assert_eq!(forget().await, 1);
});
