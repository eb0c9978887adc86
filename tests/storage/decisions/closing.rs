//! A vote closes by itself, once, at its deadline, and says how it was counted (`decisions C5`, 6.1, 6.2, 7.1).

use chrono::Duration;
use commons::clock::Clock;
use commons::db::Tx;
use commons::outbox::{Sent, To, deliver_due};
use commons::register;
use decisions::rules::state::State;
use membership::commands::change_access::want_news;
use membership::powers::{ChangeOwnAccess, Permit};
use parpour_tests::{Group, Post, World, on_each_database};
use tally::{Choice, Threshold, Verdict};

/// A vote of ten people with these ballots, closed.
async fn closed(
    world: &World,
    rules: &[(&str, &str)],
    yes: usize,
    no: usize,
    abstain: usize,
) -> (State, Verdict, String) {
    let found =
        rules.iter().fold(world.a_group().with_people(10).quick(), |found, (name, value)| found.with_rule(name, value));
    let group = found.found().await;
    let id = group.open_vote(None).await;
    let ballots = std::iter::repeat_n(Choice::Yes, yes).chain(std::iter::repeat_n(Choice::No, no));
    for (who, choice) in ballots.chain(std::iter::repeat_n(Choice::Abstain, abstain)).enumerate() {
        group.votes(who, id, choice).await.unwrap();
    }
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    let result = seen.result.unwrap();
    let told = group.told_about(id).await.pop().unwrap();
    let expected = if result.outcome.verdict == Verdict::Adopted {
        register::kinds::ADOPTED
    } else {
        register::kinds::NOT_ADOPTED
    };
    assert_eq!(told, expected);
    assert_eq!(register::entry(&group.read(), seen.closed_seq.unwrap()).await.unwrap().unwrap().kind, told);
    (seen.state, result.outcome.verdict, result.sentence().key.into_owned())
}

on_each_database!(every_verdict_is_reached_and_said, |world| {
    let two_thirds = &[("majority_ordinary", "2/3")][..];
    for (rules, yes, no, abstain, verdict, sentence) in [
        (&[][..], 3, 1, 0, Verdict::Adopted, "verdict-adopted"),
        (&[], 1, 0, 3, Verdict::Adopted, "verdict-adopted"),
        (&[], 1, 3, 0, Verdict::Rejected, "verdict-rejected"),
        (&[], 2, 2, 0, Verdict::Tied, "verdict-tied"),
        (&[], 3, 0, 0, Verdict::NoQuorum, "verdict-no-quorum"),
        (&[], 0, 0, 0, Verdict::NoQuorum, "verdict-no-quorum"),
        (&[], 0, 0, 4, Verdict::NoResult, "verdict-no-result"),
        (two_thirds, 4, 2, 0, Verdict::Adopted, "verdict-adopted"),
        (two_thirds, 3, 2, 0, Verdict::Rejected, "verdict-rejected"),
    ] {
        let (state, found, said) = closed(world, rules, yes, no, abstain).await;
        let expected = if verdict == Verdict::Adopted { State::InForce } else { State::NotAdopted };
        assert_eq!((state, found, said.as_str()), (expected, verdict, sentence), "{yes} / {no} / {abstain}");
    }
});

on_each_database!(it_closes_at_its_deadline_and_not_before, |world| {
    let group = world.a_group().found().await;
    let id = group.open_vote(None).await;
    let closes = group.see(id).await.closes_at.unwrap();
    world.clock.set(closes - Duration::microseconds(1));
    assert_eq!(group.settle().await, 0);
    assert_eq!(group.state(id).await, State::Voting);
    world.clock.set(closes);
    group.settle().await;
    assert_eq!(group.state(id).await, State::NotAdopted);
    let head = group.head().await;
    assert_eq!(group.settle().await, 0);
    assert_eq!(group.head().await, head);
});

on_each_database!(a_charter_changed_meanwhile_does_not_change_a_running_vote, |world| {
    let group = world.a_group().with_people(10).quick().with_rule("voting_days_ordinary", "9").found().await;
    let running = group.open_vote(None).await;
    for (rule, value) in [("quorum_ordinary", "10"), ("majority_ordinary", "9/10"), ("challenge_hours_ordinary", "240")]
    {
        group.adopts(Group::change(rule, value)).await;
    }
    let rules = group.see(running).await.rules;
    assert_eq!(
        (rules.majority, rules.quorum.to_string(), rules.challenge_hours),
        (Threshold::HALF, "33%".to_owned(), 0)
    );
    for who in 0..4 {
        group.votes(who, running, if who == 0 { Choice::No } else { Choice::Yes }).await.unwrap();
    }
    group.to_next_step(running).await;
    assert_eq!(group.state(running).await, State::InForce, "three of four, under the rules of its opening");
    let next = group.open_vote(None).await;
    let rules = group.see(next).await.rules;
    assert_eq!((rules.majority, rules.challenge_hours), (Threshold { p: 9, q: 10 }, 240));
});

on_each_database!(a_machine_that_was_off_comes_to_the_same_result, |world| {
    let group = world.a_group().found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    group.all_vote_yes(id).await;
    let closes = group.see(id).await.closes_at.unwrap();
    world.clock.set(closes + Duration::days(400));
    group.settle().await;
    let seen = group.see(id).await;
    assert_eq!(seen.state, State::InForce);
    assert_eq!(seen.window_until, Some(closes + Duration::hours(72)), "counted from the deadline");
    let told = group.entries_about(id).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), seen.acted_at), (register::kinds::EFFECT_DONE, Some(told.at)));
    assert_eq!(seen.acted_at, Some(world.clock.now()), "and done when somebody came by");
    assert_eq!(group.charter().await.seconders(), 2);
});

on_each_database!(what_was_due_first_is_done_first_after_an_outage_too, |world| {
    let group = world
        .a_group()
        .with_people(3)
        .quick()
        .with_rule("mandates_per_person", "1")
        .with_rule("challenge_hours_ordinary", "96");
    let group = group.with_rule("voting_days_ordinary", "3").found().await;
    // The first vote closes first, but its decision waits four days; the second decision acts at once.
    let waits = group.open_vote(group.grant(2, &[], 60)).await;
    group.all_vote_yes(waits).await;
    group.adopts(Group::change("challenge_hours_ordinary", "0")).await;
    let acts_at_once = group.open_vote(group.grant(2, &[], 90)).await;
    group.all_vote_yes(acts_at_once).await;
    let (first, second) = (group.see(waits).await, group.see(acts_at_once).await);
    assert!(first.closes_at < second.closes_at);
    assert!(first.closes_at.unwrap() + Duration::hours(96) > second.closes_at.unwrap());
    world.clock.advance(Duration::days(30));
    group.settle().await;
    assert_eq!(group.state(acts_at_once).await, State::InForce);
    assert_eq!(group.state(waits).await, State::EffectFailed, "the one place was taken when its turn came");
    assert_eq!(group.mandates().await.len(), 1);
});

on_each_database!(of_two_due_at_once_the_one_sent_first_goes_first, |world| {
    let group = world.a_group().quick().with_rule("mandates_per_person", "1").found().await;
    let drafts = [group.proposes(0).doing(group.grant(2, &[], 60)), group.proposes(0).doing(group.grant(2, &[], 90))];
    let [one, other] = drafts;
    let (drafted_first, sent_first) = (one.drafted().await.unwrap(), other.drafted().await.unwrap());
    for id in [sent_first, drafted_first] {
        group.sends(0, id).await.unwrap();
        group.seconds(1, id).await.unwrap();
        group.settle().await;
        group.all_vote_yes(id).await;
    }
    assert_eq!(group.see(sent_first).await.due_at, group.see(drafted_first).await.due_at);
    group.to_next_step(sent_first).await;
    assert_eq!(group.state(sent_first).await, State::InForce);
    assert_eq!(group.state(drafted_first).await, State::EffectFailed);
});

on_each_database!(a_group_smaller_than_its_quorum_can_still_decide, |world| {
    let group = world.a_group().quick().with_rule("quorum_ordinary", "12").found().await;
    let id = group.adopts(None).await;
    assert_eq!(group.see(id).await.result.unwrap().quorum, 3);
});

on_each_database!(who_asked_for_news_gets_one_letter_when_a_vote_opens, |world| {
    let group = world.a_group().quick().found().await;
    group.act(0, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await).await.unwrap();
    let id = group.open_vote(None).await;
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    let letters: Vec<_> = post.taken().into_iter().map(|delivery| delivery.letter).collect();
    assert_eq!(letters.len(), 1);
    assert_eq!((letters[0].to.clone(), letters[0].news), (To::Member(group.members[0]), true));
    assert!(letters[0].args.is_empty(), "that there is news, and no more");
    group.settle().await;
    world.clock.set(group.see(id).await.closes_at.unwrap().max(world.clock.now()));
    group.settle().await;
    deliver_due(&world.db, &post).await.unwrap();
    assert!(post.taken().is_empty());
});
