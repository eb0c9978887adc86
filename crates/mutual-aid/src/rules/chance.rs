//! Chance that anybody can replay: the same seed gives the same draws, on every machine and in every version.

/// Scatters the bits of a number (the finisher of SplitMix64).
const fn scatter(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The place that the lot of `seed` gives to an id. Whoever does not know the seed cannot tell who comes first.
pub const fn lot(seed: u64, id: u128) -> u64 {
    let [high, low] = [(id >> 64) as u64, id as u64];
    let mixed = scatter(seed.wrapping_add(STEP)).wrapping_add(high);
    scatter(scatter(mixed.wrapping_add(STEP)).wrapping_add(low).wrapping_add(STEP))
}

/// Draws, one after the other (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Draws of this seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        scatter(self.0)
    }

    /// Whether something happens that happens `per_mille` times in a thousand.
    pub const fn happens(&mut self, per_mille: u16) -> bool {
        // The top bits, as in a fraction: no remainder favours anything.
        ((self.draw() >> 32) * 1000) >> 32 < per_mille as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        // The first draws of SplitMix64 for this seed, as published with it.
        let mut chance = Chance::new(1_234_567);
        assert_eq!([chance.draw(), chance.draw()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
        assert_eq!(lot(1, 7), lot(1, 7));
        assert_ne!(lot(1, 7), lot(2, 7));
        assert_ne!(lot(1, 7), lot(1, 7 << 64));
    }

    #[test]
    fn what_happens_three_times_in_five_happens_about_so() {
        let mut chance = Chance::new(5);
        let happened = (0..10_000).filter(|_| chance.happens(600)).count();
        assert!((5_800..6_200).contains(&happened), "{happened}");
        assert!((0..100).all(|_| chance.happens(1000) && !chance.happens(0)));
    }
}
