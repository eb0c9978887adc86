//! Who runs the servers: PostgreSQL refuses to run as root.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::failure::{Doing, Failure, Outcome};

/// Accounts without rights that a machine may have, best first.
const WITHOUT_RIGHTS: [&str; 2] = ["postgres", "nobody"];

/// The account of a server that must not be root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    /// User and group to change to; `None` when we are not root, and stay who we are.
    ids: Option<(u32, u32)>,
}

impl Account {
    /// Ourselves, or when we are root an account without rights.
    ///
    /// # Errors
    /// Root on a machine with none of the accounts looked for.
    pub(crate) fn without_rights() -> Outcome<Self> {
        if !is_root() {
            return Ok(Self { ids: None });
        }
        WITHOUT_RIGHTS
            .iter()
            .find_map(|name| Some((id_of("-u", name)?, id_of("-g", name)?)))
            .map(|ids| Self { ids: Some(ids) })
            .ok_or_else(|| {
                Failure::new(
                    "PostgreSQL refuses to run as root, and this machine has neither a \
                     `postgres` nor a `nobody` account. Run this command as another account.",
                )
            })
    }

    /// Makes `command` run as this account.
    pub(crate) fn runs(self, command: &mut Command) {
        if let Some((user, group)) = self.ids {
            command.uid(user).gid(group);
        }
    }

    /// Gives a file or a folder to this account.
    pub(crate) fn owns(self, path: &Path) -> Outcome {
        match self.ids {
            Some((user, group)) => std::os::unix::fs::chown(path, Some(user), Some(group))
                .doing(format_args!("giving {} away", path.display())),
            None => Ok(()),
        }
    }
}

/// Whether this command runs as root.
pub(crate) fn is_root() -> bool {
    number_from(Command::new("id").arg("-u")) == Some(0)
}

fn id_of(which: &str, account: &str) -> Option<u32> {
    number_from(Command::new("id").args([which, account]))
}

fn number_from(command: &mut Command) -> Option<u32> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.trim().parse().ok()
}
