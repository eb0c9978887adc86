//! Other ways to decide than yes or no: from the question to a result that anybody can recount.

use super::problems;
use decisions::rules::ballot::{Typed, ballot_file};
use decisions::rules::question::{Method, Question, read_options};
use decisions::rules::state::State;
use parpour_tests::{Group, on_each_database};
use tally::Verdict;
use tally::file::{Counted, parse};

fn asked(method: Method) -> Question {
    let options = match method {
        Method::Dates => "2027-05-08 13:30\n2027-05-09 9h\n2027-05-10 18:00",
        Method::EqualShares => "Un banc 100\nUne table 150\nUn four 200",
        _ => "Un banc\nUne table\nUn four",
    };
    let seats = if method.has_seats() || method == Method::Dates { 1 } else { 0 };
    let budget = if method == Method::EqualShares { 30_000 } else { 0 };
    let options = if method.has_options() { read_options(method, options) } else { Vec::new() };
    Question { method, options, seats, budget }
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
        Typed::word(match question.method {
            Method::Consent => "consent",
            Method::Consensus => "agree",
            Method::Tacit => "seen",
            _ => "yes",
        })
    }
}

on_each_database!(every_method_goes_from_its_question_to_a_result_that_anybody_recounts, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for method in Method::ALL {
        let question = asked(method);
        let id = group.proposes(0).putting(question.clone()).opened().await;
        for who in 0..5 {
            group.says(who, id, second_first(&question), "").await.unwrap();
        }
        group.to_next_step(id).await;
        let seen = group.see(id).await;
        let result = seen.result.clone().unwrap();
        assert_eq!(
            (seen.state, result.outcome.verdict, result.ballots()),
            (State::InForce, Verdict::Adopted, 5),
            "{method:?}"
        );
        assert_eq!(seen.question, question, "kept as it was put");
        let Some(file) = ballot_file(&seen.title, &seen.rules, &seen.question, &result) else {
            assert!(method.has_objections() || method == Method::Dates, "{method:?} is exported");
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
    assert!(seen.recount.is_some(), "and the duels are shown all the same");
    let entries = group.entries_about(id).await;
    assert!(
        entries.iter().all(|entry| !entry.body.as_ref().unwrap().to_string().contains("2,1,0")),
        "nor in any entry"
    );
});
