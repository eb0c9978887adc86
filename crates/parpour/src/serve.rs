//! Running a server.

use crate::areas;
use crate::mail::{MailError, PostOffice};
use crate::settings::Settings;
use crate::words::Words;
use crate::worker;
use actix_web::HttpServer;
use actix_web::dev::Server;
use actix_web::rt::task::JoinHandle;
use actix_web::web::Data;
use commons::clock::Clock;
use commons::db::{Db, OpenError, Storage};
use commons::groups;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::commands::found;
use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use web::kit::{App, WebKey, WebSettings};
use web::pages::{Site, StoredSessions};

/// Why the server cannot run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is taken or not ours.
    #[error("cannot listen on {address}: {source}. Choose another one with --listen")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// The store.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Settings of the web, a theme, a template.
    #[error(transparent)]
    Web(#[from] web::kit::SettingsError),
    /// Mail.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The store, later.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// The server itself.
    #[error("the server stopped: {0}")]
    Server(std::io::Error),
}

/// A server that is ready and has not answered anybody yet.
pub struct Ready {
    /// Where it listens.
    pub address: SocketAddr,
    /// The address that people type.
    pub public_url: String,
    /// The store.
    pub db: Db,
    server: Server,
    worker: JoinHandle<()>,
}

/// Opens the store, binds the address and starts the worker. `demo` are ready sign-in codes that only the
/// demonstration has (ruling 35).
///
/// # Errors
/// See [`ServeError`].
pub async fn prepare(
    settings: &Settings,
    clock: Arc<dyn Clock>,
    demo: HashMap<String, MemberId>,
) -> Result<Ready, ServeError> {
    let db = Db::open(&settings.storage, &settings.data, clock).await?;
    let listener = listen(settings.listen)?;
    let address = listener.local_addr().map_err(ServeError::Server)?;
    let public_url = settings.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let app =
        Data::new(App::new(web_settings(settings, &public_url, address, &db), Arc::new(StoredSessions(db.clone())))?);
    let effects = areas::effects();
    let site = Data::new(Site { db: db.clone(), effects: effects.clone(), demo });
    let mails = settings.data.join("mail");
    let post = PostOffice::open(db.clone(), app.clone(), settings.smtp.as_deref(), settings.sender.as_deref(), &mails)?;
    let server = HttpServer::new(move || {
        let site = site.clone();
        web::kit::site(app.clone(), move |config| {
            config.app_data(site);
            web::pages::configure(config);
        })
    })
    // Limits of `reliability D14`.
    .workers(std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8))
    .max_connections(1_024)
    .keep_alive(Duration::from_secs(5))
    .disable_signals()
    .client_request_timeout(Duration::from_secs(10))
    .shutdown_timeout(10)
    .listen(listener)
    .map_err(ServeError::Server)?
    .run();
    let worker = actix_web::rt::spawn(worker::work(db.clone(), effects, post));
    Ok(Ready { address, public_url, db, server, worker })
}

impl Ready {
    /// Answers until the program is told to stop; what is under way is finished first.
    ///
    /// # Errors
    /// When the server fails.
    pub async fn run(self) -> Result<(), ServeError> {
        let handle = self.server.handle();
        let mut server = actix_web::rt::spawn(self.server);
        let told = tokio::select! {
            ended = &mut server => Err(ended),
            stop = told_to_stop() => Ok(stop),
        };
        // First of all, and waited for: its connections were opened on threads that end with the server.
        self.worker.abort();
        let _ = self.worker.await;
        let ended = match told {
            Ok(stop) => {
                handle.stop(stop == Stop::WhenDone).await;
                server.await
            }
            Err(ended) => ended,
        };
        self.db.close().await?;
        ended.map_err(std::io::Error::other).flatten().map_err(ServeError::Server)
    }
}

/// How the program was told to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// What is under way is finished first.
    WhenDone,
    /// Whoever waits at a keyboard waits no longer.
    Now,
}

async fn told_to_stop() -> Stop {
    let told = |kind| async move {
        match signal(kind) {
            Ok(mut signals) => drop(signals.recv().await),
            // Then the system's own way holds: the signal ends the program.
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = told(SignalKind::terminate()) => Stop::WhenDone,
        () = told(SignalKind::interrupt()) => Stop::Now,
        () = told(SignalKind::quit()) => Stop::Now,
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(address).map_err(|source| ServeError::Listen { address, source })?;
    listener.set_nonblocking(true).map_err(ServeError::Server)?;
    Ok(listener)
}

fn web_settings(settings: &Settings, public_url: &str, listen: SocketAddr, db: &Db) -> WebSettings {
    WebSettings {
        public_url: public_url.to_owned(),
        listen,
        plain_http: settings.plain_http,
        themes: settings.themes.clone(),
        trusted_proxies: settings.trust_proxy.clone(),
        key: WebKey::new(db.keyring().derive("form tokens")),
        exit_to: settings.exit_to.clone(),
    }
}

/// `parpour serve`.
///
/// # Errors
/// See [`ServeError`].
#[allow(clippy::print_stdout, reason = "a program speaks to whoever started it")]
pub async fn serve(settings: Settings, clock: Arc<dyn Clock>, words: &Words) -> Result<(), ServeError> {
    let ready = prepare(&settings, clock, HashMap::new()).await?;
    let at = |key: &str, name: &'static str, value: String| println!("{}", words.say(key, &[(name, value)]));
    at("cli-ready", "address", ready.public_url.clone());
    match &settings.storage {
        Storage::Embedded => at("cli-kept-in", "place", settings.data.join("parpour.db").display().to_string()),
        Storage::Postgres(_) => println!("{}", words.say("cli-kept-in-postgres", &[])),
    }
    if settings.smtp.is_none() {
        at("cli-mail-in-files", "place", settings.data.join("mail").display().to_string());
    }
    if groups::all(&ready.db).await?.is_empty() {
        found::forget_untouched(&ready.db).await?;
        let link = format!("{}/found/{}", ready.public_url, found::make_link(&ready.db).await?);
        at("cli-found-here", "link", link);
    }
    println!("{}", words.say("cli-how-to-stop", &[]));
    ready.run().await
}
