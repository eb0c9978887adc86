//! Changing one's own ways in, and whether to be written to.

use super::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::outbox::{Sent, To, deliver_due};
use membership::commands::change_access::{
    change_email, change_passphrase, check_email, check_passphrase, stop_news, want_news,
};
use membership::commands::sign_in::{AtTheDoor, sign_in};
use membership::commands::{mail_link, session};
use membership::mail::{ADDRESS_CHANGED, stop_token};
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::me::{address_of, me};
use parpour_tests::{Group, Post, on_each_database};

const NEW: &str = "la rivière coule sous le pont";

async fn session_of(group: &Group<'_>, who: usize) -> String {
    let member = group.members[who];
    group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, true).await?)).await.unwrap()
}

async fn is_open(group: &Group<'_>, token: &str) -> bool {
    session::who(&group.world.db, group.id, token).await.unwrap().is_some()
}

on_each_database!(a_new_passphrase_replaces_the_old_and_ends_her_other_sessions, |world| {
    let group = world.a_group().found().await;
    let (here, there, hers) = (session_of(&group, 0).await, session_of(&group, 0).await, session_of(&group, 1).await);
    let (db, by) = (&world.db, group.members[0]);
    let change = async |present: &str, new: &str| {
        let checked = check_passphrase(db, group.id, by, present, new).await?;
        let change = async |tx: &Tx<'_>, permit| change_passphrase(tx, permit, checked, &here).await;
        group.act(0, change).await
    };
    assert_eq!(problems(change("faux", NEW).await), ["present: passphrase-wrong"]);
    assert_eq!(problems(change(&group.passphrase(0), "court").await), ["new: passphrase-short"]);
    assert_eq!(problems(change(&group.passphrase(0), "").await), ["new: passphrase-missing"]);
    assert!(is_open(&group, &there).await, "a refused change ends nothing");
    change(&group.passphrase(0), NEW).await.unwrap();
    assert!(is_open(&group, &here).await);
    assert!(!is_open(&group, &there).await);
    assert!(is_open(&group, &hers).await, "somebody else's session goes on");
    let knock =
        |passphrase: &str| AtTheDoor { name: group.name(0), passphrase: passphrase.to_owned(), own_device: false };
    assert_eq!(problems(sign_in(db, group.id, knock(&group.passphrase(0))).await), ["passphrase: door-wrong"]);
    sign_in(db, group.id, knock(NEW)).await.unwrap();
});

on_each_database!(an_address_is_set_changed_and_taken_away, |world| {
    let group = world.a_group().found().await;
    let by = group.members[0];
    let write = async |who: usize, present: &str, email: &str| {
        let here = session_of(&group, who).await;
        let checked = check_email(&world.db, group.id, group.members[who], present, email).await?;
        group.act(who, async |tx: &Tx<'_>, permit| change_email(tx, permit, checked, &here).await).await
    };
    let change = async |email: &str| write(0, &group.passphrase(0), email).await;
    assert_eq!(problems(change("nulle part").await), ["email: email-unreadable"]);
    assert_eq!(problems(change(&group.email(1).to_uppercase()).await), ["email: email-taken"]);
    assert_eq!(problems(write(0, "faux", "a@exemple.org").await), ["present: passphrase-wrong"]);
    change("Autre@exemple.org").await.unwrap();
    assert_eq!(me(&group.read(), by).await.unwrap().email.as_deref(), Some("Autre@exemple.org"));
    change("autre@exemple.org").await.unwrap();
    change("").await.unwrap();
    assert_eq!(me(&group.read(), by).await.unwrap().email, None);
    write(1, &group.passphrase(1), "autre@exemple.org").await.unwrap();
});

on_each_database!(whoever_changes_the_address_is_seen_at_the_one_before_and_alone_stays_in, |world| {
    let group = world.a_group().found().await;
    let (here, there) = (session_of(&group, 0).await, session_of(&group, 0).await);
    let ask = async |tx: &Tx<'_>| mail_link::ask(tx, &group.email(0), "browser", false).await;
    group.write(ask).await.unwrap();
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    let present = group.passphrase(0);
    let checked = check_email(&world.db, group.id, group.members[0], &present, "neuve@exemple.org").await.unwrap();
    group.act(0, async |tx: &Tx<'_>, permit| change_email(tx, permit, checked, &here).await).await.unwrap();
    assert!(is_open(&group, &here).await && !is_open(&group, &there).await);
    let raw = world.raw().await;
    assert_eq!(raw.rows("sign_in_link").await, 0, "the link in the mailbox before opens nothing");
    raw.close().await;
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    let letter = post.taken().pop().unwrap().letter;
    assert_eq!((letter.to, letter.kind.as_str()), (To::Address(group.email(0)), ADDRESS_CHANGED));
});

on_each_database!(a_new_passphrase_ends_the_links_in_her_mail, |world| {
    let group = world.a_group().found().await;
    let here = session_of(&group, 0).await;
    let ask = async |tx: &Tx<'_>| mail_link::ask(tx, &group.email(0), "browser", false).await;
    group.write(ask).await.unwrap();
    let checked = check_passphrase(&world.db, group.id, group.members[0], &group.passphrase(0), NEW).await.unwrap();
    group.act(0, async |tx: &Tx<'_>, permit| change_passphrase(tx, permit, checked, &here).await).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.rows("sign_in_link").await, 0);
    raw.close().await;
});

on_each_database!(a_session_goes_on_under_another_token, |world| {
    let group = world.a_group().found().await;
    let before = session_of(&group, 0).await;
    let ends = session::who(&world.db, group.id, &before).await.unwrap().unwrap().ends_at;
    let next = session::renew(&world.db, group.id, &before).await.unwrap().unwrap();
    let twice = session::renew(&world.db, group.id, &before).await.unwrap();
    assert!(twice.is_some(), "a second click with the token before is not turned away");
    world.clock.advance(Duration::seconds(10));
    assert!(!is_open(&group, &before).await, "whoever had copied it is out");
    let now = session::who(&world.db, group.id, &next).await.unwrap().unwrap();
    assert_eq!((now.member, now.own_device, now.ends_at), (group.members[0], true, ends));
    assert_eq!(session::renew(&world.db, group.id, &before).await.unwrap(), None);
});

on_each_database!(news_is_asked_for_and_stopped_by_a_link_that_does_nothing_else, |world| {
    let group = world.a_group().found().await;
    let by = group.members[0];
    assert!(!me(&group.read(), by).await.unwrap().wants_news, "nobody is written to unasked");
    group.act(0, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await).await.unwrap();
    assert_eq!(address_of(&group.read(), by).await.unwrap(), Some((group.email(0), true)));
    let stop = async |token: &str| group.write(async |tx: &Tx<'_>| stop_news(tx, by, token).await).await;
    let right = stop_token(world.db.keyring(), group.id, by);
    for wrong in ["", "0", &right[1..], &stop_token(world.db.keyring(), group.id, group.members[1])] {
        assert_eq!(refused(stop(wrong).await), "error-not-found");
    }
    assert!(me(&group.read(), by).await.unwrap().wants_news);
    stop(&right).await.unwrap();
    stop(&right).await.unwrap();
    assert!(!me(&group.read(), by).await.unwrap().wants_news);
});
