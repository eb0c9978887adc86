//! Circles: one's own, and those one is in. Nobody sees more.

use crate::entities::{circle, member};
use crate::queries::apart::known_to;
use crate::queries::people::{self, MEMBERS};
use commons::area::{Datum, Section};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Arg, Broken};
use sea_orm::ColumnTrait;
use serde::Serialize;
use std::collections::BTreeSet;

/// A person of a circle, or one in whose circle she is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Close {
    /// Who.
    pub id: MemberId,
    /// What she is called.
    pub name: String,
    /// Whether she, or the reader, accepted.
    pub accepted: bool,
    /// When she closed every session of the owner, if she did.
    pub closed_at: Option<Time>,
}

/// Her circle: those who accepted, and those who were asked. A place whose person said no is free, and nothing
/// says why.
///
/// # Errors
/// When the store fails.
pub async fn mine(scope: &Scope<'_>, owner: MemberId) -> Result<Vec<Close>, Broken> {
    let rows = scope.find::<circle::Entity>().filter(circle::Column::Whose.eq(owner)).all().await?;
    named(scope, owner, rows, |row| row.member_id).await
}

/// Whose circle she is in, or is asked to be in.
///
/// # Errors
/// When the store fails.
pub async fn of_others(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Close>, Broken> {
    let rows = scope.find::<circle::Entity>().filter(circle::Column::MemberId.eq(member)).all().await?;
    named(scope, member, rows, |row| row.whose).await
}

async fn named(
    scope: &Scope<'_>,
    reader: MemberId,
    rows: Vec<circle::Model>,
    whom: impl Fn(&circle::Model) -> MemberId,
) -> Result<Vec<Close>, Broken> {
    // Somebody whom the reader keeps apart from is no longer there for her, as somebody who said no.
    let apart = known_to(scope, reader).await?;
    // In the order of names, and without whoever is no longer a member.
    let close = |person: people::Person| {
        let row = rows.iter().find(|row| whom(row) == person.id && !apart.contains(&person.id))?;
        Some(Close { id: person.id, name: person.name, accepted: row.accepted, closed_at: row.closed_at })
    };
    Ok(people::everyone(scope).await?.into_iter().filter_map(close).collect())
}

/// Whom she could still ask: members, never herself, and nobody whom she knows herself kept apart from. Somebody
/// who keeps apart from her is asked, and never reads of it: to her it is as an answer that does not come.
///
/// # Errors
/// When the store fails.
pub async fn who_could(scope: &Scope<'_>, owner: MemberId) -> Result<Vec<people::Person>, Broken> {
    let taken: BTreeSet<MemberId> = mine(scope, owner).await?.into_iter().map(|close| close.id).collect();
    let apart = known_to(scope, owner).await?;
    let mut could = people::everyone(scope).await?;
    could.retain(|person| person.id != owner && !taken.contains(&person.id) && !apart.contains(&person.id));
    Ok(could)
}

/// Those of a circle who accepted, are members now and from whom she does not keep apart. The same is read
/// whoever is asked about.
pub(crate) async fn accepted(scope: &Scope<'_>, owner: MemberId) -> Result<BTreeSet<MemberId>, Broken> {
    let (watching, apart) = (watching(scope, owner).await?, known_to(scope, owner).await?);
    Ok(watching.into_iter().filter(|id| !apart.contains(id)).collect())
}

/// Those of a circle who accepted and are members now.
pub(crate) async fn watching(scope: &Scope<'_>, owner: MemberId) -> Result<BTreeSet<MemberId>, Broken> {
    use circle::Column;
    let rows = scope.find::<circle::Entity>().filter(Column::Whose.eq(owner)).filter(Column::Accepted.eq(true));
    let said_yes: Vec<MemberId> = rows.all().await?.into_iter().map(|row| row.member_id).collect();
    let here = scope.find::<member::Entity>().filter(member::Column::Standing.is_in(MEMBERS));
    let here = here.filter(member::Column::Id.is_in(said_yes)).all().await?;
    Ok(here.into_iter().map(|row| row.id).collect())
}

/// What is kept of her here: her own circle, and whose circle she is in.
pub(crate) async fn about(scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
    let row = |close: Close| {
        let mut row = vec![Datum::new("name", Arg::Text(close.name))];
        row.extend(close.closed_at.map(|at| Datum::new("circle_closed", at)));
        row
    };
    Ok(vec![
        Section::new("circle", mine(scope, member).await?.into_iter().map(row).collect()),
        Section::new("circle_of", of_others(scope, member).await?.into_iter().map(row).collect()),
    ])
}
