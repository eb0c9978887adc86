//! `parpour verify FILE`: checks an exported register on any machine, without a store and without a network.

use crate::words::{Words, say_fault, say_line};
use commons::register::verify::{Verdict, verify};
use std::path::Path;
use std::process::ExitCode;

/// Larger than a century of a large group.
const LARGEST: u64 = 4 << 30;

/// Reads `file` and says whether its chain holds. Exit 0 when it does, 1 when not, 2 when it cannot be read.
pub fn run(file: &Path, words: &Words) -> ExitCode {
    let bytes = match read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let args = [("file", file.display().to_string()), ("error", error.to_string())];
            say_fault(&words.say("cli-verify-unreadable", &args));
            return ExitCode::from(2);
        }
    };
    match verify(&bytes) {
        Verdict::Sound(sound) => {
            let args = [
                ("entries", sound.entries.to_string()),
                ("withdrawn", sound.withdrawn.len().to_string()),
                ("seq", sound.head.seq.to_string()),
                ("hash", sound.head.hash.to_string()),
                ("words", sound.head.words().join(" ")),
            ];
            say_line(&words.say("cli-verify-sound", &args));
            ExitCode::SUCCESS
        }
        Verdict::BadEntry { seq, reason } => {
            let args = [("seq", seq.to_string()), ("reason", words.fault(reason))];
            say_line(&words.say("cli-verify-bad-entry", &args));
            ExitCode::FAILURE
        }
        Verdict::Damaged { reason } => {
            say_line(&words.say("cli-verify-damaged", &[("reason", words.damage(reason))]));
            ExitCode::FAILURE
        }
    }
}

fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    let metadata = std::fs::metadata(file)?;
    if metadata.is_dir() || metadata.len() > LARGEST {
        return Err(std::io::Error::other("not a register export (a .zip file)"));
    }
    std::fs::read(file)
}
