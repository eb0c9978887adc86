//! Mandates: who may do what, until when, from which decision.

use crate::entities::{mandate, mandate_learner};
use crate::rules::mandates::{Closing, Dates, Handover, Term};
use crate::rules::names::folded;
use crate::{JointId, MandateId};
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// One mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// Which.
    pub id: MandateId,
    /// Its name.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// What it does not allow, in words; may be empty.
    pub limits: String,
    /// The powers it names.
    pub powers: Vec<String>,
    /// Who holds it.
    pub holder: MemberId,
    /// From when.
    pub starts_at: Time,
    /// Until when, to the second.
    pub ends_at: Time,
    /// The proposal that granted it; the group's own id when the founders did.
    pub granted_by: Uuid,
    /// When a decision ended it before its time.
    pub ended_at: Option<Time>,
    /// When several members suspended it, and by which act.
    pub suspended: Option<(Time, Option<JointId>)>,
    /// When the group's vote ended the suspension before its time.
    pub suspension_lifted_at: Option<Time>,
    /// Whether what she leaves is written, and what it says.
    pub handover: Option<(Handover, String)>,
}

impl Mandate {
    /// Its dates, to ask where it stands.
    pub fn dates(&self) -> Dates {
        Dates {
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            ended_at: self.ended_at,
            suspended_at: self.suspended.map(|(at, _)| at),
            suspension_lifted_at: self.suspension_lifted_at,
        }
    }

    /// Where it stands at `now`.
    pub fn term(&self, now: Time) -> Term {
        self.dates().term(now)
    }

    /// How it is closed at `now`.
    pub fn closing(&self, now: Time) -> Closing {
        Closing::of(self.term(now), self.handover.as_ref().map(|(handover, _)| *handover))
    }
}

impl From<mandate::Model> for Mandate {
    fn from(row: mandate::Model) -> Self {
        Self {
            id: row.id,
            title: row.title,
            aim: row.aim,
            limits: row.limits,
            powers: row.powers.split_whitespace().map(str::to_owned).collect(),
            holder: row.holder,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            granted_by: row.granted_by,
            ended_at: row.ended_at,
            suspended: row.suspended_at.map(|at| (at, row.suspended_by)),
            suspension_lifted_at: row.suspension_lifted_at,
            handover: row.handover.map(|handover| (handover, row.handover_note.unwrap_or_default())),
        }
    }
}

/// Mandates that run or are suspended now, the one that ends first coming first.
///
/// # Errors
/// When the store fails.
pub async fn running(scope: &Scope<'_>) -> Result<Vec<Mandate>, Broken> {
    use mandate::Column;
    let rows = scope.find::<mandate::Entity>().filter(Column::EndedAt.is_null()).filter(Column::EndsAt.gt(scope.now()));
    let rows = rows.filter(Column::StartsAt.lte(scope.now())).ascending(Column::EndsAt);
    Ok(rows.all().await?.into_iter().map(Mandate::from).collect())
}

/// Every mandate there ever was, newest first.
///
/// # Errors
/// When the store fails.
pub async fn all(scope: &Scope<'_>) -> Result<Vec<Mandate>, Broken> {
    let rows = scope.find::<mandate::Entity>().descending(mandate::Column::StartsAt);
    Ok(rows.all().await?.into_iter().map(Mandate::from).collect())
}

/// One mandate.
///
/// # Errors
/// When the store fails.
pub async fn one(scope: &Scope<'_>, id: MandateId) -> Result<Option<Mandate>, Broken> {
    let row = scope.find::<mandate::Entity>().filter(mandate::Column::Id.eq(id)).one().await?;
    Ok(row.map(Mandate::from))
}

/// How many mandates somebody holds now or has been promised.
///
/// # Errors
/// When the store fails.
pub async fn held_by(scope: &Scope<'_>, member: MemberId) -> Result<u64, Broken> {
    use mandate::Column;
    let rows = scope.find::<mandate::Entity>().filter(Column::Holder.eq(member)).filter(Column::EndedAt.is_null());
    Ok(rows.filter(Column::EndsAt.gt(scope.now())).count().await?)
}

/// Mandates that are over, those that ended last coming first.
///
/// # Errors
/// When the store fails.
pub async fn over(scope: &Scope<'_>) -> Result<Vec<Mandate>, Broken> {
    let mut over = all(scope).await?;
    over.retain(|mandate| mandate.term(scope.now()) == Term::Ended);
    over.sort_by_key(|mandate| std::cmp::Reverse(mandate.ended_at.unwrap_or(mandate.ends_at)));
    Ok(over)
}

/// Who learns each mandate by looking on.
///
/// # Errors
/// When the store fails.
pub async fn learners(scope: &Scope<'_>) -> Result<HashMap<MandateId, MemberId>, Broken> {
    let rows = scope.find::<mandate_learner::Entity>().all().await?;
    Ok(rows.into_iter().map(|row| (row.mandate_id, row.member_id)).collect())
}

/// The terms that somebody had under the same name, as (start, end).
///
/// # Errors
/// When the store fails.
pub async fn terms_of(scope: &Scope<'_>, holder: MemberId, title: &str) -> Result<Vec<(Time, Time)>, Broken> {
    let wanted = folded(title);
    let rows = scope.find::<mandate::Entity>().filter(mandate::Column::Holder.eq(holder)).all().await?;
    let same = rows.into_iter().filter(|row| folded(&row.title) == wanted);
    Ok(same.map(|row| (row.starts_at, row.ended_at.unwrap_or(row.ends_at).min(row.ends_at))).collect())
}

/// What an area owes about this table (`commons::area`): the texts of a mandate are the group's own.
pub(crate) const KEPT: &[Kept] = &[
    Kept {
        table: "mandate",
        columns: &["suspended_at", "suspended_by", "suspension_lifted_at"],
        name: "mandate_suspension",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "mandate",
        columns: &["handover", "handover_note"],
        name: "handover",
        until: Until::Always,
        then: Then::Stays,
    },
    Kept {
        table: "mandate_learner",
        columns: &["mandate_id", "member_id", "since"],
        name: "learner",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
];

/// What is kept about somebody: the learner seats she took.
///
/// # Errors
/// When the store fails.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let seats = scope.find::<mandate_learner::Entity>().filter(mandate_learner::Column::MemberId.eq(member));
    let mut rows = Vec::new();
    for seat in seats.all().await? {
        let title = one(scope, seat.mandate_id).await?.map(|mandate| mandate.title).unwrap_or_default();
        rows.push(vec![Datum::new("learner_mandate", title), Datum::new("learner_since", seat.since)]);
    }
    Ok(vec![Section::new("learner", rows)])
}

/// Frees the learner seats of somebody who leaves.
///
/// # Errors
/// When the store fails.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let seats = tx.delete::<mandate_learner::Entity>().filter(mandate_learner::Column::MemberId.eq(member));
    Ok(vec![Erased { table: "mandate_learner", rows: seats.go().await? }])
}
