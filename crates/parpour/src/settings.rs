//! Settings of the program. None is needed for a first run.
//!
//! In this order: what the program starts with, `parpour.toml`, `PARPOUR_*` in the environment, flags. The
//! rules of a group are not settings: they are its charter, changed by its decisions.

use clap::Args;
use commons::db::{Db, Storage};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use web::kit::app::Mails;
use web::kit::{WebKey, WebSettings};

/// Read when it is there and no other file is named.
const FILE: &str = "parpour.toml";

/// Settings as given by flags, the environment or the file. What is absent is left as it was.
#[allow(rustdoc::bare_urls, reason = "these comments are the help of the command line, where an address stands bare")]
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Given {
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "PARPOUR_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Directory for everything that is kept [default: ./data]
    #[arg(long, env = "PARPOUR_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL 15 or newer instead of the embedded store: postgres://user:password@host/database
    #[arg(long, env = "PARPOUR_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Address that people type, such as https://groupe.example.org [default: http:// and the listen address]
    #[arg(long, env = "PARPOUR_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// A proxy in front of this program whose X-Forwarded-For is believed: an address or a block; may be repeated
    #[arg(long, env = "PARPOUR_TRUST_PROXY", value_name = "ADDR", value_delimiter = ',')]
    #[serde(default)]
    pub trust_proxy: Vec<String>,
    /// Allow plain HTTP on a private network. Cookies are then sent in the open, and every page says so
    #[arg(long, env = "PARPOUR_PLAIN_HTTP_ON_PRIVATE_NETWORK")]
    #[serde(default)]
    pub plain_http_on_private_network: bool,
    /// Folder of themes; each of its sub-folders is one
    #[arg(long, env = "PARPOUR_THEMES", value_name = "DIR")]
    pub themes: Option<PathBuf>,
    /// Mail server: smtps://user:password@host, smtp://user:password@host:587?tls=required, smtp://127.0.0.1:25.
    /// Without one, mails land as files in the data directory
    #[arg(long, env = "PARPOUR_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Who mails come from. The name is read by whoever looks over a shoulder: keep it neutral
    #[arg(long, env = "PARPOUR_SENDER", value_name = "MAILBOX")]
    pub sender: Option<String>,
    /// Where the quick exit leads
    #[arg(long, env = "PARPOUR_EXIT_TO", value_name = "URL")]
    pub exit_to: Option<String>,
    /// Settings file [default: parpour.toml when it is there]
    #[arg(long, env = "PARPOUR_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
}

/// Settings, all of them.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Directory for everything that is kept.
    pub data: PathBuf,
    /// Where the rows live.
    pub storage: Storage,
    /// Address that people type, when it is not the listen address.
    pub public_url: Option<String>,
    /// Proxies that are believed.
    pub trust_proxy: Vec<String>,
    /// Plain HTTP is allowed on a private network.
    pub plain_http: bool,
    /// Folder of themes.
    pub themes: Option<PathBuf>,
    /// Mail server.
    pub smtp: Option<String>,
    /// Who mails come from.
    pub sender: Option<String>,
    /// Where the quick exit leads.
    pub exit_to: String,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file that was named is not there, or cannot be read.
    #[error("the settings file {} cannot be read: {source}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file does not make sense.
    #[error("the settings file {} has an error:\n{source}", path.display())]
    Wrong {
        /// Which.
        path: PathBuf,
        /// Where and why.
        source: Box<toml::de::Error>,
    },
    /// Another database than the ones we know.
    #[error("--database-url starts with postgres:// (without it, the embedded store is used)")]
    Database,
}

impl Given {
    /// Completes what was given with the file and with what the program starts with.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub fn complete(self) -> Result<Settings, SettingsError> {
        let file = self.read_file()?;
        let database_url = self.database_url.or(file.database_url);
        let trust_proxy = if self.trust_proxy.is_empty() { file.trust_proxy } else { self.trust_proxy };
        Ok(Settings {
            listen: self.listen.or(file.listen).unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            data: self.data.or(file.data).unwrap_or_else(|| PathBuf::from("data")),
            storage: storage(database_url)?,
            public_url: self.public_url.or(file.public_url),
            trust_proxy,
            plain_http: self.plain_http_on_private_network || file.plain_http_on_private_network,
            themes: self.themes.or(file.themes),
            smtp: self.smtp.or(file.smtp),
            sender: self.sender.or(file.sender),
            exit_to: self.exit_to.or(file.exit_to).unwrap_or_else(|| web::kit::app::WEATHER.to_owned()),
        })
    }

    fn read_file(&self) -> Result<Self, SettingsError> {
        let (path, named) = match &self.config {
            Some(path) => (path.as_path(), true),
            None => (Path::new(FILE), false),
        };
        match std::fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text)
                .map_err(|source| SettingsError::Wrong { path: path.to_owned(), source: Box::new(source) }),
            Err(source) if !named && source.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(SettingsError::Unreadable { path: path.to_owned(), source }),
        }
    }
}

impl Settings {
    /// The address that people type, for a program that listens on `listen`.
    pub fn address(&self, listen: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{listen}"))
    }

    /// What the pages stand on.
    pub fn web(&self, listen: SocketAddr, db: &Db) -> WebSettings {
        WebSettings {
            public_url: self.address(listen),
            listen,
            plain_http: self.plain_http,
            themes: self.themes.clone(),
            trusted_proxies: self.trust_proxy.clone(),
            key: WebKey::new(db.keyring().derive("form tokens")),
            exit_to: self.exit_to.clone(),
            mails: if self.smtp.is_some() { Mails::Leave } else { Mails::StayInFiles },
        }
    }

    /// Where mails lie when there is no mail server.
    pub fn mails(&self) -> PathBuf {
        self.data.join("mail")
    }
}

fn storage(url: Option<String>) -> Result<Storage, SettingsError> {
    match url {
        None => Ok(Storage::Embedded),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Ok(Storage::Postgres(url)),
        Some(_) => Err(SettingsError::Database),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_file(text: &str) -> (tempfile::TempDir, Given) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("parpour.toml");
        std::fs::write(&path, text).unwrap();
        (directory, Given { config: Some(path), ..Given::default() })
    }

    #[test]
    fn nothing_is_needed_for_a_first_run() {
        let (_kept, given) = with_file("");
        let settings = given.complete().unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
        assert_eq!((settings.storage, settings.data), (Storage::Embedded, PathBuf::from("data")));
    }

    #[test]
    fn a_flag_is_heard_before_the_file() {
        let (_kept, given) =
            with_file("data = \"/srv/parpour\"\nlisten = \"127.0.0.1:9000\"\ntrust-proxy = [\"10.0.0.1\"]");
        let settings = Given { listen: Some("127.0.0.1:7000".parse().unwrap()), ..given }.complete().unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:7000");
        assert_eq!(settings.data, PathBuf::from("/srv/parpour"));
        assert_eq!(settings.trust_proxy, ["10.0.0.1"]);
    }

    #[test]
    fn a_word_that_is_not_a_setting_is_refused_by_name() {
        let (_kept, given) = with_file("quorum = 12");
        assert!(given.complete().unwrap_err().to_string().contains("quorum"));
    }

    #[test]
    fn a_file_that_was_named_must_be_there() {
        let given = Given { config: Some(PathBuf::from("/nowhere/parpour.toml")), ..Given::default() };
        assert!(matches!(given.complete(), Err(SettingsError::Unreadable { .. })));
    }

    #[test]
    fn another_database_is_refused_with_what_to_write() {
        assert!(matches!(storage(Some("mysql://x".to_owned())), Err(SettingsError::Database)));
        assert!(storage(Some("postgres://x@y/z".to_owned())).is_ok());
    }
}
