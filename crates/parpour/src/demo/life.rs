//! What members do for themselves before the demonstration opens: ways to be reached, yeses, a circle, a rest, a seat
//! to learn, an incident noted, and somebody who asks to join. People are numbers of [`super::PEOPLE`].

use super::year::{SeedError, Teller};
use chrono::Duration;
use commons::clock::{Time, local_day};
use commons::db::Tx;
use membership::commands::ask::{self, Asking};
use membership::commands::pause::{Link, Pausing};
use membership::commands::{circle, consent, contact, incident, learn, pause};
use membership::powers::{ChangeOwnAccess, KeepIncidents, LearnMandate, OpenIncident, Permit, Rest, Vouch};
use membership::rules::consent::Use;
use membership::rules::contact::ContactKind;
use membership::rules::incident::{Answer, Assessment, ClosedAs, Content, Question};
use membership::rules::pause::{Channel, Rhythm};
use std::collections::BTreeSet;

/// Who can be asked for a number, and the number: none of them can be called (they are kept for stories).
const TELEPHONES: [(usize, &str); 5] =
    [(1, "418 555-0101"), (4, "418 555-0104"), (22, "418 555-0122"), (28, "418 555-0128"), (30, "418 555-0130")];
/// Who welcomes people.
const WELCOMERS: [usize; 3] = [1, 26, 28];
/// Who would like to be welcomed by two people.
const WELCOMED: usize = 35;
/// Whose circle it is, and who is in it.
const CIRCLE: (usize, [usize; 3]) = (34, [1, 14, 30]);
/// Who rests, and with whom a link is kept.
const RESTING: (usize, usize) = (18, 16);
/// Who learns which task.
const LEARNER: (usize, &str) = (29, "Ouvrir et fermer le local");
/// Who holds the mandate for incidents, who noted one.
pub(super) const INCIDENTS: (usize, usize) = (31, 17);

/// Tells it, up to yesterday evening.
pub(super) async fn live(teller: &Teller, now: Time) -> Result<(), SeedError> {
    for (number, value) in TELEPHONES {
        let add = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| {
            contact::add(tx, permit, ContactKind::Phone, value, true).await
        };
        teller.act(number, add).await?;
    }
    for number in WELCOMERS {
        says_yes(teller, number, Use::WelcomeOthers).await?;
    }
    says_yes(teller, WELCOMED, Use::BeWelcomed).await?;
    choose_circle(teller).await?;
    rest(teller, now).await?;
    take_seat(teller).await?;
    somebody_asks(teller).await
}

async fn says_yes(teller: &Teller, number: usize, one: Use) -> Result<(), SeedError> {
    let yes = BTreeSet::from([one]);
    teller.act(number, async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| consent::say(tx, permit, &yes).await).await
}

async fn choose_circle(teller: &Teller) -> Result<(), SeedError> {
    let (owner, others) = CIRCLE;
    let asks = teller.member(owner);
    for other in others {
        let asked = teller.member(other);
        let ask = async |tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>| circle::ask(tx, permit, asked).await;
        teller.act(owner, ask).await?;
        let accept = async |tx: &Tx<'_>, permit: Permit<Vouch>| circle::accept(tx, permit, asks).await;
        teller.act(other, accept).await?;
    }
    Ok(())
}

async fn rest(teller: &Teller, now: Time) -> Result<(), SeedError> {
    let (who, with) = RESTING;
    let link = Link { to: teller.member(with), channel: Channel::Card, rhythm: Rhythm::Monthly };
    let until = Some(local_day(teller.zone(), now + Duration::days(30)));
    let pausing = Pausing { until, tell_me: false, link: Some(link) };
    teller.act(who, async |tx: &Tx<'_>, permit: Permit<Rest>| pause::pause(tx, permit, pausing).await).await
}

async fn take_seat(teller: &Teller) -> Result<(), SeedError> {
    let (who, title) = LEARNER;
    let mandate = teller.mandate(title).await?;
    let sit = async |tx: &Tx<'_>, permit: Permit<LearnMandate>| learn::take_seat(tx, permit, mandate).await;
    teller.act(who, sit).await
}

/// The sheet that went astray is an incident of confidentiality: noted by whoever lost it, kept by whoever holds the
/// mandate. It says nothing of who made a mistake.
pub(super) async fn note_incident(teller: &Teller, now: Time) -> Result<(), SeedError> {
    let day = local_day(teller.zone(), now);
    let content = Content {
        data_concerned: "Prénoms et numéros de téléphone d'une branche".to_owned(),
        circumstances: "Une feuille d'appels est restée dans l'autobus. Elle a été rapportée le lendemain.".to_owned(),
        happened_from: day,
        happened_to: None,
        known_on: day,
        people: Some(9),
        people_in_quebec: Some(9),
        assessment: Assessment {
            sensitivity: answer(Answer::Yes, "Être de ce groupe est déjà sensible."),
            consequences: answer(Answer::No, "La feuille ne nomme pas le groupe."),
            misuse: answer(Answer::No, "Rapportée fermée par le chauffeur."),
        },
        commission_told_on: None,
        people_told_on: Some(day),
        public_notice_why: String::new(),
        measures: "Feuilles refaites, une branche à la fois. Les neuf personnes ont été appelées.".to_owned(),
    };
    let (keeper, noted_by) = INCIDENTS;
    let open = async |tx: &Tx<'_>, permit: Permit<OpenIncident>| incident::open(tx, permit, &content).await;
    let id = teller.act(noted_by, open).await?;
    let close =
        async |tx: &Tx<'_>, permit: Permit<KeepIncidents>| incident::close(tx, permit, id, ClosedAs::Incident).await;
    teller.act(keeper, close).await
}

fn answer(answer: Answer, why: &str) -> Question {
    Question { answer, why: why.to_owned() }
}

async fn somebody_asks(teller: &Teller) -> Result<(), SeedError> {
    let asking = Asking { name: "Philomène Laitue".to_owned(), ..Asking::default() };
    let joints = crate::areas::joints();
    teller.write(async |tx: &Tx<'_>| ask::ask(tx, &joints, &asking).await.map(drop)).await
}
