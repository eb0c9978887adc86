//! Ways to reach oneself, for herself; who asked for them, for herself too. Those of others are opened in one place
//! only: [`crate::commands::read_contact`].

use crate::ContactId;
use crate::entities::{contact_point, reader_log};
use crate::queries::people;
use crate::rules::contact::{ContactKind, Purpose};
use chrono::NaiveDate;
use commons::area::{Datum, Section};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message};
use commons::sealed::{self, Key};
use sea_orm::ColumnTrait;
use std::collections::HashMap;

/// One of her ways to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which.
    pub id: ContactId,
    /// What it is.
    pub kind: ContactKind,
    /// The number or address.
    pub value: String,
    /// Whether members who ask see it.
    pub shown: bool,
}

/// Somebody asked how to reach her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Who.
    pub reader: MemberId,
    /// What for.
    pub purpose: Purpose,
    /// On which day, in the group's time zone.
    pub day: NaiveDate,
}

/// All of her own, in the order she wrote them.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Point>, Broken> {
    let rows = rows(scope, member).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(scope, member).await?;
    rows.into_iter().map(|row| open(&key, row)).collect()
}

/// Who has a telephone number here, and which, in the order she wrote them; the numbers stay closed.
///
/// # Errors
/// When the store fails.
pub async fn telephones(scope: &Scope<'_>) -> Result<HashMap<MemberId, Vec<ContactId>>, Broken> {
    use contact_point::Column;
    let rows = scope.find::<contact_point::Entity>().filter(Column::Kind.eq(ContactKind::Phone));
    let mut found: HashMap<MemberId, Vec<ContactId>> = HashMap::new();
    for row in rows.ascending(Column::Id).all().await? {
        found.entry(row.member_id).or_default().push(row.id);
    }
    Ok(found)
}

pub(crate) async fn rows(scope: &Scope<'_>, member: MemberId) -> Result<Vec<contact_point::Model>, Broken> {
    use contact_point::Column;
    let rows = scope.find::<contact_point::Entity>().filter(Column::MemberId.eq(member));
    Ok(rows.ascending(Column::Id).all().await?)
}

pub(crate) fn open(key: &Key, row: contact_point::Model) -> Result<Point, Broken> {
    let value = key.open_text(&place(row.id), &row.value)?;
    Ok(Point { id: row.id, kind: row.kind, value, shown: row.shown })
}

pub(crate) fn place(id: ContactId) -> String {
    format!("contact_point/{id}/value")
}

/// Who asked how to reach her, the latest first (`mutual-aid` M22).
///
/// # Errors
/// When the store fails.
pub async fn who_read(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Read>, Broken> {
    use reader_log::Column;
    let rows = scope.find::<reader_log::Entity>().filter(Column::Subject.eq(member));
    let read = |row: reader_log::Model| {
        let (purpose, day) = what_for(&row)?;
        Ok(Read { reader: row.reader, purpose, day })
    };
    rows.descending(Column::Day).ascending(Column::Reader).all().await?.into_iter().map(read).collect()
}

fn what_for(row: &reader_log::Model) -> Result<(Purpose, NaiveDate), Broken> {
    let purpose = Purpose::named(&row.purpose).ok_or_else(|| Broken::stored("an unknown purpose"))?;
    Ok((purpose, row.day.parse().map_err(Broken::stored)?))
}

/// Her ways to be reached, who asked for them, and whose she asked for.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let names = people::names(scope).await?;
    let name = |of: MemberId| match names.of(of) {
        Some(name) => Message::new("plain").with("words", name),
        None => Message::new("a-member-who-left"),
    };
    let purpose = |purpose: Purpose| Message::keyed(format!("contact-purpose-{}", purpose.name()));
    let points = mine(scope, member).await?.into_iter().map(|point| {
        vec![
            Datum::new("contact_kind", Message::keyed(format!("contact-kind-{}", point.kind.name()))),
            Datum::new("contact_value", point.value),
            Datum::new("contact_shown", super::me::yes_or_no(point.shown)),
        ]
    });
    let points = points.collect();
    let of_her = who_read(scope, member).await?.into_iter().map(|read| {
        vec![
            Datum::new("read_by", name(read.reader)),
            Datum::new("read_for", purpose(read.purpose)),
            Datum::new("read_on", read.day),
        ]
    });
    let of_her = of_her.collect();
    let by_her = scope.find::<reader_log::Entity>().filter(reader_log::Column::Reader.eq(member));
    let by_her = by_her.descending(reader_log::Column::Day).all().await?.into_iter().map(|row| {
        let (what_for, day) = what_for(&row)?;
        Ok(vec![
            Datum::new("read_of", name(row.subject)),
            Datum::new("read_for", purpose(what_for)),
            Datum::new("read_on", day),
        ])
    });
    let by_her = by_her.collect::<Result<Vec<_>, Broken>>()?;
    Ok(vec![
        Section::new("contact_points", points),
        Section::new("read_of_me", of_her),
        Section::new("read_by_me", by_her),
    ])
}
