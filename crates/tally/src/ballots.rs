//! Ballots: what one says, and how many say the same.
//!
//! Equal ballots are merged and kept sorted, so a count cannot see in which order they came: the same ballots
//! give the same outcome and the same explanation, byte for byte (`decisions B13`).

use crate::options::{MOST_OPTIONS, OptionId};
use crate::places::{Place, Places};
use crate::sorted::Sorted;
use std::fmt;

/// Most ballots in one vote. All sums of votes and points that follow from it fit in 128 bits.
pub const MOST_BALLOTS: u64 = 1_000_000_000_000_000_000;

/// What one ballot says of some options.
pub trait Ballot: Ord {
    /// The options it names.
    fn named(&self) -> impl Iterator<Item = OptionId>;

    /// Whether it expresses anything at all.
    fn expresses(&self) -> bool {
        self.named().next().is_some()
    }

    /// A number that never falls from one ballot to a greater one, in a vote on so many options. To compare it first
    /// makes sorting fast.
    fn key(&self, options: u16) -> u64 {
        let _ = options;
        0
    }
}

/// The ballots of one vote on so many options: equal ones merged, in a fixed order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballots<B> {
    options: u16,
    total: u64,
    expressed: u64,
    /// Each different ballot with how many say so, in order.
    counts: Sorted<B>,
}

impl<B: Ballot> Ballots<B> {
    /// An empty ballot box for a vote on `options` options.
    pub const fn new(options: u16) -> Self {
        Self { options, total: 0, expressed: 0, counts: Sorted::new() }
    }

    /// A box with each of these ballots once. For many ballots that is faster than one after the other.
    ///
    /// # Errors
    /// As [`Ballots::add`].
    pub fn of(options: u16, ballots: impl IntoIterator<Item = B>) -> Result<Self, NotCounted> {
        let mut all = Self::new(options);
        let mut keyed: Vec<(u64, B)> = ballots.into_iter().map(|ballot| (0, ballot)).collect();
        for (key, ballot) in &mut keyed {
            all.account_for(ballot, 1)?;
            *key = ballot.key(options);
        }
        keyed.sort_unstable();
        all.counts = Sorted::of(keyed.into_iter().map(|(_, ballot)| (ballot, 1)).collect());
        Ok(all)
    }

    /// Puts in `count` ballots that say the same.
    ///
    /// # Errors
    /// [`NotCounted::UnknownOption`] when it names an option beyond those of the vote, [`NotCounted::TooMany`] past
    /// [`MOST_BALLOTS`]. The box is then as before.
    pub fn add(&mut self, ballot: B, count: u64) -> Result<(), NotCounted> {
        self.account_for(&ballot, count)?;
        if count > 0 {
            self.counts.add(ballot, count);
        }
        Ok(())
    }

    /// Counts `count` more of a ballot that is about to be put in, unless it cannot be.
    fn account_for(&mut self, ballot: &B, count: u64) -> Result<(), NotCounted> {
        if let Some(unknown) = ballot.named().find(|option| option.place() >= usize::from(self.options)) {
            return Err(NotCounted::UnknownOption(unknown));
        }
        let total = self.total.checked_add(count).filter(|total| *total <= MOST_BALLOTS);
        self.total = total.ok_or(NotCounted::TooMany)?;
        if ballot.expresses() {
            self.expressed += count;
        }
        Ok(())
    }

    /// How many options the vote is on.
    pub const fn options(&self) -> u16 {
        self.options
    }

    /// How many ballots there are, empty ones included.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// How many ballots express something.
    pub const fn expressed(&self) -> u64 {
        self.expressed
    }

    /// The same ballots, each changed, in a vote on so many options.
    pub(crate) fn changed(self, options: u16, change: impl Fn(B) -> B) -> Self {
        let mut counts: Vec<(B, u64)> =
            self.counts.into_counts().map(|(ballot, count)| (change(ballot), count)).collect();
        counts.sort_unstable();
        Self { options, counts: Sorted::of(counts), ..self }
    }

    /// Each different ballot with how many say so, in a fixed order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&B, u64)> {
        self.counts.iter()
    }
}

/// Why a ballot cannot be put in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// It names an option that the vote does not have.
    UnknownOption(OptionId),
    /// There would be more than [`MOST_BALLOTS`].
    TooMany,
    /// It names the same option twice.
    Twice(OptionId),
    /// It has a tier without an option.
    EmptyTier,
}

impl fmt::Display for NotCounted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption(option) => write!(f, "there is no option {}", option.place()),
            Self::TooMany => write!(f, "more than {MOST_BALLOTS} ballots"),
            Self::Twice(option) => write!(f, "option {} twice in one ballot", option.place()),
            Self::EmptyTier => f.write_str("an empty tier"),
        }
    }
}

impl std::error::Error for NotCounted {}

/// A ranking, best first; options in one tier are equal; whatever is not ranked comes last, tied.
///
/// Kept flat, because a large vote has a million of these in memory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ranking(Places);

impl Ranking {
    /// A ranking from its tiers, best first.
    ///
    /// # Errors
    /// [`NotCounted::EmptyTier`], [`NotCounted::Twice`] when an option comes twice, or [`NotCounted::UnknownOption`]
    /// when no vote has so many options.
    pub fn new<T: AsRef<[OptionId]>>(tiers: &[T]) -> Result<Self, NotCounted> {
        if tiers.iter().any(|tier| tier.as_ref().is_empty()) {
            return Err(NotCounted::EmptyTier);
        }
        check_options(tiers.iter().flat_map(AsRef::as_ref))?;
        let mut places = Vec::with_capacity(tiers.iter().map(|tier| tier.as_ref().len()).sum());
        for tier in tiers {
            let before = places.len();
            places.extend(tier.as_ref().iter().map(|option| Place::new(*option, false)));
            let tier = places.get_mut(before..).unwrap_or_default();
            tier.sort_unstable();
            tier.iter_mut().skip(1).for_each(|place| *place = Place::new(place.option(), true));
        }
        Ok(Self(Places::of(places.into_iter())))
    }

    /// A ranking without ties, best first.
    ///
    /// # Errors
    /// [`NotCounted::Twice`] when an option comes twice, [`NotCounted::UnknownOption`] when no vote has so many options.
    pub fn strict(order: &[OptionId]) -> Result<Self, NotCounted> {
        check_options(order)?;
        Ok(Self(Places::of(order.iter().map(|option| Place::new(*option, false)))))
    }

    /// Its tiers, best first, each in listed order.
    pub fn tiers(&self) -> impl Iterator<Item = impl ExactSizeIterator<Item = OptionId> + Clone> {
        self.0.as_slice().chunk_by(|_, next| next.is_tied()).map(|tier| tier.iter().map(|place| place.option()))
    }

    /// Whether no two options share a tier.
    pub fn is_strict(&self) -> bool {
        // Without a way out on the way: places are looked at several at a time.
        !self.0.as_slice().iter().fold(false, |tied, place| tied | place.is_tied())
    }

    /// The same ranking with other names for its options.
    pub(crate) fn renamed(mut self, name: impl Fn(OptionId) -> OptionId) -> Self {
        for tier in self.0.as_mut_slice().chunk_by_mut(|_, next| next.is_tied()) {
            tier.iter_mut().for_each(|place| *place = Place::new(name(place.option()), false));
            tier.sort_unstable();
            tier.iter_mut().skip(1).for_each(|place| *place = Place::new(place.option(), true));
        }
        self
    }
}

impl Ballot for Ranking {
    fn named(&self) -> impl Iterator<Item = OptionId> {
        self.0.as_slice().iter().map(|place| place.option())
    }

    /// Its first places, as many as fit.
    fn key(&self, options: u16) -> u64 {
        let width = u32::BITS - (2 * u32::from(options)).leading_zeros();
        let mut key = 0;
        let mut free = u64::BITS;
        for place in self.0.as_slice() {
            let Some(rest) = free.checked_sub(width) else { break };
            free = rest;
            // From 1, so that a place comes after no place.
            key |= u64::from(place.0 + 1) << free;
        }
        key
    }
}

/// The options that a voter approves of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Approval(Box<[OptionId]>);

impl Approval {
    /// Approves of these.
    ///
    /// # Errors
    /// [`NotCounted::Twice`] when an option comes twice.
    pub fn new(options: impl IntoIterator<Item = OptionId>) -> Result<Self, NotCounted> {
        let mut options: Box<[OptionId]> = options.into_iter().collect();
        options.sort_unstable();
        match first_twice(&options, |option| *option) {
            Some(option) => Err(NotCounted::Twice(option)),
            None => Ok(Self(options)),
        }
    }

    /// Whether it approves of `option`.
    pub fn includes(&self, option: OptionId) -> bool {
        self.0.binary_search(&option).is_ok()
    }

    /// The same ballot with other names for its options.
    pub(crate) fn renamed(self, name: impl Fn(OptionId) -> OptionId) -> Self {
        let mut options = self.0;
        options.iter_mut().for_each(|option| *option = name(*option));
        options.sort_unstable();
        Self(options)
    }
}

impl Ballot for Approval {
    fn named(&self) -> impl Iterator<Item = OptionId> {
        self.0.iter().copied()
    }
}

/// Points for options. No points and no mention are the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scores(Box<[(OptionId, u16)]>);

impl Scores {
    /// These points.
    ///
    /// # Errors
    /// [`NotCounted::Twice`] when an option comes twice.
    pub fn new(scores: impl IntoIterator<Item = (OptionId, u16)>) -> Result<Self, NotCounted> {
        let mut scores: Vec<(OptionId, u16)> = scores.into_iter().collect();
        scores.sort_unstable();
        match first_twice(&scores, |(option, _)| *option) {
            Some(option) => Err(NotCounted::Twice(option)),
            None => Ok(Self(scores.into_iter().filter(|(_, points)| *points > 0).collect())),
        }
    }

    /// Each option that got points, with them.
    pub fn points(&self) -> impl Iterator<Item = (OptionId, u16)> {
        self.0.iter().copied()
    }

    /// The same ballot with other names for its options.
    pub(crate) fn renamed(self, name: impl Fn(OptionId) -> OptionId) -> Self {
        let mut scores = self.0;
        scores.iter_mut().for_each(|(option, _)| *option = name(*option));
        scores.sort_unstable();
        Self(scores)
    }
}

impl Ballot for Scores {
    fn named(&self) -> impl Iterator<Item = OptionId> {
        self.0.iter().map(|(option, _)| *option)
    }
}

/// Refuses an option that comes twice, or that is beyond those of any vote.
fn check_options<'a>(options: impl IntoIterator<Item = &'a OptionId> + Clone) -> Result<(), NotCounted> {
    let (mut length, mut seen) = (0, 0u64);
    for option in options.clone() {
        length += 1;
        seen |= 1u64.checked_shl(option.place() as u32).unwrap_or_default();
    }
    if seen.count_ones() == length {
        // All of them different, and among the first 64: nearly every ballot ends here.
        return Ok(());
    }
    let mut sorted: Vec<OptionId> = options.into_iter().copied().collect();
    sorted.sort_unstable();
    match (first_twice(&sorted, |option| *option), sorted.last()) {
        (Some(option), _) => Err(NotCounted::Twice(option)),
        (None, Some(last)) if last.place() >= usize::from(MOST_OPTIONS) => Err(NotCounted::UnknownOption(*last)),
        (None, _) => Ok(()),
    }
}

/// The first option that comes twice in a sorted list.
fn first_twice<T>(sorted: &[T], option: impl Fn(&T) -> OptionId) -> Option<OptionId> {
    let mut next_to_each_other = sorted.iter().zip(sorted.iter().skip(1));
    next_to_each_other.find(|(one, next)| option(one) == option(next)).map(|(twice, _)| option(twice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{id, ranking};
    use proptest::prelude::*;

    /// With ties and without, with places that lie in the ballot and with more.
    fn a_ranking() -> impl Strategy<Value = Ranking> {
        let order = (1..=20u16).prop_flat_map(|options| Just((0..options).collect::<Vec<_>>()).prop_shuffle());
        (order, 0..=20usize, proptest::collection::vec(any::<bool>(), 20)).prop_map(|(order, length, tied)| {
            let mut tiers: Vec<Vec<OptionId>> = Vec::new();
            for (option, tied) in order.into_iter().zip(tied).take(length) {
                match tiers.last_mut() {
                    Some(tier) if tied => tier.push(id(option)),
                    _ => tiers.push(vec![id(option)]),
                }
            }
            Ranking::new(&tiers).unwrap()
        })
    }

    /// Each option with whether it is in the tier of the one before it.
    fn spelt_out(ranking: &Ranking) -> Vec<(OptionId, bool)> {
        ranking.tiers().flat_map(|tier| tier.enumerate().map(|(at, option)| (option, at > 0))).collect()
    }

    proptest! {
        #[test]
        fn a_box_is_the_same_at_once_and_one_by_one(ballots in proptest::collection::vec(a_ranking(), 0..80)) {
            let at_once = Ballots::of(20, ballots.clone()).unwrap();
            let mut one_by_one = Ballots::new(20);
            ballots.iter().for_each(|ballot| one_by_one.add(ballot.clone(), 1).unwrap());
            prop_assert_eq!(&at_once, &one_by_one);
            prop_assert_eq!(at_once.iter().map(|(_, count)| count).sum::<u64>(), at_once.total());
            prop_assert_eq!(ballots.iter().filter(|ballot| ballot.expresses()).count() as u64, at_once.expressed());
        }

        #[test]
        fn rankings_are_in_the_order_of_their_places_and_keys_agree(one in a_ranking(), other in a_ranking()) {
            prop_assert_eq!(one.cmp(&other), spelt_out(&one).cmp(&spelt_out(&other)));
            prop_assert_eq!(one == other, spelt_out(&one) == spelt_out(&other));
            let (lesser, greater) = if one < other { (one, other) } else { (other, one) };
            for options in [20, 100, 1_000] {
                prop_assert!(lesser.key(options) <= greater.key(options));
            }
        }
    }

    #[test]
    fn an_option_twice_or_beyond_every_vote_is_refused_in_a_long_ballot_too() {
        let all: Vec<OptionId> = OptionId::first(MOST_OPTIONS).collect();
        assert_eq!(Ranking::strict(&all).unwrap().named().collect::<Vec<_>>(), all);
        assert_eq!(Ranking::strict(&[id(900), id(3), id(900)]), Err(NotCounted::Twice(id(900))));
        assert_eq!(Ranking::strict(&[id(70), id(MOST_OPTIONS)]), Err(NotCounted::UnknownOption(id(MOST_OPTIONS))));
        assert_eq!(Ranking::new(&[[id(u16::MAX)]]), Err(NotCounted::UnknownOption(id(u16::MAX))));
    }

    #[test]
    fn equal_ballots_are_merged_whatever_their_order() {
        let one = Ballots::of(3, [ranking("a>b"), ranking("c"), ranking("a>b")]).unwrap();
        let other = Ballots::of(3, [ranking("c"), ranking("a>b"), ranking("a>b")]).unwrap();
        assert_eq!(one, other);
        assert_eq!(one.total(), 3);
        assert_eq!(one.iter().len(), 2);
    }

    #[test]
    fn options_of_one_tier_are_equal_in_any_order() {
        assert_eq!(ranking("a>c=b"), ranking("a>b=c"));
        assert_ne!(ranking("a>b=c"), ranking("a=b>c"));
    }

    #[test]
    fn a_ballot_is_refused_when_it_says_something_twice_or_nothing_in_a_tier() {
        assert_eq!(Ranking::strict(&[id(0), id(1), id(0)]), Err(NotCounted::Twice(id(0))));
        assert_eq!(Ranking::new(&[vec![id(0)], vec![]]), Err(NotCounted::EmptyTier));
        assert_eq!(Ranking::new(&[vec![id(0), id(0)]]), Err(NotCounted::Twice(id(0))));
        assert_eq!(Approval::new([id(1), id(1)]), Err(NotCounted::Twice(id(1))));
        assert_eq!(Scores::new([(id(1), 2), (id(1), 0)]), Err(NotCounted::Twice(id(1))));
    }

    #[test]
    fn an_unknown_option_or_too_many_ballots_leave_the_box_as_it_was() {
        let mut ballots = Ballots::of(2, [ranking("b")]).unwrap();
        let before = ballots.clone();
        assert_eq!(ballots.add(ranking("a>c"), 1), Err(NotCounted::UnknownOption(id(2))));
        assert_eq!(ballots.add(ranking("a"), MOST_BALLOTS), Err(NotCounted::TooMany));
        assert_eq!(ballots.add(ranking("a"), u64::MAX), Err(NotCounted::TooMany));
        assert_eq!(ballots, before);
    }

    #[test]
    fn no_points_and_no_mention_are_the_same_ballot() {
        assert_eq!(Scores::new([(id(0), 3), (id(1), 0)]), Scores::new([(id(0), 3)]));
    }

    #[test]
    fn tiers_come_back_as_they_were_given() {
        let tiers: Vec<Vec<OptionId>> = ranking("b>c=a>d").tiers().map(Iterator::collect).collect();
        assert_eq!(tiers, [vec![id(1)], vec![id(0), id(2)], vec![id(3)]]);
        assert!(ranking("b>a").is_strict() && !ranking("b=a").is_strict());
        assert_eq!(ranking("").tiers().count(), 0);
    }

    #[test]
    fn an_empty_ballot_is_a_ballot_that_expresses_nothing() {
        let ballots = Ballots::of(2, [ranking(""), ranking("a"), ranking("")]).unwrap();
        assert_eq!((ballots.total(), ballots.expressed()), (3, 1));
    }

    #[test]
    fn another_name_keeps_tiers_together() {
        let turned = ranking("a=b>c").renamed(|option| id(2 - option.place() as u16));
        assert_eq!(turned, ranking("b=c>a"));
    }
}
