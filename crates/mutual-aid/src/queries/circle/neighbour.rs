//! A neighbour without account: her own tasks, those she could take, and nothing else (C2). And her sheet, to print.

use crate::LinkId;
use crate::entities::circle::close_link;
use crate::queries::circle::helping::TaskLine;
use crate::queries::circle::read::{CardLine, Kept, close, code_words, lines_for, place, token_index, words_of};
use crate::rules::circle::{CODE_HOLDS, Help};
use commons::clock::{Time, local_day};
use commons::db::Scope;
use commons::ids::MemberId;
use commons::refusal::{Message, No};
use commons::sealed;
use membership::queries::charter;
use sea_orm::ColumnTrait;

/// What a neighbour reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Her link.
    pub id: LinkId,
    /// Whose circle it is.
    pub whose: MemberId,
    /// What she is told.
    pub told: String,
    /// What she is asked for, and whether she said yes.
    pub help: Vec<(Help, bool)>,
    /// What she does, and what is free for her.
    pub tasks: Vec<TaskLine>,
    /// The lines of the card for what she does today.
    pub lines: Vec<CardLine>,
}

/// The page that a neighbour's code led to.
///
/// # Errors
/// When that address leads nowhere any more.
pub async fn neighbour(scope: &Scope<'_>, token: &str) -> Result<Neighbour, No> {
    let gone = || No::Expired(Message::new("neighbour-gone"));
    let row = scope.find::<close_link::Entity>().filter(close_link::Column::Token.eq(token_index(scope, token)));
    let row = row.one().await?.ok_or_else(gone)?;
    let zone = charter::charter(scope).await?.zone();
    let kept = Kept::of(scope, zone, row.member_id).await?;
    let who = close(&row);
    let link = kept.circle.links.iter().find(|link| link.who == who).ok_or_else(gone)?;
    let today = local_day(zone, scope.now());
    let line = |(id, task): &(crate::TaskId, crate::rules::circle::Task<MemberId>)| {
        let (mine, when) = (task.by == Some(who), task.when(zone));
        let free = task.by.is_none() && link.holds(task.what.help) && when.end > scope.now();
        let starts = when.start;
        let line = TaskLine { id: *id, whose: row.member_id, help: task.what.help, starts, mine };
        (task.date >= today && (mine || free)).then_some(line)
    };
    let helps = lines_for(scope, zone, &kept, who).await?;
    Ok(Neighbour {
        id: row.id,
        whose: row.member_id,
        told: sealed::key_of(scope, row.member_id).await?.open_text(&place("told", row.id), &row.told)?,
        help: link.hers.iter().map(|help| (*help, link.theirs.contains(help))).collect(),
        tasks: kept.tasks.iter().filter_map(line).collect(),
        lines: words_of(scope, row.member_id, |help| help.is_some_and(|help| helps.contains(&help))).await?,
    })
}

/// The words of a neighbour's sheet and until when they are good, for whose circle it is.
///
/// # Errors
/// When there are none: used, too old, or never made.
pub async fn sheet(scope: &Scope<'_>, whose: MemberId, id: LinkId) -> Result<(String, Time), No> {
    use close_link::Column;
    let row = scope.find::<close_link::Entity>().filter(Column::Id.eq(id)).filter(Column::MemberId.eq(whose));
    let row = row.one().await?.ok_or(No::NotFound)?;
    let good = row.code.zip(row.code_made).filter(|(_, made)| scope.now() < *made + CODE_HOLDS);
    let (code, made) = good.ok_or_else(|| No::Expired(Message::new("circle-not-code")))?;
    Ok((code_words(scope, id, code), made + CODE_HOLDS))
}
