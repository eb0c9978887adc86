//! What a proposal would change, as its readers saw it then (`decisions G3`).

use commons::db::Tx;
use commons::refusal::{Message, No};
use decisions::ProposalId;
use decisions::commands::write_proposal::revise;
use decisions::powers::Propose;
use decisions::rules::state::State;
use membership::effects::value_in_words;
use membership::powers::Permit;
use parpour_tests::{Group, on_each_database};

/// The "before" of the one difference of a change of `seconders`.
async fn before(group: &Group<'_>, id: ProposalId) -> Option<Message> {
    let differences = group.see(id).await.differences;
    assert_eq!(differences.len(), 1);
    differences[0].before.clone()
}

fn said(value: &str) -> Option<Message> {
    Some(value_in_words("seconders", value))
}

on_each_database!(before_stays_what_it_was_when_the_text_was_frozen, |world| {
    let group = world.a_group().quick().with_rule("unseconded_days", "14").found().await;
    let (three, two) = (Group::change("seconders", "3"), Group::change("seconders", "2"));
    let rejected = group.open_vote(three.clone()).await;
    let (first, second) = (group.open_vote(two.clone()).await, group.open_vote(two).await);
    group.all_vote_yes(first).await;
    group.all_vote_yes(second).await;
    let lapsed = group.proposes(0).doing(three.clone()).sent().await.unwrap();
    let withdrawn = group.proposes(0).doing(three).sent().await.unwrap();
    group.to_next_step(first).await;
    assert_eq!(group.charter().await.seconders(), 2);
    assert_eq!(before(&group, lapsed).await, said("2"), "as things stand, while its text may change");
    group.withdraws(0, withdrawn).await.unwrap();
    group.to_next_step(lapsed).await;
    group.adopts(Group::change("seconders", "1")).await;
    let all = [rejected, first, second, lapsed, withdrawn];
    let mut states = Vec::new();
    for id in all {
        states.push(group.state(id).await);
    }
    let expected = [State::NotAdopted, State::InForce, State::EffectFailed, State::Lapsed, State::Withdrawn];
    assert_eq!(states, expected);
    let mut kept = Vec::new();
    for id in all {
        kept.push(before(&group, id).await);
    }
    assert_eq!(kept, [said("1"), said("1"), said("1"), said("2"), None]);
});

on_each_database!(a_running_vote_shows_what_its_text_was_frozen_against, |world| {
    let group = world.a_group().quick().with_rule("voting_days_charter", "9").found().await;
    let running = group.open_vote(Group::change("seconders", "3")).await;
    let text = group.proposes(0).doing(Group::change("seconders", "2")).sent().await.unwrap();
    let effects = &world.effects;
    let again = group.proposes(0).doing(Group::change("voting_days_charter", "1")).text();
    let revised: Result<(), No> =
        group.act(0, async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, text, again).await).await;
    revised.unwrap();
    let seen = group.see(text).await.differences;
    assert_eq!(seen[0].before, Some(value_in_words("voting_days_charter", "9")), "a text that changes is read anew");
    assert_eq!(before(&group, running).await, said("1"));
});

on_each_database!(what_is_kept_of_a_preview_names_nobody, |world| {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(2, &[], 30)).await;
    let mandate = group.mandates().await[0].id;
    let ends = group.open_recall(mandate).await;
    let raw = world.raw().await;
    let kept = raw.texts("SELECT preview FROM proposal WHERE preview IS NOT NULL").await;
    raw.close().await;
    assert_eq!(kept, Vec::<String>::new());
    let shown = group.see(ends).await.differences;
    assert_eq!(shown[0].before.as_ref().unwrap().key, "mandate-held", "it is read anew, from who she is today");
});
