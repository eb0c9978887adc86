//! Printed codes to sign in with (rulings 13, 14), open sessions, and the days on which somebody came in.

use super::refused;
use chrono::Duration;
use commons::db::Tx;
use membership::commands::confirm::confirm;
use membership::commands::{devices, print_card, session};
use membership::powers::{ChangeOwnAccess, Permit};
use membership::queries::{devices as seen, my_card};
use parpour_tests::{Group, on_each_database};
use uuid::Uuid;

async fn prints(group: &Group<'_>, who: usize) -> Uuid {
    let confirmed = confirm(&group.world.db, group.id, group.members[who], &group.passphrase(who)).await.unwrap();
    group.act(who, async |tx: &Tx<'_>, permit| print_card::print_card(tx, permit, confirmed).await).await.unwrap()
}

async fn enters(group: &Group<'_>, words: &str) -> Option<String> {
    print_card::enter(&group.world.db, group.id, words, false, "").await.unwrap()
}

on_each_database!(each_code_of_a_card_opens_once, |world| {
    let group = world.a_group().found().await;
    let card = prints(&group, 0).await;
    let codes = my_card::shown(&group.read(), group.members[0], card).await.unwrap();
    assert_eq!(codes.len(), 10);
    assert!(codes.iter().all(|code| code.split(' ').count() == 4));
    assert_eq!(enters(&group, "un deux trois quatre").await, None);
    let token = enters(&group, &codes[4].to_uppercase().replace(' ', "  ")).await.unwrap();
    let who = session::who(&world.db, group.id, &token).await.unwrap().unwrap();
    assert_eq!(who.member, group.members[0]);
    assert_eq!(enters(&group, &codes[4]).await, None, "once");
    assert!(enters(&group, &codes[5]).await.is_some());
    assert_eq!(my_card::left(&group.read(), group.members[0]).await.unwrap(), 8);
});

on_each_database!(a_new_card_voids_the_one_before_and_only_hers, |world| {
    let group = world.a_group().found().await;
    let (card, other) = (prints(&group, 0).await, prints(&group, 1).await);
    let codes = my_card::shown(&group.read(), group.members[0], card).await.unwrap();
    let theirs = my_card::shown(&group.read(), group.members[1], other).await.unwrap();
    let new = prints(&group, 0).await;
    assert_eq!(enters(&group, &codes[0]).await, None);
    assert!(enters(&group, &theirs[0]).await.is_some());
    let gone = my_card::shown(&group.read(), group.members[0], card).await;
    assert_eq!(refused(gone), "my-card-gone");
    assert_eq!(refused(my_card::shown(&group.read(), group.members[1], new).await), "my-card-gone", "hers alone");
    world.clock.advance(Duration::minutes(15));
    assert_eq!(refused(my_card::shown(&group.read(), group.members[0], new).await), "my-card-gone");
});

on_each_database!(the_store_alone_opens_no_door, |world| {
    let group = world.a_group().found().await;
    let card = prints(&group, 0).await;
    let codes = my_card::shown(&group.read(), group.members[0], card).await.unwrap();
    let raw = world.raw().await;
    let hex = world.either("SELECT lower(hex(words)) FROM card_code", "SELECT encode(words, 'hex') FROM card_code");
    let stored = raw.texts(hex).await;
    raw.close().await;
    for code in &codes {
        let known = hex::encode(membership::commands::secret::fingerprint(code));
        assert!(stored.iter().all(|index| !known.starts_with(index) && index.len() == 32));
    }
});

on_each_database!(she_sees_her_sessions_and_closes_one, |world| {
    let group = world.a_group().found().await;
    let open = async |who: usize, own: bool| {
        let member = group.members[who];
        group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, own).await?)).await.unwrap()
    };
    let first = open(0, true).await;
    world.clock.advance(Duration::days(2));
    let (second, hers) = (open(0, false).await, open(1, true).await);
    let list = async |token: &str| seen::open(&group.read(), group.members[0], token).await.unwrap();
    let seen = list(&second).await;
    assert_eq!(
        seen.iter().map(|one| (one.own_device, one.is_this)).collect::<Vec<_>>(),
        [(false, true), (true, false)]
    );
    assert_eq!(seen[1].opened_at + Duration::days(2), seen[0].opened_at);
    let next = session::renew(&world.db, group.id, &second).await.unwrap().unwrap();
    assert_eq!(list(&next).await.len(), 2, "a token that was replaced is no device");
    let theirs = seen::open(&group.read(), group.members[1], &hers).await.unwrap().remove(0).id;
    let close = async |id: &str| {
        group
            .act(0, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| devices::close_one(tx, permit, id).await)
            .await
    };
    assert_eq!(refused(close(&theirs).await), "error-not-found");
    close(&seen[1].id).await.unwrap();
    assert!(session::who(&world.db, group.id, &first).await.unwrap().is_none());
    assert!(session::who(&world.db, group.id, &hers).await.unwrap().is_some());
    assert_eq!(refused(close(&seen[1].id).await), "error-not-found");
});

on_each_database!(days_of_coming_in_are_kept_thirty_days, |world| {
    let group = world.a_group().found().await;
    let open = async |own: bool| {
        let member = group.members[0];
        group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, own).await?)).await.unwrap()
    };
    for own in [false, false, true] {
        open(own).await;
    }
    world.clock.advance(Duration::days(1));
    open(false).await;
    let days = async || seen::days(&group.read(), group.members[0]).await.unwrap();
    let seen: Vec<_> = days().await.into_iter().map(|one| (one.day.to_string(), one.own_device, one.times)).collect();
    assert_eq!(seen[0], ("2027-01-12".to_owned(), false, 1));
    assert!(seen.contains(&("2027-01-11".to_owned(), false, 2)) && seen.contains(&("2027-01-11".to_owned(), true, 1)));
    world.clock.advance(Duration::days(30));
    group.write(async |tx: &Tx<'_>| Ok(devices::purge(tx).await?)).await.unwrap();
    assert_eq!(days().await.len(), 1);
    world.clock.advance(Duration::days(1));
    group.write(async |tx: &Tx<'_>| Ok(devices::purge(tx).await?)).await.unwrap();
    assert!(days().await.is_empty());
});
