//! Who of a branch has room to be a second voice, those with fewest first.

use super::group::Person;
use std::collections::BTreeSet;

/// Somebody with room: how many she has already, then by lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fewest {
    load: usize,
    lot: u64,
    /// Who.
    pub person: Person,
}

/// Those of a branch who have room.
#[derive(Clone, Debug, Default)]
pub(super) struct Spare(BTreeSet<Fewest>);

impl Spare {
    /// Somebody who has `load` already.
    pub fn add(&mut self, person: Person, load: usize, lot: u64) {
        self.0.insert(Fewest { load, lot, person });
    }

    /// The first one who fits.
    pub fn first(&self, fits: impl Fn(Person) -> bool) -> Option<Fewest> {
        self.0.iter().find(|fewest| fits(fewest.person)).copied()
    }

    /// She gets one more. She leaves when she has as many as there is room for.
    pub fn take(&mut self, key: Fewest, room: usize) {
        self.0.remove(&key);
        let load = key.load + 1;
        if load < room {
            self.0.insert(Fewest { load, ..key });
        }
    }

    /// Whether nobody has room.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
