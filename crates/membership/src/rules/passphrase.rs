//! Passphrases: five French words drawn by the machine, or a sentence of one's own (`reliability D13`).

use commons::register::words;

/// Fewest characters of a sentence of one's own (NIST SP 800-63B-4, single factor).
pub const SHORTEST: usize = 15;
/// Most characters: a longer one only costs time.
pub const LONGEST: usize = 128;
/// Words of a drawn passphrase: five of 2,048, 55 bits, behind a slow hash and slowed guesses.
pub const DRAWN_WORDS: usize = 5;

/// Why a passphrase is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooWeak {
    /// Under [`SHORTEST`] characters.
    Short,
    /// Over [`LONGEST`] characters.
    Long,
    /// The same few signs again and again, or a sequence everybody tries.
    Repeats,
}

/// A passphrase drawn by the machine.
pub fn draw() -> String {
    words::random_words(DRAWN_WORDS, &mut rand::rng()).join(" ")
}

/// What is compared: accents, capitals and doubled spaces make no difference, so that a phrase noted on
/// paper is found again whoever types it.
pub fn folded(passphrase: &str) -> String {
    words::fold_words(passphrase)
}

/// Whether a passphrase can be taken. No rule about signs or digits, no forced change.
///
/// # Errors
/// What is wrong with it.
pub fn check(passphrase: &str) -> Result<(), TooWeak> {
    let passphrase = folded(passphrase);
    let length = passphrase.chars().count();
    if length < SHORTEST {
        return Err(TooWeak::Short);
    }
    if length > LONGEST {
        return Err(TooWeak::Long);
    }
    if is_repetitive(&passphrase) {
        return Err(TooWeak::Repeats);
    }
    Ok(())
}

/// Fewer than six different signs, or steps that are nearly all the same (`aaaa…`, `abcdef…`, `123456…`).
fn is_repetitive(text: &str) -> bool {
    let signs: Vec<u32> = text.chars().map(u32::from).collect();
    let different = signs.iter().collect::<std::collections::BTreeSet<_>>().len();
    let steps: Vec<i64> =
        signs.windows(2).filter_map(|pair| Some(i64::from(*pair.get(1)?) - i64::from(*pair.first()?))).collect();
    let commonest = steps.iter().map(|step| steps.iter().filter(|other| *other == step).count()).max().unwrap_or(0);
    different < 6 || commonest * 2 > steps.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_machine_draws_is_taken() {
        for _ in 0..200 {
            let drawn = draw();
            assert_eq!(drawn.split(' ').count(), DRAWN_WORDS);
            assert_eq!(check(&drawn), Ok(()), "{drawn}");
        }
    }

    #[test]
    fn short_long_and_worn_out_phrases_are_not() {
        assert_eq!(check("chat noir"), Err(TooWeak::Short));
        assert_eq!(check(&"les chats dorment ".repeat(10)), Err(TooWeak::Long));
        assert_eq!(check("aaaaaaaaaaaaaaaaaaaa"), Err(TooWeak::Repeats));
        assert_eq!(check("12345678901234567890"), Err(TooWeak::Repeats));
        assert_eq!(check("abcdefghijklmnopqrst"), Err(TooWeak::Repeats));
        assert_eq!(check("le chat dort sur le poêle"), Ok(()));
    }

    #[test]
    fn paper_and_keyboard_agree() {
        assert_eq!(folded("Forêt  Éclair-MARCHER"), folded("foret eclair marcher"));
    }
}
