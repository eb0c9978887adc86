//! Finding somebody for a task without candidates, and drawing by lot: one of each that is over, and a draw going on.

use super::year::{SeedError, Teller};
use chrono::Duration;
use commons::clock::{Time, local_day};
use commons::db::Tx;
use commons::refusal::Broken;
use decisions::commands::draw;
use decisions::commands::election::{Doing, take_part};
use decisions::commands::write_proposal::Text;
use decisions::powers::{CastBallot, DrawLots, EnterDraw};
use decisions::queries::draws;
use decisions::rules::draw::{Closing, NewDraw};
use decisions::rules::election::{Act, Answer};
use decisions::rules::question::{Method, Question};
use decisions::{DrawId, ProposalId};
use membership::effects::{FillSeat, NewSeat};
use membership::powers::Permit;

/// Who wrote the sheet of the task, and who seconded it.
const WRITTEN_BY: (usize, usize) = (15, 22);
/// Whom those who took part named first, then having read the reasons.
const NAMED: [(usize, usize); 14] = [
    (1, 24),
    (2, 24),
    (3, 27),
    (4, 24),
    (5, 27),
    (6, 24),
    (8, 27),
    (9, 33),
    (12, 24),
    (14, 27),
    (15, 24),
    (22, 24),
    (24, 27),
    (27, 33),
];
/// Whose name is put forward, by whom.
const PUT: (usize, usize) = (24, 12);
/// Who has a worry about it, and who takes it up.
const WORRY: (usize, &str) = (5, "Elle garde déjà ses petits-enfants le lundi. Je ne voudrais pas qu'elle se fatigue.");
const TAKEN_UP: &str = "Jamais le lundi. Quelqu'un d'autre s'en charge ce jour-là.";

/// Those who said that it can be she: enough of the roll, and all but herself.
const ANSWERED: std::ops::RangeInclusive<usize> = 1..=22;
/// As many days as the charter gives each round, and one more: it ends in the evening.
const ROUND: Duration = Duration::days(4);

/// Somebody to write to the other groups, found without candidates.
pub(super) async fn find_somebody(teller: &Teller) -> Result<(), SeedError> {
    let id = teller.send_text(WRITTEN_BY, seat(teller, teller.now())?).await?;
    teller.wait_for_vote_to_open().await?;
    for (who, whom) in NAMED {
        let why = "Elle écrit simplement, et elle répond à tout le monde.";
        takes_part(teller, who, id, Doing::saying(Act::Name(teller.member(whom)), why)).await?;
    }
    round_ends(teller).await?;
    for (who, _) in NAMED {
        takes_part(teller, who, id, Doing::only(Act::Keep)).await?;
    }
    round_ends(teller).await?;
    let (named, by) = PUT;
    let why = "Les raisons données pour elle sont les plus fortes.";
    takes_part(teller, by, id, Doing::saying(Act::Put(teller.member(named)), why)).await?;
    let (worried, worry) = WORRY;
    takes_part(teller, worried, id, Doing::saying(Act::Answer(Answer::Objection), worry)).await?;
    takes_part(teller, by, id, Doing::saying(Act::Adapt, TAKEN_UP)).await?;
    takes_part(teller, by, id, Doing::only(Act::TakeUp(teller.member(worried)))).await?;
    for who in ANSWERED {
        takes_part(teller, who, id, Doing::only(Act::Answer(Answer::Fine))).await?;
    }
    round_ends(teller).await?;
    takes_part(teller, named, id, Doing::only(Act::Accept)).await?;
    teller.wait_until(teller.now() + Duration::hours(1)).await
}

/// Not everybody is there: the round ends by the clock, after the days that the charter says.
async fn round_ends(teller: &Teller) -> Result<(), SeedError> {
    teller.wait_until(teller.now() + ROUND).await
}

async fn takes_part(teller: &Teller, who: usize, id: ProposalId, doing: Doing) -> Result<(), SeedError> {
    let effects = teller.effects();
    let takes =
        async |tx: &Tx<'_>, permit: Permit<CastBallot>| Box::pin(take_part(tx, permit, effects, id, doing)).await;
    teller.act(who, takes).await
}

fn seat(teller: &Teller, now: Time) -> Result<Text, SeedError> {
    let new = NewSeat {
        title: "Écrire aux autres groupes".to_owned(),
        aim: "Répondre aux groupes qui nous écrivent, et leur donner de nos nouvelles.".to_owned(),
        limits: "Rien sur personne. Aucune promesse au nom du groupe.".to_owned(),
        powers: Vec::new(),
        holder: None,
        until: local_day(teller.zone(), now) + chrono::Months::new(11),
    };
    let details = serde_json::to_value(new).map_err(Broken::stored)?;
    Ok(Text {
        title: "Qui écrirait aux autres groupes?".to_owned(),
        summary: "Deux ou trois lettres par mois. On cherche quelqu'un sans que personne se présente : chacun nomme une personne et dit pourquoi.".to_owned(),
        effect: Some((FillSeat::KIND.to_owned(), details)),
        question: Question { method: Method::Election, ..Question::default() },
        ..Text::default()
    })
}

/// Who put her name in the draw that is over; the dice, and who threw them.
const IN_THE_VAN: [usize; 9] = [3, 6, 8, 10, 13, 16, 20, 26, 30];
const DICE: [(usize, &str); 2] = [(9, "3 5 2"), (18, "6 1 4")];
/// Who is in the one going on, until now.
const FOR_THE_SONGS: [usize; 4] = [7, 14, 19, 28];

/// Six seats in a van, drawn by lot.
pub(super) async fn draw_seats(teller: &Teller) -> Result<(), SeedError> {
    let id = open(teller, 11, "Six places dans la camionnette pour la cueillette", 6, Closing::Day).await?;
    enter(teller, id, &IN_THE_VAN).await?;
    let closes = draws::one(&teller.read(), id).await?.closes_at;
    teller.wait_until(closes).await?;
    for (who, dice) in DICE {
        teller.act(who, async |tx: &Tx<'_>, permit: Permit<DrawLots>| draw::throw(tx, permit, id, dice).await).await?;
    }
    Ok(())
}

/// A draw in which anybody can still put her name.
pub(super) async fn draw_going_on(teller: &Teller) -> Result<(), SeedError> {
    let id = open(teller, 19, "Qui choisit les chansons de la soirée", 1, Closing::Week).await?;
    enter(teller, id, &FOR_THE_SONGS).await
}

async fn open(teller: &Teller, by: usize, title: &str, seats: u32, closing: Closing) -> Result<DrawId, SeedError> {
    let new = NewDraw {
        title: title.to_owned(),
        by_name: true,
        entries: Vec::new(),
        seats: Some(seats),
        closing: Some(closing),
    };
    teller.act(by, async |tx: &Tx<'_>, permit: Permit<DrawLots>| draw::open(tx, permit, &new).await).await
}

async fn enter(teller: &Teller, id: DrawId, people: &[usize]) -> Result<(), SeedError> {
    for who in people {
        let enters = async |tx: &Tx<'_>, permit: Permit<EnterDraw>| draw::put_own_name(tx, permit, id, true).await;
        teller.act(*who, enters).await?;
    }
    Ok(())
}
