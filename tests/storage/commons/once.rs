//! A form sent twice acts once (`decisions H2`).

use chrono::Duration;
use commons::db::Tx;
use commons::once::{REMEMBERED, Sending, forget_old, once};
use commons::refusal::{No, Refusal, Sort};
use membership::commands::write_welcome_page::write_welcome_page;
use membership::powers::{WriteWelcomePage, ask};
use parpour_tests::{Group, in_parallel, on_each_database};

const FORM: &str = "/g/tasse/group/welcome";
const POWER: &str = "write_welcome_page";

fn sending(group: &Group<'_>, nonce: &str, words: &str) -> Sending {
    Sending::new(group.members[0], FORM, nonce, words.as_bytes())
}

/// Sends the form of the welcome page, whose use of a mandate is told in the register each time it acts.
async fn send(group: &Group<'_>, sending: &Sending, words: &str, answer: &str) -> Result<String, No> {
    let work = async |tx: &Tx<'_>| {
        let permit = ask::<WriteWelcomePage>(tx, group.members[0]).await?;
        write_welcome_page(tx, permit, words).await?;
        Ok(answer.to_owned())
    };
    group.write(async |tx: &Tx<'_>| once::<No, _>(tx, sending, work).await).await
}

async fn a_group_with_a_page(world: &parpour_tests::World) -> Group<'_> {
    let group = world.a_group().quick().found().await;
    group.adopts(group.grant(0, &[POWER], 30)).await;
    group
}

async fn uses(group: &Group<'_>) -> usize {
    group.told_about(group.mandates().await[0].id).await.len()
}

on_each_database!(the_same_sending_twice_acts_once_and_gets_the_first_answer, |world| {
    let group = a_group_with_a_page(world).await;
    let first = sending(&group, "n1", "Bonjour");
    assert_eq!(send(&group, &first, "Bonjour", "/1").await.unwrap(), "/1");
    assert_eq!(send(&group, &first, "Bonjour", "/2").await.unwrap(), "/1");
    assert_eq!(uses(&group).await, 1);
    assert_eq!(send(&group, &sending(&group, "n2", "Bonjour"), "Bonjour", "/2").await.unwrap(), "/2");
    assert_eq!(uses(&group).await, 2);
});

on_each_database!(fifty_double_clicks_at_once_act_once, |world| {
    let group = a_group_with_a_page(world).await;
    let sending = sending(&group, "n1", "Bonjour");
    let answers = in_parallel(50, |click| {
        let (group, sending) = (&group, &sending);
        async move { send(group, sending, "Bonjour", &format!("/{click}")).await.unwrap() }
    });
    assert!(answers.iter().all(|answer| answer == &answers[0]), "{answers:?}");
    assert_eq!(uses(&group).await, 1);
});

on_each_database!(the_same_form_with_other_content_is_a_conflict_and_changes_nothing, |world| {
    let group = a_group_with_a_page(world).await;
    send(&group, &sending(&group, "n1", "Bonjour"), "Bonjour", "/").await.unwrap();
    let no = send(&group, &sending(&group, "n1", "Bonsoir"), "Bonsoir", "/").await.unwrap_err();
    assert_eq!(no.sort(), Sort::Conflict);
    assert_eq!(no.message().key, "error-form-already-sent");
    assert_eq!(membership::queries::welcome::words(&group.read()).await.unwrap().as_deref(), Some("Bonjour"));
});

on_each_database!(what_was_refused_can_be_sent_again, |world| {
    let group = a_group_with_a_page(world).await;
    let long = "x".repeat(4_001);
    let no = send(&group, &sending(&group, "n1", &long), &long, "/").await.unwrap_err();
    assert_eq!(no.sort(), Sort::Invalid);
    send(&group, &sending(&group, "n1", "Bonjour"), "Bonjour", "/").await.unwrap();
});

on_each_database!(one_form_of_two_people_is_two_forms, |world| {
    let group = world.a_group().found().await;
    for who in [0, 1] {
        let sending = Sending::new(group.members[who], FORM, "n1", b"x");
        let answer = async |_: &Tx<'_>| Ok::<_, No>(who.to_string());
        let answer = group.write(async |tx: &Tx<'_>| once(tx, &sending, answer).await).await.unwrap();
        assert_eq!(answer, who.to_string());
    }
});

on_each_database!(an_answer_is_forgotten_after_seven_days, |world| {
    let group = world.a_group().found().await;
    let form = sending(&group, "n1", "x");
    group.write(async |tx: &Tx<'_>| once(tx, &form, async |_: &Tx<'_>| Ok::<_, No>("/1".into())).await).await.unwrap();
    let forget = async || group.write(async |tx: &Tx<'_>| Ok(forget_old(tx).await?)).await.unwrap();
    world.clock.advance(REMEMBERED);
    assert_eq!(forget().await, 0);
    world.clock.advance(Duration::microseconds(1));
    assert_eq!(forget().await, 1);
    assert_eq!(forget().await, 0);
});
