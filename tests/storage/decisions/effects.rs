//! An adopted decision acts: exactly once, whole or not at all, and says so (`decisions G2`, `G3`, ruling 1).

use async_trait::async_trait;
use chrono::Duration;
use commons::clock::Clock;
use commons::db::{Scope, Tx};
use commons::effects::{self, Adopted, CannotAct, Class, Decision, Difference, Effect, Effects};
use commons::refusal::{Broken, Message, No};
use commons::register::verify::{Verdict, verify};
use commons::register::{self, New, kinds};
use decisions::ProposalId;
use decisions::commands::settle::settle;
use decisions::rules::state::State;
use membership::queries::{charter, mandates};
use parpour_tests::{Group, World, on_each_database};
use serde_json::{Value, json};

on_each_database!(without_challenge_window_it_acts_in_the_transaction_that_closes, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    group.all_vote_yes(id).await;
    // The closing cannot be kept without what it does: an effect that breaks takes the closing with it.
    world.clock.set(group.see(id).await.closes_at.unwrap());
    let broken = Effects::default().with(Breaking);
    assert!(settle(&world.db, &broken, &parpour::areas::areas(), group.id).await.is_err());
    assert_eq!(group.state(id).await, State::Voting);
    assert_eq!(group.told_about(id).await, [kinds::SUBMITTED, kinds::OPENED]);
    group.settle().await;
    assert_eq!(group.told_about(id).await, [kinds::SUBMITTED, kinds::OPENED, kinds::ADOPTED, kinds::EFFECT_DONE]);
    assert_eq!(group.charter().await.seconders(), 2);
});

on_each_database!(a_proposal_that_cannot_be_settled_keeps_nobody_waiting, |world| {
    let group = world.a_group().quick().found().await;
    let stuck = group.open_vote(Group::change("seconders", "2")).await;
    let free = group.open_vote(None).await;
    group.all_vote_yes(stuck).await;
    group.all_vote_yes(free).await;
    world.clock.set(group.see(free).await.closes_at.unwrap());
    assert!(settle(&world.db, &Effects::default().with(Breaking), &parpour::areas::areas(), group.id).await.is_err());
    assert_eq!((group.state(stuck).await, group.state(free).await), (State::Voting, State::InForce));
});

on_each_database!(with_a_challenge_window_it_acts_when_the_window_ends, |world| {
    let group = world.a_group().found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    group.all_vote_yes(id).await;
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    let ends = seen.closes_at.unwrap() + Duration::hours(72);
    assert_eq!((seen.state, seen.window_until, seen.due_at), (State::Adopted, Some(ends), Some(ends)));
    assert_eq!(group.charter().await.seconders(), 1);
    world.clock.set(ends - Duration::microseconds(1));
    assert_eq!(group.settle().await, 0);
    world.clock.set(ends);
    assert_eq!(group.settle().await, 1);
    assert_eq!((group.state(id).await, group.charter().await.seconders()), (State::InForce, 2));
    assert_eq!(group.settle().await, 0);
    assert_eq!(group.told_about(id).await.iter().filter(|kind| *kind == kinds::EFFECT_DONE).count(), 1);
});

on_each_database!(a_changed_rule_shows_the_decision_that_made_it_and_the_old_one_stays_in_memory, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.adopts(Group::change("seconders", "2")).await;
    let rule =
        charter::in_force(&group.read()).await.unwrap().into_iter().find(|rule| rule.rule.name == "seconders").unwrap();
    assert_eq!((rule.value.as_str(), Some(rule.since_seq)), ("2", group.see(id).await.closed_seq));
    group.adopts(Group::change("seconders", "3")).await;
    let raw = world.raw().await;
    let values = raw.texts("SELECT value FROM charter_rule WHERE rule = 'seconders' ORDER BY since_seq").await;
    assert_eq!(values, ["1", "2", "3"]);
    assert_eq!(raw.number("SELECT count(*) FROM charter_rule WHERE rule = 'seconders' AND until IS NULL").await, 1);
    raw.close().await;
});

on_each_database!(a_granted_mandate_says_where_it_comes_from, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.adopts(group.grant(1, &["write_welcome_page"], 30)).await;
    let mandate = group.mandates().await.pop().unwrap();
    assert_eq!((mandate.holder, mandate.granted_by, mandate.ended_at), (group.members[1], id.0, None));
    assert_eq!(mandate.powers, ["write_welcome_page"]);
    assert_eq!(mandate.starts_at, world.clock.now());
});

on_each_database!(an_ended_mandate_says_when_and_stays_in_memory, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(1, &[], 30)).await;
    let mandate = group.mandates().await.pop().unwrap();
    group.recalls(mandate.id).await;
    assert_eq!(group.mandates().await, []);
    let kept = mandates::one(&group.read(), mandate.id).await.unwrap().unwrap();
    assert_eq!(kept.ended_at, Some(world.clock.now()));
});

on_each_database!(the_tool_stays_on_trial_until_the_new_day, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(Group::keep_tool("2027-06-01")).await;
    assert_eq!(group.charter().await.trial_until(), Some("2027-06-01".parse().unwrap()));
});

/// What the register says of a decision that could not act.
async fn failure(group: &Group<'_>, id: ProposalId) -> String {
    let seen = group.see(id).await;
    assert_eq!(seen.state, State::EffectFailed);
    let entry = group.entries_about(id).await.pop().unwrap();
    assert_eq!(entry.kind, kinds::EFFECT_FAILED);
    let reason = seen.failure.unwrap().key.into_owned();
    assert_eq!(entry.body.unwrap()["reason"]["key"], Value::from(reason.as_str()));
    reason
}

/// Two proposals that both stand when they are sent, and of which one leaves nothing to the other.
async fn both_adopted(group: &Group<'_>, one: Option<(&str, Value)>, other: Option<(&str, Value)>) -> [ProposalId; 2] {
    let ids = [group.open_vote(one).await, group.open_vote(other).await];
    for id in ids {
        group.all_vote_yes(id).await;
    }
    group.to_next_step(ids[0]).await;
    assert_eq!(group.state(ids[0]).await, State::InForce);
    ids
}

on_each_database!(the_last_free_mandate_of_a_person_is_granted_once, |world| {
    let group = world.a_group().quick().with_rule("mandates_per_person", "1").found().await;
    let [_, second] = both_adopted(&group, group.grant(2, &[], 30), group.grant(2, &["write_welcome_page"], 60)).await;
    assert_eq!(failure(&group, second).await, "mandate-holder-has-enough");
    assert_eq!(group.mandates().await.len(), 1);
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});

on_each_database!(a_mandate_is_ended_once, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(2, &[], 30)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let first = group.recalls(mandate.id).await;
    let raw = world.raw().await;
    let by =
        raw.texts(world.either(
            "SELECT lower(hex(ended_by)) FROM mandate",
            "SELECT replace(ended_by::text, '-', '') FROM mandate",
        ))
        .await;
    assert_eq!(by, [first.0.simple().to_string()]);
    raw.close().await;
});

on_each_database!(a_mandate_that_ran_out_during_its_recall_is_not_ended_again, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(2, &[], 8)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let id = group.recalls(mandate.id).await;
    assert_eq!(failure(&group, id).await, "mandate-over-already");
    let kept = mandates::one(&group.read(), mandate.id).await.unwrap().unwrap();
    assert_eq!(kept.ended_at, None, "its own date ended it");
});

on_each_database!(a_rule_that_says_so_already_is_not_changed_again, |world| {
    let group = world.a_group().quick().found().await;
    let [_, second] = both_adopted(&group, Group::change("seconders", "2"), Group::change("seconders", "2")).await;
    assert_eq!(failure(&group, second).await, "charter-says-so-already");
});

on_each_database!(a_mandate_whose_last_day_has_passed_meanwhile_is_not_granted, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(group.grant(2, &[], 3)).await;
    group.all_vote_yes(id).await;
    world.clock.advance(Duration::days(4));
    group.settle().await;
    assert_eq!(failure(&group, id).await, "day-from");
    assert_eq!(mandates::all(&group.read()).await.unwrap(), []);
});

on_each_database!(a_proposal_without_effect_is_in_force_as_it_is, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.adopts(None).await;
    assert_eq!(group.told_about(id).await, [kinds::SUBMITTED, kinds::OPENED, kinds::ADOPTED]);
});

/// An effect of the tests' own, under the name of one that proposals know.
struct Breaking;
/// Writes, and then finds that it cannot go on.
struct HalfWay;
/// Writes, and then never ends.
struct Endless;

/// What each of them writes first.
async fn write_something(tx: &Tx<'_>) -> Result<(), Broken> {
    let new = New { kind: kinds::MANDATE_USED, actors: &[], about: None, body: json!({}) };
    register::append(tx, new).await.map(drop)
}

macro_rules! effect_of_the_tests {
    ($effect:ident, |$tx:ident| $body:block) => {
        #[async_trait(?Send)]
        impl Effect for $effect {
            fn kind(&self) -> &'static str {
                "charter.change/1"
            }
            fn class(&self) -> Class {
                Class::Charter
            }
            async fn check(&self, _: &Scope<'_>, _: &Value) -> Result<(), No> {
                Ok(())
            }
            async fn preview(&self, _: &Scope<'_>, _: &Value) -> Result<Vec<Difference>, No> {
                Ok(Vec::new())
            }
            async fn carry_out(&self, $tx: &Tx<'_>, _: &Adopted, _: &Value) -> Result<(), CannotAct> $body
        }
    };
}

effect_of_the_tests!(Breaking, |tx| {
    write_something(tx).await?;
    Err(CannotAct::Broken(Broken::stored("on purpose")))
});
effect_of_the_tests!(HalfWay, |tx| {
    write_something(tx).await?;
    Err(CannotAct::NoLongerApplies(Message::new("effect-no-longer-applies")))
});
effect_of_the_tests!(Endless, |tx| {
    write_something(tx).await?;
    std::future::pending().await
});

async fn about_to_close(world: &World) -> (Group<'_>, ProposalId) {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    group.all_vote_yes(id).await;
    world.clock.set(group.see(id).await.closes_at.unwrap());
    (group, id)
}

on_each_database!(an_effect_that_stops_half_way_leaves_no_half, |world| {
    let (group, id) = about_to_close(world).await;
    settle(&world.db, &Effects::default().with(HalfWay), &parpour::areas::areas(), group.id).await.unwrap();
    assert_eq!(failure(&group, id).await, "effect-no-longer-applies");
    let kinds: Vec<_> =
        register::latest(&group.read(), None, 2).await.unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [kinds::EFFECT_FAILED, kinds::ADOPTED], "what it wrote before it stopped is undone");
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});

on_each_database!(a_closing_cut_short_begins_again_and_counts_once, |world| {
    let (group, id) = about_to_close(world).await;
    let head = group.head().await;
    for _ in 0..3 {
        let endless = Effects::default().with(Endless);
        let cut = tokio::time::timeout(
            std::time::Duration::from_millis(300),
            settle(&world.db, &endless, &parpour::areas::areas(), group.id),
        )
        .await;
        assert!(cut.is_err());
        assert_eq!((group.state(id).await, group.head().await), (State::Voting, head));
    }
    group.settle().await;
    assert_eq!(group.state(id).await, State::InForce);
    assert_eq!(group.head().await, head + 2);
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
});

on_each_database!(nobody_makes_a_decision_act_that_was_not_adopted_or_acted_already, |world| {
    let group = world.a_group().quick().found().await;
    let details = json!({ "rule": "seconders", "value": "3" });
    let acted = group.adopts(Group::change("seconders", "2")).await;
    let open = group.open_vote(Group::change("seconders", "3")).await;
    let adopted_seq = group.see(acted).await.closed_seq.unwrap();
    let opened_seq = group.entries_about(open).await.pop().unwrap().seq;
    for (id, seq) in
        [(acted, adopted_seq), (open, opened_seq), (open, adopted_seq), (acted, adopted_seq + 1), (open, 9_999)]
    {
        let decision = Decision { id: id.0, adopted_seq: seq, kind: "charter.change/1", details: &details };
        let outcome = group.write(async |tx: &Tx<'_>| Ok(effects::act(tx, &world.effects, &decision).await?)).await;
        assert!(matches!(outcome, Err(No::Broken(Broken::Stored(_)))), "{outcome:?}");
    }
    assert_eq!(group.charter().await.seconders(), 2);
});
