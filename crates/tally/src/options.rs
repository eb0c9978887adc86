//! What a ballot chooses among: options, named by their place in the listed order.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Most options in one vote.
pub const MOST_OPTIONS: u16 = 1_000;

/// An option: its place in the listed order, from 0.
///
/// It is written `#3` in stored outcomes, so that no place is taken for a number of votes and a reader can put
/// the name in its stead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(u16);

impl OptionId {
    /// The option at `place`, from 0.
    pub const fn new(place: u16) -> Self {
        Self(place)
    }

    /// Its place in the listed order, from 0.
    pub const fn place(self) -> usize {
        self.0 as usize
    }

    /// The first `count` options, in listed order.
    pub fn first(count: u16) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (0..count).map(Self)
    }
}

impl Serialize for OptionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("#{}", self.0))
    }
}

impl<'de> Deserialize<'de> for OptionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let place = text.strip_prefix('#').and_then(|place| place.parse().ok());
        place.map(Self).ok_or_else(|| de::Error::custom("not the place of an option"))
    }
}

/// Something for each option, in listed order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerOption<T>(Vec<T>);

impl<T> PerOption<T> {
    /// What `make` says of each of `count` options.
    pub fn new(count: u16, make: impl FnMut(OptionId) -> T) -> Self {
        Self(OptionId::first(count).map(make).collect())
    }

    /// What it says of `option`; nothing when there is no such option.
    pub fn get(&self, option: OptionId) -> Option<&T> {
        self.0.get(option.place())
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, option: OptionId) -> Option<&mut T> {
        self.0.get_mut(option.place())
    }

    /// Everything, in listed order.
    pub fn values(&self) -> &[T] {
        &self.0
    }

    /// Everything, in listed order, to be changed.
    pub(crate) fn values_mut(&mut self) -> &mut [T] {
        &mut self.0
    }

    /// Everything with its option, in listed order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (OptionId, &T)> {
        self.0.iter().enumerate().map(|(place, value)| (OptionId(u16::try_from(place).unwrap_or(u16::MAX)), value))
    }
}

impl<T: Copy + Default> PerOption<T> {
    /// What it says of `option`; the default (0, no) when there is no such option.
    pub fn of(&self, option: OptionId) -> T {
        self.get(option).copied().unwrap_or_default()
    }

    /// Replaces what it says of `option`.
    pub fn set(&mut self, option: OptionId, value: T) {
        if let Some(place) = self.get_mut(option) {
            *place = value;
        }
    }
}

/// All options in an order drawn by lot beforehand. It settles ties only where a method says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TieOrder(PerOption<u16>);

impl TieOrder {
    /// `order`, when it names each of `count` options exactly once.
    pub fn new(count: u16, order: &[OptionId]) -> Option<Self> {
        let mut ranks = PerOption::new(count, |_| None);
        for (rank, option) in (0..).zip(order) {
            match ranks.get_mut(*option) {
                Some(place @ None) => *place = Some(rank),
                _ => return None,
            }
        }
        ranks.0.into_iter().collect::<Option<_>>().map(|ranks| Self(PerOption(ranks)))
    }

    /// The listed order.
    pub fn listed(count: u16) -> Self {
        Self(PerOption::new(count, |option| option.0))
    }

    /// Its place in the drawn order, from 0.
    pub fn rank(&self, option: OptionId) -> u16 {
        self.0.of(option)
    }
}

/// Sorts options into tiers, best first: options with equal keys share a tier, in listed order.
pub fn tiers_by<K: Ord>(
    options: impl IntoIterator<Item = OptionId>,
    key: impl Fn(OptionId) -> K,
) -> Vec<Vec<OptionId>> {
    let mut keyed: Vec<(K, OptionId)> = options.into_iter().map(|option| (key(option), option)).collect();
    keyed.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.cmp(y)));
    keyed.chunk_by(|(a, _), (b, _)| a == b).map(|tier| tier.iter().map(|(_, option)| *option).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(places: &[u16]) -> Vec<OptionId> {
        places.iter().copied().map(OptionId::new).collect()
    }

    #[test]
    fn a_drawn_order_names_every_option_once() {
        assert!(TieOrder::new(3, &ids(&[2, 0, 1])).is_some());
        assert!(TieOrder::new(0, &[]).is_some());
        for wrong in [&[0, 1][..], &[0, 1, 1], &[0, 1, 3], &[0, 1, 2, 2]] {
            assert_eq!(TieOrder::new(3, &ids(wrong)), None, "{wrong:?}");
        }
    }

    #[test]
    fn the_listed_order_is_an_order_like_another() {
        assert_eq!(TieOrder::new(4, &ids(&[0, 1, 2, 3])), Some(TieOrder::listed(4)));
    }

    #[test]
    fn options_with_equal_keys_share_a_tier_in_listed_order() {
        let points = [3, 5, 3, 0];
        let tiers = tiers_by(OptionId::first(4), |option| points[option.place()]);
        assert_eq!(tiers, [ids(&[1]), ids(&[0, 2]), ids(&[3])]);
    }

    #[test]
    fn an_option_is_written_with_a_hash_sign_and_reads_back() {
        let written = serde_json::to_string(&OptionId::new(12)).unwrap();
        assert_eq!(written, "\"#12\"");
        assert_eq!(serde_json::from_str::<OptionId>(&written).unwrap(), OptionId::new(12));
        for wrong in ["\"12\"", "\"#\"", "\"#70000\"", "12"] {
            assert!(serde_json::from_str::<OptionId>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_is_known_of_an_option_that_does_not_exist() {
        let mut votes = PerOption::new(2, |_| 7u64);
        votes.set(OptionId::new(5), 9);
        assert_eq!(votes.of(OptionId::new(5)), 0);
        assert_eq!(votes.values(), [7, 7]);
    }
}
