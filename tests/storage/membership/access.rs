//! Changing one's own ways in, and whether to be written to.

use super::{problems, refused};
use commons::db::Tx;
use membership::commands::change_access::{change_email, change_passphrase, stop_news, want_news};
use membership::commands::session;
use membership::commands::sign_in::{AtTheDoor, sign_in};
use membership::mail::stop_token;
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::me::{address_of, me};
use parpour_tests::{Group, on_each_database};

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
    let change = async |present: &str, new: &str| change_passphrase(db, group.id, by, &here, present, new).await;
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
    let (db, by, present) = (&world.db, group.members[0], group.passphrase(0));
    let change = async |email: &str| change_email(db, group.id, by, &present, email).await;
    assert_eq!(problems(change("nulle part").await), ["email: email-unreadable"]);
    assert_eq!(problems(change(&group.email(1).to_uppercase()).await), ["email: email-taken"]);
    assert_eq!(problems(change_email(db, group.id, by, "faux", "a@exemple.org").await), ["present: passphrase-wrong"]);
    change("Autre@exemple.org").await.unwrap();
    assert_eq!(me(&group.read(), by).await.unwrap().email.as_deref(), Some("Autre@exemple.org"));
    change("autre@exemple.org").await.unwrap();
    change("").await.unwrap();
    assert_eq!(me(&group.read(), by).await.unwrap().email, None);
    change_email(db, group.id, group.members[1], &group.passphrase(1), "autre@exemple.org").await.unwrap();
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
