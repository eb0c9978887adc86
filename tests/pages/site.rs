//! The site as the program puts it together, without a network.

use actix_web::http::header::HeaderMap;
use actix_web::test::{self, TestRequest};
use actix_web::web::Data;
use commons::db::Db;
use commons::ids::MemberId;
use parpour_tests::World;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use web::kit::app::Mails;
use web::kit::{App, EndSession, WebKey, WebSettings};
use web::pages::{Site, StoredSessions};

use crate::visitor::Visitor;

/// A public address over TLS, as a real site has.
pub const SECURE: &str = "https://parpour.example";
/// One in the open that has no mail server.
pub const NO_MAIL: &str = "https://sans-courriel.example";
/// The address of a program on one's own machine.
pub const LOOPBACK: &str = "http://127.0.0.1:8080";

type Answering = dyn Fn(TestRequest) -> Pin<Box<dyn Future<Output = Raw>>>;

/// What came back.
pub struct Raw {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

/// What several threads may each make a [`TestSite`] of: limits and templates are shared.
#[derive(Clone)]
pub struct Parts {
    app: Data<App>,
    site: Data<Site>,
    public: &'static str,
}

/// The whole site, answering.
pub struct TestSite {
    /// What it is made of.
    pub parts: Parts,
    answering: Box<Answering>,
    strangers: Cell<u32>,
}

thread_local! {
    /// Reading the templates takes a second: copies of one world share them within a test.
    static APPS: RefCell<Vec<Made>> = const { RefCell::new(Vec::new()) };
}

/// The next site of this test is of a server that has just started: it remembers no tries.
pub fn start_anew() {
    APPS.with_borrow_mut(Vec::clear);
}

/// Everything that pages stand on, save the store.
#[derive(Clone)]
struct Made {
    public: &'static str,
    key: [u8; 32],
    app: Data<App>,
    sessions: Arc<Mutex<Option<Db>>>,
}

impl Made {
    fn of(public: &'static str, key: [u8; 32]) -> Self {
        let settings = WebSettings {
            public_url: public.to_owned(),
            listen: "127.0.0.1:8080".parse().unwrap(),
            plain_http: false,
            themes: None,
            trusted_proxies: Vec::new(),
            key: WebKey::new(key),
            exit_to: web::kit::app::WEATHER.to_owned(),
            mails: if public == NO_MAIL { Mails::StayInFiles } else { Mails::Leave },
        };
        let sessions = Arc::new(Mutex::new(None));
        let app = App::new(settings, Arc::new(InPresentStore(Arc::clone(&sessions)))).unwrap();
        Self { public, key, app: Data::new(app), sessions }
    }
}

/// Ends sessions in the store that the test uses now.
struct InPresentStore(Arc<Mutex<Option<Db>>>);

impl EndSession for InPresentStore {
    fn end<'a>(&'a self, token: &'a str) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
        let store = StoredSessions(self.0.lock().unwrap().clone().unwrap());
        Box::pin(async move { store.end(token).await })
    }
}

impl Parts {
    /// The site of a world at this public address.
    pub fn of(world: &World, public: &'static str, demo: HashMap<String, MemberId>) -> Self {
        let key = world.db.keyring().derive("form tokens");
        let app = APPS.with_borrow_mut(|apps| {
            let made = apps.iter().find(|made| (made.public, made.key) == (public, key));
            let made = made.cloned().unwrap_or_else(|| Made::of(public, key));
            *made.sessions.lock().unwrap() = Some(world.db.clone());
            apps.push(made.clone());
            made.app
        });
        let (db, effects, joints) = (world.db.clone(), world.effects.clone(), world.joints.clone());
        let site = Site { db, effects, joints, areas: parpour::areas::areas(), demo };
        Self { app, site: Data::new(site), public }
    }

    /// Ready to answer.
    pub async fn start(self) -> TestSite {
        let (app, site) = (self.app.clone(), self.site.clone());
        let service = test::init_service(web::kit::site(app, move |config| {
            config.app_data(site);
            web::pages::configure(config);
        }));
        let service = Rc::new(service.await);
        let answering = move |request: TestRequest| -> Pin<Box<dyn Future<Output = Raw>>> {
            let service = Rc::clone(&service);
            Box::pin(async move {
                let answer = test::try_call_service(&*service, request.to_request()).await;
                let answer = answer.unwrap_or_else(|error| panic!("no page, but an error: {error}"));
                let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
                Raw { status, headers, body: test::read_body(answer).await.to_vec() }
            })
        };
        TestSite { parts: self, answering: Box::new(answering), strangers: Cell::new(0) }
    }
}

impl TestSite {
    /// Answers one request.
    pub async fn answer(&self, request: TestRequest) -> Raw {
        (self.answering)(request).await
    }

    /// The address people type, without a path.
    pub fn public(&self) -> &'static str {
        self.parts.public
    }

    /// Somebody who was never here, on a network of her own.
    pub fn visitor(&self) -> Visitor<'_> {
        self.strangers.set(self.strangers.get() + 1);
        Visitor::new(self, self.strangers.get())
    }

    /// Somebody whose browser holds this session.
    pub fn signed_in(&self, token: &str) -> Visitor<'_> {
        let name = if self.parts.public.starts_with("https") { "__Host-pp" } else { "pp" };
        self.visitor().with_cookie(name, token)
    }
}
