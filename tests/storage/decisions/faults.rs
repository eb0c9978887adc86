//! Whatever write of a closing fails, nothing of it stays; the next look does the whole (`decisions H3`).

use commons::clock::Clock;
use commons::refusal::No;
use commons::register::kinds;
use commons::register::verify::{Verdict, verify};
use decisions::ProposalId;
use decisions::commands::election::Doing;
use decisions::commands::settle::settle;
use decisions::queries::draws;
use decisions::rules::election::{Act, Answer, Stage};
use decisions::rules::state::State;
use parpour_tests::{Group, Kind, Raw, World, on_each_database};
use tally::Choice;

const FAULT: &str = "the disk is full, says the test";

/// A store whose n-th write from now on fails.
struct Faulty<'w> {
    world: &'w World,
    raw: Raw,
    tables: Vec<String>,
}

impl<'w> Faulty<'w> {
    /// Counts the writes to every table by triggers of the test's own.
    async fn of(world: &'w World) -> Self {
        world.spoil();
        let raw = world.raw().await;
        let mut tables = raw.tables().await;
        tables.retain(|table| table != "seaql_migrations");
        raw.run("CREATE TABLE fault (remaining integer NOT NULL); INSERT INTO fault VALUES (-1)").await.unwrap();
        if world.kind == Kind::Postgres {
            let count = format!(
                "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                   UPDATE fault SET remaining = remaining - 1;
                   IF (SELECT remaining FROM fault) = 0 THEN RAISE EXCEPTION '{FAULT}'; END IF;
                   RETURN NULL;
                 END $$"
            );
            raw.run(&count).await.unwrap();
        }
        for table in &tables {
            for event in ["INSERT", "UPDATE", "DELETE"] {
                raw.run(&trigger(world.kind, table, event)).await.unwrap();
            }
        }
        Self { world, raw, tables }
    }

    async fn fails_at(&self, write: i64) {
        self.raw.run(&format!("UPDATE fault SET remaining = {write}")).await.unwrap();
    }

    /// Every row of every table.
    async fn everything(&self) -> Vec<String> {
        let mut everything = Vec::new();
        for table in &self.tables {
            let sql = match self.world.kind {
                Kind::Sqlite => {
                    let columns = self.raw.texts(&format!("SELECT name FROM pragma_table_info('{table}')")).await;
                    let quoted: Vec<String> = columns.iter().map(|column| format!(r#"quote("{column}")"#)).collect();
                    format!("SELECT '{table} ' || {} AS line FROM {table} ORDER BY line", quoted.join(" || ',' || "))
                }
                Kind::Postgres => format!("SELECT '{table} ' || one::text AS line FROM {table} AS one ORDER BY line"),
            };
            everything.extend(self.raw.texts(&sql).await);
        }
        everything
    }

    /// Goes to the instant when the clock does something with this proposal, and lets each write of it fail in
    /// turn. Returns how many there were.
    async fn fails_at_each_write(&self, group: &Group<'_>, id: ProposalId) -> i64 {
        let due = group.see(id).await.due_at.unwrap();
        self.world.clock.set(due.max(self.world.clock.now()));
        let before = self.everything().await;
        let mut write = 0;
        loop {
            write += 1;
            self.fails_at(write).await;
            let Err(broken) = settle(&self.world.db, &self.world.effects, &parpour::areas::areas(), group.id).await
            else {
                break;
            };
            assert!(format!("{broken:?}").contains(FAULT), "{broken:?}");
            assert!(self.everything().await == before, "something stayed when write {write} failed");
        }
        self.fails_at(-1).await;
        assert_ne!(self.everything().await, before);
        write - 1
    }
}

fn trigger(kind: Kind, table: &str, event: &str) -> String {
    match kind {
        Kind::Sqlite => format!(
            "CREATE TRIGGER fault_{table}_{event} AFTER {event} ON {table} BEGIN
               UPDATE fault SET remaining = remaining - 1;
               SELECT RAISE(ABORT, '{FAULT}') WHERE (SELECT remaining FROM fault) = 0;
             END"
        ),
        Kind::Postgres => {
            format!("CREATE TRIGGER fault_{event} AFTER {event} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION fault()")
        }
    }
}

impl Faulty<'_> {
    /// Lets each write of what is done fail in turn. Returns how many there were.
    async fn fails_at_each_write_of<T>(&self, mut done: impl AsyncFnMut() -> Result<T, No>) -> i64 {
        let before = self.everything().await;
        let mut write = 0;
        loop {
            write += 1;
            self.fails_at(write).await;
            let Err(no) = done().await else { break };
            assert!(format!("{no:?}").contains(FAULT), "{no:?}");
            assert!(self.everything().await == before, "something stayed when write {write} failed");
        }
        self.fails_at(-1).await;
        write - 1
    }

    /// The same for what the clock does.
    async fn fails_at_each_write_of_the_clock(&self, group: &Group<'_>) -> i64 {
        let (world, areas) = (self.world, parpour::areas::areas());
        let settles = async || settle(&world.db, &world.effects, &areas, group.id).await.map_err(No::from);
        self.fails_at_each_write_of(settles).await
    }
}

/// Everything the clock does with a proposal, each write failing once, until it came to `end`.
async fn lives_through_faults(faulty: &Faulty<'_>, group: &Group<'_>, id: ProposalId, end: State) -> Vec<i64> {
    let mut writes = Vec::new();
    while !group.state(id).await.is_over() {
        if end != State::NotAdopted && group.state(id).await == State::Voting {
            group.all_vote_yes(id).await;
        }
        writes.push(faulty.fails_at_each_write(group, id).await);
    }
    assert_eq!(group.state(id).await, end);
    writes
}

on_each_database!(whichever_write_of_a_closing_fails_nothing_half_done_remains, |world| {
    let found =
        world.a_group().quick().with_rule("discussion_days_ordinary", "1").with_rule("discussion_days_charter", "1");
    let group = found.with_rule("mandates_per_person", "1").found().await;
    let faulty = Faulty::of(world).await;
    let sent = async |effect| {
        let id = group.proposes(0).doing(effect).sent().await.unwrap();
        group.seconds(1, id).await.unwrap();
        id
    };
    let at_least = |writes: &[i64], least: &[i64]| {
        assert!(
            writes.len() == least.len() && writes.iter().zip(least).all(|(found, least)| found >= least),
            "{writes:?}"
        );
        println!("writes at each step: {writes:?}");
    };
    // Frozen and opened: the proposal twice, the roll, the entry, the head. Closed: the proposal twice, two
    // entries, the head twice, that it acted, and what it changed.
    let id = sent(group.grant(2, &[], 60)).await;
    at_least(&lives_through_faults(&faulty, &group, id, State::InForce).await, &[5, 8]);
    let id = sent(Group::change("seconders", "2")).await;
    let mandate = group.mandates().await[0].id;
    at_least(&lives_through_faults(&faulty, &group, id, State::InForce).await, &[5, 9]);
    assert_eq!(group.charter().await.seconders(), 2);
    let second = async |effect| {
        let id = sent(effect).await;
        group.seconds(2, id).await.unwrap();
        id
    };
    // What cannot act any more: the group is told, also only once and whole.
    let meanwhile = group.proposes(0).doing(group.grant(1, &[], 60)).lasting(1, 5).sent().await.unwrap();
    group.seconds(1, meanwhile).await.unwrap();
    group.seconds(2, meanwhile).await.unwrap();
    group.adopts(group.grant(1, &[], 60)).await;
    at_least(&lives_through_faults(&faulty, &group, meanwhile, State::EffectFailed).await, &[7]);
    let id = group.asks_recall(mandate).await;
    at_least(&lives_through_faults(&faulty, &group, id, State::InForce).await, &[5, 8]);
    let id = second(None).await;
    at_least(&lives_through_faults(&faulty, &group, id, State::NotAdopted).await, &[5, 3]);
    // With a challenge window the closing and the acting are two steps.
    group.adopts(Group::change("challenge_hours_ordinary", "24")).await;
    let id = second(group.grant(0, &[], 60)).await;
    at_least(&lives_through_faults(&faulty, &group, id, State::InForce).await, &[5, 3, 5]);
    let id = group.proposes(0).sent().await.unwrap();
    at_least(&lives_through_faults(&faulty, &group, id, State::Lapsed).await, &[3]);
    let Verdict::Sound(_) = verify(&group.export().await) else { panic!("the register does not verify") };
    faulty.raw.close().await;
});

on_each_database!(whichever_write_of_a_closing_with_paper_fails_nothing_half_done_remains, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    let id = group.open_vote(None).await;
    group.votes(0, id, Choice::Yes).await.unwrap();
    group.hands_paper(0, 3, id).await.unwrap();
    let faulty = Faulty::of(world).await;
    // Its time is over: it waits for the paper. Then two people have counted, and it is counted.
    assert!(faulty.fails_at_each_write(&group, id).await >= 1);
    assert_eq!(group.state(id).await, State::Voting);
    for who in [1, 2] {
        group.counts_paper(who, id, [1, 0, 0, 0, 0]).await.unwrap();
    }
    assert!(faulty.fails_at_each_write(&group, id).await >= 6);
    assert_eq!(group.see(id).await.result.unwrap().outcome.counts.yes, 2);
    let told = group.told_about(id).await;
    assert_eq!(told.iter().filter(|kind| *kind == kinds::PAPER_COUNTED).count(), 1);
    faulty.raw.close().await;
});

on_each_database!(whichever_write_of_a_draw_fails_there_is_one_draw_and_one_order, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    let id = group.draws(0, "Par où commencer", "La cuisine\nLe jardin\nLa porte").await.unwrap();
    let faulty = Faulty::of(world).await;
    world.clock.set(draws::one(&group.read(), id).await.unwrap().closes_at);
    assert!(faulty.fails_at_each_write_of_the_clock(&group).await >= 3, "the draw, the entry, the head");
    group.throws(0, id, "3 5 2").await.unwrap();
    assert!(faulty.fails_at_each_write_of(async || group.throws(1, id, "6 1 4").await).await >= 4);
    assert_eq!(group.told_about(id).await, [kinds::DRAW_OPENED, kinds::DRAW_CLOSED, kinds::DRAW_MADE]);
    let Verdict::Sound(_) = verify(&group.export().await) else { panic!("the register does not verify") };
    faulty.raw.close().await;
});

on_each_database!(whichever_write_of_an_election_fails_it_finds_one_person_once, |world| {
    let group = world.a_group().with_people(4).quick().found().await;
    let id = group.opens_election("Les clés").await;
    for who in 0..4 {
        group.names(who, id, 1).await.unwrap();
    }
    for who in 0..3 {
        group.takes_part(who, id, Doing::only(Act::Keep)).await.unwrap();
    }
    let faulty = Faulty::of(world).await;
    // The last word of a round ends it: both are done, or none.
    let keeps = async || group.takes_part(3, id, Doing::only(Act::Keep)).await;
    assert!(faulty.fails_at_each_write_of(keeps).await >= 2);
    assert_eq!(group.election(0, id).await.stage, Stage::Proposing);
    let puts = async || {
        let why = Doing::saying(Act::Put(group.members[1]), "Les raisons vont dans ce sens.");
        group.takes_part(0, id, why).await
    };
    assert!(faulty.fails_at_each_write_of(puts).await >= 2);
    for who in [0, 2, 3] {
        group.takes_part(who, id, Doing::only(Act::Answer(Answer::Fine))).await.unwrap();
    }
    group.takes_part(1, id, Doing::only(Act::Accept)).await.unwrap();
    assert!(faulty.fails_at_each_write_of_the_clock(&group).await >= 6);
    assert_eq!(group.see(id).await.found, Some(group.members[1]));
    assert_eq!(group.mandates().await.len(), 1);
    let told = group.told_about(id).await;
    assert_eq!(told.iter().filter(|kind| *kind == kinds::ADOPTED).count(), 1);
    faulty.raw.close().await;
});
