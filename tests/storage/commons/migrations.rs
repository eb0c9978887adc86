//! Starting: the schema is made once, whole, however many start at the same time.

use commons::clock::SystemClock;
use commons::db::{Db, OpenError, Storage};
use parpour_tests::{Kind, World, in_parallel, on_each_database};
use std::path::Path;
use std::sync::Arc;

async fn open(storage: &Storage, data: &Path) -> Result<Db, OpenError> {
    Db::open(storage, data, Arc::new(SystemClock)).await
}

/// A store that nothing was ever started on.
async fn emptied(world: &World) -> (Storage, tempfile::TempDir) {
    let raw = world.raw().await;
    if world.kind == Kind::Postgres {
        world.spoil();
        raw.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public").await.unwrap();
    }
    raw.close().await;
    (world.storage.clone(), tempfile::tempdir().unwrap())
}

on_each_database!(four_that_start_at_once_make_one_schema, |world| {
    let before = {
        let raw = world.raw().await;
        let tables = raw.tables().await;
        raw.close().await;
        tables
    };
    let (storage, data) = emptied(world).await;
    let opened = in_parallel(4, |_| open(&storage, data.path()));
    let (open_now, refused): (Vec<_>, Vec<_>) = opened.into_iter().partition(Result::is_ok);
    match world.kind {
        // Several servers share a database; a data directory has one program at a time.
        Kind::Postgres => {
            assert_eq!(open_now.len(), 4, "{:?}", refused.into_iter().map(Result::err).collect::<Vec<_>>())
        }
        Kind::Sqlite => {
            assert_eq!(open_now.len(), 1);
            assert!(refused.into_iter().all(|no| matches!(no, Err(OpenError::AlreadyOpen(_)))));
        }
    }
    for db in open_now {
        db.unwrap().close().await.unwrap();
    }
    let again = open(&storage, data.path()).await.unwrap();
    assert!(commons::groups::all(&again).await.unwrap().is_empty());
    again.close().await.unwrap();
    if world.kind == Kind::Postgres {
        let raw = world.raw().await;
        assert_eq!(raw.tables().await, before);
        raw.close().await;
    }
});

on_each_database!(a_schema_that_cannot_be_finished_is_not_begun, |world| {
    let (storage, data) = emptied(world).await;
    // The last table that the steps make is there already: they fail at the very end.
    let last = "CREATE TABLE ballot (stranger INTEGER)";
    let raw = match world.kind {
        Kind::Postgres => world.raw().await,
        Kind::Sqlite => {
            let file = data.path().join("parpour.db");
            std::fs::write(&file, "").unwrap();
            parpour_tests::Raw::open(&format!("sqlite:{}", file.display())).await
        }
    };
    raw.run(last).await.unwrap();
    assert!(matches!(open(&storage, data.path()).await, Err(OpenError::Database(_))));
    assert_eq!(raw.tables().await, ["ballot"], "nothing of the other steps stayed");
    raw.run("DROP TABLE ballot").await.unwrap();
    open(&storage, data.path()).await.unwrap().close().await.unwrap();
    raw.close().await;
});

on_each_database!(looking_makes_and_changes_nothing, |world| {
    let (storage, data) = emptied(world).await;
    let look = async || Db::look(&storage, data.path(), Arc::new(SystemClock)).await;
    if world.kind == Kind::Sqlite {
        assert!(matches!(look().await, Err(OpenError::Directory { .. })), "no store");
        assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0);
        std::fs::write(data.path().join("parpour.db"), "").unwrap();
    }
    assert!(matches!(look().await, Err(OpenError::Directory { .. })), "no key");
    assert!(!data.path().join("keys").exists());
    commons::sealed::Keyring::load_or_create(&data.path().join("keys")).unwrap();
    assert!(matches!(look().await, Err(OpenError::NotUpToDate(steps)) if steps > 0));
    let raw = match world.kind {
        Kind::Postgres => world.raw().await,
        Kind::Sqlite => parpour_tests::Raw::open(&format!("sqlite:{}", data.path().join("parpour.db").display())).await,
    };
    assert!(raw.tables().await.is_empty());
    // Everything else is tried before the schema is touched.
    let reached = Db::reach(&storage, data.path(), Arc::new(SystemClock)).await.unwrap();
    assert!(raw.tables().await.is_empty());
    reached.bring_up_to_date().await.unwrap().close().await.unwrap();
    raw.run("DELETE FROM store_mark").await.unwrap();
    look().await.unwrap().close().await.unwrap();
    assert_eq!(raw.rows("store_mark").await, 0, "looking leaves no mark");
    raw.close().await;
});
