//! Asking that a vote be secret (`decisions D5`): before it opens, or while it is open, when it begins anew.

use crate::ProposalId;
use crate::commands::cast_ballot::refuse_unless_on_roll;
use crate::commands::count_paper::forget_typed;
use crate::commands::more_time::forget_asked;
use crate::commands::name_helper::forget_helpers;
use crate::commands::objections;
use crate::commands::settle::stored;
use crate::commands::{find, must_step, question_of, read_days, save};
use crate::entities::{ballot, proposal, roll, secrecy_asked};
use crate::powers::AskSecrecy;
use crate::queries::paper::waits_for_paper;
use crate::rules::schedule::closes_at;
use crate::rules::state::{Event, State};
use crate::rules::verdict::VoteRules;
use crate::urn;
use commons::clock::local_day;
use commons::db::{Scope, Tx};
use commons::ids::MemberId;
use commons::refusal::{Broken, No};
use commons::register::{self, kinds};
use membership::mail::tell_news;
use membership::powers::Permit;
use membership::queries::{charter, people};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

/// Asks. As soon as as many ask as the charter wants, the vote is secret, for good. Nobody is told who asked: only
/// she herself sees that she did, until it is so.
///
/// # Errors
/// When the vote is secret already, is over, or she is not on the roll of an open one.
pub async fn ask_secrecy(tx: &Tx<'_>, permit: Permit<AskSecrecy>, id: ProposalId) -> Result<(), No> {
    let row = find(tx, id).await?;
    if row.due_at.is_some_and(|due| due <= tx.now()) {
        return Err(No::conflict("proposal-moved-on"));
    }
    match row.state {
        State::Draft => return Err(No::NotFound),
        _ if row.secret => return Err(No::conflict("secrecy-already")),
        _ if !question_of(&row)?.method.may_be_secret() => return Err(No::conflict("secrecy-not-for-consensus")),
        State::Waiting | State::Discussing => {}
        // A vote that waits for its paper takes no more ballots, and does not begin anew.
        State::Voting if waits_for_paper(&row) => return Err(No::conflict("proposal-moved-on")),
        State::Voting => refuse_unless_on_roll(tx, id, permit.by()).await?,
        _ => return Err(No::conflict("proposal-moved-on")),
    }
    if asked_by(tx, id, permit.by()).await? {
        return Err(No::conflict("secrecy-asked-already"));
    }
    let asked = secrecy_asked::ActiveModel { proposal_id: Set(id), member_id: Set(permit.by()), ..Default::default() };
    tx.insert(asked).await?;
    if askers(tx, id).await? >= wanted(tx).await? {
        make_secret(tx, &row).await?;
    }
    Ok(())
}

/// How many must ask: as many as the charter says, and never more than there are members.
pub(crate) async fn wanted(scope: &Scope<'_>) -> Result<u64, Broken> {
    let wanted = u64::from(charter::charter(scope).await?.secrecy_askers());
    Ok(wanted.min(people::how_many_active(scope).await?.max(1)))
}

async fn askers(scope: &Scope<'_>, id: ProposalId) -> Result<u64, Broken> {
    Ok(scope.find::<secrecy_asked::Entity>().filter(secrecy_asked::Column::ProposalId.eq(id)).count().await?)
}

/// Whether she asked, for herself to see.
pub(crate) async fn asked_by(scope: &Scope<'_>, id: ProposalId, member: MemberId) -> Result<bool, Broken> {
    use secrecy_asked::Column;
    let hers = scope.find::<secrecy_asked::Entity>().filter(Column::ProposalId.eq(id));
    Ok(hers.filter(Column::MemberId.eq(member)).any().await?)
}

/// Forgets what somebody who leaves asked.
pub(crate) async fn forget(tx: &Tx<'_>, member: MemberId) -> Result<u64, Broken> {
    Ok(tx.delete::<secrecy_asked::Entity>().filter(secrecy_asked::Column::MemberId.eq(member)).go().await?)
}

async fn make_secret(tx: &Tx<'_>, row: &proposal::Model) -> Result<(), No> {
    // Who asked is of no use any more.
    tx.delete::<secrecy_asked::Entity>().filter(secrecy_asked::Column::ProposalId.eq(row.id)).go().await?;
    // In secret an objection is a ballot and nothing else: who raised one is not to be read here. Those of rounds that are
    // over were read openly, and stay beside the vote that follows them.
    if question_of(row)?.method.has_objections() {
        objections::erase(tx, row.id).await?;
    }
    save(tx, row.id, proposal::ActiveModel { secret: Set(true), ..Default::default() }).await?;
    if row.state == State::Voting {
        tx.delete::<ballot::Entity>().filter(ballot::Column::ProposalId.eq(row.id)).go().await?;
        let today = local_day(charter::charter(tx).await?.zone(), tx.now());
        urn::set_up(tx, row.id, today).await?;
        return Ok(begin_anew(tx, row, kinds::MADE_SECRET).await?);
    }
    let body = json!({ "number": row.number, "title": row.title, "secret": true });
    let (kind, about) = (kinds::MADE_SECRET, Some(row.id.to_string()));
    register::append(tx, register::New { kind, actors: &[], about, body }).await?;
    Ok(())
}

/// Begins an open vote anew, in secret: on the same roll, with an empty urn, for as long as it was to last, and with the
/// quorum with which it opened. Everybody on the roll is told that there is news.
pub(crate) async fn begin_anew(tx: &Tx<'_>, row: &proposal::Model, why: &'static str) -> Result<(), Broken> {
    let charter = charter::charter(tx).await?;
    urn::empty(tx, row.id, local_day(charter.zone(), tx.now())).await?;
    // Sheets handed out before are void: some have a line for a reason, and some lie in the box already.
    forget_typed(tx, row.id).await?;
    forget_helpers(tx, row.id).await?;
    let all = tx.change::<roll::Entity>().filter(roll::Column::ProposalId.eq(row.id));
    all.set(roll::Column::OnPaper, false).go().await?;
    forget_asked(tx, row.id).await?;
    let roll: Vec<MemberId> = {
        let rows = tx.find::<roll::Entity>().filter(roll::Column::ProposalId.eq(row.id)).all().await?;
        rows.into_iter().map(|row| row.member_id).collect()
    };
    // Those copied when it opened: a charter changed meanwhile does not change a running vote.
    let rules: VoteRules = stored(row.rules.as_deref())?;
    let rules = rules.held_anew().held_in_secret(&charter);
    let closes = closes_at(charter.zone(), tx.now(), read_days(row.voting_days));
    let change = proposal::ActiveModel {
        state: Set(must_step(row.state, Event::BegunAnew)?),
        rules: Set(Some(serde_json::to_string(&rules).map_err(Broken::stored)?)),
        opens_at: Set(Some(tx.now())),
        quorum_missed: Set(false),
        reminded: Set(0),
        closes_at: Set(Some(closes)),
        due_at: Set(Some(closes)),
        ..Default::default()
    };
    save(tx, row.id, change).await?;
    let body = json!({
        "number": row.number, "title": row.title, "secret": true, "rules": rules,
        "closes_at": register::chain::second(closes),
    });
    let entry = register::New { kind: why, actors: &[], about: Some(row.id.to_string()), body };
    let seq = register::append(tx, entry).await?;
    tell_news(tx, &format!("vote-anew/{}/{seq}", row.id), &roll).await
}
