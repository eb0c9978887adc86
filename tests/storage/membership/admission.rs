//! Asking to join, and being admitted: by several, by one who says she came, by a decision; never by silence.

use super::{problems, refused};
use chrono::Duration;
use commons::area::Until;
use commons::db::Tx;
use commons::refusal::No;
use commons::register::kinds;
use membership::ApplicationId;
use membership::admission::AdmitByDecision;
use membership::commands::applications as writing;
use membership::commands::ask::{self, Asking, MOST_WAITING};
use membership::commands::confirm::confirm;
use membership::commands::invite;
use membership::commands::join::{Arrival, join};
use membership::hand_card::{CardFor, HandCardTogether};
use membership::joint::{Signed, all_waiting};
use membership::powers::{EnterPaper, HandCard, Permit, WelcomeApplicant};
use membership::queries::{applications, invitations, people};
use membership::rules::admission::{Application, Waiting};
use membership::rules::standing::Standing;
use parpour_tests::{Group, in_parallel, on_each_database};
use serde_json::json;

fn asking(name: &str) -> Asking {
    Asking { name: name.to_owned(), ..Asking::default() }
}

async fn comes_in(group: &Group<'_>, id: ApplicationId, name: &str) -> Result<String, No> {
    let passphrase = "la rivière coule sous le pont".to_owned();
    let arrival = Arrival { link_or_words: group.link_of(id), name: name.to_owned(), passphrase, ..Arrival::default() };
    join(&group.world.db, group.id, arrival).await
}

async fn asked(group: &Group<'_>, id: ApplicationId) -> Option<applications::Asked> {
    applications::opened_by(&group.read(), &group.link_of(id)).await.unwrap()
}

async fn writes_down(group: &Group<'_>, who: usize, name: &str) -> Result<ApplicationId, No> {
    let present = if who < 2 { group.passphrase(who) } else { String::new() };
    let confirmed = confirm(&group.world.db, group.id, group.members[who], &present).await?;
    let enter = async |tx: &Tx<'_>, permit: Permit<EnterPaper>| {
        ask::ask_on_paper(tx, permit, &group.world.joints, confirmed, &asking(name)).await
    };
    group.act(who, enter).await
}

async fn how_many(group: &Group<'_>) -> u64 {
    people::how_many(&group.read()).await.unwrap()
}

on_each_database!(two_of_three_admit_and_she_comes_in_by_her_own_act, |world| {
    let group = world.a_group().with_rule("ask_questions", "Qu'est-ce que tu aimes?\n\nDes allergies?").found().await;
    let typed = Asking { answers: vec!["  Les chats ".to_owned(), String::new()], ..asking(" Philomène  L. ") };
    let id = group.asks_with(typed).await.unwrap();
    let seen = applications::one(&group.read(), id).await.unwrap();
    assert_eq!((seen.name.as_str(), seen.answers.len()), ("Philomène L.", 1));
    assert_eq!(
        (seen.answers[0].question.as_str(), seen.answers[0].answer.as_str()),
        ("Qu'est-ce que tu aimes?", "Les chats")
    );
    assert_eq!(group.signs_for(0, id).await.unwrap(), Signed::Waits);
    assert_eq!(group.signs_for(0, id).await.unwrap(), Signed::Waits, "one person alone admits nobody");
    assert_eq!(refused(comes_in(&group, id, "Philomène").await), "join-not-yet");
    assert_eq!(group.signs_for(2, id).await.unwrap(), Signed::Done);
    let hers = asked(&group, id).await.unwrap();
    assert_eq!((hers.state, hers.answers.len(), hers.name.as_str()), (Application::Admitted, 0, "Philomène L."));
    assert_eq!(how_many(&group).await, 3, "nobody is a member but by her own act");
    assert_eq!(refused(group.signs_for(1, id).await), "admit-over");
    comes_in(&group, id, "Philomène L.").await.unwrap();
    assert_eq!(how_many(&group).await, 4);
    assert_eq!(asked(&group, id).await, None, "the link has served");
    let raw = world.raw().await;
    let left = "SELECT count(*) FROM application WHERE name IS NOT NULL OR told IS NOT NULL OR said IS NOT NULL";
    assert_eq!(raw.number(left).await, 0);
    raw.close().await;
});

on_each_database!(she_takes_it_back_and_nothing_is_left, |world| {
    let group = world.a_group().found().await;
    let id = group.asks_with(asking("Philomène")).await.unwrap();
    group.signs_for(0, id).await.unwrap();
    let link = group.link_of(id);
    group.write(async |tx: &Tx<'_>| ask::withdraw(tx, &link).await).await.unwrap();
    assert_eq!(asked(&group, id).await, None);
    assert_eq!(all_waiting(&group.read()).await.unwrap(), [], "nothing is left to sign");
    assert_eq!(refused(group.signs_for(1, id).await), "admit-over");
    assert_eq!(refused(group.write(async |tx: &Tx<'_>| ask::withdraw(tx, &link).await).await), "error-not-found");
});

on_each_database!(the_answer_is_the_same_whoever_is_here, |world| {
    let group = world.a_group().found().await;
    group.asks_with(asking("Solange")).await.unwrap();
    group.asks_with(asking("Solange")).await.unwrap();
    assert_eq!(problems(group.asks_with(asking(" ")).await), ["name: name-missing"]);
    let long = Asking { answers: vec!["a".repeat(601)], described: "b".repeat(601), ..asking("Odile") };
    assert_eq!(problems(group.asks_with(long).await), ["answer_1: too-long", "described: too-long"]);
});

on_each_database!(one_form_asks_once, |world| {
    let group = world.a_group().found().await;
    let typed = Asking { sending: "browser/nonce".to_owned(), ..asking("Philomène") };
    let asked = in_parallel(6, |_| {
        let (group, typed) = (&group, typed.clone());
        async move { group.asks_with(typed).await.unwrap() }
    });
    assert!(asked.iter().all(|id| *id == asked[0]));
    assert_eq!(applications::waiting(&group.read()).await.unwrap().len(), 1);
});

on_each_database!(silence_neither_admits_nor_refuses, |world| {
    let group = world.a_group().found().await;
    let id = group.asks_with(asking("Philomène")).await.unwrap();
    group.signs_for(0, id).await.unwrap();
    let close = async |words: &str| {
        let words = words.to_owned();
        let close = async |tx: &Tx<'_>, permit: Permit<WelcomeApplicant>| writing::close(tx, permit, id, &words).await;
        group.act(1, close).await
    };
    for (day, waiting) in [(7, Waiting::Everybody), (14, Waiting::Meeting)] {
        world.clock.set(asked(&group, id).await.unwrap().asked_at + Duration::days(day));
        assert_eq!(asked(&group, id).await.unwrap().waiting, waiting);
        assert_eq!(refused(close("Non.").await), "ask-close-too-soon");
    }
    let meet = async |tx: &Tx<'_>, permit: Permit<WelcomeApplicant>| writing::say(tx, permit, id, "Mardi, 14 h").await;
    group.act(2, meet).await.unwrap();
    assert_eq!(asked(&group, id).await.unwrap().said, "Mardi, 14 h");
    assert_eq!(applications::written_by(&group.read(), id).await.unwrap(), Some(group.members[2]));
    let written = group.entries_about(id).await.pop().unwrap();
    assert_eq!(
        (written.kind.as_str(), written.body),
        (kinds::APPLICATION_WRITTEN, Some(json!({}))),
        "without the words"
    );
    world.clock.set(asked(&group, id).await.unwrap().asked_at + Duration::days(30));
    assert_eq!(refused(group.signs_for(1, id).await), "admit-too-late");
    assert_eq!(asked(&group, id).await.unwrap().state, Application::Asked, "time alone does nothing");
    assert_eq!(problems(close("  ").await), ["words: asking-words-missing"]);
    close("On n'a pas su te répondre à temps. Redemande, s'il te plaît.").await.unwrap();
    let hers = asked(&group, id).await.unwrap();
    assert_eq!((hers.state, hers.name.as_str()), (Application::Closed, ""));
    assert!(hers.said.starts_with("On n'a pas su"));
    assert_eq!(group.told_about(id).await, [kinds::APPLICATION_WRITTEN, kinds::APPLICATION_CLOSED]);
    world.clock.advance(Duration::days(30));
    assert_eq!(asked(&group, id).await, None);
});

on_each_database!(open_after_one_visit_takes_one_who_says_she_came, |world| {
    let group = world.a_group().with_people(30).with_rule("admission", "open_after_one_visit").found().await;
    let id = group.asks_with(asking("Philomène")).await.unwrap();
    assert_eq!(refused(comes_in(&group, id, "Philomène").await), "join-not-yet");
    assert_eq!(group.signs_for(7, id).await.unwrap(), Signed::Done);
    comes_in(&group, id, "Philomène").await.unwrap();
});

on_each_database!(an_assembly_admits_by_a_decision_and_by_nothing_else, |world| {
    let group = world.a_group().quick().with_rule("admission", "assembly").found().await;
    let id = group.asks("Philomène").await.unwrap();
    assert_eq!(refused(group.signs_for(0, id).await), "admit-by-decision");
    let effect = json!({ "application": id });
    let decided = group.adopts(Some((AdmitByDecision::KIND, effect))).await;
    assert!(group.told_about(decided).await.contains(&kinds::EFFECT_DONE.to_owned()));
    assert_eq!(how_many(&group).await, 3);
    comes_in(&group, id, "Philomène").await.unwrap();
    assert_eq!(how_many(&group).await, 4);
});

on_each_database!(a_decision_that_comes_too_late_admits_nobody, |world| {
    let group = world.a_group().quick().with_rule("admission", "assembly").found().await;
    let id = group.asks_with(asking("Philomène")).await.unwrap();
    let vote = group.open_vote(Some((AdmitByDecision::KIND, json!({ "application": id })))).await;
    group.all_vote_yes(vote).await;
    let link = group.link_of(id);
    group.write(async |tx: &Tx<'_>| ask::withdraw(tx, &link).await).await.unwrap();
    group.to_next_step(vote).await;
    assert!(group.told_about(vote).await.contains(&kinds::EFFECT_FAILED.to_owned()));
    assert_eq!(how_many(&group).await, 3);
});

on_each_database!(the_brakes_hold_when_everybody_signs_at_once, |world| {
    let group = world.a_group().with_people(12).found().await;
    let mut waiting = Vec::new();
    for number in 0..9 {
        let id = group.asks_with(asking(&format!("Nouvelle {number}"))).await.unwrap();
        group.signs_for(number + 1, id).await.unwrap();
        waiting.push(id);
    }
    let done = in_parallel(9, |number| {
        let (group, id) = (&group, waiting[number]);
        async move { matches!(group.signs_for(number + 2, id).await, Ok(Signed::Done)) }
    });
    assert_eq!(done.into_iter().filter(|done| *done).count(), 3, "twelve people take three in thirty days");
    let states = applications::waiting(&group.read()).await.unwrap();
    assert_eq!(states.len(), 6, "nobody is refused: six go on waiting");
    // Those who were admitted come in a month later: they count from then on.
    let admitted: Vec<_> = waiting.iter().filter(|id| !states.iter().any(|asked| asked.id == **id)).collect();
    world.clock.advance(Duration::days(29));
    for (number, id) in admitted.iter().enumerate() {
        comes_in(&group, **id, &format!("Nouvelle {number}")).await.unwrap();
    }
    let id = group.asks_with(asking("Encore une")).await.unwrap();
    group.signs_for(10, id).await.unwrap();
    assert_eq!(refused(group.signs_for(11, id).await), "admit-grew-enough");
    world.clock.advance(Duration::days(29));
    assert_eq!(refused(group.signs_for(11, id).await), "admit-grew-enough");
});

on_each_database!(nobody_signs_three_in_thirty_days, |world| {
    let group = world.a_group().with_people(25).found().await;
    for number in 0..2 {
        let id = group.asks_with(asking(&format!("Nouvelle {number}"))).await.unwrap();
        for who in [2, 3 + 2 * number, 4 + 2 * number] {
            group.signs_for(who, id).await.unwrap();
        }
        comes_in(&group, id, &format!("Nouvelle {number}")).await.unwrap();
    }
    let id = group.asks_with(asking("Nouvelle 3")).await.unwrap();
    assert_eq!(refused(group.signs_for(2, id).await), "admit-signed-enough");
    let invited = group.asks("Nouvelle 4").await.unwrap();
    assert!(applications::signatures(&group.read(), invited).await.unwrap().is_some(), "another one signs");
    world.clock.advance(Duration::days(30));
    let id = group.asks_with(asking("Nouvelle 5")).await.unwrap();
    assert_eq!(group.signs_for(2, id).await.unwrap(), Signed::Waits);
});

on_each_database!(the_only_one_left_still_admits, |world| {
    let group = world.a_group().with_people(4).found().await;
    let raw = world.raw().await;
    raw.run("UPDATE member SET standing = 'paused'").await.unwrap();
    raw.run("UPDATE member SET standing = 'active' WHERE id = (SELECT id FROM member ORDER BY email_index LIMIT 1)")
        .await
        .unwrap();
    raw.close().await;
    let active = people::with_a_place(&group.read()).await.unwrap().into_iter();
    let active: Vec<_> = active.filter(|person| person.standing == Standing::Active).map(|person| person.id).collect();
    let who = group.members.iter().position(|member| active == [*member]).unwrap();
    let id = group.asks_with(asking("Philomène")).await.unwrap();
    assert_eq!(group.signs_for(who, id).await.unwrap(), Signed::Done, "those on pause block nothing");
});

on_each_database!(a_sheet_of_paper_is_her_own_act, |world| {
    let group = world.a_group().found().await;
    assert_eq!(problems(writes_down(&group, 0, "Noëlla").await), ["name: name-taken"]);
    let id = writes_down(&group, 0, "Télesphore L.").await.unwrap();
    assert_eq!(how_many(&group).await, 3, "of three, two sign");
    assert_eq!(group.signs_for(1, id).await.unwrap(), Signed::Done);
    let everyone = people::everyone(&group.read()).await.unwrap();
    let he = everyone.iter().find(|person| person.name == "Télesphore L.").unwrap();
    assert!(!he.has_entered, "no way in, and the same rights");
    let joined = group.entries_about(he.id).await;
    assert_eq!((joined[0].kind.as_str(), &joined[0].actors), (kinds::JOINED_ON_PAPER, &vec![group.members[0]]));
});

// `reliability` T10: one member alone does not take the place of somebody who has no way in and reads no register.
on_each_database!(a_card_for_whoever_came_in_on_paper_takes_two, |world| {
    let group = world.a_group().found().await;
    let id = writes_down(&group, 0, "Télesphore L.").await.unwrap();
    group.signs_for(1, id).await.unwrap();
    let everyone = people::everyone(&group.read()).await.unwrap();
    let to = everyone.into_iter().find(|person| person.name == "Télesphore L.").unwrap().id;
    let alone = async |tx: &Tx<'_>, permit: Permit<HandCard>| invite::hand_card(tx, permit, to).await;
    assert_eq!(refused(group.act(0, alone).await), "card-takes-two");
    let (joints, by) = (&world.joints, group.members[0]);
    let details = CardFor { to, by }.details().unwrap();
    let (act, signed) = group.asks_together(0, joints, HandCardTogether::KIND, &details).await.unwrap();
    assert_eq!(signed, Signed::Waits);
    assert!(invitations::handed(&group.read()).await.unwrap().is_empty());
    assert_eq!(group.signs(1, joints, act).await.unwrap(), Signed::Done);
    let cards = invitations::handed(&group.read()).await.unwrap();
    assert_eq!((cards.len(), cards[0].to, cards[0].by), (1, to, by));
    let token = invitations::all_made_by(&group.read(), by).await.unwrap().remove(0).way_in.token;
    let passphrase = "la rivière coule sous le pont".to_owned();
    let arrival = Arrival { link_or_words: token, passphrase, ..Arrival::default() };
    join(&world.db, group.id, arrival).await.unwrap();
    assert_eq!(refused(group.act(0, alone).await), "card-has-way-in");
});

on_each_database!(an_ally_comes_as_an_ally, |world| {
    let group = world.a_group().found().await;
    let described = "Je conduis l'autobus.".to_owned();
    let id = group.asks_with(Asking { as_ally: true, described, ..asking("Gaston") }).await.unwrap();
    group.signs_for(0, id).await.unwrap();
    group.signs_for(1, id).await.unwrap();
    comes_in(&group, id, "Gaston").await.unwrap();
    assert_eq!(how_many(&group).await, 3, "an ally is no member");
    let allies = people::allies(&group.read()).await.unwrap();
    assert_eq!((allies.len(), allies[0].name.as_str()), (1, "Gaston"));
    assert_eq!(allies[0].described, "Je conduis l'autobus.");
});

on_each_database!(a_place_waits_thirty_days_and_a_flood_of_askings_is_stopped, |world| {
    let group = world.a_group().found().await;
    let id = group.asks("Philomène").await.unwrap();
    group.signs_for(1, id).await.unwrap();
    let until = asked(&group, id).await.unwrap().good_until.unwrap();
    world.clock.set(until);
    assert_eq!(refused(comes_in(&group, id, "Philomène").await), "join-gone");
    for number in 0..MOST_WAITING {
        group.asks_with(asking(&format!("Robot {number}"))).await.unwrap();
    }
    assert_eq!(refused(group.asks_with(asking("Robot")).await), "ask-too-many");
    world.clock.advance(Duration::days(90));
    group.asks_with(asking("Philomène")).await.unwrap();
    assert_eq!(applications::waiting(&group.read()).await.unwrap().len(), 1, "what nobody answered is erased");
});

on_each_database!(what_nobody_answers_is_kept_as_long_as_the_page_says, |world| {
    let group = world.a_group().found().await;
    let kept = parpour::areas::areas().kept().into_iter().flat_map(|(_, kept)| kept);
    let until = kept.filter(|kept| kept.name == "applications_waiting").map(|kept| kept.until).next();
    let Some(Until::Days(days)) = until else { panic!("{until:?}") };
    let id = group.asks("Philomène").await.unwrap();
    let is_there = async || {
        group.write(async |tx: &Tx<'_>| Ok(parpour::areas::areas().purge(tx).await?)).await.unwrap();
        asked(&group, id).await.is_some()
    };
    world.clock.advance(Duration::days(days.into()) - Duration::seconds(1));
    assert!(is_there().await);
    world.clock.advance(Duration::seconds(1));
    assert!(!is_there().await);
});
