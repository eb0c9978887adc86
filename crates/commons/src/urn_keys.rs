//! The keys of open secret votes: one file for each, beside the key of the data directory and never in the store nor in
//! a copy of it (`reliability D2`).
//!
//! As long as a vote is open, its key links a ballot to whoever cast it, so that she can vote again. When the vote
//! closes the file is overwritten and removed: whatever was sealed with the key opens nowhere any more, not in the
//! write-ahead log, not in a backup taken meanwhile (`docs/decisions/0022-secret-ballots.md`).

use crate::ids::GroupId;
use crate::refusal::Broken;
use crate::sealed::Key;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The directory of these keys.
#[derive(Debug)]
pub struct UrnKeys {
    directory: PathBuf,
}

impl UrnKeys {
    /// Those beside the key of the data directory.
    pub(crate) fn beside(keys: &Path) -> Self {
        Self { directory: keys.join("votes") }
    }

    fn path(&self, group: GroupId, vote: Uuid) -> PathBuf {
        self.directory.join(format!("{}.{}", group.0.simple(), vote.simple()))
    }

    /// The key of a vote that opens, made the first time it is asked for: a vote that could not open the first time
    /// has the same key when it does.
    ///
    /// # Errors
    /// When the file cannot be made or read.
    pub fn make(&self, group: GroupId, vote: Uuid) -> Result<Key, Broken> {
        Key::load_or_create(&self.path(group, vote)).map_err(Broken::stored)
    }

    /// Makes the key of a vote anew, whatever lay in its place.
    ///
    /// # Errors
    /// As [`UrnKeys::make`].
    pub fn make_anew(&self, group: GroupId, vote: Uuid) -> Result<Key, Broken> {
        self.destroy(group, vote)?;
        self.make(group, vote)
    }

    /// The key in the place of an open vote; none when there is no file on this machine, or one that is no key.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn of(&self, group: GroupId, vote: Uuid) -> Result<Option<Key>, Broken> {
        match Key::load(&self.path(group, vote)) {
            Ok(key) => Ok(Some(key)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Other) => Ok(None),
            Err(error) => Err(Broken::stored(error)),
        }
    }

    /// The votes of a group whose keys are here.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn kept(&self, group: GroupId) -> Result<Vec<Uuid>, Broken> {
        let files = match std::fs::read_dir(&self.directory) {
            Ok(files) => files,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Broken::stored(error)),
        };
        let prefix = format!("{}.", group.0.simple());
        let mut votes = Vec::new();
        for file in files {
            let name = file.map_err(Broken::stored)?.file_name();
            let vote = name.to_str().and_then(|name| name.strip_prefix(&prefix)).map(Uuid::try_parse);
            votes.extend(vote.and_then(Result::ok));
        }
        Ok(votes)
    }

    /// Destroys the key of a vote: overwritten where it lies, then removed. One that is gone already is fine.
    ///
    /// # Errors
    /// When the file cannot be written or removed; the next call tries again.
    pub fn destroy(&self, group: GroupId, vote: Uuid) -> Result<(), Broken> {
        match overwrite_and_remove(&self.path(group, vote), &self.directory) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(Broken::stored(error)),
            _ => Ok(()),
        }
    }
}

fn overwrite_and_remove(path: &Path, directory: &Path) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).open(path)?;
    file.write_all(&[0; 32])?;
    file.sync_all()?;
    std::fs::remove_file(path)?;
    std::fs::File::open(directory)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_is_made_once_read_again_and_destroyed() {
        let directory = tempfile::tempdir().unwrap();
        let keys = UrnKeys::beside(directory.path());
        let (group, other, vote) = (GroupId::new(), GroupId::new(), Uuid::new_v4());
        assert!(keys.of(group, vote).unwrap().is_none(), "looking makes nothing");
        assert!(keys.kept(group).unwrap().is_empty());
        let mark = keys.make(group, vote).unwrap().mark("x", b"y");
        assert_eq!(keys.make(group, vote).unwrap().mark("x", b"y"), mark, "made once");
        assert_eq!(keys.of(group, vote).unwrap().unwrap().mark("x", b"y"), mark);
        assert_eq!((keys.kept(group).unwrap(), keys.kept(other).unwrap()), (vec![vote], vec![]));
        let mode = std::fs::metadata(keys.path(group, vote)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        // Whoever holds the file open sees it overwritten, not only unlinked.
        let mut seen = std::fs::File::open(keys.path(group, vote)).unwrap();
        keys.destroy(group, vote).unwrap();
        let mut left = Vec::new();
        std::io::Read::read_to_end(&mut seen, &mut left).unwrap();
        assert_eq!(left, [0; 32]);
        assert!(keys.of(group, vote).unwrap().is_none());
        keys.destroy(group, vote).unwrap();
        assert!(keys.kept(group).unwrap().is_empty());
        // A damaged file is no key; a new one takes its place.
        std::fs::write(keys.path(group, vote), b"short").unwrap();
        assert!(keys.of(group, vote).unwrap().is_none());
        assert_ne!(keys.make_anew(group, vote).unwrap().mark("x", b"y"), mark);
    }
}
