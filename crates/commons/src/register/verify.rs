//! Whether a register is what it says (reliability D3, T18, R-34, ruling 43).
//!
//! `verify.py`, inside every export, is written apart from this module and must give the same
//! verdict and name the same entry for every file. Three steps, in this order:
//!
//! 1. the archive has the one form of [`stored_zip`], whatever its files hold;
//! 2. each line and its body continue the chain; the first that does not is named;
//! 3. no file is missing or too many, and every checksum is right.
//!
//! A changed byte of `register.jsonl` or of a body leaves the first step untouched, so it is always
//! the second that speaks, with the number of the entry. Any other changed byte stops at the first
//! or at the third: the export is damaged.
//!
//! What no verifier can see in one file is an end cut off, or a whole register made anew. That is
//! why the words of the head are printed on paper and compared.

use std::collections::HashMap;

use uuid::Uuid;

use super::chain::{self, BODY_WITHDRAWN, Entry, Hash, Salt};
use super::export::{ALWAYS, REGISTER, body_name, parse_line};
use super::stored_zip::{self, File};
use super::words::{HEAD_WORDS, head_words};

/// What [`verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything holds.
    Sound(Sound),
    /// The first entry that does not hold, by itself or through its body.
    BadEntry {
        /// Its place in the register, from 1.
        seq: u64,
        /// What is wrong with it.
        reason: Fault,
    },
    /// Something is wrong elsewhere in the file.
    Damaged {
        /// What is wrong.
        reason: Damage,
    },
}

/// A register that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// How many entries there are.
    pub entries: u64,
    /// The entries whose body is gone, in order.
    pub withdrawn: Vec<Withdrawn>,
    /// Where the chain ends.
    pub head: Head,
}

/// An entry whose body was withdrawn (« corps retiré »).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// The entry.
    pub seq: u64,
    /// The later entry of kind [`BODY_WITHDRAWN`] that says so, and its time; none if none does.
    pub by: Option<(u64, String)>,
}

/// The end of a chain, which people compare by voice and on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last entry, 0 before the first.
    pub seq: u64,
    /// Its hash, [`Hash::GENESIS`] before the first.
    pub hash: Hash,
}

impl Head {
    /// The first 88 bits of the hash as words.
    pub fn words(&self) -> [&'static str; HEAD_WORDS] {
        head_words(&self.hash)
    }
}

/// Why an entry does not continue the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The line is not that of an entry in its one form.
    #[error("the line does not have the form of an entry")]
    Form,
    /// Its number is not one more than the one before.
    #[error("the number does not follow the one before")]
    Sequence,
    /// It belongs to another group than the first entry.
    #[error("the entry is another group's")]
    Group,
    /// It does not name the hash of the entry before.
    #[error("the link to the entry before is broken")]
    Link,
    /// It is older than the entry before.
    #[error("the time is before that of the entry before")]
    Time,
    /// The hash given for it is not its own.
    #[error("the hash is not that of the entry")]
    Hash,
    /// A body is there without the salt that would bind it.
    #[error("nothing binds this body to the entry")]
    UnprovenBody,
    /// A salt is there without its body.
    #[error("the body is missing")]
    MissingBody,
    /// The body is not the one the entry is bound to.
    #[error("the body is not the one that was entered")]
    Body,
}

/// Why an export is refused though no entry is at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Not an archive in the one form, or not all of it.
    #[error("not the archive of a register, or not all of it")]
    Form,
    /// A file is missing or should not be there.
    #[error("a file is missing or should not be there")]
    Files,
    /// A file other than the register has changed.
    #[error("a file other than the register has changed")]
    Checksum,
}

/// The verdict on an export. Any bytes may be given; memory stays in proportion to their number.
pub fn verify(bytes: &[u8]) -> Verdict {
    let Ok(files) = stored_zip::read(bytes) else {
        return Verdict::Damaged { reason: Damage::Form };
    };
    let content = |name: &str| {
        let place = files.binary_search_by_key(&name.as_bytes(), |file| file.name).ok()?;
        files.get(place).map(|file| file.data)
    };
    let (Some(register), true) = (content(REGISTER), ALWAYS.iter().all(|name| content(name).is_some())) else {
        return Verdict::Damaged { reason: Damage::Files };
    };

    let mut chain = Follower::default();
    for line in register.split_inclusive(|byte| *byte == b'\n') {
        let seq = chain.head().seq + 1;
        if let Err(reason) = follow_line(&mut chain, line, content(&body_name(seq))) {
            return Verdict::BadEntry { seq, reason };
        }
    }
    let bodies = files.len() - ALWAYS.len();
    if bodies != chain.bodies() {
        return Verdict::Damaged { reason: Damage::Files };
    }
    if !files.iter().all(File::crc_is_right) {
        return Verdict::Damaged { reason: Damage::Checksum };
    }
    Verdict::Sound(chain.finish())
}

fn follow_line(chain: &mut Follower, line: &[u8], body: Option<&[u8]>) -> Result<(), Fault> {
    let line = line.strip_suffix(b"\n").ok_or(Fault::Form)?;
    let line = str::from_utf8(line).map_err(|_| Fault::Form)?;
    let (entry, hash, salt) = parse_line(line).ok_or(Fault::Form)?;
    chain.follow(entry, hash, salt.as_ref(), body)
}

/// Follows a chain entry by entry, from an export or straight from the database.
#[derive(Debug)]
pub struct Follower {
    head: Head,
    group: Option<Uuid>,
    time: String,
    withdrawn: Vec<u64>,
    /// What entries of kind [`BODY_WITHDRAWN`] say: from their `ref` to their seq and time.
    said: HashMap<String, (u64, String)>,
}

impl Default for Follower {
    fn default() -> Self {
        Self {
            head: Head { seq: 0, hash: Hash::GENESIS },
            group: None,
            time: String::new(),
            withdrawn: Vec::new(),
            said: HashMap::new(),
        }
    }
}

impl Follower {
    /// Takes the next entry: its canonical text, the hash kept for it in hexadecimal, and its salt
    /// and body if they are still there. A refused entry leaves the follower as it was.
    pub fn follow(&mut self, text: &str, hash: &str, salt: Option<&Salt>, body: Option<&[u8]>) -> Result<(), Fault> {
        let entry = Entry::parse(text).map_err(|_| Fault::Form)?;
        let hash: Hash = hash.parse().map_err(|_| Fault::Form)?;
        self.check_link(&entry)?;
        if chain::hash(text) != hash {
            return Err(Fault::Hash);
        }
        check_body(&entry, salt, body)?;
        self.advance(entry, hash, salt.is_none());
        Ok(())
    }

    /// Where the chain stands.
    pub fn head(&self) -> Head {
        self.head
    }

    /// What was found, once every entry has been taken.
    pub fn finish(self) -> Sound {
        let Self { head, withdrawn, said, .. } = self;
        let by = |seq: u64| said.get(&seq.to_string()).filter(|(by, _)| *by > seq).cloned();
        let withdrawn = withdrawn.into_iter().map(|seq| Withdrawn { seq, by: by(seq) }).collect();
        Sound { entries: head.seq, withdrawn, head }
    }

    /// How many bodies were there.
    fn bodies(&self) -> usize {
        usize::try_from(self.head.seq).unwrap_or(usize::MAX) - self.withdrawn.len()
    }

    fn check_link(&self, entry: &Entry) -> Result<(), Fault> {
        if entry.seq != self.head.seq + 1 {
            Err(Fault::Sequence)
        } else if self.group.is_some_and(|group| group != entry.group) {
            Err(Fault::Group)
        } else if entry.prev != self.head.hash {
            Err(Fault::Link)
        } else if entry.at < self.time {
            Err(Fault::Time)
        } else {
            Ok(())
        }
    }

    fn advance(&mut self, entry: Entry, hash: Hash, withdrawn: bool) {
        let Entry { seq, group, kind, at, ref_, .. } = entry;
        if withdrawn {
            self.withdrawn.push(seq);
        }
        if let (BODY_WITHDRAWN, Some(about)) = (kind.as_str(), ref_) {
            self.said.entry(about).or_insert_with(|| (seq, at.clone()));
        }
        self.head = Head { seq, hash };
        self.group = Some(group);
        self.time = at;
    }
}

fn check_body(entry: &Entry, salt: Option<&Salt>, body: Option<&[u8]>) -> Result<(), Fault> {
    match (salt, body) {
        (None, None) => Ok(()),
        (None, Some(_)) => Err(Fault::UnprovenBody),
        (Some(_), None) => Err(Fault::MissingBody),
        (Some(salt), Some(body)) if chain::body_commit(salt, body) == entry.body_commit => Ok(()),
        (Some(_), Some(_)) => Err(Fault::Body),
    }
}

#[cfg(test)]
mod tests;
