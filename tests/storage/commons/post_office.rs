//! Letters in the hands of a mail server: silent, unwilling, or not at this hour (`reliability D9`).

use commons::clock::{Clock, Tz, at_wall_clock};
use commons::db::Tx;
use commons::groups;
use commons::outbox::{Letter, Mailer, Sent, To};
use membership::commands::change_access::want_news;
use membership::powers::{ChangeOwnAccess, Permit};
use parpour::mail::{MailError, PostOffice};
use parpour_tests::{World, on_sqlite};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;
use web::kit::{App, NoSessions, WebKey, WebSettings};

/// A mail server on this machine that answers as its script says, and tells every line it was given.
struct Peer {
    url: String,
    heard: mpsc::Receiver<String>,
}

impl Peer {
    /// Answers the first word of each line with what the script has for it, and with yes otherwise.
    fn scripted(script: &'static [(&'static str, &'static str)]) -> Self {
        Self::new(move |stream, heard| converse(stream, script, &heard))
    }

    /// Accepts and says nothing, for as long as somebody is connected.
    fn mute() -> Self {
        Self::new(|stream, _| {
            let _ = BufReader::new(stream).lines().count();
        })
    }

    fn new(serve: impl Fn(TcpStream, mpsc::Sender<String>) + Send + Clone + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let (tell, heard) = mpsc::channel();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (serve, tell) = (serve.clone(), tell.clone());
                std::thread::spawn(move || serve(stream, tell));
            }
        });
        Self { url, heard }
    }

    fn with_password(mut self) -> Self {
        self.url = self.url.replace("smtp://", "smtp://somebody:wrong@");
        self
    }
}

fn converse(stream: TcpStream, script: &[(&str, &str)], heard: &mpsc::Sender<String>) {
    let mut out = stream.try_clone().unwrap();
    let mut say = |line: &str| out.write_all(format!("{line}\r\n").as_bytes());
    let scripted = |word: &str| script.iter().find(|(asked, _)| *asked == word).map(|(_, said)| *said);
    let mut in_letter = false;
    if say("220 here").is_err() {
        return;
    }
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let _ = heard.send(line.clone());
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let said = match word.as_str() {
            "." if in_letter => {
                in_letter = false;
                scripted(".").unwrap_or("250 taken")
            }
            _ if in_letter => continue,
            "EHLO" => "250-here\r\n250 AUTH PLAIN",
            "DATA" => {
                in_letter = true;
                "354 go on"
            }
            other => scripted(other).unwrap_or("250 ok"),
        };
        if say(said).is_err() {
            return;
        }
    }
}

fn office(world: &World, url: &str) -> PostOffice {
    let settings = WebSettings {
        public_url: "https://groupe.example".to_owned(),
        listen: "127.0.0.1:8080".parse().unwrap(),
        plain_http: false,
        themes: None,
        trusted_proxies: Vec::new(),
        key: WebKey::new([1; 32]),
        exit_to: web::kit::app::WEATHER.to_owned(),
        mails: web::kit::app::Mails::Leave,
    };
    let app = actix_web::web::Data::new(App::new(settings, Arc::new(NoSessions)).unwrap());
    PostOffice::open(world.db.clone(), app, Some(url), None, &world.data().join("mail")).unwrap()
}

/// An invitation, which leaves at any hour.
fn invitation() -> Letter {
    let args = vec![("token".to_owned(), "0123".into())];
    let to = To::Address("odile@exemple.org".to_owned());
    Letter { to, kind: membership::mail::INVITATION.to_owned(), args, news: false }
}

async fn send(world: &World, office: &PostOffice, letter: &Letter) -> Sent {
    let group = groups::all(&world.db).await.unwrap().pop().unwrap();
    office.send(&group, letter, "0123456789abcdef").await
}

#[test]
fn a_server_that_accepts_and_stays_silent_holds_nobody() {
    on_sqlite(async |world: &World| {
        world.a_group().found().await;
        let office = office(world, &Peer::mute().url).waiting_at_most(Duration::from_millis(200));
        assert_eq!(send(world, &office, &invitation()).await, Sent::Later);
        assert!(matches!(office.answers().await, Err(MailError::Mute(_))));
    });
}

#[test]
fn a_letter_that_was_taken_is_done_with() {
    on_sqlite(async |world: &World| {
        world.a_group().found().await;
        let peer = Peer::scripted(&[]);
        assert_eq!(send(world, &office(world, &peer.url), &invitation()).await, Sent::Done);
        let heard: Vec<String> = peer.heard.try_iter().collect();
        assert!(heard.iter().any(|line| line.contains("RCPT TO:<odile@exemple.org>")), "{heard:?}");
    });
}

#[test]
fn no_letter_is_thrown_away_because_our_own_settings_are_wrong() {
    on_sqlite(async |world: &World| {
        world.a_group().found().await;
        let wrong_password = Peer::scripted(&[("AUTH", "535 5.7.8 wrong password")]).with_password();
        assert_eq!(send(world, &office(world, &wrong_password.url), &invitation()).await, Sent::Later);
        for script in [
            &[("MAIL", "530 5.7.0 sign in first")][..],
            &[("MAIL", "550 5.7.1 this sender may not")],
            &[("MAIL", "553 5.1.8 this sender may not")],
            &[("RCPT", "554 5.7.1 your network is blocked")],
            &[("RCPT", "451 4.7.1 come back")],
            &[(".", "554 not this one")],
        ] {
            let peer = Peer::scripted(script);
            assert_eq!(send(world, &office(world, &peer.url), &invitation()).await, Sent::Later, "{script:?}");
        }
    });
}

#[test]
fn a_letter_to_nobody_is_dropped() {
    on_sqlite(async |world: &World| {
        world.a_group().found().await;
        for script in [&[("RCPT", "550 5.1.1 nobody here")][..], &[("RCPT", "551 moved")], &[("RCPT", "553 5.1.3 no")]]
        {
            let peer = Peer::scripted(script);
            assert_eq!(send(world, &office(world, &peer.url), &invitation()).await, Sent::Never, "{script:?}");
        }
    });
}

#[test]
fn news_waits_for_the_morning_and_says_how_to_stop_it() {
    on_sqlite(async |world: &World| {
        let group = world.a_group().found().await;
        let wants = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| want_news(tx, permit, true).await;
        group.act(0, wants).await.unwrap();
        let zone = group.charter().await.zone();
        assert_eq!(zone, Tz::America__Toronto);
        let day = commons::clock::local_day(zone, world.clock.now());
        let at = |day: chrono::NaiveDate, hour| {
            at_wall_clock(zone, day, chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap())
        };
        let news = Letter {
            to: To::Member(group.members[0]),
            kind: decisions::mail::NEWS.to_owned(),
            args: Vec::new(),
            news: true,
        };
        let peer = Peer::scripted(&[]);
        let office = office(world, &peer.url);
        world.clock.set(at(day.succ_opt().unwrap(), 22));
        let morning = at(day.succ_opt().unwrap().succ_opt().unwrap(), 9);
        assert_eq!(send(world, &office, &news).await, Sent::NotBefore(morning));
        assert_eq!(send(world, &office, &invitation()).await, Sent::Done, "somebody asked for that one");
        assert!(!peer.heard.try_iter().any(|line| line.starts_with("List-Id")));
        world.clock.set(morning);
        assert_eq!(send(world, &office, &news).await, Sent::Done);
        let heard: Vec<String> = peer.heard.try_iter().collect();
        assert!(heard.contains(&"List-Id: <nouvelles.groupe.example>".to_owned()), "{heard:?}");
        assert!(heard.iter().any(|line| line.starts_with("List-Unsubscribe-Post:")), "{heard:?}");
    });
}
