//! The schema is the same on both stores, and the one that was last agreed on.

use parpour_tests::{Kind, Raw, World, on_each_database};
use std::collections::BTreeMap;
use std::path::Path;

/// Tables that stand outside every group.
const OUTSIDE: [&str; 4] = ["founding", "groups", "seaql_migrations", "store_mark"];

/// What a column holds, in one word for both stores.
fn holds(kind: Kind, type_of_the_store: &str) -> String {
    let (name, length) = type_of_the_store.trim_end_matches(')').split_once('(').unwrap_or((type_of_the_store, ""));
    let word = match (kind, name) {
        (_, "text") => "text",
        // SQLite has one kind of whole number, wide enough for both.
        (_, "integer" | "bigint") => "whole number",
        (_, "boolean") => "yes or no",
        (Kind::Sqlite, "uuid_text") | (Kind::Postgres, "uuid") => "id",
        (Kind::Sqlite, "blob") | (Kind::Postgres, "bytea") => return "bytes".to_owned(),
        (Kind::Sqlite, "varchar") | (Kind::Postgres, "character varying") => "words",
        (Kind::Sqlite, "timestamp_with_timezone_text") | (Kind::Postgres, "timestamp with time zone") => "instant",
        (Kind::Sqlite, "date_text") | (Kind::Postgres, "date") => "day",
        _ => panic!("{type_of_the_store} is not a type that both stores have"),
    };
    format!("{word} {length}").trim_end().to_owned()
}

/// Every column as `table.column` with what it holds and whether it may be empty.
async fn columns(world: &World, raw: &Raw) -> Vec<String> {
    let sql = |table: &str| match world.kind {
        Kind::Sqlite => format!(
            r#"SELECT name || '|' || lower(type) || '|' || iif("notnull" OR pk > 0, 'always', 'maybe') FROM pragma_table_info('{table}')"#
        ),
        Kind::Postgres => format!(
            "SELECT column_name || '|' || data_type || coalesce('(' || character_maximum_length || ')', '') || '|'
                    || CASE is_nullable WHEN 'NO' THEN 'always' ELSE 'maybe' END
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
    };
    let mut columns = Vec::new();
    for table in raw.tables().await {
        for column in raw.texts(&sql(&table)).await {
            let [name, holds_there, filled] = column.split('|').collect::<Vec<_>>()[..] else { panic!("{column}") };
            columns.push(format!("{table}.{name} {} {filled}", holds(world.kind, holds_there)));
        }
    }
    columns
}

/// Every index that keeps rows apart, besides keys, as `table unique columns`.
async fn unique_indexes(world: &World, raw: &Raw) -> Vec<String> {
    let mut indexes = Vec::new();
    for table in raw.tables().await {
        let sql = match world.kind {
            Kind::Sqlite => format!(
                r#"SELECT (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno))
                   FROM pragma_index_list('{table}') AS list WHERE "unique" = 1 AND origin <> 'pk'"#
            ),
            Kind::Postgres => format!(
                "SELECT (SELECT string_agg(attname, ',' ORDER BY place)
                         FROM unnest(indkey::int[]) WITH ORDINALITY AS used(number, place)
                         JOIN pg_attribute ON attrelid = indrelid AND attnum = number)
                 FROM pg_index WHERE indrelid = '{table}'::regclass AND indisunique AND NOT indisprimary"
            ),
        };
        indexes.extend(raw.texts(&sql).await.into_iter().map(|columns| format!("{table} unique {columns}")));
    }
    indexes
}

on_each_database!(the_columns_are_those_last_agreed_on, |world| {
    let raw = world.raw().await;
    let mut found = columns(world, &raw).await;
    found.extend(unique_indexes(world, &raw).await);
    found.sort();
    let found = found.join("\n") + "\n";
    raw.close().await;
    let agreed = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/columns.txt");
    if std::env::var_os("PARPOUR_TEST_AGREE").is_some() {
        std::fs::write(&agreed, &found).unwrap();
    }
    let known = std::fs::read_to_string(&agreed).unwrap_or_default();
    assert_eq!(found, known, "the schema changed; if that is wanted, run once with PARPOUR_TEST_AGREE=1");
});

/// The columns of each table's key, in order.
async fn keys(world: &World, raw: &Raw) -> BTreeMap<String, Vec<String>> {
    let mut keys = BTreeMap::new();
    for table in raw.tables().await {
        let sql = match world.kind {
            Kind::Sqlite => format!("SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"),
            Kind::Postgres => format!(
                "SELECT column_name::text FROM information_schema.key_column_usage AS used
                 JOIN information_schema.table_constraints AS rule USING (constraint_name, table_name)
                 WHERE constraint_type = 'PRIMARY KEY' AND table_name = '{table}' ORDER BY used.ordinal_position"
            ),
        };
        keys.insert(table.clone(), raw.texts(&sql).await);
    }
    keys
}

on_each_database!(every_row_belongs_to_a_group, |world| {
    let raw = world.raw().await;
    for (table, key) in keys(world, &raw).await {
        assert_eq!(
            key.first().is_some_and(|first| first == "group_id"),
            !OUTSIDE.contains(&table.as_str()),
            "{table}: {key:?}"
        );
    }
    raw.close().await;
});

on_each_database!(a_reference_stays_inside_its_group, |world| {
    let raw = world.raw().await;
    let all = raw
        .texts(world.either(
            r#"SELECT held || ' ' || group_concat("from" || '>' || "to", ',') || ' ' || on_delete || ' ' || on_update
               FROM (SELECT t.name AS held, f.* FROM sqlite_master t, pragma_foreign_key_list(t.name) f
                     WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq)
               GROUP BY held, id"#,
            "SELECT used.table_name || ' '
                    || string_agg(used.column_name || '>' || there.column_name, ',' ORDER BY used.ordinal_position)
                    || ' ' || rule.delete_rule || ' ' || rule.update_rule
             FROM information_schema.referential_constraints AS rule
             JOIN information_schema.key_column_usage AS used USING (constraint_name)
             JOIN information_schema.key_column_usage AS there
               ON there.constraint_name = rule.unique_constraint_name
              AND there.ordinal_position = used.position_in_unique_constraint
             GROUP BY used.table_name, rule.constraint_name, rule.delete_rule, rule.update_rule",
        ))
        .await;
    for table in raw.tables().await {
        let of_table = all.iter().filter_map(|text| text.split_once(' ').filter(|(held, _)| *held == table));
        let references: Vec<_> = of_table.map(|(_, reference)| reference).collect();
        for reference in &references {
            let inside = reference.starts_with("group_id>id ") || reference.starts_with("group_id>group_id,");
            assert!(inside && reference.ends_with(" NO ACTION NO ACTION"), "{table}: {reference}");
        }
        let names_its_group = references.iter().any(|reference| reference.starts_with("group_id>id "));
        assert_eq!(names_its_group, !OUTSIDE.contains(&table.as_str()), "{table}");
    }
    raw.close().await;
});

on_each_database!(a_row_without_its_peer_is_refused, |world| {
    let group = world.a_group().found().await;
    let raw = world.raw().await;
    let stranger = world.either("randomblob(16)", "gen_random_uuid()");
    let sql = format!(
        "INSERT INTO mandate (group_id, id, title, aim, limits, powers, holder, starts_at, ends_at, granted_by)
         SELECT id, {stranger}, '', '', '', '', {stranger}, founded_at, founded_at, id FROM groups"
    );
    assert!(raw.run(&sql).await.unwrap_err().to_lowercase().contains("foreign key"));
    raw.close().await;
    assert_eq!(group.mandates().await, []);
});

on_each_database!(the_chain_has_one_next_entry_and_a_proposal_a_number_of_its_own, |world| {
    let group = world.a_group().found().await;
    let numbered = group.proposes(0).sent().await.unwrap();
    group.proposes(0).sent().await.unwrap();
    let before = group.see(numbered).await;
    let raw = world.raw().await;
    let doubled = |said: String| assert!(said.to_lowercase().contains("unique"), "{said}");
    // A second entry after the first one, with a number nobody has: the past would fork there.
    let fork = "INSERT INTO register (group_id, seq, kind, about, at, entry, prev, hash, body, salt)
                SELECT group_id, 99, kind, about, at, entry, prev, hash, body, salt FROM register WHERE seq = 2";
    doubled(raw.run(fork).await.unwrap_err());
    doubled(
        raw.run(&fork.replace(", 99,", ", 2,").replace(" prev, hash, body, salt FROM", " hash, prev, body, salt FROM"))
            .await
            .unwrap_err(),
    );
    doubled(raw.run("UPDATE proposal SET number = 1 WHERE number = 2").await.unwrap_err());
    // Drafts have none yet, and are not in each other's way.
    group.proposes(0).drafted().await.unwrap();
    group.proposes(1).drafted().await.unwrap();
    assert_eq!(raw.number("SELECT count(*) FROM proposal WHERE number IS NULL").await, 2);
    raw.close().await;
    assert_eq!((group.head().await, group.see(numbered).await.number), (3, before.number));
});
