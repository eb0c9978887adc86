//! Who is in the group, by the names people chose to be called.

use crate::entities::{ally, member};
use crate::rules::names::folded;
use crate::rules::standing::Standing;
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed::{self, Sealed};
use sea_orm::ColumnTrait;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Standings of those who are members.
pub(crate) const MEMBERS: [Standing; 2] = [Standing::Active, Standing::Paused];

/// A person as other members see her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// What she is called.
    pub name: String,
    /// Whether she has a way in of her own yet.
    pub has_entered: bool,
    /// Where she stands; no page shows a pause.
    #[serde(skip)]
    pub standing: Standing,
}

/// An allied person, as members see her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ally {
    /// Who.
    pub id: MemberId,
    /// What she is called.
    pub name: String,
    /// What she wrote of what she does here; may be empty.
    pub described: String,
}

/// Allied people, in the order of names (`domain A14`).
///
/// # Errors
/// When the store fails.
pub async fn allies(scope: &Scope<'_>) -> Result<Vec<Ally>, Broken> {
    let keys = sealed::all_keys(scope).await?;
    let rows = scope.find::<ally::Entity>().all().await?;
    let mut described: HashMap<MemberId, Sealed> = rows.into_iter().map(|row| (row.member_id, row.described)).collect();
    let allied = with_a_place(scope).await?.into_iter().filter(|person| person.standing == Standing::Ally);
    allied
        .map(|person| {
            let words = described.remove(&person.id).zip(keys.get(&person.id));
            let words = words.map(|(sealed, key)| key.open_text(&described_place(person.id), &sealed)).transpose()?;
            Ok(Ally { id: person.id, name: person.name, described: words.unwrap_or_default() })
        })
        .collect()
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
    Ok(Names(with_a_place(scope).await?.into_iter().map(|person| (person.id, person.name)).collect()))
}

/// Every member, on pause or not, in the order of names (ruling 5).
///
/// # Errors
/// When the store fails.
pub async fn everyone(scope: &Scope<'_>) -> Result<Vec<Person>, Broken> {
    Ok(with_a_place(scope).await?.into_iter().filter(|person| person.standing.is_member()).collect())
}

/// Everybody who has a way in, members or not, in the order of names. Sorted here because no store sorts French
/// alike.
///
/// # Errors
/// When the store fails.
pub async fn with_a_place(scope: &Scope<'_>) -> Result<Vec<Person>, Broken> {
    let keys = sealed::all_keys(scope).await?;
    let rows = scope.find::<member::Entity>().filter(member::Column::Standing.ne(Standing::Left)).all().await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in rows {
        let key = keys.get(&row.id).ok_or_else(|| Broken::stored("a member without key"))?;
        people.push(Person {
            id: row.id,
            name: key.open_text(&name_place(row.id), &row.name)?,
            has_entered: row.passphrase.is_some() || row.email_index.is_some(),
            standing: row.standing,
        });
    }
    people.sort_by_cached_key(|person| (folded(&person.name), person.id));
    Ok(people)
}

/// Where somebody stands now; none for an id that nobody here ever had.
///
/// # Errors
/// When the store fails.
pub async fn standing(scope: &Scope<'_>, member: MemberId) -> Result<Option<Standing>, Broken> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?;
    Ok(row.map(|row| row.standing))
}

/// Where everybody stands who ever had a place here, those who left included.
///
/// # Errors
/// When the store fails.
pub async fn standings(scope: &Scope<'_>) -> Result<HashMap<MemberId, Standing>, Broken> {
    let rows = scope.find::<member::Entity>().all().await?;
    Ok(rows.into_iter().map(|row| (row.id, row.standing)).collect())
}

/// Whether somebody is a member now.
///
/// # Errors
/// When the store fails.
pub async fn is_member(scope: &Scope<'_>, member: MemberId) -> Result<bool, Broken> {
    Ok(standing(scope, member).await?.is_some_and(Standing::is_member))
}

/// How many members there are, those on pause included.
///
/// # Errors
/// When the store fails.
pub async fn how_many(scope: &Scope<'_>) -> Result<u64, Broken> {
    Ok(scope.find::<member::Entity>().filter(member::Column::Standing.is_in(MEMBERS)).count().await?)
}

/// How many members there are besides `member`, those on pause included.
///
/// # Errors
/// When the store fails.
pub async fn others_than(scope: &Scope<'_>, member: MemberId) -> Result<u64, Broken> {
    use member::Column;
    let others = scope.find::<member::Entity>().filter(Column::Standing.is_in(MEMBERS)).filter(Column::Id.ne(member));
    Ok(others.count().await?)
}

/// How many members are not on pause: what every threshold is counted on (`mutual-aid` IM2). No page prints it
/// beside [`how_many`]: the difference would tell how many rest (ruling 5).
///
/// # Errors
/// When the store fails.
pub async fn how_many_active(scope: &Scope<'_>) -> Result<u64, Broken> {
    Ok(scope.find::<member::Entity>().filter(member::Column::Standing.eq(Standing::Active)).count().await?)
}

/// Who may vote at `at`: members whose first vote has come (ruling 11).
///
/// # Errors
/// When the store fails.
pub async fn voters(scope: &Scope<'_>, at: Time) -> Result<Vec<MemberId>, Broken> {
    let rows = scope
        .find::<member::Entity>()
        .filter(member::Column::Standing.is_in(MEMBERS))
        .filter(member::Column::VotesFrom.lte(at));
    Ok(rows.ascending(member::Column::Id).all().await?.into_iter().map(|row| row.id).collect())
}

/// A fingerprint of who is on a roll: SHA-256, in hexadecimal, of the sorted ids. It tells nobody's name, nor how many
/// they are.
pub fn roll_hash(voters: &[MemberId]) -> String {
    let mut sorted: Vec<String> = voters.iter().map(ToString::to_string).collect();
    sorted.sort();
    hex::encode(Sha256::digest(sorted.join("\n").as_bytes()))
}

/// From when somebody may vote.
///
/// # Errors
/// When the store fails.
pub async fn votes_from(scope: &Scope<'_>, member: MemberId) -> Result<Option<Time>, Broken> {
    let row = scope.find::<member::Entity>().filter(member::Column::Id.eq(member)).one().await?;
    Ok(row.map(|row| row.votes_from))
}

/// Members who asked to be written to when there is news and have an address; none of those on pause (`domain A8`).
///
/// # Errors
/// When the store fails.
pub async fn who_want_news(scope: &Scope<'_>) -> Result<Vec<MemberId>, Broken> {
    let rows = scope
        .find::<member::Entity>()
        .filter(member::Column::WantsNews.eq(true))
        .filter(member::Column::Standing.eq(Standing::Active))
        .filter(member::Column::EmailIndex.is_not_null());
    Ok(rows.all().await?.into_iter().map(|row| row.id).collect())
}

pub(crate) fn name_place(member: MemberId) -> String {
    format!("member/{member}/name")
}

pub(crate) fn email_place(member: MemberId) -> String {
    format!("member/{member}/email")
}

pub(crate) fn described_place(member: MemberId) -> String {
    format!("ally/{member}/described")
}
