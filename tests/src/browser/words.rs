//! The words that people read, from the same files as the pages.

use chrono::NaiveDate;
use commons::refusal::Message;
use web::kit::face::HOME_ZONE;
use web::kit::theme::DEFAULT;
use web::kit::views::Views;
use web::kit::{Place, Voice};

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// French, saying *tu*.
    French,
    /// English.
    English,
}

impl Language {
    /// What the `lang` attribute of a page says.
    pub fn tag(self) -> &'static str {
        self.voice().tag()
    }

    /// What a browser in this language asks for.
    pub(super) fn accepted(self) -> &'static str {
        match self {
            Self::French => "fr-CA,fr",
            Self::English => "en-CA,en",
        }
    }

    fn voice(self) -> Voice {
        match self {
            Self::French => Voice::FrTu,
            Self::English => Voice::En,
        }
    }
}

/// What a page says for `message`, its spaces made plain.
///
/// # Panics
/// When there is no such message.
pub fn words(language: Language, message: &Message) -> String {
    let messages = views().messages(DEFAULT, language.voice()).unwrap();
    let place = Place { zone: HOME_ZONE, member: String::new(), members: String::new() };
    plain(&messages.say(message, &place).unwrap())
}

/// A day with its year, as pages write it.
pub fn day(language: Language, day: NaiveDate) -> String {
    plain(&views().messages(DEFAULT, language.voice()).unwrap().day(day, true).unwrap())
}

fn views() -> &'static Views {
    Views::embedded().unwrap()
}

/// Text as it is compared: every run of spaces, no-break ones included, is one plain space.
pub(super) fn plain(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter == '\u{a0}' || letter == '\u{202f}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
