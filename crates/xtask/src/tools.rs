//! The programs of others that the tests need: where they are, and what to install otherwise.

use std::env;
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::debian;
use crate::failure::{Failure, Outcome};
use crate::postgres;

/// Names of a browser that journeys can drive, the free one first.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where every program that the tests need was found.
#[derive(Debug)]
pub(crate) struct Tools {
    /// The browser.
    pub(crate) chromium: PathBuf,
    /// Its driver.
    pub(crate) chromedriver: PathBuf,
    /// The folder of `initdb` and `postgres`.
    pub(crate) postgres: PathBuf,
    /// A Python that can import aiosmtpd.
    pub(crate) python: PathBuf,
    /// npm.
    pub(crate) npm: PathBuf,
}

/// A program that was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    what: &'static str,
    debian: &'static [&'static str],
    elsewhere: &'static str,
}

const CHROMIUM: Need = Need {
    what: "Chromium",
    debian: &["chromium"],
    elsewhere: "install Chromium or Chrome, or set PARPOUR_TEST_CHROMIUM to its path",
};
const CHROMEDRIVER: Need = Need {
    what: "chromedriver",
    debian: &["chromium-driver"],
    elsewhere: "install the chromedriver of the same version as the browser, or set \
                PARPOUR_TEST_CHROMEDRIVER to its path",
};
const POSTGRES: Need = Need {
    what: "PostgreSQL 15 or later (initdb, postgres, pg_isready)",
    debian: &["postgresql"],
    elsewhere: "install the PostgreSQL server and put its programs in PATH",
};
const AIOSMTPD: Need = Need {
    what: "Python 3 with aiosmtpd",
    debian: &["python3-aiosmtpd"],
    elsewhere: "install Python 3, then `python3 -m pip install aiosmtpd`",
};
const NPM: Need =
    Need { what: "Node.js with npm", debian: &["nodejs", "npm"], elsewhere: "install Node.js, which brings npm" };

/// Finds everything; on Debian as root, installs first what is missing.
///
/// # Errors
/// Says what is missing and how to get it.
pub(crate) fn find_or_install() -> Outcome<Tools> {
    let missing = match find() {
        Ok(tools) => return Ok(tools),
        Err(missing) => missing,
    };
    if !debian::can_install() {
        return Err(Failure::new(Advice(&missing).to_string()));
    }
    debian::install(&packages(&missing))?;
    find().map_err(|missing| Failure::new(Advice(&missing).to_string()))
}

fn find() -> Result<Tools, Vec<Need>> {
    let mut missing = Vec::new();
    let mut need = |found: Option<PathBuf>, need: Need| {
        found.unwrap_or_else(|| {
            missing.push(need);
            PathBuf::new()
        })
    };
    let tools = Tools {
        chromium: need(chosen_or("PARPOUR_TEST_CHROMIUM", &BROWSERS), CHROMIUM),
        chromedriver: need(chosen_or("PARPOUR_TEST_CHROMEDRIVER", &["chromedriver"]), CHROMEDRIVER),
        postgres: need(find_postgres(), POSTGRES),
        python: need(find_python(), AIOSMTPD),
        npm: need(find_npm(), NPM),
    };
    if missing.is_empty() { Ok(tools) } else { Err(missing) }
}

/// The path in `variable` if the person set it, otherwise the first of `names` in PATH.
fn chosen_or(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match env::var_os(variable) {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.is_file()),
        None => names.iter().find_map(|name| in_path(name)),
    }
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// npm is a script that node runs: both must be there.
fn find_npm() -> Option<PathBuf> {
    in_path("node").and_then(|_| in_path("npm"))
}

/// The system's Python first: it is the one that apt installs modules for.
fn find_python() -> Option<PathBuf> {
    [Some(PathBuf::from("/usr/bin/python3")), in_path("python3")]
        .into_iter()
        .flatten()
        .find(|python| succeeds(Command::new(python).args(["-c", "import aiosmtpd"])))
}

/// The newest PostgreSQL, of those the program supports.
fn find_postgres() -> Option<PathBuf> {
    postgres_folders()
        .into_iter()
        .filter(|folder| ["initdb", "pg_isready"].iter().all(|name| folder.join(name).is_file()))
        .filter_map(|folder| Some((postgres_version(&folder)?, folder)))
        .filter(|(version, _)| *version >= postgres::OLDEST)
        .max_by_key(|(version, _)| *version)
        .map(|(_, folder)| folder)
}

/// PATH, and where Debian keeps its versions side by side, out of PATH.
fn postgres_folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let side_by_side =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|version| version.path().join("bin"));
    env::split_paths(&path).chain(side_by_side).collect()
}

fn postgres_version(folder: &Path) -> Option<u32> {
    let output = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
    postgres::major_version(&String::from_utf8_lossy(&output.stdout))
}

fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn packages(missing: &[Need]) -> Vec<&'static str> {
    missing.iter().flat_map(|need| need.debian).copied().collect()
}

/// What to do about what is missing, in words.
struct Advice<'n>(&'n [Need]);

impl Display for Advice<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "The tests need programs that were not found:")?;
        for need in self.0 {
            writeln!(out, "  - {}: {}", need.what, need.elsewhere)?;
        }
        write!(
            out,
            "On Debian, this installs them; as root, this command does it by itself:\n  \
             sudo apt-get install --no-install-recommends {}",
            packages(self.0).join(" ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_names_each_missing_program_and_its_package() {
        let advice = Advice(&[POSTGRES, NPM]).to_string();
        assert!(advice.contains("PostgreSQL 15 or later"));
        assert!(advice.contains("Node.js with npm"));
        assert!(advice.ends_with("--no-install-recommends postgresql nodejs npm"));
        assert!(!advice.contains("Chromium"));
    }

    #[test]
    fn a_program_is_found_in_path() {
        assert!(in_path("sh").is_some());
        assert!(in_path("no-program-has-this-name").is_none());
    }
}
