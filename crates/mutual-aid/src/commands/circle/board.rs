//! Asking the group for something, or offering it. It goes by itself; who answers is seen nowhere (C4, `domain B9`).

use crate::AskedId;
use crate::commands::circle::words_of;
use crate::entities::circle::close_asked;
use crate::powers::HelpInCircle;
use crate::queries::circle::place;
use crate::rules::circle::Help;
use commons::db::Tx;
use commons::refusal::{Message, No};
use commons::sealed;
use membership::powers::Permit;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

/// Most characters.
const LONGEST: usize = 200;
/// Most things that one person has there at a time.
const MOST: u64 = 5;

/// Asks or offers something.
///
/// # Errors
/// When something is to correct.
pub async fn ask(
    tx: &Tx<'_>,
    permit: Permit<HelpInCircle>,
    offered: bool,
    help: Option<Help>,
    words: &str,
) -> Result<AskedId, No> {
    let help = help.ok_or_else(|| No::field("help", Message::new("close-help-missing")))?;
    let words = words_of("words", words, LONGEST, "close-words-missing")?;
    let hers = tx.find::<close_asked::Entity>().filter(close_asked::Column::MemberId.eq(permit.by()));
    if hers.count().await? >= MOST {
        return Err(No::field("words", Message::new("close-enough").with("most", 5u32)));
    }
    let id = AskedId::new();
    let row = close_asked::ActiveModel {
        id: Set(id),
        member_id: Set(permit.by()),
        offered: Set(offered),
        help: Set(help),
        words: Set(sealed::key_of(tx, permit.by()).await?.seal(&place("asked", id), words.as_bytes())?),
        at: Set(tx.now()),
        ..Default::default()
    };
    tx.insert(row).await?;
    Ok(id)
}

/// Takes it away: it is done, or no longer needed.
///
/// # Errors
/// When it is not hers.
pub async fn take_back(tx: &Tx<'_>, permit: Permit<HelpInCircle>, id: AskedId) -> Result<(), No> {
    use close_asked::Column;
    let hers = tx.delete::<close_asked::Entity>().filter(Column::Id.eq(id)).filter(Column::MemberId.eq(permit.by()));
    if hers.go().await? == 0 { Err(No::NotFound) } else { Ok(()) }
}
