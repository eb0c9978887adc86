//! What the clock and other people's acts bring: a place whose holder said no or rests is free again, the next people are
//! asked, whoever offered to come if nobody else does takes it.
//!
//! Pages settle before they show anything, and the worker hurries (`docs/decisions/0006-the-clock-on-every-read.md`).
//! What is due is found by reading alone; found again under the lock, it is done.

use crate::commands::limits::note_heard;
use crate::commands::listening::slots::{remove, takes};
use crate::commands::reminders;
use crate::entities::listening::{Said, listener, listening_ask, listening_cover, listening_swap, listening_take};
use crate::queries::calls::people::all_choices;
use crate::queries::listening::week::{at_own, at_wanted};
use crate::queries::listening::{Apart, At, Listening, Placed};
use crate::queries::visits::load::asked_from;
use crate::rules::listening::SEATS;
use chrono::Datelike;
use commons::clock::Time;
use commons::db::{Db, Scope, Tx};
use commons::ids::{GroupId, MemberId};
use commons::refusal::{Broken, No};
use membership::mail::tell_news;
use membership::queries::apart::known_to;
use membership::queries::consents;
use membership::rules::consent::Use;
use rota::cover::{Answer, Candidate, Cover, Event, Next};
use rota::order::draw;
use rota::{Engagement, Kind};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Due {
    /// She said no to listening, or left: her number goes.
    Forget(MemberId),
    /// Her place is free again.
    Free(MemberId, At),
    /// These are asked.
    Ask { at: At, who: Vec<MemberId>, until: Time },
    /// She takes it, as she offered.
    Take(MemberId, At),
    /// Nobody is looked for any more.
    End(At),
    /// A wish to change places came to nothing.
    EndSwap(crate::SwapId),
    /// She wanted to hear when somebody is missing.
    Tell(MemberId, At),
}

/// Does what is due in a group.
///
/// # Errors
/// When the store fails.
pub async fn settle_listening(db: &Db, group: GroupId) -> Result<(), Broken> {
    // Looked at without a lock first: most of the time there is nothing to do.
    if due(&db.read(group)).await?.is_empty() {
        return Ok(());
    }
    db.write(group, async |tx: &Tx<'_>| {
        // A place that just became free is looked for in the same breath: two rounds are enough.
        for _ in 0..2 {
            for one in due(tx).await? {
                act(tx, one).await?;
            }
        }
        Ok(())
    })
    .await
}

async fn act(tx: &Tx<'_>, due: Due) -> Result<(), Broken> {
    match due {
        Due::Forget(who) => {
            tx.delete::<listener::Entity>().filter(listener::Column::MemberId.eq(who)).go().await?;
        }
        Due::Free(who, at) => {
            remove(tx, who, at).await?;
            end_swaps(tx, who, at).await?;
            reminders::follow(tx, who).await?;
            begin_cover(tx, at).await?;
        }
        Due::Ask { at, who, until } => ask(tx, at, &who, until).await?,
        Due::Take(who, at) => match takes(tx, who, at).await {
            // Another word than that of the question: she is told that she is there, as she was promised.
            Ok(()) => tell_news(tx, &format!("listening/{at}/taken"), &[who]).await?,
            Err(No::Broken(broken)) => return Err(broken),
            // What she holds changed meanwhile: her offer no longer stands, and others are asked.
            Err(_) => forget_answer(tx, who, at).await?,
        },
        Due::End(at) => end_cover(tx, at).await?,
        Due::Tell(who, at) => {
            note_heard(tx, who).await?;
            tell_news(tx, &format!("listening/{at}/missing/{}", tx.now().timestamp()), &[who]).await?;
        }
        Due::EndSwap(id) => {
            tx.delete::<listening_swap::Entity>().filter(listening_swap::Column::Id.eq(id)).go().await?;
        }
    }
    Ok(())
}

/// Somebody is looked for, from now on; for a slot that began nobody is.
pub(crate) async fn begin_cover(tx: &Tx<'_>, at: At) -> Result<(), Broken> {
    use listening_cover::Column;
    let known = tx.find::<listening_cover::Entity>().filter(Column::ListeningId.eq(at.hours));
    if known.filter(Column::Day.eq(at.day)).any().await? {
        return Ok(());
    }
    let row = listening_cover::ActiveModel {
        listening_id: Set(at.hours),
        day: Set(at.day),
        since: Set(tx.now()),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Nobody is looked for any more, and nobody knows who was asked or what she said.
pub(crate) async fn end_cover(tx: &Tx<'_>, at: At) -> Result<(), Broken> {
    use listening_cover::Column;
    let cover = tx.delete::<listening_cover::Entity>().filter(Column::ListeningId.eq(at.hours));
    cover.filter(Column::Day.eq(at.day)).go().await?;
    let asks = tx.delete::<listening_ask::Entity>().filter(listening_ask::Column::ListeningId.eq(at.hours));
    asks.filter(listening_ask::Column::Day.eq(at.day)).go().await?;
    Ok(())
}

/// Her wishes that rest on a slot which she does not have any more.
pub(super) async fn end_swaps(tx: &Tx<'_>, who: MemberId, at: At) -> Result<(), Broken> {
    use listening_swap::Column;
    let hers = tx.delete::<listening_swap::Entity>().filter(Column::MemberId.eq(who));
    hers.filter(Column::ListeningId.eq(at.hours)).filter(Column::Day.eq(at.day)).go().await?;
    Ok(())
}

async fn forget_answer(tx: &Tx<'_>, who: MemberId, at: At) -> Result<(), Broken> {
    use listening_ask::Column;
    let hers = tx.change::<listening_ask::Entity>().filter(Column::ListeningId.eq(at.hours));
    hers.filter(Column::Day.eq(at.day)).filter(Column::MemberId.eq(who)).set(Column::Answer, Said::No).go().await?;
    Ok(())
}

async fn ask(tx: &Tx<'_>, at: At, who: &[MemberId], until: Time) -> Result<(), Broken> {
    let row = |who: &MemberId| listening_ask::ActiveModel {
        listening_id: Set(at.hours),
        day: Set(at.day),
        member_id: Set(*who),
        asked_at: Set(tx.now()),
        until: Set(until),
        answer: Set(Said::Nothing),
        ..Default::default()
    };
    tx.insert_many(who.iter().map(row)).await?;
    let them = tx.change::<listener::Entity>().filter(listener::Column::MemberId.is_in(who.iter().copied()));
    them.set(listener::Column::AskedAt, Some(tx.now())).go().await?;
    tell_news(tx, &format!("listening/{at}"), who).await
}

async fn due(scope: &Scope<'_>) -> Result<Vec<Due>, Broken> {
    // Every page asks this: in a group where nobody listens, two looks are enough.
    if !scope.find::<listener::Entity>().any().await? && !scope.find::<listening_take::Entity>().any().await? {
        return Ok(Vec::new());
    }
    let listening = Listening::read(scope).await?;
    let mut due = forgotten(scope).await?;
    let now = scope.now();
    let is_over = |at: At| listening.at(at).is_none_or(|placed| placed.slot.when.end <= now);
    let loose = listening.loose.iter().map(|row| (row.member_id, At { hours: row.listening_id, day: row.day }));
    due.extend(
        loose.filter(|(_, at)| !is_over(*at) || listening.at(*at).is_none()).map(|(who, at)| Due::Free(who, at)),
    );
    due.extend(kept_apart(scope, &listening).await?);
    due.extend(swaps_over(scope, &listening).await?);
    for cover in scope.find::<listening_cover::Entity>().all().await? {
        due.extend(looked_for(scope, &listening, At { hours: cover.listening_id, day: cover.day }).await?);
    }
    due.extend(watched(scope, &listening).await?);
    Ok(due)
}

/// Settings of people who said no to listening elsewhere, on the page of all their answers.
async fn forgotten(scope: &Scope<'_>) -> Result<Vec<Due>, Broken> {
    let rows = scope.find::<listener::Entity>().all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let yes = consents::who_said(scope, Use::Listen).await?;
    Ok(rows.into_iter().filter(|row| !yes.contains(&row.member_id)).map(|row| Due::Forget(row.member_id)).collect())
}

/// Two who listen together and are kept apart since: whoever said so leaves the slot, as anybody leaves one. The other
/// reads nothing else.
async fn kept_apart(scope: &Scope<'_>, listening: &Listening) -> Result<Vec<Due>, Broken> {
    let mut due = Vec::new();
    for placed in listening.slots.iter().filter(|placed| placed.slot.when.end > scope.now()) {
        let [one, other] = placed.slot.takers.as_slice() else { continue };
        if membership::queries::apart::apart(scope, one.who, other.who).await? {
            let first = known_to(scope, one.who).await?.contains(&other.who);
            due.push(Due::Free(if first { one.who } else { other.who }, placed.at));
        }
    }
    Ok(due)
}

async fn swaps_over(scope: &Scope<'_>, listening: &Listening) -> Result<Vec<Due>, Broken> {
    let has_begun = |at: At| listening.at(at).is_none_or(|placed| placed.slot.when.start <= scope.now());
    let rows = scope.find::<listening_swap::Entity>().all().await?.into_iter();
    Ok(rows.filter(|row| has_begun(at_own(row)) || has_begun(at_wanted(row))).map(|row| Due::EndSwap(row.id)).collect())
}

/// What to do now about a place that somebody is looked for.
async fn looked_for(scope: &Scope<'_>, listening: &Listening, at: At) -> Result<Option<Due>, Broken> {
    let Some(placed) = listening.at(at) else { return Ok(Some(Due::End(at))) };
    if placed.slot.takers.len() >= SEATS {
        return Ok(Some(Due::End(at)));
    }
    let asks = asks(scope, at).await?;
    let cover = Cover::replayed(placed.slot.when.start, &happened(&asks));
    let candidates = candidates(scope, listening, placed).await?;
    Ok(match cover.next(scope.now(), &candidates) {
        Next::Ask { who, until } => Some(Due::Ask { at, who, until }),
        Next::Take(who) => Some(Due::Take(who, at)),
        Next::End | Next::Nothing => Some(Due::End(at)),
        Next::Wait(_) | Next::ShowTheGap => None,
    })
}

/// Whoever listens and wants to hear when somebody is missing hears of the first slot that she could take: once a week, and once
/// more when it is for tomorrow (R3). It is no ask, and nothing waits for her answer.
async fn watched(scope: &Scope<'_>, listening: &Listening) -> Result<Vec<Due>, Broken> {
    let (now, zone) = (scope.now(), listening.zone);
    if listening.watching.is_empty() {
        return Ok(Vec::new());
    }
    let chosen = all_choices(scope).await?;
    let mut due = Vec::new();
    for (who, watch, heard) in &listening.watching {
        let who = *who;
        if asked_from(zone, chosen.get(&who).map(|chosen| chosen.quiet), now) > now {
            continue;
        }
        let apart = Apart::of(scope, [who]).await?;
        let hears = |placed: &&Placed| {
            let what = Engagement { when: placed.slot.when, kind: Kind::Listening };
            placed.slot.takers.len() < SEATS
                && watch.hears(zone, &what, *heard, now)
                && listening.may_ask(who, placed, now, &apart)
        };
        let first = listening.slots.iter().filter(hears).min_by_key(|placed| placed.slot.when);
        due.extend(first.map(|placed| Due::Tell(who, placed.at)));
    }
    Ok(due)
}

async fn asks(scope: &Scope<'_>, at: At) -> Result<Vec<listening_ask::Model>, Broken> {
    use listening_ask::Column;
    let asks = scope.find::<listening_ask::Entity>().filter(Column::ListeningId.eq(at.hours));
    Ok(asks.filter(Column::Day.eq(at.day)).ascending(Column::AskedAt).ascending(Column::MemberId).all().await?)
}

/// The rows as what happened, in order: each group that was asked, then what they said. Whoever had no time to answer was
/// not asked: she left the place.
fn happened(asks: &[listening_ask::Model]) -> Vec<Event<MemberId>> {
    let asked: Vec<&listening_ask::Model> = asks.iter().filter(|row| row.until > row.asked_at).collect();
    let mut events: Vec<Event<MemberId>> = asked
        .chunk_by(|one, next| one.asked_at == next.asked_at)
        .filter_map(|group| {
            let until = group.first()?.until;
            Some(Event::Asked { who: group.iter().map(|row| row.member_id).collect(), until })
        })
        .collect();
    events.extend(asks.iter().filter_map(|row| {
        let answer = match row.answer {
            Said::Nothing => return None,
            Said::No => Answer::No,
            Said::IfNobodyElse => Answer::IfNobodyElse,
        };
        Some(Event::Said { who: row.member_id, answer })
    }));
    events
}

/// Who could take it as things are now: within her hours and limits, and not kept apart from whoever is there.
async fn candidates(
    scope: &Scope<'_>,
    listening: &Listening,
    placed: &Placed,
) -> Result<Vec<Candidate<MemberId>>, Broken> {
    let apart = Apart::of(scope, placed.slot.takers.iter().map(|taker| taker.who)).await?;
    let chosen = all_choices(scope).await?;
    let quiet = |who: MemberId| chosen.get(&who).map(|chosen| chosen.quiet);
    let of = placed.at.hours.0.as_u128() ^ u128::from(placed.at.day.num_days_from_ce().unsigned_abs());
    let now = scope.now();
    let ready = listening.ready.values().filter(|row| listening.may_ask(row.member_id, placed, now, &apart));
    Ok(ready
        .map(|row| Candidate {
            who: row.member_id,
            asked: row.asked_at,
            from: asked_from(listening.zone, quiet(row.member_id), now),
            draw: draw(of, row.member_id.0.as_u128()),
        })
        .collect())
}
