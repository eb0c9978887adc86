//! A week of listening and a circle of close ones, before the demonstration opens. People are numbers of
//! [`super::PEOPLE`].

use super::year::{SeedError, Teller};
use chrono::{Datelike, Days, NaiveTime};
use commons::clock::{Time, local_day};
use commons::db::Tx;
use membership::powers::Permit;
use mutual_aid::commands::circle::{self, NewDaily, NewNeighbour};
use mutual_aid::commands::listening::{self, NewHours, Settings};
use mutual_aid::powers::{BeListenedTo, HelpInCircle, KeepCircle, Listen, OpenListening};
use mutual_aid::queries::listening::At;
use mutual_aid::rules::circle::Help;
use std::collections::BTreeSet;

/// Who listens, and the number that is shown meanwhile: none of them can be called.
const LISTENERS: [(usize, &str); 7] = [
    (4, "819 555-0104"),
    (14, "819 555-0114"),
    (22, "819 555-0122"),
    (26, "819 555-0126"),
    (28, "819 555-0128"),
    (30, "819 555-0130"),
    (1, "819 555-0101"),
];
/// Who said yes to be listened to.
const CALLERS: [usize; 4] = [1, 17, 34, 35];
/// The evening on which a second person is looked for.
const HALF: u64 = 5;
/// Whose circle it is, whom she named, who feeds the cats.
const CIRCLE: (usize, usize, usize) = (34, 32, 33);
const TOLD: &str = "deux chats, matin et soir";
const CARD: [(Option<Help>, &str); 2] = [
    (None, "La clé est chez Noëlla. Peuvent être mises au courant : Noëlla, Mme Palissade."),
    (Some(Help::Animals), "Réglisse et Biscuit mangent deux fois par jour. Vétérinaire : 819 555-0170."),
];

/// Tells it: the slots that are taken are those of the week after `today`.
pub(super) async fn live(teller: &Teller, today: Time) -> Result<(), SeedError> {
    listen(teller, today).await?;
    Box::pin(close_ones(teller)).await
}

fn at(hour: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, 0, 0)
}

async fn listen(teller: &Teller, today: Time) -> Result<(), SeedError> {
    for (number, phone) in LISTENERS {
        let settings = Settings {
            number: phone.to_owned(),
            weekly_most: Some(3),
            alone: number % 4 == 0,
            days: (0..7).collect(),
            from: at(13),
            until: at(22),
        };
        let says = async |tx: &Tx<'_>, permit: Permit<Listen>| listening::listen(tx, permit, &settings).await;
        teller.act(number, says).await?;
    }
    for number in CALLERS {
        let says = async |tx: &Tx<'_>, permit: Permit<BeListenedTo>| listening::be_listened(tx, permit, true).await;
        teller.act(number, says).await?;
    }
    let tomorrow = local_day(teller.zone(), today) + Days::new(1);
    for (ahead, (number, _)) in (0..).zip(LISTENERS) {
        let day = tomorrow + Days::new(ahead);
        let new = NewHours { day: Some(day.weekday()), from: at(19), until: at(21), once: false };
        let opens = async |tx: &Tx<'_>, permit: Permit<OpenListening>| listening::open(tx, permit, new).await;
        let slot = At { hours: teller.act(number, opens).await?, day };
        let place = usize::try_from(ahead).unwrap_or_default();
        let second = LISTENERS.get((place + 3) % LISTENERS.len()).filter(|_| ahead != HALF);
        for number in std::iter::once(number).chain(second.map(|(number, _)| *number)) {
            let takes = async |tx: &Tx<'_>, permit: Permit<Listen>| listening::take(tx, permit, slot).await;
            teller.act(number, takes).await?;
        }
    }
    Ok(())
}

async fn close_ones(teller: &Teller) -> Result<(), SeedError> {
    let (owner, named, helper) = CIRCLE;
    let (holder, other) = (teller.member(named), teller.member(helper));
    let help = BTreeSet::from([Help::Animals]);
    let names = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_holder(tx, permit, holder).await;
    teller.act(owner, names).await?;
    let lines = CARD.map(|(help, words)| (help, words.to_owned()));
    let writes = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::write_card(tx, permit, &lines).await;
    teller.act(owner, writes).await?;
    let neighbour = NewNeighbour {
        name: "Mme Palissade".to_owned(),
        phone: "819 555-0171".to_owned(),
        told: TOLD.to_owned(),
        help: help.clone(),
    };
    let adds = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_neighbour(tx, permit, &neighbour).await;
    teller.act(owner, adds).await?;
    let asks = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_member(tx, permit, other, TOLD, &help).await;
    let link = teller.act(owner, asks).await?;
    for hour in [8, 18] {
        let new = NewDaily { help: Some(Help::Animals), from: at(hour), minutes: Some(30) };
        let adds = async |tx: &Tx<'_>, permit: Permit<KeepCircle>| circle::add_daily(tx, permit, new).await;
        teller.act(owner, adds).await?;
    }
    let answers = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| circle::answer(tx, permit, link, &help).await;
    teller.act(helper, answers).await?;
    let offers = async |tx: &Tx<'_>, permit: Permit<HelpInCircle>| {
        circle::ask(tx, permit, true, Some(Help::Ride), "Deux places dans l'auto, le marché du samedi matin.").await
    };
    teller.act(22, offers).await?;
    Ok(())
}
