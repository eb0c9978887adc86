//! The register of confidentiality incidents, as members see it: where each entry stands; and, for whoever holds the
//! mandate, what it says.

use crate::IncidentId;
use crate::entities::incident;
use crate::rules::incident::{Assessment, ClosedAs, Content, Question, Risk};
use chrono::NaiveDate;
use commons::clock::Time;
use commons::db::Scope;
use commons::refusal::{Broken, No};
use sea_orm::ColumnTrait;

/// Where an entry stands: what every member reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub id: IncidentId,
    /// Its number in the group.
    pub number: i32,
    /// When it was noted.
    pub opened_at: Time,
    /// The day when the group knew.
    pub known_on: NaiveDate,
    /// Whether the risk is serious.
    pub risk: Risk,
    /// The day when the Commission was told.
    pub commission_told_on: Option<NaiveDate>,
    /// The day when the people concerned were told.
    pub people_told_on: Option<NaiveDate>,
    /// When and as what it was closed.
    pub closed: Option<(Time, ClosedAs)>,
    /// When it was last changed.
    pub changed_at: Time,
}

/// Every entry, the newest first.
///
/// # Errors
/// When the store fails.
pub async fn all(scope: &Scope<'_>) -> Result<Vec<Standing>, Broken> {
    let rows = scope.find::<incident::Entity>().descending(incident::Column::Number).all().await?;
    rows.iter().map(standing).collect()
}

/// One entry: where it stands, and what it says.
///
/// # Errors
/// When there is none, or the store fails.
pub async fn one(scope: &Scope<'_>, id: IncidentId) -> Result<(Standing, Content), No> {
    let row = scope.find::<incident::Entity>().filter(incident::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)?;
    Ok((standing(&row)?, content(&row)?))
}

fn standing(row: &incident::Model) -> Result<Standing, Broken> {
    Ok(Standing {
        id: row.id,
        number: row.number,
        opened_at: row.opened_at,
        known_on: row.known_on,
        risk: content(row)?.assessment.risk(),
        commission_told_on: row.commission_told_on,
        people_told_on: row.people_told_on,
        closed: row.closed_at.zip(row.closed_as),
        changed_at: row.changed_at,
    })
}

pub(crate) fn content(row: &incident::Model) -> Result<Content, Broken> {
    let people = |count: Option<i32>| count.map(u32::try_from).transpose().map_err(Broken::stored);
    Ok(Content {
        data_concerned: row.data_concerned.clone(),
        circumstances: row.circumstances.clone(),
        happened_from: row.happened_from,
        happened_to: row.happened_to,
        known_on: row.known_on,
        people: people(row.people)?,
        people_in_quebec: people(row.people_in_quebec)?,
        assessment: Assessment {
            sensitivity: Question { answer: row.sensitivity, why: row.sensitivity_why.clone() },
            consequences: Question { answer: row.consequences, why: row.consequences_why.clone() },
            misuse: Question { answer: row.misuse, why: row.misuse_why.clone() },
        },
        commission_told_on: row.commission_told_on,
        people_told_on: row.people_told_on,
        public_notice_why: row.public_notice_why.clone(),
        measures: row.measures.clone(),
    })
}
