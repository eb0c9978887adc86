//! A clock kept in a file, so that a test can move the time of another process.

use commons::clock::{Clock, Time};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

/// The option of `parpour-clocked` that names the file. The shipped program knows nothing of it (ruling 34).
pub const CLOCK_OPTION: &str = "--clock-of-the-tests";

/// Shows the instant written in a file, and from there goes on as clocks do.
#[derive(Debug)]
pub struct FileClock {
    path: PathBuf,
    /// What the file said when it was last changed, and when that was noticed.
    seen: Mutex<Option<(Time, Instant)>>,
}

impl FileClock {
    /// The clock of this file.
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), seen: Mutex::new(None) }
    }

    /// Writes the instant that the clock of `path` shows from now on. The file changes whole or not at all.
    pub fn show(path: &Path, at: Time) {
        let beside = path.with_extension("new");
        std::fs::write(&beside, at.to_rfc3339()).unwrap();
        std::fs::rename(&beside, path).unwrap();
    }

    fn written(&self) -> Time {
        let text = std::fs::read_to_string(&self.path).unwrap();
        text.trim().parse().unwrap()
    }
}

impl Clock for FileClock {
    fn now(&self) -> Time {
        let written = self.written();
        let mut seen = self.seen.lock().unwrap();
        let (from, since) = seen.filter(|(time, _)| *time == written).unwrap_or_else(|| (written, Instant::now()));
        *seen = Some((from, since));
        from + chrono::Duration::microseconds(i64::try_from(since.elapsed().as_micros()).unwrap())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TestClock;

    #[test]
    fn it_goes_on_from_what_is_written_and_follows_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clock");
        FileClock::show(&path, TestClock::start());
        let clock = FileClock::of(&path);
        let (first, second) = (clock.now(), clock.now());
        assert!(first >= TestClock::start() && second >= first);
        assert!(second < TestClock::start() + chrono::Duration::hours(1));
        FileClock::show(&path, TestClock::start() + chrono::Duration::days(8));
        assert!(clock.now() >= TestClock::start() + chrono::Duration::days(8));
    }
}
