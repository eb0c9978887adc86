//! Saying one's own limits (`mutual-aid` R1, C5). What holds from the next ask on is what is written here; what she said
//! yes to already stays hers until she frees it.

use crate::commands::reminders;
use crate::entities::own_limit;
use crate::powers::SetOwnLimits;
use crate::queries::limits::{kinds, own, place};
use crate::rules::limits::{LONGEST_AWAY, LONGEST_REST, MOST_AWAY, MOST_TIMES, OwnLimits};
use commons::clock::{Time, local_day};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No, Problem};
use commons::sealed;
use membership::commands::consent;
use membership::powers::Permit;
use membership::queries::charter;
use rota::Kind;
use rota::time::Window;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;

/// Says them, and to which kinds of help she says yes.
///
/// # Errors
/// When something is to correct: a day that ends before it begins, a number beyond reason.
pub async fn say(
    tx: &Tx<'_>,
    permit: Permit<SetOwnLimits>,
    limits: OwnLimits,
    yes_to: &BTreeSet<Kind>,
) -> Result<(), No> {
    let problems = problems(&limits);
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    consent::say_these(tx, &permit, kinds().map(|(kind, to)| (to, yes_to.contains(&kind)))).await?;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let OwnLimits { enough, heard, .. } = own(tx, permit.by()).await?;
    let limits = OwnLimits { enough, heard, ..limits.without_past(today) };
    write(tx, permit.by(), &limits).await?;
    Ok(reminders::follow(tx, permit.by()).await?)
}

/// What is to correct.
pub fn problems(limits: &OwnLimits) -> Vec<Problem> {
    let mut problems = Vec::new();
    let is_upside_down = |away: &crate::rules::limits::Away| {
        away.until < away.from || (away.until - away.from).num_days() > LONGEST_AWAY
    };
    if limits.away.iter().any(is_upside_down) || limits.away.len() > MOST_AWAY {
        problems.push(Problem::new("away_until", Message::new("own-limits-away-wrong")));
    }
    let caps = [("a_day", limits.a_day), ("a_week", limits.a_week), ("a_month", limits.a_month)];
    for (field, _) in caps.into_iter().filter(|(_, most)| most.is_some_and(|most| most > MOST_TIMES)) {
        problems.push(Problem::new(field, Message::new("own-limits-number-wrong").with("most", MOST_TIMES)));
    }
    if limits.rest_hours > LONGEST_REST {
        problems.push(Problem::new("rest", Message::new("own-limits-number-wrong").with("most", LONGEST_REST)));
    }
    problems
}

/// She has offered enough for now, or offers again. To everybody else she is as somebody who is not there.
///
/// # Errors
/// When the store fails.
pub async fn say_enough(tx: &Tx<'_>, permit: Permit<SetOwnLimits>, enough: bool) -> Result<(), No> {
    let limits = OwnLimits { enough, ..own(tx, permit.by()).await? };
    Ok(write(tx, permit.by(), &limits).await?)
}

/// She heard that somebody is looked for, as she wished.
pub(crate) async fn note_heard(tx: &Tx<'_>, member: MemberId) -> Result<(), Broken> {
    let limits = OwnLimits { heard: Some(tx.now()), ..own(tx, member).await? };
    write(tx, member, &limits).await
}

/// Her hours, said by telephone or on paper. The rest of what she said stays.
pub(crate) async fn say_hours(tx: &Tx<'_>, member: MemberId, windows: Vec<Window>) -> Result<(), Broken> {
    let limits = OwnLimits { windows, ..own(tx, member).await? };
    write(tx, member, &limits).await
}

async fn write(tx: &Tx<'_>, member: MemberId, limits: &OwnLimits) -> Result<(), Broken> {
    let clear = serde_json::to_vec(limits).map_err(Broken::stored)?;
    let sealed = sealed::key_of(tx, member).await?.seal(&place(member), &clear)?;
    let is_there = tx.find::<own_limit::Entity>().filter(own_limit::Column::MemberId.eq(member)).any().await?;
    if is_there {
        let row = own_limit::ActiveModel { member_id: Set(member), limits: Set(sealed), ..Default::default() };
        return Ok(tx.update(row).await?);
    }
    let row = own_limit::ActiveModel {
        member_id: Set(member),
        limits: Set(sealed),
        asked_at: Set(None),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Somebody is asked to take a place: for seven days, others come first.
///
/// # Errors
/// When the store fails.
pub async fn note_asked(tx: &Tx<'_>, members: &[MemberId]) -> Result<(), Broken> {
    let hers = tx.change::<own_limit::Entity>();
    let hers = hers.filter(own_limit::Column::MemberId.is_in(members.iter().copied()));
    hers.set(own_limit::Column::AskedAt, Some(tx.now())).go().await?;
    Ok(())
}

/// Forgets that somebody was asked, when it was not lately.
pub(crate) async fn forget_asked(tx: &Tx<'_>, before: Time) -> Result<u64, Broken> {
    let none: Option<Time> = None;
    let old = tx.change::<own_limit::Entity>().filter(own_limit::Column::AskedAt.lte(before));
    Ok(old.set(own_limit::Column::AskedAt, none).go().await?)
}
