//! Installing what is missing, on Debian as root.

use std::fs;
use std::process::{Command, Stdio};

use crate::account;
use crate::failure::{Doing, Failure, Outcome};

/// Whether this is Debian, and we may install there.
pub(crate) fn can_install() -> bool {
    account::is_root() && fs::read_to_string("/etc/os-release").is_ok_and(|release| is_debian(&release))
}

/// Installs packages with apt. Their services are of no use to the tests, which start their own
/// servers; Debian may start them all the same.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    println!("Installing with apt: {}", packages.join(" "));
    apt(&["update"])?;
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend_from_slice(packages);
    apt(&words)
}

/// Runs apt-get among the person's own processes: Ctrl-C reaches it, and it ends in good order.
fn apt(words: &[&str]) -> Outcome {
    let status = Command::new("apt-get")
        .args(["-q", "-o", "DPkg::Lock::Timeout=300"])
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .status()
        .doing("starting apt-get")?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`apt-get {}` fails.", words.join(" ")))) }
}

/// Debian itself: its relatives name or package some of these programs differently.
fn is_debian(os_release: &str) -> bool {
    os_release.lines().filter_map(|line| line.strip_prefix("ID=")).any(|id| id.trim_matches(['"', '\'']) == "debian")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_is_recognised() {
        assert!(is_debian("PRETTY_NAME=\"Debian GNU/Linux 12\"\nNAME=\"Debian\"\nID=debian\n"));
        assert!(is_debian("ID=\"debian\""));
    }

    #[test]
    fn its_relatives_are_not_taken_for_it() {
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian("VERSION_ID=debian\nID=fedora"));
        assert!(!is_debian(""));
    }
}
