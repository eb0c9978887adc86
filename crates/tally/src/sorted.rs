//! Values in order, each with how many times it is there.

/// Most values in a row before it is cut in two.
const ROW: usize = 512;

/// Different values in order, with how many there are of each.
///
/// They lie in rows, so that one more moves few others; a sorted list is one row as it is. A tree would do as well, but
/// takes longer to build than the list takes to sort.
#[derive(Clone, Debug)]
pub struct Sorted<T> {
    rows: Vec<Vec<(T, u64)>>,
    different: usize,
}

impl<T: Ord> Sorted<T> {
    /// Nothing.
    pub const fn new() -> Self {
        Self { rows: Vec::new(), different: 0 }
    }

    /// A sorted list, equal values merged.
    pub fn of(mut list: Vec<(T, u64)>) -> Self {
        list.dedup_by(|(next, more), (value, count)| {
            let is_equal = next == value;
            *count += if is_equal { *more } else { 0 };
            is_equal
        });
        Self { different: list.len(), rows: vec![list] }
    }

    /// Puts in `count` times `value`.
    pub fn add(&mut self, value: T, count: u64) {
        // In the last row that begins before it, or else in the first.
        let begin_later = self.rows.partition_point(|row| row.first().is_some_and(|(first, _)| *first <= value));
        let at = begin_later.saturating_sub(1);
        let Some(row) = self.rows.get_mut(at) else {
            *self = Self::of(vec![(value, count)]);
            return;
        };
        match row.binary_search_by(|(other, _)| other.cmp(&value)) {
            Ok(equal) => row.get_mut(equal).into_iter().for_each(|(_, so_far)| *so_far += count),
            Err(place) => {
                row.insert(place, (value, count));
                self.different += 1;
                if row.len() > ROW {
                    let second_half = row.split_off(row.len() / 2);
                    self.rows.insert(at + 1, second_half);
                }
            }
        }
    }
}

impl<T> Sorted<T> {
    /// Each value with how many there are of it, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&T, u64)> {
        Known { values: self.rows.iter().flatten().map(|(value, count)| (value, *count)), left: self.different }
    }

    /// The same, taken apart.
    pub fn into_counts(self) -> impl Iterator<Item = (T, u64)> {
        self.rows.into_iter().flatten()
    }
}

/// Equal when the same values are there as many times, whatever rows they lie in.
impl<T: PartialEq> PartialEq for Sorted<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for Sorted<T> {}

/// Values of which it is known how many are left.
struct Known<I> {
    values: I,
    left: usize,
}

impl<I: Iterator> Iterator for Known<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.left = self.left.saturating_sub(1);
        self.values.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<I: Iterator> ExactSizeIterator for Known<I> {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_is_an_ordered_map_however_it_is_filled(values in proptest::collection::vec(0u16..2000, 0..3000), cut in 0usize..3000) {
            let mut map = BTreeMap::new();
            values.iter().for_each(|value| *map.entry(*value).or_default() += 1u64);
            let (list, later) = values.split_at(cut.min(values.len()));
            let mut list: Vec<(u16, u64)> = list.iter().map(|value| (*value, 1)).collect();
            list.sort_unstable();
            let mut sorted = Sorted::of(list);
            later.iter().for_each(|value| sorted.add(*value, 1));
            prop_assert_eq!(sorted.iter().len(), map.len());
            prop_assert!(sorted.iter().eq(map.iter().map(|(value, count)| (value, *count))));
            prop_assert_eq!(sorted.clone(), Sorted::of(map.into_iter().collect()));
        }
    }

    #[test]
    fn a_row_that_grows_is_cut_in_two_and_nothing_is_lost() {
        let mut sorted = Sorted::new();
        (0..10 * ROW).rev().for_each(|value| sorted.add(value, 2));
        assert!(sorted.rows.len() > 10 && sorted.rows.iter().all(|row| row.len() <= ROW));
        assert!(sorted.iter().eq((0..10 * ROW).collect::<Vec<_>>().iter().map(|value| (value, 2))));
    }
}
