//! Mail that waits: nothing is lost, and what is sent twice is the same letter (`reliability D9`).

use async_trait::async_trait;
use chrono::Duration;
use commons::db::Tx;
use commons::groups;
use commons::outbox::{Letter, Mailer, Post as Stamped, Sent, To, deliver_due, enqueue};
use commons::refusal::{Arg, No};
use parpour_tests::{Group, Post, World, in_parallel, on_each_database, on_postgres};
use std::collections::BTreeSet;
use std::sync::Mutex;

/// A letter about something, worth sending for so long.
async fn write(group: &Group<'_>, about: &str, good_for: Duration) {
    let letter = Letter {
        to: To::Member(group.members[0]),
        kind: "decisions/news".to_owned(),
        args: vec![("about".to_owned(), Arg::Text(about.to_owned()))],
        news: true,
    };
    let expires_at = group.now() + good_for;
    let post = Stamped { dedupe_key: about.to_owned(), letter, urgent: false, not_before: None, expires_at };
    group.write(async |tx: &Tx<'_>| Ok(enqueue(tx, post).await?)).await.unwrap();
}

async fn waiting(world: &World) -> i64 {
    let raw = world.raw().await;
    let count = raw.rows("outbox").await;
    raw.close().await;
    count
}

/// Hands over what is due and says how many letters were handed and how many left.
async fn deliver(world: &World, post: &Post) -> (usize, usize) {
    let gone = deliver_due(&world.db, post).await.unwrap();
    (post.taken().len(), gone)
}

on_each_database!(a_letter_leaves_once_and_is_forgotten, |world| {
    let group = world.a_group().found().await;
    write(&group, "a", Duration::days(2)).await;
    let post = Post::answering(Sent::Done);
    assert_eq!(deliver_due(&world.db, &post).await.unwrap(), 1);
    let handed = post.taken();
    assert_eq!(handed.len(), 1);
    assert_eq!(handed[0].letter.to, To::Member(group.members[0]));
    assert_eq!(handed[0].letter.args, [("about".to_owned(), Arg::Text("a".to_owned()))]);
    assert_eq!(waiting(world).await, 0);
    assert_eq!(deliver(world, &post).await, (0, 0));
});

on_each_database!(the_same_fact_told_twice_is_one_letter, |world| {
    let group = world.a_group().found().await;
    write(&group, "a", Duration::days(2)).await;
    write(&group, "a", Duration::days(2)).await;
    write(&group, "b", Duration::days(2)).await;
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (2, 2));
});

on_each_database!(a_letter_of_a_refused_command_is_never_sent, |world| {
    let group = world.a_group().found().await;
    let refused: Result<(), No> = group
        .write(async |tx: &Tx<'_>| {
            let letter =
                Letter { to: To::Address("x@exemple.org".into()), kind: "k".into(), args: vec![], news: false };
            let expires_at = tx.now() + Duration::days(1);
            let stamped = Stamped { dedupe_key: "x".into(), letter, urgent: true, not_before: None, expires_at };
            enqueue(tx, stamped).await?;
            Err(No::NotFound)
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (0, 0));
});

on_each_database!(a_mail_server_that_is_down_loses_nothing_and_is_asked_less_and_less_often, |world| {
    let group = world.a_group().found().await;
    for letter in 0..25 {
        write(&group, &letter.to_string(), Duration::days(5)).await;
    }
    let (down, up) = (Post::answering(Sent::Later), Post::answering(Sent::Done));
    let minutes = [0, 1, 5, 15].map(Duration::minutes);
    let waits = minutes.into_iter().chain([Duration::seconds(4000); 3]);
    for wait in waits {
        world.clock.advance(wait - Duration::microseconds(i64::from(wait > Duration::zero())));
        let too_early = wait > Duration::zero();
        if too_early {
            assert_eq!(deliver_all(world, &down).await, 0, "before {wait} are over");
            world.clock.advance(Duration::microseconds(1));
        }
        assert_eq!(deliver_all(world, &down).await, 25, "after {wait}");
    }
    assert_eq!(waiting(world).await, 25);
    world.clock.advance(Duration::seconds(4000));
    assert_eq!(deliver_all(world, &up).await, 25);
    assert_eq!(waiting(world).await, 0);
});

/// Rounds of the worker until nothing is due; how many letters were handed over.
async fn deliver_all(world: &World, post: &Post) -> usize {
    let mut handed = 0;
    loop {
        deliver_due(&world.db, post).await.unwrap();
        match post.taken().len() {
            0 => return handed,
            some => handed += some,
        }
    }
}

on_each_database!(what_the_other_side_will_never_take_is_dropped, |world| {
    let group = world.a_group().found().await;
    write(&group, "a", Duration::days(5)).await;
    assert_eq!(deliver(world, &Post::answering(Sent::Never)).await, (1, 1));
    assert_eq!(waiting(world).await, 0);
});

on_each_database!(a_letter_is_tried_until_it_is_useless_and_not_after, |world| {
    let group = world.a_group().found().await;
    let down = Post::answering(Sent::Later);
    write(&group, "sign-in", Duration::minutes(30)).await;
    // At 0, 1, 6 and 21 minutes; the next try would come too late, so the last no ends it.
    for (wait, handed) in [(0, 1), (1, 1), (5, 1), (15, 1), (120, 0)] {
        world.clock.advance(Duration::minutes(wait));
        assert_eq!(deliver(world, &down).await.0, handed, "{wait} minutes later");
    }
    assert_eq!(waiting(world).await, 0);
});

on_each_database!(a_machine_that_was_off_too_long_sends_nothing_stale, |world| {
    let group = world.a_group().found().await;
    write(&group, "stale", Duration::minutes(30)).await;
    write(&group, "news", Duration::days(2)).await;
    world.clock.advance(Duration::minutes(30));
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    let handed: Vec<_> = post.taken().into_iter().map(|delivery| delivery.letter.args).collect();
    assert_eq!(handed, [[("about".to_owned(), Arg::Text("news".to_owned()))]]);
    assert_eq!(waiting(world).await, 0);
});

on_each_database!(a_letter_that_does_not_open_keeps_no_other_waiting, |world| {
    let group = world.a_group().found().await;
    for letter in ["a", "b", "c"] {
        write(&group, letter, Duration::days(2)).await;
    }
    let raw = world.raw().await;
    let nonsense = world.either("x'00'", "'\\x00'");
    raw.run(&format!("UPDATE outbox SET letter = {nonsense} WHERE dedupe_key = 'a'")).await.unwrap();
    raw.close().await;
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (2, 2));
    assert_eq!(waiting(world).await, 1, "tried again until it is useless");
    world.clock.advance(Duration::days(2));
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (0, 1));
});

on_each_database!(a_letter_waits_for_its_hour, |world| {
    let group = world.a_group().found().await;
    let letter = Letter { to: To::Member(group.members[0]), kind: "k".into(), args: vec![], news: true };
    let (hour, expires_at) = (group.now() + Duration::hours(11), group.now() + Duration::days(2));
    let post = Stamped { dedupe_key: "a".into(), letter, urgent: false, not_before: Some(hour), expires_at };
    group.write(async |tx: &Tx<'_>| Ok(enqueue(tx, post).await?)).await.unwrap();
    world.clock.set(hour - Duration::microseconds(1));
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (0, 0));
    world.clock.set(hour);
    // Late in the evening already: once more.
    let later = hour + Duration::hours(12);
    assert_eq!(deliver(world, &Post::answering(Sent::NotBefore(later))).await, (1, 0));
    world.clock.set(later - Duration::microseconds(1));
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (0, 0));
    world.clock.set(later);
    assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (1, 1));
});

#[test]
fn a_letter_that_left_is_forgotten_though_the_store_refuses_at_first() {
    on_postgres(async |world: &World| {
        let group = world.a_group().found().await;
        write(&group, "a", Duration::days(2)).await;
        world.spoil();
        let raw = world.raw().await;
        // A sequence remembers also what is undone: the first two tries fail.
        raw.run(
            "CREATE SEQUENCE tries; CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS \
             $$BEGIN IF nextval('tries') < 3 THEN RAISE 'not now'; END IF; RETURN OLD; END$$; \
             CREATE TRIGGER refuse BEFORE DELETE ON outbox FOR EACH ROW EXECUTE FUNCTION refuse()",
        )
        .await
        .unwrap();
        raw.close().await;
        assert_eq!(deliver(world, &Post::answering(Sent::Done)).await, (1, 1));
        assert_eq!(waiting(world).await, 0);
    });
}

on_each_database!(urgent_letters_leave_first, |world| {
    let group = world.a_group().found().await;
    for letter in 0..30 {
        write(&group, &letter.to_string(), Duration::days(2)).await;
    }
    world.clock.advance(Duration::minutes(1));
    let (browser, email) = ("browser", group.email(0));
    group
        .write(async |tx: &Tx<'_>| membership::commands::mail_link::ask(tx, &email, browser, false).await)
        .await
        .unwrap();
    let post = Post::answering(Sent::Done);
    deliver_due(&world.db, &post).await.unwrap();
    assert_eq!(post.taken()[0].letter.kind, membership::mail::SIGN_IN);
});

/// A post office whose worker dies after the other side took the letter and before that is written down.
#[derive(Default)]
struct Dying {
    taken: Mutex<Vec<String>>,
}

#[async_trait(?Send)]
impl Mailer for Dying {
    async fn send(&self, _: &groups::Group, _: &Letter, message_id: &str) -> Sent {
        self.taken.lock().unwrap().push(message_id.to_owned());
        std::future::pending().await
    }
}

on_each_database!(a_crash_between_sending_and_forgetting_sends_the_same_letter_once_more, |world| {
    let group = world.a_group().found().await;
    write(&group, "a", Duration::days(2)).await;
    let dying = Dying::default();
    let cut = tokio::time::timeout(std::time::Duration::from_millis(500), deliver_due(&world.db, &dying)).await;
    assert!(cut.is_err());
    let first = dying.taken.into_inner().unwrap();
    assert_eq!(first.len(), 1);
    let post = Post::answering(Sent::Done);
    // Its lease holds for two minutes: the worker might only be slow.
    world.clock.advance(Duration::minutes(2) - Duration::microseconds(1));
    assert_eq!(deliver(world, &post).await, (0, 0));
    world.clock.advance(Duration::microseconds(1));
    assert_eq!(deliver_due(&world.db, &post).await.unwrap(), 1);
    let again: Vec<_> = post.taken().into_iter().map(|delivery| delivery.message_id).collect();
    assert_eq!(again, first, "the same Message-ID, so that the reader's side sees one letter");
    world.clock.advance(Duration::days(1));
    assert_eq!(deliver(world, &post).await, (0, 0));
});

/// A post office that needs a while for each letter, while other workers go round.
struct Slow<'w> {
    world: &'w World,
    each: Duration,
    taken: Mutex<Vec<String>>,
}

#[async_trait(?Send)]
impl Mailer for Slow<'_> {
    async fn send(&self, _: &groups::Group, _: &Letter, message_id: &str) -> Sent {
        self.world.clock.advance(self.each);
        let other = Post::answering(Sent::Done);
        deliver_due(&self.world.db, &other).await.unwrap();
        let mut taken = self.taken.lock().unwrap();
        taken.push(message_id.to_owned());
        taken.extend(other.taken().into_iter().map(|delivery| delivery.message_id));
        Sent::Done
    }
}

on_each_database!(a_slow_mail_server_and_a_second_worker_send_nothing_twice, |world| {
    let group = world.a_group().found().await;
    for letter in 0..40 {
        write(&group, &letter.to_string(), Duration::days(2)).await;
    }
    // Slower, over an armful, than a lease lasts.
    let slow = Slow { world, each: Duration::seconds(50), taken: Mutex::default() };
    while waiting(world).await > 0 {
        deliver_due(&world.db, &slow).await.unwrap();
    }
    let taken = slow.taken.into_inner().unwrap();
    assert_eq!(taken.len(), 40);
    assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), 40);
});

on_each_database!(eight_workers_at_once_send_each_letter_once, |world| {
    let group = world.a_group().found().await;
    for letter in 0..60 {
        write(&group, &letter.to_string(), Duration::days(2)).await;
    }
    let sent = in_parallel(8, |_| async {
        let post = Post::answering(Sent::Done);
        let mut sent = Vec::new();
        loop {
            deliver_due(&world.db, &post).await.unwrap();
            match post.taken() {
                none if none.is_empty() => return sent,
                some => sent.extend(some.into_iter().map(|delivery| delivery.message_id)),
            }
        }
    });
    let sent: Vec<String> = sent.into_iter().flatten().collect();
    assert_eq!(sent.len(), 60);
    assert_eq!(sent.iter().collect::<BTreeSet<_>>().len(), 60);
    assert_eq!(waiting(world).await, 0);
});
