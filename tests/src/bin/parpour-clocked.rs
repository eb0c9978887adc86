//! `parpour serve` with a clock that a test moves. It exists for the tests alone and is never shipped: the
//! program itself has no such door (ruling 34).

#![allow(clippy::print_stderr, reason = "a program speaks to whoever started it")]

use clap::Parser;
use parpour::serve::serve;
use parpour::settings::Given;
use parpour::words::{Language, Words};
use parpour_tests::browser::FileClock;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Parser)]
struct Cli {
    /// File with the instant that the clock shows, such as 2027-01-11T15:00:00Z
    #[arg(long = "clock-of-the-tests", value_name = "FILE")]
    clock: PathBuf,
    /// Language of what the program says here
    #[arg(long, value_enum)]
    lang: Option<Language>,
    #[command(flatten)]
    given: Given,
}

#[actix_web::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    parpour::cli::start_log();
    let words = Words::in_language(Language::choose(cli.lang));
    let outcome = match cli.given.complete() {
        Ok(settings) => serve(settings, Arc::new(FileClock::of(&cli.clock)), &words).await.map_err(|e| e.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("parpour-clocked: {error}");
            ExitCode::FAILURE
        }
    }
}
