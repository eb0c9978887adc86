//! A week of listening, a circle of close ones and visits to somebody in hospital, before the demonstration opens. People are numbers of
//! [`super::PEOPLE`].

use super::year::{SeedError, Teller};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use commons::clock::{Time, local_day};
use commons::db::Tx;
use membership::powers::Permit;
use mutual_aid::commands::circle::{self, NewDaily, NewNeighbour};
use mutual_aid::commands::limits::say;
use mutual_aid::commands::listening::{self, NewHours, Settings};
use mutual_aid::commands::visits::plans::{self, Change, NewPlace, NewPlan, NewVisit, ask, usual_hours};
use mutual_aid::commands::visits::visiting::{Says, answer};
use mutual_aid::powers::{
    AskVisits, BeListenedTo, HelpInCircle, KeepCircle, Listen, OpenListening, SetOwnLimits, Visit,
};
use mutual_aid::queries::limits::kinds;
use mutual_aid::queries::listening::At;
use mutual_aid::queries::visits::plan;
use mutual_aid::rules::circle::Help;
use mutual_aid::rules::hours::Hours;
use mutual_aid::rules::limits::OwnLimits;
use mutual_aid::rules::visits::ward::Source;
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

/// Who is visited, and whom he named.
const VISITED: usize = 5;
const VISITORS: [usize; 7] = [1, 6, 28, 2, 34, 9, 35];
/// In how many days, from which hour, and who said yes already.
const VISITS: [(u64, u32, &[usize]); 3] = [(1, 14, &[1, 6]), (3, 18, &[28]), (5, 14, &[])];

/// Tells it: the slots that are taken are those of the week after `today`.
pub(super) async fn live(teller: &Teller, today: Time) -> Result<(), SeedError> {
    listen(teller, today).await?;
    Box::pin(close_ones(teller)).await?;
    Box::pin(visits(teller, today)).await
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

/// Aimé is in hospital: he says who, when and where, and some said yes.
async fn visits(teller: &Teller, today: Time) -> Result<(), SeedError> {
    let kinds: BTreeSet<_> = kinds().map(|(kind, _)| kind).collect();
    for number in VISITORS {
        let limits = OwnLimits { windows: usual_hours(), ..OwnLimits::default() };
        let says = async |tx: &Tx<'_>, permit: Permit<SetOwnLimits>| say(tx, permit, limits, &kinds).await;
        teller.act(number, says).await?;
    }
    let words = "Hôpital Sainte-Maquette, 4-Nord";
    let new = NewPlan {
        named: VISITORS.map(|number| teller.member(number)).into(),
        refused: BTreeSet::new(),
        asks_others: false,
        words: words.to_owned(),
        kind: "ward".to_owned(),
        later: false,
    };
    let asks = async |tx: &Tx<'_>, permit: Permit<AskVisits>| ask(tx, permit, new).await;
    let id = teller.act(VISITED, asks).await?;
    let day = local_day(teller.zone(), today);
    let change_plan = async |change: Change| {
        let changes = async |tx: &Tx<'_>, permit: Permit<AskVisits>| plans::change(tx, permit, id, None, change).await;
        teller.act(VISITED, changes).await
    };
    change_plan(Change::Place(four_north(words, local_day(teller.zone(), teller.now())))).await?;
    for (ahead, hour, who) in VISITS {
        let from = NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default();
        let visit = NewVisit { date: day + Days::new(ahead), from, minutes: 40, seats: 2, by_phone: false };
        change_plan(Change::Add(visit)).await?;
        let seen = plan(&teller.read(), id, teller.member(VISITED)).await?;
        let Some(visit) = seen.visits.iter().find(|one| local_day(teller.zone(), one.starts) == visit.date) else {
            continue;
        };
        for number in who.iter().copied() {
            let visit = visit.id;
            let yes = async |tx: &Tx<'_>, permit: Permit<Visit>| answer(tx, permit, visit, Says::Yes).await;
            teller.act(number, yes).await?;
        }
    }
    Ok(())
}

/// What the ward said on the telephone.
fn four_north(words: &str, day: NaiveDate) -> NewPlace {
    let hours = usual_hours().into_iter().map(|window| window.day);
    let stretches =
        [(14, 16), (18, 20)].map(|(from, until)| (at(from).unwrap_or_default(), at(until).unwrap_or_default()));
    NewPlace {
        words: words.to_owned(),
        kind: "ward".to_owned(),
        windows: Hours { days: hours.collect(), stretches: stretches.into() }.windows(),
        at_once: 2,
        kept_for_others: 0,
        call_first: true,
        register: false,
        arrive_before: None,
        phone: "819 555-0150, poste 12".to_owned(),
        least_age: Some(14),
        papers: true,
        not_to_bring: ["Nourriture", "Cordons", "Sacs de plastique"].map(str::to_owned).into(),
        from: Source::Phone,
        on: day,
    }
}
