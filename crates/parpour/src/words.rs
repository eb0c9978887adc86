//! What the program says in a terminal: French first, English with `--lang en` or an English machine.

use fluent_bundle::FluentArgs;
use web::kit::messages::Messages;
use web::kit::theme::Themes;
use web::kit::views::Views;
use web::kit::{Place, Voice};

/// The language of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// Français.
    Fr,
    /// English.
    En,
}

impl Language {
    /// What was asked for, else what the machine speaks, else French.
    pub fn choose(asked: Option<Self>) -> Self {
        asked.unwrap_or_else(|| {
            let machine = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
            if machine.is_some_and(|tag| tag.starts_with("en")) { Self::En } else { Self::Fr }
        })
    }

    /// The voice of pages in this language.
    pub fn voice(self) -> Voice {
        match self {
            Self::Fr => Voice::FrVous,
            Self::En => Voice::En,
        }
    }
}

/// The words of the default theme in one language.
pub struct Words {
    views: Option<Views>,
    voice: Voice,
}

impl Words {
    /// The words of the program itself; a theme on disk does not change them.
    pub fn in_language(language: Language) -> Self {
        Self { views: Views::load(&Themes::embedded()).ok(), voice: language.voice() }
    }

    /// A sentence. When the words are missing, its key: better than nothing on a terminal.
    pub fn say(&self, key: &str, args: &[(&'static str, String)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            filled.set(*name, value.clone());
        }
        self.messages().and_then(|messages| messages.text(key, &filled).ok()).unwrap_or_else(|| key.to_owned())
    }

    /// What a refusal says.
    pub fn message(&self, message: &commons::refusal::Message) -> String {
        let place = Place { zone: web::kit::face::HOME_ZONE, member: String::new(), members: String::new() };
        let said = self.messages().and_then(|messages| messages.say(message, &place).ok());
        said.unwrap_or_else(|| message.key.to_string())
    }

    fn messages(&self) -> Option<&Messages> {
        self.views.as_ref()?.messages(web::kit::theme::DEFAULT, self.voice).ok()
    }
}
