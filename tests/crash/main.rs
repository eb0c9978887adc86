//! The server is killed without warning, again and again, under load: what it answered is on disk, once.
//!
//! Eight members vote and talk through the real pages; each keeps a journal of what was acknowledged.
//! The process gets `SIGKILL` at a random moment, the store is examined, the server starts again, and
//! forms that got no answer are sent once more as they were: none may act twice (`reliability` R-01,
//! `decisions H2`). The same while it closes many votes: see [`closing`].

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on stops at once, and says so"
)]

mod chain;
mod closing;

use commons::clock::{Clock, SystemClock};
use commons::db::{Db, Storage, Tx};
use commons::ids::MemberId;
use commons::refusal::No;
use commons::register::export::export;
use commons::register::verify::{Verdict, verify};
use decisions::rules::ballot::Said;
use membership::commands::session;
use parpour::areas::effects;
use parpour_tests::http::{Answer, Client, Form};
use parpour_tests::{World, count, is_required, on_postgres, on_sqlite};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

const MEMBERS: usize = 8;
/// A server that is not ready by then never will be.
const CEILING: std::time::Duration = std::time::Duration::from_secs(30);

#[test]
fn what_was_answered_is_on_disk_sqlite() {
    if let Some(program) = program() {
        on_sqlite(async |world: &World| kills(world, &program).await);
    }
}

#[test]
fn what_was_answered_is_on_disk_postgres() {
    if let Some(program) = program() {
        on_postgres(async |world: &World| kills(world, &program).await);
    }
}

#[test]
fn killed_in_mid_close_every_vote_closes_once_sqlite() {
    on_sqlite(closing::kills);
}

#[test]
fn killed_in_mid_close_every_vote_closes_once_postgres() {
    on_postgres(closing::kills);
}

#[test]
fn killed_at_every_step_a_chain_of_calls_stands_as_it_stood_sqlite() {
    on_sqlite(chain::kills);
}

#[test]
fn killed_at_every_step_a_chain_of_calls_stands_as_it_stood_postgres() {
    on_postgres(chain::kills);
}

fn program() -> Option<PathBuf> {
    let program = std::env::var_os("PARPOUR_TEST_BINARY").map(PathBuf::from);
    if program.is_none() {
        assert!(!is_required("postgres"), "PARPOUR_TEST_BINARY is not set");
        eprintln!("LEFT OUT: killing the server, because PARPOUR_TEST_BINARY is not set (cargo xtask with …)");
    }
    program
}

async fn kills(world: &World, program: &std::path::Path) {
    let kills = count(20, 100);
    let scene = Scene::set(world).await;
    world.db.close().await.unwrap();
    let mut clients: Vec<Member> = scene.tokens.iter().enumerate().map(|(n, token)| Member::new(n, token)).collect();
    let mut ready_ms = Vec::new();
    let mut acknowledged = 0;
    for round in 0..kills {
        let begin = Instant::now();
        let mut server = Server::start(program, world);
        ready_ms.push(begin.elapsed().as_millis());
        let moment = std::time::Duration::from_millis(50 + rand::random_range(0..800));
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for client in &mut clients {
                let (scene, stop, address) = (&scene, &stop, server.address);
                scope.spawn(move || client.take_part(scene, address, stop));
            }
            // The moment of the blow is the one thing here that is left to chance.
            std::thread::sleep(moment);
            server.kill();
            stop.store(true, Ordering::Relaxed);
        });
        let found = scene.examine(world).await;
        for client in &clients {
            acknowledged += client.compare(&found, round);
        }
    }
    finish(world, program, &scene, &mut clients).await;
    ready_ms.sort_unstable();
    println!(
        "{:?}: {kills} kills, {acknowledged} acknowledged acts compared, 0 lost, 0 doubled; ready in {} ms (median), {} ms (worst)",
        world.kind,
        ready_ms[ready_ms.len() / 2],
        ready_ms[ready_ms.len() - 1],
    );
}

/// After the last blow, every form that never got an answer is sent once more, and found exactly once.
async fn finish(world: &World, program: &std::path::Path, scene: &Scene, clients: &mut [Member]) {
    let mut server = Server::start(program, world);
    for client in clients.iter_mut() {
        client.settle(server.address);
    }
    server.kill();
    let found = scene.examine(world).await;
    for client in clients.iter() {
        client.compare(&found, usize::MAX);
        assert!(client.said.iter().all(|words| found.said.get(words) == Some(&1)), "an act is missing at the end");
    }
}

/// A group with one open vote and one open discussion.
struct Scene {
    slug: String,
    group: commons::ids::GroupId,
    voting: i32,
    discussed: i32,
    members: Vec<MemberId>,
    tokens: Vec<String>,
}

impl Scene {
    async fn set(world: &World) -> Self {
        // The real program reads the machine's clock.
        world.clock.set(SystemClock.now());
        let group = world.a_group().with_people(MEMBERS).with_rule("discussion_days_ordinary", "0").found().await;
        let voting = group.proposes(0).lasting(0, 30).sent().await.unwrap();
        group.seconds(1, voting).await.unwrap();
        group.settle().await;
        let discussed = group.proposes(0).lasting(30, 1).sent().await.unwrap();
        group.seconds(1, discussed).await.unwrap();
        let mut tokens = Vec::new();
        for member in &group.members {
            let token = group.write(async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, *member, true).await?)).await;
            tokens.push(token.unwrap());
        }
        let number = async |id| group.see(id).await.number.unwrap();
        Self {
            slug: group.slug.clone(),
            group: group.id,
            voting: number(voting).await,
            discussed: number(discussed).await,
            members: group.members.clone(),
            tokens,
        }
    }

    /// Opens the store as it was left, as the program would.
    async fn examine(&self, world: &World) -> Found {
        let db = Db::open(&world.storage, world.data(), Arc::new(SystemClock)).await.unwrap();
        assert_eq!(db.integrity().await.unwrap(), Vec::<String>::new());
        let scope = db.read(self.group);
        let lines = commons::register::lines(&scope).await.unwrap();
        let verdict = verify(&export("essai", &lines).unwrap());
        assert!(matches!(verdict, Verdict::Sound(_)), "{verdict:?}");
        let discussed =
            decisions::queries::proposal::numbered(&scope, &effects(), self.discussed, self.members[0]).await.unwrap();
        let mut said = BTreeMap::new();
        for contribution in discussed.contributions {
            *said.entry(contribution.words).or_insert(0) += 1;
        }
        let mut ballots = BTreeMap::new();
        for member in &self.members {
            let voting =
                decisions::queries::proposal::numbered(&scope, &effects(), self.voting, *member).await.unwrap();
            let vote = voting.vote.unwrap();
            assert!(vote.received <= MEMBERS as u64, "more ballots than members");
            if let Some(ballot) = vote.mine {
                ballots.insert(*member, (ballot.said, ballot.reason.unwrap_or_default()));
            }
        }
        drop(scope);
        db.close().await.unwrap();
        Found { said, ballots: self.members.iter().map(|member| ballots.get(member).cloned()).collect() }
    }
}

/// What is on disk.
struct Found {
    said: BTreeMap<String, u32>,
    ballots: Vec<Option<(Said, String)>>,
}

/// One member, with her journal.
struct Member {
    place: usize,
    client: Client,
    acts: u64,
    /// Words whose saying was acknowledged.
    said: BTreeSet<String>,
    /// The reason of the last acknowledged ballot, and those sent after it.
    ballot: Option<String>,
    ballots_in_doubt: BTreeSet<String>,
    /// Forms that got no answer, with what they carry.
    in_doubt: Vec<(Form, Act)>,
}

#[derive(Clone, Debug)]
enum Act {
    Said(String),
    Voted(String),
}

impl Member {
    fn new(place: usize, token: &str) -> Self {
        let nowhere = SocketAddr::from(([127, 0, 0, 1], 9));
        Self {
            place,
            client: Client::new(nowhere).with_cookie("pp", token),
            acts: 0,
            said: BTreeSet::new(),
            ballot: None,
            ballots_in_doubt: BTreeSet::new(),
            in_doubt: Vec::new(),
        }
    }

    /// Acts until the server is gone.
    fn take_part(&mut self, scene: &Scene, address: SocketAddr, stop: &AtomicBool) {
        self.client.moves_to(address);
        if self.resend().is_err() {
            return;
        }
        while !stop.load(Ordering::Relaxed) {
            let outcome = if self.acts.is_multiple_of(2) { self.vote(scene) } else { self.say(scene) };
            self.acts += 1;
            if outcome.is_err() {
                return;
            }
        }
    }

    fn settle(&mut self, address: SocketAddr) {
        self.client.moves_to(address);
        self.resend().unwrap();
    }

    /// Sends once more, as they were, the forms that got no answer.
    fn resend(&mut self) -> std::io::Result<()> {
        while let Some((form, act)) = self.in_doubt.last().cloned() {
            let answer = self.client.submit(&form)?;
            assert_eq!(answer.status, 303, "a form sent again: {}", answer.text());
            self.in_doubt.pop();
            self.acknowledge(act);
        }
        Ok(())
    }

    fn vote(&mut self, scene: &Scene) -> std::io::Result<()> {
        let page = self.client.get(&format!("/g/{}/decide/{}/vote", scene.slug, scene.voting))?;
        let form = form_on(&page, "/vote");
        let reason = format!("raison {}-{}", self.place, self.acts);
        let choice = if self.acts.is_multiple_of(4) { "yes" } else { "no" };
        self.act(form.with("choice", choice).with("reason", &reason), Act::Voted(reason))
    }

    fn say(&mut self, scene: &Scene) -> std::io::Result<()> {
        let page = self.client.get(&format!("/g/{}/decide/{}", scene.slug, scene.discussed))?;
        let form = form_on(&page, "/say");
        let words = format!("mots {}-{}", self.place, self.acts);
        self.act(form.with("kind", "pleases").with("words", &words), Act::Said(words))
    }

    fn act(&mut self, form: Form, act: Act) -> std::io::Result<()> {
        if let Act::Voted(reason) = &act {
            self.ballots_in_doubt.insert(reason.clone());
        }
        match self.client.submit(&form) {
            // Talking too often is answered with how long to wait; nothing was said.
            Ok(answer) if answer.status == 429 => Ok(()),
            Ok(answer) => {
                assert_eq!(answer.status, 303, "{}", answer.text());
                self.acknowledge(act);
                Ok(())
            }
            Err(error) => {
                self.in_doubt.push((form, act));
                Err(error)
            }
        }
    }

    fn acknowledge(&mut self, act: Act) {
        match act {
            Act::Said(words) => {
                self.said.insert(words);
            }
            Act::Voted(reason) => {
                self.ballots_in_doubt.clear();
                self.ballot = Some(reason);
            }
        }
    }

    /// Everything acknowledged is there once; nothing is there twice. Returns how many acts were compared.
    fn compare(&self, found: &Found, round: usize) -> usize {
        for words in &self.said {
            assert_eq!(found.said.get(words), Some(&1), "after kill {round}: acknowledged words «{words}»");
        }
        for (form, act) in &self.in_doubt {
            if let Act::Said(words) = act {
                let times = found.said.get(words).copied().unwrap_or(0);
                assert!(times <= 1, "after kill {round}: {} was done {times} times", form.action);
            }
        }
        let kept = found.ballots[self.place].as_ref().map(|(_, reason)| reason.clone());
        let expected =
            kept == self.ballot || kept.as_ref().is_some_and(|reason| self.ballots_in_doubt.contains(reason));
        assert!(expected, "after kill {round}: ballot {kept:?}, acknowledged {:?}", self.ballot);
        self.said.len() + usize::from(self.ballot.is_some())
    }
}

fn form_on(page: &Answer, end: &str) -> Form {
    let text = page.text();
    Form::on(&text, end).unwrap_or_else(|| {
        let heading = text.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or("no heading");
        panic!("no form to {end} on a page with status {}: {heading}", page.status)
    })
}

/// The real program, as shipped.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start(program: &std::path::Path, world: &World) -> Self {
        Self::start_with(program, &["serve".as_ref()], world)
    }

    /// Starts a program whose first words are these.
    fn start_with(program: &std::path::Path, first: &[&OsStr], world: &World) -> Self {
        let mut command = Command::new(program);
        command.args(first).args(["--listen", "127.0.0.1:0", "--lang", "en", "--data"]).arg(world.data());
        if let Storage::Postgres(url) = &world.storage {
            command.args(["--database-url", url]);
        }
        let mut process = command.current_dir(world.data()).stdout(Stdio::piped()).spawn().unwrap();
        let output = process.stdout.take().unwrap();
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(address) = line.split("http://").nth(1).and_then(|rest| rest.trim().parse().ok()) {
                    // Only the first is waited for.
                    let _ = sender.send(address);
                }
            }
        });
        let address = receiver.recv_timeout(CEILING).unwrap_or_else(|_| {
            let _ = process.kill();
            panic!("the server is not ready after {CEILING:?}")
        });
        Self { process, address }
    }

    /// `SIGKILL`: nothing is finished, nothing is said.
    fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
