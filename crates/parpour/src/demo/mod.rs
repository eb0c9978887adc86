//! `parpour demo`: the invented group « La Tasse ébréchée », its 35 members and its year as far as features
//! exist, in a directory that goes away with the program.
//!
//! Everything is made through the same commands that members use, at past times, by a clock that only
//! this preparation has; the server then runs on the machine's own.

mod people;
mod story;
mod year;

use crate::serve::{ServeError, prepare};
use crate::settings::Settings;
use crate::words::Words;
use commons::clock::SystemClock;
use commons::db::Storage;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

pub use people::PEOPLE;
pub use year::{Demonstration, SeedError, seed};

/// Members by number whose sign-in links are printed.
const READY: [usize; 4] = [1, 9, 26, 35];

/// Why the demonstration cannot run.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The throw-away directory.
    #[error("a temporary directory cannot be made: {0}")]
    Directory(#[from] std::io::Error),
    /// The story could not be told.
    #[error(transparent)]
    Seed(#[from] SeedError),
    /// The server.
    #[error(transparent)]
    Serve(#[from] ServeError),
}

/// Prepares the group, prints the address and four ready sign-in links, and serves until stopped.
///
/// # Errors
/// See [`DemoError`].
#[allow(clippy::print_stdout, reason = "a program speaks to whoever started it")]
pub async fn run(listen: SocketAddr, words: &Words) -> Result<(), DemoError> {
    let directory = tempfile::Builder::new().prefix("parpour-demo-").tempdir()?;
    println!("{}", words.say("cli-demo-preparing", &[]));
    let mut told = 0;
    let demonstration = seed(&Storage::Embedded, directory.path(), |done, all| {
        // A line for each fifth of the way: enough to see that it moves.
        if done * 5 / all > told {
            told = done * 5 / all;
            println!("  {}", words.say("cli-demo-progress", &[("percent", (done * 100 / all).to_string())]));
        }
    })
    .await?;
    let ready = prepare(&settings(listen, directory.path()), Arc::new(SystemClock), codes(&demonstration)).await?;
    println!(
        "{}",
        words.say("cli-demo-ready", &[("address", format!("{}/g/{}/welcome", ready.public_url, demonstration.slug))])
    );
    for (name, code) in sign_ins(&demonstration) {
        println!("  {name:<22} {}/demo/{code}", ready.public_url);
    }
    println!("{}", words.say("cli-demo-mail", &[("place", directory.path().join("mail").display().to_string())]));
    println!("{}", words.say("cli-how-to-stop", &[]));
    Ok(ready.run().await?)
}

/// Settings of a throw-away server.
pub fn settings(listen: SocketAddr, data: &Path) -> Settings {
    Settings {
        listen,
        data: data.to_owned(),
        storage: Storage::Embedded,
        public_url: None,
        trust_proxy: Vec::new(),
        plain_http: false,
        themes: None,
        smtp: None,
        sender: None,
        exit_to: web::kit::app::WEATHER.to_owned(),
    }
}

fn sign_ins(demonstration: &Demonstration) -> impl Iterator<Item = (&'static str, &str)> {
    demonstration
        .codes
        .iter()
        .map(|(number, code)| (PEOPLE.get(number - 1).copied().unwrap_or_default(), code.as_str()))
}

fn codes(demonstration: &Demonstration) -> HashMap<String, commons::ids::MemberId> {
    let member = |number: &usize| demonstration.members.get(number - 1).copied();
    demonstration.codes.iter().filter_map(|(number, code)| Some((code.clone(), member(number)?))).collect()
}
