//! How a command says no: a translation key with arguments, put into words only at the edge.

use crate::clock::Time;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Something to say to a person, in no language yet: the key of a translation and what fills it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Key in `themes/*/messages`.
    pub key: Cow<'static, str>,
    /// Named arguments of the translation.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// One argument of a [`Message`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Words of a person or of the group, shown as they are.
    Text(String),
    /// A count.
    Number(i64),
    /// An instant, told in the group's time zone.
    Time(Time),
    /// A day.
    Date(NaiveDate),
    /// Another message inside this one.
    Message(Box<Message>),
}

impl Message {
    /// A message without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// A message whose key is put together, such as `power-<name>`.
    pub const fn keyed(key: String) -> Self {
        Self { key: Cow::Owned(key), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), arg.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<Time> for Arg {
    fn from(at: Time) -> Self {
        Self::Time(at)
    }
}
impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// What kind of no it is; the web turns it into a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// There is nothing there, or nothing there for this person (404).
    NotFound,
    /// The person may not do this (403).
    NotAllowed,
    /// Some of what was typed has to be corrected (422).
    Invalid,
    /// The thing has changed meanwhile (409).
    Conflict,
    /// A link or a code that is no longer good (410).
    Expired,
    /// Too often in too short a time (429).
    TooMany,
    /// Too much work is waiting; the same request may pass later (503).
    Busy,
    /// Something broke on our side (500).
    Broken,
}

/// One thing to correct in what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the form field.
    pub field: &'static str,
    /// What to do about it.
    pub message: Message,
}

impl Problem {
    /// Says what to correct in `field`.
    pub fn new(field: &'static str, message: Message) -> Self {
        Self { field, message }
    }
}

/// A command's no.
pub trait Refusal: std::error::Error {
    /// What kind of no.
    fn sort(&self) -> Sort;
    /// What to tell the person.
    fn message(&self) -> Message;
    /// What to correct, field by field, all at once.
    fn problems(&self) -> &[Problem] {
        &[]
    }
}

/// Something broke on our side: the store, a key, a stored text that no longer reads.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The database refused or failed.
    #[error("database: {0}")]
    Database(sea_orm::DbErr),
    /// Too many writes are waiting already (`reliability D14`).
    #[error("too many writes are waiting")]
    Busy,
    /// What is stored does not make sense.
    #[error("stored data: {0}")]
    Stored(String),
    /// A file of the data directory.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}

impl From<sea_orm::DbErr> for Broken {
    /// Waiting too long for a turn is not damage: the same request may pass later.
    fn from(error: sea_orm::DbErr) -> Self {
        // What PostgreSQL says when `lock_timeout` or `statement_timeout` ends a wait (55P03, 57014).
        const WAITED: [&str; 2] = ["lock timeout", "statement timeout"];
        let waited = matches!(error, sea_orm::DbErr::ConnectionAcquire(_)) || {
            let said = error.to_string();
            WAITED.iter().any(|words| said.contains(words)) || said.contains("database is locked")
        };
        if waited { Self::Busy } else { Self::Database(error) }
    }
}

impl Broken {
    /// Stored data that should be impossible; `what` never contains a person's words.
    pub fn stored(what: impl std::fmt::Display) -> Self {
        Self::Stored(what.to_string())
    }
}

impl Refusal for Broken {
    fn sort(&self) -> Sort {
        match self {
            Self::Busy => Sort::Busy,
            Self::Database(_) | Self::Stored(_) | Self::File(_) => Sort::Broken,
        }
    }
    fn message(&self) -> Message {
        match self {
            Self::Busy => Message::new("error-busy"),
            Self::Database(_) | Self::Stored(_) | Self::File(_) => Message::new("error-broken"),
        }
    }
}

/// A command's no in its most common shapes. Commands whose refusals are few use it as it is.
#[derive(Debug, thiserror::Error)]
pub enum No {
    /// Nothing there.
    #[error("not found")]
    NotFound,
    /// A power the person does not have; the message says who has it.
    #[error("not allowed: {}", .0.key)]
    NotAllowed(Message),
    /// Fields to correct.
    #[error("{} field(s) to correct", .0.len())]
    Invalid(Vec<Problem>),
    /// The thing is no longer in the state that the page showed.
    #[error("conflict: {}", .0.key)]
    Conflict(Message),
    /// A link or code that is used, too old or unknown.
    #[error("expired: {}", .0.key)]
    Expired(Message),
    /// Too often in too short a time.
    #[error("too many: {}", .0.key)]
    TooMany(Message),
    /// Something broke on our side.
    #[error(transparent)]
    Broken(#[from] Broken),
}

impl No {
    /// One field to correct.
    pub fn field(field: &'static str, message: Message) -> Self {
        Self::Invalid(vec![Problem::new(field, message)])
    }
    /// The thing has changed meanwhile.
    pub fn conflict(key: &'static str) -> Self {
        Self::Conflict(Message::new(key))
    }
}

impl From<sea_orm::DbErr> for No {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Broken(error.into())
    }
}

impl Refusal for No {
    fn sort(&self) -> Sort {
        match self {
            Self::NotFound => Sort::NotFound,
            Self::NotAllowed(_) => Sort::NotAllowed,
            Self::Invalid(_) => Sort::Invalid,
            Self::Conflict(_) => Sort::Conflict,
            Self::Expired(_) => Sort::Expired,
            Self::TooMany(_) => Sort::TooMany,
            Self::Broken(broken) => broken.sort(),
        }
    }
    fn message(&self) -> Message {
        match self {
            Self::NotFound => Message::new("error-not-found"),
            Self::NotAllowed(message) | Self::Conflict(message) | Self::Expired(message) | Self::TooMany(message) => {
                message.clone()
            }
            Self::Invalid(problems) => Message::new("error-to-correct").with("count", problems.len()),
            Self::Broken(broken) => broken.message(),
        }
    }
    fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid(problems) => problems,
            _ => &[],
        }
    }
}
