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
    /// Waiting too long for a turn, or a store that cannot be reached now, is not damage: the same request
    /// may pass later.
    fn from(error: sea_orm::DbErr) -> Self {
        if may_pass_later(&error) { Self::Busy } else { Self::Database(error) }
    }
}

/// Told from codes: the words of a server are in its own language.
fn may_pass_later(error: &sea_orm::DbErr) -> bool {
    use sea_orm::{DbErr, RuntimeErr, SqlxError};
    let told = match error {
        DbErr::ConnectionAcquire(_) => return true,
        DbErr::Conn(RuntimeErr::SqlxError(told))
        | DbErr::Exec(RuntimeErr::SqlxError(told))
        | DbErr::Query(RuntimeErr::SqlxError(told)) => told,
        _ => return false,
    };
    match &**told {
        SqlxError::Database(refused) => refused.code().is_some_and(|code| is_passing(&code)),
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => true,
        _ => false,
    }
}

/// A SQLSTATE of PostgreSQL has five characters; a result code of SQLite is a number with its kind in the
/// lowest byte, 5 for busy and 6 for locked.
fn is_passing(code: &str) -> bool {
    if code.len() == 5 {
        // Deadlock and serialisation; connections refused, too many, or ended by the server; `lock_timeout`;
        // `statement_timeout`; `idle_in_transaction_session_timeout`; class 08, the connection itself.
        return matches!(code, "40P01" | "40001" | "53300" | "57P01" | "57P02" | "57P03" | "55P03" | "57014" | "25P03")
            || code.starts_with("08");
    }
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6))
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

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::sqlx::error::{DatabaseError, ErrorKind};
    use sea_orm::{DbErr, RuntimeErr, SqlxError};
    use std::sync::Arc;

    /// What a server says, in whatever language.
    #[derive(Debug)]
    struct Said {
        code: &'static str,
        words: &'static str,
    }

    impl std::fmt::Display for Said {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.words)
        }
    }
    impl std::error::Error for Said {}
    impl DatabaseError for Said {
        fn message(&self) -> &str {
            self.words
        }
        fn code(&self) -> Option<Cow<'_, str>> {
            Some(self.code.into())
        }
        fn as_error(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
            self
        }
        fn as_error_mut(&mut self) -> &mut (dyn std::error::Error + Send + Sync + 'static) {
            self
        }
        fn into_error(self: Box<Self>) -> Box<dyn std::error::Error + Send + Sync + 'static> {
            self
        }
        fn kind(&self) -> ErrorKind {
            ErrorKind::Other
        }
    }

    fn of(error: SqlxError) -> Broken {
        DbErr::Query(RuntimeErr::SqlxError(Arc::new(error))).into()
    }

    #[test]
    fn a_wait_is_known_by_its_code_in_every_language() {
        for code in ["55P03", "57014", "40P01", "57P01", "08006", "25P03", "5", "6", "261", "517"] {
            let said = Said { code, words: "annulation à cause du délai d'attente" };
            assert!(matches!(of(SqlxError::Database(Box::new(said))), Broken::Busy), "{code}");
        }
        for code in ["23505", "42P01", "11", "19", "787", "1555"] {
            let said = Said { code, words: "lock timeout; statement timeout; database is locked" };
            assert!(matches!(of(SqlxError::Database(Box::new(said))), Broken::Database(_)), "{code}");
        }
    }

    #[test]
    fn a_store_out_of_reach_is_asked_again_later() {
        assert!(matches!(of(SqlxError::Io(std::io::ErrorKind::ConnectionReset.into())), Broken::Busy));
        assert!(matches!(of(SqlxError::PoolTimedOut), Broken::Busy));
        assert!(matches!(of(SqlxError::RowNotFound), Broken::Database(_)));
    }
}
