//! Passphrases: five French words drawn by the machine, or a sentence of one's own (`reliability D13`).

use commons::register::words;
use std::collections::BTreeSet;

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
    /// Little is left once what everybody tries first is taken away.
    Worn,
}

/// Fewest letters that must be left once what everybody tries first is taken away.
const LEFT: usize = 8;

/// Rows of keys (AZERTY and QWERTY), the alphabet, digits: walked along, one way or the other.
const ROWS: [&str; 8] = [
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
];
/// Shortest walk along a row that counts as one.
const WALK: usize = 4;

/// Long phrases that are tried first, without spaces, accents or apostrophes: sayings, songs, devices, films, and
/// what comes to mind when a passphrase is asked for. A short list of our own, not one of the large ones
/// (docs/limits.md).
const WORN: &[&str] = &[
    "motdepasse",
    "phrasedepasse",
    "passphrase",
    "password",
    "motdepase",
    "passwort",
    "letmein",
    "ouvretoi",
    "bonjour",
    "bienvenue",
    "welcome",
    "iloveyou",
    "jetaime",
    "jetadore",
    "soleil",
    "princesse",
    "princess",
    "sesame",
    "abracadabra",
    "secret",
    "changeme",
    "changezmoi",
    "nepasoublier",
    "jenesaispas",
    "idontknow",
    "jemesouviens",
    "liberteegalitefraternite",
    "vivelequebec",
    "vivelequebeclibre",
    "viveleroi",
    "vivelafrance",
    "lebonheurestdanslepre",
    "iletaitunefois",
    "ilseraunefois",
    "onceuponatime",
    "happilyeverafter",
    "frerejacques",
    "dormezvous",
    "auclairdelalune",
    "monamipierrot",
    "alouettegentillealouette",
    "surlepontdavignon",
    "savezvousplanterleschoux",
    "ainsifontfontfont",
    "unesourisverte",
    "joyeuxanniversaire",
    "bonneannee",
    "joyeuxnoel",
    "mongenaipays",
    "happybirthday",
    "merrychristmas",
    "happynewyear",
    "twinkletwinklelittlestar",
    "maryhadalittlelamb",
    "rowrowrowyourboat",
    "jinglebells",
    "ocanada",
    "godsavetheking",
    "godsavethequeen",
    "monpayscenestpasunpayscestlhiver",
    "gensdupays",
    "cesttontour",
    "nonjeneregretterien",
    "lavieenrose",
    "allonsenfantsdelapatrie",
    "lejourdegloireestarrive",
    "starspangledbanner",
    "tobeornottobe",
    "thatisthequestion",
    "etreounepasetre",
    "telleestlaquestion",
    "jepensedoncjesuis",
    "ithinkthereforeiam",
    "correcthorsebatterystaple",
    "thequickbrownfox",
    "jumpsoverthelazydog",
    "portezcevieuxwhisky",
    "aujugeblondquifume",
    "loremipsum",
    "dolorsitamet",
    "maytheforcebewithyou",
    "quelaforcesoitavectoi",
    "iamyourfather",
    "jesuistonpere",
    "winteriscoming",
    "lhivervient",
    "toinfinityandbeyond",
    "hakunamatata",
    "onering",
    "unanneaupourlesgouvernertous",
    "youshallnotpass",
    "vousnepasserezpas",
    "elementarymydearwatson",
    "frankly",
    "ouimaisnon",
    "cestlavie",
    "carpediem",
    "inthebeginning",
    "aucommencement",
    "notrepere",
    "quiesauxcieux",
    "ourfatherwhoartinheaven",
    "jevoussaluemarie",
    "hailmaryfullofgrace",
    "forgodsolovedtheworld",
    "rienneservdecourir",
    "rienneservdecouririlfautpartirapoint",
    "pierrequiroulenamassepasmousse",
    "petitapetitloiseaufaitsonnid",
    "tousapourunetunpourtous",
    "touspourunetunpourtous",
    "allforoneandoneforall",
    "unhommeavertienvautdeux",
    "mieuxvauttardquejamais",
    "betterlatethannever",
    "toutestbienquifinitbien",
    "allswellthatendswell",
    "ceciestmonmotdepasse",
    "ceciestunsecret",
    "thisismypassword",
    "thisisasecret",
    "jaimemonchien",
    "jaimemonchat",
    "ilovemydog",
    "ilovemycat",
    "monchien",
    "monchat",
    "mydog",
    "mycat",
    "jaimelaviee",
    "jaimelavie",
    "ilovelife",
    "lachevre",
    "maisonblanche",
    "montreal",
    "quebec",
    "canada",
];

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
    if is_repetitive(&passphrase) || says_one_thing_again(&passphrase) {
        return Err(TooWeak::Repeats);
    }
    if what_is_left(&passphrase) < LEFT { Err(TooWeak::Worn) } else { Ok(()) }
}

/// The same words again and again: `motdepassemotdepasse`, `le chat le chat le chat`.
fn says_one_thing_again(text: &str) -> bool {
    let words: BTreeSet<&str> = text.split(' ').collect();
    let letters: Vec<char> = text.chars().filter(|sign| *sign != ' ').collect();
    let comes_back = |after: usize| letters.iter().zip(letters.iter().skip(after)).all(|(one, other)| one == other);
    let once: usize = words.iter().map(|word| word.chars().count()).sum();
    once < LEFT || (1..=letters.len() / 2).any(comes_back)
}

/// How many letters are left without worn phrases, walks along the keyboard and years.
fn what_is_left(text: &str) -> usize {
    let mut text: String = text.chars().filter(|sign| *sign != ' ').collect();
    for worn in WORN {
        text = text.replace(worn, " ");
    }
    text.split(' ').map(|part| without_years(&without_walks(part))).sum()
}

/// What is left of a word without its walks along a row of keys.
fn without_walks(word: &str) -> String {
    let mut left = String::new();
    let mut rest = word;
    while let Some(sign) = rest.chars().next() {
        let walk = longest_walk(rest);
        if walk >= WALK {
            left.push(' ');
            rest = rest.get(walk..).unwrap_or_default();
        } else {
            left.push(sign);
            rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        }
    }
    left
}

/// How many bytes at the start of `text` walk along one row. Rows are ASCII, so bytes are signs.
fn longest_walk(text: &str) -> usize {
    let backwards = ROWS.iter().map(|row| row.chars().rev().collect::<String>());
    let rows = ROWS.iter().map(ToString::to_string).chain(backwards);
    let along = |row: String| {
        (WALK..=row.len().min(text.len()))
            .rev()
            .find(|length| text.get(..*length).is_some_and(|start| row.contains(start)))
            .unwrap_or(0)
    };
    rows.map(along).max().unwrap_or(0)
}

/// How many signs are left, years from 1900 to 2099 taken away.
fn without_years(word: &str) -> usize {
    let signs: Vec<char> = word.chars().collect();
    let is_year =
        |four: &[char]| matches!(four, ['1', '9', _, _] | ['2', '0', _, _]) && four.iter().all(char::is_ascii_digit);
    let years = signs.windows(4).filter(|four| is_year(four)).count();
    signs.iter().filter(|sign| **sign != ' ').count().saturating_sub(4 * years)
}

/// Fewer than six different signs, or steps that are nearly all the same (`aaaa…`, `abcdef…`, `123456…`).
fn is_repetitive(text: &str) -> bool {
    let signs: Vec<u32> = text.chars().map(u32::from).collect();
    let different = signs.iter().collect::<BTreeSet<_>>().len();
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
        for _ in 0..2_000 {
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
    fn what_everybody_tries_first_is_not_taken() {
        for weak in [
            "motdepassemotdepasse",
            "Mot de passe mot de passe",
            "motdepasse motdepasse 2027",
            "le chat le chat le chat",
            "azertyuiopqsdfghjklm",
            "qwertyuiop asdfghjkl",
            "poiuytreza mlkjhgfdsq",
            "abcdefgh 12345678 2027",
            "Correct horse battery staple",
            "je me souviens 1976 2027",
            "Liberté, égalité, fraternité",
            "to be or not to be 2027",
            "Au clair de la lune, mon ami Pierrot",
            "bonjour bonjour bonjour 1",
            "password password123",
            "I love you princess 1999",
            "Joyeux anniversaire 2026",
        ] {
            assert!(check(weak).is_err(), "{weak}");
        }
        for fine in [
            "la rivière coule sous le pont",
            "bonjour la baleine à bosse du fjord",
            "trois canards noirs et un vélo rouge",
            "my aunt paints purple doors",
            "le chat dort, le chien court dehors",
        ] {
            assert_eq!(check(fine), Ok(()), "{fine}");
        }
    }

    #[test]
    fn paper_and_keyboard_agree() {
        assert_eq!(folded("Forêt  Éclair-MARCHER"), folded("foret eclair marcher"));
    }
}
