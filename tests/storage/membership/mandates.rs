//! Powers: every member's, or a mandate's while it runs, and never anything else (`reliability D4`, ruling 26).

use super::refused;
use chrono::Duration;
use commons::clock::Clock;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::No;
use commons::register;
use membership::commands::write_welcome_page::write_welcome_page;
use membership::powers::{Invite, Permit, WriteWelcomePage, ask, has};
use membership::queries::{mandates, welcome};
use membership::rules::power::Ground;
use parpour_tests::{Group, World, in_parallel, on_each_database};

const POWER: &str = "write_welcome_page";

async fn a_group_with_a_mandate(world: &World) -> (Group<'_>, mandates::Mandate) {
    let group = world.a_group().with_people(5).quick().found().await;
    group.adopts(group.grant(2, &[POWER], 30)).await;
    let mandate = group.mandates().await.pop().unwrap();
    (group, mandate)
}

async fn writes(group: &Group<'_>, who: usize, words: &str) -> Result<(), No> {
    group
        .act(who, async |tx: &Tx<'_>, permit: Permit<WriteWelcomePage>| write_welcome_page(tx, permit, words).await)
        .await
}

on_each_database!(who_holds_the_mandate_may_and_the_register_says_so, |world| {
    let (group, mandate) = a_group_with_a_mandate(world).await;
    assert!(has::<WriteWelcomePage>(&group.read(), group.members[2]).await.unwrap());
    writes(&group, 2, "Bienvenue").await.unwrap();
    assert_eq!(welcome::words(&group.read()).await.unwrap().as_deref(), Some("Bienvenue"));
    let used = group.entries_about(mandate.id).await;
    assert_eq!(used.len(), 1);
    assert_eq!(
        (used[0].kind.as_str(), used[0].actors.clone()),
        (register::kinds::MANDATE_USED, vec![group.members[2]])
    );
    assert_eq!(used[0].body.as_ref().unwrap()["power"], POWER);
    writes(&group, 2, "").await.unwrap();
    assert_eq!(group.entries_about(mandate.id).await.len(), 2);
});

on_each_database!(nobody_else_may_not_even_who_founded, |world| {
    let (group, mandate) = a_group_with_a_mandate(world).await;
    let before = group.head().await;
    for who in [0, 1, 3, 4] {
        assert!(!has::<WriteWelcomePage>(&group.read(), group.members[who]).await.unwrap());
        assert_eq!(refused(writes(&group, who, "x").await), "error-needs-mandate");
    }
    assert_eq!(group.head().await, before);
    assert!(group.told_about(mandate.id).await.is_empty());
});

on_each_database!(a_mandate_ends_to_the_microsecond, |world| {
    let (group, mandate) = a_group_with_a_mandate(world).await;
    let last = mandate.ends_at.with_timezone(&group.charter().await.zone());
    assert_eq!(last.time(), chrono::NaiveTime::MIN, "at midnight of the group, after its last day");
    world.clock.set(mandate.ends_at - Duration::microseconds(1));
    writes(&group, 2, "à temps").await.unwrap();
    world.clock.set(mandate.ends_at);
    assert_eq!(refused(writes(&group, 2, "trop tard").await), "error-needs-mandate");
    assert!(!has::<WriteWelcomePage>(&group.read(), group.members[2]).await.unwrap());
    assert_eq!(group.mandates().await, []);
    assert_eq!(mandates::all(&group.read()).await.unwrap().len(), 1, "it stays in the memory of the group");
    assert_eq!(welcome::words(&group.read()).await.unwrap().as_deref(), Some("à temps"));
});

on_each_database!(a_mandate_that_the_group_ended_is_refused_at_once, |world| {
    let (group, mandate) = a_group_with_a_mandate(world).await;
    writes(&group, 2, "avant").await.unwrap();
    group.recalls(mandate.id).await;
    assert!(world.clock.now() < mandate.ends_at);
    assert_eq!(refused(writes(&group, 2, "après").await), "error-needs-mandate");
    let ended = mandates::one(&group.read(), mandate.id).await.unwrap().unwrap();
    assert_eq!(ended.ended_at, Some(world.clock.now()));
    assert_eq!(mandates::held_by(&group.read(), group.members[2]).await.unwrap(), 0);
});

on_each_database!(a_mandate_gives_the_powers_it_names_and_no_other, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(0, &[], 30)).await;
    assert_eq!(group.mandates().await.len(), 1);
    assert_eq!(refused(writes(&group, 0, "x").await), "error-needs-mandate");
});

on_each_database!(what_every_member_may_do_asks_for_membership_of_this_group, |world| {
    let (group, other) = (world.a_group().found().await, world.a_group().found().await);
    let invites = async |group: &Group<'_>, member: MemberId| {
        group.write(async |tx: &Tx<'_>| ask::<Invite>(tx, member).await.map(|permit| permit.ground())).await
    };
    assert_eq!(invites(&group, group.members[2]).await.unwrap(), Ground::Member);
    assert_eq!(refused(invites(&group, other.members[0]).await), "error-members-only");
    assert_eq!(refused(invites(&group, MemberId::new()).await), "error-members-only");
});

on_each_database!(no_use_of_a_mandate_slips_in_after_its_end, |world| {
    let (group, mandate) = a_group_with_a_mandate(world).await;
    let id = group.open_recall(mandate.id).await;
    group.all_vote_yes(id).await;
    let closes = group.see(id).await.closes_at.unwrap();
    let writers = in_parallel(9, |number| {
        let group = &group;
        async move {
            if number == 0 {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                group.world.clock.set(closes);
                group.settle().await;
                return 0;
            }
            let mut written = 0;
            while writes(group, 2, &format!("{number}")).await.is_ok() {
                written += 1;
            }
            written
        }
    });
    let written: usize = writers.into_iter().sum();
    let uses = group.entries_about(mandate.id).await;
    assert_eq!(uses.len(), written);
    let ended = group.entries_about(id).await.pop().unwrap();
    assert_eq!(ended.kind, register::kinds::EFFECT_DONE);
    assert!(uses.iter().all(|used| used.seq < ended.seq));
    println!("{written} uses before the end, none after");
});
