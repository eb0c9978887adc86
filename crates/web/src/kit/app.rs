//! What all pages stand on, made once at start from plain settings.

use super::client::{NotABlock, TrustedProxies};
use super::cookies::Cookies;
use super::host::{Hosts, NotAnAddress, PublicUrl};
use super::rates::Rates;
use super::secrets::WebKey;
use super::theme::{ThemeError, Themes};
use super::views::{ViewError, Views};
use futures_util::future::LocalBoxFuture;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

/// Where the quick exit leads unless the settings say otherwise.
pub const WEATHER: &str = "https://meteo.gc.ca/";

/// What becomes of the mails of this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mails {
    /// A mail server takes them.
    Leave,
    /// They land in a folder of this machine: good for a trial on it, and for nobody else.
    StayInFiles,
}

/// Settings of the web, as flags, file and environment give them.
#[derive(Clone, Debug)]
pub struct WebSettings {
    /// Address that people type, without a path: `https://parpour.example.org`.
    pub public_url: String,
    /// Address this program listens on.
    pub listen: SocketAddr,
    /// Plain http is allowed beyond this machine, on a private network (ruling 36).
    pub plain_http: bool,
    /// Folder of themes; each of its sub-folders is one.
    pub themes: Option<PathBuf>,
    /// Addresses and blocks of the proxies in front of this program.
    pub trusted_proxies: Vec<String>,
    /// Key of form tokens.
    pub key: WebKey,
    /// Where the quick exit leads.
    pub exit_to: String,
    /// What becomes of mails.
    pub mails: Mails,
}

/// Why the web cannot start.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The public address.
    #[error(transparent)]
    PublicUrl(#[from] NotAnAddress),
    /// Plain http where passwords would travel in the open.
    #[error(
        "{0} is plain http beyond this machine: put a TLS proxy in front, or allow plain http on a private network"
    )]
    PlainHttp(String),
    /// A trusted proxy.
    #[error(transparent)]
    Proxy(#[from] NotABlock),
    /// A theme on disk.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// A template or a message file.
    #[error(transparent)]
    View(#[from] ViewError),
    /// Where the quick exit leads.
    #[error("the quick exit leads to an https address, not to {0:?}")]
    Exit(String),
}

/// Ends a session when its holder leaves by the quick exit. The members' area knows how.
pub trait EndSession: Send + Sync {
    /// Ends the session whose cookie holds `token`, if there is one. A failure is logged by the
    /// implementation: the person leaves in any case.
    fn end<'a>(&'a self, token: &'a str) -> LocalBoxFuture<'a, ()>;
}

/// For tests and for sites without sessions.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSessions;

impl EndSession for NoSessions {
    fn end<'a>(&'a self, _: &'a str) -> LocalBoxFuture<'a, ()> {
        Box::pin(std::future::ready(()))
    }
}

/// State of the site, shared by all workers.
pub struct App {
    /// Themes a group may choose from.
    pub themes: Themes,
    /// Templates and messages.
    pub views: Arc<Views>,
    /// Limits in number over time.
    pub rates: Rates,
    /// Names this site answers to.
    pub hosts: Hosts,
    /// Names and manners of its cookies.
    pub cookies: Cookies,
    /// Proxies that are believed.
    pub trusted: TrustedProxies,
    /// Key of form tokens.
    pub key: WebKey,
    /// Where the quick exit leads.
    pub exit_to: String,
    /// How a session ends.
    pub sessions: Arc<dyn EndSession>,
    mails: Mails,
    plain_http: bool,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("hosts", &self.hosts).finish_non_exhaustive()
    }
}

impl App {
    /// Reads themes, templates and messages, and checks the settings.
    ///
    /// # Errors
    /// When one of them is wrong; the error says which.
    pub fn new(settings: WebSettings, sessions: Arc<dyn EndSession>) -> Result<Self, SettingsError> {
        let public: PublicUrl = settings.public_url.parse()?;
        if !public.is_https() && !public.is_loopback() && !settings.plain_http {
            return Err(SettingsError::PlainHttp(settings.public_url));
        }
        if !is_plain_https(&settings.exit_to) {
            return Err(SettingsError::Exit(settings.exit_to));
        }
        let (themes, views) = match &settings.themes {
            Some(folder) => {
                let themes = Themes::with_folder(folder)?;
                let views = Arc::new(Views::load(&themes)?);
                (themes, views)
            }
            None => (Themes::embedded(), Arc::clone(Views::embedded()?)),
        };
        Ok(Self {
            views,
            themes,
            rates: Rates::default(),
            cookies: Cookies::new(public.is_https()),
            trusted: TrustedProxies::read(settings.trusted_proxies.iter().map(String::as_str))?,
            key: settings.key,
            exit_to: settings.exit_to,
            sessions,
            mails: settings.mails,
            plain_http: !public.is_https() && !public.is_loopback(),
            hosts: Hosts::new(public, settings.listen),
        })
    }

    /// The address people type, without a slash at the end, for links in mails.
    pub fn public_url(&self) -> &PublicUrl {
        self.hosts.public()
    }

    /// How pages speak of mail: `sent`; `files` on a machine that talks to itself, whose reader can open the
    /// folder; empty where nobody would ever read what is sent, so that no page offers it.
    pub fn mail(&self) -> &'static str {
        match self.mails {
            Mails::Leave => "sent",
            Mails::StayInFiles if self.hosts.public().is_loopback() => "files",
            Mails::StayInFiles => "",
        }
    }

    /// Whether what people type crosses a network in the open: pages say so.
    pub const fn is_plain_http_on_a_network(&self) -> bool {
        self.plain_http
    }
}

fn is_plain_https(address: &str) -> bool {
    address.starts_with("https://")
        && address.len() <= 200
        && address.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b';'))
}
