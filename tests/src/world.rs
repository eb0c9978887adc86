//! A fresh store for every test, on SQLite and on PostgreSQL.

use crate::{Raw, TestClock, is_required, runtime};
use commons::clock::{Clock, SystemClock};
use commons::db::{Db, Storage};
use commons::effects::Effects;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tempfile::TempDir;

/// A test that hangs is stopped here.
const CEILING: Duration = Duration::from_secs(300);
/// Databases that an interrupted run left behind are dropped after this many seconds.
const LEFT_BEHIND: i64 = 6 * 3600;
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
    /// Which store this is.
    pub kind: Kind,
    /// How to open it again.
    pub storage: Storage,
    data: TempDir,
}

impl World {
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

    async fn open(kind: Kind, storage: Storage, data: TempDir) -> Self {
        let clock = TestClock::at(TestClock::start());
        let db = Db::open(&storage, data.path(), Arc::new(clock.clone())).await.unwrap();
        Self { db, clock, effects: parpour::areas::effects(), kind, storage, data }
    }
}

/// Runs a test on an empty SQLite store.
pub fn on_sqlite(test: impl AsyncFnOnce(&World)) {
    let runtime = runtime();
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("parpour.db"), sqlite_template()).unwrap();
    let world = runtime.block_on(World::open(Kind::Sqlite, Storage::Embedded, data));
    run(&runtime, &world, test);
    runtime.block_on(world.db.close()).unwrap();
}

/// Runs a test on an empty PostgreSQL database, or says aloud that it was left out.
///
/// # Panics
/// When it was left out and `PARPOUR_TEST_REQUIRE` names `postgres`.
pub fn on_postgres(test: impl AsyncFnOnce(&World)) {
    let Some(server) = server() else {
        assert!(!is_required("postgres"), "PARPOUR_TEST_POSTGRES is not set, and PARPOUR_TEST_REQUIRE asks for it");
        eprintln!("LEFT OUT: this test on PostgreSQL, because PARPOUR_TEST_POSTGRES is not set");
        return;
    };
    let runtime = runtime();
    let name = new_name();
    let outcome = {
        runtime.block_on(create(&server, &name, Some(postgres_template(&server))));
        let storage = Storage::Postgres(format!("{server}/{name}"));
        let world = runtime.block_on(World::open(Kind::Postgres, storage, tempfile::tempdir().unwrap()));
        let outcome = catch_unwind(AssertUnwindSafe(|| run(&runtime, &world, test)));
        // The database goes in any case; what went wrong is told afterwards.
        let _ = runtime.block_on(world.db.close());
        outcome
    };
    runtime.block_on(destroy(&server, &name));
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

fn run(runtime: &tokio::runtime::Runtime, world: &World, test: impl AsyncFnOnce(&World)) {
    if crate::long() {
        return runtime.block_on(test(world));
    }
    let outcome = runtime.block_on(async { tokio::time::timeout(CEILING, test(world)).await });
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
            db.settle_files().await.unwrap();
            db.close().await.unwrap();
        });
        std::fs::read(data.path().join("parpour.db")).unwrap()
    })
}

/// The name of an empty migrated database, made once for each process that tests.
fn postgres_template(server: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = new_name();
        runtime().block_on(async {
            drop_left_behind(server).await;
            create(server, &name, None).await;
            let data = tempfile::tempdir().unwrap();
            let storage = Storage::Postgres(format!("{server}/{name}"));
            let db = Db::open(&storage, data.path(), Arc::new(SystemClock)).await.unwrap();
            db.close().await.unwrap();
        });
        name
    })
}

/// Begins with the time, so that what an interrupted run leaves behind is known by its name.
fn new_name() -> String {
    format!("{PREFIX}{}_{:08x}", SystemClock.now().timestamp(), rand::random::<u32>())
}

async fn administration(server: &str) -> DatabaseConnection {
    Database::connect(format!("{server}/postgres")).await.unwrap()
}

async fn create(server: &str, name: &str, template: Option<&str>) {
    let connection = administration(server).await;
    let copied = template.map(|template| format!(" TEMPLATE {template} STRATEGY FILE_COPY")).unwrap_or_default();
    connection.execute_unprepared(&format!("CREATE DATABASE {name}{copied}")).await.unwrap();
    connection.close().await.unwrap();
}

async fn destroy(server: &str, name: &str) {
    let connection = administration(server).await;
    connection.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
    connection.close().await.unwrap();
}

async fn drop_left_behind(server: &str) {
    let connection = administration(server).await;
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
    connection.close().await.unwrap();
}
