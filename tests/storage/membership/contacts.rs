//! Reaching each other: nothing is shown without a yes, and nothing is opened without being written down.

use crate::membership::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::refusal::No;
use membership::ContactId;
use membership::commands::contact;
use membership::commands::read_contact::{Protected, Reading, Way};
use membership::powers::{ChangeOwnAccess, Permit, ReadContact};
use membership::queries::contacts;
use membership::rules::contact::{ContactKind, Purpose};
use parpour_tests::{Group, on_each_database};

async fn adds(group: &Group<'_>, who: usize, value: &str, shown: bool) -> Result<ContactId, No> {
    let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        contact::add(tx, permit, ContactKind::Phone, value, shown).await
    };
    group.act(who, add).await
}

async fn asks(group: &Group<'_>, who: usize, about: usize, purpose: Purpose) -> Result<Vec<Way>, No> {
    let ask = async |tx: &Tx<'_>, permit: Permit<ReadContact>| {
        Protected::of(tx, group.members[about]).await?.open(tx, Reading::new(permit, purpose)).await
    };
    group.act(who, ask).await
}

on_each_database!(what_she_said_yes_to_is_shown_and_she_reads_who_asked, |world| {
    let group = world.a_group().found().await;
    let shown = adds(&group, 0, "819 555-0101", true).await.unwrap();
    adds(&group, 0, "819 555-0102", false).await.unwrap();
    let ways = asks(&group, 1, 0, Purpose::Bring).await.unwrap();
    assert_eq!(ways, [Way { kind: ContactKind::Phone, value: "819 555-0101".to_owned() }]);
    // Asked again for the same: written down once a day.
    asks(&group, 1, 0, Purpose::Bring).await.unwrap();
    asks(&group, 1, 0, Purpose::News).await.unwrap();
    let read = contacts::who_read(&group.read(), group.members[0]).await.unwrap();
    assert_eq!(read.len(), 2);
    assert!(read.iter().all(|read| read.reader == group.members[1]));
    let no = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| contact::show(tx, permit, shown, false).await;
    group.act(0, no).await.unwrap();
    assert_eq!(asks(&group, 1, 0, Purpose::Bring).await.unwrap(), [], "a no holds at once");
    assert_eq!(asks(&group, 1, 2, Purpose::Meet).await.unwrap(), [], "nothing there is answered alike");
    assert_eq!(contacts::who_read(&group.read(), group.members[2]).await.unwrap().len(), 1);
    let theirs = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| contact::remove(tx, permit, shown).await;
    assert!(matches!(group.act(1, theirs).await, Err(No::NotFound)), "hers alone");
});

on_each_database!(ten_people_a_day_and_no_more, |world| {
    let group = world.a_group().with_people(13).found().await;
    for about in 1..=10 {
        asks(&group, 0, about, Purpose::News).await.unwrap();
    }
    assert_eq!(refused(asks(&group, 0, 11, Purpose::News).await), "contact-enough-today");
    asks(&group, 0, 1, Purpose::Task).await.unwrap();
    assert_eq!(contacts::who_read(&group.read(), group.members[11]).await.unwrap(), [], "nothing was opened");
    world.clock.advance(Duration::days(1));
    asks(&group, 0, 11, Purpose::News).await.unwrap();
});

on_each_database!(what_is_written_is_checked, |world| {
    let group = world.a_group().found().await;
    assert_eq!(problems(adds(&group, 0, "  ", true).await), ["value: contact-missing"]);
    assert_eq!(problems(adds(&group, 0, &"9".repeat(301), true).await), ["value: too-long"]);
    for _ in 0..10 {
        adds(&group, 0, "1", true).await.unwrap();
    }
    assert_eq!(problems(adds(&group, 0, "1", true).await), ["value: contact-too-many"]);
    assert!(matches!(asks(&group, 0, 0, Purpose::News).await, Err(No::NotFound)));
});
