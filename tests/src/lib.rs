//! What the tests of every layer stand on: fresh databases, a clock that obeys, groups that act.
//!
//! A [`World`] is one store, empty and migrated, gone at the end of the test. [`on_each_database!`]
//! runs a test on both kinds of store. Groups and what they live through are made by commands, as
//! people would ([`World::a_group`], [`Group`]); nothing here writes a row.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on stops at once, and says so"
)]

pub mod browser;
mod clock;
mod group;
pub mod http;
pub mod ice_storm;
mod life;
mod listening;
mod post;
mod raw;
pub mod seizure;
mod together;
mod world;

pub use clock::TestClock;
pub use group::{Group, GroupToFound, Proposing};
pub use life::Remembered;
pub use listening::hour;
pub use post::{Delivery, Post};
pub use raw::Raw;
pub use together::{in_parallel, runtime};
pub use world::{Kept, Kind, World, keep, on_a_copy, on_fixture, on_postgres, on_sqlite};

/// Whether every test runs with its full counts (`cargo xtask long`, ruling 38).
pub fn long() -> bool {
    std::env::var_os("PARPOUR_TEST_LONG").is_some_and(|value| value == "1")
}

/// The number of the last step of the schema, such as 3 for `m0003_decisions.rs`.
pub fn last_step() -> u32 {
    let steps = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/src");
    let names = std::fs::read_dir(steps).unwrap().map(|step| step.unwrap().file_name());
    let numbers = names.filter_map(|name| name.to_str()?.strip_prefix('m')?.get(..4)?.parse().ok());
    numbers.max().expect("a step")
}

/// The full count under `cargo xtask long`, the quick one otherwise.
pub fn count<T>(quick: T, full: T) -> T {
    if long() { full } else { quick }
}

/// Whether a test may not be left out for want of `what` (`PARPOUR_TEST_REQUIRE`).
pub fn is_required(what: &str) -> bool {
    std::env::var("PARPOUR_TEST_REQUIRE").is_ok_and(|list| list.split(',').any(|word| word.trim() == what))
}

/// Makes `name::sqlite` and `name::postgres`: the same test on both stores.
///
/// Without `PARPOUR_TEST_POSTGRES` the second says aloud that it was left out.
#[macro_export]
macro_rules! on_each_database {
    ($(#[$attribute:meta])* $name:ident, |$world:ident| $body:block) => {
        $(#[$attribute])*
        mod $name {
            #[allow(unused_imports, reason = "not every test uses everything around it")]
            use super::*;

            async fn run($world: &$crate::World) $body

            #[test]
            fn sqlite() {
                $crate::on_sqlite(run);
            }

            #[test]
            fn postgres() {
                $crate::on_postgres(run);
            }
        }
    };
}
