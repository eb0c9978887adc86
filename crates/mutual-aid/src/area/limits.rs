//! Own limits: what is kept, shown, erased and thrown away.

use crate::commands::limits::forget_asked;
use crate::entities::own_limit;
use crate::queries::limits::{ASKED_LATELY, own};
use crate::rules::hours::{Hours, word};
use crate::rules::limits::OwnLimits;
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken, Message};
use sea_orm::ColumnTrait;

pub(super) const KEPT: &[Kept] = &[
    Kept {
        table: "own_limit",
        columns: &["member_id", "limits"],
        name: "own_limits",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "own_limit",
        columns: &["asked_at"],
        name: "own_limits_asked",
        until: Until::Served,
        then: Then::Erased,
    },
];

pub(super) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let row = scope.find::<own_limit::Entity>().filter(own_limit::Column::MemberId.eq(member)).one().await?;
    let Some(row) = row else { return Ok(vec![Section::new("own_limits", Vec::new())]) };
    let mut data = told(&own(scope, member).await?);
    data.extend(row.asked_at.map(|at| Datum::new("limits_asked", Arg::Time(at))));
    Ok(vec![Section::new("own_limits", vec![data])])
}

fn told(limits: &OwnLimits) -> Vec<Datum> {
    let yes_or_no = |yes: bool| Message::new(if yes { "yes-is-yes" } else { "yes-is-no" });
    let mut data = vec![Datum::new("limits_enough", yes_or_no(limits.enough))];
    for day in Hours::of(&limits.windows).days {
        let hours = limits.windows.iter().filter(|window| window.day == day);
        let hours: Vec<String> =
            hours.map(|one| format!("{:.5}–{:.5}", one.from.to_string(), one.until.to_string())).collect();
        let day = Message::keyed(format!("weekday-{}", word(day)));
        let hours = Message::new("own-limits-day-hours").with("day", day).with("hours", hours.join(", "));
        data.push(Datum::new("limits_hours", hours));
    }
    data.extend(limits.a_day.map(|most| Datum::new("limits_a_day", most)));
    data.extend(limits.a_week.map(|most| Datum::new("limits_a_week", most)));
    data.extend(limits.a_month.map(|most| Datum::new("limits_a_month", most)));
    data.push(Datum::new("limits_rest", limits.rest_hours));
    for away in &limits.away {
        data.push(Datum::new("limits_away_from", away.from));
        data.push(Datum::new("limits_away_until", away.until));
    }
    let reminder = Message::keyed(format!("own-limits-reminder-{}", limits.reminder.word()));
    data.push(Datum::new("limits_reminder", reminder));
    data
}

pub(super) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let rows = tx.delete::<own_limit::Entity>().filter(own_limit::Column::MemberId.eq(member)).go().await?;
    Ok(vec![Erased { table: "own_limit", rows }])
}

pub(super) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    let rows = forget_asked(tx, tx.now() - ASKED_LATELY).await?;
    Ok(vec![Erased { table: "own_limit", rows }])
}
