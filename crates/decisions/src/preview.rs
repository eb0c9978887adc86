//! What a decision would change, in words: as things stand while the text is written, and afterwards as
//! they stood when the text was frozen.
//!
//! Of what was, each proposal keeps its own copy: a charter changed since would otherwise stand there as the
//! "before" of a proposal that never saw it. Names of people are not copied, they stay sealed with the
//! member (ruling 18): what names somebody is read anew.

use crate::commands::details_of;
use crate::commands::election::filled;
use crate::entities::proposal;
use crate::rules::state::State;
use commons::db::Scope;
use commons::effects::{Difference, Effects};
use commons::refusal::{Arg, Broken, Message, No};

/// What things are now, for a proposal whose text changes no more: one line for each difference, empty
/// where nothing may be kept.
pub(crate) async fn to_keep(
    scope: &Scope<'_>,
    effects: &Effects,
    row: &proposal::Model,
) -> Result<Option<String>, Broken> {
    let differences = match as_things_stand(scope, effects, row).await {
        Ok(differences) => differences,
        Err(No::Broken(broken)) => return Err(broken),
        // What cannot be told now is no reason to stop the clock.
        Err(_) => return Ok(None),
    };
    let kept: Vec<Option<Message>> =
        differences.into_iter().map(|difference| difference.before.filter(names_nobody)).collect();
    if kept.iter().all(Option::is_none) {
        return Ok(None);
    }
    serde_json::to_string(&kept).map(Some).map_err(Broken::stored)
}

/// A name reaches a preview as a message inside another, so that somebody who left is told too.
fn names_nobody(message: &Message) -> bool {
    !message.args.iter().any(|(_, arg)| matches!(arg, Arg::Message(_)))
}

/// What its page shows.
pub(crate) async fn shown(scope: &Scope<'_>, effects: &Effects, row: &proposal::Model) -> Result<Vec<Difference>, No> {
    let mut differences = match as_things_stand(scope, effects, row).await {
        // A draft may be unfinished: an effect that still lacks something changes nothing.
        Err(No::Broken(Broken::Stored(_))) if row.state == State::Draft => Vec::new(),
        preview => preview?,
    };
    if row.state.is_over() {
        // It is told as it was, or not at all: what is so today came later.
        differences.iter_mut().filter(|one| one.after.is_some()).for_each(|one| one.before = None);
    }
    let kept: Vec<Option<Message>> =
        row.preview.as_deref().map(serde_json::from_str).transpose().map_err(Broken::stored)?.unwrap_or_default();
    for (difference, kept) in differences.iter_mut().zip(kept) {
        difference.before = kept.or(difference.before.take());
    }
    Ok(differences)
}

async fn as_things_stand(scope: &Scope<'_>, effects: &Effects, row: &proposal::Model) -> Result<Vec<Difference>, No> {
    // Of an election that found somebody: with her, and with the task as adapted to her.
    let is_found = matches!(row.state, State::Adopted | State::InForce | State::EffectFailed);
    let details = if is_found { filled(scope, row).await? } else { details_of(row)? };
    match (row.effect.as_deref(), details) {
        (Some(kind), Some(details)) => effects.get(kind)?.preview(scope, &details).await,
        _ => Ok(Vec::new()),
    }
}
