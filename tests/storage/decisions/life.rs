//! From sending to the open vote: seconded, discussed, frozen, opened (`decisions A2`, `A3`, `A8`).

use super::{problems, refused};
use chrono::{Duration, NaiveTime};
use commons::clock::{Clock, Time};
use commons::db::Tx;
use commons::refusal::No;
use commons::register;
use decisions::ProposalId;
use decisions::commands::write_proposal::revise;
use decisions::powers::Propose;
use decisions::rules::question::Question;
use decisions::rules::state::State;
use decisions::rules::text::Frozen;
use membership::powers::Permit;
use parpour_tests::{Group, on_each_database};
use serde_json::Value;
use sha2::{Digest, Sha256};

async fn revises(group: &Group<'_>, id: ProposalId, body: &str) -> Result<(), No> {
    let text = group.proposes(0).saying(body).text();
    let effects = &group.world.effects;
    group.act(0, async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, id, text).await).await
}

fn wall(group_time: Time) -> chrono::NaiveDateTime {
    group_time.with_timezone(&chrono_tz()).naive_local()
}

fn chrono_tz() -> commons::clock::Tz {
    commons::clock::Tz::America__Toronto
}

fn at(text: &str) -> chrono::NaiveDateTime {
    text.parse().unwrap()
}

on_each_database!(a_proposal_that_nobody_seconds_lapses_to_the_microsecond, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let lapses = group.see(id).await.due_at.unwrap();
    let promised = group.now() + Duration::days(14);
    assert!(lapses >= promised && lapses < promised + Duration::days(1), "that evening, never sooner: {lapses}");
    world.clock.set(lapses - Duration::microseconds(1));
    assert_eq!(group.settle().await, 0);
    world.clock.set(lapses);
    assert_eq!(refused(group.seconds(1, id).await), "proposal-moved-on", "though nobody has come by yet");
    assert_eq!(refused(group.withdraws(0, id).await), "proposal-moved-on");
    assert_eq!(refused(revises(&group, id, "Encore").await), "proposal-moved-on");
    assert_eq!(group.settle().await, 1);
    assert_eq!(group.state(id).await, State::Lapsed);
    assert_eq!(group.told_about(id).await, [register::kinds::SUBMITTED, register::kinds::LAPSED]);
    assert_eq!(refused(group.seconds(1, id).await), "proposal-seconded-meanwhile");
    assert_eq!(group.settle().await, 0);
});

on_each_database!(it_is_discussed_once_enough_others_second_it, |world| {
    let group = world.a_group().with_people(5).with_rule("seconders", "3").found().await;
    let id = group.proposes(0).sent().await.unwrap();
    assert_eq!(refused(group.seconds(0, id).await), "proposal-second-own");
    group.seconds(1, id).await.unwrap();
    assert_eq!(refused(group.seconds(1, id).await), "proposal-seconded-already");
    group.seconds(2, id).await.unwrap();
    assert_eq!(group.state(id).await, State::Waiting);
    group.seconds(3, id).await.unwrap();
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.seconders.as_slice()), (State::Discussing, &group.members[1..4]));
    assert_eq!(refused(group.seconds(4, id).await), "proposal-seconded-meanwhile");
    assert_eq!(
        wall(seen.discussion_until.unwrap()),
        at("2027-01-16T20:00:00"),
        "five days later, at eight in the evening"
    );
});

on_each_database!(a_group_smaller_than_its_own_rule_can_still_talk, |world| {
    let group = world.a_group().quick().found().await;
    // No founding lets such a number through; a vote still may.
    group.adopts(Group::change("seconders", "20")).await;
    let id = group.proposes(0).sent().await.unwrap();
    assert_eq!(group.see(id).await.seconders_wanted, 2, "everybody else");
    group.seconds(1, id).await.unwrap();
    assert_eq!(group.state(id).await, State::Waiting);
    group.seconds(2, id).await.unwrap();
    assert_eq!(group.state(id).await, State::Discussing);
});

on_each_database!(what_has_enough_seconders_when_its_time_is_over_does_not_lapse, |world| {
    let group = world.a_group().quick().with_rule("seconders", "2").with_rule("unseconded_days", "14").found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let alone = group.proposes(0).sent().await.unwrap();
    group.seconds(1, id).await.unwrap();
    group.adopts(Group::change("seconders", "1")).await;
    assert_eq!(group.state(id).await, State::Waiting, "and she cannot second it twice");
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::Voting);
    assert_eq!(group.state(alone).await, State::Lapsed);
});

on_each_database!(authors_may_take_more_time_than_the_charter_asks_never_less, |world| {
    let group = world.a_group().found().await;
    for (asked, discussed, voted) in [((0, 0), 5, 5), ((8, 9), 8, 9), ((2, 60), 5, 60), ((1_000, 1_000), 90, 90)] {
        let id = group.proposes(0).lasting(asked.0, asked.1).sent().await.unwrap();
        assert_eq!(group.see(id).await.days, (discussed, voted), "{asked:?}");
    }
    let id = group.proposes(0).doing(Group::change("seconders", "2")).sent().await.unwrap();
    assert_eq!(group.see(id).await.days, (10, 7), "a change of charter takes longer");
});

on_each_database!(a_text_changed_late_is_read_for_a_day_more, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    group.seconds(1, id).await.unwrap();
    let until = group.see(id).await.discussion_until.unwrap();
    world.clock.set(until - Duration::hours(24));
    revises(&group, id, "Tôt").await.unwrap();
    assert_eq!(group.see(id).await.discussion_until, Some(until), "early enough");
    world.clock.set(until - Duration::hours(23));
    revises(&group, id, "Tard").await.unwrap();
    let later = group.see(id).await.discussion_until.unwrap();
    assert_eq!(wall(later), wall(until) + Duration::hours(1), "at nine, a whole day after");
    world.clock.set(until - Duration::hours(22));
    revises(&group, id, "Plus tard").await.unwrap();
    let later = group.see(id).await.discussion_until.unwrap();
    assert_eq!(wall(later), wall(until) + Duration::days(1));
    assert_eq!(group.see(id).await.due_at, Some(later));
    world.clock.set(until);
    assert_eq!(group.settle().await, 0);
    world.clock.set(later);
    group.settle().await;
    assert_eq!(group.state(id).await, State::Voting);
});

on_each_database!(once_its_hour_has_come_a_text_no_longer_changes, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    group.seconds(1, id).await.unwrap();
    world.clock.set(group.see(id).await.discussion_until.unwrap());
    assert_eq!(refused(revises(&group, id, "Trop tard").await), "proposal-moved-on", "though nobody has come by yet");
    assert_eq!(refused(group.withdraws(0, id).await), "proposal-moved-on");
    group.settle().await;
    assert_eq!(group.state(id).await, State::Voting);
    let frozen = group.see(id).await;
    assert_eq!(refused(revises(&group, id, "Trop tard").await), "proposal-moved-on");
    assert_eq!(refused(group.withdraws(0, id).await), "proposal-moved-on");
    let after = group.see(id).await;
    assert_eq!((after.body, after.version, after.text_hash), (frozen.body, frozen.version, frozen.text_hash));
});

on_each_database!(the_vote_is_about_a_text_by_its_fingerprint, |world| {
    let group = world.a_group().found().await;
    let (kind, details) = Group::change("seconders", "2").unwrap();
    let id = group.open_vote(Some((kind, details.clone()))).await;
    let seen = group.see(id).await;
    let frozen = Frozen {
        title: &seen.title,
        summary: &seen.summary,
        body: &seen.body,
        effect: Some(kind),
        details: Some(&details),
        question: &Question::default(),
    };
    assert_eq!(seen.text_hash, Some(frozen.hash().unwrap()));
    let opened = group.entries_about(id).await.pop().unwrap();
    assert_eq!((opened.kind.as_str(), opened.actors.as_slice()), (register::kinds::OPENED, &[][..]));
    let body = opened.body.unwrap();
    assert_eq!(body["text_hash"], Value::from(seen.text_hash.unwrap()));
    assert_eq!(body["text"], Value::from(seen.body));
    assert_eq!(body.get("roll"), None, "beside the people counted, it would tell how many rest");
    let mut roll: Vec<String> = group.members.iter().map(ToString::to_string).collect();
    roll.sort();
    assert_eq!(body["roll_hash"], Value::from(hex::encode(Sha256::digest(roll.join("\n")))));
});

on_each_database!(a_vote_lasts_until_eight_in_the_evening_of_its_last_day, |world| {
    let group = world.a_group().found().await;
    // Over the change to summer time: the evening of 14 March 2027 is 23 hours after that of the 13th.
    world.clock.set("2027-03-06T15:00:00Z".parse().unwrap());
    let id = group.open_vote(None).await;
    let seen = group.see(id).await;
    assert_eq!(wall(seen.discussion_until.unwrap()), at("2027-03-11T20:00:00"));
    assert_eq!(wall(seen.closes_at.unwrap()), at("2027-03-16T20:00:00"));
    assert_eq!(wall(seen.closes_at.unwrap()).time(), NaiveTime::from_hms_opt(20, 0, 0).unwrap());
    assert_eq!(seen.due_at, seen.closes_at);
});

on_each_database!(taken_back_before_the_vote_it_stays_in_the_register_as_withdrawn, |world| {
    let group = world.a_group().found().await;
    let (waiting, discussed) = (group.proposes(0).sent().await.unwrap(), group.proposes(0).sent().await.unwrap());
    group.seconds(1, discussed).await.unwrap();
    for id in [waiting, discussed] {
        assert_eq!(refused(group.withdraws(1, id).await), "proposal-only-authors");
        group.withdraws(0, id).await.unwrap();
        assert_eq!(group.state(id).await, State::Withdrawn);
        assert_eq!(group.told_about(id).await, [register::kinds::SUBMITTED, register::kinds::WITHDRAWN]);
        assert_eq!(refused(group.withdraws(0, id).await), "proposal-moved-on");
        assert_eq!(refused(group.seconds(2, id).await), "proposal-seconded-meanwhile");
        assert_eq!(refused(revises(&group, id, "x").await), "proposal-moved-on");
    }
    world.clock.advance(Duration::days(400));
    assert_eq!(group.settle().await, 0, "nothing more happens to it");
});

on_each_database!(the_weight_of_a_decision_under_way_does_not_change, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let text = group.proposes(0).doing(Group::change("seconders", "2")).text();
    let effects = &world.effects;
    let outcome =
        group.act(0, async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, id, text).await).await;
    assert_eq!(problems(outcome), ["effect: proposal-other-weight"]);
});

on_each_database!(a_refused_move_changes_nothing_and_leaves_no_entry, |world| {
    let group = world.a_group().with_people(4).found().await;
    let id = group.open_vote(None).await;
    let (before, head) = (group.see(id).await, group.head().await);
    for outcome in [
        group.seconds(2, id).await,
        group.withdraws(0, id).await,
        revises(&group, id, "x").await,
        group.sends(0, id).await.map(drop),
        group.votes(1, id, tally::Choice::Blank).await,
    ] {
        assert!(outcome.is_err());
    }
    let after = group.see(id).await;
    assert_eq!((after.state, after.due_at, after.version), (before.state, before.due_at, before.version));
    assert_eq!(after.vote, before.vote);
    assert_eq!(group.head().await, head);
    assert!(world.clock.now() < after.closes_at.unwrap());
});
