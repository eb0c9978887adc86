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

    /// Everything this world keeps on disk, to begin other worlds with ([`on_a_copy`]). SQLite only.
    pub async fn kept(&self) -> Kept {
        assert_eq!(self.kind, Kind::Sqlite);
        self.db.settle_files().await.unwrap();
        let mut files = vec![("parpour.db".into(), std::fs::read(self.data().join("parpour.db")).unwrap())];
        // The keys of open secret votes lie in a folder of their own.
        for folder in ["keys", "keys/votes"] {
            let Ok(keys) = std::fs::read_dir(self.data().join(folder)) else { continue };
            for key in keys.map(Result::unwrap).filter(|key| key.path().is_file()) {
                files.push((Path::new(folder).join(key.file_name()), std::fs::read(key.path()).unwrap()));
            }
        }
        Kept { files, at: self.clock.now() }
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
    let runtime = runtime();
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("parpour.db"), sqlite_template()).unwrap();
    let world = runtime.block_on(World::open(Kind::Sqlite, Storage::Embedded, data));
    run(&runtime, Box::pin(test(&world)));
    runtime.block_on(world.db.close()).unwrap();
}

/// What a world kept on disk, and when.
#[derive(Clone, Debug)]
pub struct Kept {
    files: Vec<(PathBuf, Vec<u8>)>,
    at: Time,
}

/// Runs a test on a copy of another world, at the same instant: what it does is in no other copy.
pub fn on_a_copy(kept: &Kept, test: impl AsyncFnOnce(&World)) {
    let runtime = runtime();
    let data = tempfile::tempdir().unwrap();
    for (name, bytes) in &kept.files {
        let path = data.path().join(name);
        let folder = path.parent().unwrap();
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(&path, bytes).unwrap();
        only_for_us(folder, 0o700);
        only_for_us(&path, 0o600);
    }
    let world = runtime.block_on(World::open(Kind::Sqlite, Storage::Embedded, data));
    world.clock.set(kept.at);
    run(&runtime, Box::pin(test(&world)));
    runtime.block_on(world.db.close()).unwrap();
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
            let runtime = runtime();
            let world = runtime.block_on(World::open(kind, Storage::Embedded, data));
            run(&runtime, Box::pin(test(&world)));
            runtime.block_on(world.db.close()).unwrap();
        }
        Kind::Postgres => {
            copy("postgres.kek", &keys.join("kek"));
            let dump = std::fs::read_to_string(folder.join("postgres.sql")).unwrap();
            on_postgres_with(data, Some(&dump), test);
        }
    }
}

/// Runs a test on an empty PostgreSQL database, or says aloud that it was left out.
///
/// # Panics
/// When it was left out and `PARPOUR_TEST_REQUIRE` names `postgres`.
pub fn on_postgres(test: impl AsyncFnOnce(&World)) {
    on_postgres_with(tempfile::tempdir().unwrap(), None, test);
}

fn on_postgres_with(data: TempDir, dump: Option<&str>, test: impl AsyncFnOnce(&World)) {
    let Some(place) = OnServer::open(data, dump) else { return };
    let outcome = catch_unwind(AssertUnwindSafe(|| run(&place.runtime, Box::pin(test(&place.world)))));
    place.leave(outcome);
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
    fn open(data: TempDir, dump: Option<&str>) -> Option<Self> {
        let Some(server) = server() else {
            assert!(!is_required("postgres"), "PARPOUR_TEST_POSTGRES is not set, and PARPOUR_TEST_REQUIRE asks for it");
            eprintln!("LEFT OUT: this test on PostgreSQL, because PARPOUR_TEST_POSTGRES is not set");
            return None;
        };
        let runtime = runtime();
        let name = runtime.block_on(async {
            match dump {
                None => take(&server).await,
                Some(dump) => loaded(&server, dump).await,
            }
        });
        let storage = Storage::Postgres(format!("{server}/{name}"));
        let world = runtime.block_on(World::open(Kind::Postgres, storage, data));
        Some(Self { server, name, runtime, world })
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
    let name = new_name();
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    connection.close().await.unwrap();
    name
}

/// A database of its own with what a dump holds.
async fn loaded(server: &str, dump: &str) -> String {
    let (connection, name) = (administration(server).await, new_name());
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    connection.close().await.unwrap();
    let raw = Raw::open(&format!("{server}/{name}")).await;
    raw.run(dump).await.unwrap();
    raw.close().await;
    name
}

async fn give_back(server: &str, name: String, reusable: bool) {
    if reusable {
        let raw = Raw::open(&format!("{server}/{name}")).await;
        let tables: Vec<String> = raw.tables().await.into_iter().filter(|table| table != "seaql_migrations").collect();
        raw.run(&format!("TRUNCATE {}", tables.join(", "))).await.unwrap();
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
