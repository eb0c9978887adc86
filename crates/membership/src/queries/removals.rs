//! Removals: where one stands, and what the person concerned reads about hers.

use crate::RemovalId;
use crate::entities::removal;
use crate::queries::people;
use crate::rules::removal::Refused;
use crate::rules::removal::{
    APPEAL_WITHIN, Appeal, DELAY, How, Past, PastOutcome, Removal, WINDOW, Wanted, may_give_notice, unanswered_at,
};
use chrono::Duration;
use commons::area::{Datum, Erased, Kept, Section, Then, Until};
use commons::clock::Time;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed;
use sea_orm::ColumnTrait;
use uuid::Uuid;

pub(crate) async fn row(scope: &Scope<'_>, id: RemovalId) -> Result<Option<removal::Model>, Broken> {
    Ok(scope.find::<removal::Entity>().filter(removal::Column::Id.eq(id)).one().await?)
}

/// Where a stored removal stands.
pub(crate) fn state(row: &removal::Model) -> Result<Removal, Broken> {
    if let Some(how) = row.how {
        return Ok(Removal::Over(how));
    }
    let roll = row.roll.map(u64::try_from).transpose().map_err(Broken::stored)?;
    Ok(match (row.acts_at, row.until, row.acted_at, roll, row.hearing) {
        (Some(since), Some(until), Some(_), ..) => Removal::Acting { since, until, appeal: row.appeal },
        (Some(acts_at), Some(until), None, ..) => Removal::Adopted { acts_at, until },
        (_, _, _, Some(roll), _) => Removal::Voting { roll },
        (_, _, _, None, Some(hearing)) => Removal::Heard { noticed_at: row.noticed_at, hearing },
        (_, _, _, None, None) => Removal::Noticed { at: row.noticed_at },
    })
}

fn past(row: &removal::Model) -> Past {
    let over_at = row.over_at.unwrap_or(row.noticed_at);
    let outcome = match (row.acts_at, row.how) {
        (Some(acts_at), Some(How::Annulled)) => PastOutcome::Annulled { adopted: acts_at - DELAY, at: over_at },
        (Some(acts_at), _) => PastOutcome::Adopted(acts_at - DELAY),
        (None, Some(How::TakenBack | How::Lapsed | How::NotAdopted | How::TooMany | How::Annulled | How::Ended)) => {
            PastOutcome::NotAdopted(over_at)
        }
        (None, None) => PastOutcome::Open,
    };
    Past { person: row.person, initiator: row.initiator, noticed_at: row.noticed_at, outcome }
}

/// How many removals the group adopted in the last ninety days.
pub(crate) async fn adopted_of_late(scope: &Scope<'_>) -> Result<u64, Broken> {
    let since = scope.now() - WINDOW + DELAY;
    Ok(scope.find::<removal::Entity>().filter(removal::Column::ActsAt.gt(since)).count().await?)
}

/// Whether `initiator` may give notice about `person` now, and why not.
///
/// # Errors
/// When the store fails.
pub async fn may_be_noticed(
    scope: &Scope<'_>,
    initiator: MemberId,
    person: MemberId,
) -> Result<Result<(), Refused>, Broken> {
    let rows = scope.find::<removal::Entity>().all().await?;
    let past: Vec<Past> = rows.iter().map(past).collect();
    let voters = people::voters(scope, scope.now()).await?;
    let roll = u64::try_from(crate::rules::removal::roll(voters, person).len()).map_err(Broken::stored)?;
    let active = people::how_many_active(scope).await?;
    let wanted = Wanted { people: &[person], initiator, active, roll, past: &past };
    Ok(may_give_notice(&wanted, scope.now()))
}

/// A removal that is going on, as every member reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Which.
    pub id: RemovalId,
    /// Whom it concerns.
    pub person: MemberId,
    /// Who asked.
    pub initiator: MemberId,
    /// Where it stands.
    pub state: Removal,
    /// When notice was given.
    pub noticed_at: Time,
}

/// Removals that are going on and not decided yet, the oldest first.
///
/// # Errors
/// When the store fails.
pub async fn running(scope: &Scope<'_>) -> Result<Vec<Running>, Broken> {
    use removal::Column;
    let rows = scope.find::<removal::Entity>().filter(Column::How.is_null()).filter(Column::ActsAt.is_null());
    let rows = rows.ascending(Column::NoticedAt).all().await?;
    rows.iter()
        .map(|row| {
            let state = state(row)?;
            Ok(Running { id: row.id, person: row.person, initiator: row.initiator, state, noticed_at: row.noticed_at })
        })
        .collect()
}

/// Whom a removal concerns.
///
/// # Errors
/// When the store fails.
pub async fn person_of(scope: &Scope<'_>, id: RemovalId) -> Result<Option<MemberId>, Broken> {
    Ok(row(scope, id).await?.map(|row| row.person))
}

/// What somebody reads about the removal that concerns her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hers {
    /// Which.
    pub id: RemovalId,
    /// Where it stands.
    pub state: Removal,
    /// When notice was given.
    pub noticed_at: Time,
    /// The decision that adopted it.
    pub decision: Option<Uuid>,
    /// Just before this instant she may appeal for the last time; none when it does not act, or she has appealed.
    pub appeal_until: Option<Time>,
    /// The words of her appeal.
    pub appeal: Option<String>,
    /// When she has her place back, as long as nobody answers her appeal.
    pub back_at: Option<Time>,
}

/// The removal that concerns `member` and is not over, the last one first; none for nearly everybody.
///
/// # Errors
/// When the store fails.
pub async fn of(scope: &Scope<'_>, member: MemberId) -> Result<Option<Hers>, Broken> {
    let Some(row) = open_about(scope, member).await? else { return Ok(None) };
    let state = state(&row)?;
    let appeal_until = match state {
        Removal::Acting { since, appeal: Appeal::None, .. } => {
            Some(since + APPEAL_WITHIN).filter(|until| scope.now() < *until)
        }
        _ => None,
    };
    let appeal = match &row.appeal_words {
        Some(words) => Some(sealed::key_of(scope, member).await?.open_text(&place(row.id), words)?),
        None => None,
    };
    let back_at = match state {
        Removal::Acting { until, appeal: Appeal::Open, .. } => row.appealed_at.map(|at| unanswered_at(at, until)),
        _ => None,
    };
    let (noticed_at, decision) = (row.noticed_at, row.decision);
    Ok(Some(Hers { id: row.id, state, noticed_at, decision, appeal_until, appeal, back_at }))
}

pub(crate) async fn open_about(scope: &Scope<'_>, member: MemberId) -> Result<Option<removal::Model>, Broken> {
    use removal::Column;
    let open = scope.find::<removal::Entity>().filter(Column::Person.eq(member)).filter(Column::How.is_null());
    Ok(open.descending(Column::NoticedAt).one().await?)
}

/// Since when somebody is excluded; none for nearly everybody.
pub(crate) async fn excluded_since(scope: &Scope<'_>, member: MemberId) -> Result<Option<Time>, Broken> {
    Ok(open_about(scope, member).await?.and_then(|row| row.acted_at))
}

/// Where the words of an appeal are bound to.
pub(crate) fn place(id: RemovalId) -> String {
    format!("removal/{id}/appeal")
}

/// Days that a removal that is over is kept: as long as the bound on removals looks back.
const KEPT_DAYS: u32 = 90;

/// What is kept, and until when. After that nothing says that she was ever removed (M19).
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "removal",
    columns: &[
        "id",
        "person",
        "initiator",
        "months",
        "noticed_at",
        "hearing",
        "heard_at",
        "roll",
        "acts_at",
        "acted_at",
        "until",
        "decision",
        "appeal",
        "appeal_words",
        "appealed_at",
        "how",
        "over_at",
        "roll_hash",
    ],
    name: "removal",
    until: Until::Days(KEPT_DAYS),
    then: Then::Erased,
}];

/// Removals that concern her, and those that she asked for; not of whom.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let rows = scope.find::<removal::Entity>().filter(removal::Column::Person.eq(member)).all().await?;
    let rows = rows.iter().map(|row| {
        let dates = [
            Some(row.noticed_at).map(|at| Datum::new("noticed_at", at)),
            row.heard_at.map(|at| Datum::new("heard_at", at)),
            row.acts_at.map(|at| Datum::new("acts_at", at)),
            row.until.map(|at| Datum::new("until", at)),
            row.appealed_at.map(|at| Datum::new("appealed_at", at)),
        ];
        dates.into_iter().flatten().collect()
    });
    let begun = scope.find::<removal::Entity>().filter(removal::Column::Initiator.eq(member));
    let begun = begun.ascending(removal::Column::NoticedAt).all().await?.into_iter();
    let begun = begun.map(|row| vec![Datum::new("noticed_at", row.noticed_at)]);
    Ok(vec![Section::new("removals", rows.collect()), Section::new("removals_begun", begun.collect())])
}

/// Empties what concerns her. The row stays its ninety days, about an id without a name: whoever makes people leave
/// must not thereby be free to remove more of them.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    use removal::Column;
    let none: Option<sealed::Sealed> = None;
    let hers = tx.change::<removal::Entity>().filter(Column::Person.eq(member));
    let rows = hers.set(Column::AppealWords, none).go().await?;
    let open = tx.change::<removal::Entity>().filter(Column::Person.eq(member)).filter(Column::How.is_null());
    open.set(Column::How, How::TakenBack).set(Column::OverAt, tx.now()).go().await?;
    Ok(vec![Erased { table: "removal", rows }])
}

/// Throws away removals that are over.
pub(crate) async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    let over = tx.now() - Duration::days(i64::from(KEPT_DAYS));
    let rows = tx.delete::<removal::Entity>().filter(removal::Column::OverAt.lte(over)).go().await?;
    Ok(vec![Erased { table: "removal", rows }])
}
