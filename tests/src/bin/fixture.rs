//! Leaves a small lived-in store of today's schema to the tests of every later version (ruling 44).
//!
//! `cargo xtask with cargo run -p parpour-tests --bin fixture -- tests/fixtures/schema-NNNN`, once per
//! schema that is released. Needs `pg_dump` on the path.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a helper of the tests stops when something is wrong"
)]

use commons::db::Storage;
use parpour_tests::{Remembered, World, on_postgres, on_sqlite};
use std::path::Path;
use std::process::Command;

fn main() {
    let folder = std::env::args().nth(1).expect("a folder, such as tests/fixtures/schema-0003");
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    on_sqlite(async |world: &World| {
        live(world, folder, "sqlite").await;
        let raw = world.raw().await;
        raw.run("VACUUM").await.unwrap();
        raw.close().await;
        world.db.settle_files().await.unwrap();
        std::fs::copy(world.data().join("parpour.db"), folder.join("sqlite.db")).unwrap();
    });
    on_postgres(async |world: &World| {
        live(world, folder, "postgres").await;
        std::fs::write(folder.join("postgres.sql"), dump(world)).unwrap();
    });
}

async fn live(world: &World, folder: &Path, store: &str) {
    world.a_whole_life().await;
    let remembered = Remembered::of(&world.the_group().await).await;
    let text = serde_json::to_string_pretty(&remembered).unwrap() + "\n";
    std::fs::write(folder.join(format!("{store}.json")), text).unwrap();
    std::fs::copy(world.data().join("keys/kek"), folder.join(format!("{store}.kek"))).unwrap();
}

/// The database as plain statements, which any client can run.
fn dump(world: &World) -> String {
    let Storage::Postgres(url) = &world.storage else { unreachable!() };
    let words =
        ["--inserts", "--rows-per-insert=100", "--no-owner", "--no-privileges", "--no-comments", "--schema=public"];
    let output = Command::new("pg_dump").args(words).arg(url).output().expect("pg_dump is needed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    // Words for psql, and what is there before: neither is for a plain connection.
    let kept = text.lines().filter(|line| {
        let idle = line.is_empty() || line.starts_with("--") || line.starts_with('\\');
        !idle && !line.starts_with("CREATE SCHEMA public")
    });
    kept.collect::<Vec<_>>().join("\n") + "\n"
}
