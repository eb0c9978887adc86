//! Names people are called by.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// The longest name, in characters.
pub const LONGEST: usize = 80;

/// A name without what the eye passes over: accents, capitals, doubled spaces. Two names that fold
/// alike are taken for one, so that nobody is taken for somebody else (`reliability T20`).
pub fn folded(name: &str) -> String {
    let plain: String = name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a name looks, small and in capitals: letters of other scripts drawn the same way (a Cyrillic `о`, a Greek
/// `Α`) become the same, by the confusables of Unicode UTS 39. Some letters look alike small and others as capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    small: String,
    capital: String,
}

/// How a name looks to a reader.
pub fn looks(name: &str) -> Looks {
    let name = folded(name);
    Looks { small: skeleton(&name).collect(), capital: skeleton(&name.to_uppercase()).collect() }
}

impl Looks {
    /// Whether a reader could take one for the other.
    pub fn are_like(&self, other: &Self) -> bool {
        self.small == other.small || self.capital == other.capital
    }
}

/// Whether two names look alike to a reader.
#[cfg(test)]
fn look_alike(one: &str, other: &str) -> bool {
    looks(one).are_like(&looks(other))
}

/// Signs that nobody sees, or that turn the direction of what follows: a name with them reads as another one.
/// Those of Unicode's `Default_Ignorable_Code_Point` and `Bidi_Control`, and controls.
pub fn has_hidden_signs(name: &str) -> bool {
    name.chars().any(|sign| {
        sign.is_control() && !sign.is_whitespace()
            || matches!(u32::from(sign),
                0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
                | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
                | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
    })
}

/// The shorter forms of a name that somebody may want to be called by: its first word, then with the initial of the
/// last one (`mutual-aid` M23). None of a name of one word.
pub fn shorter(name: &str) -> Option<[String; 2]> {
    let (first, rest) = name.split_once(' ')?;
    let initial = rest.split(' ').next_back()?.chars().find(|sign| sign.is_alphanumeric())?;
    let initial: String = initial.to_uppercase().collect();
    Some([first.to_owned(), format!("{first} {initial}.")])
}

/// A name as it is kept: outer and doubled spaces removed. None when nothing is left or it is too long.
pub fn tidy(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = name.chars().any(char::is_alphanumeric);
    (seen && !has_hidden_signs(&name) && name.chars().count() <= LONGEST).then_some(name)
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
    fn a_name_drawn_like_another_is_the_same_name() {
        for (one, other) in [
            ("Odile", "Оdile"),      // Cyrillic О
            ("Odile", "оdile"),      // Cyrillic о
            ("Solange", "Sоlаngе"),  // Cyrillic о, а, е
            ("Bob", "Вob"),          // Cyrillic В
            ("Anna", "Αnna"),        // Greek Α
            ("Pierre", "Рierre"),    // Cyrillic Р
            ("ELIANE", "ЕLIАNЕ"),    // Cyrillic capitals
            ("Noëlla", "NОËLLА"),    // with an accent
            ("Odile", "Ｏｄｉｌｅ"), // full width
            ("Odile", "𝐎𝐝𝐢𝐥𝐞"),      // mathematical letters
            ("Lucille", "Luci11e"),  // digits
        ] {
            assert!(look_alike(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Odile", "Odilon"),
            ("Odile", "Odette"),
            ("Noé", "Noël"),
            ("Solange", "Solène"),
            ("Jean", "Jeanne"),
            ("Борис", "Boris"),
            ("李娜", "李娟"),
            ("Ian", "Jan"),
        ] {
            assert!(!look_alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn signs_that_nobody_sees_are_no_part_of_a_name() {
        for hidden in [
            "Odi\u{200B}le",
            "Odile\u{200D}",
            "\u{FEFF}Odile",
            "Odi\u{AD}le",
            "\u{202E}elidO",
            "Odile\u{2066}",
            "Odile\u{E0041}",
            "Odi\u{34F}le",
            "Odi\u{3164}le",
            "Odi\u{7}le",
        ] {
            assert!(has_hidden_signs(hidden), "{hidden:?}");
            assert_eq!(tidy(hidden), None, "{hidden:?}");
        }
        for plain in ["Odile", "Marie-Ève O’Neil", "李娜", "محمد", "Odile F.", "Ngũgĩ", "L\u{e9}a"] {
            assert!(!has_hidden_signs(plain), "{plain:?}");
        }
    }

    #[test]
    fn a_name_can_be_said_shorter() {
        let forms = |name| shorter(name).map(|forms| forms.join("|"));
        assert_eq!(forms("Télesphore Lupin").as_deref(), Some("Télesphore|Télesphore L."));
        assert_eq!(forms("Marie-Ève de l’Étang").as_deref(), Some("Marie-Ève|Marie-Ève L."));
        assert_eq!(forms("Odile élie").as_deref(), Some("Odile|Odile É."));
        assert_eq!((forms("Odile"), forms("Odile …")), (None, None));
    }

    #[test]
    fn a_name_has_something_to_say_and_is_not_a_page() {
        assert_eq!(tidy("  Télesphore  L. ").as_deref(), Some("Télesphore L."));
        assert_eq!(tidy("  "), None);
        assert_eq!(tidy("…"), None);
        assert_eq!(tidy(&"a".repeat(10_000)), None);
    }
}
