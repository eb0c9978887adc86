//! The groups of a store: the row that a group's writes lock, and that holds the head of its register.

use crate::clock::Time;
use crate::db::{Db, InGroup, OutsideGroups, Scope, Tx};
use crate::ids::GroupId;
use crate::refusal::Broken;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

pub(crate) mod entity {
    //! Table `groups`.
    use crate::ids::GroupId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "groups")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: GroupId,
        #[sea_orm(unique)]
        pub slug: String,
        pub founded_at: DateTimeUtc,
        pub proposals: i32,
        pub register_seq: i64,
        pub register_hash: String,
        pub register_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl OutsideGroups for entity::Entity {}
impl InGroup for entity::Entity {
    fn group_column() -> entity::Column {
        entity::Column::Id
    }
}

/// A group about to be founded.
#[derive(Clone, Debug)]
pub struct NewGroup {
    /// Its id.
    pub id: GroupId,
    /// Its word in addresses: neutral, unique on this store.
    pub slug: String,
}

/// A group of this store, as its address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its word in addresses.
    pub slug: String,
    /// When its founders signed.
    pub founded_at: Time,
}

impl From<entity::Model> for Group {
    fn from(row: entity::Model) -> Self {
        Self { id: row.id, slug: row.slug, founded_at: row.founded_at }
    }
}

/// The group that an address names.
///
/// # Errors
/// When the store fails.
pub async fn named(db: &Db, slug: &str) -> Result<Option<Group>, Broken> {
    let row = db.read_outside().find_outside::<entity::Entity>().filter(entity::Column::Slug.eq(slug)).one().await?;
    Ok(row.map(Group::from))
}

/// Every group of this store, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn all(db: &Db) -> Result<Vec<Group>, Broken> {
    let rows = db.read_outside().find_outside::<entity::Entity>().ascending(entity::Column::Id).all().await?;
    Ok(rows.into_iter().map(Group::from).collect())
}

/// The group of this reading.
///
/// # Errors
/// When the group is not there or the store fails.
pub async fn this(scope: &Scope<'_>) -> Result<Group, Broken> {
    row(scope).await.map(Group::from)
}

/// The next number for a proposal: 1, 2, 3 …, without gaps, in the order of sending.
///
/// # Errors
/// When the store fails.
pub async fn next_proposal_number(tx: &Tx<'_>) -> Result<i32, Broken> {
    let next = row(tx).await?.proposals.saturating_add(1);
    tx.change::<entity::Entity>().set(entity::Column::Proposals, next).go().await?;
    Ok(next)
}

pub(crate) async fn row(scope: &Scope<'_>) -> Result<entity::Model, Broken> {
    scope.find::<entity::Entity>().one().await?.ok_or_else(|| Broken::stored("no such group"))
}

pub(crate) async fn lock(tx: &Tx<'_>) -> Result<(), Broken> {
    let row = tx.find::<entity::Entity>().locked().one().await?;
    row.map(|_| ()).ok_or_else(|| Broken::stored("no such group"))
}

pub(crate) async fn create(tx: &Tx<'_>, new: &NewGroup) -> Result<(), Broken> {
    let row = entity::ActiveModel {
        id: Set(new.id),
        slug: Set(new.slug.clone()),
        founded_at: Set(tx.now()),
        proposals: Set(0),
        register_seq: Set(0),
        register_hash: Set(crate::register::chain::Hash::GENESIS.to_string()),
        register_at: Set(tx.now()),
    };
    Ok(tx.insert_outside(row).await?)
}

pub(crate) async fn move_head(tx: &Tx<'_>, seq: i64, hash: String, at: Time) -> Result<(), Broken> {
    let head =
        tx.change::<entity::Entity>().set(entity::Column::RegisterSeq, seq).set(entity::Column::RegisterHash, hash);
    head.set(entity::Column::RegisterAt, at).go().await?;
    Ok(())
}
