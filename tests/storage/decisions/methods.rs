//! Other ways to decide than yes or no: from the question to a result that anybody can recount.

use super::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::register::kinds;
use decisions::commands::tally_paper::Compared;
use decisions::commands::tally_paper::Which::{Anew, Next};
use decisions::queries::paper::counting;
use decisions::queries::proposal::left_of_the_urn;
use decisions::rules::ballot::{Typed, ballot_file, words};
use decisions::rules::counting::Recount;
use decisions::rules::exchange::{Format, formats, written};
use decisions::rules::question::{Method, Question, read_options};
use decisions::rules::rounds::Standing;
use decisions::rules::state::State;
use membership::commands::change_access::want_news;
use membership::powers::{ChangeOwnAccess, Permit};
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

// A vote said on the telephone counts as one's own (`decisions E3`).
on_each_database!(a_ballot_of_each_method_can_be_said_on_the_telephone, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for method in Method::ALL.into_iter().filter(|method| method.has_ballots()) {
        let question = asked(method);
        let id = group.proposes(5).putting(question.clone()).opened().await;
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

// What was noted on the telephone is taken back there too, whoever notes it (`decisions E3`, 5.2).
on_each_database!(an_objection_said_on_the_telephone_is_raised_and_taken_back_there, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let why = "Les clés sont toujours chez les mêmes, qui vont se fatiguer.";
    for (method, against, agrees) in [
        (Method::Consent, "objection", "consent"),
        (Method::Consensus, "block", "agree"),
        (Method::Tacit, "objection", "seen"),
    ] {
        let id = group.proposes(1).putting(asked(method)).opened().await;
        let says = async |by: usize, said: &'static str, why: &str| {
            group.notes_said_by_phone(by, 2, id, Typed::word(said), why).await
        };
        let stands = async || {
            let raised = group.see(id).await.objections;
            raised.iter().map(|one| (one.member, one.words.clone(), one.standing)).collect::<Vec<_>>()
        };
        assert_eq!(problems(says(0, against, "Non.").await), [format!("reason: ballot-{against}-short")]);
        assert_eq!(stands().await, [], "{method:?}: nothing was noted");
        says(0, against, why).await.unwrap();
        assert_eq!(stands().await, [(group.members[2], Some(why.to_owned()), Standing::Raised)], "{method:?}");
        assert_eq!(group.see(id).await.objections[0].noted_by, Some(group.members[0]));
        // Nobody raises a block and is the other person who supports it (6.7).
        if method == Method::Consensus {
            let block = group.see(id).await.objections[0].id;
            assert_eq!(refused(group.supports(0, id, block, true).await), "block-noted-by-you");
            group.supports(4, id, block, true).await.unwrap();
        }
        if method == Method::Tacit {
            // Silence counts there: whoever wrote the text does not note that others have seen it.
            assert_eq!(
                refused(group.notes_said_by_phone(1, 3, id, Typed::word(agrees), "").await),
                "phone-not-by-author"
            );
        }
        says(3, agrees, "").await.unwrap();
        assert_eq!(group.see(id).await.objections[0].noted_by, Some(group.members[3]));
        assert!(stands().await.iter().all(|(.., standing)| *standing == Standing::Withdrawn), "{method:?}");
        // From now on it is hers: nobody changes it for her.
        group.says(2, id, Typed::word(against), why).await.unwrap();
        assert_eq!(refused(says(0, agrees, "").await), "phone-voted-herself");
        assert!(stands().await.iter().any(|(.., standing)| *standing == Standing::Raised), "{method:?}");
    }
});

on_each_database!(nobody_takes_back_on_the_telephone_what_she_raised_herself_in_an_earlier_round, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    let why = "Les clés sont toujours chez les mêmes, qui vont se fatiguer.";
    let id = group.proposes(0).putting(asked(Method::Consent)).opened().await;
    group.says(1, id, Typed::word("objection"), why).await.unwrap();
    group.notes_said_by_phone(0, 2, id, Typed::word("objection"), why).await.unwrap();
    for _ in 0..2 {
        // Talked about again, then voted on again.
        group.to_next_step(id).await;
    }
    assert_eq!((group.state(id).await, group.see(id).await.round), (State::Voting, 2));
    for (said, reason) in [("consent", ""), ("objection", "Autre chose, dans d'autres mots, assez long.")] {
        let noted = group.notes_said_by_phone(0, 1, id, Typed::word(said), reason).await;
        assert_eq!(problems(noted), ["whose: phone-objection-hers"], "{said}");
    }
    // The same, word for word, is heard; it stays hers.
    group.notes_said_by_phone(0, 1, id, Typed::word("objection"), why).await.unwrap();
    let noted = group.notes_said_by_phone(0, 1, id, Typed::word("consent"), "").await;
    assert_eq!(problems(noted), ["whose: phone-objection-hers"]);
    group.notes_said_by_phone(3, 2, id, Typed::word("consent"), "").await.unwrap();
    let standing = group.see(id).await.objections;
    let raised = standing.iter().filter(|one| one.standing == Standing::Raised);
    assert_eq!(raised.map(|one| one.member).collect::<Vec<_>>(), [group.members[1]]);
});

/// The numbers of a ballot that puts the second line first, as they are typed from a sheet.
fn second_first_on_paper(question: &Question) -> Vec<String> {
    second_first(question).marks
}

// Somebody without a screen does not see what is noted for her: whoever noted it before is told (`decisions E3`).
on_each_database!(whoever_noted_a_vote_is_told_when_another_notes_it_otherwise, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let news = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
    group.act(1, news).await.unwrap();
    let id = group.proposes(0).putting(asked(Method::Consent)).opened().await;
    let letters = async || {
        let raw = world.raw().await;
        let letters = raw.number("SELECT count(*) FROM outbox WHERE dedupe_key LIKE '%vote-by-phone/%'").await;
        raw.close().await;
        letters
    };
    let why = "Les clés sont toujours chez les mêmes, qui vont se fatiguer.";
    group.notes_said_by_phone(1, 2, id, Typed::word("objection"), why).await.unwrap();
    assert_eq!(letters().await, 0, "she knows what she noted");
    for who in [0, 4] {
        group.says(who, id, Typed::word("consent"), "").await.unwrap();
    }
    // In the next round, where the ballot of before is gone, and the objection is not.
    for _ in 0..2 {
        group.to_next_step(id).await;
    }
    assert_eq!((group.state(id).await, group.see(id).await.round), (State::Voting, 2));
    group.notes_said_by_phone(3, 2, id, Typed::word("consent"), "").await.unwrap();
    assert_eq!(letters().await, 1);
});

on_each_database!(a_day_that_is_over_is_put_to_nobody, |world| {
    let group = world.a_group().with_people(3).quick().found().await;
    let options = read_options(Method::Dates, "2027-01-02 13:30\n2027-05-09 9h");
    let question = Question { options, ..asked(Method::Dates) };
    assert_eq!(problems(group.proposes(0).putting(question).sent().await), ["options: question-option-past"]);
});

// What stands in the way is answered by name: whoever asks that hers be not signed is told before it is sent.
on_each_database!(where_people_object_nothing_is_said_without_a_name, |world| {
    let group = world.a_group().with_people(5).quick().found().await;
    let id = group.proposes(0).putting(asked(Method::Consent)).opened().await;
    let why = "Les clés sont toujours chez les mêmes, qui vont se fatiguer.";
    let said = group.says_unsigned(1, id, Typed::word("objection"), why).await;
    assert_eq!(problems(said), ["unsigned: vote-signed-here"]);
    assert_eq!(group.see(id).await.vote.unwrap().received, 0);
});

// Two people read the sheets one by one, and what they find is counted with the screens (`decisions E5`).
on_each_database!(ballots_among_options_are_counted_from_paper_too, |world| {
    let group = world.a_group().with_people(9).quick().with_rule("quorum_ordinary", "1").found().await;
    for method in Method::ALL.into_iter().filter(|method| method.has_options()) {
        let question = asked(method);
        let id = group.proposes(0).putting(question.clone()).opened().await;
        group.says(0, id, second_first(&question), "").await.unwrap();
        for who in 1..5 {
            group.hands_paper(0, who, id).await.unwrap();
            assert_eq!(refused(group.says(who, id, second_first(&question), "").await), "ballot-on-paper");
        }
        let marks = second_first_on_paper(&question);
        let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
        let reads = async |who: usize, number: usize| group.reads_sheet(who, id, Next(number), Some(&marks)).await;
        assert_eq!(refused(reads(5, 1).await), "tally-too-early", "{method:?}");
        world.clock.set(group.see(id).await.closes_at.unwrap());
        group.settle().await;
        assert_eq!(refused(group.counts_paper(5, id, [4, 0, 0, 0, 0]).await), "tally-by-sheet");
        assert_eq!(refused(reads(5, 2).await), "tally-other-sheet", "the first comes first");
        let too_many = vec!["9"; question.lines()];
        assert_eq!(problems(group.reads_sheet(5, id, Next(1), Some(&too_many)).await), ["mark: tally-sheet-wrong"]);
        // Whoever says that the box was empty says that she is sure; and that was no reading to compare.
        assert_eq!(problems(group.has_read_all(5, id, false).await), ["sure: tally-say-sure"]);
        assert_eq!(group.has_read_all(5, id, true).await.unwrap(), Compared::First);
        // One reads three and one that says nothing to anybody; the other takes that one first.
        for number in 1..=3 {
            reads(5, number).await.unwrap();
        }
        group.reads_sheet(5, id, Next(4), None).await.unwrap();
        assert_eq!(refused(reads(5, 4).await), "tally-other-sheet", "a page from before takes no sheet away");
        assert_eq!(group.has_read_all(5, id, false).await.unwrap(), Compared::First);
        for number in 1..=4 {
            reads(6, number).await.unwrap();
        }
        assert_eq!(group.has_read_all(6, id, false).await.unwrap(), Compared::Different);
        let counting = counting(&group.read(), id, group.members[6]).await.unwrap();
        assert_eq!((counting.differed, counting.unlike), (true, vec![(group.members[5], vec![4])]), "{method:?}");
        group.reads_sheet(6, id, Anew(4), Some(&marks)).await.unwrap();
        group.reads_sheet(6, id, Anew(1), None).await.unwrap();
        assert_eq!(group.has_read_all(6, id, false).await.unwrap(), Compared::Same, "{method:?}: in whichever order");
        assert_eq!(refused(group.reads_sheet(7, id, Next(1), None).await), "tally-too-late");
        group.settle().await;
        let result = group.see(id).await.result.unwrap();
        assert_eq!((result.outcome.verdict, result.ballots()), (Verdict::Adopted, 4), "{method:?}");
        assert_eq!(result.other.unwrap().winners, [1], "{method:?}");
        let paper = result.paper.unwrap();
        assert_eq!((paper.counted, paper.ballots, paper.spoiled, paper.counts), (true, 3, 1, None), "{method:?}");
        let told = group.told_about(id).await;
        assert!(told.contains(&kinds::PAPER_COUNTED.to_owned()), "{told:?}");
    }
    let raw = world.raw().await;
    assert_eq!(raw.rows("paper_tally").await, 0, "what was typed is forgotten");
    raw.close().await;
});

on_each_database!(answers_in_words_are_counted_from_paper_by_word, |world| {
    let group = world.a_group().with_people(12).quick().with_rule("quorum_ordinary", "1").found().await;
    let ends = async |id, said: &[(&str, u64)]| {
        world.clock.set(group.see(id).await.closes_at.unwrap());
        group.settle().await;
        assert_eq!(refused(group.reads_sheet(8, id, Next(1), None).await), "tally-by-word");
        assert_eq!(refused(group.counts_words_on_paper(8, id, &[("yes", 1)], 0).await), "ballot-unreadable");
        let too_many: Vec<_> = said.iter().map(|(word, sheets)| (*word, sheets + 9)).collect();
        assert_eq!(problems(group.counts_words_on_paper(8, id, &too_many, 0).await).len(), 1);
        group.counts_words_on_paper(8, id, said, 1).await.unwrap();
        // What is read of a secret vote lies under the key of its urn, and goes with it.
        let secret = group.see(id).await.secret;
        let raw = world.raw().await;
        let clear = raw.number("SELECT count(*) FROM paper_tally WHERE totals IS NOT NULL").await;
        let sealed = raw.number("SELECT count(*) FROM paper_tally WHERE sealed IS NOT NULL").await;
        raw.close().await;
        assert_eq!((clear, sealed), if secret { (0, 1) } else { (1, 0) });
        assert_eq!(group.counts_words_on_paper(9, id, said, 1).await.unwrap(), Compared::Same);
        group.settle().await;
        group.see(id).await.result.unwrap()
    };
    let sense = group.proposes(0).putting(asked(Method::Sense)).opened().await;
    let [warm, cold] = [words(Method::Sense)[0], words(Method::Sense)[1]];
    for who in 0..3 {
        group.says(who, sense, Typed::word(warm), "").await.unwrap();
        group.hands_paper(7, who + 3, sense).await.unwrap();
    }
    let result = ends(sense, &[(warm, 1), (cold, 1)]).await;
    assert_eq!((result.ballots(), result.paper.unwrap().ballots), (5, 2));
    assert_eq!(result.other.unwrap().said.unwrap(), [(warm.to_owned(), 4), (cold.to_owned(), 1)].into());
    // In secret, consent has no objects and no names: it has a box.
    let consent = group.proposes(0).putting(asked(Method::Consent)).opened().await;
    group.asks_secrecy(1, consent).await.unwrap();
    for who in 0..5 {
        group.puts_in_urn(who, consent, Typed::word("consent")).await.unwrap();
    }
    for who in 5..8 {
        group.hands_paper(9, who, consent).await.unwrap();
    }
    let result = ends(consent, &[("consent", 1), ("objection", 1)]).await;
    assert_eq!((result.outcome.verdict, result.ballots()), (Verdict::Rejected, 7), "one of paper objects");
});

on_each_database!(where_an_objection_has_a_name_no_ballot_goes_without_one, |world| {
    let group = world.a_group().with_people(6).quick().found().await;
    for method in [Method::Consent, Method::Consensus, Method::Tacit] {
        let id = group.proposes(0).putting(asked(method)).opened().await;
        assert_eq!(refused(group.hands_paper(0, 1, id).await), "paper-not-here", "{method:?}");
    }
    let election = group.opens_election("Qui tient la caisse ?").await;
    assert_eq!(refused(group.hands_paper(0, 1, election).await), "paper-not-here");
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
