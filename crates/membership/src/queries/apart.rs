//! Who is not put together with whom: the one question that everything that pairs people asks (`mutual-aid` 5.2, X1).
//!
//! Two sources, one answer, the same both ways. What a person said for herself is hers alone: nobody reads it, the
//! other least of all. What a decision set for a time is known to both. Whoever asks here is told whether, never
//! which of the two nor by whom; a list that leaves somebody out says nothing about why.
//!
//! What a person said is stored without her id and without the other's: as a mark of the two, made with a key that
//! is not in the store, and a day sealed under her own key (`docs/decisions/0018-keeping-apart.md`).

use crate::entities::{measure, member, no_contact};
use crate::rules::removal::Measure;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::Key;
use sea_orm::{ColumnTrait, Condition};
use std::collections::HashSet;

/// Whether two people are kept apart now. Symmetric; nobody is kept apart from herself.
///
/// # Errors
/// When the store fails.
pub async fn apart(scope: &Scope<'_>, a: MemberId, b: MemberId) -> Result<bool, Broken> {
    use no_contact::Column;
    if a == b {
        return Ok(false);
    }
    let marks = [mark(scope, a, b), mark(scope, b, a)];
    let said = scope.find::<no_contact::Entity>().filter(Column::Mark.is_in(marks)).any().await?;
    Ok(said || by_decision(scope, a).await?.contains(&b))
}

/// Everybody whom somebody is kept apart from now: for lists, where [`apart`] would be asked once for each line.
///
/// # Errors
/// When the store fails.
pub async fn apart_from(scope: &Scope<'_>, a: MemberId) -> Result<HashSet<MemberId>, Broken> {
    let rows = scope.find::<no_contact::Entity>().all().await?;
    let marks: HashSet<Vec<u8>> = rows.into_iter().map(|row| row.mark).collect();
    let mut found = by_decision(scope, a).await?;
    for other in everybody_ever(scope).await? {
        if other != a && (marks.contains(&mark(scope, a, other)) || marks.contains(&mark(scope, other, a))) {
            found.insert(other);
        }
    }
    Ok(found)
}

/// Every pair among these who are kept apart now, whoever asked for it: for what puts many people together at once. The
/// same answer as [`apart`] for each pair.
///
/// # Errors
/// When the store fails.
pub async fn pairs_apart(scope: &Scope<'_>, among: &[MemberId]) -> Result<Vec<(MemberId, MemberId)>, Broken> {
    let rows = scope.find::<no_contact::Entity>().all().await?;
    let marks: HashSet<Vec<u8>> = rows.into_iter().map(|row| row.mark).collect();
    let decided = decided_pairs(scope).await?;
    let mut found = Vec::new();
    for (place, one) in among.iter().enumerate() {
        for other in among.iter().skip(place + 1) {
            let said = || marks.contains(&mark(scope, *one, *other)) || marks.contains(&mark(scope, *other, *one));
            let is_decided = decided.contains(&(*one, *other)) || decided.contains(&(*other, *one));
            if is_decided || !marks.is_empty() && said() {
                found.push((*one, *other));
            }
        }
    }
    Ok(found)
}

/// The pairs whom a running decision keeps apart.
async fn decided_pairs(scope: &Scope<'_>) -> Result<HashSet<(MemberId, MemberId)>, Broken> {
    use measure::Column;
    let rows = scope.find::<measure::Entity>().filter(Column::Kind.eq(Measure::NoContact));
    let rows = rows.filter(Column::StartsAt.lte(scope.now())).filter(Column::EndsAt.gt(scope.now()));
    let rows = rows.filter(Column::EndedAt.is_null()).all().await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.person, row.other?))).collect())
}

/// Whom somebody knows herself kept apart from: by her own word, or by a decision that she was told of. What her own
/// pages leave out: a page that left out whoever said it of her would tell her (`reliability` R-35).
///
/// # Errors
/// When the store fails.
pub async fn known_to(scope: &Scope<'_>, reader: MemberId) -> Result<HashSet<MemberId>, Broken> {
    let rows = scope.find::<no_contact::Entity>().all().await?;
    let marks: HashSet<Vec<u8>> = rows.into_iter().map(|row| row.mark).collect();
    let mut found = by_decision(scope, reader).await?;
    let others = everybody_ever(scope).await?.into_iter();
    found.extend(others.filter(|other| marks.contains(&mark(scope, reader, *other))));
    Ok(found)
}

/// Whom a running decision keeps apart from `a`, either way.
async fn by_decision(scope: &Scope<'_>, a: MemberId) -> Result<HashSet<MemberId>, Broken> {
    use measure::Column;
    let rows = scope
        .find::<measure::Entity>()
        .filter(Column::Kind.eq(Measure::NoContact))
        .filter(Column::StartsAt.lte(scope.now()))
        .filter(Column::EndsAt.gt(scope.now()))
        .filter(Column::EndedAt.is_null())
        .filter(Condition::any().add(Column::Person.eq(a)).add(Column::Other.eq(a)));
    let other = |row: measure::Model| if row.person == a { row.other } else { Some(row.person) };
    Ok(rows.all().await?.into_iter().filter_map(other).collect())
}

/// Every id that the group ever had. No page shows this list; it is what marks are compared with.
pub(crate) async fn everybody_ever(scope: &Scope<'_>) -> Result<Vec<MemberId>, Broken> {
    Ok(scope.find::<member::Entity>().all().await?.into_iter().map(|row| row.id).collect())
}

/// The mark of "`by` keeps apart from `other`". Without the key of the data directory it names nobody.
pub(crate) fn mark(scope: &Scope<'_>, by: MemberId, other: MemberId) -> Vec<u8> {
    scope.keyring().blind_index(scope.group(), "no_contact", &format!("{by}/{other}"))
}

/// Where the day is bound to, under the key of whoever said it.
pub(crate) fn place(mark: &[u8]) -> String {
    format!("no_contact/{}/since", hex::encode(mark))
}

/// Somebody whom she keeps apart from, as she alone reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptApart {
    /// Who.
    pub other: MemberId,
    /// Since which day, as she reads it on her own page.
    pub since: chrono::NaiveDate,
}

/// Whom she keeps apart from, by her own word.
///
/// # Errors
/// When the store fails.
pub async fn hers(scope: &Scope<'_>, by: MemberId, key: &Key) -> Result<Vec<KeptApart>, Broken> {
    let rows = scope.find::<no_contact::Entity>().all().await?;
    let mut hers = Vec::new();
    for other in everybody_ever(scope).await? {
        let mark = mark(scope, by, other);
        if let Some(row) = rows.iter().find(|row| row.mark == mark) {
            let since = key.open_text(&place(&mark), &row.since)?.parse().map_err(Broken::stored)?;
            hers.push(KeptApart { other, since });
        }
    }
    Ok(hers)
}
