//! Ways to reach oneself, each with its own yes. Nothing is shown unless she said so, one way at a time.

use crate::ContactId;
use crate::entities::{contact_point, reader_log};
use crate::powers::{ChangeOwnAccess, Permit};
use crate::queries::contacts::place;
use crate::rules::contact::{ContactKind, LONGEST, MOST_POINTS};
use chrono::Months;
use commons::area::{Erased, Kept, Then, Until};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Contact points, and who asked for them.
pub(crate) const KEPT: &[Kept] = &[
    Kept {
        table: "contact_point",
        columns: &["id", "member_id", "kind", "value", "shown"],
        name: "contact_points",
        until: Until::SheSaysSo,
        then: Then::Erased,
    },
    Kept {
        table: "reader_log",
        columns: &["subject", "reader", "field_class", "purpose", "day"],
        name: "reader_log",
        until: Until::Years(1),
        then: Then::Erased,
    },
];

/// Writes down a way to reach her; `shown` is her yes to members asking for it.
///
/// # Errors
/// When nothing or too much was written, or there are many already.
pub async fn add(
    tx: &Tx<'_>,
    permit: Permit<ChangeOwnAccess>,
    kind: ContactKind,
    value: &str,
    shown: bool,
) -> Result<ContactId, No> {
    add_to(tx, permit.by(), kind, value, shown).await
}

/// A way to reach `by`, written down by herself or at her request.
pub(crate) async fn add_to(
    tx: &Tx<'_>,
    by: MemberId,
    kind: ContactKind,
    value: &str,
    shown: bool,
) -> Result<ContactId, No> {
    let value = value.trim();
    if value.is_empty() {
        return Err(No::field("value", Message::new("contact-missing")));
    }
    let over = value.chars().count().saturating_sub(LONGEST);
    if over > 0 {
        return Err(No::field("value", Message::new("too-long").with("over", over)));
    }
    let hers = tx.find::<contact_point::Entity>().filter(contact_point::Column::MemberId.eq(by));
    if hers.count().await? >= MOST_POINTS as u64 {
        return Err(No::field("value", Message::new("contact-too-many").with("most", MOST_POINTS)));
    }
    let id = ContactId::new();
    let row = contact_point::ActiveModel {
        id: Set(id),
        member_id: Set(by),
        kind: Set(kind),
        value: Set(sealed::key_of(tx, by).await?.seal(&place(id), value.as_bytes())?),
        shown: Set(shown),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Says yes or no to members asking for one of her ways. A no holds from the next page on.
///
/// # Errors
/// When it is not hers.
pub async fn show(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, id: ContactId, shown: bool) -> Result<(), No> {
    use contact_point::Column;
    let hers = tx.change::<contact_point::Entity>().filter(Column::Id.eq(id)).filter(Column::MemberId.eq(permit.by()));
    if hers.set(Column::Shown, shown).go().await? == 1 { Ok(()) } else { Err(No::NotFound) }
}

/// Removes one of her ways.
///
/// # Errors
/// When it is not hers.
pub async fn remove(tx: &Tx<'_>, permit: Permit<ChangeOwnAccess>, id: ContactId) -> Result<(), No> {
    use contact_point::Column;
    let hers = tx.delete::<contact_point::Entity>().filter(Column::Id.eq(id)).filter(Column::MemberId.eq(permit.by()));
    if hers.go().await? == 1 { Ok(()) } else { Err(No::NotFound) }
}

/// Her ways to be reached go, and with them who asked for them. What she asked of others stays theirs to read, for
/// as long as it is kept: without a name.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
    let points = tx.delete::<contact_point::Entity>().filter(contact_point::Column::MemberId.eq(member)).go().await?;
    let log = tx.delete::<reader_log::Entity>().filter(reader_log::Column::Subject.eq(member)).go().await?;
    Ok(vec![Erased { table: "contact_point", rows: points }, Erased { table: "reader_log", rows: log }])
}

/// Forgets who read what, twelve months after (`reliability D5`).
pub(crate) async fn forget_old(tx: &Tx<'_>) -> Result<u64, Broken> {
    let day = tx.now().date_naive();
    let first = day.checked_sub_months(Months::new(12)).unwrap_or(day).format("%Y-%m-%d").to_string();
    // Days written `2027-03-08` are in the order of time.
    Ok(tx.delete::<reader_log::Entity>().filter(reader_log::Column::Day.lt(first)).go().await?)
}
