//! Listening: what is kept, shown, erased and thrown away. Of calls, nothing is.

use crate::commands::listening::{begin_cover, end_cover};
use crate::entities::listening::{listener, listening, listening_ask, listening_cover, listening_swap, listening_take};
use crate::queries::listening::{At, Listening, at_own, mine, time_of};
use crate::rules::listening::TALK_AFTERWARDS;
use chrono::{Days, Duration};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message};
use membership::queries::charter;
use rota::Stretch;
use rota::cover::LATELY;
use sea_orm::ColumnTrait;

/// Hours that were given up go so long after their last day, once nobody's name stands in them.
const GIVEN_UP: Days = Days::new(14);

pub(super) const KEPT: &[Kept] = &[
    Kept {
        table: "listener",
        columns: &["member_id", "number", "weekly_most", "alone", "days", "from_minute", "minutes"],
        name: "listener",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "listener",
        columns: &["asked_at"],
        name: "listener_asked",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "listening",
        columns: &["id", "first_day", "last_day", "from_minute", "minutes"],
        name: "listening_hours",
        until: Until::Days(14),
        then: Then::Erased,
    },
    Kept {
        table: "listening_take",
        columns: &["listening_id", "day", "member_id"],
        name: "listening_takes",
        until: Until::Days(7),
        then: Then::Erased,
    },
    Kept {
        table: "listening_cover",
        columns: &["listening_id", "day", "since"],
        name: "listening_covers",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "listening_ask",
        columns: &["listening_id", "day", "member_id", "asked_at", "until", "answer"],
        name: "listening_asks",
        until: Until::Served,
        then: Then::Erased,
    },
    Kept {
        table: "listening_swap",
        columns: &["id", "member_id", "listening_id", "day", "for_id", "for_day"],
        name: "listening_swaps",
        until: Until::Served,
        then: Then::Erased,
    },
];

pub(super) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let settings = scope.find::<listener::Entity>().filter(listener::Column::MemberId.eq(member)).one().await?;
    let mut said = Vec::new();
    if let Some(row) = settings {
        let mut data = vec![
            Datum::new("listener_most", i64::from(row.weekly_most)),
            Datum::new("listener_alone", Message::new(if row.alone { "data-yes" } else { "data-no" })),
            Datum::new("listener_from", time_of(row.from_minute).format("%H:%M").to_string()),
            Datum::new("listener_days", i64::from(row.days.count_ones())),
        ];
        if let Some(mine) = mine(scope, member).await? {
            data.insert(0, Datum::new("listener_number", mine.number));
        }
        data.extend(row.asked_at.map(|at| Datum::new("listener_asked_at", Arg::Time(at))));
        said.push(data);
    }
    let takes = scope.find::<listening_take::Entity>().filter(listening_take::Column::MemberId.eq(member));
    let takes = takes.ascending(listening_take::Column::Day).all().await?.into_iter();
    let takes = takes.map(|row| vec![Datum::new("listening_day", row.day)]).collect();
    let asks = scope.find::<listening_ask::Entity>().filter(listening_ask::Column::MemberId.eq(member)).all().await?;
    let asks = asks.into_iter().map(|row| vec![Datum::new("listening_day", row.day)]).collect();
    let swaps = scope.find::<listening_swap::Entity>().filter(listening_swap::Column::MemberId.eq(member));
    let swaps = swaps.all().await?.into_iter().map(|row| vec![Datum::new("listening_day", row.day)]).collect();
    Ok(vec![
        Section::new("listener", said),
        Section::new("listening_takes", takes),
        Section::new("listening_asks", asks),
        Section::new("listening_swaps", swaps),
    ])
}

/// Her places are free again, and somebody is looked for.
pub(super) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let listening = Listening::read(tx).await?;
    let hers = tx.find::<listening_take::Entity>().filter(listening_take::Column::MemberId.eq(member)).all().await?;
    for at in hers.iter().map(|row| At { hours: row.listening_id, day: row.day }) {
        if listening.at(at).is_some_and(|placed| placed.slot.when.start > tx.now()) {
            begin_cover(tx, at).await?;
        }
    }
    let swaps = tx.delete::<listening_swap::Entity>().filter(listening_swap::Column::MemberId.eq(member)).go().await?;
    let asks = tx.delete::<listening_ask::Entity>().filter(listening_ask::Column::MemberId.eq(member)).go().await?;
    let takes = tx.delete::<listening_take::Entity>().filter(listening_take::Column::MemberId.eq(member)).go().await?;
    let said = tx.delete::<listener::Entity>().filter(listener::Column::MemberId.eq(member)).go().await?;
    Ok(vec![
        Erased { table: "listening_swap", rows: swaps },
        Erased { table: "listening_ask", rows: asks },
        Erased { table: "listening_take", rows: takes },
        Erased { table: "listener", rows: said },
    ])
}

pub(super) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    Ok(vec![
        Erased { table: "listening_ask", rows: searches_over(tx).await? },
        Erased { table: "listening_swap", rows: wishes_over(tx).await? },
        Erased { table: "listening_take", rows: takes_over(tx).await? },
        Erased { table: "listening", rows: hours_over(tx).await? },
        Erased { table: "listener", rows: not_lately(tx).await? },
    ])
}

async fn begins(tx: &Tx<'_>, at: At) -> Result<Option<Stretch>, Broken> {
    let zone = charter::charter(tx).await?.zone();
    let row = tx.find::<listening::Entity>().filter(listening::Column::Id.eq(at.hours)).one().await?;
    let minutes = |row: &listening::Model| u32::try_from(row.minutes).unwrap_or_default();
    Ok(row.map(|row| Stretch::on_the_wall(zone, at.day, time_of(row.from_minute), minutes(&row))))
}

async fn searches_over(tx: &Tx<'_>) -> Result<u64, Broken> {
    let mut gone = 0;
    for cover in tx.find::<listening_cover::Entity>().all().await? {
        let at = At { hours: cover.listening_id, day: cover.day };
        if begins(tx, at).await?.is_none_or(|when| when.start <= tx.now()) {
            end_cover(tx, at).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

async fn wishes_over(tx: &Tx<'_>) -> Result<u64, Broken> {
    let mut gone = 0;
    for swap in tx.find::<listening_swap::Entity>().all().await? {
        if begins(tx, at_own(&swap)).await?.is_none_or(|when| when.start <= tx.now()) {
            let this = tx.delete::<listening_swap::Entity>().filter(listening_swap::Column::Id.eq(swap.id));
            gone += this.go().await?;
        }
    }
    Ok(gone)
}

/// Who was there goes when nobody is offered any more to talk of it.
async fn takes_over(tx: &Tx<'_>) -> Result<u64, Broken> {
    use listening_take::Column;
    let mut gone = 0;
    for take in tx.find::<listening_take::Entity>().all().await? {
        let at = At { hours: take.listening_id, day: take.day };
        if begins(tx, at).await?.is_none_or(|when| when.end + TALK_AFTERWARDS <= tx.now()) {
            let this = tx.delete::<listening_take::Entity>().filter(Column::ListeningId.eq(at.hours));
            gone += this.filter(Column::Day.eq(at.day)).filter(Column::MemberId.eq(take.member_id)).go().await?;
        }
    }
    Ok(gone)
}

async fn hours_over(tx: &Tx<'_>) -> Result<u64, Broken> {
    use listening::Column;
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let mut gone = 0;
    for hours in tx.find::<listening::Entity>().filter(Column::LastDay.lt(today - GIVEN_UP)).all().await? {
        let is_taken = tx.find::<listening_take::Entity>().filter(listening_take::Column::ListeningId.eq(hours.id));
        let wished = tx.find::<listening_swap::Entity>();
        let wished = wished.filter(
            sea_orm::Condition::any()
                .add(listening_swap::Column::ListeningId.eq(hours.id))
                .add(listening_swap::Column::ForId.eq(hours.id)),
        );
        if !is_taken.any().await? && !wished.any().await? {
            gone += tx.delete::<listening::Entity>().filter(Column::Id.eq(hours.id)).go().await?;
        }
    }
    Ok(gone)
}

/// That she was asked matters for a week (`mutual-aid` ALG3).
async fn not_lately(tx: &Tx<'_>) -> Result<u64, Broken> {
    use listener::Column;
    let lately: Duration = LATELY;
    let before: Option<commons::clock::Time> = None;
    let rows = tx.change::<listener::Entity>().filter(Column::AskedAt.lte(tx.now() - lately));
    Ok(rows.set(Column::AskedAt, before).go().await?)
}
