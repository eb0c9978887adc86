//! The rules in force, and since when and by which decision.

use crate::entities::charter_rule;
use crate::rules::charter::{Charter, RULES, Rule};
use commons::clock::Time;
use commons::db::Scope;
use commons::refusal::Broken;
use sea_orm::ColumnTrait;
use std::collections::HashMap;

/// The rules in force now.
///
/// # Errors
/// When the store fails.
pub async fn charter(scope: &Scope<'_>) -> Result<Charter, Broken> {
    let rows = scope.find::<charter_rule::Entity>().filter(charter_rule::Column::Until.is_null()).all().await?;
    Ok(Charter::of(rows.into_iter().map(|row| (row.rule, row.value))))
}

/// One rule with what it says now.
#[derive(Clone, Debug)]
pub struct InForce {
    /// The rule.
    pub rule: &'static Rule,
    /// What it says.
    pub value: String,
    /// The register entry that made it so.
    pub since_seq: i64,
    /// Since when.
    pub since: Option<Time>,
}

/// Every rule with what it says now and where that comes from, in the charter's order.
///
/// # Errors
/// When the store fails.
pub async fn in_force(scope: &Scope<'_>) -> Result<Vec<InForce>, Broken> {
    let rows = scope.find::<charter_rule::Entity>().filter(charter_rule::Column::Until.is_null()).all().await?;
    let mut written: HashMap<String, charter_rule::Model> =
        rows.into_iter().map(|row| (row.rule.clone(), row)).collect();
    let one = |rule: &'static Rule| match written.remove(rule.name) {
        Some(row) => InForce { rule, value: row.value, since_seq: row.since_seq, since: Some(row.since) },
        // A rule that is newer than the group says its starting value since the founding.
        None => InForce { rule, value: rule.start.to_owned(), since_seq: 1, since: None },
    };
    Ok(RULES.iter().map(one).collect())
}
