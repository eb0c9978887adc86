//! Ballots: whose, when, how often, and who sees them (`decisions` 7.3, 7.4).

use super::{problems, refused};
use chrono::Duration;
use commons::area::Area;
use commons::db::Tx;
use commons::refusal::No;
use decisions::Decisions;
use decisions::rules::ballot::{Said, Typed};
use decisions::rules::state::State;
use membership::commands::join::Arrival;
use membership::commands::session;
use parpour_tests::{Group, on_each_database};
use tally::{Choice, Counts};

/// Somebody new comes in, and takes the next place.
async fn newcomer(group: &mut Group<'_>) -> usize {
    let arrival = Arrival {
        name: format!("Nouvelle {}", group.members.len()),
        passphrase: "la rivière coule sous le pont".to_owned(),
        ..Arrival::default()
    };
    let token = group.welcomes(arrival).await.unwrap();
    let who = session::who(&group.world.db, group.id, &token).await.unwrap().unwrap();
    group.members.push(who.member);
    group.members.len() - 1
}

on_each_database!(the_last_ballot_before_the_deadline_counts, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(None).await;
    group.votes_saying(0, id, Choice::No, "Trop cher").await.unwrap();
    group.votes_saying(0, id, Choice::Yes, "Finalement, oui").await.unwrap();
    group.votes(1, id, Choice::Abstain).await.unwrap();
    group.votes(1, id, Choice::Abstain).await.unwrap();
    group.votes(2, id, Choice::Yes).await.unwrap();
    let mine = group.seen_by(0, id).await.unwrap().vote.unwrap().mine.unwrap();
    assert_eq!((mine.said, mine.reason.as_deref(), mine.changed), (Said::Word("yes"), Some("Finalement, oui"), true));
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    assert_eq!(seen.result.unwrap().outcome.counts, Counts { yes: 2, no: 0, abstain: 1, blank: 0 });
    let changed: Vec<_> =
        seen.vote.unwrap().ballots.iter().filter(|ballot| ballot.changed).map(|ballot| ballot.member).collect();
    assert_eq!(changed, [group.members[0]], "the same ballot cast again is no change of mind");
});

on_each_database!(a_reason_taken_away_is_gone, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(None).await;
    group.votes_saying(0, id, Choice::No, "Trop cher").await.unwrap();
    group.votes_saying(0, id, Choice::No, "  ").await.unwrap();
    assert_eq!(group.see(id).await.vote.unwrap().mine.unwrap().reason, None);
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM ballot WHERE reason IS NOT NULL").await, 0);
    raw.close().await;
    assert_eq!(problems(group.votes_saying(0, id, Choice::No, &"x".repeat(1_001)).await), ["reason: too-long"]);
});

on_each_database!(a_reason_that_is_not_signed_says_so_and_the_choice_keeps_its_name, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let id = group.open_vote(None).await;
    let mine = async |who: usize| group.seen_by(who, id).await.unwrap().vote.unwrap().mine.unwrap();
    group.votes_unsigned(1, id, Choice::No, "Trop cher").await.unwrap();
    assert!(mine(1).await.unsigned);
    // Without a reason there is nothing to sign or not.
    group.votes_unsigned(2, id, Choice::No, " ").await.unwrap();
    assert!(!mine(2).await.unsigned);
    group.votes_unsigned(2, id, Choice::No, "Trop tôt").await.unwrap();
    group.votes_saying(2, id, Choice::No, "Trop tôt").await.unwrap();
    assert!(!mine(2).await.unsigned, "she signed it after all");
    group.notes_by_phone(0, 3, id, Choice::Yes).await.unwrap();
    assert!(!mine(3).await.unsigned);
    group.votes_unsigned(4, id, Choice::No, "Trop gros").await.unwrap();
    let told = Decisions.everything_about(&group.read(), group.members[4]).await.unwrap();
    let told = told.iter().find(|section| section.name == "ballots").unwrap();
    assert!(told.rows[0].iter().any(|datum| datum.name == "ballot_unsigned"), "{told:?}");
    // Her choice stands when she leaves while it is open; nothing is left of her reason.
    let forget = async |tx: &Tx<'_>| Ok::<_, No>(Decisions.forget(tx, group.members[4]).await?);
    group.write(forget).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM ballot WHERE unsigned AND reason IS NULL").await, 0);
    raw.close().await;
    group.to_next_step(id).await;
    let ballots = group.see(id).await.vote.unwrap().ballots;
    let hers = ballots.iter().find(|ballot| ballot.member == group.members[1]).unwrap();
    assert_eq!((&hers.said, hers.reason.as_deref(), hers.unsigned), (&Said::Word("no"), Some("Trop cher"), true));
    assert_eq!(ballots.iter().filter(|ballot| ballot.unsigned).count(), 1);
});

on_each_database!(meanwhile_nobody_sees_what_others_voted, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(None).await;
    group.votes_saying(0, id, Choice::Yes, "Pour le pain").await.unwrap();
    let vote = group.seen_by(1, id).await.unwrap().vote.unwrap();
    assert_eq!((vote.received, vote.roll, vote.mine, vote.ballots), (1, 3, None, vec![]));
    assert_eq!(group.seen_by(1, id).await.unwrap().result, None);
    group.to_next_step(id).await;
    let vote = group.seen_by(1, id).await.unwrap().vote.unwrap();
    assert_eq!(vote.ballots.len(), 1);
    assert_eq!(vote.ballots[0].reason.as_deref(), Some("Pour le pain"));
});

on_each_database!(before_the_vote_it_is_too_early_and_from_the_deadline_on_too_late, |world| {
    let group = world.a_group().found().await;
    let id = group.proposes(0).sent().await.unwrap();
    assert_eq!(refused(group.votes(1, id, Choice::Yes).await), "ballot-too-early");
    group.seconds(1, id).await.unwrap();
    assert_eq!(refused(group.votes(1, id, Choice::Yes).await), "ballot-too-early");
    group.to_next_step(id).await;
    let closes = group.see(id).await.closes_at.unwrap();
    world.clock.set(closes - Duration::microseconds(1));
    group.votes(1, id, Choice::Yes).await.unwrap();
    world.clock.set(closes);
    // Nobody has come by to count yet: the deadline decides, not whoever comes by.
    assert_eq!(group.state(id).await, State::Voting);
    assert_eq!(refused(group.votes(1, id, Choice::No).await), "ballot-too-late");
    group.settle().await;
    assert_eq!(refused(group.votes(2, id, Choice::No).await), "ballot-too-late");
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts.ballots(), 1);
    let withdrawn = group.proposes(0).sent().await.unwrap();
    group.withdraws(0, withdrawn).await.unwrap();
    assert_eq!(refused(group.votes(1, withdrawn, Choice::Yes).await), "ballot-too-early");
});

on_each_database!(a_ballot_says_yes_no_or_abstains, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(None).await;
    assert_eq!(problems(group.votes(0, id, Choice::Blank).await), ["choice: ballot-choose"]);
    assert_eq!(group.see(id).await.vote.unwrap().received, 0);
});

on_each_database!(the_roll_is_drawn_up_when_the_vote_opens_and_stays, |world| {
    let mut group = world.a_group().quick().with_rule("first_vote_days", "0").found().await;
    let early = group.open_vote(None).await;
    let new = newcomer(&mut group).await;
    assert_eq!(refused(group.votes(new, early, Choice::Yes).await), "ballot-not-on-roll");
    assert_eq!(group.seen_by(new, early).await.unwrap().vote.unwrap().roll, 3);
    let late = group.open_vote(None).await;
    group.votes(new, late, Choice::Yes).await.unwrap();
    assert_eq!(group.seen_by(new, late).await.unwrap().vote.unwrap().roll, 4);
    group.to_next_step(early).await;
    assert_eq!(group.see(early).await.result.unwrap().roll, 3);
});

on_each_database!(who_came_lately_votes_from_her_first_day_on, |world| {
    let mut group = world.a_group().quick().with_rule("first_vote_days", "30").found().await;
    let new = newcomer(&mut group).await;
    let first = membership::queries::people::votes_from(&group.read(), group.members[new]).await.unwrap().unwrap();
    world.clock.set(first - Duration::microseconds(1));
    let before = group.open_vote(None).await;
    assert!(!group.seen_by(new, before).await.unwrap().vote.unwrap().i_may_vote);
    world.clock.set(first);
    assert_eq!(refused(group.votes(new, before, Choice::Yes).await), "ballot-not-on-roll", "that roll is drawn up");
    let after = group.open_vote(None).await;
    group.votes(new, after, Choice::Yes).await.unwrap();
});

on_each_database!(a_ballot_of_another_group_is_no_ballot, |world| {
    let (group, other) = (world.a_group().quick().found().await, world.a_group().quick().found().await);
    let id = group.open_vote(None).await;
    assert_eq!(refused(other.votes(0, id, Choice::Yes).await), "error-not-found");
    let outcome = {
        let stranger = other.members[0];
        let cast =
            decisions::commands::cast_ballot::Cast { said: Typed::word("yes"), reason: String::new(), unsigned: false };
        group
            .write(async |tx: &Tx<'_>| {
                let permit = membership::powers::ask::<decisions::powers::CastBallot>(tx, stranger).await?;
                decisions::commands::cast_ballot::cast_ballot(tx, permit, id, cast).await
            })
            .await
    };
    assert_eq!(refused(outcome), "error-members-only");
    assert_eq!(group.see(id).await.vote.unwrap().received, 0);
});
