//! The options of a ranking in a row, packed: what a large vote has a million of.

use crate::options::OptionId;
use std::cmp::Ordering;

/// One option of a ranking: twice its place in the listed order, and one more when it is in the same tier as the one
/// before it. The options of a ranking are below [`crate::options::MOST_OPTIONS`], so nothing is cut off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub u16);

impl Place {
    /// `option`, in the same tier as the one before it or not.
    pub fn new(option: OptionId, tied: bool) -> Self {
        Self(2 * option.place() as u16 + u16::from(tied))
    }

    /// Which option it is.
    pub const fn option(self) -> OptionId {
        OptionId::new(self.0 >> 1)
    }

    /// In the same tier as the one before it.
    pub const fn is_tied(self) -> bool {
        self.0 & 1 == 1
    }
}

/// So many places lie in the ballot itself, which then takes 24 bytes.
const FEW: usize = 11;

/// Places, best first. Most votes have few options: then a ballot needs no memory of its own, and counting runs
/// through all of them without a jump.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Places {
    /// Up to [`FEW`]; the rest of the array is empty.
    Few(u8, [Place; FEW]),
    /// More.
    Many(Box<[Place]>),
}

impl Places {
    /// These places.
    pub fn of(places: impl ExactSizeIterator<Item = Place>) -> Self {
        let length = places.len();
        if length > FEW {
            return Self::Many(places.collect());
        }
        let mut few = [Place::default(); FEW];
        few.iter_mut().zip(places).for_each(|(empty, place)| *empty = place);
        Self::Few(length as u8, few)
    }

    /// All of them, best first.
    pub fn as_slice(&self) -> &[Place] {
        match self {
            Self::Few(length, places) => places.get(..usize::from(*length)).unwrap_or_default(),
            Self::Many(places) => places,
        }
    }

    /// The same, to be changed.
    pub fn as_mut_slice(&mut self) -> &mut [Place] {
        match self {
            Self::Few(length, places) => places.get_mut(..usize::from(*length)).unwrap_or_default(),
            Self::Many(places) => places,
        }
    }
}

/// By the first place where they differ, as words in a dictionary.
impl Ord for Places {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}

impl PartialOrd for Places {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
