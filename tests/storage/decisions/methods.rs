//! Other ways to decide than yes or no: from the question to a result that anybody can recount.

use super::{problems, refused};
use chrono::Duration;
use decisions::queries::proposal::left_of_the_urn;
use decisions::rules::ballot::{Typed, ballot_file, words};
use decisions::rules::counting::Recount;
use decisions::rules::exchange::{Format, formats, written};
use decisions::rules::question::{Method, Question, read_options};
use decisions::rules::rounds::Standing;
use decisions::rules::state::State;
use parpour_tests::{Group, on_each_database};
use tally::file::{Counted, parse};
use tally::{Threshold, Verdict};

fn asked(method: Method) -> Question {
    let options = match method {
        Method::Dates => "2027-05-08 13:30\n2027-05-09 9h\n2027-05-10 18:00",
        Method::EqualShares => "Un banc 100\nUne table 150\nUn four 200",
        _ => "Un banc\nUne table\nUn four",
    };
    let seats = if method.has_seats() || method == Method::Dates { 1 } else { 0 };
    let budget = if method == Method::EqualShares { 30_000 } else { 0 };
    let options = if method.has_options() { read_options(method, options) } else { Vec::new() };
    Question { method, options, seats, budget, ..Question::default() }
}

/// A ballot that puts the second line first.
fn second_first(question: &Question) -> Typed {
    let mark = |line: usize| match (question.method, line) {
        (Method::Schulze | Method::RankedPairs | Method::Irv | Method::Borda | Method::Stv, 1) => "1",
        (Method::Schulze | Method::RankedPairs | Method::Irv | Method::Borda | Method::Stv, 0) => "2",
        (Method::Score, 1) => "5",
        (Method::Dates, 1) => "2",
        (Method::Approval | Method::EqualShares, 1) => "1",
        _ => "0",
    };
    if question.method.has_options() {
        Typed { marks: (0..question.lines()).map(|line| mark(line).to_owned()).collect(), ..Typed::default() }
    } else {
        Typed::word(words(question.method)[0])
    }
}

on_each_database!(every_method_goes_from_its_question_to_a_result_that_anybody_recounts, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for method in Method::ALL.into_iter().filter(|method| method.has_ballots()) {
        let question = asked(method);
        let id = group.proposes(0).putting(question.clone()).opened().await;
        for who in 0..5 {
            group.says(who, id, second_first(&question), "").await.unwrap();
        }
        group.to_next_step(id).await;
        let seen = group.see(id).await;
        let result = seen.result.clone().unwrap();
        let ends = if method.is_binding() {
            (State::InForce, Verdict::Adopted)
        } else {
            (State::Consulted, Verdict::NoResult)
        };
        assert_eq!((seen.state, result.outcome.verdict, result.ballots()), (ends.0, ends.1, 5), "{method:?}");
        assert_eq!(seen.question, question, "kept as it was put");
        let Some(file) = ballot_file(&seen.title, &seen.rules, &seen.question, &result) else {
            let has_no_file = !method.is_binding() || method.has_objections() || method == Method::Dates;
            assert!(has_no_file, "{method:?} is exported");
            continue;
        };
        let counted = parse(&file).unwrap().count().unwrap();
        match (&counted, &result.other) {
            (Counted::Majority(outcome), None) => assert_eq!(*outcome, result.outcome),
            (counted, Some(other)) => {
                let winners = counted.decision().unwrap().winners().iter().map(|one| one.place()).collect::<Vec<_>>();
                assert_eq!((winners, other.winners.as_slice()), (vec![1], &[1][..]), "{method:?}");
            }
            (counted, None) => panic!("{counted:?}"),
        }
    }
});

on_each_database!(a_ballot_that_breaks_its_method_is_refused_before_it_is_stored, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let typed =
        |marks: &[&str]| Typed { marks: marks.iter().map(|mark| (*mark).to_owned()).collect(), ..Typed::default() };
    let stv = group.proposes(0).putting(asked(Method::Stv)).opened().await;
    assert_eq!(problems(group.says(1, stv, typed(&["1", "1", ""]), "").await), ["mark: ballot-place-twice"]);
    assert_eq!(problems(group.says(1, stv, typed(&["1", "2"]), "").await), ["mark: ballot-unreadable"]);
    assert_eq!(problems(group.says(1, stv, typed(&["1", "9", ""]), "").await), ["mark: ballot-unreadable"]);
    let approval = group.proposes(0).putting(asked(Method::Approval)).opened().await;
    let ticked = Typed { ticked: vec!["7".to_owned()], ..Typed::default() };
    assert_eq!(problems(group.says(1, approval, ticked, "").await), ["mark: ballot-unreadable"]);
    let consent = group.proposes(0).putting(asked(Method::Consent)).opened().await;
    assert_eq!(problems(group.says(1, consent, Typed::word("yes"), "").await), ["choice: ballot-choose"]);
    assert_eq!(
        problems(group.says(1, consent, Typed::word("objection"), "Non.").await),
        ["reason: ballot-objection-short"]
    );
    for id in [stv, approval, consent] {
        assert_eq!(group.see(id).await.vote.unwrap().received, 0, "nothing was stored");
    }
});

on_each_database!(a_question_that_cannot_be_put_is_refused_with_its_field, |world| {
    let group = world.a_group().with_people(3).quick().found().await;
    let one = Question { options: read_options(Method::Score, "Un banc"), ..asked(Method::Score) };
    assert_eq!(problems(group.proposes(0).putting(one).sent().await), ["options: question-two-options"]);
    let charter = Group::change("seconders", "2");
    let weighs = group.proposes(0).doing(charter).putting(asked(Method::Consent)).sent().await;
    assert_eq!(problems(weighs), ["method: question-by-majority"]);
});

on_each_database!(an_author_asks_that_more_take_part_and_never_that_fewer_do, |world| {
    let group = world.a_group().with_people(10).quick().with_rule("quorum_ordinary", "4").found().await;
    let ends = async |quorum: &str, yes: usize| {
        let question = Question { quorum: quorum.parse().ok(), ..Question::default() };
        let id = group.proposes(0).putting(question).opened().await;
        for who in 0..yes {
            group.says(who, id, Typed::word("yes"), "").await.unwrap();
        }
        let needed = group.see(id).await.vote.unwrap().quorum;
        group.to_next_step(id).await;
        let result = group.see(id).await.result.unwrap();
        assert_eq!(result.quorum, needed);
        (needed, result.outcome.verdict)
    };
    assert_eq!(ends("majority", 5).await, (6, Verdict::NoQuorum));
    assert_eq!(ends("majority", 6).await, (6, Verdict::Adopted));
    assert_eq!(ends("67%", 6).await, (7, Verdict::NoQuorum));
    assert_eq!(ends("10%", 3).await, (4, Verdict::NoQuorum), "less than the charter's changes nothing");
    // Consent and a choice among options ask for it too; what decides nothing needs nobody.
    for method in [Method::Consent, Method::Approval, Method::Sense] {
        let question = Question { quorum: "75%".parse().ok(), ..asked(method) };
        let id = group.proposes(0).putting(question).opened().await;
        let needed = group.see(id).await.vote.unwrap().quorum;
        assert_eq!(needed, if method.is_binding() { 8 } else { 0 }, "{method:?}");
    }
});

on_each_database!(an_author_asks_for_a_larger_part_and_never_for_a_smaller_one, |world| {
    let larger = Threshold::new(3, 4);
    for (charter, part, expected) in [
        ("1/2", None, State::InForce),
        ("1/2", larger, State::NotAdopted),
        ("2/3", Some(Threshold::HALF), State::NotAdopted),
    ] {
        let group = world.a_group().with_people(5).quick().with_rule("majority_ordinary", charter).found().await;
        let question = Question { part, ..asked(Method::Majority) };
        let id = group.proposes(0).putting(question).opened().await;
        group.votes_as_many(id, 3, 2, 0).await;
        group.to_next_step(id).await;
        assert_eq!(group.state(id).await, expected, "{charter} and {part:?}");
    }
});

on_each_database!(an_objection_keeps_a_text_from_passing_until_she_takes_it_back, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let why = "Les clés sont toujours aux deux mêmes, elles vont se fatiguer.";
    for taken_back in [false, true] {
        let id = group.proposes(0).putting(asked(Method::Consent)).opened().await;
        for who in 0..4 {
            group.says(who, id, Typed::word("consent"), "").await.unwrap();
        }
        group.says(4, id, Typed::word("objection"), why).await.unwrap();
        if taken_back {
            group.says(4, id, Typed::word("concern"), why).await.unwrap();
        }
        group.to_next_step(id).await;
        let expected = if taken_back { State::InForce } else { State::Discussing };
        assert_eq!(group.see(id).await.state, expected);
    }
});

on_each_database!(whoever_is_not_ready_is_waited_for, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.proposes(0).putting(asked(Method::Consent)).opened().await;
    for who in 0..6 {
        let said = if who < 3 { "consent" } else { "not_ready" };
        group.says(who, id, Typed::word(said), "").await.unwrap();
    }
    group.to_next_step(id).await;
    assert_eq!(group.state(id).await, State::Discussing, "three of six are not ready: it is talked about again");
});

on_each_database!(in_secret_a_whole_ballot_among_options_is_shown_to_nobody_while_few_vote, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let question = asked(Method::Schulze);
    let id = group.proposes(0).putting(question.clone()).opened().await;
    group.asks_secrecy(3, id).await.unwrap();
    for who in 0..7 {
        group.puts_in_urn(who, id, second_first(&question)).await.unwrap();
    }
    group.to_next_step(id).await;
    let seen = group.see(id).await;
    let result = seen.result.clone().unwrap();
    let other = result.other.clone().unwrap();
    assert_eq!((result.outcome.verdict, other.ballots, other.winners), (Verdict::Adopted, 7, vec![1]));
    assert_eq!(other.said, None, "no ballot in the register");
    assert_eq!(ballot_file(&seen.title, &seen.rules, &seen.question, &result), None);
    assert_eq!(other.steps, Some(Vec::new()), "of so few, nothing but who won");
    let (numbers, ballots) = left_of_the_urn(&group.read(), id).await.unwrap();
    assert!(numbers.is_some() && ballots.is_none(), "nor what lay in the urn");
    assert_eq!(seen.vote.unwrap().urn.unwrap().ballots, Some(7), "how many there were is told");
    let roll = group.reads_roll(0, id).await.unwrap();
    assert_eq!(roll.voted.unwrap().0.len(), 7, "and who voted");
    let entries = group.entries_about(id).await;
    assert!(
        entries.iter().all(|entry| !entry.body.as_ref().unwrap().to_string().contains("2,1,0")),
        "nor in any entry"
    );
});

on_each_database!(a_consultation_ends_without_a_decision_whatever_is_said_and_however_few_say_it, |world| {
    let group = world.a_group().with_people(6).quick().with_rule("quorum_ordinary", "4").found().await;
    for (method, word) in [(Method::Gradients, "reserved"), (Method::Sense, "thumb_up")] {
        for voters in [0, 2] {
            let id = group.proposes(0).putting(asked(method)).opened().await;
            assert_eq!(
                problems(group.says(1, id, Typed::word("yes"), "").await),
                ["choice: ballot-choose"],
                "its words are its own"
            );
            for who in 0..voters {
                group.says(who, id, Typed::word(word), "").await.unwrap();
            }
            group.to_next_step(id).await;
            let seen = group.see(id).await;
            let result = seen.result.clone().unwrap();
            assert_eq!((seen.state, result.quorum, result.ballots()), (State::Consulted, 0, voters as u64));
            let Some(Recount::Warmth(warmth)) = &seen.recount else { panic!("{:?}", seen.recount) };
            assert_eq!(warmth.median, (voters > 0).then_some((word, word)));
            let kinds = group.told_about(id).await;
            assert_eq!(kinds.last().map(String::as_str), Some("proposal.consulted"), "{kinds:?}");
            assert!(kinds.iter().all(|kind| !kind.contains("adopted")), "{kinds:?}");
        }
    }
});

on_each_database!(nothing_can_follow_from_a_consultation, |world| {
    let group = world.a_group().with_people(3).quick().found().await;
    for (effect, method) in [
        (Group::change("seconders", "2"), Method::Gradients),
        (group.grant(1, &["write_welcome_page"], 60), Method::Sense),
    ] {
        let refused = group.proposes(0).doing(effect).putting(asked(method)).sent().await;
        assert_eq!(problems(refused), ["method: question-decides-nothing"]);
    }
});

on_each_database!(ballots_are_written_for_other_programs_only_where_secrecy_lets_them, |world| {
    let group = world.a_group().with_people(8).quick().found().await;
    let question = asked(Method::Stv);
    let names = || question.options.iter().map(|offer| offer.label.clone()).collect::<Vec<_>>();
    for secret in [false, true] {
        let id = group.proposes(0).putting(question.clone()).opened().await;
        if secret {
            group.asks_secrecy(3, id).await.unwrap();
        }
        for who in 0..5 {
            if secret {
                group.puts_in_urn(who, id, second_first(&question)).await.unwrap();
            } else {
                group.says(who, id, second_first(&question), "").await.unwrap();
            }
        }
        group.to_next_step(id).await;
        let seen = group.see(id).await;
        let result = seen.result.unwrap();
        let blt = written(Format::Blt, &seen.title, names(), &question, &result);
        assert_eq!(blt.is_none(), secret);
        assert_eq!(formats(&question, &result).is_empty(), secret);
        if let Some(blt) = blt {
            assert!(blt.text.starts_with("3 1\n5 2 1 0\n0\n\"Un banc\"\n"), "{}", blt.text);
        }
    }
});

// A vote said on the telephone counts as one's own, where nobody objects (`decisions E3`).
on_each_database!(where_nobody_objects_a_ballot_can_be_said_on_the_telephone, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for method in Method::ALL.into_iter().filter(|method| method.is_said_by_phone()) {
        let question = asked(method);
        let id = group.proposes(0).putting(question.clone()).opened().await;
        for who in 1..5 {
            group.notes_said_by_phone(0, who, id, second_first(&question), "").await.unwrap();
        }
        let noted = group.seen_by(1, id).await.unwrap().vote.unwrap().mine.unwrap();
        assert_eq!(noted.by_phone, Some(group.members[0]), "{method:?}");
        group.says(0, id, second_first(&question), "").await.unwrap();
        group.to_next_step(id).await;
        let result = group.see(id).await.result.unwrap();
        let verdict = if method.is_binding() { Verdict::Adopted } else { Verdict::NoResult };
        assert_eq!((result.outcome.verdict, result.ballots()), (verdict, 5), "{method:?}");
    }
});

on_each_database!(what_breaks_the_form_is_refused_on_the_telephone_too, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let id = group.proposes(0).putting(asked(Method::Score)).opened().await;
    let six = Typed { marks: ["6", "", ""].map(str::to_owned).to_vec(), ..Typed::default() };
    assert_eq!(problems(group.notes_said_by_phone(0, 1, id, six, "").await), ["mark: ballot-unreadable"]);
    assert_eq!(group.see(id).await.vote.unwrap().received, 0);
    let election = group.opens_election("Qui tient la caisse ?").await;
    let said = group.notes_said_by_phone(0, 1, election, Typed::word("yes"), "").await;
    assert_eq!(refused(said), "phone-not-here");
});

// What stands in the way is raised and taken back by whoever raised it: nobody does it for her on the telephone.
on_each_database!(nobody_objects_nor_takes_it_back_for_another_on_the_telephone, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let why = "Les clés sont toujours chez les mêmes, qui vont se fatiguer.";
    for (method, against, agrees) in [
        (Method::Consent, "objection", "consent"),
        (Method::Consensus, "block", "agree"),
        (Method::Tacit, "objection", "seen"),
    ] {
        let id = group.proposes(0).putting(asked(method)).opened().await;
        group.says(1, id, Typed::word(against), why).await.unwrap();
        for (whose, said, reason) in [(1, agrees, ""), (1, against, why), (2, against, why), (2, agrees, "")] {
            let noted = group.notes_said_by_phone(0, whose, id, Typed::word(said), reason).await;
            assert_eq!(refused(noted), "phone-not-here", "{method:?} {said}");
        }
        let raised = group.see(id).await.objections;
        let found = raised.iter().map(|one| (one.member, one.standing)).collect::<Vec<_>>();
        assert_eq!(found, [(group.members[1], Standing::Raised)], "{method:?}");
    }
});

// What another noted for her is hers to change until the end: nobody closes the vote before (`decisions E3`, `C7`).
on_each_database!(a_vote_that_was_said_on_the_telephone_is_not_closed_early, |world| {
    let found = world.a_group().with_people(4).quick().with_rule("voting_days_ordinary", "5");
    let group = found.with_rule("close_when_all_voted", "yes").found().await;
    let id = group.open_vote(None).await;
    for who in 0..3 {
        group.says(who, id, Typed::word("yes"), "").await.unwrap();
    }
    group.notes_said_by_phone(0, 3, id, Typed::word("yes"), "").await.unwrap();
    world.clock.advance(Duration::hours(48));
    group.settle().await;
    assert_eq!(group.state(id).await, State::Voting);
    group.says(3, id, Typed::word("no"), "").await.unwrap();
    group.settle().await;
    assert_ne!(group.state(id).await, State::Voting, "now everybody voted herself");
});
