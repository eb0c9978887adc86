//! Keeping the card of rights (`mutual-aid` V9). It is about nobody, and any member may bring it up to date.

use crate::entities::rights_card;
use crate::powers::KeepRightsCard;
use crate::queries::visits::rights::LANGUAGES;
use chrono::NaiveDate;
use commons::clock::local_day;
use commons::db::Tx;
use commons::refusal::{Message, No, Problem};
use membership::powers::Permit;
use membership::queries::charter;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Longest card, in characters: two printed pages.
pub const LONGEST: usize = 6_000;

/// Writes it, with the day on which somebody who knows checked it.
///
/// # Errors
/// When it is too long, empty, or checked on a day that is still to come.
pub async fn write(
    tx: &Tx<'_>,
    permit: Permit<KeepRightsCard>,
    language: &str,
    words: &str,
    reviewed_on: NaiveDate,
) -> Result<(), No> {
    let Some(language) = LANGUAGES.into_iter().find(|one| *one == language) else { return Err(No::NotFound) };
    let today = local_day(charter::charter(tx).await?.zone(), permit.at());
    let mut problems = Vec::new();
    if words.trim().is_empty() {
        problems.push(Problem::new("words", Message::new("rights-empty")));
    }
    let length = words.chars().count();
    if length > LONGEST {
        problems.push(Problem::new("words", Message::new("too-long").with("over", length - LONGEST)));
    }
    if reviewed_on > today {
        problems.push(Problem::new("reviewed_on", Message::new("visits-checked-later")));
    }
    if !problems.is_empty() {
        return Err(No::Invalid(problems));
    }
    tx.delete::<rights_card::Entity>().filter(rights_card::Column::Language.eq(language)).go().await?;
    let row = rights_card::ActiveModel {
        language: Set(language.to_owned()),
        words: Set(words.trim().to_owned()),
        reviewed_on: Set(reviewed_on),
        written_at: Set(tx.now()),
        ..Default::default()
    };
    Ok(tx.insert(row).await?)
}
