//! A pause: nothing leaves for her, her place and her vote stay, and she counts only if she votes.

use super::refused;
use chrono::{Days, Duration};
use commons::clock::local_day;
use commons::db::Tx;
use commons::outbox::{self, Letter, Post, To};
use membership::commands::change_access::want_news;
use membership::commands::keep_apart;
use membership::commands::pause::{Link, Pausing, come_back, pause};
use membership::powers::{ChangeOwnAccess, KeepApart, Permit, Rest};
use membership::queries::{me, pause as pauses, people};
use membership::rules::pause::{Channel, Rhythm};
use membership::rules::standing::Standing;
use parpour_tests::{Group, on_each_database};
use tally::Choice;

async fn rests(group: &Group<'_>, who: usize, pausing: Pausing) -> Result<(), commons::refusal::No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, pausing).await).await
}

async fn returns(group: &Group<'_>, who: usize) {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Rest>| come_back(tx, permit).await).await.unwrap();
}

async fn standing(group: &Group<'_>, who: usize) -> Standing {
    people::standing(&group.read(), group.members[who]).await.unwrap().unwrap()
}

on_each_database!(a_pause_is_one_act_and_so_is_coming_back, |world| {
    let group = world.a_group().found().await;
    let (names, head) = (people::everyone(&group.read()).await.unwrap(), group.head().await);
    rests(&group, 0, Pausing::default()).await.unwrap();
    assert_eq!(standing(&group, 0).await, Standing::Paused);
    let during = people::everyone(&group.read()).await.unwrap();
    let told = |people: &[people::Person]| people.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(told(&during), told(&names), "the list is the same");
    assert_eq!(group.head().await, head, "the register knows nothing of it");
    assert_eq!(people::how_many_active(&group.read()).await.unwrap(), 2);
    returns(&group, 0).await;
    assert_eq!(standing(&group, 0).await, Standing::Active);
    assert_eq!(pauses::mine(&group.read(), group.members[0]).await.unwrap(), None);
    let raw = world.raw().await;
    assert_eq!(raw.rows("pause").await, 0, "nothing is left of it");
    raw.close().await;
});

on_each_database!(a_pause_with_a_day_ends_by_itself_and_tells_only_whoever_asked, |world| {
    let group = world.a_group().found().await;
    let today = local_day(group.charter().await.zone(), group.now());
    let until = Some(today.checked_add_days(Days::new(10)).unwrap());
    rests(&group, 0, Pausing { until, tell_me: true, link: None }).await.unwrap();
    rests(&group, 1, Pausing { until, tell_me: false, link: None }).await.unwrap();
    world.clock.advance(Duration::days(9));
    group.settle().await;
    assert_eq!((standing(&group, 0).await, standing(&group, 1).await), (Standing::Paused, Standing::Paused));
    world.clock.advance(Duration::days(2));
    group.settle().await;
    assert_eq!((standing(&group, 0).await, standing(&group, 1).await), (Standing::Active, Standing::Active));
    assert_eq!(outbox::waiting_for(&group.read(), group.members[0]).await.unwrap().len(), 1);
    assert!(outbox::waiting_for(&group.read(), group.members[1]).await.unwrap().is_empty());
    let past = Some(today);
    let refusal = rests(&group, 0, Pausing { until: past, ..Pausing::default() }).await;
    assert_eq!(refusal.unwrap_err().to_string(), "1 field(s) to correct");
});

on_each_database!(nothing_leaves_for_somebody_on_pause, |world| {
    let group = world.a_group().found().await;
    for who in 0..2 {
        let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
        group.act(who, news).await.unwrap();
    }
    let letter = Letter { to: To::Member(group.members[0]), kind: "decisions/news".into(), args: vec![], news: true };
    let expires_at = group.now() + Duration::days(2);
    let post = Post { dedupe_key: "before".to_owned(), letter, urgent: false, not_before: None, expires_at };
    group.write(async |tx: &Tx<'_>| Ok(outbox::enqueue(tx, post).await?)).await.unwrap();
    rests(&group, 0, Pausing::default()).await.unwrap();
    // What was ready before is looked at again when it leaves: it is no longer wanted.
    assert_eq!(me::address_of(&group.read(), group.members[0]).await.unwrap(), Some((group.email(0), false)));
    let before = outbox::waiting_for(&group.read(), group.members[0]).await.unwrap().len();
    group.open_vote(None).await;
    assert_eq!(outbox::waiting_for(&group.read(), group.members[0]).await.unwrap().len(), before);
    assert_eq!(outbox::waiting_for(&group.read(), group.members[1]).await.unwrap().len(), 1);
});

on_each_database!(whoever_rests_counts_only_by_voting, |world| {
    let group = world.a_group().with_people(6).with_rule("quorum_ordinary", "majority").quick().found().await;
    let one = group.open_vote(None).await;
    let other = group.open_vote(None).await;
    for who in [3, 4, 5] {
        rests(&group, who, Pausing::default()).await.unwrap();
    }
    // Three there, three resting: a majority of those counted is two, and four with one who rests and votes.
    for who in [0, 1] {
        group.votes(who, one, Choice::Yes).await.unwrap();
        group.votes(who, other, Choice::Yes).await.unwrap();
    }
    group.votes(3, other, Choice::No).await.unwrap();
    assert_eq!(group.see(one).await.vote.unwrap().roll, 3);
    assert_eq!(group.see(other).await.vote.unwrap().roll, 4);
    group.to_next_step(one).await;
    group.settle().await;
    let (one, other) = (group.see(one).await.result.unwrap(), group.see(other).await.result.unwrap());
    assert_eq!((one.roll, one.quorum, one.outcome.counts.ballots()), (3, 2, 2));
    assert_eq!((other.roll, other.quorum, other.outcome.counts.ballots()), (4, 3, 3));
    assert_eq!(one.outcome.verdict, tally::Verdict::Adopted);
});

on_each_database!(a_link_is_seen_by_one_person_alone, |world| {
    let group = world.a_group().found().await;
    let link = Link { to: group.members[1], channel: Channel::Card, rhythm: Rhythm::Once };
    let myself = Link { to: group.members[0], ..link };
    let with = |link| Pausing { link: Some(link), ..Pausing::default() };
    assert_eq!(refused(rests(&group, 0, with(myself)).await), "error-to-correct");
    rests(&group, 0, with(link)).await.unwrap();
    let scope = group.read();
    assert_eq!(pauses::kept_with(&scope, group.members[1]).await.unwrap(), [(group.members[0], link)]);
    assert_eq!(pauses::kept_with(&scope, group.members[2]).await.unwrap(), []);
    drop(scope);
    // In the store, nothing says with whom.
    let raw = world.raw().await;
    let names = raw.number("SELECT count(*) FROM pause WHERE link IS NOT NULL").await;
    assert_eq!(names, 1);
    raw.close().await;
    returns(&group, 0).await;
    assert_eq!(pauses::kept_with(&group.read(), group.members[1]).await.unwrap(), []);
});

on_each_database!(a_link_with_somebody_who_keeps_apart_is_accepted_and_never_shown, |world| {
    let group = world.a_group().found().await;
    let other = group.members[0];
    let keep = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::keep_apart(tx, permit, other).await;
    group.act(1, keep).await.unwrap();
    let with = |who: usize| {
        let link = Link { to: group.members[who], channel: Channel::Card, rhythm: Rhythm::Once };
        Pausing { link: Some(link), ..Pausing::default() }
    };
    let could = async |who: usize| {
        let could = pauses::who_could(&group.read(), group.members[who]).await.unwrap();
        could.into_iter().map(|person| person.id).collect::<Vec<_>>()
    };
    assert!(could(0).await.contains(&group.members[1]), "a gap would tell her");
    assert!(!could(1).await.contains(&group.members[0]), "her own word is known to her");
    rests(&group, 0, with(1)).await.unwrap();
    assert_eq!(pauses::kept_with(&group.read(), group.members[1]).await.unwrap(), []);
    assert_eq!(pauses::mine(&group.read(), group.members[0]).await.unwrap().unwrap().link, with(1).link);
    assert_eq!(refused(rests(&group, 1, with(0)).await), "error-to-correct");
});
