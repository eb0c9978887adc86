//! What every throw-away server has in common: a free port, a log, and a moment when it is ready.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;

use crate::failure::{Doing, Failure, Outcome};
use crate::keeper::{Keeper, Kept};
use crate::waiting;

/// A port of 127.0.0.1 that nobody listened on a moment ago.
pub(crate) fn free_port() -> Outcome<u16> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .doing("looking for a free port")
}

/// Starts a server with a log of its own, and waits until `is_ready`.
///
/// # Errors
/// With the end of its log when it stops, or is not ready in time.
pub(crate) fn start(
    keeper: &Rc<Keeper>,
    name: &str,
    command: &mut Command,
    mut is_ready: impl FnMut() -> bool,
) -> Outcome<Kept> {
    let log = keeper.folder().join(format!("{name}.log"));
    let output = File::create(&log).doing(format_args!("making the log of {name}"))?;
    let errors = output.try_clone().doing(format_args!("sharing the log of {name}"))?;
    let mut server = keeper.spawn(command.stdout(output).stderr(errors))?;
    let started = waiting::until(waiting::CEILING, || match server.ended() {
        Some(_) => Some(false),
        None => is_ready().then_some(true),
    });
    match started {
        Some(true) => Ok(server),
        _ => Err(Failure::new(format!("{name} does not start. The end of its log:\n{}", end_of(&log)))),
    }
}

fn end_of(log: &Path) -> String {
    const LINES: usize = 15;
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    let start = lines.len().saturating_sub(LINES);
    lines.get(start..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_stops_at_once_says_why() {
        let keeper = Rc::new(Keeper::start().unwrap());
        let mut command = Command::new("sh");
        command.args(["-c", "echo no such port >&2; exit 3"]);
        let failure = start(&keeper, "example", &mut command, || false).unwrap_err();
        assert!(failure.to_string().contains("no such port"));
    }

    #[test]
    fn a_server_that_is_ready_keeps_running() {
        let keeper = Rc::new(Keeper::start().unwrap());
        let mut command = Command::new("sleep");
        command.arg("60");
        let mut server = start(&keeper, "example", &mut command, || true).unwrap();
        assert!(server.ended().is_none());
    }
}
