//! A throw-away folder, and processes that cannot outlive this command.
//!
//! Ctrl-C and `kill -9` run no destructor. So a small shell process, the keeper, holds the other
//! end of a pipe: when this command ends, in whatever way, the pipe closes, and the keeper ends
//! the processes still there and removes the folder. It sits in a process group of its own, out
//! of reach of the terminal's Ctrl-C.

use std::fs::{DirBuilder, File};
use std::io::{Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::rc::Rc;
use std::time::Duration;

use crate::failure::{Doing, Outcome};
use crate::waiting;

const SCRIPT: &str = include_str!("keeper.sh");

/// Politely, then for PostgreSQL "now, whoever is connected", then without asking.
const WAYS_TO_STOP: [&str; 3] = ["TERM", "INT", "KILL"];
const PATIENCE: Duration = Duration::from_secs(5);

/// The folder and the shell process that cleans up.
#[derive(Debug)]
pub(crate) struct Keeper {
    folder: PathBuf,
    shell: Child,
    /// `None` only while dropping: closing it is the signal.
    line: Option<ChildStdin>,
}

impl Keeper {
    /// Makes the folder and starts the keeper.
    pub(crate) fn start() -> Outcome<Self> {
        let folder = make_folder()?;
        let mut shell = Command::new("sh")
            .args(["-c", SCRIPT, "keeper"])
            .arg(&folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .doing("starting sh")?;
        let line = shell.stdin.take();
        Ok(Self { folder, shell, line })
    }

    /// The folder that goes away. Other accounts may pass through it, not list it.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Starts `command` in a process group of its own, without a keyboard.
    pub(crate) fn spawn(self: &Rc<Self>, command: &mut Command) -> Outcome<Kept> {
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .doing(format_args!("starting {}", command.get_program().to_string_lossy()))?;
        let kept = Kept { group: child.id(), child, keeper: Rc::clone(self) };
        self.tell("keep", kept.group).doing("telling the keeper")?;
        Ok(kept)
    }

    fn tell(&self, word: &str, group: u32) -> std::io::Result<()> {
        match self.line.as_ref() {
            Some(mut line) => line.write_all(format!("{word} {group}\n").as_bytes()),
            None => Ok(()),
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.line.take());
        // Nothing can be done here about an error, and the keeper cleans up regardless.
        let _ = self.shell.wait();
    }
}

/// A process that ends with this value, together with its process group.
#[derive(Debug)]
pub(crate) struct Kept {
    group: u32,
    child: Child,
    keeper: Rc<Keeper>,
}

impl Kept {
    /// How the process ended, if it has.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Waits for the process, then ends whatever it left running in its group.
    pub(crate) fn wait(mut self) -> Outcome<ExitStatus> {
        self.child.wait().doing("waiting for a step")
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let group = self.group;
        for way in WAYS_TO_STOP {
            if self.ended().is_some() {
                break;
            }
            signal(way, group);
            waiting::until(PATIENCE, || self.ended());
        }
        // The process is gone; children of its own may not be.
        signal("KILL", group);
        // A keeper that does not answer has cleaned up already.
        let _ = self.keeper.tell("gone", group);
    }
}

/// Sends a signal to a process group. Saying so to one that is gone is not an error.
fn signal(name: &str, group: u32) {
    // `kill` is built into every sh, while the program of that name is not on every machine.
    let _ = Command::new("sh")
        .args(["-c", "kill -s \"$1\" -- \"-$2\"", "kill", name])
        .arg(group.to_string())
        .stderr(Stdio::null())
        .status();
}

/// A new folder, of an unguessable name.
fn make_folder() -> Outcome<PathBuf> {
    let folder = parent_folder().join(format!("parpour-{}", random_hex(4)?));
    DirBuilder::new().mode(0o711).create(&folder).doing(format_args!("making {}", folder.display()))?;
    Ok(folder)
}

/// `TMPDIR`, or /var/tmp rather than /tmp: /tmp may be memory, where syncing means nothing.
fn parent_folder() -> PathBuf {
    let on_disk = Path::new("/var/tmp");
    match std::env::var_os("TMPDIR") {
        None if on_disk.is_dir() => on_disk.to_owned(),
        _ => std::env::temp_dir(),
    }
}

/// `bytes` random bytes, as hexadecimal text.
pub(crate) fn random_hex(bytes: usize) -> Outcome<String> {
    let mut random = vec![0; bytes];
    File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut random)).doing("reading /dev/urandom")?;
    Ok(random.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Instant;

    use super::*;

    #[test]
    fn a_process_and_its_children_end_with_their_value() {
        let keeper = Rc::new(Keeper::start().unwrap());
        let (mut reader, writer) = std::io::pipe().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & wait"]).stdout(writer);
        let kept = keeper.spawn(&mut command).unwrap();
        drop(command);
        let start = Instant::now();
        drop(kept);
        // The pipe ends when nobody holds it any more.
        reader.read_to_end(&mut Vec::new()).unwrap();
        assert!(start.elapsed() < waiting::CEILING);
    }

    #[test]
    fn the_folder_goes_with_the_keeper() {
        let keeper = Keeper::start().unwrap();
        let folder = keeper.folder().to_owned();
        fs::write(folder.join("something"), "x").unwrap();
        drop(keeper);
        assert!(!folder.exists());
    }

    #[test]
    fn the_keeper_ends_what_a_killed_command_left() {
        let mut keeper = Keeper::start().unwrap();
        let mut left = Command::new("sleep").arg("60").process_group(0).spawn().unwrap();
        keeper.tell("keep", left.id()).unwrap();
        drop(keeper.line.take());
        let status = left.wait().unwrap();
        assert!(!status.success());
    }

    #[test]
    fn a_process_said_to_be_gone_is_left_alone() {
        let keeper = Keeper::start().unwrap();
        let mut other = Command::new("sleep").arg("60").process_group(0).spawn().unwrap();
        keeper.tell("keep", other.id()).unwrap();
        keeper.tell("gone", other.id()).unwrap();
        drop(keeper);
        assert!(other.try_wait().unwrap().is_none());
        other.kill().unwrap();
        other.wait().unwrap();
    }
}
