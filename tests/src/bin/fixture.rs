//! Leaves a small lived-in store of today's schema to the tests of every later version (ruling 44).
//!
//! `cargo xtask with cargo run -p parpour-tests --bin fixture -- tests/fixtures/schema-NNNN`, once per
//! schema that is released. NNNN is the number of the last file of `migrations/src`: the tests of upgrades ask for
//! it, and this program for no other. Needs `pg_dump` of the server's version on the path, or at `PG_DUMP`.
//!
//! Before: `World::a_whole_life` (`tests/src/life.rs`) leaves a row in every table, the new ones too
//! (`a_whole_life_leaves_something_in_every_table` looks), and what members would miss of the new tables is in
//! `Remembered`. A field that is new there has `#[serde(default)]`: older fixtures do not have it.
//! After: `cargo xtask with cargo test -p parpour-tests --test storage upgrades`. What was left for older schemas
//! never changes.

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
    let todays = format!("schema-{:04}", parpour_tests::last_step());
    assert!(folder.ends_with(&todays), "today's schema is left in tests/fixtures/{todays}");
    std::fs::create_dir_all(folder).unwrap();
    on_sqlite(async |world: &World| {
        live(world, folder, "sqlite").await;
        let raw = world.raw().await;
        // Many tables hold a row or two: small pages keep the file small.
        raw.run("PRAGMA page_size = 512").await.unwrap();
        raw.run(&format!("VACUUM INTO '{}'", folder.join("sqlite.db").display())).await.unwrap();
        raw.close().await;
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
    let output = Command::new(std::env::var_os("PG_DUMP").unwrap_or_else(|| "pg_dump".into()))
        .args(words)
        .arg(url)
        .output()
        .expect("pg_dump is needed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    // Words for psql, and what is there before: neither is for a plain connection.
    let kept = text.lines().filter(|line| {
        let idle = line.is_empty() || line.starts_with("--") || line.starts_with('\\');
        !idle && !line.starts_with("CREATE SCHEMA public")
    });
    kept.collect::<Vec<_>>().join("\n") + "\n"
}
