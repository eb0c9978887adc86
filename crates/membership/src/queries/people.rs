//! Who is in the group, by the names people chose to be called.

use crate::entities::member;
use crate::rules::names::folded;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed;
use sea_orm::ColumnTrait;
use serde::Serialize;
use std::collections::HashMap;

/// The only standing so far. A paused or departed person is another word in this column, never a rank.
pub(crate) const ACTIVE: &str = "active";

/// A person as other members see her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// What she is called.
    pub name: String,
    /// Whether she has a way in of her own yet.
    pub has_entered: bool,
}

/// The names of the group's members.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<MemberId, String>);

impl Names {
    /// What `member` is called; none when she is no longer here.
    pub fn of(&self, member: MemberId) -> Option<&str> {
        self.0.get(&member).map(String::as_str)
    }

    /// What several are called, in reading order.
    pub fn of_all(&self, members: impl IntoIterator<Item = MemberId>) -> Vec<String> {
        let mut names: Vec<String> = members.into_iter().filter_map(|member| self.0.get(&member).cloned()).collect();
        names.sort_by_key(|name| folded(name));
        names
    }
}

/// Everybody's name.
///
/// # Errors
/// When the store fails.
pub async fn names(scope: &Scope<'_>) -> Result<Names, Broken> {
    Ok(Names(everyone(scope).await?.into_iter().map(|person| (person.id, person.name)).collect()))
}

/// Everybody, in the order of names. Sorted here because no store sorts French alike.
///
/// # Errors
/// When the store fails.
pub async fn everyone(scope: &Scope<'_>) -> Result<Vec<Person>, Broken> {
    let keys = sealed::all_keys(scope).await?;
    let rows = scope.find::<member::Entity>().filter(member::Column::Standing.eq(ACTIVE)).all().await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in rows {
        let key = keys.get(&row.id).ok_or_else(|| Broken::stored("a member without key"))?;
        people.push(Person {
            id: row.id,
            name: key.open_text(&name_place(row.id), &row.name)?,
            has_entered: row.passphrase.is_some() || row.email_index.is_some(),
        });
    }
    people.sort_by_cached_key(|person| (folded(&person.name), person.id));
    Ok(people)
}

/// Whether somebody is a member now.
///
/// # Errors
/// When the store fails.
pub async fn is_member(scope: &Scope<'_>, member: MemberId) -> Result<bool, Broken> {
    let row = scope
        .find::<member::Entity>()
        .filter(member::Column::Id.eq(member))
        .filter(member::Column::Standing.eq(ACTIVE));
    Ok(row.any().await?)
}

/// How many members there are.
///
/// # Errors
/// When the store fails.
pub async fn how_many(scope: &Scope<'_>) -> Result<u64, Broken> {
    Ok(scope.find::<member::Entity>().filter(member::Column::Standing.eq(ACTIVE)).count().await?)
}

/// Who may vote at `at`: members whose first vote has come (ruling 11).
///
/// # Errors
/// When the store fails.
pub async fn voters(scope: &Scope<'_>, at: Time) -> Result<Vec<MemberId>, Broken> {
    let rows = scope
        .find::<member::Entity>()
        .filter(member::Column::Standing.eq(ACTIVE))
        .filter(member::Column::VotesFrom.lte(at));
    Ok(rows.ascending(member::Column::Id).all().await?.into_iter().map(|row| row.id).collect())
}

/// From when somebody may vote.
///
/// # Errors
/// When the store fails.
pub async fn votes_from(scope: &Scope<'_>, member: MemberId) -> Result<Option<Time>, Broken> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?;
    Ok(row.map(|row| row.votes_from))
}

/// Members who asked to be written to when there is news and have an address.
///
/// # Errors
/// When the store fails.
pub async fn who_want_news(scope: &Scope<'_>) -> Result<Vec<MemberId>, Broken> {
    let rows = scope
        .find::<member::Entity>()
        .filter(member::Column::WantsNews.eq(true))
        .filter(member::Column::EmailIndex.is_not_null());
    Ok(rows.all().await?.into_iter().map(|row| row.id).collect())
}

pub(crate) fn name_place(member: MemberId) -> String {
    format!("member/{member}/name")
}

pub(crate) fn email_place(member: MemberId) -> String {
    format!("member/{member}/email")
}
