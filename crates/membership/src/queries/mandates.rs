//! Mandates: who may do what, until when, from which decision.

use crate::MandateId;
use crate::entities::mandate;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
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
        }
    }
}

/// Mandates that run now, the one that ends first coming first.
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
