//! A throw-away PostgreSQL, on 127.0.0.1 only, with a password nobody else knows.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;

use crate::account::Account;
use crate::failure::{Doing, Failure, Outcome};
use crate::keeper::{Keeper, Kept, random_hex};
use crate::plan::Durability;
use crate::server;

/// Oldest version the program supports (`architecture`: PostgreSQL 15+).
pub(crate) const OLDEST: u32 = 15;

const USER: &str = "parpour";

/// Text sorts as a Quebec French server would, not byte by byte: whatever leans on the order of
/// the store shows.
const TEXT_RULES: [&str; 4] = ["--encoding=UTF8", "--no-locale", "--locale-provider=icu", "--icu-locale=fr-CA"];

/// A running PostgreSQL; stops with this value.
#[derive(Debug)]
pub(crate) struct Cluster {
    /// Where it listens, as `postgres://user:password@127.0.0.1:port`.
    pub(crate) url: String,
    _server: Kept,
}

/// The files of a cluster and who owns them.
struct Place {
    programs: PathBuf,
    folder: PathBuf,
    account: Account,
}

impl Cluster {
    /// Makes a cluster in the keeper's folder and starts it. `programs` is the folder of
    /// `initdb` and `postgres`.
    pub(crate) fn start(programs: &Path, keeper: &Rc<Keeper>, durability: Durability) -> Outcome<Self> {
        let place = Place::make(programs, keeper.folder())?;
        let password = random_hex(16)?;
        place.make_cluster(&password)?;
        let port = server::free_port()?;
        let mut command = place.server_command(port, durability);
        let server = server::start(keeper, "PostgreSQL", &mut command, || place.accepts_connections(port))?;
        Ok(Self { url: format!("postgres://{USER}:{password}@127.0.0.1:{port}"), _server: server })
    }
}

impl Place {
    fn make(programs: &Path, parent: &Path) -> Outcome<Self> {
        let folder = parent.join("postgres");
        let account = Account::without_rights()?;
        DirBuilder::new().mode(0o700).create(&folder).doing("making the folder of PostgreSQL")?;
        account.owns(&folder)?;
        Ok(Self { programs: programs.to_owned(), folder, account })
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// One of PostgreSQL's programs, untouched by what the person's own shell sets for others.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        command.current_dir(&self.folder);
        forget_settings(&mut command);
        self.account.runs(&mut command);
        command
    }

    fn make_cluster(&self, password: &str) -> Outcome {
        let file = self.write_password(password)?;
        let output = self
            .program("initdb")
            .args(["--no-sync", "--no-instructions", "--auth=password"])
            .args(["--username", USER])
            .args(TEXT_RULES)
            .arg("--pwfile")
            .arg(&file)
            .arg("--pgdata")
            .arg(self.data())
            .stdin(Stdio::null())
            .output()
            .doing("starting initdb")?;
        fs::remove_file(&file).doing("removing the password file")?;
        if output.status.success() {
            Ok(())
        } else {
            Err(Failure::new(format!("initdb fails:\n{}", String::from_utf8_lossy(&output.stderr))))
        }
    }

    fn write_password(&self, password: &str) -> Outcome<PathBuf> {
        let file = self.folder.join("password");
        fs::write(&file, password)
            .and_then(|()| fs::set_permissions(&file, fs::Permissions::from_mode(0o600)))
            .doing("writing the password file")?;
        self.account.owns(&file)?;
        Ok(file)
    }

    fn server_command(&self, port: u16, durability: Durability) -> Command {
        let mut command = self.program("postgres");
        command.arg("-D").arg(self.data());
        command.arg("-k").arg(&self.folder);
        command.args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        command.args(["-c", "max_connections=300"]);
        if durability == Durability::Relaxed {
            command.args(["-c", "fsync=off", "-c", "full_page_writes=off"]);
        }
        command
    }

    fn accepts_connections(&self, port: u16) -> bool {
        self.program("pg_isready")
            .args(["--quiet", "-h", "127.0.0.1", "-p", &port.to_string()])
            .status()
            .is_ok_and(|status| status.success())
    }
}

/// Variables that change what PostgreSQL's programs and libraries do.
const SETTINGS: [&str; 14] = [
    "DATABASE_URL",
    "PGAPPNAME",
    "PGDATA",
    "PGDATABASE",
    "PGHOST",
    "PGHOSTADDR",
    "PGOPTIONS",
    "PGPASSFILE",
    "PGPASSWORD",
    "PGPORT",
    "PGSERVICE",
    "PGSSLMODE",
    "PGTZ",
    "PGUSER",
];

/// Takes the person's own PostgreSQL settings away from `command`.
pub(crate) fn forget_settings(command: &mut Command) {
    for name in SETTINGS {
        command.env_remove(name);
    }
}

/// The major version in the answer of `postgres --version`.
pub(crate) fn major_version(answer: &str) -> Option<u32> {
    let (_, version) = answer.split_once("(PostgreSQL) ")?;
    let digits = version.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_whatever_follows_it() {
        for (answer, version) in [
            ("postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)\n", Some(15)),
            ("postgres (PostgreSQL) 17.5\n", Some(17)),
            ("postgres (PostgreSQL) 19beta1\n", Some(19)),
            ("postgres (PostgreSQL) devel\n", None),
            ("something else", None),
        ] {
            assert_eq!(major_version(answer), version, "{answer}");
        }
    }
}
