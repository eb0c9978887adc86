//! The schema, one file per step, in the order they are applied.
//!
//! Steps are written by hand and import no entity: entities change, steps never do. Each runs in a
//! transaction (`use_transaction`), all of them together inside the one that `commons::db` opens at
//! start. New steps only add, until the release after the next (`docs/decisions/0002-storage.md`).

mod m0001_commons;
mod m0002_membership;
mod m0003_decisions;
mod m0004_standing;
mod m0005_welcome;
mod m0006_mandates;
mod m0007_privacy;
mod m0008_hard_times;
mod m0009_access;
mod m0010_powers;
mod m0011_secret_ballots;
mod m0012_methods;
mod m0013_amendments;
mod m0014_paper;
mod m0015_after;
mod m0016_objections;
mod m0017_summary;
mod m0018_unsigned;
mod m0019_seats;
mod m0020_draws;
mod m0021_election_rounds;
mod m0022_calls;
mod m0023_listening;
mod m0024_visits;
mod m0025_circle;
mod m0026_ways;
mod m0027_by_phone;
mod shape;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

/// Every step.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_commons::Migration),
            Box::new(m0002_membership::Migration),
            Box::new(m0003_decisions::Migration),
            Box::new(m0004_standing::Migration),
            Box::new(m0005_welcome::Migration),
            Box::new(m0006_mandates::Migration),
            Box::new(m0007_privacy::Migration),
            Box::new(m0008_hard_times::Migration),
            Box::new(m0009_access::Migration),
            Box::new(m0010_powers::Migration),
            Box::new(m0011_secret_ballots::Migration),
            Box::new(m0012_methods::Migration),
            Box::new(m0013_amendments::Migration),
            Box::new(m0014_paper::Migration),
            Box::new(m0015_after::Migration),
            Box::new(m0016_objections::Migration),
            Box::new(m0017_summary::Migration),
            Box::new(m0018_unsigned::Migration),
            Box::new(m0019_seats::Migration),
            Box::new(m0020_draws::Migration),
            Box::new(m0021_election_rounds::Migration),
            Box::new(m0022_calls::Migration),
            Box::new(m0023_listening::Migration),
            Box::new(m0024_visits::Migration),
            Box::new(m0025_circle::Migration),
            Box::new(m0026_ways::Migration),
            Box::new(m0027_by_phone::Migration),
        ]
    }
}
