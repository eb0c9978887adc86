//! Starting a chain of calls (ruling 25): any member, an urgent one once in 24 hours. The first people are called at once,
//! the others when a second member says yes; other kinds wait for that yes altogether.

use crate::ChainId;
use crate::commands::calls::chain;
use crate::entities::calls::phone_chain;
use crate::powers::{KeepChain, StartChain};
use crate::rules::calls::message;
use crate::rules::cascade::may_start;
use crate::rules::quiet::Kind;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, Message, No};
use commons::register;
use membership::powers::{self, Permit, Power};
use membership::queries::{charter, mandates, people};
use membership::rules::mandates::Term;
use membership::rules::standing::Standing;
use sea_orm::ColumnTrait;
use serde_json::json;

/// A chain as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChain {
    /// What it is for; none when nothing was chosen.
    pub kind: Option<Kind>,
    /// What is read aloud.
    pub words: String,
}

/// Starts a chain.
///
/// # Errors
/// When something is to correct, she started one today, one runs already, or nobody can be called.
pub async fn start(tx: &Tx<'_>, permit: Permit<StartChain>, new: &NewChain) -> Result<ChainId, No> {
    let words = message(&new.words).map_err(|problem| No::Invalid(vec![problem]))?;
    let kind = new.kind.ok_or_else(|| No::field("kind", Message::new("chain-choose-kind")))?;
    let by = permit.by();
    // Whoever rests is asked for nothing, and starts nothing: a chain would call her back.
    if people::standing(tx, by).await? != Some(Standing::Active) {
        return Err(No::conflict("chain-not-on-pause"));
    }
    super::settle::close_silent(tx).await?;
    refuse_second(tx, kind).await?;
    if !may_start(kind, last_urgent(tx, by).await?, tx.now()) {
        return Err(No::conflict("chain-once-a-day"));
    }
    let mandated = starts_alone(tx, by, kind).await?;
    let plan = chain::plan(tx, kind, charter::charter(tx).await?.zone(), by, mandated).await?;
    if !plan.group.members().any(|member| member.person != plan.trigger) {
        return Err(No::conflict("chain-nobody"));
    }
    let id = chain::keep(tx, &plan, &words).await?;
    // Of the register it is only known that a chain was started, by whom and of which kind: never what was said.
    let body = json!({ "kind": word(kind) });
    let entry =
        register::New { kind: register::kinds::CHAIN_STARTED, actors: &[by], about: Some(id.to_string()), body };
    register::append(tx, entry).await?;
    if let Some(keeper) = powers::ask_for_more::<KeepChain>(tx, by).await? {
        keeper.log_use(tx).await?;
    }
    Ok(id)
}

/// The word of a kind, in forms and in the register.
pub const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Urgent => "urgent",
        Kind::News => "news",
        Kind::Drill => "drill",
    }
}

/// The kind of that word.
pub fn named(word_of: &str) -> Option<Kind> {
    [Kind::Urgent, Kind::News, Kind::Drill].into_iter().find(|kind| word(*kind) == word_of)
}

/// One urgent chain at a time, and one of the others: nobody has two texts in hand. A trial never stands in the way of
/// something that cannot wait.
async fn refuse_second(tx: &Tx<'_>, kind: Kind) -> Result<(), No> {
    use phone_chain::Column;
    let running = tx.find::<phone_chain::Entity>().filter(Column::EndedAt.is_null()).all().await?;
    let same = |row: &phone_chain::Model| (row.kind == Kind::Urgent) == (kind == Kind::Urgent);
    if running.iter().any(same) { Err(No::conflict("chain-runs-already")) } else { Ok(()) }
}

/// When she started an urgent one last. Chains are kept for a week: long enough.
async fn last_urgent(scope: &Scope<'_>, by: MemberId) -> Result<Option<commons::clock::Time>, Broken> {
    use phone_chain::Column;
    let hers = scope.find::<phone_chain::Entity>().filter(Column::StartedBy.eq(by));
    let hers = hers.filter(Column::Kind.eq(Kind::Urgent)).descending(Column::StartedAt).one().await?;
    Ok(hers.map(|row| row.started_at))
}

/// Whether no second yes is asked of her: she has the mandate; or she learns it, and it is a trial (story 4.3, check 10).
///
/// # Errors
/// When the store fails.
pub async fn starts_alone(scope: &Scope<'_>, by: MemberId, kind: Kind) -> Result<bool, Broken> {
    if powers::has::<KeepChain>(scope, by).await? {
        return Ok(true);
    }
    if kind != Kind::Drill {
        return Ok(false);
    }
    let learners = mandates::learners(scope).await?;
    let running = mandates::running(scope).await?;
    Ok(running.iter().any(|mandate| {
        mandate.powers.iter().any(|power| power == KeepChain::NAME)
            && mandate.term(scope.now()) == Term::Running
            && learners.get(&mandate.id) == Some(&by)
    }))
}
