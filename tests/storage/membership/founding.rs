//! A group founds itself: whole or not at all, and by nobody but who signs.

use super::{problems, refused};
use chrono::Duration;
use commons::db::Tx;
use commons::refusal::No;
use commons::{groups, register};
use decisions::rules::state::State;
use membership::commands::found::{self, Founded, GOOD_FOR};
use membership::queries::{charter, people};
use membership::rules::charter::RULES;
use parpour_tests::{World, in_parallel, on_each_database};
use std::collections::BTreeMap;

const PASSPHRASE: &str = "les chats dorment sur le poêle";

fn rules(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A link under which everything is settled and nobody has signed.
async fn a_settled_link(world: &World) -> String {
    let link = found::make_link(&world.db).await.unwrap();
    found::settle_rules(&world.db, &link, &rules(&[("name", "La Tasse"), ("seconders", "2")])).await.unwrap();
    found::name_people(&world.db, &link, "Solange\nOvila\nNoëlla", "Éloi\n\n  Rosalba  ").await.unwrap();
    link
}

async fn sign(world: &World, link: &str, name: &str) -> Result<(), No> {
    found::sign(&world.db, link, name, PASSPHRASE, "").await
}

async fn a_signed_link(world: &World) -> String {
    let link = a_settled_link(world).await;
    for name in ["Solange", "Ovila", "Noëlla"] {
        sign(world, &link, name).await.unwrap();
    }
    link
}

async fn found(world: &World, link: &str) -> Result<Founded, No> {
    found::found(&world.db, link, async |_: &Tx<'_>, _: &Founded| Ok(())).await
}

on_each_database!(a_founding_writes_people_charter_and_register_together, |world| {
    let link = a_signed_link(world).await;
    let founded = found(world, &link).await.unwrap();
    let scope = world.db.read(founded.group);
    let names: Vec<_> = people::everyone(&scope).await.unwrap().into_iter().map(|person| person.name).collect();
    assert_eq!(names, ["Éloi", "Noëlla", "Ovila", "Rosalba", "Solange"], "in the order of French names");
    assert_eq!(
        people::voters(&scope, scope.now()).await.unwrap().len(),
        5,
        "the founding list votes from the first day"
    );
    let in_force = charter::in_force(&scope).await.unwrap();
    assert_eq!(in_force.len(), RULES.len());
    assert!(in_force.iter().all(|rule| rule.since_seq == 1 && rule.since == Some(scope.now())));
    let charter = charter::charter(&scope).await.unwrap();
    assert_eq!((charter.name(), charter.seconders()), ("La Tasse", 2));
    assert_eq!(charter.trial_until(), Some("2027-04-11".parse().unwrap()), "asked again after three months");
    let entry = register::entry(&scope, 1).await.unwrap().unwrap();
    assert_eq!((entry.kind.as_str(), entry.actors), (register::kinds::FOUNDED, founded.founders));
    assert_eq!(entry.body.unwrap()["charter"]["seconders"], "2");
    assert_eq!(groups::named(&world.db, &founded.slug).await.unwrap().unwrap().id, founded.group);
});

on_each_database!(a_founding_whose_question_fails_leaves_nothing_and_can_be_tried_again, |world| {
    let link = a_signed_link(world).await;
    let outcome = found::found(&world.db, &link, async |_: &Tx<'_>, _: &Founded| Err(No::NotFound)).await;
    assert!(outcome.is_err());
    assert_eq!(groups::all(&world.db).await.unwrap(), []);
    let raw = world.raw().await;
    for table in ["member", "member_key", "charter_rule", "register"] {
        assert_eq!(raw.rows(table).await, 0, "{table}");
    }
    raw.close().await;
    assert_eq!(found::draft(&world.db, &link).await.unwrap().founders.len(), 3);
    found(world, &link).await.unwrap();
});

on_each_database!(eight_clicks_at_once_found_one_group, |world| {
    let link = a_signed_link(world).await;
    let founded = in_parallel(8, |_| async { found(world, &link).await.unwrap() });
    assert!(founded.iter().all(|one| one == &founded[0]));
    assert_eq!(groups::all(&world.db).await.unwrap().len(), 1);
    let raw = world.raw().await;
    assert_eq!(raw.rows("member").await, 5);
    raw.close().await;
});

on_each_database!(the_first_question_opens_the_register_with_the_founding, |world| {
    let group = world.a_group().with_people(5).with_first_question().found().await;
    let kinds: Vec<_> =
        register::latest(&group.read(), None, 10).await.unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [register::kinds::SUBMITTED, register::kinds::FOUNDED]);
    let proposal =
        decisions::queries::proposal::numbered(&group.read(), &world.effects, 1, group.members[4]).await.unwrap();
    assert_eq!(proposal.state, State::Discussing, "the founders proposed and seconded it");
    assert!(proposal.of_the_founding, "nobody wrote it by herself");
    for founder in 0..2 {
        assert!(group.withdraws(founder, proposal.id).await.is_err(), "no founder takes it back alone");
    }
    let told = &proposal.differences[..];
    assert!(
        matches!(told, [one] if one.before.is_none() && one.after.as_ref().unwrap().key == "tool-trial-goes-on"),
        "the day is the one they signed: {told:?}"
    );
    // It runs its course like any other, and acts.
    group.to_next_step(proposal.id).await;
    group.all_vote_yes(proposal.id).await;
    group.to_next_step(proposal.id).await;
    assert_eq!(group.state(proposal.id).await, State::InForce);
});

on_each_database!(only_the_question_of_the_founding_is_nobodys_own, |world| {
    let group = world.a_group().found().await;
    let first = group.proposes(0).sent().await.unwrap();
    assert!(!group.see(first).await.of_the_founding);
});

on_each_database!(nobody_signs_for_more_seconders_than_there_are_others, |world| {
    let link = found::make_link(&world.db).await.unwrap();
    let settle = async |value: &str| found::settle_rules(&world.db, &link, &rules(&[("seconders", value)])).await;
    settle("9").await.unwrap();
    found::name_people(&world.db, &link, "Solange\nOvila", "Noëlla\nÉloi").await.unwrap();
    let draft = found::draft(&world.db, &link).await.unwrap();
    assert_eq!(draft.charter().seconders(), 1, "asked again, now that it is known how many they are");
    assert_eq!(problems(settle("9").await), ["seconders: found-seconders-most"]);
    assert_eq!(problems(settle("4").await), ["seconders: found-seconders-most"]);
    settle("3").await.unwrap();
});

on_each_database!(with_more_seconders_than_founders_the_question_waits_for_others, |world| {
    let group = world.a_group().with_people(5).with_rule("seconders", "3").with_first_question().found().await;
    let id = decisions::queries::proposal::id_of(&group.read(), 1).await.unwrap();
    assert_eq!(group.state(id).await, State::Waiting);
    group.seconds(2, id).await.unwrap();
    group.seconds(3, id).await.unwrap();
    assert_eq!(group.state(id).await, State::Discussing);
});

on_each_database!(nobody_signs_twice_nor_for_somebody_who_does_not_found, |world| {
    let link = a_settled_link(world).await;
    sign(world, &link, "Solange").await.unwrap();
    assert_eq!(refused(sign(world, &link, "Solange").await), "found-she-signed");
    assert_eq!(refused(sign(world, &link, "Éloi").await), "error-not-found");
    assert_eq!(refused(found(world, &link).await), "found-not-signed");
    assert_eq!(groups::all(&world.db).await.unwrap(), []);
});

on_each_database!(what_somebody_signed_no_longer_changes_under_her, |world| {
    let link = a_settled_link(world).await;
    sign(world, &link, "Solange").await.unwrap();
    let rules = rules(&[("seconders", "4")]);
    assert_eq!(refused(found::settle_rules(&world.db, &link, &rules).await), "found-signed-already");
    assert_eq!(refused(found::name_people(&world.db, &link, "A\nB", "").await), "found-signed-already");
    found::unsign(&world.db, &link).await.unwrap();
    found::settle_rules(&world.db, &link, &rules).await.unwrap();
    let draft = found::draft(&world.db, &link).await.unwrap();
    assert_eq!(draft.charter().seconders(), 4);
    assert!(!draft.has_signature());
});

on_each_database!(what_is_to_correct_is_said_and_what_was_right_is_not_kept_half, |world| {
    let db = &world.db;
    let link = found::make_link(db).await.unwrap();
    let wrong = rules(&[("seconders", "0"), ("quorum_ordinary", "101%"), ("name", "La Tasse"), ("no_such_rule", "x")]);
    let said = problems(found::settle_rules(db, &link, &wrong).await);
    assert_eq!(said, ["seconders: charter-write-number", "quorum_ordinary: charter-write-quorum"]);
    assert_eq!(found::draft(db, &link).await.unwrap().charter().name(), "");
    for (day, taken) in [("2027-01-11", false), ("2027-01-12", true), ("2029-01-11", true), ("2029-01-12", false)] {
        let outcome = found::settle_rules(db, &link, &rules(&[("trial_until", day)])).await;
        assert_eq!(outcome.is_ok(), taken, "{day}");
    }
    for (founders, people, said) in [
        ("Solange", "", "founders: found-two-at-least"),
        ("Solange\nsolange", "", "founders: found-name-twice"),
        ("Solange\nOvila", "OVILA", "people: found-name-twice"),
        ("Solange\n…", "", "founders: name-missing"),
        ("Solange\nOvila", &"x".repeat(81), "people: name-too-long"),
    ] {
        assert_eq!(problems(found::name_people(db, &link, founders, people).await), [said]);
    }
    let many: String = (0..499).map(|number| format!("Membre {number}\n")).collect();
    assert_eq!(problems(found::name_people(db, &link, "Solange\nOvila", &many).await), ["people: found-too-many"]);
    found::name_people(db, &link, "Solange\nOvila", "").await.unwrap();
    for (passphrase, email, said) in [
        ("", "", vec!["passphrase: passphrase-missing"]),
        ("court", "pas une adresse", vec!["passphrase: passphrase-short", "email: email-unreadable"]),
        (PASSPHRASE, "a@b", vec!["email: email-unreadable"]),
    ] {
        assert_eq!(problems(found::sign(db, &link, "Solange", passphrase, email).await), said);
    }
    found::sign(db, &link, "Solange", PASSPHRASE, "S@exemple.org").await.unwrap();
    let taken = found::sign(db, &link, "Ovila", PASSPHRASE, "s@exemple.org").await;
    assert_eq!(problems(taken), ["email: email-taken"]);
});

on_each_database!(a_founding_link_is_good_for_thirty_days, |world| {
    let link = a_settled_link(world).await;
    world.clock.advance(GOOD_FOR - Duration::microseconds(1));
    found::draft(&world.db, &link).await.unwrap();
    world.clock.advance(Duration::microseconds(1));
    assert_eq!(refused(found::draft(&world.db, &link).await), "found-link-gone");
    assert_eq!(refused(sign(world, &link, "Solange").await), "found-link-gone");
    assert_eq!(refused(found(world, &link).await), "found-link-gone");
    found::make_link(&world.db).await.unwrap();
    let raw = world.raw().await;
    assert_eq!(raw.rows("founding").await, 1, "the old one is forgotten with what was typed under it");
    raw.close().await;
});

on_each_database!(a_link_that_founded_keeps_nothing_that_was_typed_and_founds_no_more, |world| {
    let link = a_signed_link(world).await;
    found(world, &link).await.unwrap();
    let draft = found::draft(&world.db, &link).await.unwrap();
    assert!(draft.founders.is_empty() && draft.people.is_empty() && draft.charter.is_empty());
    assert_eq!(refused(found::name_people(&world.db, &link, "A\nB", "").await), "found-already");
});

on_each_database!(no_link_opens_the_founding_of_another, |world| {
    let (one, other) = (a_settled_link(world).await, found::make_link(&world.db).await.unwrap());
    assert_ne!(one, other);
    assert!(found::draft(&world.db, &other).await.unwrap().founders.is_empty());
    for wrong in ["", "0", &one[1..], &one.to_uppercase(), "' OR 1=1 --"] {
        assert_eq!(refused(found::draft(&world.db, wrong).await), "found-link-gone", "{wrong}");
    }
});
