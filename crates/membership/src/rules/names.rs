//! Names people are called by.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest name, in characters.
pub const LONGEST: usize = 80;

/// A name without what the eye passes over: accents, capitals, doubled spaces. Two names that fold
/// alike are taken for one, so that nobody is taken for somebody else (`reliability T20`).
pub fn folded(name: &str) -> String {
    let plain: String = name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as it is kept: outer and doubled spaces removed. None when nothing is left or it is too long.
pub fn tidy(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = name.chars().any(char::is_alphanumeric);
    (seen && name.chars().count() <= LONGEST).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_spaces_make_no_second_person() {
        assert_eq!(folded("  Noëlla   PISSENLIT "), folded("noella pissenlit"));
        assert_ne!(folded("Odile"), folded("Odilon"));
    }

    #[test]
    fn a_name_has_something_to_say_and_is_not_a_page() {
        assert_eq!(tidy("  Télesphore  L. ").as_deref(), Some("Télesphore L."));
        assert_eq!(tidy("  "), None);
        assert_eq!(tidy("…"), None);
        assert_eq!(tidy(&"a".repeat(10_000)), None);
    }
}
