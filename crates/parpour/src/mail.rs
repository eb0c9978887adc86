//! Giving letters their words and their address, and handing them to a mail server or, without one, to files.

use async_trait::async_trait;
use commons::db::Db;
use commons::groups::Group;
use commons::ids::MemberId;
use commons::outbox::{Letter, Mailer, Sent, To};
use commons::refusal::{Arg, Broken};
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncFileTransport, AsyncTransport, Message, Tokio1Executor};
use membership::mail::{INVITATION, SIGN_IN, stop_token};
use membership::queries::{charter, me};
use std::path::Path;
use tera::Context;
use web::kit::{App, GroupFace};

/// The post office of one server.
pub struct PostOffice {
    db: Db,
    app: actix_web::web::Data<App>,
    sender: Mailbox,
    way: Way,
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
        let sender = match sender {
            Some(sender) => sender.parse()?,
            None => Mailbox::new(None, format!("nepasrepondre@{}", mail_host(&app)).parse()?),
        };
        let way = match smtp {
            Some(url) => Way::Smtp(Box::new(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(MailError::Server)?.build(),
            )),
            None => {
                make_private(directory)?;
                Way::Files(AsyncFileTransport::new(directory))
            }
        };
        Ok(Self { db, app, sender, way })
    }

    /// Whether the mail server answers; files always do.
    ///
    /// # Errors
    /// When it does not.
    pub async fn answers(&self) -> Result<bool, MailError> {
        match &self.way {
            Way::Smtp(server) => server.test_connection().await.map_err(MailError::Silent),
            Way::Files(_) => Ok(true),
        }
    }

    /// Where to and in which words; none when the letter is no longer wanted.
    async fn prepare(&self, group: &Group, letter: &Letter, message_id: &str) -> Result<Option<Message>, Unsendable> {
        let scope = self.db.read(group.id);
        let (address, stop_link) = match &letter.to {
            To::Address(address) => (address.clone(), None),
            To::Member(member) => match me::address_of(&scope, *member).await? {
                // She said no meanwhile, or has no address any more.
                None => return Ok(None),
                Some((_, false)) if letter.news => return Ok(None),
                Some((address, _)) => (address, letter.news.then(|| self.stop_link(group, *member))),
            },
        };
        let face = web::pages::face(group, &charter::charter(&scope).await?);
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
            headers.insert_raw(header("List-Unsubscribe", &format!("<{link}>"))?);
            headers.insert_raw(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
        }
        Ok(Some(message))
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
            _ => home,
        };
        let mut context = Context::new();
        for (name, arg) in &letter.args {
            match arg {
                Arg::Text(text) if name == "code" => context.insert(name.clone(), &in_fours(text)),
                Arg::Text(text) => context.insert(name.clone(), text),
                Arg::Number(number) => context.insert(name.clone(), number),
                Arg::Time(_) | Arg::Date(_) | Arg::Message(_) => {}
            }
        }
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

/// Mails as files hold links to sign in with: they are for this account alone.
fn make_private(directory: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)
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

/// A letter that no server will ever take; the reason names no person and quotes no word.
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
            Ok(Some(message)) => message,
            Ok(None) => return Sent::Done,
            Err(Unsendable(reason)) => {
                tracing::error!(kind = letter.kind, reason, "a letter cannot be written");
                return Sent::Later;
            }
        };
        match &self.way {
            Way::Files(files) => match files.send(message).await {
                Ok(_) => Sent::Done,
                Err(_) => Sent::Later,
            },
            Way::Smtp(server) => match server.send(message).await {
                Ok(_) => Sent::Done,
                Err(error) if error.is_permanent() => {
                    tracing::warn!(kind = letter.kind, "the mail server will never take a letter");
                    Sent::Never
                }
                Err(_) => Sent::Later,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
