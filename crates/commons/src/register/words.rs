//! Numbers said as French words, so that people can compare them by voice and copy them by hand.
//!
//! The words are the 2,048 of the French BIP-39 list: 11 bits each, all different in their first
//! four letters, and still different without accents.

use std::sync::LazyLock;

use rand::CryptoRng;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::chain::Hash;

/// The words that stand for the head of a register: 8 of 11 bits, 88 bits in all.
pub const HEAD_WORDS: usize = 8;

/// The published list writes its accents apart; pages and paper want composed letters.
static LIST: LazyLock<Vec<String>> = LazyLock::new(|| {
    let list = bip39::Language::French.word_list();
    list.iter().map(|word| word.nfc().collect()).collect()
});

/// The first 88 bits of a hash as eight words.
pub fn head_words(hash: &Hash) -> [&'static str; HEAD_WORDS] {
    let bits = hash.0.iter().take(11).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    std::array::from_fn(|place| word(bits >> (11 * (HEAD_WORDS - 1 - place))))
}

/// As many words as asked for, each of 11 random bits, for passphrases and printed codes.
pub fn random_words(n: usize, rng: &mut impl CryptoRng) -> Vec<&'static str> {
    (0..n).map(|_| word(rng.next_u32().into())).collect()
}

/// Words as somebody typed them, brought to one form: no accent, small letters, one space between
/// words, so that codes compare equal however they were written.
pub fn fold_words(typed: &str) -> String {
    let plain = typed.nfkd().flat_map(char::to_lowercase).nfkd().filter(|c| !is_combining_mark(*c));
    let spaced: String = plain.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The word of the lowest 11 bits.
fn word(bits: u128) -> &'static str {
    LIST.get((bits & 0x7ff) as usize).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;

    #[test]
    fn the_list_has_2048_words_that_stay_apart_without_accents() {
        assert_eq!(LIST.len(), 2048);
        let folded: BTreeSet<_> = LIST.iter().map(|word| fold_words(word)).collect();
        assert_eq!(folded.len(), 2048);
        assert!(folded.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
    }

    #[test]
    fn the_head_is_the_first_88_bits() {
        assert_eq!(head_words(&Hash::GENESIS), ["abaisser"; 8]);
        let mut hash = Hash([0xff; 32]);
        assert_eq!(head_words(&hash), ["zoologie"; 8]);
        hash.0[11] = 0;
        assert_eq!(head_words(&hash), ["zoologie"; 8]);
        hash.0[10] = 0xfe;
        assert_eq!(head_words(&hash)[7], "zeste");
        let first = Hash(std::array::from_fn(|place| if place == 1 { 0b0010_0000 } else { 0 }));
        assert_eq!(head_words(&first)[0], LIST[1]);
    }

    #[test]
    fn typed_words_compare_equal() {
        let code = "académie zèbre acajou";
        for typed in ["ACADEMIE, Zebre - acajou", " academie\u{a0}zèbre/acajou.\n", "acade\u{301}mie_zèbre acajou"] {
            assert_eq!(fold_words(typed), fold_words(code));
        }
        assert_eq!(fold_words(" -- "), "");
    }

    #[test]
    fn random_words_come_from_the_whole_list() {
        let mut rng = StdRng::seed_from_u64(1);
        let seen: BTreeSet<_> = random_words(60_000, &mut rng).into_iter().collect();
        assert_eq!(seen.len(), 2048);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(typed in any::<String>()) {
            let once = fold_words(&typed);
            prop_assert_eq!(fold_words(&once), once);
        }
    }
}
