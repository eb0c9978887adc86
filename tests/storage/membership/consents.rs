//! A yes for each use, acting at somebody's request, names, and welcome pairs.

use super::{problems, refused};
use chrono::{Duration, Months};
use commons::db::Tx;
use commons::refusal::No;
use commons::register::kinds;
use membership::AtRequestId;
use membership::commands::at_request::{Act, act_for};
use membership::commands::leave::leave;
use membership::commands::pause::{Pausing, pause};
use membership::commands::{call_me, change_access, consent, keep_apart, welcome_pair};
use membership::powers::{ActAtRequest, ChangeOwnAccess, KeepApart, Leave, Permit, Rest};
use membership::queries::{at_request, consents, contacts, people, welcome_pair as pairs};
use membership::rules::consent::{Channel, Use};
use membership::rules::contact::ContactKind;
use membership::rules::standing::Standing;
use parpour_tests::{Group, on_each_database};
use std::collections::BTreeSet;

async fn says(group: &Group<'_>, who: usize, yes: &[Use]) {
    let yes: BTreeSet<Use> = yes.iter().copied().collect();
    let say = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &yes).await;
    group.act(who, say).await.unwrap();
}

async fn said(group: &Group<'_>, who: usize) -> Vec<Use> {
    let all = consents::all(&group.read(), group.members[who]).await.unwrap().into_iter();
    all.filter(|said| said.yes).map(|said| said.to).collect()
}

async fn at_request_of(group: &Group<'_>, by: usize, whom: usize, act: Act) -> Result<AtRequestId, No> {
    let whom = group.members[whom];
    let ask = async |tx: &Tx<'_>, permit: Permit<ActAtRequest>| act_for(tx, permit, whom, Channel::Paper, act).await;
    group.act(by, ask).await
}

on_each_database!(nothing_is_a_yes_until_she_says_so_and_a_no_is_as_easy, |world| {
    let group = world.a_group().found().await;
    for who in 0..3 {
        assert_eq!(said(&group, who).await, []);
    }
    says(&group, 0, &Use::ALL).await;
    assert_eq!(said(&group, 0).await, Use::ALL);
    assert_eq!(people::who_want_news(&group.read()).await.unwrap(), [group.members[0]]);
    let since = consents::all(&group.read(), group.members[0]).await.unwrap()[1].since;
    world.clock.advance(Duration::days(1));
    says(&group, 0, &Use::ALL).await;
    assert_eq!(
        consents::all(&group.read(), group.members[0]).await.unwrap()[1].since,
        since,
        "said again, it is the same yes"
    );
    says(&group, 0, &[Use::PrintedList]).await;
    assert_eq!(said(&group, 0).await, [Use::PrintedList]);
    assert_eq!(people::who_want_news(&group.read()).await.unwrap(), []);
    let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| change_access::want_news(tx, permit, true).await;
    group.act(0, news).await.unwrap();
    assert_eq!(said(&group, 0).await, [Use::NewsByMail, Use::PrintedList], "one truth, two doors");
});

on_each_database!(another_acts_at_her_request_only_where_she_has_no_way_in, |world| {
    let group = world.a_group().found().await;
    let yes = Act::Yes(BTreeSet::from([Use::PrintedList]));
    assert_eq!(refused(at_request_of(&group, 0, 1, yes.clone()).await), "at-request-has-way-in");
    assert_eq!(refused(at_request_of(&group, 2, 2, yes.clone()).await), "at-request-has-way-in");
    let id = at_request_of(&group, 1, 2, yes).await.unwrap();
    assert_eq!(said(&group, 2).await, [Use::PrintedList]);
    let written = consents::all(&group.read(), group.members[2]).await.unwrap();
    let written = written.iter().find(|said| said.yes).unwrap();
    assert_eq!((written.channel, written.recorded_by), (Some(Channel::Paper), Some(group.members[1])));
    at_request_of(&group, 1, 2, Act::Name("Noëlla P.".to_owned())).await.unwrap();
    let done = at_request::done_for(&group.read(), group.members[2]).await.unwrap();
    assert_eq!(done.len(), 2);
    assert!(done.iter().all(|one| (one.by, one.whom) == (group.members[1], group.members[2])));
    assert!(at_request::one(&group.read(), id, group.members[1]).await.is_ok());
    assert!(at_request::one(&group.read(), id, group.members[2]).await.is_ok());
    assert_eq!(refused(at_request::one(&group.read(), id, group.members[0]).await), "error-not-found");
});

on_each_database!(each_chooses_what_she_is_called, |world| {
    let group = world.a_group().found().await;
    let call = async |name: &str| {
        let name = name.to_owned();
        group
            .act(0, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| call_me::call_me(tx, permit, &name).await)
            .await
    };
    assert_eq!(problems(call("NOELLA").await), ["name: name-taken"]);
    assert_eq!(problems(call("").await), ["name: name-missing"]);
    call("Solange V.").await.unwrap();
    assert_eq!(people::names(&group.read()).await.unwrap().of(group.members[0]), Some("Solange V."));
    let entries = group.entries_about(group.members[0]).await;
    assert_eq!(
        (entries[0].kind.as_str(), entries[0].body.as_ref().unwrap().to_string()),
        (kinds::RENAMED, "{}".into())
    );
});

on_each_database!(two_who_said_yes_welcome_her_for_three_months, |world| {
    let group = world.a_group().with_people(6).found().await;
    let choose = async |who: usize, chosen: &[usize]| {
        let chosen: BTreeSet<_> = chosen.iter().map(|who| group.members[*who]).collect();
        let choose =
            async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| welcome_pair::choose(tx, permit, &chosen).await;
        group.act(who, choose).await
    };
    assert_eq!(problems(choose(5, &[1, 2]).await), ["welcomer: pair-choose"], "nobody who did not offer");
    for who in 1..4 {
        says(&group, who, &[Use::WelcomeOthers]).await;
    }
    let offered = pairs::offered_to(&group.read(), group.members[5]).await.unwrap();
    assert_eq!(offered.iter().copied().collect::<BTreeSet<_>>(), group.members[1..4].iter().copied().collect());
    assert_eq!(problems(choose(5, &[1, 2, 3]).await), ["welcomer: pair-choose"]);
    choose(5, &[1, 2]).await.unwrap();
    assert_eq!(said(&group, 5).await, [Use::BeWelcomed], "choosing is her yes");
    choose(5, &[2, 3]).await.unwrap();
    let now = pairs::of(&group.read(), group.members[5]).await.unwrap();
    assert_eq!(now.len(), 2, "changed, not added");
    assert_eq!(now[0].until, group.now().checked_add_months(Months::new(3)).unwrap());
    says(&group, 3, &[]).await;
    assert_eq!(pairs::of(&group.read(), group.members[5]).await.unwrap().len(), 1, "who welcomes stops when she likes");
    world.clock.set(now[0].until);
    assert_eq!(pairs::of(&group.read(), group.members[5]).await.unwrap(), [], "it ends by itself");
});

async fn keeps_apart(group: &Group<'_>, who: usize, from: usize) {
    let other = group.members[from];
    let keep = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart::keep_apart(tx, permit, other).await;
    group.act(who, keep).await.unwrap();
}

on_each_database!(whoever_welcomes_her_stays_on_her_page_until_a_pair_is_left, |world| {
    let group = world.a_group().with_people(6).found().await;
    for who in 1..5 {
        says(&group, who, &[Use::WelcomeOthers]).await;
    }
    let choose = async |chosen: &[usize]| {
        let chosen: BTreeSet<_> = chosen.iter().map(|who| group.members[*who]).collect();
        let choose =
            async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| welcome_pair::choose(tx, permit, &chosen).await;
        group.act(5, choose).await
    };
    let leaves = async |who: usize, other: usize| {
        let other = group.members[other];
        let leave = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| welcome_pair::leave(tx, permit, other).await;
        group.act(who, leave).await.unwrap();
    };
    let of = async |who: usize| pairs::of(&group.read(), group.members[who]).await.unwrap();
    let page = async || (of(5).await, pairs::offered_to(&group.read(), group.members[5]).await.unwrap());
    choose(&[1, 2]).await.unwrap();
    let before = page().await;
    keeps_apart(&group, 1, 5).await;
    let rest = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(2, rest).await.unwrap();
    assert_eq!(page().await, before, "she reads neither of the two");
    assert_eq!(of(1).await, [], "who keeps apart no longer reads of it");
    assert_eq!(of(2).await.len(), 1);
    choose(&[1, 3]).await.unwrap();
    choose(&[3, 4]).await.unwrap();
    assert_eq!(problems(choose(&[1]).await), ["welcomer: pair-choose"], "no longer there, and not offered");
    leaves(3, 5).await;
    assert_eq!((of(5).await.len(), of(3).await.len()), (1, 0), "whoever welcomes leaves as easily");
    assert_eq!(said(&group, 5).await, [Use::BeWelcomed]);
    leaves(5, 4).await;
    leaves(5, 4).await;
    assert_eq!((of(5).await.len(), said(&group, 5).await.len()), (0, 0), "the last one takes her yes along");
    assert_eq!(said(&group, 4).await, [Use::WelcomeOthers], "and nobody else's");
});

on_each_database!(what_was_done_for_her_stays_hers_when_the_other_leaves, |world| {
    let group = world.a_group().found().await;
    let id = at_request_of(&group, 1, 2, Act::Name("Noëlla P.".to_owned())).await.unwrap();
    let renamed = group.entries_about(group.members[2]).await.pop().unwrap();
    assert_eq!((renamed.kind.as_str(), renamed.actors), (kinds::RENAMED, vec![group.members[1]]), "who did it");
    let areas = parpour::areas::areas();
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(1, leaves).await.unwrap();
    let done = at_request::done_for(&group.read(), group.members[2]).await.unwrap();
    assert_eq!(done.iter().map(|done| done.id).collect::<Vec<_>>(), [id]);
    assert_eq!(people::names(&group.read()).await.unwrap().of(done[0].by), None, "by somebody without a name");
    let leaves = async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await;
    group.act(2, leaves).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.rows("at_request").await, 0, "it goes with her");
    raw.close().await;
});

on_each_database!(she_rests_comes_back_and_is_reached_at_her_request, |world| {
    let group = world.a_group().found().await;
    let her = group.members[2];
    let standing = async || people::standing(&group.read(), her).await.unwrap().unwrap();
    at_request_of(&group, 1, 2, Act::Pause(None)).await.unwrap();
    assert_eq!(standing().await, Standing::Paused);
    at_request_of(&group, 1, 2, Act::Back).await.unwrap();
    at_request_of(&group, 1, 2, Act::Back).await.unwrap();
    assert_eq!(standing().await, Standing::Active);
    let past = Act::Pause(Some("2001-01-01".parse().unwrap()));
    assert_eq!(problems(at_request_of(&group, 1, 2, past).await), ["until: pause-until-past"]);
    let phone = |value: &str| Act::Contact { kind: ContactKind::Phone, value: value.to_owned(), shown: false };
    assert_eq!(problems(at_request_of(&group, 1, 2, phone(" ")).await), ["value: contact-missing"]);
    at_request_of(&group, 1, 2, phone("819 555-0155")).await.unwrap();
    let mine = contacts::mine(&group.read(), her).await.unwrap();
    assert_eq!(
        mine.iter().map(|point| (point.value.as_str(), point.shown)).collect::<Vec<_>>(),
        [("819 555-0155", false)]
    );
    let done = at_request::done_for(&group.read(), her).await.unwrap();
    let mut acts: Vec<&str> = done.iter().map(|done| done.act.as_str()).collect();
    acts.sort_unstable();
    assert_eq!(acts, ["back", "back", "contact", "pause"], "each with a receipt, and none for what was refused");
    assert_eq!(refused(at_request_of(&group, 1, 0, Act::Pause(None)).await), "at-request-has-way-in");
});
