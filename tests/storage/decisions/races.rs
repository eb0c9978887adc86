//! Many at the same moment: one ballot each, one result, one effect (`decisions H1`, `reliability R-06`).

use super::refused;
use chrono::Duration;
use commons::clock::Clock;
use commons::register::kinds;
use commons::register::verify::{Verdict, verify};
use decisions::ProposalId;
use decisions::commands::draw::Thrown;
use decisions::commands::election::Doing;
use decisions::queries::draws;
use decisions::rules::ballot::Typed;
use decisions::rules::election::{Act, Answer, Stage};
use decisions::rules::question::{Method, Question, read_options};
use decisions::rules::state::State;
use decisions::stop::CancelVote;
use parpour_tests::{Group, Kind, World, count, in_parallel, on_each_database};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use tally::Choice;

/// Racers at each closing.
const RACERS: usize = 8;

on_each_database!(fifty_votes_of_one_member_at_once_leave_one_ballot, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(None).await;
    let choices = [Choice::Yes, Choice::No, Choice::Abstain];
    let outcomes = in_parallel(50, |click| group.votes_saying(0, id, choices[click % 3], "Bon"));
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    assert_eq!(group.see(id).await.vote.unwrap().received, 1);
    let raw = world.raw().await;
    assert_eq!(raw.rows("ballot").await, 1);
    raw.close().await;
    group.to_next_step(id).await;
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts.ballots(), 1);
});

on_each_database!(of_fifty_votes_across_the_deadline_those_before_count_and_none_after, |world| {
    let group = world.a_group().with_people(50).quick().found().await;
    for round in 0..count(3, 30) {
        let id = group.open_vote(None).await;
        let closes = group.see(id).await.closes_at.unwrap();
        world.clock.set(closes - Duration::seconds(1));
        // The deadline comes while forty hurry, after so many were accepted; ten more come after it.
        let before_it = 5 + (round * 7) % 30;
        let accepted = AtomicUsize::new(0);
        let outcomes = in_parallel(50, |place| {
            let (group, accepted) = (&group, &accepted);
            async move {
                while place >= 40 && group.now() < closes {
                    tokio::task::yield_now().await;
                }
                let outcome = group.votes(place, id, Choice::Yes).await;
                if outcome.is_ok() && accepted.fetch_add(1, Ordering::SeqCst) + 1 == before_it {
                    group.world.clock.set(closes);
                }
                outcome
            }
        });
        let (taken, late): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        let (taken, late) =
            (taken.len(), late.into_iter().map(refused).inspect(|key| assert_eq!(key, "ballot-too-late")).count());
        assert!(taken >= before_it && late >= 10, "on both sides of the deadline: {taken} in time, {late} too late");
        group.settle().await;
        let seen = group.see(id).await;
        assert_eq!(seen.result.unwrap().outcome.counts.ballots(), taken as u64, "every vote that was taken counts");
        let raw = world.raw().await;
        let after =
            "SELECT count(*) FROM ballot JOIN proposal ON proposal.id = ballot.proposal_id AND cast_at >= closes_at";
        assert_eq!(raw.number(after).await, 0);
        raw.close().await;
        println!("{taken} in time, {late} too late");
    }
});

on_each_database!(seconding_at_once_counts_everybody_once_and_opens_the_talk_once, |world| {
    let group = world.a_group().with_people(12).with_rule("seconders", "4").found().await;
    let id = group.proposes(0).sent().await.unwrap();
    let outcomes = in_parallel(22, |click| group.seconds(1 + click % 11, id));
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 4);
    assert_eq!(group.see(id).await.seconders.len(), 4);
    assert_eq!(group.state(id).await, State::Discussing);
});

on_each_database!(numbers_given_at_once_follow_each_other, |world| {
    let group = world.a_group().with_people(20).found().await;
    let mut drafts = Vec::new();
    for who in 0..20 {
        drafts.push(group.proposes(who).drafted().await.unwrap());
    }
    let mut numbers: Vec<i32> =
        in_parallel(20, |who| group.sends(who, drafts[who])).into_iter().map(Result::unwrap).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=20).collect::<Vec<_>>());
});

on_each_database!(dice_thrown_at_once_make_one_draw, |world| {
    let group = world.a_group().with_people(12).quick().found().await;
    for round in 0..count(3, 20) {
        let id = group.draws(0, &format!("Par où {round}"), "La cuisine\nLe jardin\nLa porte").await.unwrap();
        world.clock.set(draws::one(&group.read(), id).await.unwrap().closes_at);
        group.settle().await;
        let dice = ["1 2 3", "4 5 6", "2 2 2", "6 1 4"];
        let thrown = in_parallel(12, |who| group.throws(who, id, dice[who % 4]));
        let (made, refusals): (Vec<_>, Vec<_>) = thrown.into_iter().partition(Result::is_ok);
        let made: Vec<Thrown> = made.into_iter().map(Result::unwrap).collect();
        assert_eq!(made.iter().filter(|one| **one == Thrown::Made).count(), 1, "{made:?}");
        assert_eq!(made.len(), 2, "two throws, whoever hurried");
        assert!(refusals.into_iter().map(refused).all(|key| key == "draw-over"));
        assert_eq!(group.told_about(id).await.iter().filter(|kind| *kind == kinds::DRAW_MADE).count(), 1);
    }
});

on_each_database!(draws_opened_at_once_for_one_tie_are_one, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let options = read_options(Method::Approval, "La cuisine\nLe jardin");
    let question = Question { method: Method::Approval, options, seats: 1, ..Question::default() };
    let id = group.proposes(0).putting(question).opened().await;
    for who in 0..4 {
        let marks = vec!["1".to_owned(); 2];
        group.says(who, id, Typed { marks, ..Typed::default() }, "").await.unwrap();
    }
    group.to_next_step(id).await;
    let opened = in_parallel(8, |who| group.draws_for_tie(who, id));
    assert_eq!(opened.iter().filter(|one| one.is_ok()).count(), 1);
    assert!(opened.into_iter().filter(Result::is_err).map(refused).all(|key| key == "draw-tie-drawn"));
    let raw = world.raw().await;
    assert_eq!(raw.rows("draw").await, 1);
    raw.close().await;
});

on_each_database!(one_name_is_put_forward_once_whoever_hurries, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.opens_election("Les clés").await;
    for who in 0..6 {
        group.names(who, id, 1).await.unwrap();
    }
    in_parallel(6, |who| group.takes_part(who, id, Doing::only(Act::Keep))).into_iter().for_each(Result::unwrap);
    assert_eq!(group.election(0, id).await.stage, Stage::Proposing);
    let put = in_parallel(6, |who| {
        group.takes_part(who, id, Doing::saying(Act::Put(group.members[1]), "Les raisons vont dans ce sens."))
    });
    assert_eq!(put.iter().filter(|one| one.is_ok()).count(), 1, "{put:?}");
    let now = group.election(0, id).await;
    assert_eq!((now.stage, now.put.map(|put| put.person)), (Stage::Answering, Some(group.members[1])));
});

on_each_database!(an_answer_comes_before_a_round_ends_or_not_at_all, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for round in 0..count(3, 20) {
        let id = group.opens_election(&format!("Clés {round}")).await;
        for who in 0..6 {
            group.names(who, id, 1 + who % 2).await.unwrap();
        }
        for who in 0..6 {
            group.takes_part(who, id, Doing::only(Act::Keep)).await.unwrap();
        }
        let why = Doing::saying(Act::Put(group.members[1]), "Les raisons vont dans ce sens.");
        group.takes_part(0, id, why).await.unwrap();
        group.takes_part(2, id, Doing::only(Act::Answer(Answer::Fine))).await.unwrap();
        let due = group.see(id).await.due_at.unwrap();
        world.clock.set(due - Duration::seconds(1));
        // One is fine already; the time ends while four hurry and one settles.
        let answered = in_parallel(6, |who| {
            let group = &group;
            async move {
                match who {
                    1 => {
                        group.world.clock.set(due);
                        group.settle().await;
                        true
                    }
                    2 => true,
                    _ => group.takes_part(who, id, Doing::only(Act::Answer(Answer::Fine))).await.is_ok(),
                }
            }
        });
        group.settle().await;
        let fine = answered.iter().filter(|one| **one).count() - 1;
        let now = group.election(0, id).await;
        // Half of those who were asked said something: then she is asked. Otherwise the next name is looked for.
        let expected = if fine >= 3 { Stage::Accepting } else { Stage::Proposing };
        assert_eq!(now.stage, expected, "{fine} answered in time");
        for who in 0..3 {
            group.stops(who, CancelVote::KIND, id, "C'était un essai.").await.unwrap();
        }
    }
});

/// Votes that all close at the same evening, each with an effect of its own, and voted on.
async fn votes_about_to_close(group: &Group<'_>, votes: usize) -> Vec<ProposalId> {
    let mut ids = Vec::with_capacity(votes);
    for vote in 0..votes {
        let holder = vote % group.members.len();
        let effect = group.grant(holder, &[], 30);
        let id = group.proposes(vote % 2).titled(&format!("Mandat {vote}")).doing(effect).sent().await.unwrap();
        group.seconds(1 - vote % 2, id).await.unwrap();
        ids.push(id);
    }
    group.settle().await;
    for (vote, id) in ids.iter().enumerate() {
        // Two of three are adopted; of the others, half are tied and half have too few ballots.
        group.votes(0, *id, Choice::Yes).await.unwrap();
        if vote % 3 != 2 || vote % 2 == 0 {
            group.votes(1, *id, if vote % 3 == 2 { Choice::No } else { Choice::Yes }).await.unwrap();
        }
    }
    ids
}

/// One result, one entry, one effect for each.
async fn assert_closed_once(group: &Group<'_>, ids: &[ProposalId]) {
    let mut adopted = 0;
    for (vote, id) in ids.iter().enumerate() {
        let seen = group.see(*id).await;
        let told = group.told_about(*id).await;
        if vote % 3 == 2 {
            assert_eq!(seen.state, State::NotAdopted);
            assert_eq!(told, [kinds::SUBMITTED, kinds::OPENED, kinds::NOT_ADOPTED]);
        } else {
            assert_eq!(seen.state, State::InForce);
            assert_eq!(told, [kinds::SUBMITTED, kinds::OPENED, kinds::ADOPTED, kinds::EFFECT_DONE]);
            adopted += 1;
        }
    }
    assert_eq!(group.mandates().await.len(), adopted);
    let raw = group.world.raw().await;
    assert_eq!(usize::try_from(raw.rows("effect_done").await).unwrap(), adopted);
    raw.close().await;
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
}

on_each_database!(eight_that_close_the_same_votes_close_each_once, |world| {
    let votes = count(20, 200);
    let group = world
        .a_group()
        .with_people(40)
        .quick()
        .with_rule("quorum_ordinary", "2")
        .with_rule("mandates_per_person", "10");
    let group = group.found().await;
    let ids = votes_about_to_close(&group, votes).await;
    world.clock.set(group.see(ids[0]).await.closes_at.unwrap());
    let start = Instant::now();
    let moves: Vec<usize> = match world.kind {
        // A data directory has one program at a time: eight of its tasks.
        Kind::Sqlite => in_parallel(RACERS, |_| group.settle()),
        Kind::Postgres => eight_processes(world, &group),
    };
    println!("{votes} votes closed by {RACERS} in {:?}: {moves:?} moves", start.elapsed());
    assert_closed_once(&group, &ids).await;
});

/// Eight programs on one PostgreSQL, each with connections of its own.
fn eight_processes(world: &World, group: &Group<'_>) -> Vec<usize> {
    let commons::db::Storage::Postgres(url) = &world.storage else { panic!("a server is needed") };
    let gate = world.data().join("gate");
    let start = || {
        let mut racer = Command::new(env!("CARGO_BIN_EXE_settle"));
        racer.arg(url).arg(world.data()).arg(group.id.to_string()).arg(world.clock.now().to_rfc3339()).arg(&gate);
        Racer::of(racer.stdout(Stdio::piped()).spawn().unwrap())
    };
    let mut racers: Vec<Racer> = (0..RACERS).map(|_| start()).collect();
    for racer in &mut racers {
        assert_eq!(racer.says(), "ready");
    }
    std::fs::write(&gate, "").unwrap();
    racers.iter_mut().map(|racer| racer.says().parse().unwrap()).collect()
}

struct Racer {
    child: Child,
    said: BufReader<std::process::ChildStdout>,
}

impl Racer {
    fn of(mut child: Child) -> Self {
        let said = BufReader::new(child.stdout.take().unwrap());
        Self { child, said }
    }

    fn says(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line.trim().to_owned()
    }
}

impl Drop for Racer {
    fn drop(&mut self) {
        // It ends by itself, unless a test that failed left it waiting at the gate.
        if !matches!(self.child.try_wait(), Ok(Some(_))) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}
