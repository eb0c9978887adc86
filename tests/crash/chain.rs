//! Killed at every step of a chain of calls: what was answered is there, what was not is there whole or not at all, and everybody
//! reads the same as before (`mutual-aid` X3, IP5; story 4.3).

use crate::{Server, form_on};
use chrono::Duration;
use commons::clock::Time;
use commons::db::Tx;
use commons::refusal::No;
use membership::commands::session;
use mutual_aid::rules::cascade::Outcome;
use parpour_tests::browser::FileClock;
use parpour_tests::http::{Client, Form};
use parpour_tests::ice_storm::{BASTIEN, CALLS, LINOTTE};
use parpour_tests::{Kind, World, count};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Those whose page of the chain is read before and after a kill: who started, two who call, one who learns of it late, and
/// one who has only just been told.
const READERS: [usize; 5] = [LINOTTE, BASTIEN, 1, 21, 31];
/// Every so many steps the blow falls after the answer; at the others while the form is on its way.
const ANSWERED: usize = 2;

struct Chain {
    home: String,
    clock: PathBuf,
    /// What the clock showed when it was last moved.
    at: Time,
    ids: Vec<String>,
    people: BTreeMap<usize, Client>,
}

fn five() -> Time {
    "2027-02-22T17:05:00-05:00".parse().unwrap()
}

/// Anywhere between two statements.
fn a_moment() {
    for _ in 0..rand::random_range(0..3_000_000) {
        std::hint::spin_loop();
    }
}

impl Chain {
    async fn about_to_start(world: &World) -> Self {
        let group = world.a_group().with_people(35).quick().found().await;
        world.clock.set(five() - Duration::minutes(10));
        group.draws_the_tree_of_the_ice_storm().await;
        let nowhere = SocketAddr::from(([127, 0, 0, 1], 1));
        let mut people = BTreeMap::new();
        for (number, member) in (1..).zip(&group.members) {
            let token = group.write(async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, *member, true).await?)).await;
            people.insert(number, Client::new(nowhere).with_cookie("pp", &token.unwrap()));
        }
        let ids = group.members.iter().map(ToString::to_string).collect();
        Self { home: format!("/g/{}", group.slug), clock: world.data().join("clock"), at: five(), ids, people }
    }

    /// The clock shows that time, or a later one: it never goes back.
    fn it_is(&mut self, at: Time) {
        self.at = self.at.max(at);
        FileClock::show(&self.clock, self.at);
    }

    /// Starts the program, some seconds after it was killed.
    fn start(&mut self, world: &World) -> Server {
        self.it_is(self.at + Duration::seconds(5));
        let clock = ["--clock-of-the-tests".as_ref(), self.clock.as_os_str()];
        let server = Server::start_with(Path::new(env!("CARGO_BIN_EXE_parpour-clocked")), &clock, world);
        self.people.values_mut().for_each(|client| client.moves_to(server.address));
        server
    }

    fn of(&mut self, number: usize) -> &mut Client {
        self.people.get_mut(&number).unwrap()
    }

    /// What everybody who is looked at reads, without what is new in each page.
    fn read(&mut self, chain: &str) -> Vec<String> {
        let pages = READERS.map(|number| {
            // What is said once about what she did goes with the first look.
            self.of(number).get(chain).unwrap();
            let page = self.of(number).get(chain).unwrap();
            assert_eq!(page.status, 200);
            page.text()
        });
        let is_new = |line: &&str| line.contains("name=\"csrf\"") || line.contains("name=\"nonce\"");
        let without = |page: String| {
            let pieces = page.split('<').filter(|piece| !is_new(piece));
            pieces.collect::<Vec<_>>().join("<")
        };
        pages.map(without).to_vec()
    }

    /// The form of a step, as it stands on the page.
    fn form(&mut self, by: usize, page: &str, fields: &[(&str, &str)]) -> Form {
        let mut form = form_on(&self.of(by).get(page).unwrap(), page);
        form.fields.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        fields.iter().fold(form, |form, (name, value)| form.with(name, value))
    }

    /// Sends it, and kills the server after its answer.
    fn answered(&mut self, mut server: Server, world: &World, by: usize, form: &Form, chain: &str) -> Server {
        let answer = self.of(by).submit(form).unwrap();
        assert_eq!(answer.status, 303, "{by} sends {:?}", form.fields);
        let before = self.read(chain);
        server.kill();
        let server = self.start(world);
        assert_eq!(self.read(chain), before, "{by} sent {:?}", form.fields);
        server
    }

    /// Kills the server while the form is on its way; the same form, sent again, does it once.
    fn on_its_way(&mut self, mut server: Server, world: &World, by: usize, form: &Form) -> Server {
        let client = self.people.get_mut(&by).unwrap();
        std::thread::scope(|scope| {
            let sent = scope.spawn(|| client.submit(form));
            a_moment();
            server.kill();
            drop(sent.join().unwrap());
        });
        let server = self.start(world);
        let answer = self.of(by).submit(form).unwrap();
        assert_eq!(answer.status, 303, "{by} sends {:?} once more: {}", form.fields, answer.text());
        server
    }
}

fn act(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "reached",
        Outcome::Message => "message",
        Outcome::NoAnswer => "no_answer",
        Outcome::NumberToCheck => "to_check",
    }
}

pub(crate) async fn kills(world: &World) {
    let mut story = Chain::about_to_start(world).await;
    world.db.close().await.unwrap();
    let mut server = story.start(world);
    let start = format!("{}/call/start", story.home);
    let words = [("kind", "urgent"), ("words", "Il y a du verglas. Le local est fermé.")];
    let form = story.form(LINOTTE, &start, &words);
    let chain = story.of(LINOTTE).submit(&form).unwrap().location().split('?').next().unwrap().to_owned();
    let (one, to) = (story.ids[0].clone(), |number: usize, story: &Chain| story.ids[number - 1].clone());
    let mut steps = vec![(4, LINOTTE, "reached", Some(one)), (5, 1, "agree", None)];
    steps.extend(CALLS.map(|(minute, by, called, outcome)| (minute, by, act(outcome), Some(to(called, &story)))));
    let (all, mut killed) = (steps.len(), 0);
    for (step, (minute, by, act, about)) in steps.into_iter().enumerate() {
        story.it_is(five() + Duration::minutes(minute));
        let mut fields = vec![("act", act)];
        fields.extend(about.as_deref().map(|about| ("to", about)));
        let form = story.form(by, &chain, &fields);
        // On PostgreSQL every third step, in the quick form.
        if world.kind == Kind::Postgres && step % count(3, 1) != 0 {
            assert_eq!(story.of(by).submit(&form).unwrap().status, 303);
            continue;
        }
        killed += 1;
        if step % ANSWERED == 0 {
            server = story.answered(server, world, by, &form, &chain);
        } else {
            server = story.on_its_way(server, world, by, &form);
        }
    }
    server.kill();
    let raw = world.raw().await;
    let told = raw.rows("chain_event").await;
    raw.close().await;
    println!("{:?}: killed at {killed} of {all} steps of a chain; each was told once", world.kind);
    assert_eq!(usize::try_from(told).unwrap(), all);
}
