//! The store as it is, beside the product: what is really in it, and what it refuses.

use commons::ids::MemberId;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use std::collections::BTreeMap;
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
        self.schema().await.into_keys().collect()
    }

    /// The columns of every table.
    async fn schema(&self) -> BTreeMap<String, Vec<String>> {
        let columns = self.texts(match self.backend() {
            DbBackend::Sqlite => "SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid",
            _ => "SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY c.relname, a.attnum",
        });
        let mut tables = BTreeMap::<_, Vec<_>>::new();
        for (table, column) in columns.await.iter().filter_map(|name| name.split_once('.')) {
            tables.entry(table.to_owned()).or_default().push(column.to_owned());
        }
        tables
    }

    /// Every row of every table as text, in an order of its own: two stores that hold the same say the same.
    pub async fn everything(&self) -> Vec<String> {
        let of = |(table, columns): (String, Vec<String>)| match self.backend() {
            DbBackend::Sqlite => {
                let values: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
                format!("SELECT '{table} ' || {} FROM \"{table}\"", values.join(" || ',' || "))
            }
            _ => format!("SELECT '{table} ' || \"{table}\"::text FROM \"{table}\""),
        };
        let queries: Vec<_> = self.schema().await.into_iter().map(of).collect();
        let mut rows = self.texts(&queries.join(" UNION ALL ")).await;
        rows.sort();
        rows
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

    /// The tables that have rows.
    pub async fn filled_tables(&self) -> Vec<String> {
        self.tables_with_rows(|_| String::new()).await
    }

    /// The tables with a row one column of which, read as text, is as `condition` says.
    async fn tables_where(&self, condition: &str) -> Vec<String> {
        self.tables_with_rows(|columns| {
            let somewhere = columns.iter().map(|column| format!("CAST(\"{column}\" AS TEXT) {condition}"));
            format!("WHERE {}", somewhere.collect::<Vec<_>>().join(" OR "))
        })
        .await
    }

    /// The tables with a row that is as `which` says of their columns.
    async fn tables_with_rows(&self, which: impl Fn(&[String]) -> String) -> Vec<String> {
        let found = |(table, columns): (String, Vec<String>)| {
            let which = which(&columns);
            format!("SELECT '{table}' AS name WHERE EXISTS (SELECT 1 FROM \"{table}\" {which})")
        };
        let queries: Vec<_> = self.schema().await.into_iter().map(found).collect();
        self.texts(&format!("{} ORDER BY name", queries.join(" UNION ALL "))).await
    }

    /// The columns of a table.
    pub async fn columns(&self, table: &str) -> Vec<String> {
        self.schema().await.remove(table).unwrap_or_default()
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
