//! An order that comes from nothing that is known of anybody: another for each thing that is asked, the same each time.

/// The place of somebody in the draw for one thing. `of` names the thing, `who` the person: the number of an id.
///
/// Whoever is first for one visit is somewhere else for the next, so nobody is always asked first (`mutual-aid` ALG3,
/// ALG4). It mixes as SplitMix64 does (Steele, Lea and Flood, 2014); it hides nothing and is no secret.
pub fn draw(of: u128, who: u128) -> u64 {
    let halves = |number: u128| {
        let low = u64::try_from(number & u128::from(u64::MAX)).unwrap_or_default();
        let high = u64::try_from(number >> 64).unwrap_or_default();
        [high, low]
    };
    halves(of).into_iter().chain(halves(who)).fold(0, |mixed, part| mix(mixed ^ part))
}

const fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn it_is_the_same_each_time_and_another_for_each_thing() {
        assert_eq!(draw(1, 2), draw(1, 2));
        let all: BTreeSet<u64> = (0..100).flat_map(|of| (0..100).map(move |who| draw(of, who << 64 | who))).collect();
        assert_eq!(all.len(), 10_000);
    }

    #[test]
    fn nobody_is_always_first() {
        let mut first = [0u32; 5];
        for of in 0..1_000 {
            let who = (0..5u128).min_by_key(|who| draw(of, *who)).unwrap();
            first[usize::try_from(who).unwrap()] += 1;
        }
        assert!(first.iter().all(|times| (140..260).contains(times)), "{first:?}");
    }
}
