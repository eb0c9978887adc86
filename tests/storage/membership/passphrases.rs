//! Signing in with a name and a passphrase.

use super::problems;
use commons::refusal::{No, Refusal};
use membership::commands::session;
use membership::commands::sign_in::{AtTheDoor, sign_in};
use parpour_tests::{Group, on_each_database};
use std::time::Instant;

async fn knock(group: &Group<'_>, name: &str, passphrase: &str) -> Result<String, No> {
    let typed = AtTheDoor { name: name.to_owned(), passphrase: passphrase.to_owned(), own_device: false };
    sign_in(&group.world.db, group.id, typed).await
}

on_each_database!(name_and_passphrase_open_the_door_however_they_are_typed, |world| {
    let group = world.a_group().found().await;
    let passphrase = group.passphrase(0);
    for (name, passphrase) in [
        ("Solange", passphrase.clone()),
        ("  SOLANGE ", passphrase.to_uppercase()),
        ("sólange", passphrase.replace(' ', "  ")),
        ("Solange", passphrase.replace(' ', "-")),
    ] {
        let token = knock(&group, name, &passphrase).await.unwrap();
        assert_eq!(session::who(&world.db, group.id, &token).await.unwrap().unwrap().member, group.members[0]);
    }
});

on_each_database!(a_wrong_name_and_a_wrong_passphrase_get_the_same_answer, |world| {
    let group = world.a_group().found().await;
    let right = group.passphrase(0);
    let mut answers = Vec::new();
    for (why, name, passphrase) in [
        ("nobody of that name", "Philomène", right.as_str()),
        ("another's passphrase", "Ovila", right.as_str()),
        ("wrong", "Solange", "les chats de Solange dorment à l'ombre"),
        ("nothing typed", "Solange", ""),
        ("without a passphrase of her own", "Noëlla", right.as_str()),
        ("no name", "", ""),
        ("endless", "Solange", &"a ".repeat(5_000)),
    ] {
        let start = Instant::now();
        let no = knock(&group, name, passphrase).await.unwrap_err();
        println!("{why}: {:?}", start.elapsed());
        answers.push((no.sort(), no.problems().to_vec()));
    }
    assert!(answers.iter().all(|answer| answer == &answers[0]), "{answers:?}");
    assert_eq!(answers[0].1[0].message.key, "door-wrong");
});

on_each_database!(a_passphrase_opens_its_own_group_only, |world| {
    let (group, other) = (world.a_group().found().await, world.a_group().with_people(2).found().await);
    let token = knock(&group, "Solange", &group.passphrase(0)).await.unwrap();
    assert!(session::who(&world.db, other.id, &token).await.unwrap().is_none());
    assert_eq!(problems(knock(&other, "Noëlla", &group.passphrase(0)).await), ["passphrase: door-wrong"]);
});
