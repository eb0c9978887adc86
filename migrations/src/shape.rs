//! What tables have in common: the group comes first in every key, and a reference stays inside its group.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid;

/// A table of rows that belong to a group, keyed by the group and then by `key`.
pub(crate) fn group_table(name: &'static str, key: &[&'static str], columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name).col(uuid("group_id"));
    for column in columns {
        table.col(column);
    }
    let mut primary = Index::create();
    primary.col("group_id");
    for column in key {
        primary.col(*column);
    }
    table.primary_key(&mut primary);
    table.foreign_key(ForeignKey::create().name(format!("fk_{name}_group")).from(name, "group_id").to("groups", "id"));
    table.take()
}

/// `table.column` names a row of `other` in the same group. No deletion cascades: what refers must go first.
pub(crate) fn refers(table: &mut TableCreateStatement, name: &'static str, column: &'static str, other: &'static str) {
    table.foreign_key(
        ForeignKey::create()
            .name(format!("fk_{name}_{column}"))
            .from_tbl(name)
            .from_col("group_id")
            .from_col(column)
            .to_tbl(other)
            .to_col("group_id")
            .to_col("id"),
    );
}

/// An index that starts with the group.
pub(crate) async fn index(m: &SchemaManager<'_>, table: &'static str, column: &'static str) -> Result<(), DbErr> {
    let index =
        Index::create().name(format!("ix_{table}_{column}")).table(table).col("group_id").col(column).to_owned();
    m.create_index(index).await
}

/// No two rows of a group share this value.
pub(crate) async fn unique(m: &SchemaManager<'_>, table: &'static str, column: &'static str) -> Result<(), DbErr> {
    let index = Index::create()
        .name(format!("uq_{table}_{column}"))
        .table(table)
        .col("group_id")
        .col(column)
        .unique()
        .to_owned();
    m.create_index(index).await
}

/// Runs the statement written for the store at hand.
pub(crate) async fn on_each(m: &SchemaManager<'_>, sqlite: &str, postgres: &str) -> Result<(), DbErr> {
    let sql = match m.get_database_backend() {
        sea_orm_migration::sea_orm::DbBackend::Postgres => postgres,
        _ => sqlite,
    };
    m.get_connection().execute_unprepared(sql).await.map(|_| ())
}
