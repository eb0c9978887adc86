//! The page that visitors read.

use crate::entities::welcome_page;
use commons::db::Scope;
use commons::refusal::Broken;

/// The group's own words for visitors; none until somebody mandated wrote them.
///
/// # Errors
/// When the store fails.
pub async fn words(scope: &Scope<'_>) -> Result<Option<String>, Broken> {
    Ok(scope.find::<welcome_page::Entity>().one().await?.map(|row| row.words))
}
