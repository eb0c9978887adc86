//! Secret votes (`reliability D2`, `decisions D1`-`D9`): counted once, nothing left that joins a person to a ballot.

use crate::membership::{problems, refused};
use chrono::Duration;
use commons::area::Area;
use commons::db::Tx;
use commons::register::kinds;
use decisions::Decisions;
use decisions::ProposalId;
use decisions::commands::cast_secret_ballot::cast_secret_ballot;
use decisions::powers::CastBallot;
use decisions::queries::proposal::{Urn, holds, left_of_the_urn};
use decisions::rules::ballot::Typed;
use decisions::rules::state::State;
use membership::commands::join::Arrival;
use membership::commands::pause::{self, Pausing};
use membership::commands::session;
use membership::powers::{Permit, Rest};
use parpour_tests::{Group, in_parallel, on_each_database};
use sha2::{Digest, Sha256};
use tally::{Choice, Counts, Verdict};

async fn urn(group: &Group<'_>, who: usize, id: ProposalId) -> Urn {
    group.seen_by(who, id).await.unwrap().vote.unwrap().urn.unwrap()
}

async fn to_the_end(group: &Group<'_>, id: ProposalId) {
    let closes = group.see(id).await.closes_at.unwrap();
    group.world.clock.set(closes);
    group.settle().await;
}

on_each_database!(a_secret_vote_is_counted_and_nothing_joins_people_to_ballots_any_more, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let id = group.open_secret_vote(None).await;
    assert!(group.see(id).await.secret);
    let first = group.votes_in_secret(0, id, "no").await.unwrap();
    let again = group.votes_in_secret(0, id, "yes").await.unwrap();
    let mut numbers = vec![again];
    for (who, choice) in [(1, "yes"), (2, "yes"), (3, "no"), (4, "abstain"), (5, "blank")] {
        numbers.push(group.votes_in_secret(who, id, choice).await.unwrap());
    }
    assert_eq!(refused(group.votes(6, id, Choice::Yes).await), "ballot-secret");
    assert_eq!(problems(group.votes_in_secret(6, id, "perhaps").await), ["ballot: ballot-choose"]);
    // Meanwhile she knows of her own, and nobody of anybody's.
    assert!(urn(&group, 0, id).await.i_voted && !urn(&group, 6, id).await.i_voted);
    let seen = group.see(id).await.vote.unwrap();
    assert_eq!((seen.received, seen.mine, seen.ballots), (0, None, vec![]));
    assert_eq!(urn(&group, 0, id).await.ballots, None);
    assert_eq!(group.read().urn_keys().kept(group.id).unwrap(), [id.0]);
    let raw = world.raw().await;
    assert_eq!(raw.rows("ballot_box").await, 6, "one for each person, however often she votes");
    assert_eq!(raw.rows("ballot").await, 0);
    assert_eq!(raw.rows("command_done").await, 0);

    to_the_end(&group, id).await;
    let seen = group.see(id).await;
    let result = seen.result.unwrap();
    assert_eq!(result.outcome.counts, Counts { yes: 3, no: 1, abstain: 1, blank: 1 });
    assert_eq!(result.outcome.verdict, Verdict::Adopted);
    assert_eq!(seen.state, State::Adopted, "there is time to contest it");
    assert_eq!(raw.rows("ballot_box").await, 0);
    assert!(group.read().urn_keys().kept(group.id).unwrap().is_empty());
    let urn = urn(&group, 0, id).await;
    assert_eq!((urn.ballots, urn.has_receipts, urn.key_destroyed), (Some(6), true, true));
    for number in numbers {
        assert_eq!(holds(&group.read(), id, number).await.unwrap(), Some(true));
    }
    assert_eq!(holds(&group.read(), id, first).await.unwrap(), Some(false), "she voted again");
    // The roll says who voted, for all at once, and never how.
    assert_eq!(raw.number("SELECT count(*) FROM roll WHERE voted").await, 6);
    assert_eq!(group.told_about(id).await, [kinds::SUBMITTED, kinds::MADE_SECRET, kinds::OPENED, kinds::ADOPTED]);
    // Closing is once: whoever looks again changes nothing.
    assert_eq!(group.settle().await, 0);
    raw.close().await;
});

on_each_database!(the_urn_has_no_column_for_a_person_a_time_or_an_order, |world| {
    let raw = world.raw().await;
    let mut columns = raw.columns("ballot_box").await;
    columns.sort();
    assert_eq!(columns, ["group_id", "proposal_id", "sealed", "tag"]);
    if world.db.is_embedded() {
        let sql = raw.texts("SELECT sql FROM sqlite_schema WHERE name = 'ballot_box'").await;
        assert!(sql[0].contains("WITHOUT ROWID"), "a row number would keep the order");
    }
    raw.close().await;
});

on_each_database!(asking_for_secrecy_begins_an_open_vote_anew_and_tells_nobody_who_asked, |world| {
    let group = world.a_group().with_people(8).quick().with_rule("voting_days_ordinary", "5").found().await;
    let id = group.open_vote(None).await;
    group.votes(0, id, Choice::Yes).await.unwrap();
    world.clock.advance(Duration::days(2));
    let first_end = group.see(id).await.closes_at.unwrap();
    group.asks_secrecy(3, id).await.unwrap();
    let seen = group.see(id).await;
    assert!(seen.secret && seen.closes_at.unwrap() > first_end);
    let raw = world.raw().await;
    assert_eq!((raw.rows("ballot").await, raw.rows("secrecy_asked").await), (0, 0));
    raw.close().await;
    let told = group.entries_about(id).await.pop().unwrap();
    assert_eq!((told.kind.as_str(), told.actors), (kinds::MADE_SECRET, vec![]));
    assert_eq!(refused(group.asks_secrecy(4, id).await), "secrecy-already");
    for who in 0..5 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts.yes, 5);
    assert_eq!(refused(group.votes_in_secret(5, id, "no").await), "ballot-too-late");
});

on_each_database!(one_alone_may_not_be_enough_and_only_she_sees_that_she_asked, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("secrecy_askers", "2").found().await;
    let id = group.proposes(0).sent().await.unwrap();
    group.asks_secrecy(2, id).await.unwrap();
    assert!(!group.see(id).await.secret);
    assert!(group.seen_by(2, id).await.unwrap().i_asked_secrecy);
    assert!(!group.seen_by(3, id).await.unwrap().i_asked_secrecy);
    assert_eq!(refused(group.asks_secrecy(2, id).await), "secrecy-asked-already");
    group.asks_secrecy(3, id).await.unwrap();
    assert!(group.see(id).await.secret);
    assert!(!group.seen_by(2, id).await.unwrap().i_asked_secrecy, "it is of no use any more");
});

on_each_database!(who_is_not_on_the_roll_neither_votes_nor_asks, |world| {
    let mut group = world.a_group().with_people(6).quick().found().await;
    let secret = group.open_secret_vote(None).await;
    let open = group.open_vote(None).await;
    let arrival = Arrival {
        name: "Philomène".to_owned(),
        passphrase: "la rivière coule sous le pont".to_owned(),
        ..Arrival::default()
    };
    let token = group.welcomes(arrival).await.unwrap();
    let late = session::who(&world.db, group.id, &token).await.unwrap().unwrap().member;
    group.members.push(late);
    assert_eq!(refused(group.votes_in_secret(6, secret, "yes").await), "ballot-not-on-roll");
    assert_eq!(refused(group.asks_secrecy(6, open).await), "ballot-not-on-roll");
});

on_each_database!(so_few_ballots_that_they_would_tell_are_never_written, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("quorum_ordinary", "3").found().await;
    let id = group.open_secret_vote(None).await;
    for (who, choice) in [(0, "yes"), (1, "yes"), (2, "no")] {
        group.votes_in_secret(who, id, choice).await.unwrap();
    }
    to_the_end(&group, id).await;
    let result = group.see(id).await.result.unwrap();
    assert!(result.withheld);
    assert_eq!((result.outcome.verdict, result.outcome.counts), (Verdict::Adopted, Counts::default()));
    assert_eq!(result.sentence().key, "verdict-adopted-withheld");
    let told = urn(&group, 0, id).await;
    assert_eq!((told.opened, told.ballots), (true, None));
    let raw = world.raw().await;
    assert_eq!(raw.texts("SELECT ballots FROM urn WHERE ballots IS NOT NULL").await, Vec::<String>::new());
    assert_eq!(raw.number("SELECT count(*) FROM roll WHERE voted IS NOT NULL").await, 0, "who came would tell too");
    raw.close().await;
    let body = group.entries_about(id).await.pop().unwrap().body.unwrap();
    assert_eq!(body.pointer("/result/counts/yes").unwrap(), 0);
    assert!(body.pointer("/proof/ballots").is_none());
    // Two who disagree, or only abstentions: nothing tells one from the other.
    for (one, other) in [("yes", "no"), ("abstain", "blank"), ("no", "no")] {
        let id = group.open_secret_vote(None).await;
        for (who, choice) in [(0, one), (1, other), (2, "blank")] {
            group.votes_in_secret(who, id, choice).await.unwrap();
        }
        to_the_end(&group, id).await;
        assert_eq!(group.see(id).await.result.unwrap().outcome.verdict, Verdict::Rejected, "{one} and {other}");
    }
});

on_each_database!(a_vote_whose_key_was_lost_begins_anew_and_everybody_may_vote_again, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    group.votes_in_secret(0, id, "no").await.unwrap();
    let lose_key = || std::fs::remove_dir_all(world.data().join("keys/votes")).unwrap();
    lose_key();
    assert!(!urn(&group, 0, id).await.i_voted, "nobody can tell any more");
    world.clock.advance(Duration::hours(3));
    // Not by whoever votes next: the register would tell when she did.
    assert_eq!(refused(group.votes_in_secret(1, id, "yes").await), "ballot-begins-anew");
    group.settle().await;
    let anew = group.entries_about(id).await.pop().unwrap();
    assert_eq!(anew.kind, kinds::BEGUN_ANEW);
    assert!(anew.body.unwrap().pointer("/rules/quorum").is_some(), "it says by which rules");
    group.votes_in_secret(1, id, "yes").await.unwrap();
    // A key put back from elsewhere is not the key of this urn; nor is a damaged file.
    let file = std::fs::read_dir(world.data().join("keys/votes")).unwrap().next().unwrap().unwrap().path();
    for bytes in [&[7; 32][..], b"short"] {
        std::fs::write(&file, bytes).unwrap();
        assert_eq!(refused(group.votes_in_secret(1, id, "yes").await), "ballot-begins-anew");
        group.settle().await;
        group.votes_in_secret(1, id, "yes").await.unwrap();
    }
    // At the deadline too: what cannot be opened is not counted as nothing.
    lose_key();
    to_the_end(&group, id).await;
    assert_eq!(group.state(id).await, State::Voting);
    for who in 0..5 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts.yes, 5);
});

on_each_database!(whether_there_are_enough_ballots_is_told_once_a_day, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("voting_days_ordinary", "4").found().await;
    let id = group.open_secret_vote(None).await;
    for who in 0..5 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
        group.settle().await;
        assert!(!urn(&group, 0, id).await.enough, "not before tomorrow");
    }
    world.clock.advance(Duration::days(1));
    group.settle().await;
    assert!(urn(&group, 0, id).await.enough);
});

on_each_database!(the_numbers_of_ballots_are_destroyed_in_their_time_and_the_register_says_so, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("ballot_keeping_days", "30").found().await;
    let id = group.open_secret_vote(None).await;
    let number = group.votes_in_secret(0, id, "yes").await.unwrap();
    for who in 1..5 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    let purge = async || group.write(async |tx: &Tx<'_>| Ok(Decisions.purge(tx).await?)).await.unwrap();
    world.clock.advance(Duration::days(30) - Duration::microseconds(1));
    purge().await;
    assert_eq!(holds(&group.read(), id, number).await.unwrap(), Some(true));
    world.clock.advance(Duration::microseconds(1));
    purge().await;
    assert_eq!(holds(&group.read(), id, number).await.unwrap(), None);
    let raw = world.raw().await;
    assert_eq!(raw.number("SELECT count(*) FROM urn WHERE receipts IS NULL AND ballots IS NOT NULL").await, 1);
    raw.close().await;
    assert_eq!(group.told_about(id).await.last().unwrap(), kinds::RECEIPTS_DESTROYED);
    purge().await;
    let told = group.told_about(id).await;
    assert_eq!(told.iter().filter(|kind| *kind == kinds::RECEIPTS_DESTROYED).count(), 1);
});

on_each_database!(whoever_rests_and_votes_in_secret_counts_in_both, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    for who in [4, 5] {
        let rests = async |tx: &Tx<'_>, permit: Permit<Rest>| pause::pause(tx, permit, Pausing::default()).await;
        group.act(who, rests).await.unwrap();
    }
    for who in 0..5 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    let result = group.see(id).await.result.unwrap();
    assert_eq!((result.roll, result.outcome.counts.yes), (5, 5));
});

on_each_database!(one_person_voting_many_times_at_once_has_one_ballot, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    let casts = in_parallel(20, |number| {
        let (group, choice) = (&group, if number % 2 == 0 { "yes" } else { "no" });
        async move { group.votes_in_secret(2, id, choice).await.is_ok() }
    });
    assert!(casts.into_iter().all(|cast| cast));
    let raw = world.raw().await;
    assert_eq!(raw.rows("ballot_box").await, 1);
    raw.close().await;
});

on_each_database!(what_she_takes_home_says_that_she_voted_and_not_how, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("secrecy_askers", "2").found().await;
    let id = group.proposes(0).sent().await.unwrap();
    group.asks_secrecy(2, id).await.unwrap();
    let sections = async |who: usize| {
        let about = Decisions.everything_about(&group.read(), group.members[who]).await.unwrap();
        about.into_iter().filter(|section| !section.rows.is_empty()).map(|section| section.name).collect::<Vec<_>>()
    };
    assert_eq!(sections(2).await, ["secrecy_asked"]);
    group.asks_secrecy(3, id).await.unwrap();
    group.seconds(1, id).await.unwrap();
    group.settle().await;
    group.votes_in_secret(2, id, "no").await.unwrap();
    assert_eq!(sections(2).await, ["rolls", "secret_ballots"]);
});

on_each_database!(the_same_form_has_the_same_number_and_the_register_knows_what_is_left_of_the_urn, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.open_secret_vote(None).await;
    let form = uuid::Uuid::new_v4();
    let sends = async |choice: &'static str| {
        let casts = async |tx: &Tx<'_>, permit: Permit<CastBallot>| {
            cast_secret_ballot(tx, permit, id, &Typed::word(choice), form).await
        };
        group.act(0, casts).await.unwrap()
    };
    let number = sends("yes").await;
    assert_eq!(sends("yes").await, number, "pressed twice, it is one ballot with one number");
    assert_ne!(sends("no").await, number);
    assert_eq!(sends("yes").await, number);
    for who in 1..5 {
        group.votes_in_secret(who, id, "yes").await.unwrap();
    }
    to_the_end(&group, id).await;
    assert_eq!(holds(&group.read(), id, number).await.unwrap(), Some(true));
    let (receipts, ballots) = left_of_the_urn(&group.read(), id).await.unwrap();
    let body = group.entries_about(id).await.pop().unwrap().body.unwrap();
    for (list, place) in [(receipts.unwrap(), "/proof/receipts"), (ballots.unwrap(), "/proof/ballots")] {
        assert_eq!(body.pointer(place).unwrap(), &hex::encode(Sha256::digest(list.as_bytes())), "{place}");
    }
});
