//! The project's own commands, as `cargo xtask <command>`.
//!
//! `cargo xtask test` is the whole test suite from an empty machine: it finds or installs what
//! the suite needs, starts a throw-away PostgreSQL and an SMTP server that keeps what it
//! receives, runs every check with nothing skipped, and sums up. Only `std` is used, so that the
//! command itself compiles in a second.
#![allow(clippy::print_stdout, reason = "a command talks to the person who typed it")]

mod account;
mod axe;
mod command_line;
mod debian;
mod environment;
mod failure;
mod keeper;
mod libtest;
mod plan;
mod postgres;
mod server;
mod smtp;
mod steps;
mod summary;
mod tools;
mod waiting;

use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use command_line::Order;
use environment::Environment;
use failure::{Doing, Outcome};
use keeper::Keeper;
use plan::Plan;
use summary::Summary;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command_line::read(&words) {
        Ok(Order::Help) => {
            println!("{}", command_line::HELP);
            ExitCode::SUCCESS
        }
        Ok(order) => carry_out(&order),
        Err(failure) => {
            eprintln!("{failure}\n\n{}", command_line::HELP);
            ExitCode::from(2)
        }
    }
}

fn carry_out(order: &Order) -> ExitCode {
    match run(&Plan::of(order)) {
        Ok(summary) => {
            println!("\n{summary}");
            if summary.is_success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the plan; what the servers and the tests leave behind goes away when this returns.
fn run(plan: &Plan) -> Outcome<Summary> {
    let root = workspace_root()?;
    let keeper = Rc::new(Keeper::start()?);
    let environment =
        if plan.needs_environment() { Some(Environment::prepare(&root, &keeper, plan.durability)?) } else { None };
    steps::run(plan, &root, &keeper, environment.as_ref())
}

/// The folder of the workspace's Cargo.toml, two levels above this crate.
fn workspace_root() -> Outcome<PathBuf> {
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.join("../..").canonicalize().doing("finding the workspace")
}
