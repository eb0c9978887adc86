//! The entries of the register and the chain of hashes through them (reliability D3).
//!
//! An entry holds no name and no sentence: only tokens, times and hashes, so it can be kept for
//! ever. What people read is the body, stored beside with a random salt and bound to the entry by
//! [`body_commit`]. Erasing body and salt leaves the chain whole and the body beyond guessing.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::canonical::LARGEST;

/// The form of entry described here.
pub const VERSION: u8 = 1;

/// Hashed before every entry, so that its hash is never that of something else.
const DOMAIN: &[u8] = b"parpour-register-1\n";

/// The kind of an entry that says why a body is gone: its `ref` is the seq of the entry that lost
/// its body, in plain digits. Verifiers then name this entry and its time.
pub const BODY_WITHDRAWN: &str = "body.withdrawn";

/// The most characters of a token (kind, actor, reference).
pub const TOKEN_LENGTH: usize = 128;

/// The random bytes stored beside a body.
pub type Salt = [u8; 32];

/// A SHA-256 value, shown as 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What the first entry names as the one before it.
    pub const GENESIS: Self = Self([0; 32]);

    fn of(parts: [&[u8]; 2]) -> Self {
        let mut sha = Sha256::new();
        parts.iter().for_each(|part| sha.update(part));
        Self(sha.finalize().into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

/// A text is not 64 small hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not 64 small hexadecimal digits")]
pub struct NotAHash;

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        if text.bytes().any(|digit| digit.is_ascii_uppercase()) {
            return Err(NotAHash);
        }
        let mut hash = Self::GENESIS;
        hex::decode_to_slice(text, &mut hash.0).map_err(|_| NotAHash)?;
        Ok(hash)
    }
}

impl TryFrom<String> for Hash {
    type Error = NotAHash;

    fn try_from(text: String) -> Result<Self, NotAHash> {
        text.parse()
    }
}

/// One line of a group's register.
///
/// A token is 1 to [`TOKEN_LENGTH`] characters among `A-Z a-z 0-9 . _ : / # -`: too poor to
/// carry a name or a sentence by accident, and the same in every language that reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    // In the order of the keys in the canonical text, which is the order they are written in.
    /// Who did it, opaque tokens: nothing in them leads to a person once that person left.
    pub actors: Vec<String>,
    /// When it was entered, as [`second`] writes it; never before the entry before.
    pub at: String,
    /// What binds the body, see [`body_commit`].
    pub body_commit: Hash,
    /// The group whose register this is.
    pub group: Uuid,
    /// What happened, a token such as `proposal.adopted`.
    pub kind: String,
    /// The hash of the entry before, [`Hash::GENESIS`] for the first.
    pub prev: Hash,
    /// What it is about, a token, if it is about one thing.
    #[serde(rename = "ref")]
    pub ref_: Option<String>,
    /// 1 for the first entry, then one more each time.
    pub seq: u64,
    /// The form of the entry, [`VERSION`].
    pub v: u8,
}

/// A field of an entry does not have the form the register asks for, or the text is not the
/// canonical text of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a register entry in its one form")]
pub struct NotAnEntry;

impl Entry {
    /// The canonical text of the entry, whose hash is [`hash`]. Refused when a token, the time or
    /// the number does not have its form.
    pub fn canonical(&self) -> Result<String, NotAnEntry> {
        let tokens = self.actors.iter().chain(&self.ref_).chain([&self.kind]);
        let sound = self.v == VERSION
            && (1..=LARGEST).contains(&self.seq)
            && is_second(&self.at)
            && tokens.map(String::as_str).all(is_token);
        if !sound {
            return Err(NotAnEntry);
        }
        // The fields stand in the order of their keys and a token needs no escape: this is already
        // the canonical text, without the detour through a tree of values.
        serde_json::to_string(self).map_err(|_| NotAnEntry)
    }

    /// The entry of a text, only if the text is exactly what [`Entry::canonical`] writes.
    pub fn parse(text: &str) -> Result<Self, NotAnEntry> {
        let entry: Self = serde_json::from_str(text).map_err(|_| NotAnEntry)?;
        if entry.canonical()? == text { Ok(entry) } else { Err(NotAnEntry) }
    }
}

/// The hash of an entry, from its canonical text.
pub fn hash(entry: &str) -> Hash {
    Hash::of([DOMAIN, entry.as_bytes()])
}

/// What an entry keeps of its body: the hash of the salt and of the body's canonical text.
pub fn body_commit(salt: &Salt, body: &[u8]) -> Hash {
    Hash::of([salt, body])
}

/// A time as entries write it, cut to the second: `2026-05-01T14:30:00Z`.
pub fn second(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn is_token(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._:/#-".contains(&byte);
    (1..=TOKEN_LENGTH).contains(&text.len()) && text.bytes().all(allowed)
}

/// Only the shape and the ranges: what the calendar thinks of a day is not the register's affair.
fn is_second(text: &str) -> bool {
    let shape = "0000-00-00T00:00:00Z";
    let shaped = text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, model)| match model {
            b'0' => byte.is_ascii_digit(),
            _ => byte == model,
        });
    let within = |from, low, high| text.get(from..from + 2).is_some_and(|two| low <= two && two <= high);
    shaped
        && within(5, "01", "12")
        && within(8, "01", "31")
        && within(11, "00", "23")
        && within(14, "00", "59")
        && within(17, "00", "59")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::canonical::canonical;

    fn entry() -> Entry {
        Entry {
            v: VERSION,
            group: Uuid::from_u128(7),
            seq: 1,
            prev: Hash::GENESIS,
            kind: "proposal.adopted".into(),
            at: "2026-05-01T14:30:00Z".into(),
            actors: vec!["m-1".into()],
            ref_: None,
            body_commit: body_commit(&[1; 32], b"{}"),
        }
    }

    #[test]
    fn an_entry_has_one_text() {
        let expected = concat!(
            r#"{"actors":["m-1"],"at":"2026-05-01T14:30:00Z","body_commit":"#,
            r#""5ef179ff4a27db7045b2d744438932f9689ffaf482eeeb4b1a51740c7d909555","#,
            r#""group":"00000000-0000-0000-0000-000000000007","kind":"proposal.adopted","prev":"#,
            r#""0000000000000000000000000000000000000000000000000000000000000000","ref":null,"seq":1,"v":1}"#,
        );
        let text = entry().canonical().unwrap();
        assert_eq!(text, expected);
        let value = serde_json::to_value(entry()).unwrap();
        assert_eq!(canonical(&value).unwrap(), text);
        assert_eq!(hash(&text).to_string(), "dca47aef429cc70fe68ef491d7c1e636ef02f7dcb814b23b6bf71ec5aabed8d0");
        assert_eq!(Entry::parse(&text), Ok(entry()));
    }

    #[test]
    fn other_texts_are_refused() {
        let text = entry().canonical().unwrap();
        let others = [
            text.replace("\"ref\":null,", ""),
            text.replace("\"v\":1", "\"v\":2"),
            text.replace("\"v\":1", "\"v\":1,\"w\":1"),
            text.replace("\"seq\":1", "\"seq\":0"),
            text.replace("\"seq\":1", "\"seq\":1.0"),
            text.replace("\"seq\":1", "\"seq\":9007199254740992"),
            text.replace("00000007", "0000000A"),
            text.replace("-05-", "-13-"),
            text.replace("T14", "T24"),
            text.replace("00Z", "60Z"),
            text.replace("m-1", ""),
            text.replace("m-1", "Marie Tremblay"),
            text.replace("m-1", &"m".repeat(TOKEN_LENGTH + 1)),
            text.replace(",", ", "),
            format!("{text} "),
        ];
        for other in others {
            assert_eq!(Entry::parse(&other), Err(NotAnEntry), "{other}");
        }
    }

    #[test]
    fn hashes_are_read_in_small_digits_only() {
        let text = "ab".repeat(32);
        assert_eq!(text.parse::<Hash>().unwrap().to_string(), text);
        assert_eq!(text.to_uppercase().parse::<Hash>(), Err(NotAHash));
        assert_eq!("ab".parse::<Hash>(), Err(NotAHash));
    }

    #[test]
    fn times_are_cut_to_the_second() {
        let time = DateTime::from_timestamp_micros(1_777_645_800_999_999).unwrap();
        assert_eq!(second(time), "2026-05-01T14:30:00Z");
        assert!(is_second(&second(time)));
    }
}
