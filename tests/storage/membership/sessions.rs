//! Being signed in, on a shared computer and on one's own device (ruling 12).

use chrono::Duration;
use commons::db::Tx;
use membership::commands::session::{self, SignedIn};
use parpour_tests::{Group, on_each_database};

async fn signed_in(group: &Group<'_>, who: usize, own_device: bool) -> String {
    let member = group.members[who];
    group.write(async |tx: &Tx<'_>| Ok(session::open(tx, member, own_device).await?)).await.unwrap()
}

async fn who(group: &Group<'_>, token: &str) -> Option<SignedIn> {
    session::who(&group.world.db, group.id, token).await.unwrap()
}

on_each_database!(on_a_shared_computer_it_ends_after_fifteen_quiet_minutes, |world| {
    let group = world.a_group().found().await;
    let token = signed_in(&group, 0, false).await;
    assert_eq!(who(&group, &token).await.unwrap().member, group.members[0]);
    world.clock.advance(Duration::minutes(15) - Duration::microseconds(1));
    assert!(who(&group, &token).await.is_some(), "and this page begins the fifteen minutes anew");
    world.clock.advance(Duration::minutes(15) - Duration::microseconds(1));
    assert!(who(&group, &token).await.is_some());
    world.clock.advance(Duration::minutes(15));
    assert!(who(&group, &token).await.is_none());
    world.clock.advance(-Duration::minutes(15));
});

on_each_database!(on_a_shared_computer_it_ends_after_eight_hours_whatever_one_does, |world| {
    let group = world.a_group().found().await;
    let token = signed_in(&group, 0, false).await;
    for _ in 0..47 {
        world.clock.advance(Duration::minutes(10));
        assert!(who(&group, &token).await.is_some());
    }
    world.clock.advance(Duration::minutes(10) - Duration::microseconds(1));
    assert!(who(&group, &token).await.is_some());
    world.clock.advance(Duration::microseconds(1));
    assert!(who(&group, &token).await.is_none());
});

on_each_database!(on_ones_own_device_it_ends_after_thirty_quiet_days_and_ninety_in_all, |world| {
    let group = world.a_group().found().await;
    let (quiet, busy) = (signed_in(&group, 0, true).await, signed_in(&group, 0, true).await);
    for day in 1..90 {
        world.clock.advance(Duration::days(1));
        assert!(who(&group, &busy).await.is_some(), "day {day}");
        if day == 30 {
            assert!(who(&group, &quiet).await.is_none());
        }
    }
    world.clock.advance(Duration::days(1));
    assert!(who(&group, &busy).await.is_none());
});

on_each_database!(reading_pages_does_not_write_each_time, |world| {
    let group = world.a_group().found().await;
    let token = signed_in(&group, 0, false).await;
    let raw = world.raw().await;
    let idle = async || raw.texts("SELECT CAST(idle_until AS text) FROM session").await;
    let before = idle().await;
    world.clock.advance(Duration::seconds(59));
    who(&group, &token).await.unwrap();
    assert_eq!(idle().await, before);
    world.clock.advance(Duration::seconds(1));
    who(&group, &token).await.unwrap();
    assert_ne!(idle().await, before);
    raw.close().await;
});

on_each_database!(signing_out_ends_it_at_once_and_twice_is_fine, |world| {
    let group = world.a_group().found().await;
    let (token, other) = (signed_in(&group, 0, false).await, signed_in(&group, 0, true).await);
    for _ in 0..2 {
        group.write(async |tx: &Tx<'_>| session::close(tx, &token).await).await.unwrap();
        assert!(who(&group, &token).await.is_none());
    }
    assert!(who(&group, &other).await.is_some());
    session::close_anywhere(&world.db, &other).await.unwrap();
    assert!(who(&group, &other).await.is_none());
    session::close_anywhere(&world.db, "never was").await.unwrap();
});

on_each_database!(a_session_opens_one_group_only, |world| {
    let (group, other) = (world.a_group().found().await, world.a_group().found().await);
    let token = signed_in(&group, 0, true).await;
    assert!(who(&other, &token).await.is_none());
    for wrong in ["", "x", &token.to_uppercase(), &token[..63]] {
        assert!(who(&group, wrong).await.is_none());
    }
});

on_each_database!(ended_sessions_are_forgotten_and_open_ones_are_not, |world| {
    let group = world.a_group().found().await;
    let (_, own) = (signed_in(&group, 0, false).await, signed_in(&group, 1, true).await);
    world.clock.advance(Duration::minutes(15));
    let forget = async || group.write(async |tx: &Tx<'_>| Ok(session::forget_ended(tx).await?)).await.unwrap();
    assert_eq!(forget().await, 0, "a form sent too late still finds whose it is");
    world.clock.advance(session::KNOWN);
    assert_eq!((forget().await, forget().await), (1, 0));
    assert!(who(&group, &own).await.is_some());
});
