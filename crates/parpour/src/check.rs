//! `parpour check`: whether everything a server stands on is sound, said line by line.

use crate::mail::{MailError, PostOffice, sender_of};
use crate::settings::Settings;
use crate::words::{Words, say_line};
use commons::clock::Clock;
use commons::db::{Db, OpenError, Storage};
use commons::groups::{self, Group};
use commons::refusal::Broken;
use commons::register;
use commons::register::verify::{Verdict, verify};
use std::process::ExitCode;
use std::sync::Arc;
use web::kit::App;
use web::pages::StoredSessions;

/// Looks at the settings, the store, every register and the mail. Exit 0 when all is sound.
pub async fn run(settings: &Settings, clock: Arc<dyn Clock>, words: &Words) -> ExitCode {
    let mut report = Report { words, sound: true };
    // Looking must not make anything: a wrong --data would otherwise be found sound.
    if settings.storage == Storage::Embedded && !settings.data.join("parpour.db").exists() {
        report.bad("cli-check-nothing", &[("place", settings.data.display().to_string())]);
        return ExitCode::FAILURE;
    }
    let db = match Db::look(&settings.storage, &settings.data, clock).await {
        Ok(db) => {
            report.good("cli-check-store", &[("place", settings.data.display().to_string())]);
            db
        }
        Err(OpenError::NotUpToDate(steps)) => {
            report.bad("cli-check-schema-old", &[("steps", steps.to_string())]);
            return ExitCode::FAILURE;
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
    match groups::all(&db).await {
        Ok(groups) => {
            for group in groups {
                one_register(&db, &group, &mut report).await;
            }
        }
        Err(error) => report.bad("cli-check-groups-bad", &[("error", error.to_string())]),
    }
    pages_and_mail(settings, &db, &mut report).await;
    if report.sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Report<'a> {
    words: &'a Words,
    sound: bool,
}

impl Report<'_> {
    fn good(&self, key: &str, args: &[(&'static str, String)]) {
        say_line(&format!("[ok] {}", self.words.say(key, args)));
    }
    fn bad(&mut self, key: &str, args: &[(&'static str, String)]) {
        self.sound = false;
        say_line(&format!("[!!] {}", self.words.say(key, args)));
    }
}

/// One group in trouble does not keep the others from being looked at.
async fn one_register(db: &Db, group: &Group, report: &mut Report<'_>) {
    let fault = match verdict(db, group).await {
        Ok(Verdict::Sound(sound)) => {
            let args = [("group", group.slug.clone()), ("entries", sound.entries.to_string())];
            return report.good("cli-check-register", &args);
        }
        Ok(Verdict::BadEntry { seq, reason }) => format!("{seq}, {}", report.words.fault(reason)),
        Ok(Verdict::Damaged { reason }) => report.words.damage(reason),
        Err(error) => error.to_string(),
    };
    report.bad("cli-check-register-bad", &[("group", group.slug.clone()), ("error", fault)]);
}

/// What anybody who downloads the register would find.
async fn verdict(db: &Db, group: &Group) -> Result<Verdict, Broken> {
    let lines = register::lines(&db.read(group.id)).await?;
    let export = register::export::export(&group.slug, &lines).map_err(Broken::stored)?;
    Ok(verify(&export))
}

async fn pages_and_mail(settings: &Settings, db: &Db, report: &mut Report<'_>) {
    let app = match App::new(settings.web(settings.listen, db), Arc::new(StoredSessions(db.clone()))) {
        Ok(app) => app,
        Err(error) => return report.bad("cli-check-web-bad", &[("error", error.to_string())]),
    };
    report.good("cli-check-web", &[("address", settings.address(settings.listen))]);
    // Without a mail server there is nobody to greet, and a post office would make its directory.
    let Some(smtp) = settings.smtp.as_deref() else {
        return match sender_of(&app, settings.sender.as_deref()) {
            Ok(_) => report.good("cli-mail-in-files", &[("place", settings.mails().display().to_string())]),
            Err(error) => report.bad("cli-check-mail-bad", &[("error", MailError::from(error).to_string())]),
        };
    };
    let app = actix_web::web::Data::new(app);
    let post = PostOffice::open(db.clone(), app, Some(smtp), settings.sender.as_deref(), &settings.mails());
    match post {
        Err(error) => report.bad("cli-check-mail-bad", &[("error", error.to_string())]),
        Ok(post) => match post.answers().await {
            Ok(true) => report.good("cli-check-mail", &[]),
            Ok(false) => report.bad("cli-check-mail-unwilling", &[]),
            Err(error) => report.bad("cli-check-mail-bad", &[("error", error.to_string())]),
        },
    }
}
