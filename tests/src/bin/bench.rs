//! `cargo xtask bench`: how much the product costs on top of a bare server, measured side by side.
//!
//! `cargo xtask bench proposals`: how long fair proposals take, for more and more people.
//!
//! The same bytes are served by Parpour (signed in, from its store) and by a bare actix handler, in turns,
//! to the same load; the ratio of each pair is what is printed. Then the memory after 20,000 requests
//! and the time to start. Machines are noisy: ratios count, single figures do not.
//!
//! `cargo xtask bench phone-tree` measures that alone: how the time of a phone tree grows with its members.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a measuring program stops when something is wrong, and prints fractions"
)]

use actix_web::{App, HttpResponse, HttpServer, web};
use chrono::{Days, NaiveDate, NaiveTime};
use commons::clock::Tz;
use commons::db::{Db, Storage, Tx};
use commons::refusal::No;
use membership::commands::session;
use parpour_tests::http::Client;
use rota::limits::{Cap, Per, Rest};
use rota::proposals::{Batch, Helper, Seat, Welcome};
use rota::time::Window;
use rota::{Engagement, Kind, Limits, Stretch};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Connections that ask without pause.
const CONNECTIONS: usize = 4;
/// How long each turn of a pair lasts.
const TURN: Duration = Duration::from_secs(2);
/// Pairs of turns.
const PAIRS: usize = 7;
/// Requests before memory is read.
const REQUESTS: usize = 20_000;

fn main() {
    let asked = std::env::args().nth(1);
    if asked.as_deref() == Some("proposals") {
        return proposals();
    }
    if asked.as_deref() == Some("phone-tree") {
        return phone_tree();
    }
    let program = std::env::var("PARPOUR_TEST_BINARY").expect("run me with `cargo xtask bench`");
    println!("{CONNECTIONS} connections, {PAIRS} pairs of {} s, {} cores", TURN.as_secs(), cores());
    bench("SQLite", &program, &Storage::Embedded);
    match std::env::var("PARPOUR_TEST_POSTGRES") {
        Ok(server) => {
            let name = format!("bench_{:08x}", rand::random::<u32>());
            on_server(&server, &format!("CREATE DATABASE {name}"));
            bench("PostgreSQL", &program, &Storage::Postgres(format!("{server}/{name}")));
            on_server(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
        Err(_) => println!("PostgreSQL: left out, PARPOUR_TEST_POSTGRES is not set"),
    }
}

fn bench(store: &str, program: &str, storage: &Storage) {
    let directory = tempfile::tempdir().unwrap();
    let (slug, token) = block_on(seed(storage, directory.path()));
    println!("\n{store}: the demonstration group, 35 members");
    let mut starts: Vec<u128> = (0..10)
        .map(|_| {
            let begin = Instant::now();
            drop(Server::start(program, storage, directory.path()));
            begin.elapsed().as_millis()
        })
        .collect();
    starts.sort_unstable();
    println!("  ready after {} ms (median of 10 starts on existing data, {}–{})", starts[5], starts[0], starts[9]);
    let server = Server::start(program, storage, directory.path());
    println!("  memory when ready: {} MB", server.memory_mb());
    let voting = number_of_the_open_vote(&server, &slug, &token);
    for (name, path) in [("home", format!("/g/{slug}")), ("proposal", format!("/g/{slug}/decide/{voting}"))] {
        side_by_side(name, &path, &server, &token);
    }
    ask(server.address, &format!("/g/{slug}"), &token, Until::Count(REQUESTS));
    println!("  memory after {REQUESTS} more requests: {} MB", server.memory_mb());
}

/// Grows the tree of 50, 500 and 5,000 members, with as many pairs apart as there are members. By `n log n`, the time
/// for each member and each doubling stays the same: that is the last figure.
fn phone_tree() {
    use mutual_aid::rules::chance::Chance;
    use mutual_aid::rules::group::{Group, Member, Person};
    use mutual_aid::rules::quiet::Hours;
    use mutual_aid::rules::tree::{Shape, Tree};
    const TIMES: usize = 15;
    println!("A phone tree: three in five call others, median of {TIMES}");
    for members in [50_u32, 500, 5_000] {
        let mut chance = Chance::new(1);
        let person = |number: u32| Person(u128::from(number));
        let anybody = |chance: &mut Chance| person(u32::try_from(chance.draw() % u64::from(members)).unwrap());
        let people = (0..members).map(|number| {
            let calls = if number % 5 < 3 { 4 } else { 0 };
            Member { person: person(number), calls, starter: false, hours: Hours::USUAL, tomorrow: false }
        });
        let apart: Vec<_> = (0..members).map(|_| (anybody(&mut chance), anybody(&mut chance))).collect();
        let group = Group::new(people, apart);
        let mut widths = 0;
        let mut times: Vec<u128> = (0..TIMES)
            .map(|seed| {
                let begin = Instant::now();
                let tree = Tree::grow(&group, &Shape { seed: seed as u64, ..Shape::default() });
                let time = begin.elapsed().as_nanos();
                assert!(tree.unplaced().is_empty());
                widths += u32::from(tree.width());
                time
            })
            .collect();
        times.sort_unstable();
        let each = times[TIMES / 2] as f64 / f64::from(members);
        println!(
            "  {members} members: {:.2} ms, {each:.0} ns each, {:.0} ns for each and each doubling; {:.1} calls at most",
            times[TIMES / 2] as f64 / 1e6,
            each / f64::from(members).log2(),
            f64::from(widths) / TIMES as f64
        );
    }
}

fn side_by_side(name: &str, path: &str, server: &Server, token: &str) {
    let answer = signed_in(server.address, token).get(path).unwrap();
    assert_eq!(answer.status, 200, "{path}");
    let bytes = answer.body.len();
    let bare = bare(answer.body);
    let mut ratios = Vec::new();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let (us, them) =
            (ask(server.address, path, token, Until::Time(TURN)), ask(bare, "/", token, Until::Time(TURN)));
        ratios.push(them / us);
        ours.push(us);
        theirs.push(them);
    }
    for figures in [&mut ratios, &mut ours, &mut theirs] {
        figures.sort_by(f64::total_cmp);
    }
    let middle = PAIRS / 2;
    println!(
        "  {name}, {bytes} bytes: bare/ours = {:.1} (median; {:.1}–{:.1}); {:.0} and {:.0} requests a second",
        ratios[middle],
        ratios[0],
        ratios[PAIRS - 1],
        ours[middle],
        theirs[middle],
    );
}

enum Until {
    Time(Duration),
    Count(usize),
}

/// Asks without pause on every connection, and returns requests a second.
fn ask(address: SocketAddr, path: &str, token: &str, until: Until) -> f64 {
    let begin = Instant::now();
    let done: usize = std::thread::scope(|scope| {
        let askers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                let until = &until;
                scope.spawn(move || {
                    let mut client = signed_in(address, token);
                    let mut done = 0;
                    loop {
                        match until {
                            Until::Time(turn) if begin.elapsed() >= *turn => return done,
                            Until::Count(count) if done >= count / CONNECTIONS => return done,
                            _ => {}
                        }
                        let answer = client.get(path).unwrap();
                        assert!(answer.status == 200, "{} on {path}: {}", answer.status, answer.text());
                        done += 1;
                    }
                })
            })
            .collect();
        askers.into_iter().map(|asker| asker.join().unwrap()).sum()
    });
    done as f64 / begin.elapsed().as_secs_f64()
}

fn signed_in(address: SocketAddr, token: &str) -> Client {
    Client::new(address).with_cookie("pp", token)
}

/// A server that does nothing but answer with these bytes.
fn bare(bytes: Vec<u8>) -> SocketAddr {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let bytes = web::Bytes::from(bytes);
            let server = HttpServer::new(move || {
                let bytes = bytes.clone();
                let answer = move || {
                    let bytes = bytes.clone();
                    async move { HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bytes) }
                };
                App::new().route("/", web::get().to(answer))
            });
            let server = server.workers(cores()).bind(("127.0.0.1", 0)).unwrap();
            sender.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

async fn seed(storage: &Storage, data: &std::path::Path) -> (String, String) {
    let demonstration = parpour::demo::seed(storage, data, |_, _| {}).await.unwrap();
    let db = Db::open(storage, data, Arc::new(commons::clock::SystemClock)).await.unwrap();
    let group = commons::groups::named(&db, &demonstration.slug).await.unwrap().unwrap();
    let member = demonstration.members[0];
    let token =
        db.write(group.id, async |tx: &Tx<'_>| Ok::<_, No>(session::open(tx, member, true).await?)).await.unwrap();
    db.close().await.unwrap();
    (demonstration.slug, token)
}

fn number_of_the_open_vote(server: &Server, slug: &str, token: &str) -> u32 {
    let home = signed_in(server.address, token).get(&format!("/g/{slug}")).unwrap().text();
    let link = home.split(&format!("/g/{slug}/decide/")).skip(1).find_map(|rest| {
        rest.split(|c: char| !c.is_ascii_digit()).next().filter(|number| !number.is_empty())?.parse().ok()
    });
    link.expect("a vote to cast on the home page")
}

/// Fair proposals for four weeks: some people with limits of a week and rest, and some seats. Printed, never asserted.
fn proposals() {
    for (helpers, seats) in [(15, 25), (30, 50), (60, 100), (120, 200)] {
        let (people, places) = a_rota(helpers, seats);
        let batch =
            Batch { zone: Tz::America__Toronto, now: places[0].what.when.start, seats: &places, helpers: &people };
        let mut times: Vec<u128> = (0..9)
            .map(|_| {
                let begin = Instant::now();
                let apart = |one: u32, other: u32| (one * 7 + other).is_multiple_of(31);
                let found = rota::proposals::propose(&batch, |_, _| Welcome::Yes, apart);
                assert!(!found.made.is_empty());
                begin.elapsed().as_micros()
            })
            .collect();
        times.sort_unstable();
        println!("{helpers} people, {seats} seats: {} µs (median of 9, {}–{})", times[4], times[0], times[8]);
    }
}

fn a_rota(helpers: u32, seats: u32) -> (Vec<Helper<u32>>, Vec<Seat<u32>>) {
    let monday = NaiveDate::from_ymd_opt(2027, 3, 8).unwrap();
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let seat = |number: u32| {
        let (slot, place) = (number / 2, u16::try_from(number % 2).unwrap());
        let date = monday + Days::new(u64::from(slot * 28 / (seats / 2)));
        let when = Stretch::on_the_wall(Tz::America__Toronto, date, hour(if slot % 2 == 0 { 14 } else { 21 }), 60);
        Seat { what: Engagement { when, kind: Kind::Visit }, slot, place }
    };
    let helper = |who: u32| {
        let mut windows = Window::every_day(hour(9), hour(23)).to_vec();
        windows.remove(usize::try_from(who % 7).unwrap());
        let caps = [(Per::Week, 1 + who % 2), (Per::Month, 3)].map(|(per, most)| Cap { kind: None, per, most });
        let limits = Limits { yes_to: Kind::ALL.into(), windows, ..Limits::default() };
        let limits = limits.and(&caps, &[Rest { kind: None, minutes: 24 * 60 }]);
        Helper { who, limits, held: Vec::new(), draw: rota::order::draw(1, who.into()) }
    };
    ((0..helpers).map(helper).collect(), (0..seats).map(seat).collect())
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn on_server(server: &str, sql: &str) {
    block_on(async {
        let connection = sea_orm::Database::connect(format!("{server}/postgres")).await.unwrap();
        sea_orm::ConnectionTrait::execute_unprepared(&connection, sql).await.unwrap();
        connection.close().await.unwrap();
    });
}

/// The real program, as shipped.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start(program: &str, storage: &Storage, data: &std::path::Path) -> Self {
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--lang", "en", "--data"]).arg(data).current_dir(data);
        if let Storage::Postgres(url) = storage {
            command.args(["--database-url", url]);
        }
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let address = lines.find_map(|line| line.split("http://").nth(1)?.trim().parse().ok());
        std::thread::spawn(move || lines.for_each(drop));
        Self { address: address.expect("the server says where it listens"), process }
    }

    fn memory_mb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
