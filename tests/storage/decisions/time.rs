//! Time around a vote and what comes after it: a missed quorum, more time, closing early, reminders, a vote that is
//! stopped, a decision that is contested, a text that comes back (`decisions A13`, `A14`, `C4`, `C6`, `C7`, `C9`, `C10`,
//! `D10`).

use crate::membership::{problems, refused};
use chrono::Duration;
use commons::area::Area;
use commons::clock::{Clock, Time};
use commons::db::Tx;
use commons::outbox::{Sent, To, deliver_due};
use commons::register::kinds;
use decisions::queries::list::list;
use decisions::review::{KeepDecision, Revisit};
use decisions::rules::ballot::Typed;
use decisions::rules::question::{Method, Question};
use decisions::rules::state::State;
use decisions::stop::{CancelVote, Contest};
use decisions::{Decisions, ProposalId};
use membership::commands::change_access::want_news;
use membership::commands::join::Arrival;
use membership::commands::pause::{Pausing, pause};
use membership::joint::{self, Signed, WAITS_FOR};
use membership::powers::{ChangeOwnAccess, Permit, Rest};
use membership::queries::people;
use parpour_tests::{Group, Post, World, in_parallel, on_each_database};
use serde_json::json;
use tally::{Choice, Quorum, Threshold};

async fn closes(group: &Group<'_>, id: ProposalId) -> Time {
    group.see(id).await.closes_at.unwrap()
}

/// Lets the deadline come.
async fn to_the_end(group: &Group<'_>, id: ProposalId) {
    group.world.clock.set(closes(group, id).await);
    group.settle().await;
}

/// The founders have an address: they want news.
async fn founders_want_news(group: &Group<'_>) {
    for who in [0, 1] {
        let wants = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
        group.act(who, wants).await.unwrap();
    }
}

/// To which founders letters left since the last time. Mornings come first: nothing leaves in quiet hours.
async fn told(group: &Group<'_>) -> Vec<usize> {
    let post = Post::answering(Sent::Done);
    deliver_due(&group.world.db, &post).await.unwrap();
    let mut told = Vec::new();
    for delivery in post.taken() {
        assert_eq!((delivery.letter.kind.as_str(), delivery.letter.args.len()), (membership::mail::NEWS, 0));
        let To::Member(to) = delivery.letter.to else { panic!("news to an address") };
        told.push(group.members.iter().position(|member| *member == to).unwrap());
    }
    told.sort_unstable();
    told
}

async fn last_entry(group: &Group<'_>, id: ProposalId) -> commons::register::Entry {
    group.entries_about(id).await.pop().unwrap()
}

async fn group_that<'w>(world: &'w World, missed: &str) -> Group<'w> {
    world.a_group().with_people(10).quick().with_rule("quorum_missed", missed).found().await
}

on_each_database!(a_missed_quorum_makes_a_vote_longer_once_on_the_same_roll_with_the_same_ballots, |world| {
    let group = group_that(world, "extend").await;
    let id = group.open_vote(None).await;
    for who in 0..3 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    let first = closes(&group, id).await;
    to_the_end(&group, id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.vote.as_ref().unwrap().received), (State::Voting, 3));
    assert_eq!(closes(&group, id).await - first, Duration::days(3));
    let entry = last_entry(&group, id).await;
    assert_eq!((entry.kind.as_str(), entry.actors.len()), (kinds::EXTENDED, 0));
    assert_eq!(entry.body.unwrap().pointer("/why").unwrap(), "quorum");
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::NotAdopted, "never twice");
    // With one ballot more, it counts.
    let id = group.open_vote(None).await;
    for who in 0..3 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    to_the_end(&group, id).await;
    group.votes(3, id, Choice::Yes).await.unwrap();
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(a_second_call_needs_half_and_those_who_are_awaited_hear_that_there_is_news, |world| {
    let group = group_that(world, "second_call").await;
    founders_want_news(&group).await;
    let id = group.open_vote(None).await;
    for who in [0, 2] {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    assert_eq!(told(&group).await, [0, 1]);
    to_the_end(&group, id).await;
    assert_eq!(group.see(id).await.vote.unwrap().quorum, 2, "half of four");
    assert_eq!(told(&group).await, [1], "Solange voted already");
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(a_secret_vote_is_made_longer_without_being_opened_and_tells_everybody, |world| {
    let group = group_that(world, "extend").await;
    founders_want_news(&group).await;
    let id = group.open_secret_vote(None).await;
    for who in [0, 2, 3] {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    told(&group).await;
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::Voting);
    assert_eq!(told(&group).await, [0, 1], "whoever voted too");
    let raw = world.raw().await;
    assert_eq!(raw.rows("ballot_box").await, 3);
    raw.close().await;
    group.votes_in_secret(4, id, "yes").await.unwrap();
    group.votes_in_secret(5, id, "no").await.unwrap();
    to_the_end(&group, id).await;
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts.yes, 4);
});

on_each_database!(to_recall_or_to_stop_at_once_is_never_put_off, |world| {
    let group = group_that(world, "extend").await;
    group.adopts(group.grant(2, &[], 300)).await;
    let mandate = group.mandates().await.pop().unwrap();
    let id = group.open_recall(mandate.id).await;
    assert_eq!(refused(group.asks_extension(0, id).await), "extension-no-more");
    assert_eq!(refused(group.stops(0, CancelVote::KIND, id, "Une erreur").await), "proposal-moved-on");
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});

on_each_database!(enough_members_make_a_vote_longer_and_nobody_is_named, |world| {
    let group = world.a_group().with_people(10).quick().found().await;
    founders_want_news(&group).await;
    let id = group.open_vote(None).await;
    told(&group).await;
    let first = closes(&group, id).await;
    for who in [3, 4] {
        group.asks_extension(who, id).await.unwrap();
    }
    assert_eq!(refused(group.asks_extension(3, id).await), "extension-asked-already");
    assert!(group.seen_by(3, id).await.unwrap().after.i_asked_extension);
    assert!(!group.seen_by(5, id).await.unwrap().after.i_asked_extension);
    let about = Decisions.everything_about(&group.read(), group.members[3]).await.unwrap();
    assert!(about.iter().any(|section| section.name == "extension_asked" && section.rows.len() == 1));
    assert_eq!(closes(&group, id).await, first);
    group.asks_extension(5, id).await.unwrap();
    assert_eq!(closes(&group, id).await - first, Duration::days(3));
    assert_eq!(told(&group).await, [0, 1]);
    let entry = last_entry(&group, id).await;
    assert_eq!((entry.kind.as_str(), entry.actors), (kinds::EXTENDED, vec![]));
    assert_eq!(entry.body.unwrap().pointer("/askers").unwrap(), 3);
    let raw = world.raw().await;
    assert_eq!(raw.rows("extension_asked").await, 0, "it is of no use any more");
    raw.close().await;
    // Twice in its life, and not a third time.
    for who in [3, 4, 5] {
        group.asks_extension(who, id).await.unwrap();
    }
    assert_eq!(refused(group.asks_extension(6, id).await), "extension-no-more");
    to_the_end(&group, id).await;
    assert_eq!(refused(group.asks_extension(6, id).await), "ballot-too-late");
});

on_each_database!(the_quorum_and_the_members_together_make_a_vote_longer_twice_at_most, |world| {
    let group = group_that(world, "extend").await;
    let id = group.open_vote(None).await;
    for _ in 0..2 {
        for who in 0..3 {
            group.asks_extension(who, id).await.unwrap();
        }
    }
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});

on_each_database!(who_leaves_asks_no_more_and_what_was_asked_is_forgotten_when_the_vote_is_over, |world| {
    let group = world.a_group().with_people(10).quick().found().await;
    let id = group.open_vote(None).await;
    group.asks_extension(3, id).await.unwrap();
    group.asks_extension(4, id).await.unwrap();
    let forget = async |tx: &Tx<'_>| Ok(Decisions.forget(tx, group.members[3]).await?);
    let erased = group.write(forget).await.unwrap();
    assert!(erased.iter().any(|erased| erased.table == "extension_asked" && erased.rows == 1));
    to_the_end(&group, id).await;
    let raw = world.raw().await;
    assert_eq!(raw.rows("extension_asked").await, 0);
    raw.close().await;
});

on_each_database!(asking_at_once_makes_it_longer_once, |world| {
    let group = world.a_group().with_people(10).quick().found().await;
    let id = group.open_vote(None).await;
    let asked = in_parallel(4, |who| {
        let group = &group;
        async move { group.asks_extension(who, id).await.is_ok() }
    });
    assert!(asked.into_iter().all(|asked| asked));
    let told = group.told_about(id).await;
    assert_eq!(told.iter().filter(|kind| *kind == kinds::EXTENDED).count(), 1);
});

on_each_database!(a_vote_closes_early_when_nobody_is_awaited_and_a_day_has_passed, |world| {
    let found = world.a_group().with_people(4).quick().with_rule("voting_days_ordinary", "5");
    let group = found.with_rule("close_when_all_voted", "yes").found().await;
    let id = group.open_vote(None).await;
    group.all_vote_yes(id).await;
    group.settle().await;
    assert_eq!(group.state(id).await, State::Voting, "people may still change their minds");
    world.clock.advance(Duration::hours(24));
    group.settle().await;
    assert_eq!(group.state(id).await, State::InForce);
    assert_eq!(group.see(id).await.closes_at, Some(world.clock.now()));
    assert!(group.told_about(id).await.contains(&kinds::CLOSED_EARLY.to_owned()));
    assert_eq!(group.settle().await, 0);
    // One who is awaited is enough to wait.
    let id = group.open_vote(None).await;
    for who in 0..3 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    world.clock.advance(Duration::hours(48));
    group.settle().await;
    assert_eq!(group.state(id).await, State::Voting);
});

on_each_database!(a_vote_with_paper_out_does_not_close_early, |world| {
    let found = world.a_group().with_people(4).quick().with_rule("voting_days_ordinary", "5");
    let group = found.with_rule("close_when_all_voted", "yes").found().await;
    let id = group.open_vote(None).await;
    group.hands_paper(0, 3, id).await.unwrap();
    for who in 0..3 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    // Whoever rests and has not voted is not counted: of those who are, everybody voted.
    let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause(tx, permit, Pausing::default()).await;
    group.act(3, rests).await.unwrap();
    world.clock.advance(Duration::hours(30));
    group.settle().await;
    assert!(!group.told_about(id).await.contains(&kinds::CLOSED_EARLY.to_owned()), "hers is awaited on paper");
});

on_each_database!(a_secret_vote_closes_early_at_the_look_of_the_day_and_not_when_the_last_one_came, |world| {
    let found = world.a_group().with_people(6).quick().with_rule("voting_days_ordinary", "5");
    let group = found.with_rule("close_when_all_voted", "yes").found().await;
    let id = group.open_secret_vote(None).await;
    world.clock.advance(Duration::hours(30));
    group.settle().await;
    for who in 0..6 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
        group.settle().await;
        assert_eq!(group.state(id).await, State::Voting, "it was looked at today");
    }
    world.clock.advance(Duration::days(1));
    group.settle().await;
    assert_eq!(group.state(id).await, State::Adopted);
});

on_each_database!(those_who_are_awaited_hear_twice_at_most_that_there_is_news, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("voting_days_ordinary", "5").found().await;
    founders_want_news(&group).await;
    let id = group.open_vote(None).await;
    assert_eq!(told(&group).await, [0, 1]);
    group.votes(0, id, Choice::Yes).await.unwrap();
    let (opened, end) = (group.now(), closes(&group, id).await);
    let mut heard = Vec::new();
    while group.now() < end {
        world.clock.advance(Duration::hours(1));
        group.settle().await;
        group.settle().await;
        heard.extend(told(&group).await);
    }
    assert_eq!(heard, [1, 1], "Solange voted; Ovila was told half way and on the last day");
    assert!(end - opened > Duration::days(5) - Duration::hours(1));
});

on_each_database!(in_a_secret_vote_everybody_hears_it, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("voting_days_ordinary", "5").found().await;
    founders_want_news(&group).await;
    let id = group.open_secret_vote(None).await;
    told(&group).await;
    group.votes_in_secret(0, id, "yes").await.unwrap();
    let end = closes(&group, id).await;
    world.clock.set(end - Duration::hours(9));
    group.settle().await;
    assert_eq!(told(&group).await, [0, 1], "after an outage once, not twice");
    group.settle().await;
    assert!(told(&group).await.is_empty());
});

on_each_database!(days_for_paper_come_on_top_of_the_charters_own, |world| {
    let group = world.a_group().quick().with_rule("paper_days", "3").found().await;
    let plain = group.proposes(0).sent().await.unwrap();
    let longer = group.proposes(0).lasting(0, 9).sent().await.unwrap();
    assert_eq!((group.see(plain).await.days.1, group.see(longer).await.days.1), (4, 9));
});

on_each_database!(three_members_stop_a_vote_and_say_why, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_vote(None).await;
    group.votes_saying(3, id, Choice::Yes, "Il en faut un").await.unwrap();
    assert_eq!(problems(group.stops(0, CancelVote::KIND, id, " ").await), ["reason: stop-reason-missing"]);
    let reason = "Le prix est celui d'un autre.";
    for who in [0, 4] {
        assert_eq!(group.stops(who, CancelVote::KIND, id, reason).await.unwrap(), Signed::Waits);
    }
    assert_eq!(group.stops(0, CancelVote::KIND, id, reason).await.unwrap(), Signed::Waits, "one voice each");
    assert_eq!(group.see(id).await.after.waiting.len(), 1);
    assert_eq!(group.stops(5, CancelVote::KIND, id, reason).await.unwrap(), Signed::Done);
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.due_at, seen.result), (State::Cancelled, None, None));
    let stopped = seen.after.cancelled.unwrap();
    assert_eq!((stopped.reason.as_str(), stopped.by.len()), (reason, 3));
    let entry = last_entry(&group, id).await;
    assert_eq!((entry.kind.as_str(), entry.actors.len()), (kinds::CANCELLED, 3));
    let raw = world.raw().await;
    assert_eq!(raw.rows("ballot").await, 0, "void and erased");
    raw.close().await;
    assert_eq!(refused(group.votes(1, id, Choice::No).await), "ballot-too-late");
    assert_eq!(group.settle().await, 0);
    // The same question may come back at once: the group has said no to nothing.
    group.proposes(0).sent().await.unwrap();
});

on_each_database!(a_third_of_the_list_stops_a_vote_at_least_and_nobody_who_is_not_on_it, |world| {
    let group = world.a_group().with_people(10).quick().with_rule("voting_days_ordinary", "20").found().await;
    let id = group.open_vote(None).await;
    assert_eq!(group.see(id).await.after.signers_wanted, 4, "a third of ten");
    for who in 0..3 {
        assert_eq!(group.stops(who, CancelVote::KIND, id, "Une erreur").await.unwrap(), Signed::Waits);
    }
    // It waits as any act does, whatever becomes of the deadline.
    let act = joint::one(&group.read(), group.see(id).await.after.waiting[0]).await.unwrap();
    assert_eq!(act.not_after, group.now() + WAITS_FOR);
    let arrival = Arrival {
        name: "Zoé".to_owned(),
        passphrase: "la rivière coule sous le pont".to_owned(),
        ..Arrival::default()
    };
    group.welcomes(arrival).await.unwrap();
    let everyone = people::everyone(&group.read()).await.unwrap();
    let newcomer = everyone.into_iter().find(|person| person.name == "Zoé").unwrap().id;
    let waits = joint::waiting_for(&group.read(), &world.joints, newcomer).await.unwrap();
    assert!(waits.iter().all(|act| act.kind != CancelVote::KIND), "she came in after it opened");
    assert_eq!(group.stops(3, CancelVote::KIND, id, "Une erreur").await.unwrap(), Signed::Done);
});

on_each_database!(nobody_is_asked_to_stop_a_vote_that_is_over, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_vote(None).await;
    group.stops(0, CancelVote::KIND, id, "Une erreur").await.unwrap();
    let waiting = async || joint::waiting_for(&group.read(), &world.joints, group.members[1]).await.unwrap().len();
    assert_eq!(waiting().await, 1);
    to_the_end(&group, id).await;
    assert_eq!(waiting().await, 0);
});

on_each_database!(a_secret_vote_that_is_stopped_leaves_neither_ballots_nor_key, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    group.votes_in_secret(1, id, "no").await.unwrap();
    for who in 0..3 {
        group.stops(who, CancelVote::KIND, id, "Deux questions en une.").await.unwrap();
    }
    group.settle().await;
    assert_eq!(group.state(id).await, State::Cancelled);
    assert!(group.read().urn_keys().kept(group.id).unwrap().is_empty());
    let raw = world.raw().await;
    assert_eq!(raw.rows("ballot_box").await, 0);
    raw.close().await;
});

on_each_database!(only_an_open_vote_is_stopped_and_its_author_does_it_no_more_alone, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("discussion_days_ordinary", "2").found().await;
    let talked = group.proposes(0).sent().await.unwrap();
    assert_eq!(refused(group.stops(0, CancelVote::KIND, talked, "Une erreur").await), "proposal-moved-on");
    let id = group.open_vote(None).await;
    assert_eq!(refused(group.withdraws(0, id).await), "proposal-moved-on");
    for who in 0..2 {
        group.stops(who, CancelVote::KIND, id, "Une erreur").await.unwrap();
    }
    world.clock.set(closes(&group, id).await);
    assert_eq!(refused(group.stops(2, CancelVote::KIND, id, "Une erreur").await), "proposal-moved-on");
    group.settle().await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});

/// A decision that waits a day before it acts, adopted by everybody.
async fn waiting_to_act(world: &World) -> (Group<'_>, ProposalId) {
    let found = world.a_group().with_people(6).quick().with_rule("challenge_hours_charter", "24");
    let group = found.with_rule("voting_days_charter", "3").found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    group.all_vote_yes(id).await;
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::Adopted);
    (group, id)
}

async fn contest(group: &Group<'_>, id: ProposalId) {
    for who in 1..4 {
        group.stops(who, Contest::KIND, id, "Le compte ne tombe pas juste.").await.unwrap();
    }
}

on_each_database!(a_contested_decision_is_voted_on_once_more_and_acts_once, |world| {
    let (group, id) = waiting_to_act(world).await;
    let window = group.see(id).await.window_until.unwrap();
    contest(&group, id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.result, seen.window_until), (State::Voting, None, None));
    assert_eq!(seen.vote.unwrap().received, 0, "everybody votes anew");
    let entry = last_entry(&group, id).await;
    assert_eq!((entry.kind.as_str(), entry.actors.len()), (kinds::CONTESTED, 3));
    world.clock.set(window);
    group.settle().await;
    assert_eq!(group.charter().await.seconders(), 1, "it does not act meanwhile");
    group.all_vote_yes(id).await;
    to_the_end(&group, id).await;
    assert_eq!(refused(group.stops(1, Contest::KIND, id, "Encore").await), "proposal-moved-on", "once, and no more");
    group.to_next_step(id).await;
    assert_eq!((group.state(id).await, group.charter().await.seconders()), (State::InForce, 2));
    let told = group.told_about(id).await;
    assert_eq!(told.iter().filter(|kind| *kind == kinds::EFFECT_DONE).count(), 1);
    assert_eq!(told.iter().filter(|kind| *kind == kinds::ADOPTED).count(), 2);
});

on_each_database!(a_vote_held_once_more_asks_for_as_many_as_the_first_time_and_can_be_made_longer_again, |world| {
    let group = world.a_group().with_people(12).quick().with_rule("challenge_hours_charter", "24");
    let group = group.with_rule("quorum_charter", "8").with_rule("quorum_missed", "second_call").found().await;
    let id = group.open_vote(Group::change("seconders", "2")).await;
    for who in 0..4 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!(group.see(id).await.vote.unwrap().quorum, 4, "a second call, with half");
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::Adopted);
    contest(&group, id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.vote.unwrap().quorum, seen.after.extended, seen.after.quorum_missed), (8, 0, false));
    for who in 0..4 {
        group.votes(who, id, Choice::Yes).await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!((group.state(id).await, group.see(id).await.vote.unwrap().quorum), (State::Voting, 4));
});

on_each_database!(a_vote_that_begins_anew_in_secret_asks_for_as_many_as_when_it_opened, |world| {
    let group = world.a_group().with_people(12).quick().with_rule("quorum_ordinary", "8");
    let group = group.with_rule("quorum_missed", "second_call").with_rule("extension_askers", "2").found().await;
    let id = group.open_vote(None).await;
    to_the_end(&group, id).await;
    assert_eq!(group.see(id).await.rules.quorum, Quorum::Members(4));
    group.asks_extension(3, id).await.unwrap();
    world.clock.advance(Duration::hours(5));
    group.asks_secrecy(4, id).await.unwrap();
    let seen = group.see(id).await;
    assert_eq!((seen.rules.quorum, seen.rules.first_quorum), (Quorum::Members(8), None));
    assert!(!seen.after.quorum_missed);
    let raw = world.raw().await;
    assert_eq!(raw.rows("extension_asked").await, 0, "it was asked of the vote before");
    assert_eq!(raw.number("SELECT count(*) FROM proposal WHERE reminded <> 0").await, 0);
    raw.close().await;
});

on_each_database!(a_decision_contested_while_spent_keys_are_destroyed_keeps_its_own, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    for who in 0..6 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    for who in 1..3 {
        group.stops(who, Contest::KIND, id, "Le compte ne tombe pas juste.").await.unwrap();
    }
    in_parallel(6, |click| {
        let group = &group;
        async move {
            if click == 0 {
                group.stops(3, Contest::KIND, id, "Le compte ne tombe pas juste.").await.unwrap();
            } else {
                group.settle().await;
            }
        }
    });
    assert_eq!(group.read().urn_keys().kept(group.id).unwrap(), [id.0]);
    assert!(!group.told_about(id).await.contains(&kinds::BEGUN_ANEW.to_owned()));
    group.votes_in_secret(0, id, "no").await.unwrap();
});

on_each_database!(a_contested_decision_that_is_not_adopted_again_never_acts, |world| {
    let (group, id) = waiting_to_act(world).await;
    contest(&group, id).await;
    for who in 0..6 {
        group.votes(who, id, Choice::No).await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!((group.state(id).await, group.charter().await.seconders()), (State::NotAdopted, 1));
    world.clock.advance(Duration::days(30));
    assert_eq!(group.settle().await, 0);
});

on_each_database!(a_secret_vote_is_contested_with_another_key_and_an_empty_urn, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    for who in 0..6 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    assert!(group.read().urn_keys().kept(group.id).unwrap().is_empty());
    contest(&group, id).await;
    assert_eq!(group.read().urn_keys().kept(group.id).unwrap(), [id.0]);
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM urn WHERE receipts IS NULL AND ballots IS NULL").await, 1);
    assert_eq!(raw.number("SELECT count(*) FROM roll WHERE voted IS NOT NULL").await, 0);
    raw.close().await;
    for who in 0..6 {
        group.votes_in_secret(who, id, "no").await.unwrap();
    }
    to_the_end(&group, id).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.result.unwrap().outcome.counts.no), (State::NotAdopted, 6));
});

on_each_database!(what_acted_or_does_not_wait_is_not_contested, |world| {
    let (group, id) = waiting_to_act(world).await;
    world.clock.set(group.see(id).await.window_until.unwrap());
    assert_eq!(refused(group.stops(0, Contest::KIND, id, "Trop tard").await), "proposal-moved-on");
    group.settle().await;
    assert_eq!(group.state(id).await, State::InForce);
    assert_eq!(refused(group.stops(0, Contest::KIND, id, "Trop tard").await), "proposal-moved-on");
});

on_each_database!(a_rejected_text_does_not_come_back_unchanged_before_its_time, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("same_text_days", "90").found().await;
    let id = group.open_vote(None).await;
    for who in 0..4 {
        group.votes(who, id, Choice::No).await.unwrap();
    }
    to_the_end(&group, id).await;
    let same = async || group.proposes(1).titled("Un autre titre").sent().await;
    assert_eq!(problems(same().await), ["summary: proposal-same-as"]);
    // One word makes another text; and what was sent cannot turn back into it.
    let other = group.proposes(1).summed_up("En acheter un petit.").sent().await.unwrap();
    let text = group.proposes(1).text();
    let revise = async |tx: &Tx<'_>, permit: Permit<decisions::powers::Propose>| {
        decisions::commands::write_proposal::revise(tx, permit, &world.effects, other, text).await
    };
    assert_eq!(problems(group.act(1, revise).await), ["summary: proposal-same-as"]);
    world.clock.advance(Duration::days(90));
    same().await.unwrap();
});

on_each_database!(a_text_that_had_too_few_votes_or_a_tie_was_not_rejected, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("same_text_days", "90").found().await;
    let id = group.open_vote(None).await;
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::NotAdopted);
    let id = group.open_vote(None).await;
    for (who, choice) in [Choice::Yes, Choice::No, Choice::Yes, Choice::No].into_iter().enumerate() {
        group.votes(who, id, choice).await.unwrap();
    }
    to_the_end(&group, id).await;
    group.proposes(0).sent().await.unwrap();
});

/// A position that the group asks itself about again after six months, adopted.
async fn to_be_asked_again(group: &Group<'_>) -> ProposalId {
    group.adopts(Some((Revisit::KIND, json!({ "months": 6 })))).await
}

/// The time comes. Returns the question that came by itself.
async fn the_question(group: &Group<'_>, id: ProposalId) -> ProposalId {
    let due = group.see(id).await.after.asked_again_at.unwrap();
    group.world.clock.set(due - Duration::microseconds(1));
    assert_eq!(group.settle().await, 0, "not before");
    group.world.clock.set(due);
    group.settle().await;
    let entries = commons::register::latest(&group.read(), None, 5).await.unwrap();
    let sent = entries.into_iter().find(|entry| entry.kind == kinds::SUBMITTED).unwrap();
    assert_eq!(sent.actors, vec![], "nobody asked it");
    sent.about.unwrap().parse().unwrap()
}

on_each_database!(a_position_is_asked_about_again_at_its_time_and_stays_with_a_yes, |world| {
    let group = world.a_group().with_people(4).quick().with_rule("discussion_days_ordinary", "2").found().await;
    let id = to_be_asked_again(&group).await;
    let question = the_question(&group, id).await;
    let seen = group.see(question).await;
    assert_eq!((seen.state, seen.authors, seen.after.keeps), (State::Discussing, vec![], group.see(id).await.number));
    group.settle().await;
    group.to_next_step(question).await;
    group.all_vote_yes(question).await;
    to_the_end(&group, question).await;
    assert_eq!(group.state(question).await, State::InForce);
    let kept = group.see(id).await;
    assert_eq!((kept.state, kept.after.ended), (State::InForce, None));
    assert!(kept.after.asked_again_at.unwrap() > group.now() + Duration::days(170), "for as long again");
});

on_each_database!(without_a_yes_it_ends_and_the_register_says_so, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    let id = to_be_asked_again(&group).await;
    let question = the_question(&group, id).await;
    group.settle().await;
    assert_eq!(group.state(question).await, State::Voting);
    for who in 0..3 {
        group.votes(who, question, Choice::No).await.unwrap();
    }
    to_the_end(&group, question).await;
    let ended = group.see(id).await;
    assert_eq!((ended.state, ended.due_at), (State::InForce, None));
    assert_eq!(ended.after.ended.unwrap().1, i64::from(group.see(question).await.number.unwrap()));
    assert_eq!(last_entry(&group, id).await.kind, kinds::ENDED);
    world.clock.advance(Duration::days(400));
    assert_eq!(group.settle().await, 0);
});

on_each_database!(a_question_whose_vote_is_stopped_comes_back, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    let id = to_be_asked_again(&group).await;
    let question = the_question(&group, id).await;
    group.settle().await;
    for who in 0..3 {
        group.stops(who, CancelVote::KIND, question, "La question n'est pas la bonne.").await.unwrap();
    }
    assert!(group.see(id).await.after.ended.is_none());
    let again = the_question(&group, id).await;
    assert_ne!(again, question);
    // A second time it counts as not kept: a few people do not hold the others to it for ever.
    group.settle().await;
    assert!(group.see(again).await.after.ends_if_stopped && !group.see(question).await.after.ends_if_stopped);
    for who in 0..3 {
        group.stops(who, CancelVote::KIND, again, "Celle-ci non plus.").await.unwrap();
    }
    assert_eq!(group.state(again).await, State::Cancelled);
    assert_eq!(group.see(id).await.after.ended.unwrap().1, i64::from(group.see(again).await.number.unwrap()));
    let told = last_entry(&group, id).await;
    assert_eq!(told.kind, kinds::ENDED);
    // The list says that it is over, not that it was adopted.
    let over = list(&group.read(), group.members[0]).await.unwrap().over;
    assert!(over.iter().find(|line| line.id == id).unwrap().ended);
    assert!(over.iter().filter(|line| line.id != id).all(|line| !line.ended));
});

on_each_database!(a_position_taken_by_consent_is_asked_about_by_consent_in_its_own_words, |world| {
    let group = world.a_group().with_people(4).quick().with_rule("discussion_days_ordinary", "2").found().await;
    let consent = Question { method: Method::Consent, ..Question::default() };
    let again = Some((Revisit::KIND, json!({ "months": 6 })));
    let id = group.proposes(0).doing(again).putting(consent.clone()).opened().await;
    for who in 0..4 {
        group.says(who, id, Typed::word("consent"), "").await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::InForce);
    let question = the_question(&group, id).await;
    assert_eq!(group.see(question).await.question, consent, "asked as it was decided");
    assert_eq!(refused(group.amends(1, question, "Autre chose.").await), "amendment-not-of-a-review");
});

// `decisions A8`. A decision by consensus is asked about as a plain yes or no, and loses nothing of it either.
on_each_database!(a_position_is_asked_about_again_with_the_part_and_the_quorum_of_its_author, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let larger = Threshold { p: 3, q: 4 };
    let asked = Question { part: Some(larger), quorum: Some(Quorum::Members(6)), ..Question::default() };
    for (method, word) in [(Method::Majority, "yes"), (Method::Consensus, "agree")] {
        let again = Some((Revisit::KIND, json!({ "months": 6 })));
        let id = group.proposes(0).doing(again).putting(Question { method, ..asked.clone() }).opened().await;
        for who in 0..8 {
            group.says(who, id, Typed::word(word), "").await.unwrap();
        }
        to_the_end(&group, id).await;
        assert_eq!(group.state(id).await, State::InForce);
        let question = the_question(&group, id).await;
        group.settle().await;
        let seen = group.see(question).await;
        assert_eq!((&seen.question, seen.rules.majority), (&asked, larger), "{method:?}");
        assert_eq!(seen.vote.unwrap().quorum, 6);
        for who in 0..8 {
            group.votes(who, question, if who < 5 { Choice::Yes } else { Choice::No }).await.unwrap();
        }
        to_the_end(&group, question).await;
        assert!(group.see(id).await.after.ended.is_some(), "five of eight are more than half, and too few");
    }
});

on_each_database!(nobody_asks_by_herself_whether_to_keep_a_decision, |world| {
    let group = world.a_group().quick().found().await;
    let id = to_be_asked_again(&group).await;
    let details = json!({ "decision": id, "number": 1, "months": 6 });
    let sent = group.proposes(0).doing(Some((KeepDecision::KIND, details))).sent().await;
    assert_eq!(problems(sent), ["effect: review-comes-by-itself"]);
    let months = group.proposes(0).doing(Some((Revisit::KIND, json!({ "months": 0 })))).sent().await;
    assert_eq!(problems(months), ["review_months: form-write-number"]);
});
