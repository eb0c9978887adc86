//! Asking how to reach another member. Whoever asks is written down for her who is asked about, in the same
//! transaction that opens anything: no line, no details (`reliability D5`).
//!
//! What is behind [`Protected`] can be read by [`Protected::open`] and in no other way. It cannot be printed, nor
//! written into a page:
//!
//! ```compile_fail
//! fn printed(protected: membership::commands::read_contact::Protected) -> String {
//!     format!("{protected}")
//! }
//! ```
//!
//! ```compile_fail
//! fn written(protected: membership::commands::read_contact::Protected) -> String {
//!     serde_json::to_string(&protected).unwrap()
//! }
//! ```

use crate::ContactId;
use crate::entities::{contact_point, reader_log};
use crate::powers::{Permit, ReadContact};
use crate::queries::apart::apart;
use crate::queries::contacts::telephones;
use crate::queries::contacts::{open, rows};
use crate::queries::recovery::refuse_barred;
use crate::queries::{charter, people};
use crate::rules::contact::{ContactKind, Purpose, READS_A_DAY, dialled, may_ask};
use crate::rules::recovery::Barred;
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use std::collections::{BTreeMap, HashSet};

/// What is read here, as the log names it.
const FIELD_CLASS: &str = "contact";

/// The ways to reach one member, closed.
pub struct Protected {
    subject: MemberId,
    points: Vec<contact_point::Model>,
}

impl std::fmt::Debug for Protected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Protected(…)")
    }
}

/// Who opens, and what for.
#[derive(Debug)]
pub struct Reading {
    by: MemberId,
    purpose: Purpose,
}

impl Reading {
    /// A reading by whoever holds this permit.
    pub fn new(permit: Permit<ReadContact>, purpose: Purpose) -> Self {
        Self { by: permit.by(), purpose }
    }
}

/// One way to reach her, as she gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it is.
    pub kind: ContactKind,
    /// The number or address.
    pub value: String,
}

impl Protected {
    /// Those of `subject`, closed.
    ///
    /// # Errors
    /// When she is not a member.
    pub async fn of(scope: &Scope<'_>, subject: MemberId) -> Result<Self, No> {
        if !people::is_member(scope, subject).await? {
            return Err(No::NotFound);
        }
        Ok(Self { subject, points: rows(scope, subject).await? })
    }

    /// Writes the reading down for her, then opens what she said yes to. Who said yes to nothing and who keeps
    /// apart from the reader are answered alike: with nothing.
    ///
    /// # Errors
    /// When the reader asked for many people's today, or for her own, or took her place again too short a while ago.
    pub async fn open(self, tx: &Tx<'_>, reading: Reading) -> Result<Vec<Way>, No> {
        if reading.by == self.subject {
            return Err(No::NotFound);
        }
        refuse_barred(tx, reading.by, Barred::Reveal).await?;
        write_down(tx, self.subject, &reading).await?;
        let apart = apart(tx, reading.by, self.subject).await?;
        let key = sealed::key_of(tx, self.subject).await?;
        let shown = self.points.into_iter().filter(|row| row.shown && !apart);
        let ways = shown.map(|row| open(&key, row).map(|point| Way { kind: point.kind, value: point.value }));
        Ok(ways.collect::<Result<_, _>>()?)
    }
}

/// Once for each day and purpose, however often she asks.
async fn write_down(tx: &Tx<'_>, subject: MemberId, reading: &Reading) -> Result<(), No> {
    use reader_log::Column;
    let day = local_day(charter::charter(tx).await?.zone(), tx.now()).format("%Y-%m-%d").to_string();
    let today = tx.find::<reader_log::Entity>().filter(Column::Reader.eq(reading.by));
    let today = today.filter(Column::Day.eq(day.as_str())).all().await?;
    // Whom she calls in a chain was not hers to choose: it takes nothing from those whom she may ask about.
    let is_asked = |row: &&reader_log::Model| Purpose::OTHERS.iter().all(|purpose| row.purpose != purpose.name());
    let asked: HashSet<MemberId> = today.iter().filter(is_asked).map(|row| row.subject).collect();
    if !Purpose::OTHERS.contains(&reading.purpose) && !may_ask(asked.len(), asked.contains(&subject)) {
        return Err(No::TooMany(Message::new("contact-enough-today").with("most", READS_A_DAY)));
    }
    if today.iter().any(|row| row.subject == subject && row.purpose == reading.purpose.name()) {
        return Ok(());
    }
    let row = reader_log::ActiveModel {
        subject: Set(subject),
        reader: Set(reading.by),
        field_class: Set(FIELD_CLASS.to_owned()),
        purpose: Set(reading.purpose.name().to_owned()),
        day: Set(day),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}

/// Writes down for `subject` that `reader` is given the number at which she said yes to being called. Whoever calls this
/// has made sure that it is a call, or a line of a sheet, that is the reader's.
///
/// # Errors
/// When the store fails.
pub async fn note_call(tx: &Tx<'_>, reader: MemberId, subject: MemberId) -> Result<(), No> {
    write_down(tx, subject, &Reading { by: reader, purpose: Purpose::Chain }).await
}

/// The same for a call that she wished for instead of a visit, by somebody to whom she said yes for it.
///
/// # Errors
/// When the store fails.
pub async fn note_visit_call(tx: &Tx<'_>, reader: MemberId, subject: MemberId) -> Result<(), No> {
    write_down(tx, subject, &Reading { by: reader, purpose: Purpose::Visit }).await
}

/// The number of a call for somebody to whom it was given today ([`note_call`]): no line, no number. None when they are
/// kept apart, or she has no such number any more.
///
/// # Errors
/// When the store fails.
pub async fn number_of_call(
    scope: &Scope<'_>,
    reader: MemberId,
    subject: MemberId,
    point: ContactId,
) -> Result<Option<String>, Broken> {
    given_today(scope, reader, subject, point, Purpose::Chain).await
}

/// The number of a call instead of a visit, for somebody to whom it was given today ([`note_visit_call`]): the first one that
/// she wrote. None when they are kept apart, or she has none.
///
/// # Errors
/// When the store fails.
pub async fn number_of_visit_call(
    scope: &Scope<'_>,
    reader: MemberId,
    subject: MemberId,
) -> Result<Option<String>, Broken> {
    let first = telephones(scope).await?.remove(&subject).and_then(|hers| hers.first().copied());
    match first {
        Some(point) => given_today(scope, reader, subject, point, Purpose::Visit).await,
        None => Ok(None),
    }
}

async fn given_today(
    scope: &Scope<'_>,
    reader: MemberId,
    subject: MemberId,
    point: ContactId,
    purpose: Purpose,
) -> Result<Option<String>, Broken> {
    use reader_log::Column;
    let day = local_day(charter::charter(scope).await?.zone(), scope.now()).format("%Y-%m-%d").to_string();
    let noted =
        scope.find::<reader_log::Entity>().filter(Column::Reader.eq(reader)).filter(Column::Subject.eq(subject));
    let noted = noted.filter(Column::Purpose.eq(purpose.name())).filter(Column::Day.eq(day));
    if !noted.any().await? || apart(scope, reader, subject).await? {
        return Ok(None);
    }
    let Some(row) = rows(scope, subject).await?.into_iter().find(|row| row.id == point) else { return Ok(None) };
    Ok(Some(open(&sealed::key_of(scope, subject).await?, row)?.value))
}

/// Who share one number: of each of these people, the number at which she said yes to being called. They are compared
/// here and stay closed.
///
/// # Errors
/// When the store fails.
pub async fn same_numbers(
    scope: &Scope<'_>,
    points: &BTreeMap<MemberId, ContactId>,
) -> Result<Vec<Vec<MemberId>>, Broken> {
    use contact_point::Column;
    let rows = scope.find::<contact_point::Entity>().filter(Column::Kind.eq(ContactKind::Phone)).all().await?;
    let keys = sealed::all_keys(scope).await?;
    let mut by_number: BTreeMap<String, Vec<MemberId>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| points.get(&row.member_id) == Some(&row.id)) {
        let (whose, Some(key)) = (row.member_id, keys.get(&row.member_id)) else { continue };
        if let Some(number) = dialled(&open(key, row)?.value) {
            by_number.entry(number).or_default().push(whose);
        }
    }
    Ok(by_number.into_values().filter(|people| people.len() > 1).collect())
}
