//! Opening the store: where it is, how it is told to keep what it is given, and its schema.

use super::{CONNECTIONS, Db, Inner, WRITERS_ON_POSTGRES, begin};
use crate::clock::Clock;
use crate::sealed::{Keyring, Sealed, make_private};
use crate::urn_keys::UrnKeys;
use parpour_migrations::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Any number will do, as long as every Parpour process takes the same one.
const MIGRATION_LOCK: i64 = 727_274;

/// Where a group's rows live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// A file `parpour.db` in the data directory. Nothing to set up.
    Embedded,
    /// A PostgreSQL server, as `postgres://user@host/database`.
    Postgres(String),
}

/// Why the store could not be opened, in words for whoever starts the program.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory cannot be made or written.
    #[error("the data directory {} cannot be used: {source}", path.display())]
    Directory {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another Parpour has the same data directory open.
    #[error("another Parpour is already running on {}; stop it first, or give this one another --data directory", .0.display())]
    AlreadyOpen(PathBuf),
    /// The embedded store on a file system that may lie about what it kept.
    #[error(
        "the data directory {} is on a network file system ({kind}), where an embedded store can lose what it \
         said it kept; choose a local disk with --data, or PostgreSQL with --database-url",
        path.display()
    )]
    NetworkFileSystem {
        /// Which.
        path: PathBuf,
        /// As the system names it.
        kind: String,
    },
    /// The keys are not those that sealed this store: its names and words could not be read.
    #[error(
        "the key in {} is not the one that sealed this store; put back the keys directory that belongs to it \
         (nothing was changed)",
        .0.display()
    )]
    OtherKey(PathBuf),
    /// Looked at without changing it, the store is not as this program needs it.
    #[error("its schema is not that of this program ({0} steps are missing); `parpour serve` brings it up to date")]
    NotUpToDate(usize),
    /// The server is older than what is tested.
    #[error("PostgreSQL {0} is too old: version 15 or newer is needed")]
    TooOld(String),
    /// The database does not answer, or refuses.
    #[error("the database cannot be opened: {0}")]
    Database(#[from] DbErr),
}

impl Db {
    /// Opens the store of a data directory and brings its schema up to date, all at once or not at all.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(storage: &Storage, data: &Path, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        Self::reach(storage, data, clock).await?.bring_up_to_date().await
    }

    /// Reaches the store and leaves its schema as it is, so that everything else can be tried first.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn reach(storage: &Storage, data: &Path, clock: Arc<dyn Clock>) -> Result<Reached, OpenError> {
        let in_directory = |source| OpenError::Directory { path: data.to_owned(), source };
        make_private(data).map_err(in_directory)?;
        let keyring = Keyring::load_or_create(&data.join("keys")).map_err(in_directory)?;
        connected(storage, data, clock, keyring).await
    }

    /// Opens the store as it is: nothing is made and nothing is changed, neither key nor schema.
    ///
    /// # Errors
    /// See [`OpenError`]; [`OpenError::NotUpToDate`] when this program would have to change it first.
    pub async fn look(storage: &Storage, data: &Path, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        let in_directory = |source| OpenError::Directory { path: data.to_owned(), source };
        if *storage == Storage::Embedded {
            std::fs::metadata(data.join("parpour.db")).map_err(in_directory)?;
        }
        let keyring = Keyring::load(&data.join("keys")).map_err(in_directory)?;
        let Reached { db, keys } = connected(storage, data, clock, keyring).await?;
        let pending = Migrator::get_pending_migrations_read_only(&db.0.pool).await?.len();
        if pending > 0 {
            return Err(OpenError::NotUpToDate(pending));
        }
        if let Some(mark) = mark(&db.0.pool).await? {
            opens(db.keyring(), &mark, &keys)?;
        }
        Ok(db)
    }
}

/// A store that answers, and whose schema may be older than this program.
pub struct Reached {
    db: Db,
    keys: PathBuf,
}

impl Reached {
    /// The store, for what is put together before it is used. Nothing is asked of it yet.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Brings the schema up to date, all at once or not at all, and looks whether the key is the right one.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn bring_up_to_date(self) -> Result<Db, OpenError> {
        migrate(&self.db.0.pool).await?;
        same_key(&self.db.0.pool, self.db.keyring(), &self.keys).await?;
        Ok(self.db)
    }
}

async fn connected(
    storage: &Storage,
    data: &Path,
    clock: Arc<dyn Clock>,
    keyring: Keyring,
) -> Result<Reached, OpenError> {
    let (url, only_process) = match storage {
        Storage::Embedded => {
            refuse_network_file_system(data)?;
            let lock = only_process_on(data)?;
            (format!("sqlite:{}", data.join("parpour.db").display()), Some(lock))
        }
        Storage::Postgres(url) => (url.clone(), None),
    };
    let pool = connect(&url).await?;
    refuse_old_server(&pool).await?;
    let db = Db(Arc::new(Inner {
        pool,
        clock,
        keyring,
        urn_keys: UrnKeys::beside(&data.join("keys")),
        turns: Semaphore::new(match storage {
            Storage::Embedded => 1,
            Storage::Postgres(_) => WRITERS_ON_POSTGRES,
        }),
        waiting: AtomicUsize::new(0),
        only_process: std::sync::Mutex::new(only_process),
    }));
    Ok(Reached { db, keys: data.join("keys") })
}

/// Locks and syncs mean little across a network (`reliability D1`).
fn refuse_network_file_system(data: &Path) -> Result<(), OpenError> {
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else { return Ok(()) };
    let path = data.canonicalize().unwrap_or_else(|_| data.to_owned());
    match file_system_of(&mounts, &path) {
        Some(kind) if NETWORKED.iter().any(|name| kind.starts_with(name)) => {
            Err(OpenError::NetworkFileSystem { path, kind: kind.to_owned() })
        }
        _ => Ok(()),
    }
}

const NETWORKED: [&str; 9] = ["nfs", "cifs", "smb", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.rclone"];

/// The kind of the file system that holds `path`: the longest mount point above it (proc_mounts(5)).
fn file_system_of<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let mounts = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?.replace("\\040", " "), words.next()?))
    });
    let above = mounts.filter(|(point, _)| path.starts_with(point));
    above.max_by_key(|(point, _)| point.len()).map(|(_, kind)| kind)
}

fn only_process_on(data: &Path) -> Result<std::fs::File, OpenError> {
    let in_directory = |source| OpenError::Directory { path: data.to_owned(), source };
    let file = std::fs::File::create(data.join("lock")).map_err(in_directory)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::AlreadyOpen(data.to_owned())),
        Err(std::fs::TryLockError::Error(source)) => Err(in_directory(source)),
    }
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(10))
        // A server that was restarted leaves dead connections behind; a file does not.
        .test_before_acquire(!url.starts_with("sqlite:"))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // NORMAL loses acknowledged commits at a power cut (`reliability` 0.1).
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(5))
                .foreign_keys(true)
                // Deleted bytes are overwritten, not left in free pages (`reliability` 0.2).
                .pragma("secure_delete", "ON")
                .pragma("temp_store", "MEMORY")
                // Half a megabyte for each connection: the system keeps the file's pages at hand anyway.
                .pragma("cache_size", "-512")
                .pragma("trusted_schema", "OFF")
                .pragma("cell_size_check", "ON")
                .pragma("mmap_size", "0")
                .pragma("journal_size_limit", "4194304")
        })
        .map_sqlx_postgres_opts(|options| {
            options.application_name("parpour").options([
                ("synchronous_commit", "on"),
                ("statement_timeout", "5s"),
                ("lock_timeout", "4s"),
                // A program that hangs in a write lets go of its group.
                ("idle_in_transaction_session_timeout", "10s"),
            ])
        });
    Database::connect(options).await
}

async fn refuse_old_server(pool: &DatabaseConnection) -> Result<(), OpenError> {
    if pool.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let statement = sea_orm::Statement::from_string(DbBackend::Postgres, "SHOW server_version_num");
    let answer = pool.query_one_raw(statement).await?;
    let number: String = answer.map(|row| row.try_get("", "server_version_num")).transpose()?.unwrap_or_default();
    if number.parse::<u32>().is_ok_and(|number| number < 150_000) {
        return Err(OpenError::TooOld(number));
    }
    Ok(())
}

/// Where the mark of the key stands.
const MARK: &str = "store_mark/1";

/// A store without its key would look sound and open nothing: it is refused at the door. The first start
/// leaves a mark that only its own key opens.
async fn same_key(pool: &DatabaseConnection, keyring: &Keyring, keys: &Path) -> Result<(), OpenError> {
    let transaction = begin(pool).await?;
    let backend = pool.get_database_backend();
    if backend == DbBackend::Postgres {
        transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
    }
    match mark(&transaction).await? {
        Some(mark) => opens(keyring, &mark, keys)?,
        None => {
            let mark = keyring.group_key(super::OUTSIDE).seal(MARK, b"parpour");
            let mark = mark.map_err(|error| DbErr::Custom(error.to_string()))?;
            let sql = match backend {
                DbBackend::Postgres => "INSERT INTO store_mark (id, mark) VALUES (1, $1)",
                _ => "INSERT INTO store_mark (id, mark) VALUES (1, ?)",
            };
            let left = sea_orm::Statement::from_sql_and_values(backend, sql, [mark.into()]);
            transaction.execute_raw(left).await?;
        }
    }
    Ok(transaction.commit().await?)
}

async fn mark(on: &impl ConnectionTrait) -> Result<Option<Sealed>, DbErr> {
    let asked = sea_orm::Statement::from_string(on.get_database_backend(), "SELECT mark FROM store_mark WHERE id = 1");
    on.query_one_raw(asked).await?.map(|row| row.try_get("", "mark")).transpose()
}

fn opens(keyring: &Keyring, mark: &Sealed, keys: &Path) -> Result<(), OpenError> {
    let opened = keyring.group_key(super::OUTSIDE).open(MARK, mark);
    opened.map(drop).map_err(|_| OpenError::OtherKey(keys.to_owned()))
}

/// All steps in one transaction, one process at a time: several may start at once.
async fn migrate(pool: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = begin(pool).await?;
    if pool.get_database_backend() == DbBackend::Postgres {
        // A step may take longer than a page is allowed to.
        transaction.execute_unprepared("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0").await?;
        transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
    }
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_is_on_the_nearest_mount_above_it() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /srv/our\\040share nfs4 rw 0 0\ntmpfs /srv/our\\040share/tmp tmpfs rw 0 0\n";
        let kind = |path: &str| file_system_of(mounts, Path::new(path));
        assert_eq!(kind("/home/a"), Some("ext4"));
        assert_eq!(kind("/srv/our share/data"), Some("nfs4"));
        assert_eq!(kind("/srv/our share/tmp/data"), Some("tmpfs"));
        assert_eq!(kind("/srv/other"), Some("ext4"));
    }
}
