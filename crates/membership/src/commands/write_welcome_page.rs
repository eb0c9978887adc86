//! Writing the page that visitors read: a task that the group entrusts, by a mandate.

use crate::entities::welcome_page;
use crate::powers::{Permit, WriteWelcomePage};
use commons::db::Tx;
use commons::refusal::{Message, No};
use sea_orm::ActiveValue::Set;

/// Most characters of the page.
pub const LONGEST: usize = 4_000;

/// Replaces the page. The register shows that the mandate was used.
///
/// # Errors
/// When the text is too long.
pub async fn write_welcome_page(tx: &Tx<'_>, permit: Permit<WriteWelcomePage>, words: &str) -> Result<(), No> {
    let words = words.trim();
    let length = words.chars().count();
    if length > LONGEST {
        return Err(No::field("words", Message::new("too-long").with("over", length - LONGEST)));
    }
    tx.delete::<welcome_page::Entity>().go().await?;
    tx.insert(welcome_page::ActiveModel {
        words: Set(words.to_owned()),
        written_at: Set(tx.now()),
        ..Default::default()
    })
    .await?;
    Ok(permit.log_use(tx).await?)
}
