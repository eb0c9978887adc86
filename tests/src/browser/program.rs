//! The program, with a clock that a test moves.

use super::clock::{CLOCK_OPTION, FileClock};
use super::{BLINK, CEILING};
use crate::{Kind, TestClock, World, is_required, runtime};
use chrono::Duration;
use commons::clock::{Clock, SystemClock, Time};
use commons::db::Storage;
use sea_orm::{ConnectionTrait, Database};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Instant;

/// Where a program keeps everything, and when its time begins.
#[derive(Debug)]
pub(super) struct Home {
    data: PathBuf,
    storage: Storage,
    at: Time,
    /// A database made for this program alone, which goes with it: the server and the name.
    made: Option<(String, String)>,
}

impl Home {
    /// An empty one, on Monday 11 January 2027 at 10 in Montréal; or says aloud that the story was left out.
    pub(super) async fn empty(kind: Kind, story: &str, folder: &Path) -> Option<Self> {
        let (data, at) = (folder.join("data"), TestClock::start());
        if kind == Kind::Sqlite {
            return Some(Self { data, storage: Storage::Embedded, at, made: None });
        }
        let Ok(server) = std::env::var("PARPOUR_TEST_POSTGRES") else {
            assert!(!is_required("postgres"), "PARPOUR_TEST_POSTGRES is not set, and PARPOUR_TEST_REQUIRE asks for it");
            eprintln!("LEFT OUT: {story} on PostgreSQL, because PARPOUR_TEST_POSTGRES is not set");
            return None;
        };
        let server = server.trim_end_matches('/').to_owned();
        let name = format!("parpour_test_{}_{:08x}", SystemClock.now().timestamp(), rand::random::<u32>());
        on_server(&server, &format!("CREATE DATABASE {name}")).await;
        let storage = Storage::Postgres(format!("{server}/{name}"));
        Some(Self { data, storage, at, made: Some((server, name)) })
    }

    /// What a world keeps. Nobody else may have it open.
    pub(super) fn of(world: &World) -> Self {
        let data = world.data().to_owned();
        Self { data, storage: world.storage.clone(), at: world.clock.now(), made: None }
    }

    fn flags(&self) -> Vec<String> {
        let mut flags = vec!["--data".to_owned(), self.data.to_str().unwrap().to_owned()];
        if let Storage::Postgres(url) = &self.storage {
            flags.extend(["--database-url".to_owned(), url.clone()]);
        }
        flags
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let Some((server, name)) = self.made.take() else { return };
        let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        // On a thread of its own: a runtime cannot wait inside another one.
        let _ = std::thread::spawn(move || runtime().block_on(on_server(&server, &drop))).join();
    }
}

async fn on_server(server: &str, sql: &str) {
    let connection = Database::connect(format!("{server}/postgres")).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Outcome {
    /// Its exit code.
    pub code: Option<i32>,
    /// Everything it printed.
    pub said: String,
}

/// A running `parpour-clocked`.
#[derive(Debug)]
pub struct Program {
    /// Its address, as `http://127.0.0.1:port/`.
    pub address: String,
    /// What it printed at its start.
    pub said: Vec<String>,
    child: Child,
    now: Time,
    clock: PathBuf,
    log: PathBuf,
    home: Home,
}

impl Program {
    /// Starts it on a free port. What it needs besides its home lands in `folder`.
    pub(super) fn start(program: &Path, folder: &Path, home: Home, flags: &[&str]) -> Self {
        let clock = folder.join("clock");
        FileClock::show(&clock, home.at);
        let mut command = Command::new(program);
        command
            .args([CLOCK_OPTION, clock.to_str().unwrap(), "--lang", "en"])
            .args(["--listen", "127.0.0.1:0"])
            .args(home.flags())
            .args(flags);
        Self::run(command, folder, home, clock)
    }

    /// Starts the demonstration of the shipped program on a free port. Its group is its own, and so is its time.
    pub(super) fn demonstrate(program: &Path, folder: &Path, home: Home) -> Self {
        let mut command = Command::new(program);
        command.args(["demo", "--lang", "en", "--listen", "127.0.0.1:0"]).env("TMPDIR", folder);
        Self::run(command, folder, home, folder.join("clock"))
    }

    /// Runs the command until it says how to stop it.
    fn run(mut command: Command, folder: &Path, home: Home, clock: PathBuf) -> Self {
        let log = folder.join("log");
        let mut child = command
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = Vec::new();
        while let Some(Ok(line)) = lines.next() {
            let is_last = line.contains("Ctrl+C");
            said.push(line);
            if is_last {
                break;
            }
        }
        std::thread::spawn(move || lines.for_each(drop));
        let address = said
            .iter()
            .find_map(|line| {
                line.split_once("http://")?.1.split('/').next().map(|host| format!("http://{}/", host.trim()))
            })
            .unwrap_or_else(|| panic!("no address: {said:?} {}", std::fs::read_to_string(&log).unwrap()));
        Self { address, said, child, now: home.at, clock, log, home }
    }

    /// The link to found a group, as printed at the start.
    pub fn founding_link(&self) -> String {
        let line = self.said.iter().find(|line| line.contains("/found/")).expect("a founding link is printed");
        line[line.find("http").unwrap()..].trim().to_owned()
    }

    /// What the clock showed when it was last moved.
    pub fn now(&self) -> Time {
        self.now
    }

    /// Moves the clock forward.
    pub fn advance(&mut self, by: Duration) {
        self.now += by;
        FileClock::show(&self.clock, self.now);
    }

    /// The mails that landed as files, each one's whole text.
    pub fn mails(&self) -> Vec<String> {
        let Ok(files) = std::fs::read_dir(self.home.data.join("mail")) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        paths.sort();
        // A file may still be written to; it is read again at the next look.
        paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
    }

    /// Stops it as an operator does, and reads its log.
    ///
    /// # Panics
    /// When it does not end well, or when it warned of anything.
    pub async fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", "INT", &pid]).status().unwrap().success());
        let status = super::until("the program to end", async || self.ended()).await;
        let log = std::fs::read_to_string(&self.log).unwrap();
        assert!(status.success(), "{status}: {log}");
        assert_eq!(log, "", "the log of the program is not empty");
    }

    fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("log of the program:\n{}", std::fs::read_to_string(&self.log).unwrap_or_default());
        }
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Runs a command to its end.
///
/// # Panics
/// When it takes more than 30 seconds.
pub(super) fn run(program: &Path, words: &[&str]) -> Outcome {
    let mut child = Command::new(program)
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begin = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begin.elapsed() > CEILING {
            let _ = child.kill();
            panic!("{} does not end", program.display());
        }
        std::thread::sleep(BLINK);
    }
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    Outcome { code: output.status.code(), said }
}

/// Runs the shipped program (`PARPOUR_TEST_BINARY`) to its end, or says aloud that this was left out.
pub fn shipped(words: &[&str]) -> Option<Outcome> {
    let path = shipped_path()?;
    Some(run(&path, words))
}

/// Where the shipped program is, or said aloud that what needs it was left out.
pub fn shipped_path() -> Option<PathBuf> {
    let path = std::env::var_os("PARPOUR_TEST_BINARY").map(PathBuf::from);
    if path.is_none() {
        assert!(!is_required("browser"), "PARPOUR_TEST_BINARY is not set");
        eprintln!("LEFT OUT: the shipped program, because PARPOUR_TEST_BINARY is not set (cargo xtask with …)");
    }
    path
}
