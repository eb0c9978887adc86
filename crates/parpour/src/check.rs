//! `parpour check`: whether everything a server stands on is sound, said line by line.

use crate::mail::PostOffice;
use crate::settings::Settings;
use crate::words::Words;
use commons::clock::Clock;
use commons::db::{Db, Storage};
use commons::groups::{self, Group};
use commons::refusal::Broken;
use commons::register;
use commons::register::verify::{Verdict, verify};
use std::process::ExitCode;
use std::sync::Arc;
use web::kit::{App, WebKey, WebSettings};
use web::pages::StoredSessions;

/// Looks at the settings, the store, every register and the mail. Exit 0 when all is sound.
#[allow(clippy::print_stdout, reason = "a program speaks to whoever started it")]
pub async fn run(settings: &Settings, clock: Arc<dyn Clock>, words: &Words) -> ExitCode {
    let mut report = Report { words, sound: true };
    // Looking must not make anything: a wrong --data would otherwise be found sound.
    if settings.storage == Storage::Embedded && !settings.data.join("parpour.db").exists() {
        report.bad("cli-check-nothing", &[("place", settings.data.display().to_string())]);
        return ExitCode::FAILURE;
    }
    let db = match Db::open(&settings.storage, &settings.data, clock).await {
        Ok(db) => {
            report.good("cli-check-store", &[("place", settings.data.display().to_string())]);
            db
        }
        Err(error) => {
            report.bad("cli-check-store-bad", &[("error", error.to_string())]);
            return ExitCode::FAILURE;
        }
    };
    match db.integrity().await {
        Ok(faults) if faults.is_empty() => report.good("cli-check-integrity", &[]),
        Ok(faults) => report.bad("cli-check-integrity-bad", &[("error", faults.join("; "))]),
        Err(error) => report.bad("cli-check-integrity-bad", &[("error", error.to_string())]),
    }
    if let Err(error) = registers(&db, &mut report).await {
        report.bad("cli-check-register-bad", &[("group", String::new()), ("error", error.to_string())]);
    }
    pages_and_mail(settings, &db, &mut report).await;
    if report.sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Report<'a> {
    words: &'a Words,
    sound: bool,
}

#[allow(clippy::print_stdout, reason = "a program speaks to whoever started it")]
impl Report<'_> {
    fn good(&self, key: &str, args: &[(&'static str, String)]) {
        println!("[ok] {}", self.words.say(key, args));
    }
    fn bad(&mut self, key: &str, args: &[(&'static str, String)]) {
        self.sound = false;
        println!("[!!] {}", self.words.say(key, args));
    }
}

async fn registers(db: &Db, report: &mut Report<'_>) -> Result<(), Broken> {
    for group in groups::all(db).await? {
        let args = |error: String| [("group", group.slug.clone()), ("error", error)];
        match verdict(db, &group).await? {
            Verdict::Sound(sound) => report.good("cli-check-register", &args(sound.entries.to_string())),
            Verdict::BadEntry { seq, reason } => {
                report.bad("cli-check-register-bad", &args(format!("{seq}: {reason}")))
            }
            Verdict::Damaged { reason } => report.bad("cli-check-register-bad", &args(reason.to_string())),
        }
    }
    Ok(())
}

/// What anybody who downloads the register would find.
async fn verdict(db: &Db, group: &Group) -> Result<Verdict, Broken> {
    let lines = register::lines(&db.read(group.id)).await?;
    let export = register::export::export(&group.slug, &lines).map_err(Broken::stored)?;
    Ok(verify(&export))
}

async fn pages_and_mail(settings: &Settings, db: &Db, report: &mut Report<'_>) {
    let public_url = settings.public_url.clone().unwrap_or_else(|| format!("http://{}", settings.listen));
    let web = WebSettings {
        public_url: public_url.clone(),
        listen: settings.listen,
        plain_http: settings.plain_http,
        themes: settings.themes.clone(),
        trusted_proxies: settings.trust_proxy.clone(),
        key: WebKey::new(db.keyring().derive("form tokens")),
        exit_to: settings.exit_to.clone(),
    };
    let app = match App::new(web, Arc::new(StoredSessions(db.clone()))) {
        Ok(app) => app,
        Err(error) => return report.bad("cli-check-web-bad", &[("error", error.to_string())]),
    };
    report.good("cli-check-web", &[("address", public_url)]);
    let app = actix_web::web::Data::new(app);
    let mails = settings.data.join("mail");
    let post = PostOffice::open(db.clone(), app, settings.smtp.as_deref(), settings.sender.as_deref(), &mails);
    match post {
        Err(error) => report.bad("cli-check-mail-bad", &[("error", error.to_string())]),
        Ok(_) if settings.smtp.is_none() => report.good("cli-mail-in-files", &[("place", mails.display().to_string())]),
        Ok(post) => match post.answers().await {
            Ok(true) => report.good("cli-check-mail", &[]),
            Ok(false) => report.bad("cli-check-mail-bad", &[("error", String::new())]),
            Err(error) => report.bad("cli-check-mail-bad", &[("error", error.to_string())]),
        },
    }
}
