//! The store as it is, beside the product: what is really in it, and what it refuses.

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use std::time::Duration;

/// A connection of the test's own to the store under test.
pub struct Raw {
    connection: DatabaseConnection,
}

impl Raw {
    /// Opens a store by its address.
    pub async fn open(url: &str) -> Self {
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(1)
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(|options| options.busy_timeout(Duration::from_secs(10)));
        Self { connection: Database::connect(options).await.unwrap() }
    }

    /// Which store this is.
    pub fn backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    /// Runs a statement.
    ///
    /// # Errors
    /// What the store said.
    pub async fn run(&self, sql: &str) -> Result<(), String> {
        self.connection.execute_unprepared(sql).await.map(|_| ()).map_err(|error| error.to_string())
    }

    /// The first column of every row, as text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.connection.query_all_raw(Statement::from_string(self.backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<Option<String>>(0).unwrap().unwrap_or_default()).collect()
    }

    /// The number that a query counts.
    pub async fn number(&self, sql: &str) -> i64 {
        let row = self.connection.query_one_raw(Statement::from_string(self.backend(), sql)).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// How many rows a table has.
    pub async fn rows(&self, table: &str) -> i64 {
        self.number(&format!("SELECT count(*) FROM {table}")).await
    }

    /// The names of the tables, in order.
    pub async fn tables(&self) -> Vec<String> {
        self.texts(match self.backend() {
            DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            _ => "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name",
        })
        .await
    }

    /// Lets go of the store.
    pub async fn close(self) {
        self.connection.close().await.unwrap();
    }
}
