//! Killed in the middle of closing many votes: each closes once, with one result and one effect (`decisions H3`).

use crate::Server;
use commons::clock::{SystemClock, Time};
use commons::db::Db;
use commons::ids::{GroupId, MemberId};
use commons::register::export::export;
use commons::register::kinds;
use commons::register::verify::{Verdict, verify};
use decisions::ProposalId;
use decisions::commands::settle::settle;
use decisions::rules::state::State;
use membership::queries::{charter, mandates};
use parpour_tests::browser::FileClock;
use parpour_tests::{Group, Raw, World, count};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;
use tally::Choice;

/// Votes that one kill finds closed, at most: those it waited for, and those closed before the blow fell.
const VOTES_OF_A_KILL: usize = 12;
/// Mandates are few: each person holds so many.
const MANDATES: usize = 10;
const MEMBERS: usize = 12;

pub(crate) async fn kills(world: &World) {
    let kills = count(20, 250);
    let scene = Scene::set(world, kills * VOTES_OF_A_KILL).await;
    world.db.close().await.unwrap();
    let mut closed = 0;
    let mut largest = 0;
    for kill in 0..kills {
        let mut server = scene.start(world);
        let raw = world.raw().await;
        let wanted = closed + 1 + rand::random_range(0..4);
        let seen = wait_until_closed(&raw, wanted).await;
        // Anywhere between two statements, not only where a vote has just been closed.
        for _ in 0..rand::random_range(0..400_000) {
            std::hint::spin_loop();
        }
        server.kill();
        raw.close().await;
        let found = scene.examine(world).await;
        assert!(found >= seen, "after kill {kill}: {seen} closings were on disk, now {found}");
        assert!(found < scene.votes.len(), "kill {kill} came after the last closing");
        largest = largest.max(found - closed);
        closed = found;
    }
    let mut server = scene.start(world);
    let raw = world.raw().await;
    wait_until_closed(&raw, scene.votes.len()).await;
    server.kill();
    raw.close().await;
    assert_eq!(scene.examine(world).await, scene.votes.len());
    scene.examine_each(world).await;
    println!(
        "{:?}: {kills} kills in mid-close of {} votes, at most {largest} closed between two; each closed once",
        world.kind,
        scene.votes.len(),
    );
}

/// Looks at the store from outside until so many votes are closed, and returns how many there were.
async fn wait_until_closed(raw: &Raw, wanted: usize) -> usize {
    let begin = Instant::now();
    loop {
        let closed = raw.number("SELECT count(*) FROM proposal WHERE state IN ('in_force', 'not_adopted')").await;
        let closed = usize::try_from(closed).unwrap();
        if closed >= wanted {
            return closed;
        }
        assert!(begin.elapsed() < crate::CEILING * 10, "{closed} votes closed, {wanted} expected");
    }
}

/// What a vote of the scene comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Mandate,
    Charter,
    /// Nobody voted.
    NotAdopted,
}

/// A group with many votes that close at the same instant.
struct Scene {
    group: GroupId,
    members: Vec<MemberId>,
    votes: Vec<(ProposalId, Deed)>,
    /// Those of them that are secret: each closing also destroys a key, after its commit.
    secret: BTreeSet<ProposalId>,
    unseconded_days: u32,
    clock: PathBuf,
}

impl Scene {
    async fn set(world: &World, votes: usize) -> Self {
        let found = world.a_group().with_people(MEMBERS).quick();
        let rules = [
            ("quorum_ordinary", "1"),
            ("quorum_charter", "1"),
            ("mandates_per_person", "10"),
            ("challenge_hours_secret", "0"),
            ("secret_counts_from", "0"),
        ];
        let found = rules.into_iter().fold(found, |found, (rule, value)| found.with_rule(rule, value));
        let group = found.found().await;
        let (mut made, mut mandates, mut changes) = (Vec::with_capacity(votes), 0, 0);
        let mut secret = BTreeSet::new();
        for number in 0..votes {
            let deed = match number % 5 {
                4 => Deed::NotAdopted,
                0 | 2 if mandates < MEMBERS * MANDATES => Deed::Mandate,
                _ => Deed::Charter,
            };
            let effect = match deed {
                // Each a task of its own: nobody has the same one more than three terms in a row.
                Deed::Mandate => group.entrust(mandates % MEMBERS, &format!("Tâche {number}"), &[], 30),
                // Each changes what the one before it wrote.
                _ => Group::change("unseconded_days", &days(changes).to_string()),
            };
            mandates += usize::from(deed == Deed::Mandate);
            changes += u32::from(deed == Deed::Charter);
            let id = group.proposes(0).titled(&format!("Vote {number}")).doing(effect).sent().await.unwrap();
            if number % 3 == 1 {
                group.asks_secrecy(1, id).await.unwrap();
                secret.insert(id);
            }
            group.seconds(1, id).await.unwrap();
            made.push((id, deed));
        }
        group.settle().await;
        for (id, deed) in &made {
            match (deed, secret.contains(id)) {
                (Deed::NotAdopted, _) => {}
                (_, true) => drop(group.votes_in_secret(0, *id, "yes").await.unwrap()),
                (_, false) => group.votes(0, *id, Choice::Yes).await.unwrap(),
            }
        }
        let clock = world.data().join("clock");
        FileClock::show(&clock, the_evening(&group, &made).await);
        Self {
            group: group.id,
            members: group.members.clone(),
            votes: made,
            secret,
            unseconded_days: days(changes.saturating_sub(1)),
            clock,
        }
    }

    fn start(&self, world: &World) -> Server {
        let clock = ["--clock-of-the-tests".as_ref(), self.clock.as_os_str()];
        Server::start_with(Path::new(env!("CARGO_BIN_EXE_parpour-clocked")), &clock, world)
    }

    /// The store as it was left: nothing is half done. Returns how many votes are closed.
    async fn examine(&self, world: &World) -> usize {
        let db = Db::open(&world.storage, world.data(), Arc::new(SystemClock)).await.unwrap();
        assert_eq!(db.integrity().await.unwrap(), Vec::<String>::new());
        let lines = commons::register::lines(&db.read(self.group)).await.unwrap();
        let verdict = verify(&export("essai", &lines).unwrap());
        assert!(matches!(verdict, Verdict::Sound(_)), "{verdict:?}");
        db.close().await.unwrap();
        let raw = world.raw().await;
        let counted = raw.texts(&counting()).await.pop().unwrap();
        raw.close().await;
        let counted: Vec<usize> = counted.split(' ').map(|number| number.parse().unwrap()).collect();
        let [in_force, not_adopted, open, adopted_told, not_told, twice, done_told, done, changed] = counted[..] else {
            panic!("{counted:?}")
        };
        assert_eq!(in_force + not_adopted + open, self.votes.len(), "open or closed, nothing between: {counted:?}");
        assert_eq!((adopted_told, not_told, twice), (in_force, not_adopted, 0), "one result for each: {counted:?}");
        assert_eq!((done_told, done, changed), (in_force, in_force, in_force), "one effect for each: {counted:?}");
        in_force + not_adopted
    }

    /// Once all is over: every vote by itself, and what the decisions together made of the group.
    async fn examine_each(&self, world: &World) {
        let db = Db::open(&world.storage, world.data(), Arc::new(SystemClock)).await.unwrap();
        // Whatever the last blow kept from being destroyed, the next look destroys.
        settle(&db, &parpour::areas::effects(), &parpour::areas::areas(), self.group).await.unwrap();
        let scope = db.read(self.group);
        assert_eq!(scope.urn_keys().kept(self.group).unwrap(), Vec::<uuid::Uuid>::new(), "a key outlived its vote");
        for (id, deed) in &self.votes {
            let number = decisions::queries::proposal::number_of(&scope, *id).await.unwrap().unwrap();
            let effects = parpour::areas::effects();
            let seen = decisions::queries::proposal::numbered(&scope, &effects, number, self.members[0]).await.unwrap();
            let entries = commons::register::about(&scope, &id.to_string()).await.unwrap();
            let told = entries.iter().map(|entry| entry.kind.as_str());
            let told: Vec<&str> = told.filter(|kind| *kind != kinds::MADE_SECRET).collect();
            let urn = seen.vote.as_ref().and_then(|vote| vote.urn.as_ref());
            let in_urn = self.secret.contains(id).then_some(Some(u64::from(*deed != Deed::NotAdopted)));
            assert_eq!(urn.map(|urn| urn.ballots), in_urn, "what was in the urn was counted, once");
            if *deed == Deed::NotAdopted {
                assert_eq!(seen.state, State::NotAdopted);
                assert_eq!(told, [kinds::SUBMITTED, kinds::OPENED, kinds::NOT_ADOPTED]);
            } else {
                assert_eq!(seen.state, State::InForce);
                assert_eq!(told, [kinds::SUBMITTED, kinds::OPENED, kinds::ADOPTED, kinds::EFFECT_DONE]);
                assert_eq!(seen.result.unwrap().outcome.counts.yes, 1);
            }
        }
        let granted = self.votes.iter().filter(|(_, deed)| *deed == Deed::Mandate).count();
        assert_eq!(mandates::all(&scope).await.unwrap().len(), granted);
        assert_eq!(charter::charter(&scope).await.unwrap().unseconded_days(), self.unseconded_days);
        drop(scope);
        db.close().await.unwrap();
    }
}

/// The instant at which all of them close.
async fn the_evening(group: &Group<'_>, made: &[(ProposalId, Deed)]) -> Time {
    let (first, last) = (group.see(made[0].0).await, group.see(made[made.len() - 1].0).await);
    assert_eq!((first.state, first.closes_at), (State::Voting, last.closes_at));
    last.closes_at.unwrap()
}

/// A value of `unseconded_days` that is neither the one before nor the one everybody starts with.
fn days(change: u32) -> u32 {
    2 + change % 8
}

/// Everything that has to agree, counted by one statement: what a killed server's last words to PostgreSQL
/// still change is then in all of it or in none.
fn counting() -> String {
    let states = |state: &str| format!("(SELECT count(*) FROM proposal WHERE state = '{state}')");
    let told = |kind: &str| format!("(SELECT count(*) FROM register WHERE kind = '{kind}')");
    let results = format!("kind IN ('{}', '{}', '{}')", kinds::ADOPTED, kinds::NOT_ADOPTED, kinds::EFFECT_DONE);
    let numbers = [
        states("in_force"),
        states("not_adopted"),
        states("voting"),
        told(kinds::ADOPTED),
        told(kinds::NOT_ADOPTED),
        format!(
            "(SELECT count(*) FROM (SELECT 1 FROM register WHERE {results} GROUP BY about, kind HAVING count(*) > 1) AS twice)"
        ),
        told(kinds::EFFECT_DONE),
        "(SELECT count(*) FROM effect_done)".to_owned(),
        // Mandates, and what the charter says by a decision rather than from its signing on.
        "((SELECT count(*) FROM mandate) + (SELECT count(*) FROM charter_rule WHERE since_seq > 1))".to_owned(),
    ];
    format!("SELECT {}", numbers.map(|number| format!("CAST({number} AS text)")).join(" || ' ' || "))
}
