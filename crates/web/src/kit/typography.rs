//! French and English typography, put on by the program so that nobody has to type it.
//!
//! Rules of design section 8 (Québec French: no space before `?`, `!` and `;`, a no-break
//! space before `:`, inside « », in `14 h 30`, `3 $`, `40 %`, `27 novembre`).
//! What a person wrote is never touched: it travels between [`KEEP_OPEN`] and [`KEEP_CLOSE`].

/// Opens a passage to be left as it is. A Unicode noncharacter, so nobody can type it.
pub const KEEP_OPEN: char = '\u{FDD0}';
/// Closes a passage to be left as it is.
pub const KEEP_CLOSE: char = '\u{FDD1}';

const NO_BREAK: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const UNITS: [&str; 6] = ["h", "min", "kg", "L", "ml", "g"];

/// Whose habits to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habits {
    /// French as written in Québec.
    French,
    /// English as written in Canada.
    English,
}

/// Marks `text` as a person's own words, to be shown as they are.
pub fn keep(text: &str) -> String {
    let mut kept = String::with_capacity(text.len() + 6);
    kept.push(KEEP_OPEN);
    kept.extend(text.chars().filter(|c| !matches!(*c, KEEP_OPEN | KEEP_CLOSE)));
    kept.push(KEEP_CLOSE);
    kept
}

/// Typography for plain text.
pub fn typo(text: &str, habits: Habits) -> String {
    Setter::new(text, habits, false).set()
}

/// Typography for HTML: tags are left alone.
pub fn typo_html(html: &str, habits: Habits) -> String {
    Setter::new(html, habits, true).set()
}

struct Setter<'a> {
    rest: &'a str,
    out: String,
    habits: Habits,
    html: bool,
}

impl<'a> Setter<'a> {
    fn new(text: &'a str, habits: Habits, html: bool) -> Self {
        Self { rest: text, out: String::with_capacity(text.len() + 16), habits, html }
    }

    fn set(mut self) -> String {
        while let Some(c) = self.take() {
            match c {
                KEEP_OPEN => self.copy_until(KEEP_CLOSE, false),
                KEEP_CLOSE => {}
                '<' if self.html => {
                    self.out.push('<');
                    self.copy_until('>', true);
                }
                '\'' => self.apostrophe(),
                '.' => self.dot(),
                ' ' => self.space(),
                'n' if self.habits == Habits::French => self.number_sign(),
                other => self.out.push(other),
            }
        }
        self.out
    }

    fn take(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = self.rest.get(c.len_utf8()..).unwrap_or_default();
        Some(c)
    }

    /// What follows, looking inside a kept passage.
    fn ahead(&self) -> &'a str {
        self.rest.strip_prefix(KEEP_OPEN).unwrap_or(self.rest)
    }

    fn before(&self) -> Option<char> {
        self.out.chars().next_back()
    }

    fn copy_until(&mut self, end: char, with_end: bool) {
        let (inside, after) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.out.push_str(inside);
        if with_end {
            self.out.push(end);
        }
        self.rest = after;
    }

    fn apostrophe(&mut self) {
        let after_letter = self.before().is_some_and(char::is_alphabetic);
        let next = self.ahead().chars().next();
        let before_word = next.is_none_or(|c| c.is_alphanumeric() || c == '«' || (self.html && c == '<'));
        self.out.push(if after_letter && before_word { '’' } else { '\'' });
    }

    fn dot(&mut self) {
        if let Some(after) = self.rest.strip_prefix("..") {
            self.rest = after;
            self.out.push('…');
        } else if self.habits == Habits::English && ends_a_half_day(&self.out) {
            // "8 p.m." closes its sentence by itself.
        } else {
            self.out.push('.');
        }
    }

    fn number_sign(&mut self) {
        let starts_word = !self.before().is_some_and(char::is_alphanumeric);
        let number = self.rest.strip_prefix(['o', 'º', '°']).and_then(|after| after.strip_prefix(' '));
        match number {
            Some(after) if starts_word && begins_with_digit(after.strip_prefix(KEEP_OPEN).unwrap_or(after)) => {
                self.rest = after;
                self.out.push_str("nº\u{a0}");
            }
            _ => self.out.push('n'),
        }
    }

    fn space(&mut self) {
        match self.habits {
            Habits::French => self.french_space(),
            Habits::English => {
                let half_day = self.ahead().starts_with("a.m.") || self.ahead().starts_with("p.m.");
                self.out.push(if half_day && self.after_digit() { NO_BREAK } else { ' ' });
            }
        }
    }

    fn french_space(&mut self) {
        let ahead = self.ahead();
        match ahead.chars().next() {
            Some('?' | '!' | ';') => {}
            Some(':' | '»') => self.out.push(NO_BREAK),
            _ if self.before() == Some('«') => self.out.push(NO_BREAK),
            _ if self.after_digit() && belongs_to_number(ahead) => self.out.push(NO_BREAK),
            _ if self.out.ends_with("1er") && begins_with_month(ahead) => self.out.push(NO_BREAK),
            _ if self.after_hour() && begins_with_digit(ahead) => self.out.push(NO_BREAK),
            _ => self.out.push(' '),
        }
    }

    fn after_digit(&self) -> bool {
        self.before().is_some_and(|c| c.is_ascii_digit())
    }

    /// After "14 h", whose space is a no-break one already.
    fn after_hour(&self) -> bool {
        self.out
            .strip_suffix('h')
            .and_then(|out| out.strip_suffix(NO_BREAK))
            .is_some_and(|out| out.ends_with(|c: char| c.is_ascii_digit()))
    }
}

fn ends_a_half_day(text: &str) -> bool {
    text.ends_with("a.m.") || text.ends_with("p.m.")
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn begins_with_month(text: &str) -> bool {
    MONTHS.iter().any(|month| text.starts_with(month))
}

/// A month, a unit, a sign or three more digits: what a line must not part from its number.
fn belongs_to_number(text: &str) -> bool {
    let unit =
        UNITS.iter().filter_map(|unit| text.strip_prefix(unit)).any(|after| !after.starts_with(char::is_alphanumeric));
    let thousands = text.len() >= 3 && text.bytes().take_while(u8::is_ascii_digit).count() == 3;
    text.starts_with(['$', '%']) || unit || thousands || begins_with_month(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(text: &str) -> String {
        typo(text, Habits::French).replace('\u{a0}', "_")
    }

    #[test]
    fn french_spaces_follow_quebec_habits() {
        for (typed, set) in [
            ("Qui vient ?", "Qui vient?"),
            ("Oui ; non !", "Oui; non!"),
            ("Par exemple : 8", "Par exemple_: 8"),
            ("« pas de céleri »", "«_pas de céleri_»"),
            ("à 14 h 30, puis 9 h", "à 14_h_30, puis 9_h"),
            ("de 10 h à 13 h 30", "de 10_h à 13_h_30"),
            ("2 000 $ et 6,25 $", "2_000_$ et 6,25_$"),
            ("40 % des votes", "40_% des votes"),
            ("le 27 novembre", "le 27_novembre"),
            ("mardi 1er décembre", "mardi 1er_décembre"),
            ("Décision no 41", "Décision nº_41"),
            ("casino 41", "casino 41"),
            ("12 km", "12 km"),
            ("3 hommes", "3 hommes"),
            ("Attends...", "Attends…"),
        ] {
            assert_eq!(fr(typed), set);
        }
    }

    #[test]
    fn apostrophes_are_curly_between_letters_only() {
        assert_eq!(fr("l'idée d'« ici » qu'on n'a pas"), "l’idée d’«_ici_» qu’on n’a pas");
        assert_eq!(fr("d'"), "d’");
        assert_eq!(fr("' ou 7'"), "' ou 7'");
        assert_eq!(typo("don't", Habits::English), "don’t");
    }

    #[test]
    fn a_persons_words_are_left_as_they_are() {
        let title = keep("Est-ce qu'on danse ? Oui ...");
        assert_eq!(fr(&format!("« {title} » : adoptée")), "«_Est-ce qu'on danse ? Oui ..._»_: adoptée");
        assert_eq!(fr(&format!("l'avis d'{}", keep("Ovila"))), "l’avis d’Ovila");
        assert_eq!(fr(&format!("le {} {}", keep("27"), keep("novembre"))), "le 27_novembre");
    }

    #[test]
    fn marks_cannot_be_smuggled_in() {
        let tricky = format!("a{KEEP_CLOSE} ?");
        assert_eq!(fr(&keep(&tricky)), "a ?");
    }

    #[test]
    fn tags_are_left_alone_in_html() {
        let html = r#"<a href="/a ?b">Qui l'a ?</a>"#;
        assert_eq!(typo_html(html, Habits::French), r#"<a href="/a ?b">Qui l’a?</a>"#);
    }

    #[test]
    fn english_half_days_hold_together_and_close_their_sentence() {
        assert_eq!(typo("Ends at 2:30 p.m..", Habits::English), "Ends at 2:30\u{a0}p.m.");
        assert_eq!(typo("Really ? Yes : no", Habits::English), "Really ? Yes : no");
    }
}
