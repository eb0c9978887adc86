//! A draft belongs to its authors; sending it asks for what a debate needs (`decisions A1`, `A10`).

use super::{problems, refused};
use commons::db::Tx;
use commons::refusal::No;
use commons::register;
use decisions::ProposalId;
use decisions::commands::contribute::{ContributionKind, say};
use decisions::commands::write_proposal::{revise, step_back, write_with};
use decisions::powers::{Contribute, Propose};
use decisions::queries::list::list;
use decisions::queries::versions::versions;
use decisions::rules::state::State;
use membership::powers::Permit;
use parpour_tests::{Group, on_each_database};
use tally::Choice;

async fn writes_with(group: &Group<'_>, who: usize, id: ProposalId, other: usize) -> Result<(), No> {
    let other = group.members[other];
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| write_with(tx, permit, id, other).await).await
}

async fn steps_back(group: &Group<'_>, who: usize, id: ProposalId) -> Result<(), No> {
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| step_back(tx, permit, id).await).await
}

async fn rewrites(group: &Group<'_>, who: usize, id: ProposalId, title: &str) -> Result<(), No> {
    let text = group.proposes(who).titled(title).text();
    let effects = &group.world.effects;
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Propose>| revise(tx, permit, effects, id, text).await).await
}

on_each_database!(to_everybody_else_a_draft_is_not_there, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).drafted().await.unwrap();
    assert_eq!(group.seen_by(0, id).await.unwrap().state, State::Draft);
    for outcome in [
        group.seen_by(1, id).await.map(drop),
        group.seconds(1, id).await,
        group.votes(1, id, Choice::Yes).await,
        group.withdraws(1, id).await,
        group.sends(1, id).await.map(drop),
        rewrites(&group, 1, id, "Autre").await,
        writes_with(&group, 1, id, 2).await,
        steps_back(&group, 1, id).await,
        group
            .act(1, async |tx: &Tx<'_>, permit: Permit<Contribute>| {
                say(tx, permit, id, ContributionKind::Question, "?a").await
            })
            .await
            .map(drop),
    ] {
        assert_eq!(refused(outcome), "error-not-found");
    }
    assert_eq!(list(&group.read(), group.members[0]).await.unwrap().my_drafts.len(), 1);
    assert!(list(&group.read(), group.members[1]).await.unwrap().my_drafts.is_empty());
    assert_eq!(group.head().await, 1, "and the register says nothing of it");
});

on_each_database!(a_draft_may_be_unfinished_but_not_endless, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).titled("").summed_up("").drafted().await.unwrap();
    assert_eq!(
        problems(group.sends(0, id).await),
        ["title: proposal-title-missing", "summary: proposal-summary-missing"]
    );
    let endless = group.proposes(0).titled(&"t".repeat(161)).saying(&"x".repeat(20_001)).drafted().await;
    assert_eq!(problems(endless), ["title: too-long", "body: too-long"]);
    rewrites(&group, 0, id, "Un congélateur").await.unwrap();
    assert_eq!(group.sends(0, id).await.unwrap(), 1);
});

on_each_database!(a_plain_summary_is_required_and_stays_short, |world| {
    let group = world.a_group().found().await;
    let sent = async |summary: &str| group.proposes(0).summed_up(summary).sent().await;
    assert_eq!(problems(sent("  ").await), ["summary: proposal-summary-missing"]);
    assert_eq!(problems(sent("— … !").await), ["summary: proposal-summary-missing"]);
    assert_eq!(problems(sent(&"mot ".repeat(301)).await), ["summary: proposal-summary-long"]);
    sent(&"mot ".repeat(300)).await.unwrap();
});

on_each_database!(numbers_follow_each_other_in_the_order_of_sending, |world| {
    let group = world.a_group().found().await;
    let (first, second) = (group.proposes(0).drafted().await.unwrap(), group.proposes(1).drafted().await.unwrap());
    let gone = group.proposes(2).drafted().await.unwrap();
    group.withdraws(2, gone).await.unwrap();
    assert!(group.proposes(0).summed_up("").sent().await.is_err());
    assert_eq!(group.sends(1, second).await.unwrap(), 1);
    assert_eq!(group.sends(0, first).await.unwrap(), 2);
    assert_eq!(refused(group.sends(0, first).await), "proposal-moved-on");
    assert_eq!(group.told_about(first).await, [register::kinds::SUBMITTED]);
    let entry = group.entries_about(second).await.pop().unwrap();
    assert_eq!(entry.actors, [group.members[1]]);
    assert_eq!(entry.body.unwrap()["number"], 1);
});

on_each_database!(a_draft_that_is_withdrawn_leaves_nothing, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).drafted().await.unwrap();
    group.withdraws(0, id).await.unwrap();
    assert_eq!(refused(group.withdraws(0, id).await), "error-not-found");
    let raw = world.raw().await;
    assert_eq!((raw.rows("proposal").await, raw.rows("proposal_author").await), (0, 0));
    raw.close().await;
    assert_eq!(group.head().await, 1);
});

on_each_database!(several_write_a_draft_together, |world| {
    let group = world.a_group().with_people(4).found().await;
    let id = group.proposes(0).drafted().await.unwrap();
    writes_with(&group, 0, id, 1).await.unwrap();
    assert_eq!(problems(writes_with(&group, 0, id, 1).await), ["other: proposal-author-already"]);
    let stranger = world.a_group().found().await.members[0];
    let outcome =
        group.act(0, async |tx: &Tx<'_>, permit: Permit<Propose>| write_with(tx, permit, id, stranger).await).await;
    assert_eq!(problems(outcome), ["other: proposal-choose-member"]);
    rewrites(&group, 1, id, "À deux").await.unwrap();
    assert_eq!(group.seen_by(0, id).await.unwrap().title, "À deux");
    assert_eq!(group.seen_by(0, id).await.unwrap().authors, group.members[..2]);
    group.sends(1, id).await.unwrap();
    assert_eq!(refused(writes_with(&group, 0, id, 2).await), "proposal-moved-on");
    assert_eq!(refused(group.seconds(0, id).await), "proposal-second-own");
    assert_eq!(refused(group.seconds(1, id).await), "proposal-second-own");
    steps_back(&group, 0, id).await.unwrap();
    assert_eq!(refused(steps_back(&group, 1, id).await), "proposal-last-author");
    assert_eq!(refused(rewrites(&group, 0, id, "Plus à moi").await), "proposal-only-authors");
    group.seconds(0, id).await.unwrap();
});

on_each_database!(its_authors_are_always_named_in_the_same_order, |world| {
    let group = world.a_group().with_people(6).found().await;
    for others in [[0, 1, 2, 4, 5], [5, 4, 2, 1, 0], [4, 0, 5, 2, 1]] {
        let id = group.proposes(3).drafted().await.unwrap();
        for other in others {
            writes_with(&group, 3, id, other).await.unwrap();
        }
        assert_eq!(group.seen_by(3, id).await.unwrap().authors, group.members);
    }
});

on_each_database!(what_everybody_wrote_together_is_discussed_at_once, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).drafted().await.unwrap();
    writes_with(&group, 0, id, 1).await.unwrap();
    writes_with(&group, 0, id, 2).await.unwrap();
    group.sends(2, id).await.unwrap();
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.seconders_wanted), (State::Discussing, 0), "nobody is left to second it");
    assert_eq!(group.told_about(id).await, [register::kinds::SUBMITTED]);
    assert_eq!(seen.due_at, seen.discussion_until);
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::Voting);
});

on_each_database!(every_version_that_the_group_saw_is_kept, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).titled("Un four").drafted().await.unwrap();
    rewrites(&group, 0, id, "Un petit four").await.unwrap();
    group.sends(0, id).await.unwrap();
    rewrites(&group, 0, id, "Un petit four neuf").await.unwrap();
    group.seconds(1, id).await.unwrap();
    rewrites(&group, 0, id, "Un four neuf").await.unwrap();
    let kept = versions(&group.read(), id).await.unwrap();
    assert_eq!(
        kept.iter().map(|version| version.number).collect::<Vec<_>>(),
        [3, 2, 1],
        "drafts are nobody else's business"
    );
    let said = |version: usize, change| {
        let runs = kept[version].title.iter().filter(|run| run.change == change);
        runs.map(|run| run.words.trim()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!((said(1, "added"), said(0, "removed")), ("neuf".to_owned(), "petit".to_owned()));
    assert_eq!(kept[0].by, group.members[0]);
    assert_eq!(group.see(id).await.version, 3);
});

on_each_database!(what_a_proposal_does_is_checked_when_it_is_sent, |world| {
    let group = world.a_group().found().await;
    for (rule, value, said) in [
        ("no_such_rule", "1", "rule: charter-no-such-rule"),
        ("seconders", "0", "value: charter-write-number"),
        ("seconders", "1", "value: charter-says-so-already"),
        ("quorum_ordinary", "beaucoup", "value: charter-write-quorum"),
    ] {
        let id = group.proposes(0).doing(Group::change(rule, value)).drafted().await.unwrap();
        assert_eq!(problems(group.sends(0, id).await), [said], "{rule} = {value}");
    }
    let sent = async |effect| group.proposes(0).doing(effect).sent().await;
    assert_eq!(problems(sent(group.grant(0, &["no_such_power"], 30)).await), ["powers: mandate-no-such-power"]);
    assert_eq!(
        problems(sent(group.grant(0, &["invite"], 30)).await),
        ["powers: mandate-no-such-power"],
        "everybody has that one"
    );
    assert_eq!(problems(sent(group.grant(0, &[], -1)).await), ["until: day-from"]);
    assert_eq!(problems(sent(group.grant(0, &[], 366)).await), ["until: mandate-until-at-most"]);
    assert_eq!(problems(sent(Group::revoke(membership::MandateId::new())).await), ["effect: recall-asked-together"]);
    assert_eq!(problems(sent(Group::keep_tool("2027-01-10")).await), ["trial_until: day-from"]);
    assert_eq!(problems(sent(Group::keep_tool("2029-01-12")).await), ["trial_until: day-until"]);
    assert_eq!(group.head().await, 1, "nothing was sent");
});

on_each_database!(its_effect_is_shown_as_a_difference_before_anybody_votes, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).doing(Group::change("seconders", "3")).sent().await.unwrap();
    let differences = group.see(id).await.differences;
    assert_eq!(differences.len(), 1);
    assert_eq!(differences[0].what.key, "charter-rule-seconders");
    let (before, after) = (differences[0].before.as_ref().unwrap(), differences[0].after.as_ref().unwrap());
    assert_eq!((before.key.as_ref(), after.key.as_ref()), ("charter-unit-seconders", "charter-unit-seconders"));
    assert_ne!(before, after);
    let id = group.proposes(0).doing(group.grant(1, &["write_welcome_page"], 30)).sent().await.unwrap();
    let differences = group.see(id).await.differences;
    let keys: Vec<_> = differences.iter().map(|difference| difference.what.key.as_ref()).collect();
    assert_eq!(keys, ["mandate-named", "mandate-allows"]);
    assert!(differences.iter().all(|difference| difference.before.is_none()));
});
