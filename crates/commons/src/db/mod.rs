//! The one way to the store: SQLite in the data directory, or PostgreSQL, behind the same code.
//!
//! - Every row belongs to a group. A query is made by [`Scope::find`], which adds the group to it;
//!   the connection itself never leaves this module, so a query cannot forget its group.
//! - Every write goes through [`Db::write`]. The group's row is locked first, so a group has one
//!   writer at a time on both stores, and what a command read is still true when it writes
//!   (`docs/decisions/0003-one-writer-per-group.md`).
//! - An answer given is on disk: WAL with `synchronous=FULL`, `synchronous_commit=on`, and callers
//!   get their value only after `COMMIT` has returned (`reliability D1`).

mod open;
mod rows;
mod table;

pub use open::{OpenError, Reached, Storage};
pub use rows::{Changes, Deletion, InGroup, OutsideGroups, Rows};

use crate::clock::{Clock, Time};
use crate::groups;
use crate::ids::GroupId;
use crate::refusal::Broken;
use crate::sealed::Keyring;
use crate::urn_keys::UrnKeys;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend,
    EntityTrait, IntoActiveModel, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};
use tokio::sync::{Semaphore, SemaphorePermit};
use uuid::Uuid;

/// Belongs to no group: what is asked of a group under this id finds nothing.
const OUTSIDE: GroupId = GroupId(Uuid::nil());

/// Writes that may wait for their turn before the next one is told to come back (`reliability D14`).
const WAITING_WRITES: usize = 64;

/// Connections to the store. Writes on PostgreSQL never take the last two: reading goes on.
const CONNECTIONS: u32 = 8;
const WRITERS_ON_POSTGRES: usize = 6;

/// The store, with the clock and the keys that go with it. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    pool: DatabaseConnection,
    clock: Arc<dyn Clock>,
    keyring: Keyring,
    urn_keys: UrnKeys,
    /// SQLite has one writer; waiting here is fair, waiting inside SQLite is not. PostgreSQL has as many
    /// as leave connections to readers.
    turns: Semaphore,
    waiting: AtomicUsize,
    /// Held until the store is closed: a second process on the same data directory is refused.
    only_process: std::sync::Mutex<Option<std::fs::File>>,
}

impl Db {
    /// The present instant by this store's clock.
    pub fn now(&self) -> Time {
        self.0.clock.now()
    }

    /// The keys that seal what is personal.
    pub fn keyring(&self) -> &Keyring {
        &self.0.keyring
    }

    /// Whether the store is the embedded SQLite file.
    pub fn is_embedded(&self) -> bool {
        self.0.pool.get_database_backend() == DbBackend::Sqlite
    }

    /// Reading in one group.
    pub fn read(&self, group: GroupId) -> Scope<'_> {
        Scope { on: DatabaseExecutor::Connection(&self.0.pool), group, now: self.now(), db: self }
    }

    /// Reading the few things that stand outside every group (founding links, the list of groups).
    pub fn read_outside(&self) -> Scope<'_> {
        self.read(OUTSIDE)
    }

    /// Runs `work` in one transaction of one group and returns its value after the commit.
    ///
    /// Nothing of `work` stays when it returns an error. The time is read once, after the lock is
    /// held, so that everything in `work` agrees on whether a deadline has passed (`decisions` 3.2-10).
    ///
    /// # Errors
    /// Whatever `work` refuses, or [`Broken`] when the store fails or too many writes wait.
    pub async fn write<T, E, F>(&self, group: GroupId, work: F) -> Result<T, E>
    where
        E: From<Broken>,
        F: AsyncFnOnce(&Tx<'_>) -> Result<T, E>,
    {
        self.transact(group, groups::lock, work).await
    }

    /// Creates a group and runs `work` inside it, in one transaction: a founding is whole or is not.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn found<T, E, F>(&self, new: groups::NewGroup, work: F) -> Result<T, E>
    where
        E: From<Broken>,
        F: AsyncFnOnce(&Tx<'_>) -> Result<T, E>,
    {
        self.transact(new.id, async |tx: &Tx<'_>| groups::create(tx, &new).await, work).await
    }

    /// Runs `work` on the few things that stand outside every group.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn write_outside<T, E, F>(&self, work: F) -> Result<T, E>
    where
        E: From<Broken>,
        F: AsyncFnOnce(&Tx<'_>) -> Result<T, E>,
    {
        self.transact(OUTSIDE, async |_: &Tx<'_>| Ok(()), work).await
    }

    async fn transact<T, E, P, F>(&self, group: GroupId, lock: P, work: F) -> Result<T, E>
    where
        E: From<Broken>,
        P: AsyncFnOnce(&Tx<'_>) -> Result<(), Broken>,
        F: AsyncFnOnce(&Tx<'_>) -> Result<T, E>,
    {
        let _turn = self.my_turn().await?;
        let transaction = begin(&self.0.pool).await.map_err(Broken::from)?;
        let outcome = async {
            lock(&self.within(&transaction, group)).await?;
            // Made anew once the lock is held: its time must not be from before the wait.
            work(&self.within(&transaction, group)).await
        }
        .await;
        match outcome {
            Ok(value) => {
                transaction.commit().await.map_err(Broken::from)?;
                Ok(value)
            }
            Err(refusal) => {
                transaction.rollback().await.map_err(Broken::from)?;
                Err(refusal)
            }
        }
    }

    fn within<'c>(&'c self, transaction: &'c DatabaseTransaction, group: GroupId) -> Tx<'c> {
        Tx { scope: Scope { on: DatabaseExecutor::Transaction(transaction), group, now: self.now(), db: self } }
    }

    async fn my_turn(&self) -> Result<SemaphorePermit<'_>, Broken> {
        let place = Waiting::take(&self.0.waiting)?;
        // The turns are never closed.
        let turn = self.0.turns.acquire().await.map_err(|_| Broken::Busy)?;
        drop(place);
        Ok(turn)
    }

    /// Makes the files forget what was erased (`reliability` 0.2): empties the write-ahead log of SQLite, writes the
    /// tables of PostgreSQL anew.
    ///
    /// # Errors
    /// When somebody has been reading for too long, or the store fails; what was not done is done by the next call.
    pub async fn settle_files(&self) -> Result<(), Broken> {
        if !self.is_embedded() {
            return self.write_tables_anew().await;
        }
        // The first statement makes a fresh connection read the schema. Left to the checkpoint, that reading
        // is still open when the checkpoint waits for every reader to finish: it waits for itself, and
        // holds up every write until it gives up.
        let sql = "SELECT 0 FROM sqlite_schema WHERE 0; PRAGMA wal_checkpoint(TRUNCATE)";
        let statement = sea_orm::Statement::from_string(DbBackend::Sqlite, sql);
        let answer = self.0.pool.query_one_raw(statement).await?;
        let is_busy = answer.map(|row| row.try_get_by_index::<i32>(0)).transpose()?.unwrap_or_default() != 0;
        if is_busy { Err(Broken::Busy) } else { Ok(()) }
    }

    /// A row that PostgreSQL deleted stays in its page, and a plain VACUUM frees the place without overwriting it.
    /// Written anew, a table holds what is there and nothing else. Keys come first: without hers, what somebody had
    /// sealed no longer opens, wherever a copy of it is left.
    async fn write_tables_anew(&self) -> Result<(), Broken> {
        let sql = "SELECT table_name::text AS name FROM information_schema.tables
                   WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                   ORDER BY table_name <> 'member_key', table_name";
        let statement = sea_orm::Statement::from_string(DbBackend::Postgres, sql);
        for row in self.0.pool.query_all_raw(statement).await? {
            // Not in a transaction, and waiting no longer than any other statement does.
            let table: String = row.try_get("", "name")?;
            self.0.pool.execute_unprepared(&format!("VACUUM (FULL) \"{table}\"")).await?;
        }
        Ok(())
    }

    /// Asks the store about itself: the faults it finds, none when it is sound.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn integrity(&self) -> Result<Vec<String>, Broken> {
        if !self.is_embedded() {
            // PostgreSQL watches over its own files; that it answers is what can be asked here.
            self.0.pool.ping().await?;
            return Ok(Vec::new());
        }
        let mut faults = Vec::new();
        for (pragma, column) in [("integrity_check", "integrity_check"), ("foreign_key_check", "table")] {
            let statement = sea_orm::Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {pragma}"));
            for row in self.0.pool.query_all_raw(statement).await? {
                faults.push(format!("{pragma}: {}", row.try_get::<String>("", column)?));
            }
        }
        faults.retain(|fault| fault != "integrity_check: ok");
        Ok(faults)
    }

    /// Closes the connections and lets go of the data directory; on SQLite the log is folded into the file.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn close(&self) -> Result<(), Broken> {
        self.0.pool.close_by_ref().await?;
        self.0.only_process.lock().unwrap_or_else(PoisonError::into_inner).take();
        Ok(())
    }
}

/// One place in the queue for writing, given back when dropped (also when the client goes away).
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn take(count: &'a AtomicUsize) -> Result<Self, Broken> {
        let place = Self(count);
        if count.fetch_add(1, Ordering::Relaxed) >= WAITING_WRITES {
            return Err(Broken::Busy);
        }
        Ok(place)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

async fn begin(
    on: &impl TransactionTrait<Transaction = DatabaseTransaction>,
) -> Result<DatabaseTransaction, sea_orm::DbErr> {
    // Deferred transactions that read and then write lose to each other on SQLite; PostgreSQL ignores this.
    on.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    })
    .await
}

/// Reading in one group, at one instant.
pub struct Scope<'c> {
    on: DatabaseExecutor<'c>,
    group: GroupId,
    now: Time,
    db: &'c Db,
}

impl<'c> Scope<'c> {
    /// The group that every query here is about.
    pub fn group(&self) -> GroupId {
        self.group
    }

    /// The instant of this reading or writing. Everything in one transaction happens at one time.
    pub fn now(&self) -> Time {
        self.now
    }

    /// The keys that seal what is personal.
    pub fn keyring(&self) -> &'c Keyring {
        self.db.keyring()
    }

    /// The keys of open secret votes.
    pub fn urn_keys(&self) -> &'c UrnKeys {
        &self.db.0.urn_keys
    }

    /// Rows of this group.
    pub fn find<E: InGroup>(&self) -> Rows<'_, E> {
        Rows::of_group(self)
    }

    /// Rows that stand outside every group.
    pub fn find_outside<E: OutsideGroups>(&self) -> Rows<'_, E> {
        Rows::outside(self)
    }
}

/// Writing in one group: everything a [`Scope`] reads, and changes that are kept all together or not at all.
pub struct Tx<'c> {
    scope: Scope<'c>,
}

impl<'c> Deref for Tx<'c> {
    type Target = Scope<'c>;
    fn deref(&self) -> &Self::Target {
        &self.scope
    }
}

impl Tx<'_> {
    /// Adds a row to this group.
    ///
    /// # Errors
    /// When the store refuses it.
    pub async fn insert<A>(&self, row: A) -> Result<(), sea_orm::DbErr>
    where
        A: ActiveModelTrait,
        A::Entity: InGroup,
    {
        self.insert_many([row]).await
    }

    /// Adds rows to this group.
    ///
    /// # Errors
    /// When the store refuses one of them; then none is kept.
    #[allow(clippy::disallowed_methods, reason = "the one place that gives a row its group")]
    pub async fn insert_many<A>(&self, rows: impl IntoIterator<Item = A>) -> Result<(), sea_orm::DbErr>
    where
        A: ActiveModelTrait,
        A::Entity: InGroup,
    {
        let rows: Vec<A> = rows
            .into_iter()
            .map(|mut row| {
                row.set(<A::Entity as InGroup>::group_column(), self.group.0.into());
                row
            })
            .collect();
        for some in rows.chunks(500) {
            A::Entity::insert_many(some.iter().cloned()).exec_without_returning(&self.on).await?;
        }
        Ok(())
    }

    /// Saves the changed columns of a row of this group, found by its key.
    ///
    /// # Errors
    /// When the row is not there, or the store refuses.
    pub async fn update<A>(&self, mut row: A) -> Result<(), sea_orm::DbErr>
    where
        A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send,
        A::Entity: InGroup,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.set(<A::Entity as InGroup>::group_column(), self.group.0.into());
        A::Entity::update(row).exec(&self.on).await.map(|_| ())
    }

    /// Changes rows of this group.
    pub fn change<E: InGroup>(&self) -> Changes<'_, E> {
        Changes::of_group(&self.scope)
    }

    /// Deletes rows of this group.
    pub fn delete<E: InGroup>(&self) -> Deletion<'_, E> {
        Deletion::of_group(&self.scope)
    }

    /// Adds a row that stands outside every group.
    ///
    /// # Errors
    /// When the store refuses it.
    #[allow(clippy::disallowed_methods, reason = "the entity stands outside every group")]
    pub async fn insert_outside<A>(&self, row: A) -> Result<(), sea_orm::DbErr>
    where
        A: ActiveModelTrait,
        A::Entity: OutsideGroups,
    {
        A::Entity::insert(row).exec_without_returning(&self.on).await.map(|_| ())
    }

    /// Changes rows that stand outside every group.
    pub fn change_outside<E: OutsideGroups>(&self) -> Changes<'_, E> {
        Changes::outside(&self.scope)
    }

    /// Deletes rows that stand outside every group.
    pub fn delete_outside<E: OutsideGroups>(&self) -> Deletion<'_, E> {
        Deletion::outside(&self.scope)
    }

    /// Tries `work` inside this transaction: when it refuses, what it wrote is undone and the rest stays.
    ///
    /// # Errors
    /// [`Broken`] when the store fails; what `work` refused is in the inner result.
    pub async fn attempt<T, E, F>(&self, work: F) -> Result<Result<T, E>, Broken>
    where
        F: AsyncFnOnce(&Tx<'_>) -> Result<T, E>,
    {
        let inner = begin(&self.on).await?;
        let outcome = {
            let tx = Tx {
                scope: Scope {
                    on: DatabaseExecutor::Transaction(&inner),
                    group: self.group,
                    now: self.now,
                    db: self.db,
                },
            };
            work(&tx).await
        };
        match outcome {
            Ok(value) => {
                inner.commit().await?;
                Ok(Ok(value))
            }
            Err(refusal) => {
                inner.rollback().await?;
                Ok(Err(refusal))
            }
        }
    }
}
