//! The card of rights (`mutual-aid` V9): what a hospital may and may not do, in words that the group keeps, with the day on
//! which somebody who knows checked them. It is about nobody.

use crate::entities::rights_card;
use chrono::{Days, NaiveDate};
use commons::clock::local_day;
use commons::db::Scope;
use commons::refusal::Broken;
use membership::queries::charter;
use sea_orm::ColumnTrait;

/// For so many days a check holds; then the page says that it is old.
pub const CHECKED_FOR: Days = Days::new(365);
/// Languages in which a card is kept.
pub const LANGUAGES: [&str; 2] = ["fr", "en"];

/// The card in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightsCard {
    /// Its words.
    pub words: String,
    /// When somebody checked it.
    pub reviewed_on: NaiveDate,
    /// Whether that was too long ago.
    pub is_old: bool,
}

/// The card in that language; none when the group has written none.
///
/// # Errors
/// When the store fails.
pub async fn card(scope: &Scope<'_>, language: &str) -> Result<Option<RightsCard>, Broken> {
    let row = scope.find::<rights_card::Entity>().filter(rights_card::Column::Language.eq(language)).one().await?;
    let today = local_day(charter::charter(scope).await?.zone(), scope.now());
    let until = |day: NaiveDate| day.checked_add_days(CHECKED_FOR).unwrap_or(day);
    Ok(row.map(|row| RightsCard {
        is_old: until(row.reviewed_on) < today,
        words: row.words,
        reviewed_on: row.reviewed_on,
    }))
}
