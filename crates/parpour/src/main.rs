//! `parpour`: see `parpour --help`.

use clap::Parser;
use parpour::cli::Cli;
use std::process::ExitCode;

#[actix_web::main]
async fn main() -> ExitCode {
    parpour::cli::run(Cli::parse()).await
}
