//! The worker: mail delays nothing, a stop drops nothing, and what is missed is not put off.

use async_trait::async_trait;
use chrono::Duration;
use commons::db::Tx;
use commons::groups;
use commons::outbox::{self, Letter, Mailer, Post, Sent, To};
use decisions::rules::state::State;
use parpour::worker::{Forgetting, Worker, one_round};
use parpour_tests::{Group, Kind, World, on_each_database};
use std::rc::Rc;
use tokio::sync::{Notify, Semaphore};
use tokio::task::LocalSet;

async fn write(group: &Group<'_>, about: &str) {
    let letter =
        Letter { to: To::Member(group.members[0]), kind: "decisions/news".to_owned(), args: Vec::new(), news: true };
    let expires_at = group.now() + Duration::days(5);
    let post = Post { dedupe_key: about.to_owned(), letter, urgent: false, not_before: None, expires_at };
    group.write(async |tx: &Tx<'_>| Ok(outbox::enqueue(tx, post).await?)).await.unwrap();
}

async fn waiting(world: &World) -> i64 {
    let raw = world.raw().await;
    let count = raw.rows("outbox").await;
    raw.close().await;
    count
}

/// A post office that says when it has a letter in hand, and holds it until it is let go.
#[derive(Clone, Default)]
struct Holding {
    taken: Rc<Notify>,
    let_go: Rc<Notify>,
}

#[async_trait(?Send)]
impl Mailer for Holding {
    async fn send(&self, _: &groups::Group, _: &Letter, _: &str) -> Sent {
        self.taken.notify_one();
        self.let_go.notified().await;
        Sent::Done
    }
}

on_each_database!(a_mail_server_that_never_ends_keeps_no_vote_open, |world| {
    let group = world.a_group().quick().found().await;
    let id = group.open_vote(None).await;
    group.all_vote_yes(id).await;
    write(&group, "a").await;
    let work = async {
        let post = Holding::default();
        let worker = Worker::start(world.db.clone(), world.effects.clone(), post.clone());
        post.taken.notified().await;
        world.clock.set(group.see(id).await.closes_at.unwrap());
        while group.state(id).await == State::Voting {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        worker.stop(std::time::Duration::ZERO).await;
    };
    LocalSet::new().run_until(work).await;
    assert_eq!(group.state(id).await, State::InForce);
});

on_each_database!(a_stop_lets_the_letter_in_hand_through_and_takes_no_other, |world| {
    let group = world.a_group().found().await;
    let before = waiting(world).await;
    for letter in ["a", "b", "c"] {
        write(&group, letter).await;
    }
    let work = async {
        let post = Holding::default();
        let worker = Worker::start(world.db.clone(), world.effects.clone(), post.clone());
        post.taken.notified().await;
        // The stop is said first, then the server answers.
        tokio::join!(worker.stop(std::time::Duration::from_secs(60)), async { post.let_go.notify_one() });
    };
    LocalSet::new().run_until(work).await;
    assert_eq!(waiting(world).await, before + 2, "the one that left is forgotten, the others wait");
});

on_each_database!(what_could_not_be_forgotten_is_tried_again_at_the_next_round, |world| {
    let group = world.a_group().found().await;
    world.spoil();
    let raw = world.raw().await;
    let mut forgetting = Forgetting::default();
    raw.run("ALTER TABLE session RENAME TO elsewhere").await.unwrap();
    let _ = one_round(&world.db, &world.effects, &mut forgetting).await;
    assert!(!forgetting.is_done());
    raw.run("ALTER TABLE elsewhere RENAME TO session").await.unwrap();
    raw.close().await;
    one_round(&world.db, &world.effects, &mut forgetting).await.unwrap();
    assert!(forgetting.is_done());
    assert_eq!(group.settle().await, 0);
});

on_each_database!(of_writes_that_wait_one_more_than_sixty_four_is_told_to_come_back, |world| {
    let at_once = match world.kind {
        Kind::Sqlite => 1,
        Kind::Postgres => 6,
    };
    let (begun, gate) = (Rc::new(Semaphore::new(0)), Rc::new(Semaphore::new(0)));
    let work = async {
        let write = || {
            let (db, begun, gate) = (world.db.clone(), begun.clone(), gate.clone());
            tokio::task::spawn_local(async move {
                db.write_outside(async |_: &Tx<'_>| {
                    begun.add_permits(1);
                    gate.acquire().await.unwrap().forget();
                    Ok::<_, commons::refusal::Broken>(())
                })
                .await
            })
        };
        let writes: Vec<_> = (0..at_once + 64).map(|_| write()).collect();
        let all = begun.acquire_many(at_once).await.unwrap();
        let one_more = write().await.unwrap();
        assert!(matches!(one_more, Err(commons::refusal::Broken::Busy)), "{one_more:?}");
        assert!(groups::all(&world.db).await.is_ok(), "reading goes on");
        drop(all);
        gate.add_permits(1_000);
        for write in writes {
            write.await.unwrap().unwrap();
        }
    };
    LocalSet::new().run_until(work).await;
});
