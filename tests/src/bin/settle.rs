//! One of several servers that notice a deadline at the same moment; for the races of `tests/storage`.
//!
//! `settle <postgres://…> <data directory> <group> <instant> <gate>`: opens the store with a clock that
//! stands still, says `ready`, waits for the file `gate`, does what is due and says how many moves it made.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a helper of the tests stops when something is wrong")]

use commons::db::{Db, Storage};
use commons::ids::GroupId;
use decisions::commands::settle::settle;
use parpour_tests::TestClock;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

fn main() {
    parpour_tests::runtime().block_on(race());
}

async fn race() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [url, data, group, instant, gate] = <[String; 5]>::try_from(words).unwrap();
    let clock = TestClock::at(instant.parse().unwrap());
    let db = Db::open(&Storage::Postgres(url), Path::new(&data), Arc::new(clock)).await.unwrap();
    let group: GroupId = group.parse().unwrap();
    println!("ready");
    while !Path::new(&gate).exists() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    println!("{}", settle(&db, &parpour::areas::effects(), &parpour::areas::areas(), group).await.unwrap());
    db.close().await.unwrap();
}
