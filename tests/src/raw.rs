//! The store as it is, beside the product: what is really in it, and what it refuses.

use commons::ids::MemberId;
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

    /// As [`Raw::texts`], where the store may refuse or what it has may be no text.
    ///
    /// # Errors
    /// What the store said.
    pub async fn try_texts(&self, sql: &str) -> Result<Vec<String>, String> {
        let rows = self.connection.query_all_raw(Statement::from_string(self.backend(), sql)).await;
        let texts = rows.and_then(|rows| rows.iter().map(|row| row.try_get_by_index::<String>(0)).collect());
        texts.map_err(|error: sea_orm::DbErr| error.to_string())
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

    /// The tables in which these words stand somewhere, as they are.
    pub async fn tables_with(&self, words: &str) -> Vec<String> {
        self.tables_where(&format!("LIKE '%{}%'", words.replace('\'', "''"))).await
    }

    /// The tables in which her id stands somewhere, also inside a longer text.
    pub async fn tables_with_member(&self, member: MemberId) -> Vec<String> {
        match self.backend() {
            DbBackend::Sqlite => {
                // An id of its own is 16 bytes, in a text it is written out.
                let (written, bytes) = (self.tables_with(&member.0.to_string()).await, member.0.simple().to_string());
                let mut tables = self.tables_where(&format!("= CAST(X'{bytes}' AS TEXT)")).await;
                tables.extend(written);
                tables.sort();
                tables.dedup();
                tables
            }
            _ => self.tables_with(&member.0.to_string()).await,
        }
    }

    /// The tables with a row one column of which, read as text, is as `condition` says.
    async fn tables_where(&self, condition: &str) -> Vec<String> {
        let mut found = Vec::new();
        for table in self.tables().await {
            let columns = self.columns(&table).await.into_iter();
            let somewhere: Vec<String> =
                columns.map(|column| format!("CAST(\"{column}\" AS TEXT) {condition}")).collect();
            let sql = format!("SELECT count(*) FROM {table} WHERE {}", somewhere.join(" OR "));
            if self.number(&sql).await > 0 {
                found.push(table);
            }
        }
        found
    }

    /// The columns of a table.
    pub async fn columns(&self, table: &str) -> Vec<String> {
        let sql = match self.backend() {
            DbBackend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
            _ => format!(
                "SELECT column_name::text FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name = '{table}'"
            ),
        };
        self.texts(&sql).await
    }

    /// She is an allied person. Until there is a command for it, which then replaces this.
    pub async fn ally(&self, member: MemberId) {
        self.stands(member, "ally").await;
    }

    /// She was removed from the group. Until there is a command for it, which then replaces this.
    pub async fn exclude(&self, member: MemberId) {
        self.stands(member, "excluded").await;
    }

    /// She is gone as far as her standing goes, and everything else of her is still there: what no command does.
    pub async fn leave(&self, member: MemberId) {
        self.stands(member, "left").await;
    }

    async fn stands(&self, member: MemberId, standing: &str) {
        let id = match self.backend() {
            DbBackend::Sqlite => format!("X'{}'", member.0.simple()),
            _ => format!("'{}'", member.0),
        };
        self.run(&format!("UPDATE member SET standing = '{standing}' WHERE id = {id}")).await.unwrap();
        let there = format!("SELECT count(*) FROM member WHERE standing = '{standing}' AND id = {id}");
        assert_eq!(self.number(&there).await, 1, "{member} is not in the store");
    }

    /// Lets go of the store.
    pub async fn close(self) {
        self.connection.close().await.unwrap();
    }
}
