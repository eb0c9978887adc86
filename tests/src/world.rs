//! A fresh store for every test, on SQLite and on PostgreSQL.

use crate::{Raw, TestClock, is_required, runtime};
use commons::clock::{Clock, SystemClock, Time};
use commons::db::{Db, Storage};
use commons::effects::Effects;
use membership::joint::Joints;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use tempfile::TempDir;

/// A test that hangs is stopped here.
const CEILING: Duration = Duration::from_secs(900);
/// Databases that earlier runs left on a server are dropped after this many seconds.
const LEFT_BEHIND: i64 = 2 * 3600;
const PREFIX: &str = "parpour_test_";

/// Which store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The file in the data directory.
    Sqlite,
    /// The server that `PARPOUR_TEST_POSTGRES` names.
    Postgres,
}

/// One store, empty and migrated, with a clock that obeys. It is gone when the test ends.
pub struct World {
    /// The store.
    pub db: Db,
    /// Its clock.
    pub clock: TestClock,
    /// What decisions can do.
    pub effects: Effects,
    /// What several members can do together. A test adds kinds of its own to a copy.
    pub joints: Joints,
    /// Which store this is.
    pub kind: Kind,
    /// How to open it again.
    pub storage: Storage,
    data: TempDir,
    spoiled: AtomicBool,
}

impl World {
    /// Says that this test changes the schema itself: no other test gets this database.
    pub fn spoil(&self) {
        self.spoiled.store(true, Ordering::SeqCst);
    }

    /// The data directory.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// A connection of the test's own to the store.
    pub async fn raw(&self) -> Raw {
        match &self.storage {
            Storage::Embedded => Raw::open(&format!("sqlite:{}", self.data().join("parpour.db").display())).await,
            Storage::Postgres(url) => Raw::open(url).await,
        }
    }

    /// What `sqlite` or `postgres` write differently.
    pub fn either<'t>(&self, sqlite: &'t str, postgres: &'t str) -> &'t str {
        match self.kind {
            Kind::Sqlite => sqlite,
            Kind::Postgres => postgres,
        }
    }

    /// What lies in the data directory: the store, and the keys. Those of open secret votes have a folder of their own.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        ["", "keys", "keys/votes"]
            .into_iter()
            .filter_map(|folder| Some((folder, std::fs::read_dir(self.data().join(folder)).ok()?)))
            .flat_map(|(folder, entries)| entries.map(move |entry| (folder, entry.unwrap().path())))
            .filter(|(_, path)| path.is_file())
            .map(|(folder, path)| (Path::new(folder).join(path.file_name().unwrap()), std::fs::read(&path).unwrap()))
            .collect()
    }

    async fn open(kind: Kind, storage: Storage, data: TempDir) -> Self {
        let clock = TestClock::at(TestClock::start());
        let db = Db::open(&storage, data.path(), Arc::new(clock.clone())).await.unwrap();
        Self {
            db,
            clock,
            effects: parpour::areas::effects_with(["default", "lilas"].map(str::to_owned)),
            joints: parpour::areas::joints(),
            kind,
            storage,
            data,
            spoiled: AtomicBool::new(false),
        }
    }
}

/// Runs a test on an empty SQLite store.
pub fn on_sqlite(test: impl AsyncFnOnce(&World)) {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("parpour.db"), sqlite_template()).unwrap();
    on_files(data, test);
}

/// Runs a test on the SQLite store that lies in this folder.
fn on_files(data: TempDir, test: impl AsyncFnOnce(&World)) {
    let runtime = runtime();
    let world = runtime.block_on(World::open(Kind::Sqlite, Storage::Embedded, data));
    run(&runtime, Box::pin(test(&world)));
    runtime.block_on(world.db.close()).unwrap();
}

/// What a world left behind, and when: its files, and its database where that is on a server.
#[derive(Clone, Debug)]
pub struct Kept {
    files: Vec<(PathBuf, Vec<u8>)>,
    database: Option<String>,
    at: Time,
}

/// Lives a story once on an empty store and keeps what it leaves, to begin other worlds with ([`on_a_copy`]).
///
/// Nothing, said aloud, where this kind of store is left out.
pub fn keep<T>(kind: Kind, story: impl AsyncFnOnce(&World) -> T) -> Option<(Kept, T)> {
    let mut told = None;
    let lived = async |world: &World| {
        told = Some(story(world).await);
        world.db.settle_files().await.unwrap();
        (world.files(), world.clock.now())
    };
    let mut left = None;
    let database = match kind {
        Kind::Sqlite => {
            on_sqlite(async |world: &World| left = Some(lived(world).await));
            None
        }
        Kind::Postgres => {
            let place = OnServer::open(tempfile::tempdir().unwrap(), Begins::Empty)?;
            run(&place.runtime, Box::pin(async { left = Some(lived(&place.world).await) }));
            Some(place.keep())
        }
    };
    let (files, at) = left?;
    Some((Kept { files, database, at }, told?))
}

/// Runs a test on a copy of another world, at the same instant: what it does is in no other copy.
pub fn on_a_copy(kept: &Kept, test: impl AsyncFnOnce(&World)) {
    let data = tempfile::tempdir().unwrap();
    for (name, bytes) in &kept.files {
        let path = data.path().join(name);
        let folder = path.parent().unwrap();
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(&path, bytes).unwrap();
        only_for_us(folder, 0o700);
        only_for_us(&path, 0o600);
    }
    let test = async |world: &World| {
        world.clock.set(kept.at);
        test(world).await;
    };
    match &kept.database {
        None => on_files(data, test),
        Some(database) => on_server(data, Begins::Copy(database), test),
    }
}

/// A key that others may read is refused.
fn only_for_us(path: &Path, mode: u32) {
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
}

/// Runs a test on a copy of a store that an earlier version left (`tests/fixtures/schema-*`): opening it
/// brings it up to date.
pub fn on_fixture(kind: Kind, folder: &Path, test: impl AsyncFnOnce(&World)) {
    let data = tempfile::tempdir().unwrap();
    let keys = data.path().join("keys");
    std::fs::create_dir(&keys).unwrap();
    only_for_us(&keys, 0o700);
    let copy = |from: &str, to: &Path| {
        std::fs::copy(folder.join(from), to).unwrap();
        only_for_us(to, 0o600);
    };
    match kind {
        Kind::Sqlite => {
            copy("sqlite.kek", &keys.join("kek"));
            copy("sqlite.db", &data.path().join("parpour.db"));
            on_files(data, test);
        }
        Kind::Postgres => {
            copy("postgres.kek", &keys.join("kek"));
            let dump = std::fs::read_to_string(folder.join("postgres.sql")).unwrap();
            on_server(data, Begins::Dump(&dump), test);
        }
    }
}

/// Runs a test on an empty PostgreSQL database, or says aloud that it was left out.
///
/// # Panics
/// When it was left out and `PARPOUR_TEST_REQUIRE` names `postgres`.
pub fn on_postgres(test: impl AsyncFnOnce(&World)) {
    on_server(tempfile::tempdir().unwrap(), Begins::Empty, test);
}

fn on_server(data: TempDir, begins: Begins<'_>, test: impl AsyncFnOnce(&World)) {
    let Some(place) = OnServer::open(data, begins) else { return };
    let outcome = catch_unwind(AssertUnwindSafe(|| run(&place.runtime, Box::pin(test(&place.world)))));
    place.leave(outcome);
}

/// What a database holds when a test begins.
enum Begins<'b> {
    /// What migrations make.
    Empty,
    /// What this script writes.
    Dump(&'b str),
    /// What this database of the same server holds; nobody is connected to it.
    Copy(&'b str),
}

/// A database of a test's own on the PostgreSQL server.
struct OnServer {
    server: String,
    name: String,
    runtime: tokio::runtime::Runtime,
    world: World,
}

impl OnServer {
    /// Nothing, said aloud, where there is no server.
    fn open(data: TempDir, begins: Begins<'_>) -> Option<Self> {
        let Some(server) = server() else {
            assert!(!is_required("postgres"), "PARPOUR_TEST_POSTGRES is not set, and PARPOUR_TEST_REQUIRE asks for it");
            eprintln!("LEFT OUT: this test on PostgreSQL, because PARPOUR_TEST_POSTGRES is not set");
            return None;
        };
        let runtime = runtime();
        let name = runtime.block_on(async {
            match begins {
                Begins::Empty => take(&server).await,
                Begins::Dump(dump) => loaded(&server, dump).await,
                Begins::Copy(of) => create(&server, &format!("TEMPLATE {of} STRATEGY file_copy")).await,
            }
        });
        let storage = Storage::Postgres(format!("{server}/{name}"));
        let world = runtime.block_on(World::open(Kind::Postgres, storage, data));
        if matches!(begins, Begins::Copy(_)) {
            world.spoil();
        }
        Some(Self { server, name, runtime, world })
    }

    /// Leaves the database there, with nobody connected to it, and says its name.
    fn keep(self) -> String {
        let Self { name, runtime, world, .. } = self;
        runtime.block_on(world.db.close()).unwrap();
        name
    }

    /// Whatever happened, nothing of this test stays; what went wrong is told afterwards.
    fn leave(self, outcome: std::thread::Result<()>) {
        let Self { server, name, runtime, world } = self;
        let _ = runtime.block_on(world.db.close());
        let reusable = outcome.is_ok() && !world.spoiled.load(Ordering::SeqCst);
        runtime.block_on(give_back(&server, name, reusable));
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}

/// Runs the story of a test. It comes in a box: otherwise all of this would be compiled anew for each test.
fn run(runtime: &tokio::runtime::Runtime, story: Pin<Box<dyn Future<Output = ()> + '_>>) {
    if crate::long() {
        return runtime.block_on(story);
    }
    let outcome = runtime.block_on(async { tokio::time::timeout(CEILING, story).await });
    assert!(outcome.is_ok(), "still running after {CEILING:?}");
}

fn server() -> Option<String> {
    std::env::var("PARPOUR_TEST_POSTGRES").ok().map(|url| url.trim_end_matches('/').to_owned())
}

/// The file of an empty migrated store, made once: copying it is faster than migrating.
fn sqlite_template() -> &'static [u8] {
    static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let data = tempfile::tempdir().unwrap();
        runtime().block_on(async {
            let db = Db::open(&Storage::Embedded, data.path(), Arc::new(SystemClock)).await.unwrap();
            // Each copy gets keys of its own, and leaves their mark itself.
            let raw = Raw::open(&format!("sqlite:{}", data.path().join("parpour.db").display())).await;
            raw.run("DELETE FROM store_mark").await.unwrap();
            raw.close().await;
            db.settle_files().await.unwrap();
            db.close().await.unwrap();
        });
        std::fs::read(data.path().join("parpour.db")).unwrap()
    })
}

/// Databases that a test was done with, emptied: making one anew takes longer than many a test.
static SHELF: Mutex<Vec<String>> = Mutex::new(Vec::new());

async fn take(server: &str) -> String {
    if let Some(name) = SHELF.lock().unwrap().pop() {
        return name;
    }
    static SWEPT: AtomicBool = AtomicBool::new(false);
    let connection = administration(server).await;
    if !SWEPT.swap(true, Ordering::SeqCst) {
        drop_left_behind(&connection).await;
    }
    connection.close().await.unwrap();
    create(server, "").await
}

/// A new database, made the way that `how` says.
async fn create(server: &str, how: &str) -> String {
    let (connection, name) = (administration(server).await, new_name());
    connection.execute_unprepared(&format!("CREATE DATABASE {name} {how}")).await.unwrap();
    connection.close().await.unwrap();
    name
}

/// A database of its own with what a dump holds.
async fn loaded(server: &str, dump: &str) -> String {
    let name = create(server, "").await;
    let raw = Raw::open(&format!("{server}/{name}")).await;
    raw.run(dump).await.unwrap();
    raw.close().await;
    name
}

async fn give_back(server: &str, name: String, reusable: bool) {
    if reusable {
        let raw = Raw::open(&format!("{server}/{name}")).await;
        // Truncating makes new files for every table, which takes longer than many a test: only what was filled is emptied,
        // and nobody asks about foreign keys in between.
        let filled = raw.filled_tables().await.into_iter().filter(|table| table != "seaql_migrations");
        let emptied: String = filled.map(|table| format!("DELETE FROM \"{table}\"; ")).collect();
        raw.run(&format!("SET session_replication_role = replica; {emptied}")).await.unwrap();
        raw.close().await;
        SHELF.lock().unwrap().push(name);
    } else {
        let connection = administration(server).await;
        connection.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
        connection.close().await.unwrap();
    }
}

/// Begins with the time, so that what an interrupted run leaves behind is known by its name.
fn new_name() -> String {
    format!("{PREFIX}{}_{:08x}", SystemClock.now().timestamp(), rand::random::<u32>())
}

async fn administration(server: &str) -> DatabaseConnection {
    Database::connect(format!("{server}/postgres")).await.unwrap()
}

async fn drop_left_behind(connection: &DatabaseConnection) {
    let sql = format!("SELECT datname::text AS name FROM pg_database WHERE datname LIKE '{PREFIX}%'");
    let rows = connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await.unwrap();
    for row in rows {
        let name: String = row.try_get("", "name").unwrap();
        let made: i64 = name[PREFIX.len()..].split('_').next().unwrap().parse().unwrap_or_default();
        if SystemClock.now().timestamp() - made > LEFT_BEHIND {
            // Another process may be dropping the same one.
            let _ = connection.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}
