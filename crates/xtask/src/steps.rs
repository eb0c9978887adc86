//! Running the steps of a plan, one after the other.

use std::ffi::OsString;
use std::io::{self, IsTerminal, PipeReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::environment::Environment;
use crate::failure::{Doing, Failure, Outcome};
use crate::keeper::Keeper;
use crate::libtest::{Counts, Reader};
use crate::plan::{Plan, Step};
use crate::postgres;
use crate::summary::{self, Ending, Summary};

/// How long the last words of a step may take after its end.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Runs every step, those after a failure too unless they build on it.
pub(crate) fn run(
    plan: &Plan,
    root: &Path,
    keeper: &Rc<Keeper>,
    environment: Option<&Environment>,
) -> Outcome<Summary> {
    let start = Instant::now();
    let place = Place::of(plan, root, environment)?;
    let mut summary = Summary::default();
    let mut is_blocked = false;
    for (number, step) in (1..).zip(&plan.steps) {
        if is_blocked {
            summary.outcomes.push(summary::Outcome::not_run(step.name));
            continue;
        }
        println!("\n── {number} of {}, {}: {}", plan.steps.len(), step.name.word(), step.command.join(" "));
        let outcome = place.run(step, keeper)?;
        println!("── {} in {} s", step.name.word(), summary::seconds(outcome.took));
        is_blocked = outcome.ending == Ending::Failed && step.is_needed_later();
        summary.outcomes.push(outcome);
    }
    summary.took = start.elapsed();
    Ok(summary)
}

/// Where steps run, and with which variables.
struct Place {
    root: PathBuf,
    variables: Vec<(&'static str, OsString)>,
}

impl Place {
    fn of(plan: &Plan, root: &Path, environment: Option<&Environment>) -> Outcome<Self> {
        let mut variables = vec![("PARPOUR_TEST_BINARY", program(plan.release)?.into_os_string())];
        if let Some(environment) = environment {
            variables.extend_from_slice(&environment.variables);
        }
        Ok(Self { root: root.to_owned(), variables })
    }

    fn run(&self, step: &Step, keeper: &Rc<Keeper>) -> Outcome<summary::Outcome> {
        let start = Instant::now();
        let mut command = self.command(step)?;
        let (status, counts) = if step.counts_tests {
            let (status, counts) = run_counting(command, keeper)?;
            (status, Some(counts))
        } else {
            (keeper.spawn(&mut command)?.wait()?, None)
        };
        Ok(summary::Outcome::of(step.name, status.success(), start.elapsed(), counts))
    }

    /// The command, in the workspace, with our variables and without the person's own settings
    /// of the program under test.
    fn command(&self, step: &Step) -> Outcome<Command> {
        let (program, words) = step.command.split_first().ok_or_else(|| Failure::new("There is nothing to run."))?;
        let mut command = Command::new(program);
        command.args(words).current_dir(&self.root);
        postgres::forget_settings(&mut command);
        for (name, _) in std::env::vars_os() {
            // What cargo says about this very program would make it build some crates anew, each time.
            if [&b"PARPOUR_"[..], b"CARGO_PKG_", b"CARGO_MANIFEST_"]
                .iter()
                .any(|ours| name.as_encoded_bytes().starts_with(ours))
            {
                command.env_remove(name);
            }
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.envs(step.variables.iter().copied());
        Ok(command)
    }
}

/// The program that the tests start. Cargo puts it beside this one, or in the folder of release
/// builds beside that one's.
fn program(release: bool) -> Outcome<PathBuf> {
    let this = std::env::current_exe().doing("looking for the target folder")?;
    let debug = this.parent().unwrap_or(&this);
    let folder = if release { debug.with_file_name("release") } else { debug.to_owned() };
    Ok(folder.join("parpour"))
}

/// Runs `cargo test`, passing on what it prints as it comes and counting the tests in it.
fn run_counting(mut command: Command, keeper: &Rc<Keeper>) -> Outcome<(ExitStatus, Counts)> {
    let (reader, writer) = io::pipe().doing("making a pipe")?;
    let errors = writer.try_clone().doing("sharing a pipe")?;
    if io::stdout().is_terminal() && std::env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let child = keeper.spawn(command.stdout(writer).stderr(errors))?;
    // The command holds the writing end: with it, the pipe would never end.
    drop(command);
    let listener = Listener::on(reader);
    let status = child.wait()?;
    Ok((status, listener.counts()))
}

/// Passes on and counts what comes out of a pipe, in a thread of its own.
struct Listener {
    reader: Arc<Mutex<Reader>>,
    end: Receiver<()>,
}

impl Listener {
    fn on(mut pipe: PipeReader) -> Self {
        let reader = Arc::new(Mutex::new(Reader::default()));
        let (ended, end) = mpsc::channel();
        let shared = Arc::clone(&reader);
        std::thread::spawn(move || {
            pass_on(&mut pipe, &shared);
            // Nobody may be waiting any more.
            let _ = ended.send(());
        });
        Self { reader, end }
    }

    /// What was counted. Does not wait for ever: a process that left its group may still hold
    /// the pipe.
    fn counts(self) -> Counts {
        let _ = self.end.recv_timeout(LAST_WORDS);
        lock(&self.reader).take_counts()
    }
}

fn pass_on(pipe: &mut impl Read, reader: &Mutex<Reader>) {
    let mut buffer = [0; 8192];
    let mut out = io::stdout();
    while let Ok(length @ 1..) = pipe.read(&mut buffer) {
        let piece = buffer.get(..length).unwrap_or_default();
        // A terminal that has gone away is no reason to stop counting.
        let _ = out.write_all(piece).and_then(|()| out.flush());
        lock(reader).read(piece);
    }
}

fn lock(reader: &Mutex<Reader>) -> MutexGuard<'_, Reader> {
    reader.lock().unwrap_or_else(PoisonError::into_inner)
}
