//! Listening (`mutual-aid` L1–L7, IL1–IL5, 6.7): slots of two, own limits at every way in, a place that becomes free, and
//! an answer to "whom can I call now?" that leaves no trace.

use crate::membership::{problems, refused};
use chrono::{Duration, Weekday};
use commons::area::Area;
use commons::db::Tx;
use membership::commands::change_access::{change_email, check_email, want_news};
use membership::commands::keep_apart::keep_apart;
use membership::commands::pause::{Pausing, pause};
use membership::powers::{ChangeOwnAccess, KeepApart, Permit, Rest};
use membership::queries::me::address_of;
use mutual_aid::MutualAid;
use mutual_aid::commands::limits::{say, say_enough};
use mutual_aid::commands::listening::{Answered, Left, Settings, answer, stop};
use mutual_aid::powers::{Listen, SetOwnLimits};
use mutual_aid::queries::listening::{At, Now};
use mutual_aid::rules::limits::{Away, OwnLimits, Reminder};
use mutual_aid::rules::listening::State;
use parpour_tests::{Group, hour, on_each_database};
use rota::Kind;
use rota::opening::Watch;
use rota::time::Window;
use std::collections::BTreeSet;

/// A group at noon in which some listen, three slots a week.
async fn at_noon(group: &Group<'_>, listeners: &[usize]) {
    group.moves_to(12).await;
    for who in listeners {
        group.listens(*who, 3, false).await.unwrap();
    }
}

fn names(group: &Group<'_>, now: &Now) -> Vec<usize> {
    let Now::Call(there, lines) = now else { return Vec::new() };
    assert!(!lines.is_empty(), "lines outside stand there always");
    let place = |who| group.members.iter().position(|member| *member == who).unwrap();
    let mut places: Vec<usize> = there.iter().map(|one| place(one.who)).collect();
    places.sort_unstable();
    places
}

fn nobody(now: &Now) -> bool {
    matches!(now, Now::Nobody(_, lines) if !lines.is_empty())
}

/// `who` keeps apart from `other`.
async fn keeps_apart(group: &Group<'_>, who: usize, other: usize) {
    let other = group.members[other];
    let keeps = async |tx: &Tx<'_>, permit: Permit<KeepApart>| keep_apart(tx, permit, other).await;
    group.act(who, keeps).await.unwrap();
}

/// She has given enough for now, or gives again.
async fn says_enough(group: &Group<'_>, who: usize, enough: bool) {
    let says = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say_enough(tx, permit, enough).await;
    group.act(who, says).await.unwrap();
}

/// Her own limits, for everything that asks her.
pub(super) async fn says_limits(group: &Group<'_>, who: usize, limits: OwnLimits) {
    let says = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say(tx, permit, limits, &BTreeSet::new()).await;
    group.act(who, says).await.unwrap();
}

/// She would take it if nobody else does.
async fn would_come(group: &Group<'_>, who: usize, at: At) {
    let offers = async |tx: &Tx<'_>, permit: Permit<Listen>| answer(tx, permit, at, Answered::IfNobodyElse).await;
    group.act(who, offers).await.unwrap();
}

/// She has an address, and wants to be written to when there is news.
pub(super) async fn wants_news(group: &Group<'_>, who: usize) {
    let (db, her) = (&group.world.db, group.members[who]);
    // Those who founded the group gave an address when they signed.
    if address_of(&group.read(), her).await.unwrap().is_none() {
        let checked = check_email(db, group.id, her, "", &group.email(who)).await.unwrap();
        let changes = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| change_email(tx, permit, checked, "").await;
        group.act(who, changes).await.unwrap();
    }
    let wants = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
    group.act(who, wants).await.unwrap();
}

/// For whom news about something waits, in the order of the group: the key of a letter ends with whom it is for.
pub(super) async fn who_is_told(group: &Group<'_>, about: &str) -> Vec<usize> {
    let raw = group.world.raw().await;
    let keys = raw.texts(&format!("SELECT dedupe_key FROM outbox WHERE dedupe_key LIKE '{about}/%'")).await;
    raw.close().await;
    let is_told = |who: &usize| keys.iter().any(|key| key.ends_with(&group.members[*who].to_string()));
    (0..group.members.len()).filter(is_told).collect()
}

async fn begins(group: &Group<'_>, at: At) {
    let start = group.sees_week(0).await.slots.into_iter().find(|line| line.at == at).unwrap().when.start;
    group.world.clock.set(start);
}

on_each_database!(two_are_there_and_only_whoever_said_yes_reads_their_numbers, |world| {
    let group = world.a_group().with_people(6).found().await;
    at_noon(&group, &[0, 1]).await;
    assert!(matches!(group.can_call(2).await, Now::SayYesFirst(lines) if !lines.is_empty()));
    group.wants_to_call(2, true).await;
    assert!(matches!(group.can_call(2).await, Now::Nobody(None, _)));
    let at = group.slot(3, 1, 14, 16).await;
    group.takes_slot(0, at).await.unwrap();
    assert_eq!(refused(group.takes_slot(0, at).await), "listening-not-full");
    assert!(matches!(group.can_call(2).await, Now::Nobody(None, _)), "one alone is no promise");
    group.takes_slot(1, at).await.unwrap();
    assert!(matches!(group.can_call(2).await, Now::Nobody(Some(_), _)), "when next is told, and no number before it");

    begins(&group, at).await;
    let now = group.can_call(2).await;
    assert_eq!(names(&group, &now), [0, 1]);
    let Now::Call(there, _) = now else { unreachable!() };
    assert!(there.iter().any(|one| one.who == group.members[0] && one.number == "819 555-0100"));
    assert!(matches!(group.can_call(3).await, Now::SayYesFirst(_)), "without her yes she reads no number");
    group.wants_to_call(0, true).await;
    assert_eq!(names(&group, &group.can_call(0).await), [1], "nobody calls herself");
    group.wants_to_call(2, false).await;
    assert!(matches!(group.can_call(2).await, Now::SayYesFirst(_)), "a no holds at once");
    group.wants_to_call(2, true).await;

    // One needs to breathe: without the other's yes to be alone, the page says honestly that nobody is there.
    assert_eq!(group.leaves_slot(0, at).await.unwrap(), Left::During);
    assert!(nobody(&group.can_call(2).await));
    let line = group.sees_week(1).await.slots.into_iter().find(|line| line.at == at).unwrap();
    assert_eq!((line.state, line.with), (State::Gap, None));
    group.listens(1, 3, true).await.unwrap();
    assert_eq!(names(&group, &group.can_call(2).await), [1], "alone only because she ticked it");
    world.clock.advance(Duration::hours(2));
    assert!(nobody(&group.can_call(2).await), "over is over");
    assert_eq!(refused(group.leaves_slot(1, at).await), "listening-not-over");
    // Talking of it is offered for a week to whoever was there, and noted nowhere.
    assert_eq!(group.sees_week(1).await.talk.len(), 1);
    world.clock.advance(Duration::days(7));
    assert!(group.sees_week(1).await.talk.is_empty());
});

on_each_database!(own_limits_hold_at_every_way_in, |world| {
    let group = world.a_group().with_people(4).found().await;
    assert_eq!(
        problems(group.listens_as(0, Settings { weekly_most: Some(8), ..Settings::default() }).await),
        [
            "number: listen-number-missing",
            "weekly_most: listen-most-wrong",
            "from: time-missing",
            "until: time-missing"
        ]
    );
    at_noon(&group, &[0]).await;
    assert_eq!(problems(group.opens_hours(1, Weekday::Mon, 9, 14).await), ["until: listening-too-long"]);
    let one = group.slot(1, 1, 14, 16).await;
    assert_eq!(refused(group.takes_slot(1, one).await), "listening-say-yes-first");
    group.takes_slot(0, one).await.unwrap();
    let same_day = group.slot(1, 1, 18, 20).await;
    assert_eq!(
        refused(group.takes_slot(0, same_day).await),
        "rota-not-too-soon",
        "one a day, and twelve hours of rest"
    );
    let soon = group.slot(1, 2, 2, 4).await;
    assert_eq!(refused(group.takes_slot(0, soon).await), "rota-not-too-soon");
    group.listens(0, 1, false).await.unwrap();
    // Monday the 11th at noon: Tuesday and Thursday are one week.
    let same_week = group.slot(1, 3, 14, 16).await;
    assert_eq!(refused(group.takes_slot(0, same_week).await), "rota-not-enough-week");
    let next_week = At { day: same_week.day + Duration::days(7), ..same_week };
    group.takes_slot(0, next_week).await.unwrap();
    let far = At { day: same_week.day + Duration::days(70), ..same_week };
    assert_eq!(refused(group.takes_slot(0, far).await), "error-not-found");
    // Hours that were given up do not come back, and a slot that somebody took stays.
    let gives = async |tx: &Tx<'_>, permit: Permit<mutual_aid::powers::OpenListening>| {
        mutual_aid::commands::listening::give_up(tx, permit, next_week.hours).await
    };
    group.act(2, gives).await.unwrap();
    let left: Vec<At> = group.sees_week(1).await.slots.into_iter().map(|line| line.at).collect();
    assert!(left.contains(&next_week) && !left.contains(&same_week));
});

on_each_database!(a_place_that_became_free_is_asked_of_a_few_and_the_first_yes_takes_it, |world| {
    let group = world.a_group().with_people(9).found().await;
    at_noon(&group, &[0, 1, 2, 3, 4, 5, 6, 7]).await;
    let at = group.slot(0, 3, 14, 16).await;
    group.takes_slot(0, at).await.unwrap();
    group.takes_slot(1, at).await.unwrap();
    // Kept apart from whoever stays: never asked.
    keeps_apart(&group, 0, 2).await;
    group.leaves_slot(1, at).await.unwrap();
    let asked = async || {
        let mut asked = Vec::new();
        for who in 0..9 {
            asked.extend((!group.sees_week(who).await.asked.is_empty()).then_some(who));
        }
        asked
    };
    group.settles_aid().await;
    let first = asked().await;
    assert_eq!(first.len(), 3, "{first:?}");
    assert!(![0, 1, 2].iter().any(|who| first.contains(who)), "nor whoever left");
    group.settles_aid().await;
    assert_eq!(asked().await, first, "they have their time");
    let says = async |who: usize, answered: Answered| {
        let says = async |tx: &Tx<'_>, permit: Permit<Listen>| answer(tx, permit, at, answered).await;
        group.act(who, says).await
    };
    says(first[0], Answered::No).await.unwrap();
    assert_eq!(asked().await, first[1..], "nobody is asked twice for one place");
    says(first[1], Answered::IfNobodyElse).await.unwrap();
    says(first[2], Answered::No).await.unwrap();
    group.settles_aid().await;
    let second: Vec<usize> = asked().await.into_iter().filter(|who| !first.contains(who)).collect();
    assert_eq!(second.len(), 2, "all who are left");
    assert_eq!(refused(says(2, Answered::No).await), "visits-ask-gone", "nobody asked her");
    // Whoever is on pause reads of it no more, at once.
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(second[0], rests).await.unwrap();
    assert!(group.sees_week(second[0]).await.asked.is_empty());
    group.takes_slot(second[1], at).await.unwrap();
    assert!(asked().await.is_empty());
    let raw = world.raw().await;
    assert_eq!(
        (raw.rows("listening_ask").await, raw.rows("listening_cover").await),
        (0, 0),
        "and nobody knows who said no"
    );
    raw.close().await;
    // Full: whoever comes second reads so.
    assert_eq!(refused(group.takes_slot(first[1], at).await), "listening-not-full");
});

on_each_database!(own_limits_for_everything_hold_for_listening_too, |world| {
    let group = world.a_group().with_people(7).found().await;
    at_noon(&group, &[0, 1, 2, 3, 4, 5]).await;
    let at = group.slot(0, 2, 14, 16).await;
    says_enough(&group, 2, true).await;
    let away = OwnLimits { away: vec![Away { from: at.day, until: at.day }], ..OwnLimits::default() };
    says_limits(&group, 3, away).await;
    let evenings = OwnLimits { windows: Window::every_day(hour(18), hour(22)).to_vec(), ..OwnLimits::default() };
    says_limits(&group, 4, evenings).await;
    for who in [0, 1] {
        group.takes_slot(who, at).await.unwrap();
    }
    group.leaves_slot(1, at).await.unwrap();
    group.settles_aid().await;
    let is_asked = async |who: usize| !group.sees_week(who).await.asked.is_empty();
    for who in [1, 2, 3, 4] {
        assert!(!is_asked(who).await, "{who} left, gave enough, is away, or gives other hours");
    }
    assert!(is_asked(5).await);
    // Enough, said after she was asked, holds at once.
    says_enough(&group, 5, true).await;
    assert!(!is_asked(5).await);
    says_enough(&group, 5, false).await;
    assert!(is_asked(5).await);
    // What she takes by herself is hers. How often at most, all together, and her rest hold all the same.
    says_limits(&group, 2, OwnLimits { a_week: Some(1), ..OwnLimits::default() }).await;
    group.takes_slot(2, at).await.unwrap();
    let next_day = group.slot(0, 3, 14, 16).await;
    assert_eq!(refused(group.takes_slot(2, next_day).await), "rota-not-enough-week");
    says_limits(&group, 2, OwnLimits { rest_hours: 40, ..OwnLimits::default() }).await;
    assert_eq!(refused(group.takes_slot(2, next_day).await), "rota-not-too-soon");
});

on_each_database!(whoever_offered_to_come_if_nobody_else_does_takes_it_at_last, |world| {
    let group = world.a_group().with_people(4).found().await;
    at_noon(&group, &[0, 1, 2]).await;
    let at = group.slot(0, 2, 14, 16).await;
    group.takes_slot(0, at).await.unwrap();
    group.takes_slot(1, at).await.unwrap();
    group.leaves_slot(1, at).await.unwrap();
    group.settles_aid().await;
    let offers = async |tx: &Tx<'_>, permit: Permit<Listen>| answer(tx, permit, at, Answered::IfNobodyElse).await;
    group.act(2, offers).await.unwrap();
    let no = async |tx: &Tx<'_>, permit: Permit<Listen>| answer(tx, permit, at, Answered::No).await;
    group.act(1, no).await.unwrap();
    group.settles_aid().await;
    let line = group.sees_week(2).await.slots.into_iter().find(|line| line.at == at).unwrap();
    assert!(line.mine && line.with == Some(group.members[0]));
});

on_each_database!(whoever_takes_a_place_because_nobody_else_did_is_told_so, |world| {
    let group = world.a_group().with_people(4).found().await;
    at_noon(&group, &[0, 1, 2]).await;
    wants_news(&group, 1).await;
    let at = group.slot(0, 2, 14, 16).await;
    for who in [0, 2] {
        group.takes_slot(who, at).await.unwrap();
    }
    group.leaves_slot(2, at).await.unwrap();
    group.settles_aid().await;
    let (asked, taken) = (format!("listening/{at}"), format!("listening/{at}/taken"));
    assert_eq!(who_is_told(&group, &asked).await, [1]);
    would_come(&group, 1, at).await;
    assert!(who_is_told(&group, &taken).await.is_empty(), "she is not there yet");
    group.settles_aid().await;
    // The letter that asked her may still wait: this is another one.
    assert_eq!(who_is_told(&group, &taken).await, [1]);
});

on_each_database!(two_who_offered_to_come_if_nobody_else_does_both_come_where_two_places_are_free, |world| {
    let group = world.a_group().with_people(5).found().await;
    at_noon(&group, &[0, 1, 2, 3]).await;
    for who in [0, 1] {
        wants_news(&group, who).await;
    }
    let at = group.slot(0, 2, 14, 16).await;
    for who in [2, 3] {
        group.takes_slot(who, at).await.unwrap();
    }
    for who in [2, 3] {
        group.leaves_slot(who, at).await.unwrap();
    }
    group.settles_aid().await;
    for who in [0, 1] {
        would_come(&group, who, at).await;
    }
    group.settles_aid().await;
    // The first of them has a place, one is still free, and the offer of the second stands.
    let line = group.sees_week(0).await.slots.into_iter().find(|line| line.at == at).unwrap();
    assert!(line.mine && line.with == Some(group.members[1]));
    assert_eq!(who_is_told(&group, &format!("listening/{at}/taken")).await, [0, 1]);
    let raw = world.raw().await;
    let left = (raw.rows("listening_ask").await, raw.rows("listening_cover").await);
    raw.close().await;
    assert_eq!(left, (0, 0), "nobody is looked for any more");
});

on_each_database!(a_no_a_pause_and_leaving_free_a_place_at_once, |world| {
    let group = world.a_group().with_people(6).found().await;
    at_noon(&group, &[0, 1, 2]).await;
    group.wants_to_call(5, true).await;
    let at = group.slot(0, 1, 14, 16).await;
    let pair = async |one: usize, other: usize| {
        for who in [one, other] {
            group.takes_slot(who, at).await.unwrap();
        }
    };
    pair(0, 1).await;
    begins(&group, at).await;
    assert_eq!(names(&group, &group.can_call(5).await).len(), 2);
    // The page of all her answers: a no there holds before anything is settled.
    let says = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
        membership::commands::consent::say(tx, permit, &Default::default()).await
    };
    group.act(1, says).await.unwrap();
    assert!(nobody(&group.can_call(5).await));
    group.settles_aid().await;
    let raw = world.raw().await;
    assert_eq!((raw.rows("listener").await, raw.rows("listening_take").await), (2, 1), "her number is erased");
    group.takes_slot(2, at).await.unwrap();
    assert_eq!(names(&group, &group.can_call(5).await), [0, 2]);
    let stops = async |tx: &Tx<'_>, permit: Permit<Listen>| stop(tx, permit).await;
    group.act(2, stops).await.unwrap();
    assert!(nobody(&group.can_call(5).await));
    group.settles_aid().await;

    group.listens(3, 3, true).await.unwrap();
    group.takes_slot(3, at).await.unwrap();
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    assert_eq!(names(&group, &group.can_call(5).await), [0, 3]);
    group.act(0, rests).await.unwrap();
    assert_eq!(names(&group, &group.can_call(5).await), [3]);
    let leaving = group.members[3];
    group.write(async |tx: &Tx<'_>| Ok(MutualAid.forget(tx, leaving).await?)).await.unwrap();
    assert!(nobody(&group.can_call(5).await));
    group.settles_aid().await;
    assert_eq!((raw.rows("listener").await, raw.rows("listening_take").await), (1, 0));
    raw.close().await;
});

on_each_database!(kept_apart_looks_as_taken_and_the_gap_is_told_honestly, |world| {
    let group = world.a_group().with_people(6).found().await;
    at_noon(&group, &[0, 1, 2]).await;
    for who in [3, 4] {
        group.wants_to_call(who, true).await;
    }
    let at = group.slot(0, 1, 14, 16).await;
    group.takes_slot(0, at).await.unwrap();
    keeps_apart(&group, 0, 2).await;
    // Neither of the two is put with the other, and what she reads is what she would read of a slot that is taken.
    assert_eq!(refused(group.takes_slot(2, at).await), "listening-not-full");
    let line = group.sees_week(2).await.slots.into_iter().find(|line| line.at == at).unwrap();
    assert!(!line.free && line.places == 0 && line.with.is_none());
    group.takes_slot(1, at).await.unwrap();
    let line = group.sees_week(2).await.slots.into_iter().find(|line| line.at == at).unwrap();
    assert!(!line.free && line.places == 0);
    begins(&group, at).await;
    // A member bars one listener, silently: the other one answers her.
    keeps_apart(&group, 3, 0).await;
    assert_eq!(names(&group, &group.can_call(3).await), [1]);
    assert_eq!(names(&group, &group.can_call(4).await), [0, 1]);
    // A listener bars a member: nobody is there, and the lines are.
    keeps_apart(&group, 1, 3).await;
    assert!(nobody(&group.can_call(3).await));
    // Two who listen together are kept apart: whoever said so leaves the slot.
    keeps_apart(&group, 0, 1).await;
    group.settles_aid().await;
    let mine = async |who| group.sees_week(who).await.slots.into_iter().any(|line| line.at == at && line.mine);
    assert!(!mine(0).await && mine(1).await);
});

on_each_database!(two_change_places_or_neither_does, |world| {
    let group = world.a_group().with_people(5).found().await;
    at_noon(&group, &[0, 1, 2, 3]).await;
    let (one, other) = (group.slot(0, 1, 14, 16).await, group.slot(0, 3, 14, 16).await);
    for (who, at) in [(0, one), (2, one), (1, other), (3, other)] {
        group.takes_slot(who, at).await.unwrap();
    }
    assert_eq!(refused(group.would_swap(1, one, other).await), "listening-not-hers");
    let swap = group.would_swap(0, one, other).await.unwrap();
    assert!(group.sees_week(2).await.offers.is_empty());
    assert_eq!(group.sees_week(1).await.offers.len(), 1);
    // Kept apart from whoever she would listen with: the offer is not there for her.
    keeps_apart(&group, 2, 3).await;
    assert!(group.sees_week(3).await.offers.is_empty());
    let accepts = async |who: usize| {
        let accepts = async |tx: &Tx<'_>, permit: Permit<Listen>| {
            mutual_aid::commands::listening::accept_swap(tx, permit, swap).await
        };
        group.act(who, accepts).await
    };
    assert_eq!(refused(accepts(3).await), "listening-not-full");
    accepts(1).await.unwrap();
    let with = async |who: usize| {
        let mine = group.sees_week(who).await.slots.into_iter().find(|line| line.mine).unwrap();
        (mine.at, mine.with)
    };
    assert_eq!(with(0).await, (other, Some(group.members[3])));
    assert_eq!(with(1).await, (one, Some(group.members[2])));
    assert_eq!(refused(accepts(3).await), "listening-swap-gone");
});

on_each_database!(a_call_leaves_nothing_behind, |world| {
    let group = world.a_group().with_people(5).found().await;
    at_noon(&group, &[0, 1]).await;
    for who in [2, 3] {
        group.wants_to_call(who, true).await;
    }
    let at = group.slot(0, 1, 14, 16).await;
    for who in [0, 1] {
        group.takes_slot(who, at).await.unwrap();
    }
    begins(&group, at).await;
    group.settles_aid().await;
    let whole = async || {
        let raw = world.raw().await;
        let mut whole = Vec::new();
        for table in raw.tables().await {
            let columns = raw.columns(&table).await;
            for column in columns {
                let told = world.either("quote(@)", "coalesce(CAST(@ AS TEXT), '')").replace('@', &column);
                let sql = format!("SELECT {told} FROM {table} ORDER BY 1");
                whole.push((table.clone(), column, raw.texts(&sql).await));
            }
        }
        raw.close().await;
        whole
    };
    // Before, during and after a call: who asked, whom she was shown, that somebody called: nothing of it (L5).
    let before = whole().await;
    for who in [2, 3, 4] {
        group.can_call(who).await;
        group.sees_week(who).await;
    }
    group.settles_aid().await;
    assert_eq!(whole().await, before);
});

on_each_database!(what_is_over_goes_on_its_day, |world| {
    let group = world.a_group().with_people(5).found().await;
    at_noon(&group, &[0, 1, 2]).await;
    let at = group.slot(0, 1, 14, 16).await;
    for who in [0, 1] {
        group.takes_slot(who, at).await.unwrap();
    }
    group.leaves_slot(1, at).await.unwrap();
    group.settles_aid().await;
    begins(&group, at).await;
    let raw = world.raw().await;
    let purges = async || {
        group.write(async |tx: &Tx<'_>| Ok(MutualAid.purge(tx).await?)).await.unwrap();
    };
    purges().await;
    assert_eq!((raw.rows("listening_ask").await, raw.rows("listening_cover").await), (0, 0), "it began");
    world.clock.advance(Duration::hours(2) + Duration::days(7) - Duration::seconds(1));
    purges().await;
    assert_eq!(raw.rows("listening_take").await, 1);
    world.clock.advance(Duration::seconds(1));
    purges().await;
    assert_eq!(raw.rows("listening_take").await, 0);
    assert_eq!(
        raw.number("SELECT count(*) FROM listener WHERE asked_at IS NOT NULL").await,
        0,
        "that she was asked, too"
    );
    let gives = async |tx: &Tx<'_>, permit: Permit<mutual_aid::powers::OpenListening>| {
        mutual_aid::commands::listening::give_up(tx, permit, at.hours).await
    };
    group.act(2, gives).await.unwrap();
    world.clock.advance(Duration::days(16));
    purges().await;
    assert_eq!(raw.rows("listening").await, 0);
    raw.close().await;
});

on_each_database!(two_who_want_the_last_place_at_once_do_not_both_get_it, |world| {
    let group = world.a_group().with_people(5).found().await;
    at_noon(&group, &[0, 1, 2]).await;
    let at = group.slot(0, 1, 14, 16).await;
    group.takes_slot(0, at).await.unwrap();
    let (one, other) = tokio::join!(group.takes_slot(1, at), group.takes_slot(2, at));
    assert!(one.is_ok() != other.is_ok());
    let raw = world.raw().await;
    assert_eq!(raw.rows("listening_take").await, 2);
    raw.close().await;
});

on_each_database!(whoever_wants_to_hear_when_somebody_is_missing_hears_it_once, |world| {
    let group = world.a_group().with_people(6).found().await;
    at_noon(&group, &[0, 1, 3]).await;
    let watch = Watch { kinds: BTreeSet::from([Kind::Listening]), days: Vec::new() };
    says_limits(&group, 1, OwnLimits { watch, ..OwnLimits::default() }).await;
    for who in [1, 3] {
        wants_news(&group, who).await;
    }
    group.settles_aid().await;
    let told = async |at: At| who_is_told(&group, &format!("listening/{at}/missing")).await;
    let at = group.slot(0, 4, 14, 16).await;
    group.settles_aid().await;
    assert_eq!(told(at).await, [1], "and nobody else: she asked for it");
    // A second one in the same week says nothing new; on its eve it is said once more.
    let later = group.slot(0, 5, 14, 16).await;
    group.settles_aid().await;
    assert_eq!(told(later).await, [] as [usize; 0]);
    group.world.clock.advance(Duration::days(3) + Duration::hours(3));
    group.settles_aid().await;
    group.settles_aid().await;
    let raw = group.world.raw().await;
    let all = raw.texts("SELECT dedupe_key FROM outbox WHERE dedupe_key LIKE 'listening/%/missing/%'").await;
    raw.close().await;
    assert!(all.len() <= 2, "{all:?}");
});

on_each_database!(the_evening_before_whoever_listens_is_reminded_once_and_not_after_she_left, |world| {
    let group = world.a_group().with_people(6).found().await;
    at_noon(&group, &[0, 1]).await;
    let reminders = async || {
        let raw = group.world.raw().await;
        let keys = raw.texts("SELECT dedupe_key FROM outbox WHERE dedupe_key LIKE 'reminder/%'").await;
        raw.close().await;
        keys.len()
    };
    let at = group.slot(0, 4, 14, 16).await;
    group.takes_slot(1, at).await.unwrap();
    assert_eq!(reminders().await, 0, "she did not ask for it");
    let mail = OwnLimits { reminder: Reminder::Mail, ..OwnLimits::default() };
    says_limits(&group, 1, mail.clone()).await;
    assert_eq!(reminders().await, 1, "from what she holds already on");
    says_limits(&group, 1, mail).await;
    assert_eq!(reminders().await, 1);
    assert_eq!(group.leaves_slot(1, at).await.unwrap(), Left::Before);
    assert_eq!(reminders().await, 0);
});
