//! What the program says in a terminal: French first, English with `--lang en` or an English machine.

use commons::register::verify::{Damage, Fault};
use fluent_bundle::FluentArgs;
use std::io::Write;
use std::sync::Arc;
use web::kit::messages::Messages;
use web::kit::views::Views;
use web::kit::{Place, Voice};

/// Says a line to whoever started the program. Nobody may be listening any more (`parpour check | head -1`):
/// then it is said to nobody, and the exit code still tells.
pub fn say_line(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Says on standard error what went wrong; to nobody when it is closed.
pub fn say_fault(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

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
    views: Option<&'static Arc<Views>>,
    voice: Voice,
}

impl Words {
    /// The words of the program itself; a theme on disk does not change them.
    pub fn in_language(language: Language) -> Self {
        Self { views: Views::embedded().ok(), voice: language.voice() }
    }

    /// A sentence. When the words are missing, its key: better than nothing on a terminal.
    pub fn say(&self, key: &str, args: &[(&'static str, String)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            filled.set(*name, value.clone());
        }
        self.messages().and_then(|messages| messages.text(key, &filled).ok()).unwrap_or_else(|| key.to_owned())
    }

    /// Why an entry does not hold.
    pub fn fault(&self, fault: Fault) -> String {
        let key = match fault {
            Fault::Form => "cli-fault-form",
            Fault::Sequence => "cli-fault-sequence",
            Fault::Group => "cli-fault-group",
            Fault::Link => "cli-fault-link",
            Fault::Time => "cli-fault-time",
            Fault::Hash => "cli-fault-hash",
            Fault::UnprovenBody => "cli-fault-unproven-body",
            Fault::MissingBody => "cli-fault-missing-body",
            Fault::Body => "cli-fault-body",
        };
        self.say(key, &[])
    }

    /// Why a file is not an export that can be trusted.
    pub fn damage(&self, damage: Damage) -> String {
        let key = match damage {
            Damage::Form => "cli-damage-form",
            Damage::Files => "cli-damage-files",
            Damage::Checksum => "cli-damage-checksum",
        };
        self.say(key, &[])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_said_in_the_language_of_the_sentence() {
        use Damage::{Checksum, Files};
        let faults = [
            Fault::Form,
            Fault::Sequence,
            Fault::Group,
            Fault::Link,
            Fault::Time,
            Fault::Hash,
            Fault::UnprovenBody,
            Fault::MissingBody,
            Fault::Body,
        ];
        let (fr, en) = (Words::in_language(Language::Fr), Words::in_language(Language::En));
        let both = faults.map(|fault| (fr.fault(fault), en.fault(fault))).into_iter();
        for (french, english) in
            both.chain([Damage::Form, Files, Checksum].map(|damage| (fr.damage(damage), en.damage(damage))))
        {
            assert!(!french.starts_with("cli-") && !english.starts_with("cli-"), "{french}, {english}");
            assert_ne!(french, english);
        }
    }
}
