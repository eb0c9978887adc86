//! An answer given is on disk, and nobody else has the store open (`reliability D1`).

use commons::db::{Db, OpenError, OutsideGroups};
use parpour_tests::{Kind, in_parallel, on_each_database};
use sea_orm::entity::prelude::*;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

/// Declares a setting of SQLite as a table, so that it is asked on the program's own connections.
macro_rules! pragma {
    ($module:ident, $table:literal, $type:ty) => {
        mod $module {
            use super::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub $module: $type,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
            impl OutsideGroups for Entity {}

            pub async fn of(db: &Db) -> $type {
                db.read_outside().find_outside::<Entity>().one().await.unwrap().unwrap().$module
            }
        }
    };
}

pragma!(journal_mode, "pragma_journal_mode", String);
pragma!(synchronous, "pragma_synchronous", i32);
pragma!(foreign_keys, "pragma_foreign_keys", i32);
pragma!(secure_delete, "pragma_secure_delete", i32);
pragma!(temp_store, "pragma_temp_store", i32);
pragma!(trusted_schema, "pragma_trusted_schema", i32);
pragma!(cell_size_check, "pragma_cell_size_check", i32);

mod pg_settings {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pg_settings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub setting: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
    impl OutsideGroups for Entity {}

    pub async fn of(db: &Db, name: &str) -> String {
        let row = db.read_outside().find_outside::<Entity>().filter(Column::Name.eq(name)).one().await;
        row.unwrap().unwrap().setting
    }
}

on_each_database!(every_connection_keeps_what_it_answered, |world| {
    // More at once than the pool has connections: each of them is asked.
    let db = &world.db;
    match world.kind {
        Kind::Sqlite => in_parallel(32, |_| async {
            assert_eq!(journal_mode::of(db).await, "wal");
            assert_eq!(synchronous::of(db).await, 2, "FULL: NORMAL loses answered writes at a power cut");
            assert_eq!(foreign_keys::of(db).await, 1);
            assert_eq!(secure_delete::of(db).await, 1);
            assert_eq!(temp_store::of(db).await, 2, "in memory");
            assert_eq!(trusted_schema::of(db).await, 0);
            assert_eq!(cell_size_check::of(db).await, 1);
        }),
        Kind::Postgres => in_parallel(32, |_| async {
            assert_eq!(pg_settings::of(db, "synchronous_commit").await, "on");
            assert_eq!(pg_settings::of(db, "application_name").await, "parpour");
            assert_ne!(pg_settings::of(db, "statement_timeout").await, "0");
            assert_ne!(pg_settings::of(db, "lock_timeout").await, "0");
            assert_eq!(pg_settings::of(db, "idle_in_transaction_session_timeout").await, "10000", "milliseconds");
        }),
    };
});

on_each_database!(a_data_directory_has_one_program_at_a_time, |world| {
    let again = Db::open(&world.storage, world.data(), Arc::new(world.clock.clone())).await;
    match (world.kind, again) {
        (Kind::Sqlite, Err(OpenError::AlreadyOpen(data))) => assert_eq!(data, world.data()),
        // Several servers may share a database: every write locks what it changes.
        (Kind::Postgres, Ok(second)) => second.close().await.unwrap(),
        (kind, other) => panic!("{kind:?}: {:?}", other.err()),
    }
    if world.kind == Kind::Sqlite {
        world.db.close().await.unwrap();
        let next = Db::open(&world.storage, world.data(), Arc::new(world.clock.clone())).await.unwrap();
        next.close().await.unwrap();
    }
});

on_each_database!(keys_are_read_by_their_account_alone, |world| {
    let mode = |path: &str| std::fs::metadata(world.data().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("keys"), 0o700);
    assert_eq!(mode("keys/kek"), 0o600);
    assert_eq!(std::fs::read(world.data().join("keys/kek")).unwrap().len(), 32);
});

on_each_database!(a_store_opens_with_its_own_key_only, |world| {
    world.a_group().found().await;
    world.db.close().await.unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    if world.kind == Kind::Sqlite {
        std::fs::copy(world.data().join("parpour.db"), elsewhere.path().join("parpour.db")).unwrap();
    }
    let open = async |data: &Path| Db::open(&world.storage, data, Arc::new(world.clock.clone())).await;
    assert!(matches!(open(elsewhere.path()).await, Err(OpenError::OtherKey(_))), "its names would open for nobody");
    let again = open(world.data()).await.unwrap();
    assert_eq!(commons::groups::all(&again).await.unwrap().len(), 1);
    again.close().await.unwrap();
});

on_each_database!(the_log_is_emptied_on_a_connection_never_used_before, |world| {
    // A fresh connection reads the schema first; a checkpoint that did it would wait for itself, and
    // hold every write up meanwhile.
    let start = std::time::Instant::now();
    world.db.settle_files().await.unwrap();
    println!("emptied in {:?}", start.elapsed());
    if world.kind == Kind::Sqlite {
        let log = std::fs::metadata(world.data().join("parpour.db-wal")).map_or(0, |file| file.len());
        assert_eq!(log, 0);
    }
});
