//! What is asked of the group and offered to it. It goes by itself after two weeks, and nothing is added up (C4).

use crate::AskedId;
use crate::entities::circle::close_asked;
use crate::queries::circle::read::place;
use crate::rules::circle::{Asked, EXPIRES, Help};
use commons::clock::Time;
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::Broken;
use commons::sealed;
use membership::queries::apart::known_to;
use membership::queries::people;

/// Something asked or offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnBoard {
    /// Which.
    pub id: AskedId,
    /// By whom.
    pub who: MemberId,
    /// Whether it is offered; asked otherwise.
    pub offered: bool,
    /// What.
    pub help: Help,
    /// Her words.
    pub words: String,
    /// Until when it stands.
    pub until: Time,
}

/// What is asked and offered now, the latest first. Everybody reads it, as everybody reads who writes a proposal; a member
/// does not read those whom she herself keeps apart from (`docs/decisions/0018-keeping-apart.md`).
///
/// # Errors
/// When the store fails.
pub async fn board(scope: &Scope<'_>, reader: MemberId) -> Result<Vec<OnBoard>, Broken> {
    let rows = scope.find::<close_asked::Entity>().descending(close_asked::Column::At).all().await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let known = known_to(scope, reader).await?;
    let mut shown = Vec::new();
    for row in rows {
        let stands = Asked { help: row.help, at: row.at }.stands(scope.now());
        if !stands || known.contains(&row.member_id) || !people::is_member(scope, row.member_id).await? {
            continue;
        }
        let words = sealed::key_of(scope, row.member_id).await?.open_text(&place("asked", row.id), &row.words)?;
        let (who, until) = (row.member_id, row.at + EXPIRES);
        shown.push(OnBoard { id: row.id, who, offered: row.offered, help: row.help, words, until });
    }
    Ok(shown)
}
