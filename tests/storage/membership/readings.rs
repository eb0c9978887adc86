//! Protected clauses are adopted twice, thirty days apart; the charter tells what it said on a day (`domain` 2.16).

use chrono::Duration;
use commons::register::kinds;
use decisions::ProposalId;
use decisions::rules::state::State;
use membership::queries::{charter, readings};
use membership::rules::charter::rule_named;
use parpour_tests::{Group, on_each_database};

fn stricter() -> Option<(&'static str, serde_json::Value)> {
    Group::change("majority_charter", "3/4")
}

async fn majority(group: &Group<'_>) -> String {
    group.charter().await.text("majority_charter").to_owned()
}

async fn ended(group: &Group<'_>, id: ProposalId) -> (State, Option<String>, bool) {
    let seen = group.see(id).await;
    (seen.state, seen.failure.map(|no| no.key.into_owned()), seen.was_first_reading)
}

on_each_database!(the_first_reading_changes_nothing_and_the_second_changes_the_rule, |world| {
    let group = world.a_group().quick().found().await;
    let first = group.adopts(stricter()).await;
    assert_eq!(majority(&group).await, "2/3");
    assert_eq!(ended(&group, first).await, (State::InForce, None, true));
    let told = group.entries_about(first).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), &told.body.unwrap()["reading"]), (kinds::EFFECT_DONE, &"first".into()));
    let noted = readings::all(&group.read()).await.unwrap();
    assert_eq!((noted.len(), noted[0].decision), (1, first.0));
    world.clock.advance(Duration::days(30));
    let second = group.adopts(stricter()).await;
    assert_eq!(majority(&group).await, "3/4");
    assert_eq!(ended(&group, second).await, (State::InForce, None, false));
    assert!(readings::all(&group.read()).await.unwrap().is_empty());
    let in_force = charter::in_force(&group.read()).await.unwrap();
    let rule = in_force.into_iter().find(|rule| rule.rule.name == "majority_charter").unwrap();
    assert_eq!(Some(rule.since_seq), group.see(second).await.closed_seq, "it comes from the second decision");
});

on_each_database!(a_second_reading_too_soon_fails_in_words_and_the_first_still_counts, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(stricter()).await;
    let read_at = readings::all(&group.read()).await.unwrap()[0].read_at;
    let soon = group.adopts(stricter()).await;
    assert_eq!(ended(&group, soon).await, (State::EffectFailed, Some("charter-read-too-soon".to_owned()), false));
    assert_eq!(majority(&group).await, "2/3");
    world.clock.set(read_at + Duration::days(30));
    group.adopts(stricter()).await;
    assert_eq!(majority(&group).await, "3/4");
});

on_each_database!(another_text_is_another_first_reading, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(stricter()).await;
    world.clock.advance(Duration::days(40));
    group.adopts(Group::change("majority_charter", "4/5")).await;
    assert_eq!(majority(&group).await, "2/3");
    let back = group.adopts(stricter()).await;
    assert!(group.see(back).await.was_first_reading, "the earlier one gave way");
    world.clock.advance(Duration::days(400));
    let late = group.adopts(stricter()).await;
    assert!(group.see(late).await.was_first_reading, "after a year it begins again");
});

on_each_database!(the_preview_says_that_it_takes_two_readings_and_stays_as_it_was, |world| {
    let group = world.a_group().quick().found().await;
    let first = group.open_vote(stricter()).await;
    let said = async |id| {
        let line = group.see(id).await.differences.into_iter().find(|line| line.what.key == "charter-two-readings");
        line.unwrap().before.unwrap().key.into_owned()
    };
    assert_eq!(said(first).await, "charter-read-never");
    group.all_vote_yes(first).await;
    group.to_next_step(first).await;
    assert_eq!(said(first).await, "charter-read-never", "its own reading came after");
    let second = group.open_vote(stricter()).await;
    assert_eq!(said(second).await, "charter-read-once");
    let plain = group.open_vote(Group::change("seconders", "2")).await;
    assert_eq!(group.see(plain).await.differences.len(), 1);
});

on_each_database!(the_charter_tells_what_it_said_at_any_instant_and_how_one_rule_changed, |world| {
    let group = world.a_group().quick().found().await;
    let founded = group.now();
    let says = async |at| {
        let rules = charter::at(&group.read(), at).await.unwrap();
        rules.into_iter().find(|rule| rule.rule.name == "seconders").unwrap().value
    };
    group.adopts(Group::change("seconders", "2")).await;
    let changed = group.now();
    world.clock.advance(Duration::days(3));
    group.adopts(Group::change("seconders", "3")).await;
    assert_eq!(says(founded).await, "1");
    assert_eq!(says(changed - Duration::microseconds(1)).await, "1");
    assert_eq!(says(changed).await, "2");
    assert_eq!(says(group.now()).await, "3");
    let history = charter::history(&group.read(), rule_named("seconders").unwrap()).await.unwrap();
    let told: Vec<_> = history.iter().map(|(rule, until)| (rule.value.as_str(), *until)).collect();
    assert_eq!(told, [("3", None), ("2", Some(group.now())), ("1", Some(changed))]);
});
