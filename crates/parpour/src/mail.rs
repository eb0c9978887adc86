//! Giving letters their words and their address, and handing them to a mail server or, without one, to files.

use async_trait::async_trait;
use commons::clock::Time;
use commons::db::Db;
use commons::groups::Group;
use commons::ids::MemberId;
use commons::outbox::{Letter, Mailer, Sent, To, outside_quiet_hours};
use commons::refusal::{Arg, Broken};
use commons::sealed::make_private;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncFileTransport, AsyncTransport, Message, Tokio1Executor};
use membership::mail::{INVITATION, SIGN_IN, WAY_BACK, stop_token};
use membership::queries::{charter, me};
use std::path::Path;
use std::time::Duration;
use tera::Context;
use web::kit::{App, GroupFace};

/// How long a mail server may take for one letter, from the greeting to its last word. The limit of the
/// transport itself covers the connection alone: a server that accepts and stays silent would hold the
/// worker for ever. Well below the lease of the outbox.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// The post office of one server.
pub struct PostOffice {
    db: Db,
    app: actix_web::web::Data<App>,
    sender: Mailbox,
    way: Way,
    patience: Duration,
}

enum Way {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Files(AsyncFileTransport<Tokio1Executor>),
}

/// Why mail cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The server's address.
    #[error("--smtp is not understood: {0}")]
    Server(lettre::transport::smtp::Error),
    /// The server does not answer.
    #[error("the mail server does not answer: {0}")]
    Silent(lettre::transport::smtp::Error),
    /// The server accepts the connection and says nothing.
    #[error("the mail server has said nothing for {} seconds", .0.as_secs())]
    Mute(Duration),
    /// The sender.
    #[error("--sender is an address, or a name and an address: \"Nouvelles <nouvelles@example.org>\"")]
    Sender(#[from] lettre::address::AddressError),
    /// The directory for mails as files.
    #[error("the directory for mails cannot be made: {0}")]
    Directory(#[from] std::io::Error),
}

impl PostOffice {
    /// A post office that hands letters to `smtp`, or lays them in `directory`.
    ///
    /// # Errors
    /// See [`MailError`].
    pub fn open(
        db: Db,
        app: actix_web::web::Data<App>,
        smtp: Option<&str>,
        sender: Option<&str>,
        directory: &Path,
    ) -> Result<Self, MailError> {
        let sender = sender_of(&app, sender)?;
        let way = match smtp {
            Some(url) => Way::Smtp(Box::new(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(MailError::Server)?.build(),
            )),
            None => {
                // Mails as files hold links to sign in with.
                make_private(directory)?;
                Way::Files(AsyncFileTransport::new(directory))
            }
        };
        Ok(Self { db, app, sender, way, patience: PATIENCE })
    }

    /// The same, waiting so long for the mail server instead of [`PATIENCE`].
    #[must_use]
    pub fn waiting_at_most(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Whether the mail server answers; files always do.
    ///
    /// # Errors
    /// When it does not.
    pub async fn answers(&self) -> Result<bool, MailError> {
        match &self.way {
            Way::Smtp(server) => match tokio::time::timeout(self.patience, server.test_connection()).await {
                Ok(answer) => answer.map_err(MailError::Silent),
                Err(_) => Err(MailError::Mute(self.patience)),
            },
            Way::Files(_) => Ok(true),
        }
    }

    /// Where to and in which words, unless the letter is no longer wanted, or not at this hour.
    async fn prepare(&self, group: &Group, letter: &Letter, message_id: &str) -> Result<Prepared, Unsendable> {
        let scope = self.db.read(group.id);
        let (address, stop_link) = match &letter.to {
            To::Address(address) => (address.clone(), None),
            To::Member(member) => match me::address_of(&scope, *member).await? {
                // She said no meanwhile, or has no address any more.
                None => return Ok(Prepared::Unwanted),
                Some((_, false)) if letter.news => return Ok(Prepared::Unwanted),
                Some((address, _)) => (address, letter.news.then(|| self.stop_link(group, *member))),
            },
        };
        let charter = charter::charter(&scope).await?;
        // It was ready by day, and the mail server did not take it until the evening.
        let leaves = outside_quiet_hours(charter.zone(), scope.now());
        if letter.news && leaves > scope.now() {
            return Ok(Prepared::TooLate(leaves));
        }
        let face = web::pages::face(group, &charter);
        let context = self.context(&face, letter, stop_link.as_deref());
        let part = |end: &str| {
            let name = format!("mail/{}.{end}", letter.kind);
            self.app
                .views
                .render(&face.theme, face.voice, &name, &context)
                .map_err(|error| Unsendable(error.to_string()))
        };
        let to: Mailbox = address.parse().map_err(|_| Unsendable("an address that does not read".to_owned()))?;
        // Said outright, so that nothing reads it back from the headers.
        let envelope = Envelope::new(Some(self.sender.email.clone()), vec![to.email.clone()])
            .map_err(|error| Unsendable(error.to_string()))?;
        let mut message = Message::builder()
            .envelope(envelope)
            .from(self.sender.clone())
            .to(to)
            .subject(part("subject.txt")?.trim())
            .message_id(Some(format!("<{message_id}@{}>", mail_host(&self.app))))
            .multipart(MultiPart::alternative_plain_html(part("txt")?, part("html")?))
            .map_err(|error| Unsendable(error.to_string()))?;
        let headers = message.headers_mut();
        headers.insert_raw(header("Auto-Submitted", "auto-generated")?);
        if let Some(link) = stop_link {
            // The same for every group of a server: it lets readers sort, and says nothing.
            headers.insert_raw(header("List-Id", &format!("<nouvelles.{}>", mail_host(&self.app)))?);
            headers.insert_raw(header("List-Unsubscribe", &format!("<{link}>"))?);
            headers.insert_raw(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
        }
        Ok(Prepared::Ready(Box::new(message)))
    }

    fn context(&self, face: &GroupFace, letter: &Letter, stop_link: Option<&str>) -> Context {
        let home = format!("{}{}", self.app.public_url(), face.home());
        let token = letter.args.iter().find_map(|(name, arg)| match arg {
            Arg::Text(text) if name == "token" => Some(text.as_str()),
            _ => None,
        });
        let link = match (letter.kind.as_str(), token) {
            (SIGN_IN, Some(token)) => format!("{home}/enter/{token}"),
            (INVITATION, Some(token)) => format!("{home}/join/{token}"),
            (WAY_BACK, Some(token)) => format!("{home}/door/lost/refuse/{token}"),
            _ => home,
        };
        let mut context = Context::new();
        for (name, arg) in &letter.args {
            match arg {
                Arg::Text(text) if name == "code" => context.insert(name.clone(), &in_fours(text)),
                Arg::Text(text) => context.insert(name.clone(), text),
                Arg::Number(number) => context.insert(name.clone(), number),
                Arg::Time(at) => context.insert(name.clone(), at),
                Arg::Date(_) | Arg::Message(_) => {}
            }
        }
        // An hour is one on the wall of the group.
        context.insert("zone", face.place.zone.name());
        context.insert("link", &link);
        context.insert("stop_link", &stop_link.unwrap_or_default());
        context.insert("group", &face.name);
        context.insert("lang", face.voice.tag());
        context
    }

    fn stop_link(&self, group: &Group, member: MemberId) -> String {
        let token = stop_token(self.db.keyring(), group.id, member);
        format!("{}/g/{}/stop-news/{member}/{token}", self.app.public_url(), group.slug)
    }
}

/// Who mails come from.
///
/// # Errors
/// When `sender` is not an address.
pub fn sender_of(app: &App, sender: Option<&str>) -> Result<Mailbox, lettre::address::AddressError> {
    match sender {
        Some(sender) => sender.parse(),
        None => Ok(Mailbox::new(None, format!("nepasrepondre@{}", mail_host(app)).parse()?)),
    }
}

/// `12345678` is read and typed as `1234 5678`.
fn in_fours(digits: &str) -> String {
    let (first, second) = digits.split_at_checked(4).unwrap_or((digits, ""));
    format!("{first} {second}")
}

/// The domain in mail addresses: that of the public address, without port.
fn mail_host(app: &App) -> String {
    let url = app.public_url().to_string();
    let host = url.split("://").nth(1).unwrap_or_default();
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => named(name),
        _ => named(host),
    }
}

/// A machine known by its numbers alone writes as itself: headers take no address of numbers.
fn named(host: &str) -> String {
    if host.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok() {
        "localhost".to_owned()
    } else {
        host.to_owned()
    }
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue, Unsendable> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| Unsendable("a header".to_owned()))?;
    Ok(HeaderValue::new(name, value.to_owned()))
}

/// What stands before a letter can be handed over.
enum Prepared {
    Ready(Box<Message>),
    /// She said no meanwhile, or has no address any more.
    Unwanted,
    /// Quiet hours until then.
    TooLate(Time),
}

/// A letter that cannot be written now; the reason names no person and quotes no word.
struct Unsendable(String);

impl From<Broken> for Unsendable {
    fn from(broken: Broken) -> Self {
        Self(broken.to_string())
    }
}

#[async_trait(?Send)]
impl Mailer for PostOffice {
    async fn send(&self, group: &Group, letter: &Letter, message_id: &str) -> Sent {
        let message = match self.prepare(group, letter, message_id).await {
            Ok(Prepared::Ready(message)) => *message,
            Ok(Prepared::Unwanted) => return Sent::Done,
            Ok(Prepared::TooLate(leaves)) => return Sent::NotBefore(leaves),
            Err(Unsendable(reason)) => {
                tracing::error!(kind = letter.kind, reason, "a letter cannot be written");
                return Sent::Later;
            }
        };
        match &self.way {
            Way::Files(files) => match files.send(message).await {
                Ok(_) => Sent::Done,
                Err(error) => {
                    tracing::error!(%error, "a letter cannot be laid in its directory");
                    Sent::Later
                }
            },
            Way::Smtp(server) => match tokio::time::timeout(self.patience, server.send(message)).await {
                Ok(Ok(_)) => Sent::Done,
                Ok(Err(error)) => refused(&letter.kind, &error),
                Err(_) => {
                    tracing::warn!(kind = letter.kind, "the mail server says nothing; the letter is tried again later");
                    Sent::Later
                }
            },
        }
    }
}

/// What a no of the mail server means. The log has its code and nothing of its words: they quote addresses.
fn refused(kind: &str, error: &lettre::transport::smtp::Error) -> Sent {
    let code = error.status().map(u16::from).unwrap_or_default();
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    if nobody_there(code, &said) {
        tracing::warn!(kind, code, "nobody has that address; the letter is dropped");
        Sent::Never
    } else {
        tracing::warn!(kind, code, "the mail server did not take a letter; it is tried again until it is useless");
        Sent::Later
    }
}

/// Whether a no is about the address the letter goes to. Every other no may be about us (a wrong password is
/// 535, a sender that is not allowed 550 or 553, a blocked network 554): whoever keeps the machine can put
/// that right, and no letter is thrown away before. An enhanced code (RFC 3463), when there is one, says
/// which of the two it is: 1 and 2 in its middle are addresses and boxes, except 1.7 and 1.8, the sender's.
fn nobody_there(code: u16, said: &str) -> bool {
    if !matches!(code, 550 | 551 | 553) {
        return false;
    }
    match enhanced(said) {
        Some((5, 1, detail)) => !matches!(detail, 7 | 8),
        Some((5, 2, _)) | None => true,
        Some(_) => false,
    }
}

/// `5.1.1` at the beginning of what a server says.
fn enhanced(said: &str) -> Option<(u16, u16, u16)> {
    let mut numbers = said.split_whitespace().next()?.split('.').map(|number| number.parse().ok());
    let code = (numbers.next()??, numbers.next()??, numbers.next()??);
    numbers.next().is_none().then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_where_nobody_is_ends_a_letter() {
        for (code, said) in
            [(550, ""), (550, "no such user here"), (551, "moved"), (553, "5.1.3 bad address"), (550, "5.2.1 closed")]
        {
            assert!(nobody_there(code, said), "{code} {said}");
        }
        for (code, said) in [
            (535, "5.7.8 wrong password"),
            (530, "5.7.0 sign in first"),
            (554, "5.7.1 blocked"),
            (554, ""),
            (550, "5.7.1 relaying denied"),
            (553, "5.1.8 sender refused"),
            (550, "5.1.7 sender refused"),
            (552, "5.2.2 full"),
            (451, "4.7.1 later"),
            (0, ""),
        ] {
            assert!(!nobody_there(code, said), "{code} {said}");
        }
    }

    #[test]
    fn a_sending_and_its_writing_down_end_before_another_worker_may_try() {
        let lease = commons::outbox::LEASE.to_std().unwrap();
        // And a quarter more for the last of those tries.
        assert!((PATIENCE + commons::outbox::WRITING_DOWN).mul_f32(1.25) < lease);
    }

    #[test]
    fn a_code_is_read_in_two_groups() {
        assert_eq!(in_fours("12345678"), "1234 5678");
    }

    #[test]
    fn a_machine_without_a_name_still_has_a_sender() {
        for host in ["127.0.0.1", "[::1]", "exemple.org"] {
            let sender = Mailbox::new(None, format!("nepasrepondre@{}", named(host)).parse().unwrap());
            let to = "solange@exemple.org".parse().unwrap();
            assert!(Message::builder().from(sender).to(to).body(String::new()).is_ok(), "{host}");
        }
    }
}
