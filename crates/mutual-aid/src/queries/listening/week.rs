//! The slots of the coming weeks, what is asked of her, and what is offered after a slot (L2, L3, L6).

use crate::SwapId;
use crate::entities::listening::{Said, listening_ask, listening_cover, listening_swap};
use crate::queries::listening::{Apart, At, Listening, Placed};
use crate::rules::listening::{SEATS, State, swapped};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use membership::queries::apart::known_to;
use rota::Stretch;
use sea_orm::ColumnTrait;

/// A slot as one member sees it. Who else took it, only she reads who listens with her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub at: At,
    /// When.
    pub when: Stretch,
    /// Where it stands.
    pub state: State,
    /// Whether she took it.
    pub mine: bool,
    /// With whom, when she took it and somebody else did.
    pub with: Option<MemberId>,
    /// Whether it has a place that she could take, as far as others go.
    pub free: bool,
    /// How many places are free, as she sees it.
    pub places: usize,
    /// The other slot that she would rather have.
    pub rather: Option<(SwapId, Stretch)>,
}

/// A place that she is asked to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which slot.
    pub at: At,
    /// When.
    pub when: Stretch,
    /// Whether she said that she would if nobody else does.
    pub if_nobody_else: bool,
}

/// Somebody would rather have her slot than another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub id: SwapId,
    /// Hers now.
    pub gives: Stretch,
    /// What she would have instead.
    pub gets: Stretch,
}

/// A slot that is over: she may talk of it with whoever listened with her, or with somebody else. Nothing is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Talk {
    /// When it was.
    pub when: Stretch,
    /// With whom she was there.
    pub with: Option<MemberId>,
}

/// What one member reads of listening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Whether she listens.
    pub listens: bool,
    /// The slots to come, and those that are now.
    pub slots: Vec<Line>,
    /// What is asked of her.
    pub asked: Vec<Asked>,
    /// What somebody offers her.
    pub offers: Vec<Offer>,
    /// Slots of hers that are over since a few days.
    pub talk: Vec<Talk>,
}

/// What one member reads of listening now.
///
/// # Errors
/// When the store fails.
pub async fn week(scope: &Scope<'_>, member: MemberId) -> Result<Week, Broken> {
    let listening = Listening::read(scope).await?;
    let (now, apart) = (scope.now(), Apart::of(scope, [member]).await?);
    let swaps = scope.find::<listening_swap::Entity>().all().await?;
    let known = known_to(scope, member).await?;
    let to_come = listening.slots.iter().filter(|placed| placed.slot.when.end > now);
    let slots = to_come.map(|placed| line(&listening, placed, member, now, &apart, &swaps)).collect();
    let over = listening.slots.iter().rev().filter(|placed| placed.slot.offers_to_talk(member, now));
    let talk = over.map(|placed| {
        let with = other(placed, member).filter(|with| !known.contains(with));
        Talk { when: placed.slot.when, with }
    });
    Ok(Week {
        listens: listening.ready.contains_key(&member),
        slots,
        asked: asked(scope, &listening, member).await?,
        offers: offers(scope, &listening, member, &swaps).await?,
        talk: talk.collect(),
    })
}

fn other(placed: &Placed, member: MemberId) -> Option<MemberId> {
    placed.slot.takers.iter().map(|taker| taker.who).find(|who| *who != member)
}

fn line(
    listening: &Listening,
    placed: &Placed,
    member: MemberId,
    now: Time,
    apart: &Apart,
    swaps: &[listening_swap::Model],
) -> Line {
    let slot = &placed.slot;
    let mine = slot.takers.iter().any(|taker| taker.who == member);
    let free = slot.is_offered_to(member, now, |one, other| apart.holds(one, other));
    let rather = swaps.iter().find(|swap| swap.member_id == member && at_own(swap) == placed.at);
    let rather = rather.and_then(|swap| Some((swap.id, listening.at(at_wanted(swap))?.slot.when)));
    Line {
        at: placed.at,
        when: slot.when,
        state: slot.state(now),
        mine,
        with: other(placed, member).filter(|_| mine),
        free,
        // Taken by two, or by somebody whom she is kept apart from: it looks the same (`mutual-aid` X2).
        places: if free || mine { SEATS.saturating_sub(slot.takers.len()) } else { 0 },
        rather,
    }
}

/// The slot that she has, and would give.
pub(crate) fn at_own(swap: &listening_swap::Model) -> At {
    At { hours: swap.listening_id, day: swap.day }
}

/// The slot that she would rather have.
pub(crate) fn at_wanted(swap: &listening_swap::Model) -> At {
    At { hours: swap.for_id, day: swap.for_day }
}

/// Places that somebody is asked to take: for her home page.
///
/// # Errors
/// When the store fails.
pub async fn asked_of(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Asked>, Broken> {
    let any = scope.find::<listening_ask::Entity>().filter(listening_ask::Column::MemberId.eq(member)).any().await?;
    if any { asked(scope, &Listening::read(scope).await?, member).await } else { Ok(Vec::new()) }
}

async fn asked(scope: &Scope<'_>, listening: &Listening, member: MemberId) -> Result<Vec<Asked>, Broken> {
    use listening_ask::Column;
    if !listening.ready.contains_key(&member) {
        return Ok(Vec::new());
    }
    let rows = scope.find::<listening_ask::Entity>().filter(Column::MemberId.eq(member)).all().await?;
    let rows = rows.into_iter().filter(|row| row.answer != Said::No);
    let looked_for = scope.find::<listening_cover::Entity>().all().await?;
    let apart = Apart::of(scope, [member]).await?;
    let still = |row: listening_ask::Model| {
        let at = At { hours: row.listening_id, day: row.day };
        let runs = looked_for.iter().any(|cover| cover.listening_id == at.hours && cover.day == at.day);
        let placed = listening.at(at).filter(|placed| runs && placed.slot.when.start > scope.now())?;
        let open = listening.may_ask(member, placed, scope.now(), &apart);
        open.then_some(Asked { at, when: placed.slot.when, if_nobody_else: row.answer == Said::IfNobodyElse })
    };
    let mut asked: Vec<Asked> = rows.filter_map(still).collect();
    asked.sort_by_key(|one| (one.when, one.at));
    Ok(asked)
}

async fn offers(
    scope: &Scope<'_>,
    listening: &Listening,
    member: MemberId,
    swaps: &[listening_swap::Model],
) -> Result<Vec<Offer>, Broken> {
    let mut offers = Vec::new();
    for swap in swaps.iter().filter(|swap| swap.member_id != member) {
        let apart = Apart::of(scope, [member, swap.member_id]).await?;
        if changed(listening, swap, member, scope.now(), &apart).is_some_and(|changed| changed.is_ok()) {
            let (Some(gets), Some(gives)) = (listening.at(at_own(swap)), listening.at(at_wanted(swap))) else {
                continue;
            };
            if listening.is_away(member, gets.slot.when) {
                continue;
            }
            offers.push(Offer { id: swap.id, gives: gives.slot.when, gets: gets.slot.when });
        }
    }
    offers.sort_by_key(|offer| (offer.gives, offer.id));
    Ok(offers)
}

/// The two slots after `with` takes the place of whoever asked; none when one of the two does not have her slot any more.
pub(crate) fn changed(
    listening: &Listening,
    swap: &listening_swap::Model,
    with: MemberId,
    now: Time,
    apart: &Apart,
) -> Option<Result<(), crate::rules::listening::NotTaken>> {
    let (own, wanted) = (listening.at(at_own(swap))?, listening.at(at_wanted(swap))?);
    let has = |placed: &Placed, who: MemberId| placed.slot.takers.iter().any(|taker| taker.who == who);
    let is_so = has(own, swap.member_id) && has(wanted, with) && !has(own, with) && !has(wanted, swap.member_id);
    if !is_so || own.slot.when.start <= now || wanted.slot.when.start <= now {
        return None;
    }
    let is_apart = |one, other| apart.holds(one, other);
    listening.listener(swap.member_id, false, |her| {
        listening.listener(with, false, |other| {
            let both = swapped(listening.zone, now, (&own.slot, her), (&wanted.slot, other), is_apart);
            both.map(|_| ())
        })
    })?
}
