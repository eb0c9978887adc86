//! Two people who welcome a newcomer: whom she is offered, and for how long (`mutual-aid` M4).

use chrono::Months;
use commons::clock::Time;
use commons::ids::MemberId;
use sha2::{Digest, Sha256};

/// How many welcome one newcomer.
pub const A_PAIR: usize = 2;
/// Months after which a pair ends by itself.
pub const LASTS_MONTHS: u32 = 3;

/// When a pair that begins at `since` ends.
pub fn ends(since: Time) -> Time {
    since.checked_add_months(Months::new(LASTS_MONTHS)).unwrap_or(since)
}

/// Those who welcome, in the order in which they are offered to `newcomer`: the same each time for her, another for
/// somebody else, so that nobody is always first. It comes from the two ids and from nothing that is known of
/// anybody.
pub fn offered(newcomer: MemberId, mut welcomers: Vec<MemberId>) -> Vec<MemberId> {
    welcomers.retain(|welcomer| *welcomer != newcomer);
    welcomers.sort_by_cached_key(|welcomer| {
        (Sha256::digest([newcomer.0.as_bytes().as_slice(), welcomer.0.as_bytes()].concat()).to_vec(), *welcomer)
    });
    welcomers.dedup();
    welcomers
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proptest::prelude::*;
    use uuid::Uuid;

    #[test]
    fn a_pair_of_january_ends_in_april() {
        let at = |month, day| Utc.with_ymd_and_hms(2027, month, day, 18, 0, 0).unwrap();
        assert_eq!(ends(at(1, 12)), at(4, 12));
        assert_eq!(ends(at(11, 30)), Utc.with_ymd_and_hms(2028, 2, 29, 18, 0, 0).unwrap());
    }

    proptest! {
        #[test]
        fn the_order_of_the_list_changes_nothing_and_nobody_welcomes_herself(
            ids in prop::collection::vec(0u128..40, 0..12), newcomer in 0u128..40,
        ) {
            let id = |number: u128| MemberId(Uuid::from_u128(number));
            let there: Vec<_> = ids.iter().copied().map(id).collect();
            let mut back = there.clone();
            back.reverse();
            let once = offered(id(newcomer), there.clone());
            prop_assert_eq!(&once, &offered(id(newcomer), back));
            prop_assert!(!once.contains(&id(newcomer)));
            prop_assert!(there.iter().all(|one| *one == id(newcomer) || once.contains(one)));
        }
    }
}
