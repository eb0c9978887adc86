//! Running a server.

use crate::areas;
use crate::mail::{MailError, PATIENCE, PostOffice};
use crate::settings::Settings;
use crate::words::{Words, say_line};
use crate::worker::Worker;
use actix_web::HttpServer;
use actix_web::dev::Server;
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
use std::task::Poll;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};
use web::kit::App;
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
    worker: Worker,
}

/// Binds the address, opens the store and starts the worker. `demo` are ready sign-in codes that only the
/// demonstration has (ruling 35).
///
/// # Errors
/// See [`ServeError`].
pub async fn prepare(
    settings: &Settings,
    clock: Arc<dyn Clock>,
    demo: HashMap<String, MemberId>,
) -> Result<Ready, ServeError> {
    prepare_on(listen(settings.listen)?, settings, clock, demo).await
}

/// As [`prepare`], on an address that is bound already.
///
/// The schema is brought up to date last of all: a start that a setting, a theme or the mail server's
/// address makes impossible leaves the store to the version that ran before.
///
/// # Errors
/// See [`ServeError`].
pub async fn prepare_on(
    listener: TcpListener,
    settings: &Settings,
    clock: Arc<dyn Clock>,
    demo: HashMap<String, MemberId>,
) -> Result<Ready, ServeError> {
    let address = listener.local_addr().map_err(ServeError::Server)?;
    let public_url = settings.address(address);
    let reached = Db::reach(&settings.storage, &settings.data, clock).await?;
    let db = reached.db().clone();
    let app = Data::new(App::new(settings.web(address, &db), Arc::new(StoredSessions(db.clone())))?);
    let mails = settings.mails();
    let post = PostOffice::open(db.clone(), app.clone(), settings.smtp.as_deref(), settings.sender.as_deref(), &mails)?;
    let db = reached.bring_up_to_date().await?;
    let effects = areas::effects_with(app.themes.all().map(|theme| theme.name().to_owned()));
    let (joints, kept_by) = (areas::joints(), areas::areas());
    let site = Data::new(Site { db: db.clone(), effects: effects.clone(), joints, areas: kept_by, demo });
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
    let worker = Worker::start(db.clone(), effects, post);
    Ok(Ready { address, public_url, db, server, worker })
}

impl Ready {
    /// Answers until the program is told to stop; what is under way is finished first.
    ///
    /// # Errors
    /// When the server fails.
    pub async fn run(self) -> Result<(), ServeError> {
        self.run_until(Signals::to_stop()).await
    }

    /// Answers until one of `signals` comes; what is under way is finished first.
    ///
    /// # Errors
    /// When the server fails.
    pub(crate) async fn run_until(self, mut signals: Signals) -> Result<(), ServeError> {
        let handle = self.server.handle();
        let mut server = actix_web::rt::spawn(self.server);
        let told = tokio::select! {
            ended = &mut server => Err(ended),
            stop = signals.told() => Ok(stop),
        };
        // First of all, and waited for: its connections were opened on threads that end with the server.
        // A letter in the hands of the mail server is let through, unless somebody waits at a keyboard.
        let grace = if matches!(told, Ok(Stop::Now)) { IN_A_HURRY } else { PATIENCE + IN_A_HURRY };
        self.worker.stop(grace).await;
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

/// What a worker that is asked to stop gets when somebody waits at a keyboard.
const IN_A_HURRY: Duration = Duration::from_secs(2);

/// How the program was told to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// What is under way is finished first.
    WhenDone,
    /// Whoever waits at a keyboard waits no longer.
    Now,
}

/// The signals that end the program, heard from the moment this is made.
pub(crate) struct Signals(Vec<(Stop, Signal)>);

impl Signals {
    /// Those of a server. A closed terminal (SIGHUP) is left to the system: `nohup` must hold.
    pub(crate) fn to_stop() -> Self {
        let kinds = [
            (Stop::WhenDone, SignalKind::terminate()),
            (Stop::Now, SignalKind::interrupt()),
            (Stop::Now, SignalKind::quit()),
        ];
        // Where one cannot be heard, the system's own way holds: the signal ends the program.
        Self(kinds.into_iter().filter_map(|(stop, kind)| Some((stop, signal(kind).ok()?))).collect())
    }

    /// Those, and a closed terminal: nothing of a demonstration may stay behind.
    pub(crate) fn to_stop_or_hang_up() -> Self {
        let mut signals = Self::to_stop();
        signals.0.extend(signal(SignalKind::hangup()).ok().map(|signal| (Stop::Now, signal)));
        signals
    }

    /// Waits for one of them.
    pub(crate) async fn told(&mut self) -> Stop {
        std::future::poll_fn(|context| {
            let mut signals = self.0.iter_mut();
            let told = signals.find_map(|(stop, signal)| signal.poll_recv(context).is_ready().then_some(*stop));
            told.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}

/// Takes an address before anything else is done.
pub(crate) fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(address).map_err(|source| ServeError::Listen { address, source })?;
    listener.set_nonblocking(true).map_err(ServeError::Server)?;
    Ok(listener)
}

/// `parpour serve`.
///
/// # Errors
/// See [`ServeError`].
pub async fn serve(settings: Settings, clock: Arc<dyn Clock>, words: &Words) -> Result<(), ServeError> {
    let ready = prepare(&settings, clock, HashMap::new()).await?;
    let at = |key: &str, name: &'static str, value: String| say_line(&words.say(key, &[(name, value)]));
    at("cli-ready", "address", ready.public_url.clone());
    match &settings.storage {
        Storage::Embedded => at("cli-kept-in", "place", settings.data.join("parpour.db").display().to_string()),
        Storage::Postgres(_) => say_line(&words.say("cli-kept-in-postgres", &[])),
    }
    if settings.smtp.is_none() {
        at("cli-mail-in-files", "place", settings.mails().display().to_string());
    }
    match link_to_found(&ready).await {
        Ok(Some(link)) => at("cli-found-here", "link", link),
        Ok(None) => {}
        // A store that has no time just now is no reason not to start; `parpour founding-link` gives the link.
        Err(Broken::Busy) => tracing::warn!("whether a group is here could not be looked at"),
        Err(broken) => return Err(broken.into()),
    }
    say_line(&words.say("cli-how-to-stop", &[]));
    ready.run().await
}

/// Where to found the first group, while there is none. Links of earlier starts stay good: the one that was noted
/// down must survive a restart.
async fn link_to_found(ready: &Ready) -> Result<Option<String>, Broken> {
    if !groups::all(&ready.db).await?.is_empty() {
        return Ok(None);
    }
    Ok(Some(format!("{}/found/{}", ready.public_url, found::make_link(&ready.db).await?)))
}
