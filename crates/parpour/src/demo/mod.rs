//! `parpour demo`: the invented group « La Tasse ébréchée », its 35 members and its year as far as features
//! exist, in a directory that goes away with the program.
//!
//! Everything is made through the same commands that members use, at past times, by a clock that only
//! this preparation has; the server then runs on the machine's own.

mod aid;
mod calls;
mod choosing;
mod life;
mod people;
mod story;
mod year;

use crate::serve::{self, Ready, ServeError, Signals};
use crate::settings::Settings;
use crate::words::{Words, say_line};
use commons::clock::SystemClock;
use commons::db::Storage;
use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

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
pub async fn run(listen: SocketAddr, words: &Words) -> Result<(), DemoError> {
    // Refused before the story is told: nobody should wait a minute to read that the address is taken.
    if !listen.ip().is_loopback() {
        return Err(ServeError::from(web::kit::SettingsError::PlainHttp(format!("http://{listen}"))).into());
    }
    let listener = serve::listen(listen)?;
    let mut signals = Signals::to_stop_or_hang_up();
    let directory = tempfile::Builder::new().prefix("parpour-demo-").tempdir()?;
    let shown = tokio::select! {
        biased;
        _ = signals.told() => None,
        shown = show(listener, directory.path(), words) => Some(shown),
    };
    let outcome = match shown {
        Some(Ok(ready)) => ready.run_until(signals).await.map_err(DemoError::from),
        Some(Err(error)) => Err(error),
        None => Ok(()),
    };
    remove(directory).await;
    outcome
}

/// Tells the story and prints what is needed to walk in.
async fn show(listener: TcpListener, data: &Path, words: &Words) -> Result<Ready, DemoError> {
    say_line(&words.say("cli-demo-preparing", &[]));
    let mut told = 0;
    let demonstration = seed(&Storage::Embedded, data, |done, all| {
        // A line for each fifth of the way: enough to see that it moves.
        if done * 5 / all > told {
            told = done * 5 / all;
            let said = words.say("cli-demo-progress", &[("percent", (done * 100 / all).to_string())]);
            say_line(&format!("  {said}"));
        }
    })
    .await?;
    let listen = listener.local_addr().map_err(ServeError::Server)?;
    let settings = settings(listen, data);
    let ready = serve::prepare_on(listener, &settings, Arc::new(SystemClock), codes(&demonstration)).await?;
    let address = format!("{}/g/{}/welcome", ready.public_url, demonstration.slug);
    say_line(&words.say("cli-demo-ready", &[("address", address)]));
    for (name, code) in sign_ins(&demonstration) {
        say_line(&format!("  {name:<22} {}/demo/{code}", ready.public_url));
    }
    say_line(&words.say("cli-demo-mail", &[("place", settings.mails().display().to_string())]));
    say_line(&words.say("cli-how-to-stop", &[]));
    Ok(ready)
}

/// A story cut short may still be writing its last file: asked again until nothing is left.
async fn remove(directory: tempfile::TempDir) {
    let path = directory.keep();
    for _ in 0..50 {
        match std::fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            _ => return,
        }
    }
    tracing::warn!(place = %path.display(), "the throw-away directory could not be removed");
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
