//! An effect that this version does not know, or no longer reads, does not undo the decision.

use async_trait::async_trait;
use commons::db::{Scope, Tx};
use commons::effects::{Adopted, CannotAct, Class, Difference, Effect, Effects};
use commons::refusal::{Broken, No};
use commons::register::kinds;
use decisions::ProposalId;
use decisions::commands::settle::settle;
use decisions::rules::state::State;
use parpour_tests::{Group, on_each_database};
use serde_json::Value;

/// Adopted all the same, and the reason is said.
async fn failed_because(group: &Group<'_>, id: ProposalId) -> String {
    let seen = group.see(id).await;
    assert_eq!(seen.state, State::EffectFailed);
    let told = group.told_about(id).await;
    assert_eq!(told, [kinds::SUBMITTED, kinds::OPENED, kinds::ADOPTED, kinds::EFFECT_FAILED]);
    seen.failure.unwrap().key.into_owned()
}

on_each_database!(an_effect_that_no_area_offers_any_more_is_told_as_not_done, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    group.all_vote_yes(id).await;
    world.clock.set(group.see(id).await.closes_at.unwrap());
    settle(&world.db, &Effects::default(), &parpour::areas::areas(), group.id).await.unwrap();
    assert_eq!(failed_because(&group, id).await, "effect-unknown");
    assert_eq!(group.settle().await, 0);
});

on_each_database!(details_that_no_longer_read_are_told_as_not_done, |world| {
    let group = world.a_group().quick().found().await;
    for details in ["{\"other\":1}", "not json"] {
        let id = group.open_vote(Group::change("seconders", "2")).await;
        group.all_vote_yes(id).await;
        let raw = world.raw().await;
        raw.run(&format!("UPDATE proposal SET details = '{details}' WHERE state = 'voting'")).await.unwrap();
        raw.close().await;
        world.clock.set(group.now().max(closing(&group, id).await));
        settle(&world.db, &world.effects, &parpour::areas::areas(), group.id).await.unwrap();
        let raw = world.raw().await;
        let states = raw.texts("SELECT state FROM proposal ORDER BY number DESC LIMIT 1").await;
        let why = raw.texts("SELECT failure FROM proposal ORDER BY number DESC LIMIT 1").await;
        raw.close().await;
        assert_eq!(states, ["effect_failed"], "{details}");
        assert!(why[0].contains("effect-unreadable"), "{details}: {why:?}");
    }
});

/// Far enough for any vote to be over; the proposal itself may not be shown while its details do not read.
async fn closing(group: &Group<'_>, _: ProposalId) -> commons::clock::Time {
    group.now() + chrono::Duration::days(60)
}

/// Finds the store busy.
struct Crowded;

#[async_trait(?Send)]
impl Effect for Crowded {
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
    async fn carry_out(&self, _: &Tx<'_>, _: &Adopted, _: &Value) -> Result<(), CannotAct> {
        Err(CannotAct::Broken(Broken::Busy))
    }
}

on_each_database!(a_busy_store_is_not_asked_for_one_proposal_after_the_other, |world| {
    let group = world.a_group().quick().found().await;
    let first = group.open_vote(Group::change("seconders", "2")).await;
    let other = group.open_vote(None).await;
    group.all_vote_yes(first).await;
    group.all_vote_yes(other).await;
    world.clock.set(group.see(other).await.closes_at.unwrap());
    let settled = settle(&world.db, &Effects::default().with(Crowded), &parpour::areas::areas(), group.id).await;
    assert!(matches!(settled, Err(Broken::Busy)), "{settled:?}");
    assert_eq!((group.state(first).await, group.state(other).await), (State::Voting, State::Voting));
    group.settle().await;
    assert_eq!((group.state(first).await, group.state(other).await), (State::InForce, State::InForce));
});
