//! The register of confidentiality incidents: opening an entry, working on it, closing it (Quebec, P-39.1 s. 3.5 to
//! 3.8 and the Regulation respecting confidentiality incidents; `reliability` R-48).
//!
//! Any member opens one; whoever holds the mandate works on it. The group's register says that there is one, by its
//! id alone: not who opened it, and not who made a mistake.

use crate::IncidentId;
use crate::entities::incident;
use crate::powers::{KeepIncidents, OpenIncident, Permit};
use crate::queries::{charter, incidents};
use crate::rules::incident::{ClosedAs, Content, Risk, is_over};
use commons::area::{Erased, Kept, Then, Until};
use commons::clock::{Time, local_day};
use commons::db::Tx;
use commons::refusal::{Broken, Message, No};
use commons::register;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Notes an incident.
///
/// # Errors
/// What to correct, all at once.
pub async fn open(tx: &Tx<'_>, _permit: Permit<OpenIncident>, content: &Content) -> Result<IncidentId, No> {
    refuse_problems(tx, content).await?;
    let last = tx.find::<incident::Entity>().descending(incident::Column::Number).one().await?;
    let id = IncidentId::new();
    let row = incident::ActiveModel {
        id: Set(id),
        number: Set(last.map_or(1, |row| row.number + 1)),
        opened_at: Set(tx.now()),
        closed_at: Set(None),
        closed_as: Set(None),
        ..written(tx, content)?
    };
    tx.insert(row).await?;
    log(tx, register::kinds::INCIDENT_OPENED, id).await?;
    Ok(id)
}

/// Reads an entry, on a page or in a letter to print. The register says so, once a day for each entry.
///
/// # Errors
/// When there is none.
pub async fn read(
    tx: &Tx<'_>,
    permit: Permit<KeepIncidents>,
    id: IncidentId,
) -> Result<(incidents::Standing, Content), No> {
    let entry = incidents::one(tx, id).await?;
    permit.log_reading(tx, &id.to_string()).await?;
    Ok(entry)
}

/// Writes what is known by now. `seen` is when the entry that she read was last changed.
///
/// # Errors
/// What to correct; when the entry is closed, or somebody else changed it meanwhile.
pub async fn keep(
    tx: &Tx<'_>,
    permit: Permit<KeepIncidents>,
    id: IncidentId,
    seen: Time,
    content: &Content,
) -> Result<(), No> {
    let row = open_row(tx, id).await?;
    if row.changed_at != seen {
        return Err(No::conflict("incident-changed-meanwhile"));
    }
    refuse_problems(tx, content).await?;
    let row = incident::ActiveModel { id: Set(id), ..written(tx, content)? };
    tx.update(row).await?;
    Ok(permit.log_use(tx).await?)
}

/// Closes it, as an incident or as none. It stays in the register of incidents either way.
///
/// # Errors
/// As an incident: while the risk is not assessed, or while it is serious and the Commission or the people concerned
/// have not been told.
pub async fn close(tx: &Tx<'_>, permit: Permit<KeepIncidents>, id: IncidentId, closed_as: ClosedAs) -> Result<(), No> {
    let content = incidents::content(&open_row(tx, id).await?)?;
    if closed_as == ClosedAs::Incident {
        let is_told = content.commission_told_on.is_some()
            && (content.people_told_on.is_some() || !content.public_notice_why.trim().is_empty());
        match content.assessment.risk() {
            Risk::NotAssessed => return Err(No::field("close", Message::new("incident-assess-first"))),
            Risk::Serious if !is_told => return Err(No::field("close", Message::new("incident-tell-first"))),
            Risk::Serious | Risk::NotSerious => {}
        }
    }
    let this = tx.change::<incident::Entity>().filter(incident::Column::Id.eq(id));
    let this = this.set(incident::Column::ClosedAt, tx.now()).set(incident::Column::ClosedAs, closed_as);
    this.set(incident::Column::ChangedAt, tx.now()).go().await?;
    log(tx, register::kinds::INCIDENT_CLOSED, id).await?;
    Ok(permit.log_use(tx).await?)
}

async fn open_row(tx: &Tx<'_>, id: IncidentId) -> Result<incident::Model, No> {
    let row = tx.find::<incident::Entity>().filter(incident::Column::Id.eq(id)).one().await?.ok_or(No::NotFound)?;
    if row.closed_at.is_some() { Err(No::conflict("incident-closed-already")) } else { Ok(row) }
}

async fn refuse_problems(tx: &Tx<'_>, content: &Content) -> Result<(), No> {
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let problems = content.problems(today);
    if problems.is_empty() { Ok(()) } else { Err(No::Invalid(problems)) }
}

fn written(tx: &Tx<'_>, content: &Content) -> Result<incident::ActiveModel, Broken> {
    let people = |count: Option<u32>| count.map(i32::try_from).transpose().map_err(Broken::stored);
    let assessment = &content.assessment;
    let tidy = |text: &str| text.trim().to_owned();
    Ok(incident::ActiveModel {
        data_concerned: Set(tidy(&content.data_concerned)),
        circumstances: Set(tidy(&content.circumstances)),
        happened_from: Set(content.happened_from),
        happened_to: Set(content.happened_to),
        known_on: Set(content.known_on),
        people: Set(people(content.people)?),
        people_in_quebec: Set(people(content.people_in_quebec)?),
        sensitivity: Set(assessment.sensitivity.answer),
        sensitivity_why: Set(tidy(&assessment.sensitivity.why)),
        consequences: Set(assessment.consequences.answer),
        consequences_why: Set(tidy(&assessment.consequences.why)),
        misuse: Set(assessment.misuse.answer),
        misuse_why: Set(tidy(&assessment.misuse.why)),
        commission_told_on: Set(content.commission_told_on),
        people_told_on: Set(content.people_told_on),
        public_notice_why: Set(tidy(&content.public_notice_why)),
        measures: Set(tidy(&content.measures)),
        changed_at: Set(tx.now()),
        ..Default::default()
    })
}

async fn log(tx: &Tx<'_>, kind: &'static str, id: IncidentId) -> Result<(), Broken> {
    register::append(tx, register::New { kind, actors: &[], about: Some(id.to_string()), body: json!({}) }).await?;
    Ok(())
}

/// What is kept, and until when: the law asks for five years at least.
pub(crate) const KEPT: &[Kept] = &[Kept {
    table: "incident",
    columns: &[
        "id",
        "number",
        "opened_at",
        "data_concerned",
        "circumstances",
        "happened_from",
        "happened_to",
        "known_on",
        "people",
        "people_in_quebec",
        "sensitivity",
        "sensitivity_why",
        "consequences",
        "consequences_why",
        "misuse",
        "misuse_why",
        "commission_told_on",
        "people_told_on",
        "public_notice_why",
        "measures",
        "closed_at",
        "closed_as",
        "changed_at",
    ],
    name: "incident",
    until: Until::Years(crate::rules::incident::KEPT_YEARS),
    then: Then::Erased,
}];

/// Throws away entries that are closed and whose years are past.
///
/// # Errors
/// When the store fails.
pub async fn purge(tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
    let today = local_day(charter::charter(tx).await?.zone(), tx.now());
    let rows = tx.find::<incident::Entity>().all().await?.into_iter();
    let over: Vec<IncidentId> =
        rows.filter(|row| is_over(row.known_on, row.closed_at, today)).map(|row| row.id).collect();
    let rows = tx.delete::<incident::Entity>().filter(incident::Column::Id.is_in(over)).go().await?;
    Ok(vec![Erased { table: "incident", rows }])
}
