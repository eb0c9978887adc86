//! What every area owes to the people it keeps something about: to say what it keeps and for how long, to show
//! each her own, to erase it when she leaves, and to throw away what is over.
//!
//! The composition root lists the areas; one that lacks any of these does not compile (Quebec, Act respecting the
//! protection of personal information in the private sector, s. 4, 23 and 27; GDPR art. 15, 17, 20 and 30).

use crate::db::{Scope, Tx};
use crate::ids::MemberId;
use crate::refusal::{Arg, Broken};
use async_trait::async_trait;
use std::sync::Arc;

mod foundations;
pub mod receipts;

pub use foundations::Foundations;

/// Some columns that are kept for one purpose and one length of time. Together, the rows of all areas name every
/// column of the store: a test looks (`reliability D7`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The table.
    pub table: &'static str,
    /// Its columns, without the group's own.
    pub columns: &'static [&'static str],
    /// Its name in translations: `kept-<name>` says what, `kept-<name>-why` says what for (`-` where it has `_`).
    pub name: &'static str,
    /// For how long.
    pub until: Until,
    /// What happens then.
    pub then: Then,
}

/// Until when something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// The group's own texts, without a name: for ever.
    Always,
    /// Until she changes it, withdraws it or leaves.
    SheSaysSo,
    /// Until she leaves.
    SheLeaves,
    /// Until it has served.
    Served,
    /// For as long as the charter says.
    CharterSays,
    /// So many minutes after it has served.
    Minutes(u32),
    /// So many days after it has served.
    Days(u32),
    /// So many years after it has served.
    Years(u32),
}

/// What is done then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It stays.
    Stays,
    /// It is erased.
    Erased,
    /// Names are taken off; counts and words of the group stay.
    Detached,
}

/// One thing kept about a person, as she reads it and takes it home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datum {
    /// Its name in translations: `data-<name>` (`-` where it has `_`).
    pub name: &'static str,
    /// What is kept.
    pub value: Arg,
}

/// Rows of one sort kept about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in translations: `data-<name>` (`-` where it has `_`).
    pub name: &'static str,
    /// One list of data for each row.
    pub rows: Vec<Vec<Datum>>,
}

impl Section {
    /// Rows of one sort, under a name.
    pub fn new(name: &'static str, rows: Vec<Vec<Datum>>) -> Self {
        Self { name, rows }
    }
}

impl Datum {
    /// One thing, under a name.
    pub fn new(name: &'static str, value: impl Into<Arg>) -> Self {
        Self { name, value: value.into() }
    }
}

/// How many rows of a table were erased or detached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased {
    /// The table.
    pub table: &'static str,
    /// Rows.
    pub rows: u64,
}

/// An area of the product, as far as what it keeps goes.
#[async_trait(?Send)]
pub trait Area: Send + Sync {
    /// Its name, the same everywhere.
    fn name(&self) -> &'static str;

    /// What it keeps and for how long.
    fn kept(&self) -> Vec<Kept>;

    /// Everything it keeps about one person, in the order she reads it.
    ///
    /// # Errors
    /// When the store fails.
    async fn everything_about(&self, scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken>;

    /// Erases what it keeps about somebody who leaves, in the transaction in which she does.
    ///
    /// # Errors
    /// When the store fails.
    async fn forget(&self, tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken>;

    /// Throws away what is over, by [`Kept::until`].
    ///
    /// # Errors
    /// When the store fails.
    async fn purge(&self, tx: &Tx<'_>) -> Result<Vec<Erased>, Broken>;
}

/// Every area of the product, in the order people read them. What all of them stand on comes last, so that a key
/// is destroyed only when nothing has to be opened with it any more.
#[derive(Clone, Default)]
pub struct Areas(Vec<Arc<dyn Area>>);

impl std::fmt::Debug for Areas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|area| area.name())).finish()
    }
}

impl Areas {
    /// Adds one.
    #[must_use]
    pub fn with(mut self, area: impl Area + 'static) -> Self {
        self.0.push(Arc::new(area));
        self
    }

    /// What each keeps, by area.
    pub fn kept(&self) -> Vec<(&'static str, Vec<Kept>)> {
        self.0.iter().map(|area| (area.name(), area.kept())).collect()
    }

    /// Everything that is kept about one person, the only list there is (`reliability R-30`).
    ///
    /// # Errors
    /// When the store fails.
    pub async fn everything_about(&self, scope: &Scope<'_>, member: MemberId) -> Result<Vec<Section>, Broken> {
        let mut sections = Vec::new();
        for area in &self.0 {
            sections.extend(area.everything_about(scope, member).await?);
        }
        Ok(sections)
    }

    /// Erases what is kept about somebody who leaves, in every area.
    ///
    /// # Errors
    /// When the store fails; then nothing of it is done.
    pub async fn forget(&self, tx: &Tx<'_>, member: MemberId) -> Result<Vec<Erased>, Broken> {
        let mut erased = Vec::new();
        for area in &self.0 {
            erased.extend(area.forget(tx, member).await?);
        }
        Ok(erased)
    }

    /// Throws away what is over in every area, and writes down how much (`reliability D7`).
    ///
    /// # Errors
    /// When the store fails; then nothing of it is done.
    pub async fn purge(&self, tx: &Tx<'_>) -> Result<Vec<Erased>, Broken> {
        let mut erased = Vec::new();
        for area in &self.0 {
            erased.extend(area.purge(tx).await?);
        }
        receipts::write(tx, &erased).await?;
        Ok(erased)
    }
}
