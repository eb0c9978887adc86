//! A neighbour without account: four words of a sheet lead to a page of her own, once. What she says on the telephone,
//! any member notes (C2; story 4.10 A 2).

use crate::TaskId;
use crate::commands::circle::awake::AT_REQUEST;
use crate::commands::circle::links::{answered, end_link};
use crate::commands::circle::tasks::{gives_back, takes};
use crate::commands::circle::words_of;
use crate::entities::circle::close_link;
use crate::powers::HelpInCircle;
use crate::queries::circle::{Kept, close, neighbour_index, place, token_index};
use crate::rules::circle::{Code, Help};
use commons::db::Tx;
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::sealed;
use membership::commands::at_request;
use membership::powers::Permit;
use membership::queries::{apart, charter, people};
use membership::rules::consent::Channel;
use membership::rules::names::folded;
use sea_orm::ColumnTrait;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a neighbour does on her page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Says yes to these, and no to the others.
    Says(BTreeSet<Help>),
    /// Stops: nothing of her is left.
    Stops,
    /// Takes these.
    Takes(BTreeSet<TaskId>),
    /// Gives these back.
    GivesBack(BTreeSet<TaskId>),
}

/// Uses the words of a sheet: the page they lead to, under an address that nobody can guess. They open nothing again.
///
/// # Errors
/// When they are no words of a sheet, were used, or are too old.
pub async fn use_code(tx: &Tx<'_>, words: &str) -> Result<String, No> {
    use close_link::Column;
    let unknown = || No::field("card", Message::new("neighbour-code-unknown"));
    let row = tx.find::<close_link::Entity>().filter(Column::CodeIndex.eq(neighbour_index(tx, words)));
    let row = row.one().await?.ok_or_else(unknown)?;
    let made = row.code_made.ok_or_else(unknown)?;
    Code { made, used: None }.used(tx.now()).map_err(|_| unknown())?;
    let token = hex::encode(rand::random::<[u8; 32]>());
    let (no_code, nothing, never): (Option<Uuid>, Option<Vec<u8>>, Option<commons::clock::Time>) = (None, None, None);
    let used = tx.change::<close_link::Entity>().filter(Column::Id.eq(row.id));
    let used = used.set(Column::Code, no_code).set(Column::CodeIndex, nothing).set(Column::CodeMade, never);
    used.set(Column::Token, Some(token_index(tx, &token))).go().await?;
    Ok(token)
}

async fn of_token(tx: &Tx<'_>, token: &str) -> Result<(close_link::Model, Kept), No> {
    let row = tx.find::<close_link::Entity>().filter(close_link::Column::Token.eq(token_index(tx, token)));
    let row = row.one().await?.ok_or_else(|| No::Expired(Message::new("neighbour-gone")))?;
    let kept = Kept::of(tx, charter::charter(tx).await?.zone(), row.member_id).await?;
    Ok((row, kept))
}

/// Does what a neighbour asks for on her page.
///
/// # Errors
/// When her address leads nowhere any more, or none of the tasks is free, or hers.
pub async fn act(tx: &Tx<'_>, token: &str, did: &Did) -> Result<(), No> {
    let (row, kept) = of_token(tx, token).await?;
    let done = match did {
        // An empty form says nothing: to stop has a button of its own.
        Did::Says(help) if help.is_empty() => return Err(No::field("help", Message::new("close-help-missing"))),
        Did::Says(help) => {
            answered(tx, row.id, help).await?;
            1
        }
        Did::Stops => {
            end_link(tx, row.id).await?;
            1
        }
        Did::Takes(tasks) => takes(tx, &kept, &row, tasks).await?.taken,
        Did::GivesBack(tasks) => gives_back(tx, &kept, close(&row), tasks).await?,
    };
    if done == 0 { Err(No::conflict("circle-not-yours")) } else { Ok(()) }
}

/// A neighbour calls a member and stops, or a member who has no screen does: with these, or with all when none is named. What
/// was to be done is free again, and looked for. No reason is asked.
///
/// Who of the group is in whose circle, nobody learns here: for a member the answer is the same where she is in none.
///
/// # Errors
/// When nobody of that name helps there.
pub async fn note_stop(
    tx: &Tx<'_>,
    permit: Permit<HelpInCircle>,
    whose: MemberId,
    name: &str,
    help: &BTreeSet<Help>,
) -> Result<(), No> {
    let name = folded(words_of("name", name, 80, "close-name-missing")?);
    let is_apart = apart::apart(tx, permit.by(), whose).await?;
    let kept = Kept::of(tx, charter::charter(tx).await?.zone(), whose).await?;
    let neighbours = if is_apart { Vec::new() } else { neighbours_named(tx, &kept, &name).await? };
    let members: Vec<MemberId> = people::everyone(tx)
        .await?
        .into_iter()
        .filter(|one| !one.has_entered && one.id != permit.by() && folded(&one.name) == name)
        .map(|one| one.id)
        .collect();
    match (neighbours.as_slice(), members.as_slice()) {
        ([row], []) => stops(tx, &kept, row, help).await,
        ([], [member]) => {
            at_request::note(tx, &permit, *member, Channel::Phone, AT_REQUEST).await?;
            let hidden = is_apart || apart::apart(tx, permit.by(), *member).await?;
            match kept.link_with(*member).filter(|_| !hidden) {
                Some(row) => stops(tx, &kept, row, help).await,
                None => Ok(()),
            }
        }
        // Two of one name: whose circle it is, or whom she named, sees which.
        _ => Err(No::field("name", Message::new("neighbour-name-unknown"))),
    }
}

async fn stops(tx: &Tx<'_>, kept: &Kept, row: &close_link::Model, help: &BTreeSet<Help>) -> Result<(), No> {
    let said = kept.circle.links.iter().filter(|link| link.who == close(row)).flat_map(|link| link.theirs.iter());
    let left: BTreeSet<Help> = said.filter(|one| !help.contains(*one)).copied().collect();
    if help.is_empty() || left.is_empty() { Ok(end_link(tx, row.id).await?) } else { answered(tx, row.id, &left).await }
}

async fn neighbours_named(tx: &Tx<'_>, kept: &Kept, name: &str) -> Result<Vec<close_link::Model>, Broken> {
    let rows = kept.links.iter().filter_map(|row| Some((row, row.name.as_ref()?)));
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = sealed::key_of(tx, kept.circle.person).await?;
    let mut found = Vec::new();
    for (row, sealed) in rows {
        if folded(&key.open_text(&place("name", row.id), sealed)?) == name {
            found.push(row.clone());
        }
    }
    Ok(found)
}
