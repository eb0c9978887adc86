//! Draw by lot that anybody can replay (`decisions` 6.15, `decisions B12`).
//!
//! seed = SHA-256(head of the register ‖ id of the decision ‖ a public value announced after closing, such as the dice
//! of two members). Entries are sorted by SHA-256(seed ‖ entry). Whoever refuses gives way to the next.
//! Nobody can steer it: the head is fixed before the dice fall, and the dice fall in front of everybody.

use crate::options::{OptionId, TieOrder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256. Written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Hash256([u8; 32]);

impl Hash256 {
    /// These bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn of(parts: &[&[u8]]) -> Self {
        let mut sha = Sha256::new();
        parts.iter().for_each(|part| sha.update(part));
        Self(sha.finalize().into())
    }
}

impl fmt::Display for Hash256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Hash256> for String {
    fn from(hash: Hash256) -> Self {
        hash.to_string()
    }
}

/// Not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAHash;

impl fmt::Display for NotAHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not 64 hexadecimal digits")
    }
}

impl TryFrom<String> for Hash256 {
    type Error = NotAHash;

    fn try_from(text: String) -> Result<Self, NotAHash> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(NotAHash);
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            let digits = text.get(2 * at..2 * at + 2).ok_or(NotAHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotAHash)?;
        }
        Ok(Self(bytes))
    }
}

/// What settles a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(Hash256);

impl Seed {
    /// The seed of a draw: the head of the register, the id of the decision, and the value announced after closing.
    pub fn new(register_head: &Hash256, decision: &[u8; 16], public_value: &str) -> Self {
        Self(Hash256::of(&[register_head.bytes(), decision, public_value.as_bytes()]))
    }

    /// The seed itself, to be published.
    pub const fn hash(&self) -> &Hash256 {
        &self.0
    }
}

/// An entry, where the lot put it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// SHA-256(seed ‖ entry): what the order goes by.
    pub hash: Hash256,
    /// The entry.
    pub entry: String,
}

/// Draws: all different entries, first drawn first. The order in which they are given changes nothing.
pub fn draw<E: AsRef<str>>(seed: &Seed, entries: impl IntoIterator<Item = E>) -> Vec<Drawn> {
    let drawn = |entry: E| {
        let entry = entry.as_ref();
        Drawn { hash: Hash256::of(&[seed.0.bytes(), entry.as_bytes()]), entry: entry.to_owned() }
    };
    let mut all: Vec<Drawn> = entries.into_iter().map(drawn).collect();
    all.sort_by(|a, b| (&a.hash, &a.entry).cmp(&(&b.hash, &b.entry)));
    all.dedup();
    all
}

/// The first `seats` entries, leaving out whoever refused.
pub fn chosen<'a>(drawn: &'a [Drawn], refused: &[&str], seats: usize) -> Vec<&'a Drawn> {
    drawn.iter().filter(|drawn| !refused.contains(&drawn.entry.as_str())).take(seats).collect()
}

/// Options in a drawn order, from their names in listed order; nothing when two names are equal.
pub fn tie_order(seed: &Seed, names: &[&str]) -> Option<TieOrder> {
    let count = u16::try_from(names.len()).ok()?;
    let place = |drawn: &Drawn| names.iter().position(|name| **name == *drawn.entry);
    let order: Option<Vec<u16>> =
        draw(seed, names).iter().map(|drawn| place(drawn).and_then(|place| place.try_into().ok())).collect();
    TieOrder::new(count, &order?.into_iter().map(OptionId::new).collect::<Vec<_>>())
}
