//! The mail of the evening before, for whoever asked for one: a day and an hour, and nothing else (`mutual-aid` A7). What she
//! holds in listening and in circles is known when she takes it: the letter waits from then on, and is taken back with it.
//! Visits have their own ([`crate::rules::visits::ladder`]), as their evening is also that of a place.

use crate::mail::APPOINTMENT;
use crate::queries::calls::people::choices_of;
use crate::queries::limits::{held, own};
use crate::queries::visits::load::asked_from;
use crate::rules::limits::Reminder;
use chrono::NaiveTime;
use commons::clock::{at_wall_clock, local_day};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::outbox::{self, Letter, Post, To};
use commons::refusal::{Arg, Broken};
use membership::queries::charter;
use rota::{Engagement, Kind};

/// The hour of the reminder.
const EVENING: u32 = 19;

/// Her reminders are those of what she holds now, if she wants any.
pub(crate) async fn follow(tx: &Tx<'_>, who: MemberId) -> Result<(), Broken> {
    outbox::take_back_all(tx, &format!("reminder/{who}/")).await?;
    if own(tx, who).await?.reminder != Reminder::Mail {
        return Ok(());
    }
    let hers = held(tx).await?.remove(&who).unwrap_or_default();
    for one in hers.into_iter().filter(|one| matches!(one.kind, Kind::Listening | Kind::Circle)) {
        remind(tx, who, &one).await?;
    }
    Ok(())
}

async fn remind(tx: &Tx<'_>, who: MemberId, what: &Engagement) -> Result<(), Broken> {
    let (zone, starts) = (charter::charter(tx).await?.zone(), what.when.start);
    let midnight = at_wall_clock(zone, local_day(zone, starts), NaiveTime::MIN);
    let day = local_day(zone, starts).pred_opt().unwrap_or_else(|| local_day(zone, starts));
    let evening = at_wall_clock(zone, day, NaiveTime::from_hms_opt(EVENING, 0, 0).unwrap_or_default());
    let quiet = choices_of(tx, who).await?.quiet;
    let from = asked_from(zone, Some(quiet), evening);
    // It says "tomorrow": whoever takes something that evening, or sleeps already, knows.
    if evening <= tx.now() || from >= midnight {
        return Ok(());
    }
    let args = vec![("at".to_owned(), Arg::Time(starts))];
    let letter = Letter { to: To::Member(who), kind: APPOINTMENT.to_owned(), args, news: false };
    let dedupe_key = format!("reminder/{who}/{}/{}", what.kind.word(), starts.timestamp());
    let post = Post { dedupe_key, letter, urgent: false, not_before: Some(from), expires_at: midnight };
    outbox::enqueue(tx, post).await
}
