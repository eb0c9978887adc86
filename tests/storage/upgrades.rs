//! Every store that an earlier version left opens with today's program, and nothing in it is lost (ruling 44).

use commons::register::verify::{Verdict, verify};
use decisions::rules::state::State;
use parpour_tests::{Group, Kind, Remembered, World, last_step, on_each_database, on_fixture};
use std::path::{Path, PathBuf};

/// The folders of `tests/fixtures`, the oldest schema first.
fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// What is remembered is what was left, the register holds, and life goes on.
async fn nothing_is_lost(world: &World, left: &Path) {
    let group = world.the_group().await;
    let expected: Remembered = serde_json::from_str(&std::fs::read_to_string(left).unwrap()).unwrap();
    let mut found = Remembered::of(&group).await;
    // A rule that is newer than the store says its starting value; those it had say what they said.
    found.charter.retain(|rule, _| expected.charter.contains_key(rule));
    assert_eq!(found, expected);
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
    world.clock.advance(chrono::Duration::days(30));
    group.settle().await;
    let id = group.adopts(Group::change("members_word", "complices")).await;
    assert_eq!(group.state(id).await, State::InForce);
    assert!(matches!(verify(&group.export().await), Verdict::Sound(_)));
    assert!(world.db.integrity().await.unwrap().is_empty());
}

#[test]
fn stores_of_every_earlier_schema_open_with_everything_in_them_on_sqlite() {
    for folder in fixtures() {
        println!("{}", folder.display());
        on_fixture(Kind::Sqlite, &folder, async |world: &World| {
            nothing_is_lost(world, &folder.join("sqlite.json")).await
        });
    }
}

#[test]
fn stores_of_every_earlier_schema_open_with_everything_in_them_on_postgres() {
    for folder in fixtures() {
        println!("{}", folder.display());
        on_fixture(Kind::Postgres, &folder, async |world: &World| {
            nothing_is_lost(world, &folder.join("postgres.json")).await
        });
    }
}

/// Most bytes of a fixture for each table there is, on both stores together: tables have more columns than they had, and
/// the life that fills them is longer.
const BYTES_OF_A_TABLE: u64 = 11_000;

fn tables() -> u64 {
    let columns = include_str!("../fixtures/columns.txt").lines();
    let tables = columns.filter_map(|line| line.split_once('.')).map(|(table, _)| table);
    tables.collect::<std::collections::BTreeSet<_>>().len() as u64
}

#[test]
fn todays_schema_is_among_them_and_they_stay_small() {
    let last = last_step();
    let newest = fixtures().pop().expect("a fixture");
    assert!(
        newest.ends_with(format!("schema-{last:04}")),
        "leave a store of schema {last:04} with the helper `fixture`"
    );
    for folder in fixtures() {
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
        // On both stores together, and no more than the number of tables gives reason to.
        assert!(files.sum::<u64>() < BYTES_OF_A_TABLE * tables(), "{}", folder.display());
    }
}

on_each_database!(a_whole_life_leaves_something_in_every_table, |world| {
    world.a_whole_life().await;
    let raw = world.raw().await;
    for table in raw.tables().await {
        assert!(raw.rows(&table).await > 0, "{table}");
    }
    raw.close().await;
    let remembered = Remembered::of(&world.the_group().await).await;
    let states: std::collections::BTreeSet<&str> =
        remembered.proposals.values().map(|(_, state)| state.as_str()).collect();
    // A draft has no number, and frozen lasts only for the transaction that opens the vote.
    let passing = [State::Draft, State::Frozen];
    for state in State::ALL.into_iter().filter(|state| !passing.contains(state)) {
        assert!(states.contains(state.name()), "{state:?}");
    }
    assert_eq!(remembered.drafts, ["Une lampe"]);
    let words =
        ["La cloche fait peur aux enfants.", "On manque de place", "Pour les tartes", "Quelle couleur?", "Lilas."];
    assert_eq!(remembered.words, words);
});
