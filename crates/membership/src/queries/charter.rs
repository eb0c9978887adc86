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

/// The rules as they were at `at`, in the charter's order; none before the founding.
///
/// # Errors
/// When the store fails.
pub async fn at(scope: &Scope<'_>, at: Time) -> Result<Vec<InForce>, Broken> {
    use charter_rule::Column;
    let rows = scope.find::<charter_rule::Entity>().filter(Column::Since.lte(at)).ascending(Column::SinceSeq);
    let rows = rows.all().await?.into_iter().filter(|row| row.until.is_none_or(|until| until > at));
    Ok(listed(rows.map(|row| (row.rule.clone(), row)).collect()))
}

/// What one rule said and says, the latest first, each with when it ended.
///
/// # Errors
/// When the store fails.
pub async fn history(scope: &Scope<'_>, rule: &'static Rule) -> Result<Vec<(InForce, Option<Time>)>, Broken> {
    use charter_rule::Column;
    let rows = scope.find::<charter_rule::Entity>().filter(Column::Rule.eq(rule.name)).descending(Column::SinceSeq);
    let said = |row: charter_rule::Model| {
        let until = row.until;
        (InForce { rule, value: row.value, since_seq: row.since_seq, since: Some(row.since) }, until)
    };
    Ok(rows.all().await?.into_iter().map(said).collect())
}

/// For each register entry that made a rule so, the later one that changed the same rule (`decisions G5`). What the
/// founders signed is one entry for all rules, and is not there.
///
/// # Errors
/// When the store fails.
pub async fn replaced(scope: &Scope<'_>) -> Result<HashMap<i64, i64>, Broken> {
    let rows = scope.find::<charter_rule::Entity>().ascending(charter_rule::Column::SinceSeq).all().await?;
    let Some(founding) = rows.first().map(|row| row.since_seq) else { return Ok(HashMap::new()) };
    let (mut replaced, mut latest) = (HashMap::new(), HashMap::new());
    for row in rows {
        if let Some(before) = latest.insert(row.rule, row.since_seq).filter(|before| *before != founding) {
            replaced.insert(before, row.since_seq);
        }
    }
    Ok(replaced)
}

/// Every rule with what it says now and where that comes from, in the charter's order.
///
/// # Errors
/// When the store fails.
pub async fn in_force(scope: &Scope<'_>) -> Result<Vec<InForce>, Broken> {
    let rows = scope.find::<charter_rule::Entity>().filter(charter_rule::Column::Until.is_null()).all().await?;
    Ok(listed(rows.into_iter().map(|row| (row.rule.clone(), row)).collect()))
}

fn listed(mut written: HashMap<String, charter_rule::Model>) -> Vec<InForce> {
    let one = |rule: &'static Rule| match written.remove(rule.name) {
        Some(row) => InForce { rule, value: row.value, since_seq: row.since_seq, since: Some(row.since) },
        // A rule that is newer than the group says its starting value since the founding.
        None => InForce { rule, value: rule.start.to_owned(), since_seq: 1, since: None },
    };
    RULES.iter().map(one).collect()
}
