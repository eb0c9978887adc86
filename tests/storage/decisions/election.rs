//! Finding somebody for a task without candidates (story 4.7, checks 9 and 10; `decisions B9`).

use super::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::register::kinds;
use decisions::ProposalId;
use decisions::commands::election::Doing;
use decisions::rules::election::{Act, Answer, Stage};
use decisions::rules::question::{Method, Question};
use decisions::rules::state::State;
use membership::commands::change_access::want_news;
use membership::commands::leave::leave;
use membership::effects::FillSeat;
use membership::powers::{ChangeOwnAccess, Leave, Permit};
use parpour_tests::{Group, World, on_each_database};

/// Places of the people of the story.
const ODILE: usize = 10;
const ROSAIRE: usize = 11;
const PERDRIX: usize = 12;
const FERN: usize = 13;
const LINOTTE: usize = 14;

const TWO_ALREADY: &str = "Il a déjà deux mandats, il va se fatiguer.";
const TILL: &str = "La caisse de cuisine passe à Fern.";

async fn people(world: &World, count: usize) -> Group<'_> {
    world.a_group().with_people(count).quick().found().await
}

async fn does(group: &Group<'_>, who: usize, id: ProposalId, act: Act<commons::ids::MemberId>) {
    group.takes_part(who, id, Doing::only(act)).await.unwrap();
}

async fn puts(group: &Group<'_>, who: usize, id: ProposalId, whom: usize) {
    let why = Doing::saying(Act::Put(group.members[whom]), "Toutes les raisons vont dans ce sens.");
    group.takes_part(who, id, why).await.unwrap();
}

async fn answers(group: &Group<'_>, who: usize, id: ProposalId, answer: Answer, words: &str) {
    group.takes_part(who, id, Doing::saying(Act::Answer(answer), words)).await.unwrap();
}

/// All but that person say that it can be she.
async fn all_fine_but(group: &Group<'_>, id: ProposalId, but: &[usize]) {
    for who in (0..group.members.len()).filter(|who| !but.contains(who)) {
        answers(group, who, id, Answer::Fine, "").await;
    }
}

/// Everybody names that person, and keeps it.
async fn to_the_names(group: &Group<'_>, id: ProposalId, whom: impl Fn(usize) -> usize) {
    for who in 0..group.members.len() {
        group.names(who, id, whom(who)).await.unwrap();
    }
    for who in 0..group.members.len() {
        does(group, who, id, Act::Keep).await;
    }
    assert_eq!(stage(group, id).await, Stage::Proposing);
}

async fn leaves(group: &Group<'_>, who: usize) {
    let areas = parpour::areas::areas();
    group.act(who, async |tx: &Tx<'_>, permit: Permit<Leave>| leave(tx, permit, &areas).await).await.unwrap();
}

async fn stage(group: &Group<'_>, id: ProposalId) -> Stage {
    group.election(0, id).await.stage
}

/// Whom each of the 26 names: that many the first, then the second, and so on.
fn shared(counts: &[(usize, usize)]) -> Vec<usize> {
    counts.iter().flat_map(|(whom, count)| std::iter::repeat_n(*whom, *count)).collect()
}

on_each_database!(the_seat_of_the_assembly, |world| {
    let group = world.a_group().with_people(26).quick().with_rule("mandates_per_person", "3").found().await;
    for title in ["Caisse de cuisine", "Clés du local"] {
        group.adopts(group.entrust(ROSAIRE, title, &[], 60)).await;
    }
    group.wishes_not_to_be_named(20, true).await.unwrap();
    let id = group.opens_election("Secrétariat").await;

    // Those who do not wish to be named were never offered, and nobody is told why.
    let offered = group.election(5, id).await.offered;
    assert_eq!(offered.len(), 25);
    assert!(offered.iter().all(|person| person.id != group.members[20]));
    assert_eq!(problems(group.names(5, id, 20).await), ["person: election-choose-other"]);

    let first = shared(&[(ODILE, 9), (ROSAIRE, 7), (PERDRIX, 5), (FERN, 3), (LINOTTE, 2)]);
    for (who, whom) in first.iter().enumerate() {
        assert_eq!(stage(&group, id).await, Stage::Naming);
        // Nobody reads the names of others before the round ends.
        assert!(group.election(0, id).await.names.is_empty());
        group.names(who, id, *whom).await.unwrap();
    }
    let read = group.election(0, id).await;
    assert_eq!((read.stage, read.names.len()), (Stage::Changing, 5));
    assert_eq!(read.names.iter().map(|one| one.reasons.len()).collect::<Vec<_>>(), [1; 5], "each reason once");
    let by_name: Vec<_> = read.offered.iter().map(|person| person.id).collect();
    let places: Vec<_> = read.names.iter().map(|one| by_name.iter().position(|id| *id == one.person)).collect();
    assert!(places.is_sorted(), "in the order of names, whatever the count");

    for (who, whom) in shared(&[(ODILE, 13), (ROSAIRE, 8), (PERDRIX, 5)]).into_iter().enumerate() {
        if first[who] == whom {
            does(&group, who, id, Act::Keep).await;
        } else {
            group.names(who, id, whom).await.unwrap();
        }
    }
    assert_eq!(stage(&group, id).await, Stage::Proposing);

    puts(&group, 3, id, ODILE).await;
    answers(&group, 4, id, Answer::Fine, "").await;
    does(&group, ODILE, id, Act::Decline).await;
    let declined = group.election(0, id).await;
    assert_eq!((declined.stage, declined.left), (Stage::Proposing, 2));
    assert!(declined.names.iter().all(|one| one.open != (one.person == group.members[ODILE])));
    let again = group.takes_part(22, id, Doing::saying(Act::Put(group.members[ODILE]), "Encore.")).await;
    assert_eq!(problems(again), ["name: election-choose-other"]);

    // One name each.
    let second = group.takes_part(3, id, Doing::saying(Act::Put(group.members[ROSAIRE]), "Encore moi.")).await;
    assert_eq!(refused(second), "election-put-already");
    puts(&group, 22, id, ROSAIRE).await;
    answers(&group, PERDRIX, id, Answer::Objection, TWO_ALREADY).await;
    assert_eq!(group.election(0, id).await.objections[0].words, TWO_ALREADY);
    all_fine_but(&group, id, &[PERDRIX, ROSAIRE]).await;
    assert_eq!(stage(&group, id).await, Stage::Answering, "an objection is answered first");
    let accepts = group.takes_part(ROSAIRE, id, Doing::only(Act::Accept)).await;
    assert_eq!(refused(accepts), "election-moved-on");

    group.takes_part(22, id, Doing::saying(Act::Adapt, TILL)).await.unwrap();
    does(&group, 22, id, Act::TakeUp(group.members[PERDRIX])).await;
    all_fine_but(&group, id, &[ROSAIRE]).await;
    assert_eq!(stage(&group, id).await, Stage::Accepting);
    does(&group, ROSAIRE, id, Act::Accept).await;
    group.settle().await;

    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.found), (State::InForce, Some(group.members[ROSAIRE])));
    let held = group.mandates().await.into_iter().filter(|mandate| mandate.title == "Secrétariat").collect::<Vec<_>>();
    assert_eq!(held.iter().map(|one| one.holder).collect::<Vec<_>>(), [group.members[ROSAIRE]], "once");
    assert_eq!(held[0].limits, TILL);
    assert_eq!(held[0].granted_by, id.0);

    // The names are erased; the register has the result and nothing else.
    let raw = world.raw().await;
    for table in ["nomination", "election_closed", "election_answer", "election_ready"] {
        assert_eq!(raw.rows(table).await, 0, "{table}");
    }
    raw.close().await;
    let told = commons::register::about(&group.read(), &id.to_string()).await.unwrap();
    let adopted = told.iter().find(|entry| entry.kind == kinds::ADOPTED).unwrap().body.clone().unwrap();
    assert_eq!(adopted["elected"], serde_json::json!(group.members[ROSAIRE]));
    let all = serde_json::to_string(&told.iter().map(|entry| &entry.body).collect::<Vec<_>>()).unwrap();
    for other in [ODILE, PERDRIX, LINOTTE] {
        assert!(!all.contains(&group.members[other].to_string()), "no other name is told");
    }
});

on_each_database!(after_three_names_there_is_nobody_for_now, |world| {
    let group = people(world, 5).await;
    let id = group.opens_election("Les clés").await;
    to_the_names(&group, id, |who| who).await;
    for name in [1, 2, 3] {
        puts(&group, name - 1, id, name).await;
        does(&group, name, id, Act::Decline).await;
    }
    group.settle().await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.found), (State::NotAdopted, None));
    assert!(group.mandates().await.is_empty());
    let raw = world.raw().await;
    assert_eq!((raw.rows("nomination").await, raw.rows("election_closed").await), (0, 0));
    raw.close().await;
});

on_each_database!(rounds_end_by_the_clock_and_silence_is_no_yes, |world| {
    let group = people(world, 6).await;
    let id = group.opens_election("Les clés").await;
    group.names(0, id, 1).await.unwrap();
    group.names(2, id, 3).await.unwrap();
    for expected in [Stage::Changing, Stage::Proposing] {
        group.to_next_step(id).await;
        assert_eq!(stage(&group, id).await, expected);
    }
    puts(&group, 0, id, 1).await;
    answers(&group, 2, id, Answer::Fine, "").await;
    group.to_next_step(id).await;
    assert_eq!(stage(&group, id).await, Stage::Proposing, "one of five is not half");
    puts(&group, 2, id, 3).await;
    for who in [0, 1, 2] {
        answers(&group, who, id, Answer::Fine, "").await;
    }
    group.to_next_step(id).await;
    assert_eq!(stage(&group, id).await, Stage::Accepting);
    // She says nothing.
    group.to_next_step(id).await;
    assert_eq!((group.state(id).await, group.see(id).await.found), (State::NotAdopted, None));
});

on_each_database!(three_in_one_room_go_on_without_waiting_once_half_have_spoken, |world| {
    let group = people(world, 6).await;
    let id = group.opens_election("Les clés").await;
    for who in 0..2 {
        group.names(who, id, 4).await.unwrap();
    }
    assert_eq!(refused(group.takes_part(0, id, Doing::only(Act::Together)).await), "election-too-soon");
    group.names(2, id, 4).await.unwrap();
    assert_eq!(refused(group.takes_part(0, id, Doing::only(Act::Together)).await), "election-too-soon");
    world.clock.advance(Duration::days(1));
    for who in 0..3 {
        assert_eq!(stage(&group, id).await, Stage::Naming);
        does(&group, who, id, Act::Together).await;
    }
    assert_eq!(stage(&group, id).await, Stage::Changing);
});

on_each_database!(whoever_cannot_hold_it_reads_so_before_and_not_the_group_after, |world| {
    let group = world.a_group().with_people(4).quick().with_rule("mandates_per_person", "1").found().await;
    group.adopts(group.grant(1, &[], 60)).await;
    let id = group.opens_election("Les clés").await;
    to_the_names(&group, id, |_| 1).await;
    let put = group.takes_part(0, id, Doing::saying(Act::Put(group.members[1]), "Encore elle.")).await;
    assert_eq!(problems(put), ["name: election-cannot-be-put"]);
    does(&group, 1, id, Act::Decline).await;
    group.settle().await;
    assert_eq!(group.state(id).await, State::NotAdopted);
});

on_each_database!(what_is_said_of_somebody_is_read_by_those_who_vote, |world| {
    let group = people(world, 6).await;
    let raw = world.raw().await;
    raw.ally(group.members[5]).await;
    raw.close().await;
    let id = group.opens_election("Les clés").await;
    for who in 0..5 {
        group.names(who, id, 1).await.unwrap();
    }
    for who in 0..5 {
        does(&group, who, id, Act::Keep).await;
    }
    puts(&group, 0, id, 1).await;
    answers(&group, 2, id, Answer::Objection, TWO_ALREADY).await;
    let voter = group.election(3, id).await;
    assert!(voter.names.len() == 1 && voter.put.is_some() && voter.objections.len() == 1);
    let other = group.election(5, id).await;
    assert!(!other.on_roll && other.names.is_empty() && other.put.is_none() && other.objections.is_empty());
});

on_each_database!(a_name_goes_with_the_person_who_leaves, |world| {
    let group = people(world, 5).await;
    let id = group.opens_election("Les clés").await;
    to_the_names(&group, id, |who| who % 2).await;
    puts(&group, 2, id, 1).await;
    answers(&group, 3, id, Answer::Fine, "").await;
    leaves(&group, 1).await;
    let seen = group.election(0, id).await;
    assert_eq!((seen.stage, seen.left, seen.put), (Stage::Proposing, 1, None));
    puts(&group, 3, id, 0).await;
    leaves(&group, 3).await;
    // Who put it forward has left: the name stands, her words are gone.
    let put = group.election(0, id).await.put.unwrap();
    assert_eq!((put.person, put.by, put.why), (group.members[0], None, None));
});

on_each_database!(an_election_and_a_task_without_a_holder_go_together, |world| {
    let group = people(world, 4).await;
    let by_vote = group.proposes(0).doing(group.seat("Les clés", 60)).sent().await;
    assert_eq!(problems(by_vote), ["method: question-election-seat"]);
    let election = Question { method: Method::Election, ..Question::default() };
    for effect in [None, group.grant(1, &[], 60)] {
        let alone = group.proposes(0).doing(effect).putting(election.clone()).sent().await;
        assert_eq!(problems(alone), ["method: question-election-seat"]);
    }
    // No secrecy, no more time, no ballot: it has its own.
    let id = group.opens_election("Les clés").await;
    assert_eq!(refused(group.asks_secrecy(1, id).await), "secrecy-not-for-consensus");
    assert_eq!(refused(group.asks_extension(1, id).await), "extension-no-more");
    assert!(group.votes(1, id, tally::Choice::Yes).await.is_err());
    assert_eq!(FillSeat::KIND, "mandate.fill/1");
});

on_each_database!(what_is_said_early_lies_sealed_and_what_is_stopped_is_gone, |world| {
    let group = people(world, 6).await;
    let id = group.opens_election("Les clés").await;
    let mark = "une raison que personne ne lit";
    group.takes_part(1, id, Doing::saying(Act::Name(group.members[2]), mark)).await.unwrap();
    assert!(crate::commons::kept::scan(world, mark).await.is_empty());
    for who in 0..3 {
        group.stops(who, decisions::stop::CancelVote::KIND, id, "Le terme est trop long.").await.unwrap();
    }
    assert_eq!(group.state(id).await, State::Cancelled);
    let raw = world.raw().await;
    assert_eq!((raw.rows("nomination").await, raw.rows("election").await), (0, 0));
    raw.close().await;
    world.clock.advance(Duration::days(9));
    assert_eq!(group.settle().await, 0);
});

/// The letters that wait about an election.
async fn letters(world: &World) -> i64 {
    let raw = world.raw().await;
    let letters = raw.number("SELECT count(*) FROM outbox WHERE dedupe_key LIKE '%election/%'").await;
    raw.close().await;
    letters
}

/// That person is found, in one room.
async fn finds(group: &Group<'_>, id: ProposalId, whom: usize) {
    to_the_names(group, id, |_| whom).await;
    puts(group, 0, id, whom).await;
    all_fine_but(group, id, &[whom]).await;
    does(group, whom, id, Act::Accept).await;
    group.settle().await;
}

on_each_database!(an_election_that_is_contested_is_held_anew_and_gives_the_task_once, |world| {
    let group = world.a_group().with_people(5).quick().with_rule("challenge_hours_ordinary", "72").found().await;
    let id = group.opens_election("Les clés").await;
    finds(&group, id, 1).await;
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.found), (State::Adopted, Some(group.members[1])));
    assert!(group.mandates().await.is_empty(), "she does not have it yet");
    world.clock.advance(Duration::hours(71));
    for who in 2..5 {
        group.stops(who, decisions::stop::Contest::KIND, id, "Deux personnes n'ont rien lu.").await.unwrap();
    }
    // From the beginning, with nothing of what was said.
    let seen = group.see(id).await;
    assert_eq!((seen.state, seen.found, seen.window_until), (State::Voting, None, None));
    let election = group.election(3, id).await;
    assert_eq!((election.stage, election.names.len(), election.put.is_none()), (Stage::Naming, 0, true));
    world.clock.advance(Duration::hours(2));
    group.settle().await;
    assert!(group.mandates().await.is_empty(), "the first window has no hold on it any more");
    finds(&group, id, 3).await;
    assert_eq!(group.state(id).await, State::Adopted);
    let again = group.stops(2, decisions::stop::Contest::KIND, id, "Encore.").await;
    assert!(again.is_err(), "it is contested once");
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::InForce);
    let held: Vec<_> = group.mandates().await.into_iter().map(|mandate| mandate.holder).collect();
    assert_eq!(held, [group.members[3]], "once, and to whom the second one found");
    let told = group.told_about(id).await;
    assert_eq!(told.iter().filter(|kind| *kind == kinds::EFFECT_DONE).count(), 1);
});

on_each_database!(a_letter_about_an_election_that_is_over_is_not_sent, |world| {
    let group = people(world, 4).await;
    let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
    for who in 0..4 {
        group.act(who, news).await.unwrap();
    }
    let over = group.opens_election("Les clés").await;
    to_the_names(&group, over, |_| 1).await;
    assert!(letters(world).await > 0);
    puts(&group, 0, over, 1).await;
    all_fine_but(&group, over, &[1]).await;
    does(&group, 1, over, Act::Accept).await;
    group.settle().await;
    assert_eq!((group.state(over).await, letters(world).await), (State::InForce, 0), "it would tell who was asked");
    let stopped = group.opens_election("Le jardin").await;
    to_the_names(&group, stopped, |_| 1).await;
    assert!(letters(world).await > 0);
    for who in 0..3 {
        group.stops(who, decisions::stop::CancelVote::KIND, stopped, "Le terme est trop long.").await.unwrap();
    }
    assert_eq!((group.state(stopped).await, letters(world).await), (State::Cancelled, 0));
});
