//! Writing down what somebody asked for by telephone or on paper (`mutual-aid` V1, V7; story 4.4). It is her act, and both
//! are named in her data.
//!
//! Whether there is a plan, nobody learns here: each of these answers the same where there is one, where there is none, and
//! where the two are kept apart. Nothing can be made of the answer (`domain B2`, `mutual-aid` X2).

use super::plans::{AT_REQUEST, NewPlan, happens, make, problems, welcome_everywhere};
use super::save::{all, save};
use crate::commands::calls::act::has_no_screen;
use crate::powers::WriteVisits;
use crate::queries::visits::load::{Around, Loaded, refused};
use crate::rules::visits::plan::{Act, By, State as PlanState};
use crate::rules::visits::slot::Event;
use commons::clock::local_day;
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use membership::AtRequestId;
use membership::commands::{at_request, consent};
use membership::powers::Permit;
use membership::queries::apart::apart;
use membership::queries::people;
use membership::rules::consent::{Channel, Use};

/// What she asked for, beside asking for visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Less {
    /// Not today.
    NotToday,
    /// None for a while.
    Pause,
    /// It is over.
    End,
    /// She waits, and nobody came.
    NobodyCame,
}

impl Less {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 4] = [Self::NotToday, Self::Pause, Self::End, Self::NobodyCame];

    /// Its word in forms and translations (`visits-less-<word>`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotToday => "off",
            Self::Pause => "pause",
            Self::End => "end",
            Self::NobodyCame => "nobody",
        }
    }

    /// The one of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

async fn refuse_unless_member(tx: &Tx<'_>, by: MemberId, whom: MemberId) -> Result<(), No> {
    if whom == by || !people::is_member(tx, whom).await? {
        return Err(No::field("whom", Message::new("visits-choose-somebody")));
    }
    Ok(())
}

/// She asks for visits. Her yes is written down with it. `writes_for_her`: she names whoever writes to go on writing for
/// her, for some months.
///
/// Where a plan of hers is kept already, it goes on when she has no screen; whoever she has named to act for her stays that
/// person.
///
/// # Errors
/// When something is to correct.
pub async fn ask_for(
    tx: &Tx<'_>,
    permit: Permit<WriteVisits>,
    whom: MemberId,
    channel: Channel,
    new: NewPlan,
    writes_for_her: bool,
) -> Result<AtRequestId, No> {
    let by = permit.by();
    refuse_unless_member(tx, by, whom).await?;
    let problems = problems(&new);
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    let id = at_request::note(tx, &permit, whom, channel, AT_REQUEST).await?;
    if apart(tx, by, whom).await? {
        return Ok(id);
    }
    let (plans, around) = all(tx).await?;
    let hers = plans.into_iter().find(|(_, plan)| is_hers(plan, whom));
    match hers {
        // Whoever she refuses changes nothing of hers: the answer is the same.
        Some((_, plan)) if plan.refused.contains(&by) => {}
        Some((before, plan)) => {
            let plan = wanted_again(plan, by, new, has_no_screen(tx, whom).await?, &around)?;
            save(tx, &before, &plan).await?;
        }
        None => {
            consent::say_for(tx, &permit, whom, channel, Use::BeVisited).await?;
            make(tx, whom, new, writes_for_her.then_some(by)).await?;
        }
    }
    Ok(id)
}

/// Whether it is a plan of somebody's that is not over.
fn is_hers(plan: &Loaded, whom: MemberId) -> bool {
    plan.schedule.plan.person == whom && !matches!(plan.schedule.plan.state, PlanState::Ended(_))
}

/// What she wrote down for a day on which it is wanted is wanted now, and what rested goes on: of somebody who has no screen to
/// say it herself. Whom she names now is named beside those before, but for whoever writes: nobody opens the place of
/// another's visits to herself so. Where, how much, when and whom she named to act for her stay as they were.
fn wanted_again(
    mut plan: Loaded,
    by: MemberId,
    new: NewPlan,
    has_no_screen: bool,
    around: &Around,
) -> Result<Loaded, No> {
    if !has_no_screen {
        return Ok(plan);
    }
    let again = match plan.schedule.plan.state {
        PlanState::Wished => Some(Act::Open(Vec::new())),
        PlanState::Paused => Some(Act::Resume),
        PlanState::Open | PlanState::Ended(_) => None,
    };
    if let Some(again) = again {
        plan.schedule = plan.schedule.after(around.zone, By::AtHerRequest(by), again, around.now).map_err(refused)?;
        plan.opened = Some(around.now);
    }
    let person = plan.schedule.plan.person;
    let named: Vec<MemberId> =
        new.named.into_iter().filter(|who| ![person, by].contains(who) && !plan.refused.contains(who)).collect();
    plan.schedule.plan.asks_others |= new.asks_others;
    for who in named {
        plan.schedule.plan.named.insert(who);
        welcome_everywhere(&mut plan, who, around);
    }
    Ok(plan)
}

/// She asks for less. Whatever is to come stops, if anything is to come.
///
/// # Errors
/// When it is nobody of the group.
pub async fn ask_less(
    tx: &Tx<'_>,
    permit: Permit<WriteVisits>,
    whom: MemberId,
    channel: Channel,
    less: Less,
) -> Result<AtRequestId, No> {
    let by = permit.by();
    refuse_unless_member(tx, by, whom).await?;
    let id = at_request::note(tx, &permit, whom, channel, AT_REQUEST).await?;
    if apart(tx, by, whom).await? {
        return Ok(id);
    }
    let (plans, around) = all(tx).await?;
    let today = local_day(around.zone, around.now);
    // Whoever she refuses stops nothing of hers: the answer is the same.
    let may = |plan: &Loaded| is_hers(plan, whom) && !plan.refused.contains(&by);
    for (before, mut plan) in plans.into_iter().filter(|(_, plan)| may(plan)) {
        match less {
            Less::Pause if plan.schedule.plan.state == PlanState::Open => {
                plan.schedule.plan.state = PlanState::Paused;
            }
            Less::Pause => {}
            Less::End => plan.end(around.zone, around.now),
            Less::NotToday | Less::NobodyCame => {
                let event = if less == Less::NotToday { Event::NotToday } else { Event::NobodyCame };
                for place in 0..plan.schedule.slots.len() {
                    if plan.schedule.slots.get(place).is_some_and(|slot| slot.date == today) {
                        // What does not stand like that stays as it is.
                        let _ = happens(&mut plan, place, event, &around);
                    }
                }
            }
        }
        save(tx, &before, &plan).await?;
    }
    Ok(id)
}
