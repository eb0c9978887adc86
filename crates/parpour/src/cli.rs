//! The command line.

use crate::settings::{Given, Settings};
use crate::words::{Language, Words, say_fault, say_line};
use crate::{check, count, demo, lot, serve, simulate, verify};
use clap::{Args, Parser, Subcommand};
use commons::clock::SystemClock;
use commons::db::Db;
use membership::commands::found;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

const EXAMPLES: &str = "Examples:
  parpour demo                          look around with an invented group, nothing is kept
  parpour serve                         run a group on this machine, kept in ./data
  parpour serve --public-url https://groupe.example.org --listen 127.0.0.1:8080 \\
                --smtp smtps://user:password@mail.example.org
  parpour serve --database-url postgres://parpour@localhost/parpour
  parpour check                         is everything sound?
  parpour verify register.zip           does this export of a register hold? (exit 0 or 1)
  parpour count ballots.json            count a vote from its ballot file
  parpour count --method irv club.blt   count ballots of another program (.blt, PrefLib, pabulib)
  parpour lot --head HEX --id UUID --value \"352 614\" --seats 1 < draw.txt
                                        replay a draw by lot
  parpour simulate phone-tree --members 30
                                        try a chain of calls out with invented people";

/// Self-managed peer-support groups: decide, call, visit and cook together, with nobody above anybody.
#[derive(Debug, Parser)]
#[command(name = "parpour", version, about, after_help = EXAMPLES)]
pub struct Cli {
    /// Language of what the program says here [default: the machine's, else French]
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,
    /// What to do
    #[command(subcommand)]
    pub verb: Verb,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Run a server; the first start prints a link to found a group
    #[command(after_help = EXAMPLES)]
    Serve(Box<Given>),
    /// Run a demonstration with an invented group in a throw-away directory
    Demo(DemoArgs),
    /// Look at the settings, the store, the registers and the mail
    Check(Box<Given>),
    /// Print a link to found one more group; it gives no power in any group
    FoundingLink(Box<Given>),
    /// Check an exported register: exit 0 when its chain holds, 1 when not
    Verify {
        /// The export, a .zip file
        file: PathBuf,
    },
    /// Count a ballot file: exit 0 when it is counted, 2 when it is refused
    Count {
        /// The ballot file; - is standard input. Read by the end of its name: .blt; .soc, .soi, .toc, .toi (PrefLib);
        /// .pb (pabulib); anything else is a ballot file of parpour
        file: PathBuf,
        /// How rankings of .blt and PrefLib are counted [default: stv for .blt, schulze for PrefLib]
        #[arg(long, value_enum)]
        method: Option<count::By>,
        /// Write the outcome as one line of JSON
        #[arg(long)]
        json: bool,
    },
    /// Replay a draw by lot; what was in it is read from standard input, one a line
    Lot(lot::LotArgs),
    /// Try something out with invented people, before a group needs it
    #[command(subcommand)]
    Simulate(simulate::Simulated),
}

/// Settings of the demonstration.
#[derive(Args, Clone, Debug)]
pub struct DemoArgs {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
}

/// Does what was asked.
pub async fn run(cli: Cli) -> ExitCode {
    start_log();
    let words = Words::in_language(Language::choose(cli.lang));
    let outcome = match cli.verb {
        Verb::Verify { file } => return verify::run(&file, &words),
        Verb::Count { file, method, json } => return count::run(&file, method, json, &words),
        Verb::Lot(args) => return lot::run(&args, &words),
        Verb::Simulate(what) => return simulate::run(what, &words),
        Verb::Check(given) => match given.complete() {
            Ok(settings) => return check::run(&settings, Arc::new(SystemClock), &words).await,
            Err(error) => Err(error.to_string()),
        },
        Verb::Serve(given) => match given.complete() {
            Ok(settings) => {
                serve::serve(settings, Arc::new(SystemClock), &words).await.map_err(|error| error.to_string())
            }
            Err(error) => Err(error.to_string()),
        },
        Verb::FoundingLink(given) => match given.complete() {
            Ok(settings) => founding_link(&settings, &words).await,
            Err(error) => Err(error.to_string()),
        },
        Verb::Demo(args) => demo::run(args.listen, &words).await.map_err(|error| error.to_string()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_fault(&format!("parpour: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn founding_link(settings: &Settings, words: &Words) -> Result<(), String> {
    let db =
        Db::open(&settings.storage, &settings.data, Arc::new(SystemClock)).await.map_err(|error| error.to_string())?;
    let token = found::make_link(&db).await.map_err(|error| error.to_string())?;
    let link = format!("{}/found/{token}", settings.address(settings.listen));
    say_line(&words.say("cli-found-here", &[("link", link)]));
    db.close().await.map_err(|error| error.to_string())
}

/// What is told on standard error. A connection that ends while it goes back to the others is replaced: no news for
/// anybody, and usual when the program stops.
const TOLD: &str = "warn,sqlx_core::pool::connection=error";

/// Warnings on standard error; `RUST_LOG=info` asks for one line a request, without names, addresses or words.
pub fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| TOLD.into());
    // A second start in one process (tests) keeps the first log.
    let colours = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr);
    let _ = log.log_internal_errors(false).try_init();
}
