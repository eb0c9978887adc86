//! Words: Fluent message files, one set for each [`Voice`], and the only way from a
//! [`commons::refusal::Message`] to a sentence.
//!
//! A missing key or argument is an error, never something shown to a person.

use super::theme::Theme;
use super::typography::{Habits, keep, typo, typo_html};
use chrono_tz::Tz;
use commons::refusal::{Arg, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use unic_langid::LanguageIdentifier;

/// A language, as the reader chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French of Québec.
    Fr,
    /// English of Canada.
    En,
}

/// A language and a way to speak to people: the group chooses between *tu* and *vous*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// French, *tu*.
    FrTu,
    /// French, *vous*.
    FrVous,
    /// English.
    En,
}

impl Voice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::FrTu, Self::FrVous, Self::En];

    /// Its language.
    pub const fn lang(self) -> Lang {
        match self {
            Self::FrTu | Self::FrVous => Lang::Fr,
            Self::En => Lang::En,
        }
    }

    /// This voice's manner in `lang`: a group that says *vous* keeps it when a reader comes back to French.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> Self {
        match (lang, self) {
            (Lang::En, _) => Self::En,
            (Lang::Fr, Self::FrVous) => Self::FrVous,
            (Lang::Fr, Self::FrTu | Self::En) => Self::FrTu,
        }
    }

    /// Language tag for the `lang` attribute of pages.
    pub const fn tag(self) -> &'static str {
        match self.lang() {
            Lang::Fr => "fr-CA",
            Lang::En => "en",
        }
    }

    /// Folders of message files, from the most general to the most particular.
    pub const fn folders(self) -> &'static [&'static str] {
        match self {
            Self::FrTu => &["fr-CA"],
            Self::FrVous => &["fr-CA", "fr-CA-x-vous"],
            Self::En => &["en"],
        }
    }

    const fn habits(self) -> Habits {
        match self.lang() {
            Lang::Fr => Habits::French,
            Lang::En => Habits::English,
        }
    }

    fn language(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

/// What is wrong with a message file or with the use of a message.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum MessageError {
    /// A file that does not read.
    #[error("{file}: {why}")]
    File {
        /// Its name in the theme.
        file: String,
        /// What the reader of message files said.
        why: String,
    },
    /// A key without a message.
    #[error("no message {0} in {1}")]
    Missing(String, &'static str),
    /// A message that needs an argument it was not given, or refers to one that is missing.
    #[error("the message {0:?} in {1} lacks something: {2}")]
    Incomplete(String, &'static str, String),
    /// A time or date that does not read.
    #[error("not a time or a date: {0:?}")]
    Time(String),
}

/// Where times are told, and how the group calls its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Time zone of the group.
    pub zone: Tz,
    /// The group's word for one person of the group, empty to use "membre".
    pub member: String,
    /// The same for several.
    pub members: String,
}

impl From<Tz> for Place {
    fn from(zone: Tz) -> Self {
        Self { zone, member: String::new(), members: String::new() }
    }
}

/// All messages of one theme in one voice.
pub struct Messages {
    voice: Voice,
    bundle: FluentBundle<FluentResource>,
    /// The words for one person and for several, where no group has chosen its own.
    usual: (String, String),
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("voice", &self.voice).finish_non_exhaustive()
    }
}

impl Messages {
    /// Reads the message files of `theme` and of the theme it stands on.
    ///
    /// # Errors
    /// When a file is not well formed.
    pub fn load(theme: &Theme, voice: Voice) -> Result<Self, MessageError> {
        let mut bundle = FluentBundle::new_concurrent(vec![voice.language()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match voice.lang() {
            Lang::Fr => |value, _| written(value, '\u{a0}', ','),
            Lang::En => |value, _| written(value, ',', '.'),
        }));
        for folder in voice.folders() {
            add_folder(&mut bundle, theme, &format!("messages/{folder}/"))?;
        }
        let mut messages = Self { voice, bundle, usual: Default::default() };
        let none = FluentArgs::new();
        messages.usual = (messages.raw("member-one", &none)?, messages.raw("member-many", &none)?);
        Ok(messages)
    }

    /// Whose words these are.
    pub const fn voice(&self) -> Voice {
        self.voice
    }

    /// Whether there is a message for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The message `key` with `args`, in plain text.
    ///
    /// # Errors
    /// When the key or one of the arguments it needs is missing.
    pub fn text(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, MessageError> {
        self.raw(key, args).map(|raw| typo(&raw, self.voice.habits()))
    }

    /// The message `key`, whose file may hold HTML tags; `args` must be escaped already.
    ///
    /// # Errors
    /// When the key or one of the arguments it needs is missing.
    pub fn html(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, MessageError> {
        self.raw(key, args).map(|raw| typo_html(&raw, self.voice.habits()))
    }

    /// Puts `message` into words; its times are told at `place`.
    ///
    /// # Errors
    /// When a key or an argument is missing.
    pub fn say(&self, message: &Message, place: &Place) -> Result<String, MessageError> {
        let mut args = self.common_args(&place.member, &place.members);
        for (name, arg) in &message.args {
            args.set(name.clone().into_owned(), self.value(arg, place)?);
        }
        self.text(&message.key, &args)
    }

    /// Arguments every message may use: the group's words for its people, or the usual ones.
    pub fn common_args(&self, member: &str, members: &str) -> FluentArgs<'static> {
        let word = |chosen: &str, usual: &str| if chosen.is_empty() { usual.to_owned() } else { chosen.to_owned() };
        let mut args = FluentArgs::new();
        args.set("member", word(member, &self.usual.0));
        args.set("members", word(members, &self.usual.1));
        args
    }

    /// The message `key`, which takes no argument of its own.
    ///
    /// # Errors
    /// When the key is missing or needs an argument.
    pub fn plain(&self, key: &str, place: &Place) -> Result<String, MessageError> {
        self.text(key, &self.common_args(&place.member, &place.members))
    }

    fn value(&self, arg: &Arg, place: &Place) -> Result<FluentValue<'static>, MessageError> {
        Ok(match arg {
            Arg::Text(text) => text.clone().into(),
            Arg::Number(number) => (*number).into(),
            Arg::Time(at) => self.day_time(*at, place.zone, false)?.into(),
            Arg::Date(day) => self.day(*day, true)?.into(),
            Arg::Message(inner) => self.say(inner, place)?.into(),
        })
    }

    fn raw(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, MessageError> {
        let missing = || MessageError::Missing(key.to_owned(), self.voice.tag());
        let message = self.bundle.get_message(key).ok_or_else(missing)?;
        let pattern = message.value().ok_or_else(missing)?;
        let (mut text, mut wrong) = (String::new(), Vec::new());
        // Not `format_pattern`: it would pass the whole sentence through `written`, as if it were an argument.
        let written = self.bundle.write_pattern(&mut text, pattern, Some(args), &mut wrong);
        let incomplete = |why: String| Err(MessageError::Incomplete(key.to_owned(), self.voice.tag(), why));
        match (written, wrong.first()) {
            (Ok(()), None) => Ok(text),
            (_, Some(first)) => incomplete(first.to_string()),
            (Err(error), None) => incomplete(error.to_string()),
        }
    }
}

fn add_folder(bundle: &mut FluentBundle<FluentResource>, theme: &Theme, folder: &str) -> Result<(), MessageError> {
    if let Some(below) = theme.below() {
        add_folder(bundle, below, folder)?;
    }
    for name in theme.own_names(folder).filter(|name| name.ends_with(".ftl")) {
        let wrong = |why: String| MessageError::File { file: format!("{}/{name}", theme.name()), why };
        let text =
            std::str::from_utf8(theme.own(name).unwrap_or_default()).map_err(|error| wrong(error.to_string()))?;
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            wrong(errors.iter().map(|error| error.to_string()).collect::<Vec<_>>().join("; "))
        })?;
        bundle.add_resource_overriding(resource);
    }
    Ok(())
}

/// How an argument is written inside a sentence: whole numbers in groups of three, words as they are.
fn written(value: &FluentValue<'_>, thousands: char, decimal: char) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string(), thousands, decimal)),
        FluentValue::String(text) => Some(keep(text)),
        FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

fn grouped(digits: &str, thousands: char, decimal: char) -> String {
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut text = String::with_capacity(digits.len() + 4);
    for (index, c) in whole.chars().enumerate() {
        let after = whole.len() - index;
        if index > 0 && after % 3 == 0 && !text.ends_with('-') {
            text.push(thousands);
        }
        text.push(c);
    }
    if let Some(part) = part {
        text.push(decimal);
        text.push_str(part);
    }
    text
}

/// Arguments from pairs, for callers that have no [`Message`] at hand.
pub fn args<'a>(pairs: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>) -> FluentArgs<'a> {
    let mut args = FluentArgs::new();
    for (name, value) in pairs {
        args.set(Cow::Borrowed(name), value);
    }
    args
}
