//! Queries that know their group.

use super::Scope;
use sea_orm::sea_query::{Expr, IntoCondition, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, DbErr, DeleteMany, EntityTrait, Iterable, Order, PaginatorTrait, PrimaryKeyToColumn, QueryFilter,
    QueryOrder, QuerySelect, Select, UpdateMany,
};

/// A table whose rows belong to a group.
pub trait InGroup: EntityTrait {
    /// The column that names the group.
    fn group_column() -> Self::Column;
}

/// A table that stands outside every group. There are very few.
pub trait OutsideGroups: EntityTrait {}

/// Rows to read. Where the order asked for leaves two rows equal, their key decides, in the direction
/// of the last order asked for: the same rows come in the same order from every store, every time.
#[must_use]
pub struct Rows<'s, E: EntityTrait> {
    select: Select<E>,
    among_equals: Order,
    scope: &'s Scope<'s>,
}

#[allow(clippy::disallowed_methods, reason = "the one place that adds the group to a query")]
impl<'s, E: EntityTrait> Rows<'s, E> {
    pub(super) fn of_group(scope: &'s Scope<'s>) -> Self
    where
        E: InGroup,
    {
        Self { select: E::find().filter(E::group_column().eq(scope.group().0)), among_equals: Order::Asc, scope }
    }

    pub(super) fn outside(scope: &'s Scope<'s>) -> Self
    where
        E: OutsideGroups,
    {
        Self { select: E::find(), among_equals: Order::Asc, scope }
    }

    /// Keeps the rows for which `condition` holds.
    pub fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.select = self.select.filter(condition.into_condition());
        self
    }

    /// Orders the rows, smallest first.
    pub fn ascending(self, column: E::Column) -> Self {
        self.ordered(column, Order::Asc)
    }

    /// Orders the rows, largest first.
    pub fn descending(self, column: E::Column) -> Self {
        self.ordered(column, Order::Desc)
    }

    fn ordered(mut self, column: E::Column, order: Order) -> Self {
        self.select = self.select.order_by(column, order.clone());
        self.among_equals = order;
        self
    }

    fn settled(self) -> Select<E> {
        E::PrimaryKey::iter()
            .fold(self.select, |select, key| select.order_by(key.into_column(), self.among_equals.clone()))
    }

    /// At most so many rows.
    pub fn limit(mut self, count: u64) -> Self {
        self.select = self.select.limit(count);
        self
    }

    /// Locks the rows until the transaction ends; on SQLite the writer's turn already does.
    pub fn locked(mut self) -> Self {
        self.select = self.select.lock(LockType::Update);
        self
    }

    /// All of them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(self) -> Result<Vec<E::Model>, DbErr>
    where
        E::Model: Send + Sync,
    {
        let on = &self.scope.on;
        self.settled().all(on).await
    }

    /// The first of them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn one(self) -> Result<Option<E::Model>, DbErr>
    where
        E::Model: Send + Sync,
    {
        let on = &self.scope.on;
        self.settled().one(on).await
    }

    /// Takes rows that no other process is holding, and holds them until the transaction ends.
    pub fn claimed(mut self) -> Self {
        self.select = self.select.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
        self
    }

    /// How many.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count(self) -> Result<u64, DbErr>
    where
        E::Model: Send + Sync,
    {
        self.select.count(&self.scope.on).await
    }

    /// Whether there is any.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn any(self) -> Result<bool, DbErr>
    where
        E::Model: Send + Sync,
    {
        Ok(self.limit(1).one().await?.is_some())
    }
}

/// Rows to change.
#[must_use]
pub struct Changes<'s, E: EntityTrait> {
    update: UpdateMany<E>,
    scope: &'s Scope<'s>,
}

#[allow(clippy::disallowed_methods, reason = "the one place that adds the group to a change")]
impl<'s, E: EntityTrait> Changes<'s, E> {
    pub(super) fn of_group(scope: &'s Scope<'s>) -> Self
    where
        E: InGroup,
    {
        Self { update: E::update_many().filter(E::group_column().eq(scope.group().0)), scope }
    }

    pub(super) fn outside(scope: &'s Scope<'s>) -> Self
    where
        E: OutsideGroups,
    {
        Self { update: E::update_many(), scope }
    }

    /// Keeps the rows for which `condition` holds.
    pub fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.update = self.update.filter(condition.into_condition());
        self
    }

    /// Sets a column.
    pub fn set(mut self, column: E::Column, value: impl Into<sea_orm::Value>) -> Self {
        self.update = self.update.col_expr(column, Expr::value(value.into()));
        self
    }

    /// Carries the change out and says how many rows it touched.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn go(self) -> Result<u64, DbErr> {
        Ok(self.update.exec(&self.scope.on).await?.rows_affected)
    }
}

/// Rows to delete.
#[must_use]
pub struct Deletion<'s, E: EntityTrait> {
    delete: DeleteMany<E>,
    scope: &'s Scope<'s>,
}

#[allow(clippy::disallowed_methods, reason = "the one place that adds the group to a deletion")]
impl<'s, E: EntityTrait> Deletion<'s, E> {
    pub(super) fn of_group(scope: &'s Scope<'s>) -> Self
    where
        E: InGroup,
    {
        Self { delete: E::delete_many().filter(E::group_column().eq(scope.group().0)), scope }
    }

    pub(super) fn outside(scope: &'s Scope<'s>) -> Self
    where
        E: OutsideGroups,
    {
        Self { delete: E::delete_many(), scope }
    }

    /// Keeps the rows for which `condition` holds.
    pub fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.delete = self.delete.filter(condition.into_condition());
        self
    }

    /// Carries the deletion out and says how many rows went.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn go(self) -> Result<u64, DbErr> {
        Ok(self.delete.exec(&self.scope.on).await?.rows_affected)
    }
}
